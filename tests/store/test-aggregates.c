/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-full-dossier.h"
#include "jp-store-assessments.h"
#include "jp-store-attachments.h"
#include "jp-store-clusters.h"
#include "jp-store-filings.h"
#include "jp-store-funding.h"
#include "jp-store-journal.h"
#include "jp-store-papers.h"
#include "jp-store-people.h"
#include "jp-store-rules.h"
#include "jp-store-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define A "11111111-1111-4111-8111-111111111111"
#define B "22222222-2222-4222-8222-222222222222"

typedef struct
{
  char    *folder;
  char    *path;
  JpStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = jp_store_test_folder ();
  fixture->path = jp_store_test_path (fixture->folder, "jiping.db");
  fixture->store = jp_store_test_create (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
  jp_store_test_drop (fixture->folder);
}

static JpDossier *
load (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  JpDossier *dossier = jp_store_load_dossier (fixture->store, id, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
assert_same (const JpDossier *a, const JpDossier *b)
{
  g_autofree char *one = jp_full_dossier_to_text (a);
  g_autofree char *other = jp_full_dossier_to_text (b);

  g_assert_cmpstr (one, ==, other);
}

static void
test_everything_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) kept = jp_full_dossier (A, "全项集群 ' \" 𬭚");
  g_autoptr (JpDossier) other = jp_full_dossier (B, "另一集群");
  g_autoptr (JpDossier) loaded = NULL;
  g_autoptr (GPtrArray) all = NULL;

  jp_store_test_write (fixture->store, JP_ENTRY_WORK, jp_full_dossier_put, kept);
  jp_store_test_write (fixture->store, JP_ENTRY_WORK, jp_full_dossier_put, other);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  fixture->store = jp_store_test_open (fixture->path);

  loaded = load (fixture, A);
  assert_same (loaded, kept);

  all = jp_store_load_dossiers (fixture->store, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  assert_same (g_ptr_array_index (all, 0), other); /* 另 ling before 全 quan */
  assert_same (g_ptr_array_index (all, 1), kept);
}

static void
test_no_column_stays_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) kept = jp_full_dossier (A, "全项集群");
  g_auto (GStrv) lines = NULL;
  g_autofree char *dump = NULL;

  jp_store_test_write (fixture->store, JP_ENTRY_WORK, jp_full_dossier_put, kept);
  jp_store_close (fixture->store);
  dump = jp_store_test_text (
    fixture->path,
    "SELECT group_concat (t || '.' || c) FROM ("
    "SELECT 'clusters' AS t, 'all' AS c FROM clusters WHERE (district || industry || scope || area || operator_name ||"
    " credit_code || contact || phone || bank || account || funding_start || recorded_on) IS NULL "
    "UNION SELECT 'fund_acts', 'all' FROM fund_acts WHERE (office || person || amount || voucher || note || reason ||"
    " override_reason || last_day || pack_id || operator) IS NULL "
    "UNION SELECT 'assessments', 'all' FROM assessments WHERE (pack_id || submitted_on || submitted_by || "
    "district_opinion ||"
    " confirmed_on || confirmed_by || city_opinion || same_person_reason || kept_reason || kept_against) IS NULL "
    "UNION SELECT 'findings', 'all' FROM findings WHERE (source || opened || amount || basis || matter || due || "
    "measure ||"
    " measured || confirmed_district || confirmed_district_by || confirmed_city || confirmed_city_by) IS NULL)");
  g_assert_null (dump);
}

static void
test_keeping_it_again_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) kept = jp_full_dossier (A, "全项集群");

  g_assert_cmpint (jp_store_test_write (fixture->store, JP_ENTRY_WORK, jp_full_dossier_put, kept), ==, 1);
  g_assert_cmpint (jp_store_test_write (fixture->store, JP_ENTRY_WORK, jp_full_dossier_put, kept), ==, 0);
}

