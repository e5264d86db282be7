/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-points-block.h"

#include "jp-csv-reader.h"
#include "jp-decimal.h"
#include "jp-import-cells.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_BYTES   (8 * 1024 * 1024)
#define MOST_ROWS    20000
#define MOST_COLUMNS 256
#define MOST_FAULTS  1000 /* a block wrong in more cells is wrong as a whole */
#define HEADER_ROWS  10 /* among the first of these a header row is looked for, as in a workbook */

/* What a column is. */
typedef enum
{
  ROLE_NONE,
  ROLE_CLUSTER,
  ROLE_REASON, /* of the whole row */
  ROLE_KNOWN,  /* what a copy of this very table brings along */
  ROLE_POINTS, /* + indicator */
} Role;

typedef struct
{
  guint      row;
  GPtrArray *cells; /* of char by column − 1; NULL: blank */
} Line;

typedef struct
{
  const JpPack  *pack;
  GPtrArray     *shown;
  GPtrArray     *lines;     /* of Line, those that hold anything */
  guint          n_columns;
  guint         *roles;     /* by column − 1; of reasons of one indicator see @reasons */
  int           *reasons;   /* by column − 1: indicator; −1: none */
  guint          header;    /* lines before the first of points */
  guint          first_row; /* of the block, after the header */
  GHashTable    *clusters;  /* folded name, code or id → JpResult; NULL value: several */
  GHashTable    *met;       /* JpResult: rows that were there already */
  JpPointsBlock *block;
} Reading;

gboolean
jp_points_read (const JpIndicator *about, const char *text, int *points, char **fault)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  gint64 hundredths;
  JpDecimal decimal;
  gboolean exact;

  if (plain != NULL && jp_decimal_parse (&decimal, g_strstrip (plain))
      && jp_decimal_rescale (decimal, 2, &hundredths, &exact) && exact && hundredths >= 0
      && hundredths <= about->weight)
    {
      *points = (int) hundredths;
      return TRUE;
    }

  if (fault != NULL)
    {
      g_autofree char *weight = jp_points_to_string (about->weight);

      *fault = g_strdup_printf (_("“%s” takes points from 0 to %s, to the hundredth."), about->name, weight);
    }
  return FALSE;
}

static void
line_free (gpointer data)
{
  Line *line = data;

  g_ptr_array_unref (line->cells);
  g_free (line);
}

static void
fault_free (gpointer data)
{
  JpBlockFault *fault = data;

  g_free (fault->where);
  g_free (fault->message);
  g_free (fault);
}

void
jp_points_block_free (JpPointsBlock *self)
{
  g_ptr_array_unref (self->given);
  g_ptr_array_unref (self->faults);
  g_free (self->left_out);
  g_free (self);
}

static gboolean
on_sheet (const char *name, gpointer data, GError **error)
{
  return TRUE;
}

static gboolean
on_row (guint row, const JpCell *cells, guint n_cells, gpointer data, GError **error)
{
  Reading *self = data;
  Line *line = g_new0 (Line, 1);

  line->row = row;
  line->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->lines, line);
  for (guint i = 0; i < n_cells; i++)
    if (!jp_cell_is_blank (&cells[i]))
      {
        g_ptr_array_set_size (line->cells, (int) MAX (line->cells->len, cells[i].column));
        g_ptr_array_index (line->cells, cells[i].column - 1) = jp_text_tidy (cells[i].text);
        self->n_columns = MAX (self->n_columns, cells[i].column);
      }

  return TRUE;
}

static const char *
cell_at (const Line *line, guint column)
{
  return column < line->cells->len ? g_ptr_array_index (line->cells, column) : NULL;
}

/* Which indicator a header names, alone or with its weight in brackets; @rest: what follows the name. */
static int
find_indicator (const JpPack *pack, const char *header, const char **rest)
{
  int best = -1;
  gsize longest = 0;

  for (guint i = 0; i < pack->n_indicators; i++)
    {
      const char *const names[] = { pack->indicators[i].name, pack->indicators[i].id };

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *name = jp_text_fold (names[j]);

          if (strlen (name) <= longest || !g_str_has_prefix (header, name))
            continue;
          best = (int) i;
          longest = strlen (name);
        }
    }
  *rest = header + longest;

  return best;
}

static gboolean
is_one_of (const char *folded, const char *const *names)
{
  return g_strv_contains (names, folded);
}

