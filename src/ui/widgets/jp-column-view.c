/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-column-view.h"

#include "jp-cut-label.h"
#include "jp-text-width.h"

#define LEAST_WIDTH 40

static const char rules_key[] = "jp-rules";     /* of a view */
static const char column_key[] = "jp-column";   /* of a column, a Column */
static const char cell_key[] = "jp-list-item";  /* of a cell */
static const char label_key[] = "jp-label";     /* of a cell */
static const char class_key[] = "jp-class";     /* of a cell: what its label wears, one of the rules' literals */
static const char handler_key[] = "jp-changed"; /* of a list item */

typedef struct
{
  const JpColumnRules *rules;
  guint                index;
} Column;

/* While it is set, a column compares as it says: see jp_column_view_get_sort(). */
static const int *probed;

static const Column *
column_of (gpointer column)
{
  return g_object_get_data (column, column_key);
}

static void
show_cell (GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item), *label = g_object_get_data (G_OBJECT (cell), label_key);
  const Column *column = column_of (cell);
  gpointer row = gtk_list_item_get_item (item);
  g_autofree char *text = column->rules->text (row, column->index);
  const char *css = column->rules->css (row, column->index), *worn = g_object_get_data (G_OBJECT (cell), class_key);

  gtk_label_set_label (GTK_LABEL (label), text);
  if (css != worn)
    {
      if (worn != NULL)
        gtk_widget_remove_css_class (label, worn);
      if (css != NULL)
        gtk_widget_add_css_class (label, css);
      g_object_set_data (G_OBJECT (cell), class_key, (gpointer) css);
    }
  if (column->rules->show != NULL)
    column->rules->show (cell, row, column->index);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  JpColumn about = column->rules->column (column->index);
  GtkWidget *label = jp_cut_label_new (about.number ? 1 : 0), *cell = label;

  gtk_widget_add_css_class (label, "numeric");
  if (column->rules->make != NULL)
    cell = column->rules->make (label, item, column->index);
  g_object_set_data (G_OBJECT (cell), column_key, column);
  g_object_set_data (G_OBJECT (cell), label_key, label);
  g_object_set_data (G_OBJECT (cell), cell_key, item);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gulong handler = g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (show_cell), item);

  g_object_set_data (G_OBJECT (item), handler_key, GSIZE_TO_POINTER (handler));
  show_cell (item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gulong handler = GPOINTER_TO_SIZE (g_object_steal_data (G_OBJECT (item), handler_key));

  g_signal_handler_disconnect (gtk_list_item_get_item (item), handler);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Column *column = data;
  gint64 key_a, key_b;

  if (probed != NULL)
    return probed[column->index];

  key_a = column->rules->key ((gpointer) a, column->index);
  key_b = column->rules->key ((gpointer) b, column->index);
  return (key_a > key_b) - (key_a < key_b);
}

static GtkColumnViewColumn *
make_column (const JpColumnRules *rules, guint index)
{
  JpColumn about = rules->column (index);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made = gtk_column_view_column_new (about.title, factory);
  Column *column = g_new (Column, 1);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, column, NULL));

  *column = (Column) { rules, index };
  g_object_set_data_full (G_OBJECT (made), column_key, column, g_free);
  /* The cells outlive neither: the view that holds them holds the columns. */
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_resizable (made, TRUE);
  jp_text_width_set (made, about.width);
  gtk_column_view_column_set_expand (made, about.expand);

  return made;
}

void
jp_column_view_setup (GtkColumnView *view, const JpColumnRules *rules)
{
  g_object_set_data (G_OBJECT (view), rules_key, (gpointer) rules);
  for (guint i = 0; i < rules->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column (rules, i);

      gtk_column_view_append_column (view, column);
    }
}

GtkColumnViewColumn *
jp_column_view_nth (GtkColumnView *view, guint wanted)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (column_of (column)->index == wanted)
        return column; /* the view holds it */
    }

  g_return_val_if_reached (NULL);
}

guint
jp_column_view_visible (GtkColumnView *view, guint *columns)
{
  GListModel *model = gtk_column_view_get_columns (view);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i);

      if (gtk_column_view_column_get_visible (column))
        columns[n++] = column_of (column)->index;
    }

  return n;
}

/* How two rows compare by the view's sorter where each column says of them what @values do. */
static int
probe (GtkColumnView *view, const int *values)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  int order;

  probed = values;
  order = (int) gtk_sorter_compare (gtk_column_view_get_sorter (view), a, b);
  probed = NULL;

  return order;
}

/* GTK 4.8 does not say which column sorts, so its sorter is asked. First with rows that differ in one column only,
 * which shows whether and how that column takes part; then, of those that take part, the first outvotes all others. */
