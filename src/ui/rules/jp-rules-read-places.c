/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rules these are, when they hold, and where. */

#include "jp-rules-column.h"

#include "jp-dossier-section.h"

#include <glib/gi18n-lib.h>

static char *
in_force_words (const JpPack *pack)
{
  g_autofree char *from = jp_date_to_chinese (pack->effective_from);
  g_autofree char *to = pack->effective_to != JP_DATE_NONE ? jp_date_to_chinese (pack->effective_to) : NULL;

  return to != NULL ? g_strdup_printf (_("%s – %s"), from, to)
                    : g_strdup_printf (_("from %s; the end is not announced"), from);
}

static void
add_confirmation (AdwPreferencesGroup *group, const JpRulesView *view)
{
  JpDate on = JP_DATE_NONE;
  const char *document = jp_pack_set_confirmed_by (view->context->packs, view->pack, &on);
  g_autofree char *day = on != JP_DATE_NONE ? jp_date_to_chinese (on) : NULL;
  g_autofree char *words = NULL;

  if (document != NULL)
    words = g_strdup_printf (_("confirmed by %s, %s"), document, day != NULL ? day : "");
  else
    words = g_strdup (jp_pack_set_confirmed (view->context->packs, view->pack) ? _("set by the document itself")
                                                                               : "示例，评分标准未核定");
  jp_rules_add_rule (group, _("Weights and curves"), words, NULL);
}

static void
add_version (AdwPreferencesGroup *group, const JpRulesView *view, const JpPack *pack)
{
  const JpPack *present = jp_pack_set_on (view->context->packs, view->context->today);
  g_autofree char *title = g_strdup_printf (_("%s, version %u"), pack->id, pack->version);
  g_autofree char *years = jp_rules_years (view, pack);
  g_autofree char *force = in_force_words (pack);
  g_autofree char *governed = *years != '\0'
                                ? g_strdup_printf (_("governs the assessments of %s"), years)
                                : g_strdup_printf (_("to govern assessments from %u on"), pack->governs_from_year);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", force, governed);
  GtkWidget *row = jp_group_add_row (group, title, subtitle);

  if (pack == present)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (_("In force"), "good"));
  if (!jp_pack_set_confirmed (view->context->packs, pack))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip ("未核定", "amber"));
}

void
jp_rules_read_scope (GtkBox *column, const JpRulesView *view)
{
  const JpPack *pack = view->pack;
  AdwPreferencesGroup *group = jp_rules_add_group (column, pack->title, "第十九条", NULL);
  g_autofree char *force = in_force_words (pack);
  g_autofree char *basis = jp_rules_join_texts (pack->basis);
  g_autofree char *from = g_strdup_printf (_("from %u on"), pack->governs_from_year);

  jp_rules_add_rule (group, _("Document"), pack->document, NULL);
  if (*basis != '\0')
    jp_rules_add_rule (group, _("Based on"), basis, NULL);
  jp_rules_add_rule (group, _("Interpreted by"), pack->interpreter, NULL);
  jp_rules_add_rule (group, _("In force"), force, NULL);
  jp_rules_add_rule (group, _("Governs assessments"), from, NULL);
  add_confirmation (group, view);

  group = jp_rules_add_group (column, _("Versions"), "第十九条",
                              _("A change makes a new version. A year keeps the version its first assessment was "
                                "opened with, and a confirmed assessment for good."));
  for (guint i = jp_pack_set_size (view->context->packs); i > 0; i--)
    add_version (group, view, jp_pack_set_nth (view->context->packs, i - 1));
}

void
jp_rules_read_places (GtkBox *column, const JpRulesView *view)
{
  const JpPack *pack = view->pack;
  AdwPreferencesGroup *group = jp_rules_add_group (column, pack->city_name, "第三条", NULL);

  jp_rules_add_rule (group, _("City bureau"), pack->city_office, NULL);
  jp_rules_add_rule (group, _("Centre"), pack->city_centre, NULL);
  jp_rules_add_rule (group, _("Area code"), pack->city_code, NULL);

  group = jp_rules_add_group (column, _("Districts"), "第三条", NULL);
  for (guint i = 0; i < pack->n_districts; i++)
    jp_rules_add_rule (group, pack->districts[i].name, pack->districts[i].code, NULL);
}
