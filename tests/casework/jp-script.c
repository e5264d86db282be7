/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-script.h"

#include "jp-assess-work.h"
#include "jp-check.h"
#include "jp-cluster-work.h"
#include "jp-correction.h"
#include "jp-dossier-work.h"
#include "jp-fund-work.h"
#include "jp-import.h"
#include "jp-store-backup.h"
#include "jp-store-journal.h"
#include "jp-test-work.h"
#include "jp-undo-work.h"
#include "jp-use-work.h"

#include <glib/gstdio.h>
#include <string.h>

#define DISTRICT "350211"
#define CITY     JP_OFFICE_CITY

typedef struct _Step Step;

struct _Step
{
  const char *day;
  const char *office;
  gboolean (*run) (JpScript *self, JpDesk *desk, const Step *step, GError **error);
  const char *word; /* what the act is about */
  int         n;
  gint64      amount;
};

static gboolean
import (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  g_autoptr (JpImport) book = NULL;
  JpContext context;
  JpImportCluster *cluster;
  JpImportReport report;

  if (!jp_desk_get_context (desk, &context, error))
    return FALSE;
  book = jp_import_new ((JpPack *) jp_pack_set_on (context.packs, context.today));
  jp_import_add_sheet (book, "集群");
  jp_import_add_sheet (book, "年度指标");
  cluster = jp_import_add_cluster (book, 0, 2);
  cluster->name = jp_import_intern (book, self->name);
  cluster->district = g_strdup (DISTRICT);
  cluster->industry = g_strdup ("工业机器人");
  cluster->operator_name = g_strdup ("机器人产业服务中心");
  cluster->recognised_on = jp_test_date ("2024-09-19");
  for (guint i = 0; i < 3; i++)
    {
      JpImportFigures *figures = jp_import_add_figures (book, 1, 2 + i);

      figures->name = jp_import_intern (book, self->name);
      figures->year = 2022 + (int) i;
      figures->values[0] = 100 + i;
      figures->values[1] = 10 + i;
    }

  return jp_casework_import (desk, book, "台账.xlsx", FALSE, &report, NULL, error);
}

static gboolean
figure (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  return jp_casework_set_figure (desk, self->cluster, step->n, step->word, step->amount, NULL, error);
}

static gboolean
undo (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  g_autoptr (JpEntry) entry
    = (step->n == 0 ? jp_casework_undo : jp_casework_redo) (desk, JP_HINT_COMMANDS, error);

  return entry != NULL;
}

static gboolean
attach (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  g_autoptr (JpAttachment) paper = jp_attachment_new (self->cluster, JP_SUBJECT_CLUSTER, NULL, step->word);
  g_autofree char *file = g_strconcat (jp_store_get_path (self->store), "-", step->word, NULL);
  gboolean done;

  paper->kind = g_strdup (JP_ATTACHMENT_FINANCIAL_RULES);
  done = g_file_set_contents (file, self->name, -1, error) && jp_casework_attach_paper (desk, file, paper, error);
  g_unlink (file);

  return done;
}

static gboolean
start (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  return jp_casework_fund_start (desk, self->cluster, step->n, NULL, error);
}

/* n: ordinal × 100 + kind; word: an override. */
static gboolean
fund (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  g_autoptr (JpFundAct) act = jp_fund_act_new ((guint) step->n / 100, step->n % 100, jp_desk_get_today (desk));

  if (act->kind == JP_FUND_PLAN)
    {
      g_ptr_array_add (act->lines, jp_plan_line_new ("platform", step->amount / 4 * 3));
      g_ptr_array_add (act->lines, jp_plan_line_new ("training", step->amount / 4));
    }
  if (act->kind == JP_FUND_OBJECT)
    act->note = g_strdup ("某企业来函，金额有异议");
  if (act->kind == JP_FUND_PAY)
    {
      act->amount = step->amount;
      act->voucher = g_strdup_printf ("拨-%d", step->n / 100);
      act->override_reason = g_strdup (step->word);
    }

  return jp_casework_fund (desk, self->cluster, act, error);
}

static gboolean
spend (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  g_autoptr (JpUseEntry) entry = jp_use_entry_new (0, jp_desk_get_today (desk), 1);

  entry->category = g_strdup ("training");
  entry->payee = g_strdup ("集美区企业培训中心");
  entry->voucher = g_strdup (step->word);
  entry->amount = step->amount;

  return jp_casework_use_add (desk, self->cluster, entry, error);
}

static gboolean
reverse (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  return jp_casework_use_reverse (desk, self->cluster, step->word, jp_desk_get_today (desk), "重复入账", error);
}

static gboolean
file_return (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  return jp_casework_file_return (desk, self->cluster, step->n, jp_desk_get_today (desk), error);
}

/* n: kind of act; word: indicator; amount: its points. */
static gboolean
assess (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  JpAssessAct act = { .kind = (JpAssessActKind) step->n, .item = step->word, .points = (int) step->amount,
                      .reason = step->word != NULL ? "按材料评定" : NULL, .text = "同意" };

  return jp_casework_assess (desk, self->cluster, 2024, &act, error);
}

