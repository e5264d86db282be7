/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bureau.h"

#include "jp-plausibility.h"

typedef struct
{
  const char *name; /* the case, as it reads in the test path */
  const char *before, *previous, *current; /* of 2023, 2024, 2025 */
  int         kind; /* the one suspicion expected, or −1 */
  const char *sentence;
} SuspectCase;

static const SuspectCase suspect_cases[] = {
  { "ordinary-figures", "output=80183137", "output=94285112", "output=105599327", -1, NULL },
  { "nothing-given", "", "", "", -1, NULL },
  { "no-year-before", "", "", "output=123456789", -1, NULL },

  { "growth-at-the-limit", "", "output=1234567", "output=2469134", -1, NULL },
  { "growth-above-the-limit", "", "output=1234567", "output=2469135", JP_SUSPECT_GROWTH,
    "2025 年总产值 12,345.67 → 24,691.35 万元，增长 100.00%，超过 100%" },
  { "growth-from-zero-is-none", "", "ip=0", "ip=19", -1, NULL },
  { "decline-is-no-growth", "", "output=2469135", "output=1234567", -1, NULL },

  { "just-below-a-jump", "", "output=1234567", "output=24691339", JP_SUSPECT_GROWTH,
    "2025 年总产值 12,345.67 → 246,913.39 万元，增长 1900.00%，超过 100%" },
  { "jump", "", "output=1234567", "output=24691340", JP_SUSPECT_JUMP,
    "2025 年总产值 12,345.67 → 246,913.40 万元，相差达到 20 倍" },
  { "jump-downwards", "", "output=24691340", "output=1234567", JP_SUSPECT_JUMP,
    "2025 年总产值 246,913.40 → 12,345.67 万元，相差达到 20 倍" },
  { "just-no-jump-downwards", "", "output=24691339", "output=1234567", -1, NULL },
  { "jump-from-zero", "", "ip=0", "ip=20", JP_SUSPECT_JUMP, "2025 年有效知识产权 0 → 20 件，相差达到 20 倍" },
  { "jump-to-zero", "", "output=2345", "output=0", JP_SUSPECT_JUMP, "2025 年总产值 23.45 → 0.00 万元，相差达到 20 倍" },
  { "small-fall-to-zero", "", "ip=19", "ip=0", -1, NULL },
  { "share-jumps", "", "platform_rate=120", "platform_rate=2400", JP_SUSPECT_JUMP,
    "2025 年工业互联网平台应用普及率 1.20 → 24.00%，相差达到 20 倍" },

  { "just-below-a-slip", "", "output=1234567", "output=6172834999", JP_SUSPECT_JUMP,
    "2025 年总产值 12,345.67 → 61,728,349.99 万元，相差达到 20 倍" },
  { "slip-after-a-fall", "", "output=1234567", "output=6172835000", JP_SUSPECT_SLIP,
    "2025 年总产值 12,345.67 → 61,728,350.00 万元，相差接近或超过 10,000 倍，疑为金额单位填错" },
  { "yuan-for-wan", "", "output=94285112", "output=1055993260001", JP_SUSPECT_SLIP,
    "2025 年总产值 942,851.12 → 10,559,932,600.01 万元，相差接近或超过 10,000 倍，疑为金额单位填错" },
  { "yi-for-wan", "", "output=94285112", "output=10561", JP_SUSPECT_SLIP,
    "2025 年总产值 942,851.12 → 105.61 万元，相差接近或超过 10,000 倍，疑为金额单位填错" },
  { "counts-know-no-unit-slip", "", "ip=1", "ip=10123", JP_SUSPECT_JUMP, "2025 年有效知识产权 1 → 10,123 件，相差达到 20 倍" },

  { "growth-copied", "output=84183136", "output=94285112", "output=105599326", JP_SUSPECT_COPIED_GROWTH,
    "2025 年总产值增长率 12.00%，与 2024 年的增长率相同" },
  { "growth-one-hundredth-apart", "output=84183136", "output=94285112", "output=105608754", -1, NULL },
  { "figure-copied-twice", "output=84183136", "output=84183136", "output=84183136", JP_SUSPECT_COPIED_GROWTH,
    "2025 年总产值增长率 0.00%，与 2024 年的增长率相同" },
  { "few-firms-repeat-by-chance", "enterprises=250", "enterprises=500", "enterprises=1000", JP_SUSPECT_ROUND,
    "2025 年企业总数 1,000 家过于整齐，疑为估计数" },
  { "shares-repeat-by-chance", "platform_rate=1200", "platform_rate=1320", "platform_rate=1452", -1, NULL },

  { "too-round", "", "", "output=120000000", JP_SUSPECT_ROUND, "2025 年总产值 1,200,000.00 万元过于整齐，疑为估计数" },
  { "three-digits-are-not-too-round", "", "", "output=121000000", -1, NULL },
  { "round-from-a-thousand", "", "", "employees=1000", JP_SUSPECT_ROUND, "2025 年从业人数 1,000 人过于整齐，疑为估计数" },
  { "round-below-a-thousand", "", "", "employees=990", -1, NULL },
  { "nought-is-not-round", "", "", "employees=0", -1, NULL },

  { "part-equal-to-its-whole", "", "", "output=123456 rd=123456", -1, NULL },
  { "part-above-its-whole", "", "", "output=123456 rd=123457", JP_SUSPECT_PART_ABOVE_WHOLE,
    "2025 年研发投入 1,234.57 万元大于总产值 1,234.56 万元" },
  { "part-without-its-whole", "", "", "rd=123457", -1, NULL },
};

