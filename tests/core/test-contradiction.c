/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bureau.h"

/* A confirmed assessment of 2025 whose return was filed in time. */
typedef struct
{
  Bureau        bureau;
  JpDossier    *dossier;
  JpAssessment *assessment;
} Confirmed;

static void
confirmed_init (Confirmed *self, const char *today)
{
  bureau_open (&self->bureau, jp_test_pack (), today);
  self->dossier = cluster_new ("2023-10-17", 2025);
  cluster_file_return (self->dossier, 2025, "2026-03-01");
  self->assessment = cluster_assess (self->dossier, self->bureau.pack, 2025, JP_ASSESSMENT_CITY);
  assessment_give_total (self->assessment, self->bureau.pack, 8000);
  assessment_freeze (self->assessment, self->dossier, 8000);
}

static void
confirmed_clear (Confirmed *self)
{
  jp_dossier_free (self->dossier);
  bureau_close (&self->bureau);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Confirmed, confirmed_clear)

static void
assert_described (Confirmed *self, const char *expected)
{
  g_autofree char *sentence = jp_contradiction_describe (self->dossier, &self->bureau.context, self->assessment);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_records_agree (void)
{
  g_auto (Confirmed) self = { 0 };

  confirmed_init (&self, "2026-06-01");
  assert_described (&self, NULL);
}

static void
test_incident_comes_to_light (void)
{
  g_auto (Confirmed) self = { 0 };

  confirmed_init (&self, "2026-06-01");
  g_ptr_array_add (self.dossier->incidents, jp_incident_new ("tax", NULL, jp_test_date ("2025-06-01")));
  assert_described (&self, "2025年度考核确认后情况有变；现有记录证明（四）较大事故、重大网络与数据安全事件、偷税漏税、严重失信等："
                           "2025年6月1日发生偷税漏税");
}

/* Open until the due day, which does not contradict; from the day after it does. */
static void
test_return_not_filed_in_time (void)
{
  static const char expected[] = "2025年度考核确认后情况有变；现有记录证明（二）未按时报送年度信息表或不配合监测监督："
                                 "2025年度培育情况信息表至2026年4月30日期满未报送";

  for (guint day = 0; day < 3; day++)
    {
      static const char *const days[] = { "2026-04-30", "2026-05-01", "2026-09-01" };
      g_auto (Confirmed) self = { 0 };

      confirmed_init (&self, days[day]);
      g_ptr_array_set_size (self.dossier->returns, 0);
      assert_described (&self, day == 0 ? NULL : expected);
    }
}

static void
test_frozen_veto_loses_its_record (void)
{
  g_auto (Confirmed) self = { 0 };

  confirmed_init (&self, "2026-06-01");
  g_ptr_array_add (self.assessment->frozen->vetoes, jp_frozen_veto_new ("change_not_filed", "某日变更未报备"));
  assert_described (&self, "2025年度考核确认后情况有变；（三）重大变动未及时报备已无记录支持");
}

static void
test_reviewers_veto_needs_no_record (void)
{
  g_auto (Confirmed) self = { 0 };

  confirmed_init (&self, "2026-06-01");
  g_ptr_array_add (self.assessment->vetoes, jp_reviewer_veto_new ("false_application", "材料不实"));
  g_ptr_array_add (self.assessment->frozen->vetoes, jp_frozen_veto_new ("false_application", "市级复核认定：材料不实"));
  assert_described (&self, NULL);
}

static void
test_frozen_veto_still_proved (void)
{
  g_auto (Confirmed) self = { 0 };

  confirmed_init (&self, "2026-06-01");
  g_ptr_array_add (self.dossier->incidents, jp_incident_new ("tax", NULL, jp_test_date ("2025-06-01")));
  g_ptr_array_add (self.assessment->frozen->vetoes, jp_frozen_veto_new ("grave_incident", "2025年6月1日发生偷税漏税"));
  assert_described (&self, NULL);
}

/* Kept with a reason, it stays quiet; a further fact speaks again. */
static void
test_kept_until_another_fact (void)
{
  g_auto (Confirmed) self = { 0 };

  confirmed_init (&self, "2026-06-01");
  g_ptr_array_add (self.dossier->incidents, jp_incident_new ("tax", NULL, jp_test_date ("2025-06-01")));
  self.assessment->kept_against = jp_contradiction_describe (self.dossier, &self.bureau.context, self.assessment);
  self.assessment->kept_reason = g_strdup ("已另案处理");
  g_assert_nonnull (self.assessment->kept_against);
  assert_described (&self, NULL);

  g_ptr_array_set_size (self.dossier->returns, 0);
  assert_described (&self, "2025年度考核确认后情况有变；现有记录证明（二）未按时报送年度信息表或不配合监测监督："
                           "2025年度培育情况信息表至2026年4月30日期满未报送"
                           "；现有记录证明（四）较大事故、重大网络与数据安全事件、偷税漏税、严重失信等："
                           "2025年6月1日发生偷税漏税");
}

static void
test_open_assessment_follows_its_records (void)
{
  g_auto (Confirmed) self = { 0 };

  confirmed_init (&self, "2026-06-01");
  g_ptr_array_add (self.dossier->incidents, jp_incident_new ("tax", NULL, jp_test_date ("2025-06-01")));
  self.assessment->state = JP_ASSESSMENT_CITY;
  assert_described (&self, NULL);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add_func ("/core/R-VETO/contradicted/records-agree", test_records_agree);
  g_test_add_func ("/core/R-VETO/contradicted/incident-comes-to-light", test_incident_comes_to_light);
  g_test_add_func ("/core/R-VETO/contradicted/return-not-filed-in-time", test_return_not_filed_in_time);
  g_test_add_func ("/core/R-VETO/contradicted/frozen-veto-loses-its-record", test_frozen_veto_loses_its_record);
  g_test_add_func ("/core/R-VETO/contradicted/reviewers-veto-needs-no-record", test_reviewers_veto_needs_no_record);
  g_test_add_func ("/core/R-VETO/contradicted/frozen-veto-still-proved", test_frozen_veto_still_proved);
  g_test_add_func ("/core/R-VETO/contradicted/kept-until-another-fact", test_kept_until_another_fact);
  g_test_add_func ("/core/R-VETO/contradicted/open-assessment-follows-its-records",
                   test_open_assessment_follows_its_records);

  return g_test_run ();
}
