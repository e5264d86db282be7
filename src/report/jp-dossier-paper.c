/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 集群档案: everything on record about one cluster as a book (一群一档). */

#include "jp-dossier-private.h"

#include "jp-paper-words.h"

/* The years of the records that a kind of paper can be about; 0 where it is about no year. */
static GArray *
years_of (const JpReportKind *kind, const JpReportSource *source, const JpDossier *dossier)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  int start = jp_funding_start (dossier, &source->context, NULL), none = 0;
  guint n_years = jp_funding_n_years (dossier, &source->context);

  switch (kind->year)
    {
    case JP_REPORT_YEAR_ASSESSMENT:
      for (guint i = 0; i < dossier->assessments->len; i++)
        g_array_append_val (years, ((JpAssessment *) g_ptr_array_index (dossier->assessments, i))->year);
      break;
    case JP_REPORT_YEAR_FISCAL:
      for (int year = start; start > 0 && year < start + (int) n_years; year++)
        g_array_append_val (years, year);
      break;
    case JP_REPORT_YEAR_CALENDAR:
      for (guint i = 0; i < dossier->findings->len; i++)
        {
          int year = ((JpFinding *) g_ptr_array_index (dossier->findings, i))->year;

          if (years->len == 0 || g_array_index (years, int, years->len - 1) != year)
            g_array_append_val (years, year);
        }
      break;
    case JP_REPORT_YEAR_UNUSED:
    default:
      g_array_append_val (years, none);
      break;
    }

  return years;
}

/* A case nobody has begun, or a ledger with nothing in it, is no chapter. */
static gboolean
has_begun (const JpReportKind *kind, const JpReportSource *source, const JpDossier *dossier, int year)
{
  int start = jp_funding_start (dossier, &source->context, NULL);

  if (kind->year == JP_REPORT_YEAR_FISCAL || g_str_equal (kind->id, "use-ledger"))
    for (guint i = 0; i < dossier->fund_acts->len; i++)
      {
        const JpFundAct *act = g_ptr_array_index (dossier->fund_acts, i);

        if (kind->year == JP_REPORT_YEAR_FISCAL ? start + (int) act->ordinal - 1 == year : act->kind == JP_FUND_PAY)
          return TRUE;
      }

  return kind->year != JP_REPORT_YEAR_FISCAL && (!g_str_equal (kind->id, "use-ledger") || dossier->uses->len > 0);
}

/* The papers of one kind about the cluster, of all years, as chapters. */
static void
add_papers (JpPaper *book, JpReportSource *source, const JpReportKind *kind, const JpDossier *dossier)
{
  g_autoptr (GArray) years = years_of (kind, source, dossier);

  for (guint y = 0; y < years->len; y++)
    {
      JpReportSource own = *source;

      own.kind = kind;
      own.year = g_array_index (years, int, y);
      own.selection.cluster = dossier->id;
      own.selection.printed = NULL;
      own.results = NULL;
      if (!has_begun (kind, source, dossier, own.year))
        continue;
      for (guint index = 0;; index++)
        {
          JpPaper *paper = kind->make (&own, dossier, index);

          if (paper == NULL)
            break;
          jp_paper_add_part (book, paper);
        }
      g_clear_pointer (&own.results, g_ptr_array_unref);
    }
}

static gboolean
is_chapter (const JpReportKind *kind, const JpReportSource *source)
{
  return kind != source->kind &&
         (kind->per == JP_PER_CLUSTER || kind->per == JP_PER_CASE || kind->per == JP_PER_FINDING);
}

static void
add_all_papers (JpPaper *book, JpReportSource *source, const JpDossier *dossier)
{
  guint n_kinds;
  const JpReportKind *kinds = jp_report_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (is_chapter (&kinds[i], source))
      add_papers (book, source, &kinds[i], dossier);
}

static void
add_part (JpPaper *book, JpPaper *part)
{
  if (part != NULL)
    jp_paper_add_part (book, part);
}

static void
add_line (JpPaper *book, const char *text, JpTextStyle style, double pitch, double before)
{
  jp_paper_add (book, jp_text_block_new (text, (JpTextOptions) { .style = style, .pitch = pitch, .space_before = before,
                                                                 .align = JP_ALIGN_CENTRE, .shrinks = TRUE }));
}

static void
add_cover (JpPaper *book, const JpReportSource *source, const JpDossier *dossier)
{
  const JpPack *pack = jp_report_source_pack (source);
  g_autofree char *place = g_strdup_printf ("%s　%s", jp_words_district (pack, dossier->district),
                                            dossier->industry != NULL ? dossier->industry : "");
  g_autofree char *operator = g_strdup_printf ("运营单位：%s",
                                               dossier->operator_name != NULL ? dossier->operator_name : "—");
  g_autofree char *day = jp_date_to_chinese (source->context.today);
  g_autofree char *as_of = g_strdup_printf ("资料截至%s", day);

  jp_paper_begin_section (book, FALSE, 0.6); /* whatever the names, a cover is one page */
  add_line (book, " ", (JpTextStyle) { JP_FONT_FANGSONG, 16 }, 90, 0);
  add_line (book, "集群档案", (JpTextStyle) { JP_FONT_BIAOSONG, 42 }, 64, 0);
  add_line (book, dossier->name, (JpTextStyle) { JP_FONT_BIAOSONG, 22 }, 34, 40);
  add_line (book, g_strstrip (place), (JpTextStyle) { JP_FONT_KAITI, 16 }, 28, 24);
  add_line (book, operator, (JpTextStyle) { JP_FONT_FANGSONG, 16 }, 28, 150);
  if (jp_paper_get_author (book) != NULL)
    add_line (book, jp_paper_get_author (book), (JpTextStyle) { JP_FONT_FANGSONG, 16 }, 28, 30);
  add_line (book, as_of, (JpTextStyle) { JP_FONT_FANGSONG, 16 }, 28, 4);
}

JpPaper *
jp_dossier_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  g_autofree char *title = g_strconcat (dossier->name, "集群档案", NULL);
  JpPaper *book;

  if (index > 0)
    return NULL;

  book = jp_report_source_paper (source, &JP_SHEET_FORM, title);
  add_cover (book, source, dossier);
  add_part (book, jp_dossier_overview_part (source, dossier));
  add_part (book, jp_dossier_figures_part (source, dossier));
  add_part (book, jp_dossier_acts_part (source, dossier));
  add_part (book, jp_dossier_filings_part (source, dossier));
  add_all_papers (book, source, dossier);
  add_part (book, jp_dossier_attachments_part (source, dossier));
  return book;
}
