/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is paid and what it may be used for. 第十三条–第十五条. */

#include "jp-pack-private.h"

#include <glib/gi18n-lib.h>

/* Of a band whose bound is at fault: no other bound is judged by it. */
#define UNKNOWN_POINTS (-1)

static void
read_band (JpBand *band, const JpBand *above, const JpJsonValue *value)
{
  JpJsonValue from = jp_json_value_element (value, 0);
  JpJsonValue amount = jp_json_value_element (value, 1);

  band->from = UNKNOWN_POINTS;
  band->amount = JP_MONEY_UNKNOWN;
  if (!jp_json_value_pair (value, _("A band has the points it begins at and its amount in yuan.")))
    return;

  if (jp_json_value_points (&from, JP_PACK_FULL_POINTS, &band->from) && above != NULL &&
      above->from != UNKNOWN_POINTS && above->from <= band->from)
    jp_json_value_fault (&from, _("Bands are ordered from the highest points down."));
  if (jp_json_value_money (&amount, &band->amount) && above != NULL && above->amount != JP_MONEY_UNKNOWN &&
      above->amount < band->amount)
    jp_json_value_fault (&amount, _("A lower band cannot be worth more than a higher one."));
}

/* Each band reaches up to the one above it, so that bands down to 0 leave no gap. */
static void
read_bands (JpFundingYear *year, const JpJsonValue *list)
{
  year->n_bands = jp_json_value_array (list, 1);
  year->bands = g_new0 (JpBand, year->n_bands);
  for (guint i = 0; i < year->n_bands; i++)
    {
      JpJsonValue value = jp_json_value_element (list, i);

      read_band (&year->bands[i], i > 0 ? &year->bands[i - 1] : NULL, &value);
    }

  if (year->n_bands > 0 && year->bands[year->n_bands - 1].from > 0)
    {
      JpJsonValue last = jp_json_value_element (list, year->n_bands - 1);

      jp_json_value_fault (&last, _("The lowest band begins at 0.00 points."));
    }
}

static void
read_funding_year (JpFundingYear *year, const JpJsonValue *value)
{
  static const char * const keys[] = { "fixed", "bands", NULL };
  JpJsonValue fixed = jp_json_value_member (value, "fixed");
  JpJsonValue bands = jp_json_value_member (value, "bands");

  year->fixed = JP_MONEY_UNKNOWN;
  if (!jp_json_value_object (value, keys))
    return;

  if (jp_json_value_given (&fixed) == jp_json_value_given (&bands))
    jp_json_value_fault (value, _("A year of support has either a fixed amount or bands."));
  else if (jp_json_value_given (&fixed))
    jp_json_value_money (&fixed, &year->fixed);
  else
    read_bands (year, &bands);
}

static void
read_publicity (JpPack *pack, const JpJsonValue *funding)
{
  static const char * const keys[] = { "article", "working_days", "count_first_day", NULL };
  JpJsonValue publicity = jp_json_value_member (funding, "publicity");
  JpJsonValue days = jp_json_value_member (&publicity, "working_days");
  JpJsonValue count_first = jp_json_value_member (&publicity, "count_first_day");

  if (!jp_json_value_object (&publicity, keys))
    return;

  jp_pack_read_article (&publicity, &pack->publicity_article);
  jp_json_value_number (&days, 1, 60, &pack->publicity_days);
  jp_json_value_flag (&count_first, &pack->publicity_counts_first_day);
}

void
jp_pack_read_funding (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "article", "first_fiscal_year", "years", "publicity", NULL };
  JpJsonValue funding = jp_json_value_member (root, "funding");
  JpJsonValue first = jp_json_value_member (&funding, "first_fiscal_year");
  JpJsonValue list = jp_json_value_member (&funding, "years");

  if (!jp_json_value_object (&funding, keys))
    return;

  jp_pack_read_article (&funding, &pack->funding_article);
  jp_json_value_number (&first, JP_PACK_FIRST_YEAR, JP_PACK_LAST_YEAR, &pack->first_fiscal_year);
  pack->n_funding_years = jp_json_value_array (&list, 1);
  pack->funding_years = g_new0 (JpFundingYear, pack->n_funding_years);
  for (guint i = 0; i < pack->n_funding_years; i++)
    {
      JpJsonValue value = jp_json_value_element (&list, i);

      read_funding_year (&pack->funding_years[i], &value);
    }
  read_publicity (pack, &funding);
}

static void
read_categories (JpPack *pack, const JpJsonValue *list)
{
  static const char * const keys[] = { "id", "name", "reason_required", NULL };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  pack->n_categories = jp_json_value_array (list, 1);
  pack->categories = g_new0 (JpUseCategory, pack->n_categories);
  for (guint i = 0; i < pack->n_categories; i++)
    {
      JpUseCategory *category = &pack->categories[i];
      JpJsonValue value = jp_json_value_element (list, i);
      JpJsonValue id = jp_json_value_member (&value, "id");
      JpJsonValue name = jp_json_value_member (&value, "name");
      JpJsonValue reason = jp_json_value_member (&value, "reason_required");

      if (!jp_json_value_object (&value, keys))
        continue;
      if (jp_json_value_id (&id, &category->id))
        jp_pack_claim (ids, &id, category->id);
      if (jp_json_value_text (&name, &category->name))
        jp_pack_claim (names, &name, category->name);
      if (jp_json_value_given (&reason))
        jp_json_value_flag (&reason, &category->reason_required);
    }
}

void
jp_pack_read_uses (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "article", "purposes", "categories", NULL };
  JpJsonValue uses = jp_json_value_member (root, "uses");
  JpJsonValue purposes = jp_json_value_member (&uses, "purposes");
  JpJsonValue categories = jp_json_value_member (&uses, "categories");

  if (!jp_json_value_object (&uses, keys))
    return;

  jp_pack_read_article (&uses, &pack->use_article);
  pack->purposes = jp_json_value_texts (&purposes, 1);
  read_categories (pack, &categories);
}
