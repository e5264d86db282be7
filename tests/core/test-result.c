/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bureau.h"

#define WAN     G_GINT64_CONSTANT (1000000) /* 万元 in fen */
#define UNKNOWN JP_POINTS_UNKNOWN

/* Figures of the sample workbook, in smallest units, and the points a calculator gives. */
typedef struct
{
  const char *name; /* the case, as it reads in the test path */
  int         year;
  const char *previous, *current;
  int         points[7];
  int         total;
} SampleCase;

#define JIMEI_2024 \
  "output=105599326 rd=5870414 innovative=24 srdi=13 little_giant=3 key_industrial=68 ip=2608 platform_rate=1740"
#define JIMEI_2025 \
  "output=118271245 rd=6516160 innovative=27 srdi=15 little_giant=4 key_industrial=70 ip=2673 platform_rate=2160"
#define HAICANG_2024 \
  "output=142785543 rd=6462953 innovative=20 srdi=20 little_giant=3 key_industrial=79 ip=3075 platform_rate=2340"
#define HAICANG_2025 \
  "output=174198363 rd=7626284 innovative=24 srdi=24 little_giant=4 key_industrial=82 ip=3305 platform_rate=2760"

static const SampleCase sample_cases[] = {
  { "jimei-2025", 2025, JIMEI_2024, JIMEI_2025, { 2000, 1500, 1600, 1050, 166, 832, -1 }, 7148 },
  { "haicang-2025", 2025, HAICANG_2024, HAICANG_2025, { 2000, 1500, 2000, 1500, 499, 952, -1 }, 8451 },
  { "siming-2025", 2025,
    "output=133740455 rd=5254246 innovative=19 srdi=16 little_giant=3 key_industrial=47 ip=1367 platform_rate=2040",
    "output=143102287 rd=5464416 innovative=20 srdi=17 little_giant=4 key_industrial=48 ip=1435 platform_rate=2460",
    { 1520, 720, 1200, 600, 332, 892, -1 }, 5264 },
  { "xiangan-2025", 2025,
    "output=68004490 rd=2267621 innovative=18 srdi=15 little_giant=8 key_industrial=74 ip=1044 platform_rate=2640",
    "output=70112630 rd=2222268 innovative=18 srdi=15 little_giant=9 key_industrial=74 ip=1148 platform_rate=3060",
    { 744, 0, 600, 0, 664, 1000, -1 }, 3008 },
  { "tongan-2024", 2024,
    "output=112400084 rd=2820039 innovative=36 srdi=21 little_giant=4 key_industrial=74 ip=2245 platform_rate=2520",
    "output=123640093 rd=3102043 innovative=37 srdi=21 little_giant=5 key_industrial=75 ip=2526 platform_rate=2940",
    { 2000, 1500, 600, 600, 834, 988, -1 }, 6522 },
  { "huli-2024", 2024,
    "output=156929890 rd=7667423 innovative=19 srdi=16 little_giant=6 key_industrial=68 ip=2647 platform_rate=2820",
    "output=180469374 rd=8433398 innovative=21 srdi=18 little_giant=7 key_industrial=70 ip=3044 platform_rate=3240",
    { 2000, 1499, 1600, 1050, 1000, 1000, -1 }, 8149 },
};

static void
test_sample (gconstpointer data)
{
  const SampleCase *c = data;
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpResult) result = NULL;

  bureau_open (&bureau, jp_test_pack (), "2026-03-01");
  dossier = cluster_new ("2023-10-17", 0);
  cluster_set_figures (dossier, c->year - 1, c->previous);
  cluster_set_figures (dossier, c->year, c->current);
  result = jp_result_new (dossier, &bureau.context, c->year);

  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (result->points[i].computed, ==, c->points[i]);
  g_assert_cmpint (result->total, ==, c->total);
  g_assert_cmpint (result->total_computed, ==, c->total);
  g_assert_cmpint (result->total_district, ==, UNKNOWN);
  g_assert_cmpint (result->total_city, ==, UNKNOWN);
  g_assert_cmpint (result->most, ==, c->total + 1000);
  g_assert_cmpint (result->state, ==, JP_ASSESSMENT_NONE);
  g_assert_false (result->pack_confirmed);
}

