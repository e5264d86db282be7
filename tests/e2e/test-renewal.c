/* SPDX-License-Identifier: GPL-3.0-or-later */

/* R-TERM by keyboard: a renewal step by step to the bar that is joined on, and terms that end by themselves. */

#include "jp-e2e.h"

#define SMART "厦门市思明区智慧城市智能系统产业集群"
#define DATA  "jiping.db"

static void
open_renewal (JpE2e *e2e)
{
  g_autofree char *ledger = g_build_filename (g_getenv ("JP_TEST_DATA"), "samples/ledger-2022-2025.xlsx", NULL);

  g_free (jp_e2e_ctl (e2e, DATA, "init", "--since", "2025-06-01", NULL));
  g_free (jp_e2e_ctl (e2e, DATA, "import", ledger, NULL));
  jp_e2e_start (e2e, "--today=2026-03-02", "--page=clusters", DATA, NULL);
  jp_e2e_focus (e2e, JP_ROLE_TABLE_ROW, SMART);
  jp_e2e_key (e2e, "Return");
  jp_e2e_focus (e2e, JP_ROLE_LIST_ITEM, "有效期");
  jp_e2e_key (e2e, "Return");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "复核办理(R)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait (e2e, JP_ROLE_LIST, "步骤");
}

static void
go_to_step (JpE2e *e2e, const char *step)
{
  jp_e2e_focus (e2e, JP_ROLE_LIST_ITEM, step);
  jp_e2e_key (e2e, "Return");
}

/* The state of a step is in its name. */
static void
renew (JpE2e *e2e)
{
  go_to_step (e2e, "1  自查*");
  jp_e2e_act (e2e, "判定并存档(J)…", NULL, NULL, "登记(R)");
  go_to_step (e2e, "3  申报复核*");
  jp_e2e_act (e2e, "登记：申报复核*", "办理人", "蔡明远", "登记(R)");
  go_to_step (e2e, "4  市级初审*");
  jp_e2e_act (e2e, "登记：复核初审*", NULL, NULL, "登记(R)");
  go_to_step (e2e, "5  推荐*");
  jp_e2e_shoot (e2e, "renewal-recommend");
  jp_e2e_act (e2e, "登记：复核推荐*", "理由", "增速略低，产业链完整", "登记(R)");
  go_to_step (e2e, "6  工信部结论*");
  jp_e2e_act (e2e, "登记：复核通过*", "文号", "工企业函〔2026〕12号", "登记(R)");
  jp_e2e_wait (e2e, JP_ROLE_LIST_ITEM, "6  工信部结论，已办结*复核通过*");
}

/* What the bars say to the eye, the table beside them says in words. */
static void
look_at_timeline (JpE2e *e2e)
{
  jp_e2e_key (e2e, "ctrl+4");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "时间轴");
  jp_e2e_key (e2e, "space");
  jp_e2e_shoot (e2e, "renewal-joined");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "显示为表格");
  jp_e2e_key (e2e, "space");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "*—2026.10.16；第二期 · 延续  2026.10.17—2029.10.16*");
}

static void
test_renewal (JpE2e *e2e)
{
  open_renewal (e2e);
  renew (e2e);
  look_at_timeline (e2e);
}

/* Two terms end on one day, while the page is open and nobody touches it. */
static void
test_lapse (JpE2e *e2e)
{
  open_renewal (e2e);
  jp_e2e_key (e2e, "ctrl+4");
  jp_e2e_wait (e2e, JP_ROLE_BUTTON, "失效 1");
  jp_e2e_start_second (e2e, "--today=2027-09-18", NULL);
  jp_e2e_wait (e2e, JP_ROLE_BUTTON, "失效 2");
  jp_e2e_start_second (e2e, "--today=2027-09-19", NULL);
  jp_e2e_wait (e2e, JP_ROLE_BUTTON, "失效 4");
  jp_e2e_shoot (e2e, "lapsed");
}

int
main (int argc, char **argv)
{
  jp_e2e_init (&argc, &argv);
  jp_e2e_add ("/e2e/renewal/to-the-joined-bar", test_renewal);
  jp_e2e_add ("/e2e/renewal/lapses-as-the-day-turns", test_lapse);

  return g_test_run ();
}
