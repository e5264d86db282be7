/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chapters of a 集群档案 that are told nowhere else: who it is, what was done, what was filed, what is attached. */

#include "jp-dossier-private.h"

#include "jp-dossier-work.h"
#include "jp-form.h"
#include "jp-life.h"
#include "jp-paper-words.h"
#include "jp-store-attachments.h"
#include "jp-store-filings.h"

static JpPaper *
begin_part (const JpReportSource *source, const JpSheet *sheet, const char *title)
{
  JpPaper *part = jp_report_source_paper (source, sheet, title);

  jp_form_feet (part, &source->context, jp_report_source_pack (source), NULL);
  jp_paper_add_title (part, title);
  return part;
}

static void
add_field (JpTable *table, const char *label, const char *value)
{
  jp_table_row (table, JP_ROW_BODY);
  jp_form_label (table, label);
  jp_form_plain (table, value);
}

static char *
area_of (const JpDossier *dossier)
{
  g_autofree char *text = NULL;

  if (dossier->area == JP_VALUE_UNKNOWN)
    return NULL;

  text = jp_units_to_string (jp_div_half_up (dossier->area, 10000), 2);
  return g_strconcat (text, " km²", NULL);
}

static void
add_terms (JpPaper *part, const JpLife *life, JpDate today)
{
  static const double widths[] = { 30, 42, 42, 42 };
  static const char * const heads[] = { "期次", "起", "止", "状态", NULL };
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_form_labels (table, heads);
  for (guint i = 0; i < life->terms->len; i++)
    {
      const JpTerm *term = &g_array_index (life->terms, JpTerm, i);
      g_autofree char *number = jp_words_ordinal (i + 1);
      g_autofree char *name = g_strdup_printf ("第%s期", number);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_centred (table, name);
      jp_form_date (table, term->first);
      jp_form_date (table, term->last);
      jp_form_centred (table, jp_term_contains (term, today) ? "在期" : term->last < today ? "已满" : "未到");
    }
  if (life->terms->len == 0)
    {
      jp_table_row (table, JP_ROW_BODY);
      jp_form_wide (table, "未认定", 4);
    }

  jp_paper_add_heading (part, "二、有效期");
  jp_paper_add (part, jp_table_block (table));
}

/* What the dossier notes on each direction of cultivation (第四条). */
static void
add_directions (JpPaper *part, const JpReportSource *source, const JpDossier *dossier)
{
  const JpPack *pack = jp_report_source_pack (source);
  g_autoptr (GHashTable) notes = NULL;
  gboolean any = FALSE;

  if (source->selection.store != NULL)
    notes = jp_store_load_notes (source->selection.store, dossier->id, NULL);
  for (guint i = 0; notes != NULL && pack != NULL && pack->directions[i] != NULL; i++)
    {
      g_autofree char *topic = jp_direction_topic (i);
      const char *note = g_hash_table_lookup (notes, topic);

      if (note == NULL || *note == '\0')
        continue;
      if (!any)
        jp_paper_add_heading (part, "三、培育方向");
      any = TRUE;
      jp_paper_add_subheading (part, pack->directions[i]);
      jp_paper_add_body (part, note);
    }
}

JpPaper *
jp_dossier_overview_part (const JpReportSource *source, const JpDossier *dossier)
{
  static const double widths[] = { 32, 124 };
  JpPaper *part = begin_part (source, &JP_SHEET_FORM, "基本情况");
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));
  g_auto (JpLife) life = { 0 };
  g_autofree char *area = area_of (dossier);
  g_autofree char *start = NULL;
  gboolean assumed = FALSE;
  int year = jp_funding_start (dossier, &source->context, &assumed);

  if (year > 0)
    start = g_strdup_printf ("%d年%s", year, assumed ? "（按认定年度推定）" : "");
  jp_life_init (&life, dossier, &source->context);
  add_field (table, "集群名称", dossier->name);
  add_field (table, "所在区", jp_words_district (jp_report_source_pack (source), dossier->district));
  add_field (table, "主导产业", dossier->industry);
  add_field (table, "空间范围", dossier->scope);
  add_field (table, "占地面积", area);
  add_field (table, "当前阶段", jp_stage_name (life.stage));
  add_field (table, "运营单位", dossier->operator_name);
  add_field (table, "信用代码", dossier->credit_code);
  add_field (table, "联系人", dossier->contact);
  add_field (table, "联系电话", dossier->phone);
  add_field (table, "资金首年", start);
  jp_paper_add_heading (part, "一、集群与运营单位");
  jp_paper_add (part, jp_table_block (table));
  add_terms (part, &life, source->context.today);
  add_directions (part, source, dossier);
  return part;
}

static char *
note_on (const JpAct *act)
{
  GString *text = g_string_new (act->note != NULL ? act->note : "");

  if (act->term.first != JP_DATE_NONE)
    {
      g_autofree char *first = jp_date_to_chinese (act->term.first);
      g_autofree char *last = jp_date_to_chinese (act->term.last);

      g_string_append_printf (text, "%s有效期%s至%s", text->len > 0 ? "；" : "", first, last);
    }
  if (act->reason != NULL && *act->reason != '\0')
    g_string_append_printf (text, "%s理由：%s", text->len > 0 ? "；" : "", act->reason);

  return g_string_free (text, FALSE);
}

