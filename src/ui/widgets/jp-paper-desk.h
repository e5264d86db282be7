/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How large pages are shown. */
typedef enum
{
  JP_PAPER_FIT_PAGE,
  JP_PAPER_FIT_WIDTH,
  JP_PAPER_FIT_NONE, /* at a percentage */
} JpPaperFit;

#define JP_TYPE_PAPER_DESK (jp_paper_desk_get_type ())
G_DECLARE_FINAL_TYPE (JpPaperDesk, jp_paper_desk, JP, PAPER_DESK, GtkWidget)

/**
 * JpPaperDesk:
 *
 * Pages one under the other on a desk that scrolls. Only what is to be seen exists as widgets and pictures; the
 * pictures are asked for by the signal "wanted" (nothing is passed; jp_paper_desk_get_wishes() tells which).
 * "moved": the page in the middle, the number of pages or the zoom is another.
 */
GtkWidget *jp_paper_desk_new         (void);
/* Pages (of JpPressedPage) in place of those there, or behind them. The place stays where it can. */
void       jp_paper_desk_replace     (JpPaperDesk *self, GPtrArray *pages, gboolean keep_place);
void       jp_paper_desk_append      (JpPaperDesk *self, GPtrArray *pages);
GArray    *jp_paper_desk_get_wishes  (JpPaperDesk *self); /* (transfer full), of JpPressWish */
void       jp_paper_desk_set_texture (JpPaperDesk *self, guint page, GdkTexture *texture);

guint      jp_paper_desk_get_n_pages (JpPaperDesk *self);
guint      jp_paper_desk_get_page    (JpPaperDesk *self); /* from 0 */
void       jp_paper_desk_set_page    (JpPaperDesk *self, guint page);
double     jp_paper_desk_get_zoom    (JpPaperDesk *self); /* 1: as large as on paper, at 96 dots an inch */
JpPaperFit jp_paper_desk_get_fit     (JpPaperDesk *self);
void       jp_paper_desk_set_fit     (JpPaperDesk *self, JpPaperFit fit);
void       jp_paper_desk_set_zoom    (JpPaperDesk *self, double zoom);

G_END_DECLS
