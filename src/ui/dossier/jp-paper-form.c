/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a paper kept with the dossier is, and the day it bears: asked when it comes, and later. */

#include "jp-dossier-forms.h"

#include "jp-dossier-work.h"
#include "jp-filing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EVIDENCE_YEARS 5
#define NAMED_FILES    6 /* of those to be attached; more are counted */
#define ANY_PAPER      "any"

/* What the form is about: files on their way in, or a paper kept already. */
typedef struct
{
  char  *cluster;
  char  *attachment; /* NULL: @paths come in */
  GPtrArray *paths;

  char  *kind; /* as chosen: a kind's id, "evidence/YEAR" or ANY_PAPER */
  JpDate dated;
} PaperWork;

static PaperWork *
paper_work_new (const char *cluster, const char *attachment, GPtrArray *paths)
{
  PaperWork *work = g_new0 (PaperWork, 1);

  work->cluster = g_strdup (cluster);
  work->attachment = g_strdup (attachment);
  work->paths = paths != NULL ? g_ptr_array_ref (paths) : NULL;

  return work;
}

static void
paper_work_free (gpointer data)
{
  PaperWork *work = data;

  g_free (work->cluster);
  g_free (work->attachment);
  g_clear_pointer (&work->paths, g_ptr_array_unref);
  g_free (work->kind);
  g_free (work);
}

static int
evidence_year (const char *kind)
{
  gboolean is_evidence = g_str_has_prefix (kind, JP_ATTACHMENT_EVIDENCE "/");

  return is_evidence ? (int) g_ascii_strtoll (strchr (kind, '/') + 1, NULL, 10) : 0;
}

static const char *
kind_id (const char *chosen)
{
  return evidence_year (chosen) != 0 ? JP_ATTACHMENT_EVIDENCE : g_str_equal (chosen, ANY_PAPER) ? NULL : chosen;
}

static JpAttachment *
paper_of (const PaperWork *work)
{
  int year = evidence_year (work->kind);
  JpAttachment *paper = year != 0 ? jp_evidence_new (work->cluster, year, NULL)
                                  : jp_attachment_new (work->cluster, JP_SUBJECT_CLUSTER, NULL, NULL);

  if (year == 0)
    paper->kind = g_strdup (kind_id (work->kind));
  paper->dated = work->dated;

  return paper;
}

