/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-renewal-data.h"

#include "jp-standard.h"

#include <glib/gi18n-lib.h>

/* Which acts belong to a step, first time and renewal. */
static const guint step_acts[2][JP_N_RENEWAL_STEPS] = {
  { [JP_RENEWAL_APPLY] = 1u << JP_ACT_RENEWAL_APPLY,
    [JP_RENEWAL_REVIEW] = 1u << JP_ACT_RENEWAL_REVIEW,
    [JP_RENEWAL_RECOMMEND] = 1u << JP_ACT_RENEWAL_RECOMMEND,
    [JP_RENEWAL_OUTCOME] = 1u << JP_ACT_RENEW | 1u << JP_ACT_RENEWAL_FAIL },
  { [JP_RENEWAL_APPLY] = 1u << JP_ACT_CULTIVATE | 1u << JP_ACT_APPLY,
    [JP_RENEWAL_REVIEW] = 1u << JP_ACT_ACCEPT | 1u << JP_ACT_REVIEW | 1u << JP_ACT_INSPECT | 1u << JP_ACT_RETURN,
    [JP_RENEWAL_RECOMMEND] = 1u << JP_ACT_RECOMMEND | 1u << JP_ACT_DECLINE,
    [JP_RENEWAL_OUTCOME] = 1u << JP_ACT_RECOGNISE },
};

static guint
acts_of (const JpRenewalCase *self, guint step)
{
  return step_acts[self->first_time ? 1 : 0][step];
}

int
jp_renewal_check_year (const JpContext *context)
{
  return (int) jp_date_year (context->today) - 1;
}

/* Acts of this round: a renewal's begins with its window. */
static void
collect_acts (JpRenewalCase *self, const JpDossier *dossier, JpDate today)
{
  for (guint i = 0; i < dossier->acts->len; i++)
    {
      JpAct *act = g_ptr_array_index (dossier->acts, i);

      if (act->date > today || (!self->first_time && act->date < self->opens))
        continue;
      for (guint step = 0; step < JP_N_RENEWAL_STEPS; step++)
        if ((acts_of (self, step) & (1u << act->kind)) != 0)
          g_ptr_array_add (self->steps[step].acts, act);
    }
}

static gboolean
has_act (const JpRenewalStep *step, JpActKind kind)
{
  for (guint i = 0; i < step->acts->len; i++)
    if (((const JpAct *) g_ptr_array_index (step->acts, i))->kind == kind)
      return TRUE;

  return FALSE;
}

static void
count_standard (JpRenewalCase *self, const JpDossier *dossier, const JpContext *context)
{
  g_autoptr (GPtrArray) items = jp_standard_new (dossier, context, jp_renewal_check_year (context));

  for (guint i = 0; i < items->len; i++)
    {
      const JpStandardItem *item = g_ptr_array_index (items, i);

      self->n_met += item->met == JP_MET_YES;
      self->n_not_met += item->met == JP_MET_NO;
      self->n_unknown += item->met == JP_MET_UNKNOWN;
    }
}

static void
tell_check (JpRenewalCase *self, const JpDossier *dossier)
{
  JpRenewalStep *step = &self->steps[JP_RENEWAL_CHECK];

  for (guint i = 0; i < dossier->checks->len; i++)
    {
      const JpStandardCheck *check = g_ptr_array_index (dossier->checks, i);

      if (self->first_time || check->date >= self->opens)
        self->check = check;
    }
  step->state = self->check != NULL ? JP_STEP_DONE : JP_STEP_NOW;
  step->words = g_strdup_printf (_("%u met, %u not met, %u open%s"), self->n_met, self->n_not_met, self->n_unknown,
                                 self->check != NULL ? _(" · on record") : "");
}

static void
tell_goals (JpRenewalCase *self, const JpDossier *dossier, const JpContext *context)
{
  JpRenewalStep *step = &self->steps[JP_RENEWAL_GOALS];
  guint n_reached = 0, n_missed = 0;

  for (guint i = 0; i < dossier->goals->len; i++)
    {
      const JpGoal *goal = g_ptr_array_index (dossier->goals, i);
      const JpFigures *figures = jp_dossier_figures (dossier, goal->year);
      gint64 value = figures != NULL ? jp_figures_get (figures, goal->metric) : JP_VALUE_UNKNOWN;

      n_reached += value != JP_VALUE_UNKNOWN && value >= goal->target;
      n_missed += value != JP_VALUE_UNKNOWN && value < goal->target;
    }

  step->state = dossier->goals->len > 0 && n_reached + n_missed == dossier->goals->len ? JP_STEP_DONE : JP_STEP_NOW;
  step->words = dossier->goals->len == 0
                  ? g_strdup (_("No goal is set"))
                  : g_strdup_printf (_("%u of %u reached, %u missed"), n_reached, dossier->goals->len, n_missed);
}

/* The last day of a step, and by which document. */
static char *
last_act_words (const JpRenewalStep *step)
{
  const JpAct *act = g_ptr_array_index (step->acts, step->acts->len - 1);
  g_autofree char *date = jp_date_to_chinese (act->date);

  return g_strdup_printf ("%s · %s%s%s", date, jp_act_kind_name (act->kind), act->document != NULL ? " · " : "",
                          act->document != NULL ? act->document : "");
}

static char *
not_yet_words (const JpRenewalCase *self, const JpContext *context)
{
  g_autofree char *opens = jp_date_to_chinese (self->opens);
  g_autofree char *last = jp_date_to_chinese (self->term.last);

  if (!self->first_time && context->today > self->term.last && self->steps[JP_RENEWAL_APPLY].acts->len == 0)
    return g_strdup_printf (_("The last day for an application, %s, has passed"), last);
  if (!self->first_time && context->today < self->opens)
    return g_strdup_printf (_("The window opens on %s"), opens);

  return g_strdup (_("The step before comes first"));
}

