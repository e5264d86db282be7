/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-act-work.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

typedef struct
{
  JpDesk     *desk;
  const char *cluster;
  JpContext   context;
  JpActWork   work;
  gpointer    data;
} Act;

/**
 * jp_desk_check_district:
 * @desk: where an act is done
 * @dossier: the cluster it concerns
 * @context: the rules
 * @error: return location for %JP_DESK_ERROR_OFFICE
 *
 * A district acts on the clusters of its own district, also where the city records the act for it (代录; R-WHO, 第三条).
 *
 * Returns: whether the desk's office acts on that cluster
 */
gboolean
jp_desk_check_district (JpDesk *desk, const JpDossier *dossier, const JpContext *context, GError **error)
{
  const char *office = jp_desk_get_office (desk);

  if (!jp_office_is_district (office) || dossier->district == NULL || g_str_equal (office, dossier->district))
    return TRUE;

  g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_OFFICE,
               _("%s belongs to the district %s; another district does not act on it (R-WHO, 第三条)"), dossier->name,
               jp_pack_office_name (jp_pack_set_on (context->packs, context->today), dossier->district));
  return FALSE;
}

static gboolean
do_act (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  Act *act = data;
  g_autoptr (JpPackSet) packs = jp_transaction_load_packs (transaction, error);
  g_autoptr (JpDossier) dossier = NULL;

  if (packs == NULL)
    return FALSE;
  act->context.packs = packs;
  if (act->cluster != NULL)
    {
      dossier = jp_transaction_load_dossier (transaction, act->cluster, error);
      if (dossier == NULL || !jp_desk_check_district (act->desk, dossier, &act->context, error))
        return FALSE;
      entry->cluster = g_strdup (act->cluster);
    }

  return act->work (transaction, &act->context, dossier, entry, act->data, error);
}

/**
 * jp_desk_do:
 * @desk: where the act is done
 * @kind: entry work, which undo takes back, or an official act
 * @act: English id of the act, for the journal
 * @cluster: (nullable): UUID of the cluster it concerns
 * @work: checks the rules and writes
 * @data: the act's particulars, for @work
 * @error: return location for the rule that forbids it, or the store's error
 *
 * Does one act: one transaction, one journal entry. A refused act leaves the file as it was.
 *
 * Returns: whether it was done
 */
gboolean
jp_desk_do (JpDesk *desk, JpEntryKind kind, const char *act, const char *cluster, JpActWork work, gpointer data,
            GError **error)
{
  g_autoptr (JpEntry) entry = jp_desk_begin (desk, kind, act);
  Act todo = { .desk = desk, .cluster = cluster, .work = work, .data = data };

  if (!jp_desk_get_context (desk, &todo.context, error))
    return FALSE;

  return jp_store_write (jp_desk_get_store (desk), entry, do_act, &todo, error);
}

char *
jp_detail_new (const char *record)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "record", record);
  json_node_set_object (node, object);

  return json_to_string (node, FALSE);
}

/* (nullable): the id of the record the entry is about. */
char *
jp_detail_get_record (const char *detail)
{
  g_autoptr (JsonNode) node = detail != NULL ? json_from_string (detail, NULL) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (node), "record", NULL));
}
