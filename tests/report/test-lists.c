/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Papers about duties, terms and candidates: made of the sample data, read back, and held against what core says. */

#include "jp-duties.h"
#include "jp-missing.h"
#include "jp-ratio.h"
#include "jp-sample.h"
#include "jp-standard.h"
#include "jp-test-many.h"
#include "jp-test-work.h"
#include "pdf-reader.h"

#define TODAY "2026-02-10"

/* The sample data of a bureau that has been through everything; made once, only read; no test owns its folder. */
typedef struct
{
  char      *folder;
  JpStore   *store;
  JpDesk    *desk;
  GPtrArray *dossiers;
  JpContext  context;
  JpFonts   *fonts;
} Sample;

static Sample sample;

static void
open_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  sample.folder = g_dir_make_tmp ("jp-lists-XXXXXX", &error);
  path = g_build_filename (sample.folder, "jiping.db", NULL);
  sample.store = jp_test_new_store (path);
  g_assert_true (jp_casework_sample (sample.store, jp_test_date (TODAY), &error));
  sample.desk = jp_desk_new (sample.store, "陈晓岚", JP_OFFICE_CITY, jp_test_date (TODAY), &error);
  g_assert_true (jp_desk_get_context (sample.desk, &sample.context, &error));
  sample.dossiers = jp_store_load_dossiers (sample.store, &error);
  sample.fonts = jp_fonts_new (NULL, &error);
  g_assert_no_error (error);
}

static void
close_sample (void)
{
  jp_fonts_unref (sample.fonts);
  g_ptr_array_unref (sample.dossiers);
  jp_desk_unref (sample.desk);
  jp_store_close (sample.store);
  jp_test_remove (sample.folder);
  g_free (sample.folder);
}

/* What the paper says, row by row. */
static char *
print (const char *kind, GPtrArray *dossiers, JpReportSelection selection)
{
  g_autofree char *name = g_strconcat (kind, ".pdf", NULL);
  g_autofree char *path = temporary_path (name);
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  guint n_pages;

  jp_report_write_with_fonts (sample.fonts, kind, dossiers, &sample.context, &selection, path, &n_pages, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *rows = pdf_rows (path, (int) i);

      g_string_append (text, rows);
    }

  return g_string_free (text, FALSE);
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, words)) != NULL; p += strlen (words))
    n++;
  return n;
}

/* Every term's last day stands there, and the heads of the list agree with a count by the rules. */
static void
test_validity (void)
{
  g_autofree char *text = print ("validity", sample.dossiers, (JpReportSelection) { 0 });
  const JpPack *pack = jp_pack_set_on (sample.context.packs, sample.context.today);
  g_autofree char *summary = NULL;
  guint recognised = 0, in_term = 0, within[4] = { 0 };

  g_assert_cmpuint (pack->n_lead_months, ==, G_N_ELEMENTS (within));
  for (guint i = 0; i < sample.dossiers->len; i++)
    {
      g_auto (JpLife) life = { 0 };
      const JpTerm *last;
      g_autofree char *day = NULL;

      jp_life_init (&life, g_ptr_array_index (sample.dossiers, i), &sample.context);
      last = jp_life_last_term (&life);
      if (last == NULL)
        continue;
      recognised++;
      in_term += jp_life_in_term (&life, sample.context.today) ? 1 : 0;
      day = jp_date_to_chinese (last->last);
      assert_says (text, day);
      for (guint m = 0; m < G_N_ELEMENTS (within); m++)
        within[m] += life.revoked_on == JP_DATE_NONE && last->last >= sample.context.today &&
                     jp_date_add_months (last->last, -(int) pack->lead_months[m]) <= sample.context.today;
    }

  g_assert_cmpuint (within[0], >, 0);
  summary = g_strdup_printf ("共%u个集群，在有效期%u个，12个月内届满%u个，6个月内届满%u个，3个月内届满%u个，1个月内届满%u个。", recognised,
                             in_term, within[0], within[1], within[2], within[3]);
  assert_says (text, summary);
  g_assert_cmpuint (count (text, "12个月内届满"), ==, within[0] - within[1] + 1);
}

