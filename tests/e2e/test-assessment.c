/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the ledger to confirmed results, by keyboard alone: two clusters, two years, two offices. */

#include "jp-e2e-wizard.h"

#include <string.h>

#define DATA "jiping.db"

/* The book is kept since the summer: returns of before are not on record, the term that ended since has lapsed. */
static void
import_ledger (JpE2e *e2e)
{
  g_free (jp_e2e_ctl (e2e, DATA, "init", "--since", "2025-06-01", NULL));
  jp_e2e_start (e2e, "--today=" JP_E2E_TODAY, "--page=clusters", DATA, NULL);
  jp_e2e_press (e2e, JP_ROLE_BUTTON, "导入工作簿(I)…");
  jp_e2e_import (e2e, "ledger-2022-2025.xlsx");
  jp_e2e_wait (e2e, JP_ROLE_ANY, "共 6 个集群");
}

static void
choose_year (JpE2e *e2e, const char *year, guint n_clusters)
{
  jp_e2e_choose (e2e, "考核年度", year);
  jp_e2e_wait_count (e2e, JP_ROLE_TABLE_ROW, "厦门市*", n_clusters);
}

/* The wizard, the list and the command line say the same. */
static void
check_total (JpE2e *e2e, const char *cluster, const char *year, const char *total)
{
  g_autofree char *said = jp_e2e_ctl (e2e, DATA, "score", "--year", year, "--cluster", cluster, NULL);
  const JpNode *row;

  if (strstr (said, total) == NULL)
    jp_e2e_fail (e2e, "The command line does not give %s: %s", total, said);
  jp_wizard_leave (e2e);
  row = jp_e2e_wait (e2e, JP_ROLE_TABLE_ROW, cluster);
  g_assert_nonnull (jp_e2e_find (row, JP_ROLE_LABEL, total));
  g_assert_nonnull (jp_e2e_find (row, JP_ROLE_LABEL, "已确认"));
}

/* As far as the confirmation, through both offices. */
static void
review (JpE2e *e2e, const char *cluster, const char *person, const char *district, const char *city, const char *reason)
{
  jp_wizard_open (e2e, cluster);
  jp_wizard_begin (e2e, person);
  jp_wizard_next (e2e, "指标数据");
  jp_wizard_next (e2e, "评分");
  jp_wizard_score (e2e, "区评", district, "按评价提纲核查");
  jp_wizard_next (e2e, "一票否决");
  jp_wizard_next (e2e, "结论");
  jp_e2e_act (e2e, "提交区初审…", "意见", "数据已核", "提交(S)");
  jp_wizard_choose (e2e, "评分");
  jp_wizard_score (e2e, "市评", city, reason);
  jp_wizard_choose (e2e, "结论");
}

static void
confirm (JpE2e *e2e)
{
  jp_e2e_act (e2e, "确认…", "意见", "同意", "核定(C)");
  jp_e2e_wait (e2e, JP_ROLE_BUTTON, "重新打开…");
}

/* The city judges the last indicator by itself, and thinks otherwise of a computed one. */
static void
assess_with_own_points (JpE2e *e2e)
{
  review (e2e, JP_E2E_BIOMEDICINE, "林志强", "9", "8.5", "机制尚不健全");
  jp_wizard_choose (e2e, "评分");
  jp_e2e_fill (e2e, "知识产权增量（增长率）：市评分", "6");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, "知识产权增量（增长率）：市评理由");
  jp_e2e_type (e2e, "新增专利质量高");
  jp_e2e_key (e2e, "Return");
  jp_wizard_choose (e2e, "结论");
  confirm (e2e);
}

/* What was confirmed is opened again as an act of the city's, and confirmed anew. */
static void
reopen (JpE2e *e2e)
{
  jp_wizard_open (e2e, JP_E2E_BIOMEDICINE);
  jp_e2e_act (e2e, "重新打开…", "理由", "补充治理材料", "重新打开(R)");
  jp_e2e_wait (e2e, JP_ROLE_BUTTON, "退回…");
  jp_wizard_choose (e2e, "评分");
  jp_e2e_fill (e2e, "集群治理和服务：市评分", "9.5");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, "集群治理和服务：市评理由");
  jp_e2e_type (e2e, "补充材料属实");
  jp_e2e_key (e2e, "Return");
  jp_wizard_choose (e2e, "结论");
  confirm (e2e);
  check_total (e2e, JP_E2E_BIOMEDICINE, "2025", "94.01");
}

static void
test_own_points (JpE2e *e2e)
{
  import_ledger (e2e);
  jp_e2e_key (e2e, "ctrl+3");
  choose_year (e2e, "2024年度", 4);
  assess_with_own_points (e2e);
  jp_e2e_shoot (e2e, "assessment-confirmed");
  check_total (e2e, JP_E2E_BIOMEDICINE, "2024", "93.18");

  choose_year (e2e, "2025年度", 5);
  review (e2e, JP_E2E_BIOMEDICINE, "林志强", "9", "9", NULL);
  confirm (e2e);
  check_total (e2e, JP_E2E_BIOMEDICINE, "2025", "93.51");
  reopen (e2e);
}

/* Its term ended in 2025 and nobody applied: the records prove it, nobody unticks it. */
static void
look_at_derived_veto (JpE2e *e2e)
{
  jp_wizard_choose (e2e, "一票否决");
  jp_e2e_wait (e2e, JP_ROLE_LIST_ITEM, "（五）*");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "记录证实");
  g_assert_null (jp_e2e_find (jp_e2e_look (e2e), JP_ROLE_BUTTON, "期满未申请复核或复核未通过：*"));
  jp_e2e_shoot (e2e, "assessment-veto");
}

static void
test_derived_veto (JpE2e *e2e)
{
  import_ledger (e2e);
  jp_e2e_key (e2e, "ctrl+3");
  choose_year (e2e, "2024年度", 4);
  review (e2e, JP_E2E_ROBOTS, "黄海燕", "8.5", "8.5", NULL);
  confirm (e2e);
  check_total (e2e, JP_E2E_ROBOTS, "2024", "79.13");

  choose_year (e2e, "2025年度", 5);
  review (e2e, JP_E2E_ROBOTS, "黄海燕", "8.5", "8.5", NULL);
  look_at_derived_veto (e2e);
  jp_wizard_choose (e2e, "结论");
  confirm (e2e);
  check_total (e2e, JP_E2E_ROBOTS, "2025", "79.98");
}

int
main (int argc, char **argv)
{
  jp_e2e_init (&argc, &argv);
  jp_e2e_add ("/e2e/assessment/own-points", test_own_points);
  jp_e2e_add ("/e2e/assessment/derived-veto", test_derived_veto);

  return g_test_run ();
}