static gboolean
delete_a (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  return jp_store_delete_cluster (transaction, A, error);
}

static void
test_deleting_and_undoing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDossier) kept = jp_full_dossier (A, "全项集群");
  g_autoptr (JpDossier) loaded = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (JpEntry) entry = jp_store_test_entry (JP_ENTRY_UNDO, NULL);

  jp_store_test_write (fixture->store, JP_ENTRY_WORK, jp_full_dossier_put, kept);
  jp_store_test_write (fixture->store, JP_ENTRY_WORK, delete_a, NULL);
  all = jp_store_load_dossiers (fixture->store, NULL);
  g_assert_cmpuint (all->len, ==, 0);

  g_assert_true (jp_store_undo (fixture->store, entry, &error));
  loaded = load (fixture, A);
  assert_same (loaded, kept);
}

/* What every part's put does with ids, and the deleting of each. */

static gboolean
delete_parts (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  const JpDossier *d = data;

  g_assert_true (jp_store_delete_change (transaction, A, ((JpChange *) d->changes->pdata[0])->id, error));
  g_assert_true (jp_store_delete_incident (transaction, A, ((JpIncident *) d->incidents->pdata[0])->id, error));
  g_assert_true (jp_store_delete_support (transaction, A, ((JpSupport *) d->supports->pdata[0])->id, error));
  g_assert_true (jp_store_delete_own_duty (transaction, A, ((JpOwnDuty *) d->duties->pdata[0])->id, error));
  g_assert_true (jp_store_delete_standard_check (transaction, A, ((JpStandardCheck *) d->checks->pdata[0])->id, error));
  g_assert_true (jp_store_delete_use_entry (transaction, A, ((JpUseEntry *) d->uses->pdata[0])->id, error));
  g_assert_true (jp_store_delete_finding (transaction, A, ((JpFinding *) d->findings->pdata[0])->id, error));
  g_assert_true (jp_store_delete_inspection (transaction, A, ((JpInspection *) d->inspections->pdata[0])->id, error));
  g_assert_true (jp_store_delete_audit (transaction, A, ((JpAudit *) d->audits->pdata[0])->id, error));
  g_assert_true (jp_store_void_act (transaction, A, ((JpAct *) d->acts->pdata[0])->id, "录错", error));
  g_assert_true (jp_store_void_fund_act (transaction, A, ((JpFundAct *) d->fund_acts->pdata[0])->id, "录错", error));
  g_assert_true (jp_store_delete_return (transaction, A, 2024, error));
  g_assert_true (jp_store_delete_figures (transaction, A, 2024, error));
  g_assert_true (jp_store_delete_goal (transaction, A, "output", 2026, error));
  g_assert_true (jp_store_delete_assessment (transaction, A, 2024, error));
  return jp_store_unlock_quarter (transaction, A, "2025Q1", error);
}

static void
test_each_part_goes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) kept = jp_full_dossier (A, "全项集群");
  g_autoptr (JpDossier) loaded = NULL;

  jp_store_test_write (fixture->store, JP_ENTRY_WORK, jp_full_dossier_put, kept);
  jp_store_test_write (fixture->store, JP_ENTRY_ACT, delete_parts, kept);
  loaded = load (fixture, A);
  g_assert_cmpuint (loaded->acts->len, ==, kept->acts->len - 1);
  g_assert_cmpuint (loaded->fund_acts->len, ==, kept->fund_acts->len - 1);
  g_assert_cmpuint (loaded->locked_quarters->len, ==, 1);
  g_assert_cmpuint (loaded->figures->len + loaded->returns->len + loaded->changes->len + loaded->incidents->len
                    + loaded->supports->len + loaded->goals->len + loaded->checks->len + loaded->assessments->len
                    + loaded->uses->len + loaded->findings->len + loaded->inspections->len + loaded->audits->len
                    + loaded->duties->len, ==, 0);
}

