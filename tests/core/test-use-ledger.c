/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-use-ledger.h"

#include "cluster.h"

#define SINCE "2022-01-01"
#define YUAN  G_GINT64_CONSTANT (100)
#define NO_ERROR (-1)

/* Recognised in 2024, year 1 paid with 1 000 000 yuan. */
static void
paid_cluster (Cluster *cluster)
{
  cluster_init (cluster, SINCE, "2025-12-31");
  put_recognition (cluster, "2024-09-19", NULL, NULL);
  put_case (cluster, 1, "2024-12-02", 1000000 * YUAN, "2024-12-10", 1000000 * YUAN);
}

static JpUseEntry *
put_use (Cluster *cluster, const char *on, const char *category, JpMoney amount, const char *payee, const char *voucher)
{
  guint number = cluster->dossier->uses->len + 1;
  JpUseEntry *entry = jp_use_entry_new (number, day (on), 1);

  entry->id = g_strdup_printf ("use-%u", number);
  entry->category = g_strdup (category);
  entry->amount = amount;
  entry->payee = g_strdup (payee);
  entry->voucher = g_strdup (voucher);
  g_ptr_array_add (cluster->dossier->uses, entry);

  return entry;
}

static void
put_red (Cluster *cluster, guint number, const char *on)
{
  const JpUseEntry *black = g_ptr_array_index (cluster->dossier->uses, number - 1);
  JpUseEntry *red = put_use (cluster, on, black->category, -black->amount, black->payee, black->voucher);

  red->reverses = g_strdup (black->id);
  red->reason = g_strdup ("记错");
}

static void
assert_identity (const JpUseLedger *ledger)
{
  g_assert_cmpint (ledger->paid, ==, ledger->spent + ledger->balance + ledger->returned);
}

static guint
flags (const JpUseLedger *ledger, guint number)
{
  return g_array_index (ledger->rows, JpUseRow, number - 1).flags;
}

static JpMoney
balance (const JpUseLedger *ledger, guint number)
{
  return g_array_index (ledger->rows, JpUseRow, number - 1).balance;
}

static void
test_empty (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpUseLedger) ledger = { 0 };

  cluster_init (&cluster, SINCE, "2025-01-01");
  jp_use_ledger_init (&ledger, cluster.dossier, &cluster.context);

  g_assert_cmpuint (ledger.rows->len, ==, 0);
  g_assert_cmpuint (ledger.totals->len, ==, cluster.pack->n_categories + 1);
  g_assert_cmpint (ledger.balance, ==, 0);
  assert_identity (&ledger);
}

static void
test_running_balance (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpUseLedger) ledger = { 0 };

  paid_cluster (&cluster);
  put_use (&cluster, "2025-01-10", "training", 12345, "某培训机构", "记-1");
  put_use (&cluster, "2025-02-10", "brand", 400000 * YUAN, "某广告公司", "记-2");
  put_red (&cluster, 1, "2025-03-01");
  put_fund (&cluster, 1, JP_FUND_REFUND, "2025-06-01")->amount = 100000 * YUAN;
  jp_use_ledger_init (&ledger, cluster.dossier, &cluster.context);

  g_assert_cmpint (ledger.paid, ==, 1000000 * YUAN);
  g_assert_cmpint (ledger.returned, ==, 100000 * YUAN);
  g_assert_cmpint (ledger.spent, ==, 400000 * YUAN);
  g_assert_cmpint (ledger.balance, ==, 500000 * YUAN);
  g_assert_cmpint (balance (&ledger, 1), ==, 900000 * YUAN - 12345);
  g_assert_cmpint (balance (&ledger, 2), ==, 500000 * YUAN - 12345);
  g_assert_cmpint (balance (&ledger, 3), ==, 500000 * YUAN);
  g_assert_cmpuint (flags (&ledger, 1), ==, JP_USE_FLAG_REVERSED);
  g_assert_cmpuint (flags (&ledger, 2), ==, JP_USE_FLAG_NONE);
  g_assert_cmpuint (flags (&ledger, 3), ==, JP_USE_FLAG_NONE);
  assert_identity (&ledger);
}

static void
test_totals_by_category (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpUseLedger) ledger = { 0 };
  const JpUseTotal *total;

  paid_cluster (&cluster);
  put_use (&cluster, "2025-01-10", "training", 100 * YUAN, "甲", "1");
  put_use (&cluster, "2025-01-11", "training", 50 * YUAN, "乙", "2");
  put_use (&cluster, "2025-01-12", "banquet", 7 * YUAN, "丙", "3");
  jp_use_ledger_init (&ledger, cluster.dossier, &cluster.context);

  total = &g_array_index (ledger.totals, JpUseTotal, 0);
  g_assert_cmpstr (total->category, ==, "training");
  g_assert_cmpint (total->planned, ==, 1000000 * YUAN);
  g_assert_cmpint (total->spent, ==, 150 * YUAN);
  total = &g_array_index (ledger.totals, JpUseTotal, ledger.totals->len - 1);
  g_assert_null (total->category);
  g_assert_cmpint (total->spent, ==, 7 * YUAN);
}

