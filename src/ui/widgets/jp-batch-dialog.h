/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_BATCH_DIALOG (jp_batch_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JpBatchDialog, jp_batch_dialog, JP, BATCH_DIALOG, AdwWindow)

/**
 * JpBatch:
 * @done: how many are done; the work counts them with g_atomic_int_inc()
 * @said: (nullable): what came of it, set by the work at its end
 *
 * Long work as it tells how far it is. What the work itself needs comes behind these fields.
 */
typedef struct
{
  int   done;
  char *said;
} JpBatch;

/**
 * JpBatchDialog:
 *
 * Says what is about to be done with several things at once, does it off the main thread with a count and Cancel, and
 * says what came of it. Work stops between two things, so that none is left half done.
 */
JpBatchDialog *jp_batch_dialog_new  (GtkWidget *over, JpSession *session, const char *title, const char *intro,
                                     const char *accept);
/* Shows the dialog. @work gets @batch as its data; @destroy frees it when all is over. */
void           jp_batch_dialog_open (JpBatchDialog *self, guint n, JpSessionWork work, JpBatch *batch,
                                     GDestroyNotify destroy);
/* As the button does. */
void           jp_batch_dialog_run  (JpBatchDialog *self);

G_END_DECLS
