/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 资金拨付审批表: one case from its plan to its payment, with the amount in figures and in capitals (第十三条–第十五条). */

#include "jp-facts.h"
#include "jp-form.h"
#include "jp-paper-words.h"
#include "jp-report-private.h"

typedef struct
{
  const JpDossier *dossier;
  const JpContext *context;
  JpFundCase       fund_case;
  const JpFundAct *pay; /* the payment, or NULL */
} Payment;

static const JpFundAct *
find_payment (const JpDossier *dossier, guint ordinal)
{
  const JpFundAct *pay = NULL;

  for (guint i = 0; i < dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (dossier->fund_acts, i);

      if (act->ordinal == ordinal && act->kind == JP_FUND_PAY)
        pay = act;
    }

  return pay;
}

/* What is paid, or is to be paid. */
static JpMoney
amount_of (const Payment *self)
{
  return self->pay != NULL ? self->pay->amount : self->fund_case.entitled;
}

static void
add_field (JpTable *table, const char *label, const char *value, guint colspan)
{
  jp_form_label (table, label);
  jp_form_wide (table, value, colspan);
}

/* What is not known is left to be written. */
static void
add_blank (JpTable *table, const char *label, const char *value)
{
  jp_form_label (table, label);
  jp_table_cell (table, (JpTableCell) { .text = value });
}

static void
add_identity (JpPaper *paper, const Payment *self)
{
  static const double widths[] = { 26, 64, 22, 44 };
  const JpDossier *dossier = self->dossier;
  const char *operator = self->pay != NULL && self->pay->operator != NULL
                           ? self->pay->operator : jp_operator_on (dossier, self->context->today);
  gboolean same = g_strcmp0 (operator, dossier->operator_name) == 0;
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));

  jp_table_row (table, JP_ROW_BODY);
  add_field (table, "集群名称", dossier->name, 3);
  jp_table_row (table, JP_ROW_BODY);
  add_field (table, "所在区", jp_words_district (self->fund_case.pack, dossier->district), 1);
  add_field (table, "主导产业", dossier->industry, 1);
  jp_table_row (table, JP_ROW_BODY);
  add_field (table, "收款单位", operator, 1);
  jp_form_label (table, "信用代码");
  jp_form_centred (table, same ? dossier->credit_code : NULL);
  jp_table_row (table, JP_ROW_BODY);
  add_blank (table, "开户银行", same ? dossier->bank : NULL);
  add_blank (table, "账　号", same ? dossier->account : NULL);
  jp_table_row (table, JP_ROW_BODY);
  add_blank (table, "联系人", same ? dossier->contact : NULL);
  add_blank (table, "联系电话", same ? dossier->phone : NULL);

  jp_paper_add_heading (paper, "一、收款单位");
  jp_paper_add (paper, jp_table_block (table));
}

static char *
words_of_amount (JpMoney least, JpMoney most)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (least == most)
    return jp_words_amount (least);

  from = jp_money_to_wan (least);
  to = jp_money_to_wan (most);
  return g_strdup_printf ("%s万元至%s万元，待考核确认", from, to);
}

static void
add_amount (JpPaper *paper, const Payment *self)
{
  static const double widths[] = { 26, 130 };
  const JpFundCase *fund_case = &self->fund_case;
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));
  g_autofree char *ordinal = jp_words_ordinal (fund_case->ordinal);
  g_autofree char *support = g_strdup_printf ("第%s年支持资金（%d财年）", ordinal, fund_case->fiscal_year);
  g_autofree char *entitled = words_of_amount (fund_case->least, fund_case->most);

  jp_table_row (table, JP_ROW_BODY);
  add_field (table, "支持年度", support, 1);
  jp_table_row (table, JP_ROW_BODY);
  add_field (table, "核定依据", fund_case->basis, 1);
  jp_table_row (table, JP_ROW_BODY);
  add_field (table, "核定金额", entitled, 1);
  if (amount_of (self) != JP_MONEY_UNKNOWN && amount_of (self) > 0)
    {
      g_autofree char *yuan = jp_units_to_grouped (amount_of (self), 2);
      g_autofree char *capitals = jp_money_to_capitals (amount_of (self));
      g_autofree char *text = g_strdup_printf ("￥%s元　　大写：人民币%s", yuan, capitals);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_label (table, self->pay != NULL ? "拨付金额" : "拟拨付金额");
      jp_table_cell (table, (JpTableCell) { .text = text, .strong = TRUE });
    }
  jp_table_row (table, JP_ROW_BODY);
  add_field (table, "办理状态", jp_case_state_name (fund_case->state), 1);

  jp_paper_add_heading (paper, "二、支持金额");
  jp_paper_add (paper, jp_table_block (table));
}

static const char *
category_name (const JpPack *pack, const char *id)
{
  const JpUseCategory *category = pack != NULL ? jp_pack_find_category (pack, id) : NULL;

  return category != NULL ? category->name : id;
}

