/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-text-width.h"

#define WHOLE_DPI (96 * 1024) /* text at 100 %, in the unit of the setting */

static const char dpi_key[] = "jp-text-dpi"; /* for which the column's present width is */

static int
text_dpi (void)
{
  int dpi = -1;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? dpi : WHOLE_DPI;
}

static int
scaled (int width, int dpi, int from)
{
  return (int) (((gint64) width * dpi + from / 2) / from);
}

int
jp_text_width (int width)
{
  return scaled (width, text_dpi (), WHOLE_DPI);
}

static int
column_dpi (GtkColumnViewColumn *column)
{
  int dpi = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), dpi_key));

  return dpi > 0 ? dpi : WHOLE_DPI;
}

static void
on_dpi (GtkColumnViewColumn *column)
{
  int dpi = text_dpi (), width = gtk_column_view_column_get_fixed_width (column);

  gtk_column_view_column_set_fixed_width (column, scaled (width, dpi, column_dpi (column)));
  g_object_set_data (G_OBJECT (column), dpi_key, GINT_TO_POINTER (dpi));
}

void
jp_text_width_set (GtkColumnViewColumn *column, int width)
{
  gboolean follows = g_object_get_data (G_OBJECT (column), dpi_key) != NULL;

  g_return_if_fail (width > 0);

  gtk_column_view_column_set_fixed_width (column, width);
  g_object_set_data (G_OBJECT (column), dpi_key, GINT_TO_POINTER (WHOLE_DPI));
  on_dpi (column);
  if (!follows)
    g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (on_dpi), column,
                             G_CONNECT_SWAPPED);
}

int
jp_text_width_get (GtkColumnViewColumn *column)
{
  return scaled (gtk_column_view_column_get_fixed_width (column), WHOLE_DPI, column_dpi (column));
}
