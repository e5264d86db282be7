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