static gboolean
reopen (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  JpAssessment *assessment = data;

  assessment->state = JP_ASSESSMENT_CITY;
  g_clear_pointer (&assessment->frozen, jp_frozen_result_free);
  g_ptr_array_set_size (assessment->points, 1);
  g_ptr_array_set_size (assessment->vetoes, 0);
  return jp_store_put_assessment (transaction, A, assessment, error);
}

static void
test_assessment_is_kept_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) kept = jp_full_dossier (A, "全项集群");
  g_autoptr (JpDossier) loaded = NULL;
  const JpAssessment *assessment;

  jp_store_test_write (fixture->store, JP_ENTRY_WORK, jp_full_dossier_put, kept);
  jp_store_test_write (fixture->store, JP_ENTRY_ACT, reopen, kept->assessments->pdata[0]);
  loaded = load (fixture, A);
  assessment = jp_dossier_assessment (loaded, 2024);
  g_assert_cmpint (assessment->state, ==, JP_ASSESSMENT_CITY);
  g_assert_null (assessment->frozen);
  g_assert_cmpuint (assessment->points->len, ==, 1);
  g_assert_cmpuint (assessment->vetoes->len, ==, 0);
  g_assert_cmpuint (assessment->narrative->len, ==, 2);
}

static gboolean
put_numbered (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  JpUseEntry *first = jp_use_entry_new (0, jp_test_date ("2025-03-01"), 1);
  JpUseEntry *second = jp_use_entry_new (0, jp_test_date ("2025-03-01"), 1);
  JpAct *act = jp_act_new (JP_ACT_APPLY, jp_test_date ("2025-03-01"), JP_OFFICE_CITY);
  JpFinding *one = jp_finding_new (2025, 0), *other = jp_finding_new (2025, 0), *next = jp_finding_new (2026, 0);
  const char *id;

  g_assert_true (jp_store_put_use_entry (transaction, A, first, error));
  g_assert_true (jp_store_put_use_entry (transaction, A, second, error));
  g_assert_cmpuint (first->number, ==, 2);
  g_assert_cmpuint (second->number, ==, 3);
  g_assert_true (g_uuid_string_is_valid (first->id));
  g_assert_cmpstr (first->id, !=, second->id);
  g_assert_true (jp_store_put_act (transaction, A, act, error));
  g_assert_cmpint (act->seq, ==, JP_N_ACTS + 1);
  id = act->id;
  g_assert_true (jp_store_put_act (transaction, A, act, error));
  g_assert_true (id == act->id);
  g_assert_true (jp_store_put_finding (transaction, A, one, error));
  g_assert_true (jp_store_put_finding (transaction, A, other, error));
  g_assert_true (jp_store_put_finding (transaction, A, next, error));
  g_assert_cmpuint (one->number, ==, 8);
  g_assert_cmpuint (other->number, ==, 9);
  g_assert_cmpuint (next->number, ==, 1);

  jp_use_entry_free (first);
  jp_use_entry_free (second);
  jp_act_free (act);
  jp_finding_free (one);
  jp_finding_free (other);
  jp_finding_free (next);
  return TRUE;
}

static void
test_gives_ids_and_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) kept = jp_full_dossier (A, "全项集群");

  jp_store_test_write (fixture->store, JP_ENTRY_WORK, jp_full_dossier_put, kept);
  jp_store_test_write (fixture->store, JP_ENTRY_WORK, put_numbered, NULL);
}

static gboolean
put_as_district (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  g_free (entry->office);
  entry->office = g_strdup ("350211");
  return jp_full_dossier_put (transaction, entry, data, error);
}

