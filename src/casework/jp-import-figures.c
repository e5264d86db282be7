/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-import-private.h"

#include "jp-filing.h"

#include <glib/gi18n-lib.h>

#define FAULT(check, figures, role, ...) \
  jp_import_add_note ((check)->import, (check)->import->faults, (figures)->sheet, (figures)->row, \
                      jp_import_column ((check)->import, (figures)->sheet, (role)), __VA_ARGS__)

#define CANCEL_ROWS 1024 /* between looks at the cancellable */

/* The figures of one row beside those on record. */
typedef struct
{
  JpImportCheck         *check;
  const JpImportFigures *row;
  const JpImportTarget  *target;
  const JpAssessment    *lock;   /* the confirmed assessment that has frozen the year */
  JpFigures             *merged; /* as the row would stand */
  gboolean               added;
  gboolean               changed;
} Merge;

/* Whether the row has a year that figures can be of; one that could not be read is named already. */
static gboolean
has_year (JpImportCheck *check, const JpImportFigures *row)
{
  int last = (int) jp_date_year (check->context->today);
  g_autofree char *text = g_strdup_printf ("%d", row->year);

  if (row->year == 0 || (row->year >= JP_IMPORT_FIRST_YEAR && row->year <= last))
    return row->year != 0;

  FAULT (check, row, JP_COLUMN_YEAR, _("“%s” is not a year from %d to %d."), text, JP_IMPORT_FIRST_YEAR, last);
  return FALSE;
}

/* Whether this is the first row of the file about that cluster and year. */
static gboolean
take_year (JpImportCheck *check, JpImportTarget *target, const JpImportFigures *row, guint index)
{
  guint last = jp_date_year (check->context->today);
  guint *seen;

  if (target->row_of_year == NULL)
    target->row_of_year = g_new0 (guint, last - JP_IMPORT_FIRST_YEAR + 1);

  seen = &target->row_of_year[row->year - JP_IMPORT_FIRST_YEAR];
  if (*seen != 0)
    {
      const JpImportFigures *first = g_ptr_array_index (check->import->figures, *seen - 1);
      const JpImportSheet *sheet = g_ptr_array_index (check->import->sheets, first->sheet);

      FAULT (check, row, JP_COLUMN_YEAR, _("This cluster and year are in the file already, on sheet %s, row %u."),
             sheet->name, first->row);
      return FALSE;
    }

  *seen = index + 1;
  return TRUE;
}

static void
merge_value (Merge *merge, guint index)
{
  const JpMetric *metric = &merge->check->import->pack->metrics[index];
  gint64 value = merge->row->values[index];
  gint64 kept = merge->added ? JP_VALUE_UNKNOWN : jp_figures_get (merge->merged, metric->id);

  if (value == JP_VALUE_UNKNOWN || value == kept)
    return;
  if (merge->lock != NULL)
    {
      FAULT (
        merge->check, merge->row, JP_COLUMN_METRIC + index,
        _("The figure is locked by the confirmed assessment of %d. The city can correct it with a reason (R-SCORE)."),
        merge->lock->year);
      return;
    }

  jp_figures_set (merge->merged, metric->id, value);
  merge->changed = TRUE;
}

/* Names the part where the row gives it, else the whole; what was wrong before and is not touched is not this row's
 * fault. */
static void
check_parts (Merge *merge)
{
  const JpPack *pack = merge->check->import->pack;
  g_autoptr (GArray) parts = jp_figures_parts_above_wholes (merge->merged, pack);

  for (guint i = 0; i < parts->len; i++)
    {
      guint part = g_array_index (parts, guint, i);
      guint whole = (guint) pack->metrics[part].part_of;
      guint named = merge->row->values[part] != JP_VALUE_UNKNOWN ? part : whole;
      g_autofree char *part_value =
          jp_units_to_string (jp_figures_get (merge->merged, pack->metrics[part].id), pack->metrics[part].decimals);
      g_autofree char *whole_value =
          jp_units_to_string (jp_figures_get (merge->merged, pack->metrics[whole].id), pack->metrics[whole].decimals);

      if (merge->row->values[named] == JP_VALUE_UNKNOWN)
        continue;
      FAULT (merge->check, merge->row, JP_COLUMN_METRIC + named,
             _("%s (%s) is larger than %s (%s), of which it is a part."), pack->metrics[part].name, part_value,
             pack->metrics[whole].name, whole_value);
    }
}

static gboolean
has_values (const JpImportFigures *row, guint n_metrics)
{
  for (guint i = 0; i < n_metrics; i++)
    if (row->values[i] != JP_VALUE_UNKNOWN)
      return TRUE;

  return FALSE;
}

static void
merge_row (Merge *merge)
{
  JpImportCheck *check = merge->check;
  const JpFigures *kept = jp_dossier_figures (merge->target->dossier, merge->row->year);
  guint n_metrics = check->import->pack->n_metrics;
  JpImportWrite *write;

  if (!has_values (merge->row, n_metrics))
    return;

  merge->lock = jp_filing_locked_by (merge->target->dossier, merge->row->year);
  merge->added = kept == NULL;
  merge->merged = kept != NULL ? jp_figures_copy (kept) : jp_figures_new (merge->row->year);
  for (guint i = 0; i < n_metrics; i++)
    merge_value (merge, i);
  check_parts (merge);
  if (!merge->changed)
    {
      g_clear_pointer (&merge->merged, jp_figures_free);
      return;
    }

  write = g_new (JpImportWrite, 1);
  write->target = merge->target;
  write->figures = g_steal_pointer (&merge->merged);
  g_ptr_array_add (check->writes, write);
}

static JpImportTarget *
find_target (JpImportCheck *check, const JpImportFigures *row)
{
  JpImportTarget *target = row->name != NULL ? jp_import_check_find (check, row->name) : NULL;

  if (target == NULL)
    return NULL;
  if (target->is_unknown)
    FAULT (check, row, JP_COLUMN_NAME,
           _("No cluster is called “%s”. Check the name, or bring the cluster on a sheet 集群."), row->name);
  else if (jp_office_is_district (check->office) &&
           g_strcmp0 (target->dossier->district, check->office) != 0)
    FAULT (check, row, JP_COLUMN_NAME, _("The cluster belongs to another district."));

  return target;
}

static void
check_row (JpImportCheck *check, JpImportFigures *row, guint index)
{
  JpImportCounts *counts = &check->report->figures;
  JpImportTarget *target = find_target (check, row);
  Merge merge = { .check = check, .row = row, .target = target };

  if (target != NULL && has_year (check, row) && take_year (check, target, row, index))
    merge_row (&merge);

  row->outcome = merge.added ? JP_OUTCOME_ADDED : merge.changed ? JP_OUTCOME_CHANGED : JP_OUTCOME_SAME;
  counts->read++;
  counts->added += row->outcome == JP_OUTCOME_ADDED ? 1 : 0;
  counts->changed += row->outcome == JP_OUTCOME_CHANGED ? 1 : 0;
  counts->same += row->outcome == JP_OUTCOME_SAME ? 1 : 0;
  g_atomic_int_inc (&check->import->n_done);
}

/* Judges every row of figures as it would stand with what is on record. */
gboolean
jp_import_check_figures (JpImportCheck *check, GError **error)
{
  GPtrArray *figures = check->import->figures;

  for (guint i = 0; i < figures->len; i++)
    {
      if (i % CANCEL_ROWS == 0 && g_cancellable_set_error_if_cancelled (check->cancellable, error))
        return FALSE;
      check_row (check, g_ptr_array_index (figures, i), i);
    }

  return TRUE;
}
