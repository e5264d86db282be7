/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-files.h"

#include "jp-dossier-work.h"
#include "jp-store-attachments.h"

#include <glib/gi18n-lib.h>

#define SHOWN_HASH 12

struct _JpDossierFiles
{
  JpDossierSection parent_instance;

  /* Owned. */
  GPtrArray *files;   /* of JpAttachment; NULL before they were read */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (JpDossierFiles, jp_dossier_files, JP_TYPE_DOSSIER_SECTION)

/* Files on their way in, or one on its way out. */
typedef struct
{
  char *cluster;
  char *attachment;
  GSList *paths;
} FileWork;

static void
file_work_free (gpointer data)
{
  FileWork *work = data;

  g_free (work->cluster);
  g_free (work->attachment);
  g_slist_free_full (work->paths, g_free);
  g_free (work);
}

static gboolean
do_attach (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const FileWork *work = data;

  for (GSList *path = work->paths; path != NULL; path = path->next)
    if (!jp_casework_attach (desk, work->cluster, path->data, error))
      return FALSE;

  return TRUE;
}

static gboolean
do_detach (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const FileWork *work = data;

  return jp_casework_detach (desk, work->cluster, work->attachment, error);
}

static FileWork *
new_work (JpDossierFiles *self)
{
  FileWork *work = g_new0 (FileWork, 1);

  work->cluster = g_strdup (jp_dossier_section_get_dossier (JP_DOSSIER_SECTION (self))->id);

  return work;
}

/* Copies are made on the worker: a file may be large, or far away. */
void
jp_dossier_files_attach (JpDossierFiles *self, GListModel *files)
{
  FileWork *work = new_work (self);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        work->paths = g_slist_append (work->paths, path);
    }
  if (work->paths == NULL)
    {
      file_work_free (work);
      return;
    }
  jp_session_do (jp_dossier_section_get_session (JP_DOSSIER_SECTION (self)), do_attach, work, file_work_free);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, JpDossierFiles *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      jp_dossier_files_attach (self, files);
    }
  g_clear_object (&self->chooser);
}

static void
on_add (JpDossierFiles *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Attach Files"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _("_Attach"), NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, JpDossierFiles *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *file = list; file != NULL; file = file->next)
    g_list_store_append (files, file->data);
  jp_dossier_files_attach (self, G_LIST_MODEL (files));

  return TRUE;
}

static const JpAttachment *
attachment_of (JpDossierFiles *self, GtkWidget *button)
{
  return g_ptr_array_index (self->files, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpDossierFiles) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
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
  JpDossierFiles *self;
  JpAttachment   *attachment;
  char           *uri;
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
  g_autoptr (JpDossierFiles) self = opening->self;
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;

  jp_attachment_free (opening->attachment);
  if (jp_session_do_finish (JP_SESSION (source), result, &error))
    {
      uri = opening->uri;
      g_app_info_launch_default_for_uri_async (uri, NULL, NULL, on_opened, g_object_ref (self));
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
on_open (GtkWidget *button, JpDossierFiles *self)
{
  const JpAttachment *attachment = attachment_of (self, button);
  Opening *opening = g_new0 (Opening, 1);

  opening->self = g_object_ref (self);
  opening->attachment = jp_attachment_new (attachment->cluster, attachment->subject, NULL, attachment->name);
  opening->attachment->sha256 = g_strdup (attachment->sha256);
  jp_session_read_async (jp_dossier_section_get_session (JP_DOSSIER_SECTION (self)), do_open, opening, NULL, NULL,
                         on_copied,
                         opening);
}

static void
on_remove (GtkWidget *button, JpDossierFiles *self)
{
  FileWork *work = new_work (self);

  work->attachment = g_strdup (attachment_of (self, button)->id);
  jp_session_do (jp_dossier_section_get_session (JP_DOSSIER_SECTION (self)), do_detach, work, file_work_free);
}

static void
add_button (JpDossierFiles *self, GtkWidget *row, guint index, const char *icon, const char *what, GCallback clicked)
{
  const JpAttachment *file = g_ptr_array_index (self->files, index);
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = g_strdup_printf ("%s: %s", what, file->name);
  g_autofree char *name = g_strconcat (icon, file->id, NULL);

  gtk_widget_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, what);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", clicked, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_file (JpDossierFiles *self, AdwPreferencesGroup *group, guint index)
{
  const JpAttachment *file = g_ptr_array_index (self->files, index);
  g_autofree char *size = g_format_size ((guint64) file->size);
  g_autofree char *date = jp_date_to_chinese (file->added_on);
  g_autofree char *hash = g_strndup (file->sha256, SHOWN_HASH);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s · SHA-256 %s…", size, date,
                                               file->person != NULL ? file->person : "—", hash);
  g_autofree char *whole = g_strdup_printf ("SHA-256 %s", file->sha256);
  GtkWidget *row = jp_group_add_row (group, file->name, subtitle);

  gtk_widget_set_tooltip_text (row, whole);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("text-x-generic-symbolic"));
  add_button (self, row, index, "document-open-symbolic", _("Open"), G_CALLBACK (on_open));
  add_button (self, row, index, "user-trash-symbolic", _("Remove"), G_CALLBACK (on_remove));
}

