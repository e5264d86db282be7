/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-correction.h"

#include "jp-act-work.h"
#include "jp-correction-private.h"
#include "jp-filing.h"
#include "jp-store-clusters.h"
#include "jp-store-filings.h"
#include "jp-store-journal.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What an entry of the journal can be corrected in; voiding it is always possible. */
typedef enum
{
  JP_CORRECTS_NOTHING  = 0,
  JP_CORRECTS_DATE     = 1 << 0,
  JP_CORRECTS_FILED    = 1 << 1,
  JP_CORRECTS_TERM     = 1 << 2,
  JP_CORRECTS_DOCUMENT = 1 << 3,
  JP_CORRECTS_NOTE     = 1 << 4,
} JpCorrects;

static JpCorrects
asked_for (const JpCorrection *correction)
{
  return (correction->date != JP_DATE_NONE ? JP_CORRECTS_DATE : 0) |
         (correction->filed != JP_DATE_NONE ? JP_CORRECTS_FILED : 0) |
         (correction->first != JP_DATE_NONE || correction->last != JP_DATE_NONE ? JP_CORRECTS_TERM : 0) |
         (correction->document != NULL ? JP_CORRECTS_DOCUMENT : 0) | (correction->note != NULL ? JP_CORRECTS_NOTE : 0);
}

/* Of what an import brought, the recognitions are acts. */
static gboolean
is_import (const JpEntry *entry)
{
  return g_str_equal (entry->act, "import");
}

static JpCorrects
corrigible (const JpEntry *entry)
{
  if (is_import (entry) || g_str_equal (entry->act, "act.recognise") || g_str_equal (entry->act, "act.renew"))
    return JP_CORRECTS_DATE | JP_CORRECTS_TERM | JP_CORRECTS_DOCUMENT | JP_CORRECTS_NOTE;
  if (g_str_has_prefix (entry->act, "act."))
    return JP_CORRECTS_DATE | JP_CORRECTS_DOCUMENT | JP_CORRECTS_NOTE;
  if (g_str_equal (entry->act, "file.return"))
    return JP_CORRECTS_DATE;
  if (g_str_equal (entry->act, "file.change"))
    return JP_CORRECTS_DATE | JP_CORRECTS_FILED;
  if (g_str_equal (entry->act, "file.incident"))
    return JP_CORRECTS_DATE | JP_CORRECTS_NOTE;

  return JP_CORRECTS_NOTHING;
}

gboolean
jp_correction_not_found (const JpCorrectionWork *work, GError **error)
{
  g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND,
               _("What entry %" PRId64 " recorded is no longer on record (R-LIFE)"), work->wrong->seq);
  return FALSE;
}

static gboolean
correct_return (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier,
                const JpCorrectionWork *work, GError **error)
{
  int year = (int) g_ascii_strtoll (work->record, NULL, 10);
  g_autofree JpReturn *record = NULL;
  g_autoptr (JpDossier) without = NULL;

  if (jp_dossier_return (dossier, year) == NULL)
    return jp_correction_not_found (work, error);
  if (!jp_store_delete_return (transaction, dossier->id, year, error))
    return FALSE;
  if (work->correction->void_it)
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
correct_change (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier,
                const JpCorrectionWork *work, GError **error)
{
  g_autoptr (JpDossier) copy = jp_dossier_copy (dossier);
  JpChange *change = find_change (copy, work->record);

  if (change == NULL)
    return jp_correction_not_found (work, error);
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
correct_incident (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier,
                  const JpCorrectionWork *work, GError **error)
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

  return jp_correction_not_found (work, error);
}

static gboolean
do_correct (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
            gpointer data, GError **error)
{
  const JpCorrectionWork *work = data;
  const char *act = work->wrong->act;
  gboolean done;

  if (g_str_has_prefix (act, "act.") || is_import (work->wrong))
    done = jp_correct_act (transaction, context, dossier, work, error);
  else if (g_str_equal (act, "file.return"))
    done = correct_return (transaction, context, dossier, work, error);
  else if (g_str_equal (act, "file.change"))
    done = correct_change (transaction, context, dossier, work, error);
  else
    done = correct_incident (transaction, context, dossier, work, error);
  if (!done)
    return FALSE;

  entry->undoes = work->wrong->seq;
  entry->summary = g_strdup_printf ("%s第%" PRId64 "条记录（%s）：%s",
                                    work->correction->void_it ? "作废" : "更正", work->wrong->seq, work->wrong->summary,
                                    work->correction->reason);

  return TRUE;
}

/* An office corrects what it recorded, the city what any office did. */
static gboolean
check_office (JpDesk *desk, const JpEntry *wrong, GError **error)
{
  const char *office = jp_desk_get_office (desk);
  JpContext context;

  if (g_str_equal (office, JP_OFFICE_CITY) || g_strcmp0 (office, wrong->office) == 0)
    return TRUE;

  if (!jp_desk_get_context (desk, &context, error))
    return FALSE;

  g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_OFFICE,
               _("Entry %" PRId64 " was recorded for the office “%s”; that office or the city corrects it "
                 "(R-LIFE)"), wrong->seq,
               jp_pack_office_name (jp_pack_set_on (context.packs, context.today), wrong->office));
  return FALSE;
}

