/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-cluster-work.h"
#include "jp-standard.h"

#include <glib/gi18n-lib.h>

/* "ID=yes" or "ID=no", with a note behind a colon: "chain=yes:协作企业 32 家". */
static GPtrArray *
parse_judgements (GError **error)
{
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_judgement_free);

  for (guint i = 0; jp_options.judgements != NULL && jp_options.judgements[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (jp_options.judgements[i], "=", 2);
      const char *answer = parts[0] != NULL ? parts[1] : NULL;
      const char *note = answer != NULL ? strchr (answer, ':') : NULL;
      JpJudgement *judgement;

      if (answer == NULL || note == NULL || (!g_str_has_prefix (answer, "yes:") && !g_str_has_prefix (answer, "no:")))
        {
          g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
                       _("“%s”: write a judgement as ID=yes:NOTE or ID=no:NOTE"), jp_options.judgements[i]);
          return NULL;
        }
      judgement = jp_judgement_new (parts[0], answer[0] == 'y');
      judgement->note = g_strdup (note + 1);
      g_ptr_array_add (judgements, judgement);
    }

  return g_steal_pointer (&judgements);
}

static gboolean
record_standard (JpCtl *ctl, const char *cluster, GError **error)
{
  GPtrArray *judgements = parse_judgements (error);

  return judgements != NULL && jp_casework_standard_check (ctl->desk, cluster, jp_ctl_year (ctl), judgements, error);
}

static gboolean
run_standard (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_desk_find (ctl->desk, arguments[0], error);
  g_autoptr (GPtrArray) items = NULL;
  JpTextTable *table = NULL;

  if (dossier == NULL || (jp_options.record && !record_standard (ctl, dossier->id, error)))
    return FALSE;
  if (jp_options.record)
    {
      g_clear_pointer (&dossier, jp_dossier_free);
      dossier = jp_desk_find (ctl->desk, arguments[0], error);
      if (dossier == NULL)
        return FALSE;
    }
  items = jp_standard_new (dossier, &ctl->context, jp_ctl_year (ctl));

  if (ctl->json != NULL)
    json_builder_begin_array (ctl->json);
  else
    table = jp_text_table_new (_("Criterion"), _("Met"), _("Value"), _("Note"), NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const JpStandardItem *item = items->pdata[i];

      if (ctl->json == NULL)
        {
          jp_text_table_add (table, g_strdup (item->name),
                             g_strdup (item->met == JP_MET_YES  ? _("yes")
                                       : item->met == JP_MET_NO ? _("no")
                                                                : _("open")),
                             g_strdup (item->value), g_strdup (item->note), NULL);
          continue;
        }
      json_builder_begin_object (ctl->json);
      jp_out_string (ctl->json, "id", item->id);
      if (item->met == JP_MET_UNKNOWN)
        jp_out_null (ctl->json, "met");
      else
        jp_out_bool (ctl->json, "met", item->met == JP_MET_YES);
      jp_out_string (ctl->json, "value", item->value);
      jp_out_string (ctl->json, "note", item->note);
      json_builder_end_object (ctl->json);
    }
  if (ctl->json != NULL)
    json_builder_end_array (ctl->json);
  else
    jp_text_table_print (table);

  return TRUE;
}

static const GOptionEntry standard_entries[] = {
  { "year", 0, 0, G_OPTION_ARG_INT, &jp_options.year, N_("The latest full year (default: last year)"), N_("YEAR") },
  { "record", 0, 0, G_OPTION_ARG_NONE, &jp_options.record, N_("Also put the self-check on record"), NULL },
  { "judge", 0, 0, G_OPTION_ARG_STRING_ARRAY, &jp_options.judgements, N_("What a person judged, with --record"),
    "ID=yes|no:NOTE" },
  { NULL },
};

const JpCtlCommand jp_ctl_standard_commands[] = {
  { "standard", N_("CLUSTER [--year YEAR] [--record [--judge ID=yes|no:NOTE]…]"),
    N_("Checks a cluster against the recognition standard"), JP_NEEDS_DESK, 1, 1, standard_entries, run_standard },
  { NULL },
};
