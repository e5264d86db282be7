/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-export-private.h"

#include "jp-import-columns.h"
#include "jp-life.h"

#include <string.h>

static void
cluster_columns (JpExportColumns *columns, const JpContext *context)
{
  static const struct
  {
    JpColumnRole role;
    const char  *unit;
    JpOutKind    kind;
    guint        decimals;
    guint        width;
  } fixed[JP_EXPORT_N_CLUSTER_COLUMNS] = {
    { JP_COLUMN_NAME, NULL, JP_OUT_TEXT, 0, 40 },        { JP_COLUMN_DISTRICT, NULL, JP_OUT_TEXT, 0, 10 },
    { JP_COLUMN_INDUSTRY, NULL, JP_OUT_TEXT, 0, 20 },    { JP_COLUMN_SCOPE, NULL, JP_OUT_TEXT, 0, 36 },
    { JP_COLUMN_AREA, "km²", JP_OUT_NUMBER, 2, 12 },     { JP_COLUMN_OPERATOR, NULL, JP_OUT_TEXT, 0, 32 },
    { JP_COLUMN_CREDIT_CODE, NULL, JP_OUT_TEXT, 0, 22 }, { JP_COLUMN_RECOGNISED, NULL, JP_OUT_DATE, 0, 13 },
    { JP_COLUMN_TERM_FIRST, NULL, JP_OUT_DATE, 0, 13 },  { JP_COLUMN_TERM_LAST, NULL, JP_OUT_DATE, 0, 13 },
    { JP_COLUMN_FUNDING_START, NULL, JP_OUT_NUMBER, 0, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    jp_export_columns_add (columns, JP_COLUMN_HEADERS[fixed[i].role], fixed[i].unit, fixed[i].kind, fixed[i].decimals,
                           FALSE, fixed[i].width);
}

/* An area as a decimal of km² without needless zeros. */
static char *
area_text (gint64 area)
{
  char *text;

  if (area == JP_VALUE_UNKNOWN)
    return NULL;

  text = jp_units_to_string (area, JP_AREA_DECIMALS);
  for (char *end = text + strlen (text) - 1; *end == '0'; end--)
    *end = '\0';
  if (g_str_has_suffix (text, "."))
    text[strlen (text) - 1] = '\0';

  return text;
}

/* The values of a cluster in the columns of its sheet: the day of its recognition and its latest term. */
void
jp_export_cluster_values (const JpDossier *dossier, const JpContext *context, char *values[JP_EXPORT_N_CLUSTER_COLUMNS])
{
  g_auto (JpLife) life = { 0 };
  const JpTerm *term;

  jp_life_init (&life, dossier, context);
  term = jp_life_last_term (&life);

  values[0] = g_strdup (dossier->name);
  values[1] = jp_export_district (context, dossier->district);
  values[2] = jp_export_text (dossier->industry);
  values[3] = jp_export_text (dossier->scope);
  values[4] = area_text (dossier->area);
  values[5] = jp_export_text (dossier->operator_name);
  values[6] = jp_export_text (dossier->credit_code);
  values[7] = jp_export_date (life.recognised_on);
  values[8] = jp_export_date (term != NULL ? term->first : JP_DATE_NONE);
  values[9] = jp_export_date (term != NULL ? term->last : JP_DATE_NONE);
  values[10] = jp_export_year (dossier->funding_start);
}

static void
take_row (JpOutTable *table, char **values, guint n_values)
{
  jp_out_table_row (table, values);
  for (guint i = 0; i < n_values; i++)
    g_free (values[i]);
}

static void
cluster_rows (JpOutTable *table, const JpDossier *dossier, const JpContext *context)
{
  char *values[JP_EXPORT_N_CLUSTER_COLUMNS];

  jp_export_cluster_values (dossier, context, values);
  take_row (table, values, G_N_ELEMENTS (values));
}

const JpExporter jp_export_clusters = { "集群", cluster_columns, cluster_rows };

static void
figure_columns (JpExportColumns *columns, const JpContext *context)
{
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);

  jp_export_columns_add (columns, JP_COLUMN_HEADERS[JP_COLUMN_NAME], NULL, JP_OUT_TEXT, 0, FALSE, 40);
  jp_export_columns_add (columns, JP_COLUMN_HEADERS[JP_COLUMN_YEAR], NULL, JP_OUT_NUMBER, 0, FALSE, 8);
  for (guint i = 0; i < pack->n_metrics; i++)
    jp_export_columns_add_metric (columns, &pack->metrics[i]);
}

static void
figure_rows (JpOutTable *table, const JpDossier *dossier, const JpContext *context)
{
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  g_autofree char **values = g_new0 (char *, pack->n_metrics + 2);

  for (guint i = 0; i < dossier->figures->len; i++)
    {
      const JpFigures *figures = g_ptr_array_index (dossier->figures, i);

      values[0] = g_strdup (dossier->name);
      values[1] = jp_export_year (jp_figures_year (figures));
      for (guint j = 0; j < pack->n_metrics; j++)
        {
          gint64 value = jp_figures_get (figures, pack->metrics[j].id);

          values[2 + j] = value != JP_VALUE_UNKNOWN ? jp_units_to_string (value, pack->metrics[j].decimals) : NULL;
        }
      take_row (table, values, pack->n_metrics + 2);
    }
}

const JpExporter jp_export_figures = { "年度指标", figure_columns, figure_rows };
