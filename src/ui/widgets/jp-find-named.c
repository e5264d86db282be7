/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-find-named.h"

/* The first of @widget and all within it whose name is @name, or NULL: where what is made anew is found again. */
GtkWidget *
jp_find_named (GtkWidget *widget, const char *name)
{
  GtkWidget *found = NULL;

  if (g_str_equal (gtk_widget_get_name (widget), name))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = jp_find_named (child, name);

  return found;
}