static gboolean
find (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  g_autoptr (JpFinding) finding = jp_finding_new (0, 0);

  finding->opened = jp_desk_get_today (desk);
  finding->due = finding->opened + 30;
  finding->matter = g_strdup ("培训费凭证不全");
  finding->amount = step->amount;

  return jp_casework_finding (desk, self->cluster, finding, error);
}

static gboolean
inspect (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  g_autoptr (JpInspection) inspection = jp_inspection_new (jp_desk_get_today (desk));

  inspection->findings = g_strdup ("现场抽查");
  return jp_casework_inspect (desk, self->cluster, inspection, error);
}

/* The right document number of the recognition that came with the import. */
static gboolean
correct (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  JpCorrection correction = { .cluster = self->cluster, .document = "工信部企业函〔2024〕1号", .reason = "补记文号" };

  return jp_casework_correct (desk, self->import, &correction, error) != 0;
}

static gboolean
back_up (JpScript *self, JpDesk *desk, const Step *step, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2025, 5, step->n, 9, 0, 0);
  g_autofree char *path = NULL;

  return jp_store_keep_backup (self->store, now, &path, NULL, error);
}

#define FUND(day, office, ordinal, kind, amount) { day, office, fund, NULL, (ordinal) * 100 + JP_FUND_##kind, amount }
#define POINTS(office, indicator, points) { "2025-04-21", office, assess, indicator, JP_ASSESS_POINTS, points }
#define ASSESS(office, kind) { "2025-04-21", office, assess, NULL, JP_ASSESS_##kind, 0 }
#define ALL_POINTS(office) \
  POINTS (office, "output_growth", 2000), POINTS (office, "rd_growth", 1500), POINTS (office, "quality_sme", 2000), \
  POINTS (office, "key_industrial", 1500), POINTS (office, "ip_growth", 1000), POINTS (office, "digital", 0), \
  POINTS (office, "governance", 0)

static const Step steps[] = {
  { "2024-09-20", CITY, import, NULL, 0, 0 },
  { "2024-09-20", DISTRICT, figure, "output", 2024, 4321 },
  { "2024-09-20", CITY, undo, NULL, 0, 0 },
  { "2024-09-20", CITY, undo, NULL, 1, 0 },
  { "2024-09-21", CITY, correct, NULL, 0, 0 },
  { "2024-10-10", CITY, start, NULL, 2024, 0 },
  { "2024-10-10", DISTRICT, attach, "财务管理制度.txt", 0, 0 },
  FUND ("2024-10-10", DISTRICT, 1, PLAN, 100000000),
  FUND ("2024-10-10", DISTRICT, 1, DISTRICT, 0),
  FUND ("2024-10-11", CITY, 1, CITY, 0),
  FUND ("2024-10-14", CITY, 1, PUBLICISE, 0),
  FUND ("2024-10-15", CITY, 1, OBJECT, 0),
  FUND ("2024-10-16", CITY, 1, SETTLE, 0),
  FUND ("2024-10-21", CITY, 1, PAY, 100000000),
  { "2024-11-01", CITY, back_up, NULL, 1, 0 },
  { "2024-11-01", DISTRICT, spend, "记-001", 0, 1234567 },
  { "2024-11-02", DISTRICT, spend, "记-002", 0, 1234567 },
  { "2024-11-03", DISTRICT, spend, "记-003", 0, 7654321 },
  { "2024-11-04", DISTRICT, reverse, "2", 0, 0 },
  { "2025-04-20", DISTRICT, file_return, NULL, 2024, 0 },
  ASSESS (DISTRICT, OPEN),
  ALL_POINTS (DISTRICT),
  ASSESS (DISTRICT, SUBMIT),
  ALL_POINTS (CITY),
  ASSESS (CITY, CONFIRM),
  { "2025-05-02", CITY, back_up, NULL, 2, 0 },
  FUND ("2025-05-06", DISTRICT, 2, PLAN, 60000000),
  FUND ("2025-05-06", DISTRICT, 2, DISTRICT, 0),
  FUND ("2025-05-06", CITY, 2, CITY, 0),
  FUND ("2025-05-06", CITY, 2, PUBLICISE, 0),
  { "2025-05-07", CITY, inspect, NULL, 0, 0 },
  { "2025-05-07", CITY, find, NULL, 0, 2000000 },
  { "2025-05-13", CITY, fund, "整改期内，不涉本次拨付", 200 + JP_FUND_PAY, 60000000 },
};

/* Under whom a step is done; a desk is kept, since to sit down at it the file is read. */
static JpDesk *
sit_down (JpScript *self, const Step *step, GError **error)
{
  const char *person = g_str_equal (step->office, CITY) ? "陈晓岚" : "林志强";
  JpDate today = jp_test_date (step->day);
  JpDesk *desk;

  for (guint i = 0; i < self->desks->len; i++)
    {
      desk = g_ptr_array_index (self->desks, i);
      if (jp_desk_get_today (desk) == today && g_str_equal (jp_desk_get_office (desk), step->office))
        return desk;
    }

  desk = jp_desk_new (self->store, person, step->office, today, error);
  if (desk != NULL)
    g_ptr_array_add (self->desks, desk);

  return desk;
}

