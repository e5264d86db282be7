/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The money of a year by keyboard: from the plan to the payment, its use, what an inspection found. */

#include "jp-e2e.h"

#define BIOMEDICINE "厦门市海沧区示例生物医药产业集群"
#define DATA        "jiping.db"

/* The plan wants the operator's financial rules among the papers. */
static void
make_file (JpE2e *e2e)
{
  g_autofree char *ledger = g_build_filename (g_getenv ("JP_TEST_DATA"), "samples/ledger-2022-2025.xlsx", NULL);
  g_autofree char *rules = jp_e2e_path (e2e, "财务管理制度.txt");

  g_assert_true (g_file_set_contents (rules, "财务管理制度", -1, NULL));
  g_free (jp_e2e_ctl (e2e, DATA, "init", "--since", "2025-06-01", NULL));
  g_free (jp_e2e_ctl (e2e, DATA, "import", ledger, NULL));
  g_free (jp_e2e_ctl (e2e, DATA, "attach", BIOMEDICINE, rules, "--kind", "financial-rules", NULL));
}

/* The clock of the running program. */
static void
turn_to (JpE2e *e2e, const char *day)
{
  g_autofree char *today = g_strconcat ("--today=", day, NULL);

  jp_e2e_start_second (e2e, today, NULL);
}

/* In the plan's form each category has its amount. */
static void
plan (JpE2e *e2e)
{
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, BIOMEDICINE "，第 1 年：*");
  jp_e2e_key (e2e, "Return");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "登记计划(P)…");
  jp_e2e_key (e2e, "Return");
  jp_e2e_fill (e2e, "政策宣传及专业培训", "250000");
  jp_e2e_fill (e2e, "公共服务平台建设及运维", "750000");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "计划合计 1000000.00 元*");
  jp_e2e_fill (e2e, "办理人", "林志强");
  jp_e2e_shoot (e2e, "year-plan");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "登记(R)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_gone (e2e, JP_ROLE_BUTTON, "登记(R)");
}

static void
publicise (JpE2e *e2e)
{
  jp_e2e_act (e2e, "审核通过(A)…", "办理人", "林志强", "登记(R)");
  jp_e2e_act (e2e, "审核通过(A)…", "意见", "同意", "登记(R)");
  jp_e2e_act (e2e, "开始公示(U)…", NULL, NULL, "登记(R)");
  jp_e2e_wait (e2e, JP_ROLE_BUTTON, "登记异议(O)…");
}

/* It holds the payment until it is settled. */
static void
object (JpE2e *e2e)
{
  turn_to (e2e, "2026-03-03");
  jp_e2e_act (e2e, "登记异议(O)…", "异议", "某企业来函，金额有异议", "登记(R)");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "*异议：某企业来函，金额有异议");
  turn_to (e2e, "2026-03-04");
  jp_e2e_act (e2e, "处理异议(S)…", "说明", "经核实不成立", "登记(R)");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "*不成立：经核实不成立");
}

/* The fifth working day is the last of the publicity: on that day it is a day early, and the step says so. */
static void
pay (JpE2e *e2e)
{
  turn_to (e2e, "2026-03-06");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "还不能下达：*3月9日*");
  jp_e2e_wait_state (e2e, JP_ROLE_BUTTON, "下达 100.00 万元(P)…", JP_STATE_SENSITIVE, FALSE);
  jp_e2e_shoot (e2e, "year-a-day-early");
  turn_to (e2e, "2026-03-09");
  jp_e2e_wait_state (e2e, JP_ROLE_BUTTON, "下达 100.00 万元(P)…", JP_STATE_SENSITIVE, TRUE);
  jp_e2e_act (e2e, "下达 100.00 万元(P)…", "凭证号", "拨-2026-001", "登记(R)");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "*（壹佰万元整）*拨-2026-001*");
}

/* Enter goes from field to field, and behind the last it writes. */
static void
spend (JpE2e *e2e, const char *amount, const char *voucher)
{
  g_autofree char *row = g_strconcat ("*", voucher, NULL);

  jp_e2e_fill (e2e, "金额（元）", amount);
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, "收款方");
  jp_e2e_type (e2e, "海沧区企业培训中心");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, "凭证号");
  jp_e2e_type (e2e, voucher);
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, "备注或理由");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_text (e2e, JP_ROLE_TEXT, "凭证号", "");
  jp_e2e_wait (e2e, JP_ROLE_TABLE_ROW, row);
}

/* A red entry takes back what was entered twice; both stay. */
static void
keep_ledger (JpE2e *e2e)
{
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "打开台账(L)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait (e2e, JP_ROLE_TEXT, "收款方");
  spend (e2e, "12345.67", "记-001");
  spend (e2e, "76543.21", "记-002");
  jp_e2e_focus (e2e, JP_ROLE_TABLE_ROW, "*记-002");
  jp_e2e_focus (e2e, JP_ROLE_TABLE_ROW, "*记-001"); /* the arrows choose what they come to */
  jp_e2e_wait_state (e2e, JP_ROLE_TABLE_ROW, "*记-001", JP_STATE_SELECTED, TRUE);
  jp_e2e_act (e2e, "冲销(T)…", "理由", "重复入账", "冲销(T)");
  jp_e2e_wait (e2e, JP_ROLE_TABLE_ROW, "*-12,345.67*");
  jp_e2e_shoot (e2e, "year-ledger");
}

static void
rectify (JpE2e *e2e)
{
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "检查、审计与整改(I)");
  jp_e2e_key (e2e, "space");
  jp_e2e_act (e2e, "登记检查(I)…", "检查情况", "培训费凭证不全", "登记(R)");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "挂号(F)…");
  jp_e2e_key (e2e, "Return");
  jp_e2e_fill (e2e, "事项", "培训费凭证不全");
  jp_e2e_fill (e2e, "金额（元）", "20000");
  jp_e2e_fill (e2e, "整改期限", "2026-4-8");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "登记(R)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "整改中");
  turn_to (e2e, "2026-03-20");
  jp_e2e_act (e2e, "登记整改(R)…", "整改情况", "凭证已补齐", "登记(R)");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "待销号");
  jp_e2e_act (e2e, "区确认(D)…", "办理人", "林志强", "登记(R)");
  jp_e2e_act (e2e, "市确认(I)…", NULL, NULL, "登记(R)");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "已销号");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "已销号 1 / 1 项，整改率 100%*");
  jp_e2e_shoot (e2e, "year-rectified");
}

static void
test_money (JpE2e *e2e)
{
  make_file (e2e);
  jp_e2e_start (e2e, "--today=2026-03-02", "--page=funding", DATA, NULL);
  plan (e2e);
  publicise (e2e);
  object (e2e);
  pay (e2e);
  keep_ledger (e2e);
  rectify (e2e);
}

int
main (int argc, char **argv)
{
  jp_e2e_init (&argc, &argv);
  jp_e2e_add ("/e2e/year/money", test_money);

  return g_test_run ();
}
