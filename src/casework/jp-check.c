/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-check.h"

#include "jp-fund-case.h"
#include "jp-life.h"
#include "jp-use-ledger.h"

#include <glib/gi18n-lib.h>

static void
add_fault (GPtrArray *notes, const char *id, const JpDossier *dossier, const char *what, const char *advice)
{
  g_autofree char *text = g_strdup_printf ("%s：%s", dossier->name, what);

  g_ptr_array_add (notes, jp_check_note_new (id, JP_CHECK_FAULT, text, advice));
}

/* paid = spent + balance + returned, to the fen (R-USE). */
static void
check_ledger (const JpDossier *dossier, const JpContext *context, GPtrArray *notes)
{
  g_auto (JpUseLedger) ledger = { 0 };

  jp_use_ledger_init (&ledger, dossier, context);
  if (ledger.paid != ledger.spent + ledger.balance + ledger.returned)
    add_fault (notes, "money", dossier, _("what was paid is not what was spent, is left and was returned"),
               _("Compare the use ledger with the last backup"));
}

/* The most that the rules give for a year, whatever its assessment. */
static JpMoney
highest (const JpFundingYear *year)
{
  JpMoney most = year->n_bands > 0 ? 0 : year->fixed;

  for (guint i = 0; i < year->n_bands; i++)
    most = MAX (most, year->bands[i].amount);

  return most;
}

/* No year was paid more than the rules can give for it (R-FUND). What an assessment that was corrected later makes too
 * much is no fault: it waits to be refunded. */
static void
check_payments (const JpDossier *dossier, const JpContext *context, GPtrArray *notes)
{
  guint n = jp_funding_n_years (dossier, context);

  for (guint ordinal = 1; ordinal <= n; ordinal++)
    {
      g_auto (JpFundCase) fund_case = { 0 };

      jp_fund_case_init (&fund_case, dossier, context, ordinal);
      if (fund_case.pack != NULL && ordinal <= fund_case.pack->n_funding_years &&
          fund_case.paid > highest (&fund_case.pack->funding_years[ordinal - 1]))
        add_fault (notes, "money", dossier, _("more was paid than the rules give for any result"),
                   _("Compare the payments with the last backup"));
    }
}

/* What confirming froze is the sum of the city's points (R-SCORE). */
static void
check_assessments (const JpDossier *dossier, GPtrArray *notes)
{
  for (guint i = 0; i < dossier->assessments->len; i++)
    {
      const JpAssessment *assessment = dossier->assessments->pdata[i];
      int total = 0;

      if (assessment->frozen == NULL)
        continue;
      for (guint j = 0; j < assessment->points->len; j++)
        total += MAX (((const JpReviewPoints *) assessment->points->pdata[j])->city, 0);
      if (total != assessment->frozen->total)
        add_fault (notes, "assessments", dossier, _("a confirmed total is not the sum of the city's points"),
                   _("Compare the assessment with its printed paper and the last backup"));
    }
}

static void
check_history (const JpDossier *dossier, const JpContext *context, GPtrArray *notes)
{
  g_autoptr (GError) error = NULL;

  if (!jp_life_check_history (dossier, context, &error))
    add_fault (notes, "history", dossier, error->message, _("Correct the act that is wrong, with a reason"));
}

static void
add_good (GPtrArray *notes, guint before, const char *id, const char *text)
{
  for (guint i = before; i < notes->len; i++)
    if (g_str_equal (((const JpCheckNote *) notes->pdata[i])->id, id))
      return;

  g_ptr_array_add (notes, jp_check_note_new (id, JP_CHECK_GOOD, text, NULL));
}

/**
 * jp_casework_check:
 * @desk: where it is asked
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error that kept the check from being made
 *
 * Looks a data file over: what the store can see of itself (structure, references, journal, attachments, backups), and
 * what the rules say about what is in it: the money, the confirmed totals, the histories.
 *
 * Returns: (transfer full) (element-type JpCheckNote): what was found, at least one note for each
 */
GPtrArray *
jp_casework_check (JpDesk *desk, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) notes = jp_store_check (jp_desk_get_store (desk), cancellable, error);
  g_autoptr (GPtrArray) dossiers = NULL;
  JpContext context;
  guint before;

  if (notes == NULL || !jp_desk_get_context (desk, &context, error))
    return NULL;
  dossiers = jp_store_load_dossiers (jp_desk_get_store (desk), error);
  if (dossiers == NULL)
    return NULL;

  before = notes->len;
  for (guint i = 0; i < dossiers->len; i++)
    {
      check_ledger (dossiers->pdata[i], &context, notes);
      check_payments (dossiers->pdata[i], &context, notes);
      check_assessments (dossiers->pdata[i], notes);
      check_history (dossiers->pdata[i], &context, notes);
    }
  add_good (notes, before, "money", _("What was paid, spent, returned and is left agrees to the fen"));
  add_good (notes, before, "assessments", _("Every confirmed total is the sum of its points"));
  add_good (notes, before, "history", _("Every cluster's acts follow one another as the rules allow"));

  return g_steal_pointer (&notes);
}
