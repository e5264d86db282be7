/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-pdf.h"
#include "jp-test.h"
#include "pdf-reader.h"

static JpFonts *
make_fonts (void)
{
  g_autoptr (GError) error = NULL;
  JpFonts *fonts = jp_fonts_new (NULL, &error);

  g_assert_no_error (error);
  return fonts;
}

static JpPaper *
make_paper (void)
{
  JpPaper *paper = jp_paper_new ("sample", &JP_SHEET_FORM, jp_test_date ("2026-02-10"));

  jp_paper_set_title (paper, "样表");
  jp_paper_set_author (paper, "厦门市工业和信息化局");
  return paper;
}

static JpTable *
make_table (guint n_rows, gboolean total)
{
  JpTable *table = jp_table_new ((double[]) { 2, 1, 1 }, 3, (JpTextStyle) { JP_FONT_FANGSONG, 12 }, 16);

  jp_table_row (table, JP_ROW_HEADER);
  jp_table_cell (table, (JpTableCell) { .text = "集群", .rowspan = 2 });
  jp_table_cell (table, (JpTableCell) { .text = "得分", .colspan = 2 });
  jp_table_row (table, JP_ROW_HEADER);
  jp_table_cell (table, (JpTableCell) { .text = "区评" });
  jp_table_cell (table, (JpTableCell) { .text = "市评" });
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%u行", i + 1);

      jp_table_row (table, JP_ROW_BODY);
      jp_table_cell (table, (JpTableCell) { .text = name });
      jp_table_cell (table, (JpTableCell) { .text = "1.00", .align = JP_ALIGN_RIGHT });
      jp_table_cell (table, (JpTableCell) { .text = "2.00", .align = JP_ALIGN_RIGHT });
    }
  if (total)
    {
      jp_table_row (table, JP_ROW_TOTAL);
      jp_table_cell (table, (JpTableCell) { .text = "合计" });
      jp_table_cell (table, (JpTableCell) { .text = "—" });
      jp_table_cell (table, (JpTableCell) { .text = "—" });
    }
  return table;
}

static gboolean
page_says (GPtrArray *pages, guint page, const char *line)
{
  g_autofree char *text = jp_print_page_get_text (g_ptr_array_index (pages, page));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_contains ((const char * const *) lines, line);
}

static void
test_empty_paper_is_one_page (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (JpPaper) paper = make_paper ();
  g_autoptr (GPtrArray) pages = jp_paper_paginate (paper, fonts);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_true (page_says (pages, 0, "— 1 —"));
}

static void
test_header_is_on_every_page_of_its_table (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (JpPaper) paper = make_paper ();
  g_autoptr (GPtrArray) pages = NULL;
  guint rows = 0;

  jp_paper_add (paper, jp_table_block (make_table (100, TRUE)));
  pages = jp_paper_paginate (paper, fonts);

  g_assert_cmpuint (pages->len, ==, 4);
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *text = jp_print_page_get_text (g_ptr_array_index (pages, i));

      g_assert_true (page_says (pages, i, "集群"));
      g_assert_true (page_says (pages, i, "市评"));
      for (const char *p = text; (p = strstr (p, "行\n")) != NULL; p++)
        rows++;
    }
  g_assert_cmpuint (rows, ==, 100);
  g_assert_true (page_says (pages, pages->len - 1, "合计"));
}

/* For every number of rows around the page's end: the total stands on a page with at least one row. */
static void
test_total_is_never_alone (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();

  for (guint n = 25; n < 75; n++)
    {
      g_autoptr (JpPaper) paper = make_paper ();
      g_autoptr (GPtrArray) pages = NULL;
      g_autofree char *last = g_strdup_printf ("第%u行", n);

      jp_paper_add (paper, jp_table_block (make_table (n, TRUE)));
      pages = jp_paper_paginate (paper, fonts);
      g_assert_true (page_says (pages, pages->len - 1, "合计"));
      g_assert_true (page_says (pages, pages->len - 1, last));
    }
}

