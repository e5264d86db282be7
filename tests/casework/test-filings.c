/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-work.h"
#include "jp-filing.h"
#include "jp-import.h"
#include "jp-test-work.h"

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
  jp_work_recognise (&self->work, self->id, "2024-09-19");
  jp_work_day (&self->work, "2025-06-30");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jp_work_tear_down (&self->work, NULL);
  g_free (self->id);
}

static gboolean
file_return (Fixture *self, const char *office, int year, const char *iso)
{
  JpDate day = iso != NULL ? jp_test_date (iso) : JP_DATE_NONE;

  return jp_casework_file_return (jp_work_desk (&self->work, office), self->id, year, day, &self->work.error);
}

static void
test_return (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpEntry) entry = NULL;

  jp_assert_refused (work, file_return (self, "350211", 2024, "2024-12-31"), JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                     "第九条");
  jp_assert_refused (work, file_return (self, "350211", 2024, "2025-07-01"), JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                     "R-");
  jp_assert_refused (work, file_return (self, "350211", 2024, NULL), JP_FILING_ERROR, JP_FILING_ERROR_DATE, "R-");
  jp_assert_refused (work, file_return (self, "350203", 2024, "2025-04-30"), JP_DESK_ERROR, JP_DESK_ERROR_OFFICE,
                     "R-WHO");
  jp_assert_done (work, file_return (self, "350211", 2024, "2025-01-01"));
  jp_assert_refused (work, file_return (self, "350211", 2024, "2025-04-30"), JP_FILING_ERROR, JP_FILING_ERROR_EXISTS,
                     "correct");

  dossier = jp_work_load (work, self->id);
  jp_assert_date (jp_dossier_return (dossier, 2024)->filed, "2025-01-01");
  entry = jp_work_last (work);
  g_assert_cmpstr (entry->act, ==, "file.return");
  g_assert_cmpint (entry->kind, ==, JP_ENTRY_WORK);
  g_assert_cmpstr (entry->summary, ==, NAME "：报送2024年度培育情况信息表（2025年1月1日）");
}

static gboolean
file_change (Fixture *self, const char *kind, const char *day, const char *filed, const char *to, const char *reason)
{
  g_autoptr (JpChange) change
    = jp_change_new (kind, jp_test_date (day), filed != NULL ? jp_test_date (filed) : JP_DATE_NONE);

  change->to = g_strdup (to);
  change->reason = g_strdup (reason);

  return jp_casework_file_change (jp_work_desk (&self->work, "350211"), self->id, change, &self->work.error);
}

static void
test_change (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpDossier) dossier = NULL;
  const JpChange *change;

  jp_assert_refused (work, file_change (self, "colour", "2025-05-01", NULL, "红", NULL), JP_FILING_ERROR,
                     JP_FILING_ERROR_KIND, "industry");
  jp_assert_refused (work, file_change (self, "scope", "2025-07-01", NULL, "灌口", NULL), JP_FILING_ERROR,
                     JP_FILING_ERROR_DATE, "R-");
  jp_assert_refused (work, file_change (self, "scope", "2025-05-01", "2025-07-01", "灌口", NULL), JP_FILING_ERROR,
                     JP_FILING_ERROR_DATE, "R-");
  jp_assert_refused (work, file_change (self, "scope", "2025-05-01", "2025-04-30", "灌口", NULL), JP_FILING_ERROR,
                     JP_FILING_ERROR_DATE, "第十条");
  jp_assert_refused (work, file_change (self, "scope", "2025-05-01", NULL, "", NULL), JP_FILING_ERROR,
                     JP_FILING_ERROR_VALUE, "第十条");
  jp_assert_refused (work, file_change (self, "operator", "2025-05-01", NULL, "新中心", NULL), JP_FILING_ERROR,
                     JP_FILING_ERROR_REASON, "第六条");
  jp_assert_done (work, file_change (self, "scope", "2025-05-01", "2025-05-01", "灌口", NULL));
  jp_assert_done (work, file_change (self, "operator", "2025-05-01", NULL, "新中心", "原单位注销"));
  jp_assert_done (work, file_change (self, "other", "2025-05-02", NULL, "龙头企业迁出", NULL));
  jp_assert_done (work, file_change (self, "other", "2025-04-02", NULL, "平台停运", NULL));

  /* A field that has moved on is not overwritten by what came before. */
  jp_assert_refused (work, file_change (self, "scope", "2025-04-30", NULL, "后溪", NULL), JP_FILING_ERROR,
                     JP_FILING_ERROR_DATE, "2025-05-01");
  jp_assert_done (work, file_change (self, "scope", "2025-05-01", NULL, "后溪", NULL));

  dossier = jp_work_load (work, self->id);
  g_assert_cmpuint (dossier->changes->len, ==, 5);
  g_assert_cmpstr (dossier->scope, ==, "后溪");
  g_assert_cmpstr (dossier->operator_name, ==, "新中心");
  g_assert_cmpstr (dossier->industry, ==, "工业机器人");
  for (guint i = 0; i < dossier->changes->len; i++)
    {
      change = g_ptr_array_index (dossier->changes, i);
      if (g_str_equal (change->kind, "operator"))
        g_assert_cmpstr (change->from, ==, "机器人产业服务中心");
    }
}

