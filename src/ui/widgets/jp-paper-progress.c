/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-progress.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define PATIENCE_MS 400
#define LOOK_MS     100

struct _JpPaperProgress
{
  GtkWidget    *from;
  GCancellable *cancellable;
  GtkWindow    *dialog; /* NULL: not shown yet */
  GtkProgressBar *bar;
  guint         source;
  guint         waited; /* ms */
  int           done, all;
};

static void
on_response (JpPaperProgress *self)
{
  self->dialog = NULL;
  g_cancellable_cancel (self->cancellable);
}

static void
show (JpPaperProgress *self)
{
  GtkRoot *root = gtk_widget_get_root (self->from);

  self->dialog
    = GTK_WINDOW (adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Making Papers"), NULL));
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->bar), 260, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->dialog), GTK_WIDGET (self->bar));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self->dialog), "cancel", _("_Cancel"));
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (on_response), self);
  gtk_window_present (self->dialog);
}

static gboolean
look (gpointer data)
{
  JpPaperProgress *self = data;
  int done = g_atomic_int_get (&self->done), all = g_atomic_int_get (&self->all);

  self->waited += LOOK_MS;
  if (self->dialog == NULL && self->waited >= PATIENCE_MS && !g_cancellable_is_cancelled (self->cancellable))
    show (self);
  if (self->dialog == NULL)
    return G_SOURCE_CONTINUE;

  if (all == 0)
    {
      gtk_progress_bar_set_text (self->bar, _("Laying out the pages…"));
      gtk_progress_bar_pulse (self->bar);
    }
  else
    {
      g_autofree char *text = g_strdup_printf (_("%d of %d clusters"), done, all);

      gtk_progress_bar_set_text (self->bar, text);
      gtk_progress_bar_set_fraction (self->bar, (double) done / all);
    }

  return G_SOURCE_CONTINUE;
}

JpPaperProgress *
jp_paper_progress_new (GtkWidget *from, GCancellable *cancellable)
{
  JpPaperProgress *self = g_new0 (JpPaperProgress, 1);

  self->from = g_object_ref (from);
  self->cancellable = g_object_ref (cancellable);
  self->source = g_timeout_add (LOOK_MS, look, self);
  return self;
}

void
jp_paper_progress_tell (JpPaperProgress *self, guint done, guint all)
{
  g_atomic_int_set (&self->done, (int) done);
  g_atomic_int_set (&self->all, (int) all);
}

void
jp_paper_progress_end (JpPaperProgress *self)
{
  g_source_remove (self->source);
  if (self->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->dialog, self);
      gtk_window_destroy (self->dialog);
    }
  g_object_unref (self->from);
  g_object_unref (self->cancellable);
  g_free (self);
}
