/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-rules-draft.h"

#include <glib/gstdio.h>

static char *
draft_path (JpSession *session)
{
  const char *file = jp_store_get_path (jp_session_get_store (session));
  g_autofree char *whole = g_canonicalize_filename (file, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
  g_autofree char *name = g_strconcat (sum, ".json", NULL);

  return g_build_filename (g_get_user_data_dir (), "jiping", "drafts", name, NULL);
}

gboolean
jp_rules_draft_kept (JpSession *session)
{
  g_autofree char *path = draft_path (session);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* The highest version of its pack plus one, unless it is higher already; and the year it governs from is said. */
void
jp_rules_draft_number (JpPackDraft *draft, const JpContext *context)
{
  g_autofree char *id = jp_pack_draft_get_text (draft, "$.id");
  g_autofree char *own = jp_pack_draft_get_text (draft, "$.version");
  guint version = own != NULL ? (guint) g_ascii_strtoull (own, NULL, 10) : 1;
  g_autofree char *text = NULL;

  for (guint i = 0; i < jp_pack_set_size (context->packs); i++)
    {
      const JpPack *pack = jp_pack_set_nth (context->packs, i);

      if (g_strcmp0 (pack->id, id) == 0 && pack->version >= version)
        version = pack->version + 1;
    }
  text = g_strdup_printf ("%u", version);
  jp_pack_draft_set_number (draft, "$.version", text);
}

/* A new version governs from the year that is being lived: what is over was done by the rules of its time. */
static void
name_first_year (JpPackDraft *draft, const JpContext *context)
{
  g_autofree char *year = g_strdup_printf ("%u", jp_date_year (context->today));

  jp_pack_draft_set (draft, "$.assessment_years", json_from_string ("{}", NULL));
  jp_pack_draft_set_number (draft, "$.assessment_years.from", year);
}

JpPackDraft *
jp_rules_draft_load (JpSession *session)
{
  const JpContext *context = jp_session_get_context (session);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  g_autofree char *path = draft_path (session);
  g_autofree char *json = NULL;
  JpPackDraft *draft = NULL;

  if (g_file_get_contents (path, &json, NULL, NULL) && g_utf8_validate (json, -1, NULL))
    draft = jp_pack_draft_new (json, NULL);
  if (draft == NULL)
    {
      draft = jp_pack_draft_new (pack->json, NULL);
      name_first_year (draft, context);
    }
  jp_rules_draft_number (draft, context);

  return draft;
}

gboolean
jp_rules_draft_save (JpSession *session, const char *json, GError **error)
{
  g_autofree char *path = draft_path (session);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *beside = g_strconcat (path, ".new", NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0
      && g_file_set_contents_full (beside, json, -1, G_FILE_SET_CONTENTS_NONE, 0600, error)
      && g_rename (beside, path) == 0)
    return TRUE;

  if (error != NULL && *error == NULL)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, g_strerror (errno));

  return FALSE;
}

void
jp_rules_draft_discard (JpSession *session)
{
  g_autofree char *path = draft_path (session);

  g_unlink (path);
}
