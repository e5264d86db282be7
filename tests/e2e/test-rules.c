/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A weight moves from one indicator to another, by keyboard: looked at, put in force; what is confirmed stays as it
 * was. */

#include "jp-e2e-wizard.h"

#include <string.h>

#define DATA "jiping.db"

static void
act (JpE2e *e2e, const char *office, const char *person, const char *act, const char *item, const char *value)
{
  g_free (jp_e2e_ctl (e2e, DATA, "--office", office, "--as", person, "assess", JP_E2E_BIOMEDICINE, "2024", act, item,
                      value, value != NULL && g_str_equal (item, "governance") ? "--reason" : NULL, "按评价提纲核查",
                      NULL));
}

static void
give_points (JpE2e *e2e, const char *office, const char *person)
{
  static const char * const points[][2] = {
    { "output_growth", "20.00" }, { "rd_growth", "15.00" }, { "quality_sme", "20.00" }, { "key_industrial", "15.00" },
    { "ip_growth", "5.01" }, { "digital", "8.68" }, { "governance", "9.00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    act (e2e, office, person, "points", points[i][0], points[i][1]);
}

/* Confirmed for 2024 under the first version. */
static void
make_file (JpE2e *e2e)
{
  g_autofree char *path = g_build_filename (g_getenv ("JP_TEST_DATA"), "samples/ledger-2022-2025.xlsx", NULL);

  g_free (jp_e2e_ctl (e2e, DATA, "init", "--since", "2025-06-01", NULL));
  g_free (jp_e2e_ctl (e2e, DATA, "import", path, NULL));
  act (e2e, "350205", "林志强", "open", NULL, NULL);
  give_points (e2e, "350205", "林志强");
  act (e2e, "350205", "林志强", "submit", NULL, NULL);
  give_points (e2e, "city", "陈晓岚");
  act (e2e, "city", "陈晓岚", "confirm", NULL, NULL);
}

static void
check_confirmed (JpE2e *e2e)
{
  g_autofree char *said
    = jp_e2e_ctl (e2e, DATA, "score", "--json", "--year", "2024", "--cluster", JP_E2E_BIOMEDICINE, NULL);

  if (strstr (said, "\"xiamen-2024/1\"") == NULL || strstr (said, "92.69") == NULL)
    jp_e2e_fail (e2e, "The confirmed year is another: %s", said);
}

/* Indicators stand one below the other: the second weight is that of the second. */
static void
move_weight (JpE2e *e2e)
{
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "编辑…(E)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "第2版草稿");
  jp_e2e_fill (e2e, "权重", "15");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "权重合计 95.00 / 100.00");
  g_clear_pointer (&(JpNode *) { jp_e2e_tab (e2e) }, jp_node_free);
  jp_e2e_fill (e2e, "权重", "20");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "权重合计 100.00 / 100.00");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "可以启用");
  jp_e2e_shoot (e2e, "rules-draft");
}

/* Left to itself a new version governs from the year that is lived; here from the one that is being assessed. */
static void
govern_from (JpE2e *e2e, const char *year)
{
  jp_e2e_focus (e2e, JP_ROLE_LIST_ITEM, "适用与版本");
  jp_e2e_key (e2e, "Return");
  jp_e2e_fill (e2e, "起始考核年度", year);
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "可以启用");
}

/* 试算影响: last year under the draft; nothing is saved. */
static void
simulate (JpE2e *e2e)
{
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "试算影响…(C)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_choose (e2e, "试算年度", "2024年度考核");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "考核集群4个（2024年度）：总分不同*");
  jp_e2e_shoot (e2e, "rules-what-if");
  jp_e2e_key (e2e, "Escape");
  jp_e2e_wait_gone (e2e, JP_ROLE_LABEL, "考核集群4个（2024年度）：总分不同*");
  check_confirmed (e2e);
}

static void
put_in_force (JpE2e *e2e)
{
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "启用…(F)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "启用(P)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_gone (e2e, JP_ROLE_BUTTON, "启用(P)");
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "*· 第2版 ·*");
}

/* Its paper still says the version it was made with. */
static void
look_at_confirmed (JpE2e *e2e)
{
  check_confirmed (e2e);
  jp_e2e_key (e2e, "ctrl+3");
  jp_e2e_choose (e2e, "考核年度", "2024年度");
  jp_e2e_wait_count (e2e, JP_ROLE_TABLE_ROW, "厦门市*", 4);
  jp_wizard_open (e2e, JP_E2E_BIOMEDICINE);
  jp_e2e_wait_described (e2e, JP_ROLE_IMAGE, "第 1 页*", "*规则包 xiamen-2024 第1版*");
  jp_wizard_leave (e2e);
}

static void
begin_new_year (JpE2e *e2e)
{
  jp_e2e_choose (e2e, "考核年度", "2025年度");
  jp_e2e_wait_count (e2e, JP_ROLE_TABLE_ROW, "厦门市*", 5);
  jp_wizard_open (e2e, JP_E2E_BIOMEDICINE);
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "*（第2版）");
  jp_wizard_begin (e2e, "林志强");
  jp_wizard_choose (e2e, "评分");
  jp_wizard_score (e2e, "区评", "9", "按评价提纲核查");
  jp_e2e_wait_described (e2e, JP_ROLE_BUTTON, "撤销", "*集群治理和服务*");
}

static void
test_weight_moves (JpE2e *e2e)
{
  g_autofree char *said = NULL;

  make_file (e2e);
  jp_e2e_start (e2e, "--today=" JP_E2E_TODAY, "--page=rules", DATA, NULL);
  move_weight (e2e);
  govern_from (e2e, "2025");
  simulate (e2e);
  put_in_force (e2e);
  look_at_confirmed (e2e);
  begin_new_year (e2e);
  said = jp_e2e_ctl (e2e, DATA, "score", "--json", "--year", "2025", "--cluster", JP_E2E_BIOMEDICINE, NULL);
  g_assert_nonnull (strstr (said, "\"xiamen-2024/2\""));
}

int
main (int argc, char **argv)
{
  jp_e2e_init (&argc, &argv);
  jp_e2e_add ("/e2e/rules/weight-moves", test_weight_moves);

  return g_test_run ();
}
