/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

/* Filings, notes and self-checks of a cluster. put keeps a new one or brings one up to date by its id (or natural
 * key). */
gboolean jp_store_put_return (JpTransaction *transaction, const char *cluster, const JpReturn *filing, GError **error);
gboolean jp_store_delete_return (JpTransaction *transaction, const char *cluster, int year, GError **error);
gboolean jp_store_put_change (JpTransaction *transaction, const char *cluster, JpChange *change, GError **error);
gboolean jp_store_delete_change (JpTransaction *transaction, const char *cluster, const char *id, GError **error);
gboolean jp_store_put_incident (JpTransaction *transaction, const char *cluster, JpIncident *incident, GError **error);
gboolean jp_store_delete_incident (JpTransaction *transaction, const char *cluster, const char *id, GError **error);
gboolean jp_store_put_support (JpTransaction *transaction, const char *cluster, JpSupport *support, GError **error);
gboolean jp_store_delete_support (JpTransaction *transaction, const char *cluster, const char *id, GError **error);
gboolean jp_store_put_goal (JpTransaction *transaction, const char *cluster, const JpGoal *goal, GError **error);
gboolean jp_store_delete_goal (JpTransaction *transaction, const char *cluster, const char *metric, int year,
                               GError **error);
gboolean jp_store_put_own_duty (JpTransaction *transaction, const char *cluster, JpOwnDuty *duty, GError **error);
gboolean jp_store_delete_own_duty (JpTransaction *transaction, const char *cluster, const char *id, GError **error);
gboolean jp_store_put_standard_check (JpTransaction *transaction, const char *cluster, JpStandardCheck *check,
                                      GError **error);
gboolean jp_store_delete_standard_check (JpTransaction *transaction, const char *cluster, const char *id,
                                         GError **error);
/* Free notes by topic: "direction:…" and the like. An empty or NULL text takes the note out. */
gboolean jp_store_put_note (JpTransaction *transaction, const char *cluster, const char *topic, const char *text,
                            GError **error);
GHashTable *jp_store_load_notes (JpStore *self, const char *cluster, GError **error); /* topic → text */

G_END_DECLS
