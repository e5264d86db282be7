/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-paper.h"

G_BEGIN_DECLS

/* Letters as text documents, for the office to finish in WPS or LibreOffice. */
GBytes  *jp_docx_new   (GPtrArray *papers, GError **error);
gboolean jp_docx_write (GPtrArray *papers, const char *path, GError **error);

G_END_DECLS
