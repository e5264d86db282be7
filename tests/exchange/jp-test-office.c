/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-office.h"

#include "jp-resources.h"

#include <glib/gstdio.h>
#include <string.h>

JpTestOffice *
jp_test_office_new_with_pack (const char *today, const char *pack_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) holidays = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  JpStoreSettings settings
    = { "city", pack_json, g_bytes_get_data (holidays, NULL), jp_test_date ("2025-01-01"), FALSE };
  JpTestOffice *self = g_new0 (JpTestOffice, 1);
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("jp-exchange-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "jiping.db", NULL);
  self->store = jp_store_create (path, &settings, &error);
  g_assert_no_error (error);
  self->desk = jp_desk_new (self->store, "林晓", NULL, jp_test_date (today), &error);
  g_assert_no_error (error);

  return self;
}

JpTestOffice *
jp_test_office_new (const char *today)
{
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);

  return jp_test_office_new_with_pack (today, g_bytes_get_data (pack, NULL));
}

void
jp_test_office_free (JpTestOffice *self)
{
  jp_desk_unref (self->desk);
  g_assert_finalize_object (self->store);
  jp_test_remove (self->folder);
  g_free (self->folder);
  g_free (self);
}

char *
jp_test_office_path (JpTestOffice *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

JpContext
jp_test_office_context (JpTestOffice *self)
{
  g_autoptr (GError) error = NULL;
  JpContext context;

  jp_desk_get_context (self->desk, &context, &error);
  g_assert_no_error (error);
  return context;
}

JpPack *
jp_test_office_pack (JpTestOffice *self)
{
  JpContext context = jp_test_office_context (self);

  return (JpPack *) jp_pack_set_on (context.packs, context.today);
}

GPtrArray *
jp_test_office_dossiers (JpTestOffice *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *dossiers = jp_store_load_dossiers (self->store, &error);

  g_assert_no_error (error);
  return dossiers;
}

static char *
finish_import (JpTestOffice *self, JpImport *read, const char *name, JpImport **import)
{
  g_autoptr (GError) error = NULL;
  JpImportReport report;
  const JpImportCounts *c = &report.clusters, *f = &report.figures;
  char *result;

  if (jp_casework_import (self->desk, read, name, FALSE, &report, NULL, &error))
    {
      g_assert_cmpuint (c->read, ==, c->added + c->changed + c->same);
      g_assert_cmpuint (f->read, ==, f->added + f->changed + f->same);
      g_assert_cmpuint (read->faults->len, ==, 0);
      result = g_strdup_printf ("%u=%u+%u+%u %u=%u+%u+%u", c->read, c->added, c->changed, c->same, f->read, f->added,
                                f->changed, f->same);
    }
  else
    {
      g_assert_error (error, JP_IMPORT_ERROR, JP_IMPORT_ERROR_REFUSED);
      g_assert_cmpuint (read->faults->len, >, 0);
      result = g_strdup ("refused");
    }
  if (import != NULL)
    *import = read;
  else
    jp_import_free (read);

  return result;
}

char *
jp_test_office_import (JpTestOffice *self, const char *name, JpImport **import)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_str_has_prefix (name, "samples/") ? jp_test_path (name) : jp_test_office_path (self, name);
  JpImport *read = jp_exchange_read (path, jp_test_office_pack (self), jp_desk_get_today (self->desk), NULL, &error);

  g_assert_no_error (error);
  return finish_import (self, read, name, import);
}

char *
jp_test_office_import_bytes (JpTestOffice *self, GBytes *bytes, JpImport **import)
{
  g_autoptr (GError) error = NULL;
  JpImport *read
    = jp_exchange_read_bytes (bytes, "表", jp_test_office_pack (self), jp_desk_get_today (self->desk), NULL, &error);

  g_assert_no_error (error);
  return finish_import (self, read, "表", import);
}

char *
jp_test_office_dump (JpTestOffice *self)
{
  g_autoptr (GPtrArray) dossiers = jp_test_office_dossiers (self);
  JpContext context = jp_test_office_context (self);
  GString *dump = g_string_new (NULL);

  for (JpExportWhat what = JP_EXPORT_CLUSTERS; what <= JP_EXPORT_FIGURES; what++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = jp_test_office_path (self, "dump.csv"), *text = NULL;

      g_assert_true (jp_exchange_export (path, what, dossiers, &context, NULL, &error));
      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      g_string_append (dump, text);
      g_unlink (path);
    }

  return g_string_free (dump, FALSE);
}

char *
jp_test_notes (GPtrArray *notes)
{
  GString *cells = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const JpCellNote *note = g_ptr_array_index (notes, i);

      g_assert_true (g_utf8_validate (note->message, -1, NULL));
      g_string_append_printf (cells, "%s%s!%c%u", i > 0 ? " " : "", note->sheet,
                              note->column > 0 ? (char) ('A' + note->column - 1) : '*', note->row);
    }

  return g_string_free (cells, FALSE);
}
