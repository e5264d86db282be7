/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-work.h"
#include "jp-filing.h"
#include "jp-store-journal.h"
#include "jp-test-work.h"

#define NAME "厦门市集美区工业机器人产业集群"

static JpDossier *
new_cluster (const char *name, const char *district)
{
  JpDossier *dossier = jp_dossier_new (NULL, name);

  dossier->district = g_strdup (district);
  dossier->industry = g_strdup ("工业机器人");

  return dossier;
}

static gboolean
add (JpWork *work, const char *office, const char *name, const char *district)
{
  g_autoptr (JpDossier) dossier = new_cluster (name, district);

  return jp_casework_add_cluster (jp_work_desk (work, office), dossier, &work->error);
}

static void
test_add (JpWork *work, gconstpointer data)
{
  g_autofree char *id = jp_work_cluster (work, NAME, "350211");
  g_autoptr (JpDossier) dossier = jp_work_load (work, id);
  g_autoptr (JpEntry) entry = jp_work_last (work);

  g_assert_cmpstr (dossier->name, ==, NAME);
  g_assert_cmpuint (dossier->recorded_on, ==, work->today);
  g_assert_cmpstr (entry->act, ==, "cluster.add");
  g_assert_cmpint (entry->kind, ==, JP_ENTRY_WORK);
  g_assert_cmpstr (entry->cluster, ==, id);
  g_assert_cmpstr (entry->person, ==, "陈晓岚");
  g_assert_cmpstr (entry->summary, ==, NAME "：建立档案");
  g_assert_true (g_str_has_prefix (entry->at, "2026-02-10T"));
}

static void
test_add_refused (JpWork *work, gconstpointer data)
{
  g_autofree char *id = jp_work_cluster (work, NAME, "350211");
  g_autoptr (JpDossier) no_industry = jp_dossier_new (NULL, "甲集群");

  no_industry->district = g_strdup ("350211");
  jp_assert_refused (work, add (work, "city", NAME, "350203"), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, NAME);
  jp_assert_refused (work, add (work, "city", " 厦门市集美区 工业机器人产业集群", "350203"), JP_DESK_ERROR,
                     JP_DESK_ERROR_REFUSED, NAME);
  jp_assert_refused (work, add (work, "city", "", "350203"), JP_FILING_ERROR, JP_FILING_ERROR_VALUE, "R-WHO");
  jp_assert_refused (work, add (work, "city", "乙集群", "999999"), JP_FILING_ERROR, JP_FILING_ERROR_VALUE, "999999");
  jp_assert_refused (work, add (work, "city", "乙集群", NULL), JP_FILING_ERROR, JP_FILING_ERROR_VALUE, "R-WHO");
  jp_assert_refused (work, add (work, "350203", "乙集群", "350211"), JP_DESK_ERROR, JP_DESK_ERROR_OFFICE, "R-WHO");
  jp_assert_refused (work, jp_casework_add_cluster (jp_work_desk (work, "city"), no_industry, &work->error),
                     JP_FILING_ERROR, JP_FILING_ERROR_VALUE, "R-WHO");
  jp_assert_done (work, add (work, "350203", "乙集群", "350203"));
}

typedef void (*Change) (JpDossier *dossier);

static gboolean
edit (JpWork *work, const char *office, const char *id, Change change)
{
  g_autoptr (JpDossier) dossier = jp_work_load (work, id);

  change (dossier);
  return jp_casework_edit_cluster (jp_work_desk (work, office), dossier, &work->error);
}

