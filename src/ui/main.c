/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-application.h"

#include "jp-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  const char *localedir = g_getenv ("JIPING_LOCALEDIR");
  g_autoptr (JpApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = jp_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
