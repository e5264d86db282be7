/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-paper-desk.h"
#include "jp-pdf.h"

G_BEGIN_DECLS

#define JP_TYPE_PAPER_VIEW (jp_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (JpPaperView, jp_paper_view, JP, PAPER_VIEW, AdwBin)

/**
 * JpPaperView:
 *
 * The very pages that print, white on a dark desk: continuous, at any size, drawn by a thread of their own. A
 * JpPaperBar beside it jumps to pages and zooms; the keys do so too (Page Up and Down, Home, End, + − 0).
 *
 * Properties: "n-pages" (uint), "page" (uint, from 1; 0: none), "zoom" (double), "note" (string: fonts that are not
 * installed, to be told and not printed; NULL: none), "busy" (boolean). All notify, "page" can be set.
 */
GtkWidget  *jp_paper_view_new         (void);

/* Shows papers: @next is called on another thread until it gives NULL and may only read what @data keeps alive (a
 * snapshot); @destroy is called here. @keep_place: it is the same report with other choices, stay where the user is. */
void        jp_paper_view_show_papers (JpPaperView *self, JpPaperSource next, gpointer data, GDestroyNotify destroy,
                                       gboolean keep_place);
/* The same for papers at hand (of JpPaper). */
void        jp_paper_view_show_list   (JpPaperView *self, GPtrArray *papers, gboolean keep_place);
/* Nothing to show, and why. */
void        jp_paper_view_show_words  (JpPaperView *self, const char *title, const char *description);
void        jp_paper_view_set_fonts_file (JpPaperView *self, const char *path); /* for tests, before the first papers */

guint       jp_paper_view_get_n_pages (JpPaperView *self);
guint       jp_paper_view_get_page    (JpPaperView *self);
void        jp_paper_view_set_page    (JpPaperView *self, guint page);
double      jp_paper_view_get_zoom    (JpPaperView *self);
JpPaperFit  jp_paper_view_get_fit     (JpPaperView *self);
void        jp_paper_view_set_fit     (JpPaperView *self, JpPaperFit fit);
void        jp_paper_view_set_zoom    (JpPaperView *self, double zoom);
/* To the next larger (@direction 1) or smaller (-1) of the usual sizes. */
void        jp_paper_view_step_zoom   (JpPaperView *self, int direction);
const char *jp_paper_view_get_note    (JpPaperView *self);
gboolean    jp_paper_view_get_busy    (JpPaperView *self);

G_END_DECLS
