/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-row-list.h"

/* A change of more rows than this keeps the objects on the screen and makes them stand for others: GTK 4.8 makes a
 * widget anew for every cell of an object that comes in, which would be felt with each keystroke. A smaller one moves
 * objects, so that the focus stays with its row. */
#define SMALL_CHANGE 50

static const char chosen_key[] = "jp-chosen"; /* of a selection: ids, while its list changes */

typedef struct
{
  GtkSorter  *sorter;
  GHashTable *by_id;  /* id → row */
  GHashTable *before; /* the same of the rows before, while they are made anew; NULL: they are not */
  GPtrArray  *rows;   /* all, in order */
  GPtrArray  *shown;  /* of them, those to be shown */
  GPtrArray  *slots;  /* the items of the model, each standing for a row */
} JpRowListPrivate;

static void implement_model (GListModelInterface *interface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (JpRowList, jp_row_list, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (JpRowList)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_model))

#define PRIVATE(list) ((JpRowListPrivate *) jp_row_list_get_instance_private (JP_ROW_LIST (list)))

enum
{
  BEFORE_CHANGE,
  AFTER_CHANGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return JP_ROW_LIST_GET_CLASS (model)->row_type;
}

static guint
get_n_items (GListModel *model)
{
  return PRIVATE (model)->slots->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *slots = PRIVATE (model)->slots;

  return position < slots->len ? g_object_ref (g_ptr_array_index (slots, position)) : NULL;
}

static void
implement_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* Takes @removed slots out and puts @added new ones in, each filled before anybody is told. */
static void
splice (JpRowList *self, guint position, guint removed, guint added)
{
  JpRowListPrivate *private = PRIVATE (self);
  JpRowListClass *class = JP_ROW_LIST_GET_CLASS (self);

  if (removed > 0)
    g_ptr_array_remove_range (private->slots, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (private->slots, (int) (position + i), g_object_new (class->row_type, NULL));
  for (guint i = 0; i < private->slots->len; i++)
    class->copy (g_ptr_array_index (private->slots, i), g_ptr_array_index (private->shown, i));
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/**
 * jp_row_list_show:
 * @self: a list
 * @rows: (transfer full): of its rows those to be shown, in their order, each with a reference
 *
 * Tells of one change, from the first row that differs to the last.
 */
void
jp_row_list_show (JpRowList *self, GPtrArray *rows)
{
  JpRowListPrivate *private = PRIVATE (self);
  g_autoptr (GPtrArray) before = private->shown;
  guint least = MIN (before->len, rows->len), first = 0, last = 0, removed, added, kept;

  while (first < least && before->pdata[first] == rows->pdata[first])
    first++;
  while (last < least - first && before->pdata[before->len - 1 - last] == rows->pdata[rows->len - 1 - last])
    last++;

  removed = before->len - first - last;
  added = rows->len - first - last;
  kept = removed + added > SMALL_CHANGE ? MIN (removed, added) : 0;
  g_signal_emit (self, signals[BEFORE_CHANGE], 0);
  private->shown = rows;
  splice (self, first + kept, removed - kept, added - kept);
  g_signal_emit (self, signals[AFTER_CHANGE], 0);
}

static GHashTable *
rows_by_id (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

void
jp_row_list_begin (JpRowList *self)
{
  JpRowListPrivate *private = PRIVATE (self);

  g_return_if_fail (private->before == NULL);

  private->before = private->by_id;
  private->by_id = rows_by_id ();
  g_ptr_array_set_size (private->rows, 0);
}

/**
 * jp_row_list_add:
 * @self: a list between begin and end
 * @id: what the row is to stand for
 *
 * Returns: (transfer none): the row, to be filled before the end
 */
gpointer
jp_row_list_add (JpRowList *self, const char *id)
{
  JpRowListPrivate *private = PRIVATE (self);
  gpointer known = g_hash_table_lookup (private->before, id);
  gpointer row = known != NULL ? g_object_ref (known) : g_object_new (JP_ROW_LIST_GET_CLASS (self)->row_type, NULL);

  g_hash_table_insert (private->by_id, g_strdup (id), row);
  g_ptr_array_add (private->rows, g_object_ref (row));

  return row;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  JpRowList *self = data;
  JpRowListClass *class = JP_ROW_LIST_GET_CLASS (self);
  gpointer row_a = *(gpointer const *) a, row_b = *(gpointer const *) b;
  GtkSorter *sorter = PRIVATE (self)->sorter;
  GtkOrdering order = sorter != NULL ? gtk_sorter_compare (sorter, row_a, row_b) : GTK_ORDERING_EQUAL;
  gint64 place_a, place_b;

  if (order != GTK_ORDERING_EQUAL)
    return (int) order;

  place_a = class->get_place (row_a);
  place_b = class->get_place (row_b);
  return place_a < place_b ? -1 : place_a > place_b;
}

/* What is still shown of the rows before goes with the next show(), which compares with it. */
void
jp_row_list_end (JpRowList *self)
{
  g_clear_pointer (&PRIVATE (self)->before, g_hash_table_unref);
  g_ptr_array_sort_with_data (PRIVATE (self)->rows, compare_rows, self);
}

/**
 * jp_row_list_get_rows:
 * @self: a list
 *
 * Returns: (transfer none): all its rows in order, shown or not
 */
GPtrArray *
jp_row_list_get_rows (JpRowList *self)
{
  return PRIVATE (self)->rows;
}

static void
on_sorter_changed (JpRowList *self)
{
  g_ptr_array_sort_with_data (PRIVATE (self)->rows, compare_rows, self);
  JP_ROW_LIST_GET_CLASS (self)->refilter (self);
}

/**
 * jp_row_list_set_sorter:
 * @self: a list
 * @sorter: (nullable): orders the rows; equal ones stand by their place
 */
void
jp_row_list_set_sorter (JpRowList *self, GtkSorter *sorter)
{
  JpRowListPrivate *private = PRIVATE (self);

  if (private->sorter == sorter)
    return;

  if (private->sorter != NULL)
    g_signal_handlers_disconnect_by_func (private->sorter, on_sorter_changed, self);
  g_set_object (&private->sorter, sorter);
  if (sorter != NULL)
    {
      g_signal_connect_swapped (sorter, "changed", G_CALLBACK (on_sorter_changed), self);
      on_sorter_changed (self);
    }
}

static void
remember_chosen (JpRowList *self, GtkSelectionModel *selection)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (selection);
  GHashTable *ids;
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_is_empty (chosen))
    return;

  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gpointer row = g_ptr_array_index (PRIVATE (self)->slots, position);

      g_hash_table_add (ids, g_strdup (JP_ROW_LIST_GET_CLASS (self)->get_id (row)));
    }
  g_object_set_data_full (G_OBJECT (selection), chosen_key, ids, (GDestroyNotify) g_hash_table_unref);
}