/* While a point is missing: no band, no amount, but the least and most they could be. */
static const struct
{
  const char *name;
  int         given; /* the city's points for output growth; everything but governance is then known */
  int         total;
  int         least, most; /* 万元 */
} range_cases[] = {
  { "below-and-just-reaching-60", 0, 5148, 0, 20 },
  { "one-hundredth-short-of-60", -1, 4999, 0, 0 },
  { "within-one-band", 1000, 6148, 20, 40 },
  { "from-the-bound-itself", 852, 6000, 20, 40 },
  { "up-to-just-below-80", 1851, 6999, 20, 40 },
  { "up-to-80-exactly", 1852, 7000, 40, 60 },
  { "as-computed", 2000, 7148, 40, 60 },
};

static void
test_range (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpResult) result = NULL;
  JpAssessment *assessment;

  bureau_open (&bureau, jp_test_pack (), "2026-03-01");
  dossier = cluster_new ("2023-10-17", 2025);
  cluster_set_figures (dossier, 2024, JIMEI_2024);
  cluster_set_figures (dossier, 2025, JIMEI_2025);
  assessment = cluster_assess (dossier, bureau.pack, 2025, JP_ASSESSMENT_DISTRICT);
  assessment_give (assessment, "output_growth", UNKNOWN, MAX (range_cases[index].given, 0));
  if (range_cases[index].given < 0)
    assessment_give (assessment, "rd_growth", UNKNOWN, 1351);
  result = jp_result_new (dossier, &bureau.context, 2025);

  g_assert_cmpint (result->total, ==, range_cases[index].total);
  g_assert_cmpuint (result->missing->len, ==, 1);
  g_assert_cmpuint (g_array_index (result->missing, guint, 0), ==, 6);
  g_assert_cmpint (result->most, ==, range_cases[index].total + 1000);
  g_assert_null (result->band);
  g_assert_cmpint (result->amount, ==, JP_MONEY_UNKNOWN);
  g_assert_cmpint (result->least, ==, range_cases[index].least * WAN);
  g_assert_cmpint (result->most_amount, ==, range_cases[index].most * WAN);
  g_assert_cmpint (result->gap_points, ==, 0);
}

static void
test_city_stands_over_district_over_computed (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpResult) result = NULL;
  JpAssessment *assessment;

  bureau_open (&bureau, jp_test_pack (), "2026-03-01");
  dossier = cluster_new ("2023-10-17", 2025);
  cluster_set_figures (dossier, 2024, JIMEI_2024);
  cluster_set_figures (dossier, 2025, JIMEI_2025);
  assessment = cluster_assess (dossier, bureau.pack, 2025, JP_ASSESSMENT_CITY);
  assessment_give (assessment, "key_industrial", 1500, UNKNOWN);
  assessment_give (assessment, "governance", 800, 702);
  assessment_give (assessment, "digital", UNKNOWN, 0); /* a nought is given, not missing */
  result = jp_result_new (dossier, &bureau.context, 2025);

  g_assert_cmpint (result->points[3].computed, ==, 1050);
  g_assert_cmpint (result->points[3].standing, ==, 1500);
  g_assert_cmpint (result->points[5].standing, ==, 0);
  g_assert_cmpint (result->points[6].standing, ==, 702);
  g_assert_cmpint (result->total, ==, 2000 + 1500 + 1600 + 1500 + 166 + 0 + 702);
  g_assert_cmpint (result->total_computed, ==, 7148);
  g_assert_cmpint (result->total_district, ==, 2300);
  g_assert_cmpint (result->total_city, ==, 702);
  g_assert_cmpuint (result->missing->len, ==, 0);
  g_assert_cmpint (result->most, ==, result->total);
}

