/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-sheet.h"

#include <glib/gi18n-lib.h>

struct _JpPaperSheet
{
  GtkWidget parent_instance;

  /* Owned. */
  guint       page;
  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (JpPaperSheet, jp_paper_sheet, GTK_TYPE_WIDGET)

static void
jp_paper_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpPaperSheet *self = JP_PAPER_SHEET (widget);
  graphene_rect_t space
    = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &space);
}

static void
jp_paper_sheet_dispose (GObject *object)
{
  g_clear_object (&JP_PAPER_SHEET (object)->texture);

  G_OBJECT_CLASS (jp_paper_sheet_parent_class)->dispose (object);
}

static void
jp_paper_sheet_class_init (JpPaperSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_paper_sheet_dispose;
  widget_class->snapshot = jp_paper_sheet_snapshot;

  gtk_widget_class_set_css_name (widget_class, "paper-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jp_paper_sheet_init (JpPaperSheet *self)
{
}

GtkWidget *
jp_paper_sheet_new (void)
{
  return g_object_new (JP_TYPE_PAPER_SHEET, NULL);
}

void
jp_paper_sheet_set_page (JpPaperSheet *self, guint page, guint n_pages, const char *text)
{
  g_autofree char *name = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);

  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

guint
jp_paper_sheet_get_page (JpPaperSheet *self)
{
  return self->page;
}

void
jp_paper_sheet_set_texture (JpPaperSheet *self, GdkTexture *texture)
{
  if (g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
jp_paper_sheet_is_drawn (JpPaperSheet *self)
{
  return self->texture != NULL;
}