/* R-WHO: what crosses offices keeps the office that owns it, whoever corrects it later. */
static void
test_owner_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDossier) kept = jp_full_dossier (A, "全项集群");
  g_autofree char *owners = NULL;

  jp_store_test_write (fixture->store, JP_ENTRY_WORK, put_as_district, kept);
  g_free (((JpAct *) kept->acts->pdata[0])->note);
  ((JpAct *) kept->acts->pdata[0])->note = g_strdup ("改");
  jp_store_test_write (fixture->store, JP_ENTRY_WORK, jp_full_dossier_put, kept);
  jp_store_close (fixture->store);
  owners = jp_store_test_text (
    fixture->path, "SELECT group_concat (DISTINCT owner) FROM (SELECT owner FROM clusters UNION "
                   "SELECT owner FROM acts UNION SELECT owner FROM use_entries UNION SELECT owner FROM findings)");
  g_assert_cmpstr (owners, ==, "350211");
}

static gboolean
put_notes (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  return jp_store_put_note (transaction, A, "direction:1", data, error);
}

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) notes = NULL;

  jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "甲");
  jp_store_test_write (fixture->store, JP_ENTRY_WORK, put_notes, (gpointer) "做强主导产业");
  notes = jp_store_load_notes (fixture->store, A, NULL);
  g_assert_cmpstr (g_hash_table_lookup (notes, "direction:1"), ==, "做强主导产业");
  g_clear_pointer (&notes, g_hash_table_unref);
  jp_store_test_write (fixture->store, JP_ENTRY_WORK, put_notes, (gpointer) "");
  notes = jp_store_load_notes (fixture->store, A, NULL);
  g_assert_cmpuint (g_hash_table_size (notes), ==, 0);
}

static gboolean
put_people (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  g_autoptr (JpPerson) gone = jp_person_new ("安欣", JP_OFFICE_CITY);
  g_autoptr (JpPerson) here = jp_person_new ("林晓", "350211");

  gone->active = FALSE;
  here->duty = g_strdup ("四级主任科员");
  return jp_store_put_person (transaction, gone, error) && jp_store_put_person (transaction, here, error)
         && jp_store_put_preference (transaction, "letterhead", "厦门市工业和信息化局", error);
}

static void
test_people_and_preferences (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *letterhead = NULL;
  g_autofree char *unset = NULL;
  const JpPerson *first;

  jp_store_test_write (fixture->store, JP_ENTRY_WORK, put_people, NULL);
  people = jp_store_load_people (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 2);
  first = people->pdata[0];
  g_assert_cmpstr (first->name, ==, "林晓");
  g_assert_cmpstr (first->office, ==, "350211");
  g_assert_cmpstr (first->duty, ==, "四级主任科员");
  g_assert_true (first->active);
  g_assert_false (((JpPerson *) people->pdata[1])->active);

  letterhead = jp_store_load_preference (fixture->store, "letterhead", &error);
  unset = jp_store_load_preference (fixture->store, "unset", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (letterhead, ==, "厦门市工业和信息化局");
  g_assert_null (unset);
}

static gboolean
put_papers (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  g_autoptr (JpPrinted) one = jp_printed_new ("assessment", 2024, jp_test_date ("2025-03-01"));
  g_autoptr (JpPrinted) all = jp_printed_new ("funding-plan", 2025, jp_test_date ("2025-04-01"));

  one->cluster = g_strdup (A);
  one->person = g_strdup ("林晓");
  one->data = g_strdup ("{\"total\":7999}");
  one->check_code = g_strdup ("3F9A-22");
  all->data = g_strdup ("{}");
  all->check_code = g_strdup ("0000-11");
  return jp_store_put_printed (transaction, one, error) && jp_store_put_printed (transaction, all, error);
}

static void
test_papers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) of_one = NULL;
  g_autoptr (GPtrArray) by_code = NULL;
  const JpPrinted *printed;

  jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "甲");
  jp_store_test_write (fixture->store, JP_ENTRY_WORK, put_papers, NULL);
  all = jp_store_load_printed (fixture->store, NULL, NULL, NULL);
  of_one = jp_store_load_printed (fixture->store, A, NULL, NULL);
  by_code = jp_store_load_printed (fixture->store, NULL, "0000-11", NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (of_one->len, ==, 1);
  g_assert_cmpuint (by_code->len, ==, 1);
  printed = of_one->pdata[0];
  g_assert_cmpstr (printed->cluster, ==, A);
  g_assert_cmpstr (printed->data, ==, "{\"total\":7999}");
  g_assert_cmpint (printed->year, ==, 2024);
  jp_assert_date (printed->printed_on, "2025-03-01");
  printed = by_code->pdata[0];
  g_assert_null (printed->cluster);
  g_assert_cmpstr (printed->kind, ==, "funding-plan");
}

