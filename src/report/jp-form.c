/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-form.h"

#include "jp-paper-words.h"

#define NOT_KNOWN "—"

/**
 * jp_form_table:
 * @widths: (array length=n_columns): widths of the columns, in any one unit
 * @n_columns: how many columns
 *
 * Returns: (transfer full): an empty table in the look of all forms
 */
JpTable *
jp_form_table (const double *widths, guint n_columns)
{
  JpTable *table = jp_table_new (widths, n_columns, (JpTextStyle) { JP_FONT_FANGSONG, JP_FORM_SIZE }, JP_FORM_PITCH);

  jp_table_set_padding (table, 3, 1.6);
  return table;
}

/**
 * jp_form_head:
 * @table: a table
 * @text: what a row or column is called
 * @colspan: how many columns wide
 * @rowspan: how many rows high
 *
 * Adds a label over several places.
 */
void
jp_form_head (JpTable *table, const char *text, guint colspan, guint rowspan)
{
  jp_table_cell (table, (JpTableCell) { .text = text, .strong = TRUE, .align = JP_ALIGN_CENTRE, .colspan = colspan,
                                   .rowspan = rowspan });
}

/**
 * jp_form_label:
 * @table: a table
 * @text: what a row or column is called
 *
 * Adds a label, 黑体.
 */
void
jp_form_label (JpTable *table, const char *text)
{
  jp_form_head (table, text, 1, 1);
}

/**
 * jp_form_labels:
 * @table: a table
 * @texts: (array zero-terminated=1): the labels
 *
 * Adds a header row.
 */
void
jp_form_labels (JpTable *table, const char * const *texts)
{
  jp_table_row (table, JP_ROW_HEADER);
  for (guint i = 0; texts[i] != NULL; i++)
    jp_form_label (table, texts[i]);
}

/**
 * jp_form_wide:
 * @table: a table
 * @text: (nullable): words
 * @colspan: how many columns wide
 *
 * Adds words over several columns; a dash where there are none.
 */
void
jp_form_wide (JpTable *table, const char *text, guint colspan)
{
  jp_table_cell (table, (JpTableCell) { .text = text != NULL && *text != '\0' ? text : NOT_KNOWN, .colspan = colspan });
}

/**
 * jp_form_plain:
 * @table: a table
 * @text: (nullable): words
 *
 * Adds words; a dash where there are none.
 */
void
jp_form_plain (JpTable *table, const char *text)
{
  jp_form_wide (table, text, 1);
}

/**
 * jp_form_centred:
 * @table: a table
 * @text: (nullable): a word
 *
 * Adds a word or two in the middle, kept on one line.
 */
void
jp_form_centred (JpTable *table, const char *text)
{
  jp_table_cell (table, (JpTableCell) { .text = text != NULL && *text != '\0' ? text : NOT_KNOWN,
                                   .align = JP_ALIGN_CENTRE, .one_line = TRUE });
}

/**
 * jp_form_strong:
 * @table: a table
 * @text: a word
 *
 * Adds what a reader must not overlook, in the middle, 黑体.
 */
void
jp_form_strong (JpTable *table, const char *text)
{
  jp_table_cell (table, (JpTableCell) { .text = text, .align = JP_ALIGN_CENTRE, .strong = TRUE, .one_line = TRUE });
}

/**
 * jp_form_number:
 * @table: a table
 * @text: a number as written, or a dash
 *
 * Adds a number, to the right, so that the digits of a column stand under one another.
 */
void
jp_form_number (JpTable *table, const char *text)
{
  jp_table_cell (table, (JpTableCell) { .text = text, .align = JP_ALIGN_RIGHT, .one_line = TRUE,
                                         .type = JP_TABLE_CELL_NUMBER });
}

/**
 * jp_form_count:
 * @table: a table
 * @number: a whole number
 *
 * Adds a number of the row, or a count, in the middle.
 */
void
jp_form_count (JpTable *table, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  jp_table_cell (table, (JpTableCell) { .text = text, .align = JP_ALIGN_CENTRE, .one_line = TRUE,
                                         .type = JP_TABLE_CELL_NUMBER });
}

