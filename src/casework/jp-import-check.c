/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-import-private.h"

#include "jp-credit-code.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>

/* A text column of a cluster and the field it fills. */
typedef struct
{
  JpColumnRole role;
  gsize        in_row;     /* offset of the char * */
  gsize        in_dossier;
  gboolean     by_filing;  /* once known, only a change filing changes it */
} TextField;

static const TextField text_fields[] = {
  { JP_COLUMN_INDUSTRY, G_STRUCT_OFFSET (JpImportCluster, industry), G_STRUCT_OFFSET (JpDossier, industry), TRUE },
  { JP_COLUMN_SCOPE, G_STRUCT_OFFSET (JpImportCluster, scope), G_STRUCT_OFFSET (JpDossier, scope), TRUE },
  { JP_COLUMN_OPERATOR, G_STRUCT_OFFSET (JpImportCluster, operator_name), G_STRUCT_OFFSET (JpDossier, operator_name),
    TRUE },
  { JP_COLUMN_CREDIT_CODE, G_STRUCT_OFFSET (JpImportCluster, credit_code), G_STRUCT_OFFSET (JpDossier, credit_code),
    FALSE },
};

static void
target_free (JpImportTarget *target)
{
  jp_dossier_free (target->dossier);
  jp_act_free (target->act);
  g_free (target->row_of_year);
  g_free (target);
}

static void
write_free (JpImportWrite *write)
{
  jp_figures_free (write->figures);
  g_free (write);
}

/* Begins a check against @dossiers, which are borrowed no longer than this call. */
void
jp_import_check_init (JpImportCheck *check, JpImport *import, const JpContext *context, GPtrArray *dossiers,
                      JpImportReport *report)
{
  check->import = import;
  check->context = context;
  check->report = report;
  check->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) target_free);
  check->by_pointer = g_hash_table_new (NULL, NULL);
  check->brought = g_ptr_array_new ();
  check->writes = g_ptr_array_new_with_free_func ((GDestroyNotify) write_free);
  *report = (JpImportReport) { 0 };
  for (guint i = 0; i < dossiers->len; i++)
    {
      JpImportTarget *target = g_new0 (JpImportTarget, 1);

      target->dossier = g_ptr_array_index (dossiers, i);
      g_hash_table_insert (check->by_name, jp_text_fold (target->dossier->name), target);
    }
  /* The targets own the dossiers from here on. */
  g_ptr_array_set_free_func (dossiers, NULL);
}

void
jp_import_check_clear (JpImportCheck *check)
{
  g_clear_pointer (&check->by_pointer, g_hash_table_unref);
  g_clear_pointer (&check->by_name, g_hash_table_unref);
  g_clear_pointer (&check->brought, g_ptr_array_unref);
  g_clear_pointer (&check->writes, g_ptr_array_unref);
}

/* The cluster called so; one that nobody knows where there is none. Names are folded once each. */
JpImportTarget *
jp_import_check_find (JpImportCheck *check, const char *interned)
{
  JpImportTarget *target = g_hash_table_lookup (check->by_pointer, interned);
  g_autofree char *folded = NULL;

  if (target != NULL)
    return target;

  folded = jp_text_fold (interned);
  target = g_hash_table_lookup (check->by_name, folded);
  if (target == NULL)
    {
      target = g_new0 (JpImportTarget, 1);
      target->is_unknown = TRUE;
      target->dossier = jp_dossier_new (NULL, interned);
      g_hash_table_insert (check->by_name, g_steal_pointer (&folded), target);
    }
  g_hash_table_insert (check->by_pointer, (gpointer) interned, target);

  return target;
}

#define FAULT(check, cluster, role, ...) \
  jp_import_add_note ((check)->import, (check)->import->faults, (cluster)->sheet, (cluster)->row, \
                      jp_import_column ((check)->import, (cluster)->sheet, (role)), __VA_ARGS__)

