/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-work.h"

#include "jp-cluster-work.h"
#include "jp-correction.h"
#include "jp-filing.h"
#include "jp-store-attachments.h"
#include "jp-store-filings.h"
#include "jp-test-work.h"

#include <string.h>

#define TODAY "2026-02-10"

static char *
cluster (JpWork *work)
{
  jp_work_day (work, TODAY);

  return jp_work_cluster (work, "厦门市集美区工业机器人产业集群", "350211");
}

static char *
note (JpWork *work, const char *id, guint direction)
{
  g_autofree char *topic = jp_direction_topic (direction);
  g_autoptr (GHashTable) notes = jp_store_load_notes (work->store, id, NULL);

  return g_strdup (g_hash_table_lookup (notes, topic));
}

static void
test_note (JpWork *work, gconstpointer since)
{
  g_autofree char *id = cluster (work), *topic = jp_direction_topic (2);
  g_autofree char *kept = NULL, *other = NULL, *gone = NULL, *back = NULL;
  JpDesk *desk = jp_work_desk (work, JP_OFFICE_CITY);
  g_autoptr (JpEntry) entry = NULL;

  jp_assert_done (work, jp_casework_set_note (desk, id, topic, "  上云企业达到六成\n", &work->error));
  kept = note (work, id, 2);
  other = note (work, id, 1);
  g_assert_cmpstr (kept, ==, "上云企业达到六成");
  g_assert_null (other);
  entry = jp_work_last (work);
  g_assert_nonnull (strstr (entry->summary, "推进数字化转型"));

  jp_assert_done (work, jp_casework_set_note (desk, id, topic, " ", &work->error));
  gone = note (work, id, 2);
  g_assert_null (gone);
  g_assert_true (jp_work_undo (work));
  back = note (work, id, 2);
  g_assert_cmpstr (back, ==, "上云企业达到六成");
}

static void
test_goal (JpWork *work, gconstpointer since)
{
  g_autofree char *id = cluster (work);
  JpDesk *desk = jp_work_desk (work, JP_OFFICE_CITY);
  JpGoal *goal = jp_goal_new ("output", 2027, JP_VALUE_MAX);
  JpGoal *unknown = jp_goal_new ("happiness", 2027, 1);
  g_autoptr (JpDossier) dossier = NULL;
  g_autoptr (JpDossier) after = NULL;

  jp_assert_done (work, jp_casework_set_goal (desk, id, goal, &work->error));
  dossier = jp_work_load (work, id);
  g_assert_cmpuint (dossier->goals->len, ==, 1);
  g_assert_cmpint (((JpGoal *) dossier->goals->pdata[0])->target, ==, JP_VALUE_MAX);

  goal->target = JP_VALUE_MAX + 1;
  jp_assert_refused (work, jp_casework_set_goal (desk, id, goal, &work->error), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                     "R-TERM");
  jp_assert_refused (work, jp_casework_set_goal (desk, id, unknown, &work->error), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                     "happiness");
  goal->target = JP_VALUE_UNKNOWN;
  jp_assert_done (work, jp_casework_set_goal (desk, id, goal, &work->error));
  after = jp_work_load (work, id);
  g_assert_cmpuint (after->goals->len, ==, 0);

  jp_goal_free (goal);
  jp_goal_free (unknown);
}

static void
test_attachment (JpWork *work, gconstpointer since)
{
  g_autofree char *id = cluster (work), *path = g_build_filename (work->folder, "初审意见.txt", NULL);
  g_autofree char *missing = g_build_filename (work->folder, "没有.txt", NULL);
  JpDesk *desk = jp_work_desk (work, JP_OFFICE_CITY);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) back = NULL;
  const JpAttachment *first;

  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  jp_assert_done (work, jp_casework_attach (desk, id, path, &work->error));
  kept = jp_store_load_attachments (work->store, id, NULL);
  g_assert_cmpuint (kept->len, ==, 1);
  first = kept->pdata[0];
  g_assert_cmpstr (first->name, ==, "初审意见.txt");
  g_assert_cmpstr (first->sha256, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpint (first->size, ==, 3);
  g_assert_cmpstr (first->person, ==, "陈晓岚");
  jp_assert_date (first->added_on, TODAY);

  jp_assert_done (work, jp_casework_detach (desk, id, first->id, &work->error));
  none = jp_store_load_attachments (work->store, id, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  jp_assert_refused (work, jp_casework_detach (desk, id, first->id, &work->error), JP_DESK_ERROR,
                     JP_DESK_ERROR_NOT_FOUND, "");
  g_assert_true (jp_work_undo (work));
  back = jp_store_load_attachments (work->store, id, NULL);
  g_assert_cmpuint (back->len, ==, 1);

  g_assert_false (jp_casework_attach (desk, id, missing, &work->error));
  g_assert_nonnull (work->error);
  g_clear_error (&work->error);
}

static void
test_paper_rules (JpWork *work, gconstpointer since)
{
  static const struct
  {
    const char *kind, *subject, *subject_id, *dated;
    int         code; /* −1: kept */
  } cases[] = {
    { JP_ATTACHMENT_FINANCIAL_RULES, JP_SUBJECT_CLUSTER, NULL, NULL, -1 },
    { "minutes", JP_SUBJECT_CLUSTER, NULL, NULL, JP_FILING_ERROR_KIND },
    { NULL, JP_SUBJECT_CLUSTER, NULL, "2026-02-10", -1 },
    { NULL, JP_SUBJECT_CLUSTER, NULL, "2026-02-11", JP_FILING_ERROR_DATE },
    { JP_ATTACHMENT_EVIDENCE, JP_SUBJECT_ASSESSMENT, "2024", NULL, -1 },
    { JP_ATTACHMENT_EVIDENCE, JP_SUBJECT_ASSESSMENT, "2023", NULL, JP_FILING_ERROR_DATE },
    { JP_ATTACHMENT_EVIDENCE, JP_SUBJECT_ASSESSMENT, "2026", NULL, -1 },
    { JP_ATTACHMENT_EVIDENCE, JP_SUBJECT_ASSESSMENT, "2027", NULL, JP_FILING_ERROR_DATE },
    { JP_ATTACHMENT_EVIDENCE, JP_SUBJECT_ASSESSMENT, NULL, NULL, JP_FILING_ERROR_DATE },
    { JP_ATTACHMENT_EVIDENCE, JP_SUBJECT_ASSESSMENT, "2025年", NULL, JP_FILING_ERROR_DATE },
    { JP_ATTACHMENT_EVIDENCE, JP_SUBJECT_ASSESSMENT, "2025/", NULL, JP_FILING_ERROR_DATE },
    { JP_ATTACHMENT_EVIDENCE, JP_SUBJECT_ASSESSMENT, "2025/governance", NULL, -1 },
    { JP_ATTACHMENT_EVIDENCE, JP_SUBJECT_ASSESSMENT, "2023/governance", NULL, JP_FILING_ERROR_DATE },
    { JP_ATTACHMENT_EVIDENCE, JP_SUBJECT_ASSESSMENT, "2025/nonsense", NULL, JP_FILING_ERROR_KIND },
  };
  g_autofree char *id = cluster (work), *path = g_build_filename (work->folder, "材料.txt", NULL);
  JpDesk *desk = jp_work_desk (work, "350211");

  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JpAttachment) paper = jp_attachment_new (id, cases[i].subject, cases[i].subject_id, NULL);

      paper->kind = g_strdup (cases[i].kind);
      paper->dated = cases[i].dated != NULL ? jp_test_date (cases[i].dated) : JP_DATE_NONE;
      if (cases[i].code < 0)
        jp_assert_done (work, jp_casework_attach_paper (desk, path, paper, &work->error));
      else
        jp_assert_refused (work, jp_casework_attach_paper (desk, path, paper, &work->error), JP_FILING_ERROR,
                           cases[i].code, "");
    }
}