/**
 * jp_form_points:
 * @table: a table
 * @points: hundredths of a point; negative: not known
 *
 * Adds points with two decimals.
 */
void
jp_form_points (JpTable *table, int points)
{
  g_autofree char *text = jp_words_points (points);

  jp_form_number (table, text);
}

/**
 * jp_form_wan:
 * @table: a table
 * @amount: an amount, or %JP_MONEY_UNKNOWN
 *
 * Adds an amount in 万元 with two decimals.
 */
void
jp_form_wan (JpTable *table, JpMoney amount)
{
  g_autofree char *text = amount != JP_MONEY_UNKNOWN ? jp_money_to_wan (amount) : g_strdup (NOT_KNOWN);

  jp_form_number (table, text);
}

/**
 * jp_form_yuan:
 * @table: a table
 * @amount: an amount, or %JP_MONEY_UNKNOWN
 *
 * Adds an amount in 元 to the fen, its thousands apart.
 */
void
jp_form_yuan (JpTable *table, JpMoney amount)
{
  g_autofree char *text = amount != JP_MONEY_UNKNOWN ? jp_units_to_grouped (amount, 2) : g_strdup (NOT_KNOWN);

  jp_form_number (table, text);
}

/**
 * jp_form_date:
 * @table: a table
 * @day: a day, or %JP_DATE_NONE
 *
 * Adds a day.
 */
void
jp_form_date (JpTable *table, JpDate day)
{
  g_autofree char *text = day != JP_DATE_NONE ? jp_date_to_chinese (day) : g_strdup (NOT_KNOWN);

  jp_table_cell (table, (JpTableCell) { .text = text, .align = JP_ALIGN_CENTRE, .one_line = TRUE,
                                         .type = JP_TABLE_CELL_DATE });
}

/**
 * jp_form_note:
 * @paper: a paper
 * @text: "单位：万元"
 * @align: where it stands
 *
 * Adds a line above a table, on the right, or below it, on the left, in its size; it stays with the table.
 */
void
jp_form_note (JpPaper *paper, const char *text, JpAlign align)
{
  jp_paper_add (paper, jp_text_block_new (text, (JpTextOptions) { .style = { JP_FONT_FANGSONG, JP_FORM_SIZE },
                                                                  .pitch = 18, .align = align, .shrinks = TRUE,
                                                                  .keep_next = align == JP_ALIGN_RIGHT,
                                                                  .keep_previous = align != JP_ALIGN_RIGHT }));
}

/**
 * jp_form_feet:
 * @paper: a paper; one of record has its facts set
 * @context: the rules and the day
 * @pack: (nullable): the pack its figures come from
 * @articles: (nullable): "第十三条（档次与金额）"
 *
 * Adds the lines under the text: the articles of what rules produced, the day of the data with the pack and
 * 评分标准未核定 where it is not confirmed, and on papers of record the check code and 第 x 页 共 y 页.
 */
void
jp_form_feet (JpPaper *paper, const JpContext *context, const JpPack *pack, const char *articles)
{
  g_autofree char *day = jp_date_to_chinese (context->today);
  g_autofree char *data = NULL;
  gboolean confirmed = pack == NULL || jp_pack_set_confirmed (context->packs, pack);

  if (articles != NULL)
    {
      g_autofree char *basis = g_strdup_printf ("依据：%s%s", pack != NULL && pack->document != NULL ? pack->document : "",
                                                articles);
      jp_paper_add_foot (paper, basis, NULL);
    }

  if (pack != NULL)
    data = g_strdup_printf ("数据截至%s　规则包 %s 第%u版", day, pack->id, pack->version);
  else
    data = g_strdup_printf ("数据截至%s", day);
  jp_paper_add_foot (paper, data, confirmed ? NULL : "评分标准未核定");

  if (jp_paper_get_check_code (paper) != NULL)
    {
      g_autofree char *code = g_strdup_printf ("校验码 %s", jp_paper_get_check_code (paper));

      jp_paper_add_foot (paper, code, NULL);
      jp_paper_set_counted (paper, TRUE);
    }
}