static void
test_suspect (gconstpointer data)
{
  const SuspectCase *c = data;
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (JpDossier) dossier = cluster_new ("2023-10-17", 0);
  g_autoptr (GPtrArray) suspects = NULL;
  const JpSuspect *suspect;

  cluster_set_figures (dossier, 2023, c->before);
  cluster_set_figures (dossier, 2024, c->previous);
  cluster_set_figures (dossier, 2025, c->current);
  suspects = jp_plausibility_new (dossier, pack, 2025);

  g_assert_cmpuint (suspects->len, ==, c->kind >= 0 ? 1 : 0);
  if (c->kind < 0)
    return;
  suspect = g_ptr_array_index (suspects, 0);
  g_assert_cmpint (suspect->kind, ==, c->kind);
  g_assert_cmpstr (suspect->sentence, ==, c->sentence);
}

static void
test_several_in_the_packs_order (void)
{
  static const struct { const char *metric; JpSuspicion kind; } expected[] = {
    { "output", JP_SUSPECT_COPIED_GROWTH },
    { "rd", JP_SUSPECT_GROWTH },
    { "rd", JP_SUSPECT_PART_ABOVE_WHOLE },
  };
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (JpDossier) dossier = cluster_new ("2023-10-17", 0);
  g_autoptr (GPtrArray) suspects = NULL;

  cluster_set_figures (dossier, 2023, "output=1000000");
  cluster_set_figures (dossier, 2024, "output=1100000 rd=123456");
  cluster_set_figures (dossier, 2025, "output=1210000 rd=1234567");
  cluster_set_figures (dossier, 2026, "output=1");
  suspects = jp_plausibility_new (dossier, pack, 2025);

  g_assert_cmpuint (suspects->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < suspects->len; i++)
    {
      const JpSuspect *suspect = g_ptr_array_index (suspects, i);

      g_assert_cmpstr (pack->metrics[suspect->metric].id, ==, expected[i].metric);
      g_assert_cmpint (suspect->kind, ==, expected[i].kind);
    }
}

static void
test_limits_are_the_packs (void)
{
  g_autoptr (JpPack) pack = jp_test_other_pack ();
  g_autoptr (JpDossier) dossier = cluster_new ("2023-10-17", 0);
  g_autoptr (GPtrArray) suspects = NULL;
  const JpSuspect *suspect;

  cluster_set_figures (dossier, 2024, "revenue=123456 staff=321");
  cluster_set_figures (dossier, 2025, "revenue=185185 staff=3210");
  suspects = jp_plausibility_new (dossier, pack, 2025);

  g_assert_cmpuint (suspects->len, ==, 2);
  suspect = g_ptr_array_index (suspects, 0);
  g_assert_cmpint (suspect->kind, ==, JP_SUSPECT_GROWTH);
  g_assert_cmpstr (suspect->sentence, ==, "2025 年营业收入 12.3456 → 18.5185 亿元，增长 50.00%，超过 50%");
  suspect = g_ptr_array_index (suspects, 1);
  g_assert_cmpint (suspect->kind, ==, JP_SUSPECT_JUMP);
  g_assert_cmpstr (suspect->sentence, ==, "2025 年用工人数 321 → 3,210 人，相差达到 10 倍");
}

static void
put_evidence (JpDossier *dossier, const char *subject, const char *year, const char *name, const char *dated)
{
  JpAttachment *attachment = jp_attachment_new (dossier->id, subject, year, name);

  attachment->dated = dated != NULL ? jp_test_date (dated) : JP_DATE_NONE;
  g_ptr_array_add (dossier->attachments, attachment);
}

