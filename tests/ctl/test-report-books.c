/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports as workbooks, by the command line alone, read back: what is a number is one, and says what the ledger says.
 */

#include "jp-book.h"
#include "jp-test-ctl.h"
#include "jp-test.h"

#include <string.h>

/* What was met while reading. */
typedef struct
{
  guint  n_sheets, n_rows, n_numbers, n_dates;
  char  *header;  /* of the row that begins with @first */
  const char *first;
} Seen;

static gboolean
on_sheet (const char *name, gpointer data, GError **error)
{
  ((Seen *) data)->n_sheets++;
  return TRUE;
}

static gboolean
on_row (guint row, const JpCell *cells, guint n_cells, gpointer data, GError **error)
{
  Seen *seen = data;

  seen->n_rows++;
  for (guint i = 0; i < n_cells; i++)
    {
      seen->n_numbers += cells[i].kind == JP_CELL_NUMBER ? 1 : 0;
      seen->n_dates += cells[i].kind == JP_CELL_DATE && cells[i].date != JP_DATE_NONE ? 1 : 0;
    }
  if (seen->header == NULL && strcmp (cells[0].text, seen->first) == 0)
    {
      GString *header = g_string_new (NULL);

      for (guint i = 0; i < n_cells; i++)
        g_string_append_printf (header, "%s|", cells[i].text);
      seen->header = g_string_free (header, FALSE);
    }

  return TRUE;
}

static Seen
read_back (JpTestCtl *ctl, const char *kind, const char *first)
{
  static const JpBookVisitor visitor = { on_sheet, on_row };
  g_autofree char *name = g_strconcat (kind, ".xlsx", NULL);
  g_autofree char *path = jp_test_ctl_file (ctl, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Seen seen = { .first = first };

  jp_test_ctl_run (ctl, 0, "report", kind, "-o", path, NULL);
  bytes = jp_book_load (path, &JP_BOOK_LIMITS, &error);
  g_assert_no_error (error);
  jp_book_read (bytes, name, &JP_BOOK_LIMITS, &visitor, &seen, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (seen.header);

  return seen;
}

static void
test_books (void)
{
  static const struct { const char *kind, *first, *header; gboolean dates; } books[] = {
    { "ranking", "名次", "名次|集群名称|区|各指标得分（括号内为权重）|", FALSE },
    { "funding-plan", "序号", "序号|集群名称|区|支持年度|依据|核定金额|状态|已拨付|备注|", FALSE },
    { "validity", "序号", "序号|集群名称|区|阶段|期次|有效期起|有效期止|剩余天数|复核申报起|预警|", TRUE },
    { "missing", "序号", "序号|集群名称|缺少的事项|自何时起|应于何时|时限|依据|", TRUE },
  };
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2026-02-10");

  jp_test_ctl_run (ctl, 0, "sample", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      Seen seen = read_back (ctl, books[i].kind, books[i].first);

      g_assert_true (g_str_has_prefix (seen.header, books[i].header));
      g_assert_cmpuint (seen.n_numbers, >, 5);
      g_assert_true (books[i].dates == (seen.n_dates > 5));
      g_free (seen.header);
    }
}

/* One sheet a paper: the papers of a district each. */
static void
test_a_sheet_a_paper (void)
{
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2026-02-10");
  Seen seen;

  jp_test_ctl_run (ctl, 0, "sample", NULL);
  seen = read_back (ctl, "missing", "序号");
  g_assert_cmpuint (seen.n_sheets, ==, 6);
  g_free (seen.header);
}

/* What is no table is refused, and nothing is left behind. */
static void
test_no_table (void)
{
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new ("2026-02-10");
  g_autofree char *path = jp_test_ctl_file (ctl, "letter.xlsx");

  jp_test_ctl_run (ctl, 0, "sample", NULL);
  jp_test_ctl_run (ctl, 1, "report", "renewal", "-o", path, NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add_func ("/ctl/report/books", test_books);
  g_test_add_func ("/ctl/report/a-sheet-a-paper", test_a_sheet_a_paper);
  g_test_add_func ("/ctl/report/no-table", test_no_table);

  return g_test_run ();
}
