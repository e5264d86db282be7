/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the charts of the dashboard show, as data. */

#include "jp-dashboard-data.h"

#include "jp-fund-case.h"
#include "jp-number-format.h"
#include "jp-paper-words.h"
#include "jp-ratio.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define YEARS_SHOWN 5
#define PER_YI 10000 /* 万元 in 亿元 */

/* What a group of clusters reported for one year. Growth compares those that reported for both years. */
typedef struct
{
  gint64 sum;
  guint  n;
  gint64 pair_before, pair_now;
  guint  n_pairs;
} Reported;

typedef struct
{
  const JpMetric *metric;
  int             first_year;
  gint64          divisor;
  const char     *unit;
  GHashTable     *groups; /* district's code, "" for all → array of Reported, by year */
} Outputs;

static void
output_free (gpointer data)
{
  JpDashboardOutput *output = data;

  g_free (output->name);
  g_free (output->unit);
  jp_chart_unref (output->chart);
  g_free (output);
}

/* The pack's leading amount: the first that is no part of another. */
static const JpMetric *
leading_amount (const JpPack *pack)
{
  for (guint i = 0; pack != NULL && i < pack->n_metrics; i++)
    if (pack->metrics[i].kind == JP_METRIC_AMOUNT && pack->metrics[i].part_of < 0)
      return &pack->metrics[i];

  return NULL;
}

static gint64
value_of (const JpDossier *dossier, int year, const char *metric)
{
  const JpFigures *figures = jp_dossier_figures (dossier, year);

  return figures != NULL ? jp_figures_get (figures, metric) : JP_VALUE_UNKNOWN;
}

static void
add_to (gint64 *sum, gint64 value)
{
  gint64 result;

  *sum = jp_add_checked (*sum, value, &result) ? result : G_MAXINT64;
}

static Reported *
reported_of (Outputs *self, const char *group)
{
  Reported *years = g_hash_table_lookup (self->groups, group);

  if (years == NULL)
    {
      years = g_new0 (Reported, YEARS_SHOWN);
      g_hash_table_insert (self->groups, g_strdup (group), years);
    }

  return years;
}

static void
report (Reported *reported, gint64 before, gint64 now)
{
  if (now == JP_VALUE_UNKNOWN)
    return;

  add_to (&reported->sum, now);
  reported->n++;
  if (before == JP_VALUE_UNKNOWN)
    return;
  add_to (&reported->pair_before, before);
  add_to (&reported->pair_now, now);
  reported->n_pairs++;
}

static void
collect_output (Outputs *self, const JpDossier *dossier)
{
  Reported *all = reported_of (self, ""),
           *own = dossier->district != NULL ? reported_of (self, dossier->district) : NULL;
  gint64 before = value_of (dossier, self->first_year - 1, self->metric->id);

  for (int i = 0; i < YEARS_SHOWN; i++)
    {
      gint64 now = value_of (dossier, self->first_year + i, self->metric->id);

      report (&all[i], before, now);
      if (own != NULL)
        report (&own[i], before, now);
      before = now;
    }
}

static void
choose_unit (Outputs *self)
{
  Reported *all = reported_of (self, "");
  gboolean large = FALSE;

  self->divisor = 1;
  self->unit = self->metric->unit;
  for (int i = 0; i < YEARS_SHOWN; i++)
    large = large || all[i].sum >= PER_YI * jp_power_of_ten (self->metric->decimals);
  if (large && g_str_equal (self->metric->unit, "万元"))
    {
      self->divisor = PER_YI;
      self->unit = "亿元";
    }
}

static char *
amount_text (const Outputs *self, gint64 value)
{
  return jp_units_to_string (jp_div_half_up (value, self->divisor), self->metric->decimals);
}

/* Growth as a signed per cent, and in hundredths of one for the line. */
static char *
growth_of (const Reported *reported, gint64 *hundredths)
{
  g_autofree char *percent = NULL;
  gint64 more = reported->pair_now - reported->pair_before;

  *hundredths = JP_CHART_NONE;
  if (reported->n_pairs == 0 || reported->pair_before == 0 || reported->pair_now == G_MAXINT64 ||
      !jp_mul_div_half_up (more, 10000, reported->pair_before, hundredths))
    return NULL;

  percent = jp_ratio_to_percent (more, reported->pair_before);
  return g_strconcat (more > 0 ? "+" : "", percent, NULL);
}

