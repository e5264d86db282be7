/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PROMISES 1 over scripted casework: on a disk that fails at its n-th call every step is done or refused with a
 * sentence, and a refused one leaves the file as it was before it or as it would be after; with the disk mended the
 * script goes on to its end. The short form takes a few n of each kind of failure, the long one every n. */

#include "jp-fault-vfs.h"
#include "jp-script.h"
#include "jp-store-backup.h"
#include "jp-test-work.h"

#include <string.h>

#define SHORT_RUNS 6

static const char *const fault_names[JP_N_FAULTS]
  = { "disk-full", "io-error", "short-write", "failed-sync", "read-only" };

static gint64
look (JpWork *work)
{
  gint64 digest;

  jp_fault_vfs_hold (TRUE);
  digest = jp_script_digest (work->path);
  jp_fault_vfs_hold (FALSE);

  return digest;
}

static gint64
head (JpWork *work)
{
  gint64 seq;

  jp_fault_vfs_hold (TRUE);
  seq = jp_script_head (work->store);
  jp_fault_vfs_hold (FALSE);

  return seq;
}

/* A sentence that says what happened, to the file and not to a rule. */
static void
check_refusal (const GError *error)
{
  g_assert_nonnull (error);
  if (!g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_IO)
      && !g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_BUSY)
      && !g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED))
    g_error ("Not a refusal of the disk: %s", error->message);
  g_assert_true (g_utf8_strlen (error->message, -1) > 20);
}

/* The file says what it said before the step, or has its one entry more. Whether the step was done in truth. */
static gboolean
check_old_or_new (JpWork *work, gint64 before, gint64 seq)
{
  gint64 now = head (work);

  if (now == seq)
    {
      g_assert_cmpint (look (work), ==, before);
      return FALSE;
    }

  g_assert_cmpint (now, ==, seq + 1);
  return TRUE;
}

static void
mend (JpWork *work, JpScript *script, gboolean reopen)
{
  jp_fault_vfs_disarm ();
  if (!reopen)
    return;

  jp_script_moved (script, NULL);
  jp_work_reopen (work);
  jp_script_moved (script, work->store);
}

/* Returns whether the failure came at all. Half of the runs open the file again on the mended disk, half go on. */
static gboolean
run_with_fault (JpFaultKind kind, gboolean stays, guint nth)
{
  g_auto (JpScript) script = { 0 };
  gboolean broken = FALSE, struck;
  JpWork work = { 0 };

  jp_work_set_up (&work, NULL);
  jp_script_init (&script, work.store, 1);
  jp_fault_vfs_arm (kind, nth, stays);
  for (guint step = 0; step < jp_script_n_steps (); step++)
    {
      gint64 before = broken ? 0 : look (&work), seq = head (&work);
      g_autoptr (GError) error = NULL;

      if (jp_script_step (&script, step, &error))
        continue;
      if (broken || !jp_fault_vfs_struck ())
        g_error ("step %u (%s) on a good disk: %s", step, jp_script_name (step), error->message);
      check_refusal (error);
      broken = TRUE;
      /* Lost was only the word that it was done; the step is not asked for again. */
      step -= check_old_or_new (&work, before, seq) ? 0 : 1;
      mend (&work, &script, nth % 2 == 0);
    }

  struck = jp_fault_vfs_struck ();
  jp_fault_vfs_disarm ();
  jp_script_moved (&script, NULL);
  jp_script_check (work.store);
  jp_work_tear_down (&work, NULL);

  return struck;
}

static void
test_fault (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  JpFaultKind kind = i / 2;
  gboolean stays = i % 2 == 1, at_length = g_getenv ("JP_TEST_LONG") != NULL;
  guint n_runs = 0;

  if (at_length)
    for (guint nth = 1; run_with_fault (kind, stays, nth); nth++)
      n_runs++;
  else
    for (guint nth = 1 + (guint) g_test_rand_int_range (0, 40);
         n_runs < SHORT_RUNS && run_with_fault (kind, stays, nth); nth += kind == JP_FAULT_SYNC ? 17 : 151)
      n_runs++;
  g_test_message ("failed in %u places", n_runs);
  g_assert_cmpuint (n_runs, >=, 2);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  jp_fault_vfs_install ();
  for (guint i = 0; i < 2 * JP_N_FAULTS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/casework/PROMISES-1/%s-%s", fault_names[i / 2],
                                               i % 2 == 0 ? "once" : "until-mended");

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }

  return g_test_run ();
}
