/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-work.h"

#include "jp-act-work.h"
#include "jp-filing.h"
#include "jp-store-assessments.h"
#include "jp-store-clusters.h"
#include "jp-store-filings.h"
#include "jp-text.h"

typedef struct
{
  int    year;
  JpDate filed;
} ReturnFiling;

static gboolean
do_return (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
           gpointer data, GError **error)
{
  const ReturnFiling *filing = data;
  g_autofree JpReturn *record = NULL;
  g_autofree char *date = jp_date_to_chinese (filing->filed);
  g_autofree char *key = g_strdup_printf ("%d", filing->year);

  if (!jp_filing_check_return (dossier, context, filing->year, filing->filed, error))
    return FALSE;

  record = jp_return_new (filing->year, filing->filed);
  if (!jp_store_put_return (transaction, dossier->id, record, error))
    return FALSE;
  entry->summary = g_strdup_printf ("%s：报送%d年度培育情况信息表（%s）", dossier->name, filing->year, date);
  entry->detail = jp_detail_new (key);

  return TRUE;
}

/**
 * jp_casework_file_return:
 * @desk: where it is recorded
 * @cluster: UUID of the cluster
 * @year: the year reported on
 * @filed: the day it was filed
 * @error: return location for an error
 *
 * Records the annual return to the ministry (年度培育情况信息表, 第九条), which decides veto two.
 *
 * Returns: whether it was recorded
 */
gboolean
jp_casework_file_return (JpDesk *desk, const char *cluster, int year, JpDate filed, GError **error)
{
  ReturnFiling filing = { year, filed };

  return jp_desk_do (desk, JP_ENTRY_WORK, "file.return", cluster, do_return, &filing, error);
}

static gboolean
do_change (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
           gpointer data, GError **error)
{
  JpChange *change = data;
  g_autoptr (JpDossier) after = jp_dossier_copy (dossier);
  g_autofree char *date = jp_date_to_chinese (change->day);
  char **field;

  if (!jp_filing_check_change (dossier, context, change, error))
    return FALSE;

  field = jp_filing_changed_field (after, change->kind);
  if (field != NULL)
    {
      jp_text_set (&change->from, *field);
      jp_text_set (field, change->to);
      if (!jp_store_put_cluster (transaction, after, error))
        return FALSE;
    }
  if (!jp_store_put_change (transaction, dossier->id, change, error))
    return FALSE;

  entry->summary = g_strdup_printf ("%s：变更报备（%s，%s → %s）", dossier->name, date,
                                    change->from != NULL ? change->from : "—", change->to);
  entry->detail = jp_detail_new (change->id);

  return TRUE;
}

/**
 * jp_casework_file_change:
 * @desk: where it is recorded
 * @cluster: UUID of the cluster
 * @change: (inout): kind, day, to, filed and reason; its from is set to what the cluster had
 * @error: return location for an error
 *
 * Records a major change and its filing (变更报备, 第十条), the only way leading industry, scope and operator change;
 * figures and papers of earlier days keep the old values.
 *
 * Returns: whether it was recorded
 */
gboolean
jp_casework_file_change (JpDesk *desk, const char *cluster, JpChange *change, GError **error)
{
  return jp_desk_do (desk, JP_ENTRY_WORK, "file.change", cluster, do_change, change, error);
}

static gboolean
do_incident (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
             gpointer data, GError **error)
{
  JpIncident *incident = data;
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  g_autofree char *date = jp_date_to_chinese (incident->day);

  if (!jp_filing_check_incident (dossier, context, incident, error) ||
      !jp_store_put_incident (transaction, dossier->id, incident, error))
    return FALSE;

  entry->summary = g_strdup_printf ("%s：%s%s（%s）", dossier->name, incident->grade != NULL ? incident->grade : "",
                                    pack->incident_kinds[jp_pack_find_incident_kind (pack, incident->kind)].name, date);
  entry->detail = jp_detail_new (incident->id);

  return TRUE;
}

/**
 * jp_casework_file_incident:
 * @desk: where it is recorded
 * @cluster: UUID of the cluster
 * @incident: (inout): kind, grade, day and note
 * @error: return location for an error
 *
 * Records an incident of a firm of the cluster, which decides veto four (第十条).
 *
 * Returns: whether it was recorded
 */
gboolean
jp_casework_file_incident (JpDesk *desk, const char *cluster, JpIncident *incident, GError **error)
{
  return jp_desk_do (desk, JP_ENTRY_WORK, "file.incident", cluster, do_incident, incident, error);
}

static gboolean
do_support (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
            gpointer data, GError **error)
{
  JpSupport *support = data;
  g_autofree char *date = jp_date_to_chinese (support->day);

  if (!jp_filing_check_support (dossier, context, support, error) ||
      !jp_store_put_support (transaction, dossier->id, support, error))
    return FALSE;
  entry->summary = g_strdup_printf ("%s：支持与服务（%s，%s）", dossier->name, support->kind, date);
  entry->detail = jp_detail_new (support->id);

  return TRUE;
}