static JpChart *
new_output_chart (const Outputs *self, const char *group, const char *name, const char *place, int year)
{
  const Reported *years = g_hash_table_lookup (self->groups, group);
  JpChart *chart = jp_chart_new (JP_CHART_COLUMNS, JP_CHART_STACKED, name, _("Year"));
  guint output
    = jp_chart_add_series (chart, self->metric->name, self->unit, JP_SERIES_BARS, JP_FILL_SOLID, JP_INK_MAIN);
  guint growth = jp_chart_add_series (chart, _("Growth"), NULL, JP_SERIES_LINE, JP_FILL_SOLID, JP_INK_GROWTH);
  guint n = jp_chart_add_series (chart, _("Clusters"), NULL, JP_SERIES_TABLE, JP_FILL_SOLID, JP_INK_MAIN);
  gboolean begun = FALSE;

  for (int i = 0; years != NULL && i < YEARS_SHOWN; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", self->first_year + i);
      g_autofree char *text = amount_text (self, years[i].sum);
      g_autofree char *growth_text = NULL;
      g_autofree char *n_text = g_strdup_printf ("%u", years[i].n);
      guint category;
      gint64 hundredths;

      /* Years before the first report are left out; a year without one between others is a gap that shows. */
      begun = begun || years[i].n > 0;
      if (!begun)
        continue;
      growth_text = growth_of (&years[i], &hundredths);
      category = jp_chart_add_category (chart, label, self->first_year + i == year ? JP_TONE_STRONG : JP_TONE_PALE);
      jp_chart_set_value (chart, n, category, years[i].n, n_text);
      jp_chart_set_place (chart, category, place);
      if (years[i].n == 0)
        continue;
      jp_chart_set_value (chart, output, category, years[i].sum, text);
      jp_chart_set_value (chart, growth, category, hundredths, growth_text);
    }

  return chart;
}

/* The districts of the year, one beside the other. */
static JpChart *
new_comparison (const Outputs *self, GPtrArray *districts, const char *name)
{
  JpChart *chart = jp_chart_new (JP_CHART_ROWS, JP_CHART_STACKED, name, _("District"));
  guint output
    = jp_chart_add_series (chart, self->metric->name, self->unit, JP_SERIES_BARS, JP_FILL_SOLID, JP_INK_MAIN);
  guint growth = jp_chart_add_series (chart, _("Growth"), NULL, JP_SERIES_TABLE, JP_FILL_SOLID, JP_INK_GROWTH);

  for (guint i = 0; i < districts->len; i++)
    {
      const JpDashboardDistrict *district = g_ptr_array_index (districts, i);
      const Reported *years = g_hash_table_lookup (self->groups, district->code);
      const Reported *last = years != NULL ? &years[YEARS_SHOWN - 1] : NULL;
      guint category = jp_chart_add_category (chart, district->name, JP_TONE_PLAIN);
      g_autofree char *place = g_strconcat ("clusters#district:", district->code, NULL);
      g_autofree char *text = NULL, *growth_text = NULL, *head = NULL;
      gint64 hundredths;

      jp_chart_set_place (chart, category, place);
      jp_chart_set_head (chart, category, "—");
      if (last == NULL || last->n == 0)
        continue;
      text = amount_text (self, last->sum);
      growth_text = growth_of (last, &hundredths);
      head = g_strjoin ("  ", text, growth_text, NULL);
      jp_chart_set_value (chart, output, category, last->sum, text);
      jp_chart_set_value (chart, growth, category, hundredths, growth_text);
      jp_chart_set_head (chart, category, head);
    }

  return chart;
}