static void
add_plan (JpPaper *paper, const Payment *self)
{
  static const double widths[] = { 12, 104, 40 };
  static const char * const heads[] = { "序号", "使用方向", "计划金额（万元）", NULL };
  const JpFundAct *plan = self->fund_case.plan;
  JpTable *table;
  JpMoney sum = 0;

  if (plan == NULL)
    return;

  table = jp_form_table (widths, G_N_ELEMENTS (widths));
  jp_table_keep (table);
  jp_form_labels (table, heads);
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const JpPlanLine *line = g_ptr_array_index (plan->lines, i);

      jp_table_row (table, JP_ROW_BODY);
      jp_form_count (table, i + 1);
      jp_form_plain (table, category_name (self->fund_case.pack, line->category));
      jp_form_wan (table, line->amount);
      sum += line->amount;
    }
  jp_table_row (table, JP_ROW_TOTAL);
  jp_form_head (table, "合　计", 2, 1);
  jp_form_wan (table, sum);
  if (plan->purposes != NULL && plan->purposes[0] != NULL)
    {
      g_autofree char *purposes = g_strjoinv ("、", plan->purposes);
      g_autofree char *text = g_strdup_printf ("用途：%s", purposes);

      jp_table_row (table, JP_ROW_TOTAL);
      jp_form_wide (table, text, 3);
    }

  jp_paper_add_heading (paper, "三、使用计划");
  jp_paper_add (paper, jp_table_block (table));
}

static void
append (GString *text, const char *prefix, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? "；" : "", prefix, words);
}

/* What a step must say besides its date and name; an override never without its reason. */
static char *
note_on (const JpFundAct *act)
{
  GString *text = g_string_new (NULL);

  if (act->kind == JP_FUND_PAY || act->kind == JP_FUND_REFUND)
    {
      g_autofree char *amount = jp_units_to_grouped (act->amount, 2);
      g_autofree char *words = g_strconcat (amount, "元", NULL);

      append (text, "", words);
    }
  append (text, "凭证", act->voucher);
  if (act->kind == JP_FUND_PUBLICISE && act->last_day != JP_DATE_NONE)
    {
      g_autofree char *last = jp_date_to_chinese (act->last_day);
      g_autofree char *words = g_strconcat (last, act->last_day_provisional ? "（暂估）" : "", NULL);

      append (text, "公示至", words);
    }
  if (act->kind == JP_FUND_SETTLE)
    append (text, "", act->upheld ? "异议成立，退回市审核" : "异议不成立");
  append (text, "", act->note);
  append (text, "理由：", act->reason);
  append (text, "特批理由：", act->override_reason);

  return g_string_free (text, FALSE);
}

static void
add_steps (JpPaper *paper, const Payment *self, const char *heading)
{
  static const double widths[] = { 34, 28, 32, 18, 44 };
  static const char * const heads[] = { "步骤", "日期", "机构", "经办人", "说明", NULL };
  JpTable *table = jp_form_table (widths, G_N_ELEMENTS (widths));
  guint n = 0;

  jp_form_labels (table, heads);
  for (guint i = 0; i < self->dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (self->dossier->fund_acts, i);
      g_autofree char *note = note_on (act);

      if (act->ordinal != self->fund_case.ordinal)
        continue;
      n++;
      jp_table_row (table, JP_ROW_BODY);
      jp_form_centred (table, jp_fund_act_kind_name (act->kind));
      jp_form_date (table, act->date);
      jp_form_plain (table, jp_pack_office_name (self->fund_case.pack, act->office));
      jp_form_centred (table, act->person);
      jp_form_plain (table, note);
    }
  if (n == 0)
    {
      jp_table_row (table, JP_ROW_BODY);
      jp_form_wide (table, "尚未办理", 5);
    }
  if (self->fund_case.overridden != NULL)
    {
      jp_table_row (table, JP_ROW_TOTAL);
      jp_form_label (table, "特批事项");
      jp_form_wide (table, self->fund_case.overridden, 4);
    }
  if (self->fund_case.blocked != NULL)
    {
      jp_table_row (table, JP_ROW_TOTAL);
      jp_form_label (table, "待解决");
      jp_form_wide (table, self->fund_case.blocked, 4);
    }

  jp_paper_add_heading (paper, heading);
  jp_paper_add (paper, jp_table_block (table));
}

static void
add_opinions (JpPaper *paper, const char *heading)
{
  static const JpOpinion opinions[] = { { "区级审核意见", NULL }, { "市级审批意见", NULL } };

  jp_paper_add_heading (paper, heading);
  jp_paper_add (paper, jp_opinion_block_new (opinions, G_N_ELEMENTS (opinions),
                                             (JpTextStyle) { JP_FONT_FANGSONG, JP_FORM_SIZE }, JP_FORM_PITCH));
}

static void
add_plan_facts (JsonBuilder *facts, const JpFundAct *plan)
{
  jp_facts_list (facts, "plan");
  for (guint i = 0; plan != NULL && i < plan->lines->len; i++)
    {
      const JpPlanLine *line = g_ptr_array_index (plan->lines, i);

      jp_facts_item (facts);
      jp_facts_text (facts, "category", line->category);
      jp_facts_money (facts, "amount", line->amount);
      json_builder_end_object (facts);
    }
  json_builder_end_array (facts);
}

