/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-assurance.h"
#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_CARETAKER (jp_caretaker_get_type ())
G_DECLARE_FINAL_TYPE (JpCaretaker, jp_caretaker, JP, CARETAKER, GObject)

/**
 * JpCaretaker:
 *
 * Looks after an open data file in the background: a check and a verified backup each day, room on the disk, holidays
 * and rules running out. Emits "changed" when what it can assure has changed.
 */

typedef enum
{
  JP_CARE_LOOK = 0,        /* only gather the facts */
  JP_CARE_CHECK = 1 << 0,
  JP_CARE_BACKUP = 1 << 1, /* after a check that found no fault, where one is asked for too */
} JpCare;

JpCaretaker *jp_caretaker_new            (JpSession *session);
/* Ends its care, whatever is still under way. */
void         jp_caretaker_end            (JpCaretaker *self);
GPtrArray   *jp_caretaker_get_assurances (JpCaretaker *self); /* of JpAssurance; until the next "changed" */
gint64       jp_caretaker_get_newest     (JpCaretaker *self); /* number of the last journal entry */
void         jp_caretaker_care_async     (JpCaretaker *self, JpCare care, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
/* What a check found, of JpCheckNote; empty where none was asked for. */
GPtrArray   *jp_caretaker_care_finish    (JpCaretaker *self, GAsyncResult *result, GError **error);

G_END_DECLS
