/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkColumnView of labels whose columns are sorted, resized, kept with the window's state and found again: what the
 * ledger and the list of assessments have in common. */

/**
 * JpColumn:
 * @id: as the state writes it
 * @title: for the window, translated
 * @width: at first, in pixels at 96 dots an inch
 * @expand: takes what is left
 * @number: shown flush right
 */
typedef struct
{
  const char *id;
  const char *title;
  int         width;
  gboolean    expand;
  gboolean    number;
} JpColumn;

/**
 * JpColumnRules:
 * @n_columns: how many there are; the first stays visible, a row without it says nothing
 * @column: one of them
 * @key: what orders the rows as a column does
 * @text: what a cell shows (transfer full)
 * @css: the style class of a cell, one of a few literals, or NULL
 * @make: puts what else a cell holds around @label, and returns the cell; NULL: nothing
 * @show: shows what else a cell holds; NULL: nothing
 *
 * What is in the table. A row is a GObject with a signal "changed".
 */
typedef struct
{
  guint       n_columns;
  JpColumn    (*column) (guint column);
  gint64      (*key)    (gpointer row, guint column);
  char       *(*text)   (gpointer row, guint column);
  const char *(*css)    (gpointer row, guint column);
  GtkWidget  *(*make)   (GtkWidget *label, GtkListItem *item, guint column);
  void        (*show)   (GtkWidget *cell, gpointer row, guint column);
} JpColumnRules;

/* @rules must outlive @view. */
void                 jp_column_view_setup    (GtkColumnView *view, const JpColumnRules *rules);
GtkColumnViewColumn *jp_column_view_nth      (GtkColumnView *view, guint column); /* borrowed */
/* The columns on the screen, from left to right, into @columns, which has room for all. Returns how many. */
guint                jp_column_view_visible  (GtkColumnView *view, guint *columns);
/* The column that sorts first; FALSE: none does. */
gboolean             jp_column_view_get_sort (GtkColumnView *view, guint *column, GtkSortType *direction);

/* Order, widths, which are hidden, and how it is sorted. */
void                 jp_column_view_save     (GtkColumnView *view, GVariantDict *state);
void                 jp_column_view_restore  (GtkColumnView *view, GVariantDict *state);

/* The row that a cell, something in it, or the row around the cells belongs to. */
gboolean             jp_column_view_find     (GtkWidget *widget, guint *position);

G_END_DECLS
