/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assess-work.h"
#include "jp-pack-change.h"
#include "jp-pack-work.h"
#include "jp-resources.h"
#include "jp-test-work.h"

#include <string.h>

#define NAME "厦门市集美区工业机器人产业集群"

typedef struct
{
  JpWork work;
  char  *a;
  char  *b;
} Fixture;

/* Two clusters; the assessment of 2024 of the first is with the district, by version 1. */
static void
set_up (Fixture *self, gconstpointer data)
{
  JpAssessAct open = { .kind = JP_ASSESS_OPEN };

  jp_work_set_up (&self->work, NULL);
  self->a = jp_work_cluster (&self->work, NAME, "350211");
  self->b = jp_work_cluster (&self->work, "乙集群", "350203");
  jp_work_recognise (&self->work, self->a, "2024-09-19");
  jp_work_recognise (&self->work, self->b, "2024-09-19");
  jp_work_day (&self->work, "2025-03-20");
  jp_assert_done (&self->work,
                  jp_casework_assess (jp_work_desk (&self->work, "350211"), self->a, 2024, &open, &self->work.error));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jp_work_tear_down (&self->work, NULL);
  g_free (self->a);
  g_free (self->b);
}

/* The shipped pack with some of its text replaced. */
static JpPack *
pack_with (const char *first, ...)
{
  g_autoptr (GBytes) shipped = jp_resources_lookup (JP_RESOURCE_PACK);
  GString *json = g_string_new (g_bytes_get_data (shipped, NULL));
  g_autoptr (GError) error = NULL;
  va_list args;
  JpPack *pack;

  va_start (args, first);
  for (const char *from = first; from != NULL; from = va_arg (args, const char *))
    g_assert_cmpuint (g_string_replace (json, from, va_arg (args, const char *), 1), ==, 1);
  va_end (args);
  pack = jp_pack_new_from_json (json->str, -1, &error);
  g_assert_no_error (error);
  g_string_free (json, TRUE);

  return pack;
}

/* Version 2 gives governance 5 points and digital 15. */
static JpPack *
second_version (void)
{
  return pack_with ("\"version\": 1", "\"version\": 2",
                    "\"name\": \"数字化情况\", \"article\": \"第十条\", \"weight\": \"10.00\"",
                    "\"name\": \"数字化情况\", \"article\": \"第十条\", \"weight\": \"15.00\"",
                    "\"name\": \"集群治理和服务\", \"article\": \"第十条\", \"weight\": \"10.00\"",
                    "\"name\": \"集群治理和服务\", \"article\": \"第十条\", \"weight\": \"5.00\"",
                    "[\"优\", \"10.00\"], [\"良\", \"8.00\"], [\"中\", \"6.00\"], [\"差\", \"3.00\"]",
                    "[\"优\", \"5.00\"], [\"良\", \"4.00\"], [\"中\", \"3.00\"], [\"差\", \"1.00\"]", NULL);
}

static gboolean
use (Fixture *self, const char *office, JpPack *pack, int year)
{
  return jp_casework_pack_use (jp_work_desk (&self->work, office), pack, year, &self->work.error);
}

static gboolean
give (Fixture *self, const char *indicator, int points)
{
  JpAssessAct act = { .kind = JP_ASSESS_POINTS, .item = indicator, .points = points, .reason = "核实" };

  return jp_casework_assess (jp_work_desk (&self->work, "350211"), self->a, 2024, &act, &self->work.error);
}

static guint
version_of (Fixture *self, const char *cluster)
{
  g_autoptr (JpDossier) dossier = jp_work_load (&self->work, cluster);

  return jp_dossier_assessment (dossier, 2024)->pack_version;
}

static void
test_use (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpPack) second = second_version ();
  g_autoptr (JpPack) changed = pack_with ("\"years\": 3", "\"years\": 4", NULL);
  g_autoptr (JpPack) unit = pack_with ("\"version\": 1", "\"version\": 2", "\"name\": \"税收\", \"unit\": \"万元\"",
                                       "\"name\": \"税收\", \"unit\": \"亿元\"", NULL);
  g_autoptr (JpPack) same = jp_test_pack ();
  JpAssessAct open = { .kind = JP_ASSESS_OPEN };
  gint64 head = jp_work_head (work);

  jp_assert_refused (work, use (self, "350211", second, 0), JP_DESK_ERROR, JP_DESK_ERROR_OFFICE, "第十八条");
  jp_assert_refused (work, use (self, "city", changed, 0), JP_PACK_CHANGE_ERROR, JP_PACK_CHANGE_ERROR_VERSION,
                     "higher");
  jp_assert_refused (work, use (self, "city", unit, 0), JP_PACK_CHANGE_ERROR, JP_PACK_CHANGE_ERROR_METRIC, "tax");
  jp_assert_done (work, use (self, "city", same, 0));
  g_assert_cmpint (jp_work_head (work), ==, head); /* known, word for word: nothing to do */
  jp_assert_done (work, use (self, "city", second, 0));
  jp_assert_refused (work, use (self, "city", changed, 0), JP_PACK_CHANGE_ERROR, JP_PACK_CHANGE_ERROR_VERSION, "2");

  /* The year was opened with version 1, which stays, for clusters that are opened later too. */
  g_assert_cmpuint (version_of (self, self->a), ==, 1);
  jp_assert_done (work, jp_casework_assess (jp_work_desk (work, "350203"), self->b, 2024, &open, &work->error));
  g_assert_cmpuint (version_of (self, self->b), ==, 1);
}

