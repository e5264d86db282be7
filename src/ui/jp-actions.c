/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-actions.h"

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "win.back", { "<Alt>Left", "Back" } },
  { "win.search", { "<Control>f", "Find" } },
  { "win.print", { "<Control>p", "Print" } },
  { "win.new", { "<Control>n", "New" } },
  { "win.go::assessment-batch", { "<Control>e" } },
  { "win.open-file", { "<Control>o", "Open" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.main-menu", { "F10" } },
  { "window.close", { "<Control>w" } },
  { "win.go-nth(1)", { "<Control>1", "<Control>KP_1" } },
  { "win.go-nth(2)", { "<Control>2", "<Control>KP_2" } },
  { "win.go-nth(3)", { "<Control>3", "<Control>KP_3" } },
  { "win.go-nth(4)", { "<Control>4", "<Control>KP_4" } },
  { "win.go-nth(5)", { "<Control>5", "<Control>KP_5" } },
  { "win.go-nth(6)", { "<Control>6", "<Control>KP_6" } },
  { "win.go-nth(7)", { "<Control>7", "<Control>KP_7" } },
};

/* Accelerators come before the focused widget; these keys come after it. */
static const struct
{
  const char     *action;
  guint           key;
  GdkModifierType modifiers;
} late[] = {
  { "win.undo", GDK_KEY_z, GDK_CONTROL_MASK },
  { "win.undo", GDK_KEY_Undo, 0 },
  { "win.redo", GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.redo", GDK_KEY_y, GDK_CONTROL_MASK },
  { "win.redo", GDK_KEY_Redo, 0 },
};

/**
 * jp_actions_set_accels:
 * @application: the application
 *
 * Gives the actions of application and window their keys.
 */
void
jp_actions_set_accels (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, (const char * const *) accels[i].accels);
}

/**
 * jp_actions_bind_late:
 * @window_class: class of the window
 *
 * Binds the keys that a focused entry may want for itself.
 */
void
jp_actions_bind_late (GtkWidgetClass *window_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (late); i++)
    gtk_widget_class_add_binding_action (window_class, late[i].key, late[i].modifiers, late[i].action, NULL);
}
