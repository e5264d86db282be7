/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assess-work.h"
#include "jp-cluster-work.h"
#include "jp-dossier-work.h"
#include "jp-filing.h"
#include "jp-store-journal.h"
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
  jp_work_day (&self->work, "2025-03-20");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jp_work_tear_down (&self->work, NULL);
  g_free (self->id);
}

static gboolean
assess_of (Fixture *self, const char *office, const char *person, int year, JpAssessActKind kind, const char *item,
           int points, const char *reason)
{
  JpAssessAct act = { .kind = kind, .item = item, .points = points, .text = "文字", .reason = reason };

  return jp_casework_assess (jp_work_desk_of (&self->work, office, person), self->id, year, &act, &self->work.error);
}

static gboolean
assess (Fixture *self, const char *office, JpAssessActKind kind, const char *item, int points, const char *reason)
{
  return assess_of (self, office, g_str_equal (office, "city") ? "陈晓岚" : "林志强", 2024, kind, item, points, reason);
}

#define STATE(kind) JP_ASSESS_##kind, NULL, 0

static const JpAssessment *
load (Fixture *self, JpDossier **dossier)
{
  *dossier = jp_work_load (&self->work, self->id);
  return jp_dossier_assessment (*dossier, 2024);
}

static void
assert_state (Fixture *self, JpAssessmentState state)
{
  g_autoptr (JpDossier) dossier = NULL;
  const JpAssessment *assessment = load (self, &dossier);

  g_assert_cmpint (assessment != NULL ? assessment->state : JP_ASSESSMENT_NONE, ==, state);
}

static void
give_all (Fixture *self, const char *office, int total)
{
  g_autoptr (JpPack) pack = jp_test_pack ();

  for (guint i = 0; i < pack->n_indicators; i++)
    jp_assert_done (&self->work, assess (self, office, JP_ASSESS_POINTS, pack->indicators[i].id,
                                         jp_work_share (pack, i, total), "核实"));
}

static void
test_open (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpEntry) entry = NULL;
  g_autoptr (JpDossier) dossier = NULL;
  const JpAssessment *assessment;

  jp_assert_refused (work, assess_of (self, "350211", "林志强", 2025, STATE (OPEN), NULL), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_NOT_DUE, "第九条");
  jp_assert_refused (work, assess_of (self, "350211", "林志强", 2023, STATE (OPEN), NULL), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_NOT_DUE, "R-");
  jp_assert_refused (work, assess (self, "350203", STATE (OPEN), NULL), JP_DESK_ERROR, JP_DESK_ERROR_OFFICE, "R-WHO");
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_POINTS, "governance", 100, "好"), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_STATE, "open");
  jp_assert_done (work, assess (self, "350211", STATE (OPEN), NULL));
  jp_assert_refused (work, assess (self, "350211", STATE (OPEN), NULL), JP_ASSESS_ERROR, JP_ASSESS_ERROR_STATE,
                     "R-SCORE");

  entry = jp_work_last (work);
  g_assert_cmpstr (entry->act, ==, "assess.open");
  g_assert_cmpint (entry->kind, ==, JP_ENTRY_ACT);
  assessment = load (self, &dossier);
  g_assert_cmpstr (assessment->pack_id, ==, "xiamen-2024");
  g_assert_cmpuint (assessment->pack_version, ==, 1);
}

static void
test_points (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpEntry) entry = NULL;

  jp_assert_done (work, assess (self, "350211", STATE (OPEN), NULL));
  jp_assert_refused (work, assess (self, "city", JP_ASSESS_POINTS, "governance", 800, "好"), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_OFFICE, "district");
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_POINTS, "beauty", 800, "好"), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_POINTS, "beauty");
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_POINTS, "governance", 1001, "好"), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_POINTS, "10.00");
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_POINTS, "governance", -2, "好"), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_POINTS, "R-SCORE");
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_POINTS, "governance", JP_POINTS_UNKNOWN, "好"),
                     JP_ASSESS_ERROR, JP_ASSESS_ERROR_POINTS, "R-SCORE");
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_POINTS, "governance", 800, NULL), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_REASON, "R-SCORE");
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_POINTS, "output_growth", 800, NULL), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_REASON, "R-SCORE");
  jp_assert_done (work, assess (self, "350211", JP_ASSESS_POINTS, "governance", 1000, "优"));
  jp_assert_done (work, assess (self, "350211", JP_ASSESS_POINTS, "governance", 0, "差"));
  entry = jp_work_last (work);
  g_assert_cmpint (entry->kind, ==, JP_ENTRY_WORK); /* what a reviewer enters, undo takes back */
  g_assert_cmpstr (entry->summary, ==, NAME "：2024年度考核，打分，集群治理和服务，差");
}

