/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-work.h"
#include "jp-correction.h"
#include "jp-filing.h"
#include "jp-life.h"
#include "jp-test-work.h"

#include <string.h>

#define NAME "厦门市集美区工业机器人产业集群"

typedef struct
{
  JpWork work;
  char  *id;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  jp_work_set_up (&self->work, NULL);
  self->id = jp_work_cluster (&self->work, NAME, "350211");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jp_work_tear_down (&self->work, NULL);
  g_free (self->id);
}

static gboolean
correct_at (Fixture *self, const char *office, gint64 seq, JpCorrection correction)
{
  return jp_casework_correct (jp_work_desk (&self->work, office), seq, &correction, &self->work.error) != 0;
}

#define correct(seq, ...) correct_at (self, "city", (seq), (JpCorrection){ .reason = "录入有误", __VA_ARGS__ })

static gint64
act (Fixture *self, const char *kind, const char *iso, const char *office)
{
  jp_assert_done (&self->work, jp_work_act (&self->work, self->id, kind, iso, office, NULL));
  return jp_work_head (&self->work);
}

static const JpAct *
nth_act (JpDossier *dossier, guint index)
{
  return g_ptr_array_index (dossier->acts, index);
}

static void
test_void (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  gint64 cultivate = act (self, "cultivate", "2025-03-05", "350211");
  gint64 apply = act (self, "apply", "2025-05-06", "350211");
  gint64 accept = act (self, "accept", "2025-05-16", "city");
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpEntry) entry = NULL;

  /* What follows from it must be able to follow without it. */
  jp_assert_refused (work, correct (apply, .void_it = TRUE), JP_LIFE_ERROR, JP_LIFE_ERROR_STAGE, "R-LIFE");
  jp_assert_done (work, correct (cultivate, .void_it = TRUE));
  entry = jp_work_last (work);
  g_assert_cmpstr (entry->act, ==, "correct");
  g_assert_cmpint (entry->undoes, ==, cultivate);
  g_assert_cmpint (entry->kind, ==, JP_ENTRY_ACT);
  g_assert_cmpstr (entry->summary, ==, "作废第2条记录（" NAME "：列入培育（2025年3月5日））：录入有误");
  jp_assert_done (work, correct (accept, .void_it = TRUE));
  jp_assert_refused (work, correct (accept, .void_it = TRUE), JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND, "R-LIFE");
  dossier = jp_work_load (work, self->id);
  g_assert_cmpuint (dossier->acts->len, ==, 1);
  g_assert_cmpint (nth_act (dossier, 0)->kind, ==, JP_ACT_APPLY);
}

static void
test_date (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  gint64 apply = act (self, "apply", "2025-05-06", "350211");
  gint64 accept = act (self, "accept", "2025-05-16", "city");
  g_autoptr (JpDossier) dossier = NULL;

  jp_assert_refused (work, correct (apply, .date = jp_test_date ("2025-05-17")), JP_LIFE_ERROR, JP_LIFE_ERROR_STAGE,
                     "R-LIFE");
  jp_assert_refused (work, correct (accept, .date = jp_test_date ("2025-05-05")), JP_LIFE_ERROR, JP_LIFE_ERROR_STAGE,
                     "R-LIFE");
  jp_assert_refused (work, correct (accept, .date = jp_test_date ("2026-02-11")), JP_LIFE_ERROR, JP_LIFE_ERROR_DATE,
                     "R-LIFE");
  jp_assert_done (work, correct (apply, .date = jp_test_date ("2025-05-16")));
  jp_assert_done (work, correct (accept, .date = jp_test_date ("2026-02-10"), .document = "厦工信〔2025〕9号", .note = "补"));
  dossier = jp_work_load (work, self->id);
  jp_assert_date (nth_act (dossier, 0)->date, "2025-05-16");
  jp_assert_date (nth_act (dossier, 1)->date, "2026-02-10");
  g_assert_cmpstr (nth_act (dossier, 1)->document, ==, "厦工信〔2025〕9号");
  g_assert_cmpstr (nth_act (dossier, 1)->note, ==, "补");
}