/* The year's first and last day are of the year; the days beside them are not. */
static void
test_evidence_outside_the_year (void)
{
  g_autoptr (JpDossier) dossier = jp_dossier_new ("a", "甲");
  g_autoptr (GPtrArray) suspects = NULL;
  g_autoptr (GPtrArray) none = jp_evidence_check_new (dossier, 2025);

  g_assert_cmpuint (none->len, ==, 0);
  put_evidence (dossier, JP_SUBJECT_ASSESSMENT, "2025", "首日", "2025-01-01");
  put_evidence (dossier, JP_SUBJECT_ASSESSMENT, "2025", "末日", "2025-12-31");
  put_evidence (dossier, JP_SUBJECT_ASSESSMENT, "2025", "未注明", NULL);
  put_evidence (dossier, JP_SUBJECT_ASSESSMENT, "2024", "上年", "2024-12-31");
  put_evidence (dossier, JP_SUBJECT_CLUSTER, NULL, "档案", "2020-01-01");
  put_evidence (dossier, JP_SUBJECT_ASSESSMENT, "2025", "旧证书.pdf", "2024-12-31");
  put_evidence (dossier, JP_SUBJECT_ASSESSMENT, "2025/ip_growth", "新证书.pdf", "2026-01-01");

  suspects = jp_evidence_check_new (dossier, 2025);
  g_assert_cmpuint (suspects->len, ==, 2);
  for (guint i = 0; i < suspects->len; i++)
    {
      const JpSuspect *suspect = g_ptr_array_index (suspects, i);

      g_assert_cmpint (suspect->kind, ==, JP_SUSPECT_EVIDENCE);
      g_assert_cmpuint (suspect->metric, ==, JP_SUSPECT_NO_METRIC);
      g_assert_cmpstr (suspect->sentence, ==,
                       i == 0 ? "2025 年佐证材料“旧证书.pdf”的日期为2024年12月31日，不在该年度内"
                              : "2025 年佐证材料“新证书.pdf”的日期为2026年1月1日，不在该年度内");
    }
}

/* What a paper proves is its record: a year, or a year and an indicator. */
static void
test_what_evidence_proves (void)
{
  static const struct
  {
    const char *subject, *record, *indicator;
    int         year;
  } cases[] = {
    { JP_SUBJECT_ASSESSMENT, "2025", NULL, 2025 },
    { JP_SUBJECT_ASSESSMENT, "2025/ip_growth", "ip_growth", 2025 },
    { JP_SUBJECT_ASSESSMENT, "2025/a/b", "a/b", 2025 },
    { JP_SUBJECT_ASSESSMENT, "2025/", NULL, 0 },
    { JP_SUBJECT_ASSESSMENT, "2025 ", NULL, 0 },
    { JP_SUBJECT_ASSESSMENT, "-2025", NULL, 0 },
    { JP_SUBJECT_ASSESSMENT, " 2025", NULL, 0 },
    { JP_SUBJECT_ASSESSMENT, "", NULL, 0 },
    { JP_SUBJECT_ASSESSMENT, NULL, NULL, 0 },
    { JP_SUBJECT_CLUSTER, "2025/ip_growth", NULL, 0 },
    { "return", "2025", NULL, 0 },
  };
  g_autoptr (JpAttachment) whole = jp_evidence_new ("a", 2025, NULL);
  g_autoptr (JpAttachment) one = jp_evidence_new ("a", 2025, "ip_growth");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JpAttachment) paper = jp_attachment_new ("a", cases[i].subject, cases[i].record, "甲");

      g_assert_cmpint (jp_attachment_evidence_year (paper), ==, cases[i].year);
      g_assert_cmpstr (jp_attachment_evidence_indicator (paper), ==, cases[i].indicator);
    }
  g_assert_cmpstr (whole->subject_id, ==, "2025");
  g_assert_cmpstr (one->subject_id, ==, "2025/ip_growth");
  g_assert_cmpstr (one->kind, ==, JP_ATTACHMENT_EVIDENCE);
}

static void
test_names_of_evidence (void)
{
  g_autoptr (JpDossier) dossier = jp_dossier_new ("a", "甲");
  g_autofree char *none = jp_dossier_evidence_names (dossier, 2025, "ip_growth");
  g_autofree char *two = NULL;
  g_autofree char *whole = NULL;

  g_assert_null (none);
  put_evidence (dossier, JP_SUBJECT_ASSESSMENT, "2025/ip_growth", "甲.pdf", NULL);
  put_evidence (dossier, JP_SUBJECT_ASSESSMENT, "2025", "总.pdf", NULL);
  put_evidence (dossier, JP_SUBJECT_ASSESSMENT, "2024/ip_growth", "旧.pdf", NULL);
  put_evidence (dossier, JP_SUBJECT_ASSESSMENT, "2025/ip_growth", "乙.pdf", NULL);
  two = jp_dossier_evidence_names (dossier, 2025, "ip_growth");
  whole = jp_dossier_evidence_names (dossier, 2025, NULL);
  g_assert_cmpstr (two, ==, "甲.pdf、乙.pdf");
  g_assert_cmpstr (whole, ==, "总.pdf");
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (suspect_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-PACK/checks/%s", suspect_cases[i].name);
      g_test_add_data_func (path, &suspect_cases[i], test_suspect);
    }
  g_test_add_func ("/core/R-PACK/checks/several-in-the-packs-order", test_several_in_the_packs_order);
  g_test_add_func ("/core/R-PACK/checks/limits-are-the-packs", test_limits_are_the_packs);

  g_test_add_func ("/core/R-PACK/checks/evidence-outside-the-year", test_evidence_outside_the_year);
  g_test_add_func ("/core/R-SCORE/evidence/what-it-proves", test_what_evidence_proves);
  g_test_add_func ("/core/R-SCORE/evidence/names", test_names_of_evidence);

  return g_test_run ();
}
