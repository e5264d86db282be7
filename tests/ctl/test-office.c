/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that goes out for an office program, opened by one: LibreOffice reads all workbooks in one run and all
 * text documents in another, and writes what it understood. */

#include "jp-book.h"
#include "jp-print-page.h"
#include "jp-test-ctl.h"
#include "jp-test-fods.h"
#include "jp-test.h"

#include "../report/pdf-reader.h"

#include <math.h>
#include <string.h>

#define CODE "91350211MA1049844U"
/* What a district may have for vouchers: a spreadsheet that takes them for numbers spoils them. */
#define LEADING_ZEROS "000123"
#define LONG_NUMBER   "202600000000000017"

static const char * const tables[] = {
  "ranking", "funding-plan", "use-ledger", "rectification", "validity", "recommendation", "year-plan", "missing",
};
static const char * const letters[] = { "notice", "renewal", "rectification" };
static const char * const exports[] = { "clusters", "figures", "assessments", "funding" };

/* Runs LibreOffice on @files of the folder, with a profile of its own. */
static void
convert (JpTestCtl *ctl, const char *format, GPtrArray *files)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/office", ctl->folder);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  /* Its own complaints are no failures of ours. */
  g_auto (GStrv) environment = g_environ_unsetenv (g_environ_unsetenv (g_get_environ (), "G_DEBUG"), "MALLOC_PERTURB_");
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  g_autofree char *complained = NULL;
  int status;

  g_ptr_array_add (argv, (gpointer) "soffice");
  g_ptr_array_add (argv, profile);
  g_ptr_array_add (argv, (gpointer) "--headless");
  g_ptr_array_add (argv, (gpointer) "--convert-to");
  g_ptr_array_add (argv, (gpointer) format);
  g_ptr_array_add (argv, (gpointer) "--outdir");
  g_ptr_array_add (argv, ctl->folder);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (argv, g_ptr_array_index (files, i));
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, &complained, &status,
                &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", error->message, complained);
}

/* A data file whose use ledger has vouchers that look like numbers. */
static JpTestCtl *
set_up (void)
{
  JpTestCtl *ctl = jp_test_ctl_new ("2026-02-10");

  jp_test_ctl_run (ctl, 0, "sample", NULL);
  jp_test_ctl_run (ctl, 0, "use", "工业机器人", "add", "--ordinal", "2", "--date", "2026-02-01", "--category",
                   "training", "--amount", "15000", "--payee", "=1+1", "--voucher", LEADING_ZEROS, NULL);
  jp_test_ctl_run (ctl, 0, "use", "工业机器人", "add", "--ordinal", "2", "--date", "2026-02-02", "--category",
                   "training", "--amount", "200.50", "--payee", "会务公司", "--voucher", LONG_NUMBER, NULL);
  return ctl;
}

typedef struct
{
  const char *name;
  JpTestFods *fods;
  char       *sheet;
  guint       n_texts, n_numbers, n_dates;
} Compared;

static gboolean
on_sheet (const char *name, gpointer data, GError **error)
{
  Compared *compared = data;

  g_free (compared->sheet);
  compared->sheet = g_strdup (name);
  return TRUE;
}

static void
compare_cell (Compared *compared, guint row, const JpCell *cell)
{
  g_autofree char *place = g_strdup_printf ("%s\t%u\t%u", compared->sheet, row, cell->column);
  const char *there = g_hash_table_lookup (compared->fods->cells, place);
  char day[JP_DATE_ISO_LEN];

  if (there == NULL)
    g_error ("%s: LibreOffice has nothing at %s, where “%s” was written", compared->name, place, cell->text);
  if (cell->kind == JP_CELL_TEXT)
    {
      g_assert_true (g_str_has_prefix (there, "T:"));
      g_assert_cmpstr (there + 2, ==, cell->text);
      compared->n_texts++;
    }
  else if (cell->kind == JP_CELL_DATE)
    {
      g_assert_true (g_str_has_prefix (there, "D:"));
      g_assert_cmpstr (there + 2, ==, jp_date_to_iso (cell->date, day));
      compared->n_dates++;
    }
  else
    {
      double value = g_ascii_strtod (cell->text, NULL);

      g_assert_true (g_str_has_prefix (there, "N:"));
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (there + 2, NULL), value, fabs (value) * 1e-12 + 1e-12);
      compared->n_numbers++;
    }
}

static gboolean
on_row (guint row, const JpCell *cells, guint n_cells, gpointer data, GError **error)
{
  for (guint i = 0; i < n_cells; i++)
    compare_cell (data, row, &cells[i]);

  return TRUE;
}

/* Cell by cell: what we wrote is what LibreOffice has, of the same type. */
static Compared
compare_book (JpTestCtl *ctl, const char *name)
{
  static const JpBookVisitor visitor = { on_sheet, on_row };
  g_autofree char *book = g_strconcat (name, ".xlsx", NULL);
  g_autofree char *flat = g_strconcat (name, ".fods", NULL);
  g_autofree char *path = jp_test_ctl_file (ctl, book);
  g_autofree char *converted = jp_test_ctl_file (ctl, flat);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jp_book_load (path, &JP_BOOK_LIMITS, &error);
  Compared compared = { .name = name, .fods = jp_test_fods_read (converted) };

  g_assert_no_error (error);
  jp_book_read (bytes, book, &JP_BOOK_LIMITS, &visitor, &compared, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&compared.sheet, g_free);
  return compared;
}

