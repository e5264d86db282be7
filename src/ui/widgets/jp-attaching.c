/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-attaching.h"

#include "jp-dossier-work.h"
#include "jp-store-attachments.h"

#include <glib/gi18n-lib.h>

static const char chooser_key[] = "jp-chooser";

/* Files on their way in. */
typedef struct
{
  JpAttachment *like;
  GSList       *paths;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  jp_attachment_free (taking->like);
  g_slist_free_full (taking->paths, g_free);
  g_free (taking);
}

static gboolean
do_take (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Taking *taking = data;

  for (GSList *path = taking->paths; path != NULL; path = path->next)
    {
      g_autoptr (JpAttachment) paper = jp_attachment_copy (taking->like);

      if (!jp_casework_attach_paper (desk, path->data, paper, error))
        return FALSE;
    }

  return TRUE;
}

/* Copies are made on the worker: a file may be large, or far away. */
void
jp_attaching_take (JpSession *session, const JpAttachment *like, GListModel *files)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->like = jp_attachment_copy (like);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        taking->paths = g_slist_append (taking->paths, path);
    }
  if (taking->paths != NULL)
    jp_session_do (session, do_take, taking, taking_free);
  else
    taking_free (taking);
}

typedef struct
{
  JpSession    *session;
  JpAttachment *like;
} Choosing;

static void
choosing_free (gpointer data, GClosure *closure)
{
  Choosing *choosing = data;

  g_object_unref (choosing->session);
  jp_attachment_free (choosing->like);
  g_free (choosing);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, Choosing *choosing)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      jp_attaching_take (choosing->session, choosing->like, files);
    }
  gtk_native_dialog_hide (dialog);
}

/* The dialog lives as long as what asked for it, or until that asks again. */
static void
show_chooser (GtkWidget *over, GCallback chosen, gpointer data, GClosureNotify destroy)
{
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (_("Attach Files"), GTK_WINDOW (gtk_widget_get_root (over)),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _("_Attach"), NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  g_signal_connect_data (chooser, "response", chosen, data, destroy, 0);
  g_object_set_data_full (G_OBJECT (over), chooser_key, chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
jp_attaching_choose (GtkWidget *over, JpSession *session, const JpAttachment *like)
{
  Choosing *choosing = g_new (Choosing, 1);

  choosing->session = g_object_ref (session);
  choosing->like = jp_attachment_copy (like);
  show_chooser (over, G_CALLBACK (on_chosen), choosing, choosing_free);
}

typedef struct
{
  GtkWidget      *over; /* borrowed: the dialog goes with it */
  JpAttachingTake take;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_answered (GtkNativeDialog *dialog, int response, Asking *asking)
{
  g_autoptr (GListModel) files
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)) : NULL;

  gtk_native_dialog_hide (dialog);
  if (files != NULL)
    asking->take (asking->over, files);
}

void
jp_attaching_ask (GtkWidget *over, JpAttachingTake take)
{
  Asking *asking = g_new (Asking, 1);

  asking->over = over;
  asking->take = take;
  show_chooser (over, G_CALLBACK (on_answered), asking, asking_free);
}

GListModel *
jp_attaching_dropped (const GValue *value)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *file = list; file != NULL; file = file->next)
    g_list_store_append (files, file->data);

  return G_LIST_MODEL (files);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) over = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    gtk_widget_activate_action (over, "win.toast", "s", error->message);
}

/* What the system opens is a copy under the file's own name: programs go by the ending, and may write. */
static char *
copy_to_open (JpStore *store, const JpAttachment *attachment, GError **error)
{
  g_autofree char *kept = jp_store_attachment_path (store, attachment->sha256);
  g_autofree char *name = g_strdelimit (g_strdup (attachment->name), "/", '_');
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "jiping", "opened", attachment->sha256, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (kept);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
    return NULL;

  return g_file_get_uri (to);
}

typedef struct
{
  GtkWidget    *over;
  JpAttachment *attachment;
  char         *uri;
} Opening;

static gboolean
do_open (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Opening *opening = data;

  opening->uri = copy_to_open (jp_desk_get_store (desk), opening->attachment, error);

  return opening->uri != NULL;
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Opening *opening = data;
  g_autoptr (GtkWidget) over = opening->over;
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;

  jp_attachment_free (opening->attachment);
  if (jp_session_do_finish (JP_SESSION (source), result, &error))
    {
      uri = opening->uri;
      g_app_info_launch_default_for_uri_async (uri, NULL, NULL, on_opened, g_object_ref (over));
    }
  else
    gtk_widget_activate_action (over, "win.toast", "s", error->message);
}

void
jp_attaching_open (GtkWidget *over, JpSession *session, const JpAttachment *attachment)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->over = g_object_ref (over);
  opening->attachment = jp_attachment_copy (attachment);
  jp_session_read_async (session, do_open, opening, NULL, NULL, on_copied, opening);
}

static gboolean
do_remove (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const JpAttachment *attachment = data;

  return jp_casework_detach (desk, attachment->cluster, attachment->id, error);
}

void
jp_attaching_remove (JpSession *session, const JpAttachment *attachment)
{
  jp_session_do (session, do_remove, jp_attachment_copy (attachment), (GDestroyNotify) jp_attachment_free);
}
