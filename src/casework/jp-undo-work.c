/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-undo-work.h"

#include "jp-store-journal.h"

#include <glib/gi18n-lib.h>

/* What takes an official act back: the first whose id the act's begins with. */
static const struct
{
  const char *act, *counter;
} counter_acts[] = {
  { "assess.return", N_("The district submits the assessment again with “assess … submit”.") },
  { "assess.keep", N_("“assess … reopen” opens the assessment again.") },
  { "assess.submit", N_("The city takes it back with “assess … return”.") },
  { "assess.confirm", N_("The city takes it back with “assess … reopen”.") },
  { "assess.reopen", N_("Confirm the assessment again with “assess … confirm”.") },
  { "fund.start", N_("“fund … start” with another year takes its place, until year 1 is paid.") },
  { "fund.pay", N_("Money comes back with “fund … refund”.") },
  { "fund.object", N_("“fund … settle” settles the objection.") },
  { "fund.", N_("“fund … return” takes the case one step back.") },
  { "pack.use", N_("“pack use” with another version takes its place.") },
  { "use.", N_("A red entry in an open quarter corrects what lies in a locked one: “use … reverse”.") },
  { "audit.finding", N_("“audit … measure” and both confirmations close the finding.") },
  { "correct", N_("Another “correct” with the number of the first entry sets it right.") },
  { "act.", N_("“correct” with its number voids it or sets it right, with a reason.") },
};

static const char *
counter_act (const char *act)
{
  for (guint i = 0; i < G_N_ELEMENTS (counter_acts); i++)
    if (g_str_has_prefix (act, counter_acts[i].act))
      return _(counter_acts[i].counter);

  return NULL;
}

/* R-LIFE: official acts are taken back only by their counter-act, and the refusal says which that is. */
static void
add_counter_act (JpStore *store, gint64 seq, GError *error)
{
  g_autoptr (JpEntry) act = seq > 0 ? jp_store_load_entry (store, seq, NULL) : NULL;
  const char *counter = act != NULL ? counter_act (act->act) : NULL;
  char *whole;

  if (counter == NULL)
    return;

  whole = g_strdup_printf ("%s %s", error->message, counter);
  g_free (error->message);
  error->message = whole;
}

static JpEntry *
take_back (JpDesk *desk, gboolean redo, GError **error)
{
  JpStore *store = jp_desk_get_store (desk);
  g_autoptr (JpEntry) entry = jp_desk_begin (desk, redo ? JP_ENTRY_REDO : JP_ENTRY_UNDO, redo ? "redo" : "undo");
  g_autoptr (GError) local = NULL;

  if ((redo ? jp_store_redo : jp_store_undo) (store, entry, &local))
    return g_steal_pointer (&entry);

  add_counter_act (store, entry->undoes, local);
  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

/**
 * jp_casework_undo:
 * @desk: a desk
 * @error: return location; %JP_STORE_ERROR_NOTHING or %JP_STORE_ERROR_CONFLICT where an official act is in the way,
 *   with the counter-act that takes it back
 *
 * Takes back the last entry work that stands.
 *
 * Returns: (transfer full) (nullable): the entry that did it
 */
JpEntry *
jp_casework_undo (JpDesk *desk, GError **error)
{
  return take_back (desk, FALSE, error);
}

/**
 * jp_casework_redo:
 * @desk: a desk
 * @error: return location
 *
 * Does again what was undone last, while no newer entry work came after.
 *
 * Returns: (transfer full) (nullable): the entry that did it
 */
JpEntry *
jp_casework_redo (JpDesk *desk, GError **error)
{
  return take_back (desk, TRUE, error);
}