static void
test_row_taller_than_a_page_goes_on (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (JpPaper) paper = make_paper ();
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  JpTable *table = make_table (1, FALSE);

  for (guint i = 1; i <= 100; i++)
    g_string_append_printf (text, "%s段%u", i > 1 ? "\n" : "", i);
  jp_table_row (table, JP_ROW_BODY);
  jp_table_cell (table, (JpTableCell) { .text = text->str });
  jp_table_cell (table, (JpTableCell) { .text = "x" });
  jp_table_cell (table, (JpTableCell) { .text = "y" });
  jp_paper_add (paper, jp_table_block (table));
  pages = jp_paper_paginate (paper, fonts);

  g_assert_cmpuint (pages->len, ==, 4);
  g_assert_true (page_says (pages, 0, "第1行"));
  g_assert_true (page_says (pages, 1, "段1"));
  g_assert_true (page_says (pages, 3, "段100"));
  for (guint i = 0; i < pages->len; i++)
    {
      const JpPrintPage *page = g_ptr_array_index (pages, i);

      g_assert_true (page_says (pages, i, "集群"));
      for (guint m = 0; m < page->marks->len; m++)
        if (g_array_index (page->marks, JpMark, m).kind == JP_MARK_RULE)
          g_assert_cmpfloat (g_array_index (page->marks, JpMark, m).y2, <=, 262 * JP_MM + 0.01);
    }
}

static void
test_nothing_leaves_the_margins (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (JpPaper) paper = make_paper ();
  g_autoptr (GPtrArray) pages = NULL;

  jp_paper_add_title (paper, "厦门市思明区智慧城市智能系统产业集群年度绩效考核评价表及附件汇编");
  jp_paper_add_body (paper, "根据《促进中小企业特色产业集群发展暂行办法》（工信部企业〔2022〕119号），制定本表。\n第二段。");
  jp_paper_add (paper, jp_table_block (make_table (60, TRUE)));
  pages = jp_paper_paginate (paper, fonts);

  for (guint i = 0; i < pages->len; i++)
    {
      const JpPrintPage *page = g_ptr_array_index (pages, i);

      g_assert_cmpfloat_with_epsilon (page->width, 595.2756, 1e-4);
      g_assert_cmpfloat_with_epsilon (page->height, 841.8898, 1e-4);
      for (guint m = 0; m < page->marks->len; m++)
        {
          const JpMark *mark = &g_array_index (page->marks, JpMark, m);
          double right = mark->kind == JP_MARK_TEXT ? mark->x + mark->lines->lines[mark->line].width : mark->x2;

          g_assert_cmpfloat (mark->x, >=, 28 * JP_MM - 0.01);
          g_assert_cmpfloat (right, <=, page->width - 26 * JP_MM + 0.01);
          g_assert_cmpfloat (mark->y, >=, 37 * JP_MM - 0.01);
        }
    }
}

/* One character in from the outer edge of the text: right on odd pages, left on even ones. */
static void
test_number_on_the_outer_side (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (JpPaper) paper = make_paper ();
  g_autoptr (GPtrArray) pages = NULL;

  jp_paper_add (paper, jp_table_block (make_table (60, FALSE)));
  pages = jp_paper_paginate (paper, fonts);
  g_assert_cmpuint (pages->len, >=, 2);

  for (guint i = 0; i < 2; i++)
    {
      const JpPrintPage *page = g_ptr_array_index (pages, i);
      const JpMark *mark = &g_array_index (page->marks, JpMark, page->marks->len - 1);

      g_assert_true (g_str_has_prefix (mark->lines->text, "— "));
      if (i == 0)
        g_assert_cmpfloat_with_epsilon (mark->x + mark->lines->width, page->width - 26 * JP_MM - 14, 0.01);
      else
        g_assert_cmpfloat_with_epsilon (mark->x, 28 * JP_MM + 14, 0.01);
    }
}

static void
test_letter_has_22_lines_of_28_characters (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (JpPaper) paper = jp_paper_new ("letter", &JP_SHEET_LETTER, jp_test_date ("2026-02-10"));
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint lines = 0;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "字\n");
  jp_paper_add_body (paper, text->str);
  pages = jp_paper_paginate (paper, fonts);

  for (guint m = 0; m < ((JpPrintPage *) g_ptr_array_index (pages, 0))->marks->len; m++)
    lines
      += g_str_has_prefix (g_array_index (((JpPrintPage *) g_ptr_array_index (pages, 0))->marks, JpMark, m).lines->text,
                           "字");
  g_assert_cmpuint (lines, ==, 22);

  g_string_set_size (text, 0);
  for (guint i = 0; i < 60; i++)
    g_string_append (text, "字");
  {
    JpSpan span = { text->str, JP_SHEET_LETTER.body };
    g_autoptr (JpLines) broken = jp_lines_new (fonts, &span, 1, (JpLineOptions) { 156 * JP_MM, 0, FALSE });

    g_assert_cmpint (broken->lines[0].length, ==, 28 * 3);
    g_assert_cmpfloat_with_epsilon (broken->lines[0].width, 28 * 5.571 * JP_MM, 0.1);
  }
}

