/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where papers go to: the questions before, and what is said after. */

#include "jp-paper-out.h"

#include "jp-paper-names.h"
#include "jp-paper-record.h"

#include <glib/gi18n-lib.h>

/* What is being asked for. */
typedef struct
{
  JpPaperOrder    *order;
  JpSession       *session;
  GtkWidget       *from;
  GtkNativeDialog *chooser;
  char            *path;
  char            *pattern; /* NULL: one file */
} Asking;

static void
asking_free (Asking *asking)
{
  jp_paper_order_free (asking->order);
  g_object_unref (asking->session);
  g_object_unref (asking->from);
  g_clear_object (&asking->chooser);
  g_free (asking->path);
  g_free (asking->pattern);
  g_free (asking);
}

static void on_replace (Asking *asking, const char *response);

static void
ask_replace (Asking *asking, const char *sentence)
{
  GtkRoot *root = gtk_widget_get_root (asking->from);
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Replace Files?"), sentence);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "replace", _("_Replace"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_replace), asking);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
say_written (Asking *asking, int n)
{
  g_autofree char *name = g_filename_display_basename (asking->path);
  g_autofree char *said = NULL;

  if (asking->pattern == NULL)
    said = g_strdup_printf (_("“%s” was written"), name);
  else
    said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d file was written to “%s”",
                                         "%d files were written to “%s”", (gulong) n),
                            n, name);
  if (gtk_widget_get_root (asking->from) != NULL)
    gtk_widget_activate_action (asking->from, "win.toast", "s", said);
}

static void
on_out (GObject *source, GAsyncResult *result, gpointer data)
{
  Asking *asking = data;
  g_autoptr (GError) error = NULL;
  int n = jp_paper_out_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      ask_replace (asking, error->message);
      return;
    }

  if (error == NULL)
    say_written (asking, n);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jp_paper_say (asking->from, _("The Papers Could Not Be Written"), error->message);
  asking_free (asking);
}

static void
write_out (Asking *asking, gboolean replace)
{
  if (asking->pattern != NULL)
    jp_paper_out_write_folder (asking->order, asking->path, asking->pattern, replace, asking->session, asking->from,
                               NULL, on_out, asking);
  else
    jp_paper_out_write (asking->order, asking->path, asking->session, asking->from, NULL, on_out, asking);
}

static void
on_replace (Asking *asking, const char *response)
{
  if (g_str_equal (response, "replace"))
    write_out (asking, TRUE);
  else
    asking_free (asking);
}

static void
on_chosen (Asking *asking, int response)
{
  g_autoptr (GFile) file
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (asking->chooser)) : NULL;

  asking->path = file != NULL ? g_file_get_path (file) : NULL;
  if (asking->path != NULL)
    write_out (asking, FALSE);
  else
    asking_free (asking);
}

static void
ask (Asking *asking, const char *title, GtkFileChooserAction action, const char *name)
{
  GtkRoot *root = gtk_widget_get_root (asking->from);

  asking->chooser = GTK_NATIVE_DIALOG (
    gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action,
                                 action == GTK_FILE_CHOOSER_ACTION_SAVE ? _("_Save") : _("_Choose"), NULL));
  gtk_native_dialog_set_modal (asking->chooser, TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (asking->chooser), name);
  g_signal_connect_swapped (asking->chooser, "response", G_CALLBACK (on_chosen), asking);
  gtk_native_dialog_show (asking->chooser);
}

static Asking *
asking_new (const JpPaperOrder *order, JpSession *session, GtkWidget *from)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->order = jp_paper_order_copy (order);
  asking->session = g_object_ref (session);
  asking->from = g_object_ref (from);
  return asking;
}

void
jp_paper_out_to_file (const JpPaperOrder *order, JpReportFormat format, JpSession *session, GtkWidget *from)
{
  static const char *const endings[]
    = { [JP_FORMAT_PDF] = "pdf", [JP_FORMAT_XLSX] = "xlsx", [JP_FORMAT_DOCX] = "docx" };
  static const char *const titles[] = {
    [JP_FORMAT_PDF] = N_("Export PDF"),
    [JP_FORMAT_XLSX] = N_("Export Workbook"),
    [JP_FORMAT_DOCX] = N_("Export Text Document"),
  };
  const JpDossier *dossier = order->cluster != NULL ? jp_snapshot_find (order->snapshot, order->cluster) : NULL;
  char day[JP_DATE_ISO_LEN];
  JpPaperNameParts parts = {
    .cluster = dossier != NULL ? dossier->name
               : order->district != NULL ? jp_snapshot_district_name (order->snapshot, order->district) : NULL,
    .report = order->kind->name,
    .year = order->year,
    .day = jp_date_to_iso (jp_snapshot_get_context (order->snapshot)->today, day),
  };
  g_autofree char *name = jp_paper_name (order->year != 0 ? JP_PAPER_NAMES_PATTERN : "{集群}-{报表}-{日期}", &parts);
  g_autofree char *file = g_strconcat (name, ".", endings[format], NULL);

  ask (asking_new (order, session, from), _(titles[format]), GTK_FILE_CHOOSER_ACTION_SAVE, file);
}

void
jp_paper_out_to_folder (const JpPaperOrder *order, const char *pattern, JpSession *session, GtkWidget *from)
{
  Asking *asking = asking_new (order, session, from);

  asking->pattern = g_strdup (pattern);
  ask (asking, _("Folder for the Papers"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL);
}
