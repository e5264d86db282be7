/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PROMISES 1 over scripted casework: killed at any moment, the file opens and checks clean, every act that was said to
 * be done is there as it was done, and of the one it was killed in there is all or nothing. */

#include "jp-script.h"
#include "jp-test-kill.h"
#include "jp-test-work.h"

#include <string.h>

#define WINDOW     120000 /* µs: some thirty acts */
#define KILLS      10     /* of one file, then a fresh one */
#define DIGEST_ONE 4      /* of so many steps the whole file is taken down */

static int
work_until_killed (const char *path, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_open (path, &error);

  g_assert_no_error (error);
  for (guint n = (guint) g_ascii_strtoull (number, NULL, 10);; n++)
    {
      g_auto (JpScript) script = { 0 };

      jp_script_init (&script, store, n);
      for (guint step = 0; step < jp_script_n_steps (); step++)
        {
          if (!jp_script_step (&script, step, &error))
            g_error ("step %u: %s", step, error != NULL ? error->message : "no cluster");
          if (!jp_test_say (jp_script_head (store), step % DIGEST_ONE == 0 ? jp_script_digest (path) : 0))
            return 1;
        }
    }
}

/* Returns how many steps were confirmed in it all. */
static void
check_after (const char *path, JpSaid said, guint *n_compared)
{
  g_autoptr (GError) error = NULL;
  gint64 digest = jp_script_digest (path);
  g_autoptr (JpStore) store = jp_store_open (path, &error);
  gint64 head;

  g_assert_no_error (error);
  head = jp_script_head (store);
  g_assert_cmpint (head, >=, said.number);
  g_assert_cmpint (head, <=, said.number + 1); /* the one it was killed in may have arrived unsaid */
  if (head == said.number && said.digest != 0)
    {
      g_assert_cmpint (digest, ==, said.digest);
      (*n_compared)++;
    }
  jp_script_check (store);
  jp_store_close (store);
}

static void
test_killed (void)
{
  guint n_compared = 0;

  for (guint i = 0; i < jp_test_n_kills (); i += KILLS)
    {
      JpWork work = { 0 };

      jp_work_set_up (&work, NULL);
      jp_store_close (work.store);
      for (guint j = 0; j < KILLS; j++)
        {
          g_autofree char *number = g_strdup_printf ("%u", 1000 * (j + 1));

          check_after (work.path, jp_test_kill (work.path, number, WINDOW), &n_compared);
        }
      jp_work_reopen (&work);
      jp_work_tear_down (&work, NULL);
    }
  g_test_message ("%u files compared to the letter", n_compared);
  g_assert_cmpuint (n_compared, >, 0);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--work") == 0)
    return work_until_killed (argv[2], argv[3]);

  jp_test_init (&argc, &argv);
  g_test_add_func ("/casework/PROMISES-1/killed-at-any-moment", test_killed);

  return g_test_run ();
}