static gboolean
act_step_done (const JpRenewalCase *self, guint index)
{
  const JpRenewalStep *step = &self->steps[index];

  switch ((JpRenewalStepKind) index)
    {
    case JP_RENEWAL_APPLY:
      return has_act (step, self->first_time ? JP_ACT_APPLY : JP_ACT_RENEWAL_APPLY);
    case JP_RENEWAL_REVIEW:
      return has_act (step, self->first_time ? JP_ACT_INSPECT : JP_ACT_RENEWAL_REVIEW);
    case JP_RENEWAL_RECOMMEND:
      return has_act (step, self->first_time ? JP_ACT_RECOMMEND : JP_ACT_RENEWAL_RECOMMEND);
    case JP_RENEWAL_OUTCOME:
      return has_act (step, self->first_time ? JP_ACT_RECOGNISE : JP_ACT_RENEW);
    case JP_RENEWAL_CHECK:
    case JP_RENEWAL_GOALS:
    case JP_N_RENEWAL_STEPS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
tell_act_step (JpRenewalCase *self, guint index, guint next, const JpContext *context)
{
  JpRenewalStep *step = &self->steps[index];
  gboolean follows = index == JP_RENEWAL_APPLY || self->steps[index - 1].state == JP_STEP_DONE;

  /* Some acts may leave out a step, with a reason: they can be done, but their time is not yet. */
  step->next = next & acts_of (self, index);
  if (act_step_done (self, index))
    step->state = JP_STEP_DONE;
  else
    step->state = step->next != 0 && follows ? JP_STEP_NOW : JP_STEP_LATER;

  if (step->acts->len > 0)
    step->words = last_act_words (step);
  else
    step->words = step->state == JP_STEP_NOW ? g_strdup (_("Can be done now")) : not_yet_words (self, context);
}

/* A failure, and a term that ended while nobody applied. */
static void
tell_end (JpRenewalCase *self, const JpLife *life)
{
  JpRenewalStep *step = &self->steps[JP_RENEWAL_OUTCOME];
  g_autofree char *day = NULL;

  if (self->first_time
      || (life->lapsed_on == JP_DATE_NONE && life->revoked_on == JP_DATE_NONE && life->failed_on == JP_DATE_NONE))
    return;

  step->state = JP_STEP_BAD;
  if (step->acts->len > 0)
    return;

  day = jp_date_to_chinese (life->revoked_on != JP_DATE_NONE ? life->revoked_on : life->lapsed_on);
  g_free (step->words);
  step->words = g_strdup_printf ("%s · %s", day, jp_stage_name (life->stage));
}

/* A passed renewal stays to be seen until the next window opens. */
static void
take_round (JpRenewalCase *self, const JpLife *life, const JpContext *context)
{
  const JpTerm *last = jp_life_last_term (life);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  gboolean renewed;

  self->first_time = last == NULL;
  if (last == NULL || pack == NULL)
    return;

  renewed = life->terms->len > 1 && life->renewal_opens != JP_DATE_NONE && context->today < life->renewal_opens;
  self->term = renewed ? g_array_index (life->terms, JpTerm, life->terms->len - 2) : *last;
  self->opens = jp_date_add_months (self->term.last, -(int) jp_pack_renewal_lead (pack));
}

/**
 * jp_renewal_case_init:
 * @self: (out caller-allocates): the case to set
 * @dossier: a cluster; it must outlive @self
 * @dossiers: (element-type JpDossier): all clusters of the file
 * @context: rules and today
 *
 * Derives the steps of a renewal, or of a first application. Clear it with jp_renewal_case_clear().
 */
void
jp_renewal_case_init (JpRenewalCase *self, const JpDossier *dossier, GPtrArray *dossiers, const JpContext *context)
{
  g_auto (JpLife) life = { 0 };
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  int year = (int) jp_date_year (context->today);
  guint next;

  *self = (JpRenewalCase) { .quota = pack != NULL ? jp_pack_quota (pack, year) : -1 };
  jp_life_init (&life, dossier, context);
  take_round (self, &life, context);
  for (guint i = 0; i < JP_N_RENEWAL_STEPS; i++)
    self->steps[i].acts = g_ptr_array_new ();
  collect_acts (self, dossier, context->today);
  count_standard (self, dossier, context);
  tell_check (self, dossier);
  tell_goals (self, dossier, context);
  next = jp_life_next_acts (dossier, context);
  for (guint i = JP_RENEWAL_APPLY; i < JP_N_RENEWAL_STEPS; i++)
    tell_act_step (self, i, next, context);
  tell_end (self, &life);
  self->n_recommended
    = jp_life_count_recommended (dossiers, dossier->id, self->first_time ? JP_ACT_RECOMMEND : JP_ACT_RENEWAL_RECOMMEND,
                                 year);
}

void
jp_renewal_case_clear (JpRenewalCase *self)
{
  for (guint i = 0; i < JP_N_RENEWAL_STEPS; i++)
    {
      g_clear_pointer (&self->steps[i].acts, g_ptr_array_unref);
      g_clear_pointer (&self->steps[i].words, g_free);
    }
}

guint
jp_renewal_case_present (const JpRenewalCase *self)
{
  for (guint i = JP_N_RENEWAL_STEPS; i > JP_RENEWAL_APPLY; i--)
    if (self->steps[i - 1].state == JP_STEP_BAD || self->steps[i - 1].state == JP_STEP_DONE)
      return MIN (i, JP_N_RENEWAL_STEPS - 1);

  return self->steps[JP_RENEWAL_CHECK].state == JP_STEP_DONE ? JP_RENEWAL_APPLY : JP_RENEWAL_CHECK;
}