static void
test_move_year (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpPack) second = second_version ();
  g_autoptr (JpDossier) dossier = NULL;
  const JpAssessment *assessment;

  jp_assert_done (work, give (self, "output_growth", 1500));
  jp_assert_done (work, give (self, "governance", 800)); /* above the new weight of 5.00 */
  jp_assert_done (work, give (self, "digital", 900));
  jp_assert_refused (work, use (self, "city", second, 2023), JP_PACK_CHANGE_ERROR, JP_PACK_CHANGE_ERROR_YEAR, "2024");
  jp_assert_done (work, use (self, "city", second, 2024));
  g_assert_cmpuint (version_of (self, self->a), ==, 2);

  dossier = jp_work_load (work, self->a);
  assessment = jp_dossier_assessment (dossier, 2024);
  g_assert_cmpuint (assessment->points->len, ==, 2);
  jp_assert_done (work, give (self, "digital", 1500));
  jp_assert_refused (work, give (self, "governance", 501), JP_ASSESS_ERROR, JP_ASSESS_ERROR_POINTS, "5.00");
}

static void
test_confirmed_holds_the_year (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpPack) second = second_version ();
  JpAssessAct reopen = { .kind = JP_ASSESS_REOPEN, .reason = "改用新版" };

  jp_work_assess (work, self->b, 2024, 8000);
  jp_assert_refused (work, use (self, "city", second, 2024), JP_PACK_CHANGE_ERROR, JP_PACK_CHANGE_ERROR_YEAR, "乙集群");
  g_assert_cmpuint (version_of (self, self->a), ==, 1);
  jp_assert_done (work, jp_casework_assess (jp_work_desk (work, "city"), self->b, 2024, &reopen, &work->error));
  jp_assert_done (work, use (self, "city", second, 2024));
  g_assert_cmpuint (version_of (self, self->a), ==, 2);
  g_assert_cmpuint (version_of (self, self->b), ==, 2);
}

static gboolean
confirm (Fixture *self, const char *office, const char *document, JpDate date)
{
  return jp_casework_pack_confirm (jp_work_desk (&self->work, office), document, date, &self->work.error);
}

static void
test_confirm (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  JpContext context = jp_work_context (work);
  g_autoptr (JpEntry) entry = NULL;

  g_assert_false (jp_pack_set_confirmed (context.packs, jp_pack_set_for_year (context.packs, 2024)));
  jp_assert_refused (work, confirm (self, "350211", "厦工信〔2025〕1号", work->today), JP_DESK_ERROR,
                     JP_DESK_ERROR_OFFICE, "R-PACK");
  jp_assert_refused (work, confirm (self, "city", "", work->today), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "R-SCORE");
  jp_assert_refused (work, confirm (self, "city", NULL, work->today), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "R-SCORE");
  jp_assert_refused (work, confirm (self, "city", "厦工信〔2025〕1号", work->today + 1), JP_DESK_ERROR,
                     JP_DESK_ERROR_REFUSED, "R-PACK");
  jp_assert_refused (work, confirm (self, "city", "厦工信〔2025〕1号", JP_DATE_NONE), JP_DESK_ERROR,
                     JP_DESK_ERROR_REFUSED, "R-PACK");
  jp_assert_done (work, confirm (self, "city", "厦工信〔2025〕1号", work->today));
  context = jp_work_context (work);
  g_assert_true (jp_pack_set_confirmed (context.packs, jp_pack_set_for_year (context.packs, 2024)));
  entry = jp_work_last (work);
  g_assert_cmpstr (entry->summary, ==, "核定规则包 xiamen-2024 第1版的评分标准（厦工信〔2025〕1号，2025年3月20日）");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/casework/R-PACK/used-version-never-changes", test_use },
    { "/casework/R-PACK/moving-a-year-moves-open-assessments", test_move_year },
    { "/casework/R-PACK/confirmed-assessment-holds-its-year", test_confirmed_holds_the_year },
    { "/casework/R-PACK/weights-are-confirmed-by-a-document", test_confirm },
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