/* Copies are made on the worker: a file may be large, or far away. */
static gboolean
do_attach (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const PaperWork *work = data;

  for (guint i = 0; i < work->paths->len; i++)
    {
      g_autoptr (JpAttachment) paper = paper_of (work);

      if (!jp_casework_attach_paper (desk, g_ptr_array_index (work->paths, i), paper, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
do_describe (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const PaperWork *work = data;

  return jp_casework_describe_paper (desk, work->cluster, work->attachment, kind_id (work->kind),
                                     evidence_year (work->kind), work->dated, error);
}

static gboolean
make (JpForm *form, gpointer data, JpFormWork *todo)
{
  const PaperWork *context = data;
  PaperWork *work = paper_work_new (context->cluster, context->attachment, context->paths);

  work->kind = g_strdup (jp_field_get_choice (jp_form_get (form, "kind")));
  if (!jp_field_get_date (jp_form_get (form, "dated"), &work->dated))
    {
      paper_work_free (work);
      return FALSE;
    }

  *todo = (JpFormWork) { work->attachment != NULL ? do_describe : do_attach, work, paper_work_free };
  return TRUE;
}

static char *
chosen_kind (const JpAttachment *paper)
{
  int year = jp_attachment_evidence_year (paper);

  if (year != 0)
    return g_strdup_printf ("%s/%d", JP_ATTACHMENT_EVIDENCE, year);

  return g_strdup (paper->kind != NULL ? paper->kind : ANY_PAPER);
}

static void
add_choice (GStrvBuilder *ids, GStrvBuilder *names, const char *id, const char *name)
{
  g_strv_builder_add (ids, id);
  g_strv_builder_add (names, name);
}

/* Any paper; the operator's financial rules; evidence of each of the last years for which there are rules. */
static void
add_kinds (JpForm *form, const JpContext *context, const char *cluster, const JpAttachment *paper)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all_ids = NULL;
  g_auto (GStrv) all_names = NULL;
  int last = (int) jp_date_year (context->today);
  int first = MAX (jp_pack_set_first_year (context->packs), last - EVIDENCE_YEARS);
  int own = paper != NULL ? jp_attachment_evidence_year (paper) : 0;
  g_autofree char *chosen = paper != NULL ? chosen_kind (paper) : g_strdup (ANY_PAPER);
  JpField *field = jp_form_add (form, "kind", JP_FIELD_KIND_CHOICE, _("Kind of Paper"));

  add_choice (ids, names, ANY_PAPER, _("Any other paper"));
  add_choice (ids, names, JP_ATTACHMENT_FINANCIAL_RULES, jp_attachment_kind_name (JP_ATTACHMENT_FINANCIAL_RULES));
  for (int year = last; year >= (own != 0 ? MIN (own, first) : first); year--)
    {
      g_autoptr (JpAttachment) evidence = jp_evidence_new (cluster, year, NULL);
      g_autofree char *id = chosen_kind (evidence);
      g_autofree char *name = jp_filing_evidence_words (context, evidence);

      add_choice (ids, names, id, name);
    }
  all_ids = g_strv_builder_end (ids);
  all_names = g_strv_builder_end (names);
  jp_field_set_choices (field, (const char * const *) all_ids, (const char * const *) all_names);
  jp_field_choose (field, chosen);
}

static JpForm *
open_form (GtkWidget *over, JpSession *session, const char *title, const char *accept, const char *intro,
           const JpAttachment *paper, PaperWork *context)
{
  JpForm *form = jp_form_new (over, session, title, accept);
  JpField *dated;

  jp_form_set_intro (form, intro);
  add_kinds (form, jp_session_get_context (session), context->cluster, paper);
  dated = jp_form_add (form, "dated", JP_FIELD_KIND_DATE, _("Date on the Paper"));
  jp_field_set_hint (dated, _("As the paper bears it; left empty, it is not known."));
  if (paper != NULL)
    jp_field_set_date (dated, paper->dated);
  jp_form_expect (form, JP_FILING_ERROR, JP_FILING_ERROR_DATE, "dated");
  jp_form_expect (form, JP_FILING_ERROR, JP_FILING_ERROR_KIND, "kind");
  jp_form_open (form, make, context, paper_work_free);

  return form;
}

static char *
name_files (GPtrArray *paths)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (paths->len, NAMED_FILES); i++)
    {
      g_autofree char *name = g_filename_display_basename (g_ptr_array_index (paths, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", name);
    }
  if (paths->len > NAMED_FILES)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", paths->len - NAMED_FILES),
                              paths->len - NAMED_FILES);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * jp_attach_form_open:
 * @over: a widget of the window
 * @session: the data file
 * @cluster: UUID of the cluster
 * @paths: (element-type filename): the files
 *
 * Asks of what kind the files are and what day they bear, and keeps copies of them with the dossier.
 *
 * Returns: (transfer none): the form
 */
JpForm *
jp_attach_form_open (GtkWidget *over, JpSession *session, const char *cluster, GPtrArray *paths)
{
  g_autofree char *intro = name_files (paths);

  return open_form (over, session, _("Attach Files"), _("_Attach"), intro, NULL, paper_work_new (cluster, NULL, paths));
}

/**
 * jp_paper_form_open:
 * @over: a widget of the window
 * @session: the data file
 * @paper: an attachment
 *
 * Changes what is said of a paper kept already; the copy stays as it is.
 *
 * Returns: (transfer none): the form
 */
JpForm *
jp_paper_form_open (GtkWidget *over, JpSession *session, const JpAttachment *paper)
{
  return open_form (over, session, _("Kind and Date"), _("_Change"), paper->name, paper,
                    paper_work_new (paper->cluster, paper->id, NULL));
}
