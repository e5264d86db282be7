/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-docx.h"
#include "jp-report-private.h"
#include "jp-report-xlsx.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (jp-report-error-quark, jp_report_error)

static gboolean
check_format (const JpReportKind *kind, JpReportFormat format, GError **error)
{
  if (jp_report_offers (kind, format))
    return TRUE;

  if (format == JP_FORMAT_XLSX)
    g_set_error (error, JP_REPORT_ERROR, JP_REPORT_ERROR_FORMAT,
                 _("“%s” is not a table and cannot be written as a workbook; write it as PDF."), kind->name);
  else
    g_set_error (error, JP_REPORT_ERROR, JP_REPORT_ERROR_FORMAT,
                 _("“%s” is not a letter and cannot be written as a text document; write it as PDF."), kind->name);
  return FALSE;
}

/* Letters are few: all are made before any is written. */
static gboolean
write_letters (JpFonts *fonts, JpReportSource *source, const char *path, guint *n_pages, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_paper_free);
  JpPaper *paper;
  guint n = 0;

  while (!g_cancellable_set_error_if_cancelled (cancellable, error) && (paper = jp_report_source_next (source)) != NULL)
    {
      g_autoptr (GPtrArray) pages = jp_paper_paginate (paper, fonts);

      n += pages->len;
      g_ptr_array_add (papers, paper);
    }
  if (n_pages != NULL)
    *n_pages = n;

  return !g_cancellable_is_cancelled (cancellable) && jp_docx_write (papers, path, error);
}

/**
 * jp_report_write_with_fonts:
 * @fonts: (nullable): what to set it in; %NULL will do for a workbook
 * @kind: an id of REPORTS.md
 * @dossiers: (element-type JpDossier): all clusters, which rank and median rest on
 * @context: the rules and the day
 * @selection: which clusters and year, and the user's choices
 * @path: the file to write, in the format its name ends in
 * @n_pages: (out) (optional): its pages; of a workbook its sheets
 * @cancellable: (nullable): stops between two papers
 * @error: return location for a [enum@Jp.ReportError] or #GIOErrorEnum
 *
 * Writes a report to a file, one paper after the other. A cluster that is named is printed whether or not its
 * assessment is due; with nothing to show one page says so.
 *
 * Returns: whether @path is now the report
 */
gboolean
jp_report_write_with_fonts (JpFonts *fonts, const char *kind, GPtrArray *dossiers, const JpContext *context,
                            const JpReportSelection *selection, const char *path, guint *n_pages,
                            GCancellable *cancellable, GError **error)
{
  g_autoptr (JpReportSource) source = jp_report_source_new (kind, dossiers, context, selection, error);
  g_autofree char *title = NULL;

  if (source == NULL || !check_format (source->kind, jp_report_format_of (path), error))
    return FALSE;

  if (jp_report_format_of (path) == JP_FORMAT_XLSX)
    return jp_report_xlsx_write (source, path, n_pages, cancellable, error);
  if (jp_report_format_of (path) == JP_FORMAT_DOCX)
    return write_letters (fonts, source, path, n_pages, cancellable, error);

  /* The PDF of one paper carries that paper's title; one of many is named after the report and the year. */
  if (selection->cluster == NULL)
    title = jp_report_source_title (source);
  return jp_pdf_write (fonts, title, jp_report_source_next, source, path, n_pages, cancellable, error);
}

/**
 * jp_report_write:
 * @kind: an id of REPORTS.md
 * @dossiers: (element-type JpDossier): all clusters, which rank and median rest on
 * @context: the rules and the day
 * @selection: which clusters and year, and the user's choices
 * @path: the file to write, in the format its name ends in
 * @n_pages: (out) (optional): its pages; of a workbook its sheets
 * @cancellable: (nullable): stops between two papers
 * @error: return location for a [enum@Jp.ReportError], [enum@Jp.FontsError] or #GIOErrorEnum
 *
 * Writes a report with the installed fonts; see jp_report_write_with_fonts().
 *
 * Returns: whether @path is now the report
 */
gboolean
jp_report_write (const char *kind, GPtrArray *dossiers, const JpContext *context, const JpReportSelection *selection,
                 const char *path, guint *n_pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (JpFonts) fonts = NULL;

  if (jp_report_format_of (path) != JP_FORMAT_XLSX && (fonts = jp_fonts_new (NULL, error)) == NULL)
    return FALSE;

  return jp_report_write_with_fonts (fonts, kind, dossiers, context, selection, path, n_pages, cancellable, error);
}
