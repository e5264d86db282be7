/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-display-test.h"
#include "jp-paper-print.h"
#include "jp-print-page.h"

#include "../report/paper-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <poppler.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* Two sheets of an assessment: every kind of mark there is. */
static JpPaper *
paper (Fixture *fixture)
{
  g_autoptr (JpDossier) dossier = fixture_dossier ();
  JpAssessment *assessment = fixture_confirm (dossier);

  fixture_tell (assessment);
  return fixture_paper (fixture, dossier, (JpPaperOptions) { 0 });
}

/* @page: %NULL: an empty sheet. */
static cairo_surface_t *
render (PopplerPage *page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1191, 1684);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  if (page != NULL)
    poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Pixels that differ by more than rounding does. */
static guint
n_different (cairo_surface_t *a, cairo_surface_t *b)
{
  const guchar *p = cairo_image_surface_get_data (a), *q = cairo_image_surface_get_data (b);
  int length = cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a);
  guint n = 0;

  for (int i = 0; i < length; i++)
    if (i % 4 != 3 && ABS ((int) p[i] - (int) q[i]) > 48)
      n++;

  return n;
}

static PopplerDocument *
open_pdf (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_filename_to_uri (path, NULL, &error);
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
print_to (GPtrArray *pages, const char *path)
{
  g_autoptr (GtkPrintOperation) operation = jp_paper_print_operation (pages, "年度绩效考核评价表");
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

static void
assert_same (const char *printed, const char *written)
{
  g_autoptr (PopplerDocument) print = open_pdf (printed);
  g_autoptr (PopplerDocument) pdf = open_pdf (written);

  g_assert_cmpint (poppler_document_get_n_pages (print), ==, 2);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 2);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (PopplerPage) a = poppler_document_get_page (print, i);
      g_autoptr (PopplerPage) b = poppler_document_get_page (pdf, i);
      cairo_surface_t *left = render (a), *right = render (b);
      cairo_surface_t *blank = render (NULL);
      double width, height;

      poppler_page_get_size (a, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, JP_A4_SHORT, 0.5);
      g_assert_cmpfloat_with_epsilon (height, JP_A4_LONG, 0.5);
      g_assert_cmpuint (n_different (left, right), ==, 0);
      g_assert_cmpuint (n_different (left, blank), >, 10000);
      cairo_surface_destroy (blank);
      cairo_surface_destroy (left);
      cairo_surface_destroy (right);
    }
}

/* What the printer is given is what the file holds, A4 whatever the locale's paper is. */
static void
test_same_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("jp-print-XXXXXX", NULL);
  g_autofree char *printed = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *written = g_build_filename (folder, "written.pdf", NULL);
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_paper_free);
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (papers, paper (fixture));
  pages = jp_paper_paginate (g_ptr_array_index (papers, 0), fixture->fonts);
  print_to (pages, printed);
  g_assert_true (jp_pdf_write_papers (fixture->fonts, papers, written, NULL, &error));
  g_assert_no_error (error);
  assert_same (printed, written);
  g_unlink (printed);
  g_unlink (written);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);
  g_test_add ("/display/paper-print/same-pages", Fixture, NULL, fixture_set_up, test_same_pages, fixture_tear_down);

  return g_test_run ();
}
