/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a dossier: acts, filings, checks and own entries. Constructors, copies, frees. */

#include "jp-dossier.h"

/**
 * jp_act_new:
 * @kind: what was done
 * @date: the day of the act
 * @office: the office that did it
 *
 * Returns: (transfer full): an act of R-LIFE
 */
JpAct *
jp_act_new (JpActKind kind, JpDate date, const char *office)
{
  JpAct *self = g_new0 (JpAct, 1);

  self->kind = kind;
  self->date = date;
  self->office = g_strdup (office);

  return self;
}

/**
 * jp_act_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpAct *
jp_act_copy (const JpAct *self)
{
  JpAct *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->office = g_strdup (self->office);
  copy->person = g_strdup (self->person);
  copy->document = g_strdup (self->document);
  copy->note = g_strdup (self->note);
  copy->reason = g_strdup (self->reason);

  return copy;
}

/**
 * jp_act_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_act_free (JpAct *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->office);
  g_free (self->person);
  g_free (self->document);
  g_free (self->note);
  g_free (self->reason);
  g_free (self);
}

/**
 * jp_return_new:
 * @year: the year reported on
 * @filed: the day it was filed
 *
 * Returns: (transfer full): an annual return (第九条); g_free() frees it
 */
JpReturn *
jp_return_new (int year, JpDate filed)
{
  JpReturn *self = g_new0 (JpReturn, 1);

  self->year = year;
  self->filed = filed;

  return self;
}

/**
 * jp_change_new:
 * @kind: what changed: industry, scope, operator or other
 * @day: the day of the change
 * @filed: the day it was filed, or %JP_DATE_NONE
 *
 * Returns: (transfer full): a change filing
 */
JpChange *
jp_change_new (const char *kind, JpDate day, JpDate filed)
{
  JpChange *self = g_new0 (JpChange, 1);

  self->kind = g_strdup (kind);
  self->day = day;
  self->filed = filed;

  return self;
}

/**
 * jp_change_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpChange *
jp_change_copy (const JpChange *self)
{
  JpChange *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->kind = g_strdup (self->kind);
  copy->from = g_strdup (self->from);
  copy->to = g_strdup (self->to);
  copy->reason = g_strdup (self->reason);

  return copy;
}

/**
 * jp_change_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_change_free (JpChange *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->kind);
  g_free (self->from);
  g_free (self->to);
  g_free (self->reason);
  g_free (self);
}

/**
 * jp_incident_new:
 * @kind: an incident kind of the pack
 * @grade: (nullable): its grade, where the kind has grades
 * @day: the day it happened
 *
 * Returns: (transfer full): an incident
 */
JpIncident *
jp_incident_new (const char *kind, const char *grade, JpDate day)
{
  JpIncident *self = g_new0 (JpIncident, 1);

  self->kind = g_strdup (kind);
  self->grade = g_strdup (grade);
  self->day = day;

  return self;
}

/**
 * jp_incident_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpIncident *
jp_incident_copy (const JpIncident *self)
{
  JpIncident *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->kind = g_strdup (self->kind);
  copy->grade = g_strdup (self->grade);
  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * jp_incident_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_incident_free (JpIncident *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->kind);
  g_free (self->grade);
  g_free (self->note);
  g_free (self);
}

/**
 * jp_support_new:
 * @kind: what was given
 * @day: the day it was given
 *
 * Returns: (transfer full): a support or service given (第十一条, 第十二条)
 */
JpSupport *
jp_support_new (const char *kind, JpDate day)
{
  JpSupport *self = g_new0 (JpSupport, 1);

  self->kind = g_strdup (kind);
  self->day = day;

  return self;
}

/**
 * jp_support_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpSupport *
jp_support_copy (const JpSupport *self)
{
  JpSupport *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->kind = g_strdup (self->kind);
  copy->giver = g_strdup (self->giver);
  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * jp_support_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_support_free (JpSupport *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->kind);
  g_free (self->giver);
  g_free (self->note);
  g_free (self);
}

/**
 * jp_goal_new:
 * @metric: a metric of the pack
 * @year: the year it should be reached in
 * @target: in the smallest unit of the metric
 *
 * Returns: (transfer full): a goal of the three-year plan
 */
JpGoal *
jp_goal_new (const char *metric, int year, gint64 target)
{
  JpGoal *self = g_new0 (JpGoal, 1);

  self->metric = g_strdup (metric);
  self->year = year;
  self->target = target;

  return self;
}

/**
 * jp_goal_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpGoal *
jp_goal_copy (const JpGoal *self)
{
  JpGoal *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->metric = g_strdup (self->metric);

  return copy;
}

/**
 * jp_goal_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_goal_free (JpGoal *self)
{
  if (self == NULL)
    return;

  g_free (self->metric);
  g_free (self);
}

/**
 * jp_judgement_new:
 * @criterion: a criterion of the pack
 * @met: whether it is met
 *
 * Returns: (transfer full): a person's judgement of a criterion
 */
JpJudgement *
jp_judgement_new (const char *criterion, gboolean met)
{
  JpJudgement *self = g_new0 (JpJudgement, 1);

  self->criterion = g_strdup (criterion);
  self->met = met;

  return self;
}

/**
 * jp_judgement_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpJudgement *
jp_judgement_copy (const JpJudgement *self)
{
  JpJudgement *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->criterion = g_strdup (self->criterion);
  copy->note = g_strdup (self->note);
  copy->person = g_strdup (self->person);

  return copy;
}

/**
 * jp_judgement_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_judgement_free (JpJudgement *self)
{
  if (self == NULL)
    return;

  g_free (self->criterion);
  g_free (self->note);
  g_free (self->person);
  g_free (self);
}

/**
 * jp_standard_check_new:
 * @date: the day of the check
 * @year: the latest full year it used
 *
 * Returns: (transfer full): a standard self-check put on record (R-STANDARD)
 */
JpStandardCheck *
jp_standard_check_new (JpDate date, int year)
{
  JpStandardCheck *self = g_new0 (JpStandardCheck, 1);

  self->date = date;
  self->year = year;
  self->judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_judgement_free);

  return self;
}

static gpointer
copy_judgement (gconstpointer source, gpointer unused)
{
  return jp_judgement_copy (source);
}

/**
 * jp_standard_check_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpStandardCheck *
jp_standard_check_copy (const JpStandardCheck *self)
{
  JpStandardCheck *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->person = g_strdup (self->person);
  copy->judgements = g_ptr_array_copy (self->judgements, copy_judgement, NULL);

  return copy;
}

/**
 * jp_standard_check_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_standard_check_free (JpStandardCheck *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->person);
  g_ptr_array_unref (self->judgements);
  g_free (self);
}

/**
 * jp_own_duty_new:
 * @text: what is to be done
 * @due: by which day
 *
 * Returns: (transfer full): an entry of the user's own in the calendar
 */
JpOwnDuty *
jp_own_duty_new (const char *text, JpDate due)
{
  JpOwnDuty *self = g_new0 (JpOwnDuty, 1);

  self->text = g_strdup (text);
  self->due = due;

  return self;
}

/**
 * jp_own_duty_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpOwnDuty *
jp_own_duty_copy (const JpOwnDuty *self)
{
  JpOwnDuty *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->text = g_strdup (self->text);

  return copy;
}

/**
 * jp_own_duty_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_own_duty_free (JpOwnDuty *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->text);
  g_free (self);
}
