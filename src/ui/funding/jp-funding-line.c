/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-funding-line.h"

#include "jp-cut-label.h"
#include "jp-funding-cell.h"

#include <glib/gi18n-lib.h>

/* Of the width of a line, in parts. */
#define NAME_PARTS  6
#define YEAR_PARTS  6
#define TOTAL_PARTS 4

struct _JpFundingLine
{
  GtkWidget parent_instance;

  /* Borrowed: children. */
  GtkWidget *grid;
  GtkWidget *name_button;
  GtkWidget *name;
  GtkWidget *term_icon;
  GtkWidget *term;
  GPtrArray *cells; /* of GtkWidget */
  GtkWidget *paid;
  GtkWidget *most;

  /* Owned. */
  JpFundingItem *item;
  char          *chosen_id;

  guint  chosen_ordinal;
  gulong handler;
};

G_DEFINE_FINAL_TYPE (JpFundingLine, jp_funding_line, GTK_TYPE_WIDGET)

static guint opened_signal;

static void
jp_funding_line_dispose (GObject *object)
{
  JpFundingLine *self = JP_FUNDING_LINE (object);

  if (self->item != NULL)
    g_signal_handler_disconnect (self->item, self->handler);
  g_clear_object (&self->item);
  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (jp_funding_line_parent_class)->dispose (object);
}

static void
jp_funding_line_finalize (GObject *object)
{
  JpFundingLine *self = JP_FUNDING_LINE (object);

  g_ptr_array_unref (self->cells);
  g_free (self->chosen_id);

  G_OBJECT_CLASS (jp_funding_line_parent_class)->finalize (object);
}

static void
jp_funding_line_class_init (JpFundingLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_funding_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_funding_line_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  opened_signal = g_signal_new ("opened", JP_TYPE_FUNDING_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_UINT);
}

static void
jp_funding_line_init (JpFundingLine *self)
{
  self->cells = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_add_css_class (self->grid, "fund-line");
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

static void
on_clicked (JpFundingLine *self, GtkWidget *cell)
{
  guint column = 0;

  g_ptr_array_find (self->cells, cell, &column);
  g_signal_emit (self, opened_signal, 0, cell == self->name_button ? 0 : column + 1);
}

static GtkWidget *
small_label (float xalign)
{
  GtkWidget *label = jp_cut_label_new (xalign);

  gtk_widget_add_css_class (label, "fund-small");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static void
add_name (JpFundingLine *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  self->name = jp_cut_label_new (0);
  self->term_icon = gtk_image_new_from_icon_name ("jp-step-never-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->term_icon), 14);
  self->term = small_label (0);
  gtk_widget_add_css_class (self->name, "heading");
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_set_hexpand (self->term, TRUE);
  gtk_box_append (GTK_BOX (line), self->term_icon);
  gtk_box_append (GTK_BOX (line), self->term);
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  self->name_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->name_button), box);
  gtk_widget_add_css_class (self->name_button, "flat");
  gtk_widget_add_css_class (self->name_button, "fund-cell");
  g_signal_connect_swapped (self->name_button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_grid_attach (GTK_GRID (self->grid), self->name_button, 0, 0, NAME_PARTS, 1);
}

static void
add_total (JpFundingLine *self, int at)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->paid = jp_cut_label_new (1);
  self->most = small_label (1);
  gtk_widget_add_css_class (self->paid, "fund-worth");
  gtk_widget_add_css_class (self->paid, "decided");
  gtk_box_append (GTK_BOX (box), self->paid);
  gtk_box_append (GTK_BOX (box), self->most);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "fund-total");
  gtk_grid_attach (GTK_GRID (self->grid), box, at, 0, TOTAL_PARTS, 1);
}

GtkWidget *
jp_funding_line_new (guint n_years)
{
  JpFundingLine *self = g_object_new (JP_TYPE_FUNDING_LINE, NULL);

  add_name (self);
  for (guint i = 0; i < n_years; i++)
    {
      GtkWidget *cell = jp_funding_cell_new ();

      g_signal_connect_swapped (cell, "clicked", G_CALLBACK (on_clicked), self);
      g_ptr_array_add (self->cells, cell);
      gtk_grid_attach (GTK_GRID (self->grid), cell, NAME_PARTS + (int) i * YEAR_PARTS, 0, YEAR_PARTS, 1);
    }
  add_total (self, NAME_PARTS + (int) n_years * YEAR_PARTS);

  return GTK_WIDGET (self);
}