static gboolean
file_incident (Fixture *self, const char *kind, const char *grade, const char *day)
{
  g_autoptr (JpIncident) incident = jp_incident_new (kind, grade, jp_test_date (day));

  return jp_casework_file_incident (jp_work_desk (&self->work, "350211"), self->id, incident, &self->work.error);
}

static void
test_incident (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpDossier) dossier = NULL;

  jp_assert_refused (work, file_incident (self, "meteor", "较大", "2025-05-01"), JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                     "meteor");
  jp_assert_refused (work, file_incident (self, "safety", NULL, "2025-05-01"), JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                     "较大");
  jp_assert_refused (work, file_incident (self, "safety", "小", "2025-05-01"), JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                     "第十条");
  jp_assert_refused (work, file_incident (self, "tax", NULL, "2025-07-01"), JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                     "R-");
  jp_assert_done (work, file_incident (self, "safety", "一般", "2025-05-01"));
  jp_assert_done (work, file_incident (self, "tax", NULL, "2025-06-30"));

  dossier = jp_work_load (work, self->id);
  g_assert_cmpuint (dossier->incidents->len, ==, 2);
}

static gboolean
file_support (Fixture *self, const char *kind, const char *day)
{
  g_autoptr (JpSupport) support = jp_support_new (kind, jp_test_date (day));

  return jp_casework_file_support (jp_work_desk (&self->work, "city"), self->id, support, &self->work.error);
}

static void
test_support (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;

  jp_assert_refused (work, file_support (self, "", "2025-05-01"), JP_FILING_ERROR, JP_FILING_ERROR_VALUE, "第十一条");
  jp_assert_refused (work, file_support (self, "对接会", "2025-07-01"), JP_FILING_ERROR, JP_FILING_ERROR_DATE, "R-");
  jp_assert_done (work, file_support (self, "对接会", "2025-06-30"));
}

static gboolean
put_duty (Fixture *self, JpOwnDuty *duty)
{
  return jp_casework_put_duty (jp_work_desk (&self->work, "350211"), self->id, duty, &self->work.error);
}

