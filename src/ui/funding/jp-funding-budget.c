/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-funding-budget.h"

#include "jp-cut-label.h"
#include "jp-funding-item.h"

#include <glib/gi18n-lib.h>

struct _JpFundingBudget
{
  AdwBin parent_instance;

  /* Borrowed: a child. */
  GtkWidget *view;

  /* Owned. */
  GListStore *store;
};

G_DEFINE_FINAL_TYPE (JpFundingBudget, jp_funding_budget, ADW_TYPE_BIN)

static guint opened_signal;

typedef enum
{
  COLUMN_CLUSTER,
  COLUMN_YEAR,
  COLUMN_STATE,
  COLUMN_PAID,
  COLUMN_CERTAIN,
  COLUMN_EXPECTED,
  COLUMN_MOST,
  COLUMN_BASIS,
  N_COLUMNS,
} Column;

/* Headers of copies are official words, as those of exports are. */
static const struct
{
  const char *title;
  const char *official;
  gboolean    number;
} columns[N_COLUMNS] = {
  [COLUMN_CLUSTER] = { N_("Cluster"), "集群", FALSE },
  [COLUMN_YEAR] = { N_("Year"), "年次", FALSE },
  [COLUMN_STATE] = { N_("State"), "状态", FALSE },
  [COLUMN_PAID] = { N_("Paid"), "已下达（万元）", TRUE },
  [COLUMN_CERTAIN] = { N_("Certain"), "已确定（万元）", TRUE },
  [COLUMN_EXPECTED] = { N_("Expected"), "预计（万元）", TRUE },
  [COLUMN_MOST] = { N_("At Most"), "最高（万元）", TRUE },
  [COLUMN_BASIS] = { N_("Why"), "依据", FALSE },
};

static char *
cell_text (JpFundingItem *item, Column column)
{
  const JpFundCase *fund_case = jp_funding_item_get_case (item);

  switch (column)
    {
    case COLUMN_CLUSTER:
      return g_strdup (jp_funding_item_get_row (item)->name);
    case COLUMN_YEAR:
      return g_strdup_printf ("%u", fund_case->ordinal);
    case COLUMN_STATE:
      return g_strdup (jp_case_state_name (fund_case->state));
    case COLUMN_PAID:
      return jp_money_to_wan (fund_case->paid);
    case COLUMN_CERTAIN:
      return fund_case->decided ? jp_money_to_wan (fund_case->entitled) : g_strdup ("—");
    case COLUMN_EXPECTED:
      return jp_money_to_wan (fund_case->expected);
    case COLUMN_MOST:
      return jp_money_to_wan (fund_case->most);
    case COLUMN_BASIS:
    case N_COLUMNS:
    default:
      return g_strdup (fund_case->basis);
    }
}

static void
show_cell (GtkListItem *item)
{
  Column column = (Column) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "column"));
  JpFundingItem *shown = gtk_list_item_get_item (item);
  g_autofree char *text = cell_text (shown, column);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Column column = (Column) GPOINTER_TO_UINT (data);
  GtkWidget *label = column == COLUMN_BASIS ? gtk_label_new (NULL) : jp_cut_label_new (columns[column].number ? 1 : 0);

  if (column == COLUMN_BASIS)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, "fund-small");
    }
  if (columns[column].number)
    gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (item), "column", data);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gulong handler = g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (show_cell), item);

  g_object_set_data (G_OBJECT (item), "changed", GSIZE_TO_POINTER (handler));
  show_cell (item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handler_disconnect (gtk_list_item_get_item (item),
                               GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (item), "changed")));
}

static void
add_column (JpFundingBudget *self, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[index].title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (index));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_column_view_column_set_expand (column, index == COLUMN_CLUSTER || index == COLUMN_BASIS);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

static void
on_activate (JpFundingBudget *self, guint position)
{
  g_autoptr (JpFundingItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  if (item != NULL)
    g_signal_emit (self, opened_signal, 0, jp_funding_item_get_row (item)->dossier->id,
                   jp_funding_item_get_ordinal (item));
}

static void
jp_funding_budget_dispose (GObject *object)
{
  JpFundingBudget *self = JP_FUNDING_BUDGET (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (jp_funding_budget_parent_class)->dispose (object);
}

static void
jp_funding_budget_class_init (JpFundingBudgetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_funding_budget_dispose;

  opened_signal = g_signal_new ("opened", JP_TYPE_FUNDING_BUDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
jp_funding_budget_init (JpFundingBudget *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->store = g_list_store_new (JP_TYPE_FUNDING_ITEM);
  self->view
    = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->store)))));
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, i);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Budget by case"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "ledger");
  gtk_widget_add_css_class (scrolled, "fund-budget");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * jp_funding_budget_show:
 * @self: a budget
 * @data: what to show; its fiscal year is the budget's
 * @rows: (element-type JpFundingRow): which clusters of it
 */
void
jp_funding_budget_show (JpFundingBudget *self, JpFundingData *data, GPtrArray *rows)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GArray) ordinals = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < rows->len; i++)
    {
      const JpFundingRow *row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < row->n_cases; k++)
        if (row->cases[k].fiscal_year == data->fiscal_year)
          {
            g_ptr_array_add (lines, (gpointer) row);
            g_array_append_val (ordinals, row->cases[k].ordinal);
          }
    }
  jp_funding_items_show (self->store, data, lines, ordinals);
}

void
jp_funding_budget_copy (JpFundingBudget *self, JpTableCopy *table)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    jp_table_copy_cell (table, columns[i].official);
  jp_table_copy_end_row (table);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (JpFundingItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      for (guint k = 0; k < N_COLUMNS; k++)
        {
          g_autofree char *text = k == COLUMN_CLUSTER ? g_strdup (jp_funding_item_get_row (item)->dossier->name)
                                                      : cell_text (item, (Column) k);

          jp_table_copy_cell (table, text);
        }
      jp_table_copy_end_row (table);
    }
}
