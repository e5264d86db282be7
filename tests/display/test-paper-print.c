/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-display-test.h"
#include "jp-paper-print.h"
#include "jp-print-page.h"

#include "../report/sample-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <poppler.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* @page: %NULL: an empty sheet. */
static cairo_surface_t *
render (PopplerPage *page, double width, double height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width), (int) ceil (height));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
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
  g_autoptr (GtkPrintOperation) operation = jp_paper_print_operation (pages, "集群报表");
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

/* The same dots on the same sheet: A4 upright or across, as the page is. */
static void
assert_same_page (PopplerPage *printed, PopplerPage *written, const JpPrintPage *page)
{
  cairo_surface_t *left = render (printed, page->width, page->height),
                  *right = render (written, page->width, page->height);
  cairo_surface_t *blank = render (NULL, page->width, page->height);
  double width, height;

  poppler_page_get_size (printed, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, page->width, 0.5);
  g_assert_cmpfloat_with_epsilon (height, page->height, 0.5);
  g_assert_cmpfloat_with_epsilon (MIN (width, height), JP_A4_SHORT, 0.5);
  g_assert_cmpfloat_with_epsilon (MAX (width, height), JP_A4_LONG, 0.5);
  poppler_page_get_size (written, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, page->width, 0.01);
  g_assert_cmpfloat_with_epsilon (height, page->height, 0.01);
  g_assert_cmpuint (n_different (left, right), ==, 0);
  g_assert_cmpuint (n_different (left, blank), >, 100);
  cairo_surface_destroy (blank);
  cairo_surface_destroy (left);
  cairo_surface_destroy (right);
}

static void
assert_same (const char *printed, const char *written, GPtrArray *pages)
{
  g_autoptr (PopplerDocument) print = open_pdf (printed);
  g_autoptr (PopplerDocument) pdf = open_pdf (written);

  g_assert_cmpint (poppler_document_get_n_pages (print), ==, (int) pages->len);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, (int) pages->len);
  for (guint i = 0; i < pages->len; i++)
    {
      g_autoptr (PopplerPage) a = poppler_document_get_page (print, (int) i);
      g_autoptr (PopplerPage) b = poppler_document_get_page (pdf, (int) i);

      assert_same_page (a, b, g_ptr_array_index (pages, i));
    }
}

/* One for all: it only is read. */
static Sample *
the_sample (void)
{
  static Sample sample;

  if (sample.store == NULL)
    sample_set_up (&sample, NULL);
  return &sample;
}

static void
check_kind (Sample *sample, const char *kind, const char *cluster)
{
  g_autofree char *printed = g_build_filename (sample->folder, "printed.pdf", NULL);
  g_autofree char *written = g_build_filename (sample->folder, "written.pdf", NULL);
  g_autoptr (GPtrArray) papers = sample_papers (sample, kind, sample->dossiers, cluster, 0);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_print_page_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < papers->len; i++)
    g_ptr_array_extend_and_steal (pages, jp_paper_paginate (g_ptr_array_index (papers, i), sample->fonts));
  print_to (pages, printed);
  g_assert_true (jp_pdf_write_papers (sample->fonts, papers, written, NULL, &error));
  g_assert_no_error (error);
  assert_same (printed, written, pages);
  g_unlink (printed);
  g_unlink (written);
}

/* What the printer is given is what the file holds, of every paper; those about a cluster of one. */
static void
test_same_pages (gconstpointer data)
{
  const JpReportKind *kind = data;
  Sample *sample = the_sample ();
  gboolean by_clusters = kind->per == JP_PER_CLUSTER || kind->per == JP_PER_CASE;

  check_kind (sample, kind->id, by_clusters ? sample_find (sample, "工业机器人")->id : NULL);
}

/* Run as a process of its own under another locale. */
static void
test_locale_child (void)
{
  const char *paper = g_getenv ("JP_TEST_PAPER");

  if (paper == NULL)
    return;

  g_assert_cmpstr (gtk_paper_size_get_default (), ==, paper);
  check_kind (the_sample (), "notice", NULL);
  check_kind (the_sample (), "ranking", NULL); /* across */
  sample_tear_down (the_sample (), NULL);
}

/* A4, whatever the locale's paper is. */
static void
test_locale (gconstpointer data)
{
  const char *locale = data;

  g_setenv ("LC_ALL", locale, TRUE);
  g_setenv ("JP_TEST_PAPER", g_str_has_prefix (locale, "en_US") ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4, TRUE);
  g_test_trap_subprocess ("/display/paper-print/child", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_unsetenv ("JP_TEST_PAPER");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
}

int
main (int argc, char **argv)
{
  static const char * const locales[] = { "C", "zh_CN.UTF-8", "de_DE.UTF-8", "en_US.UTF-8" };
  guint n_kinds;
  const JpReportKind *kinds = jp_report_kinds (&n_kinds);
  int status;

  jp_display_init (&argc, &argv);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *path = g_strdup_printf ("/display/paper-print/same-pages/%s", kinds[i].id);

      g_test_add_data_func (path, &kinds[i], test_same_pages);
    }
  g_test_add_func ("/display/paper-print/child", test_locale_child);
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *path = g_strdup_printf ("/display/paper-print/locale/%s", locales[i]);

      g_test_add_data_func (path, locales[i], test_locale);
    }

  status = g_test_run ();
  if (!g_test_subprocess ())
    sample_tear_down (the_sample (), NULL);
  return status;
}
