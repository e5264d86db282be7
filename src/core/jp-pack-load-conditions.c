/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What fails an assessment: vetoes and the incidents behind one of them. 第十条. */

#include "jp-pack-private.h"

#include <glib/gi18n-lib.h>

static void
read_source (JpVetoRule *rule, const JpJsonValue *derived)
{
  static const char * const sources[] = { "return", "change", "incident", "term", NULL };
  guint index;

  /* null says that a reviewer decides; it must be said. */
  if (derived->node != NULL && JSON_NODE_HOLDS_NULL (derived->node))
    rule->source = JP_VETO_BY_REVIEWER;
  else if (jp_json_value_choice (derived, sources, &index))
    rule->source = (JpVetoSource) (JP_VETO_BY_RETURN + index);
}

void
jp_pack_read_vetoes (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "id", "number", "name", "article", "derived", NULL };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JpJsonValue list = jp_json_value_member (root, "vetoes");

  pack->n_vetoes = jp_json_value_array (&list, 1);
  pack->vetoes = g_new0 (JpVetoRule, pack->n_vetoes);
  for (guint i = 0; i < pack->n_vetoes; i++)
    {
      JpVetoRule *rule = &pack->vetoes[i];
      JpJsonValue value = jp_json_value_element (&list, i);
      JpJsonValue id = jp_json_value_member (&value, "id");
      JpJsonValue number = jp_json_value_member (&value, "number");
      JpJsonValue name = jp_json_value_member (&value, "name");
      JpJsonValue derived = jp_json_value_member (&value, "derived");

      if (!jp_json_value_object (&value, keys))
        continue;
      if (jp_json_value_id (&id, &rule->id))
        jp_pack_claim (ids, &id, rule->id);
      jp_json_value_text (&number, &rule->number);
      jp_json_value_text (&name, &rule->name);
      jp_pack_read_article (&value, &rule->article);
      read_source (rule, &derived);
    }
}

static void
read_incident_kind (const JpPack *pack, JpIncidentKind *kind, const JpJsonValue *value)
{
  static const char * const keys[] = { "id", "name", "from", NULL };
  g_autofree char *grade = NULL;
  JpJsonValue id = jp_json_value_member (value, "id");
  JpJsonValue name = jp_json_value_member (value, "name");
  JpJsonValue from = jp_json_value_member (value, "from");

  kind->from_grade = -1;
  if (!jp_json_value_object (value, keys))
    return;

  jp_json_value_id (&id, &kind->id);
  jp_json_value_text (&name, &kind->name);
  if (!jp_json_value_given (&from) || !jp_json_value_text (&from, &grade))
    return;

  kind->from_grade = jp_pack_find_incident_grade (pack, grade);
  if (kind->from_grade < 0)
    jp_json_value_fault (&from, _("There is no incident grade “%s”."), grade);
}

void
jp_pack_read_incidents (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "article", "grades", "kinds", NULL };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JpJsonValue incidents = jp_json_value_member (root, "incidents");
  JpJsonValue grades = jp_json_value_member (&incidents, "grades");
  JpJsonValue list = jp_json_value_member (&incidents, "kinds");

  if (!jp_json_value_object (&incidents, keys))
    return;

  jp_pack_read_article (&incidents, &pack->incident_article);
  pack->incident_grades = jp_json_value_texts (&grades, 0);
  pack->n_incident_kinds = jp_json_value_array (&list, 1);
  pack->incident_kinds = g_new0 (JpIncidentKind, pack->n_incident_kinds);
  for (guint i = 0; i < pack->n_incident_kinds; i++)
    {
      JpJsonValue value = jp_json_value_element (&list, i);
      JpJsonValue id = jp_json_value_member (&value, "id");

      read_incident_kind (pack, &pack->incident_kinds[i], &value);
      jp_pack_claim (ids, &id, pack->incident_kinds[i].id);
    }
}