static gboolean
check_asked (const JpEntry *wrong, const JpCorrection *correction, GError **error)
{
  JpCorrects asked = asked_for (correction);

  if (corrigible (wrong) == JP_CORRECTS_NOTHING)
    g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                 _("Entry %" PRId64 " is not corrected but taken back by its counter-act, or by undo: %s "
                   "(R-LIFE)"), wrong->seq, wrong->summary);
  else if (correction->reason == NULL || *correction->reason == '\0')
    g_set_error_literal (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                         _("A correction needs a reason, which is kept (R-LIFE)"));
  else if (correction->void_it ? asked != 0 : asked == 0)
    g_set_error_literal (
      error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
      _("Say either that it never happened, or what is right: the day, the term, the document number "
        "or the note (R-LIFE)"));
  else if ((asked & ~corrigible (wrong)) != 0)
    g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                 _("Entry %" PRId64 " has nothing of that kind to correct: %s (R-LIFE)"), wrong->seq,
                 wrong->summary);
  else if (is_import (wrong) && correction->cluster == NULL)
    g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                 _("Entry %" PRId64 " is an import of several clusters; name the cluster whose recognition is "
                   "wrong (R-LIFE)"), wrong->seq);
  else
    return TRUE;

  return FALSE;
}

/* The recognition an import brought for the cluster named. */
static char *
find_imported (JpStore *store, const char *cluster, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_store_load_dossier (store, cluster, error);

  for (guint i = 0; dossier != NULL && i < dossier->acts->len; i++)
    if (((const JpAct *) dossier->acts->pdata[i])->imported)
      return g_strdup (((const JpAct *) dossier->acts->pdata[i])->id);

  return NULL;
}

/**
 * jp_casework_correct:
 * @desk: where it is done
 * @seq: number of the journal entry whose record is wrong
 * @correction: what it should have been, with the reason
 * @error: return location for an error
 *
 * Voids or corrects a recorded act or filing by a recorded correction (R-LIFE): the wrong entry stays in the journal,
 * and the history as corrected must be one the rules allow. It is done by the office that recorded the entry, or by the
 * city.
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
  JpCorrectionWork work = { wrong, NULL, correction };

  if (wrong == NULL || !check_asked (wrong, correction, error) || !check_office (desk, wrong, error))
    return 0;

  record = is_import (wrong) ? find_imported (store, correction->cluster, error) : jp_detail_get_record (wrong->detail);
  work.record = record;
  if (record == NULL)
    {
      if (error == NULL || *error == NULL)
        jp_correction_not_found (&work, error);
      return 0;
    }
  if (!jp_desk_do (desk, JP_ENTRY_ACT, "correct", is_import (wrong) ? correction->cluster : wrong->cluster, do_correct,
                   &work, error))
    return 0;
  last = jp_store_load_journal (store, 0, 1, NULL, error);

  return last != NULL && last->len > 0 ? ((JpEntry *) last->pdata[0])->seq : 0;
}
