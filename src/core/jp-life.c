/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-life.h"

#include "jp-core-private.h"

/* The end of a wait that nobody has ended. */
#define OPEN_END G_MAXUINT32

static const struct
{
  const char *id;
  const char *name;
} stages[JP_N_STAGES] = {
  [JP_STAGE_NONE] = { "none", "未列入" },
  [JP_STAGE_CULTIVATING] = { "cultivating", "培育中" },
  [JP_STAGE_APPLIED] = { "applied", "已申报" },
  [JP_STAGE_ACCEPTED] = { "accepted", "已受理" },
  [JP_STAGE_REVIEWED] = { "reviewed", "已初审" },
  [JP_STAGE_INSPECTED] = { "inspected", "已实地抽查" },
  [JP_STAGE_RECOMMENDED] = { "recommended", "已推荐" },
  [JP_STAGE_RECOGNISED] = { "recognised", "已认定" },
  [JP_STAGE_RENEWAL_APPLIED] = { "renewal-applied", "已申报复核" },
  [JP_STAGE_RENEWAL_REVIEWED] = { "renewal-reviewed", "复核已初审" },
  [JP_STAGE_RENEWAL_RECOMMENDED] = { "renewal-recommended", "复核已推荐" },
  [JP_STAGE_RENEWED] = { "renewed", "复核通过" },
  [JP_STAGE_AWAITING] = { "awaiting", "待复核结论" },
  [JP_STAGE_NOT_RENEWED] = { "not-renewed", "复核未通过" },
  [JP_STAGE_LAPSED] = { "lapsed", "已失效" },
  [JP_STAGE_REVOKED] = { "revoked", "已撤销" },
};

/**
 * jp_stage_id:
 * @stage: a stage
 *
 * Returns: its id, as the command line and exports write it
 */
const char *
jp_stage_id (JpStage stage)
{
  g_return_val_if_fail ((guint) stage < JP_N_STAGES, NULL);

  return stages[stage].id;
}

/**
 * jp_stage_name:
 * @stage: a stage
 *
 * Returns: its name as papers print it, always Chinese
 */
const char *
jp_stage_name (JpStage stage)
{
  g_return_val_if_fail ((guint) stage < JP_N_STAGES, NULL);

  return stages[stage].name;
}

/* What has happened to the renewal of the last term. */
static void
forget_renewal (JpLife *life)
{
  life->renewal_applied_on = JP_DATE_NONE;
  life->failed_on = JP_DATE_NONE;
}

static gboolean
renewal_in_hand (JpStage acted)
{
  return acted >= JP_STAGE_RENEWAL_APPLIED && acted <= JP_STAGE_RENEWAL_RECOMMENDED;
}

static gboolean
applied_in_time (const JpLife *life)
{
  const JpTerm *term = jp_life_last_term (life);

  return term != NULL && renewal_in_hand (life->acted) && life->renewal_applied_on <= term->last;
}

/* The days between the end of the last term and @until were spent awaiting, if the application came in time. */
static void
close_wait (JpLife *life, JpDate until)
{
  const JpTerm *term = jp_life_last_term (life);
  JpTerm wait;

  if (!applied_in_time (life) || until <= term->last + 1)
    return;

  wait.first = term->last + 1;
  wait.last = until == OPEN_END ? OPEN_END : until - 1;
  g_array_append_val (life->waits, wait);
}

/* Terms are kept as published with the act; one that was not given runs by the rule. */
static void
append_term (JpLife *life, const JpAct *act, const JpPackSet *packs)
{
  const JpTerm *previous = jp_life_last_term (life);
  const JpPack *pack;
  JpTerm term = act->term;

  if (term.first == JP_DATE_NONE)
    term.first = act->kind == JP_ACT_RENEW && previous != NULL ? previous->last + 1 : act->date;
  if (term.last < term.first)
    {
      pack = jp_pack_set_on (packs, act->date);
      if (pack == NULL || !jp_term_init_years (&term, term.first, pack->term_years, NULL))
        return;
    }

  g_array_append_val (life->terms, term);
  forget_renewal (life);
}

static void
move_to (JpLife *life, JpStage stage)
{
  life->acted = stage;
  life->sent_back = FALSE;
}

