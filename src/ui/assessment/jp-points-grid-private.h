/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-points-grid.h"

G_BEGIN_DECLS

typedef struct _JpPointsSlot JpPointsSlot;

/* One cell of a row that is to be seen. */
typedef struct
{
  JpPointsGrid *grid;
  JpPointsSlot *slot;
  guint         indicator;
  GtkWidget    *box;
  GtkWidget    *mark;  /* ≠ ⚠ ✗, never colour alone */
  GtkWidget    *entry;
  guint         looks; /* what the box wears, bits of JpCellLook */
} JpPointsCell;

/* The widgets of one row that is to be seen, whichever cluster it stands for now. */
struct _JpPointsSlot
{
  JpPointsGrid *grid;
  guint         row;   /* in the list */
  char         *named; /* cluster that the entries are named for */
  GtkWidget    *head;  /* name and state, which stay */
  GtkWidget    *body;  /* cells, which scroll */
  GtkWidget    *tail;  /* total and band, which stay */
  GtkWidget    *name, *state, *total, *band;
  JpPointsCell *cells; /* of the pack's indicators */
};

struct _JpPointsGrid
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *place;    /* the room for rows */
  GtkWidget *heads, *bodies, *tails;
  GtkWidget *across;   /* scrolls the bodies */
  GtkWidget *bar, *below; /* scrollbars */

  /* Owned. */
  JpAssessmentList *list;
  JpPointsDrafts   *drafts;
  JpSession        *session;
  JpPack           *pack;
  GPtrArray        *slots;  /* of JpPointsSlot, from the top */
  GtkAdjustment    *rows;
  char             *cursor; /* cluster; NULL: none */

  guint    row, column;                /* of the cursor */
  guint    anchor_row, anchor_column;  /* the other corner of what is chosen */
  guint    top;
  guint    fitting; /* source */
  double   rest;    /* of a scroll, less than a row */
  gboolean editing; /* arrows move in the text, not in the grid */
  gboolean setting;
  gboolean stale;   /* the widgets are for another size of text */
};

/* Rows (jp-points-slot.c). */
JpPointsSlot   *jp_points_slot_new    (JpPointsGrid *grid);
void            jp_points_slot_free   (gpointer data);
void            jp_points_slot_show   (JpPointsSlot *self, guint row);
GtkWidget      *jp_points_header_new  (const JpPack *pack, GtkWidget **head, GtkWidget **tail);

/* The result on record in a row (jp-points-grid.c). */
const JpResult *jp_points_grid_record (JpPointsGrid *self, guint row);
guint           jp_points_grid_n_rows (JpPointsGrid *self);
JpPointsSlot   *jp_points_grid_slot   (JpPointsGrid *self, guint row); /* NULL: not to be seen */
gboolean        jp_points_grid_is_chosen (JpPointsGrid *self, guint row, guint column);
void            jp_points_grid_set_top (JpPointsGrid *self, guint top);
void            jp_points_grid_set_cursor (JpPointsGrid *self, guint row, guint column, gboolean extend);
void            jp_points_grid_redraw (JpPointsGrid *self);

/* Keys and what they do (jp-points-keys.c). */
void            jp_points_cell_listen (JpPointsCell *cell);
void            jp_points_grid_commit (JpPointsGrid *self);
gboolean        jp_points_grid_move   (JpPointsGrid *self, guint row, guint column, gboolean extend);

G_END_DECLS
