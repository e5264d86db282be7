/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking back and doing again, and what the window says where an official act is in the way. */

#include "jp-session.h"

#include "jp-store-journal.h"

#include <glib/gi18n-lib.h>

/* What takes an official act back, in the words of the window's pages: the first whose id the act's begins with. */
static const struct
{
  const char *act, *counter;
} counter_acts[] = {
  { "assess.return", N_("The district submits the assessment again, in its last step on the Assessment page.") },
  { "assess.keep", N_("“Reopen” in the last step of the assessment opens it again.") },
  { "assess.submit", N_("The city returns it to the district, in the last step of the assessment.") },
  { "assess.confirm", N_("“Reopen” in the last step of the assessment opens it again, with a reason.") },
  { "assess.reopen", N_("Confirm the assessment again in its last step.") },
  { "fund.start", N_("Another first fiscal year takes its place, until the first year is paid: on the Funding page.") },
  { "fund.pay", N_("Money that comes back is recorded as a refund, in the case on the Funding page.") },
  { "fund.object", N_("“Settle” in the case on the Funding page settles the objection.") },
  { "fund.", N_("“Return” in the case on the Funding page takes it one step back.") },
  { "pack.use", N_("Another version is put in force for the year on the Policy Rules page.") },
  { "use.", N_("A red entry in an open quarter of the use ledger corrects what lies in a locked one.") },
  { "audit.", N_("The audit goes on, on the Funding page: a measure and both confirmations close a finding.") },
  { "correct", N_("Correct the record once more, in the journal of its dossier.") },
  { "act.", N_("“Correct” in the journal of its dossier voids it or sets it right, with a reason.") },
};

static const char *
counter_act (const char *act)
{
  for (guint i = 0; i < G_N_ELEMENTS (counter_acts); i++)
    if (g_str_has_prefix (act, counter_acts[i].act))
      return _(counter_acts[i].counter);

  return NULL;
}

/* @entry: what was refused; names the official act in the way. */
static void
add_counter_act (JpStore *store, const JpEntry *entry, GError *error)
{
  g_autoptr (JpEntry) act = entry->undoes > 0 ? jp_store_load_entry (store, entry->undoes, NULL) : NULL;
  const char *counter = act != NULL ? counter_act (act->act) : NULL;
  g_autofree char *refusal = NULL;

  if (counter == NULL)
    return;

  refusal = error->message;
  error->message = g_strdup_printf ("%s\n\n%s", refusal, counter);
}

/* @data: number of the entry; NULL: the last that can be undone. */
static gboolean
undo (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  JpStore *store = jp_desk_get_store (desk);
  const gint64 *seq = data;
  g_autoptr (JpEntry) entry = jp_desk_begin (desk, JP_ENTRY_UNDO, "undo");
  g_autoptr (GError) refusal = NULL;
  gboolean done = seq != NULL ? jp_store_undo_entry (store, *seq, entry, &refusal)
                              : jp_store_undo (store, entry, &refusal);

  if (done)
    return TRUE;

  add_counter_act (store, entry, refusal);
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

static gboolean
redo (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (JpEntry) entry = jp_desk_begin (desk, JP_ENTRY_REDO, "redo");

  return jp_store_redo (jp_desk_get_store (desk), entry, error);
}

void
jp_session_undo (JpSession *self)
{
  jp_session_do (self, undo, NULL, NULL);
}

/**
 * jp_session_undo_entry:
 * @self: a session
 * @seq: number of an entry of the journal
 *
 * Takes back one entry work, whatever came after it elsewhere; refused where something builds on it.
 */
void
jp_session_undo_entry (JpSession *self, gint64 seq)
{
  gint64 *data = g_new (gint64, 1);

  *data = seq;
  jp_session_do (self, undo, data, g_free);
}

void
jp_session_redo (JpSession *self)
{
  jp_session_do (self, redo, NULL, NULL);
}
