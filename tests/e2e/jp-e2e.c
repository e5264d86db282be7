/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The session: display, home, program. What is done in the window is in jp-e2e-hands.c. */

#include "jp-e2e-private.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

/* As long as the display. */
static JpKeys *keys;
static GSubprocess *window_manager, *compositor;

/* Whatever happens to the test, nothing that it started stays behind. */
static void
die_with_test (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static GSubprocess *
start_helper (const char * const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                                                        | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  GSubprocess *helper;

  g_subprocess_launcher_set_child_setup (launcher, die_with_test, NULL, NULL);
  helper = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  return helper;
}

static void
look_after_display (void)
{
  gint64 end = jp_e2e_deadline ();

  keys = jp_keys_new ();
  window_manager = start_helper ((const char *[]) { "openbox", "--sm-disable", NULL });
  compositor = start_helper ((const char *[]) { "xcompmgr", NULL });
  while (!jp_keys_managed (keys))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (JP_E2E_POLL_US);
    }
}

void
jp_e2e_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  if (g_strcmp0 (setlocale (LC_ALL, NULL), "zh_CN.UTF-8") != 0)
    g_error ("There is no locale zh_CN.UTF-8: ./test makes one in build/locale; name it in LOCPATH.");
  look_after_display ();
}

char *
jp_e2e_path (JpE2e *e2e, const char *name)
{
  return g_build_filename (e2e->home, name, NULL);
}

/* Nothing moves on the screen: a screenshot shows what is, and no one waits. */
static void
write_settings (JpE2e *e2e)
{
  g_autofree char *folder = jp_e2e_path (e2e, "config/gtk-4.0");
  g_autofree char *path = g_build_filename (folder, "settings.ini", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "[Settings]\ngtk-enable-animations=false\n", -1, NULL));
}

static void
make_home (JpE2e *e2e)
{
  static const char * const folders[] = { "data", "config", "cache", "state", "run" };
  g_autoptr (GError) error = NULL;

  e2e->home = g_dir_make_tmp ("jp-e2e-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = jp_e2e_path (e2e, folders[i]);

      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    }
  write_settings (e2e);
}

static GSubprocessLauncher *
launcher_at_home (JpE2e *e2e, GSubprocessFlags flags)
{
  static const char * const homes[][2] = {
    { "HOME", "" }, { "XDG_DATA_HOME", "data" }, { "XDG_CONFIG_HOME", "config" }, { "XDG_CACHE_HOME", "cache" },
    { "XDG_STATE_HOME", "state" }, { "XDG_RUNTIME_DIR", "run" },
  };
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);

  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    {
      g_autofree char *path = jp_e2e_path (e2e, homes[i][1]);

      g_subprocess_launcher_setenv (launcher, homes[i][0], path, TRUE);
    }
  g_subprocess_launcher_set_cwd (launcher, e2e->home);
  g_subprocess_launcher_set_child_setup (launcher, die_with_test, NULL, NULL);
  return launcher;
}

static char **
command (const char *variable, va_list args)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  const char *arg;
  char **argv;

  g_assert_nonnull (g_getenv (variable));
  g_strv_builder_add (builder, g_getenv (variable));
  while ((arg = va_arg (args, const char *)) != NULL)
    g_strv_builder_add (builder, arg);
  argv = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return argv;
}

static char *
run (GSubprocessLauncher *launcher, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv, &error);
  g_autofree char *complaint = NULL;
  char *said = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &said, &complaint, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s: %s", argv[0], complaint);

  return said;
}

char *
jp_e2e_ctl (JpE2e *e2e, const char *name, ...)
{
  g_autofree char *path = jp_e2e_path (e2e, name);
  g_autoptr (GSubprocessLauncher) launcher = launcher_at_home (e2e, G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                                                    | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) given = NULL, argv = NULL;
  va_list args;

  va_start (args, name);
  given = command ("JIPINGCTL", args);
  va_end (args);
  g_strv_builder_add_many (builder, given[0], "--data", path, "--today", JP_E2E_TODAY, NULL);
  g_strv_builder_addv (builder, (const char **) given + 1);
  argv = g_strv_builder_end (builder);

  return run (launcher, argv);
}

