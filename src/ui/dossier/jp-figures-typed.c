/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed into figures and not on record yet, kept with the place in them: after a power cut it is there again.
 */

#include "jp-figures-private.h"

#include <stdlib.h>
#include <string.h>

static char *
field_of (const JpFigureCell *cell)
{
  return g_strdup_printf ("%s@%d", cell->grid->pack->metrics[cell->metric].id, cell->year);
}

static JpFigureCell *
find (JpFiguresGrid *self, const char *field)
{
  g_auto (GStrv) parts = g_strsplit (field, "@", 2);
  int metric
    = self->pack != NULL && parts[0] != NULL && parts[1] != NULL ? jp_pack_find_metric (self->pack, parts[0]) : -1;

  return metric >= 0 ? jp_figures_grid_get_cell (self, (guint) metric, atoi (parts[1])) : NULL;
}

/**
 * jp_figures_grid_get_field:
 * @self: a grid
 *
 * Returns: (transfer full) (nullable): METRIC@YEAR of the figure with the keyboard
 */
char *
jp_figures_grid_get_field (JpFiguresGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      JpFigureCell *cell = g_ptr_array_index (self->cells, i);

      if ((gtk_widget_get_state_flags (cell->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
        return field_of (cell);
    }

  return NULL;
}

void
jp_figures_grid_go (JpFiguresGrid *self, const char *field)
{
  JpFigureCell *cell = find (self, field);

  if (cell != NULL)
    gtk_widget_grab_focus (cell->entry);
}

/**
 * jp_figures_grid_get_typed:
 * @self: a grid
 *
 * Returns: (transfer floating): a{ss}, METRIC@YEAR to the text where that is not what is on record
 */
GVariant *
jp_figures_grid_get_typed (JpFiguresGrid *self)
{
  g_auto (GVariantBuilder) typed = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  for (guint i = 0; i < self->cells->len; i++)
    {
      JpFigureCell *cell = g_ptr_array_index (self->cells, i);
      g_autofree char *recorded = jp_figure_cell_text (cell);
      g_autofree char *field = field_of (cell);
      const char *text = gtk_editable_get_text (GTK_EDITABLE (cell->entry));

      if (!cell->locked && !g_str_equal (text, recorded))
        g_variant_builder_add (&typed, "{ss}", field, text);
    }

  return g_variant_builder_end (&typed);
}

/**
 * jp_figures_grid_set_typed:
 * @self: a grid that shows figures
 * @typed: as jp_figures_grid_get_typed() gave it
 *
 * Types it again. It goes on record, or says why not, when the figure is left.
 */
void
jp_figures_grid_set_typed (JpFiguresGrid *self, GVariant *typed)
{
  GVariantIter iter;
  const char *field, *text;

  g_return_if_fail (g_variant_is_of_type (typed, G_VARIANT_TYPE ("a{ss}")));

  g_variant_iter_init (&iter, typed);
  while (g_variant_iter_next (&iter, "{&s&s}", &field, &text))
    {
      JpFigureCell *cell = find (self, field);

      if (cell == NULL || cell->locked)
        continue;
      gtk_widget_grab_focus (cell->entry);
      gtk_editable_set_text (GTK_EDITABLE (cell->entry), text);
      gtk_editable_set_position (GTK_EDITABLE (cell->entry), -1);
    }
}
