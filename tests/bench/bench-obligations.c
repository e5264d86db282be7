/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The obligations of 1,000 clusters over 3 years of records, beside merely making as many empty ones with their words:
 * the ratio is what deriving them costs. Aim: 20 ms. */

#include "jp-test.h"

#include "jp-obligation.h"

#define N_CLUSTERS 1000
#define N_ROUNDS   9
#define AIM_MS     20

typedef struct
{
  JpPack     *pack;
  JpHolidays *holidays;
  JpPackSet  *packs;
  JpContext   context;
  GPtrArray  *dossiers; /* of JpDossier */
  guint       n_obligations;
} Workload;

static void
put_confirmed (JpDossier *dossier, const JpPack *pack, int year, int total)
{
  JpAssessment *assessment = jp_assessment_new (year);

  assessment->pack_id = g_strdup (pack->id);
  assessment->pack_version = pack->version;
  assessment->state = JP_ASSESSMENT_CONFIRMED;
  assessment->confirmed_on = jp_date_new ((guint) year + 1, 3, 20);
  assessment->frozen = jp_frozen_result_new ();
  assessment->frozen->total = total;
  g_ptr_array_add (dossier->assessments, assessment);
}

static void
put_case (JpDossier *dossier, guint ordinal, JpMoney amount)
{
  static const JpFundActKind kinds[] = { JP_FUND_PLAN, JP_FUND_DISTRICT, JP_FUND_CITY, JP_FUND_PUBLICISE, JP_FUND_PAY };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      JpFundAct *act = jp_fund_act_new (ordinal, kinds[i], jp_date_new (2023 + ordinal, 10, 8 + (guint) i * 4));

      act->amount = amount;
      g_ptr_array_add (dossier->fund_acts, act);
    }
}

/* Recognised in 2024, two years assessed and reported on, two years paid, a change, an incident below the grade, a
 * finding and an entry of the user's own. */
static JpDossier *
make_dossier (const JpPack *pack, guint number)
{
  g_autofree char *id = g_strdup_printf ("00000000-0000-4000-8000-%012u", number);
  g_autofree char *name = g_strdup_printf ("厦门市集美区第%u产业集群", number);
  JpDossier *dossier = jp_dossier_new (id, name);
  JpFinding *finding = jp_finding_new (2026, 1);

  g_ptr_array_add (dossier->acts,
                   jp_act_new (JP_ACT_RECOGNISE, jp_date_new (2024, 1, 1) + number % 300, JP_OFFICE_CITY));
  for (int year = 2024; year <= 2025; year++)
    {
      put_confirmed (dossier, pack, year, 8000);
      g_ptr_array_add (dossier->returns, jp_return_new (year, jp_date_new ((guint) year + 1, 4, 1)));
    }
  put_case (dossier, 1, G_GINT64_CONSTANT (100000000));
  put_case (dossier, 2, G_GINT64_CONSTANT (60000000));
  g_ptr_array_add (dossier->changes, jp_change_new ("scope", jp_date_new (2025, 5, 6), jp_date_new (2025, 5, 20)));
  g_ptr_array_add (dossier->incidents, jp_incident_new ("safety", "一般", jp_date_new (2025, 7, 8)));
  finding->opened = jp_date_new (2026, 2, 2);
  finding->due = jp_date_new (2026, 6, 30);
  g_ptr_array_add (dossier->findings, finding);
  g_ptr_array_add (dossier->duties, jp_own_duty_new ("走访", jp_date_new (2026, 9, 1)));

  return dossier;
}

static void
workload_init (Workload *self)
{
  self->pack = jp_test_pack ();
  self->holidays = jp_test_holidays ();
  self->context = jp_test_context (&self->packs, self->pack, self->holidays, "2024-01-01", "2026-05-01");
  self->dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);
  for (guint i = 0; i < N_CLUSTERS; i++)
    g_ptr_array_add (self->dossiers, make_dossier (self->pack, i));
}

static void
workload_clear (Workload *self)
{
  g_ptr_array_unref (self->dossiers);
  jp_pack_set_free (self->packs);
  jp_holidays_unref (self->holidays);
  jp_pack_unref (self->pack);
}

static guint
derive_all (const Workload *self)
{
  g_autoptr (GPtrArray) obligations = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);

  for (guint i = 0; i < self->dossiers->len; i++)
    jp_obligations_collect (g_ptr_array_index (self->dossiers, i), &self->context, obligations);

  return obligations->len;
}

static guint
make_empty (const Workload *self)
{
  g_autoptr (GPtrArray) obligations = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);

  for (guint i = 0; i < self->n_obligations; i++)
    {
      JpObligation *obligation = g_new0 (JpObligation, 1);

      obligation->subject = g_strdup_printf ("%d年度绩效考核", 2025);
      g_ptr_array_add (obligations, obligation);
    }

  return obligations->len;
}

/* The best of several rounds, in microseconds: what the machine can do, not what else it was doing. */
static gint64
best_time (guint (*work) (const Workload *), const Workload *workload, guint *result)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      *result = work (workload);
      best = MIN (best, g_get_monotonic_time () - start);
    }

  return MAX (best, 1);
}

int
main (int argc, char **argv)
{
  Workload workload = { 0 };
  gint64 deriving, making;
  guint n;

  jp_test_init (&argc, &argv);
  workload_init (&workload);
  deriving = best_time (derive_all, &workload, &workload.n_obligations);
  making = best_time (make_empty, &workload, &n);
  g_assert_cmpuint (n, ==, workload.n_obligations);
  g_assert_cmpuint (n, >, N_CLUSTERS * 10);

  g_print ("obligations: %d clusters, %u obligations in %" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " ms (aim %d ms), "
           "%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " x making as many empty ones\n",
           N_CLUSTERS, n, deriving / 1000, deriving % 1000 / 100, AIM_MS, deriving / making,
           deriving * 10 / making % 10);
  workload_clear (&workload);

  return 0;
}