static void
test_duty (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpOwnDuty) duty = jp_own_duty_new ("回访", jp_test_date ("2025-07-20"));
  g_autoptr (JpOwnDuty) blank = jp_own_duty_new ("", jp_test_date ("2025-07-20"));
  g_autoptr (JpOwnDuty) dayless = jp_own_duty_new ("回访", JP_DATE_NONE);
  g_autoptr (JpDossier) dossier = NULL;

  jp_assert_refused (work, put_duty (self, blank), JP_FILING_ERROR, JP_FILING_ERROR_VALUE, "R-CAL");
  jp_assert_refused (work, put_duty (self, dayless), JP_FILING_ERROR, JP_FILING_ERROR_VALUE, "R-CAL");
  jp_assert_done (work, put_duty (self, duty));
  duty->closed = jp_test_date ("2025-07-01");
  jp_assert_refused (work, put_duty (self, duty), JP_FILING_ERROR, JP_FILING_ERROR_DATE, "R-");
  duty->closed = jp_test_date ("2025-06-30");
  jp_assert_done (work, put_duty (self, duty));

  dossier = jp_work_load (work, self->id);
  g_assert_cmpuint (dossier->duties->len, ==, 1);
  jp_assert_date (((JpOwnDuty *) g_ptr_array_index (dossier->duties, 0))->closed, "2025-06-30");
}

static gboolean
set_figure (Fixture *self, const char *office, int year, const char *metric, gint64 value, const char *reason)
{
  return jp_casework_set_figure (jp_work_desk (&self->work, office), self->id, year, metric, value, reason,
                                 &self->work.error);
}

static gint64
figure (Fixture *self, int year, const char *metric)
{
  g_autoptr (JpDossier) dossier = jp_work_load (&self->work, self->id);
  const JpFigures *figures = jp_dossier_figures (dossier, year);

  return figures != NULL ? jp_figures_get (figures, metric) : JP_VALUE_UNKNOWN;
}

static void
test_figure (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  gint64 head;
  g_autoptr (JpEntry) entry = NULL;

  jp_assert_refused (work, set_figure (self, "350211", 2024, "beauty", 1, NULL), JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                     "beauty");
  jp_assert_refused (work, set_figure (self, "350211", 1999, "output", 1, NULL), JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                     "1999");
  jp_assert_refused (work, set_figure (self, "350211", 2026, "output", 1, NULL), JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                     "2026");
  jp_assert_refused (work, set_figure (self, "350211", 2024, "output", -2, NULL), JP_FILING_ERROR,
                     JP_FILING_ERROR_VALUE, "R-SCORE");
  jp_assert_refused (work, set_figure (self, "350211", 2024, "output", JP_VALUE_MAX + 1, NULL), JP_FILING_ERROR,
                     JP_FILING_ERROR_VALUE, "R-SCORE");
  jp_assert_done (work, set_figure (self, "350211", 2024, "output", JP_VALUE_MAX, NULL));
  jp_assert_done (work, set_figure (self, "350211", 2000, "output", 0, NULL));
  jp_assert_done (work, set_figure (self, "350211", 2025, "output", 123456789, NULL));
  g_assert_cmpint (figure (self, 2000, "output"), ==, 0);
  g_assert_cmpint (figure (self, 2024, "rd"), ==, JP_VALUE_UNKNOWN);

  entry = jp_work_last (work);
  g_assert_cmpstr (entry->summary, ==, NAME "：2025年总产值改为1,234,567.89万元");
  head = jp_work_head (work);
  jp_assert_done (work, set_figure (self, "350211", 2025, "output", 123456789, NULL));
  g_assert_cmpint (jp_work_head (work), ==, head); /* the same figure is no entry */
  jp_assert_done (work, set_figure (self, "350211", 2025, "output", JP_VALUE_UNKNOWN, NULL));
  g_assert_cmpint (figure (self, 2025, "output"), ==, JP_VALUE_UNKNOWN);
}

