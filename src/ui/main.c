/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-application.h"

#include "jp-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* What a hundred thousand imported rows or a large preview took goes back to the system, and each thread has no heap of
 * its own that keeps what another has let go of. */
static void
keep_memory_low (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 2);
  mallopt (M_TRIM_THRESHOLD, 128 * 1024);
#endif
}

int
main (int argc, char **argv)
{
  const char *localedir = g_getenv ("JIPING_LOCALEDIR");
  g_autoptr (JpApplication) application = NULL;

  keep_memory_low ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = jp_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