gboolean
jp_column_view_get_sort (GtkColumnView *view, guint *column, GtkSortType *direction)
{
  const JpColumnRules *rules = g_object_get_data (G_OBJECT (view), rules_key);
  g_autofree int *values = g_new0 (int, rules->n_columns);
  g_autofree int *directions = g_new0 (int, rules->n_columns);

  for (guint i = 0; i < rules->n_columns; i++)
    {
      values[i] = -1;
      directions[i] = probe (view, values);
      values[i] = 0;
    }
  for (guint i = 0; i < rules->n_columns; i++)
    {
      for (guint k = 0; k < rules->n_columns; k++)
        values[k] = k == i ? -directions[k] : directions[k];
      if (directions[i] != 0 && probe (view, values) > 0)
        {
          *column = i;
          *direction = directions[i] < 0 ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING;
          return TRUE;
        }
    }

  return FALSE;
}

void
jp_column_view_save (GtkColumnView *view, GVariantDict *state)
{
  const JpColumnRules *rules = g_object_get_data (G_OBJECT (view), rules_key);
  g_auto (GVariantBuilder) kept = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sib)"));
  GListModel *columns = gtk_column_view_get_columns (view);
  guint sorted;
  GtkSortType direction;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_variant_builder_add (&kept, "(sib)", rules->column (column_of (column)->index).id,
                             jp_text_width_get (column), gtk_column_view_column_get_visible (column));
    }
  g_variant_dict_insert_value (state, "columns", g_variant_builder_end (&kept));
  if (jp_column_view_get_sort (view, &sorted, &direction))
    g_variant_dict_insert (state, "sort", "(sb)", rules->column (sorted).id, direction == GTK_SORT_DESCENDING);
}

/* NULL: there is none of that id, any more. */
static GtkColumnViewColumn *
find_id (GtkColumnView *view, const char *id)
{
  const JpColumnRules *rules = g_object_get_data (G_OBJECT (view), rules_key);

  for (guint i = 0; i < rules->n_columns; i++)
    if (g_str_equal (rules->column (i).id, id))
      return jp_column_view_nth (view, i);

  return NULL;
}

static void
restore_columns (GtkColumnView *view, GVariant *kept)
{
  GVariantIter iter;
  const char *id;
  int width;
  gboolean visible;
  guint position = 0;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&sib)", &id, &width, &visible))
    {
      GtkColumnViewColumn *found = find_id (view, id);
      g_autoptr (GtkColumnViewColumn) column = found != NULL ? g_object_ref (found) : NULL;

      if (column == NULL)
        continue;
      gtk_column_view_insert_column (view, position++, column); /* moves it there */
      jp_text_width_set (column, MAX (width, LEAST_WIDTH));
      gtk_column_view_column_set_visible (column, visible || column_of (column)->index == 0);
    }
}

void
jp_column_view_restore (GtkColumnView *view, GVariantDict *state)
{
  g_autoptr (GVariant) kept = g_variant_dict_lookup_value (state, "columns", G_VARIANT_TYPE ("a(sib)"));
  const char *id;
  gboolean descending;

  if (kept != NULL)
    restore_columns (view, kept);
  if (g_variant_dict_lookup (state, "sort", "(&sb)", &id, &descending))
    {
      GtkColumnViewColumn *column = find_id (view, id);

      if (column != NULL)
        gtk_column_view_sort_by_column (view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

static GtkListItem *
item_below (GtkWidget *widget)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (widget), cell_key);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); item == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    item = item_below (child);

  return item;
}

gboolean
jp_column_view_find (GtkWidget *widget, guint *position)
{
  GtkListItem *item = NULL;

  for (GtkWidget *at = widget; item == NULL && at != NULL && !GTK_IS_COLUMN_VIEW (at); at = gtk_widget_get_parent (at))
    item = g_object_get_data (G_OBJECT (at), cell_key);
  if (item == NULL && widget != NULL && !GTK_IS_COLUMN_VIEW (widget))
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);

      /* A row, or a cell with room around its content. */
      if (g_strcmp0 (gtk_widget_get_css_name (widget), "row") == 0
          || g_strcmp0 (gtk_widget_get_css_name (widget), "cell") == 0)
        item = item_below (widget);
      else if (parent != NULL && g_strcmp0 (gtk_widget_get_css_name (parent), "row") == 0)
        item = item_below (parent);
    }
  if (item == NULL || gtk_list_item_get_position (item) == GTK_INVALID_LIST_POSITION)
    return FALSE;

  *position = gtk_list_item_get_position (item);
  return TRUE;
}
