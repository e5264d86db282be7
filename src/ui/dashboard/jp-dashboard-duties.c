/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dashboard-duties.h"

#include <glib/gi18n-lib.h>

static const char * const theme_names[JP_N_DUTY_THEMES] = {
  [JP_THEME_ALL] = N_("All"),
  [JP_THEME_ASSESSMENT] = N_("Assessments"),
  [JP_THEME_RETURN] = N_("Returns"),
  [JP_THEME_RENEWAL] = N_("Validity"),
  [JP_THEME_FUNDS] = N_("Funds"),
  [JP_THEME_CHANGE] = N_("Changes"),
  [JP_THEME_OWN] = N_("Own"),
};

void
jp_duty_fold_free (JpDutyFold *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->duties);
  g_free (self);
}

JpDutyTheme
jp_duty_theme (JpDutyKind kind)
{
  switch (kind)
    {
    case JP_DUTY_ASSESSMENT:
    case JP_DUTY_CONTRADICTED:
      return JP_THEME_ASSESSMENT;
    case JP_DUTY_RETURN:
      return JP_THEME_RETURN;
    case JP_DUTY_RENEWAL_OPEN:
    case JP_DUTY_RENEWAL:
    case JP_DUTY_TERM_END:
    case JP_DUTY_AWAITING:
      return JP_THEME_RENEWAL;
    case JP_DUTY_PUBLICITY:
    case JP_DUTY_FINDING:
    case JP_DUTY_AUDIT:
      return JP_THEME_FUNDS;
    case JP_DUTY_CHANGE:
      return JP_THEME_CHANGE;
    case JP_DUTY_OWN:
    case JP_N_DUTIES:
    default:
      return JP_THEME_OWN;
    }
}

const char *
jp_duty_theme_name (JpDutyTheme theme)
{
  g_return_val_if_fail ((guint) theme < JP_N_DUTY_THEMES, NULL);

  return _(theme_names[theme]);
}

static gboolean
in_district (const JpObligation *duty, const JpDutyView *view)
{
  return view->district == NULL || g_strcmp0 (duty->dossier->district, view->district) == 0;
}

/* What has no day is due now. */
static gboolean
is_soon (const JpObligation *duty, const JpContext *context, const JpDutyView *view)
{
  return duty->due == JP_DATE_NONE || (gint64) duty->due - context->today <= view->soon_days;
}

gboolean
jp_duty_urgency (const JpObligation *duty, const JpContext *context, const JpDutyView *view, JpUrgency *urgency)
{
  switch (duty->state)
    {
    case JP_DUTY_OVERDUE:
      *urgency = JP_URGENCY_OVERDUE;
      return TRUE;
    case JP_DUTY_DUE:
    case JP_DUTY_UPCOMING:
      *urgency = is_soon (duty, context, view) ? JP_URGENCY_SOON : JP_URGENCY_LATER;
      return *urgency == JP_URGENCY_SOON || duty->due <= view->until;
    case JP_DUTY_NOT_RECORDED:
      *urgency = JP_URGENCY_NOT_RECORDED;
      return TRUE;
    case JP_DUTY_DONE:
    default:
      return FALSE;
    }
}

/* Equal but for the cluster; all that is not recorded is one. */
static gboolean
folds_with (const JpDutyFold *fold, const JpObligation *duty, JpUrgency urgency)
{
  const JpObligation *first = g_ptr_array_index (fold->duties, 0);

  if (fold->urgency != urgency)
    return FALSE;
  if (urgency == JP_URGENCY_NOT_RECORDED)
    return TRUE;

  return first->kind == duty->kind && first->due == duty->due && g_strcmp0 (first->subject, duty->subject) == 0;
}

/* Sorted by due day, equal ones are near one another: only those of the same day are looked through. */
static JpDutyFold *
find_fold (GPtrArray *folds, const JpObligation *duty, JpUrgency urgency)
{
  for (guint i = folds->len; i > 0; i--)
    {
      JpDutyFold *fold = g_ptr_array_index (folds, i - 1);
      const JpObligation *first = g_ptr_array_index (fold->duties, 0);

      if (folds_with (fold, duty, urgency))
        return fold;
      if (first->due != duty->due)
        return NULL;
    }

  return NULL;
}