static void
test_nothing_known_is_no_null_total (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpResult) result = NULL;

  bureau_open (&bureau, jp_test_pack (), "2026-03-01");
  dossier = cluster_new ("2023-10-17", 2025);
  result = jp_result_new (dossier, &bureau.context, 2025);

  g_assert_cmpint (result->total, ==, 0);
  g_assert_cmpint (result->total_computed, ==, UNKNOWN);
  g_assert_cmpuint (result->missing->len, ==, 7);
  g_assert_cmpint (result->most, ==, 10000);
  g_assert_cmpint (result->least, ==, 0);
  g_assert_cmpint (result->most_amount, ==, 60 * WAN);
  g_assert_cmpuint (result->cheapest->len, ==, 0);
}

static void
test_veto_leaves_the_total (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpResult) result = NULL;
  JpAssessment *assessment;

  bureau_open (&bureau, jp_test_pack (), "2026-03-01");
  dossier = cluster_new ("2023-10-17", 2025);
  cluster_set_figures (dossier, 2024, JIMEI_2024);
  cluster_set_figures (dossier, 2025, JIMEI_2025);
  assessment = cluster_assess (dossier, bureau.pack, 2025, JP_ASSESSMENT_DISTRICT);
  g_ptr_array_add (dossier->incidents, jp_incident_new ("tax", NULL, jp_test_date ("2025-06-01")));
  result = jp_result_new (dossier, &bureau.context, 2025);

  g_assert_cmpint (assessment->state, ==, JP_ASSESSMENT_DISTRICT);
  g_assert_true (result->vetoed);
  g_assert_cmpint (result->total, ==, 7148);
  g_assert_cmpint (result->amount, ==, 0); /* whatever the missing points may be */
  g_assert_cmpint (result->least, ==, 0);
  g_assert_cmpint (result->most_amount, ==, 0);
}

static void
test_due (void)
{
  static const struct { int year; gboolean due; } years[] = {
    { 2023, FALSE }, /* in term, but before the first assessment year */
    { 2024, TRUE }, { 2025, TRUE }, { 2026, TRUE },
    { 2027, FALSE },
  };
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;

  bureau_open (&bureau, jp_test_pack (), "2027-03-01");
  dossier = cluster_new ("2023-10-17", 0);
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (JpResult) result = jp_result_new (dossier, &bureau.context, years[i].year);

      g_assert_cmpint (result->due, ==, years[i].due);
    }
}

static void
test_no_pack_governs_the_year (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpResult) result = NULL;

  bureau_open (&bureau, jp_test_pack (), "2026-03-01");
  dossier = cluster_new ("2023-10-17", 0);
  result = jp_result_new (dossier, &bureau.context, 2023);

  g_assert_null (result->pack);
  g_assert_cmpint (result->total, ==, 0);
  g_assert_cmpint (result->total_computed, ==, UNKNOWN);
  g_assert_null (result->band);
  g_assert_cmpuint (result->vetoes->len, ==, 0);
  g_assert_cmpuint (result->missing->len, ==, 0);
}