static void
spawn (JpE2e *e2e, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = launcher_at_home (e2e, G_SUBPROCESS_FLAGS_STDOUT_SILENCE);

  g_subprocess_launcher_set_stderr_file_path (launcher, e2e->log);
  e2e->program = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv, &error);
  g_assert_no_error (error);
}

static gboolean
shows_window (JpE2e *e2e)
{
  if (!jp_a11y_follow (e2e->a11y, (GPid) g_ascii_strtoll (g_subprocess_get_identifier (e2e->program), NULL, 10)))
    return FALSE;

  return jp_e2e_find (jp_e2e_look (e2e), JP_ROLE_WINDOW, "*") != NULL;
}

void
jp_e2e_start (JpE2e *e2e, ...)
{
  g_auto (GStrv) argv = NULL;
  gint64 end;
  va_list args;

  g_assert_null (e2e->program);
  va_start (args, e2e);
  argv = command ("JIPING", args);
  va_end (args);

  spawn (e2e, argv);
  for (end = jp_e2e_deadline (); !shows_window (e2e); g_usleep (JP_E2E_POLL_US))
    if (g_get_monotonic_time () > end)
      jp_e2e_fail (e2e, "No window came up.");
}

void
jp_e2e_start_second (JpE2e *e2e, ...)
{
  g_autoptr (GSubprocessLauncher) launcher = launcher_at_home (e2e, G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                                                    | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *said = NULL;
  g_auto (GStrv) argv = NULL;
  va_list args;

  va_start (args, e2e);
  argv = command ("JIPING", args);
  va_end (args);
  said = run (launcher, argv);
}

/* Whatever a library complains of is a fault; but the session has nobody who would show a notification. */
static gboolean
is_complaint (const char *line)
{
  return (strstr (line, "-WARNING") != NULL || strstr (line, "-CRITICAL") != NULL || strstr (line, "-ERROR") != NULL)
         && strstr (line, "org.freedesktop.Notifications") == NULL;
}

static void
check_log (JpE2e *e2e)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (e2e->log, &text, NULL, NULL))
    return;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (is_complaint (lines[i]))
      g_error ("The program complained:\n%s", text);
}

static void
ended (JpE2e *e2e)
{
  g_clear_object (&e2e->program);
  g_clear_pointer (&e2e->tree, jp_node_free);
  check_log (e2e);
}

void
jp_e2e_kill (JpE2e *e2e)
{
  g_subprocess_send_signal (e2e->program, SIGKILL);
  g_assert_true (g_subprocess_wait (e2e->program, NULL, NULL));
  ended (e2e);
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
}

void
jp_e2e_quit (JpE2e *e2e)
{
  gint64 end = jp_e2e_deadline ();
  gboolean over = FALSE;

  jp_e2e_key (e2e, "ctrl+q");
  g_subprocess_wait_async (e2e->program, NULL, on_ended, &over);
  while (!over)
    {
      if (g_get_monotonic_time () > end)
        jp_e2e_fail (e2e, "The program does not end.");
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (JP_E2E_POLL_US);
    }
  g_assert_true (g_subprocess_get_successful (e2e->program));
  ended (e2e);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_tree (inside);
    }
  g_remove (path);
}

static void
run_test (gconstpointer data)
{
  void (*test) (JpE2e *e2e) = data;
  JpE2e e2e = { 0 };

  make_home (&e2e);
  e2e.log = jp_e2e_path (&e2e, "jiping.log");
  e2e.keys = keys;
  e2e.a11y = jp_a11y_new ();

  test (&e2e);

  if (e2e.program != NULL)
    jp_e2e_kill (&e2e);
  jp_a11y_free (e2e.a11y);
  remove_tree (e2e.home);
  g_free (e2e.log);
  g_free (e2e.home);
}

void
jp_e2e_add (const char *path, void (*test) (JpE2e *e2e))
{
  g_test_add_data_func (path, (gconstpointer) test, run_test);
}