/* R-SCORE, Freeze: both years of a confirmed assessment are locked on every path. */
static void
test_locked_figure (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpDossier) dossier = NULL;
  const JpAssessment *assessment;

  for (int year = 2022; year <= 2025; year++)
    jp_assert_done (work, set_figure (self, "350211", year, "output", 1000 + year, NULL));
  jp_work_assess (work, self->id, 2024, 7999);

  for (int year = 2023; year <= 2024; year++)
    {
      jp_assert_refused (work, set_figure (self, "350211", year, "output", 1, "笔误"), JP_FILING_ERROR,
                         JP_FILING_ERROR_LOCKED, "2024");
      jp_assert_refused (work, set_figure (self, "city", year, "output", 1, NULL), JP_FILING_ERROR,
                         JP_FILING_ERROR_LOCKED, "2024");
      jp_assert_refused (work, set_figure (self, "city", year, "output", 1, ""), JP_FILING_ERROR,
                         JP_FILING_ERROR_LOCKED, "2024");
      jp_assert_refused (work, set_figure (self, "centre", year, "output", 1, "笔误"), JP_FILING_ERROR,
                         JP_FILING_ERROR_LOCKED, "2024");
      jp_assert_refused (work, set_figure (self, "350211", year, "tax", 1, NULL), JP_FILING_ERROR,
                         JP_FILING_ERROR_LOCKED, "2024");
      jp_assert_refused (work, set_figure (self, "city", year, "output", JP_VALUE_UNKNOWN, NULL), JP_FILING_ERROR,
                         JP_FILING_ERROR_LOCKED, "2024");
      jp_assert_refused (work, jp_work_import (work, "city", NAME, NULL, NULL, year, "output", 1), JP_IMPORT_ERROR,
                         JP_IMPORT_ERROR_REFUSED, "");
      jp_assert_done (work, set_figure (self, "350211", year, "output", 1000 + year, NULL));
      jp_assert_done (work, jp_work_import (work, "city", NAME, NULL, NULL, year, "output", 1000 + year));
    }
  jp_assert_done (work, set_figure (self, "350211", 2022, "output", 1, NULL));
  jp_assert_done (work, set_figure (self, "350211", 2025, "output", 1, NULL));

  /* The city corrects: the ledger moves, the frozen result does not and carries a mark. */
  jp_assert_done (work, set_figure (self, "city", 2023, "output", 1, "统计口径更正"));
  dossier = jp_work_load (work, self->id);
  assessment = jp_dossier_assessment (dossier, 2024);
  g_assert_cmpint (figure (self, 2023, "output"), ==, 1);
  g_assert_true (assessment->figures_corrected);
  g_assert_cmpint (assessment->frozen->total, ==, 7999);
  g_assert_cmpint (jp_figures_get (assessment->frozen->previous, "output"), ==, 3023);
  g_assert_cmpint (jp_figures_get (assessment->frozen->current, "output"), ==, 3024);
}

/* Undo does not go behind a confirmed assessment either, nor does redo. */
static void
test_locked_against_undo (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;

  jp_assert_done (work, set_figure (self, "350211", 2024, "output", 1000, NULL));
  jp_work_assess (work, self->id, 2024, 7999);
  g_assert_false (jp_work_undo (work));
  g_assert_error (work->error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT);
  g_clear_error (&work->error);
  g_assert_cmpint (figure (self, 2024, "output"), ==, 1000);
}

static void
test_locked_against_redo (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;

  jp_assert_done (work, set_figure (self, "350211", 2024, "output", 1000, NULL));
  jp_assert_done (work, jp_work_undo (work));
  jp_assert_done (work, jp_work_act (work, self->id, "designate", "2025-01-01", "350211", NULL));
  g_assert_false (jp_work_redo (work));
  g_assert_error (work->error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT);
  g_clear_error (&work->error);
  g_assert_cmpint (figure (self, 2024, "output"), ==, JP_VALUE_UNKNOWN);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/casework/R-CAL/return-is-filed-once-after-its-year", test_return },
    { "/casework/R-VETO/changes-are-filed-in-their-order", test_change },
    { "/casework/R-VETO/incidents-of-known-kind-and-grade", test_incident },
    { "/casework/R-LIFE/support-says-its-kind", test_support },
    { "/casework/R-CAL/own-duty-is-closed-with-a-day", test_duty },
    { "/casework/R-SCORE/figures-by-hand", test_figure },
    { "/casework/R-SCORE/confirmed-figures-are-locked-on-every-path", test_locked_figure },
    { "/casework/R-SCORE/undo-does-not-go-behind-an-official-act", test_locked_against_undo },
    { "/casework/R-SCORE/redo-does-not-go-behind-an-official-act", test_locked_against_redo },
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
