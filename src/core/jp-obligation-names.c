/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kinds and states of obligations: ids as the command line writes them, names as papers print them. */

#include "jp-obligation.h"

typedef struct
{
  const char *id;
  const char *name;
} Name;

static const Name kinds[JP_N_DUTIES] = {
  [JP_DUTY_ASSESSMENT] = { "assessment", "年度考核" },
  [JP_DUTY_RETURN] = { "return", "年度报送" },
  [JP_DUTY_RENEWAL_OPEN] = { "renewal-open", "复核窗口开启" },
  [JP_DUTY_RENEWAL] = { "renewal", "申报复核" },
  [JP_DUTY_TERM_END] = { "term-end", "有效期届满" },
  [JP_DUTY_AWAITING] = { "awaiting", "待复核结论" },
  [JP_DUTY_PUBLICITY] = { "publicity", "资金公示" },
  [JP_DUTY_CHANGE] = { "change", "变更报备" },
  [JP_DUTY_FINDING] = { "finding", "整改" },
  [JP_DUTY_AUDIT] = { "audit", "专项审计" },
  [JP_DUTY_CONTRADICTED] = { "contradicted", "结论与记录不符" },
  [JP_DUTY_OWN] = { "own", "自定事项" },
};

static const Name states[] = {
  [JP_DUTY_UPCOMING] = { "upcoming", "未到期" },
  [JP_DUTY_DUE] = { "due", "临近到期" },
  [JP_DUTY_OVERDUE] = { "overdue", "逾期" },
  [JP_DUTY_DONE] = { "done", "已办" },
  [JP_DUTY_NOT_RECORDED] = { "not-recorded", "未补录" },
};

/**
 * jp_duty_kind_id:
 * @kind: a kind of obligation
 *
 * Returns: its id, as the command line writes it
 */
const char *
jp_duty_kind_id (JpDutyKind kind)
{
  g_return_val_if_fail ((guint) kind < JP_N_DUTIES, NULL);

  return kinds[kind].id;
}

/**
 * jp_duty_kind_name:
 * @kind: a kind of obligation
 *
 * Returns: its name as papers print it, always Chinese
 */
const char *
jp_duty_kind_name (JpDutyKind kind)
{
  g_return_val_if_fail ((guint) kind < JP_N_DUTIES, NULL);

  return kinds[kind].name;
}

/**
 * jp_duty_state_id:
 * @state: a state
 *
 * Returns: its id, as the command line writes it
 */
const char *
jp_duty_state_id (JpDutyState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);

  return states[state].id;
}

/**
 * jp_duty_state_name:
 * @state: a state
 *
 * Returns: its name as papers print it, always Chinese
 */
const char *
jp_duty_state_name (JpDutyState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);

  return states[state].name;
}
