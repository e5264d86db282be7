/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-funding.h"

#include "jp-article-tag.h"
#include "jp-fund-case.h"
#include "jp-table-copy.h"

#include <glib/gi18n-lib.h>

struct _JpDossierFunding
{
  JpDossierSection parent_instance;
};

G_DEFINE_FINAL_TYPE (JpDossierFunding, jp_dossier_funding, JP_TYPE_DOSSIER_SECTION)

/* "60.00", or the range it will lie in: "0.00–60.00". */
static char *
worth_text (const JpFundCase *fund_case)
{
  g_autofree char *least = jp_money_to_wan (fund_case->least);
  g_autofree char *most = jp_money_to_wan (fund_case->most);

  if (fund_case->decided)
    return jp_money_to_wan (fund_case->entitled);

  return fund_case->least == fund_case->most ? g_steal_pointer (&most) : g_strdup_printf ("%s–%s", least, most);
}

static const char *
chip_of (JpCaseState state)
{
  switch (state)
    {
    case JP_CASE_PAID:
      return "good";
    case JP_CASE_HELD:
      return "bad";
    case JP_CASE_PAYABLE:
    case JP_CASE_PUBLICITY:
      return "amber";
    case JP_CASE_OPEN:
    case JP_CASE_PLAN:
    case JP_CASE_DISTRICT:
    case JP_CASE_CITY:
      return "calm";
    case JP_CASE_LATER:
    case JP_CASE_ZERO:
    default:
      return "plain";
    }
}

static void
explain (JpArticleTag *tag, const JpFundCase *fund_case, const char *worth)
{
  g_autofree char *value = g_strdup_printf ("%s 万元", worth);
  g_autofree char *fiscal = g_strdup_printf ("%d", fund_case->fiscal_year);
  g_autofree char *expected = jp_money_to_wan (fund_case->expected);

  jp_article_tag_set_value (tag, value);
  jp_article_tag_add_input (tag, _("Fiscal year"), fiscal);
  if (fund_case->basis_year != 0)
    {
      g_autofree char *basis = g_strdup_printf ("%d", fund_case->basis_year);

      jp_article_tag_add_input (tag, _("Assessment it rests on"), basis);
    }
  if (!fund_case->decided)
    {
      g_autofree char *wan = g_strdup_printf ("%s 万元", expected);

      jp_article_tag_add_input (tag, _("By today’s total"), wan);
    }
  jp_article_tag_set_working (tag, fund_case->basis);
}

/* "已下达 100.00 万元 · 公示至 2026年2月14日 · 依据…" */
static char *
particulars (const JpFundCase *fund_case)
{
  GString *text = g_string_new (fund_case->basis);

  if (fund_case->paid > 0)
    {
      g_autofree char *paid = jp_money_to_wan (fund_case->paid);

      g_string_append_printf (text, " · %s %s 万元", _("paid"), paid);
    }
  if (fund_case->to_refund > 0)
    {
      g_autofree char *refund = jp_money_to_wan (fund_case->to_refund);

      g_string_append_printf (text, " · 应退 %s 万元", refund);
    }
  if (fund_case->publicity_last != JP_DATE_NONE && fund_case->state == JP_CASE_PUBLICITY)
    {
      g_autofree char *last = jp_date_to_chinese (fund_case->publicity_last);

      g_string_append_printf (text, " · %s %s%s", _("publicity to"), last,
                              fund_case->publicity_provisional ? "（暂估）" : "");
    }
  if (fund_case->blocked != NULL)
    g_string_append_printf (text, "\n%s", fund_case->blocked);

  return g_string_free (text, FALSE);
}

/* To the case's own place, where it is worked on. */
static void
add_way (AdwActionRow *row, const JpDossier *dossier, guint ordinal)
{
  g_autofree char *place = g_strdup_printf ("funding#%s/%u", dossier->id, ordinal);
  g_autofree char *name = g_strdup_printf ("open-case-%u", ordinal);
  GtkWidget *button = jp_section_button (_("Open"), name, NULL, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");
  adw_action_row_add_suffix (row, button);
  adw_action_row_set_activatable_widget (row, button);
}

static void
add_case (AdwPreferencesGroup *group, const JpDossier *dossier, const JpFundCase *fund_case, JpTableCopy *table)
{
  g_autofree char *title = g_strdup_printf (_("Year %u · fiscal %d"), fund_case->ordinal, fund_case->fiscal_year);
  g_autofree char *subtitle = particulars (fund_case);
  g_autofree char *worth = worth_text (fund_case);
  g_autofree char *paid = jp_money_to_wan (fund_case->paid);
  g_autofree char *fiscal = g_strdup_printf ("%d", fund_case->fiscal_year);
  GtkWidget *row = jp_group_add_row (group, title, subtitle);
  GtkWidget *tag = jp_article_tag_new (fund_case->pack != NULL ? fund_case->pack->funding_article : NULL);

  explain (JP_ARTICLE_TAG (tag), fund_case, worth);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (jp_case_state_name (fund_case->state),
                                                                    chip_of (fund_case->state)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  add_way (ADW_ACTION_ROW (row), dossier, fund_case->ordinal);

  jp_table_copy_cell (table, fiscal);
  jp_table_copy_cell (table, worth);
  jp_table_copy_cell (table, paid);
  jp_table_copy_cell (table, jp_case_state_name (fund_case->state));
  jp_table_copy_cell (table, fund_case->basis);
  jp_table_copy_end_row (table);
}

static void
on_copy (JpDossierFunding *self)
{
  jp_table_copy_put (g_object_get_data (G_OBJECT (self), "table"), GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("The table is on the clipboard."));
}

static JpTableCopy *
new_table (void)
{
  static const char * const headers[] = { "财政年度", "应得（万元）", "已下达（万元）", "状态", "依据" };
  JpTableCopy *table = jp_table_copy_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    jp_table_copy_cell (table, headers[i]);
  jp_table_copy_end_row (table);

  return table;
}

static void
jp_dossier_funding_show (JpDossierSection *section, const JpDossier *dossier)
{
  const JpContext *context = jp_dossier_section_get_context (section);
  gboolean assumed = FALSE;
  int start = jp_funding_start (dossier, context, &assumed);
  AdwPreferencesGroup *group;
  JpTableCopy *table = new_table ();

  g_object_set_data_full (G_OBJECT (section), "table", table, (GDestroyNotify) jp_table_copy_free);
  jp_dossier_section_clear (section);
  group = jp_dossier_section_add_group (section, _("Three Years of Funding"),
                                        jp_dossier_section_get_pack (section)->funding_article);
  if (start == 0)
    {
      jp_group_add_empty (group, _("Funding begins once the cluster is recognised."));
      return;
    }

  jp_group_add_suffix (group, jp_section_button (_("_Copy Table"), "copy-funding", G_CALLBACK (on_copy), section));
  if (assumed)
    adw_preferences_group_set_description (group, _("The first year is assumed from the recognition; the city can set "
                                                    "it until year 1 is paid."));
  for (guint ordinal = 1; ordinal <= jp_funding_n_years (dossier, context); ordinal++)
    {
      g_auto (JpFundCase) fund_case = { 0 };

      jp_fund_case_init (&fund_case, dossier, context, ordinal);
      add_case (group, dossier, &fund_case, table);
    }
}

static void
jp_dossier_funding_class_init (JpDossierFundingClass *klass)
{
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_dossier_funding_show;
}

static void
jp_dossier_funding_init (JpDossierFunding *self)
{
}
