/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bureau.h"

#include "jp-standard-private.h"
#include "slow-rational.h"

typedef struct
{
  const char *name; /* the case, as it reads in the test path */
  const char *item;
  const char *figures[4]; /* of 2022 … 2025 */
  gint64      area;
  JpMet       met;
  const char *value;
  const char *note;
} ItemCase;

#define NO_AREA JP_VALUE_UNKNOWN

static const ItemCase item_cases[] = {
  { "area-well-inside", "area", { 0 }, 49100000, JP_MET_YES, "49.1 km²", "占地面积 49.1 km²，要求不高于 100 km²" },
  { "area-at-the-limit", "area", { 0 }, 100000000, JP_MET_YES, "100 km²", "占地面积 100 km²，要求不高于 100 km²" },
  { "area-one-square-metre-above", "area", { 0 }, 100000001, JP_MET_NO, "100.000001 km²",
    "占地面积 100.000001 km²，要求不高于 100 km²" },
  { "area-not-given", "area", { 0 }, NO_AREA, JP_MET_UNKNOWN, NULL, "占地面积未填，不能判定，要求不高于 100 km²" },

  { "output-of-three-years", "output", { "output=1", "output=94285112", "output=105599326", "output=118271245" },
    NO_AREA,
    JP_MET_YES, "94.29 亿元", "总产值 2023 年 94.29 亿元、2024 年 105.60 亿元、2025 年 118.27 亿元，要求每年不低于 40 亿元" },
  { "output-at-the-threshold", "output", { NULL, "output=50000000", "output=40000000", "output=60000000" }, NO_AREA,
    JP_MET_YES, "40.00 亿元", "总产值 2023 年 50.00 亿元、2024 年 40.00 亿元、2025 年 60.00 亿元，要求每年不低于 40 亿元" },
  { "output-one-fen-short-in-one-year", "output", { NULL, "output=50000000", "output=39999999", "output=60000000" },
    NO_AREA,
    JP_MET_NO, "40.00 亿元（低于 40 亿元）",
    "总产值 2023 年 50.00 亿元、2024 年 40.00 亿元、2025 年 60.00 亿元，要求每年不低于 40 亿元" },
  { "output-of-a-small-cluster", "output", { NULL, "output=999999", "output=40000000", "output=60000000" }, NO_AREA,
    JP_MET_NO, "9,999.99 万元", "总产值 2023 年 9,999.99 万元、2024 年 40.00 亿元、2025 年 60.00 亿元，要求每年不低于 40 亿元" },
  { "output-missing-in-one-year", "output", { NULL, NULL, "output=40000000", "output=60000000" }, NO_AREA,
    JP_MET_UNKNOWN, NULL, "总产值 2024 年 40.00 亿元、2025 年 60.00 亿元；2023 年总产值未填，要求每年不低于 40 亿元" },
  { "output-too-low-whatever-is-missing", "output", { NULL, NULL, "output=39000000", NULL }, NO_AREA,
    JP_MET_NO, "39.00 亿元", "总产值 2024 年 39.00 亿元；2023 年总产值未填；2025 年总产值未填，要求每年不低于 40 亿元" },
  { "output-never-given", "output", { 0 }, NO_AREA, JP_MET_UNKNOWN, NULL,
    "2023 年总产值未填；2024 年总产值未填；2025 年总产值未填，不能判定，要求每年不低于 40 亿元" },

  { "sme-share-at-70-is-enough", "sme_share", { NULL, NULL, NULL, "output=100000000 sme_output=70000000" }, NO_AREA,
    JP_MET_YES, "70.00%", "2025 年中小企业产值 70.00 亿元，占总产值 100.00 亿元的 70.00%，要求不低于 70%" },
  { "sme-share-one-fen-below-70", "sme_share", { NULL, NULL, NULL, "output=100000000 sme_output=69999999" }, NO_AREA,
    JP_MET_NO, "70.00%（低于 70%）",
    "2025 年中小企业产值 70.00 亿元，占总产值 100.00 亿元的 70.00%（低于 70%），要求不低于 70%" },
  { "leading-share-at-70-is-not-enough", "leading_share", { NULL, NULL, NULL,
    "output=100000000 leading_output=70000000" },
    NO_AREA, JP_MET_NO, "70.00%（不高于 70%）",
    "2025 年主导产业产值 70.00 亿元，占总产值 100.00 亿元的 70.00%（不高于 70%），要求高于 70%" },
  { "leading-share-one-fen-above-70", "leading_share", { NULL, NULL, NULL, "output=100000000 leading_output=70000001" },
    NO_AREA, JP_MET_YES, "70.00%（高于 70%）",
    "2025 年主导产业产值 70.00 亿元，占总产值 100.00 亿元的 70.00%（高于 70%），要求高于 70%" },
  { "leading-share-of-last-year-does-not-count", "leading_share",
    { NULL, NULL, "output=100000000 leading_output=90000000", "output=100000000" }, NO_AREA, JP_MET_UNKNOWN, NULL,
    "2025 年主导产业产值未填，不能判定，要求高于 70%" },
  { "share-of-nothing", "sme_share", { NULL, NULL, NULL, "output=0 sme_output=0" }, NO_AREA, JP_MET_UNKNOWN, NULL,
    "2025 年总产值为 0，不能判定，要求不低于 70%" },
  { "share-without-either", "sme_share", { 0 }, NO_AREA, JP_MET_UNKNOWN, NULL,
    "2025 年中小企业产值未填；2025 年总产值未填，不能判定，要求不低于 70%" },

  { "growth-of-tongan-fails-by-7-in-100-million", "growth", { "output=102181895", NULL, NULL, "output=136004102" },
    NO_AREA,
    JP_MET_NO, "10.00%（不高于 10%）",
    "总产值 2022 年 1,021,818.95 → 2025 年 1,360,041.02 万元，年均增速 10.00%（不高于 10%），要求高于 10%" },
  { "growth-of-tongan-one-fen-more", "growth", { "output=102181895", NULL, NULL, "output=136004103" }, NO_AREA,
    JP_MET_YES, "10.00%（高于 10%）",
    "总产值 2022 年 1,021,818.95 → 2025 年 1,360,041.03 万元，年均增速 10.00%（高于 10%），要求高于 10%" },
  { "growth-of-ten-per-cent-exactly", "growth", { "output=100000", NULL, NULL, "output=133100" }, NO_AREA, JP_MET_NO,
    "10.00%（不高于 10%）", "总产值 2022 年 1,000.00 → 2025 年 1,331.00 万元，年均增速 10.00%（不高于 10%），要求高于 10%" },
  { "growth-of-huli", "growth", { "output=136460774", NULL, NULL, "output=207539780" }, NO_AREA, JP_MET_YES, "15.00%",
    "总产值 2022 年 1,364,607.74 → 2025 年 2,075,397.80 万元，年均增速 15.00%，要求高于 10%" },
  { "growth-clearly-short", "growth", { "output=116814093", NULL, NULL, "output=143102287" }, NO_AREA, JP_MET_NO,
    "7.00%",
    "总产值 2022 年 1,168,140.93 → 2025 年 1,431,022.87 万元，年均增速 7.00%，要求高于 10%" },
  { "growth-downwards", "growth", { "output=1000000", NULL, NULL, "output=729000" }, NO_AREA, JP_MET_NO, "-10.00%",
    "总产值 2022 年 10,000.00 → 2025 年 7,290.00 万元，年均增速 -10.00%，要求高于 10%" },
  { "growth-to-nothing", "growth", { "output=1000000", NULL, NULL, "output=0" }, NO_AREA, JP_MET_NO, "-100.00%",
    "总产值 2022 年 10,000.00 → 2025 年 0.00 万元，年均增速 -100.00%，要求高于 10%" },
  { "growth-of-the-largest-figures", "growth", { "output=1", NULL, NULL, "output=999999999999999" }, NO_AREA,
    JP_MET_YES,
    "9999900.00%", "总产值 2022 年 0.01 → 2025 年 9,999,999,999,999.99 万元，年均增速 9999900.00%，要求高于 10%" },
  { "growth-without-three-years-before", "growth", { NULL, "output=1", "output=1", "output=1" }, NO_AREA,
    JP_MET_UNKNOWN, NULL,
    "2022 年总产值未填，不能判定，要求高于 10%" },
  { "growth-from-zero", "growth", { "output=0", NULL, NULL, "output=1" }, NO_AREA, JP_MET_UNKNOWN, NULL,
    "2022 年总产值为 0，不能判定，要求高于 10%" },

  { "one-champion-is-enough", "firms", { NULL, NULL, NULL,
    "champion=1 little_giant=0 srdi=0 innovative=0 high_tech=0" }, NO_AREA,
    JP_MET_YES, "1 家",
    "2025 年制造业单项冠军企业、专精特新“小巨人”企业合计 1 家，要求不低于 1 家；或 "
    "2025 年专精特新中小企业、创新型中小企业、高新技术企业合计 0 家，要求不低于 10 家" },
  { "ten-others-are-enough", "firms", { NULL, NULL, NULL,
    "champion=0 little_giant=0 srdi=5 innovative=3 high_tech=2" }, NO_AREA,
    JP_MET_YES, "10 家",
    "2025 年制造业单项冠军企业、专精特新“小巨人”企业合计 0 家，要求不低于 1 家；或 "
    "2025 年专精特新中小企业、创新型中小企业、高新技术企业合计 10 家，要求不低于 10 家" },
  { "nine-others-are-not", "firms", { NULL, NULL, NULL, "champion=0 little_giant=0 srdi=5 innovative=3 high_tech=1" },
    NO_AREA,
    JP_MET_NO, "0 家；9 家",
    "2025 年制造业单项冠军企业、专精特新“小巨人”企业合计 0 家，要求不低于 1 家；或 "
    "2025 年专精特新中小企业、创新型中小企业、高新技术企业合计 9 家，要求不低于 10 家" },
  { "a-known-test-is-enough", "firms", { NULL, NULL, NULL, "srdi=5 innovative=3 high_tech=2" }, NO_AREA, JP_MET_YES,
    "10 家",
    "2025 年制造业单项冠军企业、专精特新“小巨人”企业未填，不能判定，要求不低于 1 家；或 "
    "2025 年专精特新中小企业、创新型中小企业、高新技术企业合计 10 家，要求不低于 10 家" },
  { "a-missing-test-leaves-it-open", "firms", { NULL, NULL, NULL, "champion=0 little_giant=0 srdi=5" }, NO_AREA,
    JP_MET_UNKNOWN,
    "0 家",
    "2025 年制造业单项冠军企业、专精特新“小巨人”企业合计 0 家，要求不低于 1 家；或 "
    "2025 年创新型中小企业、高新技术企业未填，不能判定，要求不低于 10 家" },
};

