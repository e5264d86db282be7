/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-full-dossier.h"

#include "jp-store-assessments.h"
#include "jp-store-clusters.h"
#include "jp-store-filings.h"
#include "jp-store-funding.h"
#include "jp-test.h"

/* Texts that break careless quoting, encodings and alphabets. */
static char *
text (const char *what)
{
  return g_strdup_printf ("%s ' \" \\ %% < 𬭚㛃 😀\n二", what);
}

static void
fill_fields (JpDossier *d)
{
  d->district = g_strdup ("350211");
  d->industry = text ("industry");
  d->scope = text ("scope");
  d->area = 12345678;
  d->operator_name = text ("operator");
  d->credit_code = g_strdup ("91350200MA00000000");
  d->contact = text ("contact");
  d->phone = g_strdup ("0592-1234567");
  d->bank = text ("bank");
  d->account = g_strdup ("0012345678901234567");
  d->funding_start = 2024;
  d->recorded_on = jp_test_date ("2025-01-02");
}

static void
add_acts (JpDossier *d)
{
  for (JpActKind kind = 0; kind < JP_N_ACTS; kind++)
    {
      JpAct *act = jp_act_new (kind, jp_test_date ("2024-09-19") + kind, JP_OFFICE_CITY);

      act->seq = (gint64) kind + 1;
      act->person = text ("person");
      act->document = text ("document");
      act->note = text ("note");
      act->reason = kind % 2 == 0 ? text ("reason") : NULL;
      act->term = (JpTerm) { jp_test_date ("2024-09-19"), jp_test_date ("2027-09-18") };
      act->imported = kind % 2 == 0;
      g_ptr_array_add (d->acts, act);
    }
}

static void
add_filings (JpDossier *d)
{
  JpChange *change = jp_change_new ("industry", jp_test_date ("2025-02-03"), jp_test_date ("2025-02-28"));
  JpIncident *incident = jp_incident_new ("safety", "较大", jp_test_date ("2025-04-05"));
  JpSupport *support = jp_support_new ("培训", jp_test_date ("2025-05-06"));
  JpOwnDuty *duty = jp_own_duty_new ("报送材料", jp_test_date ("2025-07-08"));
  JpFigures *figures = jp_figures_new (2024);

  jp_figures_set (figures, "output", 0);
  jp_figures_set (figures, "revenue", JP_VALUE_MAX);
  g_ptr_array_add (d->figures, figures);
  g_ptr_array_add (d->returns, jp_return_new (2024, jp_test_date ("2025-04-30")));
  change->from = text ("from");
  change->to = text ("to");
  change->reason = text ("reason");
  g_ptr_array_add (d->changes, change);
  incident->note = text ("note");
  g_ptr_array_add (d->incidents, incident);
  support->giver = text ("giver");
  support->note = text ("note");
  g_ptr_array_add (d->supports, support);
  g_ptr_array_add (d->goals, jp_goal_new ("output", 2026, JP_VALUE_MAX));
  duty->closed = jp_test_date ("2025-07-01");
  g_ptr_array_add (d->duties, duty);
}

static void
add_checks (JpDossier *d)
{
  JpStandardCheck *check = jp_standard_check_new (jp_test_date ("2024-06-01"), 2023);

  check->person = text ("person");
  check->all_met = TRUE;
  for (guint i = 0; i < 3; i++)
    {
      JpJudgement *judgement = jp_judgement_new (i == 0 ? "b" : i == 1 ? "a" : "c", i != 1);

      judgement->note = text ("note");
      judgement->person = text ("person");
      g_ptr_array_add (check->judgements, judgement);
    }
  g_ptr_array_add (d->checks, check);
}

static JpFrozenResult *
frozen (void)
{
  JpFrozenResult *result = jp_frozen_result_new ();

  result->previous = jp_figures_new (2023);
  result->current = jp_figures_new (2024);
  jp_figures_set (result->previous, "output", 1);
  jp_figures_set (result->current, "output", 2);
  result->total = 7999;
  g_ptr_array_add (result->vetoes, jp_frozen_veto_new ("two", "逾期"));
  g_ptr_array_add (result->vetoes, jp_frozen_veto_new ("one", NULL));

  return result;
}

