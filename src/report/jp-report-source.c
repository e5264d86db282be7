/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-report-private.h"

#include "jp-paper-words.h"

#include <glib/gi18n-lib.h>

/**
 * jp_report_source_new:
 * @kind: an id of REPORTS.md
 * @dossiers: (element-type JpDossier): all clusters, which rank, median and totals rest on; to be kept meanwhile
 * @context: the rules and the day
 * @selection: which clusters and year, and the user's choices; its texts are to be kept meanwhile
 * @error: return location for a [enum@Jp.ReportError]
 *
 * Begins a report.
 *
 * Returns: (transfer full) (nullable): where its papers come from
 */
JpReportSource *
jp_report_source_new (const char *kind, GPtrArray *dossiers, const JpContext *context,
                      const JpReportSelection *selection, GError **error)
{
  const JpReportKind *found = jp_report_find_kind (kind);
  JpReportSource *self;

  if (found == NULL)
    {
      g_set_error (error, JP_REPORT_ERROR, JP_REPORT_ERROR_UNKNOWN, _("There is no report “%s”."), kind);
      return NULL;
    }

  self = g_new0 (JpReportSource, 1);
  self->kind = found;
  self->dossiers = dossiers;
  self->context = *context;
  self->selection = *selection;
  if (found->year != JP_REPORT_YEAR_UNUSED)
    self->year = selection->year != 0 ? selection->year : jp_report_usual_year (found, context->today);
  return self;
}

/**
 * jp_report_source_free:
 * @self: (transfer full) (nullable): a source
 *
 * Ends a report. Its papers live on.
 */
void
jp_report_source_free (JpReportSource *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_free (self);
}

GPtrArray *
jp_report_source_results (JpReportSource *self)
{
  if (self->results == NULL)
    {
      self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_result_free);
      for (guint i = 0; i < self->dossiers->len; i++)
        g_ptr_array_add (self->results,
                         jp_result_new (g_ptr_array_index (self->dossiers, i), &self->context, self->year));
    }

  return self->results;
}

const JpResult *
jp_report_source_result (JpReportSource *self, const JpDossier *dossier)
{
  GPtrArray *results = jp_report_source_results (self);

  for (guint i = 0; i < results->len; i++)
    {
      const JpResult *result = g_ptr_array_index (results, i);

      if (result->dossier == dossier)
        return result;
    }

  return NULL;
}

gboolean
jp_report_source_takes (const JpReportSource *self, const JpDossier *dossier)
{
  const JpReportSelection *selection = &self->selection;

  return (selection->cluster == NULL || g_strcmp0 (dossier->id, selection->cluster) == 0) &&
         (selection->district == NULL || g_strcmp0 (dossier->district, selection->district) == 0);
}

const JpPack *
jp_report_source_pack (const JpReportSource *self)
{
  const JpPack *pack = NULL;

  if (self->kind->year == JP_REPORT_YEAR_ASSESSMENT)
    pack = jp_pack_set_for_year (self->context.packs, self->year);

  return pack != NULL ? pack : jp_pack_set_on (self->context.packs, self->context.today);
}

gboolean
jp_report_source_is_city (const JpReportSource *self)
{
  const char *office = self->selection.options.office;

  return office == NULL || !jp_office_is_district (office);
}

const char *
jp_report_source_office (const JpReportSource *self)
{
  const char *office = self->selection.options.office;
  const JpPack *pack = jp_report_source_pack (self);

  return pack != NULL ? jp_pack_office_name (pack, office != NULL ? office : JP_OFFICE_CITY) : NULL;
}

JpPaper *
jp_report_source_paper (const JpReportSource *self, const JpSheet *sheet, const char *title)
{
  JpPaper *paper = jp_paper_new (self->kind->id, sheet, self->context.today);
  const char *office = jp_report_source_office (self);

  jp_paper_set_title (paper, title);
  if (office != NULL && jp_report_source_is_city (self))
    jp_paper_set_author (paper, office);
  else if (office != NULL)
    {
      g_autofree char *author = g_strconcat (office, "工业和信息化主管部门", NULL);
      jp_paper_set_author (paper, author);
    }

  return paper;
}

JsonBuilder *
jp_report_source_facts (const JpReportSource *self)
{
  JsonBuilder *facts = jp_facts_new (self->kind->id);

  if (self->selection.district != NULL)
    jp_facts_text (facts, "scopeDistrict", self->selection.district);
  if (self->selection.cluster != NULL)
    jp_facts_text (facts, "scopeCluster", self->selection.cluster);
  return facts;
}

/* 2025年度绩效考核评价表: the year said once. */
char *
jp_report_source_title (const JpReportSource *self)
{
  const char *name = self->kind->name;

  if (self->year == 0)
    return g_strdup (name);
  if (g_str_has_prefix (name, "年度"))
    name += strlen ("年度");
  return g_strdup_printf ("%d年度%s", self->year, name);
}

