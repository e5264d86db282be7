/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cut-label.h"

#include "jp-tooltip.h"

static gboolean
on_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_key, GtkTooltip *tooltip, gpointer data)
{
  GtkLabel *label = GTK_LABEL (widget);

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  jp_tooltip_show (tooltip, gtk_label_get_text (label));
  return TRUE;
}

GtkWidget *
jp_cut_label_new (float xalign)
{
  GtkWidget *self = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (self), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (self), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (self), TRUE);
  gtk_widget_set_has_tooltip (self, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);

  return self;
}
