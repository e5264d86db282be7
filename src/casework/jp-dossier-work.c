/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-work.h"

#include "jp-act-work.h"
#include "jp-store-filings.h"
#include "jp-store-journal.h"

#include <glib/gi18n-lib.h>

#define DIRECTION "direction:"

/**
 * jp_direction_topic:
 * @direction: index of one of the pack's directions of cultivation (第四条)
 *
 * Returns: (transfer full): the topic of the dossier's note on it
 */
char *
jp_direction_topic (guint direction)
{
  return g_strdup_printf (DIRECTION "%u", direction);
}

typedef struct
{
  const char *topic;
  const char *text;
} NoteWork;

/* What the note is about, as the journal names it. */
static char *
topic_name (const JpPack *pack, const char *topic)
{
  guint64 direction = g_str_has_prefix (topic, DIRECTION) ? g_ascii_strtoull (topic + sizeof DIRECTION - 1, NULL,
                                                                              10) : G_MAXUINT64;

  if (direction < g_strv_length (pack->directions))
    return g_strdup_printf ("培育方向“%s”的记述", pack->directions[direction]);

  return g_strdup ("备注");
}

static gboolean
do_note (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
         GError **error)
{
  const NoteWork *work = data;
  g_autofree char *tidy = g_strdup (work->text != NULL ? work->text : "");
  g_autofree char *name = topic_name (jp_pack_set_on (context->packs, context->today), work->topic);

  g_strstrip (tidy);
  if (!jp_store_put_note (transaction, dossier->id, work->topic, tidy, error))
    return FALSE;
  entry->summary = g_strdup_printf ("%s：%s%s", dossier->name, *tidy != '\0' ? "修改" : "清除", name);

  return TRUE;
}

/**
 * jp_casework_set_note:
 * @desk: where it is entered
 * @cluster: UUID of the cluster
 * @topic: what it is about, see jp_direction_topic()
 * @text: (nullable): the note; empty takes it out
 * @error: return location for an error
 *
 * Keeps a note of the dossier, such as what is done in one of the directions of cultivation (第四条).
 *
 * Returns: whether it was kept
 */
gboolean
jp_casework_set_note (JpDesk *desk, const char *cluster, const char *topic, const char *text, GError **error)
{
  NoteWork work = { topic, text };

  g_return_val_if_fail (topic != NULL && *topic != '\0', FALSE);

  return jp_desk_do (desk, JP_ENTRY_WORK, "note", cluster, do_note, &work, error);
}

static gboolean
check_goal (const JpPack *pack, const JpGoal *goal, GError **error)
{
  if (jp_pack_find_metric (pack, goal->metric) < 0)
    {
      g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, _("The rule pack has no figure “%s” (R-SCORE)"),
                   goal->metric);
      return FALSE;
    }
  if (goal->target != JP_VALUE_UNKNOWN && (goal->target < 0 || goal->target > JP_VALUE_MAX))
    {
      g_set_error_literal (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                           _("A goal is 0 or more and less than 10¹⁵ in its smallest unit (R-TERM)"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
do_goal (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
         GError **error)
{
  const JpGoal *goal = data;
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  const JpMetric *metric;
  g_autofree char *target = NULL;

  if (!check_goal (pack, goal, error))
    return FALSE;

  metric = &pack->metrics[jp_pack_find_metric (pack, goal->metric)];
  if (goal->target == JP_VALUE_UNKNOWN)
    {
      entry->summary = g_strdup_printf ("%s：删除%d年%s目标", dossier->name, goal->year, metric->name);
      return jp_store_delete_goal (transaction, dossier->id, goal->metric, goal->year, error);
    }

  target = jp_units_to_grouped (goal->target, metric->decimals);
  entry->summary = g_strdup_printf ("%s：%d年%s目标定为%s%s", dossier->name, goal->year, metric->name, target, metric->unit);

  return jp_store_put_goal (transaction, dossier->id, goal, error);
}

/**
 * jp_casework_set_goal:
 * @desk: where it is entered
 * @cluster: UUID of the cluster
 * @goal: metric, year and target in the metric's smallest unit; a target of %JP_VALUE_UNKNOWN takes the goal out
 * @error: return location for an error
 *
 * Keeps a goal of the three-year plan, against which a renewal is checked (R-TERM, 第八条).
 *
 * Returns: whether it was kept
 */
gboolean
jp_casework_set_goal (JpDesk *desk, const char *cluster, const JpGoal *goal, GError **error)
{
  return jp_desk_do (desk, JP_ENTRY_WORK, "goal", cluster, do_goal, (gpointer) goal, error);
}

/* A recognition that a workbook brought has no entry of its own: the import's is corrected for this cluster. */
static gint64
find_import (JpDesk *desk, const char *cluster, const char *record, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 seq = jp_store_find_import (jp_desk_get_store (desk), cluster, record, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (seq == 0)
    g_set_error_literal (error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND,
                         _("The journal of this data file does not say who put this on record; it cannot be corrected "
                           "here (R-LIFE)"));

  return seq;
}

/**
 * jp_casework_find_entry:
 * @desk: a desk
 * @cluster: UUID of the cluster
 * @act: the entry's act, or what it begins with: "act.", "file.change"
 * @record: id of the record; of a return its year
 * @error: return location for an error
 *
 * Finds the journal entry that put something on record, for who wants to correct it and has only the record. What an
 * import brought is the import's: such a correction names the cluster (JpCorrection.cluster).
 *
 * Returns: number of the entry; 0 on error
 */
gint64
jp_casework_find_entry (JpDesk *desk, const char *cluster, const char *act, const char *record, GError **error)
{
  g_autoptr (GPtrArray) entries = jp_store_load_journal (jp_desk_get_store (desk), 0, 0, cluster, error);

  if (entries == NULL)
    return 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const JpEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *named = g_str_has_prefix (entry->act, act) ? jp_detail_get_record (entry->detail) : NULL;

      if (g_strcmp0 (named, record) == 0)
        return entry->seq;
    }

  return find_import (desk, cluster, record, error);
}
