/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-report.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (jp-report-error-quark, jp_report_error)

static const JpReportKind kinds[] = {
  { "assessment", "年度绩效考核评价表", TRUE },
};

/**
 * jp_report_kinds:
 * @n_kinds: (out): how many
 *
 * Returns: (transfer none) (array length=n_kinds): the papers the program can make, in the order of REPORTS.md
 */
const JpReportKind *
jp_report_kinds (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * jp_report_find_kind:
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the paper of that id
 */
const JpReportKind *
jp_report_find_kind (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      return &kinds[i];

  return NULL;
}

/* The results of a year, and which of them are to be printed. */
typedef struct
{
  const JpContext         *context;
  const JpReportSelection *selection;
  const JpReportKind      *kind;
  GPtrArray               *results; /* of JpResult */
  guint                    next;
  gboolean                 any;
} Batch;

static gboolean
is_selected (const Batch *batch, const JpResult *result)
{
  if (batch->selection->cluster != NULL)
    return g_strcmp0 (result->dossier->id, batch->selection->cluster) == 0;

  return result->due;
}

/* One page that says there is nothing, so that whoever asked holds an answer in hand. */
static JpPaper *
empty_paper (const Batch *batch)
{
  JpPaper *paper = jp_paper_new (batch->kind->id, &JP_SHEET_FORM, batch->context->today);
  g_autofree char *day = jp_date_to_chinese (batch->context->today);
  g_autofree char *title = g_strdup_printf ("%d年度%s", batch->selection->year, batch->kind->name);
  g_autofree char *text = g_strdup_printf ("数据截至%s，没有应列入本表的集群。", day);

  jp_paper_set_title (paper, title);
  jp_paper_add_title (paper, title);
  jp_paper_add_body (paper, text);
  return paper;
}

/* What the data file keeps of a paper of record; who printed it is for the caller to say. */
static void
note_printed (const Batch *batch, const JpResult *result, const JpPaper *paper)
{
  JpPrinted *printed;

  if (batch->selection->printed == NULL)
    return;

  printed = jp_printed_new (batch->kind->id, result->year, batch->context->today);
  printed->cluster = g_strdup (result->dossier->id);
  printed->data = g_strdup (jp_paper_get_facts (paper));
  printed->check_code = g_strdup (jp_paper_get_check_code (paper));
  g_ptr_array_add (batch->selection->printed, printed);
}

static JpPaper *
next_assessment (gpointer data)
{
  Batch *batch = data;
  const JpPaperOptions *options = &batch->selection->options;
  gboolean ranked = options->office == NULL || !jp_office_is_district (options->office);

  while (batch->next < batch->results->len)
    {
      const JpResult *result = g_ptr_array_index (batch->results, batch->next++);
      JpRank rank;
      JpPaper *paper;

      if (!is_selected (batch, result))
        continue;

      batch->any = TRUE;
      rank = jp_result_rank (result, batch->results);
      paper = jp_assessment_paper_new (result, ranked ? &rank : NULL, batch->context, options);
      note_printed (batch, result, paper);
      return paper;
    }
  if (batch->any)
    return NULL;

  batch->any = TRUE;
  return empty_paper (batch);
}

/**
 * jp_report_write_with_fonts:
 * @fonts: what to set it in
 * @kind: an id of REPORTS.md
 * @dossiers: (element-type JpDossier): all clusters, which rank and median rest on
 * @context: the rules and the day
 * @selection: which cluster and year, and the user's choices
 * @path: the PDF to write
 * @n_pages: (out) (optional): its pages
 * @cancellable: (nullable): stops between two papers
 * @error: return location for a [enum@Jp.ReportError], #GIOErrorEnum or #GFileError
 *
 * Writes a report as PDF, one paper after the other. A cluster that is named is printed whether or not its
 * assessment is due; with nothing to show one page says so.
 *
 * Returns: whether @path is now the report
 */
gboolean
jp_report_write_with_fonts (JpFonts *fonts, const char *kind, GPtrArray *dossiers, const JpContext *context,
                            const JpReportSelection *selection, const char *path, guint *n_pages,
                            GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_result_free);
  Batch batch = { context, selection, jp_report_find_kind (kind), results, 0, FALSE };
  g_autofree char *title = NULL;

  if (batch.kind == NULL)
    {
      g_set_error (error, JP_REPORT_ERROR, JP_REPORT_ERROR_UNKNOWN, _("There is no report “%s”."), kind);
      return FALSE;
    }

  for (guint i = 0; i < dossiers->len; i++)
    g_ptr_array_add (results, jp_result_new (g_ptr_array_index (dossiers, i), context, selection->year));
  if (selection->cluster == NULL)
    title = g_strdup_printf ("%d年度%s", selection->year, batch.kind->name);

  return jp_pdf_write (fonts, title, next_assessment, &batch, path, n_pages, cancellable, error);
}

/**
 * jp_report_write:
 * @kind: an id of REPORTS.md
 * @dossiers: (element-type JpDossier): all clusters, which rank and median rest on
 * @context: the rules and the day
 * @selection: which cluster and year, and the user's choices
 * @path: the PDF to write
 * @n_pages: (out) (optional): its pages
 * @cancellable: (nullable): stops between two papers
 * @error: return location for a [enum@Jp.ReportError], [enum@Jp.FontsError], #GIOErrorEnum or #GFileError
 *
 * Writes a report as PDF with the installed fonts; see jp_report_write_with_fonts().
 *
 * Returns: whether @path is now the report
 */
gboolean
jp_report_write (const char *kind, GPtrArray *dossiers, const JpContext *context, const JpReportSelection *selection,
                 const char *path, guint *n_pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (JpFonts) fonts = jp_fonts_new (NULL, error);

  if (fonts == NULL)
    return FALSE;

  return jp_report_write_with_fonts (fonts, kind, dossiers, context, selection, path, n_pages, cancellable, error);
}