/* Equal as names are compared: a stray space does not make another text. */
static gboolean
same_text (const char *a, const char *b)
{
  g_autofree char *folded_a = jp_text_fold (a);
  g_autofree char *folded_b = jp_text_fold (b);

  return g_str_equal (folded_a, folded_b);
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

/* The target of a cluster row, made where no cluster is called so; NULL where the row is one too many. */
static JpImportTarget *
take_row (JpImportCheck *check, const JpImportCluster *row)
{
  JpImportTarget *target = jp_import_check_find (check, row->name);

  if (target->row != NULL)
    {
      const JpImportSheet *sheet = g_ptr_array_index (check->import->sheets, target->row->sheet);

      FAULT (check, row, JP_COLUMN_NAME, _("The cluster is in the file already, on sheet %s, row %u."), sheet->name,
             target->row->row);
      return NULL;
    }
  if (target->is_unknown)
    {
      target->is_unknown = FALSE;
      target->is_new = TRUE;
      target->dossier->recorded_on = check->context->today;
    }

  target->row = row;
  g_ptr_array_add (check->brought, target);
  return target;
}

/* A district's desk brings nothing about another district. */
static void
check_office (JpImportCheck *check, const JpImportCluster *row, const char *district)
{
  const JpDistrict *own;

  if (!jp_office_is_district (check->office) || district == NULL || g_str_equal (district, check->office))
    return;

  own = jp_pack_find_district (check->import->pack, check->office);
  FAULT (check, row, JP_COLUMN_DISTRICT, _("The cluster belongs to another district; this file keeps those of %s."),
         own != NULL ? own->name : check->office);
}

static void
check_district (JpImportCheck *check, JpImportTarget *target)
{
  const JpImportCluster *row = target->row;
  JpDossier *dossier = target->dossier;
  const JpDistrict *district
    = row->district != NULL ? jp_pack_find_district (check->import->pack, row->district) : NULL;

  if (row->district == NULL)
    {
      if (target->is_new)
        FAULT (check, row, JP_COLUMN_DISTRICT, _("A new cluster needs its 区县."));
      check_office (check, row, dossier->district);
      return;
    }
  if (district == NULL)
    {
      FAULT (check, row, JP_COLUMN_DISTRICT, _("“%s” is not a district of %s."), row->district,
             check->import->pack->city_name);
      return;
    }

  check_office (check, row, district->code);
  if (!is_given (dossier->district))
    {
      g_free (dossier->district);
      dossier->district = g_strdup (district->code);
      target->changed = TRUE;
    }
  else if (!g_str_equal (dossier->district, district->code))
    FAULT (check, row, JP_COLUMN_DISTRICT,
           _("The cluster is on record in another district, which an import does not change."));
}

/* Fills a field that is not known yet; what is known changes only where no filing is due for it. */
static void
check_text (JpImportCheck *check, JpImportTarget *target, const TextField *field)
{
  const JpImportCluster *row = target->row;
  const char *given = G_STRUCT_MEMBER (char *, row, field->in_row);
  char **kept = &G_STRUCT_MEMBER (char *, target->dossier, field->in_dossier);

  if (given == NULL || (is_given (*kept) && same_text (given, *kept)))
    return;
  if (is_given (*kept) && field->by_filing)
    {
      FAULT (
        check, row, field->role,
        _("On record is “%s”. It changes only by a change filing (重大变动报备; R-LIFE, 第十条), not by an import."),
        *kept);
      return;
    }

  g_free (*kept);
  *kept = g_strdup (given);
  target->changed = TRUE;
}

static gboolean
check_code (JpImportCheck *check, const JpImportCluster *row)
{
  JpCreditCodeFault fault = row->credit_code != NULL ? jp_credit_code_check (row->credit_code) : JP_CREDIT_CODE_OK;

  if (fault != JP_CREDIT_CODE_OK)
    FAULT (check, row, JP_COLUMN_CREDIT_CODE, "%s", jp_credit_code_fault_message (fault));

  return fault == JP_CREDIT_CODE_OK;
}

static void
check_area (JpImportTarget *target)
{
  gint64 area = target->row->area;

  if (area == JP_VALUE_UNKNOWN || area == target->dossier->area)
    return;

  target->dossier->area = area;
  target->changed = TRUE;
}

static JpImportOutcome
count (JpImportCounts *counts, gboolean added, gboolean changed)
{
  counts->read++;
  counts->added += added ? 1 : 0;
  counts->changed += !added && changed ? 1 : 0;
  counts->same += !added && !changed ? 1 : 0;

  return added ? JP_OUTCOME_ADDED : changed ? JP_OUTCOME_CHANGED : JP_OUTCOME_SAME;
}

static void
check_cluster (JpImportCheck *check, JpImportCluster *row)
{
  JpImportTarget *target = row->name != NULL ? take_row (check, row) : NULL;

  g_atomic_int_inc (&check->import->n_done);
  if (target == NULL)
    {
      row->outcome = count (&check->report->clusters, FALSE, FALSE);
      return;
    }

  check_district (check, target);
  if (target->is_new && row->industry == NULL)
    FAULT (check, row, JP_COLUMN_INDUSTRY, _("A new cluster needs its 主导产业."));
  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    if (text_fields[i].role != JP_COLUMN_CREDIT_CODE || check_code (check, row))
      check_text (check, target, &text_fields[i]);
  check_area (target);
  jp_import_check_history (check, target);

  row->outcome = count (&check->report->clusters, target->is_new, target->changed || target->act != NULL);
}

/* Judges every cluster row on the cluster as it would stand. */
void
jp_import_check_clusters (JpImportCheck *check)
{
  GPtrArray *clusters = check->import->clusters;

  for (guint i = 0; i < clusters->len; i++)
    check_cluster (check, g_ptr_array_index (clusters, i));
}