static void
add_assessment (JpDossier *d)
{
  JpAssessment *a = jp_assessment_new (2024);
  JpReviewerVeto *veto = jp_reviewer_veto_new ("one", "虚假申报");

  a->pack_id = g_strdup ("xiamen-2024");
  a->pack_version = 1;
  a->state = JP_ASSESSMENT_CONFIRMED;
  a->submitted_on = jp_test_date ("2025-02-01");
  a->submitted_by = text ("submitted");
  a->district_opinion = text ("district");
  a->confirmed_on = jp_test_date ("2025-03-01");
  a->confirmed_by = text ("confirmed");
  a->city_opinion = text ("city");
  a->same_person_reason = text ("same");
  a->kept_reason = text ("kept");
  a->kept_against = text ("against");
  a->figures_corrected = TRUE;
  for (guint i = 0; i < 3; i++)
    {
      JpReviewPoints *points = jp_review_points_new (i == 0 ? "output" : i == 1 ? "ip" : "digital");

      points->district = i == 0 ? JP_POINTS_UNKNOWN : (int) i * 100;
      points->district_reason = text ("district reason");
      points->district_person = text ("district person");
      points->city = i == 1 ? JP_POINTS_UNKNOWN : (int) i * 100;
      points->city_reason = text ("city reason");
      points->city_person = text ("city person");
      g_ptr_array_add (a->points, points);
    }
  veto->office = g_strdup (JP_OFFICE_CITY);
  veto->person = text ("veto");
  g_ptr_array_add (a->vetoes, veto);
  g_ptr_array_add (a->narrative, jp_narrative_new ("execution", "执行情况"));
  g_ptr_array_add (a->narrative, jp_narrative_new ("progress", NULL));
  a->frozen = frozen ();
  g_ptr_array_add (d->assessments, a);
}

static void
add_funding (JpDossier *d)
{
  static const char * const purposes[] = { "提升主导产业", "数字化转型", NULL };
  JpUseEntry *use = jp_use_entry_new (1, jp_test_date ("2025-08-09"), 1);

  for (JpFundActKind kind = JP_FUND_PLAN; kind <= JP_FUND_RETURN; kind++)
    {
      JpFundAct *act = jp_fund_act_new (1, kind, jp_test_date ("2025-05-01") + kind);

      act->seq = (gint64) kind + 1;
      act->office = g_strdup ("350211");
      act->person = text ("person");
      act->amount = kind == JP_FUND_PAY ? 100000000 : 0;
      act->voucher = text ("voucher");
      act->note = text ("note");
      act->reason = text ("reason");
      act->override_reason = text ("override");
      act->upheld = kind == JP_FUND_SETTLE;
      act->last_day = jp_test_date ("2025-05-12");
      act->last_day_provisional = kind == JP_FUND_PUBLICISE;
      act->pack_id = g_strdup ("xiamen-2024");
      act->pack_version = 1;
      act->operator = text ("operator");
      if (kind == JP_FUND_PLAN)
        {
          g_ptr_array_add (act->lines, jp_plan_line_new ("platform", 60000000));
          g_ptr_array_add (act->lines, jp_plan_line_new ("activity", 40000000));
          g_strfreev (act->purposes);
          act->purposes = g_strdupv ((char **) purposes);
        }
      g_ptr_array_add (d->fund_acts, act);
    }

  use->category = g_strdup ("platform");
  use->amount = -1;
  use->payee = text ("payee");
  use->voucher = text ("voucher");
  use->note = text ("note");
  use->reason = text ("reason");
  use->reverses = g_strdup ("某笔");
  g_ptr_array_add (d->uses, use);
  g_ptr_array_add (d->locked_quarters, g_strdup ("2025Q1"));
  g_ptr_array_add (d->locked_quarters, g_strdup ("2025Q2"));
}

static void
add_oversight (JpDossier *d)
{
  JpFinding *finding = jp_finding_new (2025, 7);
  JpInspection *inspection = jp_inspection_new (jp_test_date ("2025-09-01"));
  JpAudit *audit = jp_audit_new ("某会计师事务所", jp_test_date ("2025-10-01"));

  finding->ordinal = 1;
  finding->source = g_strdup ("source");
  finding->opened = jp_test_date ("2025-09-02");
  finding->amount = 12345;
  finding->basis = text ("basis");
  finding->matter = text ("matter");
  finding->due = jp_test_date ("2025-10-02");
  finding->measure = text ("measure");
  finding->measured = jp_test_date ("2025-09-20");
  finding->confirmed_district = jp_test_date ("2025-09-21");
  finding->confirmed_district_by = text ("district");
  finding->confirmed_city = jp_test_date ("2025-09-22");
  finding->confirmed_city_by = text ("city");
  g_ptr_array_add (d->findings, finding);
  inspection->office = g_strdup (JP_OFFICE_CENTRE);
  inspection->person = text ("person");
  inspection->findings = text ("findings");
  g_ptr_array_add (d->inspections, inspection);
  audit->report = text ("report");
  audit->closed = jp_test_date ("2025-12-01");
  g_ptr_array_add (d->audits, audit);
}