static void
test_categories_are_flagged (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpUseLedger) ledger = { 0 };

  paid_cluster (&cluster);
  put_use (&cluster, "2025-01-10", "operation", 1, "甲", "1");
  put_use (&cluster, "2025-01-10", "other", 1, "乙", "2");
  put_use (&cluster, "2025-01-10", "banquet", 1, "丙", "3");
  put_use (&cluster, "2025-01-10", NULL, 1, "丁", "4");
  jp_use_ledger_init (&ledger, cluster.dossier, &cluster.context);

  g_assert_cmpuint (flags (&ledger, 1), ==, JP_USE_FLAG_NONE);
  g_assert_cmpuint (flags (&ledger, 2), ==, JP_USE_FLAG_OTHER);
  g_assert_cmpuint (flags (&ledger, 3), ==, JP_USE_FLAG_OUT_OF_SCOPE);
  g_assert_cmpuint (flags (&ledger, 4), ==, JP_USE_FLAG_OUT_OF_SCOPE);
}

static void
test_overspending_to_the_fen (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpUseLedger) ledger = { 0 };

  paid_cluster (&cluster);
  put_use (&cluster, "2025-01-10", "brand", 1000000 * YUAN, "甲", "1");
  put_use (&cluster, "2025-01-11", "brand", 1, "乙", "2");
  jp_use_ledger_init (&ledger, cluster.dossier, &cluster.context);

  g_assert_cmpuint (flags (&ledger, 1), ==, JP_USE_FLAG_NONE);
  g_assert_cmpuint (flags (&ledger, 2), ==, JP_USE_FLAG_OVERSPENT);
  g_assert_cmpint (ledger.balance, ==, -1);
  assert_identity (&ledger);
}

/* Money of one case year does not cover another that was not paid. */
static void
test_overspending_by_case_year (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpUseLedger) ledger = { 0 };

  paid_cluster (&cluster);
  put_use (&cluster, "2025-01-10", "brand", 5, "甲", "1")->ordinal = 2;
  jp_use_ledger_init (&ledger, cluster.dossier, &cluster.context);

  g_assert_cmpuint (flags (&ledger, 1), ==, JP_USE_FLAG_OVERSPENT);
}

typedef struct
{
  const char *name;
  const char *payee;
  JpMoney     amount;
  const char *on;
  const char *voucher;
  guint       expected;
} RepeatCase;

/* Beside 甲, 500, 2025-01-10, 记-1. */
static const RepeatCase repeat_cases[] = {
  { "same-voucher", "乙", 600, "2025-02-10", "记-1", JP_USE_FLAG_SAME_VOUCHER },
  { "same-payment", "甲", 500, "2025-01-10", "记-2", JP_USE_FLAG_DUPLICATE },
  { "the-very-same", "甲", 500, "2025-01-10", "记-1", JP_USE_FLAG_SAME_VOUCHER | JP_USE_FLAG_DUPLICATE },
  { "another-day", "甲", 500, "2025-01-11", "记-2", JP_USE_FLAG_NONE },
  { "another-amount", "甲", 501, "2025-01-10", "记-2", JP_USE_FLAG_NONE },
  { "another-payee", "乙", 500, "2025-01-10", "记-2", JP_USE_FLAG_NONE },
  { "no-voucher", "乙", 600, "2025-02-10", NULL, JP_USE_FLAG_NONE },
};

static void
test_repeat (gconstpointer data)
{
  const RepeatCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpUseLedger) ledger = { 0 };

  paid_cluster (&cluster);
  put_use (&cluster, "2025-01-10", "brand", 500, "甲", "记-1");
  put_use (&cluster, c->on, "brand", c->amount, c->payee, c->voucher);
  jp_use_ledger_init (&ledger, cluster.dossier, &cluster.context);

  g_assert_cmpuint (flags (&ledger, 1), ==, c->expected);
  g_assert_cmpuint (flags (&ledger, 2), ==, c->expected);
}

/* Reverse and write anew: no warning about what was taken back. */
static void
test_corrected_entry_repeats_nothing (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_auto (JpUseLedger) ledger = { 0 };

  paid_cluster (&cluster);
  put_use (&cluster, "2025-01-10", "brand", 500, "甲", "记-1");
  put_red (&cluster, 1, "2025-02-01");
  put_use (&cluster, "2025-01-10", "training", 500, "甲", "记-1");
  jp_use_ledger_init (&ledger, cluster.dossier, &cluster.context);

  g_assert_cmpuint (flags (&ledger, 3), ==, JP_USE_FLAG_NONE);
}

