/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 推荐汇总表: the candidates of a year, how they stand against the recognition standard, and the city's quota (第五条). */

#include "jp-form.h"
#include "jp-paper-words.h"
#include "jp-report-private.h"
#include "jp-standard.h"

/* A cluster that applied in the year, or was recommended in it: for recognition or for a renewal. */
typedef struct
{
  const JpDossier *dossier;
  gboolean         renewal;
  JpDate           applied;
  const JpAct     *recommended; /* NULL: not, or not yet */
  JpStage          stage;
} Candidate;

static gboolean
in_year (JpDate day, int year)
{
  return day != JP_DATE_NONE && (int) jp_date_year (day) == year;
}

/* The candidacy that the acts of a year tell of, for recognition or for renewal. */
static gboolean
find_candidacy (const JpDossier *dossier, int year, gboolean renewal, Candidate *candidate)
{
  JpActKind apply = renewal ? JP_ACT_RENEWAL_APPLY : JP_ACT_APPLY;
  JpActKind recommend = renewal ? JP_ACT_RENEWAL_RECOMMEND : JP_ACT_RECOMMEND;
  gboolean found = FALSE;

  *candidate = (Candidate) { .dossier = dossier, .renewal = renewal };
  for (guint i = 0; i < dossier->acts->len; i++)
    {
      const JpAct *act = g_ptr_array_index (dossier->acts, i);

      if ((int) jp_date_year (act->date) > year)
        continue;
      if (act->kind == apply)
        candidate->applied = act->date;
      else if (act->kind == recommend && in_year (act->date, year))
        candidate->recommended = act;
      else
        continue;
      found = found || in_year (act->date, year);
    }

  return found;
}

static GArray *
candidates_of (const JpReportSource *source)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < source->dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (source->dossiers, i);
      g_auto (JpLife) life = { 0 };

      if (!jp_report_source_takes (source, dossier))
        continue;
      jp_life_init (&life, dossier, &source->context);
      for (int renewal = 0; renewal <= 1; renewal++)
        {
          Candidate candidate;

          if (!find_candidacy (dossier, source->year, renewal == 1, &candidate))
            continue;
          candidate.stage = life.stage;
          g_array_append_val (candidates, candidate);
        }
    }

  return candidates;
}

/* 达标9项；未达标：产值；待判定：治理和服务能力较强 */
static char *
self_check_of (const Candidate *candidate, const JpReportSource *source)
{
  g_autoptr (GPtrArray) items = jp_standard_new (candidate->dossier, &source->context, source->year - 1);
  g_autoptr (GString) unmet = g_string_new (NULL);
  g_autoptr (GString) unknown = g_string_new (NULL);
  GString *text = g_string_new (NULL);
  guint n_met = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const JpStandardItem *item = g_ptr_array_index (items, i);
      GString *list = item->met == JP_MET_NO ? unmet : unknown;

      if (item->met == JP_MET_YES)
        n_met++;
      else
        g_string_append_printf (list, "%s%s", list->len > 0 ? "、" : "", item->name);
    }
  g_string_append_printf (text, "达标%u项，共%u项", n_met, items->len);
  if (unmet->len > 0)
    g_string_append_printf (text, "；未达标：%s", unmet->str);
  if (unknown->len > 0)
    g_string_append_printf (text, "；待判定：%s", unknown->str);

  return g_string_free (text, FALSE);
}

static void
add_candidate (JpTable *table, const Candidate *candidate, guint number, const JpReportSource *source)
{
  g_autofree char *check = self_check_of (candidate, source);
  const JpAct *recommended = candidate->recommended;

  jp_table_row (table, JP_ROW_BODY);
  jp_form_count (table, number);
  jp_form_plain (table, candidate->dossier->name);
  jp_form_centred (table, jp_words_district (jp_report_source_pack (source), candidate->dossier->district));
  jp_form_plain (table, candidate->dossier->industry);
  jp_form_plain (table, candidate->dossier->operator_name);
  jp_form_centred (table, candidate->renewal ? "复核" : "申报");
  jp_form_date (table, candidate->applied);
  jp_table_cell (table, (JpTableCell) { .text = check, .size = 10 });
  jp_form_centred (table, jp_stage_name (candidate->stage));
  jp_form_date (table, recommended != NULL ? recommended->date : JP_DATE_NONE);
  jp_table_cell (table, (JpTableCell) { .text = recommended != NULL ? recommended->reason : NULL, .size = 10 });
}

/* Renewals take no place of the quota. */
static char *
quota_of (GArray *candidates, const JpReportSource *source)
{
  int quota = jp_pack_quota (jp_report_source_pack (source), source->year);
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      n += candidate->recommended != NULL && !candidate->renewal ? 1 : 0;
    }
  if (quota < 0)
    return g_strdup_printf ("%d年推荐%u个，当年推荐名额未设定。", source->year, n);
  if ((int) n > quota)
    return g_strdup_printf ("%d年推荐名额%d个，已推荐%u个，超出%u个，理由见表。", source->year, quota, n, n - (guint) quota);

  return g_strdup_printf ("%d年推荐名额%d个，已推荐%u个。", source->year, quota, n);
}

JpPaper *
jp_recommendation_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  static const double widths[] = { 14, 44, 18, 24, 34, 14, 31, 70, 24, 31, 26 };
  static const char * const heads[] = { "序号", "集群名称", "区", "主导产业", "运营单位", "类别", "申报日期", "认定标准自查",
                                        "现阶段", "推荐日期", "理由", NULL };
  g_autoptr (GArray) candidates = index == 0 ? candidates_of (source) : NULL;
  const JpPack *pack = jp_report_source_pack (source);
  g_autofree char *title = NULL;
  g_autofree char *quota = NULL;
  JpTable *table;
  JpPaper *paper;

  if (candidates == NULL || candidates->len == 0)
    return NULL;

  title = jp_report_source_title (source);
  quota = quota_of (candidates, source);
  paper = jp_report_source_paper (source, &JP_SHEET_LEDGER, title);
  jp_form_feet (paper, &source->context, pack, pack->standard_article);
  jp_paper_add_title (paper, title);
  jp_form_note (paper, quota, JP_ALIGN_LEFT);
  table = jp_form_table (widths, G_N_ELEMENTS (widths));
  jp_form_labels (table, heads);
  for (guint i = 0; i < candidates->len; i++)
    add_candidate (table, &g_array_index (candidates, Candidate, i), i + 1, source);
  jp_paper_add (paper, jp_table_block (table));
  return paper;
}
