/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-paper.h"

G_BEGIN_DECLS

/* The two parts of a text document that papers fill. */
char *jp_docx_document (GPtrArray *papers);
char *jp_docx_footer   (const JpPaper *paper);

G_END_DECLS
