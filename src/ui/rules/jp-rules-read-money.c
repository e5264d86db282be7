/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Funding: years, bands and amounts, publicity, and what the money is for. */

#include "jp-rules-column.h"

#include "jp-dossier-section.h"
#include "jp-score.h"

#include <glib/gi18n-lib.h>

static char *
wan (JpMoney amount)
{
  g_autofree char *digits = jp_money_to_wan (amount);

  return g_strdup_printf (_("%s 万元"), digits);
}

/* [70, 80): the lower bound belongs to the band. */
static char *
band_words (const JpFundingYear *year, guint i)
{
  g_autofree char *from = jp_points_to_string (year->bands[i].from);
  g_autofree char *to = i > 0 ? jp_points_to_string (year->bands[i - 1].from) : NULL;

  if (to == NULL)
    return g_strdup_printf (_("%s points and above"), from);
  if (year->bands[i].from == 0)
    return g_strdup_printf (_("below %s points"), to);

  return g_strdup_printf (_("from %s points, below %s"), from, to);
}

static void
add_funding_year (GtkBox *column, const JpPack *pack, guint ordinal)
{
  const JpFundingYear *year = &pack->funding_years[ordinal - 1];
  g_autofree char *title = g_strdup_printf (_("Funding Year %u"), ordinal);
  AdwPreferencesGroup *group
    = jp_rules_add_group (column, title, pack->funding_article,
                          year->n_bands > 0
                            ? _("By the assessment of the year before; a vetoed assessment gives nothing.")
                            : NULL);

  if (year->n_bands == 0)
    {
      g_autofree char *amount = wan (year->fixed);

      jp_rules_add_rule (group, _("Fixed, in one payment"), amount, NULL);
    }
  for (guint i = 0; i < year->n_bands; i++)
    {
      g_autofree char *about = band_words (year, i);
      g_autofree char *amount = wan (year->bands[i].amount);

      jp_rules_add_rule (group, about, amount, NULL);
    }
}

void
jp_rules_read_bands (GtkBox *column, const JpRulesView *view)
{
  const JpPack *pack = view->pack;
  g_autofree char *first = g_strdup_printf (_("%u, also for clusters recognised before"), pack->first_fiscal_year);
  g_autofree char *years = g_strdup_printf ("%u", pack->n_funding_years);
  g_autofree char *days
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u working day", "%u working days", pack->publicity_days),
                       pack->publicity_days);
  AdwPreferencesGroup *group = jp_rules_add_group (column, _("Bands and Amounts"), NULL, NULL);
  JpMoney most = 0;

  for (guint i = 0; i < pack->n_funding_years; i++)
    most += pack->funding_years[i].n_bands > 0 ? pack->funding_years[i].bands[0].amount : pack->funding_years[i].fixed;
  {
    g_autofree char *amount = wan (most);

    jp_rules_add_rule (group, _("Funded years in a row, once a cluster"), years, pack->funding_article);
    jp_rules_add_rule (group, _("A cluster gets at most"), amount, pack->funding_article);
  }
  jp_rules_add_rule (group, _("First fiscal year"), first, pack->publicity_article);
  for (guint ordinal = 1; ordinal <= pack->n_funding_years; ordinal++)
    add_funding_year (column, pack, ordinal);

  group = jp_rules_add_group (column, _("Publicity before Payment"), pack->publicity_article, NULL);
  jp_rules_add_rule (group, _("Length"), days, NULL);
  jp_rules_add_rule (group, _("The first day"),
                     pack->publicity_counts_first_day ? _("counts where it is a working day") : _("does not count"),
                     NULL);
}

void
jp_rules_read_uses (GtkBox *column, const JpRulesView *view)
{
  const JpPack *pack = view->pack;
  AdwPreferencesGroup *group = jp_rules_add_group (column, _("Purposes"), pack->use_article, NULL);

  for (guint i = 0; pack->purposes != NULL && pack->purposes[i] != NULL; i++)
    jp_group_add_row (group, pack->purposes[i], NULL);

  group = jp_rules_add_group (column, _("Categories of Use"), pack->use_article,
                              _("Spending outside of these is kept and flagged for the auditor."));
  for (guint i = 0; i < pack->n_categories; i++)
    jp_group_add_row (group, pack->categories[i].name,
                      pack->categories[i].reason_required ? _("Each entry needs a reason") : NULL);
}
