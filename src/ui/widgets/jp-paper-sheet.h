/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JP_TYPE_PAPER_SHEET (jp_paper_sheet_get_type ())
G_DECLARE_FINAL_TYPE (JpPaperSheet, jp_paper_sheet, JP, PAPER_SHEET, GtkWidget)

/* One page on the desk: white until its picture is there, and its words for those who do not see it. */
GtkWidget  *jp_paper_sheet_new         (void);
void        jp_paper_sheet_set_page    (JpPaperSheet *self, guint page, guint n_pages, const char *text);
guint       jp_paper_sheet_get_page    (JpPaperSheet *self);
/* An older picture of another size is shown, stretched, until the right one comes. */
void        jp_paper_sheet_set_texture (JpPaperSheet *self, GdkTexture *texture);
gboolean    jp_paper_sheet_is_drawn    (JpPaperSheet *self);

G_END_DECLS
