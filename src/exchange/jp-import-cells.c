/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-import-cells.h"

#include "jp-number.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHOWN_CHARACTERS 40 /* of a cell's text in a message */
#define FIRST_YEAR       2000

#define FAULT(place, cell, ...)                                                                                        \
  jp_import_add_note ((place)->import, (place)->import->faults, (place)->sheet, (place)->row, (cell)->column,          \
                      __VA_ARGS__)
#define WARNING(place, cell, ...)                                                                                      \
  jp_import_add_note ((place)->import, (place)->import->warnings, (place)->sheet, (place)->row, (cell)->column,        \
                      __VA_ARGS__)

/* A cell's text as a message shows it: short, on one line, nothing invisible. */
static char *
shown (const JpCell *cell)
{
  g_autofree char *tidy = jp_text_tidy (cell->text);

  if (g_utf8_strlen (tidy, -1) > SHOWN_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (tidy, 0, SHOWN_CHARACTERS);

      return g_strconcat (start, "…", NULL);
    }

  return g_steal_pointer (&tidy);
}

gboolean
jp_cell_is_blank (const JpCell *cell)
{
  static const char *const marks[] = { "", "-", "—", "/", "——" };
  g_autofree char *folded = NULL;

  if (cell->kind != JP_CELL_TEXT || g_ascii_isalnum (cell->text[0]))
    return FALSE;
  if (g_unichar_get_script (g_utf8_get_char (cell->text)) == G_UNICODE_SCRIPT_HAN)
    return FALSE;

  folded = jp_text_fold (cell->text); /* full-width - and / become the plain ones */
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (folded, marks[i]))
      return TRUE;

  return FALSE;
}

/* What no column takes. */
static gboolean
refuse_unusable (const JpCellPlace *place, const JpCell *cell)
{
  if (cell->kind == JP_CELL_ERROR)
    FAULT (place, cell, _("The cell shows the error %s."), cell->text);
  else if (cell->kind == JP_CELL_FORMULA)
    FAULT (place, cell,
           _("The cell holds a formula whose value was not saved. Open the workbook, let it calculate, save it."));
  else
    return FALSE;

  return TRUE;
}

/* Reads text for a text column. A number is taken by its digits, a date as ISO text: names and codes can look so. */
char *
jp_cell_read_text (const JpCellPlace *place, const JpCell *cell, guint max_characters)
{
  g_autofree char *tidy = NULL;
  char iso[JP_DATE_ISO_LEN];

  if (refuse_unusable (place, cell))
    return NULL;

  tidy = jp_text_tidy (cell->kind == JP_CELL_DATE && cell->date != JP_DATE_NONE ? jp_date_to_iso (cell->date, iso)
                                                                                : cell->text);
  if (g_utf8_strlen (tidy, -1) > max_characters)
    {
      FAULT (place, cell, _("The text is longer than %u characters."), max_characters);
      return NULL;
    }

  return g_steal_pointer (&tidy);
}

JpDate
jp_cell_read_date (const JpCellPlace *place, const JpCell *cell)
{
  JpDate date = cell->date;
  g_autofree char *text = NULL;

  if (refuse_unusable (place, cell))
    return JP_DATE_NONE;
  if (cell->kind == JP_CELL_TEXT)
    date = jp_date_parse_loose (cell->text);
  if (date != JP_DATE_NONE && jp_date_year (date) >= FIRST_YEAR)
    return date;

  text = shown (cell);
  if (date != JP_DATE_NONE)
    FAULT (place, cell, _("The date lies before the year %d."), FIRST_YEAR);
  else
    FAULT (place, cell, _("“%s” is not a date. Write it like 2024-9-19, 2024/9/19 or 2024年9月19日."), text);
  return JP_DATE_NONE;
}

/* Reads a number, or says why the cell holds none. */
static gboolean
read_number (const JpCellPlace *place, const JpCell *cell, JpNumber *number, gboolean *percent)
{
  JpNumberReading reading = JP_NUMBER_WORDS;
  g_autofree char *text = NULL;

  *percent = cell->kind == JP_CELL_PERCENT;
  if (refuse_unusable (place, cell))
    return FALSE;
  if (cell->kind == JP_CELL_DATE)
    {
      FAULT (place, cell, _("A date stands where a number belongs."));
      return FALSE;
    }
  if (cell->kind == JP_CELL_NUMBER || cell->kind == JP_CELL_PERCENT)
    reading = jp_number_parse_stored (number, cell->text, cell->length) ? JP_NUMBER_OK : JP_NUMBER_WORDS;
  else if (cell->kind == JP_CELL_TEXT)
    reading = jp_number_parse_typed (number, percent, cell->text, cell->length);
  /* A per-cent format stores the ratio; a typed sign stands behind the per cent themselves. */
  if (cell->kind == JP_CELL_PERCENT)
    number->exponent += number->coefficient != 0 ? 2 : 0;
  if (reading == JP_NUMBER_OK)
    return TRUE;

  text = shown (cell);
  if (reading == JP_NUMBER_TOO_LONG)
    FAULT (place, cell, _("“%s” has more than %d significant digits, which no spreadsheet keeps."), text,
           JP_NUMBER_DIGITS);
  else
    FAULT (place, cell, _("“%s” is not a number."), text);
  return FALSE;
}