static void
test_asked (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  gint64 apply = act (self, "apply", "2025-05-06", "350211");
  gint64 filed;
  JpDate day = jp_test_date ("2025-05-07");

  jp_assert_refused (work, correct_at (self, "city", apply, (JpCorrection){ .void_it = TRUE }), JP_DESK_ERROR,
                     JP_DESK_ERROR_REFUSED, "reason");
  jp_assert_refused (work, correct_at (self, "city", apply, (JpCorrection){ .date = day, .reason = "" }), JP_DESK_ERROR,
                     JP_DESK_ERROR_REFUSED, "reason");
  jp_assert_refused (work, correct (apply, .note = NULL), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                     "R-LIFE"); /* nothing said */
  jp_assert_refused (work, correct (apply, .void_it = TRUE, .date = day), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                     "R-LIFE");
  jp_assert_refused (work, correct (apply, .first = day), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "R-LIFE");
  jp_assert_refused (work, correct (apply, .filed = day), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "R-LIFE");
  jp_assert_refused (work, correct (1, .void_it = TRUE), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "R-LIFE");

  jp_work_recognise (work, self->id, "2025-09-19");
  jp_assert_done (work, jp_casework_set_figure (jp_work_desk (work, "city"), self->id, 2024, "output", 1, NULL,
                                                &work->error));
  jp_assert_refused (work, correct (jp_work_head (work), .void_it = TRUE), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                     "undo");
  jp_assert_done (work, jp_casework_file_return (jp_work_desk (work, "350211"), self->id, 2025,
                                                 jp_test_date ("2026-02-01"), &work->error));
  filed = jp_work_head (work);
  jp_assert_refused (work, correct (filed, .note = "改"), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "R-LIFE");
  g_assert_false (correct (99, .void_it = TRUE));
  g_clear_error (&work->error);
}

/* A district corrects what it recorded, the city what anybody did. */
static void
test_office (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  gint64 recognised, designated;
  JpCorrection void_it = { .void_it = TRUE, .reason = "误" };

  jp_work_recognise (work, self->id, "2024-09-19");
  recognised = jp_work_head (work);
  designated = act (self, "designate", "2024-10-01", "350211");
  jp_assert_refused (work, correct_at (self, "350211", recognised, void_it), JP_DESK_ERROR, JP_DESK_ERROR_OFFICE,
                     "city");
  jp_assert_refused (work, correct_at (self, "350203", designated, void_it), JP_DESK_ERROR, JP_DESK_ERROR_OFFICE,
                     "集美区");
  jp_assert_done (work, correct_at (self, "350211", designated, void_it));
  jp_assert_done (work, correct_at (self, "city", recognised, void_it));
}

static void
test_term (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  gint64 recognised;
  g_autoptr (JpDossier) by_rule = NULL, published = NULL;

  jp_work_recognise (work, self->id, "2024-09-19");
  recognised = jp_work_head (work);

  /* A term that ran from the recognition by the rule goes on doing so. */
  jp_assert_done (work, correct (recognised, .date = jp_test_date ("2024-09-20")));
  by_rule = jp_work_load (work, self->id);
  jp_assert_date (nth_act (by_rule, 0)->term.first, "2024-09-20");
  jp_assert_date (nth_act (by_rule, 0)->term.last, "2027-09-19");

  jp_assert_refused (work, correct (recognised, .last = jp_test_date ("2024-09-19")), JP_LIFE_ERROR, JP_LIFE_ERROR_TERM,
                     "R-TERM");
  jp_assert_done (work,
                  correct (recognised, .first = jp_test_date ("2025-01-01"), .last = jp_test_date ("2027-12-31")));
  jp_assert_done (work, correct (recognised, .date = jp_test_date ("2024-10-08"))); /* a published term stays */
  published = jp_work_load (work, self->id);
  jp_assert_date (nth_act (published, 0)->date, "2024-10-08");
  jp_assert_date (nth_act (published, 0)->term.first, "2025-01-01");
  jp_assert_date (nth_act (published, 0)->term.last, "2027-12-31");
}

