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
 * jp_evidence_new:
 * @cluster: the cluster's id
 * @year: an assessment year
 * @indicator: (nullable): id of the indicator it proves; %NULL: the year as a whole
 *
 * Returns: (transfer full): a paper that is evidence of an assessment, whose content is still to be taken in
 */
JpAttachment *
jp_evidence_new (const char *cluster, int year, const char *indicator)
{
  g_autofree char *record
    = g_strdup_printf ("%d%s%s", year, indicator != NULL ? "/" : "", indicator != NULL ? indicator : "");
  JpAttachment *self = jp_attachment_new (cluster, JP_SUBJECT_ASSESSMENT, record, NULL);

  self->kind = g_strdup (JP_ATTACHMENT_EVIDENCE);

  return self;
}

/* What follows the year in a record "2025" or "2025/output"; NULL: it is neither. */
static const char *
evidence_rest (const JpAttachment *self, int *year)
{
  char *rest = NULL;
  gint64 number;

  if (g_strcmp0 (self->subject, JP_SUBJECT_ASSESSMENT) != 0 || self->subject_id == NULL
      || !g_ascii_isdigit (*self->subject_id))
    return NULL;

  number = g_ascii_strtoll (self->subject_id, &rest, 10);
  *year = (int) CLAMP (number, 0, G_MAXINT);

  return *rest == '\0' || (*rest == '/' && rest[1] != '\0') ? rest : NULL;
}

/**
 * jp_attachment_evidence_year:
 * @self: an attachment
 *
 * Returns: the assessment year it is evidence of; 0 where it is none of any
 */
int
jp_attachment_evidence_year (const JpAttachment *self)
{
  int year = 0;

  g_return_val_if_fail (self != NULL, 0);

  return evidence_rest (self, &year) != NULL ? year : 0;
}

/**
 * jp_attachment_evidence_indicator:
 * @self: an attachment
 *
 * Returns: (nullable): id of the one indicator it is evidence of; %NULL: it speaks for the year as a whole, or is no
 *   evidence
 */
const char *
jp_attachment_evidence_indicator (const JpAttachment *self)
{
  const char *rest;
  int year;

  g_return_val_if_fail (self != NULL, NULL);

  rest = evidence_rest (self, &year);
  return rest != NULL && *rest == '/' ? rest + 1 : NULL;
}

/**
 * jp_dossier_evidence_names:
 * @self: a dossier
 * @year: an assessment year
 * @indicator: (nullable): id of an indicator; %NULL: the year as a whole
 *
 * Returns: (transfer full) (nullable): the names of the papers attached as its evidence, as papers print them
 */
char *
jp_dossier_evidence_names (const JpDossier *self, int year, const char *indicator)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->attachments->len; i++)
    {
      const JpAttachment *attachment = g_ptr_array_index (self->attachments, i);

      if (jp_attachment_evidence_year (attachment) == year
          && g_strcmp0 (jp_attachment_evidence_indicator (attachment), indicator) == 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", attachment->name);
    }

  return names->len > 0 ? g_strdup (names->str) : NULL;
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
