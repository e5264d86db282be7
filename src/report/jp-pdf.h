/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-paper.h"

G_BEGIN_DECLS

/* Gives the next paper of a batch, made when it is asked for, or %NULL after the last. */
typedef JpPaper *(*JpPaperSource) (gpointer data);

gboolean jp_pdf_write           (JpFonts *fonts, const char *title, JpPaperSource next, gpointer data,
                                 const char *path, guint *n_pages, GCancellable *cancellable, GError **error);
gboolean jp_pdf_write_to_stream (JpFonts *fonts, const char *title, JpPaperSource next, gpointer data,
                                 GOutputStream *stream, guint *n_pages, GCancellable *cancellable, GError **error);
gboolean jp_pdf_write_papers    (JpFonts *fonts, GPtrArray *papers, const char *path, guint *n_pages, GError **error);

G_END_DECLS
