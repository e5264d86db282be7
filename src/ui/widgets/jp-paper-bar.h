/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-paper-view.h"

G_BEGIN_DECLS

#define JP_TYPE_PAPER_BAR (jp_paper_bar_get_type ())
G_DECLARE_FINAL_TYPE (JpPaperBar, jp_paper_bar, JP, PAPER_BAR, AdwBin)

/* Page jump and zoom of a JpPaperView, its property "view". */
GtkWidget *jp_paper_bar_new      (void);
void       jp_paper_bar_set_view (JpPaperBar *self, JpPaperView *view);

G_END_DECLS
