/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entry work at random, taken back and done again (PROMISES 6): the file ends where it began, whatever the way. */

#include "jp-assess-work.h"
#include "jp-cluster-work.h"
#include "jp-test-work.h"
#include "jp-use-work.h"

#include <string.h>

#define N_CLUSTERS 3
#define N_WORK     60
#define N_WALK     200

/* Three clusters, recognised, with money to spend and an assessment under way; clusters that come and go beside them.
 */
typedef struct
{
  JpWork work;
  GRand *rand;
  char  *ids[N_CLUSTERS];
  guint  made; /* of new names */
} Desk;

static void
set_up (Desk *self, gconstpointer data)
{
  static const char * const steps[] = { "plan", "district", "city", "publicise" };
  static const char * const districts[N_CLUSTERS] = { "350211", "350203", "350205" };
  JpWork *work = &self->work;

  jp_work_set_up (work, NULL);
  self->rand = g_rand_new_with_seed (g_test_rand_int ());
  for (guint i = 0; i < N_CLUSTERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%u集群", i);
      JpAssessAct open = { .kind = JP_ASSESS_OPEN };

      self->ids[i] = jp_work_cluster (work, name, districts[i]);
      jp_work_recognise (work, self->ids[i], "2024-09-19");
      for (gsize step = 0; step < G_N_ELEMENTS (steps); step++)
        jp_assert_done (work, jp_work_fund (work, self->ids[i], 1, steps[step], "2024-09-27", 100000000));
      jp_assert_done (work, jp_work_fund (work, self->ids[i], 1, "pay", "2024-10-10", 100000000));
      jp_assert_done (work,
                      jp_casework_assess (jp_work_desk (work, districts[i]), self->ids[i], 2024, &open, &work->error));
    }
}

static void
tear_down (Desk *self, gconstpointer data)
{
  jp_work_tear_down (&self->work, NULL);
  for (guint i = 0; i < N_CLUSTERS; i++)
    g_free (self->ids[i]);
  g_rand_free (self->rand);
}

static int
pick (Desk *self, int n)
{
  return g_rand_int_range (self->rand, 0, n);
}

static const char *
any (Desk *self)
{
  return self->ids[pick (self, N_CLUSTERS)];
}

static JpDate
any_day (Desk *self)
{
  return self->work.today - (JpDate) pick (self, 300);
}

/* Each does one piece of entry work, or is refused by a rule: both are well. */
typedef gboolean (*Piece) (Desk *self, JpDesk *city, GError **error);

static gboolean
figure (Desk *self, JpDesk *city, GError **error)
{
  static const char * const metrics[] = { "output", "rd", "tax", "ip" };

  return jp_casework_set_figure (city, any (self), 2022 + pick (self, 4), metrics[pick (self, 4)],
                                 pick (self, 5) > 0 ? pick (self, 1000000) : JP_VALUE_UNKNOWN, NULL, error);
}

static gboolean
edit (Desk *self, JpDesk *city, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_work_load (&self->work, any (self));

  g_free (dossier->phone);
  dossier->phone = g_strdup_printf ("0592-%07d", pick (self, 9999999));
  return jp_casework_edit_cluster (city, dossier, error);
}

static gboolean
add_cluster (Desk *self, JpDesk *city, GError **error)
{
  g_autofree char *name = g_strdup_printf ("新%u", ++self->made);
  g_autoptr (JpDossier) dossier = jp_dossier_new (NULL, name);

  dossier->district = g_strdup ("350206");
  dossier->industry = g_strdup ("航空维修");
  return jp_casework_add_cluster (city, dossier, error);
}

static gboolean
delete_cluster (Desk *self, JpDesk *city, GError **error)
{
  g_autofree char *name = g_strdup_printf ("新%d", 1 + pick (self, (int) self->made + 1));
  g_autoptr (JpDossier) dossier = jp_desk_find (city, name, error);

  return dossier != NULL && jp_casework_delete_cluster (city, dossier->id, error);
}

static gboolean
file_return (Desk *self, JpDesk *city, GError **error)
{
  return jp_casework_file_return (city, any (self), 2023 + pick (self, 3), any_day (self), error);
}

static gboolean
change (Desk *self, JpDesk *city, GError **error)
{
  static const char * const kinds[] = { "industry", "scope", "operator", "other" };
  g_autoptr (JpChange) record = jp_change_new (kinds[pick (self, 4)], any_day (self), JP_DATE_NONE);

  record->to = g_strdup_printf ("之后%d", pick (self, 100));
  record->reason = g_strdup ("调整");
  return jp_casework_file_change (city, any (self), record, error);
}

static gboolean
incident (Desk *self, JpDesk *city, GError **error)
{
  g_autoptr (JpIncident) record = jp_incident_new ("safety", "一般", any_day (self));

  return jp_casework_file_incident (city, any (self), record, error);
}

