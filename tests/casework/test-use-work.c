/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-work.h"
#include "jp-use-work.h"

#define NAME "厦门市集美区工业机器人产业集群"
#define WAN  (G_GINT64_CONSTANT (1000000)) /* fen in 万元 */

typedef struct
{
  JpWork work;
  char  *id;
} Fixture;

/* Year 1 is paid on 2024-10-10. */
static void
set_up (Fixture *self, gconstpointer data)
{
  static const char * const steps[] = { "plan", "district", "city", "publicise" };

  jp_work_set_up (&self->work, NULL);
  self->id = jp_work_cluster (&self->work, NAME, "350211");
  jp_work_recognise (&self->work, self->id, "2024-09-19");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    jp_assert_done (&self->work, jp_work_fund (&self->work, self->id, 1, steps[i], "2024-09-27", 100 * WAN));
  jp_assert_done (&self->work, jp_work_fund (&self->work, self->id, 1, "pay", "2024-10-10", 100 * WAN));
  jp_work_day (&self->work, "2025-06-30");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jp_work_tear_down (&self->work, NULL);
  g_free (self->id);
}

static gboolean
add_of (Fixture *self, const char *office, guint ordinal, const char *iso, const char *category, JpMoney amount,
        const char *payee, const char *reason)
{
  g_autoptr (JpUseEntry) entry = jp_use_entry_new (0, jp_test_date (iso), ordinal);

  entry->category = g_strdup (category);
  entry->amount = amount;
  entry->payee = g_strdup (payee);
  entry->voucher = g_strdup_printf ("凭%s", iso);
  entry->reason = g_strdup (reason);

  return jp_casework_use_add (jp_work_desk (&self->work, office), self->id, entry, &self->work.error);
}

static gboolean
add (Fixture *self, const char *iso, JpMoney amount)
{
  return add_of (self, "350211", 1, iso, "platform", amount, "平台公司", NULL);
}

static gboolean
reverse (Fixture *self, const char *entry, const char *iso, const char *reason)
{
  return jp_casework_use_reverse (jp_work_desk (&self->work, "350211"), self->id, entry, jp_test_date (iso), reason,
                                  &self->work.error);
}

static gboolean
lock (Fixture *self, const char *quarter)
{
  return jp_casework_lock_quarter (jp_work_desk (&self->work, "city"), self->id, quarter, &self->work.error);
}

static void
assert_ledger (Fixture *self, guint n, JpMoney spent, JpMoney returned)
{
  g_autoptr (JpDossier) dossier = jp_work_load (&self->work, self->id);
  JpContext context = jp_work_context (&self->work);
  g_auto (JpUseLedger) ledger = { 0 };

  jp_use_ledger_init (&ledger, dossier, &context);
  g_assert_cmpuint (ledger.rows->len, ==, n);
  g_assert_cmpint (ledger.spent, ==, spent);
  g_assert_cmpint (ledger.returned, ==, returned);
  g_assert_cmpint (ledger.paid, ==, ledger.spent + ledger.balance + ledger.returned);
}

static void
test_add (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpEntry) entry = NULL;

  jp_assert_refused (work, add (self, "2025-07-01", 100), JP_USE_ERROR, JP_USE_ERROR_INVALID, "R-USE");
  jp_assert_refused (work, add (self, "2025-01-01", 0), JP_USE_ERROR, JP_USE_ERROR_INVALID, "R-USE");
  jp_assert_refused (work, add (self, "2025-01-01", -1), JP_USE_ERROR, JP_USE_ERROR_INVALID, "R-USE");
  jp_assert_refused (work, add_of (self, "350211", 0, "2025-01-01", "platform", 1, "甲", NULL), JP_USE_ERROR,
                     JP_USE_ERROR_INVALID, "R-USE");
  jp_assert_refused (work, add_of (self, "350211", 4, "2025-01-01", "platform", 1, "甲", NULL), JP_USE_ERROR,
                     JP_USE_ERROR_INVALID, "R-USE");
  jp_assert_refused (work, add_of (self, "350211", 1, "2025-01-01", NULL, 1, "甲", NULL), JP_USE_ERROR,
                     JP_USE_ERROR_INVALID, "R-USE");
  jp_assert_refused (work, add_of (self, "350211", 1, "2025-01-01", "platform", 1, NULL, NULL), JP_USE_ERROR,
                     JP_USE_ERROR_INVALID, "R-USE");
  jp_assert_refused (work, add_of (self, "350211", 1, "2025-01-01", "other", 1, "甲", NULL), JP_USE_ERROR,
                     JP_USE_ERROR_REASON, "其他");
  jp_assert_refused (work, add_of (self, "350203", 1, "2025-01-01", "platform", 1, "甲", NULL), JP_DESK_ERROR,
                     JP_DESK_ERROR_OFFICE, "R-WHO");
  jp_assert_done (work, add_of (self, "350211", 1, "2025-01-01", "other", 1234567, "甲", "物业"));
  jp_assert_done (work, add_of (self, "350211", 1, "2025-01-01", "banquet", 100, "乙",
                                NULL)); /* 不在范围: kept and flagged */
  assert_ledger (self, 2, 1234667, 0);

  entry = jp_work_last (work);
  g_assert_cmpstr (entry->act, ==, "use.add");
  g_assert_cmpint (entry->kind, ==, JP_ENTRY_WORK);
  g_assert_cmpstr (entry->summary, ==, NAME "：资金使用台账第2号（2025年1月1日，1.00 元，乙）");
}

