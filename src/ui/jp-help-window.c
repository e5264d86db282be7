/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-help-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HELP  "/org/jiping/Jiping/help/"
#define GUIDE HELP "guide.md"

struct _JpHelpWindow
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkWidget *sidebar;
  GtkStack  *parts;
};

G_DEFINE_FINAL_TYPE (JpHelpWindow, jp_help_window, ADW_TYPE_WINDOW)

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* A point of a list: its mark beside it, its lines flush. */
static void
add_point (GtkWidget *box, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *mark = gtk_label_new ("•");

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_widget_set_hexpand (add_label (line, text, NULL), TRUE);
  gtk_box_append (GTK_BOX (box), line);
}

/* "![What it shows](pictures/name.png)": a picture as wide as the text, told to a screen reader in words. */
static void
add_picture (GtkWidget *box, const char *line)
{
  const char *middle = strstr (line, "](");
  g_autofree char *words = NULL, *path = NULL;
  GtkWidget *picture;

  g_return_if_fail (middle != NULL && g_str_has_suffix (line, ")"));

  words = g_strndup (line + 2, (gsize) (middle - line) - 2);
  path = g_strconcat (HELP, middle + 2, NULL);
  path[strlen (path) - 1] = '\0';
  picture = gtk_picture_new_for_resource (path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (picture, "help-picture");
  gtk_box_append (GTK_BOX (box), picture);
}

/* "## Title <!-- id -->" begins a part. */
static GtkWidget *
begin_part (JpHelpWindow *self, const char *line)
{
  const char *comment = strstr (line, "<!--");
  g_autofree char *title = g_strndup (line, comment != NULL ? (gsize) (comment - line) : strlen (line));
  g_autofree char *id = comment != NULL ? g_strndup (comment + 4, strcspn (comment + 4, ">") - 2) : g_strdup (line);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  g_strstrip (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroll), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (box, "help-part");
  add_label (box, title, "title-2");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 820);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  /* A picture would be content with no height at all. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroll))),
                                     GTK_SCROLL_NATURAL);
  gtk_stack_add_titled (self->parts, scroll, g_strstrip (id), title);

  return box;
}

/* The guide keeps to headings, pictures, paragraphs of one line and points of one line. */
static void
read_guide (JpHelpWindow *self)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (GUIDE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GtkWidget *box = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "## "))
        box = begin_part (self, lines[i] + 3);
      else if (box != NULL && g_str_has_prefix (lines[i], "### "))
        add_label (box, lines[i] + 4, "heading");
      else if (box != NULL && g_str_has_prefix (lines[i], "- "))
        add_point (box, lines[i] + 2);
      else if (box != NULL && g_str_has_prefix (lines[i], "!["))
        add_picture (box, lines[i]);
      else if (box != NULL && *lines[i] != '\0')
        add_label (box, lines[i], NULL);
    }
}

/* GTK 4.8 names the rows of such a sidebar not at all, and the list in English. */
static void
name_parts (JpHelpWindow *self)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->parts);
  GtkWidget *list = self->sidebar;

  while (list != NULL && !GTK_IS_LIST_BOX (list))
    list = gtk_widget_get_first_child (list);
  g_return_if_fail (list != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Parts of the Guide"), -1);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) i);

      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_stack_page_get_title (GTK_STACK_PAGE (page)), -1);
    }
}

static void
jp_help_window_class_init (JpHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JpHelpWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, JpHelpWindow, parts);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jp_help_window_init (JpHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  read_guide (self);
  name_parts (self);
}

/**
 * jp_help_window_new:
 * @parent: window it belongs to
 *
 * Returns: (transfer none): the window, to be presented
 */
JpHelpWindow *
jp_help_window_new (GtkWindow *parent)
{
  return g_object_new (JP_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
}

/**
 * jp_help_window_open:
 * @self: the window
 * @part: (nullable): id of a part; what is not there opens nothing
 */
void
jp_help_window_open (JpHelpWindow *self, const char *part)
{
  if (part != NULL && gtk_stack_get_child_by_name (self->parts, part) != NULL)
    gtk_stack_set_visible_child_name (self->parts, part);
}
