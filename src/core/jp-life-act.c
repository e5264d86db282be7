/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether an act of R-LIFE may be done. */

#include "jp-life.h"

#include <glib/gi18n-lib.h>

#include "jp-core-private.h"

G_DEFINE_QUARK (jp-life-error-quark, jp_life_error)

enum
{
  BY_DISTRICT = 1 << 0,
  BY_CITY = 1 << 1,
  BY_CENTRE = 1 << 2,
  BY_MINISTRY = 1 << 3, /* its acts come in through the city's record */
};

#define AT(stage)       (1u << JP_STAGE_##stage)
#define ANY_STAGE       ((1u << JP_N_STAGES) - 1)
#define BEFORE_RECOGNITION                                                                                             \
  (AT (NONE) | AT (CULTIVATING) | AT (APPLIED) | AT (ACCEPTED) | AT (REVIEWED) | AT (INSPECTED))
#define UNDER_REVIEW    (AT (APPLIED) | AT (ACCEPTED) | AT (REVIEWED) | AT (INSPECTED))
#define VALID           (AT (RECOGNISED) | AT (RENEWED))
#define UNDER_RENEWAL   (AT (RENEWAL_APPLIED) | AT (RENEWAL_REVIEWED) | AT (RENEWAL_RECOMMENDED))

/* The table of R-LIFE: stages an act follows from, those it follows from only with a reason, who does it, and the
 * article it rests on. */
typedef struct
{
  guint       from;
  guint       from_with_reason;
  guint       offices;
  const char *article;
} ActRule;

static const ActRule rules[JP_N_ACTS] = {
  [JP_ACT_CULTIVATE] = { AT (NONE), 0, BY_DISTRICT, "第四条" }, /* and once sent back, see may_follow() */
  [JP_ACT_DESIGNATE] = { ANY_STAGE, 0, BY_DISTRICT, "第六条" },
  [JP_ACT_APPLY] = { AT (NONE) | AT (CULTIVATING), 0, BY_DISTRICT, "第五条" },
  [JP_ACT_ACCEPT] = { AT (APPLIED), 0, BY_CITY | BY_CENTRE, "第七条" },
  [JP_ACT_REVIEW] = { AT (ACCEPTED), 0, BY_CITY | BY_CENTRE, "第七条" },
  [JP_ACT_INSPECT] = { AT (REVIEWED) | AT (RENEWAL_REVIEWED), 0, BY_CITY | BY_CENTRE, "第七条" },
  [JP_ACT_RECOMMEND] = { AT (INSPECTED), 0, BY_CITY, "第七条" },
  [JP_ACT_RETURN] = { UNDER_REVIEW, 0, BY_CITY | BY_CENTRE, "第七条" },
  [JP_ACT_DECLINE] = { UNDER_REVIEW | AT (RECOMMENDED), 0, BY_CITY | BY_CENTRE, "第七条" },
  [JP_ACT_RECOGNISE] = { AT (RECOMMENDED), BEFORE_RECOGNITION, BY_MINISTRY | BY_CITY, "第八条" },
  [JP_ACT_RENEWAL_APPLY] = { VALID, 0, BY_DISTRICT, "第八条" },
  [JP_ACT_RENEWAL_REVIEW] = { AT (RENEWAL_APPLIED), 0, BY_CITY | BY_CENTRE, "第八条" },
  [JP_ACT_RENEWAL_RECOMMEND] = { AT (RENEWAL_REVIEWED), 0, BY_CITY, "第八条" },
  [JP_ACT_RENEW] = { AT (RENEWAL_RECOMMENDED), VALID | AT (RENEWAL_APPLIED) | AT (RENEWAL_REVIEWED) | AT (LAPSED),
                     BY_MINISTRY | BY_CITY, "第八条" },
  [JP_ACT_RENEWAL_FAIL] = { UNDER_RENEWAL, 0, BY_MINISTRY | BY_CITY, "第八条" },
  [JP_ACT_REVOKE] = { VALID | UNDER_RENEWAL, 0, BY_MINISTRY | BY_CITY, "第八条" },
};

/* Waiting is a matter of dates: the procedure stands where the acts have brought it. */
static JpStage
stage_of_procedure (const JpLife *life)
{
  return life->stage == JP_STAGE_AWAITING ? life->acted : life->stage;
}

