/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-correction.h"

#include "jp-act-work.h"
#include "jp-filing.h"
#include "jp-life.h"
#include "jp-store-clusters.h"
#include "jp-store-filings.h"
#include "jp-store-journal.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

typedef struct
{
  const JpEntry      *wrong;
  const char         *record; /* id of the record the wrong entry made */
  const JpCorrection *correction;
} Work;

static gboolean
not_found (const Work *work, GError **error)
{
  g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND,
               _("What entry %" PRId64 " recorded is no longer on record (R-LIFE)"), work->wrong->seq);
  return FALSE;
}

/* The history as corrected must still be one that could have happened. */
static gboolean
check_history (JpTransaction *transaction, const JpContext *context, const char *cluster, GError **error)
{
  g_autoptr (JpDossier) after = jp_transaction_load_dossier (transaction, cluster, error);

  return after != NULL && jp_life_check_history (after, context, error);
}

static void
apply_to_act (JpAct *act, const JpCorrection *correction)
{
  if (correction->date != JP_DATE_NONE)
    act->date = correction->date;
  if (correction->first != JP_DATE_NONE)
    act->term.first = correction->first;
  if (correction->last != JP_DATE_NONE)
    act->term.last = correction->last;
  if (correction->document != NULL)
    jp_text_set (&act->document, correction->document);
  if (correction->note != NULL)
    jp_text_set (&act->note, correction->note);
}

static gboolean
correct_act (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, const Work *work, GError **error)
{
  g_autoptr (JpDossier) copy = jp_dossier_copy (dossier);

  for (guint i = 0; i < copy->acts->len; i++)
    {
      JpAct *act = copy->acts->pdata[i];

      if (!g_str_equal (act->id, work->record))
        continue;
      if (work->correction->void_it)
        return jp_store_void_act (transaction, dossier->id, act->id, work->correction->reason, error) &&
               check_history (transaction, context, dossier->id, error);
      apply_to_act (act, work->correction);
      return jp_store_put_act (transaction, dossier->id, act, error) && check_history (transaction, context, dossier->id, error);
    }

  return not_found (work, error);
}

static gboolean
correct_return (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, const Work *work, GError **error)
{
  int year = (int) g_ascii_strtoll (work->record, NULL, 10);
  g_autofree JpReturn *record = NULL;
  g_autoptr (JpDossier) without = NULL;

  if (jp_dossier_return (dossier, year) == NULL)
    return not_found (work, error);
  if (!jp_store_delete_return (transaction, dossier->id, year, error))
    return FALSE;
  if (work->correction->void_it || work->correction->date == JP_DATE_NONE)
    return TRUE;

  without = jp_transaction_load_dossier (transaction, dossier->id, error);
  record = jp_return_new (year, work->correction->date);

  return without != NULL && jp_filing_check_return (without, context, year, record->filed, error) &&
         jp_store_put_return (transaction, dossier->id, record, error);
}

static JpChange *
find_change (JpDossier *dossier, const char *id)
{
  for (guint i = 0; i < dossier->changes->len; i++)
    if (g_str_equal (((JpChange *) dossier->changes->pdata[i])->id, id))
      return dossier->changes->pdata[i];

  return NULL;
}

/* A voided change gives the cluster back what it had, where nothing has changed it since. */
static gboolean
take_back_change (JpTransaction *transaction, JpDossier *copy, const JpChange *change, GError **error)
{
  char **field = jp_filing_changed_field (copy, change->kind);

  if (field == NULL || g_strcmp0 (*field, change->to) != 0)
    return TRUE;
  jp_text_set (field, change->from);

  return jp_store_put_cluster (transaction, copy, error);
}

static gboolean
correct_change (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, const Work *work, GError **error)
{
  g_autoptr (JpDossier) copy = jp_dossier_copy (dossier);
  JpChange *change = find_change (copy, work->record);

  if (change == NULL)
    return not_found (work, error);
  if (work->correction->void_it)
    return take_back_change (transaction, copy, change, error) &&
           jp_store_delete_change (transaction, dossier->id, change->id, error);
  if (work->correction->date != JP_DATE_NONE)
    change->day = work->correction->date;
  if (work->correction->filed != JP_DATE_NONE)
    change->filed = work->correction->filed;

  return jp_filing_check_change (dossier, context, change, error) &&
         jp_store_put_change (transaction, dossier->id, change, error);
}

