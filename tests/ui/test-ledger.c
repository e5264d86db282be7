/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-export.h"
#include "jp-cluster-list.h"

#include "jp-sample.h"
#include "jp-test-many.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY "2026-02-10"

typedef struct
{
  char          *folder;
  char          *path;
  JpStore       *store;
  JpSnapshot    *snapshot;
  JpClusterList *list;
  guint          n_told;
  guint          removed;
  guint          added;
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->n_told++;
  fixture->removed = removed;
  fixture->added = added;
}

static void
load (Fixture *fixture, JpSnapshot *before, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpClusterTable) table = NULL;

  fixture->snapshot = jp_snapshot_load (fixture->store, jp_test_date (TODAY), year, before, NULL, &error);
  g_assert_no_error (error);
  table = jp_cluster_table_new (fixture->snapshot, jp_cluster_list_get_table (fixture->list));
  jp_cluster_list_set_table (fixture->list, table);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("jp-ledger-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "jiping.db", NULL);
  fixture->store = jp_test_new_store (fixture->path);
  g_assert_true (jp_casework_sample (fixture->store, jp_test_date (TODAY), &error));
  g_assert_no_error (error);
  fixture->list = jp_cluster_list_new ();
  load (fixture, NULL, 2025);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
  jp_snapshot_unref (fixture->snapshot);
  jp_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static char *
shown (JpClusterList *list, JpClusterColumn column)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (JpClusterRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autofree char *value = jp_cluster_column_value (column, jp_cluster_row_get_facts (row));

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
search (Fixture *fixture, const char *typed)
{
  g_autoptr (JpClusterFilter) filter = jp_cluster_filter_copy (jp_cluster_list_get_filter (fixture->list));

  g_free (filter->search);
  filter->search = g_strdup (typed);
  jp_cluster_list_set_filter (fixture->list, filter);
}

#define assert_shown(fixture, column, expected) \
  G_STMT_START \
  { \
    g_autofree char *shown_ = shown ((fixture)->list, (column)); \
    g_assert_cmpstr (shown_, ==, (expected)); \
  } \
  G_STMT_END

static void
test_search (Fixture *fixture, gconstpointer data)
{
  search (fixture, "jqrcy");
  assert_shown (fixture, JP_CLUSTER_INDUSTRY, "工业机器人");
  g_assert_cmpuint (fixture->n_told, ==, 1);
  search (fixture, "hcswyy");
  assert_shown (fixture, JP_CLUSTER_INDUSTRY, "生物医药");
  search (fixture, "xm");
  g_assert_cmpuint (jp_cluster_list_get_counts (fixture->list)->shown, ==, 24);
  search (fixture, "没有这个");
  g_assert_cmpuint (jp_cluster_list_get_counts (fixture->list)->shown, ==, 0);
  g_assert_cmpuint (jp_cluster_list_get_counts (fixture->list)->all, ==, 24);
}

static void
test_filters_meet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpClusterFilter) filter = jp_cluster_filter_new ();
  const JpClusterCounts *counts = jp_cluster_list_get_counts (fixture->list);

  jp_cluster_filter_toggle_district (filter, "350211", TRUE);
  jp_cluster_list_set_filter (fixture->list, filter);
  g_assert_cmpuint (counts->shown, ==, 5);
  /* The chips of a group are counted as if that group were free. */
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts->districts, g_intern_string ("350203"))), ==, 4);
  g_assert_cmpuint (counts->stages[JP_STAGE_AWAITING], ==, 1);

  jp_cluster_filter_toggle_district (filter, "350203", TRUE);
  jp_cluster_list_set_filter (fixture->list, filter);
  g_assert_cmpuint (counts->shown, ==, 9);

  filter->stages = 1u << JP_STAGE_AWAITING;
  jp_cluster_list_set_filter (fixture->list, filter);
  assert_shown (fixture, JP_CLUSTER_NAME, "厦门市集美区示例新材料产业集群");
  assert_shown (fixture, JP_CLUSTER_STAGE, "待复核结论");
}

static void
test_warnings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpClusterFilter) filter = jp_cluster_filter_new ();

  filter->warnings = JP_WARNING_VETOED;
  jp_cluster_list_set_filter (fixture->list, filter);
  g_assert_cmpuint (jp_cluster_list_get_counts (fixture->list)->shown, >, 0);
  g_assert_cmpuint (jp_cluster_list_get_counts (fixture->list)->warnings[1], ==,
                    jp_cluster_list_get_counts (fixture->list)->shown);
  filter->warnings = JP_WARNING_EXPIRING;
  jp_cluster_list_set_filter (fixture->list, filter);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->list)); i++)
    {
      g_autoptr (JpClusterRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      g_assert_true (jp_cluster_row_get_facts (row)->in_term);
      g_assert_cmpint (jp_cluster_row_get_facts (row)->days_left, <=, 366);
    }
}

