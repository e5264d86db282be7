/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps behind the payment: use, special audit, rectification, closing (R-USE, 第十四条, 第十六条, 第十七条). */

#include "jp-case-steps.h"

#include "jp-audit.h"
#include "jp-funding-data.h"

#include <glib/gi18n-lib.h>

#define FIRST_AFTER 6

static guint
count_uses (const JpCaseView *view, JpMoney *spent)
{
  guint n = 0;

  *spent = 0;
  for (guint i = 0; i < view->dossier->uses->len; i++)
    {
      const JpUseEntry *entry = g_ptr_array_index (view->dossier->uses, i);

      if (entry->ordinal != view->fund_case->ordinal)
        continue;
      *spent += entry->amount;
      n++;
    }

  return n;
}

static void
append_use (const JpCaseView *view, GtkBox *column)
{
  gboolean paid = view->fund_case->state == JP_CASE_PAID;
  JpMoney spent;
  guint n = count_uses (view, &spent);
  JpStep step = { "使用台账", view->fund_case->pack != NULL ? view->fund_case->pack->use_article : NULL,
                  paid ? JP_STEP_CURRENT : JP_STEP_AHEAD, NULL, NULL };

  if (paid && spent == view->fund_case->paid)
    step.state = JP_STEP_DONE;
  if (!paid && n == 0)
    step.summary = g_strdup (_("once it is paid"));
  else
    {
      g_autofree char *used = jp_money_to_yuan (spent), *of = jp_money_to_yuan (view->fund_case->paid);
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s of %2$s yuan spent, %3$u entry",
                                                            "%1$s of %2$s yuan spent, %3$u entries", n),
                                               used, of, n);

      step.body = jp_case_body_new ();
      jp_case_body_text (step.body, text, spent > view->fund_case->paid ? "error" : NULL);
      jp_case_button (jp_case_body_buttons (step.body), _("Open the _Ledger"), "use", "case.go", "use");
    }
  jp_case_step_append (column, FIRST_AFTER, &step);
}

static const JpAudit *
last_audit (const JpDossier *dossier)
{
  return dossier->audits->len > 0 ? g_ptr_array_index (dossier->audits, dossier->audits->len - 1) : NULL;
}

static void
append_audit (const JpCaseView *view, GtkBox *column, gboolean audited)
{
  const JpAudit *audit = last_audit (view->dossier);
  gboolean open = jp_audit_find_open (view->dossier) != NULL;
  JpStep step = { "专项审计", view->fund_case->pack != NULL ? view->fund_case->pack->audit_article : NULL,
                  JP_STEP_AHEAD, NULL, NULL };

  if (open || view->fund_case->audit_due)
    step.state = JP_STEP_CURRENT;
  else if (audited)
    step.state = JP_STEP_DONE;
  if (audit != NULL)
    {
      g_autofree char *day = jp_funding_day_text (open ? audit->opened : audit->closed, view->context->today);

      step.summary = g_strdup_printf (open ? _("%1$s, begun %2$s") : _("%1$s, closed %2$s"), audit->auditor, day);
    }
  else
    step.summary = g_strdup (step.state == JP_STEP_CURRENT ? _("due now") : _("after the last year"));
  if (step.state != JP_STEP_AHEAD)
    {
      step.body = jp_case_body_new ();
      jp_case_button (jp_case_body_buttons (step.body), _("_Inspection and Audit"), "audit", "case.go", "oversight");
    }
  jp_case_step_append (column, FIRST_AFTER + 1, &step);
}

static guint
count_open (const JpDossier *dossier)
{
  guint n = 0;

  for (guint i = 0; i < dossier->findings->len; i++)
    n += jp_finding_is_open (g_ptr_array_index (dossier->findings, i)) ? 1 : 0;

  return n;
}

static void
append_rectification (const JpCaseView *view, GtkBox *column)
{
  guint n_all = view->dossier->findings->len, n_open = count_open (view->dossier);
  JpStep step = { "整改", NULL,
                  n_open > 0 ? JP_STEP_CURRENT : n_all > 0 ? JP_STEP_DONE : JP_STEP_AHEAD, NULL, NULL };

  if (n_all == 0)
    step.summary = g_strdup (_("only where something was found"));
  else
    {
      step.summary = g_strdup_printf (_("%1$u of %2$u put right"), n_all - n_open, n_all);
      step.body = jp_case_body_new ();
      jp_case_button (jp_case_body_buttons (step.body), _("_Rectification"), "rectification", "case.go", "oversight");
    }
  jp_case_step_append (column, FIRST_AFTER + 2, &step);
}

/**
 * jp_case_steps_after:
 * @view: what is shown
 * @column: where the steps go
 *
 * Appends the four steps behind the payment.
 */
void
jp_case_steps_after (const JpCaseView *view, GtkBox *column)
{
  JpDate ended = jp_funding_ended_on (view->dossier, view->context, NULL);
  gboolean audited = ended != JP_DATE_NONE && jp_funding_audited (view->dossier, ended, view->context->today);
  gboolean closed = audited && count_open (view->dossier) == 0;
  JpStep closing = { "办结", NULL, closed ? JP_STEP_DONE : JP_STEP_AHEAD, NULL, NULL };

  append_use (view, column);
  append_audit (view, column, audited);
  append_rectification (view, column);
  closing.summary = g_strdup (closed ? _("audited, and nothing open") : _("once audited, with nothing open"));
  jp_case_step_append (column, FIRST_AFTER + 3, &closing);
}