static void
test_reverse (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpDossier) dossier = NULL;
  const JpUseEntry *red;

  jp_assert_done (work, add (self, "2025-01-10", 5000));
  jp_assert_done (work, add (self, "2025-01-11", 7000));
  jp_assert_refused (work, reverse (self, "3", "2025-01-12", "重复"), JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND, "3");
  jp_assert_refused (work, reverse (self, "x", "2025-01-12", "重复"), JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND, "x");
  jp_assert_refused (work, reverse (self, "2", "2025-01-12", NULL), JP_USE_ERROR, JP_USE_ERROR_REASON, "R-USE");
  jp_assert_refused (work, reverse (self, "2", "2025-01-10", "重复"), JP_USE_ERROR, JP_USE_ERROR_INVALID, "R-USE");
  jp_assert_refused (work, reverse (self, "2", "2025-07-01", "重复"), JP_USE_ERROR, JP_USE_ERROR_INVALID, "R-USE");
  jp_assert_done (work, reverse (self, "2", "2025-01-12", "重复"));
  assert_ledger (self, 3, 5000, 0);
  jp_assert_refused (work, reverse (self, "2", "2025-01-12", "重复"), JP_USE_ERROR, JP_USE_ERROR_REVERSED, "2");
  jp_assert_refused (work, reverse (self, "3", "2025-01-12", "重复"), JP_USE_ERROR, JP_USE_ERROR_REVERSED, "R-USE");

  dossier = jp_work_load (work, self->id);
  red = g_ptr_array_index (dossier->uses, 2);
  g_assert_cmpint (red->amount, ==, -7000);
  g_assert_cmpstr (red->reverses, ==, ((JpUseEntry *) g_ptr_array_index (dossier->uses, 1))->id);
  g_assert_cmpuint (red->number, ==, 3);
}

/* A locked quarter takes nothing more; what is in it is taken back by a red entry of an open one. */
static void
test_lock (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;

  jp_assert_done (work, add (self, "2025-01-10", 5000));
  jp_assert_refused (work, lock (self, "2025Q5"), JP_USE_ERROR, JP_USE_ERROR_INVALID, "2025Q1");
  jp_assert_refused (work, lock (self, "2025-1"), JP_USE_ERROR, JP_USE_ERROR_INVALID, "R-USE");
  jp_assert_refused (work, lock (self, "2025Q2"), JP_USE_ERROR, JP_USE_ERROR_INVALID,
                     "R-USE"); /* its last day is today */
  jp_assert_done (work, lock (self, "2025Q1"));
  jp_assert_refused (work, lock (self, "2025Q1"), JP_USE_ERROR, JP_USE_ERROR_LOCKED, "R-USE");
  jp_assert_refused (work, add (self, "2025-03-31", 1), JP_USE_ERROR, JP_USE_ERROR_LOCKED, "2025Q1");
  jp_assert_refused (work, reverse (self, "1", "2025-03-31", "错"), JP_USE_ERROR, JP_USE_ERROR_LOCKED, "2025Q1");
  jp_assert_done (work, add (self, "2025-04-01", 1));
  jp_assert_done (work, reverse (self, "1", "2025-04-01", "错"));
  assert_ledger (self, 3, 1, 0);
  jp_work_day (work, "2025-07-01");
  jp_assert_done (work, lock (self, "2025Q2"));
  /* Locking is official: undo does not reach behind it. */
  g_assert_false (jp_work_undo (work));
  g_clear_error (&work->error);
}

