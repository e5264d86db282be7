/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-points-work.h"

#include "jp-assess-work.h"
#include "jp-test-work.h"

#include <string.h>

#define YEAR  2024
#define ONE   "厦门市集美区工业机器人产业集群"
#define OTHER "厦门市思明区 \"A' \\ % < & 筼筜 𬭚 产业集群"

typedef struct
{
  JpWork     work;
  char      *one;   /* of 350211 */
  char      *other; /* of 350203 */
  GPtrArray *given;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  jp_work_set_up (&self->work, NULL);
  self->one = jp_work_cluster (&self->work, ONE, "350211");
  self->other = jp_work_cluster (&self->work, OTHER, "350203");
  jp_work_recognise (&self->work, self->one, "2024-09-19");
  jp_work_recognise (&self->work, self->other, "2024-09-19");
  jp_work_day (&self->work, "2025-03-20");
  self->given = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_given_points_free);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->given);
  g_free (self->one);
  g_free (self->other);
  jp_work_tear_down (&self->work, NULL);
}

static void
act (Fixture *self, const char *office, const char *cluster, JpAssessActKind kind)
{
  JpAssessAct todo = { .kind = kind, .text = "同意" };

  jp_assert_done (&self->work, jp_casework_assess (jp_work_desk (&self->work, office), cluster, YEAR, &todo,
                                                   &self->work.error));
}

static void
open_both (Fixture *self)
{
  act (self, "350211", self->one, JP_ASSESS_OPEN);
  act (self, "350203", self->other, JP_ASSESS_OPEN);
}

static JpGivenPoints *
add (Fixture *self, const char *cluster, const char *indicator, int points, const char *reason)
{
  JpGivenPoints *given = jp_given_points_new (cluster, indicator, points, reason);

  g_ptr_array_add (self->given, given);
  return given;
}

static gboolean
give_at (Fixture *self, const char *office, gboolean dry_run)
{
  return jp_casework_give_points (jp_work_desk (&self->work, office), YEAR, "林志强", self->given, dry_run, NULL,
                                  &self->work.error);
}

static int
points_of (Fixture *self, const char *cluster, const char *indicator, char **person)
{
  g_autoptr (JpDossier) dossier = jp_work_load (&self->work, cluster);
  const JpAssessment *assessment = jp_dossier_assessment (dossier, YEAR);

  for (guint i = 0; i < assessment->points->len; i++)
    {
      const JpReviewPoints *points = g_ptr_array_index (assessment->points, i);

      if (!g_str_equal (points->indicator, indicator))
        continue;
      if (person != NULL)
        *person = g_strdup (points->district_person);
      return points->district;
    }

  return JP_POINTS_UNKNOWN;
}

/* Two districts' clusters in one step of the city's file, which one undo takes back. */
static void
test_one_step (Fixture *self, gconstpointer data)
{
  g_autoptr (JpEntry) entry = NULL;
  g_autofree char *person = NULL;
  gint64 before;

  open_both (self);
  before = jp_work_head (&self->work);
  add (self, self->one, "governance", 800, "现场考察评定");
  add (self, self->other, "governance", 750, "现场考察评定");
  add (self, self->other, "output_growth", 1250, "按快报数");
  jp_assert_done (&self->work, give_at (self, "city", FALSE));
  g_assert_cmpint (jp_work_head (&self->work), ==, before + 1);
  entry = jp_work_last (&self->work);
  g_assert_cmpstr (entry->act, ==, "assess.points");
  g_assert_cmpint (entry->kind, ==, JP_ENTRY_WORK);
  g_assert_cmpstr (entry->summary, ==, "2024年度考核，批量打分，2个集群，3项");
  g_assert_null (entry->cluster);
  g_assert_cmpint (points_of (self, self->one, "governance", &person), ==, 800);
  g_assert_cmpstr (person, ==, "林志强");
  g_assert_cmpint (points_of (self, self->other, "governance", NULL), ==, 750);
  g_assert_cmpint (points_of (self, self->other, "output_growth", NULL), ==, 1250);

  jp_assert_done (&self->work, jp_work_undo (&self->work));
  g_assert_cmpint (points_of (self, self->one, "governance", NULL), ==, JP_POINTS_UNKNOWN);
  g_assert_cmpint (points_of (self, self->other, "governance", NULL), ==, JP_POINTS_UNKNOWN);
  jp_assert_done (&self->work, jp_work_redo (&self->work));
  g_assert_cmpint (points_of (self, self->one, "governance", NULL), ==, 800);
}

