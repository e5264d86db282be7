/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PROMISES 1: a power cut in each step of the wizard; the same step, the same field, and nothing typed is lost. */

#include "jp-e2e-wizard.h"

#include <string.h>

#define DATA  "jiping.db"
#define TODAY "--today=" JP_E2E_TODAY

static void
open_wizard (JpE2e *e2e)
{
  g_autofree char *path = g_build_filename (g_getenv ("JP_TEST_DATA"), "samples/ledger-2022-2025.xlsx", NULL);

  g_free (jp_e2e_ctl (e2e, DATA, "init", "--since", "2025-06-01", NULL));
  g_free (jp_e2e_ctl (e2e, DATA, "import", path, NULL));
  jp_e2e_start (e2e, TODAY, "--page=assessment", DATA, NULL);
  jp_wizard_open (e2e, JP_E2E_BIOMEDICINE);
}

/* Types into a field that has the keyboard, and pulls the plug once that is kept; then the keyboard is there again. */
static void
type_and_kill (JpE2e *e2e, const char *step, const char *field, const char *text)
{
  jp_e2e_key (e2e, "ctrl+a");
  jp_e2e_type (e2e, text);
  jp_e2e_wait_kept (e2e, text);
  jp_e2e_kill (e2e);

  jp_e2e_start (e2e, TODAY, NULL);
  jp_e2e_wait_state (e2e, JP_ROLE_LIST_ITEM, step, JP_STATE_SELECTED, TRUE);
  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, field);
}

/* What the command line reads in the file. */
static void
check_record (JpE2e *e2e, const char *text)
{
  g_autofree char *said
    = jp_e2e_ctl (e2e, DATA, "score", "--json", "--year", "2025", "--cluster", JP_E2E_BIOMEDICINE, NULL);

  if (strstr (said, text) == NULL)
    jp_e2e_fail (e2e, "Not on record: %s in %s", text, said);
}

/* Who reviews for the district; then the assessment is begun in that name. */
static void
cut_in_eligibility (JpE2e *e2e)
{
  jp_e2e_tab_to (e2e, JP_ROLE_TEXT, "区初审人");
  type_and_kill (e2e, "资格与年度", "区初审人", "林志强");
  jp_e2e_wait_text (e2e, JP_ROLE_TEXT, "区初审人", "林志强");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "开始考核(B)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_gone (e2e, JP_ROLE_BUTTON, "开始考核(B)");
}

/* A figure half typed; leaving the field puts it on record. */
static void
cut_in_figures (JpE2e *e2e)
{
  jp_wizard_next (e2e, "指标数据");
  jp_e2e_tab_to (e2e, JP_ROLE_TEXT, "总产值 2025年（万元）");
  type_and_kill (e2e, "指标数据", "总产值 2025年（万元）", "17419");
  jp_e2e_key (e2e, "End");
  jp_e2e_type (e2e, "84.63");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_described (e2e, JP_ROLE_BUTTON, "撤销", "*总产值改为1,741,984.63万元*");
}

/* Points that want a reason are not on record before it is there. */
static void
cut_in_points (JpE2e *e2e)
{
  jp_wizard_next (e2e, "评分");
  jp_e2e_tab_to (e2e, JP_ROLE_TEXT, "集群治理和服务：区评分");
  type_and_kill (e2e, "评分", "集群治理和服务：区评分", "8.75");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, "集群治理和服务：区评理由");
  type_and_kill (e2e, "评分", "集群治理和服务：区评理由", "服务机构到位");
  jp_e2e_wait_text (e2e, JP_ROLE_TEXT, "集群治理和服务：区评理由", "服务机构到位");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_focus (e2e, JP_ROLE_BUTTON, "下一步：一票否决");
  jp_e2e_wait_described (e2e, JP_ROLE_BUTTON, "撤销", "*集群治理和服务*服务机构到位*");
  check_record (e2e, "8.75");
}

/* A form is open again, and asks on. */
static void
cut_in_vetoes (JpE2e *e2e)
{
  jp_wizard_next (e2e, "一票否决");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "虚假申报或违法违规：*");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, "理由");
  type_and_kill (e2e, "一票否决", "理由", "审计查实虚报产值");
  jp_e2e_wait_text (e2e, JP_ROLE_TEXT, "理由", "审计查实虚报产值");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "否决(A)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_gone (e2e, JP_ROLE_TEXT, "理由");
  jp_e2e_wait (e2e, JP_ROLE_BUTTON, "虚假申报或违法违规：撤回*");
}

static void
cut_in_conclusion (JpE2e *e2e)
{
  jp_wizard_next (e2e, "结论");
  jp_e2e_tab_to (e2e, JP_ROLE_TEXT, "工作经验");
  type_and_kill (e2e, "结论", "工作经验", "建成公共实验室，");
  jp_e2e_wait_text (e2e, JP_ROLE_TEXT, "工作经验", "建成公共实验室，");
}

static void
test_every_step (JpE2e *e2e)
{
  open_wizard (e2e);
  cut_in_eligibility (e2e);
  cut_in_figures (e2e);
  cut_in_points (e2e);
  cut_in_vetoes (e2e);
  cut_in_conclusion (e2e);
}

int
main (int argc, char **argv)
{
  jp_e2e_init (&argc, &argv);
  jp_e2e_add ("/e2e/wizard/power-cut-in-every-step", test_every_step);

  return g_test_run ();
}
