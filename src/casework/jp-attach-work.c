/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Papers kept with a cluster and its records (材料). */

#include "jp-dossier-work.h"

#include "jp-act-work.h"
#include "jp-filing.h"
#include "jp-store-attachments.h"
#include "jp-store-journal.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static gboolean
do_attach (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
           gpointer data,
           GError **error)
{
  JpAttachment *attachment = data;
  const char *kind = attachment->kind != NULL ? jp_attachment_kind_name (attachment->kind) : NULL;
  g_autofree char *proved = jp_filing_evidence_words (context, attachment);

  if (!jp_filing_check_attachment (context, attachment, error)
      || !jp_filing_check_evidence_open (dossier, attachment, error))
    return FALSE;
  attachment->added_on = context->today;
  jp_text_set (&attachment->person, entry->person);
  if (!jp_store_put_attachment (transaction, attachment, error))
    return FALSE;
  entry->summary = g_strdup_printf ("%s：附上%s“%s”", dossier->name,
                                    proved != NULL ? proved : kind != NULL ? kind : "材料", attachment->name);
  entry->detail = jp_detail_new (attachment->id);

  return TRUE;
}

/**
 * jp_casework_attach_paper:
 * @desk: where it is entered
 * @file: path of the user's file, which stays where it is
 * @paper: (inout): of which cluster, and where they matter of which record, of what kind and day; its name is that of
 *   @file where it has none
 * @error: return location for a [enum@Jp.FilingError] or the store's error
 *
 * Keeps a copy of a file with a cluster or one of its records, by its SHA-256 (R-LIFE; with the first plan the
 * operator's financial rules, 第十四条).
 *
 * Returns: whether it was kept
 */
gboolean
jp_casework_attach_paper (JpDesk *desk, const char *file, JpAttachment *paper, GError **error)
{
  g_return_val_if_fail (file != NULL && paper != NULL && paper->cluster != NULL, FALSE);

  if (paper->name == NULL)
    {
      g_autofree char *base = g_path_get_basename (file);

      paper->name = g_filename_display_name (base);
    }

  return jp_store_take_in (jp_desk_get_store (desk), file, paper, error)
         && jp_desk_do (desk, JP_ENTRY_WORK, "attach", paper->cluster, do_attach, paper, error);
}

/**
 * jp_casework_attach:
 * @desk: where it is entered
 * @cluster: UUID of the cluster
 * @file: path of the user's file, which stays where it is
 * @error: return location for an error
 *
 * Keeps a copy of a file with the cluster's dossier, of no particular kind.
 *
 * Returns: whether it was kept
 */
gboolean
jp_casework_attach (JpDesk *desk, const char *cluster, const char *file, GError **error)
{
  g_autoptr (JpAttachment) paper = jp_attachment_new (cluster, JP_SUBJECT_CLUSTER, NULL, NULL);

  return jp_casework_attach_paper (desk, file, paper, error);
}

/* What an entry put on record, by the beginning of its act. */
static const char *
subject_of (const char *act)
{
  static const struct
  {
    const char *act, *subject;
  } subjects[] = {
    { "act.", "act" },           { "fund.", "fund-act" },           { "use.", "use" },     { "file.", "filing" },
    { "audit.finding", "finding" }, { "audit.inspect", "inspection" }, { "audit.open", "audit" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_has_prefix (act, subjects[i].act))
      return subjects[i].subject;

  return NULL;
}

/**
 * jp_casework_belongs_to_entry:
 * @desk: a desk
 * @seq: number of a journal entry
 * @paper: (inout): a paper of the entry's cluster, whose subject is set to what the entry put on record
 * @error: return location for an error
 *
 * Finds what a paper is attached to, for who knows the entry: an act, a filing, a step of a funding case, a use of the
 * money, an inspection, a finding, an audit (R-LIFE).
 *
 * Returns: whether the entry is of that cluster and put such a record on it
 */
gboolean
jp_casework_belongs_to_entry (JpDesk *desk, gint64 seq, JpAttachment *paper, GError **error)
{
  g_autoptr (JpEntry) entry = jp_store_load_entry (jp_desk_get_store (desk), seq, error);
  g_autofree char *record = NULL;
  const char *subject;

  if (entry == NULL)
    return FALSE;

  subject = subject_of (entry->act);
  record = jp_detail_get_record (entry->detail);
  if (subject == NULL || record == NULL || g_strcmp0 (entry->cluster, paper->cluster) != 0)
    {
      g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                   _("Entry %" PRId64 " put no record on this cluster that papers belong to: %s (R-LIFE)"), seq,
                   entry->summary);
      return FALSE;
    }
  jp_text_set (&paper->subject, subject);
  jp_text_set (&paper->subject_id, record);

  return TRUE;
}

