/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-report.h"
#include "jp-test.h"

/* A cluster as mock/reports.png shows it, in every state an assessment can have. */

typedef struct
{
  JpPack     *pack;
  JpHolidays *holidays;
  JpPackSet  *packs;
  JpContext   context;
  JpFonts    *fonts;
} Fixture;

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->pack = jp_test_pack ();
  fixture->holidays = jp_test_holidays ();
  fixture->context = jp_test_context (&fixture->packs, fixture->pack, fixture->holidays, "2024-01-01", "2026-02-10");
  fixture->fonts = jp_fonts_new (NULL, &error);
  g_assert_no_error (error);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  jp_fonts_unref (fixture->fonts);
  jp_pack_set_free (fixture->packs);
  jp_holidays_unref (fixture->holidays);
  jp_pack_unref (fixture->pack);
}

static inline JpFigures *
fixture_figures (int year, gint64 output, gint64 rd, gint64 innovative, gint64 key, gint64 ip, gint64 platform)
{
  JpFigures *figures = jp_figures_new (year);

  jp_figures_set (figures, "output", output);
  jp_figures_set (figures, "rd", rd);
  jp_figures_set (figures, "innovative", innovative);
  jp_figures_set (figures, "srdi", 12);
  jp_figures_set (figures, "little_giant", 3);
  jp_figures_set (figures, "key_industrial", key);
  jp_figures_set (figures, "ip", ip);
  jp_figures_set (figures, "platform_rate", platform);
  return figures;
}

/* Figures of 2024 and 2025, nothing reviewed yet. Points: 20 + 15 + 20 + 15 + 4.99 + 9.52 = 84.51. */
static inline JpDossier *
fixture_dossier (void)
{
  JpDossier *dossier = jp_dossier_new ("5f0c1a52-6c2e-4b6e-9a35-0f2d4c1e8a01", "厦门市海沧区示例生物医药产业集群");
  JpAct *act = jp_act_new (JP_ACT_RECOGNISE, jp_test_date ("2024-09-19"), JP_OFFICE_MINISTRY);

  dossier->district = g_strdup ("350205");
  dossier->industry = g_strdup ("生物医药");
  dossier->operator_name = g_strdup ("海沧生物医药运营公司（示例）");
  dossier->credit_code = g_strdup ("91350205MA1015838D");
  dossier->recorded_on = jp_test_date ("2024-09-19");
  act->id = g_strdup ("act-1");
  act->seq = 1;
  act->term = (JpTerm) { jp_test_date ("2024-09-19"), jp_test_date ("2027-09-18") };
  g_ptr_array_add (dossier->acts, act);
  g_ptr_array_add (dossier->figures, fixture_figures (2024, 142790000, 6460000, 28, 79, 3075, 2340));
  g_ptr_array_add (dossier->figures, fixture_figures (2025, 174203800, 7622800, 37, 82, 3305, 2760));
  g_ptr_array_add (dossier->returns, jp_return_new (2025, jp_test_date ("2026-01-28")));
  return dossier;
}

static inline void
fixture_review (JpAssessment *assessment, const char *indicator, int district, const char *district_reason, int city,
                const char *city_reason)
{
  JpReviewPoints *review = jp_review_points_new (indicator);

  review->district = district;
  review->district_reason = g_strdup (district_reason);
  review->district_person = g_strdup ("林一");
  review->city = city;
  review->city_reason = g_strdup (city_reason);
  review->city_person = g_strdup ("陈二");
  g_ptr_array_add (assessment->points, review);
}

/* Reviewed by both and confirmed: district 93.51, city 92.51. */
static inline JpAssessment *
fixture_confirm (JpDossier *dossier)
{
  JpAssessment *assessment = jp_assessment_new (2025);

  assessment->pack_id = g_strdup ("xiamen-2024");
  assessment->pack_version = 1;
  fixture_review (assessment, "output_growth", 2000, NULL, 2000, NULL);
  fixture_review (assessment, "rd_growth", 1500, NULL, 1500, NULL);
  fixture_review (assessment, "quality_sme", 2000, NULL, 2000, NULL);
  fixture_review (assessment, "key_industrial", 1500, NULL, 1500, NULL);
  fixture_review (assessment, "ip_growth", 499, NULL, 499, NULL);
  fixture_review (assessment, "digital", 952, NULL, 952, NULL);
  fixture_review (assessment, "governance", 900, "服务活动记录较全", 800, "监测月报全年缺2期，按“良”计分");
  assessment->state = JP_ASSESSMENT_CONFIRMED;
  assessment->submitted_on = jp_test_date ("2026-01-20");
  assessment->submitted_by = g_strdup ("林一");
  assessment->district_opinion = g_strdup ("同意");
  assessment->confirmed_on = jp_test_date ("2026-02-06");
  assessment->confirmed_by = g_strdup ("陈二");
  assessment->city_opinion = g_strdup ("同意");
  assessment->frozen = jp_frozen_result_new ();
  g_clear_pointer (&assessment->frozen->previous, jp_figures_free);
  g_clear_pointer (&assessment->frozen->current, jp_figures_free);
  assessment->frozen->previous = jp_figures_copy (jp_dossier_figures (dossier, 2024));
  assessment->frozen->current = jp_figures_copy (jp_dossier_figures (dossier, 2025));
  assessment->frozen->total = 9251;
  g_ptr_array_add (dossier->assessments, assessment);
  return assessment;
}

static inline void
fixture_tell (JpAssessment *assessment)
{
  static const char * const texts[] = {
    "三年规划确定的12项任务完成9项，其余3项按进度推进；新药临床试验公共服务平台于6月投入使用，累计服务企业46家。",
    "总产值、研发投入和优质中小企业数量均达到年度目标，工业互联网平台应用普及率为27.60%，距2026年目标30.00%尚差2.40个百分点。",
    "由龙头企业牵头共建检测平台，设备向中小企业开放，检测周期由12天缩短至5天；“园区办事一件事”做法在全区推广。",
    "监测月报有2期迟报。运营单位已明确专人负责，并把报送时间提前至每月3日；下一步补齐人才公寓和中试场地。",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (assessment->narrative, jp_narrative_new (JP_NARRATIVE_PARTS[i], texts[i]));
}

static inline JpPaper *
fixture_paper (Fixture *fixture, const JpDossier *dossier, JpPaperOptions options)
{
  g_autoptr (JpResult) result = jp_result_new (dossier, &fixture->context, 2025);
  JpRank rank = { 1, 4, 6957 };

  return jp_assessment_paper_new (result, result->state == JP_ASSESSMENT_CONFIRMED && !result->vetoed ? &rank : NULL,
                                  &fixture->context, &options);
}
