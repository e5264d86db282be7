/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-undo-work.h"

#include "jp-store-journal.h"

#include <glib/gi18n-lib.h>

/* What takes an official act back, in both manners: the first whose id the act's begins with. */
static const struct
{
  const char *act;
  const char *counter[2]; /* by JpHint; NULL: nothing to say */
} counter_acts[] = {
  { "assess.return",
    { N_("The district submits the assessment again with “assess … submit”."),
      N_("The district submits the assessment again, in its last step on the Assessment page.") } },
  { "assess.keep",
    { N_("“assess … reopen” opens the assessment again."),
      N_("“Reopen” in the last step of the assessment opens it again.") } },
  { "assess.submit",
    { N_("The city takes it back with “assess … return”."),
      N_("The city returns it to the district, in the last step of the assessment.") } },
  { "assess.confirm",
    { N_("The city takes it back with “assess … reopen”."),
      N_("“Reopen” in the last step of the assessment opens it again, with a reason.") } },
  { "assess.reopen",
    { N_("Confirm the assessment again with “assess … confirm”."),
      N_("Confirm the assessment again in its last step.") } },
  { "fund.start",
    { N_("“fund … start” with another year takes its place, until year 1 is paid."),
      N_("Another first fiscal year takes its place, until the first year is paid: on the Funding page.") } },
  { "fund.pay",
    { N_("Money comes back with “fund … refund”."),
      N_("Money that comes back is recorded as a refund, in the case on the Funding page.") } },
  { "fund.object",
    { N_("“fund … settle” settles the objection."),
      N_("“Settle” in the case on the Funding page settles the objection.") } },
  { "fund.",
    { N_("“fund … return” takes the case one step back."),
      N_("“Return” in the case on the Funding page takes it one step back.") } },
  { "pack.use",
    { N_("“pack use” with another version takes its place."),
      N_("Another version is put in force for the year on the Policy Rules page.") } },
  { "use.",
    { N_("A red entry in an open quarter corrects what lies in a locked one: “use … reverse”."),
      N_("A red entry in an open quarter of the use ledger corrects what lies in a locked one.") } },
  { "audit.finding",
    { N_("“audit … measure” and both confirmations close the finding."),
      N_("A measure and both confirmations close the finding, on the Funding page.") } },
  { "correct",
    { N_("Another “correct” with the number of the first entry sets it right."),
      N_("Correct the record once more, in the journal of its dossier.") } },
  { "act.",
    { N_("“correct” with its number voids it or sets it right, with a reason."),
      N_("“Correct” in the journal of its dossier voids it or sets it right, with a reason.") } },
};

static const char *
counter_act (const char *act, JpHint hint)
{
  for (guint i = 0; i < G_N_ELEMENTS (counter_acts); i++)
    if (g_str_has_prefix (act, counter_acts[i].act))
      return _(counter_acts[i].counter[hint]);

  return NULL;
}

/* R-LIFE: official acts are taken back only by their counter-act, and the refusal says which that is.
 * @entry: what was refused; it names the act in the way. */
static void
add_counter_act (JpStore *store, const JpEntry *entry, JpHint hint, GError *error)
{
  g_autoptr (JpEntry) act = entry->undoes > 0 ? jp_store_load_entry (store, entry->undoes, NULL) : NULL;
  const char *counter = act != NULL ? counter_act (act->act, hint) : NULL;
  g_autofree char *refusal = NULL;

  if (counter == NULL)
    return;

  refusal = error->message;
  error->message = g_strdup_printf (hint == JP_HINT_WINDOW ? "%s\n\n%s" : "%s %s", refusal, counter);
}

/* @seq: which entry; 0: the last that can be undone. */
static JpEntry *
take_back (JpDesk *desk, gint64 seq, JpHint hint, GError **error)
{
  JpStore *store = jp_desk_get_store (desk);
  g_autoptr (JpEntry) entry = jp_desk_begin (desk, JP_ENTRY_UNDO, "undo");
  g_autoptr (GError) refusal = NULL;

  if (seq > 0 ? jp_store_undo_entry (store, seq, entry, &refusal) : jp_store_undo (store, entry, &refusal))
    return g_steal_pointer (&entry);

  add_counter_act (store, entry, hint, refusal);
  g_propagate_error (error, g_steal_pointer (&refusal));

  return NULL;
}

/**
 * jp_casework_undo:
 * @desk: a desk
 * @hint: in whose words a refusal is
 * @error: return location; %JP_STORE_ERROR_NOTHING or %JP_STORE_ERROR_CONFLICT where an official act is in the way,
 *   with the counter-act that takes it back
 *
 * Takes back the last entry work that stands.
 *
 * Returns: (transfer full) (nullable): the entry that did it
 */
JpEntry *
jp_casework_undo (JpDesk *desk, JpHint hint, GError **error)
{
  return take_back (desk, 0, hint, error);
}

/**
 * jp_casework_undo_entry:
 * @desk: a desk
 * @seq: number of an entry of the journal
 * @hint: in whose words a refusal is
 * @error: return location, as of jp_casework_undo()
 *
 * Takes back one entry work, whatever came after it elsewhere; refused where something builds on it.
 *
 * Returns: (transfer full) (nullable): the entry that did it
 */
JpEntry *
jp_casework_undo_entry (JpDesk *desk, gint64 seq, JpHint hint, GError **error)
{
  g_return_val_if_fail (seq > 0, NULL);

  return take_back (desk, seq, hint, error);
}

/**
 * jp_casework_redo:
 * @desk: a desk
 * @hint: in whose words a refusal is
 * @error: return location, as of jp_casework_undo()
 *
 * Does again what was undone last, while no newer entry work came after.
 *
 * Returns: (transfer full) (nullable): the entry that did it
 */
JpEntry *
jp_casework_redo (JpDesk *desk, JpHint hint, GError **error)
{
  JpStore *store = jp_desk_get_store (desk);
  g_autoptr (JpEntry) entry = jp_desk_begin (desk, JP_ENTRY_REDO, "redo");
  g_autoptr (GError) refusal = NULL;

  if (jp_store_redo (store, entry, &refusal))
    return g_steal_pointer (&entry);

  add_counter_act (store, entry, hint, refusal);
  g_propagate_error (error, g_steal_pointer (&refusal));

  return NULL;
}
