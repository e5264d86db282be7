/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-store-journal.h"
#include "jp-undo-work.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
put_entry (JsonBuilder *json, const JpEntry *entry, const char *cluster_name)
{
  json_builder_begin_object (json);
  jp_out_int (json, "seq", entry->seq);
  jp_out_string (json, "at", entry->at);
  jp_out_string (json, "who", entry->person);
  jp_out_string (json, "act", entry->act);
  jp_out_string (json, "cluster", cluster_name);
  jp_out_string (json, "summary", entry->summary);
  jp_out_string (json, "office", entry->office);
  if (entry->undoes != 0)
    jp_out_int (json, "undoes", entry->undoes);
  else
    jp_out_null (json, "undoes");
  json_builder_end_object (json);
}

static gboolean
list (JpCtl *ctl, GError **error)
{
  g_autoptr (GPtrArray) entries = jp_store_load_journal (ctl->store, 0, 0, NULL, error);
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  JpTextTable *table = NULL;

  if (entries == NULL)
    return FALSE;
  dossiers = jp_store_load_dossiers (ctl->store, error);
  if (dossiers == NULL)
    return FALSE;
  for (guint i = 0; i < dossiers->len; i++)
    g_hash_table_insert (names, ((JpDossier *) dossiers->pdata[i])->id, ((JpDossier *) dossiers->pdata[i])->name);

  if (ctl->json != NULL)
    json_builder_begin_array (ctl->json);
  else
    table = jp_text_table_new (_("No."), _("When"), _("Who"), _("Act Id"), _("What"), NULL);
  for (guint i = entries->len; i > 0; i--)
    {
      const JpEntry *entry = entries->pdata[i - 1];

      if (ctl->json != NULL)
        put_entry (ctl->json, entry, entry->cluster != NULL ? g_hash_table_lookup (names, entry->cluster) : NULL);
      else
        jp_text_table_add (table, g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq), g_strdup (entry->at),
                           g_strdup (entry->person), g_strdup (entry->act), g_strdup (entry->summary), NULL);
    }
  if (ctl->json != NULL)
    json_builder_end_array (ctl->json);
  else
    jp_text_table_print (table);

  return TRUE;
}

static gboolean
verify (JpCtl *ctl, GError **error)
{
  gint64 bad = 0;

  if (!jp_store_verify_journal (ctl->store, NULL, &bad, error))
    return FALSE;
  if (bad != 0)
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_DAMAGED,
                   _("The journal has been altered at entry %" PRId64 "; restore the last backup and compare"), bad);
      return FALSE;
    }
  if (ctl->json != NULL)
    {
      json_builder_begin_object (ctl->json);
      jp_out_bool (ctl->json, "valid", TRUE);
      json_builder_end_object (ctl->json);
    }
  else
    g_print ("%s", _("The journal is whole: every entry carries the hash of the one before\n"));

  return TRUE;
}

static gboolean
run_journal (JpCtl *ctl, int n, char **arguments, GError **error)
{
  return jp_options.verify ? verify (ctl, error) : list (ctl, error);
}

static gboolean
take_back (JpCtl *ctl, gboolean redo, GError **error)
{
  g_autoptr (JpEntry) entry = (redo ? jp_casework_redo : jp_casework_undo) (ctl->desk, JP_HINT_COMMANDS, error);

  if (entry == NULL)
    return FALSE;
  if (ctl->json != NULL)
    put_entry (ctl->json, entry, NULL);
  else
    g_print ("%s\n", entry->summary);

  return TRUE;
}

static gboolean
run_undo (JpCtl *ctl, int n, char **arguments, GError **error)
{
  return take_back (ctl, FALSE, error);
}

static gboolean
run_redo (JpCtl *ctl, int n, char **arguments, GError **error)
{
  return take_back (ctl, TRUE, error);
}

static const GOptionEntry journal_entries[] = {
  { "verify", 0, 0, G_OPTION_ARG_NONE, &jp_options.verify, N_("Check the chain of hashes instead"), NULL },
  { NULL },
};

const JpCtlCommand jp_ctl_journal_commands[] = {
  { "journal", N_("[--verify]"), N_("Lists the journal, or checks its chain"), JP_NEEDS_DESK, 0, 0, journal_entries,
    run_journal },
  { "undo", "", N_("Takes back the last entry work"), JP_NEEDS_DESK, 0, 0, NULL, run_undo },
  { "redo", "", N_("Does again what was undone last"), JP_NEEDS_DESK, 0, 0, NULL, run_redo },
  { NULL },
};