static const JpStandardItem *
find_item (GPtrArray *items, const char *id)
{
  for (guint i = 0; i < items->len; i++)
    {
      const JpStandardItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->id, id) == 0)
        return item;
    }

  g_assert_not_reached ();
}

static void
test_item (gconstpointer data)
{
  const ItemCase *c = data;
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (GPtrArray) items = NULL;
  const JpStandardItem *item;

  bureau_open (&bureau, jp_test_pack (), "2026-02-10");
  dossier = cluster_new ("2023-10-17", 0);
  dossier->area = c->area;
  for (int i = 0; i < 4; i++)
    if (c->figures[i] != NULL)
      cluster_set_figures (dossier, 2022 + i, c->figures[i]);

  items = jp_standard_new (dossier, &bureau.context, 2025);
  item = find_item (items, c->item);
  g_assert_cmpint (item->met, ==, c->met);
  g_assert_cmpstr (item->value, ==, c->value);
  g_assert_cmpstr (item->note, ==, c->note);
  g_assert_false (item->judged);
}

static void
test_items_in_the_packs_order (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (GPtrArray) items = NULL;
  const JpStandardItem *first;

  bureau_open (&bureau, jp_test_pack (), "2026-02-10");
  dossier = cluster_new ("2023-10-17", 0);
  items = jp_standard_new (dossier, &bureau.context, 2025);

  g_assert_cmpuint (items->len, ==, 1 + bureau.pack->n_criteria);
  first = g_ptr_array_index (items, 0);
  g_assert_cmpstr (first->id, ==, "no_grave_incident");
  for (guint i = 0; i < bureau.pack->n_criteria; i++)
    {
      const JpStandardItem *item = g_ptr_array_index (items, i + 1);

      g_assert_cmpstr (item->id, ==, bureau.pack->criteria[i].id);
      g_assert_cmpstr (item->group, ==, bureau.pack->criteria[i].group);
      g_assert_cmpstr (item->name, ==, bureau.pack->criteria[i].name);
    }
}

