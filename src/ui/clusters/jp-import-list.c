/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of an import's preview: sheet, row, what a line is about, what it says. */

#include "jp-import-list.h"

#include "jp-array-list.h"
#include "jp-cut-label.h"
#include "jp-import-line.h"
#include "jp-text-width.h"

#include <glib/gi18n-lib.h>

static char *
sheet_text (GtkListItem *item)
{
  JpImportLine *line = gtk_list_item_get_item (item);

  return g_strdup (line != NULL ? jp_import_line_get_sheet (line) : "");
}

static char *
row_text (GtkListItem *item)
{
  JpImportLine *line = gtk_list_item_get_item (item);

  return line != NULL && jp_import_line_get_row (line) > 0 ? g_strdup_printf ("%u", jp_import_line_get_row (line))
                                                           : g_strdup ("");
}

static char *
subject_text (GtkListItem *item)
{
  JpImportLine *line = gtk_list_item_get_item (item);

  return g_strdup (line != NULL ? jp_import_line_get_subject (line) : "");
}

static char *
message_text (GtkListItem *item)
{
  JpImportLine *line = gtk_list_item_get_item (item);

  return g_strdup (line != NULL ? jp_import_line_get_text (line) : "");
}

typedef char *(*CellText) (GtkListItem *item);

static void
on_cell_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = jp_cut_label_new (0);

  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (data == (gpointer) message_text)
    {
      gtk_label_set_single_line_mode (GTK_LABEL (label), FALSE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    }
  gtk_list_item_set_child (item, label);
}

static void
on_cell_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_autofree char *text = ((CellText) data) (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
add_column (GtkColumnView *view, const char *title, CellText text, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup), (gpointer) text);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind), (gpointer) text);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    jp_text_width_set (column, width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

/**
 * jp_import_list_setup:
 * @view: a column view without columns
 * @subject: title of the column that says what a line is about
 * @message: title of the column that says what it is
 *
 * Makes the columns of a list of what an import brings.
 */
void
jp_import_list_setup (GtkColumnView *view, const char *subject, const char *message)
{
  add_column (view, _("Sheet"), sheet_text, 84);
  add_column (view, _("Row"), row_text, 56);
  add_column (view, subject, subject_text, 210);
  add_column (view, message, message_text, 0);
}

/**
 * jp_import_list_fill:
 * @view: a list
 * @page: where it is shown, only if there is anything
 * @lines: (element-type JpImportLine): what it says
 * @title: of the page
 *
 * Shows lines in a list, and their number in its title.
 */
void
jp_import_list_fill (GtkColumnView *view, GtkStackPage *page, GPtrArray *lines, const char *title)
{
  JpArrayList *list = jp_array_list_new (lines, JP_TYPE_IMPORT_LINE);
  g_autofree char *text = g_strdup_printf ("%s (%u)", title, lines->len);

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (list))));
  gtk_stack_page_set_title (page, text);
  gtk_stack_page_set_visible (page, lines->len > 0);
}

/**
 * jp_import_list_conceal:
 * @view: a list
 *
 * Takes rows off a list that is about to go, a few at a time.
 *
 * Returns: whether any are left
 */
gboolean
jp_import_list_conceal (GtkColumnView *view)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);

  return model != NULL && jp_array_list_conceal (JP_ARRAY_LIST (gtk_no_selection_get_model (GTK_NO_SELECTION (model))));
}