/* One act as it happened. Records may be odd, as imported histories are: every act is taken at its word. */
static void
follow (JpLife *life, const JpAct *act, const JpPackSet *packs)
{
  life->last_act = act;

  switch (act->kind)
    {
    case JP_ACT_CULTIVATE:
      move_to (life, JP_STAGE_CULTIVATING);
      break;
    case JP_ACT_DESIGNATE:
      break;
    case JP_ACT_APPLY:
      move_to (life, JP_STAGE_APPLIED);
      break;
    case JP_ACT_ACCEPT:
      move_to (life, JP_STAGE_ACCEPTED);
      break;
    case JP_ACT_REVIEW:
      move_to (life, JP_STAGE_REVIEWED);
      break;
    case JP_ACT_INSPECT:
      if (!renewal_in_hand (life->acted)) /* optional in a renewal, where it moves nothing */
        move_to (life, JP_STAGE_INSPECTED);
      break;
    case JP_ACT_RECOMMEND:
      move_to (life, JP_STAGE_RECOMMENDED);
      break;
    case JP_ACT_RETURN:
    case JP_ACT_DECLINE:
      move_to (life, JP_STAGE_CULTIVATING);
      life->sent_back = TRUE;
      break;
    case JP_ACT_RECOGNISE:
      append_term (life, act, packs);
      move_to (life, JP_STAGE_RECOGNISED);
      life->recognised_on = act->date;
      break;
    case JP_ACT_RENEWAL_APPLY:
      move_to (life, JP_STAGE_RENEWAL_APPLIED);
      life->renewal_applied_on = act->date;
      break;
    case JP_ACT_RENEWAL_REVIEW:
      move_to (life, JP_STAGE_RENEWAL_REVIEWED);
      break;
    case JP_ACT_RENEWAL_RECOMMEND:
      move_to (life, JP_STAGE_RENEWAL_RECOMMENDED);
      break;
    case JP_ACT_RENEW:
      close_wait (life, act->date);
      append_term (life, act, packs);
      move_to (life, JP_STAGE_RENEWED);
      break;
    case JP_ACT_RENEWAL_FAIL:
      close_wait (life, act->date);
      move_to (life, JP_STAGE_NOT_RENEWED);
      life->failed_on = act->date;
      break;
    case JP_ACT_REVOKE:
      close_wait (life, act->date);
      move_to (life, JP_STAGE_REVOKED);
      life->revoked_on = act->date;
      break;
    case JP_N_ACTS:
    default:
      break;
    }
}

static void
open_window (JpLife *life, const JpPackSet *packs, JpDate day)
{
  const JpTerm *term = jp_life_last_term (life);
  const JpPack *pack = jp_pack_set_on (packs, day);

  if (term != NULL && pack != NULL)
    life->renewal_opens = jp_date_add_months (term->last, -(int) jp_pack_renewal_lead (pack));
}

/* What the passing of days alone makes of a cluster. */
static void
let_time_pass (JpLife *life, JpDate since, JpDate day)
{
  const JpTerm *term = jp_life_last_term (life);

  life->stage = life->acted;
  if (term == NULL)
    return;
  if (life->acted == JP_STAGE_NOT_RENEWED)
    life->lapsed_on = MAX (term->last + 1, life->failed_on);
  if (day <= term->last)
    return;

  if (applied_in_time (life))
    {
      life->stage = JP_STAGE_AWAITING;
      close_wait (life, OPEN_END);
    }
  else if (renewal_in_hand (life->acted) || life->acted == JP_STAGE_RECOGNISED || life->acted == JP_STAGE_RENEWED)
    {
      life->not_recorded = term->last < since && life->renewal_applied_on == JP_DATE_NONE;
      if (!life->not_recorded)
        {
          life->stage = JP_STAGE_LAPSED;
          life->lapsed_on = term->last + 1;
        }
    }
}

/**
 * jp_life_init:
 * @life: (out caller-allocates): the life to set
 * @dossier: a cluster
 * @context: packs, the file's first day and today
 *
 * Derives the life of a cluster as of today; see jp_life_init_on().
 */
void
jp_life_init (JpLife *life, const JpDossier *dossier, const JpContext *context)
{
  jp_life_init_on (life, dossier, context, context->today);
}

/**
 * jp_life_init_on:
 * @life: (out caller-allocates): the life to set
 * @dossier: a cluster
 * @context: packs and the file's first day
 * @day: the day to look from
 *
 * Derives stage, terms and their ends from the acts dated up to @day, as a person would have seen them at the end
 * of that day. An application by the last day keeps a cluster awaiting, no application lets it lapse on the day
 * after, a renewal joins on whenever it is approved. Rules R-LIFE, R-TERM, R-SINCE; 第四条–第八条.
 *
 * Clear @life with jp_life_clear().
 */
void
jp_life_init_on (JpLife *life, const JpDossier *dossier, const JpContext *context, JpDate day)
{
  g_return_if_fail (life != NULL && dossier != NULL && context != NULL);

  *life = (JpLife) { 0 };
  life->terms = g_array_new (FALSE, FALSE, sizeof (JpTerm));
  life->waits = g_array_new (FALSE, FALSE, sizeof (JpTerm));

  for (guint i = 0; i < dossier->acts->len; i++)
    {
      const JpAct *act = g_ptr_array_index (dossier->acts, i);

      if (jp_has_happened (act->date, day))
        follow (life, act, context->packs);
    }

  open_window (life, context->packs, day);
  let_time_pass (life, context->since, day);
}