/* A computed point needs no reason, another one does, at either desk. */
static void
test_computed_points (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;

  for (int year = 2023; year <= 2024; year++)
    jp_assert_done (work, jp_casework_set_figure (jp_work_desk (work, "city"), self->id, year, "output",
                                                  year == 2023 ? 100000 : 110000, NULL, &work->error));
  jp_assert_done (work, assess (self, "350211", STATE (OPEN), NULL));
  jp_assert_done (work, assess (self, "350211", JP_ASSESS_POINTS, "output_growth", JP_POINTS_UNKNOWN, NULL));
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_POINTS, "output_growth", 1999, NULL), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_REASON, "R-SCORE");
  give_all (self, "350211", 9000);
  jp_assert_done (work, assess (self, "350211", JP_ASSESS_POINTS, "output_growth", 1500, "有一户停产"));
  jp_assert_done (work, assess (self, "350211", STATE (SUBMIT), NULL));
  /* The computed points differ from the district's now: the city's either way asks for a reason. */
  jp_assert_refused (work, assess (self, "city", JP_ASSESS_POINTS, "output_growth", JP_POINTS_UNKNOWN, NULL),
                     JP_ASSESS_ERROR, JP_ASSESS_ERROR_REASON, "R-SCORE");
  jp_assert_refused (work, assess (self, "city", JP_ASSESS_POINTS, "output_growth", 1500, NULL), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_REASON, "R-SCORE");
  jp_assert_done (work, assess (self, "city", JP_ASSESS_POINTS, "output_growth", 1500, "同意区级意见"));
  /* Where none is computed the district's is taken without one. */
  jp_assert_done (work, assess (self, "city", JP_ASSESS_POINTS, "governance", JP_POINTS_UNKNOWN, NULL));
}

static void
test_both_reviews (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpDossier) dossier = NULL;
  const JpAssessment *assessment;

  jp_assert_done (work, assess (self, "350211", STATE (OPEN), NULL));
  jp_assert_refused (work, assess (self, "350211", STATE (SUBMIT), NULL), JP_ASSESS_ERROR, JP_ASSESS_ERROR_INCOMPLETE,
                     "集群治理和服务");
  give_all (self, "350211", 7999);
  jp_assert_refused (work, assess (self, "city", STATE (SUBMIT), NULL), JP_ASSESS_ERROR, JP_ASSESS_ERROR_OFFICE,
                     "R-SCORE");
  jp_assert_refused (work, assess (self, "city", STATE (CONFIRM), NULL), JP_ASSESS_ERROR, JP_ASSESS_ERROR_STATE,
                     "R-SCORE");
  jp_assert_refused (work, assess (self, "city", STATE (RETURN), "补充"), JP_ASSESS_ERROR, JP_ASSESS_ERROR_STATE,
                     "R-SCORE");
  jp_assert_done (work, assess (self, "350211", STATE (SUBMIT), NULL));
  assert_state (self, JP_ASSESSMENT_CITY);
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_POINTS, "governance", 100, "改"), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_OFFICE, "R-SCORE");
  jp_assert_refused (work, assess (self, "city", STATE (RETURN), NULL), JP_ASSESS_ERROR, JP_ASSESS_ERROR_REASON,
                     "R-SCORE");
  jp_assert_refused (work, assess (self, "350211", STATE (RETURN), "补充"), JP_ASSESS_ERROR, JP_ASSESS_ERROR_OFFICE,
                     "R-SCORE");
  jp_assert_done (work, assess (self, "city", STATE (RETURN), "补充"));
  assert_state (self, JP_ASSESSMENT_DISTRICT);
  jp_assert_done (work, assess (self, "350211", STATE (SUBMIT), NULL));
  jp_assert_refused (work, assess (self, "city", STATE (CONFIRM), NULL), JP_ASSESS_ERROR, JP_ASSESS_ERROR_INCOMPLETE,
                     "集群治理和服务");
  give_all (self, "city", 7999);
  jp_assert_refused (work, assess_of (self, "city", "林志强", 2024, STATE (CONFIRM), NULL), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_PERSON, "林志强");
  jp_assert_refused (work, assess (self, "350211", STATE (CONFIRM), NULL), JP_ASSESS_ERROR, JP_ASSESS_ERROR_OFFICE,
                     "R-SCORE");
  jp_assert_done (work, assess (self, "city", STATE (CONFIRM), NULL));

  assessment = load (self, &dossier);
  g_assert_cmpint (assessment->state, ==, JP_ASSESSMENT_CONFIRMED);
  g_assert_cmpint (assessment->frozen->total, ==, 7999);
  g_assert_cmpstr (assessment->submitted_by, ==, "林志强");
  g_assert_cmpstr (assessment->confirmed_by, ==, "陈晓岚");
  g_assert_null (assessment->same_person_reason);
  jp_assert_date (assessment->confirmed_on, "2025-03-20");
}

