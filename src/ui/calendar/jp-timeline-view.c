/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-timeline-view.h"

#include "jp-cut-label.h"
#include "jp-timeline-legend.h"
#include "jp-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _JpTimelineView
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkToggleButton *chips[JP_N_ROWS_KINDS];
  GtkStack        *stack;
  JpTimeline      *timeline;
  GtkStringList   *indices; /* of the table: an index into the rows shown each */

  /* Owned. */
  JpSnapshot    *snapshot; /* what the rows borrow from */
  GPtrArray     *rows;     /* of JpTimelineRow, all */
  GPtrArray     *shown;    /* of JpTimelineRow, borrowed from them */
  GCancellable  *deriving; /* NULL: nothing is being derived */
  JpTimelineRows kind;
  gboolean       as_table;
  gboolean       setting;
};

G_DEFINE_FINAL_TYPE (JpTimelineView, jp_timeline_view, ADW_TYPE_BIN)

static guint opened_signal;

static const char * const kind_names[JP_N_ROWS_KINDS] = {
  [JP_ROWS_ALL] = N_("All"),
  [JP_ROWS_IN_TERM] = N_("In term"),
  [JP_ROWS_WINDOW] = N_("Renewal window"),
  [JP_ROWS_RENEWING] = N_("In renewal"),
  [JP_ROWS_OUT] = N_("Out of term"),
  [JP_ROWS_BEFORE] = N_("Not recognised"),
};

static void
emit_opened (JpTimelineView *self, const char *place)
{
  g_signal_emit (self, opened_signal, 0, place);
}

/* What is shown */

static void
update_chips (JpTimelineView *self)
{
  for (guint i = 0; i < JP_N_ROWS_KINDS; i++)
    {
      g_autofree char *label = NULL;
      guint n = 0;

      for (guint k = 0; k < self->rows->len; k++)
        n += jp_timeline_row_is (g_ptr_array_index (self->rows, k), i);
      label = g_strdup_printf ("%s %u", _(kind_names[i]), n);
      gtk_button_set_label (GTK_BUTTON (self->chips[i]), label);
      gtk_widget_set_visible (GTK_WIDGET (self->chips[i]), n > 0 || i == JP_ROWS_ALL || i == self->kind
                                                             || gtk_widget_has_focus (GTK_WIDGET (self->chips[i])));
    }
}

static void
update_page (JpTimelineView *self)
{
  const char *page = self->shown->len == 0 ? "nothing" : self->as_table ? "table" : "timeline";

  gtk_stack_set_visible_child_name (self->stack, page);
}

/* The table's rows say themselves what they are when they are looked at. */
static void
update_table (JpTimelineView *self)
{
  g_autoptr (GPtrArray) indices = g_ptr_array_new_with_free_func (g_free);
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->indices));

  for (guint i = 0; i < self->shown->len; i++)
    g_ptr_array_add (indices, g_strdup_printf ("%u", i));
  g_ptr_array_add (indices, NULL);
  gtk_string_list_splice (self->indices, 0, before, (const char * const *) indices->pdata);
}

static void
refill (JpTimelineView *self)
{
  if (self->rows == NULL)
    return;

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_new ();
  for (guint i = 0; i < self->rows->len; i++)
    if (jp_timeline_row_is (g_ptr_array_index (self->rows, i), self->kind))
      g_ptr_array_add (self->shown, g_ptr_array_index (self->rows, i));
  update_chips (self);
  jp_timeline_show (self->timeline, self->shown, jp_snapshot_get_context (self->snapshot)->today);
  update_table (self);
  update_page (self);
}

static void
on_chip (JpTimelineView *self, GtkToggleButton *chip)
{
  if (self->setting || !gtk_toggle_button_get_active (chip))
    return;

  for (guint i = 0; i < JP_N_ROWS_KINDS; i++)
    if (self->chips[i] == chip)
      self->kind = i;
  refill (self);
}

/* Deriving */

static void
derive (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JpSnapshot *snapshot = data;

  g_task_return_pointer (task,
                         jp_timeline_rows_new (jp_snapshot_get_dossiers (snapshot), jp_snapshot_get_duties (snapshot),
                                               jp_snapshot_get_context (snapshot)),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
on_derived (GObject *source, GAsyncResult *result, gpointer data)
{
  GPtrArray *rows = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (JpSnapshot) before_snapshot = NULL;
  g_autoptr (GPtrArray) before = NULL;
  JpTimelineView *self;

  if (rows == NULL) /* only where a later snapshot, or the view's end, cancelled it */
    return;

  self = JP_TIMELINE_VIEW (source);
  g_clear_object (&self->deriving);
  before = self->rows;
  before_snapshot = self->snapshot;
  self->rows = rows;
  self->snapshot = jp_snapshot_ref (g_task_get_task_data (G_TASK (result)));
  refill (self);
}

void
jp_timeline_view_show (JpTimelineView *self, JpSnapshot *snapshot)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (JP_IS_TIMELINE_VIEW (self) && snapshot != NULL);

  if (self->snapshot == snapshot)
    return;

  g_cancellable_cancel (self->deriving);
  g_clear_object (&self->deriving);
  self->deriving = g_cancellable_new ();
  task = g_task_new (self, self->deriving, on_derived, NULL);
  g_task_set_source_tag (task, jp_timeline_view_show);
  g_task_set_task_data (task, jp_snapshot_ref (snapshot), (GDestroyNotify) jp_snapshot_unref);
  g_task_run_in_thread (task, derive);
}

/* The table behind it */

typedef enum
{
  COLUMN_CLUSTER,
  COLUMN_STATE,
  COLUMN_TERMS,
  COLUMN_NEXT,
  N_COLUMNS,
} Column;

static const char * const column_titles[N_COLUMNS] = { N_("Cluster"), N_("State"), N_("Terms"), N_("Next") };

static const JpTimelineRow *
row_of (JpTimelineView *self, GtkListItem *list_item)
{
  guint index = gtk_list_item_get_position (list_item);

  return self->shown != NULL && index < self->shown->len ? g_ptr_array_index (self->shown, index) : NULL;
}

static const char *
next_words (const JpTimelineRow *row)
{
  for (guint i = 0; i < row->marks->len; i++)
    {
      const JpTimelineMark *mark = g_ptr_array_index (row->marks, i);
      const char *words = mark->duty != NULL ? strchr (mark->words, '\n') : NULL;

      if (words != NULL)
        return words + 1; /* below the name */
    }

  return "";
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *label = jp_cut_label_new (0);

  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (JpTimelineView *self, GtkListItem *list_item, GtkSignalListItemFactory *factory)
{
  Column column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  const JpTimelineRow *row = row_of (self, list_item);
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (list_item));
  g_autofree char *terms = NULL;

  if (row == NULL)
    return;

  if (column == COLUMN_CLUSTER)
    {
      gtk_label_set_label (label, row->full_name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (
                                        gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (label)))),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, row->full_name, -1);
    }
  else if (column == COLUMN_STATE)
    gtk_label_set_label (label, row->status);
  else if (column == COLUMN_NEXT)
    gtk_label_set_label (label, next_words (row));
  else
    {
      terms = jp_timeline_row_terms (row);
      gtk_label_set_label (label, terms);
    }
}

