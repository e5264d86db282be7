/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JP_TYPE_ROW_LIST (jp_row_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (JpRowList, jp_row_list, JP, ROW_LIST, GObject)

/**
 * JpRowListClass:
 * @row_type: of the rows, each with a signal "changed": it stands for something else
 * @get_id: what a row stands for, the same for two rows of the same thing
 * @get_place: orders rows the sorter holds for equal
 * @copy: makes a row stand for what another stands for
 * @refilter: gives the rows to be shown to jp_row_list_show(), after their order changed
 *
 * A table's rows, filtered and in order, as a GListModel with one items-changed a change. (A GtkFilterListModel before
 * a GtkSortListModel would tell of every run of rows, and sort again what was sorted.) An item may come to stand for
 * another row: who keeps positions should remember ids at "before-change" and find them again at "after-change".
 */
struct _JpRowListClass
{
  GObjectClass parent_class;

  GType         row_type;
  const char *(*get_id)    (gpointer row);
  gint64      (*get_place) (gpointer row);
  void        (*copy)      (gpointer row, gpointer other);
  void        (*refilter)  (JpRowList *self);
};

/* All rows anew: begin, add each, end; then refilter. A row that stood for @id before is given out again. */
void               jp_row_list_begin      (JpRowList *self);
gpointer           jp_row_list_add        (JpRowList *self, const char *id);
void               jp_row_list_end        (JpRowList *self);

GPtrArray         *jp_row_list_get_rows   (JpRowList *self);
void               jp_row_list_show       (JpRowList *self, GPtrArray *rows);
void               jp_row_list_set_sorter (JpRowList *self, GtkSorter *sorter);

GtkMultiSelection *jp_row_list_select     (JpRowList *self);
GPtrArray         *jp_row_list_get_chosen (JpRowList *self, GtkMultiSelection *selection);

G_END_DECLS