static void
test_office_of_one (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpDossier) dossier = NULL;

  jp_assert_done (work, assess (self, "350211", STATE (OPEN), NULL));
  give_all (self, "350211", 6000);
  jp_assert_done (work, assess (self, "350211", STATE (SUBMIT), NULL));
  give_all (self, "city", 6000);
  jp_assert_done (work, assess_of (self, "city", "林志强", 2024, STATE (CONFIRM), "科室仅一人在岗"));
  g_assert_cmpstr (load (self, &dossier)->same_person_reason, ==, "科室仅一人在岗");
}

/* A confirmed record refuses every change but reopening. */
static void
test_confirmed_refuses (Fixture *self, gconstpointer data)
{
  static const struct { const char *office; JpAssessActKind kind; const char *item;
  } tried[] = {
    { "350211", JP_ASSESS_OPEN, NULL },
    { "350211", JP_ASSESS_POINTS, "governance" },
    { "city", JP_ASSESS_POINTS, "governance" },
    { "350211", JP_ASSESS_VETO, "false_application" },
    { "city", JP_ASSESS_VETO, "false_application" },
    { "city", JP_ASSESS_WITHDRAW, "false_application" },
    { "350211", JP_ASSESS_NARRATIVE, "progress" },
    { "city", JP_ASSESS_NARRATIVE, "progress" },
    { "350211", JP_ASSESS_SUBMIT, NULL },
    { "city", JP_ASSESS_RETURN, NULL },
    { "city", JP_ASSESS_CONFIRM, NULL },
  };
  JpWork *work = &self->work;

  jp_work_assess (work, self->id, 2024, 7000);
  for (gsize i = 0; i < G_N_ELEMENTS (tried); i++)
    jp_assert_refused (work, assess (self, tried[i].office, tried[i].kind, tried[i].item, 100, "理由"), JP_ASSESS_ERROR,
                       JP_ASSESS_ERROR_STATE, "R-");
  jp_assert_refused (work, assess (self, "city", STATE (KEEP), "理由"), JP_ASSESS_ERROR, JP_ASSESS_ERROR_STATE, "R-VETO");

  jp_assert_refused (work, assess (self, "350211", STATE (REOPEN), "理由"), JP_ASSESS_ERROR, JP_ASSESS_ERROR_OFFICE,
                     "R-SCORE");
  jp_assert_refused (work, assess (self, "city", STATE (REOPEN), NULL), JP_ASSESS_ERROR, JP_ASSESS_ERROR_REASON,
                     "R-SCORE");
  jp_assert_done (work, assess (self, "city", STATE (REOPEN), "复核"));
  assert_state (self, JP_ASSESSMENT_CITY);
  jp_assert_done (work, assess (self, "city", JP_ASSESS_POINTS, "governance", 100, "复核后调整"));
  jp_assert_done (work, assess (self, "city", STATE (CONFIRM), NULL));
}

static gboolean
attach_evidence (Fixture *self, const char *path, int year, const char *indicator)
{
  g_autoptr (JpAttachment) paper = jp_evidence_new (self->id, year, indicator);

  return jp_casework_attach_paper (jp_work_desk (&self->work, "350211"), path, paper, &self->work.error);
}

