/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

/* A cluster's own fields (@dossier->id is set where NULL); what its arrays hold is put part by part. */
gboolean jp_store_put_cluster (JpTransaction *transaction, JpDossier *dossier, GError **error);
/* Everything on record about it goes with it; one changeset brings it back. */
gboolean jp_store_delete_cluster (JpTransaction *transaction, const char *id, GError **error);

gboolean jp_store_put_act (JpTransaction *transaction, const char *cluster, JpAct *act, GError **error);
gboolean jp_store_void_act (JpTransaction *transaction, const char *cluster, const char *id, const char *reason,
                            GError **error);

gboolean jp_store_put_figures (JpTransaction *transaction, const char *cluster, const JpFigures *figures,
                               GError **error);
gboolean jp_store_delete_figures (JpTransaction *transaction, const char *cluster, int year, GError **error);

G_END_DECLS