static void
test_confirmed_is_read_from_what_was_frozen (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpResult) result = NULL;
  JpAssessment *assessment;

  bureau_open (&bureau, jp_test_pack (), "2026-06-01");
  dossier = cluster_new ("2023-10-17", 2025);
  cluster_set_figures (dossier, 2024, JIMEI_2024);
  cluster_set_figures (dossier, 2025, JIMEI_2025);
  assessment = cluster_assess (dossier, bureau.pack, 2025, JP_ASSESSMENT_CITY);
  for (guint i = 0; i < 6; i++)
    assessment_give (assessment, bureau.pack->indicators[i].id, 100, 1000);
  assessment_give (assessment, "governance", 800, 702);
  assessment_freeze (assessment, dossier, 6702);

  /* Everything moves on: a figure, the return is overdue, an incident. */
  g_ptr_array_set_size (dossier->figures, 0);
  cluster_set_figures (dossier, 2024, JIMEI_2024);
  cluster_set_figures (dossier, 2025, "output=1");
  g_ptr_array_add (dossier->incidents, jp_incident_new ("tax", NULL, jp_test_date ("2025-06-01")));
  result = jp_result_new (dossier, &bureau.context, 2025);

  g_assert_cmpint (result->state, ==, JP_ASSESSMENT_CONFIRMED);
  g_assert_cmpint (result->total, ==, 6702);
  g_assert_cmpint (result->total_computed, ==, 7148);
  g_assert_cmpint (result->score.items[0].current, ==, 118271245);
  g_assert_false (result->vetoed);
  g_assert_cmpuint (result->vetoes->len, ==, 5);
  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (result->vetoes, i);

      g_assert_true (veto->rule == &bureau.pack->vetoes[i]);
      g_assert_cmpint (veto->state, ==, JP_VETO_CLEAR);
      g_assert_cmpstr (veto->evidence, ==, "未发现");
    }
  g_assert_cmpint (result->amount, ==, 20 * WAN);
}

static void
test_frozen_vetoes_keep_their_evidence (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpResult) result = NULL;
  const JpVeto *veto;
  JpAssessment *assessment;

  bureau_open (&bureau, jp_test_pack (), "2026-06-01");
  dossier = cluster_new ("2023-10-17", 2025);
  assessment = cluster_assess (dossier, bureau.pack, 2025, JP_ASSESSMENT_CITY);
  assessment_give_total (assessment, bureau.pack, 9000);
  assessment_freeze (assessment, dossier, 9000);
  g_ptr_array_add (assessment->vetoes, jp_reviewer_veto_new ("false_application", "材料不实"));
  g_ptr_array_add (assessment->frozen->vetoes, jp_frozen_veto_new ("false_application", "市级复核认定：材料不实"));
  g_ptr_array_add (assessment->frozen->vetoes, jp_frozen_veto_new ("grave_incident", "2025年6月1日发生偷税漏税"));
  result = jp_result_new (dossier, &bureau.context, 2025);

  g_assert_true (result->vetoed);
  g_assert_cmpint (result->total, ==, 9000);
  g_assert_cmpint (result->amount, ==, 0);
  veto = g_ptr_array_index (result->vetoes, 0);
  g_assert_cmpint (veto->state, ==, JP_VETO_STANDS);
  g_assert_false (veto->by_record);
  g_assert_cmpstr (veto->evidence, ==, "市级复核认定：材料不实");
  veto = g_ptr_array_index (result->vetoes, 3);
  g_assert_cmpint (veto->state, ==, JP_VETO_STANDS);
  g_assert_true (veto->by_record);
  g_assert_cmpstr (veto->evidence, ==, "2025年6月1日发生偷税漏税");
}

/* The sketch of the wizard: 78.50 points, 1.50 to the next band, and where they are cheapest. */
static void
test_cheapest_steps (void)
{
  static const JpCheapStep expected[] = {
    { 3, 450, 1 },   /* one more key enterprise of 70 */
    { 2, 400, 2 },   /* two more titles of 46 */
    { 4, 151, 59 },  /* on a straight line: what closes the gap, 59 of 2,673 rights; 58 would give 1.48 */
    { 5, 150, 748 }, /* 7.48 points of per cent of 21.60 */
    { 6, 98, -1 },   /* to the next grade, the reviewer's to give */
  };
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpResult) result = NULL;

  bureau_open (&bureau, jp_test_pack (), "2026-03-01");
  dossier = cluster_new ("2023-10-17", 2025);
  cluster_set_figures (dossier, 2024, JIMEI_2024);
  cluster_set_figures (dossier, 2025, JIMEI_2025);
  assessment_give (cluster_assess (dossier, bureau.pack, 2025, JP_ASSESSMENT_CITY), "governance", 800, 702);
  result = jp_result_new (dossier, &bureau.context, 2025);

  g_assert_cmpint (result->total, ==, 7850);
  g_assert_cmpint (result->gap_points, ==, 150);
  g_assert_cmpint (result->gap_amount, ==, 20 * WAN);
  g_assert_cmpuint (result->cheapest->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      JpCheapStep step = g_array_index (result->cheapest, JpCheapStep, i);

      g_assert_cmpuint (step.indicator, ==, expected[i].indicator);
      g_assert_cmpint (step.gain, ==, expected[i].gain);
      g_assert_cmpint (step.needed, ==, expected[i].needed);
    }
}

