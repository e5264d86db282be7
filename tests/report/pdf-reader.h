/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gstdio.h>
#include <poppler.h>

/* Printed papers read back. */

static inline char *
temporary_path (const char *name)
{
  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  return g_build_filename (g_get_user_cache_dir (), name, NULL);
}

static inline PopplerDocument *
pdf_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static inline void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

/* The text of one page, or of all where @page is negative. */
static inline char *
pdf_text (const char *path, int page)
{
  PopplerDocument *document = pdf_open (path);
  GString *all = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    if (page < 0 || page == i)
      {
        PopplerPage *popped = poppler_document_get_page (document, i);
        g_autofree char *text = poppler_page_get_text (popped);

        g_string_append_printf (all, "%s\f", text);
        g_object_unref (popped);
      }
  g_object_unref (document);

  return g_string_free (all, FALSE);
}

static inline guint
pdf_n_pages (const char *path)
{
  PopplerDocument *document = pdf_open (path);
  guint n_pages = (guint) poppler_document_get_n_pages (document);

  g_object_unref (document);
  return n_pages;
}

typedef struct
{
  double   x, y, end;
  gunichar character;
} PdfLetter;

static inline int
pdf_compare_by_y (gconstpointer a, gconstpointer b)
{
  const PdfLetter *l = a, *m = b;

  return (l->y > m->y) - (l->y < m->y);
}

static inline int
pdf_compare_by_x (gconstpointer a, gconstpointer b)
{
  const PdfLetter *l = a, *m = b;

  return (l->x > m->x) - (l->x < m->x);
}

static inline GArray *
pdf_letters (PopplerPage *page)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (PdfLetter));
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  guint n = 0;
  const char *p = text;

  g_assert_true (poppler_page_get_text_layout (page, &boxes, &n));
  for (guint i = 0; i < n && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      PdfLetter letter = { boxes[i].x1, (boxes[i].y1 + boxes[i].y2) / 2, boxes[i].x2, g_utf8_get_char (p) };

      if (!g_unichar_isspace (letter.character))
        g_array_append_val (letters, letter);
    }
  return letters;
}

/* The rows of a page as they stand, whatever a reader takes for columns: cells apart by a space. */
static inline char *
pdf_rows (const char *path, int number)
{
  PopplerDocument *document = pdf_open (path);
  PopplerPage *page = poppler_document_get_page (document, number);
  g_autoptr (GArray) letters = pdf_letters (page);
  GString *rows = g_string_new (NULL);

  g_array_sort (letters, pdf_compare_by_y);
  for (guint first = 0, end; first < letters->len; first = end)
    {
      PdfLetter *row = &g_array_index (letters, PdfLetter, first);

      for (end = first + 1; end < letters->len && row[end - first].y < row[end - first - 1].y + 2; end++)
        ;
      qsort (row, end - first, sizeof *row, pdf_compare_by_x);
      for (guint i = 0; i < end - first; i++)
        {
          if (i > 0 && row[i].x > row[i - 1].end + 2)
            g_string_append_c (rows, ' ');
          g_string_append_unichar (rows, row[i].character);
        }
      g_string_append_c (rows, '\n');
    }
  g_object_unref (page);
  g_object_unref (document);

  return g_string_free (rows, FALSE);
}