static void
on_table_activate (JpTimelineView *self, guint position)
{
  if (self->shown != NULL && position < self->shown->len)
    emit_opened (self, ((JpTimelineRow *) g_ptr_array_index (self->shown, position))->place);
}

static GtkWidget *
new_table (JpTimelineView *self)
{
  GtkSelectionModel *selection;
  GtkWidget *table, *scrolled = gtk_scrolled_window_new ();

  self->indices = gtk_string_list_new (NULL);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->indices)));
  table = gtk_column_view_new (selection);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(column_titles[i]), factory);

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
      g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind), self);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
    }
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (table), TRUE);
  gtk_widget_add_css_class (table, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Terms of validity by cluster"), -1);
  g_signal_connect_swapped (table, "activate", G_CALLBACK (on_table_activate), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), table);

  return scrolled;
}

static void
jp_timeline_view_dispose (GObject *object)
{
  JpTimelineView *self = JP_TIMELINE_VIEW (object);

  g_cancellable_cancel (self->deriving);
  g_clear_object (&self->deriving);

  G_OBJECT_CLASS (jp_timeline_view_parent_class)->dispose (object);
}

static void
jp_timeline_view_finalize (GObject *object)
{
  JpTimelineView *self = JP_TIMELINE_VIEW (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  jp_snapshot_unref (self->snapshot);

  G_OBJECT_CLASS (jp_timeline_view_parent_class)->finalize (object);
}

static void
jp_timeline_view_class_init (JpTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jp_timeline_view_dispose;
  object_class->finalize = jp_timeline_view_finalize;

  opened_signal = g_signal_new ("opened", JP_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static GtkWidget *
new_chips (JpTimelineView *self)
{
  GtkWidget *box = jp_wrap_box_new (6);

  for (guint i = 0; i < JP_N_ROWS_KINDS; i++)
    {
      GtkWidget *chip = gtk_toggle_button_new_with_label (_(kind_names[i]));

      gtk_widget_add_css_class (chip, "filter-chip");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), self->chips[0]);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), i == 0);
      g_signal_connect_swapped (chip, "toggled", G_CALLBACK (on_chip), self);
      jp_wrap_box_append (JP_WRAP_BOX (box), chip);
      self->chips[i] = GTK_TOGGLE_BUTTON (chip);
    }

  return box;
}

static GtkWidget *
new_timeline (JpTimelineView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->timeline = JP_TIMELINE (jp_timeline_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->timeline), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Timeline of terms and duties by cluster"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Up and down go from cluster to cluster, left and right from mark to mark. The "
                                    "same is there as a table."), -1);
  g_signal_connect_swapped (self->timeline, "opened", G_CALLBACK (emit_opened), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->timeline));

  return scrolled;
}

static GtkWidget *
new_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "jp-clusters-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Cluster of This Kind"));

  return page;
}

static void
jp_timeline_view_init (JpTimelineView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10), *legend = jp_timeline_legend_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_box_append (GTK_BOX (box), new_chips (self));
  gtk_stack_add_named (self->stack, new_timeline (self), "timeline");
  gtk_stack_add_named (self->stack, new_table (self), "table");
  gtk_stack_add_named (self->stack, new_nothing (), "nothing");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self->stack), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "ledger");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), legend);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
jp_timeline_view_new (void)
{
  return g_object_new (JP_TYPE_TIMELINE_VIEW, NULL);
}

JpTimeline *
jp_timeline_view_get_timeline (JpTimelineView *self)
{
  return self->timeline;
}

gboolean
jp_timeline_view_get_as_table (JpTimelineView *self)
{
  return self->as_table;
}

void
jp_timeline_view_set_as_table (JpTimelineView *self, gboolean as_table)
{
  self->as_table = as_table;
  if (self->shown != NULL)
    update_page (self);
}

JpTimelineRows
jp_timeline_view_get_kind (JpTimelineView *self)
{
  return self->kind;
}

void
jp_timeline_view_set_kind (JpTimelineView *self, JpTimelineRows kind)
{
  if (kind >= JP_N_ROWS_KINDS)
    return;

  self->setting = TRUE;
  self->kind = kind;
  gtk_toggle_button_set_active (self->chips[kind], TRUE);
  self->setting = FALSE;
  refill (self);
}
