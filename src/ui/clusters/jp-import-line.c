/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-import-line.h"

#include "jp-import-columns.h"
#include "jp-number-format.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A change of more values than this is told by its first ones. */
#define TOLD_VALUES 4

struct _JpImportLine
{
  GObject parent_instance;

  /* Owned. */
  char *sheet;
  guint row;
  char *subject;
  char *text;
};

G_DEFINE_FINAL_TYPE (JpImportLine, jp_import_line, G_TYPE_OBJECT)

static void
jp_import_line_finalize (GObject *object)
{
  JpImportLine *self = JP_IMPORT_LINE (object);

  g_free (self->sheet);
  g_free (self->subject);
  g_free (self->text);

  G_OBJECT_CLASS (jp_import_line_parent_class)->finalize (object);
}

static void
jp_import_line_class_init (JpImportLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_import_line_finalize;
}

static void
jp_import_line_init (JpImportLine *self)
{
}

const char *
jp_import_line_get_sheet (JpImportLine *self)
{
  return self->sheet;
}

guint
jp_import_line_get_row (JpImportLine *self)
{
  return self->row;
}

const char *
jp_import_line_get_subject (JpImportLine *self)
{
  return self->subject;
}

const char *
jp_import_line_get_text (JpImportLine *self)
{
  return self->text;
}

static void
add_line (GPtrArray *lines, const char *sheet, guint row, const char *subject, char *text)
{
  JpImportLine *line = g_object_new (JP_TYPE_IMPORT_LINE, NULL);

  line->sheet = g_strdup (sheet);
  line->row = row;
  line->subject = g_strdup (subject);
  line->text = text;
  g_ptr_array_add (lines, line);
}

/* What changes, one after another; more than a few are counted. */
typedef struct
{
  GString *text;
  guint    n;
} Telling;

static void
tell (Telling *telling, const char *what, const char *before, const char *after)
{
  if (telling->n++ >= TOLD_VALUES)
    return;

  if (telling->text->len > 0)
    g_string_append (telling->text, _("; "));
  if (before != NULL && *before != '\0')
    g_string_append_printf (telling->text, "%s %s → %s", what, before, after);
  else
    g_string_append_printf (telling->text, "%s %s", what, after);
}

static char *
end_telling (Telling *telling, gboolean is_new)
{
  g_autoptr (GString) text = telling->text;

  if (telling->n > TOLD_VALUES)
    {
      guint more = telling->n - TOLD_VALUES;

      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", more), more);
    }

  /* Translators: a row the data file does not have yet; what is in it */
  return is_new ? g_strdup_printf (_("New: %s"), text->str) : g_strdup (text->str);
}

static void
tell_text (Telling *telling, JpColumnRole role, const char *before, const char *given)
{
  if (given != NULL && g_strcmp0 (before, given) != 0)
    tell (telling, JP_COLUMN_HEADERS[role], before, given);
}

static void
tell_date (Telling *telling, JpColumnRole role, JpDate given)
{
  char iso[JP_DATE_ISO_LEN];

  if (given != JP_DATE_NONE)
    tell (telling, JP_COLUMN_HEADERS[role], NULL, jp_date_to_iso (given, iso));
}

/* km² without needless zeros. */
static char *
area_text (gint64 area)
{
  char *text = jp_units_to_string (area, JP_AREA_DECIMALS);

  for (char *end = text + strlen (text) - 1; *end == '0'; end--)
    *end = '\0';
  if (g_str_has_suffix (text, "."))
    text[strlen (text) - 1] = '\0';

  return text;
}

static char *
describe_cluster (const JpImportCluster *row, const JpDossier *before)
{
  Telling telling = { g_string_new (NULL), 0 };

  if (before == NULL)
    tell_text (&telling, JP_COLUMN_DISTRICT, NULL, row->district);
  tell_text (&telling, JP_COLUMN_INDUSTRY, before != NULL ? before->industry : NULL, row->industry);
  tell_text (&telling, JP_COLUMN_SCOPE, before != NULL ? before->scope : NULL, row->scope);
  if (row->area != JP_VALUE_UNKNOWN && (before == NULL || before->area != row->area))
    {
      g_autofree char *area = area_text (row->area);

      tell (&telling, JP_COLUMN_HEADERS[JP_COLUMN_AREA], NULL, area);
    }
  tell_text (&telling, JP_COLUMN_OPERATOR, before != NULL ? before->operator_name : NULL, row->operator_name);
  tell_text (&telling, JP_COLUMN_CREDIT_CODE, before != NULL ? before->credit_code : NULL, row->credit_code);
  if (before == NULL || before->acts->len == 0)
    {
      tell_date (&telling, JP_COLUMN_RECOGNISED, row->recognised_on);
      tell_date (&telling, JP_COLUMN_TERM_FIRST, row->term_first);
      tell_date (&telling, JP_COLUMN_TERM_LAST, row->term_last);
    }
  if (row->funding_start != 0 && (before == NULL || before->funding_start == 0))
    {
      g_autofree char *year = g_strdup_printf ("%d", row->funding_start);

      tell (&telling, JP_COLUMN_HEADERS[JP_COLUMN_FUNDING_START], NULL, year);
    }

  return end_telling (&telling, row->outcome == JP_OUTCOME_ADDED);
}

