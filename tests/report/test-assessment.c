/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "paper-fixture.h"
#include "pdf-reader.h"

#include <json-glib/json-glib.h>

static void
write_paper (Fixture *fixture, JpPaper *paper, const char *path)
{
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_paper_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (papers, paper);
  jp_pdf_write_papers (fixture->fonts, papers, path, NULL, &error);
  g_assert_no_error (error);
}

/* Its rows as they stand, then its text as a reader copies it, without line ends, so that wrapping hides nothing. */
static char *
print_text (Fixture *fixture, const JpDossier *dossier, JpPaperOptions options, int page)
{
  g_autofree char *path = temporary_path ("paper.pdf");
  g_autofree char *text = NULL;
  g_autofree char *rows = NULL;
  GString *joined;

  write_paper (fixture, fixture_paper (fixture, dossier, options), path);
  text = pdf_text (path, page);
  rows = pdf_rows (path, MAX (page, 0));
  joined = g_string_new (rows);
  g_string_append (joined, text);
  g_string_replace (joined, "\n", "", 0);
  g_string_replace (joined, " ", "", 0);
  return g_string_free (joined, FALSE);
}

static void
test_first_page_holds_what_is_stamped (Fixture *fixture, gconstpointer data)
{
  static const char * const words[] = {
    "国家级中小企业特色产业集群年度绩效考核评价表", "（2025年度）", "厦门市海沧区示例生物医药产业集群", "海沧区", "生物医药",
    "海沧生物医药运营公司（示例）", "91350205MA1015838D", "第一期，2024年9月19日至2027年9月18日",
    "总产值增量（亿元）20.00142.79174.2022.00%20.0020.0020.00",
    "研发投入增量（亿元）15.006.467.6218.00%15.0015.0015.00",
    "优质中小企业培育增量（家）20.004352920.0020.0020.00",
    "重点工业企业增量（家）15.007982315.0015.0015.00",
    "知识产权增量（件）10.00307533057.48%4.994.994.99",
    "数字化情况（%）10.0023.4027.604.20个百分点9.529.529.52",
    "集群治理和服务10.00————9.008.00",
    "合计100.00———84.5193.5192.51",
    "市评8.00分：监测月报全年缺2期，按“良”计分。",
    "（一）未发现（二）已报送（三）无变更（四）未发生（五）期内",
    "总分92.51分，属80（含）分以上档，考核通过；已评4个集群中列第1名，中位数69.57分。",
    "2026财年第三年支持资金40.00万元（人民币肆拾万元整）。",
    "区初审意见", "市复核意见", "同意，得分93.51分。", "同意，得分92.51分。", "负责人（签字）：", "（盖章）",
    "依据：厦工信企业〔2024〕188号第九条、第十条（考核与否决），第十三条（档次与金额）",
    "数据截至2026年2月10日", "规则包xiamen-2024第1版", "评分标准未核定", "校验码", "第1页共2页", "—1—",
  };
  g_autoptr (JpDossier) dossier = fixture_dossier ();
  g_autofree char *text = NULL;

  fixture_tell (fixture_confirm (dossier));
  text = print_text (fixture, dossier, (JpPaperOptions) { 0 }, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_says (text, words[i]);
}

static void
put_evidence (JpDossier *dossier, int year, const char *indicator, const char *name)
{
  JpAttachment *paper = jp_evidence_new (dossier->id, year, indicator);

  paper->name = g_strdup (name);
  g_ptr_array_add (dossier->attachments, paper);
}

static void
test_second_page_tells_why (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) dossier = fixture_dossier ();
  JpAssessment *assessment = fixture_confirm (dossier);
  g_autoptr (JpResult) result = NULL;
  g_autofree char *text = NULL;

  fixture_tell (assessment);
  put_evidence (dossier, 2025, "governance", "服务记录.pdf");
  put_evidence (dossier, 2025, "governance", "满意度调查.pdf");
  put_evidence (dossier, 2024, "governance", "旧材料.pdf");
  result = jp_result_new (dossier, &fixture->context, 2025);
  text = print_text (fixture, dossier, (JpPaperOptions) { 0 }, 1);

  for (guint i = 0; i < fixture->pack->n_indicators; i++)
    {
      g_autofree char *trace = jp_score_explain (&result->score, i);
      g_autoptr (GString) solid = g_string_new (trace);

      g_string_replace (solid, " ", "", 0);
      assert_says (text, solid->str);
    }
  for (guint i = 0; i < fixture->pack->n_vetoes; i++)
    assert_says (text, fixture->pack->vetoes[i].name);
  for (guint i = 0; i < assessment->narrative->len; i++)
    assert_says (text, ((JpNarrative *) g_ptr_array_index (assessment->narrative, i))->text);
  assert_says (text, "区评9.00分：服务活动记录较全");
  assert_says (text, "佐证材料：服务记录.pdf、满意度调查.pdf。");
  g_assert_null (strstr (text, "旧材料"));
  assert_says (text, "第2页共2页");
  assert_says (text, "—2—");
}

