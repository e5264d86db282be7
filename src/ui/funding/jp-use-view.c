/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-use-view.h"

#include "jp-article-tag.h"
#include "jp-number-format.h"
#include "jp-use-entry-row.h"
#include "jp-use-forms.h"
#include "jp-use-table.h"
#include "jp-wrap-box.h"

#include <glib/gi18n-lib.h>

#define SIDE_WIDTH 264

struct _JpUseView
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *identity;
  GtkWidget *entry_row;
  GtkWidget *table;
  GtkWidget *bars;

  /* Owned. */
  JpSession    *session;
  JpUseBook    *book;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (JpUseView, jp_use_view, ADW_TYPE_BIN)

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (JpTableCopy) table = jp_table_copy_new ();

  jp_use_table_copy (JP_USE_TABLE (JP_USE_VIEW (widget)->table), table);
  jp_table_copy_put (table, widget);
  gtk_widget_activate_action (widget, "win.toast", "s", _("The table is on the clipboard."));
}

static void
reverse (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpUseView *self = JP_USE_VIEW (widget);
  JpUseFlags flags;
  const JpUseEntry *entry = jp_use_table_get_selected (JP_USE_TABLE (self->table), &flags);

  if (entry != NULL)
    jp_reverse_form_open (widget, self->session, jp_use_book_get_dossier (self->book), entry);
}

static void
lock (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpUseView *self = JP_USE_VIEW (widget);

  if (self->book != NULL)
    jp_lock_form_open (widget, self->session, jp_use_book_get_dossier (self->book));
}

/* What was taken back, or takes back itself, is not taken back again. */
static void
on_selected (JpUseView *self)
{
  JpUseFlags flags = JP_USE_FLAG_NONE;
  const JpUseEntry *entry = jp_use_table_get_selected (JP_USE_TABLE (self->table), &flags);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "use.reverse",
                                 entry != NULL && entry->reverses == NULL && (flags & JP_USE_FLAG_REVERSED) == 0);
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_part (JpUseView *self, const char *sign, const char *name, JpMoney money)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *shown = jp_shown_units (money, 2);
  g_autofree char *markup = g_markup_printf_escaped ("%s %s <b>%s</b>", sign, name, shown);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_add_css_class (label, money < 0 ? "error" : "numeric");
  jp_wrap_box_append (JP_WRAP_BOX (self->identity), label);
}

/* paid = spent + balance + returned, to the fen. */
static void
show_identity (JpUseView *self, const JpUseLedger *ledger)
{
  gboolean holds = ledger->paid == ledger->spent + ledger->balance + ledger->returned;
  GtkWidget *mark = gtk_image_new_from_icon_name (holds ? "jp-step-done-symbolic" : "jp-attention-symbolic");

  jp_wrap_box_clear (JP_WRAP_BOX (self->identity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  holds ? _("It adds up to the fen") : _("It does not add up"), -1);
  gtk_widget_set_tooltip_text (mark, holds ? _("It adds up to the fen") : _("It does not add up"));
  jp_wrap_box_append (JP_WRAP_BOX (self->identity), mark);
  add_part (self, "", _("Paid"), ledger->paid);
  add_part (self, "=", _("Spent"), ledger->spent);
  add_part (self, "+", _("Balance"), ledger->balance);
  add_part (self, "+", _("Returned"), ledger->returned);
  jp_wrap_box_append (JP_WRAP_BOX (self->identity), gtk_label_new (_("in yuan")));
  jp_wrap_box_append (JP_WRAP_BOX (self->identity), jp_article_tag_new ("第十四条"));
}

static void
add_bar (JpUseView *self, const JpUseTotal *total)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *name, *numbers, *bar;
  g_autofree char *spent = jp_shown_units (total->spent, 2), *planned = jp_shown_units (total->planned, 2);
  const char *title = jp_use_category_name (jp_use_book_get_dossier (self->book), jp_use_book_get_context (self->book),
                                            1, total->category);
  gboolean over = total->spent > total->planned;
  g_autofree char *text = g_strdup_printf (over ? _("%1$s of %2$s planned: over the plan") : _("%1$s of %2$s planned"),
                                           spent, planned);

  name = gtk_label_new (title);
  numbers = gtk_label_new (text);
  bar = gtk_progress_bar_new ();
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (numbers), 0);
  gtk_label_set_wrap (GTK_LABEL (numbers), TRUE);
  gtk_widget_add_css_class (numbers, "fund-small");
  gtk_widget_add_css_class (numbers, over ? "warning" : "dim-label");
  /* A length on the screen: no amount is computed from it. */
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 total->planned > 0
                                   ? CLAMP ((double) total->spent / (double) total->planned, 0.0, 1.0)
                                   : total->spent > 0 ? 1.0 : 0.0);
  if (over)
    gtk_widget_add_css_class (bar, "over");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), numbers);
  gtk_box_append (GTK_BOX (self->bars), box);
}

