/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-paper.h"

G_BEGIN_DECLS

/* The parts only official letters have (GB/T 9704). */
void     jp_letter_space (JpPaper *paper, guint n_lines);                      /* empty lines */
void     jp_letter_close (JpPaper *paper, const char *office, JpDate day);     /* the office over the date */

/* The addressee's line: flush left, with a colon. */
void     jp_letter_address (JpPaper *paper, const char *addressee);

JpBlock *jp_signature_block_new (const char *office, const char *day, JpTextStyle style, double pitch);
/* What a signature says; FALSE where it is a block of another kind. */
gboolean jp_signature_block_get (const JpBlock *block, const char **office, const char **day);

G_END_DECLS