/* The role of a header; @reason: for which indicator a reason is, −1 for none. */
static guint
role_of (const JpPack *pack, const char *text, int *reason)
{
  static const char *const clusters[] = { "集群名称", "集群", "名称", "统一社会信用代码", "cluster", NULL };
  static const char *const reasons[] = { "理由", "评分理由", "原因", "reason", NULL };
  static const char *const known[] = { "区县", "状态", "合计", "总分", "档次", "序号", "年度", NULL };
  g_autofree char *header = jp_text_fold (text);
  const char *rest;
  int indicator = find_indicator (pack, header, &rest);

  *reason = -1;
  if (indicator >= 0 && (*rest == '\0' || *rest == '('))
    return ROLE_POINTS + (guint) indicator;
  if (indicator >= 0 && strstr (rest, "理由") != NULL)
    {
      *reason = indicator;
      return ROLE_NONE;
    }
  if (is_one_of (header, clusters))
    return ROLE_CLUSTER;
  if (is_one_of (header, reasons))
    return ROLE_REASON;

  return is_one_of (header, known) ? ROLE_KNOWN : ROLE_NONE;
}

/* A row that names an indicator, or the column of clusters, is the header row; the roles are its. */
static gboolean
read_header (Reading *self, const Line *line)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = cell_at (line, i);

      self->reasons[i] = -1;
      self->roles[i] = text != NULL ? role_of (self->pack, text, &self->reasons[i]) : ROLE_NONE;
      any = any || self->roles[i] >= ROLE_POINTS || self->roles[i] == ROLE_CLUSTER;
    }

  return any;
}

static void
note_left_out (Reading *self, const Line *line)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = cell_at (line, i);

      if (text != NULL && self->roles[i] == ROLE_NONE && self->reasons[i] < 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", text);
    }
  if (names->len > 0)
    self->block->left_out = g_string_free (g_steal_pointer (&names), FALSE);
}

static const JpResult *
find_cluster (const Reading *self, const char *text, gboolean *several)
{
  g_autofree char *folded = jp_text_fold (text);
  gpointer result = NULL;
  gboolean known = g_hash_table_lookup_extended (self->clusters, folded, NULL, &result);

  *several = known && result == NULL;
  return result;
}

/* Without a header the columns follow the cursor; names of clusters in front are taken for what they are. */
static void
place_columns (Reading *self, guint column)
{
  gboolean named = FALSE;

  for (guint i = 0; i < self->lines->len && !named; i++)
    {
      const char *text = cell_at (g_ptr_array_index (self->lines, i), 0);
      gboolean several = FALSE;

      named = text != NULL && (find_cluster (self, text, &several) != NULL || several);
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint indicator = column + i - (named ? 1 : 0);

      self->reasons[i] = -1;
      self->roles[i] = named && i == 0 ? ROLE_CLUSTER : indicator < self->pack->n_indicators ? ROLE_POINTS + indicator
                                                                                             : ROLE_NONE;
    }
}

static void
read_roles (Reading *self, guint column)
{
  self->roles = g_new0 (guint, self->n_columns);
  self->reasons = g_new0 (int, self->n_columns);
  for (guint i = 0; i < MIN (self->lines->len, HEADER_ROWS); i++)
    if (read_header (self, g_ptr_array_index (self->lines, i)))
      {
        self->header = i + 1;
        self->first_row = ((const Line *) g_ptr_array_index (self->lines, i))->row + 1;
        note_left_out (self, g_ptr_array_index (self->lines, i));
        return;
      }
  self->first_row = 1;
  place_columns (self, column);
}

static void
add_fault (Reading *self, const Line *line, guint column, const JpResult *result, const char *message)
{
  guint role = column > 0 ? self->roles[column - 1] : ROLE_NONE;
  const char *indicator = role >= ROLE_POINTS ? self->pack->indicators[role - ROLE_POINTS].name : NULL;
  JpBlockFault *fault;

  if (self->block->faults->len >= MOST_FAULTS)
    return;

  fault = g_new0 (JpBlockFault, 1);
  fault->row = line->row;
  fault->column = column;
  fault->message = g_strdup (message);
  fault->where = g_strjoin (indicator != NULL && result != NULL ? " · " : "",
                            result != NULL ? result->dossier->name : "", indicator != NULL ? indicator : "", NULL);
  g_ptr_array_add (self->block->faults, fault);
}

/* Which row of the grid a line is for; NULL with a fault, or where there is nothing in it. */
static const JpResult *
row_of (Reading *self, const Line *line, guint row)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = cell_at (line, i);
      g_autofree char *message = NULL;
      const JpResult *result;
      gboolean several;

      if (self->roles[i] != ROLE_CLUSTER)
        continue;
      if (text == NULL)
        {
          add_fault (self, line, i + 1, NULL, _("This row does not say which cluster it is for."));
          return NULL;
        }
      result = find_cluster (self, text, &several);
      if (result == NULL)
        {
          message = g_strdup_printf (several ? _("Several clusters are called “%s”; write the operator’s credit code "
                                                 "instead.")
                                             : _("No cluster “%s” is due for assessment in this year."), text);
          add_fault (self, line, i + 1, NULL, message);
        }
      return result;
    }

  row += line->row - self->first_row;
  if (row < self->shown->len)
    return g_ptr_array_index (self->shown, row);

  add_fault (self, line, 0, NULL, _("The block has more rows than there are below the cursor."));
  return NULL;
}