/* Evidence comes and goes until its assessment is confirmed, and again once it is reopened. */
static void
test_evidence_is_frozen_too (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  JpDesk *district = jp_work_desk (work, "350211");
  g_autofree char *path = g_build_filename (work->folder, "证明' \" \\ % < & 🏭 筼筜 𬭚.txt", NULL);
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpDossier) later = NULL;
  g_autoptr (JpEntry) entry = NULL;
  const JpAttachment *kept;

  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  jp_assert_done (work, attach_evidence (self, path, 2024, "governance"));
  entry = jp_store_load_entry (work->store, jp_work_head (work), NULL);
  g_assert_cmpstr (entry->summary, ==,
                   NAME "：附上2024年度“集群治理和服务”佐证材料“证明' \" \\ % < & 🏭 筼筜 𬭚.txt”");
  dossier = jp_work_load (work, self->id);
  kept = g_ptr_array_index (dossier->attachments, 0);
  g_assert_cmpstr (jp_attachment_evidence_indicator (kept), ==, "governance");

  jp_work_assess (work, self->id, 2024, 7000);
  jp_assert_refused (work, attach_evidence (self, path, 2024, "governance"), JP_FILING_ERROR, JP_FILING_ERROR_LOCKED,
                     "2024");
  jp_assert_refused (work, attach_evidence (self, path, 2024, NULL), JP_FILING_ERROR, JP_FILING_ERROR_LOCKED, "2024");
  jp_assert_refused (work, jp_casework_detach (district, self->id, kept->id, &work->error), JP_FILING_ERROR,
                     JP_FILING_ERROR_LOCKED, "2024");
  jp_assert_refused (work,
                     jp_casework_describe_paper (district, self->id, kept->id, NULL, 0, JP_DATE_NONE, &work->error),
                     JP_FILING_ERROR, JP_FILING_ERROR_LOCKED, "2024");
  jp_assert_done (work, attach_evidence (self, path, 2025, NULL));
  later = jp_work_load (work, self->id);
  for (guint i = 0; i < later->attachments->len; i++) /* nor does another paper become its evidence */
    if (jp_attachment_evidence_year (g_ptr_array_index (later->attachments, i)) == 2025)
      jp_assert_refused (work,
                         jp_casework_describe_paper (district, self->id,
                                                     ((JpAttachment *) g_ptr_array_index (later->attachments, i))->id,
                                                     JP_ATTACHMENT_EVIDENCE, 2024, JP_DATE_NONE, &work->error),
                         JP_FILING_ERROR, JP_FILING_ERROR_LOCKED, "2024");

  jp_assert_done (work, assess (self, "city", STATE (REOPEN), "补充材料"));
  jp_assert_done (work, jp_casework_detach (district, self->id, kept->id, &work->error));
}

static void
test_vetoes (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpDossier) dossier = NULL;
  const JpAssessment *assessment;

  jp_assert_done (work, assess (self, "350211", STATE (OPEN), NULL));
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_VETO, "beauty", 0, "丑"), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_VETO, "beauty");
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_VETO, "false_application", 0, NULL), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_REASON, "R-SCORE");
  jp_assert_done (work, assess (self, "350211", JP_ASSESS_VETO, "false_application", 0, "产值虚报"));
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_WITHDRAW, "return_not_filed", 0, "误"), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_VETO, "R-VETO");
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_WITHDRAW, "false_application", 0, NULL), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_REASON, "R-SCORE");
  jp_assert_done (work, assess (self, "350211", JP_ASSESS_WITHDRAW, "false_application", 0, "查无实据"));
  jp_assert_done (work, assess (self, "350211", JP_ASSESS_VETO, "false_application", 0, "产值虚报"));
  give_all (self, "350211", 9500);
  jp_assert_done (work, assess (self, "350211", STATE (SUBMIT), NULL));
  give_all (self, "city", 9500);
  jp_assert_done (work, assess (self, "city", STATE (CONFIRM), NULL));

  assessment = load (self, &dossier);
  g_assert_cmpint (assessment->frozen->total, ==, 9500); /* a veto leaves the total as it is */
  g_assert_cmpuint (assessment->frozen->vetoes->len, ==, 1);
  g_assert_cmpstr (((JpFrozenVeto *) g_ptr_array_index (assessment->frozen->vetoes, 0))->evidence, ==, "区级初审认定：产值虚报");
}

