/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

#define JP_ATTACHMENT_MAX_BYTES (G_GINT64_CONSTANT (256) * 1024 * 1024)

/* Copies a file in and sets @attachment's hash and size; to be called before the transaction that puts it on record. */
gboolean jp_store_take_in (JpStore *self, const char *file, JpAttachment *attachment, GError **error);
gboolean jp_store_put_attachment (JpTransaction *transaction, JpAttachment *attachment, GError **error);
gboolean jp_store_delete_attachment (JpTransaction *transaction, const char *cluster, const char *id, GError **error);
GPtrArray *jp_store_load_attachments (JpStore *self, const char *cluster,
                                      GError **error); /* of JpAttachment; NULL: all */
GPtrArray *jp_transaction_load_attachments (JpTransaction *transaction, const char *cluster, GError **error);
char *jp_store_attachment_path (JpStore *self, const char *sha256);

G_END_DECLS
