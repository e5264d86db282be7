/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 有效期与复核一览表: all terms by their end, with the level of warning (第八条). */

#include "jp-form.h"
#include "jp-life.h"
#include "jp-paper-words.h"
#include "jp-report-private.h"

/* A term of a cluster, and where the cluster stands. */
typedef struct
{
  const JpDossier *dossier;
  JpTerm           term;
  guint            ordinal;
  gboolean         last; /* the cluster's last term: warnings and stage go by it */
  JpStage          stage;
  JpDate           renewal_opens;
  guint            warning; /* months */
} Line;

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *left = a, *right = b;

  return (left->term.last > right->term.last) - (left->term.last < right->term.last);
}

static void
add_terms (GArray *lines, const JpReportSource *source, const JpDossier *dossier, gboolean last)
{
  g_auto (JpLife) life = { 0 };

  jp_life_init (&life, dossier, &source->context);
  for (guint i = 0; i < life.terms->len; i++)
    {
      Line line = { .dossier = dossier, .term = g_array_index (life.terms, JpTerm, i), .ordinal = i + 1,
                    .last = i + 1 == life.terms->len, .stage = life.stage, .renewal_opens = life.renewal_opens,
                    .warning = jp_life_warning (&life, jp_report_source_pack (source), source->context.today) };

      if (line.last == last)
        g_array_append_val (lines, line);
    }
}

/* The last terms, or those before them, by their end. */
static GArray *
lines_of (const JpReportSource *source, gboolean last)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < source->dossiers->len; i++)
    if (jp_report_source_takes (source, g_ptr_array_index (source->dossiers, i)))
      add_terms (lines, source, g_ptr_array_index (source->dossiers, i), last);
  g_array_sort (lines, compare_lines);

  return lines;
}

static char *
warning_of (const Line *line, JpDate today)
{
  switch (line->stage)
    {
    case JP_STAGE_AWAITING:
    case JP_STAGE_LAPSED:
    case JP_STAGE_NOT_RENEWED:
    case JP_STAGE_REVOKED:
      return g_strdup (jp_stage_name (line->stage));
    case JP_STAGE_NONE:
    case JP_STAGE_CULTIVATING:
    case JP_STAGE_APPLIED:
    case JP_STAGE_ACCEPTED:
    case JP_STAGE_REVIEWED:
    case JP_STAGE_INSPECTED:
    case JP_STAGE_RECOMMENDED:
    case JP_STAGE_RECOGNISED:
    case JP_STAGE_RENEWAL_APPLIED:
    case JP_STAGE_RENEWAL_REVIEWED:
    case JP_STAGE_RENEWAL_RECOMMENDED:
    case JP_STAGE_RENEWED:
    case JP_N_STAGES:
    default:
      break;
    }

  if (line->warning > 0)
    return g_strdup_printf ("%u个月内届满", line->warning);
  return g_strdup (jp_term_days_left (&line->term, today) < 0 ? "已届满" : "—");
}

static void
add_line (JpTable *table, const Line *line, guint number, const JpReportSource *source)
{
  JpDate today = source->context.today;
  g_autofree char *ordinal_words = jp_words_ordinal (line->ordinal);
  g_autofree char *ordinal = g_strdup_printf ("第%s期", ordinal_words);
  g_autofree char *warning = warning_of (line, today);
  int left = jp_term_days_left (&line->term, today);
  g_autofree char *days = left >= 0 ? g_strdup_printf ("%d", left) : g_strdup ("—");

  jp_table_row (table, JP_ROW_BODY);
  jp_form_count (table, number);
  jp_form_plain (table, line->dossier->name);
  jp_form_centred (table, jp_words_district (jp_report_source_pack (source), line->dossier->district));
  jp_form_centred (table, jp_stage_name (line->stage));
  jp_form_centred (table, ordinal);
  jp_form_date (table, line->term.first);
  jp_form_date (table, line->term.last);
  jp_form_number (table, days);
  jp_form_date (table, line->renewal_opens);
  jp_form_centred (table, warning);
}

static void
add_list (JpPaper *paper, GArray *lines, const JpReportSource *source)
{
  static const double widths[] = { 14, 88, 19, 28, 19, 31, 31, 22, 31, 30 };
  static const char * const heads[] = { "序号", "集群名称", "区", "阶段", "期次", "有效期起", "有效期止", "剩余天数",
                                        "复核申报起", "预警", NULL };
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_form_labels (table, heads);
  for (guint i = 0; i < lines->len; i++)
    add_line (table, &g_array_index (lines, Line, i), i + 1, source);
  jp_paper_add (paper, jp_table_block (table));
}

/* 在有效期17个；12个月内届满3个…: what a reader counts first. */
static char *
summary_of (GArray *lines, const JpReportSource *source)
{
  const JpPack *pack = jp_report_source_pack (source);
  GString *text = g_string_new (NULL);
  guint in_term = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      in_term += jp_term_contains (&line->term, source->context.today) && line->stage != JP_STAGE_REVOKED ? 1 : 0;
    }
  g_string_append_printf (text, "共%u个集群，在有效期%u个", lines->len, in_term);
  for (guint i = 0; i < pack->n_lead_months; i++)
    {
      guint n = 0;

      for (guint j = 0; j < lines->len; j++)
        {
          const Line *line = &g_array_index (lines, Line, j);

          n += line->warning > 0 && line->warning <= pack->lead_months[i] ? 1 : 0;
        }
      g_string_append_printf (text, "，%u个月内届满%u个", pack->lead_months[i], n);
    }
  g_string_append (text, "。");

  return g_string_free (text, FALSE);
}

static void
add_earlier (JpPaper *paper, GArray *lines, const JpReportSource *source)
{
  static const double widths[] = { 14, 110, 24, 24, 40, 40 };
  static const char * const heads[] = { "序号", "集群名称", "区", "期次", "有效期起", "有效期止", NULL };
  JpTable *table;

  if (lines->len == 0)
    return;

  table = jp_form_table (widths, G_N_ELEMENTS (widths));
  jp_form_labels (table, heads);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *words = jp_words_ordinal (line->ordinal);
      g_autofree char *ordinal = g_strdup_printf ("第%s期", words);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_count (table, i + 1);
      jp_form_plain (table, line->dossier->name);
      jp_form_centred (table, jp_words_district (jp_report_source_pack (source), line->dossier->district));
      jp_form_centred (table, ordinal);
      jp_form_date (table, line->term.first);
      jp_form_date (table, line->term.last);
    }
  jp_paper_add_heading (paper, "已接续的前期有效期");
  jp_paper_add (paper, jp_table_block (table));
}

JpPaper *
jp_validity_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  g_autoptr (GArray) lines = index == 0 ? lines_of (source, TRUE) : NULL;
  g_autoptr (GArray) earlier = NULL;
  g_autofree char *summary = NULL;
  const JpPack *pack = jp_report_source_pack (source);
  JpPaper *paper;

  if (lines == NULL || lines->len == 0)
    return NULL;

  earlier = lines_of (source, FALSE);
  summary = summary_of (lines, source);
  paper = jp_report_source_paper (source, &JP_SHEET_LEDGER, source->kind->name);
  jp_form_feet (paper, &source->context, pack, pack->term_article);
  jp_paper_add_title (paper, source->kind->name);
  jp_form_note (paper, summary, JP_ALIGN_LEFT);
  add_list (paper, lines, source);
  add_earlier (paper, earlier, source);
  return paper;
}
