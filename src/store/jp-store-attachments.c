/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-attachments.h"

#include "jp-content.h"
#include "jp-store-private.h"

/**
 * jp_attachment_new:
 * @cluster: the cluster's id
 * @subject: what it is attached to
 * @subject_id: (nullable): that one's id
 * @name: what the user calls it
 *
 * Returns: (transfer full): an attachment whose content is still to be taken in
 */
JpAttachment *
jp_attachment_new (const char *cluster, const char *subject, const char *subject_id, const char *name)
{
  JpAttachment *attachment = g_new0 (JpAttachment, 1);

  attachment->cluster = g_strdup (cluster);
  attachment->subject = g_strdup (subject);
  attachment->subject_id = g_strdup (subject_id);
  attachment->name = g_strdup (name);

  return attachment;
}

void
jp_attachment_free (JpAttachment *attachment)
{
  g_free (attachment->id);
  g_free (attachment->cluster);
  g_free (attachment->subject);
  g_free (attachment->subject_id);
  g_free (attachment->name);
  g_free (attachment->sha256);
  g_free (attachment->person);
  g_free (attachment);
}

/**
 * jp_store_attachment_path:
 * @self: a store
 * @sha256: an attachment's hash
 *
 * Returns: (transfer full): where its content lies
 */
char *
jp_store_attachment_path (JpStore *self, const char *sha256)
{
  g_autofree char *folder = jp_content_folder (self->path);

  return jp_content_path (folder, sha256);
}

/**
 * jp_store_take_in:
 * @self: a store
 * @file: a file of the user's, which stays where it is
 * @attachment: receives hash and size
 * @error: return location; a file above [const@Jp.ATTACHMENT_MAX_BYTES] is refused
 *
 * Copies a file into the folder beside the data file. Where the transaction that should put it on record fails, its
 * content lies there unused, which harms nothing.
 *
 * Returns: whether the content is on the disk
 */
gboolean
jp_store_take_in (JpStore *self, const char *file, JpAttachment *attachment, GError **error)
{
  g_autofree char *folder = NULL;
  char *sha256;

  g_return_val_if_fail (JP_IS_STORE (self) && file != NULL && attachment != NULL, FALSE);

  folder = jp_content_folder (self->path);
  if (!jp_content_add (folder, file, JP_ATTACHMENT_MAX_BYTES, &sha256, &attachment->size, error))
    return FALSE;

  g_free (attachment->sha256);
  attachment->sha256 = sha256;
  return TRUE;
}

/**
 * jp_store_put_attachment:
 * @transaction: a transaction
 * @attachment: an attachment that was taken in; given a UUID where it has none
 * @error: return location
 *
 * Returns: whether it is on record
 */
gboolean
jp_store_put_attachment (JpTransaction *transaction, JpAttachment *attachment, GError **error)
{
  g_return_val_if_fail (attachment->sha256 != NULL, FALSE);

  if (attachment->id == NULL)
    attachment->id = g_uuid_string_random ();

  return jp_db_run (
    transaction->db,
    "INSERT INTO attachments (cluster, id, owner, subject, subject_id, name, sha256, size,"
    " added_on, person) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
    " subject = excluded.subject, subject_id = excluded.subject_id, name = excluded.name,"
    " sha256 = excluded.sha256, size = excluded.size, added_on = excluded.added_on, person = excluded.person",
    error, "ssssssslds", attachment->cluster, attachment->id, transaction->entry->office, attachment->subject,
    attachment->subject_id, attachment->name, attachment->sha256, attachment->size, attachment->added_on,
    attachment->person);
}

/**
 * jp_store_delete_attachment:
 * @transaction: a transaction
 * @cluster: the cluster's id
 * @id: the attachment's id
 * @error: return location
 *
 * Takes an attachment off the record. Its content stays, since undo may bring it back.
 *
 * Returns: whether it is gone
 */
gboolean
jp_store_delete_attachment (JpTransaction *transaction, const char *cluster, const char *id, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM attachments WHERE cluster = ? AND id = ?", error, "ss", cluster, id);
}

static GPtrArray *
load (JpDb *db, const char *cluster, GError **error)
{
  g_autoptr (GPtrArray) attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_attachment_free);
  sqlite3_stmt *row = jp_db_query (db,
                                   "SELECT id, cluster, subject, subject_id, name, sha256, size, added_on, person "
                                   "FROM attachments WHERE cluster = coalesce (?, cluster) ORDER BY added_on, name, id",
                                   error, "s", cluster);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    {
      JpAttachment *attachment = g_new0 (JpAttachment, 1);

      jp_row_read (row, 0, "sssssslds", &attachment->id, &attachment->cluster, &attachment->subject,
                   &attachment->subject_id, &attachment->name, &attachment->sha256, &attachment->size,
                   &attachment->added_on, &attachment->person);
      g_ptr_array_add (attachments, attachment);
    }

  return more == 0 ? g_steal_pointer (&attachments) : NULL;
}

/**
 * jp_store_load_attachments:
 * @self: a store
 * @cluster: (nullable): only of this cluster
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type JpAttachment): attachments on record, oldest first
 */
GPtrArray *
jp_store_load_attachments (JpStore *self, const char *cluster, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  return load (self->reading, cluster, error);
}

/**
 * jp_transaction_load_attachments:
 * @transaction: a transaction
 * @cluster: (nullable): only of this cluster
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type JpAttachment): attachments as the transaction sees them
 */
GPtrArray *
jp_transaction_load_attachments (JpTransaction *transaction, const char *cluster, GError **error)
{
  return load (transaction->db, cluster, error);
}
