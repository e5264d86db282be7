/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-pdf.h"

#include "jp-out-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  GError        *error; /* the first */
} Sink;

typedef struct
{
  Sink             sink;
  cairo_surface_t *surface;
  cairo_t         *cr;
  guint            n_pages;
} Document;

static cairo_status_t
write_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  Sink *sink = data;

  if (sink->error != NULL ||
      !g_output_stream_write_all (sink->stream, bytes, length, NULL, sink->cancellable, &sink->error))
    return CAIRO_STATUS_WRITE_ERROR;

  return CAIRO_STATUS_SUCCESS;
}

/* The days in it are those of the data, so that the same data give the same bytes. */
static void
set_metadata (cairo_surface_t *surface, const JpPaper *paper, const char *title)
{
  char iso[JP_DATE_ISO_LEN];
  g_autofree char *moment = NULL;

  if (title == NULL)
    title = jp_paper_get_title (paper);
  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (jp_paper_get_author (paper) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, jp_paper_get_author (paper));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Jiping 集评");
  if (jp_paper_get_as_of (paper) == JP_DATE_NONE)
    return;

  moment = g_strconcat (jp_date_to_iso (jp_paper_get_as_of (paper), iso), "T00:00:00+08:00", NULL);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, moment);
}

/* Whole points: cairo reads the numbers by the locale, where a decimal point may be a comma. */
static int
add_outline (Document *document, int parent, const char *title, guint page, double y)
{
  g_autofree char *link = g_strdup_printf ("page=%u pos=[0 %d]", page, (int) y);

  return cairo_pdf_surface_add_outline (document->surface, parent, title, link,
                                        parent == CAIRO_PDF_OUTLINE_ROOT ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
}

static void
draw_paper (Document *document, const JpPaper *paper, GPtrArray *pages)
{
  const char *title = jp_paper_get_title (paper);
  int parent = CAIRO_PDF_OUTLINE_ROOT, chapter = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < pages->len; i++)
    {
      const JpPrintPage *page = g_ptr_array_index (pages, i);

      document->n_pages++;
      if (i == 0 && title != NULL)
        parent = chapter = add_outline (document, CAIRO_PDF_OUTLINE_ROOT, title, document->n_pages, 0);
      for (guint b = 0; b < page->bookmarks->len; b++)
        {
          const JpBookmark *bookmark = g_ptr_array_index (page->bookmarks, b);
          int entry = add_outline (document, bookmark->below ? chapter : parent, bookmark->title, document->n_pages,
                                   bookmark->y);

          if (!bookmark->below)
            chapter = entry;
        }

      cairo_pdf_surface_set_size (document->surface, page->width, page->height);
      jp_print_page_draw (page, document->cr);
      cairo_show_page (document->cr);
    }
}

static gboolean
document_failed (Document *document, GError **error)
{
  cairo_status_t status = cairo_status (document->cr);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (document->surface);

  if (document->sink.error != NULL)
    g_propagate_error (error, g_steal_pointer (&document->sink.error));
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be made: %s."),
                 cairo_status_to_string (status));
  else
    return g_cancellable_set_error_if_cancelled (document->sink.cancellable, error);

  return TRUE;
}

/**
 * jp_pdf_write_to_stream:
 * @fonts: what to set the papers in
 * @title: (nullable): the title of the whole; %NULL: that of the first paper
 * @next: (scope call): gives them one by one; each is laid out, drawn and freed before the next is asked for
 * @data: for @next
 * @stream: where the bytes go; it is left open
 * @n_pages: (out) (optional): how many pages were written
 * @cancellable: (nullable): stops between two papers
 * @error: return location for a #GIOErrorEnum
 *
 * Writes papers one behind the other into one PDF, each numbered from 1 as it is alone: metadata, an outline, text
 * that can be searched, fonts embedded and subset.
 *
 * Returns: whether everything was written
 */
gboolean
jp_pdf_write_to_stream (JpFonts *fonts, const char *title, JpPaperSource next, gpointer data, GOutputStream *stream,
                        guint *n_pages, GCancellable *cancellable, GError **error)
{
  Document document = { .sink = { stream, cancellable, NULL } };
  JpPaper *paper;
  gboolean failed;

  document.surface = cairo_pdf_surface_create_for_stream (write_bytes, &document.sink, JP_A4_SHORT, JP_A4_LONG);
  cairo_pdf_surface_restrict_to_version (document.surface, CAIRO_PDF_VERSION_1_5);
  document.cr = cairo_create (document.surface);

  while (cairo_status (document.cr) == CAIRO_STATUS_SUCCESS && !g_cancellable_is_cancelled (cancellable) &&
         (paper = next (data)) != NULL)
    {
      g_autoptr (GPtrArray) pages = jp_paper_paginate (paper, fonts);

      if (document.n_pages == 0)
        set_metadata (document.surface, paper, title);
      draw_paper (&document, paper, pages);
      jp_paper_free (paper);
    }

  cairo_surface_finish (document.surface);
  failed = document_failed (&document, error);
  cairo_destroy (document.cr);
  cairo_surface_destroy (document.surface);

  if (n_pages != NULL)
    *n_pages = document.n_pages;
  return !failed;
}

/**
 * jp_pdf_write:
 * @fonts: what to set the papers in
 * @title: (nullable): the title of the whole; %NULL: that of the first paper
 * @next: (scope call): gives them one by one
 * @data: for @next
 * @path: the file to write
 * @n_pages: (out) (optional): how many pages were written
 * @cancellable: (nullable): stops between two papers
 * @error: return location for a #GIOErrorEnum
 *
 * Writes papers into one PDF file that only its owner may read. It is written beside its place and takes it when it
 * is whole and on the disk; a file already there stays until then, and nothing is left behind on failure.
 *
 * Returns: whether @path is now the new file
 */
gboolean
jp_pdf_write (JpFonts *fonts, const char *title, JpPaperSource next, gpointer data, const char *path, guint *n_pages,
              GCancellable *cancellable, GError **error)
{
  g_autoptr (JpOutFile) file = jp_out_file_new (path, error);
  g_autoptr (GFile) passing = file != NULL ? g_file_new_for_path (jp_out_file_path (file)) : NULL;
  g_autoptr (GFileOutputStream) stream = NULL;

  if (file != NULL)
    stream = g_file_append_to (passing, G_FILE_CREATE_NONE, NULL, error);

  return stream != NULL &&
         jp_pdf_write_to_stream (fonts, title, next, data, G_OUTPUT_STREAM (stream), n_pages, cancellable, error) &&
         g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error) && jp_out_file_commit (file, error);
}

typedef struct
{
  GPtrArray *papers;
  guint      next;
} PaperList;

static JpPaper *
steal_next (gpointer data)
{
  PaperList *list = data;

  return list->next < list->papers->len ? g_steal_pointer (&g_ptr_array_index (list->papers, list->next++)) : NULL;
}

/**
 * jp_pdf_write_papers:
 * @fonts: what to set the papers in
 * @papers: (element-type JpPaper): the papers; the array is empty afterwards
 * @path: the file to write
 * @n_pages: (out) (optional): how many pages were written
 * @error: return location for an error
 *
 * Writes papers that are at hand; see jp_pdf_write().
 *
 * Returns: whether @path is now the new file
 */
gboolean
jp_pdf_write_papers (JpFonts *fonts, GPtrArray *papers, const char *path, guint *n_pages, GError **error)
{
  PaperList list = { papers, 0 };
  gboolean done = jp_pdf_write (fonts, NULL, steal_next, &list, path, n_pages, NULL, error);

  g_ptr_array_set_size (papers, 0);
  return done;
}