static gboolean
inspect (Fixture *self, const char *office, const char *iso)
{
  g_autoptr (JpInspection) inspection = jp_inspection_new (jp_test_date (iso));

  inspection->findings = g_strdup ("台账齐全");
  return jp_casework_inspect (jp_work_desk (&self->work, office), self->id, inspection, &self->work.error);
}

static gboolean
finding (Fixture *self, const char *opened, const char *due, const char *matter, JpMoney amount)
{
  g_autoptr (JpFinding) record = jp_finding_new (0, 0);

  record->opened = jp_test_date (opened);
  record->due = due != NULL ? jp_test_date (due) : JP_DATE_NONE;
  record->matter = g_strdup (matter);
  record->amount = amount;
  return jp_casework_finding (jp_work_desk (&self->work, "city"), self->id, record, &self->work.error);
}

static gboolean
measure (Fixture *self, guint number, const char *iso, const char *text)
{
  return jp_casework_measure (jp_work_desk (&self->work, "350211"), self->id, 2025, number, jp_test_date (iso), text,
                              &self->work.error);
}

static gboolean
confirm (Fixture *self, const char *office, guint number, const char *iso)
{
  return jp_casework_confirm_finding (jp_work_desk (&self->work, office), self->id, 2025, number, jp_test_date (iso),
                                      &self->work.error);
}