static gboolean
support (Desk *self, JpDesk *city, GError **error)
{
  g_autoptr (JpSupport) record = jp_support_new ("对接会", any_day (self));

  return jp_casework_file_support (city, any (self), record, error);
}

static gboolean
duty (Desk *self, JpDesk *city, GError **error)
{
  g_autoptr (JpOwnDuty) record = jp_own_duty_new ("回访", any_day (self));

  return jp_casework_put_duty (city, any (self), record, error);
}

static gboolean
standard (Desk *self, JpDesk *city, GError **error)
{
  return jp_casework_standard_check (city, any (self), 2024,
                                     g_ptr_array_new_with_free_func ((GDestroyNotify) jp_judgement_free), error);
}

static gboolean
import (Desk *self, JpDesk *city, GError **error)
{
  g_autofree char *name
    = pick (self, 2) ? g_strdup_printf ("入%u", ++self->made) : g_strdup_printf ("第%d集群", pick (self, N_CLUSTERS));
  gboolean known = g_str_has_prefix (name, "第");
  gboolean done = jp_work_import (&self->work, "city", name, known ? NULL : "湖里区", known ? NULL : "2025-01-10", 2021,
                                  "employees", pick (self, 9999));

  if (!done)
    g_propagate_error (error, g_steal_pointer (&self->work.error));
  return done;
}

static gboolean
use (Desk *self, JpDesk *city, GError **error)
{
  g_autoptr (JpUseEntry) entry = jp_use_entry_new (0, any_day (self), 1);

  entry->category = g_strdup ("brand");
  entry->amount = 1 + pick (self, 100000);
  entry->payee = g_strdup ("品牌公司");
  return jp_casework_use_add (city, any (self), entry, error);
}

static gboolean
reverse (Desk *self, JpDesk *city, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%d", 1 + pick (self, 8));

  return jp_casework_use_reverse (city, any (self), number, self->work.today, "有误", error);
}

static gboolean
review (Desk *self, JpDesk *city, GError **error)
{
  static const JpAssessActKind kinds[]
    = { JP_ASSESS_POINTS, JP_ASSESS_POINTS, JP_ASSESS_VETO, JP_ASSESS_WITHDRAW, JP_ASSESS_NARRATIVE };
  static const char * const indicators[] = { "output_growth", "rd_growth", "digital", "governance" };
  int cluster = pick (self, N_CLUSTERS);
  g_autoptr (JpDossier) dossier = jp_work_load (&self->work, self->ids[cluster]);
  g_autofree char *text = g_strdup_printf ("说明%d", pick (self, 1000));
  JpAssessAct act
    = { .kind = kinds[pick (self, G_N_ELEMENTS (kinds))], .points = pick (self, 1001), .reason = text, .text = text };

  act.item = act.kind == JP_ASSESS_POINTS      ? indicators[pick (self, 4)]
             : act.kind == JP_ASSESS_NARRATIVE ? "progress"
                                               : "false_application";
  return jp_casework_assess (jp_work_desk (&self->work, dossier->district), self->ids[cluster], 2024, &act, error);
}

static const Piece pieces[]
  = { figure, figure, figure, edit, add_cluster, delete_cluster, file_return, change, incident, support, duty, standard,
      import, import, use,    use,  use,         reverse,        review,      review, review };

/* One more entry in the journal, whatever has been refused on the way. */
static void
do_one (Desk *self)
{
  gint64 head = jp_work_head (&self->work);

  while (jp_work_head (&self->work) == head)
    {
      g_autoptr (GError) refused = NULL;

      pieces[pick (self, G_N_ELEMENTS (pieces))](self, jp_work_desk (&self->work, "city"), &refused);
    }
}

static char *
dump (Desk *self)
{
  return jp_work_dump (self->work.path, FALSE);
}

static void
assert_is (Desk *self, const char *expected)
{
  g_autofree char *present = dump (self);

  g_assert_cmpstr (present, ==, expected);
}

/* All the way back and all the way forth. */
static void
test_back_and_forth (Desk *self, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, dump (self));
  for (guint i = 0; i < N_WORK; i++)
    {
      do_one (self);
      g_ptr_array_add (states, dump (self));
    }
  /* The setting up has entry work of its own, behind official acts, where undo does not go. */
  for (guint i = N_WORK; i > 0; i--)
    {
      jp_assert_done (&self->work, jp_work_undo (&self->work));
      assert_is (self, g_ptr_array_index (states, i - 1));
    }
  g_assert_false (jp_work_undo (&self->work));
  g_clear_error (&self->work.error);
  for (guint i = 1; i <= N_WORK; i++)
    {
      jp_assert_done (&self->work, jp_work_redo (&self->work));
      assert_is (self, g_ptr_array_index (states, i));
    }
  g_assert_false (jp_work_redo (&self->work));
  g_assert_error (self->work.error, JP_STORE_ERROR, JP_STORE_ERROR_NOTHING);
  g_clear_error (&self->work.error);
}