/* People write 2025年 and 2025年度 too. */
static gboolean
read_year_number (const JpCell *cell, gint64 *year)
{
  g_autofree char *folded = NULL;
  JpNumber number;
  gboolean percent = FALSE, ok;

  if (cell->kind == JP_CELL_NUMBER)
    ok = jp_number_parse_stored (&number, cell->text, cell->length);
  else if (cell->kind == JP_CELL_TEXT)
    {
      folded = jp_text_fold (cell->text);
      if (g_str_has_suffix (folded, "度"))
        folded[strlen (folded) - strlen ("度")] = '\0';
      if (g_str_has_suffix (folded, "年"))
        folded[strlen (folded) - strlen ("年")] = '\0';
      ok = strchr (folded, ',') == NULL &&
           jp_number_parse_typed (&number, &percent, folded, strlen (folded)) == JP_NUMBER_OK && !percent;
    }
  else
    return FALSE;

  return ok && number.coefficient >= 0 && jp_number_to_units (number, 0, year) == JP_NUMBER_EXACT;
}

int
jp_cell_read_year (const JpCellPlace *place, const JpCell *cell, int last)
{
  g_autofree char *text = NULL;
  gint64 year;

  if (refuse_unusable (place, cell))
    return 0;
  if (read_year_number (cell, &year) && year >= FIRST_YEAR && year <= last)
    return (int) year;

  text = shown (cell);
  FAULT (place, cell, _("“%s” is not a year from %d to %d."), text, FIRST_YEAR, last);
  return 0;
}

/* What there is to say about a number that does not fit; @is_count: a fraction is refused, not rounded. */
static gboolean
note_misfit (const JpCellPlace *place, const JpCell *cell, gboolean negative, JpNumberFit fit, gboolean is_count)
{
  g_autofree char *text = shown (cell);

  if (negative)
    FAULT (place, cell, _("“%s” is negative; figures are 0 or more."), text);
  else if (fit == JP_NUMBER_TOO_LARGE)
    FAULT (place, cell, _("“%s” is larger than any figure can be. Is the unit right?"), text);
  else if (is_count)
    FAULT (place, cell, _("“%s” is a fraction; only whole ones can be counted."), text);
  else
    WARNING (place, cell, _("“%s” has more decimals than are kept and was rounded half up."), text);

  return !negative && fit == JP_NUMBER_ROUNDED && !is_count;
}

static gint64
to_units (const JpCellPlace *place, const JpCell *cell, JpNumber number, int decimals, gboolean is_count)
{
  gboolean negative = number.coefficient < 0;
  JpNumberFit fit = JP_NUMBER_TOO_LARGE;
  gint64 units = JP_VALUE_UNKNOWN;

  if (!negative)
    fit = jp_number_to_units (number, decimals, &units);
  if (fit == JP_NUMBER_EXACT || note_misfit (place, cell, negative, fit, is_count))
    return units;

  return JP_VALUE_UNKNOWN;
}

gint64
jp_cell_read_area (const JpCellPlace *place, const JpCell *cell, int decimals)
{
  JpNumber number;
  gboolean percent;

  if (!read_number (place, cell, &number, &percent))
    return JP_VALUE_UNKNOWN;
  if (percent)
    {
      FAULT (place, cell, _("A percentage stands where an area belongs."));
      return JP_VALUE_UNKNOWN;
    }

  return to_units (place, cell, number, decimals, FALSE);
}

/* Reads a figure. A plain number in a column of per cent is per cent; a percentage belongs nowhere else. */
gint64
jp_cell_read_value (const JpCellPlace *place, const JpCell *cell, const JpMetric *metric, int decimals)
{
  gboolean in_percent = g_str_equal (metric->unit, "%") || g_str_equal (metric->unit, "％"), percent;
  JpNumber number;

  if (!read_number (place, cell, &number, &percent))
    return JP_VALUE_UNKNOWN;
  if (percent && !in_percent)
    {
      FAULT (place, cell, _("A percentage stands in a column of %s."), metric->unit);
      return JP_VALUE_UNKNOWN;
    }

  return to_units (place, cell, number, decimals, metric->kind == JP_METRIC_COUNT);
}
