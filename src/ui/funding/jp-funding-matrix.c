/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-funding-matrix.h"

#include "jp-funding-line.h"

#include <glib/gi18n-lib.h>

#define PAGE_LINES 10

struct _JpFundingMatrix
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *heads_place;
  GtkWidget *list;

  /* Owned. */
  GListStore *store;
  GPtrArray  *lines; /* of GtkListItem: those there are widgets for; borrowed */
  char       *chosen_id;

  guint chosen_ordinal;
  guint n_years;
  const JpPack *pack;
  guint wanted_line;   /* where the focus goes once its line is there */
  guint wanted_column;
  guint wanting;       /* tick callback */
};

G_DEFINE_FINAL_TYPE (JpFundingMatrix, jp_funding_matrix, ADW_TYPE_BIN)

static guint opened_signal;

static void
on_opened (JpFundingLine *line, guint ordinal, JpFundingMatrix *self)
{
  const JpFundingRow *row = jp_funding_item_get_row (jp_funding_line_get_item (line));

  g_signal_emit (self, opened_signal, 0, row->dossier->id, ordinal);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, JpFundingMatrix *self)
{
  GtkWidget *line = jp_funding_line_new (self->n_years);

  g_signal_connect (line, "opened", G_CALLBACK (on_opened), self);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, line);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, JpFundingMatrix *self)
{
  JpFundingLine *line = JP_FUNDING_LINE (gtk_list_item_get_child (item));

  jp_funding_line_bind (line, gtk_list_item_get_item (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (line))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jp_funding_item_get_row (gtk_list_item_get_item (item))->dossier->name, -1);
  jp_funding_line_set_chosen (line, self->chosen_id, self->chosen_ordinal);
  g_ptr_array_add (self->lines, item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, JpFundingMatrix *self)
{
  jp_funding_line_bind (JP_FUNDING_LINE (gtk_list_item_get_child (item)), NULL);
  g_ptr_array_remove_fast (self->lines, item);
}

static GtkListItem *
item_at (JpFundingMatrix *self, guint position)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (gtk_list_item_get_position (g_ptr_array_index (self->lines, i)) == position)
      return g_ptr_array_index (self->lines, i);

  return NULL;
}

static gboolean
focus_cell (JpFundingMatrix *self, guint line, guint column)
{
  GtkListItem *item = item_at (self, line);
  GtkWidget *cell = item != NULL ? jp_funding_line_get_cell (JP_FUNDING_LINE (gtk_list_item_get_child (item)), column)
                                 : NULL;

  return cell != NULL && gtk_widget_get_mapped (cell) && gtk_widget_grab_focus (cell);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JpFundingMatrix *self = JP_FUNDING_MATRIX (widget);

  self->wanting = 0;
  focus_cell (self, self->wanted_line, self->wanted_column);
  return G_SOURCE_REMOVE;
}

/* A line out of sight has no widget until it is scrolled to. */
static void
go_to (JpFundingMatrix *self, guint line, guint column)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", line);
  if (focus_cell (self, line, column))
    return;

  self->wanted_line = line;
  self->wanted_column = column;
  if (self->wanting == 0)
    self->wanting = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static gboolean
find_focus (JpFundingMatrix *self, guint *line, guint *column)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->lines, i);
      JpFundingLine *widget = JP_FUNDING_LINE (gtk_list_item_get_child (item));

      *line = gtk_list_item_get_position (item);
      for (*column = 0; *column <= self->n_years; (*column)++)
        if (gtk_widget_has_focus (jp_funding_line_get_cell (widget, *column)))
          return TRUE;
    }

  return FALSE;
}

/* The list itself has the focus: a key goes into its first cell. */
static gboolean
enter (JpFundingMatrix *self, guint key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_Right && key != GDK_KEY_KP_Down)
    return FALSE;

  go_to (self, 0, 1);
  return TRUE;
}

static gboolean
on_key (JpFundingMatrix *self, guint key, guint code, GdkModifierType state)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store)), line = 0, column = 0;
  gboolean all = (state & GDK_CONTROL_MASK) != 0;

  if (n == 0 || (state & (GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (!find_focus (self, &line, &column))
    return enter (self, key);

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      line -= line > 0 ? 1 : 0;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      line = MIN (line + 1, n - 1);
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      column -= column > 0 ? 1 : 0;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      column = MIN (column + 1, self->n_years);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      column = all ? column : 0;
      line = all ? 0 : line;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      column = all ? column : self->n_years;
      line = all ? n - 1 : line;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      line -= MIN (line, PAGE_LINES);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      line = MIN (line + PAGE_LINES, n - 1);
      break;
    default:
      return FALSE;
    }

  go_to (self, line, column);
  return TRUE;
}

static void
jp_funding_matrix_dispose (GObject *object)
{
  JpFundingMatrix *self = JP_FUNDING_MATRIX (object);

  if (self->wanting != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->wanting);
  self->wanting = 0;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (jp_funding_matrix_parent_class)->dispose (object);
}

static void
jp_funding_matrix_finalize (GObject *object)
{
  JpFundingMatrix *self = JP_FUNDING_MATRIX (object);

  g_ptr_array_unref (self->lines);
  g_free (self->chosen_id);

  G_OBJECT_CLASS (jp_funding_matrix_parent_class)->finalize (object);
}

static void
jp_funding_matrix_class_init (JpFundingMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_funding_matrix_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_funding_matrix_finalize;

  opened_signal = g_signal_new ("opened", JP_TYPE_FUNDING_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
add_keys (JpFundingMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->list, keys);
}

/* The lines have as many columns as there are funding years: others are made where that number changes. */
static void
make_factory (JpFundingMatrix *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  g_object_unref (factory);
}

static void
jp_funding_matrix_init (JpFundingMatrix *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new ();

  self->lines = g_ptr_array_new ();
  self->store = g_list_store_new (JP_TYPE_FUNDING_ITEM);
  self->heads_place = adw_bin_new ();
  self->list
    = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->store)))), NULL);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Clusters with their funding years"), -1);
  add_keys (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), self->heads_place);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "fund-matrix");
  gtk_widget_set_overflow (box, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
make_columns (JpFundingMatrix *self, guint n_years, const JpPack *pack)
{
  if (self->n_years == n_years && self->pack == pack)
    return;

  self->n_years = n_years;
  self->pack = pack;
  adw_bin_set_child (ADW_BIN (self->heads_place), jp_funding_line_new_heads (n_years, pack));
  make_factory (self);
}

/**
 * jp_funding_matrix_show:
 * @self: a matrix
 * @data: what to show
 * @rows: (element-type JpFundingRow): which clusters of it
 */
void
jp_funding_matrix_show (JpFundingMatrix *self, JpFundingData *data, GPtrArray *rows)
{
  make_columns (self, data->n_years, data->pack);
  jp_funding_items_show (self->store, data, rows, NULL);
}

void
jp_funding_matrix_choose (JpFundingMatrix *self, const char *id, guint ordinal)
{
  g_free (self->chosen_id);
  self->chosen_id = g_strdup (id);
  self->chosen_ordinal = ordinal;
  for (guint i = 0; i < self->lines->len; i++)
    jp_funding_line_set_chosen (JP_FUNDING_LINE (gtk_list_item_get_child (g_ptr_array_index (self->lines, i))), id,
                                ordinal);
}

void
jp_funding_matrix_focus (JpFundingMatrix *self, const char *id, guint ordinal)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (JpFundingItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (g_str_equal (jp_funding_item_get_row (item)->dossier->id, id))
        {
          go_to (self, i, ordinal);
          return;
        }
    }
}
