/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assess-work.h"

#include "jp-act-work.h"
#include "jp-store-assessments.h"
#include "jp-store-rules.h"

typedef struct
{
  int          year;
  JpAssessAct *act;
} AssessWork;

/* Opening the first assessment of a year settles which pack governs it, for all clusters (R-PACK). */
static gboolean
fix_year (JpTransaction *transaction, const AssessWork *work, const JpAssessment *assessment, GError **error)
{
  if (work->act->kind != JP_ASSESS_OPEN)
    return TRUE;

  return jp_store_fix_year (transaction, work->year, assessment->pack_id, assessment->pack_version, error);
}

/* What the act is about, by its name in the rules: 打分, 总产值增量. */
static const char *
item_name (const JpPack *pack, const JpAssessAct *act)
{
  const JpVetoRule *veto;
  int indicator;

  if (act->kind == JP_ASSESS_NARRATIVE)
    return jp_narrative_part_name (act->item);
  if (act->kind == JP_ASSESS_POINTS)
    {
      indicator = jp_pack_find_indicator (pack, act->item);
      return indicator >= 0 ? pack->indicators[indicator].name : act->item;
    }

  veto = jp_pack_find_veto (pack, act->item);
  return veto != NULL ? veto->name : act->item;
}

/* 甲集群：2025年度考核，打分，总产值增量，现场考察评定 */
static char *
summarise (const JpDossier *dossier, const JpPack *pack, const AssessWork *work)
{
  g_autoptr (GString) summary = g_string_new (NULL);
  const char *item = work->act->item != NULL ? item_name (pack, work->act) : NULL;

  g_string_append_printf (summary, "%s：%d年度考核，%s", dossier->name, work->year, jp_assess_act_name (work->act->kind));
  if (item != NULL)
    g_string_append_printf (summary, "，%s", item);
  if (work->act->reason != NULL)
    g_string_append_printf (summary, "，%s", work->act->reason);

  return g_string_free (g_steal_pointer (&summary), FALSE);
}

static gboolean
do_assess (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
           gpointer data, GError **error)
{
  const AssessWork *work = data;
  g_autoptr (JpAssessment) next = jp_assess_apply (dossier, context, work->year, work->act, error);

  if (next == NULL || !fix_year (transaction, work, next, error) ||
      !jp_store_put_assessment (transaction, dossier->id, next, error))
    return FALSE;

  entry->summary = summarise (dossier, jp_pack_set_find (context->packs, next->pack_id, next->pack_version), work);

  return TRUE;
}

/* Entries of the reviewers are work that undo takes back; passing the assessment on is an official act. */
static JpEntryKind
entry_kind (JpAssessActKind kind)
{
  return kind == JP_ASSESS_POINTS || kind == JP_ASSESS_NARRATIVE || kind == JP_ASSESS_VETO || kind == JP_ASSESS_WITHDRAW
           ? JP_ENTRY_WORK : JP_ENTRY_ACT;
}

/**
 * jp_casework_assess:
 * @desk: where it is done
 * @cluster: UUID of the cluster
 * @year: the assessment year
 * @act: (inout): the act; its date, office and person are the desk's
 * @error: return location for a [enum@Jp.AssessError] or the store's error
 *
 * One act of a yearly assessment (R-SCORE, 第十条), for the office of the desk.
 *
 * Returns: whether it was done; a refused act changes nothing
 */
gboolean
jp_casework_assess (JpDesk *desk, const char *cluster, int year, JpAssessAct *act, GError **error)
{
  g_autofree char *id = g_strconcat ("assess.", jp_assess_act_id (act->kind), NULL);
  AssessWork work = { year, act };

  act->date = jp_desk_get_today (desk);
  act->office = jp_desk_get_office (desk);
  act->person = jp_desk_get_person (desk);

  return jp_desk_do (desk, entry_kind (act->kind), id, cluster, do_assess, &work, error);
}