/**
 * jp_life_clear:
 * @life: a life that was set
 *
 * Frees what @life owns.
 */
void
jp_life_clear (JpLife *life)
{
  g_clear_pointer (&life->terms, g_array_unref);
  g_clear_pointer (&life->waits, g_array_unref);
}

/**
 * jp_life_last_term:
 * @life: a life
 *
 * Returns: (nullable) (transfer none): the last term of validity, or %NULL if the cluster was never recognised
 */
const JpTerm *
jp_life_last_term (const JpLife *life)
{
  return life->terms->len > 0 ? &g_array_index (life->terms, JpTerm, life->terms->len - 1) : NULL;
}

/* Revocation cuts a term short: out of term from that day. */
static JpTerm
standing_part (const JpLife *life, const JpTerm *term)
{
  JpTerm part = *term;

  if (life->revoked_on != JP_DATE_NONE && life->revoked_on <= part.last)
    part.last = life->revoked_on - 1;

  return part;
}

/**
 * jp_life_in_term:
 * @life: a life
 * @day: a day
 *
 * Tells whether the cluster is in term: first day ≤ @day ≤ last day of a term, and not revoked. Awaiting is not
 * in term. Rule R-TERM, 第八条.
 *
 * Returns: whether @day lies in term
 */
gboolean
jp_life_in_term (const JpLife *life, JpDate day)
{
  for (guint i = 0; i < life->terms->len; i++)
    {
      JpTerm term = standing_part (life, &g_array_index (life->terms, JpTerm, i));

      if (jp_term_contains (&term, day))
        return TRUE;
    }

  return FALSE;
}

/**
 * jp_life_awaiting:
 * @life: a life
 * @day: a day
 *
 * Tells whether the cluster was waiting for the ministry's decision on @day: its term over, the renewal applied
 * for in time, and not yet decided. Duties go on, nothing is paid. Rule R-TERM.
 *
 * Returns: whether @day lies in such a wait
 */
gboolean
jp_life_awaiting (const JpLife *life, JpDate day)
{
  for (guint i = 0; i < life->waits->len; i++)
    if (jp_term_contains (&g_array_index (life->waits, JpTerm, i), day))
      return TRUE;

  return FALSE;
}

static gboolean
overlaps (const JpTerm *a, const JpTerm *b)
{
  return a->first <= a->last && a->first <= b->last && b->first <= a->last;
}

/**
 * jp_life_has_duties:
 * @life: a life
 * @year: an assessment year
 *
 * Tells whether the yearly duties fall on the cluster for @year: it was in term or awaiting on any day of it.
 * Whether a pack governs the year is another question, see jp_pack_set_first_year(). Rule R-CAL, 第九条.
 *
 * Returns: whether @year has duties
 */
gboolean
jp_life_has_duties (const JpLife *life, int year)
{
  JpTerm span;

  if (year < 1 || !jp_term_init (&span, jp_date_year_start ((guint) year), jp_date_year_end ((guint) year), NULL))
    return FALSE;

  for (guint i = 0; i < life->terms->len; i++)
    {
      JpTerm term = standing_part (life, &g_array_index (life->terms, JpTerm, i));

      if (overlaps (&term, &span))
        return TRUE;
    }
  for (guint i = 0; i < life->waits->len; i++)
    if (overlaps (&g_array_index (life->waits, JpTerm, i), &span))
      return TRUE;

  return FALSE;
}

/**
 * jp_life_warning:
 * @life: a cluster's life
 * @pack: the pack in force
 * @day: the day that counts as today
 *
 * The reminders before a term's end (R-TERM): they go by the last term, and end with it.
 *
 * Returns: the months of the latest reminder that has come, 12, 6, 3 or 1 by the pack; 0 before the first, after the
 *   last day of the term, and where there is no term
 */
guint
jp_life_warning (const JpLife *life, const JpPack *pack, JpDate day)
{
  const JpTerm *last = jp_life_last_term (life);
  guint months = 0;

  g_return_val_if_fail (pack != NULL, 0);

  if (last == NULL || day > last->last || life->revoked_on != JP_DATE_NONE)
    return 0;
  for (guint i = 0; i < pack->n_lead_months; i++)
    if (day >= jp_date_add_months (last->last, -(int) pack->lead_months[i]))
      months = pack->lead_months[i];

  return months;
}

/**
 * jp_life_ordinal_on:
 * @life: a life
 * @day: a day
 *
 * Returns: which term holds @day, from 1; 0 where none does
 */
int
jp_life_ordinal_on (const JpLife *life, JpDate day)
{
  for (guint i = 0; i < life->terms->len; i++)
    if (jp_term_contains (&g_array_index (life->terms, JpTerm, i), day))
      return (int) i + 1;

  return 0;
}