static void
show_bars (JpUseView *self, const JpUseLedger *ledger)
{
  guint n = 0;

  clear_box (self->bars);
  for (guint i = 0; i < ledger->totals->len; i++)
    {
      const JpUseTotal *total = &g_array_index (ledger->totals, JpUseTotal, i);

      if (total->planned == 0 && total->spent == 0)
        continue;
      add_bar (self, total);
      n++;
    }
  if (n == 0)
    {
      GtkWidget *label = gtk_label_new (_("Nothing is planned or spent yet."));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (self->bars), label);
    }
}

static void
take_book (JpUseView *self, JpUseBook *book)
{
  const JpUseLedger *ledger = jp_use_book_get_ledger (book);

  g_set_object (&self->book, book);
  show_identity (self, ledger);
  show_bars (self, ledger);
  jp_use_entry_row_show (JP_USE_ENTRY_ROW (self->entry_row), self->session, book);
  jp_use_table_show (JP_USE_TABLE (self->table), book);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "use.lock",
                                 jp_lock_form_may (jp_use_book_get_dossier (book), jp_use_book_get_context (book)));
}

typedef struct
{
  JpSnapshot *snapshot;
  char       *cluster;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  jp_snapshot_unref (reading->snapshot);
  g_free (reading->cluster);
  g_free (reading);
}

static void
read_book (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;

  g_task_return_pointer (task, jp_use_book_new (reading->snapshot, reading->cluster), g_object_unref);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpUseBook) book = g_task_propagate_pointer (G_TASK (result), &error);
  JpUseView *self = JP_USE_VIEW (source);

  if (book == NULL) /* a later one is on its way, the view is gone, or the cluster is */
    return;

  g_clear_object (&self->reading);
  take_book (self, book);
}

static void
jp_use_view_dispose (GObject *object)
{
  JpUseView *self = JP_USE_VIEW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->table != NULL)
    g_signal_handlers_disconnect_by_data (self->table, self);
  self->table = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->session);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (jp_use_view_parent_class)->dispose (object);
}

static void
jp_use_view_class_init (JpUseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_use_view_dispose;

  gtk_widget_class_install_action (widget_class, "use.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "use.reverse", NULL, reverse);
  gtk_widget_class_install_action (widget_class, "use.lock", NULL, lock);
}

static void
add_button (GtkWidget *row, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  jp_wrap_box_append (JP_WRAP_BOX (row), button);
}

static GtkWidget *
new_buttons (void)
{
  GtkWidget *row = jp_wrap_box_new (6);

  add_button (row, _("_Take Back…"), "use.reverse");
  add_button (row, _("_Lock a Quarter…"), "use.lock");
  add_button (row, _("_Copy Table"), "use.copy");

  return row;
}

static GtkWidget *
new_side (JpUseView *self)
{
  GtkWidget *side = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *title = gtk_label_new (_("Plan and Use"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  self->bars = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->bars);
  gtk_widget_add_css_class (box, "use-bars");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (side), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (side), box);
  /* The keyboard comes here to scroll. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (side), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Plan and Use"), -1);
  gtk_widget_set_size_request (side, SIDE_WIDTH, -1);
  gtk_widget_set_hexpand (side, FALSE);
  gtk_widget_add_css_class (side, "card");

  return side;
}

static void
jp_use_view_init (JpUseView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10), *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->entry_row = g_object_new (JP_TYPE_USE_ENTRY_ROW, NULL);
  self->table = g_object_new (JP_TYPE_USE_TABLE, NULL);
  g_signal_connect_swapped (self->table, "selected", G_CALLBACK (on_selected), self);
  gtk_box_append (GTK_BOX (body), self->table);
  gtk_box_append (GTK_BOX (body), new_side (self));
  gtk_widget_set_vexpand (body, TRUE);
  self->identity = jp_wrap_box_new (10);
  gtk_box_append (GTK_BOX (box), self->identity);
  gtk_box_append (GTK_BOX (box), self->entry_row);
  gtk_box_append (GTK_BOX (box), body);
  gtk_box_append (GTK_BOX (box), new_buttons ());
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "use.reverse", FALSE);
}

/**
 * jp_use_view_show:
 * @self: a view
 * @session: the data file
 * @snapshot: what it held
 * @cluster: id of a cluster
 */
void
jp_use_view_show (JpUseView *self, JpSession *session, JpSnapshot *snapshot, const char *cluster)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  g_set_object (&self->session, session);
  if (self->reading == NULL && self->book != NULL && jp_use_book_is_of (self->book, snapshot, cluster))
    return;

  reading = g_new0 (Reading, 1);
  reading->snapshot = jp_snapshot_ref (snapshot);
  reading->cluster = g_strdup (cluster);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, on_read, NULL);
  g_task_set_source_tag (task, jp_use_view_show);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_book);
}

void
jp_use_view_enter (JpUseView *self)
{
  gtk_widget_grab_focus (jp_use_entry_row_nth (JP_USE_ENTRY_ROW (self->entry_row), 0));
}