/* One page that says there is nothing, so that whoever asked holds an answer in hand. */
static JpPaper *
empty_paper (const JpReportSource *self)
{
  g_autofree char *day = jp_date_to_chinese (self->context.today);
  g_autofree char *title = jp_report_source_title (self);
  g_autofree char *text = g_strdup_printf ("数据截至%s，没有应列入本表的集群。", day);
  JpPaper *paper = jp_report_source_paper (self, &JP_SHEET_FORM, title);

  jp_paper_add_title (paper, title);
  jp_paper_add_body (paper, text);
  return paper;
}

/* What the data file keeps of a paper of record; who printed it is for the caller to say. */
static void
note_printed (const JpReportSource *self, const JpDossier *dossier, const JpPaper *paper)
{
  JpPrinted *printed;

  if (self->selection.printed == NULL || !self->kind->of_record || jp_paper_get_facts (paper) == NULL)
    return;

  printed = jp_printed_new (self->kind->id, self->year, self->context.today);
  printed->cluster = dossier != NULL ? g_strdup (dossier->id) : NULL;
  printed->data = g_strdup (jp_paper_get_facts (paper));
  printed->check_code = g_strdup (jp_paper_get_check_code (paper));
  g_ptr_array_add (self->selection.printed, printed);
}

/* Papers about a cluster come by clusters; others tell about all at once. */
static gboolean
goes_by_clusters (const JpReportSource *self)
{
  return self->kind->per == JP_PER_CLUSTER || self->kind->per == JP_PER_CASE ||
         (self->kind->per == JP_PER_FINDING && self->selection.cluster != NULL);
}

static void
tell_progress (const JpReportSource *self)
{
  if (self->selection.progress != NULL)
    self->selection.progress (self->dossier, self->dossiers->len, self->selection.progress_data);
}

static JpPaper *
next_of_clusters (JpReportSource *self)
{
  for (; self->dossier < self->dossiers->len; self->dossier++, self->index = 0)
    {
      const JpDossier *dossier = g_ptr_array_index (self->dossiers, self->dossier);
      JpPaper *paper;

      tell_progress (self);
      if (!jp_report_source_takes (self, dossier))
        continue;
      paper = self->kind->make (self, dossier, self->index);
      if (paper == NULL)
        continue;

      self->index++;
      note_printed (self, dossier, paper);
      return paper;
    }

  return NULL;
}

/**
 * jp_report_source_of:
 * @self: a source
 * @dossier: a cluster of those it was given
 *
 * Makes the papers about one cluster, for a file of its own. Not to be mixed with jp_report_source_next().
 *
 * Returns: (transfer full) (element-type JpPaper): them; empty where the report does not concern the cluster
 */
GPtrArray *
jp_report_source_of (JpReportSource *self, const JpDossier *dossier)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_paper_free);
  JpPaper *paper;

  g_return_val_if_fail (goes_by_clusters (self), papers);

  while (jp_report_source_takes (self, dossier) && (paper = self->kind->make (self, dossier, papers->len)) != NULL)
    {
      note_printed (self, dossier, paper);
      g_ptr_array_add (papers, paper);
    }

  return papers;
}

static JpPaper *
next_of_all (JpReportSource *self)
{
  JpPaper *paper = self->kind->make (self, NULL, self->index++);

  if (paper != NULL)
    note_printed (self, NULL, paper);
  return paper;
}

/**
 * jp_report_source_next:
 * @source: a #JpReportSource
 *
 * Makes the next paper; with nothing to show one page says so.
 *
 * Returns: (transfer full) (nullable): the paper; %NULL after the last
 */
JpPaper *
jp_report_source_next (gpointer source)
{
  JpReportSource *self = source;
  JpPaper *paper;

  if (self->ended)
    return NULL;

  paper = goes_by_clusters (self) ? next_of_clusters (self) : next_of_all (self);
  self->ended = paper == NULL;
  if (paper == NULL && !self->any)
    paper = empty_paper (self);
  self->any = TRUE;
  return paper;
}

/**
 * jp_report_papers:
 * @kind: an id of REPORTS.md
 * @dossiers: (element-type JpDossier): all clusters, which rank, median and totals rest on
 * @context: the rules and the day
 * @selection: which clusters and year, and the user's choices
 * @error: return location for a [enum@Jp.ReportError]
 *
 * Makes all papers of a report: what a preview shows, a printer prints and a PDF holds.
 *
 * Returns: (transfer full) (nullable) (element-type JpPaper): the papers, at least one
 */
GPtrArray *
jp_report_papers (const char *kind, GPtrArray *dossiers, const JpContext *context, const JpReportSelection *selection,
                  GError **error)
{
  g_autoptr (JpReportSource) source = jp_report_source_new (kind, dossiers, context, selection, error);
  GPtrArray *papers;
  JpPaper *paper;

  if (source == NULL)
    return NULL;

  papers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_paper_free);
  while ((paper = jp_report_source_next (source)) != NULL)
    g_ptr_array_add (papers, paper);
  return papers;
}
