/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-import.h"
#include "jp-resources.h"
#include "jp-store-assessments.h"
#include "jp-store-backup.h"
#include "jp-store-clusters.h"
#include "jp-test.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define TODAY "2026-02-10"
#define A     "厦门市集美区工业机器人产业集群"
#define B     "厦门市海沧区示例生物医药产业集群"
#define FULL  A "|集美区|工业机器人|后溪镇|49100000|集美服务中心|91350211MA1000000X|2023-01-11|2023-01-01|2025-12-31|2024"

/* A file as its rows: of clusters "name|district|industry|scope|m²|operator|code|recognised|first|last|start", of
 * figures "name|year|metric=value metric=value". Blank is not given. The columns of the sheets are in that order, the
 * metrics in the pack's. */
typedef struct
{
  const char *clusters[4];
  const char *figures[4];
} File;

typedef struct
{
  const char *name;
  const char *office;   /* NULL: city */
  File        before;   /* imported first */
  File        file;
  const char *expected; /* "read=added+changed+same read=added+changed+same", or the cells that are refused */
} Case;

static const Case cases[] = {
  { "new-cluster", NULL, { { NULL } }, { { FULL } }, "1=1+0+0 0=0+0+0" },
  { "new-cluster-of-what-is-required", NULL, { { NULL } }, { { A "|集美区|工业机器人" } }, "1=1+0+0 0=0+0+0" },
  { "district-by-code", NULL, { { NULL } }, { { A "|350211|工业机器人" } }, "1=1+0+0 0=0+0+0" },
  { "same-again", NULL, { { FULL } }, { { FULL } }, "1=0+0+1 0=0+0+0" },
  { "names-match-folded", NULL, { { FULL } }, { { "厦门市 集美区　工业机器人产业集群|集美区" } }, "1=0+0+1 0=0+0+0" },
  { "not-given-never-overwrites", NULL, { { FULL } }, { { A } }, "1=0+0+1 0=0+0+0" },
  { "blank-is-filled", NULL, { { A "|集美区|工业机器人" } }, { { FULL } }, "1=0+1+0 0=0+0+0" },
  { "area-may-change", NULL, { { FULL } }, { { A "||||50000000" } }, "1=0+1+0 0=0+0+0" },
  { "code-may-change", NULL, { { FULL } }, { { A "||||||91350203MA1007919X" } }, "1=0+1+0 0=0+0+0" },
  { "needs-district-and-industry", NULL, { { NULL } }, { { A } }, "集群!B2 集群!C2" },
  { "district-of-another-city", NULL, { { NULL } }, { { A "|鼓楼区|工业机器人" } }, "集群!B2" },
  { "cluster-twice", NULL, { { NULL } }, { { FULL, "厦门市集美区 工业机器人产业集群|集美区|工业机器人" } }, "集群!A3" },
  { "industry-changes-only-by-filing", NULL, { { FULL } }, { { A "||人工智能" } }, "集群!C2" },
  { "scope-changes-only-by-filing", NULL, { { FULL } }, { { A "|||灌口镇" } }, "集群!D2" },
  { "operator-changes-only-by-filing", NULL, { { FULL } }, { { A "|||||另一家" } }, "集群!F2" },
  { "district-does-not-change", NULL, { { FULL } }, { { A "|海沧区" } }, "集群!B2" },
  { "recognition-does-not-change", NULL, { { FULL } }, { { A "|||||||2023-01-12" } }, "集群!H2" },
  { "term-start-does-not-change", NULL, { { FULL } }, { { A "||||||||2023-01-11" } }, "集群!I2" },
  { "term-end-does-not-change", NULL, { { FULL } }, { { A "|||||||||2026-12-31" } }, "集群!J2" },
  { "funding-start-does-not-change", NULL, { { FULL } }, { { A "||||||||||2025" } }, "集群!K2" },
  { "all-changes-named-at-once", NULL, { { FULL } }, { { A "||人工智能|灌口镇||另一家||2023-01-12|||2025" } },
    "集群!C2 集群!D2 集群!F2 集群!H2 集群!K2" },
  { "wrong-check-character", NULL, { { NULL } }, { { A "|集美区|工业机器人||||91350211MA1000000Y" } }, "集群!G2" },
  { "code-too-short", NULL, { { NULL } }, { { A "|集美区|工业机器人||||9135021" } }, "集群!G2" },
  { "recognised-today", NULL, { { NULL } }, { { A "|集美区|工业机器人|||||2026-02-10" } }, "1=1+0+0 0=0+0+0" },
  { "recognised-tomorrow", NULL, { { NULL } }, { { A "|集美区|工业机器人|||||2026-02-11" } }, "集群!H2" },
  { "end-alone", NULL, { { NULL } }, { { A "|集美区|工业机器人|||||||2026-02-11" } }, "集群!J2" },
  { "end-without-start-beside-recognition", NULL, { { NULL } }, { { A "|集美区|工业机器人|||||2024-01-01||2026-12-31" } },
    "集群!J2" },
  { "end-before-start", NULL, { { NULL } }, { { A "|集美区|工业机器人|||||2024-01-01|2024-06-01|2024-05-31" } }, "集群!J2" },
  { "funding-before-recognition", NULL, { { NULL } }, { { A "|集美区|工业机器人|||||2025-01-01|||2024" } }, "集群!K2" },
  { "funding-in-the-year-of-recognition", NULL, { { NULL } }, { { A "|集美区|工业机器人|||||2025-01-01|||2025" } },
    "1=1+0+0 0=0+0+0" },
  { "funding-before-the-first-fiscal-year", NULL, { { NULL } }, { { A "|集美区|工业机器人|||||2023-01-01|||2023" } }, "集群!K2" },
  { "district-file-takes-its-own", "350211", { { NULL } }, { { FULL } }, "1=1+0+0 0=0+0+0" },
  { "district-file-refuses-others", "350211", { { NULL } }, { { FULL, B "|海沧区|生物医药" } }, "集群!B3" },
  { "figures-of-new-cluster", NULL, { { NULL } }, { { FULL }, { A "|2025|output=100 rd=1" } }, "1=1+0+0 1=1+0+0" },
  { "figures-of-this-year", NULL, { { NULL } }, { { FULL }, { A "|2026|output=100" } }, "1=1+0+0 1=1+0+0" },
  { "figures-of-a-year-to-come", NULL, { { NULL } }, { { FULL }, { A "|2027|output=100" } }, "年度指标!B2" },
  { "figures-of-a-year-long-gone", NULL, { { NULL } }, { { FULL }, { A "|1999|output=100" } }, "年度指标!B2" },
  { "figures-of-known-cluster", NULL, { { FULL } }, { { NULL }, { A "|2024|output=100", A "|2025|output=100" } },
    "0=0+0+0 2=2+0+0" },
  { "figures-of-unknown-cluster", NULL, { { FULL } }, { { NULL }, { B "|2025|output=100", A "|2025|output=100" } },
    "年度指标!A2" },
  { "figures-of-cluster-that-is-refused", NULL, { { NULL } }, { { B "|海沧区" }, { B "|2025|output=100" } }, "集群!C2" },
  { "figures-same", NULL, { { FULL }, { A "|2025|output=100 rd=1" } }, { { NULL }, { A "|2025|output=100" } },
    "0=0+0+0 1=0+0+1" },
  { "figures-changed", NULL, { { FULL }, { A "|2025|output=100 rd=1" } }, { { NULL }, { A "|2025|rd=2" } },
    "0=0+0+0 1=0+1+0" },
  { "figures-filled", NULL, { { FULL }, { A "|2025|output=100" } }, { { NULL }, { A "|2025|tax=0" } },
    "0=0+0+0 1=0+1+0" },
  { "prepared-row-of-nothing", NULL, { { FULL } }, { { NULL }, { A "|2025|" } }, "0=0+0+0 1=0+0+1" },
  { "same-year-twice", NULL, { { FULL } },
    { { NULL }, { A "|2025|output=100", A "|2024|output=1", A "|2025|output=100" } },
    "年度指标!B4" },
  { "same-year-twice-of-unknown-cluster", NULL, { { NULL } },
    { { NULL }, { B "|2025|output=100", B "|2025|output=100" } },
    "年度指标!A2 年度指标!A3 年度指标!B3" },
  { "part-is-the-whole", NULL, { { FULL } }, { { NULL }, { A "|2025|output=100 rd=100" } }, "0=0+0+0 1=1+0+0" },
  { "part-above-its-whole", NULL, { { FULL } }, { { NULL }, { A "|2025|output=100 rd=101" } }, "年度指标!F2" },
  { "part-above-the-whole-on-record", NULL, { { FULL }, { A "|2025|output=100" } }, { { NULL }, { A "|2025|rd=101" } },
    "年度指标!F2" },
  { "whole-below-the-part-on-record", NULL, { { FULL }, { A "|2025|output=100 rd=100" } },
    { { NULL }, { A "|2025|output=99" } },
    "年度指标!C2" },
  { "two-parts-above-their-whole", NULL, { { FULL } }, { { NULL }, { A "|2025|output=100 rd=101 sme_output=101" } },
    "年度指标!E2 年度指标!F2" },
};

