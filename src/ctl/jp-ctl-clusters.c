/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-life.h"
#include "jp-search-key.h"

#include <glib/gi18n-lib.h>

/* The cluster as `clusters` and the acts on it show it. */
void
jp_ctl_put_cluster (JsonBuilder *json, const JpDossier *dossier, const JpContext *context)
{
  g_auto (JpLife) life = { 0 };
  const JpTerm *term;

  jp_life_init (&life, dossier, context);
  term = jp_life_last_term (&life);

  json_builder_begin_object (json);
  jp_out_string (json, "id", dossier->id);
  jp_out_string (json, "name", dossier->name);
  jp_out_string (json, "district", dossier->district);
  jp_out_string (json, "industry", dossier->industry);
  jp_out_string (json, "stage", jp_stage_id (life.stage));
  jp_out_string (json, "operator", dossier->operator_name);
  if (term != NULL)
    {
      json_builder_set_member_name (json, "term");
      json_builder_begin_object (json);
      jp_out_int (json, "ordinal", life.terms->len);
      jp_out_date (json, "from", term->first);
      jp_out_date (json, "to", term->last);
      json_builder_end_object (json);
      jp_out_int (json, "daysLeft", jp_term_days_left (term, context->today));
    }
  else
    {
      jp_out_null (json, "term");
      jp_out_null (json, "daysLeft");
    }
  json_builder_end_object (json);
}

static void
add_row (JpTextTable *table, const JpDossier *dossier, const JpContext *context)
{
  g_auto (JpLife) life = { 0 };
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  const JpDistrict *district = pack != NULL ? jp_pack_find_district (pack, dossier->district) : NULL;
  const JpTerm *term;
  char first[JP_DATE_ISO_LEN], last[JP_DATE_ISO_LEN];

  jp_life_init (&life, dossier, context);
  term = jp_life_last_term (&life);
  jp_text_table_add (table, g_strdup (dossier->name), g_strdup (district != NULL ? district->name : dossier->district),
                     g_strdup (dossier->industry), g_strdup (jp_stage_name (life.stage)),
                     term != NULL ? g_strdup_printf ("%s … %s", jp_date_to_iso (term->first, first),
                                                     jp_date_to_iso (term->last, last))
                                  : NULL,
                     term != NULL ? g_strdup_printf ("%d", jp_term_days_left (term, context->today)) : NULL, NULL);
}

static gboolean
is_found (JpCtl *ctl, JpSearchQuery *query, const JpDossier *dossier)
{
  g_autofree char *text = jp_dossier_search_text (dossier, jp_pack_set_on (ctl->context.packs, ctl->today));
  g_autoptr (JpSearchKey) key = jp_search_key_new (text);

  return jp_search_query_matches (query, key);
}

static gboolean
run_clusters (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (ctl->store, error);
  g_autoptr (JpSearchQuery) query = jp_options.find != NULL ? jp_search_query_new (jp_options.find) : NULL;
  JpTextTable *table = NULL;

  if (dossiers == NULL)
    return FALSE;

  if (ctl->json != NULL)
    json_builder_begin_array (ctl->json);
  else
    table = jp_text_table_new (_("Name"), _("District"), _("Leading industry"), _("Stage"), _("Term"),
                               _("Days left"), NULL);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = dossiers->pdata[i];

      if (query != NULL && !is_found (ctl, query, dossier))
        continue;
      if (ctl->json != NULL)
        jp_ctl_put_cluster (ctl->json, dossier, &ctl->context);
      else
        add_row (table, dossier, &ctl->context);
    }

  if (ctl->json != NULL)
    json_builder_end_array (ctl->json);
  else
    jp_text_table_print (table);

  return TRUE;
}

static const GOptionEntry clusters_entries[] = {
  { "find", 0, 0, G_OPTION_ARG_STRING, &jp_options.find, N_("Only names that fit, in characters, pinyin or initials"),
    N_("TEXT") },
  { NULL },
};

const JpCtlCommand jp_ctl_cluster_commands[] = {
  { "clusters", N_("[--find TEXT]"), N_("Lists the clusters, their stage and term"), JP_NEEDS_DESK, 0, 0,
    clusters_entries, run_clusters },
  { NULL },
};