/* Two hundred undos and redos at random, new work in between; then back to where it began. */
static void
test_walk (Desk *self, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint at = 0;

  g_ptr_array_add (states, dump (self));
  for (guint taken = 0; taken < N_WALK;)
    {
      int way = pick (self, 10);

      if (way < 2 || states->len == 1)
        {
          g_ptr_array_set_size (states, (int) at + 1); /* what was undone is not done again after new work */
          do_one (self);
          g_ptr_array_add (states, dump (self));
          at++;
          continue;
        }
      if (way < 6 ? at == 0 : at + 1 == states->len)
        continue;
      jp_assert_done (&self->work, way < 6 ? jp_work_undo (&self->work) : jp_work_redo (&self->work));
      at = way < 6 ? at - 1 : at + 1;
      taken++;
      assert_is (self, g_ptr_array_index (states, at));
    }
  while (at > 0)
    {
      jp_assert_done (&self->work, jp_work_undo (&self->work));
      at--;
    }
  assert_is (self, g_ptr_array_index (states, 0));
}

/* An import is one piece of work: taken back whole, and brought again as if for the first time. */
static void
test_import_again (Desk *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autofree char *before = dump (self);
  g_autofree char *after = NULL;
  g_autoptr (JpDossier) gone = NULL, again = NULL;

  jp_assert_done (work, jp_work_import (work, "city", "丙集群", "集美区", "2024-09-19", 2024, "output", 100));
  jp_assert_done (work, jp_work_undo (work));
  assert_is (self, before);
  g_assert_null (jp_desk_find (jp_work_desk (work, "city"), "丙集群", NULL));

  jp_assert_done (work, jp_work_import (work, "city", "丙集群", "集美区", "2024-09-19", 2024, "output", 100));
  again = jp_desk_find (jp_work_desk (work, "city"), "丙集群", NULL);
  g_assert_nonnull (again);
  g_assert_cmpint (jp_figures_get (jp_dossier_figures (again, 2024), "output"), ==, 100);
  after = dump (self);
  jp_assert_done (work, jp_work_import (work, "city", "丙集群", "集美区", "2024-09-19", 2024, "output", 100));
  assert_is (self, after); /* the same file again changes nothing */
}

/* Totals ignore what was undone (PROMISES 6). */
static void
test_totals_ignore_what_was_undone (Desk *self, gconstpointer data)
{
  JpWork *work = &self->work;
  JpContext context;
  g_autoptr (JpDossier) dossier = NULL;
  g_auto (JpUseLedger) ledger = { 0 };
  g_autoptr (JpUseEntry) kept = jp_use_entry_new (0, work->today, 1), undone = jp_use_entry_new (0, work->today, 1);

  kept->category = g_strdup ("brand");
  kept->payee = g_strdup ("甲");
  kept->amount = 700;
  undone->category = g_strdup ("brand");
  undone->payee = g_strdup ("乙");
  undone->amount = 50000;
  jp_assert_done (work, jp_casework_use_add (jp_work_desk (work, "city"), self->ids[0], kept, &work->error));
  jp_assert_done (work, jp_casework_use_add (jp_work_desk (work, "city"), self->ids[0], undone, &work->error));
  jp_assert_done (work, jp_work_undo (work));

  context = jp_work_context (work);
  dossier = jp_work_load (work, self->ids[0]);
  jp_use_ledger_init (&ledger, dossier, &context);
  g_assert_cmpint (ledger.spent, ==, 700);
  g_assert_cmpuint (ledger.rows->len, ==, 1);
}

/* Entry work of another cluster goes past an official act, that of the same does not; the refusal says what takes the
 * act back. */
static void
test_official_acts_stay (Desk *self, gconstpointer data)
{
  JpWork *work = &self->work;
  JpDesk *city = jp_work_desk (work, "city");

  jp_assert_done (work, jp_casework_set_figure (city, self->ids[0], 2024, "output", 5, NULL, &work->error));
  jp_assert_done (work, jp_work_act (work, self->ids[1], "designate", "2025-01-10", "350203", NULL));
  jp_assert_done (work, jp_work_undo (work));
  jp_assert_done (work, jp_work_redo (work));
  jp_assert_done (work, jp_work_act (work, self->ids[0], "designate", "2025-01-10", "350211", NULL));
  g_assert_false (jp_work_undo (work));
  g_assert_error (work->error, JP_STORE_ERROR, JP_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (work->error->message, "指定运营单位"));
  g_assert_nonnull (strstr (work->error->message, "correct"));
  g_clear_error (&work->error);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Desk *, gconstpointer);
  } tests[] = {
    { "/casework/undo/all-the-way-back-and-forth", test_back_and_forth },
    { "/casework/undo/two-hundred-at-random-end-where-they-began", test_walk },
    { "/casework/undo/import-then-the-same-again", test_import_again },
    { "/casework/undo/totals-ignore-what-was-undone", test_totals_ignore_what_was_undone },
    { "/casework/undo/official-acts-stay", test_official_acts_stay },
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