typedef struct
{
  char    *folder;
  char    *path;
  JpStore *store;
  JpPack  *pack;
} Fixture;

static void
set_up (Fixture *fixture, const char *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);
  JpStoreSettings settings = { office != NULL ? office : "city", g_bytes_get_data (pack, NULL), NULL,
                               jp_test_date ("2025-01-01"), FALSE };

  fixture->folder = g_dir_make_tmp ("jp-import-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "jiping.db", NULL);
  fixture->store = jp_store_create (fixture->path, &settings, &error);
  g_assert_no_error (error);
  fixture->pack = jp_test_pack ();
}

static void
tear_down (Fixture *fixture)
{
  jp_pack_unref (fixture->pack);
  g_assert_finalize_object (fixture->store);
  jp_test_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
add_sheet (JpImport *import, const char *name, guint first_role, guint last_role)
{
  JpImportSheet *sheet = jp_import_add_sheet (import, name);

  sheet->header_row = 1;
  sheet->column_of_role[JP_COLUMN_NAME] = 1;
  for (guint role = first_role; role <= last_role; role++)
    sheet->column_of_role[role] = 2 + role - first_role;
}

static char *
given (char **parts, guint index)
{
  return index < g_strv_length (parts) && *parts[index] != '\0' ? g_strdup (parts[index]) : NULL;
}

static JpDate
day (char **parts, guint index)
{
  g_autofree char *text = given (parts, index);

  return text != NULL ? jp_test_date (text) : JP_DATE_NONE;
}

static void
add_cluster (JpImport *import, const char *row, guint number)
{
  g_auto (GStrv) parts = g_strsplit (row, "|", -1);
  JpImportCluster *cluster = jp_import_add_cluster (import, 0, number);
  g_autofree char *area = given (parts, 4), *start = given (parts, 10);

  cluster->name = jp_import_intern (import, parts[0]);
  cluster->district = given (parts, 1);
  cluster->industry = given (parts, 2);
  cluster->scope = given (parts, 3);
  cluster->area = area != NULL ? g_ascii_strtoll (area, NULL, 10) : JP_VALUE_UNKNOWN;
  cluster->operator_name = given (parts, 5);
  cluster->credit_code = given (parts, 6);
  cluster->recognised_on = day (parts, 7);
  cluster->term_first = day (parts, 8);
  cluster->term_last = day (parts, 9);
  cluster->funding_start = start != NULL ? (int) g_ascii_strtoll (start, NULL, 10) : 0;
}

static void
add_figures (JpImport *import, const char *row, guint number)
{
  g_auto (GStrv) parts = g_strsplit (row, "|", -1);
  g_auto (GStrv) values = g_strsplit (parts[2], " ", -1);
  JpImportFigures *figures = jp_import_add_figures (import, 1, number);

  figures->name = jp_import_intern (import, parts[0]);
  figures->year = (int) g_ascii_strtoll (parts[1], NULL, 10);
  for (guint i = 0; values[i] != NULL && *values[i] != '\0'; i++)
    {
      char *equals = strchr (values[i], '=');
      int metric;

      *equals = '\0';
      metric = jp_pack_find_metric (import->pack, values[i]);
      g_assert_cmpint (metric, >=, 0);
      figures->values[metric] = g_ascii_strtoll (equals + 1, NULL, 10);
    }
}

static JpImport *
make_import (JpPack *pack, const File *file)
{
  JpImport *import = jp_import_new (pack);

  add_sheet (import, "集群", JP_COLUMN_DISTRICT, JP_COLUMN_FUNDING_START);
  add_sheet (import, "年度指标", JP_COLUMN_YEAR, JP_COLUMN_METRIC + pack->n_metrics - 1);
  for (guint i = 0; i < G_N_ELEMENTS (file->clusters) && file->clusters[i] != NULL; i++)
    add_cluster (import, file->clusters[i], 2 + i);
  for (guint i = 0; i < G_N_ELEMENTS (file->figures) && file->figures[i] != NULL; i++)
    add_figures (import, file->figures[i], 2 + i);

  return import;
}

static char *
show_counts (const JpImportReport *report)
{
  const JpImportCounts *c = &report->clusters, *f = &report->figures;

  g_assert_cmpuint (c->read, ==, c->added + c->changed + c->same);
  g_assert_cmpuint (f->read, ==, f->added + f->changed + f->same);
  return g_strdup_printf ("%u=%u+%u+%u %u=%u+%u+%u", c->read, c->added, c->changed, c->same, f->read, f->added,
                          f->changed, f->same);
}

static char *
show_faults (const JpImport *import)
{
  GString *cells = g_string_new (NULL);

  for (guint i = 0; i < import->faults->len; i++)
    {
      const JpCellNote *note = g_ptr_array_index (import->faults, i);

      g_string_append_printf (cells, "%s%s!%c%u", i > 0 ? " " : "", note->sheet, (char) ('A' + note->column - 1),
                              note->row);
    }

  return g_string_free (cells, FALSE);
}

/* What came of importing @file: the counts, or the cells that were refused. */
static char *
import_file (Fixture *fixture, const char *today, const File *file, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDesk) desk = jp_desk_new (fixture->store, "林晓", NULL, jp_test_date (today), &error);
  g_autoptr (JpImport) import = make_import (fixture->pack, file);
  JpImportReport report;

  g_assert_no_error (error);
  if (jp_casework_import (desk, import, "台账.xlsx", dry_run, &report, NULL, &error))
    {
      g_assert_no_error (error);
      g_assert_cmpuint (import->faults->len, ==, 0);
      return show_counts (&report);
    }

  g_assert_error (error, JP_IMPORT_ERROR, JP_IMPORT_ERROR_REFUSED);
  return show_faults (import);
}