typedef enum { CONFIRMED, PROVISIONAL, BAND_70, VETOED, FROM_2023, NO_FIGURES } State;

typedef struct
{
  const char *name;
  State       state;
  const char *says;
  const char *says_not;
} ConclusionCase;

static const ConclusionCase conclusion_cases[] = {
  { "provisional-names-what-is-missing", PROVISIONAL,
    "现有得分84.51分，尚缺集群治理和服务，总分最低84.51分、最高94.51分，暂不定档。", "属80" },
  { "provisional-tells-what-either-way-gives", PROVISIONAL,
    "最低分与最高分对应的支持资金相同：2026财年第三年40.00万元（人民币肆拾万元整）。", "考核通过" },
  { "provisional-is-no-basis-for-payment", PROVISIONAL, "以上为试算，未经市复核确认，不作为拨付依据。", "考核通过" },
  { "gap-to-the-next-band", BAND_70, "总分72.51分，属70（含）—80分档", "暂不定档" },
  { "gap-is-worth-money", BAND_70, "距上一档（80分）差7.49分，达到可增加10.00万元。", "不涉及资金" },
  { "amount-of-the-band", BAND_70, "2026财年第三年支持资金30.00万元（人民币叁拾万元整）。", "40.00万元" },
  { "veto-fails-it-and-leaves-the-total", VETOED, "总分92.51分，有第十条第（四）项情形，考核不予通过", "考核通过" },
  { "veto-gives-nothing", VETOED, "2026财年第三年支持资金0.00万元（人民币零元整）。", "列第" },
  { "veto-shows-its-evidence", VETOED, "2025年6月3日发生安全事故（较大）", "（四）未发生" },
  { "no-money-hangs-on-it", FROM_2023, "本年度考核不涉及资金。", "支持资金" },
  { "no-figures-at-all", NO_FIGURES, "现有得分0.00分，尚缺总产值增量（增长率）、研发投入增量（增长率）", "属" },
};

static JpDossier *
make_dossier (State state)
{
  JpDossier *dossier = state == NO_FIGURES ? jp_dossier_new ("0", "厦门市空白产业集群") : fixture_dossier ();
  JpAssessment *assessment;

  if (state == PROVISIONAL || state == NO_FIGURES)
    return dossier;

  assessment = fixture_confirm (dossier);
  if (state == VETOED)
    g_ptr_array_add (assessment->frozen->vetoes,
                     jp_frozen_veto_new ("grave_incident", "2025年6月3日发生安全事故（较大），达到较大及以上"));
  if (state == BAND_70)
    {
      JpReviewPoints *review = g_ptr_array_index (assessment->points, 0);

      review->city = 0;
      review->city_reason = g_strdup ("核减");
      assessment->frozen->total = 7251;
    }
  if (state == FROM_2023)
    dossier->funding_start = 2028;
  return dossier;
}

