/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-exchange.h"

#include "jp-export-private.h"


/**
 * jp_export_what_parse:
 * @id: "clusters", "figures", "assessments" or "funding"
 * @what: (out): the table of that name
 *
 * Returns: whether there is such a table
 */
gboolean
jp_export_what_parse (const char *id, JpExportWhat *what)
{
  static const char *const ids[] = { "clusters", "figures", "assessments", "funding" };

  g_return_val_if_fail (id != NULL && what != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (ids[i], id))
      {
        *what = (JpExportWhat) i;
        return TRUE;
      }

  return FALSE;
}

JpExportColumns *
jp_export_columns_new (void)
{
  JpExportColumns *self = g_new0 (JpExportColumns, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (JpOutColumn));
  self->headers = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
jp_export_columns_free (JpExportColumns *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->headers);
  g_free (self);
}

/* @unit: NULL for none. */
void
jp_export_columns_add (JpExportColumns *self, const char *name, const char *unit, JpOutKind kind, guint decimals,
                       gboolean grouped, guint width)
{
  JpOutColumn column = { NULL, kind, decimals, grouped, width };
  char *header = unit != NULL ? g_strdup_printf ("%s（%s）", name, unit) : g_strdup (name);

  g_ptr_array_add (self->headers, header);
  column.header = header;
  g_array_append_val (self->columns, column);
}

/* The column of a metric, as the template and the ledger have it. */
void
jp_export_columns_add_metric (JpExportColumns *self, const JpMetric *metric)
{
  jp_export_columns_add (self, metric->name, metric->unit, JP_OUT_NUMBER, metric->decimals,
                         metric->kind != JP_METRIC_SHARE, metric->kind == JP_METRIC_AMOUNT ? 16 : 12);
}

char *
jp_export_date (JpDate date)
{
  char iso[JP_DATE_ISO_LEN];

  return date != JP_DATE_NONE ? g_strdup (jp_date_to_iso (date, iso)) : NULL;
}

char *
jp_export_text (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

char *
jp_export_year (int year)
{
  return year != 0 ? g_strdup_printf ("%d", year) : NULL;
}

/* A name of the city's districts by its code; the code itself where no pack knows it. */
char *
jp_export_district (const JpContext *context, const char *code)
{
  if (code == NULL)
    return NULL;

  for (guint i = 0; i < jp_pack_set_size (context->packs); i++)
    {
      const JpDistrict *district = jp_pack_find_district (jp_pack_set_nth (context->packs, i), code);

      if (district != NULL)
        return g_strdup (district->name);
    }

  return g_strdup (code);
}

static gboolean
export_table (const char *path, const JpExporter *exporter, GPtrArray *dossiers, const JpContext *context,
              guint *n_rows, GError **error)
{
  JpExportColumns *columns = jp_export_columns_new ();
  g_autoptr (JpOutTable) table = NULL;
  gboolean done = FALSE;

  exporter->columns (columns, context);
  table = jp_out_table_new (path, exporter->sheet, (const JpOutColumn *) (gpointer) columns->columns->data,
                            columns->columns->len, context->today, error);
  if (table != NULL)
    {
      for (guint i = 0; i < dossiers->len; i++)
        exporter->rows (table, g_ptr_array_index (dossiers, i), context);
      done = jp_out_table_finish (table, n_rows, error);
    }
  g_clear_pointer (&table, jp_out_table_free);
  jp_export_columns_free (columns);

  return done;
}

/**
 * jp_exchange_export:
 * @path: where the file shall be; CSV if it ends so, else a workbook
 * @what: which table
 * @dossiers: (element-type JpDossier): the clusters, in the order of the table
 * @context: the rules of the day
 * @n_rows: (out) (optional): how many rows stand below the header
 * @error: return location for a %G_IO_ERROR
 *
 * Writes a table of the ledger in Chinese. Clusters and figures can be imported again, which changes nothing; codes
 * stay text, and text that looks like a formula stays text. The same data give the same bytes.
 *
 * Returns: whether the file is written
 */
gboolean
jp_exchange_export (const char *path, JpExportWhat what, GPtrArray *dossiers, const JpContext *context, guint *n_rows,
                    GError **error)
{
  static const JpExporter *const exporters[] = {
    [JP_EXPORT_CLUSTERS] = &jp_export_clusters,
    [JP_EXPORT_FIGURES] = &jp_export_figures,
    [JP_EXPORT_ASSESSMENTS] = &jp_export_assessments,
    [JP_EXPORT_FUNDING] = &jp_export_funding,
  };

  g_return_val_if_fail (path != NULL && dossiers != NULL && context != NULL, FALSE);
  g_return_val_if_fail ((guint) what < G_N_ELEMENTS (exporters), FALSE);

  return export_table (path, exporters[what], dossiers, context, n_rows, error);
}