static void
add_step_facts (JsonBuilder *facts, const Payment *self)
{
  jp_facts_list (facts, "steps");
  for (guint i = 0; i < self->dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (self->dossier->fund_acts, i);
      g_autofree char *note = note_on (act);

      if (act->ordinal != self->fund_case.ordinal)
        continue;
      jp_facts_item (facts);
      jp_facts_text (facts, "step", jp_fund_act_kind_id (act->kind));
      jp_facts_date (facts, "date", act->date);
      jp_facts_text (facts, "office", act->office);
      jp_facts_text (facts, "person", act->person);
      jp_facts_text (facts, "note", note);
      json_builder_end_object (facts);
    }
  json_builder_end_array (facts);
}

static char *
facts_of (const Payment *self)
{
  JsonBuilder *facts = jp_facts_new ("payment");

  jp_facts_text (facts, "id", self->dossier->id);
  jp_facts_text (facts, "cluster", self->dossier->name);
  jp_facts_text (facts, "operator", self->pay != NULL ? self->pay->operator : self->dossier->operator_name);
  jp_facts_text (facts, "creditCode", self->dossier->credit_code);
  jp_facts_text (facts, "bank", self->dossier->bank);
  jp_facts_text (facts, "account", self->dossier->account);
  jp_facts_int (facts, "ordinal", self->fund_case.ordinal);
  jp_facts_int (facts, "fiscalYear", self->fund_case.fiscal_year);
  jp_facts_text (facts, "basis", self->fund_case.basis);
  jp_facts_money (facts, "entitled", self->fund_case.entitled);
  jp_facts_money (facts, "amount", amount_of (self));
  jp_facts_text (facts, "state", jp_case_state_id (self->fund_case.state));
  add_plan_facts (facts, self->fund_case.plan);
  add_step_facts (facts, self);
  jp_facts_text (facts, "overridden", self->fund_case.overridden);

  return jp_facts_finish (facts);
}

static char *
articles_of (const JpPack *pack)
{
  return g_strdup_printf ("%s（金额），%s（使用），%s（拨付程序）", pack->funding_article, pack->use_article,
                          pack->publicity_article);
}

static JpPaper *
make_paper (const JpReportSource *source, const Payment *self)
{
  g_autofree char *ordinal = jp_words_ordinal (self->fund_case.ordinal);
  g_autofree char *title = g_strdup_printf ("%s%d财年资金拨付审批表", self->dossier->name, self->fund_case.fiscal_year);
  g_autofree char *subtitle = g_strdup_printf ("（%d财年　第%s年）", self->fund_case.fiscal_year, ordinal);
  g_autofree char *facts = facts_of (self);
  g_autofree char *articles = articles_of (self->fund_case.pack);
  gboolean planned = self->fund_case.plan != NULL;
  JpPaper *paper = jp_report_source_paper (source, &JP_SHEET_FORM, title);

  jp_paper_set_facts (paper, facts);
  jp_form_feet (paper, &source->context, self->fund_case.pack, articles);
  jp_paper_begin_section (paper, FALSE, JP_FORM_LEAST_SCALE);
  jp_paper_add_title (paper, "中小企业特色产业集群支持资金\n拨付审批表");
  jp_paper_add_subtitle (paper, subtitle);
  add_identity (paper, self);
  add_amount (paper, self);
  add_plan (paper, self);
  add_steps (paper, self, planned ? "四、办理过程" : "三、办理过程");
  add_opinions (paper, planned ? "五、审核意见" : "四、审核意见");
  return paper;
}

/* A case that nobody has begun is printed only for a cluster that is named. */
static gboolean
is_begun (const JpDossier *dossier, guint ordinal)
{
  for (guint i = 0; i < dossier->fund_acts->len; i++)
    if (((const JpFundAct *) g_ptr_array_index (dossier->fund_acts, i))->ordinal == ordinal)
      return TRUE;

  return FALSE;
}

JpPaper *
jp_payment_paper_make (JpReportSource *source, const JpDossier *dossier, guint index)
{
  int start = jp_funding_start (dossier, &source->context, NULL);
  guint n_years = jp_funding_n_years (dossier, &source->context), ordinal;
  Payment payment = { .dossier = dossier, .context = &source->context };
  JpPaper *paper;

  if (index > 0 || start == 0 || source->year < start || source->year >= start + (int) n_years)
    return NULL;
  ordinal = (guint) (source->year - start) + 1;
  if (source->selection.cluster == NULL && !is_begun (dossier, ordinal))
    return NULL;

  payment.pay = find_payment (dossier, ordinal);
  jp_fund_case_init (&payment.fund_case, dossier, &source->context, ordinal);
  paper = make_paper (source, &payment);
  jp_fund_case_clear (&payment.fund_case);
  return paper;
}
