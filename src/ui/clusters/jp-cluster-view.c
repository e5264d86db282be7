/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-view.h"

#include "jp-cluster-row.h"
#include "jp-cut-label.h"
#include "jp-text-width.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 40
#define NAME_WIDTH  200 /* at least; the other long texts less */
#define TEXT_WIDTH  120

static const char cell_key[] = "jp-list-item";
static const char handler_key[] = "jp-changed";
static const char column_key[] = "jp-column";
static const char class_key[] = "jp-class"; /* what the cell wears, one of the texts below */

static const char class_error[] = "error";
static const char class_warning[] = "warning";
static const char class_dim[] = "dim-label";

static JpClusterColumn
column_of (GtkColumnViewColumn *column)
{
  return (JpClusterColumn) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), column_key));
}

static GtkColumnViewColumn *
find_column (GtkColumnView *view, JpClusterColumn wanted)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (column_of (column) == wanted)
        return column; /* the view holds it */
    }

  g_return_val_if_reached (NULL);
}

static char *
warning_text (guint warnings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < JP_N_WARNINGS; i++)
    if ((warnings & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", jp_cluster_warning_name ((JpClusterWarning) (1u << i)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Colour underlines what the words say already. */
static const char *
cell_class (JpClusterColumn column, const JpClusterFacts *facts)
{
  if (column == JP_CLUSTER_BAND && facts->score_vetoed)
    return class_error;
  if (column == JP_CLUSTER_DAYS_LEFT && (facts->warnings & JP_WARNING_EXPIRING) != 0)
    return class_warning;
  if (column == JP_CLUSTER_BAND && !facts->score_final)
    return class_dim;
  if (column == JP_CLUSTER_DAYS_LEFT && !facts->in_term)
    return class_dim;

  return NULL;
}

static GtkLabel *
cell_label (GtkWidget *cell)
{
  return GTK_LABEL (GTK_IS_BOX (cell) ? gtk_widget_get_first_child (cell) : cell);
}

static void
show_warnings (GtkWidget *cell, guint warnings)
{
  GtkWidget *mark = gtk_widget_get_last_child (cell);
  g_autofree char *text = warning_text (warnings);

  gtk_widget_set_visible (mark, warnings != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* A row is found by the name of its cluster, with what asks for attention. */
static void
name_row (GtkWidget *cell, const JpClusterFacts *facts)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  g_autofree char *warnings = warning_text (facts->warnings);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, facts->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, warnings, -1);
}

static void
show_cell (GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  GtkLabel *label = cell_label (cell);
  JpClusterColumn column = (JpClusterColumn) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), column_key));
  const JpClusterFacts *facts = jp_cluster_row_get_facts (JP_CLUSTER_ROW (gtk_list_item_get_item (item)));
  g_autofree char *text = jp_cluster_column_shown (column, facts);
  const char *css = cell_class (column, facts), *worn = g_object_get_data (G_OBJECT (cell), class_key);

  gtk_label_set_label (label, text);
  if (css != worn)
    {
      if (worn != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (label), worn);
      if (css != NULL)
        gtk_widget_add_css_class (GTK_WIDGET (label), css);
      g_object_set_data (G_OBJECT (cell), class_key, (gpointer) css);
    }
  if (column == JP_CLUSTER_NAME)
    {
      show_warnings (cell, facts->warnings);
      name_row (cell, facts);
    }
}

static gboolean
on_query_warnings (GtkWidget *mark, int x, int y, gboolean by_key, GtkTooltip *tooltip, GtkListItem *item)
{
  JpClusterRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = row != NULL ? warning_text (jp_cluster_row_get_facts (row)->warnings) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return row != NULL;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  JpClusterColumn column = (JpClusterColumn) GPOINTER_TO_UINT (data);
  GtkWidget *label = jp_cut_label_new (jp_cluster_column_info (column)->number ? 1 : 0), *cell = label;

  gtk_widget_add_css_class (label, "numeric");
  if (column == JP_CLUSTER_NAME)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("jp-attention-symbolic");

      cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_widget_add_css_class (mark, "warning");
      gtk_widget_set_has_tooltip (mark, TRUE);
      g_signal_connect (mark, "query-tooltip", G_CALLBACK (on_query_warnings), item);
      gtk_box_append (GTK_BOX (cell), label);
      gtk_box_append (GTK_BOX (cell), mark);
    }
  g_object_set_data (G_OBJECT (cell), column_key, data);
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
  JpClusterColumn column = (JpClusterColumn) GPOINTER_TO_UINT (data);
  gint64 rank_a = jp_cluster_row_get_rank ((JpClusterRow *) a, column);
  gint64 rank_b = jp_cluster_row_get_rank ((JpClusterRow *) b, column);

  return rank_a < rank_b ? -1 : rank_a > rank_b;
}

