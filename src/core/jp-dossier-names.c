/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier.h"

/* An English id as CTL.md and the data file write it, and the word that papers and traces print. */
typedef struct
{
  const char *id;
  const char *name;
} Word;

static const Word act_words[JP_N_ACTS] = {
  [JP_ACT_CULTIVATE] = { "cultivate", "列入培育" },
  [JP_ACT_DESIGNATE] = { "designate", "指定运营单位" },
  [JP_ACT_APPLY] = { "apply", "申报" },
  [JP_ACT_ACCEPT] = { "accept", "受理" },
  [JP_ACT_REVIEW] = { "review", "初审" },
  [JP_ACT_INSPECT] = { "inspect", "实地抽查" },
  [JP_ACT_RECOMMEND] = { "recommend", "推荐" },
  [JP_ACT_RETURN] = { "return", "退回" },
  [JP_ACT_DECLINE] = { "decline", "不予推荐" },
  [JP_ACT_RECOGNISE] = { "recognise", "认定" },
  [JP_ACT_RENEWAL_APPLY] = { "renewal-apply", "申报复核" },
  [JP_ACT_RENEWAL_REVIEW] = { "renewal-review", "复核初审" },
  [JP_ACT_RENEWAL_RECOMMEND] = { "renewal-recommend", "复核推荐" },
  [JP_ACT_RENEW] = { "renew", "复核通过" },
  [JP_ACT_RENEWAL_FAIL] = { "renewal-fail", "复核未通过" },
  [JP_ACT_REVOKE] = { "revoke", "撤销" },
};

static const Word fund_act_words[] = {
  [JP_FUND_PLAN] = { "plan", "报送资金使用计划" },
  [JP_FUND_DISTRICT] = { "district", "区初审" },
  [JP_FUND_CITY] = { "city", "市审核" },
  [JP_FUND_PUBLICISE] = { "publicise", "公示" },
  [JP_FUND_OBJECT] = { "object", "公示异议" },
  [JP_FUND_SETTLE] = { "settle", "异议处理" },
  [JP_FUND_PAY] = { "pay", "下达" },
  [JP_FUND_REFUND] = { "refund", "退回资金" },
  [JP_FUND_RETURN] = { "return", "退回上一步" },
};

static const Word state_words[] = {
  [JP_ASSESSMENT_NONE] = { "none", "未开始" },
  [JP_ASSESSMENT_DISTRICT] = { "district", "区初审" },
  [JP_ASSESSMENT_CITY] = { "city", "市复核" },
  [JP_ASSESSMENT_CONFIRMED] = { "confirmed", "已确认" },
};

static const Word part_words[] = {
  { "execution", "规划执行" },
  { "progress", "目标进展" },
  { "experience", "工作经验" },
  { "problems", "问题与改进" },
};

/* The four narrative parts of an assessment (第九条), in the order they are printed. */
const char * const JP_NARRATIVE_PARTS[] = { "execution", "progress", "experience", "problems", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (part_words) + 1 == G_N_ELEMENTS (JP_NARRATIVE_PARTS));

static int
word_find (const Word *words, guint n_words, const char *id)
{
  for (guint i = 0; i < n_words; i++)
    {
      if (g_strcmp0 (words[i].id, id) == 0)
        return (int) i;
    }

  return -1;
}

/**
 * jp_office_is_district:
 * @office: (nullable): an office as the command line writes it
 *
 * Returns: whether @office is a district's code, six digits, rather than the city, the centre or the ministry
 */
gboolean
jp_office_is_district (const char *office)
{
  gsize length = 0;

  if (office == NULL)
    return FALSE;
  while (g_ascii_isdigit (office[length]))
    length++;

  return length == 6 && office[length] == '\0';
}

/**
 * jp_act_kind_id:
 * @kind: an act of R-LIFE
 *
 * Returns: its English id, as in CTL.md
 */
const char *
jp_act_kind_id (JpActKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (act_words), NULL);

  return act_words[kind].id;
}

/**
 * jp_act_kind_name:
 * @kind: an act of R-LIFE
 *
 * Returns: what papers call it, in Chinese whatever the locale
 */
const char *
jp_act_kind_name (JpActKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (act_words), NULL);

  return act_words[kind].name;
}

/**
 * jp_act_kind_parse:
 * @id: (nullable): an English id
 * @kind: (out): the act it names
 *
 * Returns: whether @id names an act; otherwise @kind is left untouched
 */
gboolean
jp_act_kind_parse (const char *id, JpActKind *kind)
{
  int index = word_find (act_words, G_N_ELEMENTS (act_words), id);

  if (index >= 0)
    *kind = (JpActKind) index;

  return index >= 0;
}

/**
 * jp_fund_act_kind_id:
 * @kind: an act of a funding case, R-FUND
 *
 * Returns: its English id, as in CTL.md
 */
const char *
jp_fund_act_kind_id (JpFundActKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (fund_act_words), NULL);

  return fund_act_words[kind].id;
}

/**
 * jp_fund_act_kind_name:
 * @kind: an act of a funding case, R-FUND
 *
 * Returns: what papers call it, in Chinese whatever the locale
 */
const char *
jp_fund_act_kind_name (JpFundActKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (fund_act_words), NULL);

  return fund_act_words[kind].name;
}

/**
 * jp_fund_act_kind_parse:
 * @id: (nullable): an English id
 * @kind: (out): the act it names
 *
 * Returns: whether @id names an act; otherwise @kind is left untouched
 */
gboolean
jp_fund_act_kind_parse (const char *id, JpFundActKind *kind)
{
  int index = word_find (fund_act_words, G_N_ELEMENTS (fund_act_words), id);

  if (index >= 0)
    *kind = (JpFundActKind) index;

  return index >= 0;
}

/**
 * jp_assessment_state_id:
 * @state: how far an assessment has come, R-SCORE
 *
 * Returns: its English id, as in CTL.md
 */
const char *
jp_assessment_state_id (JpAssessmentState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_words), NULL);

  return state_words[state].id;
}

/**
 * jp_assessment_state_name:
 * @state: how far an assessment has come, R-SCORE
 *
 * Returns: what papers call it, in Chinese whatever the locale
 */
const char *
jp_assessment_state_name (JpAssessmentState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_words), NULL);

  return state_words[state].name;
}

/**
 * jp_assessment_state_parse:
 * @id: (nullable): an English id
 * @state: (out): the state it names
 *
 * Returns: whether @id names a state; otherwise @state is left untouched
 */
gboolean
jp_assessment_state_parse (const char *id, JpAssessmentState *state)
{
  int index = word_find (state_words, G_N_ELEMENTS (state_words), id);

  if (index >= 0)
    *state = (JpAssessmentState) index;

  return index >= 0;
}

/**
 * jp_narrative_part_name:
 * @part: (nullable): one of %JP_NARRATIVE_PARTS
 *
 * Returns: (nullable): the heading of the part, in Chinese whatever the locale; %NULL when there is no such part
 */
const char *
jp_narrative_part_name (const char *part)
{
  int index = word_find (part_words, G_N_ELEMENTS (part_words), part);

  return index >= 0 ? part_words[index].name : NULL;
}