static void
add_output (GPtrArray *outputs, const Outputs *self, const char *name, JpChart *chart, const char *group)
{
  JpDashboardOutput *output = g_new0 (JpDashboardOutput, 1);
  const Reported *years = g_hash_table_lookup (self->groups, group);

  output->name = g_strdup (name);
  output->unit = g_strdup (self->unit);
  output->chart = chart;
  output->n_clusters = years != NULL ? years[YEARS_SHOWN - 1].n : 0;
  g_ptr_array_add (outputs, output);
}

/**
 * jp_dashboard_outputs:
 * @dossiers: (element-type JpDossier): all clusters
 * @context: packs and today
 * @year: the last year shown
 * @districts: (element-type JpDashboardDistrict): those that have a cluster
 *
 * Returns: (transfer full) (element-type JpDashboardOutput): output and growth of all, of the districts compared, and
 *   of each; empty without a pack
 */
GPtrArray *
jp_dashboard_outputs (GPtrArray *dossiers, const JpContext *context, int year, GPtrArray *districts)
{
  GPtrArray *outputs = g_ptr_array_new_with_free_func (output_free);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *name = NULL;
  Outputs self = { leading_amount (jp_dashboard_pack (context, year)), year - YEARS_SHOWN + 1, 1, NULL, groups };

  if (self.metric == NULL)
    return outputs;

  for (guint i = 0; i < dossiers->len; i++)
    collect_output (&self, g_ptr_array_index (dossiers, i));
  choose_unit (&self);

  /* Translators: %s is a figure, such as 总产值 */
  name = g_strdup_printf (_("%s and Growth"), self.metric->name);
  add_output (outputs, &self, NULL, new_output_chart (&self, "", name, "clusters", year), "");
  add_output (outputs, &self, NULL, new_comparison (&self, districts, name), "");
  for (guint i = 0; i < districts->len; i++)
    {
      const JpDashboardDistrict *district = g_ptr_array_index (districts, i);
      g_autofree char *title = g_strdup_printf ("%s · %s", name, district->name);
      g_autofree char *place = g_strconcat ("clusters#district:", district->code, NULL);

      add_output (outputs, &self, district->name, new_output_chart (&self, district->code, title, place, year),
                  district->code);
    }

  return outputs;
}

/* Scores by band */

typedef struct
{
  guint confirmed, provisional;
  const JpDossier *only; /* borrowed */
} Band;

static void
set_count (JpChart *chart, guint series, guint category, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  jp_chart_set_value (chart, series, category, n, text);
}

static void
add_band (JpChart *chart, const char *label, JpChartTone tone, const Band *band, const char *place)
{
  guint category = jp_chart_add_category (chart, label, tone), n = band->confirmed + band->provisional;
  g_autofree char *head = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cluster", "%u clusters", n), n);
  g_autofree char *dossier = n == 1 ? g_strdup_printf ("dossier#%s#assessments", band->only->id) : NULL;

  set_count (chart, 0, category, band->confirmed);
  set_count (chart, 1, category, band->provisional);
  jp_chart_set_head (chart, category, head);
  if (n > 0)
    jp_chart_set_place (chart, category, dossier != NULL ? dossier : place);
}

static void
count_in (Band *band, const JpResult *result)
{
  if (result->state == JP_ASSESSMENT_CONFIRMED)
    band->confirmed++;
  else
    band->provisional++;
  band->only = result->dossier;
}

/* What was confirmed has its total, whatever is known by now. */
static gboolean
has_no_points (const JpResult *result)
{
  return result->state != JP_ASSESSMENT_CONFIRMED &&
         (result->pack == NULL || result->missing->len == result->pack->n_indicators);
}

/**
 * jp_dashboard_scores:
 * @results: (element-type JpResult): of @year, due ones
 * @context: packs and today
 * @year: assessment year
 *
 * How the year's results fall into the bands of the policy: confirmed ones, and behind them what the points known so
 * far would give. A vetoed one is in no band, and one without any points is in none either. Rules R-SCORE, R-FUND.
 *
 * Returns: (transfer full): the chart
 */
