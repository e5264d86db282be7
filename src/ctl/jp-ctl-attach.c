/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-dossier-work.h"

#include <glib/gi18n-lib.h>

static void
put_attachment (JsonBuilder *json, const JpAttachment *attachment)
{
  json_builder_begin_object (json);
  jp_out_string (json, "id", attachment->id);
  jp_out_string (json, "name", attachment->name);
  jp_out_string (json, "kind", attachment->kind);
  jp_out_string (json, "subject", attachment->subject);
  jp_out_string (json, "record", attachment->subject_id);
  jp_out_string (json, "indicator", jp_attachment_evidence_indicator (attachment));
  jp_out_date (json, "dated", attachment->dated);
  jp_out_date (json, "added", attachment->added_on);
  jp_out_string (json, "who", attachment->person);
  jp_out_int (json, "size", attachment->size);
  jp_out_string (json, "sha256", attachment->sha256);
  json_builder_end_object (json);
}

static char *
date_text (JpDate date)
{
  char iso[JP_DATE_ISO_LEN];

  return g_strdup (date != JP_DATE_NONE ? jp_date_to_iso (date, iso) : "");
}

static gboolean
show_attachments (JpCtl *ctl, const char *cluster, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_store_load_dossier (ctl->store, cluster, error);
  JpTextTable *table = NULL;

  if (dossier == NULL)
    return FALSE;

  if (ctl->json != NULL)
    json_builder_begin_array (ctl->json);
  else
    table = jp_text_table_new (_("Name"), _("Kind"), _("Dated"), _("Attached"), "SHA-256", NULL);
  for (guint i = 0; i < dossier->attachments->len; i++)
    {
      const JpAttachment *attachment = g_ptr_array_index (dossier->attachments, i);

      if (ctl->json != NULL)
        put_attachment (ctl->json, attachment);
      else
        jp_text_table_add (table, g_strdup (attachment->name),
                           g_strdup (attachment->kind != NULL ? jp_attachment_kind_name (attachment->kind) : ""),
                           date_text (attachment->dated), date_text (attachment->added_on),
                           g_strdup (attachment->sha256), NULL);
    }
  if (ctl->json != NULL)
    json_builder_end_array (ctl->json);
  else
    jp_text_table_print (table);

  return TRUE;
}

/* With --year it is evidence of that assessment, or of its --indicator; with --entry it belongs to what the entry put
 * on record. */
static JpAttachment *
new_paper (const char *cluster)
{
  JpAttachment *paper = jp_options.year != 0 ? jp_evidence_new (cluster, jp_options.year, jp_options.indicator)
                                             : jp_attachment_new (cluster, JP_SUBJECT_CLUSTER, NULL, NULL);

  if (jp_options.kind != NULL)
    {
      g_free (paper->kind);
      paper->kind = g_strdup (jp_options.kind);
    }

  return paper;
}

static gboolean
attach (JpCtl *ctl, const char *cluster, const char *file, GError **error)
{
  g_autoptr (JpAttachment) paper = new_paper (cluster);

  return jp_ctl_date_option (jp_options.dated, "--dated", JP_DATE_NONE, &paper->dated, error)
         && (jp_options.entry == 0 || jp_casework_belongs_to_entry (ctl->desk, jp_options.entry, paper, error))
         && jp_casework_attach_paper (ctl->desk, file, paper, error);
}

/* What cannot be meant together. */
static gboolean
is_confused (int n)
{
  return (n == 2 && jp_options.remove != NULL) || (jp_options.year != 0 && jp_options.entry != 0)
         || (jp_options.indicator != NULL && jp_options.year == 0);
}

static gboolean
run_attach (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_desk_find (ctl->desk, arguments[0], error);

  if (dossier == NULL)
    return FALSE;
  if (is_confused (n))
    {
      g_set_error_literal (
        error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
        _("Usage: jipingctl attach CLUSTER, attach CLUSTER FILE [--kind KIND] [--year YEAR [--indicator "
          "ID] | --entry ENTRY] [--dated DATE], or attach CLUSTER --remove ID"));
      return FALSE;
    }
  if ((n == 2 && !attach (ctl, dossier->id, arguments[1], error))
      || (jp_options.remove != NULL && !jp_casework_detach (ctl->desk, dossier->id, jp_options.remove, error)))
    return FALSE;

  return show_attachments (ctl, dossier->id, error);
}

static const GOptionEntry attach_entries[] = {
  { "kind", 0, 0, G_OPTION_ARG_STRING, &jp_options.kind, N_("What paper it is: financial-rules, evidence"),
    N_("KIND") },
  { "year", 0, 0, G_OPTION_ARG_INT, &jp_options.year, N_("Assessment year it is evidence of"), N_("YEAR") },
  { "indicator", 0, 0, G_OPTION_ARG_STRING, &jp_options.indicator, N_("Indicator of that year it is evidence of"),
    "ID" },
  { "entry", 0, 0, G_OPTION_ARG_INT, &jp_options.entry, N_("Journal entry of the record it belongs to"),
    N_("ENTRY") },
  { "dated", 0, 0, G_OPTION_ARG_STRING, &jp_options.dated, N_("Day the paper bears"), "DATE" },
  { "remove", 0, 0, G_OPTION_ARG_STRING, &jp_options.remove, N_("Take this paper off the dossier"), "ID" },
  { NULL },
};

const JpCtlCommand jp_ctl_attach_commands[] = {
  { "attach",
    N_("CLUSTER [FILE [--kind KIND] [--year YEAR [--indicator ID] | --entry ENTRY] [--dated DATE]] [--remove ID]"),
    N_("Keeps copies of papers with a cluster, and lists them"), JP_NEEDS_DESK, 1, 2, attach_entries, run_attach },
  { NULL },
};