typedef struct
{
  const char *name;
  const char *kind;
  const char *grade;
  const char *day;
  JpMet       met;
  const char *note;
} IncidentCase;

static const IncidentCase incident_cases[] = {
  { "none", NULL, NULL, NULL, JP_MET_YES, "截至2026年2月10日近 3 年未登记此类情形" },
  { "first-day-of-three-years", "tax", NULL, "2023-02-11", JP_MET_NO, "2023年2月11日发生偷税漏税" },
  { "three-years-ago-to-the-day", "tax", NULL, "2023-02-10", JP_MET_YES, "截至2026年2月10日近 3 年未登记此类情形" },
  { "today", "safety", "较大", "2026-02-10", JP_MET_NO, "2026年2月10日发生安全事故（较大）" },
  { "below-the-grade", "safety", "一般", "2025-06-01", JP_MET_YES, "截至2026年2月10日近 3 年未登记此类情形" },
  { "network-needs-a-higher-grade", "network", "较大", "2025-06-01", JP_MET_YES, "截至2026年2月10日近 3 年未登记此类情形" },
  { "network-at-its-grade", "network", "重大", "2025-06-01", JP_MET_NO, "2025年6月1日发生网络安全事件（重大）" },
};

static void
test_incident (gconstpointer data)
{
  const IncidentCase *c = data;
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (GPtrArray) items = NULL;
  const JpStandardItem *item;

  bureau_open (&bureau, jp_test_pack (), "2026-02-10");
  dossier = cluster_new ("2023-10-17", 0);
  if (c->kind != NULL)
    g_ptr_array_add (dossier->incidents, jp_incident_new (c->kind, c->grade, jp_test_date (c->day)));
  items = jp_standard_new (dossier, &bureau.context, 2025);

  item = g_ptr_array_index (items, 0);
  g_assert_cmpint (item->met, ==, c->met);
  g_assert_cmpstr (item->value, ==, c->met == JP_MET_NO ? "1 起" : NULL);
  g_assert_cmpstr (item->note, ==, c->note);
}