static int
first_width (JpClusterColumn column)
{
  const JpClusterColumnInfo *info = jp_cluster_column_info (column);

  return info->width > 0 ? info->width : column == JP_CLUSTER_NAME ? NAME_WIDTH : TEXT_WIDTH;
}

static GtkColumnViewColumn *
make_column (JpClusterColumn index)
{
  const JpClusterColumnInfo *info = jp_cluster_column_info (index);
  gpointer data = GUINT_TO_POINTER (index);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_(info->title), factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, data, NULL));
  g_autoptr (GMenuModel) menu = jp_cluster_view_menu ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), data);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_header_menu (column, menu);
  jp_text_width_set (column, first_width (index));
  gtk_column_view_column_set_expand (column, info->width == 0);
  g_object_set_data (G_OBJECT (column), column_key, data);

  return column;
}

void
jp_cluster_view_setup (GtkColumnView *view)
{
  for (guint i = 0; i < JP_CLUSTER_N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column ((JpClusterColumn) i);

      gtk_column_view_append_column (view, column);
    }
}

GSimpleActionGroup *
jp_cluster_view_actions (GtkColumnView *view)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  /* The name stays: a row without it says nothing. */
  for (guint i = JP_CLUSTER_NAME + 1; i < JP_CLUSTER_N_COLUMNS; i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (jp_cluster_column_info ((JpClusterColumn) i)->id,
                                                                  find_column (view, (JpClusterColumn) i), "visible");

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }

  return g_steal_pointer (&group);
}

GMenuModel *
jp_cluster_view_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = JP_CLUSTER_NAME + 1; i < JP_CLUSTER_N_COLUMNS; i++)
    {
      const JpClusterColumnInfo *info = jp_cluster_column_info ((JpClusterColumn) i);
      g_autofree char *action = g_strconcat ("columns.", info->id, NULL);

      g_menu_append (menu, _(info->title), action);
    }

  return G_MENU_MODEL (menu);
}

/* GTK 4.8 does not say which column sorts, so it is asked with two rows: they differ in one column only, which shows
 * whether and how that column takes part. */
static int
probe (GtkSorter *sorter, JpClusterRow *a, JpClusterRow *b, JpClusterFacts *facts, const gint64 *ranks_a, const gint64 *ranks_b)
{
  jp_cluster_row_set (a, facts, ranks_a);
  jp_cluster_row_set (b, facts, ranks_b);
  return (int) gtk_sorter_compare (sorter, a, b);
}

gboolean
jp_cluster_view_get_sort (GtkColumnView *view, JpClusterColumn *column, GtkSortType *direction)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  g_autoptr (JpClusterRow) a = jp_cluster_row_new ();
  g_autoptr (JpClusterRow) b = jp_cluster_row_new ();
  g_autoptr (JpClusterFacts) facts = g_new0 (JpClusterFacts, 1);
  int directions[JP_CLUSTER_N_COLUMNS];

  g_atomic_ref_count_init (&facts->ref_count);
  for (guint i = 0; i < JP_CLUSTER_N_COLUMNS; i++)
    {
      gint64 low[JP_CLUSTER_N_COLUMNS] = { 0, }, high[JP_CLUSTER_N_COLUMNS] = { 0, };

      high[i] = 1;
      directions[i] = probe (sorter, a, b, facts, low, high);
    }
  /* Of those that take part the first outvotes all others. */
  for (guint i = 0; i < JP_CLUSTER_N_COLUMNS; i++)
    {
      gint64 ranks_a[JP_CLUSTER_N_COLUMNS], ranks_b[JP_CLUSTER_N_COLUMNS];

      for (guint k = 0; k < JP_CLUSTER_N_COLUMNS; k++)
        {
          ranks_a[k] = k == i ? -directions[k] : directions[k];
          ranks_b[k] = 0;
        }
      if (directions[i] != 0 && probe (sorter, a, b, facts, ranks_a, ranks_b) > 0)
        {
          *column = (JpClusterColumn) i;
          *direction = directions[i] < 0 ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING;
          return TRUE;
        }
    }

  return FALSE;
}

