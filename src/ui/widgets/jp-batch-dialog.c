/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-batch-dialog.h"

#include <glib/gi18n-lib.h>

#define WIDTH    440
#define INTERVAL 60 /* ms between two looks at how far the work is */

struct _JpBatchDialog
{
  AdwWindow parent_instance;

  /* Borrowed: children, and what is done. */
  GtkWidget *text;
  GtkWidget *progress;
  GtkWidget *accept_button;
  GtkWidget *cancel_button;

  /* Owned. */
  JpSession     *session;
  GCancellable  *cancellable;
  JpBatch       *batch;
  GDestroyNotify destroy;
  JpSessionWork  work;
  guint          n;
  guint          looking; /* source */
  gboolean       running;
};

G_DEFINE_FINAL_TYPE (JpBatchDialog, jp_batch_dialog, ADW_TYPE_WINDOW)

static gboolean
on_look (gpointer data)
{
  JpBatchDialog *self = data;
  guint done = (guint) g_atomic_int_get (&self->batch->done);
  g_autofree char *text = g_strdup_printf (_("%u of %u"), MIN (done, self->n), self->n);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), (double) MIN (done, self->n) / MAX (self->n, 1));
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress), text);

  return G_SOURCE_CONTINUE;
}

static void
say (JpBatchDialog *self, const char *text)
{
  gtk_label_set_label (GTK_LABEL (self->text), text);
}

static void
tell_end (JpBatchDialog *self, const GError *error)
{
  g_autofree char *text = NULL;
  guint done = (guint) g_atomic_int_get (&self->batch->done);

  if (error == NULL)
    {
      say (self, self->batch->said != NULL ? self->batch->said : _("Done."));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    text = g_strdup_printf (_("Stopped: %u of %u are done and stay done; the others are as they were."), done, self->n);
  else
    text = g_strdup_printf (_("Stopped after %u of %u: %s"), done, self->n, error->message);
  say (self, text);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpBatchDialog) self = data;
  g_autoptr (GError) error = NULL;

  jp_session_do_finish (JP_SESSION (source), result, &error);
  self->running = FALSE;
  g_clear_handle_id (&self->looking, g_source_remove);
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;

  on_look (self);
  tell_end (self, error);
  gtk_widget_set_visible (self->accept_button, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), _("_Close"));
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  gtk_widget_grab_focus (self->cancel_button);
}

void
jp_batch_dialog_run (JpBatchDialog *self)
{
  if (self->running || !gtk_widget_get_sensitive (self->accept_button))
    return;

  self->running = TRUE;
  gtk_widget_set_sensitive (self->accept_button, FALSE);
  gtk_widget_set_visible (self->progress, TRUE);
  gtk_widget_grab_focus (self->cancel_button);
  self->looking = g_timeout_add (INTERVAL, on_look, self);
  on_look (self);
  jp_session_do_async (self->session, self->work, self->batch, NULL, self->cancellable, on_done, g_object_ref (self));
}

static void
on_cancel (JpBatchDialog *self)
{
  if (!self->running)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
}

static gboolean
jp_batch_dialog_close_request (GtkWindow *window)
{
  JpBatchDialog *self = JP_BATCH_DIALOG (window);

  if (self->running)
    {
      on_cancel (self);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (jp_batch_dialog_parent_class)->close_request (window);
}

static void
jp_batch_dialog_dispose (GObject *object)
{
  JpBatchDialog *self = JP_BATCH_DIALOG (object);

  g_clear_handle_id (&self->looking, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jp_batch_dialog_parent_class)->dispose (object);
}

static void
jp_batch_dialog_finalize (GObject *object)
{
  JpBatchDialog *self = JP_BATCH_DIALOG (object);

  g_object_unref (self->cancellable);
  if (self->destroy != NULL)
    self->destroy (self->batch);

  G_OBJECT_CLASS (jp_batch_dialog_parent_class)->finalize (object);
}

static void
jp_batch_dialog_class_init (JpBatchDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_batch_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_batch_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = jp_batch_dialog_close_request;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jp_batch_dialog_init (JpBatchDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *header = adw_header_bar_new ();

  self->cancellable = g_cancellable_new ();
  self->accept_button = gtk_button_new ();
  self->cancel_button = gtk_button_new_with_mnemonic (_("_Cancel"));
  gtk_button_set_use_underline (GTK_BUTTON (self->accept_button), TRUE);
  gtk_widget_add_css_class (self->accept_button, "suggested-action");
  g_signal_connect_swapped (self->accept_button, "clicked", G_CALLBACK (jp_batch_dialog_run), self);
  g_signal_connect_swapped (self->cancel_button, "clicked", G_CALLBACK (on_cancel), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept_button);

  self->text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  self->progress = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->progress), TRUE);
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_widget_set_margin_top (body, 18);
  gtk_widget_set_margin_bottom (body, 24);
  gtk_widget_set_margin_start (body, 24);
  gtk_widget_set_margin_end (body, 24);
  gtk_box_append (GTK_BOX (body), self->text);
  gtk_box_append (GTK_BOX (body), self->progress);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), body);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
}

/**
 * jp_batch_dialog_new:
 * @over: any widget of the window the dialog belongs to
 * @session: whose worker does the work
 * @title: what will be done
 * @intro: the same in full sentences
 * @accept: the button that begins, with a mnemonic
 *
 * Returns: (transfer none): a dialog, owned by itself until it is closed
 */
JpBatchDialog *
jp_batch_dialog_new (GtkWidget *over, JpSession *session, const char *title, const char *intro, const char *accept)
{
  GtkRoot *root = gtk_widget_get_root (over);
  JpBatchDialog *self = g_object_new (JP_TYPE_BATCH_DIALOG, "title", title, "transient-for",
                                      GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->session = g_object_ref (session);
  say (self, intro);
  gtk_button_set_label (GTK_BUTTON (self->accept_button), accept);

  return self;
}

void
jp_batch_dialog_open (JpBatchDialog *self, guint n, JpSessionWork work, JpBatch *batch, GDestroyNotify destroy)
{
  self->n = n;
  self->work = work;
  self->batch = batch;
  self->destroy = destroy;
  gtk_widget_set_sensitive (self->accept_button, n > 0);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (n > 0 ? self->accept_button : self->cancel_button);
}
