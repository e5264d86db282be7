/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking back and doing again. */

#include "jp-session.h"

#include "jp-undo-work.h"

/* @data: number of the entry; NULL: the last that can be undone. */
static gboolean
undo (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *seq = data;
  g_autoptr (JpEntry) done = seq != NULL ? jp_casework_undo_entry (desk, *seq, JP_HINT_WINDOW, error)
                                         : jp_casework_undo (desk, JP_HINT_WINDOW, error);

  return done != NULL;
}

static gboolean
redo (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (JpEntry) done = jp_casework_redo (desk, JP_HINT_WINDOW, error);

  return done != NULL;
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