/* All that is on record, as far as an import can touch it. */
static char *
dump (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (fixture->store, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *d = g_ptr_array_index (dossiers, i);

      g_string_append_printf (text, "%s|%s|%s|%s|%" G_GINT64_FORMAT "|%s|%s|%d\n", d->name, d->district, d->industry,
                              d->scope, d->area, d->operator_name, d->credit_code, d->funding_start);
      for (guint j = 0; j < d->acts->len; j++)
        {
          const JpAct *act = g_ptr_array_index (d->acts, j);
          char date[JP_DATE_ISO_LEN], first[JP_DATE_ISO_LEN], last[JP_DATE_ISO_LEN];

          g_string_append_printf (text, " %s %s %s…%s%s\n", jp_act_kind_id (act->kind),
                                  jp_date_to_iso (act->date, date), jp_date_to_iso (act->term.first, first),
                                  jp_date_to_iso (act->term.last, last), act->imported ? " imported" : "");
        }
      for (guint j = 0; j < d->figures->len; j++)
        {
          g_autofree char *json = jp_figures_to_json (g_ptr_array_index (d->figures, j));

          g_string_append_printf (text, " %d %s\n", jp_figures_year (g_ptr_array_index (d->figures, j)), json);
        }
    }

  return g_string_free (text, FALSE);
}