static void
list_files (JpDossierFiles *self)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  AdwPreferencesGroup *group;

  jp_dossier_section_clear (section);
  group = jp_dossier_section_add_group (section, _("Attached Files"), NULL);
  adw_preferences_group_set_description (group, _("Drop files here. They are kept as copies with their hash, and go "
                                                  "into every backup."));
  jp_group_add_suffix (group, jp_section_button (_("_Attach Files…"), "attach", G_CALLBACK (on_add), self));
  for (guint i = 0; i < self->files->len; i++)
    add_file (self, group, i);
  if (self->files->len == 0)
    jp_group_add_empty (group,
                        _("No file is attached yet: applications, reviews, reports, photographs of inspections."));
}

typedef struct
{
  JpDossierFiles *self;
  char           *cluster;
  GPtrArray      *files;
} Read;

static gboolean
read_files (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Read *read = data;

  read->files = jp_store_load_attachments (jp_desk_get_store (desk), read->cluster, error);

  return read->files != NULL;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Read *read = data;
  g_autoptr (JpDossierFiles) self = read->self;
  g_autofree char *cluster = read->cluster;
  const JpDossier *dossier = jp_dossier_section_get_dossier (JP_DOSSIER_SECTION (self));

  if (!jp_session_do_finish (JP_SESSION (source), result, NULL))
    return;
  if (dossier == NULL || !g_str_equal (dossier->id, cluster))
    {
      g_ptr_array_unref (read->files);
      return;
    }

  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->files = read->files;
  list_files (self);
}

static void
jp_dossier_files_show (JpDossierSection *section, const JpDossier *dossier)
{
  Read *read = g_new0 (Read, 1);

  read->self = g_object_ref (JP_DOSSIER_FILES (section));
  read->cluster = g_strdup (dossier->id);
  jp_session_read_async (jp_dossier_section_get_session (section), read_files, read, NULL, NULL, on_read, read);
}

static void
jp_dossier_files_dispose (GObject *object)
{
  g_clear_object (&JP_DOSSIER_FILES (object)->chooser);

  G_OBJECT_CLASS (jp_dossier_files_parent_class)->dispose (object);
}

static void
jp_dossier_files_finalize (GObject *object)
{
  g_clear_pointer (&JP_DOSSIER_FILES (object)->files, g_ptr_array_unref);

  G_OBJECT_CLASS (jp_dossier_files_parent_class)->finalize (object);
}

static void
jp_dossier_files_class_init (JpDossierFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_dossier_files_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_dossier_files_finalize;
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_dossier_files_show;
}

static void
jp_dossier_files_init (JpDossierFiles *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