JpChart *
jp_dashboard_scores (GPtrArray *results, const JpContext *context, int year)
{
  JpChart *chart = jp_chart_new (JP_CHART_ROWS, JP_CHART_STACKED, _("Scores by Band"), _("Band"));
  const JpPack *pack = jp_dashboard_pack (context, year);
  guint ordinal = pack != NULL ? jp_pack_first_banded (pack) : 0;
  const JpFundingYear *banded = ordinal > 0 ? &pack->funding_years[ordinal - 1] : NULL;
  g_autofree Band *bands = g_new0 (Band, banded != NULL ? banded->n_bands : 1);
  Band vetoed = { 0 }, unknown = { 0 };

  jp_chart_add_series (chart, _("Confirmed"), NULL, JP_SERIES_BARS, JP_FILL_SOLID, JP_INK_MAIN);
  jp_chart_add_series (chart, _("Provisional"), NULL, JP_SERIES_BARS, JP_FILL_HATCHED, JP_INK_MAIN);
  if (banded == NULL)
    return chart;

  for (guint i = 0; i < results->len; i++)
    {
      const JpResult *result = g_ptr_array_index (results, i);

      if (result->vetoed)
        count_in (&vetoed, result);
      else if (has_no_points (result))
        count_in (&unknown, result);
      else
        count_in (&bands[jp_pack_band (pack, ordinal, result->total) - banded->bands], result);
    }

  for (guint i = 0; i < banded->n_bands; i++)
    {
      g_autofree char *label = jp_words_band (banded->bands[i].from, i > 0 ? banded->bands[i - 1].from : 10000);

      add_band (chart, label, JP_TONE_PLAIN, &bands[i], "clusters");
    }
  add_band (chart, _("Vetoed"), JP_TONE_DANGER, &vetoed, "clusters#warning:vetoed");
  if (unknown.confirmed + unknown.provisional > 0)
    add_band (chart, _("No points yet"), JP_TONE_PLAIN, &unknown, "clusters#warning:missing");

  return chart;
}

/* Enterprises by tier */

/* The whole that the first counted part belongs to: all enterprises. */
static int
counted_whole (const JpPack *pack)
{
  for (guint i = 0; pack != NULL && i < pack->n_metrics; i++)
    if (pack->metrics[i].kind == JP_METRIC_COUNT && pack->metrics[i].part_of >= 0)
      return pack->metrics[i].part_of;

  return -1;
}

static Reported
count_firms (GPtrArray *dossiers, const char *metric, int year)
{
  Reported reported = { 0 };

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      report (&reported, value_of (dossier, year - 1, metric), value_of (dossier, year, metric));
    }

  return reported;
}

static void
add_tier (JpChart *chart, const JpMetric *metric, const Reported *reported)
{
  guint category = jp_chart_add_category (chart, metric->name, JP_TONE_PLAIN);
  g_autofree char *text = jp_units_to_string (reported->sum, metric->decimals);
  g_autofree char *more = jp_units_to_string (reported->pair_now - reported->pair_before, metric->decimals);
  gboolean grew = reported->pair_now > reported->pair_before;
  g_autofree char *change = g_strconcat (grew ? "+" : "", more, NULL);
  g_autofree char *head = reported->n_pairs > 0 ? g_strdup_printf ("%s  %s", text, change) : g_strdup (text);

  jp_chart_set_place (chart, category, "clusters");
  jp_chart_set_head (chart, category, reported->n > 0 ? head : "—");
  if (reported->n > 0)
    jp_chart_set_value (chart, 0, category, reported->sum, text);
  if (reported->n_pairs > 0)
    jp_chart_set_value (chart, 1, category, reported->pair_now - reported->pair_before, change);
}

/**
 * jp_dashboard_firms:
 * @dossiers: (element-type JpDossier): all clusters
 * @context: packs and today
 * @year: whose figures
 * @total: (out) (transfer full): all enterprises, with their name and unit; %NULL where no cluster reported them
 *
 * Counts the enterprises of all clusters under each title. A firm counts under every title it holds, so that the
 * titles do not add up to the whole. Rule R-SCORE.
 *
 * Returns: (transfer full): the chart
 */
