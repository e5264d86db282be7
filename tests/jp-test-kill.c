/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-kill.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define SHORT 50
#define LONG  1000

gboolean
jp_test_say (gint64 number, gint64 digest)
{
  const JpSaid said = { number, digest };

  return write (STDOUT_FILENO, &said, sizeof said) == sizeof said;
}

static gboolean
hear (int fd, JpSaid *said)
{
  gssize length;

  do
    length = read (fd, said, sizeof *said);
  while (length < 0 && errno == EINTR);

  return length == sizeof *said;
}

JpSaid
jp_test_kill (const char *path, const char *argument, guint window)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", &error);
  const char *argv[] = { program, "--work", path, argument, NULL };
  JpSaid last, next;
  int out, status;
  GPid pid;

  g_assert_no_error (error);
  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL,
                            &error);
  g_assert_no_error (error);

  /* Not before it has begun, then anywhere: in a small act, a large one, a checkpoint. */
  g_assert_true (hear (out, &last));
  g_assert_cmpint (last.number, >, 0);
  g_usleep ((gulong) g_test_rand_int_range (0, (gint32) window));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  while (hear (out, &next))
    last = next;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL); /* not by a mistake of its own */
  close (out);

  return last;
}

guint
jp_test_n_kills (void)
{
  return g_getenv ("JP_TEST_LONG") != NULL ? LONG : SHORT;
}