static char *
stage_names (guint stages)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < JP_N_STAGES; i++)
    if (stages & (1u << i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", jp_stage_name ((JpStage) i));

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
may_follow (const JpLife *life, JpActKind kind, gboolean *needs_reason)
{
  const ActRule *rule = &rules[kind];
  guint stage = 1u << stage_of_procedure (life);

  *needs_reason = (rule->from & stage) == 0 && (rule->from_with_reason & stage) != 0;
  if (kind == JP_ACT_CULTIVATE && life->sent_back)
    return TRUE;
  if ((kind == JP_ACT_RENEW || kind == JP_ACT_RENEWAL_APPLY) && jp_life_last_term (life) == NULL)
    return FALSE; /* odd histories: there is no term to renew */

  return ((rule->from | rule->from_with_reason) & stage) != 0;
}

static gboolean
check_stage (const JpLife *life, const JpAct *act, gboolean *needs_reason, GError **error)
{
  const ActRule *rule = &rules[act->kind];
  g_autofree char *allowed = NULL;

  if (may_follow (life, act->kind, needs_reason))
    return TRUE;

  allowed = stage_names (rule->from | rule->from_with_reason);
  g_set_error (error, JP_LIFE_ERROR, JP_LIFE_ERROR_STAGE,
               _("“%s” does not follow from “%s”; it can follow from %s (R-LIFE, %s)."), jp_act_kind_name (act->kind),
               jp_stage_name (life->stage), allowed, rule->article);
  return FALSE;
}

static gboolean
check_date (const JpLife *life, const JpContext *context, const JpAct *act, GError **error)
{
  char day[JP_DATE_ISO_LEN], limit[JP_DATE_ISO_LEN];

  if (act->date == JP_DATE_NONE)
    g_set_error (error, JP_LIFE_ERROR, JP_LIFE_ERROR_DATE, _("“%s” needs its date (R-LIFE)."),
                 jp_act_kind_name (act->kind));
  else if (act->date > context->today)
    g_set_error (error, JP_LIFE_ERROR, JP_LIFE_ERROR_DATE,
                 _("“%s” cannot be dated %s, after today (%s); record it once it has happened (R-LIFE)."),
                 jp_act_kind_name (act->kind), jp_date_to_iso (act->date, day), jp_date_to_iso (context->today, limit));
  else if (life->last_act != NULL && act->date < life->last_act->date)
    g_set_error (error, JP_LIFE_ERROR, JP_LIFE_ERROR_DATE,
                 _("“%s” cannot be dated %s, before “%s” of %s, which it follows; correct whichever date is wrong "
                   "(R-LIFE)."),
                 jp_act_kind_name (act->kind), jp_date_to_iso (act->date, day),
                 jp_act_kind_name (life->last_act->kind), jp_date_to_iso (life->last_act->date, limit));
  else
    return TRUE;

  return FALSE;
}

static gboolean
office_may (guint offices, const char *office, const char *district)
{
  if (g_strcmp0 (office, JP_OFFICE_CITY) == 0)
    return (offices & BY_CITY) != 0;
  if (g_strcmp0 (office, JP_OFFICE_CENTRE) == 0)
    return (offices & BY_CENTRE) != 0;
  if (g_strcmp0 (office, JP_OFFICE_MINISTRY) == 0)
    return (offices & BY_MINISTRY) != 0;

  return (offices & BY_DISTRICT) != 0 && jp_office_is_district (office) &&
         (district == NULL || g_str_equal (office, district));
}

static const char *
office_names (guint offices)
{
  if (offices & BY_DISTRICT)
    return _("the cluster's own district");
  if (offices & BY_CENTRE)
    return _("the city bureau or its centre");
  if (offices & BY_MINISTRY)
    return _("the ministry, recorded by the city bureau");

  return _("the city bureau");
}

static gboolean
check_office (const JpDossier *dossier, const JpContext *context, const JpAct *act, GError **error)
{
  const ActRule *rule = &rules[act->kind];

  if (office_may (rule->offices, act->office, dossier->district))
    return TRUE;

  g_set_error (error, JP_LIFE_ERROR, JP_LIFE_ERROR_OFFICE, _("“%s” is an act of %s, not of “%s” (R-LIFE, %s)."),
               jp_act_kind_name (act->kind), office_names (rule->offices),
               jp_pack_office_name (jp_pack_set_on (context->packs, act->date), act->office),
               rule->article);
  return FALSE;
}

/* An application is in time up to the last day, that day included, and not before the window opens. It is asked for
 * before the stage: “lapsed” would only tell half of what is wrong with one that comes too late. */
static gboolean
check_window (const JpLife *life, JpDate day, GError **error)
{
  const JpTerm *term = jp_life_last_term (life);
  char from[JP_DATE_ISO_LEN], to[JP_DATE_ISO_LEN];

  if (term == NULL || !(VALID & (1u << life->acted)) || (day >= life->renewal_opens && day <= term->last))
    return TRUE;

  g_set_error (error, JP_LIFE_ERROR, JP_LIFE_ERROR_DATE,
               _("A renewal can be applied for from %s to %s, both days included (R-TERM, %s)."),
               jp_date_to_iso (life->renewal_opens, from), jp_date_to_iso (term->last, to),
               rules[JP_ACT_RENEWAL_APPLY].article);
  return FALSE;
}

/* The last self-check of this round: an old round ends with its verdict. */
static const JpStandardCheck *
self_check_of_round (const JpDossier *dossier, JpDate day)
{
  const JpStandardCheck *found = NULL;
  JpDate since = JP_DATE_NONE;

  for (guint i = 0; i < dossier->acts->len; i++)
    {
      const JpAct *act = g_ptr_array_index (dossier->acts, i);

      if (act->kind == JP_ACT_DECLINE || act->kind == JP_ACT_RECOGNISE || act->kind == JP_ACT_RENEW)
        since = act->date;
    }
  for (guint i = 0; i < dossier->checks->len; i++)
    {
      const JpStandardCheck *check = g_ptr_array_index (dossier->checks, i);

      if (check->date >= since && check->date <= day)
        found = check;
    }

  return found;
}

static gboolean
check_standard (const JpDossier *dossier, const JpAct *act, GError **error)
{
  const JpStandardCheck *check;

  if (act->kind != JP_ACT_RECOMMEND && act->kind != JP_ACT_RENEWAL_RECOMMEND)
    return TRUE;

  check = self_check_of_round (dossier, act->date);
  if (check == NULL)
    g_set_error (
      error, JP_LIFE_ERROR, JP_LIFE_ERROR_STANDARD,
      _("“%s” needs a self-check against the recognition standard on record; make it first (R-STANDARD, 第五条)."),
      jp_act_kind_name (act->kind));
  else if (!check->all_met && !jp_given (act->reason))
    g_set_error (error, JP_LIFE_ERROR, JP_LIFE_ERROR_REASON,
                 _("The self-check does not meet every threshold; “%s” needs a reason, which is printed (R-STANDARD, "
                   "第五条)."),
                 jp_act_kind_name (act->kind));
  else
    return TRUE;

  return FALSE;
}

static gboolean
designated_before (const JpDossier *dossier)
{
  for (guint i = 0; i < dossier->acts->len; i++)
    if (((const JpAct *) g_ptr_array_index (dossier->acts, i))->kind == JP_ACT_DESIGNATE)
      return TRUE;

  return FALSE;
}

static gboolean
check_reason (const JpDossier *dossier, const JpLife *life, const JpAct *act, gboolean early, GError **error)
{
  const JpTerm *term = jp_life_last_term (life);
  gboolean late = act->kind == JP_ACT_RENEW && act->date > term->last;

  if (act->imported || jp_given (act->reason))
    return TRUE;

  if (act->kind == JP_ACT_DESIGNATE && designated_before (dossier))
    g_set_error (error, JP_LIFE_ERROR, JP_LIFE_ERROR_REASON,
                 _("An operator is designated already and is not changed in principle; give a reason (R-LIFE, %s)."),
                 rules[JP_ACT_DESIGNATE].article);
  else if (late)
    g_set_error (error, JP_LIFE_ERROR, JP_LIFE_ERROR_REASON,
                 _("“%s” after the end of the term needs a reason (R-LIFE, %s)."), jp_act_kind_name (act->kind),
                 rules[act->kind].article);
  else if (early)
    g_set_error (error, JP_LIFE_ERROR, JP_LIFE_ERROR_REASON,
                 _("“%s” from “%s” skips steps of the procedure and needs a reason (R-LIFE, %s)."),
                 jp_act_kind_name (act->kind), jp_stage_name (life->stage), rules[act->kind].article);
  else
    return TRUE;

  return FALSE;
}

/* The term an act opens: as published; a first day alone, or nothing, is completed by the rule; a renewal joins on. */
static gboolean
complete_term (const JpLife *life, const JpContext *context, const JpAct *act, JpTerm *term, GError **error)
{
  const JpTerm *previous = act->kind == JP_ACT_RENEW ? jp_life_last_term (life) : NULL;
  const JpPack *pack = jp_pack_set_on (context->packs, act->date);
  g_autoptr (GError) fault = NULL;
  JpDate first = act->term.first, by_rule = previous != NULL ? previous->last + 1 : act->date;
  char day[JP_DATE_ISO_LEN];

  if (first == JP_DATE_NONE && act->term.last != JP_DATE_NONE)
    g_set_error (&fault, JP_LIFE_ERROR, JP_LIFE_ERROR_TERM,
                 _("A last day alone does not make a term; give its first day too, or neither (R-TERM, 第八条)."));
  else if (previous != NULL && first != JP_DATE_NONE && first != by_rule)
    g_set_error (&fault, JP_LIFE_ERROR, JP_LIFE_ERROR_TERM,
                 _("A renewed term begins on the day after the old end, %s; give that day or none (R-TERM, 第八条)."),
                 jp_date_to_iso (by_rule, day));
  else if (act->term.last != JP_DATE_NONE)
    jp_term_init (term, first, act->term.last, &fault);
  else if (pack != NULL)
    jp_term_init_years (term, first != JP_DATE_NONE ? first : by_rule, pack->term_years, &fault);
  else
    g_set_error (&fault, JP_LIFE_ERROR, JP_LIFE_ERROR_TERM,
                 _("No rule pack sets the length of a term; give its first and last day (R-TERM)."));

  if (fault == NULL && term->last < act->date)
    g_set_error (&fault, JP_LIFE_ERROR, JP_LIFE_ERROR_TERM,
                 _("A term cannot have ended on %s, before the act that opens it; check both days (R-TERM, 第八条)."),
                 jp_date_to_iso (term->last, day));
  if (fault == NULL)
    return TRUE;

  g_set_error_literal (error, JP_LIFE_ERROR, JP_LIFE_ERROR_TERM, fault->message);
  return FALSE;
}

/**
 * jp_life_check_act:
 * @dossier: a cluster
 * @context: packs and today
 * @act: the act to be done, with date, office, and reason, term or import mark where it has them
 * @error: return location for a [enum@Jp.LifeError]
 *
 * Checks an act against the table of R-LIFE: date (not after today, not before the act it follows), office, stage on
 * that day, renewal window, self-check and reasons. The city's record holds the ministry's acts, so office “city” may
 * do them. The quota is another matter, see jp_life_check_quota(). On success, and only then, the term of a
 * recognition or renewal is completed by the rule in @act->term. Rules R-LIFE, R-TERM, R-STANDARD; 第四条–第八条.
 *
 * Returns: whether the act may be done
 */
gboolean
jp_life_check_act (const JpDossier *dossier, const JpContext *context, JpAct *act, GError **error)
{
  g_auto (JpLife) life = { 0 };
  gboolean early;
  JpTerm term;

  g_return_val_if_fail (dossier != NULL && context != NULL && act != NULL, FALSE);
  g_return_val_if_fail ((guint) act->kind < JP_N_ACTS, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  /* The acts of later days count for the order of dates, the calendar only up to the act's own day. */
  jp_life_init (&life, dossier, context);
  if (!check_date (&life, context, act, error))
    return FALSE;
  jp_life_clear (&life);
  jp_life_init_on (&life, dossier, context, act->date);

  if (!check_office (dossier, context, act, error) ||
      (act->kind == JP_ACT_RENEWAL_APPLY && !check_window (&life, act->date, error)) ||
      !check_stage (&life, act, &early, error) ||
      !check_standard (dossier, act, error) || !check_reason (dossier, &life, act, early, error))
    return FALSE;

  if (act->kind == JP_ACT_RECOGNISE || act->kind == JP_ACT_RENEW)
    {
      if (!complete_term (&life, context, act, &term, error))
        return FALSE;
      act->term = term;
    }

  return TRUE;
}

/**
 * jp_life_check_history:
 * @dossier: a cluster
 * @context: packs and today
 * @error: return location for a [enum@Jp.LifeError]
 *
 * Checks every act of a dossier in its order as if it were done anew: what a recorded correction leaves behind must
 * still be a life the table allows. Rule R-LIFE.
 *
 * Returns: whether the whole history may stand
 */
gboolean
jp_life_check_history (const JpDossier *dossier, const JpContext *context, GError **error)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  JpDossier so_far;

  g_return_val_if_fail (dossier != NULL && context != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  so_far = *dossier;
  so_far.acts = before;
  for (guint i = 0; i < dossier->acts->len; i++)
    {
      JpAct act = *(const JpAct *) g_ptr_array_index (dossier->acts, i);

      if (!jp_life_check_act (&so_far, context, &act, error))
        return FALSE;
      g_ptr_array_add (before, g_ptr_array_index (dossier->acts, i));
    }

  return TRUE;
}

/**
 * jp_life_count_recommended:
 * @dossiers: (element-type JpDossier): all clusters of the city
 * @except: (nullable): UUID of the cluster at hand, which is left out
 * @kind: recommendation or renewal recommendation
 * @year: a year
 *
 * Returns: how many clusters the city has recommended in that year; a cluster counts once. Rule R-STANDARD
 */
guint
jp_life_count_recommended (GPtrArray *dossiers, const char *except, JpActKind kind, int year)
{
  guint n = 0;

  g_return_val_if_fail (dossiers != NULL, 0);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      for (guint j = 0; g_strcmp0 (dossier->id, except) != 0 && j < dossier->acts->len; j++)
        {
          const JpAct *act = g_ptr_array_index (dossier->acts, j);

          if (act->kind == kind && (int) jp_date_year (act->date) == year)
            {
              n++;
              break;
            }
        }
    }

  return n;
}

/**
 * jp_life_check_quota:
 * @context: packs and today
 * @day: the day of the recommendation
 * @n_recommended: how many clusters the city has recommended in that year already
 * @reason: (nullable): why one more is recommended
 * @error: return location for a [enum@Jp.LifeError]
 *
 * Checks a recommendation against the city's quota of the year, where the pack sets one; more than that asks for a
 * reason, which is printed. Rule R-STANDARD.
 *
 * Returns: whether it may be done
 */
gboolean
jp_life_check_quota (const JpContext *context, JpDate day, guint n_recommended, const char *reason, GError **error)
{
  const JpPack *pack;
  int year, quota;

  g_return_val_if_fail (context != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  pack = jp_pack_set_on (context->packs, day);
  year = (int) jp_date_year (day);
  quota = pack != NULL ? jp_pack_quota (pack, year) : -1;
  if (quota < 0 || n_recommended < (guint) quota || jp_given (reason))
    return TRUE;

  g_set_error (
    error, JP_LIFE_ERROR, JP_LIFE_ERROR_REASON,
    _("The city's quota for %d is %d and is used up; one more recommendation needs a reason, which is printed "
       "(R-STANDARD, 第七条)."),
    year, quota);
  return FALSE;
}

/**
 * jp_life_next_acts:
 * @dossier: a cluster
 * @context: packs and today
 *
 * Lists the acts that stage and renewal window allow today, whichever office does them, those that need a reason
 * included. Rule R-LIFE.
 *
 * Returns: a set of bits 1 << [enum@Jp.ActKind]
 */
guint
jp_life_next_acts (const JpDossier *dossier, const JpContext *context)
{
  g_auto (JpLife) life = { 0 };
  guint acts = 0;

  g_return_val_if_fail (dossier != NULL && context != NULL, 0);

  jp_life_init (&life, dossier, context);
  for (guint kind = 0; kind < JP_N_ACTS; kind++)
    {
      gboolean needs_reason;

      if (may_follow (&life, (JpActKind) kind, &needs_reason) &&
          (kind != JP_ACT_RENEWAL_APPLY || check_window (&life, context->today, NULL)))
        acts |= 1u << kind;
    }

  return acts;
}
