/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-files.h"

#include "jp-attaching.h"
#include "jp-dossier-forms.h"
#include "jp-filing.h"

#include <glib/gi18n-lib.h>

#define SHOWN_HASH 12

struct _JpDossierFiles
{
  JpDossierSection parent_instance;
};

G_DEFINE_FINAL_TYPE (JpDossierFiles, jp_dossier_files, JP_TYPE_DOSSIER_SECTION)

JpForm *
jp_dossier_files_attach (JpDossierFiles *self, GListModel *files)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  if (paths->len == 0)
    return NULL;

  return jp_attach_form_open (GTK_WIDGET (self), jp_dossier_section_get_session (section),
                              jp_dossier_section_get_dossier (section)->id, paths);
}

static void
take (GtkWidget *over, GListModel *files)
{
  jp_dossier_files_attach (JP_DOSSIER_FILES (over), files);
}

static void
on_add (JpDossierFiles *self)
{
  jp_attaching_ask (GTK_WIDGET (self), take);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, JpDossierFiles *self)
{
  g_autoptr (GListModel) files = jp_attaching_dropped (value);

  jp_dossier_files_attach (self, files);

  return TRUE;
}

/* Of what is shown: the section keeps it until it is shown anew. */
static const JpAttachment *
attachment_of (JpDossierFiles *self, GtkWidget *button)
{
  const JpDossier *dossier = jp_dossier_section_get_dossier (JP_DOSSIER_SECTION (self));

  return g_ptr_array_index (dossier->attachments, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")));
}

static void
on_open (GtkWidget *button, JpDossierFiles *self)
{
  jp_attaching_open (GTK_WIDGET (self), jp_dossier_section_get_session (JP_DOSSIER_SECTION (self)),
                     attachment_of (self, button));
}

static void
on_remove (GtkWidget *button, JpDossierFiles *self)
{
  jp_attaching_remove (jp_dossier_section_get_session (JP_DOSSIER_SECTION (self)), attachment_of (self, button));
}

static void
on_describe (GtkWidget *button, JpDossierFiles *self)
{
  jp_paper_form_open (GTK_WIDGET (self), jp_dossier_section_get_session (JP_DOSSIER_SECTION (self)),
                      attachment_of (self, button));
}

static void
add_button (JpDossierFiles *self, GtkWidget *row, const JpAttachment *file, guint index, const char *icon,
            const char *what, GCallback clicked)
{
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

/* "2025年度考核佐证材料 · 日期 2025年3月1日 · "; "" where nothing is said of it. */
static char *
describe (JpDossierFiles *self, const JpAttachment *file)
{
  g_autofree char *proves = jp_filing_evidence_words (jp_dossier_section_get_context (JP_DOSSIER_SECTION (self)), file);
  const char *kind = proves != NULL ? proves : file->kind != NULL ? jp_attachment_kind_name (file->kind) : NULL;
  g_autofree char *day = file->dated != JP_DATE_NONE ? jp_date_to_chinese (file->dated) : NULL;
  /* Translators: the day a paper bears */
  g_autofree char *dated = day != NULL ? g_strdup_printf (_("dated %s"), day) : NULL;

  return g_strdup_printf ("%s%s%s%s", kind != NULL ? kind : "", kind != NULL ? " · " : "", dated != NULL ? dated : "",
                          dated != NULL ? " · " : "");
}

static void
add_file (JpDossierFiles *self, AdwPreferencesGroup *group, const JpAttachment *file, guint index)
{
  g_autofree char *described = describe (self, file);
  g_autofree char *size = g_format_size ((guint64) file->size);
  g_autofree char *date = jp_date_to_chinese (file->added_on);
  g_autofree char *hash = g_strndup (file->sha256, SHOWN_HASH);
  /* Translators: size, day and person of a file that was attached */
  g_autofree char *attached = g_strdup_printf (_("%1$s · attached on %2$s by %3$s"), size, date,
                                               file->person != NULL ? file->person : "—");
  g_autofree char *subtitle = g_strdup_printf ("%s%s · SHA-256 %s…", described, attached, hash);
  g_autofree char *whole = g_strdup_printf ("SHA-256 %s", file->sha256);
  GtkWidget *row = jp_group_add_row (group, file->name, subtitle);

  gtk_widget_set_tooltip_text (row, whole);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("text-x-generic-symbolic"));
  add_button (self, row, file, index, "document-open-symbolic", _("Open"), G_CALLBACK (on_open));
  add_button (self, row, file, index, "document-edit-symbolic", _("Kind and Date"), G_CALLBACK (on_describe));
  add_button (self, row, file, index, "user-trash-symbolic", _("Remove"), G_CALLBACK (on_remove));
}

static void
jp_dossier_files_show (JpDossierSection *section, const JpDossier *dossier)
{
  JpDossierFiles *self = JP_DOSSIER_FILES (section);
  AdwPreferencesGroup *group;

  jp_dossier_section_clear (section);
  group = jp_dossier_section_add_group (section, _("Attached Files"), NULL);
  adw_preferences_group_set_description (group, _("Drop files here. They are kept as copies with their hash, and go "
                                                  "into every backup."));
  jp_group_add_suffix (group, jp_section_button (_("_Attach Files…"), "attach", G_CALLBACK (on_add), self));
  for (guint i = 0; i < dossier->attachments->len; i++)
    add_file (self, group, g_ptr_array_index (dossier->attachments, i), i);
  if (dossier->attachments->len == 0)
    jp_group_add_empty (group,
                        _("No file is attached yet: applications, reviews, reports, photographs of inspections."));
}

static void
jp_dossier_files_class_init (JpDossierFilesClass *klass)
{
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_dossier_files_show;
}

static void
jp_dossier_files_init (JpDossierFiles *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
