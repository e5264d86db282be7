/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-result-private.h"

/* The evidence by which the records prove @rule now, or NULL. */
static const char *
proved_now (GPtrArray *vetoes, const JpVetoRule *rule)
{
  for (guint i = 0; i < vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (vetoes, i);

      if (veto->rule == rule && veto->by_record && veto->state == JP_VETO_STANDS)
        return veto->evidence;
    }

  return NULL;
}

static gboolean
failed_then (const JpAssessment *assessment, const char *veto)
{
  for (guint i = 0; i < assessment->frozen->vetoes->len; i++)
    {
      const JpFrozenVeto *frozen = g_ptr_array_index (assessment->frozen->vetoes, i);

      if (g_strcmp0 (frozen->veto, veto) == 0)
        return TRUE;
    }

  return FALSE;
}

/* One rule's part of the sentence. A veto that a reviewer added does not rest on the records. */
static void
append_rule (GString *sentence, const JpAssessment *assessment, GPtrArray *vetoes, const JpVetoRule *rule)
{
  const char *evidence = proved_now (vetoes, rule);
  gboolean then = failed_then (assessment, rule->id);

  if (evidence != NULL && !then)
    g_string_append_printf (sentence, "；现有记录证明%s%s：%s", rule->number, rule->name, evidence);
  else if (evidence == NULL && then && !jp_assessment_added_veto (assessment, rule->id))
    g_string_append_printf (sentence, "；%s%s已无记录支持", rule->number, rule->name);
}

/**
 * jp_contradiction_describe:
 * @dossier: a cluster
 * @context: packs, holidays, the file's first day and today
 * @assessment: one of its assessments
 *
 * Holds the vetoes frozen in a confirmed assessment against what the records prove now, either way. A fact that comes
 * after confirming changes no frozen result; it asks the city to reopen, or to keep with a reason. The sentence rests
 * on the facts alone, not on the day it is asked, so that it stays the same until they change. R-VETO, 第十条.
 *
 * Returns: (transfer full) (nullable): the contradiction as an official sentence in Chinese; %NULL where there is
 *   none, or the city has kept the result against this very one
 */
char *
jp_contradiction_describe (const JpDossier *dossier, const JpContext *context, const JpAssessment *assessment)
{
  g_autoptr (GPtrArray) vetoes = NULL;
  g_autoptr (GString) sentence = NULL;
  const JpPack *pack;
  gsize opening;

  g_return_val_if_fail (dossier != NULL && context != NULL && assessment != NULL, NULL);

  pack = jp_result_find_pack (assessment, context, assessment->year);
  if (!jp_assessment_is_frozen (assessment) || pack == NULL)
    return NULL;

  vetoes = jp_vetoes_new (dossier, context, pack, assessment->year);
  sentence = g_string_new (NULL);
  g_string_append_printf (sentence, "%d年度考核确认后情况有变", assessment->year);
  opening = sentence->len;
  for (guint i = 0; i < pack->n_vetoes; i++)
    append_rule (sentence, assessment, vetoes, &pack->vetoes[i]);

  if (sentence->len == opening || g_strcmp0 (sentence->str, assessment->kept_against) == 0)
    return NULL;
  return g_strdup (sentence->str);
}
