/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "paper-fixture.h"
#include "pdf-reader.h"

/* Three clusters: two due, one not recognised. */
static GPtrArray *
make_dossiers (void)
{
  GPtrArray *dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);
  JpDossier *second = fixture_dossier ();

  g_free (second->id);
  second->id = g_strdup ("second");
  g_free (second->name);
  second->name = g_strdup ("厦门市集美区工业机器人产业集群");
  g_ptr_array_add (dossiers, fixture_dossier ());
  g_ptr_array_add (dossiers, second);
  g_ptr_array_add (dossiers, jp_dossier_new ("third", "厦门市未认定产业集群"));
  fixture_confirm (g_ptr_array_index (dossiers, 0));
  return dossiers;
}

static guint
write_report (Fixture *fixture, GPtrArray *dossiers, const char *cluster, int year, const char *path)
{
  JpReportSelection selection = { .cluster = cluster, .year = year };
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;

  jp_report_write_with_fonts (fixture->fonts, "assessment", dossiers, &fixture->context, &selection, path, &n_pages,
                              NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, ==, pdf_n_pages (path));
  return n_pages;
}

/* The dots of a page, to see that two pages are the very same. */
static cairo_surface_t *
render (const char *path, int number)
{
  PopplerDocument *document = pdf_open (path);
  PopplerPage *page = poppler_document_get_page (document, number);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 596, 842);
  cairo_t *cr = cairo_create (surface);

  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_object_unref (page);
  g_object_unref (document);
  return surface;
}

static void
assert_same_page (const char *a, int page_a, const char *b, int page_b)
{
  g_autofree char *text_a = pdf_text (a, page_a);
  g_autofree char *text_b = pdf_text (b, page_b);
  cairo_surface_t *dots_a = render (a, page_a), *dots_b = render (b, page_b);
  gsize size = (gsize) cairo_image_surface_get_stride (dots_a) * 842;

  g_assert_cmpstr (text_a, ==, text_b);
  g_assert_cmpmem (cairo_image_surface_get_data (dots_a), size, cairo_image_surface_get_data (dots_b), size);
  cairo_surface_destroy (dots_a);
  cairo_surface_destroy (dots_b);
}

static void
test_combined_equals_its_single_ones (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) dossiers = make_dossiers ();
  g_autofree char *all = temporary_path ("all.pdf");
  g_autofree char *one = temporary_path ("one.pdf");
  g_autofree char *two = temporary_path ("two.pdf");
  PopplerDocument *document;
  char *title;

  g_assert_cmpuint (write_report (fixture, dossiers, NULL, 2025, all), ==, 4);
  g_assert_cmpuint (write_report (fixture, dossiers, "5f0c1a52-6c2e-4b6e-9a35-0f2d4c1e8a01", 2025, one), ==, 2);
  g_assert_cmpuint (write_report (fixture, dossiers, "second", 2025, two), ==, 2);
  for (int i = 0; i < 2; i++)
    {
      assert_same_page (all, i, one, i);
      assert_same_page (all, i + 2, two, i);
    }

  document = pdf_open (all);
  title = poppler_document_get_title (document);
  g_assert_cmpstr (title, ==, "2025年度绩效考核评价表");
  g_free (title);
  g_object_unref (document);
}

static void
test_nothing_to_show_is_one_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);
  g_autofree char *path = temporary_path ("nothing.pdf");
  g_autofree char *text = NULL;

  g_assert_cmpuint (write_report (fixture, dossiers, NULL, 2025, path), ==, 1);
  text = pdf_text (path, 0);
  assert_says (text, "没有应列入本表的集群");
}

/* What the file keeps is what the paper says, one by one. */
static void
test_prints_are_handed_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) dossiers = make_dossiers ();
  g_autoptr (GPtrArray) printed = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_printed_free);
  JpReportSelection selection = { .year = 2025, .printed = printed };
  g_autofree char *path = temporary_path ("printed.pdf");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  jp_report_write_with_fonts (fixture->fonts, "assessment", dossiers, &fixture->context, &selection, path, NULL, NULL,
                              &error);
  g_assert_no_error (error);
  text = pdf_text (path, -1);

  g_assert_cmpuint (printed->len, ==, 2);
  for (guint i = 0; i < printed->len; i++)
    {
      const JpPrinted *print = g_ptr_array_index (printed, i);
      g_autofree char *code = jp_check_code (print->data);

      g_assert_cmpstr (print->kind, ==, "assessment");
      g_assert_cmpstr (print->cluster, ==, ((JpDossier *) g_ptr_array_index (dossiers, i))->id);
      g_assert_cmpstr (print->check_code, ==, code);
      assert_says (text, code);
    }
}

static void
test_unknown_report_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new ();
  JpReportSelection selection = { .year = 2025 };
  g_autoptr (GError) error = NULL;

  g_assert_false (jp_report_write ("nonsense", dossiers, &fixture->context, &selection, "x.pdf", NULL, NULL, &error));
  g_assert_error (error, JP_REPORT_ERROR, JP_REPORT_ERROR_UNKNOWN);
  g_assert_null (jp_report_find_kind ("nonsense"));
  g_assert_cmpstr (jp_report_find_kind ("assessment")->name, ==, "年度绩效考核评价表");
}

/* Run again as a process of its own under another locale; the locale of one that runs already tells nothing. */
static void
test_locale_child (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) dossiers = NULL;

  if (g_getenv ("JP_TEST_OUTPUT") == NULL)
    return;

  dossiers = make_dossiers ();
  fixture_tell (g_ptr_array_index (((JpDossier *) g_ptr_array_index (dossiers, 0))->assessments, 0));
  write_report (fixture, dossiers, NULL, 2025, g_getenv ("JP_TEST_OUTPUT"));
}

static void
test_every_locale_the_same_bytes (Fixture *fixture, gconstpointer data)
{
  static const char * const locales[] = { "C", "zh_CN.UTF-8", "de_DE.UTF-8" };
  char *contents[G_N_ELEMENTS (locales)] = { NULL };
  gsize lengths[G_N_ELEMENTS (locales)];

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *path = temporary_path (locales[i]);

      g_setenv ("LC_ALL", locales[i], TRUE);
      g_setenv ("LANGUAGE", locales[i], TRUE);
      g_setenv ("JP_TEST_OUTPUT", path, TRUE);
      g_test_trap_subprocess ("/report/report/locale/child", 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_assert_true (g_file_get_contents (path, &contents[i], &lengths[i], NULL));
      g_assert_cmpmem (contents[0], lengths[0], contents[i], lengths[i]);
    }
  g_unsetenv ("JP_TEST_OUTPUT");
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    g_free (contents[i]);
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  add ("/report/report/combined-equals-its-single-ones", test_combined_equals_its_single_ones);
  add ("/report/report/nothing-to-show-is-one-page", test_nothing_to_show_is_one_page);
  add ("/report/report/prints-are-handed-back", test_prints_are_handed_back);
  add ("/report/report/unknown-report-is-refused", test_unknown_report_is_refused);
  add ("/report/report/locale/child", test_locale_child);
  add ("/report/report/every-locale-the-same-bytes", test_every_locale_the_same_bytes);

  return g_test_run ();
}