static void
test_conclusion (Fixture *fixture, gconstpointer data)
{
  const ConclusionCase *c = data;
  g_autoptr (JpDossier) dossier = make_dossier (c->state);
  g_autofree char *text = print_text (fixture, dossier, (JpPaperOptions) { 0 }, 0);

  assert_says (text, c->says);
  g_assert_null (strstr (text, c->says_not));
}

/* Whatever state it is in, what is stamped stands on the first page, and the paper has two. */
static void
test_two_pages_in_every_state (Fixture *fixture, gconstpointer data)
{
  for (State state = CONFIRMED; state <= NO_FIGURES; state++)
    {
      g_autoptr (JpDossier) dossier = make_dossier (state);
      g_autoptr (JpPaper) paper = fixture_paper (fixture, dossier, (JpPaperOptions) { 0 });
      g_autoptr (GPtrArray) pages = jp_paper_paginate (paper, fixture->fonts);
      g_autofree char *first = jp_print_page_get_text (g_ptr_array_index (pages, 0));

      g_assert_cmpuint (pages->len, ==, 2);
      assert_says (first, "市复核意见");
      assert_says (first, "第1页 共2页");
    }
}

static void
test_longest_names_wrap_and_narrative_flows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) dossier = fixture_dossier ();
  JpAssessment *assessment = fixture_confirm (dossier);
  g_autoptr (JpPaper) paper = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  g_autofree char *first = NULL;

  g_free (dossier->name);
  dossier->name = g_strdup ("厦门市海沧区新一代信息技术与生物医药交叉融合体外诊断试剂及高端医疗器械专用芯片和传感器产业集群"
                            "（筼筜街道𬭚业片区）");
  g_free (dossier->operator_name);
  dossier->operator_name = g_strdup ("厦门市海沧区生物医药与医疗器械产业高质量发展综合运营服务中心（有限合伙）");
  for (guint i = 0; JP_NARRATIVE_PARTS[i] != NULL; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint n = 0; n < 60; n++)
        g_string_append (text, "三年规划确定的任务完成九项，其余按进度推进；");
      g_ptr_array_add (assessment->narrative, jp_narrative_new (JP_NARRATIVE_PARTS[i], text->str));
    }
  paper = fixture_paper (fixture, dossier, (JpPaperOptions) { 0 });
  pages = jp_paper_paginate (paper, fixture->fonts);
  first = jp_print_page_get_text (g_ptr_array_index (pages, 0));

  g_assert_cmpuint (pages->len, >, 3);
  assert_says (first, "市复核意见");
  for (guint i = 0; i < pages->len; i++)
    {
      const JpPrintPage *page = g_ptr_array_index (pages, i);

      for (guint m = 0; m < page->marks->len; m++)
        {
          const JpMark *mark = &g_array_index (page->marks, JpMark, m);
          double right = mark->kind == JP_MARK_TEXT ? mark->x + mark->lines->lines[mark->line].width : mark->x2;

          g_assert_cmpfloat (mark->x, >=, 28 * JP_MM - 0.01);
          g_assert_cmpfloat (right, <=, JP_A4_SHORT - 26 * JP_MM + 0.01);
        }
    }
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) dossier = fixture_dossier ();
  g_autofree char *blank = NULL;
  g_autofree char *run_on = NULL;
  g_autoptr (JpPaper) paper = NULL;
  g_autoptr (JpPaper) plain = NULL;

  fixture_confirm (dossier);
  blank = print_text (fixture, dossier, (JpPaperOptions) { .blank_opinions = TRUE }, 0);
  g_assert_null (strstr (blank, "同意"));
  assert_says (blank, "市复核意见");
  run_on = print_text (fixture, dossier, (JpPaperOptions) { .run_on = TRUE }, -1);
  assert_says (run_on, "五、评分理由");

  plain = fixture_paper (fixture, dossier, (JpPaperOptions) { 0 });
  paper = fixture_paper (fixture, dossier, (JpPaperOptions) { .blank_opinions = TRUE });
  g_assert_cmpstr (jp_paper_get_check_code (paper), ==, jp_paper_get_check_code (plain));
  g_assert_cmpstr (jp_paper_get_author (paper), ==, "厦门市工业和信息化局");
}