/* Before it is written: the same voucher; the same payee, amount and date; not what was taken back. */
static void
test_find_repeats (void)
{
  g_auto (Cluster) cluster = { 0 };
  g_autoptr (JpUseEntry) entry = jp_use_entry_new (0, day ("2025-01-10"), 1);

  paid_cluster (&cluster);
  put_use (&cluster, "2025-01-10", "training", 100 * YUAN, "甲", "记-1");
  put_use (&cluster, "2025-01-10", "training", 200 * YUAN, "乙", "记-2");
  put_red (&cluster, 2, "2025-02-01");

  entry->amount = 100 * YUAN;
  entry->payee = g_strdup ("甲");
  g_assert_cmpuint (jp_use_find_repeats (cluster.dossier, entry), ==, JP_USE_FLAG_DUPLICATE);
  entry->amount += 1;
  g_assert_cmpuint (jp_use_find_repeats (cluster.dossier, entry), ==, JP_USE_FLAG_NONE);
  entry->voucher = g_strdup ("记-1");
  g_assert_cmpuint (jp_use_find_repeats (cluster.dossier, entry), ==, JP_USE_FLAG_SAME_VOUCHER);
  g_free (entry->voucher);
  entry->voucher = g_strdup ("记-2");
  g_assert_cmpuint (jp_use_find_repeats (cluster.dossier, entry), ==, JP_USE_FLAG_NONE);
}