static void
test_section_shrinks_to_one_page (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();

  for (guint shrinks = 0; shrinks < 2; shrinks++)
    {
      g_autoptr (JpPaper) paper = make_paper ();
      g_autoptr (GPtrArray) pages = NULL;

      jp_paper_begin_section (paper, FALSE, shrinks ? 0.75 : 1);
      jp_paper_add (paper, jp_table_block (make_table (38, FALSE)));
      jp_paper_begin_section (paper, TRUE, 1);
      jp_paper_add_body (paper, "附页");
      pages = jp_paper_paginate (paper, fonts);
      g_assert_cmpuint (pages->len, ==, shrinks ? 2 : 3);
      g_assert_true (page_says (pages, pages->len - 1, "附页"));
    }
}

static void
write_paper (JpPaper *paper, const char *path)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_paper_free);
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;

  g_ptr_array_add (papers, paper);
  jp_pdf_write_papers (fonts, papers, path, &n_pages, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, >, 0);
}

static void
test_pdf_carries_its_names (void)
{
  g_autofree char *path = temporary_path ("names.pdf");
  PopplerDocument *document;
  g_autofree char *title = NULL;
  g_autofree char *author = NULL;
  PopplerFontInfo *fonts;
  PopplerFontsIter *font;
  PopplerIndexIter *outline;
  PopplerAction *action;
  GStatBuf status;
  JpPaper *paper = make_paper ();

  jp_paper_add_heading (paper, "一、指标得分");
  jp_paper_add_body (paper, "筼筜街道𬭚业");
  write_paper (paper, path);
  document = pdf_open (path);

  title = poppler_document_get_title (document);
  author = poppler_document_get_author (document);
  g_assert_cmpstr (title, ==, "样表");
  g_assert_cmpstr (author, ==, "厦门市工业和信息化局");
  g_assert_cmpint ((gint64) poppler_document_get_creation_date (document), ==, 1770652800); /* 2026-02-10 in China */
  g_assert_cmpint ((gint64) poppler_document_get_modification_date (document), ==, 1770652800);

  outline = poppler_index_iter_new (document);
  g_assert_nonnull (outline);
  action = poppler_index_iter_get_action (outline);
  g_assert_cmpstr (action->any.title, ==, "样表");
  poppler_action_free (action);
  poppler_index_iter_free (outline);

  fonts = poppler_font_info_new (document);
  g_assert_true (poppler_font_info_scan (fonts, 10, &font));
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (font));
      g_assert_true (poppler_fonts_iter_is_subset (font));
    }
  while (poppler_fonts_iter_next (font));
  poppler_fonts_iter_free (font);
  poppler_font_info_free (fonts);
  g_object_unref (document);

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_pdf_text_can_be_found_and_copied (void)
{
  g_autofree char *path = temporary_path ("text.pdf");
  PopplerDocument *document;
  PopplerPage *page;
  g_autofree char *text = NULL;
  JpPaper *paper = make_paper ();
  GList *found;

  jp_paper_add_body (paper, "筼筜街道𬭚业产业集群，总产值1,234.00万元。");
  write_paper (paper, path);
  document = pdf_open (path);
  page = poppler_document_get_page (document, 0);
  text = poppler_page_get_text (page);
  g_assert_nonnull (strstr (text, "筼筜街道𬭚业产业集群，总产值1,234.00万元。"));

  found = poppler_page_find_text (page, "𬭚业产业");
  g_assert_cmpuint (g_list_length (found), ==, 1);
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  g_object_unref (page);
  g_object_unref (document);
}