/* A renewal joins on, also where the end before it was wrong. */
static void
test_renewal_follows (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  gint64 recognised;
  g_autoptr (JpDossier) dossier = NULL;

  jp_work_recognise (work, self->id, "2022-12-01");
  recognised = jp_work_head (work);
  act (self, "renewal-apply", "2025-06-01", "350211");
  jp_assert_done (work, jp_work_act (work, self->id, "renew", "2025-11-01", "city", "提前公布"));
  jp_assert_done (work,
                  correct (recognised, .first = jp_test_date ("2023-01-01"), .last = jp_test_date ("2025-12-31")));
  dossier = jp_work_load (work, self->id);
  jp_assert_date (nth_act (dossier, 2)->term.first, "2026-01-01");
  jp_assert_date (nth_act (dossier, 2)->term.last, "2028-12-31");
}

/* Money on record holds the recognition it rests on. */
static void
test_money_holds (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  gint64 recognised;

  jp_work_recognise (work, self->id, "2024-09-19");
  recognised = jp_work_head (work);
  jp_assert_done (work, jp_work_fund (work, self->id, 1, "plan", "2024-09-27", 100));
  jp_assert_refused (work, correct (recognised, .void_it = TRUE), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "R-FUND");
  jp_assert_refused (work, correct (recognised, .date = jp_test_date ("2025-01-02")), JP_DESK_ERROR,
                     JP_DESK_ERROR_REFUSED, "2024");
  jp_assert_refused (work, correct (recognised, .date = jp_test_date ("2024-09-28")), JP_DESK_ERROR,
                     JP_DESK_ERROR_REFUSED, "R-FUND");
  jp_assert_done (work, correct (recognised, .date = jp_test_date ("2024-09-27")));
}

static void
test_assessment_holds (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  gint64 recognised;

  jp_work_recognise (work, self->id, "2024-09-19");
  recognised = jp_work_head (work);
  jp_work_assess (work, self->id, 2025, 8000);
  jp_assert_refused (work, correct (recognised, .void_it = TRUE), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "R-LIFE");
}

static void
test_return (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  gint64 filed;
  g_autoptr (JpDossier) corrected = NULL, voided = NULL;

  jp_work_recognise (work, self->id, "2024-09-19");
  jp_assert_done (work, jp_casework_file_return (jp_work_desk (work, "350211"), self->id, 2024,
                                                 jp_test_date ("2025-05-01"), &work->error));
  filed = jp_work_head (work);
  jp_assert_refused (work, correct (filed, .date = jp_test_date ("2024-12-31")), JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                     "第九条");
  jp_assert_refused (work, correct (filed, .date = jp_test_date ("2026-02-11")), JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                     "R-");
  jp_assert_done (work, correct (filed, .date = jp_test_date ("2025-04-30")));
  corrected = jp_work_load (work, self->id);
  jp_assert_date (jp_dossier_return (corrected, 2024)->filed, "2025-04-30");
  jp_assert_done (work, correct (filed, .void_it = TRUE));
  voided = jp_work_load (work, self->id);
  g_assert_null (jp_dossier_return (voided, 2024));
  jp_assert_refused (work, correct (filed, .date = jp_test_date ("2025-04-30")), JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND,
                     "R-LIFE");
}

static gint64
change (Fixture *self, const char *kind, const char *day, const char *to)
{
  g_autoptr (JpChange) record = jp_change_new (kind, jp_test_date (day), JP_DATE_NONE);

  record->to = g_strdup (to);
  record->reason = g_strdup ("合并");
  jp_assert_done (&self->work,
                  jp_casework_file_change (jp_work_desk (&self->work, "350211"), self->id, record, &self->work.error));
  return jp_work_head (&self->work);
}