static void
add_head (JpFundingLine *self, const char *text, float xalign, int at, int parts)
{
  GtkWidget *head = jp_cut_label_new (xalign);

  gtk_label_set_label (GTK_LABEL (head), text);
  gtk_widget_add_css_class (head, "heading");
  gtk_widget_add_css_class (head, "fund-head");
  gtk_grid_attach (GTK_GRID (self->grid), head, at, 0, parts, 1);
}

static char *
year_head (const JpPack *pack, guint ordinal)
{
  const JpFundingYear *year;
  JpMoney most = 0;
  g_autofree char *amount = NULL;

  if (pack == NULL || ordinal > pack->n_funding_years)
    return g_strdup_printf (_("Year %u"), ordinal);

  year = &pack->funding_years[ordinal - 1];
  for (guint i = 0; i < year->n_bands; i++)
    most = MAX (most, year->bands[i].amount);
  amount = jp_funding_short_wan (year->fixed != JP_MONEY_UNKNOWN ? year->fixed : most);

  return g_strdup_printf (year->fixed != JP_MONEY_UNKNOWN ? _("Year %1$u · fixed %2$s") : _("Year %1$u · up to %2$s"),
                          ordinal, amount);
}

GtkWidget *
jp_funding_line_new_heads (guint n_years, const JpPack *pack)
{
  JpFundingLine *self = g_object_new (JP_TYPE_FUNDING_LINE, NULL);

  add_head (self, _("Cluster"), 0, 0, NAME_PARTS);
  for (guint i = 0; i < n_years; i++)
    {
      g_autofree char *text = year_head (pack, i + 1);

      add_head (self, text, 0, NAME_PARTS + (int) i * YEAR_PARTS, YEAR_PARTS);
    }
  add_head (self, _("Paid"), 1, NAME_PARTS + (int) n_years * YEAR_PARTS, TOTAL_PARTS);

  return GTK_WIDGET (self);
}

static void
show_chosen (JpFundingLine *self)
{
  gboolean mine = self->item != NULL && self->chosen_id != NULL &&
                  g_str_equal (jp_funding_item_get_row (self->item)->dossier->id, self->chosen_id);

  for (guint i = 0; i < self->cells->len; i++)
    jp_funding_cell_choose (g_ptr_array_index (self->cells, i), mine && self->chosen_ordinal == i + 1);
}

static void
show (JpFundingLine *self)
{
  const JpFundingRow *row = jp_funding_item_get_row (self->item);
  g_autofree char *paid = jp_money_to_wan (row->paid), *most = jp_funding_short_wan (row->most);
  g_autofree char *up_to = g_strdup_printf (_("up to %s"), most);
  g_autofree char *said = g_strdup_printf ("%s，%s", row->dossier->name, row->term);

  gtk_label_set_label (GTK_LABEL (self->name), row->name);
  gtk_label_set_label (GTK_LABEL (self->term), row->term);
  gtk_widget_set_visible (self->term_icon, row->ended);
  if (row->ended)
    gtk_widget_add_css_class (self->name_button, "bad");
  else
    gtk_widget_remove_css_class (self->name_button, "bad");
  gtk_label_set_label (GTK_LABEL (self->paid), paid);
  gtk_label_set_label (GTK_LABEL (self->most), row->ended ? _("ended") : up_to);
  for (guint i = 0; i < self->cells->len; i++)
    jp_funding_cell_show (g_ptr_array_index (self->cells, i), row, i + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name_button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  show_chosen (self);
}

void
jp_funding_line_bind (JpFundingLine *self, JpFundingItem *item)
{
  if (self->item != NULL)
    g_signal_handler_disconnect (self->item, self->handler);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
  show (self);
}

JpFundingItem *
jp_funding_line_get_item (JpFundingLine *self)
{
  return self->item;
}

void
jp_funding_line_set_chosen (JpFundingLine *self, const char *id, guint ordinal)
{
  g_free (self->chosen_id);
  self->chosen_id = g_strdup (id);
  self->chosen_ordinal = ordinal;
  show_chosen (self);
}

GtkWidget *
jp_funding_line_get_cell (JpFundingLine *self, guint column)
{
  if (column == 0)
    return self->name_button;

  return column <= self->cells->len ? g_ptr_array_index (self->cells, column - 1) : NULL;
}
