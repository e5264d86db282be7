/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-e2e.h"

#define BIOMEDICINE "厦门市海沧区示例生物医药产业集群"

/* The ledger of an empty file of the city's. */
static void
open_ledger (JpE2e *e2e)
{
  g_free (jp_e2e_ctl (e2e, "jiping.db", "init", NULL));
  jp_e2e_start (e2e, "--today=" JP_E2E_TODAY, "--page=clusters", "jiping.db", NULL);
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "尚无集群");
}

static void
open_filled_ledger (JpE2e *e2e)
{
  open_ledger (e2e);
  jp_e2e_press (e2e, JP_ROLE_BUTTON, "导入工作簿(I)…");
  jp_e2e_import (e2e, "ledger-2022-2025.xlsx");
  jp_e2e_wait (e2e, JP_ROLE_ANY, "共 6 个集群");
}

static void
test_import (JpE2e *e2e)
{
  g_autofree char *path = g_build_filename (g_getenv ("JP_TEST_DATA"), "samples/ledger-2022-2025.xlsx", NULL);

  open_ledger (e2e);
  jp_e2e_press (e2e, JP_ROLE_BUTTON, "导入工作簿(I)…");
  jp_e2e_choose_file (e2e, path);
  jp_e2e_wait (e2e, JP_ROLE_ANY, "可全部导入，导入后可撤销。");
  jp_e2e_wait (e2e, JP_ROLE_ANY, "集群：6行，其中新增6行、变更0行*");
  jp_e2e_shoot (e2e, "import-preview");
  jp_e2e_key (e2e, "Return");

  jp_e2e_wait (e2e, JP_ROLE_ANY, "共 6 个集群");
  jp_e2e_wait_count (e2e, JP_ROLE_TABLE_ROW, "厦门市*", 6);
  jp_e2e_shoot (e2e, "imported");
}

/* R-READ: search as one types. */
static void
search (JpE2e *e2e, const char *keys, const char *name, guint n)
{
  jp_e2e_key (e2e, "ctrl+f");
  jp_e2e_wait_focus (e2e, JP_ROLE_ENTRY, "搜索集群");
  jp_e2e_key (e2e, "ctrl+a");
  jp_e2e_type (e2e, keys);
  jp_e2e_wait_text (e2e, JP_ROLE_ENTRY, "搜索集群", keys);
  jp_e2e_wait_count (e2e, JP_ROLE_TABLE_ROW, name, n);
  jp_e2e_wait_count (e2e, JP_ROLE_TABLE_ROW, "厦门市*", n);
}

static void
test_search (JpE2e *e2e)
{
  open_filled_ledger (e2e);
  search (e2e, "jqrcy", "厦门市集美区工业机器人产业集群", 1);
  search (e2e, "hcswyy", BIOMEDICINE, 1);
  search (e2e, "xm", "厦门市*", 6);
  search (e2e, "智慧", "厦门市思明区智慧城市智能系统产业集群", 1);
}

int
main (int argc, char **argv)
{
  jp_e2e_init (&argc, &argv);
  jp_e2e_add ("/e2e/ledger/import-with-preview", test_import);
  jp_e2e_add ("/e2e/ledger/search", test_search);

  return g_test_run ();
}