/* What the import has made. */
static gboolean
find_cluster (JpScript *self, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (self->store, error);
  g_autoptr (GPtrArray) last = dossiers != NULL ? jp_store_load_journal (self->store, 0, 1, NULL, error) : NULL;

  for (guint i = 0; last != NULL && i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      if (!g_str_equal (dossier->name, self->name))
        continue;
      self->cluster = g_strdup (dossier->id);
      self->import = ((const JpEntry *) g_ptr_array_index (last, 0))->seq;
    }

  return self->cluster != NULL;
}

void
jp_script_init (JpScript *self, JpStore *store, guint number)
{
  *self = (JpScript) { .store = store, .desks = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_desk_unref),
                       .name = g_strdup_printf ("厦门市集美区第%u产业集群", number) };
}

void
jp_script_clear (JpScript *self)
{
  g_clear_pointer (&self->desks, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->cluster, g_free);
}

void
jp_script_moved (JpScript *self, JpStore *store)
{
  g_ptr_array_set_size (self->desks, 0);
  self->store = store;
}

guint
jp_script_n_steps (void)
{
  return G_N_ELEMENTS (steps);
}

const char *
jp_script_name (guint step)
{
  return steps[step].run == fund ? jp_fund_act_kind_id (steps[step].n % 100) : steps[step].word;
}

gboolean
jp_script_step (JpScript *self, guint step, GError **error)
{
  JpDesk *desk = NULL;

  /* Between the steps nothing is asked of the file but what the next one needs. */
  if (step > 0 && self->cluster == NULL && !find_cluster (self, error))
    return FALSE;
  desk = sit_down (self, &steps[step], error);

  return desk != NULL && steps[step].run (self, desk, &steps[step], error);
}

gint64
jp_script_head (JpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) last = jp_store_load_journal (store, 0, 1, NULL, &error);

  g_assert_no_error (error);
  return last->len > 0 ? ((const JpEntry *) g_ptr_array_index (last, 0))->seq : 0;
}

gint64
jp_script_digest (const char *path)
{
  g_autofree char *dump = jp_work_dump (path, TRUE);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, dump, -1);

  sum[15] = '\0';
  return (gint64) g_ascii_strtoull (sum, NULL, 16);
}

static guint
count_entries (GPtrArray *entries, const char *act, const char *except)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const JpEntry *entry = g_ptr_array_index (entries, i);

      n += g_str_has_prefix (entry->act, act) && g_strcmp0 (entry->act, except) != 0;
    }

  return n;
}

/* Every record has its entry, every entry its record, and a record its parts. */
static void
check_dossier (JpStore *store, const JpDossier *dossier)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = jp_store_load_journal (store, 0, 0, dossier->id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_entries (entries, "import", NULL), ==, 1);
  g_assert_cmpuint (dossier->acts->len, ==, 1);
  g_assert_cmpuint (dossier->figures->len, ==, 3);
  g_assert_cmpuint (dossier->fund_acts->len, ==, count_entries (entries, "fund.", "fund.start"));
  g_assert_cmpuint (dossier->uses->len, ==, count_entries (entries, "use.", NULL));
  g_assert_cmpuint (dossier->findings->len, ==, count_entries (entries, "audit.finding", NULL));
  g_assert_cmpuint (dossier->inspections->len, ==, count_entries (entries, "audit.inspect", NULL));
  g_assert_cmpuint (dossier->returns->len, ==, count_entries (entries, "file.return", NULL));
  g_assert_cmpuint (dossier->attachments->len, ==, count_entries (entries, "attach", NULL));
  for (guint i = 0; i < dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (dossier->fund_acts, i);

      g_assert_cmpuint (act->lines->len, ==, act->kind == JP_FUND_PLAN ? 2 : 0);
    }
  for (guint i = 0; i < dossier->assessments->len; i++)
    {
      const JpAssessment *assessment = g_ptr_array_index (dossier->assessments, i);

      g_assert_true ((assessment->frozen != NULL) == (assessment->state == JP_ASSESSMENT_CONFIRMED));
      if (assessment->state == JP_ASSESSMENT_CONFIRMED)
        g_assert_cmpuint (assessment->points->len, ==, 7);
    }
}

void
jp_script_check (JpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDesk) desk = jp_desk_new (store, "陈晓岚", CITY, jp_test_date ("2025-05-13"), &error);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) dossiers = NULL;
  gint64 bad = 0;

  g_assert_no_error (error);
  g_assert_true (jp_store_verify_journal (store, NULL, &bad, &error));
  g_assert_no_error (error);
  notes = jp_casework_check (desk, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < notes->len; i++)
    {
      const JpCheckNote *note = g_ptr_array_index (notes, i);

      if (note->state == JP_CHECK_FAULT)
        g_error ("%s: %s", note->id, note->text);
    }
  dossiers = jp_store_load_dossiers (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < dossiers->len; i++)
    check_dossier (store, g_ptr_array_index (dossiers, i));
}
