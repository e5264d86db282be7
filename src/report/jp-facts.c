/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-facts.h"

#include "jp-score.h"

/* Begins the data of a paper of the kind @report. */
JsonBuilder *
jp_facts_new (const char *report)
{
  JsonBuilder *facts = json_builder_new ();

  json_builder_begin_object (facts);
  jp_facts_text (facts, "report", report);
  return facts;
}

/* Closes the object and frees the builder; returns the text, to be freed. */
char *
jp_facts_finish (JsonBuilder *facts)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (facts);
  root = json_builder_get_root (facts);
  g_object_unref (facts);
  return json_to_string (root, FALSE);
}

void
jp_facts_text (JsonBuilder *facts, const char *name, const char *text)
{
  json_builder_set_member_name (facts, name);
  if (text != NULL)
    json_builder_add_string_value (facts, text);
  else
    json_builder_add_null_value (facts);
}

void
jp_facts_int (JsonBuilder *facts, const char *name, gint64 value)
{
  json_builder_set_member_name (facts, name);
  json_builder_add_int_value (facts, value);
}

void
jp_facts_bool (JsonBuilder *facts, const char *name, gboolean value)
{
  json_builder_set_member_name (facts, name);
  json_builder_add_boolean_value (facts, value);
}

void
jp_facts_points (JsonBuilder *facts, const char *name, int points)
{
  g_autofree char *text = points >= 0 ? jp_points_to_string (points) : NULL;

  jp_facts_text (facts, name, text);
}

void
jp_facts_money (JsonBuilder *facts, const char *name, JpMoney amount)
{
  g_autofree char *text = amount != JP_MONEY_UNKNOWN ? jp_money_to_yuan (amount) : NULL;

  jp_facts_text (facts, name, text);
}

void
jp_facts_date (JsonBuilder *facts, const char *name, JpDate day)
{
  char iso[JP_DATE_ISO_LEN];

  jp_facts_text (facts, name, day != JP_DATE_NONE ? jp_date_to_iso (day, iso) : NULL);
}

void
jp_facts_list (JsonBuilder *facts, const char *name)
{
  json_builder_set_member_name (facts, name);
  json_builder_begin_array (facts);
}

void
jp_facts_item (JsonBuilder *facts)
{
  json_builder_begin_object (facts);
}
