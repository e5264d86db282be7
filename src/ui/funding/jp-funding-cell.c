/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-funding-cell.h"

#include "jp-cut-label.h"

#include <glib/gi18n-lib.h>

struct _JpFundingCell
{
  GtkButton parent_instance;

  /* Borrowed: children. */
  GtkWidget *worth;
  GtkWidget *year;
  GtkWidget *icon;
  GtkWidget *state;

  const char *style; /* what it wears, of the styles of jp_funding_style() */
};

G_DEFINE_FINAL_TYPE (JpFundingCell, jp_funding_cell, GTK_TYPE_BUTTON)

static void
jp_funding_cell_class_init (JpFundingCellClass *klass)
{
}

static GtkWidget *
new_line (GtkWidget *first, GtkWidget *second, int spacing)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, spacing);

  gtk_box_append (GTK_BOX (line), first);
  gtk_box_append (GTK_BOX (line), second);

  return line;
}

static void
jp_funding_cell_init (JpFundingCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->worth = gtk_label_new (NULL);
  self->year = jp_cut_label_new (0);
  self->icon = gtk_image_new ();
  self->state = jp_cut_label_new (0);
  gtk_widget_add_css_class (self->worth, "fund-worth");
  gtk_widget_add_css_class (self->year, "fund-small");
  gtk_widget_add_css_class (self->year, "dim-label");
  gtk_widget_add_css_class (self->state, "fund-small");
  gtk_widget_set_hexpand (self->state, TRUE);
  gtk_widget_set_hexpand (self->year, TRUE);
  gtk_widget_set_valign (self->year, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (self->worth, GTK_ALIGN_BASELINE);
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 14);
  gtk_box_append (GTK_BOX (box), new_line (self->worth, self->year, 6));
  gtk_box_append (GTK_BOX (box), new_line (self->icon, self->state, 5));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fund-cell");
}

GtkWidget *
jp_funding_cell_new (void)
{
  return g_object_new (JP_TYPE_FUNDING_CELL, NULL);
}

static void
wear (JpFundingCell *self, const char *style)
{
  if (self->style == style)
    return;

  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  gtk_widget_add_css_class (GTK_WIDGET (self), style);
  self->style = style;
}

void
jp_funding_cell_show (JpFundingCell *self, const JpFundingRow *row, guint ordinal)
{
  const JpFundCase *fund_case = jp_funding_row_case (row, ordinal);
  g_autofree char *worth = NULL, *year = NULL, *name = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), fund_case != NULL);
  gtk_widget_set_visible (gtk_button_get_child (GTK_BUTTON (self)), fund_case != NULL);
  if (fund_case == NULL)
    return;

  worth = jp_funding_worth_text (fund_case);
  year = g_strdup_printf (_("fiscal %d"), fund_case->fiscal_year);
  gtk_label_set_label (GTK_LABEL (self->worth), worth);
  gtk_label_set_label (GTK_LABEL (self->year), year);
  gtk_label_set_label (GTK_LABEL (self->state), row->states[ordinal - 1]);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), jp_funding_icon (fund_case));
  wear (self, jp_funding_style (fund_case));
  if (fund_case->decided)
    gtk_widget_add_css_class (self->worth, "decided");
  else
    gtk_widget_remove_css_class (self->worth, "decided");

  /* Translators: cluster, funding year, amount, fiscal year, state: for who hears the window */
  name = g_strdup_printf (_("%1$s, year %2$u: %3$s 万元, %4$s, %5$s"), row->dossier->name, ordinal, worth, year,
                          row->states[ordinal - 1]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fund_case->basis, -1);
}

void
jp_funding_cell_choose (JpFundingCell *self, gboolean chosen)
{
  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}