static void
append (GPtrArray *folds, const JpObligation *duty, JpUrgency urgency)
{
  JpDutyFold *fold = find_fold (folds, duty, urgency);

  if (fold == NULL)
    {
      fold = g_new0 (JpDutyFold, 1);
      fold->urgency = urgency;
      fold->duties = g_ptr_array_new ();
      g_ptr_array_add (folds, fold);
    }
  g_ptr_array_add (fold->duties, (gpointer) duty);
}

/**
 * jp_duty_folds_new:
 * @duties: (element-type JpObligation): sorted obligations
 * @context: today
 * @view: what is wanted
 *
 * Groups what is to be done by urgency and folds equal duties of one day into one. Done ones are left out: they go
 * because the records changed, never by ticking. Rules R-CAL, R-SINCE.
 *
 * Returns: (transfer full) (element-type JpDutyFold): the folds; they borrow the duties
 */
GPtrArray *
jp_duty_folds_new (GPtrArray *duties, const JpContext *context, const JpDutyView *view)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_duty_fold_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < JP_N_URGENCIES; i++)
    g_ptr_array_add (groups, g_ptr_array_new ());

  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);
      JpUrgency urgency;

      if (in_district (duty, view) && (view->theme == JP_THEME_ALL || jp_duty_theme (duty->kind) == view->theme) &&
          jp_duty_urgency (duty, context, view, &urgency))
        append (g_ptr_array_index (groups, urgency), duty, urgency);
    }

  for (guint i = 0; i < JP_N_URGENCIES; i++)
    g_ptr_array_extend (all, g_ptr_array_index (groups, i), NULL, NULL);

  return all;
}

void
jp_duty_count_themes (GPtrArray *duties, const JpContext *context, const JpDutyView *view,
                      guint counts[JP_N_DUTY_THEMES])
{
  for (guint i = 0; i < JP_N_DUTY_THEMES; i++)
    counts[i] = 0;

  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);
      JpUrgency urgency;

      if (!in_district (duty, view) || !jp_duty_urgency (duty, context, view, &urgency) ||
          urgency == JP_URGENCY_NOT_RECORDED)
        continue;
      counts[JP_THEME_ALL]++;
      counts[jp_duty_theme (duty->kind)]++;
    }
}

/* Of the dossier; NULL: the renewal has a place of its own. */
static const char *
section_of (JpDutyKind kind)
{
  switch (kind)
    {
    case JP_DUTY_ASSESSMENT:
    case JP_DUTY_CONTRADICTED:
      return "assessments";
    case JP_DUTY_RETURN:
    case JP_DUTY_CHANGE:
      return "filings";
    case JP_DUTY_RENEWAL_OPEN:
    case JP_DUTY_RENEWAL:
    case JP_DUTY_TERM_END:
    case JP_DUTY_AWAITING:
      return NULL;
    case JP_DUTY_PUBLICITY:
    case JP_DUTY_FINDING:
    case JP_DUTY_AUDIT:
      return "funding";
    case JP_DUTY_OWN:
    case JP_N_DUTIES:
    default:
      return "overview";
    }
}

/**
 * jp_duty_place:
 * @duty: an obligation
 *
 * Returns: (transfer full): where it is acted on
 */
char *
jp_duty_place (const JpObligation *duty)
{
  const char *section = section_of (duty->kind);
  gboolean is_case = duty->kind == JP_DUTY_ASSESSMENT || duty->kind == JP_DUTY_CONTRADICTED;

  if (is_case && duty->year != 0)
    return g_strdup_printf ("assessment#%s@%d", duty->dossier->id, duty->year);
  if (duty->kind == JP_DUTY_PUBLICITY)
    return g_strdup_printf ("funding#%s/%u", duty->dossier->id, duty->ordinal);
  if (duty->kind == JP_DUTY_FINDING || duty->kind == JP_DUTY_AUDIT)
    return g_strdup_printf ("funding#%s/oversight", duty->dossier->id);
  if (duty->kind == JP_DUTY_OWN)
    return g_strdup_printf ("calendar#own/%s/%s", duty->dossier->id, duty->record);
  if (section == NULL)
    return g_strdup_printf ("calendar#renew/%s", duty->dossier->id);

  return g_strdup_printf ("dossier#%s#%s", duty->dossier->id, section);
}