/* Six curves on paper, each with its measure in words that can be found; what is stamped stays as it is. */
static void
test_curves (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) dossier = fixture_dossier ();
  g_autoptr (JpPaper) plain = NULL;
  g_autoptr (JpPaper) paper = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  g_autofree char *first = NULL;
  g_autoptr (GString) same = NULL;
  g_autofree char *all = NULL;
  guint n_plots = 0;

  fixture_tell (fixture_confirm (dossier));
  first = print_text (fixture, dossier, (JpPaperOptions) { 0 }, 0);
  all = print_text (fixture, dossier, (JpPaperOptions) { .curves = TRUE }, 0);
  same = g_string_new (all);
  g_string_replace (same, "共3页", "共2页", 0);
  g_assert_cmpstr (first, ==, same->str);
  g_free (all);
  all = print_text (fixture, dossier, (JpPaperOptions) { .curves = TRUE }, -1);
  assert_says (all, "八、得分曲线");
  assert_says (strstr (all, "八、得分曲线"), "18.00%");
  assert_says (strstr (all, "八、得分曲线"), "知识产权增量");

  plain = fixture_paper (fixture, dossier, (JpPaperOptions) { 0 });
  paper = fixture_paper (fixture, dossier, (JpPaperOptions) { .curves = TRUE });
  g_assert_cmpstr (jp_paper_get_check_code (paper), ==, jp_paper_get_check_code (plain));
  pages = jp_paper_paginate (paper, fixture->fonts);
  for (guint i = 0; i < pages->len; i++)
    {
      const JpPrintPage *page = g_ptr_array_index (pages, i);

      for (guint m = 0; m < page->marks->len; m++)
        {
          const JpMark *mark = &g_array_index (page->marks, JpMark, m);

          if (mark->kind != JP_MARK_PLOT)
            continue;
          n_plots++;
          g_assert_cmpfloat (mark->x, >=, 28 * JP_MM - 0.01);
          g_assert_cmpfloat (mark->x2, <=, JP_A4_SHORT - 26 * JP_MM + 0.01);
          g_assert_cmpfloat (mark->y2, <=, JP_A4_LONG - 35 * JP_MM + 0.01);
        }
    }
  g_assert_cmpuint (n_plots, ==, 6);
}

static void
test_old_years_keep_their_operator (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) dossier = fixture_dossier ();
  JpChange *change = jp_change_new ("operator", jp_test_date ("2026-01-15"), jp_test_date ("2026-01-20"));
  g_autofree char *text = NULL;

  change->from = g_strdup ("原运营单位");
  change->to = g_strdup (dossier->operator_name);
  g_ptr_array_add (dossier->changes, change);
  text = print_text (fixture, dossier, (JpPaperOptions) { 0 }, 0);

  assert_says (text, "原运营单位");
  g_assert_null (strstr (text, "海沧生物医药运营公司"));
  g_assert_null (strstr (text, "91350205MA1015838D"));
}

static void
test_check_code_follows_the_data (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) dossier = fixture_dossier ();
  JpAssessment *assessment = fixture_confirm (dossier);
  g_autoptr (JpPaper) before = fixture_paper (fixture, dossier, (JpPaperOptions) { 0 });
  g_autoptr (JpPaper) later = NULL;
  g_autoptr (JpPaper) changed = NULL;
  g_autoptr (JsonNode) facts = json_from_string (jp_paper_get_facts (before), NULL);

  g_assert_cmpuint (strlen (jp_paper_get_check_code (before)), ==, JP_CHECK_CODE_LENGTH);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (facts), "total"), ==, "92.51");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (facts), "year"), ==, 2025);

  fixture->context.today = jp_test_date ("2026-03-02");
  later = fixture_paper (fixture, dossier, (JpPaperOptions) { 0 });
  g_assert_cmpstr (jp_paper_get_check_code (later), ==, jp_paper_get_check_code (before));

  assessment->frozen->total = 9252;
  changed = fixture_paper (fixture, dossier, (JpPaperOptions) { 0 });
  g_assert_cmpstr (jp_paper_get_check_code (changed), !=, jp_paper_get_check_code (before));
}