/* A paper of an act, found by the journal entry; an entry without a record, or of another cluster, takes none. */
static void
test_paper_of_an_entry (JpWork *work, gconstpointer since)
{
  g_autofree char *id = cluster (work), *other = jp_work_cluster (work, "另一集群", "350205");
  JpDesk *desk = jp_work_desk (work, JP_OFFICE_CITY);
  g_autoptr (JpAttachment) paper = jp_attachment_new (id, JP_SUBJECT_CLUSTER, NULL, "通知.pdf");
  g_autoptr (JpAttachment) foreign = jp_attachment_new (other, JP_SUBJECT_CLUSTER, NULL, "通知.pdf");
  g_autoptr (JpDossier) dossier = NULL;
  gint64 made = jp_work_head (work);

  g_assert_true (jp_work_act (work, id, "cultivate", "2026-02-01", "350211", NULL));
  dossier = jp_work_load (work, id);
  g_assert_true (jp_casework_belongs_to_entry (desk, jp_work_head (work), paper, &work->error));
  g_assert_cmpstr (paper->subject, ==, "act");
  g_assert_cmpstr (paper->subject_id, ==, ((JpAct *) dossier->acts->pdata[0])->id);

  g_assert_false (jp_casework_belongs_to_entry (desk, jp_work_head (work), foreign, &work->error));
  g_assert_error (work->error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED);
  g_clear_error (&work->error);
  g_assert_false (jp_casework_belongs_to_entry (desk, made, foreign, &work->error));
  g_assert_error (work->error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED);
  g_clear_error (&work->error);
  g_assert_cmpstr (foreign->subject, ==, JP_SUBJECT_CLUSTER);
}

static void
test_find_entry (JpWork *work, gconstpointer since)
{
  g_autofree char *id = cluster (work);
  JpDesk *desk = jp_work_desk (work, JP_OFFICE_CITY);
  g_autoptr (JpDossier) dossier = NULL;
  const JpAct *act;

  g_assert_true (jp_work_act (work, id, "cultivate", "2026-02-01", "350211", NULL));
  dossier = jp_work_load (work, id);
  act = dossier->acts->pdata[0];
  g_assert_cmpint (jp_casework_find_entry (desk, id, "act.", act->id, &work->error), ==, jp_work_head (work));
  g_assert_cmpint (jp_casework_find_entry (desk, id, "file.", act->id, &work->error), ==, 0);
  g_assert_error (work->error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND);
  g_clear_error (&work->error);
}

int
main (int argc, char *argv[])
{
  jp_test_init (&argc, &argv);

  g_test_add ("/casework/dossier/note", JpWork, NULL, jp_work_set_up, test_note, jp_work_tear_down);
  g_test_add ("/casework/dossier/R-TERM/goal", JpWork, NULL, jp_work_set_up, test_goal, jp_work_tear_down);
  g_test_add ("/casework/dossier/attachment", JpWork, NULL, jp_work_set_up, test_attachment, jp_work_tear_down);
  g_test_add ("/casework/dossier/R-LIFE/papers-that-are-refused", JpWork, NULL, jp_work_set_up, test_paper_rules,
              jp_work_tear_down);
  g_test_add ("/casework/dossier/R-LIFE/paper-of-an-entry", JpWork, NULL, jp_work_set_up, test_paper_of_an_entry,
              jp_work_tear_down);
  g_test_add ("/casework/dossier/R-LIFE/entry-of-a-record", JpWork, NULL, jp_work_set_up, test_find_entry,
              jp_work_tear_down);

  return g_test_run ();
}
