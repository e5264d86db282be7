/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-report-private.h"

/* In the order of a gallery: by group. */
static const JpReportKind kinds[] = {
  { "assessment", "年度绩效考核评价表", JP_REPORT_GROUP_ASSESSMENT, JP_PER_CLUSTER, JP_REPORT_YEAR_ASSESSMENT,
    JP_USES_RUN_ON | JP_USES_CURVES | JP_USES_BLANK_OPINIONS, .of_record = TRUE, .make = jp_assessment_paper_make },
  { "ranking", "年度考核结果汇总表", JP_REPORT_GROUP_ASSESSMENT, JP_PER_ALL, JP_REPORT_YEAR_ASSESSMENT,
    JP_USES_NOTHING, .of_record = TRUE, .table = TRUE, .make = jp_ranking_paper_make },
  { "score-sheet", "空白评分表", JP_REPORT_GROUP_ASSESSMENT, JP_PER_ALL, JP_REPORT_YEAR_ASSESSMENT,
    JP_USES_NOTHING, .make = jp_score_sheet_paper_make },
  { "funding-plan", "资金安排计划表", JP_REPORT_GROUP_FUNDING, JP_PER_ALL, JP_REPORT_YEAR_FISCAL,
    JP_USES_NOTHING, .of_record = TRUE, .table = TRUE, .make = jp_funding_plan_paper_make },
  { "notice", "拟拨付资金公示", JP_REPORT_GROUP_FUNDING, JP_PER_BATCH, JP_REPORT_YEAR_FISCAL,
    JP_USES_CONTACT | JP_USES_FIRST_DAY, .of_record = TRUE, .letter = TRUE, .make = jp_notice_paper_make },
  { "payment", "资金拨付审批表", JP_REPORT_GROUP_FUNDING, JP_PER_CASE, JP_REPORT_YEAR_FISCAL,
    JP_USES_NOTHING, .of_record = TRUE, .make = jp_payment_paper_make },
  { "use-ledger", "资金使用台账", JP_REPORT_GROUP_FUNDING, JP_PER_CLUSTER, JP_REPORT_YEAR_UNUSED,
    JP_USES_NOTHING, .of_record = TRUE, .table = TRUE, .make = jp_use_ledger_paper_make },
  { "rectification", "整改通知书·整改台账", JP_REPORT_GROUP_FUNDING, JP_PER_FINDING, JP_REPORT_YEAR_CALENDAR,
    JP_USES_NOTHING, .of_record = TRUE, .table = TRUE, .letter = TRUE, .make = jp_rectification_paper_make },
  { "renewal", "复核提醒函", JP_REPORT_GROUP_TERM, JP_PER_CLUSTER, JP_REPORT_YEAR_UNUSED,
    JP_USES_NOTHING, .letter = TRUE, .make = jp_renewal_paper_make },
  { "validity", "有效期与复核一览表", JP_REPORT_GROUP_TERM, JP_PER_ALL, JP_REPORT_YEAR_UNUSED,
    JP_USES_NOTHING, .table = TRUE, .make = jp_validity_paper_make },
  { "recommendation", "推荐汇总表", JP_REPORT_GROUP_TERM, JP_PER_ALL, JP_REPORT_YEAR_CALENDAR,
    JP_USES_NOTHING, .table = TRUE, .make = jp_recommendation_paper_make },
  { "annual-return", "年度培育情况信息表", JP_REPORT_GROUP_RECORDS, JP_PER_CLUSTER, JP_REPORT_YEAR_ASSESSMENT,
    JP_USES_NOTHING, .make = jp_annual_return_paper_make },
  { "year-plan", "年度工作计划", JP_REPORT_GROUP_RECORDS, JP_PER_ALL, JP_REPORT_YEAR_CALENDAR,
    JP_USES_NOTHING, .table = TRUE, .make = jp_year_plan_paper_make },
  { "missing", "缺件催办单", JP_REPORT_GROUP_RECORDS, JP_PER_DISTRICT, JP_REPORT_YEAR_UNUSED,
    JP_USES_NOTHING, .table = TRUE, .make = jp_missing_paper_make },
  { "handover", "工作交接单", JP_REPORT_GROUP_RECORDS, JP_PER_ALL, JP_REPORT_YEAR_UNUSED,
    JP_USES_NOTHING, .make = jp_handover_paper_make },
  { "dossier", "集群档案", JP_REPORT_GROUP_RECORDS, JP_PER_CLUSTER, JP_REPORT_YEAR_UNUSED, JP_USES_NOTHING,
    .make = jp_dossier_paper_make },
};

/**
 * jp_report_kinds:
 * @n_kinds: (out): how many
 *
 * Returns: (transfer none) (array length=n_kinds): the papers the program can make, those of a group together
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

/**
 * jp_report_group_name:
 * @group: a group
 *
 * Returns: its heading, always Chinese, as the papers' names are
 */
const char *
jp_report_group_name (JpReportGroup group)
{
  static const char * const names[] = {
    [JP_REPORT_GROUP_ASSESSMENT] = "考核",
    [JP_REPORT_GROUP_FUNDING] = "资金",
    [JP_REPORT_GROUP_TERM] = "有效期与推荐",
    [JP_REPORT_GROUP_RECORDS] = "档案与日常",
  };

  g_return_val_if_fail ((guint) group < JP_N_REPORT_GROUPS, NULL);

  return names[group];
}

/**
 * jp_report_usual_year:
 * @kind: a paper
 * @today: today
 *
 * Returns: the year it is about unless another is chosen: the assessment year is last year's, the others are this
 *   year's; 0 where it is about no year
 */
int
jp_report_usual_year (const JpReportKind *kind, JpDate today)
{
  int year = (int) jp_date_year (today);

  switch (kind->year)
    {
    case JP_REPORT_YEAR_ASSESSMENT:
      return year - 1;
    case JP_REPORT_YEAR_FISCAL:
    case JP_REPORT_YEAR_CALENDAR:
      return year;
    case JP_REPORT_YEAR_UNUSED:
    default:
      return 0;
    }
}

/**
 * jp_report_offers:
 * @kind: a paper
 * @format: a format
 *
 * Returns: whether the paper goes out in that format
 */
gboolean
jp_report_offers (const JpReportKind *kind, JpReportFormat format)
{
  switch (format)
    {
    case JP_FORMAT_XLSX:
      return kind->table;
    case JP_FORMAT_DOCX:
      return kind->letter;
    case JP_FORMAT_PDF:
    case JP_N_FORMATS:
    default:
      return format == JP_FORMAT_PDF;
    }
}

/**
 * jp_report_format_of:
 * @path: the name of a file
 *
 * Returns: the format its ending asks for; PDF where it says nothing
 */
JpReportFormat
jp_report_format_of (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".xlsx"))
    return JP_FORMAT_XLSX;
  if (g_str_has_suffix (lower, ".docx"))
    return JP_FORMAT_DOCX;

  return JP_FORMAT_PDF;
}
