/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-print-work.h"
#include "jp-report.h"
#include "jp-store-papers.h"

#include <glib/gi18n-lib.h>

/* Workbooks need no fonts of this machine; on paper, a character that none of them has is said. */
static gboolean
write_report (JpCtl *ctl, const char *kind, GPtrArray *dossiers, const JpReportSelection *selection, guint *pages,
              GError **error)
{
  g_autoptr (JpFonts) fonts = NULL;
  g_autofree char *missing = NULL;

  if (jp_report_format_of (jp_options.output) != JP_FORMAT_XLSX && (fonts = jp_fonts_new (NULL, error)) == NULL)
    return FALSE;
  if (!jp_report_write_with_fonts (fonts, kind, dossiers, &ctl->context, selection, jp_options.output, pages, NULL,
                                   error))
    return FALSE;

  missing = fonts != NULL ? jp_fonts_get_missing (fonts) : NULL;
  if (missing != NULL && *missing != '\0')
    {
      g_autofree char *said = g_strdup_printf (_("No font has the characters “%s”; 〓 stands for them."), missing);

      g_printerr ("%s\n", said);
    }

  return TRUE;
}

static gboolean
run_report (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autoptr (JpDossier) cluster = NULL;
  g_autoptr (GPtrArray) printed = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_printed_free);
  JpReportSelection selection = { .year = jp_options.year, .store = ctl->store, .printed = printed };
  guint pages;

  if (!jp_ctl_need (jp_options.output, "-o FILE", error))
    return FALSE;
  if (jp_options.cluster != NULL)
    {
      cluster = jp_desk_find (ctl->desk, jp_options.cluster, error);
      if (cluster == NULL)
        return FALSE;
      selection.cluster = cluster->id;
    }
  dossiers = jp_store_load_dossiers (ctl->store, error);
  selection.options.office = jp_desk_get_office (ctl->desk);
  if (dossiers == NULL ||
      !write_report (ctl, arguments[0], dossiers, &selection, &pages, error) ||
      !jp_casework_keep_printed (ctl->desk, printed, error))
    return FALSE;

  if (ctl->json != NULL)
    {
      json_builder_begin_object (ctl->json);
      jp_out_string (ctl->json, "file", jp_options.output);
      jp_out_int (ctl->json, "pages", pages);
      json_builder_end_object (ctl->json);
    }
  else
    g_print (g_dngettext (GETTEXT_PACKAGE, "Wrote %s, %u page\n", "Wrote %s, %u pages\n", pages), jp_options.output,
             pages);

  return TRUE;
}

static const GOptionEntry report_entries[] = {
  { "cluster", 0, 0, G_OPTION_ARG_STRING, &jp_options.cluster, N_("Only this cluster"), N_("CLUSTER") },
  { "year", 0, 0, G_OPTION_ARG_INT, &jp_options.year,
    N_("The paper's year (default: the assessment year, for papers of money this year)"), N_("YEAR") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &jp_options.output,
    N_("The PDF to write; tables also .xlsx, letters also .docx"), N_("FILE") },
  { NULL },
};

const JpCtlCommand jp_ctl_report_commands[] = {
  { "report", N_("KIND [--cluster CLUSTER] [--year YEAR] -o FILE"), N_("Prints a paper to a file"), JP_NEEDS_DESK, 1,
    1, report_entries, run_report },
  { NULL },
};