static void
set (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void change_phone (JpDossier *d) { set (&d->phone, "0592-0000000"); }
static void change_name (JpDossier *d) { set (&d->name, "厦门市集美区机器人产业集群"); }
static void change_industry (JpDossier *d) { set (&d->industry, "软件"); }
static void change_scope (JpDossier *d) { set (&d->scope, "别处"); }
static void clear_scope (JpDossier *d) { set (&d->scope, NULL); }
static void change_operator (JpDossier *d) { set (&d->operator_name, "别人"); }
static void change_district (JpDossier *d) { set (&d->district, "350203"); }
static void change_start (JpDossier *d) { d->funding_start = 2030; d->recorded_on = 1; }

static void
test_edit (JpWork *work, gconstpointer data)
{
  g_autofree char *id = jp_work_cluster (work, NAME, "350211");
  g_autofree char *other = jp_work_cluster (work, "乙集群", "350203");
  g_autoptr (JpDossier) after = NULL;

  jp_assert_done (work, edit (work, "350211", id, change_phone));
  jp_assert_done (work, edit (work, "city", id, change_name));
  jp_assert_refused (work, edit (work, "city", id, change_industry), JP_FILING_ERROR, JP_FILING_ERROR_LOCKED, "第十条");
  jp_assert_refused (work, edit (work, "city", id, change_scope), JP_FILING_ERROR, JP_FILING_ERROR_LOCKED, "第十条");
  jp_assert_refused (work, edit (work, "city", id, clear_scope), JP_FILING_ERROR, JP_FILING_ERROR_LOCKED, "第十条");
  jp_assert_refused (work, edit (work, "city", id, change_operator), JP_FILING_ERROR, JP_FILING_ERROR_LOCKED, "第十条");
  jp_assert_refused (work, edit (work, "city", id, change_district), JP_FILING_ERROR, JP_FILING_ERROR_LOCKED, "第三条");
  jp_assert_refused (work, edit (work, "350203", id, change_phone), JP_DESK_ERROR, JP_DESK_ERROR_OFFICE, "R-WHO");
  jp_assert_refused (work, edit (work, "city", other, change_name), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "R-WHO");

  after = jp_work_load (work, id);
  g_assert_cmpstr (after->name, ==, "厦门市集美区机器人产业集群");
  g_assert_cmpstr (after->phone, ==, "0592-0000000");
}

/* The first fiscal year has an act of its own, which editing does not go round. */
static void
test_edit_keeps_funding_start (JpWork *work, gconstpointer data)
{
  g_autofree char *id = jp_work_cluster (work, NAME, "350211");
  g_autoptr (JpDossier) after = NULL;

  jp_assert_done (work, edit (work, "city", id, change_start));
  after = jp_work_load (work, id);
  g_assert_cmpint (after->funding_start, ==, 0);
  g_assert_cmpuint (after->recorded_on, ==, work->today);
}

static void
test_delete (JpWork *work, gconstpointer data)
{
  g_autofree char *id = jp_work_cluster (work, NAME, "350211");
  g_autofree char *acted = jp_work_cluster (work, "乙集群", "350203");
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (JpEntry) undo = jp_desk_begin (jp_work_desk (work, "city"), JP_ENTRY_UNDO, "undo");

  jp_work_recognise (work, acted, "2025-09-19");
  jp_assert_done (work,
                  jp_casework_set_figure (jp_work_desk (work, "city"), id, 2024, "output", 12345, NULL, &work->error));
  before = jp_work_dump (work->path, FALSE);

  jp_assert_refused (work, jp_casework_delete_cluster (jp_work_desk (work, "city"), acted, &work->error), JP_DESK_ERROR,
                     JP_DESK_ERROR_REFUSED, "R-LIFE");
  jp_assert_done (work, jp_casework_delete_cluster (jp_work_desk (work, "city"), id, &work->error));
  g_assert_null (jp_store_load_dossier (work->store, id, NULL));

  jp_assert_done (work, jp_store_undo (work->store, undo, &work->error));
  after = jp_work_dump (work->path, FALSE);
  g_assert_cmpstr (after, ==, before);
}

/* Several go as one entry, or none does: who stands in the way is named. */
static void
test_delete_several (JpWork *work, gconstpointer data)
{
  g_autofree char *first = jp_work_cluster (work, NAME, "350211");
  g_autofree char *second = jp_work_cluster (work, "乙集群", "350203");
  g_autofree char *acted = jp_work_cluster (work, "丙集群", "350203");
  const char *all[] = { first, second, acted, NULL }, *both[] = { first, second, NULL };
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (JpEntry) undo = jp_desk_begin (jp_work_desk (work, "city"), JP_ENTRY_UNDO, "undo");
  g_autoptr (JpEntry) entry = NULL;
  gint64 head;

  jp_work_recognise (work, acted, "2025-09-19");
  before = jp_work_dump (work->path, FALSE);
  head = jp_work_head (work);

  jp_assert_refused (work, jp_casework_delete_clusters (jp_work_desk (work, "city"), all, &work->error), JP_DESK_ERROR,
                     JP_DESK_ERROR_REFUSED, "丙集群");
  jp_assert_refused (work, jp_casework_delete_clusters (jp_work_desk (work, "350211"), both, &work->error),
                     JP_DESK_ERROR, JP_DESK_ERROR_OFFICE, "乙集群");
  jp_assert_done (work, jp_casework_delete_clusters (jp_work_desk (work, "city"), both, &work->error));
  g_assert_cmpint (jp_work_head (work), ==, head + 1);
  entry = jp_work_last (work);
  g_assert_cmpstr (entry->summary, ==, "删除档案：" NAME "等 2 个集群");
  g_assert_null (jp_store_load_dossier (work->store, first, NULL));
  g_assert_null (jp_store_load_dossier (work->store, second, NULL));

  jp_assert_done (work, jp_store_undo (work->store, undo, &work->error));
  after = jp_work_dump (work->path, FALSE);
  g_assert_cmpstr (after, ==, before);
}

/* One act is one entry, of the office and person who act; 代录 is named. */
static void
test_act (JpWork *work, gconstpointer data)
{
  g_autofree char *id = jp_work_cluster (work, NAME, "350211");
  gint64 head = jp_work_head (work);
  g_autoptr (JpEntry) entry = NULL;
  g_autoptr (JpDossier) dossier = NULL;
  const JpAct *act;

  jp_assert_done (work, jp_work_act (work, id, "cultivate", "2025-03-05", "350211", NULL));
  g_assert_cmpint (jp_work_head (work), ==, head + 1);
  entry = jp_work_last (work);
  dossier = jp_work_load (work, id);
  act = g_ptr_array_index (dossier->acts, 0);
  g_assert_cmpstr (entry->act, ==, "act.cultivate");
  g_assert_cmpint (entry->kind, ==, JP_ENTRY_ACT);
  g_assert_cmpstr (entry->office, ==, "350211");
  g_assert_cmpstr (entry->person, ==, "林志强");
  g_assert_cmpstr (entry->summary, ==, NAME "：列入培育（2025年3月5日）");
  g_assert_nonnull (strstr (entry->detail, act->id));
  g_assert_cmpstr (act->person, ==, "林志强");
  g_assert_cmpstr (act->office, ==, "350211");
}

static void
test_act_refused (JpWork *work, gconstpointer data)
{
  static const struct
  {
    const char *act, *iso, *office, *reason;
    JpLifeError code;
  } refused[] = {
    { "cultivate", "2026-02-11", "350211", NULL, JP_LIFE_ERROR_DATE },   /* after today */
    { "cultivate", "2025-03-05", "city", NULL, JP_LIFE_ERROR_OFFICE },
    { "accept", "2025-03-05", "city", NULL, JP_LIFE_ERROR_STAGE },
    { "recommend", "2025-03-05", "city", NULL, JP_LIFE_ERROR_STAGE },
    { "recognise", "2025-03-05", "350211", NULL, JP_LIFE_ERROR_OFFICE },
    { "recognise", "2025-03-05", "city", NULL, JP_LIFE_ERROR_REASON },   /* from nothing only with a reason */
    { "renewal-apply", "2025-03-05", "350211", NULL, JP_LIFE_ERROR_STAGE },
    { "renew", "2025-03-05", "city", "迟到", JP_LIFE_ERROR_STAGE },
    { "revoke", "2025-03-05", "city", NULL, JP_LIFE_ERROR_STAGE },
    { "return", "2025-03-05", "city", NULL, JP_LIFE_ERROR_STAGE },
  };
  g_autofree char *id = jp_work_cluster (work, NAME, "350211");

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    jp_assert_refused (work,
                       jp_work_act (work, id, refused[i].act, refused[i].iso, refused[i].office, refused[i].reason),
                       JP_LIFE_ERROR, refused[i].code, "R-LIFE");
  jp_assert_refused (work, jp_work_act (work, id, "cultivate", "2025-03-05", "350203", NULL), JP_DESK_ERROR,
                     JP_DESK_ERROR_OFFICE, "R-WHO");
}

static void
take_to_inspected (JpWork *work, const char *id)
{
  jp_assert_done (work, jp_work_act (work, id, "apply", "2025-03-05", "350211", NULL));
  jp_assert_done (work, jp_work_act (work, id, "accept", "2025-03-06", "centre", NULL));
  jp_assert_done (work, jp_work_act (work, id, "review", "2025-03-07", "city", NULL));
  jp_assert_done (work, jp_work_act (work, id, "inspect", "2025-03-08", "centre", NULL));
}

static gboolean
check_standard (JpWork *work, const char *id, int year, const char *criterion, const char *note)
{
  GPtrArray *judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_judgement_free);

  if (criterion != NULL)
    {
      JpJudgement *judgement = jp_judgement_new (criterion, TRUE);

      judgement->note = g_strdup (note);
      g_ptr_array_add (judgements, judgement);
    }

  return jp_casework_standard_check (jp_work_desk (work, "city"), id, year, judgements, &work->error);
}

