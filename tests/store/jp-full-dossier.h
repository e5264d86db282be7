/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

/* A dossier in which every field of every part holds something of its own, work that keeps all of it, and a comparison
 * of two dossiers field by field. */
JpDossier *jp_full_dossier        (const char *id, const char *name);
gboolean jp_full_dossier_put (JpTransaction *transaction, JpEntry *entry, gpointer dossier,
                              GError **error); /* a JpStoreWork */
char      *jp_full_dossier_to_text (const JpDossier *dossier);

G_END_DECLS