/* The deliberately different pack: four indicators, two funding years, other bands and districts. */
static void
test_second_pack_needs_no_change (Fixture *fixture, gconstpointer data)
{
  static const char * const words[] = {
    "示例新材料产业集群", "北仑区", "服务能力", "营业收入增长率（亿元）", "创新成果增量（项）", "数字化水平（%）",
    "规则包other-2023第3版", "第1页共2页",
  };
  g_autoptr (JpPack) pack = jp_test_other_pack ();
  g_autoptr (JpPackSet) packs = NULL;
  JpContext context = jp_test_context (&packs, pack, fixture->holidays, "2024-01-01", "2026-02-10");
  g_autoptr (JpDossier) dossier = jp_dossier_new ("1", "示例新材料产业集群");
  g_autoptr (JpResult) result = NULL;
  g_autofree char *path = temporary_path ("second-pack.pdf");
  g_autofree char *rows = NULL;
  g_autoptr (GString) solid = NULL;
  JpPaperOptions options = { .office = "330206" };
  JpPaper *paper;

  dossier->district = g_strdup ("330206");
  for (int year = 2024; year <= 2025; year++)
    {
      JpFigures *figures = jp_figures_new (year);

      for (guint i = 0; i < pack->n_metrics; i++)
        jp_figures_set (figures, pack->metrics[i].id, 1000 + (year - 2024) * 100 + i);
      g_ptr_array_add (dossier->figures, figures);
    }
  result = jp_result_new (dossier, &context, 2025);
  paper = jp_assessment_paper_new (result, NULL, &context, &options);
  g_assert_cmpstr (jp_paper_get_author (paper), ==, "北仑区工业和信息化主管部门");
  write_paper (fixture, paper, path);

  g_assert_cmpuint (pdf_n_pages (path), ==, 2);
  rows = pdf_rows (path, 0);
  solid = g_string_new (rows);
  g_string_replace (solid, " ", "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_says (solid->str, words[i]);
  g_assert_null (strstr (solid->str, "总产值"));
}

static int
parse_points (const char *text)
{
  guint whole, cents;

  g_assert_cmpint (sscanf (text, "%u.%2u", &whole, &cents), ==, 2);
  return (int) (whole * 100 + cents);
}

/* Sums of the three columns of points, read back from the PDF row by row. */
static void
cross_foot (const char *text, const JpPack *pack, int sums[3], int totals[3])
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint rows = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      guint n = g_strv_length (words);
      gboolean total = g_str_has_prefix (lines[i], "合");

      if (n < 8 || strchr (words[n - 1], '.') == NULL)
        continue;
      for (guint c = 0; c < 3; c++)
        if (strcmp (words[n - 3 + c], "—") != 0)
          *(total ? &totals[c] : &sums[c]) += parse_points (words[n - 3 + c]);
      rows++;
    }
  g_assert_cmpuint (rows, ==, pack->n_indicators + 1);
}