static void
test_standard (JpWork *work, gconstpointer data)
{
  g_autofree char *id = jp_work_cluster (work, NAME, "350211");
  g_autoptr (JpDossier) dossier = NULL;
  const JpStandardCheck *check;

  jp_work_day (work, "2025-03-20");
  take_to_inspected (work, id);
  jp_assert_refused (work, jp_work_act (work, id, "recommend", "2025-03-20", "city", "特色明显"), JP_LIFE_ERROR,
                     JP_LIFE_ERROR_STANDARD, "R-STANDARD");
  jp_assert_refused (work, check_standard (work, id, 2025, NULL, NULL), JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                     "R-STANDARD");
  jp_assert_refused (work, check_standard (work, id, 1999, NULL, NULL), JP_FILING_ERROR, JP_FILING_ERROR_DATE,
                     "R-STANDARD");
  jp_assert_refused (work, check_standard (work, id, 2024, "beauty", "好"), JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                     "beauty");
  jp_assert_refused (work, check_standard (work, id, 2024, "output", "多"), JP_FILING_ERROR, JP_FILING_ERROR_KIND,
                     "R-STANDARD");
  jp_assert_refused (work, check_standard (work, id, 2024, "chain", ""), JP_FILING_ERROR, JP_FILING_ERROR_REASON,
                     "R-STANDARD");
  jp_assert_done (work, check_standard (work, id, 2024, "chain", "协作企业32家"));

  dossier = jp_work_load (work, id);
  check = g_ptr_array_index (dossier->checks, 0);
  g_assert_false (check->all_met);
  g_assert_cmpstr (((const JpJudgement *) g_ptr_array_index (check->judgements, 0))->person, ==, "陈晓岚");

  jp_assert_refused (work, jp_work_act (work, id, "recommend", "2025-03-20", "city", NULL), JP_LIFE_ERROR,
                     JP_LIFE_ERROR_REASON, "R-STANDARD");
  jp_assert_done (work, jp_work_act (work, id, "recommend", "2025-03-20", "city", "特色明显"));
}

