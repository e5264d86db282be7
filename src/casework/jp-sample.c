/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-sample.h"

#include "jp-act-work.h"
#include "jp-assess-work.h"
#include "jp-cluster-work.h"
#include "jp-credit-code.h"
#include "jp-dossier-work.h"
#include "jp-fund-work.h"
#include "jp-sample-data.h"
#include "jp-store-clusters.h"
#include "jp-use-work.h"

#include <glib/gstdio.h>

/* The first year the shipped rule pack's money knows: an earlier clock still gives a whole sample. */
#define FIRST_YEAR 2026

#define WITHOUT_RULES 3 /* the cluster whose operator has not handed in its financial rules */

typedef struct
{
  JpStore *store;
  JpDate   today;
  int      year;
  char   **ids; /* UUIDs by sample cluster */
  guint    voucher;
} Sample;

static JpDate
day_of (const Sample *sample, int offset, const char *day)
{
  g_autofree char *iso = NULL;

  if (offset == JP_SAMPLE_DAYS_AGO)
    return sample->today - (JpDate) g_ascii_strtoull (day, NULL, 10);
  iso = g_strdup_printf ("%d-%s", sample->year + offset, day);

  return jp_date_parse (iso);
}

/* Whether it has happened. What is counted back from today needs what came before it, which an early clock has not. */
static gboolean
has_happened (const Sample *sample, const JpSampleEvent *event)
{
  if (event->year == JP_SAMPLE_DAYS_AGO)
    return (int) jp_date_year (sample->today) == sample->year;

  return day_of (sample, event->year, event->day) <= sample->today;
}

/* "-3:07-01": 1 July three years back. */
static JpDate
relative_day (const Sample *sample, const char *text)
{
  return text != NULL ? day_of (sample, (int) g_ascii_strtoll (text, NULL, 10), strchr (text, ':') + 1) : JP_DATE_NONE;
}

/* Every event is done at a desk of its own day, so that the journal reads as the years went by. */
static JpDesk *
sit_down (const Sample *sample, const char *office, JpDate day, GError **error)
{
  const char *person = g_str_equal (office, JP_OFFICE_CITY) ? "陈晓岚" : "林志强";

  return jp_desk_new (sample->store, person, office, day, error);
}

static const char *
district_of (const JpSampleEvent *event)
{
  return JP_SAMPLE_CLUSTERS[event->cluster].district;
}

static const char *
office_of_act (const JpSampleEvent *event)
{
  switch ((JpActKind) event->n)
    {
    case JP_ACT_CULTIVATE:
    case JP_ACT_DESIGNATE:
    case JP_ACT_APPLY:
    case JP_ACT_RENEWAL_APPLY:
      return district_of (event);
    case JP_ACT_ACCEPT:
    case JP_ACT_REVIEW:
    case JP_ACT_INSPECT:
    case JP_ACT_RECOMMEND:
    case JP_ACT_RETURN:
    case JP_ACT_DECLINE:
    case JP_ACT_RECOGNISE:
    case JP_ACT_RENEWAL_REVIEW:
    case JP_ACT_RENEWAL_RECOMMEND:
    case JP_ACT_RENEW:
    case JP_ACT_RENEWAL_FAIL:
    case JP_ACT_REVOKE:
    case JP_N_ACTS:
    default:
      return JP_OFFICE_CITY;
    }
}

static gboolean
do_act (Sample *sample, const JpSampleEvent *event, const char *id, JpDate day, GError **error)
{
  g_autoptr (JpDesk) desk = sit_down (sample, office_of_act (event), day, error);
  g_autoptr (JpAct) act = jp_act_new (event->n, day, NULL);

  act->term.first = relative_day (sample, event->a);
  act->term.last = relative_day (sample, event->b);
  act->reason = g_strdup ("示例数据");

  return desk != NULL && jp_casework_act (desk, id, act, error);
}

static gboolean
do_check (Sample *sample, const JpSampleEvent *event, const char *id, JpDate day, GError **error)
{
  static const char * const judged[] = { "chain", "innovation", "digital", "green", "open", "governance" };
  g_autoptr (JpDesk) desk = sit_down (sample, JP_OFFICE_CITY, day, error);
  GPtrArray *judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_judgement_free);

  for (gsize i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      JpJudgement *judgement = jp_judgement_new (judged[i], TRUE);

      judgement->note = g_strdup ("材料核对属实（示例）");
      g_ptr_array_add (judgements, judgement);
    }
  if (desk == NULL)
    {
      g_ptr_array_unref (judgements);
      return FALSE;
    }

  return jp_casework_standard_check (desk, id, (int) jp_date_year (day) - 1, judgements, error);
}