/* Every month with something due has its heading, and every duty of the year its line. */
static void
test_year_plan (void)
{
  g_autofree char *text = print ("year-plan", sample.dossiers, (JpReportSelection) { .year = 2026 });
  JpReportSource source = { .dossiers = sample.dossiers, .context = sample.context };
  g_autoptr (GPtrArray) duties = jp_duties_of (&source);
  g_autoptr (GPtrArray) groups = jp_duties_fold (duties);
  guint n_groups = 0, n_done = 0, folded = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const JpDutyGroup *group = g_ptr_array_index (groups, i);
      const JpObligation *duty = g_ptr_array_index (group->duties, 0);

      folded += group->duties->len;
      if (duty->due == JP_DATE_NONE || jp_date_year (duty->due) != 2026)
        continue;
      n_groups++;
      n_done += jp_duty_group_done (group) ? 1 : 0;
    }

  g_assert_cmpuint (folded, ==, duties->len);
  g_assert_cmpuint (n_done, >, 0);
  g_assert_cmpuint (count (text, "□"), ==, n_groups - n_done);
  g_assert_cmpuint (count (text, "√"), ==, n_done + 1); /* and the note */
  assert_says (text, "2026年度工作计划");
  assert_says (text, "2026年3月31日");
}

/* The text to paste and the papers of all districts say the same. */
static void
test_missing (void)
{
  g_autofree char *text = print ("missing", sample.dossiers, (JpReportSelection) { 0 });
  g_autofree char *pasted = jp_missing_text (sample.dossiers, &sample.context, NULL);
  g_autofree char *head = NULL;
  g_autoptr (GPtrArray) all = jp_missing_new (sample.dossiers, &sample.context, NULL);
  guint n_districts = 0, n = 0;
  const JpPack *pack = jp_pack_set_on (sample.context.packs, sample.context.today);

  for (guint i = 0; i < pack->n_districts; i++)
    {
      g_autoptr (GPtrArray) of = jp_missing_new (sample.dossiers, &sample.context, pack->districts[i].code);

      n += of->len;
      n_districts += of->len > 0 ? 1 : 0;
    }
  g_assert_cmpuint (all->len, ==, n);
  g_assert_cmpuint (n_districts, >, 1);
  g_assert_cmpuint (count (text, "缺件催办单"), ==, n_districts);
  g_assert_cmpuint (count (text, "剩余") + count (text, "逾期") - count (text, "已逾期"), ==, n);

  head = g_strdup_printf ("截至2026年2月10日，请补齐以下%u项：\n1. ", n);
  g_assert_true (g_str_has_prefix (pasted, head));
  g_assert_cmpuint (count (pasted, "\n"), ==, n);
}

static void
test_missing_names_figures (void)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);
  JpDossier *dossier = jp_dossier_new ("a", "厦门市集美区甲产业集群");
  JpAct *act = jp_act_new (JP_ACT_RECOGNISE, jp_test_date ("2024-09-19"), JP_OFFICE_MINISTRY);
  JpFigures *figures = jp_figures_new (2025);
  g_autofree char *pasted = NULL;

  dossier->district = g_strdup ("350211");
  dossier->recorded_on = jp_test_date ("2024-09-19");
  act->term = (JpTerm) { jp_test_date ("2024-09-19"), jp_test_date ("2027-09-18") };
  g_ptr_array_add (dossier->acts, act);
  jp_figures_set (figures, "output", 100);
  g_ptr_array_add (dossier->figures, figures);
  g_ptr_array_add (dossiers, dossier);

  pasted = jp_missing_text (dossiers, &sample.context, "350211");
  assert_says (pasted, "厦门市集美区甲产业集群：2025年度绩效考核：区初审未开始；2024年总产值、研发投入、");
  assert_says (pasted, "；2025年研发投入、"); /* its output is there */
  assert_says (pasted, "（期限2026年3月31日）");
  g_assert_null (jp_missing_text (dossiers, &sample.context, "350203"));
}