/* The counts of the same file imported once more. */
static char *
all_the_same (const char *counts)
{
  guint clusters, figures;

  g_assert_cmpint (sscanf (counts, "%u=%*u+%*u+%*u %u=", &clusters, &figures), ==, 2);
  return g_strdup_printf ("%u=0+0+%u %u=0+0+%u", clusters, clusters, figures, figures);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  Fixture fixture;
  g_autofree char *first = NULL, *dry = NULL, *result = NULL, *again = NULL, *same = NULL, *before = NULL,
                  *after_dry = NULL, *after = NULL;
  gboolean refused = strchr (c->expected, '!') != NULL;

  set_up (&fixture, c->office);
  first = import_file (&fixture, TODAY, &c->before, FALSE);
  g_assert_null (strchr (first, '!'));
  before = dump (&fixture);

  dry = import_file (&fixture, TODAY, &c->file, TRUE);
  g_assert_cmpstr (dry, ==, c->expected);
  after_dry = dump (&fixture);
  g_assert_cmpstr (after_dry, ==, before);

  result = import_file (&fixture, TODAY, &c->file, FALSE);
  g_assert_cmpstr (result, ==, c->expected);
  after = dump (&fixture);
  if (refused)
    g_assert_cmpstr (after, ==, before);
  else
    {
      /* The same file again changes nothing. */
      again = import_file (&fixture, TODAY, &c->file, FALSE);
      same = all_the_same (result);
      g_assert_cmpstr (again, ==, same);
      g_free (before);
      before = dump (&fixture);
      g_assert_cmpstr (after, ==, before);
    }
  tear_down (&fixture);
}

