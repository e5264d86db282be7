/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-dossier.h"
#include "jp-pack.h"

#include <string.h>

static void
test_head (void)
{
  g_autoptr (JpPack) pack = jp_test_pack ();

  g_assert_cmpstr (pack->id, ==, "xiamen-2024");
  g_assert_cmpuint (pack->version, ==, 1);
  g_assert_cmpstr (pack->document, ==, "厦工信企业〔2024〕188号");
  jp_assert_date (pack->effective_from, "2024-11-25");
  g_assert_cmpuint (pack->effective_to, ==, JP_DATE_NONE);
  g_assert_cmpuint (pack->governs_from_year, ==, 2024);
  g_assert_true (pack->indicators_are_example);
  g_assert_cmpstr (pack->basis[1], ==, "厦府办规〔2024〕11号");
  g_assert_null (pack->basis[2]);
  g_assert_cmpstr (pack->city_code, ==, "350200");
  g_assert_cmpstr (pack->city_centre, ==, "厦门市中小企业服务中心");
  g_assert_cmpuint (pack->n_districts, ==, 6);
  g_assert_cmpstr (g_hash_table_lookup (pack->notes, "key_industrial"), ==, "按规模以上工业企业统计");
  g_assert_cmpint (pack->check_jump.coefficient, ==, 20);
  g_assert_cmpuint (g_strv_length (pack->directions), ==, 6);
}

static void
test_indicators (void)
{
  g_autoptr (JpPack) pack = jp_test_pack ();
  const JpIndicator *growth = &pack->indicators[0], *quality = &pack->indicators[2], *manual = &pack->indicators[6];
  int sum = 0;

  g_assert_cmpuint (pack->n_metrics, ==, 16);
  g_assert_cmpint (pack->metrics[1].part_of, ==, 0);
  g_assert_cmpint (pack->metrics[0].part_of, ==, -1);
  g_assert_cmpuint (pack->metrics[0].decimals, ==, 2);
  g_assert_cmpuint (pack->metrics[15].kind, ==, JP_METRIC_SHARE);

  g_assert_cmpuint (pack->n_indicators, ==, 7);
  for (guint i = 0; i < pack->n_indicators; i++)
    sum += pack->indicators[i].weight;
  g_assert_cmpint (sum, ==, 10000);

  g_assert_cmpuint (growth->measure, ==, JP_MEASURE_GROWTH);
  g_assert_cmpuint (growth->curve.mode, ==, JP_CURVE_LINEAR);
  g_assert_cmpuint (growth->curve.n_points, ==, 3);
  g_assert_cmpint (growth->curve.points[1].x.coefficient, ==, 5);
  g_assert_cmpuint (growth->curve.points[1].x.scale, ==, 2);
  g_assert_cmpint (growth->curve.points[1].share.coefficient, ==, 60);

  g_assert_cmpuint (quality->measure, ==, JP_MEASURE_INCREMENT);
  g_assert_cmpuint (quality->curve.mode, ==, JP_CURVE_STEPS);
  g_assert_cmpuint (quality->n_metrics, ==, 3);
  g_assert_cmpstr (pack->metrics[quality->metrics[2]].id, ==, "little_giant");

  g_assert_cmpuint (manual->measure, ==, JP_MEASURE_MANUAL);
  g_assert_cmpuint (manual->curve.n_points, ==, 0);
  g_assert_cmpuint (manual->n_grades, ==, 4);
  g_assert_cmpstr (manual->grades[1].name, ==, "良");
  g_assert_cmpint (manual->grades[1].points, ==, 800);
}

static void
test_conditions (void)
{
  static const JpVetoSource sources[] = {
    JP_VETO_BY_REVIEWER, JP_VETO_BY_RETURN, JP_VETO_BY_CHANGE, JP_VETO_BY_INCIDENT, JP_VETO_BY_TERM,
  };
  g_autoptr (JpPack) pack = jp_test_pack ();

  g_assert_cmpuint (pack->n_vetoes, ==, G_N_ELEMENTS (sources));
  for (guint i = 0; i < pack->n_vetoes; i++)
    {
      g_assert_cmpuint (pack->vetoes[i].source, ==, sources[i]);
      g_assert_true (jp_pack_veto_by_source (pack, sources[i]) == &pack->vetoes[i]);
      g_assert_true (jp_pack_find_veto (pack, pack->vetoes[i].id) == &pack->vetoes[i]);
    }
  g_assert_null (jp_pack_find_veto (pack, "none"));
  g_assert_null (jp_pack_find_veto (pack, NULL));

  g_assert_cmpint (pack->incident_kinds[jp_pack_find_incident_kind (pack, "safety")].from_grade, ==, 1);
  g_assert_cmpint (pack->incident_kinds[jp_pack_find_incident_kind (pack, "data")].from_grade, ==, 2);
  g_assert_cmpint (pack->incident_kinds[jp_pack_find_incident_kind (pack, "tax")].from_grade, ==, -1);
  g_assert_cmpint (jp_pack_find_incident_kind (pack, "none"), ==, -1);
  g_assert_cmpint (jp_pack_find_incident_grade (pack, "特别重大"), ==, 3);
  g_assert_cmpint (jp_pack_find_incident_grade (pack, "重"), ==, -1);
  g_assert_cmpint (jp_pack_find_incident_grade (pack, NULL), ==, -1);
}