static JpAttachment *
find_paper (GPtrArray *attachments, const char *id, GError **error)
{
  for (guint i = 0; i < attachments->len; i++)
    {
      JpAttachment *attachment = g_ptr_array_index (attachments, i);

      if (g_str_equal (attachment->id, id))
        return attachment;
    }

  g_set_error_literal (error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND,
                       _("That file is no longer attached to this dossier (R-WHO)"));
  return NULL;
}

typedef struct
{
  const char *id;
  const char *kind;
  int         year;
  JpDate      dated;
} Description;

/* Evidence belongs to its assessment year, and of one indicator stays so; what is no evidence any more is the
 * dossier's. What belongs to an act or a step of the money stays there. */
static void
set_subject (JpAttachment *paper, const Description *description)
{
  gboolean was_evidence = g_strcmp0 (paper->subject, JP_SUBJECT_ASSESSMENT) == 0;

  if (description->year == jp_attachment_evidence_year (paper))
    return;
  if (description->year != 0)
    {
      g_autofree char *year = g_strdup_printf ("%d", description->year);

      jp_text_set (&paper->subject, JP_SUBJECT_ASSESSMENT);
      jp_text_set (&paper->subject_id, year);
    }
  else if (was_evidence)
    {
      jp_text_set (&paper->subject, JP_SUBJECT_CLUSTER);
      jp_text_set (&paper->subject_id, NULL);
    }
}

static gboolean
do_describe (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
             gpointer data, GError **error)
{
  const Description *description = data;
  g_autoptr (GPtrArray) attachments = jp_transaction_load_attachments (transaction, dossier->id, error);
  JpAttachment *paper = attachments != NULL ? find_paper (attachments, description->id, error) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *evidence = NULL;
  const char *kind;

  if (paper == NULL || !jp_filing_check_evidence_open (dossier, paper, error))
    return FALSE;

  set_subject (paper, description);
  jp_text_set (&paper->kind, description->kind);
  paper->dated = description->dated;
  if (!jp_filing_check_attachment (context, paper, error) || !jp_filing_check_evidence_open (dossier, paper, error)
      || !jp_store_put_attachment (transaction, paper, error))
    return FALSE;

  evidence = jp_filing_evidence_words (context, paper);
  kind = evidence != NULL ? evidence : paper->kind != NULL ? jp_attachment_kind_name (paper->kind) : "其他材料";
  day = paper->dated != JP_DATE_NONE ? jp_date_to_chinese (paper->dated) : g_strdup ("未注明");
  entry->summary = g_strdup_printf ("%s：材料“%s”注明为%s，日期%s", dossier->name, paper->name, kind, day);
  entry->detail = jp_detail_new (paper->id);

  return TRUE;
}

/**
 * jp_casework_describe_paper:
 * @desk: where it is entered
 * @cluster: UUID of the cluster
 * @attachment: id of the attachment
 * @kind: (nullable): what it is; %NULL: any paper
 * @year: of evidence the assessment year, else 0
 * @dated: the day it bears; %JP_DATE_NONE: not known
 * @error: return location for a [enum@Jp.FilingError]
 *
 * Says anew what a paper is that is kept already; its content stays (R-LIFE, 第九条, 第十四条).
 *
 * Returns: whether it was kept
 */
gboolean
jp_casework_describe_paper (JpDesk *desk, const char *cluster, const char *attachment, const char *kind, int year,
                            JpDate dated, GError **error)
{
  Description description = { attachment, kind, year, dated };

  g_return_val_if_fail (attachment != NULL, FALSE);

  return jp_desk_do (desk, JP_ENTRY_WORK, "attach.describe", cluster, do_describe, &description, error);
}

static gboolean
do_detach (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
           gpointer data,
           GError **error)
{
  const char *id = data;
  g_autoptr (GPtrArray) attachments = jp_transaction_load_attachments (transaction, dossier->id, error);
  const JpAttachment *paper = attachments != NULL ? find_paper (attachments, id, error) : NULL;

  if (paper == NULL || !jp_filing_check_evidence_open (dossier, paper, error))
    return FALSE;

  entry->summary = g_strdup_printf ("%s：移除材料“%s”", dossier->name, paper->name);
  return jp_store_delete_attachment (transaction, dossier->id, id, error);
}

/**
 * jp_casework_detach:
 * @desk: where it is entered
 * @cluster: UUID of the cluster
 * @attachment: id of the attachment
 * @error: return location for an error
 *
 * Takes a file off the dossier; undo brings it back.
 *
 * Returns: whether it was taken off
 */
gboolean
jp_casework_detach (JpDesk *desk, const char *cluster, const char *attachment, GError **error)
{
  return jp_desk_do (desk, JP_ENTRY_WORK, "detach", cluster, do_detach, (gpointer) attachment, error);
}
