/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-print.h"

#include "jp-batch-dialog.h"
#include "jp-print-work.h"
#include "jp-report.h"

#include <glib/gi18n-lib.h>

#define PAPER "assessment"

/* Papers of record, in one file or one each. */
typedef struct
{
  JpBatch     batch;
  JpSnapshot *snapshot;
  GPtrArray  *ids;     /* of the clusters */
  int         year;
  GPtrArray  *all;     /* of JpResult: the year's, which ranks rest on */
  GPtrArray  *results; /* of JpResult, borrowed from the former: what is printed */
  GPtrArray  *printed; /* of JpPrinted */
  char       *path;    /* the file, or the folder */
  gboolean    one_each;
  char       *office;
  guint       next;
  guint       end;     /* of the file being written */
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_free (printing->batch.said);
  g_ptr_array_unref (printing->ids);
  g_ptr_array_unref (printing->results);
  g_ptr_array_unref (printing->all);
  jp_snapshot_unref (printing->snapshot);
  g_ptr_array_unref (printing->printed);
  g_free (printing->path);
  g_free (printing->office);
  g_free (printing);
}

static JpPaper *
next_paper (gpointer data)
{
  Printing *printing = data;
  const JpContext *context = jp_snapshot_get_context (printing->snapshot);
  const JpResult *result;
  JpPaperOptions options = { .office = printing->office };
  JpPrinted *printed;
  JpPaper *paper;
  JpRank rank;

  if (printing->next == printing->end)
    return NULL;

  result = g_ptr_array_index (printing->results, printing->next++);
  rank = jp_result_rank (result, printing->all);
  paper = jp_assessment_paper_new (result, jp_office_is_district (printing->office) ? NULL : &rank, context, &options);
  printed = jp_printed_new (PAPER, result->year, context->today);
  printed->cluster = g_strdup (result->dossier->id);
  printed->data = g_strdup (jp_paper_get_facts (paper));
  printed->check_code = g_strdup (jp_paper_get_check_code (paper));
  g_ptr_array_add (printing->printed, printed);
  g_atomic_int_inc (&printing->batch.done);

  return paper;
}

/* The cluster's name makes the file's; what no file system takes becomes a line. */
static char *
file_name (const JpResult *result)
{
  g_autofree char *name = g_strdelimit (g_strdup (result->dossier->name), "/\\:*?\"<>|\n\r\t", '_');

  return g_strdup_printf ("%d年度考核评价表-%s.pdf", result->year, name);
}

static gboolean
print_file (Printing *printing, JpFonts *fonts, GCancellable *cancellable, GError **error)
{
  const JpResult *first = g_ptr_array_index (printing->results, printing->next);
  g_autofree char *name = file_name (first);
  g_autofree char *path
    = printing->one_each ? g_build_filename (printing->path, name, NULL) : g_strdup (printing->path);
  g_autofree char *title = g_strdup_printf ("%d年度绩效考核评价表", first->year);
  guint n_pages;

  return jp_pdf_write (fonts, title, next_paper, printing, path, &n_pages, cancellable, error);
}

static void
take_results (Printing *printing)
{
  GPtrArray *dossiers = jp_snapshot_get_dossiers (printing->snapshot);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);
      JpResult *result = jp_result_new (dossier, jp_snapshot_get_context (printing->snapshot), printing->year);

      g_ptr_array_add (printing->all, result);
      if (g_ptr_array_find_with_equal_func (printing->ids, dossier->id, g_str_equal, NULL) && result->pack != NULL)
        g_ptr_array_add (printing->results, result);
    }
}

static gboolean
do_print (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Printing *printing = data;
  g_autoptr (JpFonts) fonts = jp_fonts_new (NULL, error);

  if (fonts == NULL)
    return FALSE;
  take_results (printing);
  while (printing->next < printing->results->len)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      printing->end = printing->one_each ? printing->next + 1 : printing->results->len;
      if (!print_file (printing, fonts, cancellable, error)
          || !jp_casework_keep_printed (desk, printing->printed, error))
        return FALSE;
      g_ptr_array_set_size (printing->printed, 0);
    }
  printing->batch.said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u paper was written to “%s”.",
                                                       "%u papers were written to “%s”.", printing->results->len),
                                          printing->results->len, printing->path);

  return TRUE;
}

void
jp_assessment_print (GtkWidget *over, JpSession *session, GPtrArray *ids, int year, const char *path, gboolean one_each)
{
  Printing *printing = g_new0 (Printing, 1);
  guint n = ids->len;
  g_autofree char *intro = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "%u assessment paper will be written to “%s”.",
                                                         "%u assessment papers will be written to “%s”.", n), n, path);
  JpBatchDialog *dialog = jp_batch_dialog_new (over, session, _("Print Assessment Papers"), intro, _("_Print"));

  printing->snapshot = jp_snapshot_ref (jp_session_get_snapshot (session));
  printing->ids = g_ptr_array_ref (ids);
  printing->year = year;
  printing->all = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_result_free);
  printing->results = g_ptr_array_new ();
  printing->printed = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_printed_free);
  printing->path = g_strdup (path);
  printing->one_each = one_each;
  printing->office = g_strdup (jp_desk_get_office (jp_session_get_desk (session)));
  jp_batch_dialog_open (dialog, n, do_print, &printing->batch, printing_free);
}

/* What is to be printed while the file is being chosen. */
typedef struct
{
  GtkWidget *over;
  JpSession *session;
  GPtrArray *ids;
  int        year;
  gboolean   one_each;
} Choosing;

static void
choosing_free (gpointer data, GClosure *closure)
{
  Choosing *choosing = data;

  g_object_unref (choosing->over);
  g_object_unref (choosing->session);
  g_ptr_array_unref (choosing->ids);
  g_free (choosing);
}

static void
on_chosen (GtkNativeDialog *chooser, int response, Choosing *choosing)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL && gtk_widget_get_root (choosing->over) != NULL)
    {
      g_autofree char *path = g_file_get_path (file);

      jp_assessment_print (choosing->over, choosing->session, choosing->ids, choosing->year, path, choosing->one_each);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

void
jp_assessment_print_choose (GtkWidget *over, JpSession *session, GPtrArray *ids, int year, gboolean one_each)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (one_each ? _("Print to a Folder") : _("Print to One PDF"),
                                 GTK_WINDOW (gtk_widget_get_root (over)),
                                 one_each ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _("_Choose"), NULL);
  Choosing *choosing = g_new (Choosing, 1);

  *choosing = (Choosing) { g_object_ref (over), g_object_ref (session), g_ptr_array_ref (ids), year, one_each };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (!one_each)
    {
      g_autofree char *name = g_strdup_printf ("%d年度考核评价表.pdf", year);

      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
    }
  g_signal_connect_data (chooser, "response", G_CALLBACK (on_chosen), choosing, choosing_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
