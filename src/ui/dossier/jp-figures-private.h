/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-figures-grid.h"

G_BEGIN_DECLS

/* One figure of one year. */
typedef struct
{
  JpFiguresGrid *grid;
  guint          metric;
  int            year;
  GtkWidget     *entry;
  GtkWidget     *growth;
  gint64         value;   /* on record */
  gboolean       locked;
  gboolean       setting;
  gboolean       flagged; /* 体检 has something to say */
  gboolean       refused;
} JpFigureCell;

struct _JpFiguresGrid
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *names;
  GtkWidget *figures;
  GtkWidget *scrolled;

  /* Owned. */
  JpPack    *pack;
  char      *cluster;
  GPtrArray *cells;      /* of JpFigureCell, metric by metric, year by year */
  GPtrArray *sparklines; /* of JpSparkline, borrowed */
  GPtrArray *locks;      /* of GtkLabel, borrowed: one a year */
  int        first_year;
  guint      n_years;
  int        span_first; /* years wanted; 0: all */
  guint      span_years;
  guint      scrolling; /* source */
};

/* NULL: not shown. */
JpFigureCell *jp_figures_grid_get_cell      (JpFiguresGrid *self, guint metric, int year);

/* What a cell does by itself (jp-figures-cell.c). */
void          jp_figure_cell_listen         (JpFigureCell *self);
void          jp_figure_cell_free           (gpointer data);
void          jp_figure_cell_show_value     (JpFigureCell *self);
void          jp_figure_cell_update_growth  (JpFigureCell *self);
char         *jp_figure_cell_text           (const JpFigureCell *self); /* of the value on record */

G_END_DECLS