/* Without a gap to close a step goes to the next point of the curve, and never to what already stands. */
static void
test_cheapest_without_a_gap (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpResult) result = NULL;
  JpAssessment *assessment;
  JpCheapStep step;

  bureau_open (&bureau, jp_test_pack (), "2026-03-01");
  dossier = cluster_new ("2023-10-17", 2025);
  cluster_set_figures (dossier, 2024, HAICANG_2024);
  cluster_set_figures (dossier, 2025, HAICANG_2025);
  assessment = cluster_assess (dossier, bureau.pack, 2025, JP_ASSESSMENT_CITY);
  assessment_give (assessment, "governance", UNKNOWN, 1000);
  assessment_give (assessment, "digital", UNKNOWN, 1000); /* computed 9.52: there is nothing more to gain */
  result = jp_result_new (dossier, &bureau.context, 2025);

  g_assert_cmpint (result->gap_points, ==, 0);
  g_assert_cmpuint (result->cheapest->len, ==, 1);
  step = g_array_index (result->cheapest, JpCheapStep, 0);
  g_assert_cmpuint (step.indicator, ==, 4);
  g_assert_cmpint (step.gain, ==, 501);
  g_assert_cmpint (step.needed, ==, 232); /* 3,075 × 1.15 = 3,536.25, so 3,537 */
}

static JpResult *
ranked (JpAssessmentState state, gboolean vetoed, int year, int total)
{
  JpResult *result = g_new0 (JpResult, 1);

  result->state = state;
  result->vetoed = vetoed;
  result->year = year;
  result->total = total;
  return result;
}

static void
test_rank_and_median (void)
{
  static const struct { JpAssessmentState state; gboolean vetoed; int year, total; guint rank; } rows[] = {
    { JP_ASSESSMENT_CONFIRMED, FALSE, 2025, 7000, 4 },
    { JP_ASSESSMENT_CONFIRMED, FALSE, 2025, 9251, 1 },
    { JP_ASSESSMENT_CONFIRMED, FALSE, 2025, 8000, 2 },
    { JP_ASSESSMENT_CONFIRMED, FALSE, 2025, 8000, 2 },
    { JP_ASSESSMENT_CONFIRMED, TRUE, 2025, 9900, 0 },
    { JP_ASSESSMENT_CITY, FALSE, 2025, 9800, 0 },
    { JP_ASSESSMENT_CONFIRMED, FALSE, 2024, 9700, 1 },
  };
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (results, ranked (rows[i].state, rows[i].vetoed, rows[i].year, rows[i].total));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JpRank rank = jp_result_rank (g_ptr_array_index (results, i), results);

      g_assert_cmpuint (rank.rank, ==, rows[i].rank);
      g_assert_cmpuint (rank.of, ==, rows[i].year == 2025 ? 4 : 1);
      g_assert_cmpint (rank.median, ==, rows[i].year == 2025 ? 8000 : 9700);
    }
}