typedef struct
{
  const char *name;
  const char *row;
  const char *act; /* as dumped */
} TermCase;

static const TermCase term_cases[] = {
  { "as-published", A "|集美区|工业机器人|||||2023-01-11|2023-01-01|2025-12-31",
    " recognise 2023-01-11 2023-01-01…2025-12-31 imported\n" },
  { "recognition-alone", A "|集美区|工业机器人|||||2024-09-19", " recognise 2024-09-19 2024-09-19…2027-09-18 imported\n" },
  { "recognition-on-a-leap-day", A "|集美区|工业机器人|||||2024-02-29",
    " recognise 2024-02-29 2024-02-29…2027-02-28 imported\n" },
  { "recognition-and-start", A "|集美区|工业机器人|||||2024-09-19|2024-10-01",
    " recognise 2024-09-19 2024-10-01…2027-09-30 imported\n" },
  { "start-alone", A "|集美区|工业机器人||||||2023-07-01", " recognise 2023-07-01 2023-07-01…2026-06-30 imported\n" },
  { "no-day-no-act", A "|集美区|工业机器人", "" },
};

static void
test_term (gconstpointer data)
{
  const TermCase *c = data;
  File file = { { c->row } };
  Fixture fixture;
  g_autofree char *result = NULL, *text = NULL;

  set_up (&fixture, NULL);
  result = import_file (&fixture, TODAY, &file, FALSE);
  g_assert_cmpstr (result, ==, "1=1+0+0 0=0+0+0");
  text = dump (&fixture);
  g_assert_cmpstr (strchr (text, '\n') + 1, ==, c->act);
  tear_down (&fixture);
}