/* One cell that cannot be had refuses all of them, and says why. */
static void
test_all_or_nothing (Fixture *self, gconstpointer data)
{
  JpGivenPoints *over, *wants, *unknown;

  open_both (self);
  add (self, self->one, "governance", 1000, "优");
  over = add (self, self->one, "output_growth", 2001, "超额");
  jp_assert_refused (&self->work, give_at (self, "city", FALSE), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "20.00");
  g_assert_cmpint (over->outcome, ==, JP_POINTS_REFUSED);
  g_assert_nonnull (strstr (over->message, "总产值增量"));
  g_assert_cmpint (points_of (self, self->one, "governance", NULL), ==, JP_POINTS_UNKNOWN);

  over->points = 2000;
  wants = add (self, self->other, "governance", 600, NULL);
  jp_assert_refused (&self->work, give_at (self, "city", FALSE), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "R-SCORE");
  g_assert_cmpint (over->outcome, ==, JP_POINTS_NEW);
  g_assert_cmpint (wants->outcome, ==, JP_POINTS_WANT_REASON);
  wants->reason = g_strdup ("补充理由");
  unknown = add (self, self->other, "beauty", 100, "美");
  jp_assert_refused (&self->work, give_at (self, "city", FALSE), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "beauty");
  g_assert_cmpint (unknown->outcome, ==, JP_POINTS_REFUSED);
  g_ptr_array_remove (self->given, unknown);
  jp_assert_done (&self->work, give_at (self, "city", FALSE));
  g_assert_cmpint (points_of (self, self->one, "output_growth", NULL), ==, 2000);
}

/* Points on record are no change, also in a confirmed assessment, which refuses every other. */
static void
test_confirmed (Fixture *self, gconstpointer data)
{
  g_autoptr (JpPack) pack = jp_test_pack ();
  JpGivenPoints *same, *other;
  int share = jp_work_share (pack, 0, 8000);

  jp_work_assess (&self->work, self->one, YEAR, 8000);
  jp_work_note (&self->work);
  same = add (self, self->one, pack->indicators[0].id, share, NULL);
  g_assert_true (give_at (self, "city", FALSE));
  g_assert_no_error (self->work.error);
  g_assert_cmpint (same->outcome, ==, JP_POINTS_SAME);
  g_assert_true (jp_work_is_untouched (&self->work));

  other = add (self, self->one, pack->indicators[1].id, 1, "改");
  jp_assert_refused (&self->work, give_at (self, "city", FALSE), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, ONE);
  g_assert_cmpint (other->outcome, ==, JP_POINTS_REFUSED);
  g_assert_cmpint (other->before, ==, jp_work_share (pack, 1, 8000));
  other->points = share;
  jp_assert_refused (&self->work, give_at (self, "350211", FALSE), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "R-SCORE");
}

static void
test_whose_turn (Fixture *self, gconstpointer data)
{
  JpGivenPoints *given;

  given = add (self, self->one, "governance", 800, "好");
  jp_assert_refused (&self->work, give_at (self, "city", FALSE), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "open");
  open_both (self);
  jp_assert_refused (&self->work, give_at (self, "350203", FALSE), JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, "district");
  g_assert_cmpint (given->outcome, ==, JP_POINTS_REFUSED);
  jp_assert_done (&self->work, give_at (self, "350211", FALSE));
  given->cluster[0] = given->cluster[0] == 'f' ? 'e' : 'f';
  jp_work_note (&self->work);
  g_assert_false (give_at (self, "city", FALSE)); /* a cluster that is not there any more */
  g_assert_error (self->work.error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED);
  g_clear_error (&self->work.error);
  g_assert_true (jp_work_is_untouched (&self->work));
}

/* A look says what would come of each, and changes nothing; one that is stopped neither. */
static void
test_look (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) stopped = g_cancellable_new ();
  const JpGivenPoints *first, *second;

  open_both (self);
  first = add (self, self->one, "governance", 800, "好");
  second = add (self, self->other, "governance", 800, NULL);
  jp_work_note (&self->work);
  g_assert_true (give_at (self, "city", TRUE));
  g_assert_no_error (self->work.error);
  g_assert_cmpint (first->outcome, ==, JP_POINTS_NEW);
  g_assert_cmpint (second->outcome, ==, JP_POINTS_WANT_REASON);
  g_assert_true (jp_work_is_untouched (&self->work));

  g_cancellable_cancel (stopped);
  g_assert_false (jp_casework_give_points (jp_work_desk (&self->work, "city"), YEAR, NULL, self->given, FALSE, stopped,
                                           &self->work.error));
  g_assert_error (self->work.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&self->work.error);
  g_assert_true (jp_work_is_untouched (&self->work));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/casework/R-SCORE/many-points/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("one-step", test_one_step);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("confirmed-refuses", test_confirmed);
  ADD ("whose-turn", test_whose_turn);
  ADD ("a-look-changes-nothing", test_look);

  return g_test_run ();
}
