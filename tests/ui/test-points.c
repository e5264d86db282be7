/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A block from a spreadsheet, as 批量录入 understands it. */

#include "jp-points-block.h"

#include "jp-csv-reader.h"
#include "jp-sample.h"
#include "jp-snapshot.h"
#include "jp-test-many.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char         *folder;
  char         *path;
  JpStore      *store;
  JpSnapshot   *snapshot;
  GPtrArray    *results; /* of JpResult, 2025 */
  const JpPack *pack;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("jp-points-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "jiping.db", NULL);
  self->store = jp_test_new_store (self->path);
  g_assert_true (jp_casework_sample (self->store, jp_test_date ("2026-02-10"), &error));
  self->snapshot = jp_snapshot_load (self->store, jp_test_date ("2026-02-10"), 2025, NULL, NULL, &error);
  g_assert_no_error (error);
  self->results = jp_snapshot_get_results (self->snapshot);
  self->pack = ((const JpResult *) g_ptr_array_index (self->results, 0))->pack;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jp_snapshot_unref (self->snapshot);
  jp_store_close (self->store);
  g_assert_finalize_object (self->store);
  jp_test_remove (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static const char *
cluster (Fixture *self, guint row)
{
  return ((const JpResult *) g_ptr_array_index (self->results, row))->dossier->id;
}

static const char *
name (Fixture *self, guint row)
{
  return ((const JpResult *) g_ptr_array_index (self->results, row))->dossier->name;
}

static const char *
header (Fixture *self, guint indicator)
{
  return self->pack->indicators[indicator].name;
}

static JpPointsBlock *
read_at (Fixture *self, const char *text, guint row, guint column)
{
  g_autoptr (GError) error = NULL;
  JpPointsBlock *block = jp_points_block_read (text, self->pack, self->results, self->results, row, column, &error);

  g_assert_no_error (error);
  return block;
}

static void
assert_given (Fixture *self, const JpPointsBlock *block, guint index, guint row, guint indicator, int points,
              const char *reason)
{
  const JpGivenPoints *given;

  g_assert_cmpuint (index, <, block->given->len);
  given = g_ptr_array_index (block->given, index);
  g_assert_cmpstr (given->cluster, ==, cluster (self, row));
  g_assert_cmpstr (given->indicator, ==, self->pack->indicators[indicator].id);
  g_assert_cmpint (given->points, ==, points);
  g_assert_cmpstr (given->reason, ==, reason);
}

static void
assert_fault (const JpPointsBlock *block, guint index, guint row, guint column)
{
  const JpBlockFault *fault;

  g_assert_cmpuint (index, <, block->faults->len);
  fault = g_ptr_array_index (block->faults, index);
  g_assert_cmpuint (fault->row, ==, row);
  g_assert_cmpuint (fault->column, ==, column);
  g_assert_nonnull (fault->message);
}

/* Nothing but points: they go in at the cursor, and blanks are not given. */
static void
test_at_the_cursor (Fixture *self, gconstpointer data)
{
  g_autoptr (JpPointsBlock) block = read_at (self, "1.5\t\t２．２５\r\n—\t3\t-\r\n\r\n0\t\"4\"\t/\n", 2, 1);

  g_assert_cmpuint (block->faults->len, ==, 0);
  g_assert_cmpuint (block->given->len, ==, 5);
  assert_given (self, block, 0, 2, 1, 150, NULL);
  assert_given (self, block, 1, 2, 3, 225, NULL);
  assert_given (self, block, 2, 3, 2, 300, NULL);
  assert_given (self, block, 3, 5, 1, 0, NULL); /* the empty line keeps its row */
  assert_given (self, block, 4, 5, 2, 400, NULL);
}

/* What sticks out below or beside the grid refuses the block, cell by cell. */
static void
test_too_large (Fixture *self, gconstpointer data)
{
  guint last = self->pack->n_indicators - 1, rows = self->results->len;
  g_autoptr (JpPointsBlock) block = read_at (self, "1\t2\n3\t4\n", rows - 1, last);

  assert_given (self, block, 0, rows - 1, last, 100, NULL);
  g_assert_cmpuint (block->given->len, ==, 1);
  g_assert_cmpuint (block->faults->len, ==, 2);
  assert_fault (block, 0, 1, 2);
  assert_fault (block, 1, 2, 0);
}

/* With headers the columns come in any order; what is none of an indicator's is named and left out. */
static void
test_reordered (Fixture *self, gconstpointer data)
{
  g_autofree char *text
    = g_strdup_printf ("2025年度考核打分表\n%s（满分）\t联系人\t集群名称\t区县\t%s\t理由\t%s 理由\n"
                       "1.25\t王\t %s \t集美区\t2.5\t据实\t另有\n3\t李\t%s\t\t\t\t\n",
                       header (self, 3), header (self, 0), header (self, 3), name (self, 4), name (self, 1));
  g_autoptr (JpPointsBlock) block = read_at (self, text, 0, 0);

  g_assert_cmpuint (block->faults->len, ==, 0);
  g_assert_cmpuint (block->given->len, ==, 3);
  assert_given (self, block, 0, 4, 3, 125, "另有");
  assert_given (self, block, 1, 4, 0, 250, "据实");
  assert_given (self, block, 2, 1, 3, 300, NULL);
  g_assert_cmpstr (block->left_out, ==, "联系人");
}

/* Names in front place the rows without any header; ids do as well, whatever the width of the characters. */
static void
test_names_in_front (Fixture *self, gconstpointer data)
{
  g_autofree char *text = g_strdup_printf ("%s\t1\t2\n%s\t3\n", name (self, 6), cluster (self, 0));
  g_autoptr (JpPointsBlock) block = read_at (self, text, 3, 1);

  g_assert_cmpuint (block->faults->len, ==, 0);
  assert_given (self, block, 0, 6, 1, 100, NULL);
  assert_given (self, block, 1, 6, 2, 200, NULL);
  assert_given (self, block, 2, 0, 1, 300, NULL);
}

/* The name is never cut at a comma, and a quoted cell keeps its tabs, quotes and lines. */
static void
test_quotes (Fixture *self, gconstpointer data)
{
  g_autofree char *text = g_strdup_printf ("集群名称\t%s\t理由\n%s\t1\t\"一,二\n\"\"三\"\"\t' \\ %% < & 筼筜 𬭚 😀\"\n",
                                           header (self, 0), name (self, 2));
  g_autoptr (JpPointsBlock) block = read_at (self, text, 0, 0);

  g_assert_cmpuint (block->faults->len, ==, 0);
  assert_given (self, block, 0, 2, 0, 100, "一,二 \"三\" ' \\ % < & 筼筜 𬭚 😀");
}

static void
test_not_points (Fixture *self, gconstpointer data)
{
  static const char *const wrong[] = { "20.01", "-1", "1.005", "NaN", "1e1", "=1+1", "十", "#DIV/0!",
                                       "99999999999999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\t1", wrong[i]);
      g_autoptr (JpPointsBlock) block = read_at (self, text, 0, 0);

      g_assert_cmpuint (block->given->len, ==, 1);
      g_assert_cmpuint (block->faults->len, ==, 1);
      assert_fault (block, 0, 1, 1);
      g_assert_nonnull (strstr (((const JpBlockFault *) g_ptr_array_index (block->faults, 0))->where, name (self, 0)));
    }
}

static void
test_rows_in_doubt (Fixture *self, gconstpointer data)
{
  g_autofree char *text = g_strdup_printf ("集群名称\t%s\n没有的集群\t1\n%s\t2\n%s\t3\n\t4\n", header (self, 0), name (self, 0),
                                           name (self, 0));
  g_autoptr (JpPointsBlock) block = read_at (self, text, 0, 0);

  g_assert_cmpuint (block->given->len, ==, 1);
  g_assert_cmpuint (block->faults->len, ==, 3);
  assert_fault (block, 0, 2, 1);
  assert_fault (block, 1, 4, 0);
  assert_fault (block, 2, 5, 1);
}

static void
assert_no_block (Fixture *self, const char *text, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (jp_points_block_read (text, self->pack, self->results, self->results, 0, 0, &error));
  g_assert_error (error, JP_BOOK_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

/* What is no block of points, or built to do harm, is refused with a sentence. */
static void
test_no_block (Fixture *self, gconstpointer data)
{
  g_autofree char *twice = g_strdup_printf ("%s\t%s\n1\t2\n", header (self, 0), header (self, 0));
  g_autofree char *large = g_strnfill (8 * 1024 * 1024 + 1, '1');
  g_autofree char *wide = g_strnfill (300, '\t');
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *columns = g_strconcat (wide, "1", NULL);

  for (guint i = 0; i < 20001; i++)
    g_string_append (many, "1\n");
  assert_no_block (self, "\t\n \t\n", JP_BOOK_ERROR_KIND);
  assert_no_block (self, "集群名称\t区县\nA\tB\n", JP_BOOK_ERROR_KIND);
  assert_no_block (self, twice, JP_BOOK_ERROR_KIND);
  assert_no_block (self, "\"never closed\t1", JP_BOOK_ERROR_DAMAGED);
  assert_no_block (self, large, JP_BOOK_ERROR_LIMIT);
  assert_no_block (self, columns, JP_BOOK_ERROR_LIMIT);
  assert_no_block (self, many->str, JP_BOOK_ERROR_LIMIT);
}

/* However much is wrong, what is said of it stays short. */
static void
test_many_faults (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JpPointsBlock) block = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "x\t\xff\xfe\t\x01\x02\n");
  block = read_at (self, text->str, 0, 0);
  g_assert_cmpuint (block->given->len, ==, 0);
  g_assert_cmpuint (block->faults->len, ==, 1000);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/ui/points/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("at-the-cursor", test_at_the_cursor);
  ADD ("too-large", test_too_large);
  ADD ("reordered-columns", test_reordered);
  ADD ("names-in-front", test_names_in_front);
  ADD ("quotes", test_quotes);
  ADD ("not-points", test_not_points);
  ADD ("rows-in-doubt", test_rows_in_doubt);
  ADD ("no-block", test_no_block);
  ADD ("many-faults", test_many_faults);

  return g_test_run ();
}