static const char *
reason_for (const Reading *self, const Line *line, guint indicator)
{
  const char *common = NULL;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = cell_at (line, i);

      if (text != NULL && self->reasons[i] == (int) indicator)
        return text;
      if (text != NULL && self->roles[i] == ROLE_REASON)
        common = text;
    }

  return common;
}

static void
read_points (Reading *self, const Line *line, const JpResult *result)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = cell_at (line, i);
      g_autofree char *fault = NULL;
      const JpIndicator *about;
      int points;

      if (text == NULL)
        continue;
      if (self->roles[i] == ROLE_NONE && self->header == 0)
        {
          add_fault (self, line, i + 1, result, _("The block has more columns than there are beside the cursor."));
          continue;
        }
      if (self->roles[i] < ROLE_POINTS)
        continue;
      about = &self->pack->indicators[self->roles[i] - ROLE_POINTS];
      if (!jp_points_read (about, text, &points, &fault))
        add_fault (self, line, i + 1, result, fault);
      else
        g_ptr_array_add (self->block->given,
                         jp_given_points_new (result->dossier->id, about->id, points,
                                              reason_for (self, line, self->roles[i] - ROLE_POINTS)));
    }
}

static void
read_lines (Reading *self, guint row)
{
  for (guint i = self->header; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);
      const JpResult *result;

      if (line->cells->len == 0)
        continue;
      result = row_of (self, line, row);
      if (result == NULL)
        continue;
      if (g_hash_table_add (self->met, (gpointer) result))
        read_points (self, line, result);
      else
        add_fault (self, line, 0, result, _("The same cluster comes twice in the block."));
    }
}

static void
learn (GHashTable *clusters, const char *text, const JpResult *result)
{
  g_autofree char *folded = text != NULL ? jp_text_fold (text) : NULL;

  if (folded == NULL || *folded == '\0')
    return;
  if (g_hash_table_contains (clusters, folded))
    result = NULL;
  g_hash_table_insert (clusters, g_steal_pointer (&folded), (gpointer) result);
}

static GHashTable *
learn_clusters (GPtrArray *all)
{
  GHashTable *clusters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const JpResult *result = g_ptr_array_index (all, i);

      learn (clusters, result->dossier->name, result);
      learn (clusters, result->dossier->id, result);
      learn (clusters, result->dossier->credit_code, result);
    }

  return clusters;
}

/* An indicator that comes in two columns could mean either. */
static gboolean
check_roles (const Reading *self, GError **error)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    for (guint j = 0; j < i && self->roles[i] >= ROLE_CLUSTER; j++)
      if (self->roles[i] == self->roles[j] && self->roles[i] != ROLE_KNOWN)
        {
          g_set_error (error, JP_BOOK_ERROR, JP_BOOK_ERROR_KIND,
                       _("Columns %u and %u of the block say the same. Copy it with one of them only."), j + 1, i + 1);
          return FALSE;
        }
  for (guint i = 0; i < self->n_columns; i++)
    any = any || self->roles[i] >= ROLE_POINTS;
  if (!any)
    g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_KIND,
                         _("The block has no column of points. Copy the cells with the points, or a table whose "
                           "headers are the names of the indicators."));

  return any;
}

static gboolean
read_text (Reading *self, const char *text, GError **error)
{
  static const JpBookVisitor visitor = { on_sheet, on_row };
  JpBookLimits limits = JP_BOOK_LIMITS;

  limits.rows = limits.filled_rows = MOST_ROWS;
  limits.columns = MOST_COLUMNS;
  if (strlen (text) > MOST_BYTES)
    {
      g_set_error (error, JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
                   _("The clipboard holds more than %d MiB, which is no block of points. Copy fewer cells."),
                   MOST_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (!jp_csv_read_clipboard (text, "剪贴板", &limits, &visitor, self, error))
    return FALSE;
  if (self->n_columns > 0)
    return TRUE;

  g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_KIND, _("There is nothing in the block."));
  return FALSE;
}

JpPointsBlock *
jp_points_block_read (const char *text, const JpPack *pack, GPtrArray *shown, GPtrArray *all, guint row,
                      guint column, GError **error)
{
  g_autoptr (JpPointsBlock) block = g_new0 (JpPointsBlock, 1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GHashTable) clusters = learn_clusters (all);
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  Reading reading = { .pack = pack, .shown = shown, .lines = lines, .clusters = clusters, .met = met, .block = block };
  g_autofree guint *roles = NULL;
  g_autofree int *reasons = NULL;

  block->given = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_given_points_free);
  block->faults = g_ptr_array_new_with_free_func (fault_free);
  if (!read_text (&reading, text, error))
    return NULL;

  read_roles (&reading, column);
  roles = reading.roles;
  reasons = reading.reasons;
  if (!check_roles (&reading, error))
    return NULL;

  read_lines (&reading, row);
  return g_steal_pointer (&block);
}
