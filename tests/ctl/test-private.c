/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PROMISES 12: no data left lying about. Whatever is done, files are for their owner alone, nothing stays in the
 * folder for temporary files, and nobody reaches for the network. */

#include "jp-test-ctl.h"

#include "jp-test.h"

#include <glib/gstdio.h>

static void
check_modes (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      GStatBuf status;

      g_assert_cmpint (g_lstat (child, &status), ==, 0);
      if ((status.st_mode & 077) != 0)
        g_error ("%s may be looked at by others: %o", child, (guint) status.st_mode & 0777);
      check_modes (child);
    }
}

static void
check_tidy (JpTestCtl *ctl)
{
  g_autofree char *temporary = g_build_filename (ctl->folder, "tmp", NULL);
  g_autoptr (GDir) dir = g_dir_open (temporary, 0, NULL);
  const char *name = g_dir_read_name (dir);

  if (name != NULL)
    g_error ("%s was left in the folder for temporary files", name);
  check_modes (ctl->folder);
}

static void
test_nothing_lies_about (void)
{
  static const struct
  {
    const char *words[6];
    const char *file; /* the last word: a file in the folder */
  } runs[] = {
    { { "sample" }, NULL },
    { { "template" }, "template.xlsx" },
    { { "export", "--what", "clusters" }, "clusters.xlsx" },
    { { "export", "--what", "figures" }, "figures.csv" },
    { { "report", "assessment", "--year", "2025", "-o" }, "paper.pdf" },
    { { "calendar", "--ics" }, "days.ics" },
    { { "import" }, "figures.csv" },
    { { "attach", "工业机器人" }, "paper.pdf" },
    { { "backup" }, "all.zip" },
    { { "restore" }, "all.zip" },
    { { "check" }, NULL },
  };
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2026-02-10");
  g_autofree char *temporary = jp_test_ctl_file (ctl, "tmp");

  g_assert_cmpint (g_mkdir (temporary, 0700), ==, 0);
  g_setenv ("TMPDIR", temporary, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      const char *const *words = runs[i].words;
      g_autofree char *file = runs[i].file != NULL ? jp_test_ctl_file (ctl, runs[i].file) : NULL;
      const char *all[7] = { NULL };
      gsize n = 0;

      for (; words[n] != NULL; n++)
        all[n] = words[n];
      all[n] = file;
      jp_test_ctl_run (ctl, 0, all[0], all[1], all[2], all[3], all[4], all[5], NULL);
      check_tidy (ctl);
    }
}

int
main (int argc, char **argv)
{
  /* What it begins inherits both. */
  umask (0022);
  if (g_getenv ("JP_NO_NETWORK") != NULL)
    g_setenv ("LD_PRELOAD", g_getenv ("JP_NO_NETWORK"), TRUE);

  jp_test_init (&argc, &argv);
  g_test_add_func ("/ctl/PROMISES-12/nothing-lies-about", test_nothing_lies_about);

  return g_test_run ();
}
