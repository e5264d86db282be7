/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-funding-data.h"
#include "jp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JP_TYPE_CASE_BATCH (jp_case_batch_get_type ())
G_DECLARE_FINAL_TYPE (JpCaseBatch, jp_case_batch, JP, CASE_BATCH, AdwWindow)

/**
 * JpCaseBatch:
 *
 * Publicity, or payment, of several cases at once (R-FUND, 第十五条): lists what it will do, and what is refused and
 * why; then does one act a case, counts them, and can be stopped between two.
 */
JpCaseBatch *jp_case_batch_open   (GtkWidget *over, JpSession *session, JpFundingData *data, GPtrArray *rows,
                                       JpFundActKind kind);
/* Whether @rows (of JpFundingRow) have a case that such an act could be next for. */
gboolean       jp_case_batch_may    (GPtrArray *rows, JpFundActKind kind);
guint          jp_case_batch_count  (JpCaseBatch *self, guint *n_refused); /* what it would do now */
void           jp_case_batch_accept (JpCaseBatch *self);

G_END_DECLS
