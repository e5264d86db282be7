/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assurance-light.h"

#include <glib/gi18n-lib.h>

struct _JpAssuranceLight
{
  AdwBin parent_instance;

  /* Template widgets. */
  GtkMenuButton *button;
  GtkImage      *light;
  GtkLabel      *word;
  GtkLabel      *sentence;
  GtkListBox    *list;

  /* Owned. */
  GPtrArray     *assurances; /* NULL before there are any */
};

G_DEFINE_FINAL_TYPE (JpAssuranceLight, jp_assurance_light, ADW_TYPE_BIN)

/* A shape and a word each, so that colour is never the only sign. */
static const struct
{
  const char *icon;
  const char *style;
  const char *word;
} looks[] = {
  [JP_LIGHT_GREEN] = { "jp-all-well-symbolic", "success", N_("All Is Well") },
  [JP_LIGHT_AMBER] = { "jp-attention-symbolic", "warning", N_("Please Note") },
  [JP_LIGHT_RED] = { "jp-danger-symbolic", "error", N_("Act Now") },
};

static void
set_light (GtkImage *image, JpLight light)
{
  const char *styles[] = { looks[light].style, NULL };

  gtk_image_set_from_icon_name (image, looks[light].icon);
  gtk_widget_set_css_classes (GTK_WIDGET (image), styles);
}

static GtkWidget *
make_row (const JpAssurance *assurance)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *light = gtk_image_new ();
  g_autofree char *told = g_strdup_printf ("%s: %s", _(looks[assurance->light].word), assurance->title);

  set_light (GTK_IMAGE (light), assurance->light);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), light);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), assurance->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), assurance->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, told,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, assurance->sentence,
                                  -1);

  return row;
}

static void
clear_list (JpAssuranceLight *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* The rows are made for who opens the list. */
static void
list_assurances (JpAssuranceLight *self)
{
  clear_list (self);
  for (guint i = 0; self->assurances != NULL && i < self->assurances->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->assurances, i)));
}

static void
before_popup (GtkMenuButton *button, gpointer data)
{
  list_assurances (data);
}

static void
jp_assurance_light_finalize (GObject *object)
{
  g_clear_pointer (&JP_ASSURANCE_LIGHT (object)->assurances, g_ptr_array_unref);

  G_OBJECT_CLASS (jp_assurance_light_parent_class)->finalize (object);
}

static void
jp_assurance_light_class_init (JpAssuranceLightClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_assurance_light_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-assurance-light.ui");
  gtk_widget_class_bind_template_child (widget_class, JpAssuranceLight, button);
  gtk_widget_class_bind_template_child (widget_class, JpAssuranceLight, light);
  gtk_widget_class_bind_template_child (widget_class, JpAssuranceLight, word);
  gtk_widget_class_bind_template_child (widget_class, JpAssuranceLight, sentence);
  gtk_widget_class_bind_template_child (widget_class, JpAssuranceLight, list);
}

static void
jp_assurance_light_init (JpAssuranceLight *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, before_popup, self, NULL);

  /* A menu button centres what it holds; here it is read from the left like the rows above. */
  for (GtkWidget *widget = gtk_menu_button_get_child (self->button); widget != GTK_WIDGET (self->button);
       widget = gtk_widget_get_parent (widget))
    gtk_widget_set_halign (widget, GTK_ALIGN_FILL);
}

/**
 * jp_assurance_light_show:
 * @self: the light
 * @assurances: (element-type JpAssurance): what it is made of
 *
 * Shows the worst of @assurances, and all of them where it is clicked.
 */
void
jp_assurance_light_show (JpAssuranceLight *self, GPtrArray *assurances)
{
  const JpAssurance *worst = jp_assurances_worst (assurances);
  g_autofree char *told = g_strdup_printf ("%s: %s", _(looks[worst->light].word), worst->sentence);

  set_light (self->light, worst->light);
  gtk_label_set_label (self->word, _(looks[worst->light].word));
  gtk_label_set_label (self->sentence, worst->sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), worst->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);

  g_ptr_array_ref (assurances);
  g_clear_pointer (&self->assurances, g_ptr_array_unref);
  self->assurances = assurances;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    list_assurances (self);
}