static gboolean
confirm (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_transaction_load_dossiers (transaction, error);
  const JpDossier *dossier = g_ptr_array_index (dossiers, 0);
  JpAssessment *assessment = jp_assessment_new (2024);
  gboolean done;

  assessment->state = JP_ASSESSMENT_CONFIRMED;
  assessment->pack_id = g_strdup ("xiamen-2024");
  assessment->pack_version = 1;
  assessment->confirmed_on = jp_test_date ("2025-03-01");
  assessment->frozen = jp_frozen_result_new ();
  assessment->frozen->previous = jp_figures_copy (jp_dossier_figures (dossier, 2023));
  assessment->frozen->current = jp_figures_copy (jp_dossier_figures (dossier, 2024));
  entry->summary = g_strdup ("确认");
  done = jp_store_put_assessment (transaction, dossier->id, assessment, error);
  jp_assessment_free (assessment);

  return done;
}

typedef struct
{
  const char *name;
  const char *row;
  const char *expected;
} LockCase;

static const LockCase lock_cases[] = {
  { "equal-is-same", A "|2024|output=100 rd=1", "0=0+0+0 1=0+0+1" },
  { "other-is-refused", A "|2024|output=101", "年度指标!C2" },
  { "year-before-is-locked-too", A "|2023|output=91", "年度指标!C2" },
  { "blank-is-locked-too", A "|2024|tax=5", "年度指标!G2" },
  { "every-figure-is-named", A "|2024|output=101 rd=2", "年度指标!C2 年度指标!F2" },
  { "year-after-is-free", A "|2025|output=101", "0=0+0+0 1=1+0+0" },
  { "earlier-year-is-free", A "|2022|output=80", "0=0+0+0 1=1+0+0" },
};

static void
test_lock (gconstpointer data)
{
  const LockCase *c = data;
  const File ledger = { { FULL }, { A "|2023|output=90 rd=1", A "|2024|output=100 rd=1" } };
  File file = { { NULL }, { c->row } };
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  g_autofree char *first = NULL, *result = NULL;
  g_autoptr (JpEntry) entry = jp_entry_new (JP_ENTRY_ACT, "assess.confirm", "郑宏", "city", "2025-03-01T09:00:00");

  set_up (&fixture, NULL);
  first = import_file (&fixture, TODAY, &ledger, FALSE);
  g_assert_true (jp_store_write (fixture.store, entry, confirm, NULL, &error));
  g_assert_no_error (error);
  result = import_file (&fixture, TODAY, &file, FALSE);
  g_assert_cmpstr (result, ==, c->expected);
  tear_down (&fixture);
}

/* The refusal of a locked figure names the assessment. */
static void
test_lock_names_the_assessment (void)
{
  const File ledger = { { FULL }, { A "|2023|output=90", A "|2024|output=100" } };
  const File file = { { NULL }, { A "|2023|output=91" } };
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  g_autoptr (JpDesk) desk = NULL;
  g_autoptr (JpImport) import = NULL;
  g_autofree char *first = NULL;
  g_autoptr (JpEntry) entry = jp_entry_new (JP_ENTRY_ACT, "assess.confirm", "郑宏", "city", "2025-03-01T09:00:00");
  JpImportReport report;

  set_up (&fixture, NULL);
  first = import_file (&fixture, TODAY, &ledger, FALSE);
  g_assert_true (jp_store_write (fixture.store, entry, confirm, NULL, &error));
  desk = jp_desk_new (fixture.store, "林晓", NULL, jp_test_date (TODAY), &error);
  import = make_import (fixture.pack, &file);
  g_assert_false (jp_casework_import (desk, import, "台账.xlsx", FALSE, &report, NULL, &error));
  g_assert_cmpuint (import->faults->len, ==, 1);
  g_assert_nonnull (strstr (((const JpCellNote *) g_ptr_array_index (import->faults, 0))->message, "2024"));
  g_clear_pointer (&desk, jp_desk_unref);
  tear_down (&fixture);
}