static gboolean
has_value (const JpTestFods *fods, const char *value)
{
  GHashTableIter iter;
  gpointer there;

  g_hash_table_iter_init (&iter, fods->cells);
  while (g_hash_table_iter_next (&iter, NULL, &there))
    if (strcmp (there, value) == 0)
      return TRUE;

  return FALSE;
}

/* The widths of a list on a landscape sheet: of 140 characters, each column its share. */
static void
check_widths (const JpTestFods *fods, const char *sheet, const double *shares, guint n)
{
  double sum = 0, total = 0;

  for (guint i = 0; i < n; i++)
    sum += shares[i];
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s\t%u", sheet, i + 1);
      const double *width = g_hash_table_lookup (fods->widths, key);

      g_assert_nonnull (width);
      total += *width;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s\t%u", sheet, i + 1);
      const double *width = g_hash_table_lookup (fods->widths, key);

      g_assert_cmpfloat_with_epsilon (*width / total, shares[i] / sum, 0.01);
    }
  g_assert_cmpfloat (total, >, 10); /* inches */
  g_assert_cmpfloat (total, <, 16);
}

static void
test_workbooks (void)
{
  static const double validity[] = { 14, 88, 19, 28, 19, 31, 31, 22, 31, 30 };
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  guint n_texts = 0, n_numbers = 0, n_dates = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *name = g_strconcat (tables[i], ".xlsx", NULL);

      g_ptr_array_add (files, jp_test_ctl_file (ctl, name));
      jp_test_ctl_run (ctl, 0, "report", tables[i], "-o", g_ptr_array_index (files, files->len - 1), NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autofree char *name = g_strconcat (exports[i], ".xlsx", NULL);

      g_ptr_array_add (files, jp_test_ctl_file (ctl, name));
      jp_test_ctl_run (ctl, 0, "export", "--what", exports[i], g_ptr_array_index (files, files->len - 1), NULL);
    }
  convert (ctl, "fods", files);

  for (guint i = 0; i < files->len; i++)
    {
      const char *name = i < G_N_ELEMENTS (tables) ? tables[i] : exports[i - G_N_ELEMENTS (tables)];
      Compared compared = compare_book (ctl, name);
      g_autoptr (JpTestFods) fods = compared.fods;

      if (strcmp (name, "use-ledger") == 0)
        {
          g_assert_true (has_value (fods, "T:" LEADING_ZEROS));
          g_assert_true (has_value (fods, "T:" LONG_NUMBER));
          g_assert_true (has_value (fods, "T:=1+1"));
          g_assert_true (has_value (fods, "D:2026-02-01"));
          g_assert_true (has_value (fods, "N:15000"));
        }
      else if (strcmp (name, "clusters") == 0)
        g_assert_true (has_value (fods, "T:" CODE));
      else if (strcmp (name, "validity") == 0)
        check_widths (fods, "有效期与复核一览表", validity, G_N_ELEMENTS (validity));
      n_texts += compared.n_texts;
      n_numbers += compared.n_numbers;
      n_dates += compared.n_dates;
    }
  g_assert_cmpuint (n_texts, >, 1000);
  g_assert_cmpuint (n_numbers, >, 1000);
  g_assert_cmpuint (n_dates, >, 100);
}

/* Without white, which a line break is to a reader of PDFs. */
static char *
solid_text (const char *path)
{
  g_autofree char *text = pdf_text (path, -1);
  GString *solid = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (solid, g_utf8_get_char (p));

  return g_string_free (solid, FALSE);
}

/* Letters in LibreOffice: A4, the words and figures, the attachment on a page of its own, no page blank. */
static void
check_letter (JpTestCtl *ctl, const char *kind)
{
  g_autofree char *name = g_strconcat (kind, ".pdf", NULL);
  g_autofree char *path = jp_test_ctl_file (ctl, name);
  g_autofree char *text = NULL;
  PopplerDocument *document = pdf_open (path);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *words = poppler_page_get_text (page);
      double width, height;

      poppler_page_get_size (page, &width, &height);
      if (strcmp (kind, "rectification") != 0)
        {
          g_assert_cmpfloat_with_epsilon (width, JP_A4_SHORT, 1);
          g_assert_cmpfloat_with_epsilon (height, JP_A4_LONG, 1);
        }
      g_assert_cmpuint (strlen (words), >, 20);
      g_object_unref (page);
    }
  text = solid_text (path);
  if (strcmp (kind, "renewal") == 0)
    {
      g_autofree char *last = pdf_text (path, poppler_document_get_n_pages (document) - 1);

      assert_says (text, "截至2026年2月10日剩余248天");
      assert_says (text, "附件认定标准自查");
      assert_says (text, "—1—");
      g_assert_true (g_str_has_prefix (g_strstrip (last), "附件"));
    }
  else if (strcmp (kind, "notice") == 0)
    assert_says (text, "40.00万元（人民币肆拾万元整）");
  g_object_unref (document);
}

static void
test_letters (void)
{
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *name = g_strconcat (letters[i], ".docx", NULL);

      g_ptr_array_add (files, jp_test_ctl_file (ctl, name));
      jp_test_ctl_run (ctl, 0, "report", letters[i], "-o", g_ptr_array_index (files, i), NULL);
    }
  convert (ctl, "pdf", files);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    check_letter (ctl, letters[i]);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add_func ("/office/workbooks", test_workbooks);
  g_test_add_func ("/office/letters", test_letters);

  return g_test_run ();
}