static gboolean
put_rules (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  g_autoptr (JpPack) other = jp_test_other_pack ();
  g_autoptr (JpPack) present = jp_test_pack ();

  return jp_store_put_pack (transaction, other, error)
         && jp_store_put_pack (transaction, present, error)
         && jp_store_confirm_pack (transaction, "xiamen-2024", 1, "厦工信〔2026〕1号", jp_test_date ("2026-01-05"), error)
         && jp_store_fix_year (transaction, 2024, other->id, other->version, error)
         && jp_store_fix_year (transaction, 2024, "xiamen-2024", 1, error)
         && jp_store_put_holidays (transaction, data, error);
}

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpPackSet) packs = NULL;
  g_autoptr (JpHolidays) holidays = NULL;

  jp_store_test_write (fixture->store, JP_ENTRY_ACT, put_rules,
                       (gpointer) "{\"2030\": {\"holidays\": [\"2030-01-01\"], \"workdays\": [\"2030-01-05\"]}}");
  packs = jp_store_load_packs (fixture->store, &error);
  holidays = jp_store_load_holidays (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jp_pack_set_size (packs), ==, 2);
  g_assert_true (jp_pack_set_confirmed (packs, jp_pack_set_find (packs, "xiamen-2024", 1)));
  g_assert_cmpstr (jp_pack_set_for_year (packs, 2024)->id, ==, "xiamen-2024");
  g_assert_true (jp_holidays_covers (holidays, 2030));
  g_assert_true (jp_holidays_covers (holidays, 2024)); /* shipped with the program */
  g_assert_false (jp_holidays_covers (holidays, 2029));
}

static gboolean
put_bad_holidays (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  return jp_store_put_holidays (transaction, "{\"2030\": 7}", error);
}

static void
test_bad_holidays_are_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpEntry) entry = jp_store_test_entry (JP_ENTRY_ACT, "节假日");

  g_assert_false (jp_store_write (fixture->store, entry, put_bad_holidays, NULL, &error));
  g_assert_error (error, JP_HOLIDAYS_ERROR, JP_HOLIDAYS_ERROR_INVALID);
}

static gboolean
put_attachment (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  return jp_store_put_attachment (transaction, data, error);
}

/* The rules see it too. */
static void
assert_in_dossier (JpStore *store, const JpAttachment *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDossier) dossier = jp_store_load_dossier (store, A, &error);
  g_autoptr (JpDossier) copy = NULL;
  const JpAttachment *found;

  g_assert_no_error (error);
  copy = jp_dossier_copy (dossier);
  g_assert_cmpuint (copy->attachments->len, ==, 1);
  found = g_ptr_array_index (copy->attachments, 0);
  g_assert_cmpstr (found->id, ==, expected->id);
  g_assert_cmpstr (found->cluster, ==, A);
  g_assert_cmpstr (found->subject, ==, expected->subject);
  g_assert_cmpstr (found->subject_id, ==, expected->subject_id);
  g_assert_cmpstr (found->kind, ==, expected->kind);
  g_assert_cmpstr (found->name, ==, expected->name);
  g_assert_cmpstr (found->sha256, ==, expected->sha256);
  g_assert_cmpint (found->size, ==, expected->size);
  g_assert_cmpint (found->dated, ==, expected->dated);
  g_assert_cmpint (found->added_on, ==, expected->added_on);
  g_assert_cmpstr (found->person, ==, expected->person);
  g_assert_true (jp_dossier_has_attachment (copy, JP_ATTACHMENT_FINANCIAL_RULES, expected->added_on));
  g_assert_false (jp_dossier_has_attachment (copy, JP_ATTACHMENT_FINANCIAL_RULES, expected->added_on - 1));
  g_assert_false (jp_dossier_has_attachment (copy, JP_ATTACHMENT_EVIDENCE, expected->added_on));
}

