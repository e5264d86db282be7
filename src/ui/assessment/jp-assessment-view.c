/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-view.h"

#include "jp-assessment-row.h"
#include "jp-cut-label.h"
#include "jp-text-width.h"

#include <glib/gi18n-lib.h>

#define NAME_WIDTH 190

static const char column_key[] = "jp-column";
static const char handler_key[] = "jp-changed";
static const char class_key[] = "jp-class"; /* what the cell wears, one of the texts below */

static const char class_error[] = "error";
static const char class_dim[] = "dim-label";
static const char class_success[] = "success";

/* Colour underlines what the words say already. */
static const char *
cell_class (JpAssessmentColumn column, const JpResult *result)
{
  if (result->vetoed && (column == JP_ASSESSMENT_VETO || column == JP_ASSESSMENT_BAND))
    return class_error;
  if (column == JP_ASSESSMENT_STATE && result->state == JP_ASSESSMENT_CONFIRMED)
    return class_success;
  if (result->missing->len > 0 && (column == JP_ASSESSMENT_BAND || column == JP_ASSESSMENT_AMOUNT))
    return class_dim;

  return NULL;
}

/* A row is found by the name of its cluster. */
static void
name_row (GtkWidget *cell, const JpResult *result)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, result->dossier->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, jp_assessment_state_name (result->state), -1);
}

static void
show_cell (GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  JpAssessmentColumn column = (JpAssessmentColumn) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), column_key));
  JpAssessmentRow *row = gtk_list_item_get_item (item);
  const JpResult *result = jp_assessment_row_get (row);
  g_autofree char *text = jp_assessment_row_get_text (row, column);
  const char *css = cell_class (column, result), *worn = g_object_get_data (G_OBJECT (cell), class_key);

  gtk_label_set_label (GTK_LABEL (cell), text);
  if (css != worn)
    {
      if (worn != NULL)
        gtk_widget_remove_css_class (cell, worn);
      if (css != NULL)
        gtk_widget_add_css_class (cell, css);
      g_object_set_data (G_OBJECT (cell), class_key, (gpointer) css);
    }
  if (column == JP_ASSESSMENT_NAME)
    name_row (cell, result);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  JpAssessmentColumn column = (JpAssessmentColumn) GPOINTER_TO_UINT (data);
  GtkWidget *label = jp_cut_label_new (jp_assessment_column_info (column)->number ? 1 : 0);

  gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (label), column_key, data);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gulong handler = g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (show_cell), item);

  g_object_set_data (G_OBJECT (item), handler_key, GSIZE_TO_POINTER (handler));
  show_cell (item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gulong handler = GPOINTER_TO_SIZE (g_object_steal_data (G_OBJECT (item), handler_key));

  g_signal_handler_disconnect (gtk_list_item_get_item (item), handler);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  JpAssessmentColumn column = (JpAssessmentColumn) GPOINTER_TO_UINT (data);
  gint64 key_a = jp_assessment_row_get_key ((JpAssessmentRow *) a, column);
  gint64 key_b = jp_assessment_row_get_key ((JpAssessmentRow *) b, column);

  return (key_a > key_b) - (key_a < key_b);
}

static GtkColumnViewColumn *
make_column (JpAssessmentColumn index)
{
  const JpAssessmentColumnInfo *info = jp_assessment_column_info (index);
  gpointer data = GUINT_TO_POINTER (index);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_(info->title), factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, data, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), data);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  jp_text_width_set (column, info->width > 0 ? info->width : NAME_WIDTH);
  gtk_column_view_column_set_expand (column, info->width == 0);

  return column;
}

void
jp_assessment_view_setup (GtkColumnView *view)
{
  for (guint i = 0; i < JP_ASSESSMENT_N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column ((JpAssessmentColumn) i);

      gtk_column_view_append_column (view, column);
    }
}
