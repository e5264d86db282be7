/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a case is told in a cell: an icon, a style, and the words that say what both only hint at. */

#include "jp-funding-data.h"

#include "jp-score.h"

#include <glib/gi18n-lib.h>
#include <string.h>


const char *
jp_funding_icon (const JpFundCase *fund_case)
{
  switch (fund_case->state)
    {
    case JP_CASE_PAID:
      return fund_case->to_refund > 0 ? "jp-attention-symbolic" : "jp-step-done-symbolic";
    case JP_CASE_HELD:
      return "jp-attention-symbolic";
    case JP_CASE_PUBLICITY:
    case JP_CASE_PAYABLE:
      return "jp-step-clock-symbolic";
    case JP_CASE_OPEN:
    case JP_CASE_PLAN:
    case JP_CASE_DISTRICT:
    case JP_CASE_CITY:
      return "jp-step-plan-symbolic";
    case JP_CASE_ZERO:
      return "jp-step-never-symbolic";
    case JP_CASE_LATER:
    default:
      return fund_case->expected > 0 || fund_case->least == fund_case->most ? "jp-step-half-symbolic"
                                                                            : "jp-step-open-symbolic";
    }
}

const char *
jp_funding_style (const JpFundCase *fund_case)
{
  switch (fund_case->state)
    {
    case JP_CASE_PAID:
      return fund_case->to_refund > 0 ? "bad" : "good";
    case JP_CASE_HELD:
    case JP_CASE_ZERO:
      return "bad";
    case JP_CASE_PUBLICITY:
    case JP_CASE_PAYABLE:
      return "amber";
    case JP_CASE_OPEN:
    case JP_CASE_PLAN:
    case JP_CASE_DISTRICT:
    case JP_CASE_CITY:
      return "calm";
    case JP_CASE_LATER:
    default:
      return "plain";
    }
}

char *
jp_funding_day_text (JpDate day, JpDate today)
{
  guint year, month, of_month;

  jp_date_split (day, &year, &month, &of_month);
  if (year != jp_date_year (today))
    return jp_date_to_chinese (day);

  return g_strdup_printf ("%u月%u日", month, of_month);
}

char *
jp_funding_short_wan (JpMoney money)
{
  char *text = jp_money_to_wan (money);

  if (g_str_has_suffix (text, ".00"))
    text[strlen (text) - 3] = '\0';

  return text;
}

char *
jp_funding_worth_text (const JpFundCase *fund_case)
{
  g_autofree char *least = NULL, *most = NULL;

  if (fund_case->decided)
    return jp_money_to_wan (fund_case->entitled);
  if (fund_case->least == fund_case->most)
    return jp_money_to_wan (fund_case->most);

  least = jp_funding_short_wan (fund_case->least);
  most = jp_funding_short_wan (fund_case->most);

  return g_strdup_printf ("%s–%s", least, most);
}

static JpDate
paid_on (const JpDossier *dossier, const JpFundCase *fund_case)
{
  for (guint i = 0; i < dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (dossier->fund_acts, i);

      if (act->ordinal == fund_case->ordinal && act->kind == JP_FUND_PAY)
        return act->date;
    }

  return JP_DATE_NONE;
}

static char *
paid_text (const JpDossier *dossier, const JpFundCase *fund_case)
{
  g_autofree char *day = NULL;

  if (fund_case->to_refund > 0)
    {
      g_autofree char *refund = jp_money_to_wan (fund_case->to_refund);

      return g_strdup_printf (_("%s to be refunded"), refund);
    }

  day = jp_date_to_chinese (paid_on (dossier, fund_case));
  return g_strdup_printf (_("Paid on %s"), day);
}

/* "92.51 分，待报计划": what was decided, by how many points. */
static char *
decided_text (const JpDossier *dossier, const JpFundCase *fund_case, const char *words)
{
  const JpAssessment *assessment = fund_case->basis_year != 0 ? jp_dossier_assessment (dossier, fund_case->basis_year)
                                                              : NULL;
  g_autofree char *points = NULL;

  if (assessment == NULL || assessment->frozen == NULL)
    return g_strdup (words);
  if (fund_case->state == JP_CASE_ZERO && assessment->frozen->vetoes->len > 0)
    return g_strdup_printf (_("Vetoed: %s"), words);

  points = jp_points_to_string (assessment->frozen->total);
  return g_strdup_printf (_("%s points, %s"), points, words);
}

/* Before the result: who has it in hand, and what it would give as it stands. */
static char *
awaited_text (const JpDossier *dossier, const JpContext *context, const JpFundCase *fund_case)
{
  g_autoptr (JpResult) result = NULL;
  g_autofree char *points = NULL, *expected = NULL;

  if (fund_case->basis_year < (int) jp_date_year (context->today))
    result = jp_result_new (dossier, context, fund_case->basis_year);
  if (result == NULL)
    return g_strdup_printf (_("Awaits the assessment of %d"), fund_case->basis_year);
  if (result->vetoed)
    return g_strdup_printf (_("%s, vetoed as it stands"), jp_assessment_state_name (result->state));

  points = jp_points_to_string (MAX (result->total, 0));
  expected = jp_funding_short_wan (fund_case->expected);
  return g_strdup_printf (_("%1$s %2$s, %3$s as it stands"), jp_assessment_state_name (result->state), points,
                          expected);
}

static char *
publicity_text (const JpContext *context, const JpFundCase *fund_case)
{
  g_autofree char *day = jp_funding_day_text (fund_case->publicity_last, context->today);

  return g_strdup_printf (fund_case->publicity_provisional ? _("Publicity to %s, provisional") : _("Publicity to %s"),
                          day);
}

/**
 * jp_funding_state_text:
 * @dossier: a cluster
 * @context: today
 * @fund_case: one of its funding years
 * @ended: whether the cluster is out of term for good
 *
 * Returns: (transfer full): where the case stands, in a few words
 */
char *
jp_funding_state_text (const JpDossier *dossier, const JpContext *context, const JpFundCase *fund_case, gboolean ended)
{
  const char *name = jp_case_state_name (fund_case->state);

  switch (fund_case->state)
    {
    case JP_CASE_PAID:
      return paid_text (dossier, fund_case);
    case JP_CASE_PUBLICITY:
      return publicity_text (context, fund_case);
    case JP_CASE_PAYABLE:
      return fund_case->blocked != NULL ? g_strdup_printf (_("%s, but held"), name) : g_strdup (name);
    case JP_CASE_OPEN:
      return decided_text (dossier, fund_case, name);
    case JP_CASE_ZERO:
      return ended ? g_strdup_printf (_("Out of term: %s"), name) : decided_text (dossier, fund_case, name);
    case JP_CASE_LATER:
      return awaited_text (dossier, context, fund_case);
    case JP_CASE_PLAN:
    case JP_CASE_DISTRICT:
    case JP_CASE_CITY:
    case JP_CASE_HELD:
    default:
      return g_strdup (name);
    }
}