JpDossier *
jp_full_dossier (const char *id, const char *name)
{
  JpDossier *dossier = jp_dossier_new (id, name);

  fill_fields (dossier);
  add_acts (dossier);
  add_filings (dossier);
  add_checks (dossier);
  add_assessment (dossier);
  add_funding (dossier);
  add_oversight (dossier);

  return dossier;
}

/* Both kinds of put function, called on every element of a list. */
#define PUT_ALL(array, put) \
  for (guint i = 0; i < dossier->array->len; i++) \
    if (!put (transaction, dossier->id, g_ptr_array_index (dossier->array, i), error)) \
      return FALSE

gboolean
jp_full_dossier_put (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  JpDossier *dossier = data;

  if (!jp_store_put_cluster (transaction, dossier, error))
    return FALSE;
  PUT_ALL (acts, jp_store_put_act);
  PUT_ALL (figures, jp_store_put_figures);
  PUT_ALL (returns, jp_store_put_return);
  PUT_ALL (changes, jp_store_put_change);
  PUT_ALL (incidents, jp_store_put_incident);
  PUT_ALL (supports, jp_store_put_support);
  PUT_ALL (goals, jp_store_put_goal);
  PUT_ALL (checks, jp_store_put_standard_check);
  PUT_ALL (assessments, jp_store_put_assessment);
  PUT_ALL (fund_acts, jp_store_put_fund_act);
  PUT_ALL (uses, jp_store_put_use_entry);
  PUT_ALL (locked_quarters, jp_store_lock_quarter);
  PUT_ALL (findings, jp_store_put_finding);
  PUT_ALL (inspections, jp_store_put_inspection);
  PUT_ALL (audits, jp_store_put_audit);
  PUT_ALL (duties, jp_store_put_own_duty);

  return TRUE;
}

/* One line a field, so that a difference reads in the test's message. */

