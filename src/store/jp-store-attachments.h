/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

#define JP_ATTACHMENT_MAX_BYTES (G_GINT64_CONSTANT (256) * 1024 * 1024)

/* A file kept with a record (附件). Its content lies once, under its SHA-256, in a folder beside the data file. */
typedef struct
{
  char  *id; /* UUID */
  char  *cluster;
  char  *subject;    /* what it is attached to: cluster, act, fund-act, use, finding, audit, assessment … */
  char  *subject_id; /* that one's id, or year; NULL for the cluster */
  char  *name;       /* as the user called it */
  char  *sha256;
  gint64 size;
  JpDate added_on;
  char  *person;
} JpAttachment;

JpAttachment *jp_attachment_new (const char *cluster, const char *subject, const char *subject_id, const char *name);
void jp_attachment_free (JpAttachment *attachment);
/* Copies a file in and sets @attachment's hash and size; to be called before the transaction that puts it on record. */
gboolean jp_store_take_in (JpStore *self, const char *file, JpAttachment *attachment, GError **error);
gboolean jp_store_put_attachment (JpTransaction *transaction, JpAttachment *attachment, GError **error);
gboolean jp_store_delete_attachment (JpTransaction *transaction, const char *cluster, const char *id, GError **error);
GPtrArray *jp_store_load_attachments (JpStore *self, const char *cluster,
                                      GError **error); /* of JpAttachment; NULL: all */
GPtrArray *jp_transaction_load_attachments (JpTransaction *transaction, const char *cluster, GError **error);
char *jp_store_attachment_path (JpStore *self, const char *sha256);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpAttachment, jp_attachment_free)

G_END_DECLS
