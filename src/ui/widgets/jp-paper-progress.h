/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window that tells how far long work has come and cancels it; work that is soon done never shows it. */
typedef struct _JpPaperProgress JpPaperProgress;

JpPaperProgress *jp_paper_progress_new  (GtkWidget *from, GCancellable *cancellable);
/* From any thread. */
void             jp_paper_progress_tell (JpPaperProgress *self, guint done, guint all);
void             jp_paper_progress_end  (JpPaperProgress *self);

G_END_DECLS