/* A fact that comes after confirming changes no frozen result; the city reopens or keeps it. */
static void
test_keep (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpIncident) incident = jp_incident_new ("tax", NULL, jp_test_date ("2024-11-01"));
  g_autoptr (JpDossier) dossier = NULL;
  const JpAssessment *assessment;

  jp_work_assess (work, self->id, 2024, 8000);
  jp_assert_done (work, jp_casework_file_incident (jp_work_desk (work, "city"), self->id, incident, &work->error));
  jp_assert_refused (work, assess (self, "350211", STATE (KEEP), "理由"), JP_ASSESS_ERROR, JP_ASSESS_ERROR_OFFICE,
                     "R-SCORE");
  jp_assert_refused (work, assess (self, "city", STATE (KEEP), NULL), JP_ASSESS_ERROR, JP_ASSESS_ERROR_REASON,
                     "R-SCORE");
  jp_assert_done (work, assess (self, "city", STATE (KEEP), "涉事企业已迁出"));
  assessment = load (self, &dossier);
  g_assert_cmpstr (assessment->kept_reason, ==, "涉事企业已迁出");
  g_assert_nonnull (assessment->kept_against);
  g_assert_cmpuint (assessment->frozen->vetoes->len, ==, 0);
}

static void
test_narrative (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpDossier) dossier = NULL;

  jp_assert_done (work, assess (self, "350211", STATE (OPEN), NULL));
  jp_assert_refused (work, assess (self, "350211", JP_ASSESS_NARRATIVE, "poem", 0, NULL), JP_ASSESS_ERROR,
                     JP_ASSESS_ERROR_INCOMPLETE, "execution");
  for (guint i = 0; JP_NARRATIVE_PARTS[i] != NULL; i++)
    jp_assert_done (work, assess (self, "350211", JP_ASSESS_NARRATIVE, JP_NARRATIVE_PARTS[i], 0, NULL));
  jp_assert_done (work, assess (self, "350211", JP_ASSESS_NARRATIVE, "progress", 0, NULL));
  g_assert_cmpuint (load (self, &dossier)->narrative->len, ==, 4);
}

/* Figures that do not fit together may be saved, and block submitting. */
static void
test_part_above_whole (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  JpDesk *desk = jp_work_desk (work, "350211");

  jp_assert_done (work, jp_casework_set_figure (desk, self->id, 2024, "output", 100, NULL, &work->error));
  jp_assert_done (work, jp_casework_set_figure (desk, self->id, 2024, "rd", 101, NULL, &work->error));
  jp_assert_done (work, assess (self, "350211", STATE (OPEN), NULL));
  give_all (self, "350211", 6000);
  jp_assert_refused (work, assess (self, "350211", STATE (SUBMIT), NULL), JP_ASSESS_ERROR, JP_ASSESS_ERROR_INCOMPLETE,
                     "研发投入");
  jp_assert_done (work, jp_casework_set_figure (desk, self->id, 2024, "rd", 100, NULL, &work->error));
  jp_assert_done (work, assess (self, "350211", STATE (SUBMIT), NULL));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/casework/R-CAL/opened-in-the-year-after", test_open },
    { "/casework/R-SCORE/points-within-the-weight-with-a-reason", test_points },
    { "/casework/R-SCORE/computed-points-need-none", test_computed_points },
    { "/casework/R-SCORE/district-then-city", test_both_reviews },
    { "/casework/R-SCORE/office-of-one-with-a-printed-reason", test_office_of_one },
    { "/casework/R-SCORE/confirmed-refuses-all-but-reopening", test_confirmed_refuses },
    { "/casework/R-SCORE/confirming-freezes-the-evidence-too", test_evidence_is_frozen_too },
    { "/casework/R-VETO/reviewers-add-and-withdraw-their-own", test_vetoes },
    { "/casework/R-VETO/later-facts-are-kept-against-with-a-reason", test_keep },
    { "/casework/R-CAL/narrative-has-four-parts", test_narrative },
    { "/casework/R-READ/part-above-its-whole-blocks-submitting", test_part_above_whole },
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
