/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-csv-text.h"

#include <string.h>

#define GUARD '\''

/* Spreadsheets take a field that begins so for a formula. Apostrophes before it are counted past, so that taking
 * one away gives back exactly what was guarded. */
static gboolean
is_formula_like (const char *text)
{
  text += strspn (text, "'");

  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/* A long run of digits is a code, which a spreadsheet would turn into a number and cut to 15 digits. */
static gboolean
is_code (const char *text)
{
  return strlen (text) > 11 && strspn (text, "0123456789") == strlen (text);
}

/**
 * jp_csv_text_append:
 * @line: a line of a CSV file
 * @text: a text, not a number
 *
 * Appends a text field: quoted where it must be; with an apostrophe before it where a spreadsheet would take it
 * for a formula, and a tab where it would take a code for a number. Reading takes both away again.
 */
void
jp_csv_text_append (GString *line, const char *text)
{
  gboolean quote = strpbrk (text, "\",;\t\r\n") != NULL;

  if (quote)
    g_string_append_c (line, '"');
  if (is_formula_like (text))
    g_string_append_c (line, GUARD);
  else if (is_code (text))
    g_string_append_c (line, '\t');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
  if (quote)
    g_string_append_c (line, '"');
}

/**
 * jp_csv_text_unguard:
 * @text: a field as read, with its NUL
 * @length: (inout): its length in bytes
 *
 * Returns: the field without the apostrophe or tab that jp_csv_text_append() put before it
 */
const char *
jp_csv_text_unguard (const char *text, gsize *length)
{
  gboolean guarded = (text[0] == GUARD && is_formula_like (text)) || (text[0] == '\t' && is_code (text + 1));

  *length -= guarded ? 1 : 0;
  return guarded ? text + 1 : text;
}