/* Only clusters whose end is near and that have not applied are written to. */
static void
test_renewal (void)
{
  g_autofree char *text = print ("renewal", sample.dossiers, (JpReportSelection) { 0 });
  guint n = 0;

  for (guint i = 0; i < sample.dossiers->len; i++)
    {
      g_auto (JpLife) life = { 0 };

      jp_life_init (&life, g_ptr_array_index (sample.dossiers, i), &sample.context);
      n += life.stage == JP_STAGE_RECOGNISED && jp_life_last_term (&life)->last <= jp_test_date ("2027-02-10");
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (count (text, "提醒函"), ==, n);
  assert_says (text, "余248天。");
  assert_says (text, "近三年总产值年均增速");
}

static void
test_recommendation (void)
{
  g_autofree char *text = print ("recommendation", sample.dossiers, (JpReportSelection) { .year = 2025 });

  assert_says (text, "2025年推荐名额2个，已推荐1个。");
  g_assert_cmpuint (count (text, "达标"), >=, 3); /* each with its self-check */
  assert_says (text, "待判定：");
}

/* Figures to the last digit, growth against the year before, blanks for what is not written. */
static void
test_annual_return (void)
{
  const JpDossier *dossier = NULL;
  g_autofree char *text = NULL;
  const JpFigures *figures;
  g_autofree char *output = NULL;
  g_autofree char *growth = NULL;
  gint64 before, now;

  for (guint i = 0; i < sample.dossiers->len && dossier == NULL; i++)
    {
      const JpDossier *each = g_ptr_array_index (sample.dossiers, i);

      if (jp_dossier_return (each, 2025) != NULL && jp_dossier_figures (each, 2025) != NULL)
        dossier = each;
    }
  g_assert_nonnull (dossier);
  text = print ("annual-return", sample.dossiers, (JpReportSelection) { .cluster = dossier->id, .year = 2025 });
  figures = jp_dossier_figures (dossier, 2025);
  now = jp_figures_get (figures, "output");
  before = jp_figures_get (jp_dossier_figures (dossier, 2024), "output");
  output = jp_units_to_grouped (now, 2);
  growth = jp_ratio_to_percent (now - before, before);

  assert_says (text, dossier->name);
  assert_says (text, output);
  assert_says (text, growth);
  assert_says (text, "示例模板：以工业和信息化部当年下发的表式为准。");
  assert_says (text, "报送。");
}

static void
test_score_sheet (void)
{
  g_autofree char *text = print ("score-sheet", sample.dossiers, (JpReportSelection) { .year = 2025 });

  assert_says (text, "2025年度绩效考核评分表");
  assert_says (text, "100.00");
  assert_says (text, "优 10.00 分；良 8.00 分");
  assert_says (text, "80（含）分以上：60.00万元");
  g_assert_cmpuint (count (text, "□有 □无"), ==, 5);
}

/* The stages add up to all clusters, the budget is that of the schedule. */
static void
test_handover (void)
{
  g_autofree char *text = print ("handover", sample.dossiers, (JpReportSelection) { 0 });
  g_autoptr (GArray) budget = jp_budget_new (sample.dossiers, &sample.context);
  g_autofree char *total = g_strdup_printf ("合 计 %u ", sample.dossiers->len);

  assert_says (text, total);
  for (guint i = 0; i < budget->len; i++)
    {
      const JpBudgetYear *year = &g_array_index (budget, JpBudgetYear, i);
      g_autofree char *paid = jp_money_to_wan (year->paid);
      g_autofree char *most = jp_money_to_wan (year->most);
      g_autofree char *row = g_strdup_printf ("%d财年 %s ", year->fiscal_year, paid);

      assert_says (text, row);
      assert_says (text, most);
    }
  assert_says (text, "移交人");
}

static void
test_nothing_to_show (gconstpointer kind)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *text = print (kind, none, (JpReportSelection) { 0 });

  assert_says (text, "没有应列入本表的集群");
}

static void
test_scale (void)
{
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autofree char *steps
    = jp_indicator_scale_text (pack, &pack->indicators[jp_pack_find_indicator (pack, "quality_sme")]);
  g_autofree char *linear
    = jp_indicator_scale_text (pack, &pack->indicators[jp_pack_find_indicator (pack, "output_growth")]);

  g_assert_cmpstr (steps, ==, "达到 8 家得 20.00 分；5 家得 16.00 分；3 家得 12.00 分；1 家得 6.00 分；0 家得 0.00 分；不足得 0.00 分");
  g_assert_cmpstr (linear, ==, "达到 10% 得 20.00 分；5% 得 12.00 分；0% 得 0.00 分；其间按直线内插");
}

int
main (int argc, char **argv)
{
  static const char *const empty[]
    = { "validity", "renewal", "recommendation", "annual-return", "year-plan", "missing", "handover" };
  int status;

  jp_test_init (&argc, &argv);
  open_sample ();

  g_test_add_func ("/report/R-TERM/validity", test_validity);
  g_test_add_func ("/report/R-CAL/year-plan", test_year_plan);
  g_test_add_func ("/report/R-CAL/missing", test_missing);
  g_test_add_func ("/report/R-CAL/missing-names-figures", test_missing_names_figures);
  g_test_add_func ("/report/R-TERM/renewal", test_renewal);
  g_test_add_func ("/report/R-STANDARD/recommendation", test_recommendation);
  g_test_add_func ("/report/R-CAL/annual-return", test_annual_return);
  g_test_add_func ("/report/R-SCORE/score-sheet", test_score_sheet);
  g_test_add_func ("/report/R-SCORE/scale", test_scale);
  g_test_add_func ("/report/handover", test_handover);
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/nothing-to-show/%s", empty[i]);

      g_test_add_data_func (path, empty[i], test_nothing_to_show);
    }

  status = g_test_run ();
  close_sample ();
  return status;
}
