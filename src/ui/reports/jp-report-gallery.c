/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-report-gallery.h"

#include <glib/gi18n-lib.h>

struct _JpReportGallery
{
  AdwBin parent_instance;

  /* Borrowed. */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (JpReportGallery, jp_report_gallery, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const JpReportKind *
kind_of (GtkListBoxRow *row)
{
  return row != NULL ? jp_report_find_kind (gtk_widget_get_name (GTK_WIDGET (row))) : NULL;
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const JpReportKind *kind = kind_of (row);
  GtkWidget *label;

  if (before != NULL && kind_of (before)->group == kind->group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (jp_report_group_name (kind->group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "report-group");
  gtk_list_box_row_set_header (row, label);
}

static const char *
icon_of (const JpReportKind *kind)
{
  return kind->letter ? "jp-paper-letter-symbolic" : kind->table ? "jp-paper-table-symbolic" : "jp-paper-form-symbolic";
}

static void
add_row (JpReportGallery *self, const JpReportKind *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (kind->name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_of (kind)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, kind->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, kind->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, jp_report_group_name (kind->group), -1);
  gtk_list_box_append (self->list, row);
}

static void
on_selected (JpReportGallery *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
jp_report_gallery_class_init (JpReportGalleryClass *klass)
{
  signals[CHOSEN]
    = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jp_report_gallery_init (JpReportGallery *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  guint n_kinds;
  const JpReportKind *kinds = jp_report_kinds (&n_kinds);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Papers"), -1);
  for (guint i = 0; i < n_kinds; i++)
    add_row (self, &kinds[i]);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
jp_report_gallery_new (void)
{
  return g_object_new (JP_TYPE_REPORT_GALLERY, NULL);
}

const JpReportKind *
jp_report_gallery_get (JpReportGallery *self)
{
  return kind_of (gtk_list_box_get_selected_row (self->list));
}

/**
 * jp_report_gallery_choose:
 * @self: a gallery
 * @id: a paper; one there is not changes nothing
 */
void
jp_report_gallery_choose (JpReportGallery *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), id) == 0)
      gtk_list_box_select_row (self->list, row);
}
