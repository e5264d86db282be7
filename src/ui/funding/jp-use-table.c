/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-use-table.h"

#include "jp-number-format.h"
#include "jp-tooltip.h"

#include <glib/gi18n-lib.h>

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

struct _JpUseTable
{
  AdwBin parent_instance;

  /* Borrowed: a child. */
  GtkWidget *view;

  /* Owned. */
  GtkSliceListModel  *slice; /* of the book: at first what is seen, then all */
  GtkSingleSelection *selection;

  guint chars[N_COLUMNS]; /* how wide a cell likes to be; 0: not known yet */
  guint growing;          /* source */
};

/* As many as a screen shows, and some more. */
#define FIRST_ROWS 48

G_DEFINE_FINAL_TYPE (JpUseTable, jp_use_table, ADW_TYPE_BIN)

static guint selected_signal;

static const struct
{
  const char *title;
  const char *official;
  const char *sample; /* what is to be seen whole */
  gboolean    number;
  gboolean    expand;
} columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { N_("No."), "序号", "50000", TRUE, FALSE },
  [COLUMN_DATE] = { N_("Date"), "日期", "2025-12-30", FALSE, FALSE },
  [COLUMN_YEAR] = { N_("Year"), "年次", "3", TRUE, FALSE },
  [COLUMN_CATEGORY] = { N_("Category"), "类别", "公共服务平台", FALSE, TRUE },
  [COLUMN_AMOUNT] = { N_("Amount (yuan)"), "金额（元）", "-200,000.00", TRUE, FALSE },
  [COLUMN_BALANCE] = { N_("Balance (yuan)"), "余额（元）", "2,000,000.00", TRUE, FALSE },
  [COLUMN_PAYEE] = { N_("Payee"), "收款单位", "某某科技公司", FALSE, TRUE },
  [COLUMN_VOUCHER] = { N_("Voucher No."), "凭证号", "记字-2025-001", FALSE, FALSE },
  [COLUMN_NOTE] = { N_("Note"), "备注", "补记", FALSE, TRUE },
  [COLUMN_FLAGS] = { N_("Look At"), "标记", "已冲销", FALSE, FALSE },
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

static G_DEFINE_QUARK (jp-use-column, column)

static Column
column_of (GtkSignalListItemFactory *factory)
{
  return (Column) GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (factory), column_quark ()));
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* A row is heard as a whole. */
static void
name_row (GtkWidget *cell, const JpUseEntry *entry)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  char day[JP_DATE_ISO_LEN];
  g_autofree char *amount = jp_shown_units (entry->amount, 2);
  /* Translators: %1$u number of an entry, %2$s its day, %3$s amount, %4$s payee, %5$s voucher */
  g_autofree char *name
    = g_strdup_printf (_("Entry %1$u, %2$s, %3$s yuan, %4$s, %5$s"), entry->number, jp_date_to_iso (entry->date, day),
                       amount, entry->payee != NULL ? entry->payee : "", entry->voucher != NULL ? entry->voucher : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Red entries in red, as in a book; what was taken back dimmed. The signs and words say so too. */
static void
on_bind (JpUseTable *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  Column column = column_of (factory);
  JpUseItem *shown = gtk_list_item_get_item (item);
  const JpUseRow *row = jp_use_item_get_row (shown);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = cell_text (shown, column);

  if (column == COLUMN_NUMBER)
    name_row (cell, row->entry);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  set_class (cell, "error", (column == COLUMN_AMOUNT && row->entry->amount < 0)
                            || (column == COLUMN_BALANCE && row->balance < 0));
  set_class (cell, "warning", column == COLUMN_FLAGS);
  set_class (cell, "dim-label", (row->flags & JP_USE_FLAG_REVERSED) != 0 && column != COLUMN_FLAGS);
}

static int
text_width (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return width;
}

/* In the unit of inscriptions, which stays right when the text grows. */
static guint
chars_for (JpUseTable *self, Column column)
{
  if (self->chars[column] == 0)
    {
      PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (self->view), NULL, NULL);
      int a_char = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                        pango_font_metrics_get_approximate_digit_width (metrics));

      self->chars[column] = (guint) (text_width (self->view, columns[column].sample) / MAX (a_char, 1)) + 1;
      pango_font_metrics_unref (metrics);
    }

  return self->chars[column];
}

/* Of the view, for all of its cells: what has no room to be read whole. */
static gboolean
on_query_tooltip (GtkWidget *view, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  GtkWidget *cell = by_key ? NULL : gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  const char *text = GTK_IS_INSCRIPTION (cell) ? gtk_inscription_get_text (GTK_INSCRIPTION (cell)) : NULL;

  if (text == NULL || text_width (cell, text) <= gtk_widget_get_width (cell) * PANGO_SCALE)
    return FALSE;

  jp_tooltip_show (tooltip, text);
  return TRUE;
}

/* Inscriptions, not labels: the two hundred rows that a list keeps need not lay out their texts to tell their size. */
static void
on_setup (JpUseTable *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  Column column = column_of (factory);
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), chars_for (self, column));
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), columns[column].number ? 1 : 0);
  gtk_list_item_set_child (item, cell);
}

static void
add_column (JpUseTable *self, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[index].title), factory);

  g_object_set_qdata (G_OBJECT (factory), column_quark (), GUINT_TO_POINTER (index));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind), self);
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

  g_clear_handle_id (&self->growing, g_source_remove);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);

  G_OBJECT_CLASS (jp_use_table_parent_class)->dispose (object);
}

static void
jp_use_table_class_init (JpUseTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_use_table_dispose;

  selected_signal
    = g_signal_new ("selected", JP_TYPE_USE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jp_use_table_init (JpUseTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->slice = gtk_slice_list_model_new (NULL, 0, FIRST_ROWS);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
  self->view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)));
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, i);
  gtk_widget_add_css_class (self->view, "numeric");
  gtk_widget_set_has_tooltip (self->view, TRUE);
  g_signal_connect (self->view, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Entries of the use ledger"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Entries of the use ledger"), -1);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "ledger");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static gboolean
grow (gpointer data)
{
  JpUseTable *self = data;

  self->growing = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

/**
 * jp_use_table_show:
 * @self: a table
 * @book: the ledger; the latest entry is on top
 *
 * Shows a ledger. A list makes two hundred rows ahead, however few are seen: of another ledger than before the first
 * are drawn, and then there are all.
 */
void
jp_use_table_show (JpUseTable *self, JpUseBook *book)
{
  JpUseBook *before = JP_USE_BOOK (gtk_slice_list_model_get_model (self->slice));
  gboolean same = before != NULL
                  && g_str_equal (jp_use_book_get_dossier (before)->id, jp_use_book_get_dossier (book)->id);

  if (!same)
    {
      gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
      if (self->growing == 0)
        self->growing = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, grow, self, NULL);
    }
  gtk_slice_list_model_set_model (self->slice, G_LIST_MODEL (book));
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
  GListModel *model = gtk_slice_list_model_get_model (self->slice);
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