static void
test_cancelled_changes_nothing (void)
{
  const File file = { { FULL }, { A "|2024|output=100" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Fixture fixture;
  g_autoptr (JpDesk) desk = NULL;
  g_autoptr (JpImport) import = NULL;
  g_autofree char *text = NULL;
  JpImportReport report;

  set_up (&fixture, NULL);
  desk = jp_desk_new (fixture.store, "林晓", NULL, jp_test_date (TODAY), &error);
  import = make_import (fixture.pack, &file);
  g_cancellable_cancel (cancellable);
  g_assert_false (jp_casework_import (desk, import, "台账.xlsx", FALSE, &report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  text = dump (&fixture);
  g_assert_cmpstr (text, ==, "");
  g_clear_pointer (&desk, jp_desk_unref);
  tear_down (&fixture);
}

/* PROMISES 3: what stood before an import is kept aside, once. */
static void
test_backup_before_import (void)
{
  const File first = { { FULL } }, second = { { NULL }, { A "|2024|output=100" } },
             refused = { { NULL }, { B "|2024|output=1" } };
  Fixture fixture;
  g_autofree char *imported = NULL, *tried = NULL, *again = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  guint kept;

  set_up (&fixture, NULL);
  imported = import_file (&fixture, TODAY, &first, FALSE);
  backups = jp_backup_list (fixture.path);
  kept = backups->len;
  tried = import_file (&fixture, TODAY, &refused, TRUE);
  g_ptr_array_unref (backups);
  backups = jp_backup_list (fixture.path);
  g_assert_cmpuint (backups->len, ==, kept); /* a dry run keeps none */
  again = import_file (&fixture, TODAY, &second, FALSE);
  g_ptr_array_unref (backups);
  backups = jp_backup_list (fixture.path);
  g_assert_cmpuint (backups->len, ==, kept + 1);
  g_assert_cmpstr (again, ==, "0=0+0+0 1=1+0+0");
  tear_down (&fixture);
}

/* More bad cells than anyone reads are counted out, not kept. */
static void
test_notes_end (void)
{
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (JpImport) import = jp_import_new (pack);
  const JpCellNote *last;

  jp_import_add_sheet (import, "表");
  for (guint i = 0; i < JP_IMPORT_MAX_NOTES + 10; i++)
    jp_import_add_note (import, import->faults, 0, JP_IMPORT_MAX_NOTES + 10 - i, 1, "%u", i);
  jp_import_sort_notes (import);
  g_assert_cmpuint (import->faults->len, ==, JP_IMPORT_MAX_NOTES + 1);
  last = g_ptr_array_index (import->faults, JP_IMPORT_MAX_NOTES);
  g_assert_cmpuint (last->row, ==, 0);
  g_assert_cmpuint (((const JpCellNote *) g_ptr_array_index (import->faults, 0))->row, ==, 11);
}

#define ADD_CASES(array, rule, function) \
  for (gsize i = 0; i < G_N_ELEMENTS (array); i++) \
    { \
      g_autofree char *path = g_strdup_printf ("/casework/" rule "/%s", (array)[i].name); \
      g_test_add_data_func (path, &(array)[i], function); \
    }

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  ADD_CASES (cases, "R-READ", test_case)
  ADD_CASES (term_cases, "R-TERM/import", test_term)
  ADD_CASES (lock_cases, "R-SCORE/import-locked", test_lock)
  g_test_add_func ("/casework/R-SCORE/import-locked/names-the-assessment", test_lock_names_the_assessment);
  g_test_add_func ("/casework/R-READ/cancelled-changes-nothing", test_cancelled_changes_nothing);
  g_test_add_func ("/casework/PROMISES-3/backup-before-import", test_backup_before_import);
  g_test_add_func ("/casework/R-READ/notes-end", test_notes_end);

  return g_test_run ();
}