static JpStandardCheck *
add_check (JpDossier *dossier, const char *date, gboolean met, const char *note, const char *person)
{
  JpStandardCheck *check = jp_standard_check_new (jp_test_date (date), 2024);
  JpJudgement *judgement = jp_judgement_new ("green", met);

  judgement->note = g_strdup (note);
  judgement->person = g_strdup (person);
  g_ptr_array_add (check->judgements, judgement);
  g_ptr_array_add (dossier->checks, check);
  return check;
}

/* The latest self-check on record speaks, even where it has no word on a criterion; one of tomorrow does not. */
static void
test_judged_by_the_latest_check (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (GPtrArray) items = NULL;
  const JpStandardItem *item;

  bureau_open (&bureau, jp_test_pack (), "2026-02-10");
  dossier = cluster_new ("2023-10-17", 0);
  add_check (dossier, "2025-03-01", TRUE, "绿色工厂 3 家", "张三");
  add_check (dossier, "2026-02-10", FALSE, NULL, NULL);
  add_check (dossier, "2026-02-11", TRUE, "明日", "李四");
  items = jp_standard_new (dossier, &bureau.context, 2025);

  item = find_item (items, "green");
  g_assert_true (item->judged);
  g_assert_cmpint (item->met, ==, JP_MET_NO);
  g_assert_null (item->value);
  g_assert_cmpstr (item->note, ==, "不符合（2026年2月10日自查）");
  item = find_item (items, "chain");
  g_assert_true (item->judged);
  g_assert_cmpint (item->met, ==, JP_MET_UNKNOWN);
  g_assert_cmpstr (item->note, ==, "尚未自查，由人判定");
}