static void
find_chosen (JpRowList *self, GtkSelectionModel *selection)
{
  GPtrArray *slots = PRIVATE (self)->slots;
  GHashTable *ids = g_object_get_data (G_OBJECT (selection), chosen_key);
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, slots->len);

  if (ids == NULL)
    return;

  for (guint i = 0; i < slots->len; i++)
    if (g_hash_table_contains (ids, JP_ROW_LIST_GET_CLASS (self)->get_id (g_ptr_array_index (slots, i))))
      gtk_bitset_add (chosen, i);
  g_object_set_data (G_OBJECT (selection), chosen_key, NULL);
  gtk_selection_model_set_selection (selection, chosen, all);
}

/**
 * jp_row_list_select:
 * @self: a list
 *
 * Returns: (transfer full): a selection of what the rows stand for, wherever that comes to stand
 */
GtkMultiSelection *
jp_row_list_select (JpRowList *self)
{
  GtkMultiSelection *selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self)));

  g_signal_connect_object (self, "before-change", G_CALLBACK (remember_chosen), selection, 0);
  g_signal_connect_object (self, "after-change", G_CALLBACK (find_chosen), selection, 0);

  return selection;
}

/**
 * jp_row_list_get_chosen:
 * @self: a list
 * @selection: (nullable): of it; %NULL: of what is shown, all
 *
 * Returns: (transfer container): the rows chosen; all that are shown where none is
 */
GPtrArray *
jp_row_list_get_chosen (JpRowList *self, GtkMultiSelection *selection)
{
  GPtrArray *rows = g_ptr_array_new (), *slots = PRIVATE (self)->slots;
  g_autoptr (GtkBitset) chosen
    = selection != NULL ? gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection)) : gtk_bitset_new_empty ();

  for (guint i = 0; i < slots->len; i++)
    if (gtk_bitset_is_empty (chosen) || gtk_bitset_contains (chosen, i))
      g_ptr_array_add (rows, g_ptr_array_index (slots, i));

  return rows;
}

static void
jp_row_list_dispose (GObject *object)
{
  jp_row_list_set_sorter (JP_ROW_LIST (object), NULL);

  G_OBJECT_CLASS (jp_row_list_parent_class)->dispose (object);
}

static void
jp_row_list_finalize (GObject *object)
{
  JpRowListPrivate *private = PRIVATE (object);

  g_ptr_array_unref (private->slots);
  g_ptr_array_unref (private->shown);
  g_ptr_array_unref (private->rows);
  g_hash_table_unref (private->by_id);

  G_OBJECT_CLASS (jp_row_list_parent_class)->finalize (object);
}

static void
jp_row_list_class_init (JpRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jp_row_list_dispose;
  object_class->finalize = jp_row_list_finalize;

  signals[BEFORE_CHANGE]
    = g_signal_new ("before-change", JP_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[AFTER_CHANGE]
    = g_signal_new ("after-change", JP_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jp_row_list_init (JpRowList *self)
{
  JpRowListPrivate *private = PRIVATE (self);

  private->by_id = rows_by_id ();
  private->rows = g_ptr_array_new_with_free_func (g_object_unref);
  private->shown = g_ptr_array_new_with_free_func (g_object_unref);
  private->slots = g_ptr_array_new_with_free_func (g_object_unref);
}
