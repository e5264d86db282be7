/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first fiscal year of support (资金首年) and how many follow it. */

#include "jp-fund-case.h"

#include <glib/gi18n-lib.h>

#include "jp-core-private.h"

/* Years beyond these are slips of the finger. */
#define LAST_YEAR    2999
#define LAST_ORDINAL 99

static JpDate
recognised_on (const JpDossier *dossier, JpDate day)
{
  JpDate found = JP_DATE_NONE;

  for (guint i = 0; i < dossier->acts->len; i++)
    {
      const JpAct *act = g_ptr_array_index (dossier->acts, i);

      if (act->kind == JP_ACT_RECOGNISE && jp_has_happened (act->date, day))
        found = act->date;
    }

  return found;
}

/* The earliest F: the year of recognition, but not before the pack's first; clusters recognised earlier and never
 * supported are taken in then (第十五条). 0: not recognised. */
static int
earliest_start (const JpDossier *dossier, const JpContext *context)
{
  JpDate recognised = recognised_on (dossier, context->today);
  const JpPack *pack;

  if (recognised == JP_DATE_NONE)
    return 0;

  pack = jp_pack_set_on (context->packs, recognised);
  return MAX ((int) jp_date_year (recognised), pack != NULL ? (int) pack->first_fiscal_year : 0);
}

/**
 * jp_funding_start:
 * @dossier: a cluster
 * @context: packs and today
 * @assumed: (out) (optional): whether the year was not given and is taken by the rule
 *
 * Finds F, the first fiscal year of support: the year given (资金首年), else the year of recognition, not before the
 * pack's first fiscal year. A year given that lies before that is no use and is passed over. Once a cluster: a renewal
 * does not start it again. Rule R-FUND, 第十三条, 第十五条.
 *
 * Returns: F, or 0 for a cluster that is not recognised
 */
int
jp_funding_start (const JpDossier *dossier, const JpContext *context, gboolean *assumed)
{
  int earliest;
  gboolean given;

  g_return_val_if_fail (dossier != NULL && context != NULL, 0);

  earliest = earliest_start (dossier, context);
  given = earliest != 0 && dossier->funding_start >= earliest && dossier->funding_start <= LAST_YEAR;
  if (assumed != NULL)
    *assumed = !given && earliest != 0;

  return given ? dossier->funding_start : earliest;
}

/* Year 1 goes by the pack in force when its plan was handed in; before that, by today's. */
static const JpPack *
pack_of_first_year (const JpDossier *dossier, const JpContext *context)
{
  const JpPack *pack = NULL;

  for (guint i = 0; i < dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (dossier->fund_acts, i);

      if (act->ordinal == 1 && act->kind == JP_FUND_PLAN && jp_has_happened (act->date, context->today))
        {
          pack = act->pack_id != NULL ? jp_pack_set_find (context->packs, act->pack_id, act->pack_version) : NULL;
          if (pack == NULL)
            pack = jp_pack_set_on (context->packs, act->date);
        }
    }

  return pack != NULL ? pack : jp_pack_set_on (context->packs, context->today);
}

/* Years 2, 3, … go by the pack of the assessment they rest on. */
static const JpPack *
pack_of_assessment (const JpDossier *dossier, const JpContext *context, int year)
{
  const JpAssessment *assessment = jp_dossier_assessment (dossier, year);
  const JpPack *pack = NULL;

  if (assessment != NULL && assessment->pack_id != NULL)
    pack = jp_pack_set_find (context->packs, assessment->pack_id, assessment->pack_version);
  if (pack == NULL)
    pack = jp_pack_set_for_year (context->packs, year);

  return pack != NULL ? pack : jp_pack_set_on (context->packs, context->today);
}

/**
 * jp_funding_pack:
 * @dossier: a cluster
 * @context: packs and today
 * @ordinal: a funding year, from 1
 *
 * Finds the pack that sets the amounts of a funding year: for year 1 the pack in force when its plan is handed in,
 * for the others the pack of the assessment they rest on. Rule R-FUND.
 *
 * Returns: (nullable) (transfer none): the pack; %NULL only where there is no pack at all
 */
const JpPack *
jp_funding_pack (const JpDossier *dossier, const JpContext *context, guint ordinal)
{
  int start;

  g_return_val_if_fail (dossier != NULL && context != NULL, NULL);

  start = jp_funding_start (dossier, context, NULL);
  if (ordinal <= 1 || ordinal > LAST_ORDINAL || start == 0)
    return pack_of_first_year (dossier, context);

  return pack_of_assessment (dossier, context, start + (int) ordinal - 2);
}

/**
 * jp_funding_n_years:
 * @dossier: a cluster
 * @context: packs and today
 *
 * Returns: how many years of support the pack of year 1 gives; 0 for a cluster that is not recognised
 */
guint
jp_funding_n_years (const JpDossier *dossier, const JpContext *context)
{
  const JpPack *pack;

  if (jp_funding_start (dossier, context, NULL) == 0)
    return 0;

  pack = pack_of_first_year (dossier, context);
  return pack != NULL ? pack->n_funding_years : 0;
}

/* Any year's payment was made for a fiscal year counted from the first. */
static gboolean
is_paid (const JpDossier *dossier)
{
  for (guint i = 0; i < dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (dossier->fund_acts, i);

      if (act->kind == JP_FUND_PAY)
        return TRUE;
    }

  return FALSE;
}

/**
 * jp_fund_check_start:
 * @dossier: a cluster
 * @context: packs and today
 * @year: the first fiscal year asked for
 * @reason: (nullable): why it is changed
 * @error: return location for a [enum@Jp.FundError]
 *
 * Checks whether @year may become the first fiscal year of support: any year from the earliest possible on; a year
 * already given changes only with a reason, and not once a year is paid. Rule R-FUND, 第十五条.
 *
 * Returns: whether it may
 */
gboolean
jp_fund_check_start (const JpDossier *dossier, const JpContext *context, int year, const char *reason, GError **error)
{
  int earliest;

  g_return_val_if_fail (dossier != NULL && context != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  earliest = earliest_start (dossier, context);
  if (earliest == 0)
    g_set_error (error, JP_FUND_ERROR, JP_FUND_ERROR_STATE,
                 _("%s is not recognised; support begins after recognition (R-FUND, 第十三条)."), dossier->name);
  else if (is_paid (dossier))
    g_set_error (error, JP_FUND_ERROR, JP_FUND_ERROR_PAID,
                 _("Support of %s has been paid, so its first fiscal year stays %d (R-FUND, 第十三条)."), dossier->name,
                 jp_funding_start (dossier, context, NULL));
  else if (year < earliest || year > LAST_YEAR)
    g_set_error (error, JP_FUND_ERROR, JP_FUND_ERROR_DATE,
                 _("Support of %s cannot begin in %d; the earliest first fiscal year is %d (R-FUND, 第十五条)."),
                 dossier->name, year, earliest);
  else if (dossier->funding_start > 0 && dossier->funding_start != year && !jp_given (reason))
    g_set_error (error, JP_FUND_ERROR, JP_FUND_ERROR_REASON,
                 _("The first fiscal year of %s is %d on record; give a reason to change it (R-FUND, 第十五条)."),
                 dossier->name, dossier->funding_start);
  else
    return TRUE;

  return FALSE;
}
