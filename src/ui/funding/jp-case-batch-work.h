/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-fund-case.h"
#include "jp-session.h"

G_BEGIN_DECLS

/**
 * JpCaseBatchWork:
 *
 * Acts to be done one after another on a worker. The window reads how far it is meanwhile, and what was refused once
 * it is over.
 */
typedef struct
{
  GPtrArray *clusters; /* of char * */
  GPtrArray *acts;     /* of JpFundAct */
  GPtrArray *refusals; /* of char *: beside the acts, NULL where done; read when the work is over */
  gint       n_done;   /* atomic */
  guint      n_acts;   /* tried */
} JpCaseBatchWork;

JpCaseBatchWork *jp_case_batch_work_new  (void);
JpCaseBatchWork *jp_case_batch_work_ref  (JpCaseBatchWork *self);
void         jp_case_batch_work_unref (gpointer self);
void         jp_case_batch_work_add  (JpCaseBatchWork *self, const char *cluster, JpFundAct *act); /* takes over @act */
/* For jp_session_do_async(). Cancelled, it stops between two acts: what is done is done whole. */
gboolean     jp_case_batch_work_run  (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
