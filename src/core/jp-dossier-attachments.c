/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a dossier: papers kept with it (附件). */

#include "jp-dossier.h"

#include "jp-core-private.h"

static const struct
{
  const char *id;
  const char *name;
} kinds[] = {
  { JP_ATTACHMENT_FINANCIAL_RULES, "运营单位财务管理制度" },
  { JP_ATTACHMENT_EVIDENCE, "考核佐证材料" },
};

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
  JpAttachment *self = g_new0 (JpAttachment, 1);

  self->cluster = g_strdup (cluster);
  self->subject = g_strdup (subject);
  self->subject_id = g_strdup (subject_id);
  self->name = g_strdup (name);

  return self;
}

/**
 * jp_attachment_copy:
 * @self: an attachment
 *
 * Returns: (transfer full): a copy; the content is not copied
 */
JpAttachment *
jp_attachment_copy (const JpAttachment *self)
{
  JpAttachment *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->cluster = g_strdup (self->cluster);
  copy->subject = g_strdup (self->subject);
  copy->subject_id = g_strdup (self->subject_id);
  copy->kind = g_strdup (self->kind);
  copy->name = g_strdup (self->name);
  copy->sha256 = g_strdup (self->sha256);
  copy->person = g_strdup (self->person);

  return copy;
}

/**
 * jp_attachment_free:
 * @self: (nullable) (transfer full): an attachment
 */
void
jp_attachment_free (JpAttachment *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->cluster);
  g_free (self->subject);
  g_free (self->subject_id);
  g_free (self->kind);
  g_free (self->name);
  g_free (self->sha256);
  g_free (self->person);
  g_free (self);
}

/**
 * jp_attachment_kind_name:
 * @kind: id of a kind
 *
 * Returns: (nullable): its name as papers print it, always Chinese; %NULL where there is no such kind
 */
const char *
jp_attachment_kind_name (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kind, kinds[i].id) == 0)
      return kinds[i].name;

  return NULL;
}

/**
 * jp_dossier_has_attachment:
 * @self: a dossier
 * @kind: id of a kind
 * @day: a day
 *
 * Returns: whether a paper of @kind had been attached to the cluster or to any of its records on @day
 */
gboolean
jp_dossier_has_attachment (const JpDossier *self, const char *kind, JpDate day)
{
  g_return_val_if_fail (self != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < self->attachments->len; i++)
    {
      const JpAttachment *attachment = g_ptr_array_index (self->attachments, i);

      if (g_strcmp0 (attachment->kind, kind) == 0 && jp_has_happened (attachment->added_on, day))
        return TRUE;
    }

  return FALSE;
}