/**
 * jp_casework_file_support:
 * @desk: where it is recorded
 * @cluster: UUID of the cluster
 * @support: (inout): kind, day, giver and note
 * @error: return location for an error
 *
 * Records support or a service given to the cluster (第十一条, 第十二条).
 *
 * Returns: whether it was recorded
 */
gboolean
jp_casework_file_support (JpDesk *desk, const char *cluster, JpSupport *support, GError **error)
{
  return jp_desk_do (desk, JP_ENTRY_WORK, "file.support", cluster, do_support, support, error);
}

typedef struct
{
  JpDesk     *desk;
  int         year;
  const char *metric;
  gint64      value;
  const char *reason;
} FigureWork;

/* The frozen results that rest on a corrected figure stay as they are and carry a mark. */
static gboolean
mark_frozen (JpTransaction *transaction, const JpDossier *dossier, int year, GError **error)
{
  for (int assessed = year; assessed <= year + 1; assessed++)
    {
      const JpAssessment *assessment = jp_dossier_assessment (dossier, assessed);
      g_autoptr (JpAssessment) marked = NULL;

      if (assessment == NULL || assessment->state != JP_ASSESSMENT_CONFIRMED)
        continue;
      marked = jp_assessment_copy (assessment);
      marked->figures_corrected = TRUE;
      if (!jp_store_put_assessment (transaction, dossier->id, marked, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
do_figure (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
           gpointer data, GError **error)
{
  const FigureWork *work = data;
  const JpFigures *present = jp_dossier_figures (dossier, work->year);
  g_autoptr (JpFigures) next = present != NULL ? jp_figures_copy (present) : jp_figures_new (work->year);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  g_autofree char *text = NULL;
  int index;

  if (jp_figures_get (next, work->metric) == work->value)
    return TRUE;
  if (!jp_filing_check_figure (dossier, context, work->year, work->metric, work->value, jp_desk_get_office (work->desk),
                               work->reason, error)
      || !mark_frozen (transaction, dossier, work->year, error))
    return FALSE;

  jp_figures_set (next, work->metric, work->value);
  if (!jp_store_put_figures (transaction, dossier->id, next, error))
    return FALSE;

  index = jp_pack_find_metric (pack, work->metric);
  text = work->value != JP_VALUE_UNKNOWN ? jp_units_to_grouped (work->value, pack->metrics[index].decimals)
                                         : g_strdup ("（空）");
  entry->summary = g_strdup_printf ("%s：%d年%s改为%s%s%s%s", dossier->name, work->year, pack->metrics[index].name, text,
                                    work->value != JP_VALUE_UNKNOWN ? pack->metrics[index].unit : "",
                                    work->reason != NULL ? "，" : "", work->reason != NULL ? work->reason : "");

  return TRUE;
}

/**
 * jp_casework_set_figure:
 * @desk: where it is done
 * @cluster: UUID of the cluster
 * @year: the year of the figure
 * @metric: id of the metric
 * @value: in the metric's smallest unit; %JP_VALUE_UNKNOWN clears it
 * @reason: (nullable): why a locked figure is corrected
 * @error: return location for an error
 *
 * Enters one figure by hand. A figure that a confirmed assessment has frozen takes the city and a reason; the frozen
 * result stays as it is and carries a mark (R-SCORE).
 *
 * Returns: whether it was entered
 */
gboolean
jp_casework_set_figure (JpDesk *desk, const char *cluster, int year, const char *metric, gint64 value,
                        const char *reason, GError **error)
{
  FigureWork work = { desk, year, metric, value, reason };

  return jp_desk_do (desk, JP_ENTRY_WORK, "figure", cluster, do_figure, &work, error);
}

static gboolean
do_put_duty (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
             gpointer data, GError **error)
{
  JpOwnDuty *duty = data;
  g_autofree char *date = jp_date_to_chinese (duty->due);

  if (!jp_filing_check_duty (context, duty, error) || !jp_store_put_own_duty (transaction, dossier->id, duty, error))
    return FALSE;
  entry->summary = g_strdup_printf ("%s：%s%s（%s前）", dossier->name,
                                    duty->closed != JP_DATE_NONE ? "办结：" : "待办：", duty->text, date);
  entry->detail = jp_detail_new (duty->id);

  return TRUE;
}

/**
 * jp_casework_put_duty:
 * @desk: where it is entered
 * @cluster: UUID of the cluster
 * @duty: (inout): text, due day and, once it is done, the day it was closed
 * @error: return location for an error
 *
 * Keeps an entry of the office's own in the calendar, or closes one (R-CAL, own).
 *
 * Returns: whether it was kept
 */
gboolean
jp_casework_put_duty (JpDesk *desk, const char *cluster, JpOwnDuty *duty, GError **error)
{
  return jp_desk_do (desk, JP_ENTRY_WORK, "duty", cluster, do_put_duty, duty, error);
}