static void
test_random_data_cross_foot (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 25; round++)
    {
      g_autoptr (JpDossier) dossier = fixture_dossier ();
      JpAssessment *assessment = fixture_confirm (dossier);
      g_autofree char *path = temporary_path ("random.pdf");
      g_autofree char *text = NULL;
      g_autoptr (JpResult) result = NULL;
      int sums[3] = { 0 }, totals[3] = { 0 };

      jp_figures_set (assessment->frozen->current, "output", g_test_rand_int_range (1, G_MAXINT));
      jp_figures_set (assessment->frozen->current, "rd", g_test_rand_int_range (1, 9000000));
      jp_figures_set (assessment->frozen->current, "ip", g_test_rand_int_range (1, 9999));
      assessment->frozen->total = 0;
      for (guint i = 0; i < assessment->points->len; i++)
        {
          JpReviewPoints *review = g_ptr_array_index (assessment->points, i);

          review->district = g_test_rand_int_range (0, fixture->pack->indicators[i].weight + 1);
          review->city = g_test_rand_int_range (0, fixture->pack->indicators[i].weight + 1);
          assessment->frozen->total += review->city;
        }
      result = jp_result_new (dossier, &fixture->context, 2025);
      write_paper (fixture, fixture_paper (fixture, dossier, (JpPaperOptions) { 0 }), path);
      text = pdf_rows (path, 0);
      cross_foot (text, fixture->pack, sums, totals);

      for (guint c = 0; c < 3; c++)
        g_assert_cmpint (sums[c], ==, totals[c]);
      g_assert_cmpint (sums[0], ==, result->total_computed);
      g_assert_cmpint (sums[1], ==, result->total_district);
      g_assert_cmpint (sums[2], ==, result->total);
    }
}

/* Paid over an open finding: the reason the city gave stands on the paper the money rests on, and within one page. */
static void
test_override_is_printed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) dossier = fixture_dossier ();
  JpFundAct *pay = jp_fund_act_new (3, JP_FUND_PAY, jp_test_date ("2026-02-09"));
  JpFinding *finding = jp_finding_new (2026, 2);
  g_autofree char *plain = NULL, *text = NULL, *path = temporary_path ("overridden.pdf");

  fixture_tell (fixture_confirm (dossier));
  plain = print_text (fixture, dossier, (JpPaperOptions) { 0 }, 0);
  g_assert_null (strstr (plain, "经市级批准"));

  finding->opened = jp_test_date ("2026-02-01");
  g_ptr_array_add (dossier->findings, finding);
  pay->amount = 40000000;
  pay->person = g_strdup ("陈二");
  pay->override_reason = g_strdup ("整改期内，不涉本次拨付");
  g_ptr_array_add (dossier->fund_acts, pay);
  text = print_text (fixture, dossier, (JpPaperOptions) { 0 }, 0);
  assert_says (text, "支持资金：2026年2月9日下达时2024年度培育情况信息表逾期未报（期限2025年4月30日）、"
                     "2026年第2号整改事项未销号，经市级批准予以办理（经办：陈二），理由：整改期内，不涉本次拨付。");
  write_paper (fixture, fixture_paper (fixture, dossier, (JpPaperOptions) { 0 }), path);
  g_assert_cmpuint (pdf_n_pages (path), ==, 2);
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  add ("/report/R-SCORE/first-page-holds-what-is-stamped", test_first_page_holds_what_is_stamped);
  add ("/report/R-SCORE/second-page-tells-why", test_second_page_tells_why);
  for (gsize i = 0; i < G_N_ELEMENTS (conclusion_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/R-SCORE/conclusion/%s", conclusion_cases[i].name);
      g_test_add (path, Fixture, &conclusion_cases[i], fixture_set_up, test_conclusion, fixture_tear_down);
    }
  add ("/report/assessment/two-pages-in-every-state", test_two_pages_in_every_state);
  add ("/report/assessment/longest-names-wrap-and-narrative-flows", test_longest_names_wrap_and_narrative_flows);
  add ("/report/assessment/options", test_options);
  add ("/report/assessment/curves", test_curves);
  add ("/report/R-FUND/override-is-printed", test_override_is_printed);
  add ("/report/R-LIFE/old-years-keep-their-operator", test_old_years_keep_their_operator);
  add ("/report/assessment/check-code-follows-the-data", test_check_code_follows_the_data);
  add ("/report/R-PACK/second-pack-needs-no-change", test_second_pack_needs_no_change);
  add ("/report/assessment/random-data-cross-foot", test_random_data_cross_foot);

  return g_test_run ();
}