static void
test_calendar_and_money (void)
{
  g_autoptr (JpPack) pack = jp_test_pack ();

  g_assert_cmpuint (pack->window_from_month * 100 + pack->window_from_day, ==, 101);
  g_assert_cmpuint (pack->window_to_month * 100 + pack->window_to_day, ==, 331);
  g_assert_cmpuint (pack->term_years, ==, 3);
  g_assert_cmpuint (pack->n_lead_months, ==, 4);
  g_assert_cmpuint (jp_pack_renewal_lead (pack), ==, 12);
  g_assert_cmpuint (pack->change_days, ==, 30);
  g_assert_cmpuint (pack->audit_months, ==, 6);
  g_assert_cmpuint (pack->first_fiscal_year, ==, 2024);
  g_assert_cmpuint (pack->n_funding_years, ==, 3);
  g_assert_cmpint (pack->funding_years[0].fixed, ==, 100000000);
  g_assert_cmpint (pack->funding_years[1].fixed, ==, JP_MONEY_UNKNOWN);
  g_assert_cmpuint (jp_pack_first_banded (pack), ==, 2);
  g_assert_cmpuint (pack->publicity_days, ==, 5);
  g_assert_true (pack->publicity_counts_first_day);
  g_assert_cmpuint (pack->n_categories, ==, 7);
  g_assert_true (jp_pack_find_category (pack, "other")->reason_required);
  g_assert_false (jp_pack_find_category (pack, "brand")->reason_required);
  g_assert_null (jp_pack_find_category (pack, "travel"));
  g_assert_cmpint (jp_pack_quota (pack, 2025), ==, 2);
  g_assert_cmpint (jp_pack_quota (pack, 2026), ==, -1);
}

static void
test_standard (void)
{
  g_autoptr (JpPack) pack = jp_test_pack ();
  const JpCriterion *share = &pack->criteria[3], *firms = &pack->criteria[5], *judged = &pack->criteria[6];

  g_assert_cmpuint (pack->standard_incident_years, ==, 3);
  g_assert_cmpuint (pack->n_criteria, ==, 12);
  g_assert_cmpuint (pack->criteria[0].any[0].measure, ==, JP_STANDARD_AREA);
  g_assert_cmpuint (pack->criteria[0].any[0].op, ==, JP_OP_LE);
  g_assert_cmpint (pack->criteria[0].any[0].over, ==, -1);
  g_assert_cmpuint (share->any[0].measure, ==, JP_STANDARD_SHARE);
  g_assert_cmpuint (share->any[0].op, ==, JP_OP_GT);
  g_assert_cmpint (share->any[0].over, ==, jp_pack_find_metric (pack, "output"));
  g_assert_cmpint (share->any[0].value.coefficient, ==, 70);
  g_assert_cmpuint (firms->n_any, ==, 2);
  g_assert_cmpuint (firms->any[1].n_metrics, ==, 3);
  g_assert_cmpuint (judged->n_any, ==, 0);
}

static void
test_find (void)
{
  g_autoptr (JpPack) pack = jp_test_pack ();

  g_assert_cmpint (jp_pack_find_metric (pack, "rd"), ==, 3);
  g_assert_cmpint (jp_pack_find_metric (pack, "r"), ==, -1);
  g_assert_cmpint (jp_pack_find_metric (pack, NULL), ==, -1);
  g_assert_cmpint (jp_pack_find_indicator (pack, "governance"), ==, 6);
  g_assert_cmpint (jp_pack_find_indicator (pack, "Governance"), ==, -1);
  g_assert_cmpstr (jp_pack_find_district (pack, "350211")->name, ==, "集美区");
  g_assert_cmpstr (jp_pack_find_district (pack, "集美区")->code, ==, "350211");
  g_assert_null (jp_pack_find_district (pack, "350200"));
  g_assert_null (jp_pack_find_district (pack, NULL));
}