static void
test_judgement_carries_its_note (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (GPtrArray) items = NULL;

  bureau_open (&bureau, jp_test_pack (), "2026-02-10");
  dossier = cluster_new ("2023-10-17", 0);
  add_check (dossier, "2025-03-01", TRUE, "绿色工厂 3 家", "张三");
  items = jp_standard_new (dossier, &bureau.context, 2025);

  g_assert_cmpint (find_item (items, "green")->met, ==, JP_MET_YES);
  g_assert_cmpstr (find_item (items, "green")->note, ==, "符合：绿色工厂 3 家（2025年3月1日 张三自查）");
}

static void
test_another_pack (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (GPtrArray) items = NULL;

  bureau_open (&bureau, jp_test_other_pack (), "2026-02-10");
  dossier = cluster_new ("2023-10-17", 0);
  dossier->area = 50000000;
  cluster_set_figures (dossier, 2025, "revenue=255000 core_revenue=153000");
  g_ptr_array_add (dossier->incidents, jp_incident_new ("leak", "三级", jp_test_date ("2024-02-11")));
  items = jp_standard_new (dossier, &bureau.context, 2025);

  g_assert_cmpuint (items->len, ==, 5);
  g_assert_cmpint (find_item (items, "no_grave_incident")->met, ==, JP_MET_NO);
  g_assert_cmpstr (find_item (items, "no_grave_incident")->name, ==, "近 2 年无严重事故和违法失信");
  g_assert_cmpint (find_item (items, "size")->met, ==, JP_MET_YES);
  g_assert_cmpstr (find_item (items, "size")->value, ==, "25.5000 亿元");
  g_assert_cmpstr (find_item (items, "size")->note, ==, "2025 年营业收入 25.5000 亿元，要求不低于 25.5 亿元");
  g_assert_cmpint (find_item (items, "land")->met, ==, JP_MET_NO); /* < 50 is not ≤ 50 */
  g_assert_cmpstr (find_item (items, "land")->note, ==, "占地面积 50 km²，要求低于 50 km²");
  g_assert_cmpint (find_item (items, "core")->met, ==, JP_MET_YES);
  g_assert_cmpstr (find_item (items, "core")->value, ==, "60.00%");
  g_assert_true (find_item (items, "spirit")->judged);
}

/* A threshold of so many digits that its cube is beyond exact arithmetic: refused, never wrapped. */
static void
test_growth_beyond_exact_arithmetic (void)
{
  g_auto (Bureau) bureau = { 0 };
  g_autoptr (JpDossier) dossier = NULL;
  g_auto (JpStandardFinding) finding = { 0 };
  JpStandardTest test;

  bureau_open (&bureau, jp_test_pack (), "2026-02-10");
  dossier = cluster_new ("2023-10-17", 0);
  cluster_set_figures (dossier, 2022, "output=100000000");
  cluster_set_figures (dossier, 2025, "output=200000000");
  test = bureau.pack->criteria[4].any[0];
  g_assert_cmpint (test.measure, ==, JP_STANDARD_COMPOUND_GROWTH_3_YEARS);
  g_assert_true (jp_decimal_parse (&test.value, "0.100000000000001"));
  jp_standard_finding_init (&finding, dossier, bureau.pack, 2025, &test);

  g_assert_cmpint (finding.met, ==, JP_MET_UNKNOWN);
  g_assert_null (finding.value);
  g_assert_cmpstr (finding.note, ==, "数值超出可精确计算的范围，不能判定，要求高于 10.0000000000001%");
}

