/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ctrl+P: what the page shows, as the paper there is for it. */

#include "jp-window-private.h"

#include "jp-report.h"

#include <string.h>

static const struct
{
  const char *page;
  gboolean    one;  /* for one cluster that the page shows */
  const char *kind;
} papers[] = {
  { "dashboard", FALSE, "year-plan" },
  { "clusters", FALSE, "validity" },
  { "dossier", TRUE, "dossier" },
  { "assessment", TRUE, "assessment" },
  { "assessment", FALSE, "ranking" },
  { "calendar", FALSE, "year-plan" },
  { "funding", TRUE, "payment" },
  { "funding", FALSE, "funding-plan" },
  { "rules", FALSE, "score-sheet" },
};

/* The cluster that the place shown is about: a place within a page begins with it. */
static char *
cluster_shown (JpWindow *self)
{
  gsize length = self->target != NULL ? strcspn (self->target, "#/") : 0;
  g_autofree char *id = g_strndup (self->target != NULL ? self->target : "", length);

  return jp_session_find (self->session, id) != NULL ? g_steal_pointer (&id) : NULL;
}

static char *
place_to_print (JpWindow *self)
{
  g_autofree char *cluster = cluster_shown (self);

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (!g_str_equal (papers[i].page, self->info->id) || papers[i].one != (cluster != NULL))
        continue;
      if (jp_report_find_kind (papers[i].kind) != NULL)
        return g_strconcat ("reports#", papers[i].kind, cluster != NULL ? ":" : NULL, cluster, NULL);
    }

  return NULL;
}

/* The paper is shown first, so that what is printed is seen; Back goes to where it was asked for. Where there is no one
 * paper for a page, the user chooses among all. */
static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpWindow *self = JP_WINDOW (widget);
  g_autofree char *place = NULL;
  gboolean here;

  if (self->session == NULL || self->info == NULL)
    return;

  here = g_str_equal (self->info->id, "reports");
  place = here ? NULL : place_to_print (self);
  if (!here)
    jp_window_go (self, place != NULL ? place : "reports");
  if (here || place != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->page), "reports.print", NULL);
}

void
jp_window_print_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print);
}