static void
test_office_names (void)
{
  g_autoptr (JpPack) pack = jp_test_pack ();

  g_assert_cmpstr (jp_pack_office_name (pack, JP_OFFICE_CITY), ==, "厦门市工业和信息化局");
  g_assert_cmpstr (jp_pack_office_name (pack, JP_OFFICE_CENTRE), ==, "厦门市中小企业服务中心");
  g_assert_cmpstr (jp_pack_office_name (pack, JP_OFFICE_MINISTRY), ==, "工业和信息化部");
  g_assert_cmpstr (jp_pack_office_name (pack, "350211"), ==, "集美区");
  g_assert_cmpstr (jp_pack_office_name (pack, "350299"), ==, "350299");
  g_assert_cmpstr (jp_pack_office_name (pack, NULL), ==, "");
  g_assert_cmpstr (jp_pack_office_name (NULL, JP_OFFICE_CITY), ==, "city");
}

/* The pack that is different in every way passes through the same code. */
static void
test_other_pack (void)
{
  g_autoptr (JpPack) pack = jp_test_other_pack ();

  g_assert_cmpuint (pack->version, ==, 3);
  g_assert_false (pack->indicators_are_example);
  jp_assert_date (pack->effective_to, "2030-06-30");
  g_assert_cmpuint (pack->governs_from_year, ==, 2024);
  g_assert_cmpuint (g_hash_table_size (pack->notes), ==, 0);
  g_assert_cmpuint (pack->n_indicators, ==, 4);
  g_assert_cmpuint (pack->indicators[0].n_grades, ==, 0);
  g_assert_cmpint (pack->indicators[2].curve.floor.coefficient, ==, 20);
  g_assert_cmpint (pack->indicators[1].curve.points[0].x.coefficient, ==, -10);
  g_assert_cmpuint (jp_pack_renewal_lead (pack), ==, 9);
  g_assert_cmpuint (pack->lead_months[1], ==, 3);
  g_assert_cmpuint (pack->n_funding_years, ==, 2);
  g_assert_cmpuint (pack->publicity_days, ==, 7);
  g_assert_false (pack->publicity_counts_first_day);
  g_assert_cmpuint (pack->vetoes[0].source, ==, JP_VETO_BY_TERM);
}

typedef struct
{
  const char *name;
  guint       ordinal;
  int         points;
  JpMoney     amount; /* JP_MONEY_UNKNOWN: no band */
} BandCase;

static const BandCase band_cases[] = {
  { "year-2-full", 2, 10000, 60000000 },
  { "year-2-lower-bound-of-first", 2, 8000, 60000000 },
  { "year-2-just-below-first", 2, 7999, 40000000 },
  { "year-2-lower-bound-of-second", 2, 7000, 40000000 },
  { "year-2-just-below-second", 2, 6999, 20000000 },
  { "year-2-lower-bound-of-third", 2, 6000, 20000000 },
  { "year-2-just-below-third", 2, 5999, 0 },
  { "year-2-nothing", 2, 0, 0 },
  { "year-3-lower-bound-of-first", 3, 8000, 40000000 },
  { "year-3-just-below-first", 3, 7999, 30000000 },
  { "year-3-just-below-second", 3, 6999, 20000000 },
  { "year-3-just-below-third", 3, 5999, 0 },
  { "year-1-is-fixed", 1, 10000, JP_MONEY_UNKNOWN },
  { "no-year-0", 0, 10000, JP_MONEY_UNKNOWN },
  { "no-year-4", 4, 10000, JP_MONEY_UNKNOWN },
};

static void
test_band (gconstpointer data)
{
  const BandCase *c = data;
  g_autoptr (JpPack) pack = jp_test_pack ();
  const JpBand *band = jp_pack_band (pack, c->ordinal, c->points);

  if (c->amount == JP_MONEY_UNKNOWN)
    g_assert_null (band);
  else
    g_assert_cmpint (band->amount, ==, c->amount);
}

typedef struct
{
  const char *name;
  gboolean    other; /* the pack whose notices move the day */
  int         year;
  int         batch;
  const char *work_to;
  const char *veto_after;
} DueCase;

static const DueCase due_cases[] = {
  { "the-regulations-day", FALSE, 2025, 2022, "2026-04-30", "2026-04-30" },
  { "no-notice-for-year-or-batch", TRUE, 2026, 2023, "2027-06-15", "2027-06-15" },
  { "a-year-called-earlier-vetoes-at-the-later-day", TRUE, 2025, 2023, "2026-05-20", "2026-06-15" },
  { "a-batch-called-later-works-to-the-earlier-day", TRUE, 2026, 2024, "2027-06-15", "2027-06-30" },
  { "year-and-batch-together", TRUE, 2025, 2024, "2026-05-20", "2026-06-30" },
  { "batch-unknown", TRUE, 2026, 0, "2027-06-15", "2027-06-15" },
};

