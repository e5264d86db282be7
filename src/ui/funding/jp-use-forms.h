/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-form.h"
#include "jp-use-ledger.h"

G_BEGIN_DECLS

/* 红字冲销 of an entry, and locking a quarter; casework decides whether it may be done (R-USE). */
JpForm *jp_reverse_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, const JpUseEntry *entry);
JpForm *jp_lock_form_open    (GtkWidget *over, JpSession *session, const JpDossier *dossier);
/* Whether there is a quarter with entries that has ended and is not locked. */
gboolean jp_lock_form_may    (const JpDossier *dossier, const JpContext *context);

G_END_DECLS