static gboolean
recommend (JpWork *work, const char *id, gboolean reason)
{
  g_autoptr (JpAct) act = jp_act_new (JP_ACT_RECOMMEND, work->today, NULL);

  act->reason = g_strdup (reason ? "第三个" : NULL);
  return jp_casework_act (jp_work_desk (work, "city"), id, act, &work->error);
}

/* Makes every threshold of the standard met. */
static void
fill_figures (JpWork *work, const char *id)
{
  static const struct { const char *metric; gint64 value; } figures[] = {
    { "output", 50000000 }, { "leading_output", 40000000 }, { "sme_output", 40000000 }, { "enterprises", 300 },
    { "champion", 1 }, { "little_giant", 2 }, { "srdi", 12 }, { "innovative", 20 }, { "high_tech", 30 },
  };

  for (int year = 2021; year <= 2024; year++)
    for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
      jp_assert_done (work,
                      jp_casework_set_figure (jp_work_desk (work, "city"), id, year, figures[i].metric,
                                              figures[i].value + (i < 3 ? figures[i].value / 5 * (year - 2021) : 0),
                                              NULL, &work->error));
}

static gboolean
judge_all (JpWork *work, const char *id)
{
  static const char * const judged[] = { "chain", "innovation", "digital", "green", "open", "governance" };
  GPtrArray *judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_judgement_free);

  for (gsize i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      JpJudgement *judgement = jp_judgement_new (judged[i], TRUE);

      judgement->note = g_strdup ("材料核对属实");
      g_ptr_array_add (judgements, judgement);
    }

  return jp_casework_standard_check (jp_work_desk (work, "city"), id, 2024, judgements, &work->error);
}

