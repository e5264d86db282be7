/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-record.h"

#include "jp-print-work.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static gboolean
keep (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return jp_casework_keep_printed (desk, data, error);
}

static gboolean
keep_nothing (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

void
jp_paper_record (JpSession *session, GPtrArray *printed, GAsyncReadyCallback callback, gpointer user_data)
{
  if (printed->len == 0)
    jp_session_read_async (session, keep_nothing, NULL, NULL, NULL, callback, user_data);
  else
    jp_session_act_async (session, keep, g_ptr_array_ref (printed), (GDestroyNotify) g_ptr_array_unref, callback,
                          user_data);
}

void
jp_paper_say (GtkWidget *from, const char *heading, const char *sentence)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
