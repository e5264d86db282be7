/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-resources.h"
#include "jp-sample.h"

#include <glib/gi18n-lib.h>

/* The text of --pack, or of the pack that ships; refused when it is not valid. */
static char *
read_pack (GError **error)
{
  g_autofree char *json = NULL;
  g_autoptr (JpPack) pack = NULL;
  gsize length;

  if (jp_options.pack != NULL)
    {
      if (!g_file_get_contents (jp_options.pack, &json, &length, error))
        return NULL;
    }
  else
    {
      g_autoptr (GBytes) shipped = jp_resources_lookup (JP_RESOURCE_PACK);

      length = g_bytes_get_size (shipped);
      json = g_strndup (g_bytes_get_data (shipped, NULL), length);
    }

  pack = jp_pack_new_from_json (json, (gssize) length, error);

  return pack != NULL ? g_strdup (pack->json) : NULL;
}

static gboolean
check_office (const char *office, const char *pack_json, GError **error)
{
  g_autoptr (JpPack) pack = jp_pack_new_from_json (pack_json, -1, error);

  if (pack == NULL)
    return FALSE;
  if (g_str_equal (office, JP_OFFICE_CITY)
      || (jp_office_is_district (office) && jp_pack_find_district (pack, office) != NULL))
    return TRUE;

  g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_REFUSED,
               _("The rule pack knows no office “%s”: write city, or a district's code"), office);
  return FALSE;
}

static gboolean
make_store (JpCtl *ctl, gboolean sample, GError **error)
{
  g_autofree char *path = jp_ctl_data_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *pack = read_pack (error);
  g_autoptr (GBytes) holidays = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  JpStoreSettings settings = { 0 };

  if (pack == NULL)
    return FALSE;

  settings.office = jp_options.office != NULL ? jp_options.office : JP_OFFICE_CITY;
  settings.pack_json = pack;
  settings.holidays_json = g_bytes_get_data (holidays, NULL);
  settings.since = ctl->today;
  settings.sample = sample;
  if (!check_office (settings.office, pack, error))
    return FALSE;
  if (jp_options.since != NULL && !jp_ctl_parse_date (jp_options.since, "--since", &settings.since, error))
    return FALSE;

  if (jp_options.data == NULL)
    g_mkdir_with_parents (folder, 0700);
  ctl->store = jp_store_create (path, &settings, error);

  return ctl->store != NULL;
}

static gboolean
run_init (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (JpPackSet) packs = NULL;
  g_autofree char *pack = NULL;

  if (!make_store (ctl, FALSE, error))
    return FALSE;
  packs = jp_store_load_packs (ctl->store, error);
  if (packs == NULL)
    return FALSE;
  pack = g_strdup_printf ("%s/%u", jp_pack_set_nth (packs, 0)->id, jp_pack_set_nth (packs, 0)->version);

  if (ctl->json != NULL)
    {
      json_builder_begin_object (ctl->json);
      jp_out_string (ctl->json, "file", jp_store_get_path (ctl->store));
      jp_out_string (ctl->json, "office", jp_store_get_office (ctl->store));
      jp_out_string (ctl->json, "pack", pack);
      json_builder_end_object (ctl->json);
    }
  else
    g_print (_("Made %s for the office “%s”, with the rule pack %s\n"), jp_store_get_path (ctl->store),
             jp_store_get_office (ctl->store), pack);

  return TRUE;
}

static guint
count (GPtrArray *dossiers, gsize array)
{
  guint n = 0;

  for (guint i = 0; i < dossiers->len; i++)
    n += G_STRUCT_MEMBER (GPtrArray *, dossiers->pdata[i], array)->len;

  return n;
}

static gboolean
run_sample (JpCtl *ctl, int n, char **arguments, GError **error)
{
  static const struct
  {
    const char *key;
    gsize       array;
  } counted[] = {
    { "acts", G_STRUCT_OFFSET (JpDossier, acts) },
    { "figures", G_STRUCT_OFFSET (JpDossier, figures) },
    { "filings", G_STRUCT_OFFSET (JpDossier, returns) },
    { "assessments", G_STRUCT_OFFSET (JpDossier, assessments) },
    { "funding", G_STRUCT_OFFSET (JpDossier, fund_acts) },
    { "uses", G_STRUCT_OFFSET (JpDossier, uses) },
    { "findings", G_STRUCT_OFFSET (JpDossier, findings) },
  };
  g_autoptr (GPtrArray) dossiers = NULL;

  char since[JP_DATE_ISO_LEN];

  if (jp_options.since == NULL)
    jp_options.since = g_strdup (jp_date_to_iso (jp_casework_sample_since (ctl->today), since));
  if (!make_store (ctl, TRUE, error) || !jp_casework_sample (ctl->store, ctl->today, error))
    return FALSE;
  dossiers = jp_store_load_dossiers (ctl->store, error);
  if (dossiers == NULL)
    return FALSE;

  if (ctl->json == NULL)
    {
      g_print (_("Made %s with sample data: %u clusters\n"), jp_store_get_path (ctl->store), dossiers->len);
      return TRUE;
    }
  json_builder_begin_object (ctl->json);
  jp_out_string (ctl->json, "file", jp_store_get_path (ctl->store));
  jp_out_int (ctl->json, "clusters", dossiers->len);
  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    jp_out_int (ctl->json, counted[i].key, count (dossiers, counted[i].array));
  json_builder_end_object (ctl->json);

  return TRUE;
}

static const GOptionEntry init_entries[] = {
  { "pack", 0, 0, G_OPTION_ARG_FILENAME, &jp_options.pack, N_("Rule pack to start with (default: the one that ships)"),
    N_("FILE") },
  { "since", 0, 0, G_OPTION_ARG_STRING, &jp_options.since, N_("Keep the book from this day (default: today)"),
    N_("DATE") },
  { NULL },
};

const JpCtlCommand jp_ctl_file_commands[] = {
  { "init", N_("[--pack FILE] [--since DATE]"), N_("Makes a new data file"), JP_NEEDS_NOTHING, 0, 0, init_entries,
    run_init },
  { "sample", "", N_("Makes a new data file full of sample data that shows every state"), JP_NEEDS_NOTHING, 0, 0, NULL,
    run_sample },
  { NULL },
};