static void
set_area (JpDossier *dossier)
{
  dossier->area = 49100000;
}

static void
test_quota (JpWork *work, gconstpointer data)
{
  jp_work_day (work, "2025-03-20");
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%d集群", i);
      g_autofree char *id = jp_work_cluster (work, name, "350211");

      take_to_inspected (work, id);
      jp_assert_done (work, edit (work, "city", id, set_area));
      fill_figures (work, id);
      jp_assert_done (work, judge_all (work, id));
      if (i < 2)
        {
          jp_assert_done (work, recommend (work, id, FALSE));
          continue;
        }
      jp_assert_refused (work, recommend (work, id, FALSE), JP_LIFE_ERROR, JP_LIFE_ERROR_REASON, "R-STANDARD");
      jp_assert_done (work, recommend (work, id, TRUE));
    }
}

static void
test_term_by_rule (JpWork *work, gconstpointer data)
{
  g_autofree char *id = jp_work_cluster (work, NAME, "350211");
  g_autoptr (JpDossier) dossier = NULL;
  const JpAct *act;

  jp_work_recognise (work, id, "2024-02-29");
  dossier = jp_work_load (work, id);
  act = g_ptr_array_index (dossier->acts, 0);
  jp_assert_date (act->term.first, "2024-02-29");
  jp_assert_date (act->term.last, "2027-02-28");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (JpWork *, gconstpointer);
  } tests[] = {
    { "/casework/R-WHO/new-cluster-opens-a-dossier", test_add },
    { "/casework/R-WHO/new-cluster-refused", test_add_refused },
    { "/casework/R-LIFE/editing-keeps-what-only-a-filing-changes", test_edit },
    { "/casework/R-FUND/editing-does-not-go-round-the-first-fiscal-year", test_edit_keeps_funding_start },
    { "/casework/R-LIFE/deleting-comes-back-whole", test_delete },
    { "/casework/R-LIFE/several-deleted-as-one", test_delete_several },
    { "/casework/R-LIFE/one-act-is-one-entry", test_act },
    { "/casework/R-LIFE/refused-acts-change-nothing", test_act_refused },
    { "/casework/R-STANDARD/recommending-needs-a-self-check", test_standard },
    { "/casework/R-STANDARD/third-of-a-quota-of-two-needs-a-reason", test_quota },
    { "/casework/R-TERM/recognition-date-alone-runs-three-years", test_term_by_rule },
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, JpWork, NULL, jp_work_set_up, tests[i].test, jp_work_tear_down);

  return g_test_run ();
}
