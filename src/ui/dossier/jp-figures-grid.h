/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JP_TYPE_FIGURES_GRID (jp_figures_grid_get_type ())
G_DECLARE_FINAL_TYPE (JpFiguresGrid, jp_figures_grid, JP, FIGURES_GRID, AdwBin)

/**
 * JpFiguresGrid:
 *
 * The figures of a cluster, a row each metric and a column each year. Enter goes down, and from the last figure to the
 * next year; arrows go about; what is typed changes growth at once and is never changed while it is being typed.
 *
 * Signals: "entered" (guint metric, int year, gint64 value), "cleared" as value −1; "locked" (guint metric, int year):
 * somebody wants to change a locked figure; "pasted" (guint metric, int year, char *text): a block is to go in there.
 */
GtkWidget *jp_figures_grid_new        (void);
void       jp_figures_grid_show       (JpFiguresGrid *self, const JpDossier *dossier, const JpContext *context);
/* Shows these years only; 0: as many as there are. Heeded by the next jp_figures_grid_show(). */
void       jp_figures_grid_set_span   (JpFiguresGrid *self, int first, guint n_years);
void       jp_figures_grid_set_error  (JpFiguresGrid *self, guint metric, int year, const char *message);
/* The first year shown, and how many. */
int        jp_figures_grid_first_year (JpFiguresGrid *self);
guint      jp_figures_grid_n_years    (JpFiguresGrid *self);
/* The cell's entry, or NULL where that is not shown. */
GtkWidget *jp_figures_grid_get_entry  (JpFiguresGrid *self, guint metric, int year);

/* The place in it, METRIC@YEAR, and what is typed and not on record, for the window's state. */
char      *jp_figures_grid_get_field  (JpFiguresGrid *self);
void       jp_figures_grid_go         (JpFiguresGrid *self, const char *field);
GVariant  *jp_figures_grid_get_typed  (JpFiguresGrid *self);
void       jp_figures_grid_set_typed  (JpFiguresGrid *self, GVariant *typed);

G_END_DECLS