JpChart *
jp_dashboard_firms (GPtrArray *dossiers, const JpContext *context, int year, char **total)
{
  const JpPack *pack = jp_dashboard_pack (context, year);
  JpChart *chart = jp_chart_new (JP_CHART_ROWS, JP_CHART_STACKED, _("Enterprises by Tier"), _("Tier"));
  int whole = counted_whole (pack);
  Reported all;

  *total = NULL;
  if (whole < 0)
    return chart;

  jp_chart_add_series (chart, _("Enterprises"), pack->metrics[whole].unit, JP_SERIES_BARS, JP_FILL_SOLID,
                       JP_INK_SECOND);
  jp_chart_add_series (chart, _("Change in the year"), pack->metrics[whole].unit, JP_SERIES_TABLE, JP_FILL_SOLID,
                       JP_INK_SECOND);
  for (guint i = 0; i < pack->n_metrics; i++)
    if (pack->metrics[i].part_of == whole)
      {
        Reported reported = count_firms (dossiers, pack->metrics[i].id, year);

        add_tier (chart, &pack->metrics[i], &reported);
      }

  all = count_firms (dossiers, pack->metrics[whole].id, year);
  if (all.n > 0)
    {
      g_autofree char *number = jp_shown_units (all.sum, pack->metrics[whole].decimals);

      *total = g_strdup_printf ("%s %s %s", pack->metrics[whole].name, number, pack->metrics[whole].unit);
    }

  return chart;
}

/* Funding by fiscal year */

static void
set_money (JpChart *chart, guint series, guint category, JpMoney money)
{
  g_autofree char *text = jp_money_to_wan (money);

  jp_chart_set_value (chart, series, category, money, text);
}

/* 100 rather than 100.00: above a column there is little room. */
static char *
short_wan (JpMoney money)
{
  char *text = jp_money_to_wan (money);

  if (g_str_has_suffix (text, ".00"))
    text[strlen (text) - 3] = '\0';

  return text;
}

/**
 * jp_dashboard_funding:
 * @dossiers: (element-type JpDossier): all clusters
 * @context: packs, holidays, the file's first day and today
 * @fiscal_year: the one that is meant
 *
 * Support by fiscal year: paid, against what is certain and what it may be at most. Rule R-FUND.
 *
 * Returns: (transfer full): the chart, in fen
 */
JpChart *
jp_dashboard_funding (GPtrArray *dossiers, const JpContext *context, int fiscal_year)
{
  JpChart *chart = jp_chart_new (JP_CHART_COLUMNS, JP_CHART_OVERLAID, _("Funding by Fiscal Year"), _("Fiscal Year"));
  guint most = jp_chart_add_series (chart, _("At most"), "万元", JP_SERIES_BARS, JP_FILL_OUTLINE, JP_INK_MONEY);
  guint certain = jp_chart_add_series (chart, _("Certain"), "万元", JP_SERIES_BARS, JP_FILL_HATCHED, JP_INK_MONEY);
  guint paid = jp_chart_add_series (chart, _("Paid"), "万元", JP_SERIES_BARS, JP_FILL_SOLID, JP_INK_MONEY);
  guint expected = jp_chart_add_series (chart, _("Expected"), "万元", JP_SERIES_TABLE, JP_FILL_SOLID, JP_INK_MONEY);
  g_autoptr (GArray) years = jp_budget_new (dossiers, context);

  for (guint i = 0; i < years->len; i++)
    {
      const JpBudgetYear *year = &g_array_index (years, JpBudgetYear, i);
      g_autofree char *label = g_strdup_printf ("%d", year->fiscal_year);
      g_autofree char *least = short_wan (year->certain), *highest = short_wan (year->most);
      g_autofree char *range = g_strdup_printf ("%s–%s", least, highest);
      guint category
        = jp_chart_add_category (chart, label, year->fiscal_year == fiscal_year ? JP_TONE_STRONG : JP_TONE_PLAIN);

      set_money (chart, most, category, year->most);
      set_money (chart, certain, category, year->certain);
      set_money (chart, paid, category, year->paid);
      set_money (chart, expected, category, year->expected);
      jp_chart_set_head (chart, category, year->certain == year->most ? least : range);
      jp_chart_set_place (chart, category, "clusters");
    }

  return chart;
}