static void
test_attachments (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpAttachment) attachment = jp_attachment_new (A, "fund-act", "某id", "凭证 ' \".pdf");
  g_autoptr (GPtrArray) loaded = NULL;
  g_autofree char *source = jp_store_test_path (fixture->folder, "voucher.pdf");
  g_autofree char *kept = NULL;
  g_autofree char *content = NULL;
  GStatBuf status;

  g_file_set_contents (source, "abc", 3, NULL);
  jp_store_test_name (fixture->store, JP_ENTRY_WORK, A, "甲");
  g_assert_true (jp_store_take_in (fixture->store, source, attachment, &error));
  g_assert_true (jp_store_take_in (fixture->store, source, attachment, &error)); /* the same content lies once */
  g_assert_cmpstr (attachment->sha256, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpint (attachment->size, ==, 3);
  attachment->added_on = jp_test_date ("2025-05-05");
  attachment->person = g_strdup ("林晓");
  attachment->kind = g_strdup (JP_ATTACHMENT_FINANCIAL_RULES);
  attachment->dated = jp_test_date ("2024-12-31");
  jp_store_test_write (fixture->store, JP_ENTRY_WORK, put_attachment, attachment);

  loaded = jp_store_load_attachments (fixture->store, A, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->len, ==, 1);
  g_assert_cmpstr (((JpAttachment *) loaded->pdata[0])->name, ==, "凭证 ' \".pdf");
  g_assert_cmpstr (((JpAttachment *) loaded->pdata[0])->subject_id, ==, "某id");
  assert_in_dossier (fixture->store, attachment);
  kept = jp_store_attachment_path (fixture->store, attachment->sha256);
  g_assert_true (g_file_get_contents (kept, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "abc");
  g_assert_cmpint (g_stat (kept, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_missing_attachment_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpAttachment) attachment = jp_attachment_new (A, "cluster", NULL, "无");

  g_assert_false (jp_store_take_in (fixture->store, "/nonexistent/file.pdf", attachment, &error));
  g_assert_error (error, JP_STORE_ERROR, JP_STORE_ERROR_IO);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/store/dossier/everything-comes-back", test_everything_comes_back },
    { "/store/dossier/no-column-stays-empty", test_no_column_stays_empty },
    { "/store/dossier/keeping-it-again-changes-nothing", test_keeping_it_again_changes_nothing },
    { "/store/dossier/deleting-and-undoing", test_deleting_and_undoing },
    { "/store/dossier/each-part-goes", test_each_part_goes },
    { "/store/dossier/assessment-is-kept-whole", test_assessment_is_kept_whole },
    { "/store/dossier/gives-ids-and-numbers", test_gives_ids_and_numbers },
    { "/store/R-WHO/owner-stays", test_owner_stays },
    { "/store/notes/kept-and-taken-out", test_notes },
    { "/store/people/and-preferences", test_people_and_preferences },
    { "/store/papers/by-cluster-and-code", test_papers },
    { "/store/R-PACK/packs-years-and-holidays", test_rules },
    { "/store/R-WORKDAY/bad-holidays-are-refused", test_bad_holidays_are_refused },
    { "/store/attachments/lie-once-by-their-hash", test_attachments },
    { "/store/attachments/missing-file-is-refused", test_missing_attachment_is_refused },
  };

  jp_store_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
