/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-import-columns.h"

#include "jp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char * const JP_COLUMN_HEADERS[JP_COLUMN_METRIC] = {
  [JP_COLUMN_NAME] = "集群名称",         [JP_COLUMN_DISTRICT] = "区县",
  [JP_COLUMN_INDUSTRY] = "主导产业",     [JP_COLUMN_SCOPE] = "空间范围",
  [JP_COLUMN_AREA] = "占地面积",         [JP_COLUMN_OPERATOR] = "运营单位",
  [JP_COLUMN_CREDIT_CODE] = "统一社会信用代码", [JP_COLUMN_RECOGNISED] = "认定日期",
  [JP_COLUMN_TERM_FIRST] = "有效期起",   [JP_COLUMN_TERM_LAST] = "有效期止",
  [JP_COLUMN_FUNDING_START] = "资金首年", [JP_COLUMN_YEAR] = "年度",
};

/* Units that are converted into one another, by their power of ten. */
typedef struct
{
  const char *name;
  int         power;
} Unit;

static const Unit money_units[] = { { "元", 0 }, { "万元", 4 }, { "亿元", 8 } };
static const Unit area_units[] = { { "km2", 0 }, { "平方公里", 0 }, { "平方千米", 0 } };

struct _JpColumnNames
{
  const JpPack *pack;
  GHashTable   *roles; /* folded name → role + 1 */
};

/* A header taken apart: 总产值（万元） is a name and a unit. */
typedef struct
{
  guint role;
  char *unit; /* folded; NULL: none */
} Header;

static void
header_clear (Header *header)
{
  g_clear_pointer (&header->unit, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Header, header_clear)

static void
add_name (JpColumnNames *self, const char *name, guint role)
{
  g_hash_table_insert (self->roles, jp_text_fold (name), GUINT_TO_POINTER (role + 1));
}

JpColumnNames *
jp_column_names_new (const JpPack *pack)
{
  JpColumnNames *self = g_new0 (JpColumnNames, 1);

  self->pack = pack;
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < pack->n_metrics; i++)
    add_name (self, pack->metrics[i].name, JP_COLUMN_METRIC + i);
  for (guint i = 0; i < JP_COLUMN_METRIC; i++)
    if (JP_COLUMN_HEADERS[i] != NULL)
      add_name (self, JP_COLUMN_HEADERS[i], i);

  return self;
}

void
jp_column_names_free (JpColumnNames *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->roles);
  g_free (self);
}

static guint
find_role (const JpColumnNames *self, const char *folded)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->roles, folded));

  return found > 0 ? found - 1 : JP_COLUMN_NONE;
}

/* Templates mark what must be filled in with a star. */
static void
drop_stars (char *folded)
{
  gsize length = strlen (folded);

  while (length > 0 && folded[length - 1] == '*')
    folded[--length] = '\0';
  while (folded[0] == '*')
    memmove (folded, folded + 1, length--);
}

/* The whole header first, because a metric's name may have brackets of its own. */
static void
parse_header (const JpColumnNames *self, const char *text, Header *header)
{
  g_autofree char *folded = jp_text_fold (text);
  char *open;
  gsize length;

  drop_stars (folded);
  header->unit = NULL;
  header->role = find_role (self, folded);
  length = strlen (folded);
  if (header->role != JP_COLUMN_NONE || length == 0 || folded[length - 1] != ')')
    return;

  open = strrchr (folded, '(');
  if (open == NULL)
    return;
  folded[length - 1] = '\0';
  *open = '\0';
  drop_stars (folded);
  header->role = find_role (self, folded);
  header->unit = g_strdup (open + 1);
}

guint
jp_column_names_count (const JpColumnNames *self, const JpCell *cells, guint n_cells)
{
  guint n = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      g_auto (Header) header = { 0 };

      if (cells[i].kind != JP_CELL_TEXT)
        continue;
      parse_header (self, cells[i].text, &header);
      n += header.role != JP_COLUMN_NONE ? 1 : 0;
    }

  return n;
}

static gboolean
find_power (const Unit *units, gsize n_units, const char *name, int *power)
{
  for (gsize i = 0; i < n_units; i++)
    {
      g_autofree char *folded = jp_text_fold (units[i].name);

      if (g_str_equal (folded, name))
        {
          *power = units[i].power;
          return TRUE;
        }
    }

  return FALSE;
}

/* By which power of ten a number under this header is larger than one in the metric's own unit. */
static gboolean
unit_shift (const JpMetric *metric, const char *unit, int *shift)
{
  g_autofree char *own = jp_text_fold (metric->unit);
  int from, to;

  *shift = 0;
  if (g_str_equal (own, unit))
    return TRUE;
  if (!find_power (money_units, G_N_ELEMENTS (money_units), own, &to) ||
      !find_power (money_units, G_N_ELEMENTS (money_units), unit, &from))
    return FALSE;

  *shift = from - to;
  return TRUE;
}