JpPaper *
jp_dossier_acts_part (const JpReportSource *source, const JpDossier *dossier)
{
  static const double widths[] = { 31, 28, 30, 20, 27, 44 };
  static const char * const heads[] = { "日期", "事项", "机构", "经办人", "文号", "说明", NULL };
  const JpPack *pack = jp_report_source_pack (source);
  JpTable *table;
  JpPaper *part;

  if (dossier->acts->len == 0)
    return NULL;

  part = begin_part (source, &JP_SHEET_FORM, "办理记录");
  table = jp_form_table (widths, G_N_ELEMENTS (widths));
  jp_form_labels (table, heads);
  for (guint i = 0; i < dossier->acts->len; i++)
    {
      const JpAct *act = g_ptr_array_index (dossier->acts, i);
      g_autofree char *note = note_on (act);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_date (table, act->date);
      jp_form_centred (table, jp_act_kind_name (act->kind));
      jp_form_plain (table, jp_pack_office_name (pack, act->office));
      jp_form_centred (table, act->person);
      jp_form_plain (table, act->document);
      jp_form_plain (table, note);
    }
  jp_paper_add (part, jp_table_block (table));
  return part;
}

static const char *
incident_name (const JpPack *pack, const char *id)
{
  int index = pack != NULL ? jp_pack_find_incident_kind (pack, id) : -1;

  return index >= 0 ? pack->incident_kinds[index].name : id;
}

static void
add_row (JpTable *table, JpDate day, const char *kind, char *note)
{
  jp_table_row (table, JP_ROW_BODY);
  jp_form_date (table, day);
  jp_form_plain (table, kind);
  jp_form_plain (table, note);
  g_free (note);
}

static char *
change_note (const JpChange *change)
{
  g_autofree char *filed = change->filed != JP_DATE_NONE ? jp_date_to_chinese (change->filed) : NULL;

  return g_strdup_printf ("由“%s”变更为“%s”，%s报备", change->from != NULL ? change->from : "—",
                          change->to != NULL ? change->to : "—", filed != NULL ? filed : "尚未");
}

JpPaper *
jp_dossier_filings_part (const JpReportSource *source, const JpDossier *dossier)
{
  static const double widths[] = { 34, 40, 106 };
  static const char * const heads[] = { "日期", "事项", "内容", NULL };
  const JpPack *pack = jp_report_source_pack (source);
  JpTable *table;
  JpPaper *part;

  if (dossier->returns->len + dossier->changes->len + dossier->incidents->len + dossier->supports->len == 0)
    return NULL;

  part = begin_part (source, &JP_SHEET_FORM, "报送、变更与事件");
  table = jp_form_table (widths, G_N_ELEMENTS (widths));
  jp_form_labels (table, heads);
  for (guint i = 0; i < dossier->returns->len; i++)
    {
      const JpReturn *filed = g_ptr_array_index (dossier->returns, i);
      add_row (table, filed->filed, "年度报送", g_strdup_printf ("报送%d年度培育情况", filed->year));
    }
  for (guint i = 0; i < dossier->changes->len; i++)
    {
      const JpChange *change = g_ptr_array_index (dossier->changes, i);
      add_row (table, change->day, jp_change_kind_name (change->kind), change_note (change));
    }
  for (guint i = 0; i < dossier->incidents->len; i++)
    {
      const JpIncident *incident = g_ptr_array_index (dossier->incidents, i);
      add_row (table, incident->day, incident_name (pack, incident->kind),
               g_strdup_printf ("%s%s%s", incident->grade != NULL ? incident->grade : "",
                                incident->note != NULL ? "　" : "", incident->note != NULL ? incident->note : ""));
    }
  for (guint i = 0; i < dossier->supports->len; i++)
    {
      const JpSupport *support = g_ptr_array_index (dossier->supports, i);
      add_row (table, support->day, support->kind,
               g_strdup_printf ("%s%s%s", support->giver != NULL ? support->giver : "",
                                support->note != NULL ? "　" : "", support->note != NULL ? support->note : ""));
    }
  jp_paper_add (part, jp_table_block (table));
  return part;
}

/* Two halves, so that sixty-four characters do not make the column wider than the rest. */
static void
add_hash (JpTable *table, const char *sha256)
{
  g_autofree char *text = NULL;

  if (sha256 != NULL && strlen (sha256) == 64)
    text = g_strdup_printf ("%.32s\n%s", sha256, sha256 + 32);
  jp_table_cell (table, (JpTableCell) { .text = text != NULL ? text : sha256, .size = 9 });
}

JpPaper *
jp_dossier_attachments_part (const JpReportSource *source, const JpDossier *dossier)
{
  static const double widths[] = { 12, 68, 30, 26, 24, 70 };
  static const char * const heads[] = { "序号", "文件名", "加入日期", "经办人", "字节数", "SHA-256", NULL };
  g_autoptr (GPtrArray) files = NULL;
  JpTable *table;
  JpPaper *part;

  if (source->selection.store != NULL)
    files = jp_store_load_attachments (source->selection.store, dossier->id, NULL);
  if (files == NULL)
    return NULL;

  part = begin_part (source, &JP_SHEET_LEDGER, "附件清单");
  table = jp_form_table (widths, G_N_ELEMENTS (widths));
  jp_form_labels (table, heads);
  for (guint i = 0; i < files->len; i++)
    {
      const JpAttachment *file = g_ptr_array_index (files, i);
      g_autofree char *size = g_strdup_printf ("%" G_GINT64_FORMAT, file->size);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_count (table, i + 1);
      jp_form_plain (table, file->name);
      jp_form_date (table, file->added_on);
      jp_form_centred (table, file->person);
      jp_form_number (table, size);
      add_hash (table, file->sha256);
    }
  if (files->len == 0)
    {
      jp_table_row (table, JP_ROW_BODY);
      jp_form_wide (table, "没有附件", 6);
    }
  jp_paper_add (part, jp_table_block (table));
  return part;
}