static char *
describe_figures (const JpImportFigures *row, const JpPack *pack, const JpFigures *before)
{
  Telling telling = { g_string_new (NULL), 0 };

  for (guint i = 0; i < pack->n_metrics; i++)
    {
      const JpMetric *metric = &pack->metrics[i];
      gint64 kept = before != NULL ? jp_figures_get (before, metric->id) : JP_VALUE_UNKNOWN;
      g_autofree char *was = kept != JP_VALUE_UNKNOWN ? jp_shown_units (kept, metric->decimals) : NULL;
      g_autofree char *is = NULL;

      if (row->values[i] == JP_VALUE_UNKNOWN || row->values[i] == kept)
        continue;
      is = jp_shown_units (row->values[i], metric->decimals);
      tell (&telling, metric->name, was, is);
    }

  return end_telling (&telling, row->outcome == JP_OUTCOME_ADDED);
}

static GHashTable *
dossiers_by_name (const JpSnapshot *snapshot)
{
  GPtrArray *dossiers = jp_snapshot_get_dossiers (snapshot);
  GHashTable *by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < dossiers->len; i++)
    {
      JpDossier *dossier = g_ptr_array_index (dossiers, i);

      g_hash_table_insert (by_name, jp_text_fold (dossier->name), dossier);
    }

  return by_name;
}

static const JpDossier *
find (GHashTable *by_name, const char *name)
{
  g_autofree char *folded = jp_text_fold (name);

  return g_hash_table_lookup (by_name, folded);
}

static const char *
sheet_name (const JpImport *import, guint sheet)
{
  return ((const JpImportSheet *) g_ptr_array_index (import->sheets, sheet))->name;
}

GPtrArray *
jp_import_lines_of_changes (const JpImport *import, const JpSnapshot *snapshot)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_name = dossiers_by_name (snapshot);

  for (guint i = 0; i < import->clusters->len; i++)
    {
      const JpImportCluster *row = g_ptr_array_index (import->clusters, i);

      if (row->outcome != JP_OUTCOME_SAME)
        add_line (lines, sheet_name (import, row->sheet), row->row, row->name,
                  describe_cluster (row, find (by_name, row->name)));
    }
  for (guint i = 0; i < import->figures->len; i++)
    {
      const JpImportFigures *row = g_ptr_array_index (import->figures, i);
      const JpDossier *dossier = row->outcome != JP_OUTCOME_SAME ? find (by_name, row->name) : NULL;
      g_autofree char *subject
        = row->outcome != JP_OUTCOME_SAME ? g_strdup_printf ("%s %d", row->name, row->year) : NULL;

      if (subject != NULL)
        add_line (lines, sheet_name (import, row->sheet), row->row, subject,
                  describe_figures (row, import->pack,
                                    dossier != NULL ? jp_dossier_figures (dossier, row->year) : NULL));
    }

  return lines;
}

/* 12 → "L": columns as spreadsheets letter them. */
static char *
column_letters (guint column)
{
  char letters[8];
  guint at = sizeof letters - 1;

  letters[at] = '\0';
  for (; column > 0 && at > 0; column = (column - 1) / 26)
    letters[--at] = (char) ('A' + (column - 1) % 26);

  return g_strdup (letters + at);
}

GPtrArray *
jp_import_lines_of_notes (GPtrArray *notes)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < notes->len; i++)
    {
      const JpCellNote *note = g_ptr_array_index (notes, i);
      g_autofree char *letters = column_letters (note->column);
      g_autofree char *subject = g_strdup_printf ("%s %s", letters, note->header != NULL ? note->header : "");

      add_line (lines, note->sheet, note->row, g_strchomp (subject), g_strdup (note->message));
    }

  return lines;
}
