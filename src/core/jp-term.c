/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-term.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (jp-term-error-quark, jp_term_error)

/**
 * jp_term_init:
 * @term: (out caller-allocates): the term to set
 * @first: the first valid day
 * @last: the last valid day, as published
 * @error: return location for a [enum@Jp.TermError]
 *
 * Sets a term from published dates, which stand whatever the rule would give: lists differ
 * (whole calendar years, or from the day of recognition).
 *
 * Returns: whether @term was set; otherwise it is left untouched
 */
gboolean
jp_term_init (JpTerm *term, JpDate first, JpDate last, GError **error)
{
  g_return_val_if_fail (term != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (first == JP_DATE_NONE || last == JP_DATE_NONE)
    {
      g_set_error (error, JP_TERM_ERROR, JP_TERM_ERROR_INVALID_DATE,
                   _("A term of validity needs two real dates; give its first and its last day (R-TERM, 第八条)."));
      return FALSE;
    }
  if (last < first)
    {
      char from[JP_DATE_ISO_LEN], to[JP_DATE_ISO_LEN];

      g_set_error (error, JP_TERM_ERROR, JP_TERM_ERROR_ENDS_BEFORE_START,
                   _("A term of validity cannot end (%s) before it starts (%s); check the two dates (R-TERM, 第八条)."),
                   jp_date_to_iso (last, to), jp_date_to_iso (first, from));
      return FALSE;
    }

  term->first = first;
  term->last = last;
  return TRUE;
}

/**
 * jp_term_init_years:
 * @term: (out caller-allocates): the term to set
 * @first: the first valid day
 * @years: length in whole years, from the rule pack
 * @error: return location for a [enum@Jp.TermError]
 *
 * Sets the term that starts on @first and ends the day before the same month and day @years later.
 *
 * Returns: whether @term was set; otherwise it is left untouched
 */
gboolean
jp_term_init_years (JpTerm *term, JpDate first, guint years, GError **error)
{
  JpDate anniversary;

  g_return_val_if_fail (years > 0 && years < 100, FALSE);

  anniversary = jp_date_add_years (first, (int) years);
  return jp_term_init (term, first, anniversary != JP_DATE_NONE ? anniversary - 1 : JP_DATE_NONE, error);
}

/**
 * jp_term_contains:
 * @term: a term
 * @day: a day
 *
 * Returns: whether @day lies in @term, both ends included
 */
gboolean
jp_term_contains (const JpTerm *term, JpDate day)
{
  return term->first <= day && day <= term->last;
}

/**
 * jp_term_days_left:
 * @term: a term
 * @today: a day
 *
 * Returns: days from @today to the last day: 0 on the last day, negative after it
 */
int
jp_term_days_left (const JpTerm *term, JpDate today)
{
  return (int) term->last - (int) today;
}

/**
 * jp_term_compare:
 * @a: a term
 * @b: another term
 *
 * Orders terms by first day, then by last.
 *
 * Returns: negative, zero or positive as @a sorts before, with or after @b
 */
int
jp_term_compare (const JpTerm *a, const JpTerm *b)
{
  int order = (a->first > b->first) - (a->first < b->first);

  return order != 0 ? order : (a->last > b->last) - (a->last < b->last);
}
