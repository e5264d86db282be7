/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PROMISES 1 and 5: after a power cut everything is where it was; a second start raises the first window. */

#include "jp-e2e.h"

#define BIOMEDICINE "厦门市海沧区示例生物医药产业集群"
#define DATA        "jiping.db"
#define TODAY       "--today=" JP_E2E_TODAY

static void
make_ledger (JpE2e *e2e)
{
  g_autofree char *path = g_build_filename (g_getenv ("JP_TEST_DATA"), "samples/ledger-2022-2025.xlsx", NULL);

  g_free (jp_e2e_ctl (e2e, DATA, "init", NULL));
  g_free (jp_e2e_ctl (e2e, DATA, "import", path, NULL));
}

static void
open_biomedicine (JpE2e *e2e)
{
  jp_e2e_wait_count (e2e, JP_ROLE_TABLE_ROW, "厦门市*", 6);
  jp_e2e_key (e2e, "ctrl+f");
  jp_e2e_wait_focus (e2e, JP_ROLE_ENTRY, "搜索集群");
  jp_e2e_type (e2e, "hcswyy");
  jp_e2e_wait_count (e2e, JP_ROLE_TABLE_ROW, "厦门市*", 1);
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, BIOMEDICINE);
}

static void
test_dossier_after_kill (JpE2e *e2e)
{
  make_ledger (e2e);
  jp_e2e_start (e2e, TODAY, "--page=clusters", DATA, NULL);
  open_biomedicine (e2e);
  jp_e2e_fill (e2e, "联系人", "欧阳筱雨");
  jp_e2e_tab_to (e2e, JP_ROLE_TEXT, "电话");
  jp_e2e_type (e2e, "0592-5550123");
  jp_e2e_key (e2e, "Tab"); /* leaving a field saves it */
  jp_e2e_wait (e2e, JP_ROLE_BUTTON, "撤销");
  jp_e2e_press (e2e, JP_ROLE_LIST_ITEM, "年度指标");
  jp_e2e_wait (e2e, JP_ROLE_TEXT, "总产值 2025年（万元）");
  jp_e2e_wait_kept (e2e, "#figures");
  jp_e2e_kill (e2e);

  jp_e2e_start (e2e, TODAY, NULL);
  jp_e2e_wait (e2e, JP_ROLE_TEXT, "总产值 2025年（万元）");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, BIOMEDICINE);
  jp_e2e_shoot (e2e, "after-kill");
  jp_e2e_press (e2e, JP_ROLE_LIST_ITEM, "概况");
  jp_e2e_wait_text (e2e, JP_ROLE_TEXT, "联系人", "欧阳筱雨");
  jp_e2e_wait_text (e2e, JP_ROLE_TEXT, "电话", "0592-5550123");
  jp_e2e_quit (e2e);
}

static void
test_filters_after_kill (JpE2e *e2e)
{
  make_ledger (e2e);
  jp_e2e_start (e2e, TODAY, "--page=clusters", DATA, NULL);
  jp_e2e_press (e2e, JP_ROLE_BUTTON, "海沧区 1");
  jp_e2e_wait_count (e2e, JP_ROLE_TABLE_ROW, "厦门市*", 1);
  jp_e2e_wait_kept (e2e, "350205");
  jp_e2e_kill (e2e);

  jp_e2e_start (e2e, TODAY, NULL);
  jp_e2e_wait (e2e, JP_ROLE_TABLE_ROW, BIOMEDICINE);
  jp_e2e_wait_count (e2e, JP_ROLE_TABLE_ROW, "厦门市*", 1);
}

static void
test_second_start (JpE2e *e2e)
{
  make_ledger (e2e);
  jp_e2e_start (e2e, TODAY, "--page=dashboard", DATA, NULL);
  jp_e2e_wait (e2e, JP_ROLE_BUTTON, "在有效期集群 *");
  jp_e2e_start_second (e2e, "--page=clusters", NULL);
  jp_e2e_wait_count (e2e, JP_ROLE_TABLE_ROW, "厦门市*", 6);
  g_assert_cmpuint (jp_e2e_look (e2e)->children->len, ==, 1);
}

static void
wait_for_stage (JpE2e *e2e, const char *stage)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  for (;;)
    {
      const JpNode *row = jp_e2e_find (jp_e2e_look (e2e), JP_ROLE_TABLE_ROW, BIOMEDICINE);

      if (row != NULL && jp_e2e_find (row, JP_ROLE_LABEL, stage) != NULL)
        return;
      if (g_get_monotonic_time () > end)
        jp_e2e_fail (e2e, "The cluster is not %s.", stage);
      g_usleep (G_USEC_PER_SEC / 20);
    }
}

/* R-TERM: the day turns, and the term has lapsed without anybody opening the record. */
static void
test_day_turns (JpE2e *e2e)
{
  make_ledger (e2e);
  jp_e2e_start (e2e, "--today=2027-09-18", "--page=clusters", DATA, NULL);
  wait_for_stage (e2e, "已认定");
  jp_e2e_start_second (e2e, "--today=2027-09-19", NULL);
  wait_for_stage (e2e, "已失效");
}

/* An edit is taken back by its button's name, and brought again. */
static void
test_undo (JpE2e *e2e)
{
  make_ledger (e2e);
  jp_e2e_start (e2e, TODAY, "--page=clusters", DATA, NULL);
  open_biomedicine (e2e);
  jp_e2e_fill (e2e, "联系人", "欧阳筱雨");
  jp_e2e_key (e2e, "Tab");
  jp_e2e_wait_described (e2e, JP_ROLE_BUTTON, "撤销", "撤销“" BIOMEDICINE "：修改基本信息”");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "搜索");
  jp_e2e_key (e2e, "ctrl+z");
  jp_e2e_wait_text (e2e, JP_ROLE_TEXT, "联系人", "");
  jp_e2e_wait_described (e2e, JP_ROLE_BUTTON, "重做", "重做“" BIOMEDICINE "：修改基本信息”");
  jp_e2e_key (e2e, "ctrl+shift+z");
  jp_e2e_wait_text (e2e, JP_ROLE_TEXT, "联系人", "欧阳筱雨");
}

int
main (int argc, char **argv)
{
  jp_e2e_init (&argc, &argv);
  jp_e2e_add ("/e2e/restart/dossier-after-kill", test_dossier_after_kill);
  jp_e2e_add ("/e2e/restart/filters-after-kill", test_filters_after_kill);
  jp_e2e_add ("/e2e/restart/second-start", test_second_start);
  jp_e2e_add ("/e2e/restart/day-turns", test_day_turns);
  jp_e2e_add ("/e2e/restart/undo", test_undo);

  return g_test_run ();
}
