/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scoring wizard as a clerk goes through it, without a mouse. */

#include "jp-e2e-wizard.h"

const char * const jp_e2e_indicators[JP_E2E_N_INDICATORS] = {
  "总产值增量（增长率）", "研发投入增量（增长率）", "优质中小企业培育增量", "重点工业企业增量", "知识产权增量（增长率）", "数字化情况",
  "集群治理和服务",
};

void
jp_wizard_open (JpE2e *e2e, const char *cluster)
{
  jp_e2e_focus (e2e, JP_ROLE_TABLE_ROW, cluster);
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait (e2e, JP_ROLE_LIST, "步骤");
}

void
jp_wizard_leave (JpE2e *e2e)
{
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "全部考核");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_gone (e2e, JP_ROLE_LIST, "步骤");
}

void
jp_wizard_begin (JpE2e *e2e, const char *person)
{
  jp_e2e_fill (e2e, "区初审人", person);
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, "开始考核(B)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_gone (e2e, JP_ROLE_BUTTON, "开始考核(B)");
}

void
jp_wizard_next (JpE2e *e2e, const char *step)
{
  g_autofree char *button = g_strconcat ("下一步：", step, NULL);

  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, button);
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_state (e2e, JP_ROLE_LIST_ITEM, step, JP_STATE_SELECTED, TRUE);
}

void
jp_wizard_choose (JpE2e *e2e, const char *step)
{
  jp_e2e_focus (e2e, JP_ROLE_LIST_ITEM, step);
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_state (e2e, JP_ROLE_LIST_ITEM, step, JP_STATE_SELECTED, TRUE);
}

void
jp_wizard_score (JpE2e *e2e, const char *office, const char *judged, const char *reason)
{
  const char *last = jp_e2e_indicators[JP_E2E_N_INDICATORS - 1];
  g_autofree char *first = g_strdup_printf ("%s：%s分", jp_e2e_indicators[0], office);
  g_autofree char *because = g_strdup_printf ("%s：%s理由", last, office);

  jp_e2e_tab_to (e2e, JP_ROLE_TEXT, first);
  for (guint i = 1; i < JP_E2E_N_INDICATORS; i++)
    {
      g_autofree char *next = g_strdup_printf ("%s：%s分", jp_e2e_indicators[i], office);

      jp_e2e_key (e2e, "Return");
      jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, next);
    }
  jp_e2e_type (e2e, judged);
  jp_e2e_key (e2e, "Return");
  if (reason != NULL)
    {
      jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, because);
      jp_e2e_type (e2e, reason);
      jp_e2e_key (e2e, "Return");
    }
  jp_e2e_wait_focus (e2e, JP_ROLE_BUTTON, "下一步：一票否决");
}
