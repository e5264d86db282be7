/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-use-table.h"

#include "jp-cut-label.h"
#include "jp-number-format.h"

#include <glib/gi18n-lib.h>

struct _JpUseTable
{
  AdwBin parent_instance;

  /* Borrowed: a child. */
  GtkWidget *view;

  /* Owned. */
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (JpUseTable, jp_use_table, ADW_TYPE_BIN)

static guint selected_signal;

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_DATE,
  COLUMN_YEAR,
  COLUMN_CATEGORY,
  COLUMN_AMOUNT,
  COLUMN_BALANCE,
  COLUMN_PAYEE,
  COLUMN_VOUCHER,
  COLUMN_NOTE,
  COLUMN_FLAGS,
  N_COLUMNS,
} Column;

static const struct
{
  const char *title;
  const char *official;
  gboolean    number;
  gboolean    expand;
} columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { N_("No."), "序号", TRUE, FALSE },
  [COLUMN_DATE] = { N_("Date"), "日期", FALSE, FALSE },
  [COLUMN_YEAR] = { N_("Year"), "年次", TRUE, FALSE },
  [COLUMN_CATEGORY] = { N_("Category"), "类别", FALSE, TRUE },
  [COLUMN_AMOUNT] = { N_("Amount (yuan)"), "金额（元）", TRUE, FALSE },
  [COLUMN_BALANCE] = { N_("Balance (yuan)"), "余额（元）", TRUE, FALSE },
  [COLUMN_PAYEE] = { N_("Payee"), "收款单位", FALSE, TRUE },
  [COLUMN_VOUCHER] = { N_("Voucher No."), "凭证号", FALSE, FALSE },
  [COLUMN_NOTE] = { N_("Note"), "备注", FALSE, TRUE },
  [COLUMN_FLAGS] = { N_("Look At"), "标记", FALSE, FALSE },
};

static char *
note_of (const JpUseEntry *entry)
{
  const char *note = entry->note != NULL ? entry->note : "", *reason = entry->reason != NULL ? entry->reason : "";

  return g_strdup_printf ("%s%s%s", note, *note != '\0' && *reason != '\0' ? "；" : "", reason);
}

static char *
cell_text (JpUseItem *item, Column column)
{
  const JpUseRow *row = jp_use_item_get_row (item);
  JpUseBook *book = jp_use_item_get_book (item);
  char day[JP_DATE_ISO_LEN];

  switch (column)
    {
    case COLUMN_NUMBER:
      return g_strdup_printf ("%u", row->entry->number);
    case COLUMN_DATE:
      return g_strdup (jp_date_to_iso (row->entry->date, day));
    case COLUMN_YEAR:
      return g_strdup_printf ("%u", row->entry->ordinal);
    case COLUMN_CATEGORY:
      return g_strdup (jp_use_category_name (jp_use_book_get_dossier (book), jp_use_book_get_context (book),
                                             row->entry->ordinal, row->entry->category));
    case COLUMN_AMOUNT:
      return jp_shown_units (row->entry->amount, 2);
    case COLUMN_BALANCE:
      return jp_shown_units (row->balance, 2);
    case COLUMN_PAYEE:
      return g_strdup (row->entry->payee);
    case COLUMN_VOUCHER:
      return g_strdup (row->entry->voucher);
    case COLUMN_NOTE:
      return note_of (row->entry);
    case COLUMN_FLAGS:
    case N_COLUMNS:
    default:
      return jp_use_flag_words (row->flags);
    }
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Red entries in red, as in a book; what was taken back dimmed. The signs and words say so too. */
static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Column column = (Column) GPOINTER_TO_UINT (data);
  JpUseItem *shown = gtk_list_item_get_item (item);
  const JpUseRow *row = jp_use_item_get_row (shown);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = cell_text (shown, column);

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  set_class (label, "error", (column == COLUMN_AMOUNT && row->entry->amount < 0)
                             || (column == COLUMN_BALANCE && row->balance < 0));
  set_class (label, "warning", column == COLUMN_FLAGS);
  set_class (label, "dim-label", (row->flags & JP_USE_FLAG_REVERSED) != 0 && column != COLUMN_FLAGS);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Column column = (Column) GPOINTER_TO_UINT (data);
  GtkWidget *label = jp_cut_label_new (columns[column].number ? 1 : 0);

  if (columns[column].number)
    gtk_widget_add_css_class (label, "numeric");
  if (column == COLUMN_DATE)
    gtk_label_set_width_chars (GTK_LABEL (label), 10);
  if (columns[column].expand)
    gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_list_item_set_child (item, label);
}

static void
add_column (JpUseTable *self, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[index].title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (index));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (index));
  gtk_column_view_column_set_expand (column, columns[index].expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

static void
on_selected (JpUseTable *self)
{
  g_signal_emit (self, selected_signal, 0);
}

static void
jp_use_table_dispose (GObject *object)
{
  JpUseTable *self = JP_USE_TABLE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (jp_use_table_parent_class)->dispose (object);
}

static void
jp_use_table_class_init (JpUseTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_use_table_dispose;

  selected_signal = g_signal_new ("selected", JP_TYPE_USE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jp_use_table_init (JpUseTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
  self->view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)));
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, i);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Entries of the use ledger"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "ledger");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * jp_use_table_show:
 * @self: a table
 * @book: the ledger; the latest entry is on top
 */
void
jp_use_table_show (JpUseTable *self, JpUseBook *book)
{
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (book));
  on_selected (self);
}

const JpUseEntry *
jp_use_table_get_selected (JpUseTable *self, JpUseFlags *flags)
{
  JpUseItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL)
    return NULL;

  *flags = jp_use_item_get_row (item)->flags;
  return jp_use_item_get_row (item)->entry;
}

void
jp_use_table_copy (JpUseTable *self, JpTableCopy *table)
{
  GListModel *model = gtk_single_selection_get_model (self->selection);
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    jp_table_copy_cell (table, columns[i].official);
  jp_table_copy_end_row (table);
  for (guint i = n; i > 0; i--)
    {
      g_autoptr (JpUseItem) item = g_list_model_get_item (model, i - 1);

      for (guint k = 0; k < N_COLUMNS; k++)
        {
          g_autofree char *text = cell_text (item, (Column) k);

          jp_table_copy_cell (table, text);
        }
      jp_table_copy_end_row (table);
    }
}