/* first × (2k ∓ 1)³ against last × 20000³, with whole numbers of any size. */
static SlowInt
cubed (gint64 first, gint64 factor)
{
  SlowInt product = slow_int (first), once = slow_int (factor);

  for (guint i = 0; i < 3; i++)
    product = slow_int_mul (&product, &once);
  return product;
}

static void
check_rate (gint64 first, gint64 last, const char *shown)
{
  g_auto (GStrv) digits = g_strsplit_set (shown, ".%", -1);
  g_autofree char *joined = g_strconcat (digits[0], digits[1], NULL);
  gint64 k = g_ascii_strtoll (joined, NULL, 10) + 10000;
  SlowInt lower = cubed (first, 2 * k - 1), upper = cubed (first, 2 * k + 1), target = cubed (last, 20000);

  g_assert_true (k == 0 || slow_int_compare_size (&lower, &target) <= 0);
  g_assert_cmpint (slow_int_compare_size (&target, &upper), <, 0);
}

static void
test_growth_agrees_with_a_slow_reference (void)
{
  g_auto (Bureau) bureau = { 0 };
  const JpStandardTest *test;

  bureau_open (&bureau, jp_test_pack (), "2026-02-10");
  test = &bureau.pack->criteria[4].any[0];
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (JpDossier) dossier = cluster_new ("2023-10-17", 0);
      gint64 first = (gint64) g_test_rand_int_range (1, G_MAXINT32) * g_test_rand_int_range (1, 300000);
      gint64 last = i % 2 == 0 ? first / 1000 * g_test_rand_int_range (1000, 1500)
                               : g_test_rand_int_range (1, G_MAXINT32);
      SlowInt with_growth = slow_int (first), plain = slow_int (last), up = slow_int (1331), thousand = slow_int (1000);
      g_auto (JpStandardFinding) finding = { 0 };

      jp_figures_set (cluster_set_figures (dossier, 2022, ""), "output", first);
      jp_figures_set (cluster_set_figures (dossier, 2025, ""), "output", last);
      jp_standard_finding_init (&finding, dossier, bureau.pack, 2025, test);

      with_growth = slow_int_mul (&with_growth, &up);
      plain = slow_int_mul (&plain, &thousand);
      g_assert_cmpint (finding.met, ==, slow_int_compare_size (&plain, &with_growth) > 0 ? JP_MET_YES : JP_MET_NO);
      check_rate (first, last, finding.value);
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (item_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-STANDARD/item/%s", item_cases[i].name);
      g_test_add_data_func (path, &item_cases[i], test_item);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (incident_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-STANDARD/incident/%s", incident_cases[i].name);
      g_test_add_data_func (path, &incident_cases[i], test_incident);
    }
  g_test_add_func ("/core/R-STANDARD/items-in-the-packs-order", test_items_in_the_packs_order);
  g_test_add_func ("/core/R-STANDARD/judged-by-the-latest-check", test_judged_by_the_latest_check);
  g_test_add_func ("/core/R-STANDARD/judgement-carries-its-note", test_judgement_carries_its_note);
  g_test_add_func ("/core/R-STANDARD/another-pack", test_another_pack);
  g_test_add_func ("/core/R-STANDARD/growth-beyond-exact-arithmetic", test_growth_beyond_exact_arithmetic);
  g_test_add_func ("/core/R-STANDARD/growth-agrees-with-a-slow-reference", test_growth_agrees_with_a_slow_reference);

  return g_test_run ();
}