static void
test_same_paper_same_bytes (void)
{
  char *contents[2] = { NULL };
  gsize lengths[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = temporary_path (i == 0 ? "first.pdf" : "second.pdf");
      JpPaper *paper = make_paper ();

      jp_paper_add_title (paper, "样表");
      jp_paper_add (paper, jp_table_block (make_table (60, TRUE)));
      write_paper (paper, path);
      g_assert_true (g_file_get_contents (path, &contents[i], &lengths[i], NULL));
    }

  g_assert_cmpmem (contents[0], lengths[0], contents[1], lengths[1]);
  g_free (contents[0]);
  g_free (contents[1]);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A failed write leaves what was there, and nothing beside it. */
static void
test_cancelled_write_leaves_the_old_file (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autofree char *folder = temporary_path ("cancelled");
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  g_cancellable_cancel (cancellable);

  g_assert_false (jp_pdf_write (fonts, NULL, (JpPaperSource) abort, NULL, path, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_unwritable_folder_is_said (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_paper_free);
  g_autofree char *path = temporary_path ("no/such/folder/a.pdf");
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (papers, make_paper ());
  g_assert_false (jp_pdf_write_papers (fonts, papers, path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_no_chinese_font_is_said (void)
{
  g_autofree char *folder = temporary_path ("no-fonts");
  g_autofree char *path = g_build_filename (folder, "fonts.conf", NULL);
  g_autofree char *config = g_strdup_printf ("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
                                             "<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>",
                                             folder, folder);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, config, -1, NULL));
  g_assert_null (jp_fonts_new (path, &error));
  g_assert_error (error, JP_FONTS_ERROR, JP_FONTS_ERROR_NO_CHINESE);
}

/* A face that is not installed is named with what stands in for it, once. */
static void
test_substitutions_are_told (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  GArray *substitutions = jp_fonts_get_substitutions (fonts);
  guint seen = 0;

  for (guint i = 0; i < substitutions->len; i++)
    {
      const JpFontSubstitution *substitution = &g_array_index (substitutions, JpFontSubstitution, i);

      g_assert_cmpuint (seen & 1u << substitution->role, ==, 0);
      seen |= 1u << substitution->role;
      g_assert_cmpstr (substitution->wanted, !=, substitution->used);
      g_assert_cmpstr (substitution->used, ==, jp_fonts_get_family (fonts, substitution->role));
    }
}

static void
test_check_code (void)
{
  g_autofree char *code = jp_check_code ("abc"); /* SHA-256 ba7816bf 8f01cf… */
  g_autofree char *other = jp_check_code ("abd");

  g_assert_cmpstr (code, ==, "Q9W1DFWF07");
  g_assert_cmpstr (other, !=, code);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add_func ("/report/paper/empty-is-one-page", test_empty_paper_is_one_page);
  g_test_add_func ("/report/paper/header-is-on-every-page-of-its-table", test_header_is_on_every_page_of_its_table);
  g_test_add_func ("/report/paper/total-is-never-alone", test_total_is_never_alone);
  g_test_add_func ("/report/paper/row-taller-than-a-page-goes-on", test_row_taller_than_a_page_goes_on);
  g_test_add_func ("/report/paper/nothing-leaves-the-margins", test_nothing_leaves_the_margins);
  g_test_add_func ("/report/paper/number-on-the-outer-side", test_number_on_the_outer_side);
  g_test_add_func ("/report/paper/letter-has-22-lines-of-28-characters", test_letter_has_22_lines_of_28_characters);
  g_test_add_func ("/report/paper/section-shrinks-to-one-page", test_section_shrinks_to_one_page);
  g_test_add_func ("/report/pdf/carries-its-names", test_pdf_carries_its_names);
  g_test_add_func ("/report/pdf/text-can-be-found-and-copied", test_pdf_text_can_be_found_and_copied);
  g_test_add_func ("/report/pdf/same-paper-same-bytes", test_same_paper_same_bytes);
  g_test_add_func ("/report/pdf/cancelled-write-leaves-the-old-file", test_cancelled_write_leaves_the_old_file);
  g_test_add_func ("/report/pdf/unwritable-folder-is-said", test_unwritable_folder_is_said);
  g_test_add_func ("/report/fonts/no-chinese-font-is-said", test_no_chinese_font_is_said);
  g_test_add_func ("/report/fonts/substitutions-are-told", test_substitutions_are_told);
  g_test_add_func ("/report/check-code", test_check_code);

  return g_test_run ();
}
