/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-correction-private.h"

#include "jp-fund-case.h"
#include "jp-life.h"
#include "jp-store-clusters.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>

/* A first day and the last day the rule gives it. */
static JpTerm
term_by_rule (const JpContext *context, JpDate day, JpDate first)
{
  const JpPack *pack = jp_pack_set_on (context->packs, day);
  JpTerm term = { first, JP_DATE_NONE };

  if (pack != NULL)
    jp_term_init_years (&term, first, pack->term_years, NULL);

  return term;
}

static gboolean
ran_by_rule (const JpContext *context, const JpAct *act)
{
  JpTerm by_rule = term_by_rule (context, act->date, act->term.first);

  return jp_term_compare (&by_rule, &act->term) == 0;
}

/* A term that ran by the rule goes on doing so from its new first day; a last day that was published stays. */
static void
move_term (JpAct *act, const JpContext *context, gboolean by_rule, JpDate first)
{
  act->term.first = first;
  if (by_rule)
    act->term = term_by_rule (context, act->date, first);
}

static void
apply (JpAct *act, const JpContext *context, const JpCorrection *correction)
{
  gboolean by_rule = act->term.first != JP_DATE_NONE && ran_by_rule (context, act);
  gboolean from_its_day = act->kind == JP_ACT_RECOGNISE && act->term.first == act->date;

  if (correction->date != JP_DATE_NONE)
    act->date = correction->date;
  if (correction->first != JP_DATE_NONE)
    move_term (act, context, by_rule && correction->last == JP_DATE_NONE, correction->first);
  else if (correction->date != JP_DATE_NONE && from_its_day && by_rule)
    move_term (act, context, TRUE, act->date);
  if (correction->last != JP_DATE_NONE)
    act->term.last = correction->last;
  if (correction->document != NULL)
    jp_text_set (&act->document, correction->document);
  if (correction->note != NULL)
    jp_text_set (&act->note, correction->note);
}

/* Renewals join on: where the end of a term moves, the terms after it move along (R-TERM). */
static gboolean
join_on (JpTransaction *transaction, const JpContext *context, JpDossier *copy, guint after, JpDate old_last,
         JpDate new_last, GError **error)
{
  for (guint i = after + 1; i < copy->acts->len && new_last != old_last; i++)
    {
      JpAct *act = copy->acts->pdata[i];
      JpDate last = act->term.last;

      if (act->kind != JP_ACT_RENEW)
        continue;
      if (act->term.first != old_last + 1)
        return TRUE;
      move_term (act, context, ran_by_rule (context, act), new_last + 1);
      if (!jp_store_put_act (transaction, copy->id, act, error))
        return FALSE;
      old_last = last;
      new_last = act->term.last;
    }

  return TRUE;
}

/* Money that was asked for, paid or used, and assessments, rest on the recognition and on its first fiscal year. */
static gboolean
check_what_rests_on_it (const JpDossier *before, const JpDossier *after, const JpContext *context, GError **error)
{
  const JpFundAct *first = after->fund_acts->len > 0 ? after->fund_acts->pdata[0] : NULL;
  JpContext then = *context;

  if (first != NULL && jp_funding_start (before, context, NULL) != jp_funding_start (after, context, NULL))
    {
      g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                   _("Funding acts of %s are on record for the first fiscal year %d, which this correction would move; "
                     "settle the first fiscal year first (R-FUND, 第十五条)"), before->name,
                   jp_funding_start (before, context, NULL));
      return FALSE;
    }
  for (guint i = 0; i < after->fund_acts->len; i++)
    {
      const JpFundAct *act = after->fund_acts->pdata[i];

      first = act->date < first->date ? act : first;
    }
  then.today = first != NULL ? first->date : context->today;
  if ((first != NULL || after->assessments->len > 0 || after->uses->len > 0)
      && jp_funding_start (after, &then, NULL) == 0)
    {
      g_set_error (
        error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
        _("Assessments, funding acts or uses of %s are on record, and without this recognition they could not be "
          "(R-LIFE, R-FUND)"),
        before->name);
      return FALSE;
    }

  return TRUE;
}

/* The history as corrected must still be one that could have happened. */
static gboolean
check_history (JpTransaction *transaction, const JpContext *context, const JpDossier *before, GError **error)
{
  g_autoptr (JpDossier) after = jp_transaction_load_dossier (transaction, before->id, error);

  return after != NULL && jp_life_check_history (after, context, error) &&
         check_what_rests_on_it (before, after, context, error);
}

static int
find_act (const JpDossier *dossier, const char *id)
{
  for (guint i = 0; i < dossier->acts->len; i++)
    if (g_str_equal (((const JpAct *) dossier->acts->pdata[i])->id, id))
      return (int) i;

  return -1;
}

gboolean
jp_correct_act (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier,
                const JpCorrectionWork *work, GError **error)
{
  g_autoptr (JpDossier) copy = jp_dossier_copy (dossier);
  int index = find_act (copy, work->record);
  JpAct *act;
  JpDate last;

  if (index < 0)
    return jp_correction_not_found (work, error);
  act = copy->acts->pdata[index];
  if (work->correction->void_it)
    return jp_store_void_act (transaction, dossier->id, act->id, work->correction->reason, error) &&
           check_history (transaction, context, dossier, error);

  last = act->term.last;
  apply (act, context, work->correction);

  return jp_store_put_act (transaction, dossier->id, act, error) &&
         join_on (transaction, context, copy, (guint) index, last, act->term.last, error) &&
         check_history (transaction, context, dossier, error);
}