static void
test_change (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  gint64 first = change (self, "operator", "2025-03-01", "甲公司");
  gint64 second = change (self, "operator", "2025-06-01", "乙公司");
  g_autoptr (JpDossier) after = NULL, middle = NULL;

  jp_assert_refused (work, correct (second, .filed = jp_test_date ("2025-05-31")), JP_FILING_ERROR,
                     JP_FILING_ERROR_DATE, "第十条");
  jp_assert_done (work, correct (second, .filed = jp_test_date ("2025-06-30")));
  middle = jp_work_load (work, self->id);
  g_assert_cmpuint (middle->changes->len, ==, 2);
  jp_assert_done (work, correct (second, .void_it = TRUE));
  after = jp_work_load (work, self->id);
  g_assert_cmpstr (after->operator_name, ==, "甲公司");
  jp_assert_done (work, correct (first, .void_it = TRUE));
  jp_dossier_free (g_steal_pointer (&after));
  after = jp_work_load (work, self->id);
  g_assert_cmpstr (after->operator_name, ==, "机器人产业服务中心");
}

static void
test_incident (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpIncident) incident = jp_incident_new ("tax", NULL, jp_test_date ("2025-01-02"));
  g_autoptr (JpDossier) dossier = NULL;
  gint64 seq;

  jp_assert_done (work, jp_casework_file_incident (jp_work_desk (work, "city"), self->id, incident, &work->error));
  seq = jp_work_head (work);
  jp_assert_refused (work, correct (seq, .date = jp_test_date ("2026-02-11")), JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                     "R-");
  jp_assert_done (work, correct (seq, .date = jp_test_date ("2024-12-31"), .note = "稽查结论"));
  dossier = jp_work_load (work, self->id);
  jp_assert_date (((JpIncident *) g_ptr_array_index (dossier->incidents, 0))->day, "2024-12-31");
  jp_assert_done (work, correct (seq, .void_it = TRUE));
}

/* An imported recognition is an act like others: it is corrected by the entry of the import and the cluster. */
static void
test_imported (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpDossier) brought = NULL, after = NULL;
  gint64 seq;

  jp_assert_done (work, jp_work_import (work, "city", "乙集群", "集美区", "2024-09-19", 0, NULL, 0));
  seq = jp_work_head (work);
  brought = jp_desk_find (jp_work_desk (work, "city"), "乙集群", NULL);
  jp_assert_refused (work, correct (seq, .date = jp_test_date ("2024-09-20")), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                     "cluster");
  jp_assert_refused (work, correct (seq, .date = jp_test_date ("2024-09-20"), .cluster = self->id), JP_DESK_ERROR,
                     JP_DESK_ERROR_NOT_FOUND, "R-LIFE");
  jp_assert_done (work, correct (seq, .date = jp_test_date ("2024-09-20"), .cluster = brought->id));
  after = jp_work_load (work, brought->id);
  jp_assert_date (nth_act (after, 0)->date, "2024-09-20");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/casework/R-LIFE/voided-act-leaves-what-can-follow", test_void },
    { "/casework/R-LIFE/corrected-day-keeps-the-order", test_date },
    { "/casework/R-LIFE/correction-says-what-is-right-and-why", test_asked },
    { "/casework/R-LIFE/correction-by-the-office-or-the-city", test_office },
    { "/casework/R-TERM/corrected-term", test_term },
    { "/casework/R-TERM/renewal-follows-a-corrected-end", test_renewal_follows },
    { "/casework/R-FUND/money-on-record-holds-the-recognition", test_money_holds },
    { "/casework/R-SCORE/assessments-on-record-hold-the-recognition", test_assessment_holds },
    { "/casework/R-VETO/corrected-return", test_return },
    { "/casework/R-VETO/corrected-change-gives-back-what-was", test_change },
    { "/casework/R-VETO/corrected-incident", test_incident },
    { "/casework/R-LIFE/imported-recognition-is-corrected-too", test_imported },
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
