/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-attachments.h"

#include "jp-content.h"
#include "jp-store-private.h"
#include "jp-store-tables.h"

static const JpField attachment_fields[] = {
  JP_FIELD (JpAttachment, TEXT, id, "id"),
  JP_FIELD (JpAttachment, TEXT, subject, "subject"),
  JP_FIELD (JpAttachment, TEXT, subject_id, "subject_id"),
  JP_FIELD (JpAttachment, TEXT, kind, "kind"),
  JP_FIELD (JpAttachment, TEXT, name, "name"),
  JP_FIELD (JpAttachment, TEXT, sha256, "sha256"),
  JP_FIELD (JpAttachment, INT64, size, "size"),
  JP_FIELD (JpAttachment, DATE, dated, "dated"),
  JP_FIELD (JpAttachment, DATE, added_on, "added_on"),
  JP_FIELD (JpAttachment, TEXT, person, "person"),
};

static gpointer
make_attachment (void)
{
  return jp_attachment_new (NULL, NULL, NULL, NULL);
}

static void
add_attachment (JpDossier *dossier, const JpRecordPlace *place, gpointer record)
{
  ((JpAttachment *) record)->cluster = g_strdup (place->cluster);
  g_ptr_array_add (dossier->attachments, record);
}

const JpTable jp_table_attachments
  = JP_TABLE ("attachments", attachment_fields, 1, TRUE, NULL, "added_on, name, id", attachment);

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

  return jp_put_owned (transaction, &jp_table_attachments, attachment->cluster, &attachment->id, attachment, error);
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
  sqlite3_stmt *row
    = jp_db_query (db,
                   "SELECT id, cluster, subject, subject_id, kind, name, sha256, size, dated, added_on, "
                   "person "
                   "FROM attachments WHERE cluster = coalesce (?, cluster) ORDER BY added_on, name, id",
                   error, "s", cluster);
  int more = row != NULL ? 1 : -1;

  while (more > 0 && (more = jp_db_step (db, row, error)) > 0)
    {
      JpAttachment *attachment = g_new0 (JpAttachment, 1);

      jp_row_read (row, 0, "sssssssldds", &attachment->id, &attachment->cluster, &attachment->subject,
                   &attachment->subject_id, &attachment->kind, &attachment->name, &attachment->sha256,
                   &attachment->size, &attachment->dated, &attachment->added_on, &attachment->person);
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
