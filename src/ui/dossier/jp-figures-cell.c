/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One figure that is typed into: reading it, going on from it, pasting. */

#include "jp-figures-private.h"

#include "jp-cell-paste.h"
#include "jp-figure-read.h"
#include "jp-number-format.h"

/* What the cell says now, typed or on record. */
static gint64
shown_value (const JpFigureCell *cell)
{
  return jp_figure_read (cell->grid->pack, cell->metric, gtk_editable_get_text (GTK_EDITABLE (cell->entry)), NULL);
}

void
jp_figure_cell_update_growth (JpFigureCell *cell)
{
  const JpFigureCell *before = jp_figures_grid_get_cell (cell->grid, cell->metric, cell->year - 1);
  g_autofree char *growth = NULL;
  g_autofree char *text = NULL;

  if (cell->refused)
    return;

  growth = jp_figure_growth (&cell->grid->pack->metrics[cell->metric], before != NULL ? shown_value (before) : -1,
                             shown_value (cell));
  text = g_strdup_printf ("%s%s", cell->flagged ? "⚠ " : "", growth);
  gtk_label_set_label (GTK_LABEL (cell->growth), text);
}

/* Where the keyboard is, and what is typed, is found again after a power cut. */
static void
keep (JpFigureCell *cell)
{
  gtk_widget_activate_action (cell->entry, "win.keep-place", NULL);
}

static void
on_typed (JpFigureCell *cell)
{
  JpFigureCell *after = jp_figures_grid_get_cell (cell->grid, cell->metric, cell->year + 1);

  if (cell->setting)
    return;
  if (cell->refused)
    jp_figures_grid_set_error (cell->grid, cell->metric, cell->year, NULL);
  jp_figure_cell_update_growth (cell);
  if (after != NULL)
    jp_figure_cell_update_growth (after);
  keep (cell);
}

char *
jp_figure_cell_text (const JpFigureCell *cell)
{
  const JpMetric *metric = &cell->grid->pack->metrics[cell->metric];

  return cell->value != JP_VALUE_UNKNOWN ? jp_shown_units (cell->value, metric->decimals) : g_strdup ("");
}

void
jp_figure_cell_show_value (JpFigureCell *cell)
{
  g_autofree char *text = jp_figure_cell_text (cell);

  if (g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (cell->entry))))
    return;

  cell->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (cell->entry), text);
  cell->setting = FALSE;
}

/* Called when the cell is left: what was typed is committed text by then, whatever input method it came through. */
static void
commit (JpFigureCell *cell)
{
  g_autofree char *fault = NULL;
  gint64 value;

  if (cell->locked)
    return;

  value = jp_figure_read (cell->grid->pack, cell->metric, gtk_editable_get_text (GTK_EDITABLE (cell->entry)), &fault);
  if (fault != NULL)
    jp_figures_grid_set_error (cell->grid, cell->metric, cell->year, fault);
  else if (value == cell->value)
    jp_figure_cell_show_value (cell);
  else
    g_signal_emit_by_name (cell->grid, "entered", cell->metric, cell->year, value);
}

static gboolean
go (JpFigureCell *cell, int rows, int years)
{
  JpFigureCell *other = jp_figures_grid_get_cell (cell->grid, (guint) ((int) cell->metric + rows), cell->year + years);

  return other != NULL && gtk_widget_grab_focus (other->entry);
}

static void
on_enter (JpFigureCell *cell)
{
  if (cell->locked)
    g_signal_emit_by_name (cell->grid, "locked", cell->metric, cell->year);
  else if (!go (cell, 1, 0) && !go (cell, -(int) cell->metric, 1))
    commit (cell); /* the very last: nowhere to go on to */
}

/* Keys that an entry has no use for; those an input method wants never come here. */
static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, JpFigureCell *cell)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Up:
      return go (cell, -1, 0);
    case GDK_KEY_Down:
      return go (cell, 1, 0);
    case GDK_KEY_Escape:
      jp_figure_cell_show_value (cell);
      return GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

typedef struct
{
  JpFiguresGrid *grid;
  guint          metric;
  int            year;
} Paste;

static void
on_clipboard (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Paste *paste = data;
  g_autoptr (JpFiguresGrid) grid = paste->grid;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  JpFigureCell *cell = jp_figures_grid_get_cell (grid, paste->metric, paste->year);

  if (text == NULL || *text == '\0' || cell == NULL)
    return;

  if (jp_cell_paste_is_block (text))
    g_signal_emit_by_name (grid, "pasted", paste->metric, paste->year, text);
  else if (!cell->locked)
    jp_cell_paste_insert (GTK_EDITABLE (cell->entry), text);
}

static void
on_paste (GtkText *entry, JpFigureCell *cell)
{
  Paste *paste = g_new (Paste, 1);

  paste->grid = g_object_ref (cell->grid);
  paste->metric = cell->metric;
  paste->year = cell->year;
  g_signal_stop_emission_by_name (entry, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (entry)), NULL, on_clipboard, paste);
}

void
jp_figure_cell_listen (JpFigureCell *cell)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (cell->entry, "changed", G_CALLBACK (on_typed), cell);
  g_signal_connect_swapped (cell->entry, "activate", G_CALLBACK (on_enter), cell);
  g_signal_connect (cell->entry, "paste-clipboard", G_CALLBACK (on_paste), cell);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (keep), cell);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), cell);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), cell);
  gtk_widget_add_controller (cell->entry, focus);
  gtk_widget_add_controller (cell->entry, keys);
}

/* A cell going away must not save on its way. */
void
jp_figure_cell_free (gpointer data)
{
  JpFigureCell *cell = data;

  cell->locked = TRUE;
  g_signal_handlers_disconnect_by_data (cell->entry, cell);
  g_free (cell);
}

