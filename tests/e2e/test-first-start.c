/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From nothing to the dashboard, without a mouse: Tab, Enter and typing alone. */

#include "jp-e2e.h"

#include <string.h>

#define CLUSTER "厦门市筼筜湖“新材料”产业集群"

static void
make_file (JpE2e *e2e)
{
  jp_e2e_start (e2e, "--today=" JP_E2E_TODAY, NULL);
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "欢迎使用集评");
  jp_e2e_shoot (e2e, "welcome");
  jp_e2e_tab_to (e2e, JP_ROLE_LIST_ITEM, "从空白开始(E)");
  jp_e2e_key (e2e, "Return");

  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, "您的姓名*");
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
  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, "集群名称*");
  jp_e2e_type (e2e, CLUSTER);
  jp_e2e_tab_to (e2e, JP_ROLE_TEXT, "主导产业*");
  jp_e2e_type (e2e, "新材料");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait (e2e, JP_ROLE_TABLE_ROW, CLUSTER);
}

/* The ministry's act, put on record by the city. */
static void
recognise (JpE2e *e2e)
{
  jp_e2e_tab_to (e2e, JP_ROLE_TABLE_ROW, CLUSTER);
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, CLUSTER);
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "认定");
  jp_e2e_key (e2e, "Return");

  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, "日期");
  jp_e2e_key (e2e, "ctrl+a");
  jp_e2e_type (e2e, "2024-9-19");
  jp_e2e_tab_to (e2e, JP_ROLE_TEXT, "文号");
  jp_e2e_type (e2e, "工企业函〔2024〕268号");
  jp_e2e_tab_to (e2e, JP_ROLE_TEXT, "理由");
  jp_e2e_type (e2e, "建档前已认定");
  jp_e2e_wait_text (e2e, JP_ROLE_TEXT, "理由", "建档前已认定");
  jp_e2e_shoot (e2e, "recognise");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "登记(R)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "2024年9月19日　认定");
  jp_e2e_shoot (e2e, "recognised");
}

/* Year by year, each figure followed by Enter, which goes on to the next. */
static void
enter_figures (JpE2e *e2e)
{
  static const struct { int year; const char *figures[6]; } years[] = {
    { 2024, { "1200000", "900000.5", "600000", "36000", "24000", "5200" } },
    { 2025, { "1350000", "1000000", "680000", "45000", "26000", "5600" } },
  };

  jp_e2e_tab_to (e2e, JP_ROLE_LIST_ITEM, "概况");
  jp_e2e_key (e2e, "Down");
  jp_e2e_key (e2e, "Return");
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *first = g_strdup_printf ("总产值 %d年（万元）", years[i].year);
      g_autofree char *next = g_strdup_printf ("企业总数 %d年（家）", years[i].year);

      jp_e2e_tab_to (e2e, JP_ROLE_TEXT, first);
      for (guint j = 0; j < G_N_ELEMENTS (years[i].figures); j++)
        {
          jp_e2e_type (e2e, years[i].figures[j]);
          jp_e2e_key (e2e, "Return");
        }
      jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, next);
    }
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "+12.50%"); /* growth of the output */
  jp_e2e_shoot (e2e, "figures");
}

static void
look_at_dashboard (JpE2e *e2e)
{
  const JpNode *chart;

  jp_e2e_key (e2e, "ctrl+1");
  jp_e2e_wait (e2e, JP_ROLE_BUTTON, "在有效期集群 1 个*");
  chart = jp_e2e_wait (e2e, JP_ROLE_IMAGE, "总产值和增长率");
  g_assert_nonnull (strstr (chart->description, "2024：总产值 120.00 亿元"));
  g_assert_nonnull (strstr (chart->description, "2025：总产值 135.00 亿元，增长率 +12.50%"));
  jp_e2e_shoot (e2e, "dashboard");
}

static void
test_first_start (JpE2e *e2e)
{
  make_file (e2e);
  add_cluster (e2e);
  recognise (e2e);
  enter_figures (e2e);
  look_at_dashboard (e2e);
  jp_e2e_quit (e2e);
}

int
main (int argc, char **argv)
{
  jp_e2e_init (&argc, &argv);
  jp_e2e_add ("/e2e/first-start/to-dashboard-by-keyboard", test_first_start);

  return g_test_run ();
}