static void
test_filter_is_kept (void)
{
  g_autoptr (JpClusterFilter) filter = jp_cluster_filter_new ();
  g_autoptr (JpClusterFilter) again = NULL;
  g_autoptr (GVariant) kept = NULL;
  g_autoptr (GVariant) odd = g_variant_ref_sink (g_variant_new_string ("odd"));

  g_assert_true (jp_cluster_filter_is_empty (filter));
  g_free (filter->search);
  filter->search = g_strdup ("hc");
  jp_cluster_filter_toggle_district (filter, "350205", TRUE);
  filter->stages = 1u << JP_STAGE_RENEWED;
  filter->warnings = JP_WARNING_OVERDUE | JP_WARNING_MISSING;
  kept = g_variant_ref_sink (jp_cluster_filter_to_variant (filter));
  again = jp_cluster_filter_from_variant (kept);
  g_assert_cmpstr (again->search, ==, "hc");
  g_assert_true (g_hash_table_contains (again->districts, g_intern_string ("350205")));
  g_assert_cmpuint (again->stages, ==, filter->stages);
  g_assert_cmpuint (again->warnings, ==, filter->warnings);

  jp_cluster_filter_free (g_steal_pointer (&again));
  again = jp_cluster_filter_from_variant (odd);
  g_assert_true (jp_cluster_filter_is_empty (again));
}

static int
by_term_end_backwards (gconstpointer a, gconstpointer b, gpointer data)
{
  gint64 rank_a = jp_cluster_row_get_rank ((JpClusterRow *) a, JP_CLUSTER_TERM_END);
  gint64 rank_b = jp_cluster_row_get_rank ((JpClusterRow *) b, JP_CLUSTER_TERM_END);

  return rank_a > rank_b ? -1 : rank_a < rank_b;
}

static void
test_sorts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (by_term_end_backwards, NULL, NULL));
  g_autofree char *text = NULL;
  g_auto (GStrv) days = NULL;

  jp_row_list_set_sorter (JP_ROW_LIST (fixture->list), sorter);
  text = shown (fixture->list, JP_CLUSTER_TERM_END);
  days = g_strsplit (text, "|", -1);
  g_assert_cmpuint (g_strv_length (days), ==, 24);
  for (guint i = 1; days[i] != NULL; i++)
    g_assert_cmpint (g_strcmp0 (days[i - 1], days[i]), >=, 0);
}

static void
count (gpointer data)
{
  (*(guint *) data)++;
}

/* An edit elsewhere changes one row and tells of no other. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpSnapshot) before = fixture->snapshot;
  g_autoptr (JpClusterRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), 3);
  const JpClusterFacts *facts = jp_cluster_row_get_facts (row);
  guint n_changed = 0;

  g_signal_connect_swapped (row, "changed", G_CALLBACK (count), &n_changed);
  fixture->snapshot = jp_snapshot_with_year (before, 2025);
  {
    g_autoptr (JpClusterTable) table
      = jp_cluster_table_new (fixture->snapshot, jp_cluster_list_get_table (fixture->list));

    jp_cluster_list_set_table (fixture->list, table);
  }
  g_assert_true (jp_cluster_row_get_facts (row) == facts);
  g_assert_cmpuint (n_changed, ==, 0);

  jp_snapshot_unref (fixture->snapshot);
  load (fixture, NULL, 2024);
  g_assert_cmpuint (fixture->n_told, ==, 0);
  g_assert_cmpuint (n_changed, ==, 1);
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  search (fixture, "gyjqr");
  assert_shown (fixture, JP_CLUSTER_NAME, "厦门市集美区工业机器人产业集群");
  assert_shown (fixture, JP_CLUSTER_DISTRICT, "集美区");
  assert_shown (fixture, JP_CLUSTER_OPERATOR, "集美机器人产业服务中心（示例）");
  assert_shown (fixture, JP_CLUSTER_TERM_END, "2028-12-31");
  assert_shown (fixture, JP_CLUSTER_DAYS_LEFT, "1055");
}

/* What is exported are the columns on the screen, in their order, and nothing else. */
static void
test_exports_what_is_shown (Fixture *fixture, gconstpointer data)
{
  static const JpClusterColumn columns[] = { JP_CLUSTER_NAME, JP_CLUSTER_TERM_END, JP_CLUSTER_DISTRICT };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  g_autoptr (JpClusterRow) row = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL);
  g_autofree char *text = NULL;
  guint n_rows;

  search (fixture, "gyjqr");
  row = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_ptr_array_add (facts, (gpointer) jp_cluster_row_get_facts (row));
  g_assert_true (
    jp_cluster_export (path, columns, G_N_ELEMENTS (columns), facts, jp_test_date (TODAY), &n_rows, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_nonnull (strstr (text, "集群名称,有效期止,区县\r\n厦门市集美区工业机器人产业集群,2028-12-31,集美区\r\n"));
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/ui/ledger/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("search-by-initials-pinyin-characters", test_search);
  ADD ("filters-meet-and-are-counted", test_filters_meet);
  ADD ("warnings", test_warnings);
  g_test_add_func ("/ui/ledger/filter-is-kept", test_filter_is_kept);
  ADD ("sorts", test_sorts);
  ADD ("rows-stay-what-they-are", test_rows_stay);
  ADD ("values", test_values);
  ADD ("exported-columns-are-those-on-the-screen", test_exports_what_is_shown);

  return g_test_run ();
}
