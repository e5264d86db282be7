/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-funding-test.h"

#include "jp-case-panel.h"
#include "jp-funding-page.h"

GtkWidget *
jp_funding_go (JpDisplay *display, const char *place)
{
  GtkWidget *page;

  jp_window_go (display->window, place);
  jp_display_settle (display);
  page = jp_display_find (GTK_WIDGET (display->window), JP_TYPE_FUNDING_PAGE, NULL);
  g_assert_nonnull (page);

  return page;
}

void
jp_funding_shoot (JpDisplay *display, const char *name)
{
  jp_display_shoot (GTK_WIDGET (display->window), name);
}

const JpDossier *
jp_funding_find (JpDisplay *display, guint ordinal, JpCaseState state)
{
  GPtrArray *dossiers = jp_session_get_dossiers (display->session);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);
      g_auto (JpFundCase) fund_case = { 0 };

      if (jp_funding_start (dossier, jp_session_get_context (display->session), NULL) == 0)
        continue;
      jp_fund_case_init (&fund_case, dossier, jp_session_get_context (display->session), ordinal);
      if (fund_case.state == state)
        return dossier;
    }

  return NULL;
}

JpCaseState
jp_funding_state (JpDisplay *display, const char *id, guint ordinal)
{
  g_auto (JpFundCase) fund_case = { 0 };

  jp_fund_case_init (&fund_case, jp_session_find (display->session, id), jp_session_get_context (display->session),
                     ordinal);
  return fund_case.state;
}

GtkWidget *
jp_funding_open_case (JpDisplay *display, const char *id, guint ordinal)
{
  g_autofree char *place = g_strdup_printf ("funding#%s/%u", id, ordinal);
  GtkWidget *panel = jp_display_find (jp_funding_go (display, place), JP_TYPE_CASE_PANEL, NULL);

  g_assert_nonnull (panel);
  return panel;
}

GtkWidget *
jp_funding_button (GtkWidget *root, const char *name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_str_equal (gtk_widget_get_name (root), name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = jp_funding_button (child, name);

  return found;
}

/* Presses a step's button; its form. */
JpForm *
jp_funding_press (JpDisplay *display, GtkWidget *panel, const char *name)
{
  GtkWidget *button = jp_funding_button (panel, name);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  jp_display_settle (display);
  g_assert_true (JP_IS_FORM (jp_display_dialog (display)));

  return JP_FORM (jp_display_dialog (display));
}

void
jp_funding_set (JpForm *form, const char *id, const char *text)
{
  jp_field_set_text (jp_form_get (form, id), text);
}

void
jp_funding_step (JpDisplay *display, GtkWidget *panel, const char *name, const char *date, const char *field,
                 const char *text)
{
  JpForm *form = jp_funding_press (display, panel, name);

  jp_funding_set (form, "date", date);
  if (field != NULL)
    jp_funding_set (form, field, text);
  jp_form_accept (form);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
}
