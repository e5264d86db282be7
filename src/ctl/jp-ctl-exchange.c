/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-exchange.h"

#include <glib/gi18n-lib.h>

static gboolean
run_template (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (ctl->store, error);

  if (dossiers == NULL
      || !jp_exchange_write_template (arguments[0], &ctl->context, dossiers, jp_options.district, jp_ctl_year (ctl),
                                      error))
    return FALSE;

  if (ctl->json != NULL)
    {
      json_builder_begin_object (ctl->json);
      jp_out_string (ctl->json, "file", arguments[0]);
      json_builder_end_object (ctl->json);
    }
  else
    g_print (_("Wrote %s\n"), arguments[0]);

  return TRUE;
}

static void
add_faults (JpCtl *ctl, const JpImport *import)
{
  for (guint i = 0; i < import->faults->len; i++)
    {
      const JpCellNote *fault = import->faults->pdata[i];

      jp_ctl_add_detail (ctl, fault->sheet, fault->row, fault->column, fault->header, NULL, fault->message);
    }
}

static void
put_counts (JsonBuilder *json, const char *key, const JpImportCounts *counts)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_object (json);
  jp_out_int (json, "read", counts->read);
  jp_out_int (json, "added", counts->added);
  jp_out_int (json, "changed", counts->changed);
  jp_out_int (json, "same", counts->same);
  json_builder_end_object (json);
}

static void
put_report (JsonBuilder *json, const JpImport *import, const JpImportReport *report)
{
  json_builder_begin_object (json);
  put_counts (json, "clusters", &report->clusters);
  put_counts (json, "figures", &report->figures);
  jp_out_array (json, "warnings");
  for (guint i = 0; i < import->warnings->len; i++)
    {
      const JpCellNote *warning = import->warnings->pdata[i];

      json_builder_begin_object (json);
      jp_out_string (json, "sheet", warning->sheet);
      jp_out_int (json, "row", warning->row);
      jp_out_int (json, "column", warning->column);
      jp_out_string (json, "header", warning->header);
      jp_out_string (json, "message", warning->message);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
print_report (const JpImport *import, const JpImportReport *report)
{
  g_print (_("Clusters: %u read, %u added, %u changed, %u the same\n"), report->clusters.read, report->clusters.added,
           report->clusters.changed, report->clusters.same);
  g_print (_("Figures: %u rows read, %u added, %u changed, %u the same\n"), report->figures.read, report->figures.added,
           report->figures.changed, report->figures.same);
  for (guint i = 0; i < import->warnings->len; i++)
    {
      const JpCellNote *warning = import->warnings->pdata[i];

      g_print (_("Warning: %s, row %u, %s: %s\n"), warning->sheet, warning->row,
               warning->header != NULL ? warning->header : "", warning->message);
    }
  if (jp_options.dry_run)
    g_print ("%s", _("This was a trial; nothing was changed.\n"));
}

static gboolean
run_import (JpCtl *ctl, int n, char **arguments, GError **error)
{
  JpPack *pack = (JpPack *) jp_pack_set_on (ctl->context.packs, ctl->today);
  g_autofree char *name = g_path_get_basename (arguments[0]);
  g_autoptr (JpImport) import = jp_exchange_read (arguments[0], pack, ctl->today, NULL, error);
  JpImportReport report;

  if (import == NULL)
    return FALSE;
  if (!jp_casework_import (ctl->desk, import, name, jp_options.dry_run, &report, NULL, error))
    {
      add_faults (ctl, import);
      if (jp_options.errors != NULL && import->faults->len > 0)
        {
          g_autoptr (GError) failure = NULL;

          if (!jp_exchange_write_errors (jp_options.errors, arguments[0], import, ctl->today, &failure))
            jp_ctl_add_detail (ctl, NULL, 0, 0, NULL, jp_options.errors, failure->message);
        }
      return FALSE;
    }

  if (ctl->json != NULL)
    put_report (ctl->json, import, &report);
  else
    print_report (import, &report);

  return TRUE;
}

static gboolean
run_export (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) dossiers = NULL;
  JpExportWhat what;
  guint rows;

  if (!jp_ctl_need (jp_options.what, "--what", error))
    return FALSE;
  if (!jp_export_what_parse (jp_options.what, &what))
    {
      g_set_error_literal (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
                           _("--what is one of: clusters, figures, assessments, funding"));
      return FALSE;
    }
  dossiers = jp_store_load_dossiers (ctl->store, error);
  if (dossiers == NULL || !jp_exchange_export (arguments[0], what, dossiers, &ctl->context, &rows, error))
    return FALSE;

  if (ctl->json != NULL)
    {
      json_builder_begin_object (ctl->json);
      jp_out_string (ctl->json, "file", arguments[0]);
      jp_out_int (ctl->json, "rows", rows);
      json_builder_end_object (ctl->json);
    }
  else
    g_print (_("Wrote %s, %u rows\n"), arguments[0], rows);

  return TRUE;
}

static const GOptionEntry template_entries[] = {
  { "district", 0, 0, G_OPTION_ARG_STRING, &jp_options.district,
    N_("Prefill what is known of this district's clusters"), N_("CODE") },
  { "year", 0, 0, G_OPTION_ARG_INT, &jp_options.year, N_("Year of the figures asked for (default: last year)"),
    N_("YEAR") },
  { NULL },
};

static const GOptionEntry import_entries[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &jp_options.dry_run, N_("Check all of it, change nothing"), NULL },
  { "errors", 0, 0, G_OPTION_ARG_FILENAME, &jp_options.errors,
    N_("If refused, write the rows back with what is wrong"), "FILE.xlsx" },
  { NULL },
};

static const GOptionEntry export_entries[] = {
  { "what", 0, 0, G_OPTION_ARG_STRING, &jp_options.what, N_("clusters, figures, assessments or funding"), N_("WHAT") },
  { NULL },
};

const JpCtlCommand jp_ctl_exchange_commands[] = {
  { "template", N_("FILE.xlsx [--district CODE] [--year YEAR]"), N_("Writes the workbook a district fills in"),
    JP_NEEDS_DESK, 1, 1, template_entries, run_template },
  { "import", N_("FILE [--dry-run] [--errors FILE.xlsx]"), N_("Reads a workbook or CSV file: all of it, or nothing"),
    JP_NEEDS_DESK, 1, 1, import_entries, run_import },
  { "export", N_("FILE.xlsx|.csv --what clusters|figures|assessments|funding"),
    N_("Writes a ledger that imports back unchanged"), JP_NEEDS_DESK, 1, 1, export_entries, run_export },
  { NULL },
};