static void
test_finding (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpDossier) dossier = NULL;
  const JpFinding *record;

  jp_assert_refused (work, inspect (self, "city", "2025-07-01"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_DATE, "R-USE");
  jp_assert_done (work, inspect (self, "350211", "2025-06-01"));
  jp_assert_refused (work, finding (self, "2025-07-01", "2025-08-01", "凭证不全", 0), JP_AUDIT_ERROR,
                     JP_AUDIT_ERROR_DATE, "R-USE");
  jp_assert_refused (work, finding (self, "2025-06-01", NULL, "凭证不全", 0), JP_AUDIT_ERROR, JP_AUDIT_ERROR_INCOMPLETE,
                     "R-USE");
  jp_assert_refused (work, finding (self, "2025-06-01", "2025-05-31", "凭证不全", 0), JP_AUDIT_ERROR,
                     JP_AUDIT_ERROR_INCOMPLETE, "R-USE");
  jp_assert_refused (work, finding (self, "2025-06-01", "2025-07-01", "", 0), JP_AUDIT_ERROR, JP_AUDIT_ERROR_INCOMPLETE,
                     "R-USE");
  jp_assert_refused (work, finding (self, "2025-06-01", "2025-07-01", "凭证不全", -1), JP_AUDIT_ERROR,
                     JP_AUDIT_ERROR_INCOMPLETE, "R-USE");
  jp_assert_done (work, finding (self, "2025-06-01", "2025-07-01", "凭证不全", 0));
  jp_assert_done (work, finding (self, "2025-06-02", "2025-07-02", "超标准", 12000));

  jp_assert_refused (work, measure (self, 3, "2025-06-03", "补齐"), JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND, "2025-3");
  jp_assert_refused (work, measure (self, 2, "2025-06-01", "补齐"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_DATE, "R-USE");
  jp_assert_refused (work, measure (self, 2, "2025-06-03", ""), JP_AUDIT_ERROR, JP_AUDIT_ERROR_INCOMPLETE, "R-USE");
  jp_assert_refused (work, confirm (self, "city", 2, "2025-06-05"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_STATE, "R-USE");
  jp_assert_done (work, measure (self, 2, "2025-06-03", "退回超标部分"));
  jp_assert_refused (work, confirm (self, "centre", 2, "2025-06-05"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_OFFICE, "R-USE");
  jp_assert_refused (work, confirm (self, "city", 2, "2025-06-02"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_DATE, "R-USE");
  jp_assert_done (work, confirm (self, "city", 2, "2025-06-05"));
  jp_assert_refused (work, confirm (self, "city", 2, "2025-06-05"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_STATE, "R-USE");

  /* Another measure is confirmed anew. */
  jp_assert_done (work, measure (self, 2, "2025-06-10", "退回并完善制度"));
  jp_assert_done (work, confirm (self, "350211", 2, "2025-06-11"));
  dossier = jp_work_load (work, self->id);
  record = jp_finding_find (dossier, 2025, 2);
  g_assert_true (jp_finding_is_open (record));
  g_assert_cmpuint (record->confirmed_city, ==, JP_DATE_NONE);
  jp_assert_done (work, confirm (self, "city", 2, "2025-06-12"));
  jp_assert_refused (work, measure (self, 2, "2025-06-13", "再改"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_STATE, "R-USE");
}

static gboolean
open_audit (Fixture *self, const char *office, const char *auditor, const char *iso)
{
  g_autoptr (JpAudit) audit = jp_audit_new (auditor, jp_test_date (iso));

  return jp_casework_audit_open (jp_work_desk (&self->work, office), self->id, audit, &self->work.error);
}

static gboolean
close_audit (Fixture *self, const char *office, const char *iso)
{
  return jp_casework_audit_close (jp_work_desk (&self->work, office), self->id, jp_test_date (iso), "报告",
                                  &self->work.error);
}

/* The special audit follows the last year, here forfeited by revocation. */
static void
test_audit (Fixture *self, gconstpointer data)
{
  JpWork *work = &self->work;
  g_autoptr (JpDossier) dossier = NULL;

  jp_assert_refused (work, open_audit (self, "city", "某会计师事务所", "2025-06-01"), JP_AUDIT_ERROR,
                     JP_AUDIT_ERROR_STATE, "第十六条");
  jp_assert_done (work, jp_work_act (work, self->id, "revoke", "2025-05-01", "city", NULL));
  jp_assert_refused (work, open_audit (self, "350211", "某会计师事务所", "2025-06-01"), JP_AUDIT_ERROR,
                     JP_AUDIT_ERROR_OFFICE, "第十六条");
  jp_assert_refused (work, open_audit (self, "city", "", "2025-06-01"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_INCOMPLETE,
                     "第十六条");
  jp_assert_refused (work, open_audit (self, "city", "某会计师事务所", "2025-07-01"), JP_AUDIT_ERROR,
                     JP_AUDIT_ERROR_DATE, "R-USE");
  jp_assert_refused (work, close_audit (self, "city", "2025-06-01"), JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND, "R-USE");
  jp_assert_done (work, open_audit (self, "city", "某会计师事务所", "2025-06-01"));
  jp_assert_refused (work, open_audit (self, "city", "另一家", "2025-06-02"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_STATE,
                     "R-USE");
  jp_assert_done (work, finding (self, "2025-06-02", "2025-07-02", "超标准", 12000));
  dossier = jp_work_load (work, self->id);
  g_assert_cmpstr (((JpFinding *) g_ptr_array_index (dossier->findings, 0))->source, ==,
                   ((JpAudit *) g_ptr_array_index (dossier->audits, 0))->id);

  jp_assert_refused (work, close_audit (self, "city", "2025-06-20"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_OPEN, "2025-1");
  jp_assert_done (work, measure (self, 1, "2025-06-10", "退回"));
  jp_assert_done (work, confirm (self, "350211", 1, "2025-06-11"));
  jp_assert_refused (work, close_audit (self, "city", "2025-06-20"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_OPEN, "2025-1");
  jp_assert_done (work, confirm (self, "city", 1, "2025-06-12"));
  jp_assert_refused (work, close_audit (self, "350211", "2025-06-20"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_OFFICE, "第十六条");
  jp_assert_refused (work, close_audit (self, "city", "2025-05-31"), JP_AUDIT_ERROR, JP_AUDIT_ERROR_DATE, "R-USE");
  jp_assert_done (work, close_audit (self, "city", "2025-06-20"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/casework/R-USE/entries", test_add },
    { "/casework/R-USE/red-entries-take-back-once-and-whole", test_reverse },
    { "/casework/R-USE/locked-quarters", test_lock },
    { "/casework/R-USE/findings-until-both-offices-confirm", test_finding },
    { "/casework/R-USE/special-audit-is-the-citys", test_audit },
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