static void
test_quarters (void)
{
  static const char *const expected[][2] = {
    { "2025-01-01", "2025Q1" }, { "2025-03-31", "2025Q1" }, { "2025-04-01", "2025Q2" }, { "2025-06-30", "2025Q2" },
    { "2025-07-01", "2025Q3" }, { "2025-09-30", "2025Q3" }, { "2025-10-01", "2025Q4" }, { "2025-12-31", "2025Q4" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *quarter = jp_quarter_of (day (expected[i][0]));

      g_assert_cmpstr (quarter, ==, expected[i][1]);
    }
}

typedef struct
{
  const char *name;
  const char *on;
  guint       ordinal;
  const char *category;
  JpMoney     amount;
  const char *payee;
  const char *reason;
  int         expected;
} EntryCase;

/* Today is 2025-12-31; 2025Q1 is locked. */
static const EntryCase entry_cases[] = {
  { "in-order", "2025-04-01", 1, "brand", 1, "甲", NULL, NO_ERROR },
  { "today", "2025-12-31", 3, "brand", 1, "甲", NULL, NO_ERROR },
  { "tomorrow", "2026-01-01", 1, "brand", 1, "甲", NULL, JP_USE_ERROR_INVALID },
  { "no-date", NULL, 1, "brand", 1, "甲", NULL, JP_USE_ERROR_INVALID },
  { "no-such-year", "2025-04-01", 4, "brand", 1, "甲", NULL, JP_USE_ERROR_INVALID },
  { "year-nought", "2025-04-01", 0, "brand", 1, "甲", NULL, JP_USE_ERROR_INVALID },
  { "nothing-spent", "2025-04-01", 1, "brand", 0, "甲", NULL, JP_USE_ERROR_INVALID },
  { "negative-without-a-link", "2025-04-01", 1, "brand", -1, "甲", NULL, JP_USE_ERROR_INVALID },
  { "no-payee", "2025-04-01", 1, "brand", 1, "", NULL, JP_USE_ERROR_INVALID },
  { "no-category", "2025-04-01", 1, "", 1, "甲", NULL, JP_USE_ERROR_INVALID },
  { "out-of-scope-is-kept", "2025-04-01", 1, "banquet", 1, "甲", NULL, NO_ERROR },
  { "other-without-a-reason", "2025-04-01", 1, "other", 1, "甲", NULL, JP_USE_ERROR_REASON },
  { "other-with-a-reason", "2025-04-01", 1, "other", 1, "甲", "应急处置", NO_ERROR },
  { "last-day-of-the-locked-quarter", "2025-03-31", 1, "brand", 1, "甲", NULL, JP_USE_ERROR_LOCKED },
};

static int
try_entry (Cluster *cluster, const JpUseEntry *entry)
{
  g_autoptr (GError) error = NULL;
  gboolean allowed = jp_use_check_entry (cluster->dossier, &cluster->context, entry, &error);

  g_assert_cmpint (allowed, ==, error == NULL);
  return error != NULL ? error->code : NO_ERROR;
}

static void
test_entry (gconstpointer data)
{
  const EntryCase *c = data;
  g_auto (Cluster) cluster = { 0 };
  JpUseEntry entry = { .number = 1, .date = day (c->on), .ordinal = c->ordinal, .category = (char *) c->category,
                       .amount = c->amount, .payee = (char *) c->payee, .reason = (char *) c->reason };

  paid_cluster (&cluster);
  g_ptr_array_add (cluster.dossier->locked_quarters, g_strdup ("2025Q1"));

  g_assert_cmpint (try_entry (&cluster, &entry), ==, c->expected);
}

static void
test_red_entry (void)
{
  g_auto (Cluster) cluster = { 0 };
  JpUseEntry red = { .date = 0,
                     .ordinal = 1,
                     .category = (char *) "brand",
                     .amount = -500,
                     .reverses = (char *) "use-1",
                     .reason = (char *) "记错" };

  paid_cluster (&cluster);
  put_use (&cluster, "2025-01-10", "brand", 500, "甲", "记-1");
  g_ptr_array_add (cluster.dossier->locked_quarters, g_strdup ("2025Q1"));

  red.date = day ("2025-01-10");
  g_assert_cmpint (try_entry (&cluster, &red), ==, JP_USE_ERROR_LOCKED);
  red.date = day ("2025-04-01");
  g_assert_cmpint (try_entry (&cluster, &red), ==, NO_ERROR);

  red.reason = NULL;
  g_assert_cmpint (try_entry (&cluster, &red), ==, JP_USE_ERROR_REASON);
  red.reason = (char *) "记错";
  red.amount = -499;
  g_assert_cmpint (try_entry (&cluster, &red), ==, JP_USE_ERROR_INVALID);
  red.amount = -500;
  red.reverses = (char *) "use-9";
  g_assert_cmpint (try_entry (&cluster, &red), ==, JP_USE_ERROR_INVALID);
  red.reverses = (char *) "use-1";
  red.category = (char *) "training";
  g_assert_cmpint (try_entry (&cluster, &red), ==, JP_USE_ERROR_INVALID);
  red.category = (char *) "brand";

  put_red (&cluster, 1, "2025-04-01");
  g_assert_cmpint (try_entry (&cluster, &red), ==, JP_USE_ERROR_REVERSED);
  red.reverses = (char *) "use-2";
  red.amount = 500;
  g_assert_cmpint (try_entry (&cluster, &red), ==, JP_USE_ERROR_REVERSED);
}

/* Random entries, red ones among them: the identity holds to the fen after each. */
static void
test_identity_holds (void)
{
  g_auto (Cluster) cluster = { 0 };

  paid_cluster (&cluster);
  for (guint i = 0; i < 60; i++)
    {
      g_auto (JpUseLedger) ledger = { 0 };
      guint n = cluster.dossier->uses->len;

      if (n > 0 && g_test_rand_bit ())
        put_red (&cluster, (guint) g_test_rand_int_range (1, (gint32) n + 1), "2025-05-01");
      else
        put_use (&cluster, "2025-05-01", "brand", g_test_rand_int_range (1, 100000000), "甲", "记");
      if (i == 30)
        put_fund (&cluster, 1, JP_FUND_REFUND, "2025-05-01")->amount = g_test_rand_int_range (1, 1000000);

      jp_use_ledger_init (&ledger, cluster.dossier, &cluster.context);
      assert_identity (&ledger);
      g_assert_cmpint (balance (&ledger, ledger.rows->len), ==, ledger.balance);
    }
}

#define ADD_CASES(prefix, cases, function) \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) \
    { \
      g_autofree char *path = g_strconcat (prefix, cases[i].name, NULL); \
      g_test_add_data_func (path, &cases[i], function); \
    }

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add_func ("/core/R-USE/empty", test_empty);
  g_test_add_func ("/core/R-USE/running-balance", test_running_balance);
  g_test_add_func ("/core/R-USE/totals-by-category", test_totals_by_category);
  g_test_add_func ("/core/R-USE/categories-are-flagged", test_categories_are_flagged);
  g_test_add_func ("/core/R-USE/overspending-to-the-fen", test_overspending_to_the_fen);
  g_test_add_func ("/core/R-USE/overspending-by-case-year", test_overspending_by_case_year);
  ADD_CASES ("/core/R-USE/repeat/", repeat_cases, test_repeat)
  g_test_add_func ("/core/R-USE/corrected-entry-repeats-nothing", test_corrected_entry_repeats_nothing);
  g_test_add_func ("/core/R-USE/find-repeats", test_find_repeats);
  g_test_add_func ("/core/R-USE/quarters", test_quarters);
  ADD_CASES ("/core/R-USE/entry/", entry_cases, test_entry)
  g_test_add_func ("/core/R-USE/red-entry", test_red_entry);
  g_test_add_func ("/core/R-USE/identity-holds", test_identity_holds);

  return g_test_run ();
}