static void
test_due (gconstpointer data)
{
  const DueCase *c = data;
  g_autoptr (JpPack) pack = c->other ? jp_test_other_pack () : jp_test_pack ();
  JpDate work_to, veto_after;

  jp_pack_return_due (pack, c->year, c->batch, &work_to, &veto_after);
  jp_assert_date (work_to, c->work_to);
  jp_assert_date (veto_after, c->veto_after);
}

/* What is exported and loaded again is the same pack, to the byte. */
static void
test_text_loads_to_itself (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpPack) pack = data != NULL ? jp_test_other_pack () : jp_test_pack ();
  g_autoptr (JpPack) again = jp_pack_new_from_json (pack->json, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (again->json, ==, pack->json);
  g_assert_cmpstr (again->id, ==, pack->id);
  g_assert_cmpuint (again->n_metrics, ==, pack->n_metrics);
}

static void
test_indentation_makes_no_difference (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (JpPack) flat = NULL;
  g_auto (GStrv) lines = g_strsplit (pack->json, "\n", -1);
  g_autofree char *joined = NULL, *marked = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  joined = g_strjoinv ("", lines);
  marked = g_strconcat ("\xef\xbb\xbf", joined, NULL);

  flat = jp_pack_new_from_json (marked, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (flat->json, ==, pack->json);
}

static void
test_length_is_kept_to (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (JpPack) again = NULL;
  gsize length = strlen (pack->json);
  g_autofree char *followed = g_strconcat (pack->json, "}}}}", NULL);

  again = jp_pack_new_from_json (followed, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->json, ==, pack->json);
}

static void
test_refs_keep_it (void)
{
  JpPack *pack = jp_test_pack ();
  JpPack *held = jp_pack_ref (pack);

  g_assert_true (held == pack);
  jp_pack_unref (pack);
  g_assert_cmpstr (held->id, ==, "xiamen-2024");
  jp_pack_unref (held);
}

/* What all names share is left out, never all of a name. */
static void
test_short_names (void)
{
  static const struct { const char *name, *shown; } names[] = {
    { "厦门市集美区工业机器人产业集群", "集美区工业机器人" }, { "同安区水暖厨卫产业集群", "同安区水暖厨卫" },
    { "厦门市海沧区生物医药", "海沧区生物医药" }, { "厦门市", "厦门市" }, { "产业集群", "产业集群" }, { "", "" },
  };
  g_autoptr (JpPack) pack = jp_test_pack ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *shown = jp_pack_short_name (pack, names[i].name);

      g_assert_cmpstr (shown, ==, names[i].shown);
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add_func ("/core/R-PACK/head", test_head);
  g_test_add_func ("/core/R-PACK/short-names", test_short_names);
  g_test_add_func ("/core/R-PACK/indicators", test_indicators);
  g_test_add_func ("/core/R-PACK/conditions", test_conditions);
  g_test_add_func ("/core/R-PACK/calendar-and-money", test_calendar_and_money);
  g_test_add_func ("/core/R-PACK/standard", test_standard);
  g_test_add_func ("/core/R-PACK/find", test_find);
  g_test_add_func ("/core/R-WHO/office-names", test_office_names);
  g_test_add_func ("/core/R-PACK/other-pack", test_other_pack);
  for (gsize i = 0; i < G_N_ELEMENTS (band_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-FUND/lower-bound-belongs-to-the-band/%s", band_cases[i].name);
      g_test_add_data_func (path, &band_cases[i], test_band);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (due_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-CAL/return-due/%s", due_cases[i].name);
      g_test_add_data_func (path, &due_cases[i], test_due);
    }
  g_test_add_data_func ("/core/R-PACK/text-loads-to-itself/xiamen", NULL, test_text_loads_to_itself);
  g_test_add_data_func ("/core/R-PACK/text-loads-to-itself/other", GINT_TO_POINTER (1), test_text_loads_to_itself);
  g_test_add_func ("/core/R-PACK/indentation-makes-no-difference", test_indentation_makes_no_difference);
  g_test_add_func ("/core/R-PACK/length-is-kept-to", test_length_is_kept_to);
  g_test_add_func ("/core/R-PACK/refs-keep-it", test_refs_keep_it);

  return g_test_run ();
}