#define TEXT(record, field)                                                                                            \
  g_string_append_printf (out, #field " %s\n", (record)->field != NULL ? (record)->field : "NULL")
#define NUMBER(record, field) g_string_append_printf (out, #field " %" G_GINT64_FORMAT "\n", (gint64) (record)->field)
#define EACH(Type, record, owner, array) \
  for (guint record##_i = 0; record##_i < (owner)->array->len; record##_i++) \
    for (const Type *record = g_ptr_array_index ((owner)->array, record##_i); record != NULL; record = NULL)

static void
figures_to_text (GString *out, const JpFigures *figures)
{
  g_autofree char *json = figures != NULL ? jp_figures_to_json (figures) : NULL;

  g_string_append_printf (out, "figures %d %s\n", figures != NULL ? jp_figures_year (figures) : 0, json);
}

static void
filings_to_text (GString *out, const JpDossier *d)
{
  EACH (JpAct, act, d, acts)
    {
      TEXT (act, id), NUMBER (act, seq), NUMBER (act, kind), NUMBER (act, date), TEXT (act, office), TEXT (act, person);
      TEXT (act, document), TEXT (act, note), TEXT (act, reason), NUMBER (act, term.first), NUMBER (act, term.last);
      NUMBER (act, imported);
    }
  EACH (JpFigures, figures, d, figures)
    figures_to_text (out, figures);
  EACH (JpReturn, filing, d, returns)
    NUMBER (filing, year), NUMBER (filing, filed);
  EACH (JpChange, change, d, changes)
    {
      TEXT (change, id), TEXT (change, kind), NUMBER (change, day), TEXT (change, from), TEXT (change, to);
      NUMBER (change, filed), TEXT (change, reason);
    }
  EACH (JpIncident, incident, d, incidents)
    {
      TEXT (incident, id), TEXT (incident, kind), TEXT (incident, grade), NUMBER (incident, day), TEXT (incident, note);
    }
  EACH (JpSupport, support, d, supports)
    TEXT (support, id), TEXT (support, kind), NUMBER (support, day), TEXT (support, giver), TEXT (support, note);
  EACH (JpGoal, goal, d, goals)
    TEXT (goal, metric), NUMBER (goal, year), NUMBER (goal, target);
  EACH (JpOwnDuty, duty, d, duties)
    TEXT (duty, id), TEXT (duty, text), NUMBER (duty, due), NUMBER (duty, closed);
  EACH (JpStandardCheck, check, d, checks)
    {
      TEXT (check, id), NUMBER (check, date), NUMBER (check, year), TEXT (check, person), NUMBER (check, all_met);
      EACH (JpJudgement, judgement, check, judgements)
        TEXT (judgement, criterion), NUMBER (judgement, met), TEXT (judgement, note), TEXT (judgement, person);
    }
}

static void
frozen_to_text (GString *out, const JpFrozenResult *result)
{
  NUMBER (result, total);
  figures_to_text (out, result->previous);
  figures_to_text (out, result->current);
  EACH (JpFrozenVeto, veto, result, vetoes)
    TEXT (veto, veto), TEXT (veto, evidence);
}

static void
assessments_to_text (GString *out, const JpDossier *d)
{
  EACH (JpAssessment, a, d, assessments)
    {
      NUMBER (a, year), TEXT (a, pack_id), NUMBER (a, pack_version), NUMBER (a, state), NUMBER (a, submitted_on);
      TEXT (a, submitted_by), TEXT (a, district_opinion), NUMBER (a, confirmed_on), TEXT (a, confirmed_by);
      TEXT (a, city_opinion), TEXT (a, same_person_reason), TEXT (a, kept_reason), TEXT (a, kept_against);
      NUMBER (a, figures_corrected);
      EACH (JpReviewPoints, points, a, points)
        {
          TEXT (points, indicator), NUMBER (points, district), TEXT (points, district_reason),
            TEXT (points, district_person);
          NUMBER (points, city), TEXT (points, city_reason), TEXT (points, city_person);
        }
      EACH (JpReviewerVeto, veto, a, vetoes)
        TEXT (veto, veto), TEXT (veto, reason), TEXT (veto, office), TEXT (veto, person);
      EACH (JpNarrative, narrative, a, narrative)
        TEXT (narrative, part), TEXT (narrative, text);
      if (a->frozen != NULL)
        frozen_to_text (out, a->frozen);
    }
}

static void
funding_to_text (GString *out, const JpDossier *d)
{
  EACH (JpFundAct, act, d, fund_acts)
    {
      g_autofree char *purposes = act->purposes != NULL ? g_strjoinv (" ", act->purposes) : NULL;

      TEXT (act, id), NUMBER (act, seq), NUMBER (act, ordinal), NUMBER (act, kind), NUMBER (act, date),
        TEXT (act, office);
      TEXT (act, person), NUMBER (act, amount), TEXT (act, voucher), TEXT (act, note), TEXT (act, reason);
      TEXT (act, override_reason), NUMBER (act, upheld), NUMBER (act, last_day), NUMBER (act, last_day_provisional);
      TEXT (act, pack_id), NUMBER (act, pack_version), TEXT (act, operator);
      g_string_append_printf (out, "purposes %s\n", purposes);
      EACH (JpPlanLine, line, act, lines)
        TEXT (line, category), NUMBER (line, amount);
    }
  EACH (JpUseEntry, use, d, uses)
    {
      TEXT (use, id), NUMBER (use, number), NUMBER (use, date), NUMBER (use, ordinal), TEXT (use, category);
      NUMBER (use, amount), TEXT (use, payee), TEXT (use, voucher), TEXT (use, note), TEXT (use, reason),
        TEXT (use, reverses);
    }
  EACH (char, quarter, d, locked_quarters)
    g_string_append_printf (out, "quarter %s\n", quarter);
}

static void
oversight_to_text (GString *out, const JpDossier *d)
{
  EACH (JpFinding, finding, d, findings)
    {
      TEXT (finding, id), NUMBER (finding, year), NUMBER (finding, number), NUMBER (finding, ordinal),
        TEXT (finding, source);
      NUMBER (finding, opened), NUMBER (finding, amount), TEXT (finding, basis), TEXT (finding, matter),
        NUMBER (finding, due);
      TEXT (finding, measure), NUMBER (finding, measured), NUMBER (finding, confirmed_district);
      TEXT (finding, confirmed_district_by), NUMBER (finding, confirmed_city), TEXT (finding, confirmed_city_by);
    }
  EACH (JpInspection, inspection, d, inspections)
    {
      TEXT (inspection, id), NUMBER (inspection, date), TEXT (inspection, office), TEXT (inspection, person);
      TEXT (inspection, findings);
    }
  EACH (JpAudit, audit, d, audits)
    TEXT (audit, id), TEXT (audit, auditor), NUMBER (audit, opened), TEXT (audit, report), NUMBER (audit, closed);
}

char *
jp_full_dossier_to_text (const JpDossier *d)
{
  GString *out = g_string_new (NULL);

  TEXT (d, id), TEXT (d, name), TEXT (d, district), TEXT (d, industry), TEXT (d, scope), NUMBER (d, area);
  TEXT (d, operator_name), TEXT (d, credit_code), TEXT (d, contact), TEXT (d, phone), TEXT (d, bank), TEXT (d, account);
  NUMBER (d, funding_start), NUMBER (d, recorded_on);
  filings_to_text (out, d);
  assessments_to_text (out, d);
  funding_to_text (out, d);
  oversight_to_text (out, d);

  return g_string_free (out, FALSE);
}
