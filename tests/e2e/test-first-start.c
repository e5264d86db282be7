/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From nothing to the dashboard, without a mouse: Tab, Enter and typing alone. */

#include "jp-e2e.h"

#define CLUSTER "厦门市筼筜湖“新材料”产业集群"

static void
make_file (JpE2e *e2e)
{
  jp_e2e_start (e2e, "--today=" JP_E2E_TODAY, NULL);
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "欢迎使用集评");
  jp_e2e_shoot (e2e, "welcome");
  jp_e2e_tab_to (e2e, JP_ROLE_LIST_ITEM, "从空白开始(E)");
  jp_e2e_key (e2e, "Return");

  jp_e2e_wait_focus (e2e, JP_ROLE_ANY, "您的姓名*");
  jp_e2e_key (e2e, "ctrl+a");
  jp_e2e_type (e2e, "林筼");
  jp_e2e_shoot (e2e, "new-file");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait (e2e, JP_ROLE_LIST_ITEM, "工作台");
}

static void
add_cluster (JpE2e *e2e)
{
  jp_e2e_key (e2e, "ctrl+2");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "尚无集群");
  jp_e2e_key (e2e, "ctrl+n");
  jp_e2e_wait_focus (e2e, JP_ROLE_ANY, "集群名称*");
  jp_e2e_type (e2e, CLUSTER);
  jp_e2e_tab_to (e2e, JP_ROLE_ANY, "主导产业*");
  jp_e2e_type (e2e, "新材料");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait (e2e, JP_ROLE_TABLE_ROW, CLUSTER);
}

static void
test_first_start (JpE2e *e2e)
{
  make_file (e2e);
  add_cluster (e2e);
}

int
main (int argc, char **argv)
{
  jp_e2e_init (&argc, &argv);
  jp_e2e_add ("/e2e/first-start/to-dashboard-by-keyboard", test_first_start);

  return g_test_run ();
}