static void
test_median_rounds_half_up (void)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (results, ranked (JP_ASSESSMENT_CITY, FALSE, 2025, 8000));
  g_assert_cmpint (jp_result_rank (g_ptr_array_index (results, 0), results).median, ==, -1);
  g_ptr_array_add (results, ranked (JP_ASSESSMENT_CONFIRMED, FALSE, 2025, 6957));
  g_ptr_array_add (results, ranked (JP_ASSESSMENT_CONFIRMED, FALSE, 2025, 6956));
  g_assert_cmpint (jp_result_rank (g_ptr_array_index (results, 0), results).median, ==, 6957);
  g_ptr_array_add (results, ranked (JP_ASSESSMENT_CONFIRMED, FALSE, 2025, 0));
  g_assert_cmpint (jp_result_rank (g_ptr_array_index (results, 0), results).median, ==, 6956);
}

/* An average is of the same results as rank and median, by district or of all, and never a sum (第十条). */
static void
test_average_is_no_total (void)
{
  static const struct { JpAssessmentState state; gboolean vetoed; const char *district; int total; } rows[] = {
    { JP_ASSESSMENT_CONFIRMED, FALSE, "350211", 8000 },
    { JP_ASSESSMENT_CONFIRMED, FALSE, "350211", 9001 },
    { JP_ASSESSMENT_CONFIRMED, FALSE, "350203", 7000 },
    { JP_ASSESSMENT_CONFIRMED, TRUE, "350211", 100 },
    { JP_ASSESSMENT_CITY, FALSE, "350203", 200 },
  };
  static const struct { const char *district; int average; guint n; } cases[] = {
    { "350211", 8501, 2 }, /* 85.005 */
    { "350203", 7000, 1 },
    { NULL, 8000, 3 },     /* 80.003… */
    { "350205", JP_POINTS_UNKNOWN, 0 },
  };
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JpDossier *dossier = jp_dossier_new ("id", "甲");
      JpResult *result = ranked (rows[i].state, rows[i].vetoed, 2025, rows[i].total);

      dossier->district = g_strdup (rows[i].district);
      result->dossier = dossier;
      g_ptr_array_add (dossiers, dossier);
      g_ptr_array_add (results, result);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n;

      g_assert_cmpint (jp_results_average (results, cases[i].district, &n), ==, cases[i].average);
      g_assert_cmpuint (n, ==, cases[i].n);
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (sample_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-SCORE/sample/%s", sample_cases[i].name);
      g_test_add_data_func (path, &sample_cases[i], test_sample);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (range_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-SCORE/provisional/%s", range_cases[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER ((guint) i), test_range);
    }
  g_test_add_func ("/core/R-SCORE/city-stands-over-district-over-computed",
                   test_city_stands_over_district_over_computed);
  g_test_add_func ("/core/R-SCORE/nothing-known-is-no-null-total", test_nothing_known_is_no_null_total);
  g_test_add_func ("/core/R-VETO/leaves-the-total", test_veto_leaves_the_total);
  g_test_add_func ("/core/R-CAL/assessment-due", test_due);
  g_test_add_func ("/core/R-PACK/no-pack-governs-the-year", test_no_pack_governs_the_year);
  g_test_add_func ("/core/R-SCORE/confirmed-is-read-from-what-was-frozen", test_confirmed_is_read_from_what_was_frozen);
  g_test_add_func ("/core/R-VETO/frozen-vetoes-keep-their-evidence", test_frozen_vetoes_keep_their_evidence);
  g_test_add_func ("/core/R-SCORE/cheapest-steps", test_cheapest_steps);
  g_test_add_func ("/core/R-SCORE/cheapest-without-a-gap", test_cheapest_without_a_gap);
  g_test_add_func ("/core/R-SCORE/rank-and-median", test_rank_and_median);
  g_test_add_func ("/core/R-SCORE/median-rounds-half-up", test_median_rounds_half_up);
  g_test_add_func ("/core/R-SCORE/average-is-no-total", test_average_is_no_total);

  return g_test_run ();
}
