/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-welcome.h"

struct _JpWelcome
{
  AdwBin parent_instance;

  /* Template widgets. */
  GtkWidget *empty_row;
};

G_DEFINE_FINAL_TYPE (JpWelcome, jp_welcome, ADW_TYPE_BIN)

static gboolean
jp_welcome_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JP_WELCOME (widget)->empty_row);
}

static void
jp_welcome_class_init (JpWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = jp_welcome_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, JpWelcome, empty_row);
}

static void
jp_welcome_init (JpWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
