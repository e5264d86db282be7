/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-check.h"

#include <glib/gi18n-lib.h>

static const char *
state_id (JpCheckState state)
{
  return ((const char *[]){ "good", "warning", "fault" })[state];
}

static void
put_notes (JsonBuilder *json, GPtrArray *notes)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < notes->len; i++)
    {
      const JpCheckNote *note = notes->pdata[i];

      json_builder_begin_object (json);
      jp_out_string (json, "id", note->id);
      jp_out_string (json, "state", state_id (note->state));
      jp_out_string (json, "text", note->text);
      jp_out_string (json, "advice", note->advice);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_notes (GPtrArray *notes)
{
  static const char * const marks[] = { "✓", "!", "✗" };

  for (guint i = 0; i < notes->len; i++)
    {
      const JpCheckNote *note = notes->pdata[i];

      g_print ("%s %s\n", marks[note->state], note->text);
      if (note->advice != NULL)
        g_print ("  %s\n", note->advice);
    }
}

static gboolean
run_check (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) notes = jp_casework_check (ctl->desk, NULL, error);
  guint faults = 0;

  if (notes == NULL)
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    {
      const JpCheckNote *note = notes->pdata[i];

      if (note->state != JP_CHECK_FAULT)
        continue;
      faults++;
      jp_ctl_add_detail (ctl, NULL, 0, 0, NULL, note->id, note->text);
    }
  if (faults > 0)
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_DAMAGED,
                   g_dngettext (GETTEXT_PACKAGE, "The check found %u fault", "The check found %u faults", faults),
                   faults);
      return FALSE;
    }

  if (ctl->json != NULL)
    put_notes (ctl->json, notes);
  else
    print_notes (notes);

  return TRUE;
}

static void
give_file (JpCtl *ctl, const char *file, const char *aside, const char *sentence)
{
  if (ctl->json == NULL)
    {
      g_print ("%s\n", sentence);
      return;
    }
  json_builder_begin_object (ctl->json);
  jp_out_string (ctl->json, "file", file);
  jp_out_string (ctl->json, "aside", aside);
  json_builder_end_object (ctl->json);
}

static gboolean
run_backup (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *sentence = g_strdup_printf (_("Wrote %s: data file, attachments and their hashes"), arguments[0]);

  if (!jp_store_archive (ctl->store, arguments[0], now, NULL, error))
    return FALSE;
  give_file (ctl, arguments[0], NULL, sentence);

  return TRUE;
}

/* A zip of everything, or one of the kept copies of the database. */
static gboolean
restore (const char *from, const char *path, char **aside, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_str_has_suffix (from, ".db") ? jp_backup_restore (from, path, now, aside, error)
                                        : jp_archive_restore (from, path, now, aside, error);
}

static gboolean
run_restore (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autofree char *path = jp_ctl_data_path ();
  g_autofree char *aside = NULL;
  g_autofree char *sentence = NULL;

  if (!restore (arguments[0], path, &aside, error))
    return FALSE;
  sentence = aside != NULL ? g_strdup_printf (_("Restored %s; the file that was there is kept as %s"), path, aside)
                           : g_strdup_printf (_("Restored %s"), path);
  give_file (ctl, path, aside, sentence);

  return TRUE;
}

const JpCtlCommand jp_ctl_keep_commands[] = {
  { "check", "", N_("Looks the data file over: structure, journal, attachments, money"), JP_NEEDS_DESK, 0, 0, NULL,
    run_check },
  { "backup", N_("FILE"), N_("Writes everything into one zip"), JP_NEEDS_DESK, 1, 1, NULL, run_backup },
  { "restore", N_("FILE"), N_("Puts a backup in the place of the data file, after checking it"), JP_NEEDS_NOTHING, 1,
    1, NULL, run_restore },
  { NULL },
};
