/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-rules-acts.h"

#include "jp-pack-work.h"
#include "jp-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Confirming the weights. */

typedef struct
{
  char  *document;
  JpDate date;
} Confirmation;

static void
confirmation_free (gpointer data)
{
  g_free (((Confirmation *) data)->document);
  g_free (data);
}

static gboolean
do_confirm (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Confirmation *confirmation = data;

  return jp_casework_pack_confirm (desk, confirmation->document, confirmation->date, error);
}

static gboolean
make_confirmation (JpForm *form, gpointer context, JpFormWork *todo)
{
  g_autofree char *document = jp_form_text (form, "document");
  Confirmation *confirmation;
  JpDate date;

  if (document == NULL)
    jp_field_set_error (jp_form_get (form, "document"),
                        _("Give the number of the document that sets the weights and curves."));
  if (!jp_field_get_date (jp_form_get (form, "date"), &date) || document == NULL)
    return FALSE;

  confirmation = g_new (Confirmation, 1);
  confirmation->document = g_steal_pointer (&document);
  confirmation->date = date;
  *todo = (JpFormWork) { do_confirm, confirmation, confirmation_free };

  return TRUE;
}

JpForm *
jp_rules_confirm_open (GtkWidget *over, JpSession *session)
{
  const JpContext *context = jp_session_get_context (session);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  JpForm *form = jp_form_new (over, session, _("Confirm Weights and Curves"), _("_Confirm"));
  g_autofree char *intro
    = g_strdup_printf (_("The bureau makes the weights and curves of version %u its own. From then on results and "
                         "papers no longer say 评分标准未核定. This is an official act: it is recorded and cannot be "
                         "undone; a change of weights makes a new version, which is confirmed anew."),
                       pack->version);

  jp_form_set_intro (form, intro);
  jp_form_add (form, "document", JP_FIELD_KIND_TEXT, _("Document Number"));
  jp_form_add (form, "date", JP_FIELD_KIND_DATE, _("Date of the Document"));
  jp_field_set_date (jp_form_get (form, "date"), context->today);
  jp_form_open (form, make_confirmation, NULL, NULL);

  return form;
}

/* Exporting. */

typedef struct
{
  GtkWidget *over;
  char      *json;
} Export;

static void
say_failure (GtkWidget *over, const GError *error)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (over));
  GtkWidget *dialog = adw_message_dialog_new (parent, _("The Rule Pack Was Not Written"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (G_FILE (source));

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    say_failure (export->over, error);
  else if (JP_IS_PAGE (export->over))
    {
      g_autofree char *said = g_strdup_printf (_("Rule pack written to %s"), path);

      jp_page_toast (JP_PAGE (export->over), said);
    }
  g_object_unref (export->over);
  g_free (export->json);
  g_free (export);
}

static void
on_export_response (GtkNativeDialog *chooser, int response, gpointer data)
{
  Export *export = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    g_file_replace_contents_async (file, export->json, strlen (export->json), NULL, FALSE, G_FILE_CREATE_NONE,
                                   NULL, on_written, export);
  else
    {
      g_object_unref (export->over);
      g_free (export->json);
      g_free (export);
    }
  g_object_unref (chooser);
}

void
jp_rules_export_text_open (GtkWidget *over, const char *name, const char *json)
{
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (_("Export the Rule Pack"), GTK_WINDOW (gtk_widget_get_root (over)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  Export *export = g_new (Export, 1);

  *export = (Export) { g_object_ref (over), g_strdup (json) };
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_export_response), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
jp_rules_export_open (GtkWidget *over, const JpPack *pack)
{
  g_autofree char *name = g_strdup_printf ("%s-%u.json", pack->id, pack->version);

  jp_rules_export_text_open (over, name, pack->json);
}
