/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks of a timeline: what is to be done, and what was. */

#include "jp-timeline-private.h"

#include "jp-dashboard-duties.h"
#include "jp-fund-case.h"

#include <string.h>

static JpTimelineMark *
add_mark (JpTimelineRow *row, JpTimelineMarkKind kind, JpTimelineLane lane, JpDate day, const char *what)
{
  JpTimelineMark *mark = g_new0 (JpTimelineMark, 1);
  g_autofree char *date = jp_timeline_day_words (day);

  mark->kind = kind;
  mark->lane = lane;
  mark->day = day;
  mark->words = g_strdup_printf ("%s\n%s  %s", row->full_name, date, what);
  g_ptr_array_add (row->marks, mark);

  return mark;
}

static JpTimelineMarkKind
kind_of (JpDutyKind kind)
{
  switch (kind)
    {
    case JP_DUTY_ASSESSMENT:
      return JP_MARK_ASSESSMENT;
    case JP_DUTY_RETURN:
      return JP_MARK_RETURN;
    case JP_DUTY_RENEWAL_OPEN:
    case JP_DUTY_RENEWAL:
    case JP_DUTY_TERM_END:
    case JP_DUTY_AWAITING:
      return JP_MARK_TERM;
    case JP_DUTY_PUBLICITY:
      return JP_MARK_PUBLICITY;
    case JP_DUTY_CHANGE:
    case JP_DUTY_FINDING:
    case JP_DUTY_AUDIT:
    case JP_DUTY_CONTRADICTED:
    case JP_DUTY_OWN:
    case JP_N_DUTIES:
    default:
      return JP_MARK_OTHER;
    }
}

static JpTimelineLane
lane_of (JpDutyKind kind)
{
  switch (jp_duty_theme (kind))
    {
    case JP_THEME_RENEWAL:
      return JP_LANE_TERM;
    case JP_THEME_FUNDS:
      return JP_LANE_FUNDS;
    case JP_THEME_ALL:
    case JP_THEME_ASSESSMENT:
    case JP_THEME_RETURN:
    case JP_THEME_CHANGE:
    case JP_THEME_OWN:
    case JP_N_DUTY_THEMES:
    default:
      return JP_LANE_REVIEW;
    }
}

static void
add_open (JpTimelineRow *row, const JpObligation *duty, JpDate today)
{
  g_autofree char *what = g_strdup_printf ("%s · %s%s%s%s", duty->subject, jp_duty_state_name (duty->state),
                                           duty->work_by_provisional ? "（暂估）" : "",
                                           *duty->article != '\0' ? " · " : "", duty->article);
  JpTimelineMark *mark
    = add_mark (row, kind_of (duty->kind), lane_of (duty->kind), jp_obligation_day (duty, today), what);

  mark->duty = duty;
  mark->late = duty->state == JP_DUTY_OVERDUE;
  mark->place = jp_duty_place (duty);
}

static void
add_assessed (JpTimelineRow *row, const JpAssessment *assessment)
{
  gboolean vetoed = assessment->frozen != NULL && assessment->frozen->vetoes->len > 0;
  g_autofree char *what = NULL;
  JpTimelineMark *mark;

  if (assessment->state != JP_ASSESSMENT_CONFIRMED || assessment->confirmed_on == JP_DATE_NONE)
    return;

  what = g_strdup_printf (vetoed ? "%d年度考核已确认 · 一票否决" : "%d年度考核已确认", assessment->year);
  mark = add_mark (row, vetoed ? JP_MARK_VETOED : JP_MARK_ASSESSED, JP_LANE_REVIEW, assessment->confirmed_on, what);
  mark->place = g_strdup_printf ("dossier#%s#assessments", row->id);
}

static void
add_filed (JpTimelineRow *row, const JpReturn *filed)
{
  g_autofree char *what = g_strdup_printf ("%d年度培育情况信息表已报送", filed->year);

  if (filed->filed != JP_DATE_NONE)
    add_mark (row, JP_MARK_FILED, JP_LANE_REVIEW, filed->filed, what)->place
      = g_strdup_printf ("dossier#%s#filings", row->id);
}

/* In 万元, without decimals that are nothing. */
static char *
amount_label (JpMoney amount)
{
  char *text = jp_money_to_wan (amount);

  if (g_str_has_suffix (text, ".00"))
    text[strlen (text) - 3] = '\0';

  return text;
}

static void
add_payment (JpTimelineRow *row, const JpFundAct *act)
{
  g_autofree char *amount = amount_label (act->amount), *what = NULL;
  gboolean paid = act->kind == JP_FUND_PAY;
  JpTimelineMark *mark;

  if (!paid && act->kind != JP_FUND_REFUND)
    return;

  what = g_strdup_printf (paid ? "第%u年支持资金下达%s万元" : "第%u年支持资金退回%s万元", act->ordinal, amount);
  mark = add_mark (row, paid ? JP_MARK_PAID : JP_MARK_OTHER, JP_LANE_FUNDS, act->date, what);
  mark->label = g_steal_pointer (&amount);
  mark->place = g_strdup_printf ("funding#%s/%u", row->id, act->ordinal);
}

/* The earliest day of a payment is known once its publicity runs. */
static void
add_payable (JpTimelineRow *row, const JpDossier *dossier, const JpContext *context, guint ordinal)
{
  g_auto (JpFundCase) fund_case = { 0 };
  g_autofree char *what = NULL;
  JpTimelineMark *mark;

  jp_fund_case_init (&fund_case, dossier, context, ordinal);
  if (fund_case.payable_from == JP_DATE_NONE || fund_case.entitled == JP_MONEY_UNKNOWN || fund_case.paid != 0)
    return;

  what = g_strdup_printf ("第%u年支持资金最早可下达%s", ordinal, fund_case.publicity_provisional ? "（暂估）" : "");
  mark = add_mark (row, JP_MARK_PAYABLE, JP_LANE_FUNDS, fund_case.payable_from, what);
  mark->label = amount_label (fund_case.entitled);
  mark->place = g_strdup_printf ("funding#%s/%u", row->id, ordinal);
}

void
jp_timeline_add_marks (JpTimelineRow *row, const JpDossier *dossier, GPtrArray *duties, const JpContext *context)
{
  for (guint i = 0; i < dossier->assessments->len; i++)
    add_assessed (row, g_ptr_array_index (dossier->assessments, i));
  for (guint i = 0; i < dossier->returns->len; i++)
    add_filed (row, g_ptr_array_index (dossier->returns, i));
  for (guint i = 0; i < dossier->fund_acts->len; i++)
    add_payment (row, g_ptr_array_index (dossier->fund_acts, i));

  for (guint i = 0; duties != NULL && i < duties->len; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);

      if (duty->state == JP_DUTY_DONE || duty->state == JP_DUTY_NOT_RECORDED)
        continue;
      add_open (row, duty, context->today);
      if (duty->kind == JP_DUTY_PUBLICITY)
        add_payable (row, dossier, context, duty->ordinal);
    }
}