void
jp_cluster_view_save (GtkColumnView *view, GVariantDict *state)
{
  g_auto (GVariantBuilder) kept = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sib)"));
  GListModel *columns = gtk_column_view_get_columns (view);
  JpClusterColumn sorted;
  GtkSortType direction;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_variant_builder_add (&kept, "(sib)", jp_cluster_column_info (column_of (column))->id,
                             jp_text_width_get (column), gtk_column_view_column_get_visible (column));
    }
  g_variant_dict_insert_value (state, "columns", g_variant_builder_end (&kept));
  if (jp_cluster_view_get_sort (view, &sorted, &direction))
    g_variant_dict_insert (state, "sort", "(sb)", jp_cluster_column_info (sorted)->id, direction == GTK_SORT_DESCENDING);
}

static void
restore_column (GtkColumnView *view, const char *id, int width, gboolean visible, guint position)
{
  JpClusterColumn index;
  g_autoptr (GtkColumnViewColumn) column = NULL;

  if (!jp_cluster_column_parse (id, &index))
    return;

  column = g_object_ref (find_column (view, index));
  gtk_column_view_insert_column (view, position, column); /* moves it there */
  jp_text_width_set (column, MAX (width, LEAST_WIDTH));
  gtk_column_view_column_set_visible (column, visible || index == JP_CLUSTER_NAME);
}

void
jp_cluster_view_restore (GtkColumnView *view, GVariantDict *state)
{
  g_autoptr (GVariant) kept = g_variant_dict_lookup_value (state, "columns", G_VARIANT_TYPE ("a(sib)"));
  const char *id;
  JpClusterColumn column;
  gboolean descending;

  if (kept != NULL)
    {
      GVariantIter iter;
      int width;
      gboolean visible;
      guint position = 0;

      g_variant_iter_init (&iter, kept);
      while (g_variant_iter_next (&iter, "(&sib)", &id, &width, &visible))
        if (jp_cluster_column_parse (id, &column))
          restore_column (view, id, width, visible, position++);
    }
  if (g_variant_dict_lookup (state, "sort", "(&sb)", &id, &descending) && jp_cluster_column_parse (id, &column))
    gtk_column_view_sort_by_column (view, find_column (view, column), descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

guint
jp_cluster_view_visible (GtkColumnView *view, JpClusterColumn columns[JP_CLUSTER_N_COLUMNS])
{
  GListModel *model = gtk_column_view_get_columns (view);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i);

      if (gtk_column_view_column_get_visible (column))
        columns[n++] = column_of (column);
    }

  return n;
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

/* @widget: a cell, something in it, or the row around the cells. */
gboolean
jp_cluster_view_find (GtkWidget *widget, guint *position)
{
  GtkListItem *item = NULL;

  for (GtkWidget *at = widget; item == NULL && at != NULL && !GTK_IS_COLUMN_VIEW (at); at = gtk_widget_get_parent (at))
    item = g_object_get_data (G_OBJECT (at), cell_key);
  if (item == NULL && widget != NULL && !GTK_IS_COLUMN_VIEW (widget))
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);

      /* A row, or a cell with room around its content. */
      if (g_strcmp0 (gtk_widget_get_css_name (widget), "row") == 0 || g_strcmp0 (gtk_widget_get_css_name (widget), "cell") == 0)
        item = item_below (widget);
      else if (parent != NULL && g_strcmp0 (gtk_widget_get_css_name (parent), "row") == 0)
        item = item_below (parent);
    }
  if (item == NULL || gtk_list_item_get_position (item) == GTK_INVALID_LIST_POSITION)
    return FALSE;

  *position = gtk_list_item_get_position (item);
  return TRUE;
}