/* Whether the column has a unit that can be read, and how a number in it becomes the smallest unit. */
static gboolean
read_unit (JpImport *import, const Header *header, int *decimals, const char **own)
{
  int shift = 0;

  if (header->role == JP_COLUMN_AREA)
    {
      *own = "km²";
      *decimals = JP_AREA_DECIMALS;
      return header->unit == NULL || find_power (area_units, G_N_ELEMENTS (area_units), header->unit, &shift);
    }
  if (header->role >= JP_COLUMN_METRIC)
    {
      const JpMetric *metric = &import->pack->metrics[header->role - JP_COLUMN_METRIC];

      *own = metric->unit;
      if (header->unit != NULL && !unit_shift (metric, header->unit, &shift))
        return FALSE;
      *decimals = (int) metric->decimals + shift;
      return TRUE;
    }

  *own = NULL;
  return TRUE;
}

static gboolean
belongs (guint role, gboolean is_figures)
{
  if (role == JP_COLUMN_NAME)
    return TRUE;

  return is_figures == (role >= JP_COLUMN_METRIC || role == JP_COLUMN_YEAR);
}

/* Gives one column its meaning, or says why it has none. */
static void
read_column (JpImport *import, guint sheet, guint row, const JpCell *cell, const Header *header, gboolean is_figures,
             JpColumn *column)
{
  JpImportSheet *in = g_ptr_array_index (import->sheets, sheet);
  const char *own;
  int decimals = 0;

  if (header->role == JP_COLUMN_NONE)
    {
      g_autofree char *folded = jp_text_fold (cell->text);

      if (!g_str_equal (folded, JP_PROBLEM_HEADER))
        jp_import_add_note (import, import->warnings, sheet, row, cell->column,
                            _("The column is not known and was not read."));
      return;
    }
  if (!belongs (header->role, is_figures))
    {
      jp_import_add_note (import, import->warnings, sheet, row, cell->column,
                          is_figures ? _("The column belongs on a sheet of clusters and was not read here.")
                                     : _("The column was not read, because the sheet has no column 年度."));
      return;
    }
  if (in->column_of_role[header->role] != 0)
    {
      jp_import_add_note (import, import->faults, sheet, row, cell->column,
                          _("The column is there twice; one of the two must go."));
      return;
    }

  in->column_of_role[header->role] = cell->column;
  if (!read_unit (import, header, &decimals, &own))
    {
      jp_import_add_note (import, import->faults, sheet, row, cell->column,
                          _("The unit “%s” cannot be converted; the column is kept in %s."), header->unit, own);
      return;
    }
  if (own != NULL && header->unit == NULL)
    jp_import_add_note (import, import->warnings, sheet, row, cell->column,
                        _("The header gives no unit; the numbers were read as %s."), own);

  column->role = header->role;
  column->decimals = decimals;
}

/* A number or a date can stand in a header row too; it is a column nobody knows. */
static void
set_headers (JpImportSheet *sheet, guint row, const JpCell *cells, guint n_cells)
{
  guint next = 0;

  sheet->header_row = row;
  sheet->n_columns = cells[n_cells - 1].column;
  g_strfreev (sheet->headers);
  sheet->headers = g_new0 (char *, sheet->n_columns + 1);
  for (guint column = 1; column <= sheet->n_columns; column++)
    {
      gboolean filled = cells[next].column == column;

      sheet->headers[column - 1] = filled ? jp_text_tidy (cells[next].text) : g_strdup ("");
      next += filled ? 1 : 0;
    }
}

GArray *
jp_columns_read (const JpColumnNames *names, JpImport *import, guint sheet, guint row, const JpCell *cells,
                 guint n_cells)
{
  JpImportSheet *in = g_ptr_array_index (import->sheets, sheet);
  g_autofree Header *headers = g_new0 (Header, n_cells);
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (JpColumn));
  gboolean is_figures = FALSE;

  set_headers (in, row, cells, n_cells);
  g_array_set_size (columns, in->n_columns);
  for (guint i = 0; i < n_cells; i++)
    {
      parse_header (names, cells[i].kind == JP_CELL_TEXT ? cells[i].text : "", &headers[i]);
      is_figures = is_figures || headers[i].role == JP_COLUMN_YEAR;
    }

  for (guint i = 0; i < n_cells; i++)
    {
      read_column (import, sheet, row, &cells[i], &headers[i], is_figures,
                   &g_array_index (columns, JpColumn, cells[i].column - 1));
      header_clear (&headers[i]);
    }
  if (in->column_of_role[JP_COLUMN_NAME] == 0)
    jp_import_add_note (import, import->faults, sheet, row, 0, _("The column 集群名称 is missing."));

  return columns;
}
