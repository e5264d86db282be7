/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-date.h"

G_BEGIN_DECLS

#define JP_TERM_ERROR (jp_term_error_quark ())

/**
 * JpTermError:
 * @JP_TERM_ERROR_INVALID_DATE: a date is missing or not a real calendar date
 * @JP_TERM_ERROR_ENDS_BEFORE_START: the last day lies before the first
 *
 * Why a term could not be made.
 */
typedef enum
{
  JP_TERM_ERROR_INVALID_DATE,
  JP_TERM_ERROR_ENDS_BEFORE_START,
} JpTermError;

GQuark jp_term_error_quark (void);

/**
 * JpTerm:
 * @first: the first valid day
 * @last: the last valid day, valid to its end
 *
 * A term of validity (有效期): whole days, both ends included. A plain value; copy it freely.
 * Rule R-TERM, 第八条.
 */
typedef struct
{
  JpDate first;
  JpDate last;
} JpTerm;

gboolean jp_term_init       (JpTerm *term, JpDate first, JpDate last, GError **error);
gboolean jp_term_init_years (JpTerm *term, JpDate first, guint years, GError **error);
gboolean jp_term_contains   (const JpTerm *term, JpDate day);
int      jp_term_days_left  (const JpTerm *term, JpDate today);
int      jp_term_compare    (const JpTerm *a, const JpTerm *b);

G_END_DECLS