static gboolean
correct_incident (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, const Work *work, GError **error)
{
  g_autoptr (JpDossier) copy = jp_dossier_copy (dossier);

  for (guint i = 0; i < copy->incidents->len; i++)
    {
      JpIncident *incident = copy->incidents->pdata[i];

      if (!g_str_equal (incident->id, work->record))
        continue;
      if (work->correction->void_it)
        return jp_store_delete_incident (transaction, dossier->id, incident->id, error);
      if (work->correction->date != JP_DATE_NONE)
        incident->day = work->correction->date;
      if (work->correction->note != NULL)
        jp_text_set (&incident->note, work->correction->note);
      return jp_filing_check_incident (dossier, context, incident, error) &&
             jp_store_put_incident (transaction, dossier->id, incident, error);
    }

  return not_found (work, error);
}

static gboolean
do_correct (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data, GError **error)
{
  const Work *work = data;
  const char *act = work->wrong->act;
  gboolean done;

  if (g_str_has_prefix (act, "act."))
    done = correct_act (transaction, context, dossier, work, error);
  else if (g_str_equal (act, "file.return"))
    done = correct_return (transaction, context, dossier, work, error);
  else if (g_str_equal (act, "file.change"))
    done = correct_change (transaction, context, dossier, work, error);
  else
    done = correct_incident (transaction, context, dossier, work, error);
  if (!done)
    return FALSE;

  entry->undoes = work->wrong->seq;
  entry->summary = g_strdup_printf ("%s第%" G_GINT64_FORMAT "条记录（%s）：%s", work->correction->void_it ? "作废" : "更正",
                                    work->wrong->seq, work->wrong->summary, work->correction->reason);

  return TRUE;
}

static gboolean
can_be_corrected (const JpEntry *entry)
{
  return entry->cluster != NULL && (g_str_has_prefix (entry->act, "act.") || g_str_equal (entry->act, "file.return") ||
                                    g_str_equal (entry->act, "file.change") || g_str_equal (entry->act, "file.incident"));
}

/**
 * jp_casework_correct:
 * @desk: where it is done
 * @seq: number of the journal entry whose record is wrong
 * @correction: what it should have been, with the reason
 * @error: return location for an error
 *
 * Voids or corrects a recorded act or filing by a recorded correction (R-LIFE): the wrong entry stays in the journal, and
 * the history as corrected must be one the rules allow.
 *
 * Returns: number of the correcting entry, or 0 on error
 */
gint64
jp_casework_correct (JpDesk *desk, gint64 seq, const JpCorrection *correction, GError **error)
{
  JpStore *store = jp_desk_get_store (desk);
  g_autoptr (JpEntry) wrong = jp_store_load_entry (store, seq, error);
  g_autofree char *record = NULL;
  g_autoptr (GPtrArray) last = NULL;
  Work work = { wrong, NULL, correction };

  if (wrong == NULL)
    return 0;
  record = jp_detail_get_record (wrong->detail);
  if (!can_be_corrected (wrong) || record == NULL)
    {
      g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                   _("Entry %" PRId64 " is not corrected but taken back by its counter-act, or by undo: %s "
                     "(R-LIFE)"), seq, wrong->summary);
      return 0;
    }
  if (correction->reason == NULL || *correction->reason == '\0')
    {
      g_set_error_literal (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                           _("A correction needs a reason, which is kept (R-LIFE)"));
      return 0;
    }

  work.record = record;
  if (!jp_desk_do (desk, JP_ENTRY_ACT, "correct", wrong->cluster, do_correct, &work, error))
    return 0;
  last = jp_store_load_journal (store, 0, 1, NULL, error);

  return last != NULL && last->len > 0 ? ((JpEntry *) last->pdata[0])->seq : 0;
}