static gboolean
give_points (JpDesk *desk, const JpSampleEvent *event, const char *id, int year, GError **error)
{
  JpContext context;
  const JpPack *pack;

  if (!jp_desk_get_context (desk, &context, error))
    return FALSE;
  pack = jp_pack_set_for_year (context.packs, year);
  for (guint i = 0; i < pack->n_indicators; i++)
    {
      gboolean manual = pack->indicators[i].measure == JP_MEASURE_MANUAL;
      JpAssessAct act = { .kind = JP_ASSESS_POINTS, .item = pack->indicators[i].id,
                          .points = manual ? (int) event->amount : JP_POINTS_UNKNOWN,
                          .reason = manual ? "现场考察评定（示例）" : NULL };

      if (!jp_casework_assess (desk, id, year, &act, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
assess (JpDesk *desk, JpAssessActKind kind, const char *item, const char *text, const char *id, int year,
        GError **error)
{
  JpAssessAct act = { .kind = kind, .points = JP_POINTS_UNKNOWN, .item = item, .text = text };

  return jp_casework_assess (desk, id, year, &act, error);
}

static gboolean
tell (JpDesk *desk, const char *id, int year, GError **error)
{
  static const char * const texts[] = {
    "按三年规划推进，年度任务完成九成以上。（示例）", "总产值与研发投入按计划增长，平台建设如期。（示例）",
    "以龙头企业带动配套，月度对接会形成机制。（示例）", "知识产权转化偏慢，下一年增设专利导航服务。（示例）",
  };

  for (guint i = 0; JP_NARRATIVE_PARTS[i] != NULL; i++)
    if (!assess (desk, JP_ASSESS_NARRATIVE, JP_NARRATIVE_PARTS[i], texts[i % G_N_ELEMENTS (texts)], id, year, error))
      return FALSE;

  return TRUE;
}

static gboolean
do_assess (Sample *sample, const JpSampleEvent *event, const char *id, JpDate day, GError **error)
{
  int year = (int) jp_date_year (day) - 1;
  g_autoptr (JpDesk) district = sit_down (sample, district_of (event), day, error);
  g_autoptr (JpDesk) city = sit_down (sample, JP_OFFICE_CITY, day, error);

  if (district == NULL || city == NULL || !assess (district, JP_ASSESS_OPEN, NULL, NULL, id, year, error) ||
      !give_points (district, event, id, year, error))
    return FALSE;
  if (event->n == JP_ASSESSMENT_DISTRICT)
    return TRUE;
  if (!tell (district, id, year, error) || !assess (district, JP_ASSESS_SUBMIT, NULL, "同意", id, year, error))
    return FALSE;
  if (event->n == JP_ASSESSMENT_CITY)
    return TRUE;

  return give_points (city, event, id, year, error) && assess (city, JP_ASSESS_CONFIRM, NULL, "同意", id, year, error);
}

static void
add_lines (JpFundAct *act, JpMoney amount)
{
  static const char * const categories[] = { "platform", "training", "exchange", "operation" };
  JpMoney part = amount / 100 / (gint64) G_N_ELEMENTS (categories) * 100;

  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    g_ptr_array_add (act->lines,
                     jp_plan_line_new (categories[i],
                                       i == 0 ? amount - part * (gint64) (G_N_ELEMENTS (categories) - 1) : part));
}

/* The operator's financial rules, which come with the first plan; one cluster owes them still. */
static gboolean
attach_rules (JpDesk *desk, const JpSampleEvent *event, const char *id, GError **error)
{
  static const char text[] = "专款专用，专账核算；支出经运营单位负责人审批，凭证按月装订。（示例）\n";
  g_autoptr (JpAttachment) paper = jp_attachment_new (id, JP_SUBJECT_CLUSTER, NULL, "财务管理制度（示例）.txt");
  g_autofree char *path = NULL;
  gboolean done;
  int fd;

  if (event->n / 100 != 1 || event->cluster == WITHOUT_RULES)
    return TRUE;

  fd = g_file_open_tmp ("jiping-XXXXXX.txt", &path, error);
  if (fd < 0)
    return FALSE;
  paper->kind = g_strdup (JP_ATTACHMENT_FINANCIAL_RULES);
  done = g_close (fd, error) && g_file_set_contents (path, text, -1, error)
         && jp_casework_attach_paper (desk, path, paper, error);
  g_unlink (path);

  return done;
}

static gboolean
do_fund (Sample *sample, const JpSampleEvent *event, const char *id, JpDate day, GError **error)
{
  JpFundActKind kind = event->n % 100;
  const char *office = kind == JP_FUND_PLAN || kind == JP_FUND_DISTRICT ? district_of (event) : JP_OFFICE_CITY;
  g_autoptr (JpDesk) desk = sit_down (sample, office, day, error);
  g_autoptr (JpFundAct) act = jp_fund_act_new ((guint) event->n / 100, kind, day);
  g_autoptr (GError) blocked = NULL;
  JpContext context;

  if (desk == NULL || !jp_desk_get_context (desk, &context, error))
    return FALSE;
  if (kind == JP_FUND_PLAN)
    {
      if (!attach_rules (desk, event, id, error))
        return FALSE;
      add_lines (act, event->amount * 100);
      act->purposes = g_strdupv (jp_pack_set_on (context.packs, day)->purposes);
    }
  if (kind == JP_FUND_PAY)
    {
      act->amount = event->amount * 100;
      act->voucher = g_strdup_printf ("示例-%u-%03u", jp_date_year (day), ++sample->voucher);
    }
  if (kind == JP_FUND_OBJECT)
    act->note = g_strdup ("某企业来函，反映平台建设费用偏高（示例）");
  if (jp_casework_fund (desk, id, act, &blocked))
    return TRUE;

  /* In a year whose holidays are not published yet the city passes the block, as it would in life. */
  if (!g_error_matches (blocked, JP_FUND_ERROR, JP_FUND_ERROR_BLOCKED))
    {
      g_propagate_error (error, g_steal_pointer (&blocked));
      return FALSE;
    }
  act->override_reason = g_strdup ("节假日安排尚未公布，公示期按工作日另行核实（示例）");

  return jp_casework_fund (desk, id, act, error);
}

static gboolean
do_start (Sample *sample, const JpSampleEvent *event, const char *id, JpDate day, GError **error)
{
  g_autoptr (JpDesk) desk = sit_down (sample, JP_OFFICE_CITY, day, error);

  return desk != NULL && jp_casework_fund_start (desk, id, sample->year + event->n, NULL, error);
}

static gboolean
do_audit (Sample *sample, const JpSampleEvent *event, const char *id, JpDate day, GError **error)
{
  g_autoptr (JpDesk) desk = sit_down (sample, JP_OFFICE_CITY, day, error);
  g_autoptr (JpAudit) audit = NULL;

  if (desk == NULL)
    return FALSE;
  if (event->a == NULL)
    return jp_casework_audit_close (desk, id, day, "资金使用总体合规（示例）", error);
  audit = jp_audit_new (event->a, day);

  return jp_casework_audit_open (desk, id, audit, error);
}

static gboolean
do_use (Sample *sample, const JpSampleEvent *event, const char *id, JpDate day, GError **error)
{
  g_autoptr (JpDesk) desk = sit_down (sample, district_of (event), day, error);
  g_autoptr (JpUseEntry) entry = jp_use_entry_new (0, day, (guint) event->n);

  entry->category = g_strdup (event->a);
  entry->payee = g_strdup (event->b);
  entry->amount = event->amount * 100;
  entry->voucher = g_strdup_printf ("示例-%u-%03u", jp_date_year (day), ++sample->voucher);
  entry->reason = g_str_equal (event->a, "other") ? g_strdup ("园区公共区域维护（示例）") : NULL;

  return desk != NULL && jp_casework_use_add (desk, id, entry, error);
}

static gboolean
do_finding (Sample *sample, const JpSampleEvent *event, const char *id, JpDate day, GError **error)
{
  g_autoptr (JpDesk) city = sit_down (sample, JP_OFFICE_CITY, day, error);
  g_autoptr (JpDesk) district = sit_down (sample, district_of (event), day, error);
  g_autoptr (JpFinding) finding = jp_finding_new (0, 0);

  finding->opened = day;
  finding->due = day + 30;
  finding->ordinal = (guint) event->n;
  finding->amount = event->amount * 100;
  finding->matter = g_strdup (event->a);
  finding->basis = g_strdup ("第十六条");
  if (city == NULL || district == NULL || !jp_casework_finding (city, id, finding, error))
    return FALSE;
  if (event->b == NULL)
    return TRUE;

  return jp_casework_measure (district, id, finding->year, finding->number, day, event->b, error) &&
         jp_casework_confirm_finding (district, id, finding->year, finding->number, day, error) &&
         jp_casework_confirm_finding (city, id, finding->year, finding->number, day, error);
}

static gboolean
do_filing (Sample *sample, const JpSampleEvent *event, const char *id, JpDate day, GError **error)
{
  g_autoptr (JpDesk) desk = sit_down (sample, district_of (event), day, error);
  g_autoptr (JpChange) change = jp_change_new (event->a != NULL ? event->a : "other", day, day);
  g_autoptr (JpIncident) incident = jp_incident_new (event->a, event->b, day);
  g_autoptr (JpSupport) support = jp_support_new (event->a, day);
  g_autoptr (JpOwnDuty) duty = jp_own_duty_new (event->a, day + 20);

  if (desk == NULL)
    return FALSE;
  change->to = g_strdup (event->b);
  support->giver = g_strdup (event->b);

  if (event->kind == JP_SAMPLE_RETURN)
    return jp_casework_file_return (desk, id, (int) jp_date_year (day) - 1, day, error);
  if (event->kind == JP_SAMPLE_CHANGE)
    return jp_casework_file_change (desk, id, change, error);
  if (event->kind == JP_SAMPLE_INCIDENT)
    return jp_casework_file_incident (desk, id, incident, error);
  if (event->kind == JP_SAMPLE_SUPPORT)
    return jp_casework_file_support (desk, id, support, error);

  return jp_casework_put_duty (desk, id, duty, error);
}

static gboolean
do_event (Sample *sample, const JpSampleEvent *event, GError **error)
{
  JpDate day = day_of (sample, event->year, event->day);
  const char *id = sample->ids[event->cluster];

  switch (event->kind)
    {
    case JP_SAMPLE_ACT:
      return do_act (sample, event, id, day, error);
    case JP_SAMPLE_CHECK:
      return do_check (sample, event, id, day, error);
    case JP_SAMPLE_ASSESS:
      return do_assess (sample, event, id, day, error);
    case JP_SAMPLE_START:
      return do_start (sample, event, id, day, error);
    case JP_SAMPLE_AUDIT:
      return do_audit (sample, event, id, day, error);
    case JP_SAMPLE_FUND:
      return do_fund (sample, event, id, day, error);
    case JP_SAMPLE_USE:
      return do_use (sample, event, id, day, error);
    case JP_SAMPLE_FINDING:
      return do_finding (sample, event, id, day, error);
    case JP_SAMPLE_RETURN:
    case JP_SAMPLE_CHANGE:
    case JP_SAMPLE_INCIDENT:
    case JP_SAMPLE_SUPPORT:
    case JP_SAMPLE_DUTY:
    default:
      return do_filing (sample, event, id, day, error);
    }
}

/* Figures of a year, growing evenly since the first. */
static JpFigures *
make_figures (const JpSampleCluster *cluster, int first_year, int year)
{
  JpFigures *figures = jp_figures_new (year);
  gint64 output = cluster->output;
  int firms = cluster->firms + (year - first_year) * cluster->more_firms;

  for (int y = first_year; y < year; y++)
    output += output * cluster->growth / 1000;

  jp_figures_set (figures, "output", output);
  jp_figures_set (figures, "leading_output", output / 100 * 78);
  jp_figures_set (figures, "sme_output", output / 100 * 74);
  jp_figures_set (figures, "rd", output / 1000 * 55);
  jp_figures_set (figures, "tax", output / 1000 * 35);
  jp_figures_set (figures, "employees", output / 5600);
  jp_figures_set (figures, "enterprises", 200 + firms * 4);
  jp_figures_set (figures, "innovative", firms);
  jp_figures_set (figures, "srdi", firms / 2);
  jp_figures_set (figures, "little_giant", 1 + firms / 9);
  jp_figures_set (figures, "champion", firms / 20);
  jp_figures_set (figures, "high_tech", firms + 16);
  jp_figures_set (figures, "key_industrial", 40 + firms);
  jp_figures_set (figures, "ip", 900 + firms * 60);
  jp_figures_set (figures, "invention", 300 + firms * 16);
  jp_figures_set (figures, "platform_rate", MIN (9999, 900 + (year - first_year) * 410));

  return figures;
}

typedef struct
{
  const JpSampleCluster *cluster;
  int                    first_year;
  int                    last_year; /* of its figures */
  char                  *id;
} NewCluster;

static gboolean
add_cluster (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
             gpointer data, GError **error)
{
  NewCluster *todo = data;
  g_autoptr (JpDossier) made = jp_dossier_new (NULL, todo->cluster->name);
  g_autofree char *body
    = g_strdup_printf ("91%sMA1%07u", todo->cluster->district, g_str_hash (todo->cluster->name) % 10000000);

  made->district = g_strdup (todo->cluster->district);
  made->industry = g_strdup (todo->cluster->industry);
  made->scope = g_strdup (todo->cluster->scope);
  made->area = todo->cluster->area;
  made->operator_name = g_strdup (todo->cluster->operator_name);
  body[17] = '\0';
  made->credit_code = g_strdup_printf ("%s%c", body, jp_credit_code_check_character (body));
  made->recorded_on = context->today;
  if (!jp_store_put_cluster (transaction, made, error))
    return FALSE;
  for (int year = todo->first_year; year <= todo->last_year; year++)
    {
      g_autoptr (JpFigures) figures = make_figures (todo->cluster, todo->first_year, year);

      if (!jp_store_put_figures (transaction, made->id, figures, error))
        return FALSE;
    }
  todo->id = g_strdup (made->id);
  entry->cluster = g_strdup (made->id);
  entry->summary = g_strdup_printf ("%s：录入示例档案", made->name);

  return TRUE;
}

static gboolean
add_clusters (Sample *sample, GError **error)
{
  g_autoptr (JpDesk) desk = sit_down (sample, JP_OFFICE_CITY, jp_date_new ((guint) sample->year - 4, 1, 1), error);

  for (guint i = 0; desk != NULL && i < JP_SAMPLE_N_CLUSTERS; i++)
    {
      NewCluster todo = { &JP_SAMPLE_CLUSTERS[i], sample->year - 5,
                          MIN (sample->year, (int) jp_date_year (sample->today)) - 1, NULL };

      if (!jp_desk_do (desk, JP_ENTRY_WORK, "sample", NULL, add_cluster, &todo, error))
        return FALSE;
      sample->ids[i] = todo.id;
    }

  return desk != NULL;
}

/* By day; what happened on one day, in the order of the table. */
static int
compare_days (gconstpointer a, gconstpointer b, gpointer data)
{
  const JpSampleEvent *x = *(const JpSampleEvent * const *) a, *y = *(const JpSampleEvent * const *) b;
  JpDate first = day_of (data, x->year, x->day), second = day_of (data, y->year, y->day);

  return first != second ? (first > second ? 1 : -1) : (x > y) - (x < y);
}

static int
year_of (JpDate today)
{
  return MAX ((int) jp_date_year (today), FIRST_YEAR);
}

/**
 * jp_casework_sample_since:
 * @today: the day to date the sample relative to
 *
 * Returns: the first day of the book of a data file that is to hold the sample
 */
JpDate
jp_casework_sample_since (JpDate today)
{
  return jp_date_new ((guint) year_of (today) - 2, 7, 1);
}

/**
 * jp_casework_sample:
 * @store: a new data file of the city, marked as sample
 * @today: the day to date it relative to
 * @error: return location for an error
 *
 * Fills a data file with sample data (示例数据) that walks through every stage and state by real acts, dated relative
 * to the year of @today; what would lie after @today has not happened yet.
 *
 * Returns: whether it was filled
 */
gboolean
jp_casework_sample (JpStore *store, JpDate today, GError **error)
{
  Sample sample = { .store = store, .today = today, .year = year_of (today) };
  g_auto (GStrv) ids = g_new0 (char *, JP_SAMPLE_N_CLUSTERS + 1);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  sample.ids = ids;
  if (!add_clusters (&sample, error))
    return FALSE;

  for (guint i = 0; i < JP_SAMPLE_N_EVENTS; i++)
    if (has_happened (&sample, &JP_SAMPLE_EVENTS[i]))
      g_ptr_array_add (events, (gpointer) &JP_SAMPLE_EVENTS[i]);
  g_ptr_array_sort_with_data (events, compare_days, &sample);
  for (guint i = 0; i < events->len; i++)
    if (!do_event (&sample, events->pdata[i], error))
      return FALSE;

  return TRUE;
}
