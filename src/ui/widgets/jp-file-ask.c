/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-file-ask.h"

typedef struct
{
  GtkWidget  *over;
  JpSession  *session;
  JpFileAsked asked;
} Asking;

static void
on_response (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autofree Asking *asking = data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    asking->asked (asking->over, asking->session, path);
  g_object_unref (asking->over);
  g_object_unref (asking->session);
  g_object_unref (chooser);
}

/**
 * jp_file_ask:
 * @over: a widget of the window
 * @session: the data file
 * @title: of the dialog, translated
 * @asked: called once with the path of the file that was chosen
 *
 * Asks for one file to read.
 */
void
jp_file_ask (GtkWidget *over, JpSession *session, const char *title, JpFileAsked asked)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (over)),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking) { g_object_ref (over), g_object_ref (session), asked };
  g_signal_connect (chooser, "response", G_CALLBACK (on_response), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
