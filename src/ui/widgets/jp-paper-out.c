/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-out.h"

#include "jp-paper-names.h"
#include "jp-paper-progress.h"
#include "jp-paper-record.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _JpPaperOut
{
  JpPaperOrder    *order;
  JpSession       *session;
  char            *path;    /* of the file; or NULL */
  char            *folder;  /* or of the folder, a file for each cluster */
  char            *pattern;
  gboolean         replace;
  GPtrArray       *printed; /* of JpPrinted */
  GPtrArray       *written; /* paths, beside their places */
  GPtrArray       *places;  /* and where they belong */
  JpPaperProgress *progress;
};

static void
out_free (gpointer data)
{
  JpPaperOut *self = data;

  /* What has not taken its place is left behind nowhere. */
  for (guint i = 0; i < self->written->len; i++)
    g_unlink (g_ptr_array_index (self->written, i));

  g_clear_pointer (&self->progress, jp_paper_progress_end);
  jp_paper_order_free (self->order);
  g_object_unref (self->session);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->pattern);
  g_ptr_array_unref (self->printed);
  g_ptr_array_unref (self->written);
  g_ptr_array_unref (self->places);
  g_free (self);
}

static JpPaperOut *
out_new (const JpPaperOrder *order, JpSession *session)
{
  JpPaperOut *self = g_new0 (JpPaperOut, 1);

  self->order = jp_paper_order_copy (order);
  self->session = g_object_ref (session);
  self->printed = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_printed_free);
  self->written = g_ptr_array_new_with_free_func (g_free);
  self->places = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* A place beside the one a file belongs to, with the ending that tells its format. */
static const char *
place_beside (JpPaperOut *self, const char *place)
{
  g_autofree char *folder = g_path_get_dirname (place);
  const char *ending = strrchr (place, '.');
  g_autofree char *name = g_strdup_printf (".jiping-%08x%s", g_random_int (), ending != NULL ? ending : "");

  g_ptr_array_add (self->places, g_strdup (place));
  g_ptr_array_add (self->written, g_build_filename (folder, name, NULL));
  return g_ptr_array_index (self->written, self->written->len - 1);
}

static gboolean
write_file (JpPaperOut *self, GCancellable *cancellable, GError **error)
{
  JpReportSelection selection = jp_paper_order_select (self->order, self->printed);

  if (self->order->cluster == NULL)
    jp_paper_order_watch (&selection, self->progress);
  return jp_report_write (self->order->kind->id, jp_snapshot_get_dossiers (self->order->snapshot),
                          jp_snapshot_get_context (self->order->snapshot), &selection, place_beside (self, self->path),
                          NULL, cancellable, error);
}

static char *
place_of (JpPaperOut *self, const JpDossier *dossier, GHashTable *taken)
{
  char day[JP_DATE_ISO_LEN];
  JpPaperNameParts parts = {
    .cluster = dossier->name,
    .district = jp_snapshot_district_name (self->order->snapshot, dossier->district),
    .report = self->order->kind->name,
    .year = self->order->year,
    .day = jp_date_to_iso (jp_snapshot_get_context (self->order->snapshot)->today, day),
  };
  g_autofree char *name = jp_paper_name_unique (self->pattern, &parts, taken);
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);

  return g_build_filename (self->folder, file, NULL);
}

static gboolean
write_cluster (JpPaperOut *self, JpFonts *fonts, JpReportSource *source, const JpDossier *dossier, GHashTable *taken,
               guint *n_there, GError **error)
{
  g_autoptr (GPtrArray) papers = jp_report_source_of (source, dossier);
  g_autofree char *place = NULL;

  if (papers->len == 0)
    return TRUE;

  place = place_of (self, dossier, taken);
  if (g_file_test (place, G_FILE_TEST_EXISTS))
    (*n_there)++;
  return jp_pdf_write_papers (fonts, papers, place_beside (self, place), NULL, error);
}

static gboolean
write_folder (JpPaperOut *self, GCancellable *cancellable, GError **error)
{
  GPtrArray *dossiers = jp_snapshot_get_dossiers (self->order->snapshot);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JpFonts) fonts = jp_fonts_new (NULL, error);
  g_autoptr (JpReportSource) source = fonts != NULL ? jp_paper_order_begin (self->order, self->printed, NULL) : NULL;
  guint n_there = 0;

  if (fonts == NULL)
    return FALSE;

  for (guint i = 0; i < dossiers->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !write_cluster (self, fonts, source, g_ptr_array_index (dossiers, i), taken, &n_there, error))
        return FALSE;
      jp_paper_progress_tell (self->progress, i + 1, dossiers->len);
    }

  if (n_there == 0 || self->replace)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               g_dngettext (GETTEXT_PACKAGE, "%u file of the same name is in the folder already.",
                            "%u files of the same names are in the folder already.", n_there), n_there);
  return FALSE;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JpPaperOut *self = data;
  GError *error = NULL;

  if (self->path != NULL ? write_file (self, cancellable, &error) : write_folder (self, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
take_places (JpPaperOut *self, GError **error)
{
  while (self->written->len > 0)
    {
      guint last = self->written->len - 1;
      const char *place = g_ptr_array_index (self->places, last);

      if (g_rename (g_ptr_array_index (self->written, last), place) < 0)
        {
          int code = errno;

          g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), _("“%s” could not be written: %s."), place,
                       g_strerror (code));
          return FALSE;
        }
      g_ptr_array_set_size (self->written, (int) last);
    }

  return TRUE;
}

static void
on_recorded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  JpPaperOut *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (jp_session_do_finish (JP_SESSION (source), result, &error) && take_places (self, &error))
    g_task_return_int (task, (gssize) self->places->len);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  JpPaperOut *self = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&self->progress, jp_paper_progress_end);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    jp_paper_record (self->session, self->printed, on_recorded, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
start (JpPaperOut *self, GtkWidget *from, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GCancellable) own = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  GTask *task = g_task_new (NULL, own, callback, data);
  g_autoptr (GTask) writing = g_task_new (NULL, own, on_written, task);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, self, out_free);
  /* Once the papers are recorded, they take their places; there is no way back. */
  g_task_set_check_cancellable (task, FALSE);
  self->progress = jp_paper_progress_new (from, own);
  g_task_set_source_tag (writing, run);
  g_task_set_task_data (writing, self, NULL);
  g_task_run_in_thread (writing, run);
}

void
jp_paper_out_write (const JpPaperOrder *order, const char *path, JpSession *session, GtkWidget *from,
                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  JpPaperOut *self = out_new (order, session);

  self->path = g_strdup (path);
  start (self, from, cancellable, callback, data);
}

void
jp_paper_out_write_folder (const JpPaperOrder *order, const char *folder, const char *pattern, gboolean replace,
                           JpSession *session, GtkWidget *from, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data)
{
  JpPaperOut *self = out_new (order, session);

  self->folder = g_strdup (folder);
  self->pattern = g_strdup (pattern);
  self->replace = replace;
  start (self, from, cancellable, callback, data);
}

int
jp_paper_out_finish (GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
