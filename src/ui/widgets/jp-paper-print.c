/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-print.h"

#include "jp-paper-progress.h"
#include "jp-paper-record.h"
#include "jp-print-page.h"

#include <glib/gi18n-lib.h>

/* An order on its way to the printer. */
typedef struct
{
  JpPaperOrder    *order;
  JpSession       *session;
  GtkWidget       *from;
  char            *title;
  JpPaperProgress *progress; /* while pages are laid out */
  GPtrArray       *pages;    /* of JpPrintPage, with fonts that no other thread uses any more */
  GPtrArray       *printed;  /* of JpPrinted */
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  jp_paper_order_free (print->order);
  g_object_unref (print->session);
  g_object_unref (print->from);
  g_free (print->title);
  g_ptr_array_unref (print->pages);
  g_ptr_array_unref (print->printed);
  g_free (print);
}

static char *
settings_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "jiping", "printer.ini", NULL);
}

static GtkPageSetup *
page_setup (const JpPrintPage *page)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, a4);
  gtk_page_setup_set_orientation (setup, page != NULL && page->width > page->height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                                    : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}

/* The printer of the last time; its paper is not asked. */
static GtkPrintSettings *
load_settings (void)
{
  g_autofree char *path = settings_path ();
  GtkPrintSettings *settings = gtk_print_settings_new_from_file (path, NULL);
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  if (settings == NULL)
    settings = gtk_print_settings_new ();
  gtk_print_settings_set_paper_size (settings, a4);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_ORIENTATION);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAGE_RANGES);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PRINT_PAGES);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  return settings;
}

static void
save_settings (GtkPrintOperation *operation)
{
  g_autofree char *path = settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  /* Without them the dialog only begins with another printer. */
  if (g_mkdir_with_parents (folder, 0700) == 0 &&
      !gtk_print_settings_to_file (gtk_print_operation_get_print_settings (operation), path, &error))
    g_debug ("%s: %s", path, error->message);
}

static void
on_page_setup (GPtrArray *pages, GtkPrintContext *context, int page, GtkPageSetup *setup)
{
  g_autoptr (GtkPageSetup) own = page_setup (g_ptr_array_index (pages, page));

  gtk_page_setup_set_paper_size (setup, gtk_page_setup_get_paper_size (own));
  gtk_page_setup_set_orientation (setup, gtk_page_setup_get_orientation (own));
}

static void
on_draw_page (GPtrArray *pages, GtkPrintContext *context, int page)
{
  jp_print_page_draw (g_ptr_array_index (pages, page), gtk_print_context_get_cairo_context (context));
}

static void
release_pages (gpointer data, GClosure *closure)
{
  g_ptr_array_unref (data);
}

GtkPrintOperation *
jp_paper_print_operation (GPtrArray *pages, const char *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup (pages->len > 0 ? g_ptr_array_index (pages, 0) : NULL);
  g_autoptr (GtkPrintSettings) settings = load_settings ();

  gtk_print_operation_set_n_pages (operation, (int) pages->len);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "request-page-setup", G_CALLBACK (on_page_setup), g_ptr_array_ref (pages),
                         release_pages, G_CONNECT_SWAPPED);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), g_ptr_array_ref (pages), release_pages,
                         G_CONNECT_SWAPPED);
  return operation;
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (!jp_session_do_finish (JP_SESSION (source), result, &error))
    jp_paper_say (from, _("The Print Was Not Recorded"), error->message);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Print *print)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      jp_paper_say (print->from, _("The Papers Could Not Be Printed"), error->message);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      save_settings (operation);
      jp_paper_record (print->session, print->printed, on_kept, g_object_ref (print->from));
    }
}

static void
release_print (gpointer data, GClosure *closure)
{
  print_free (data);
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  Print *print = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkRoot *root;

  g_clear_pointer (&print->progress, jp_paper_progress_end);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        jp_paper_say (print->from, _("The Papers Could Not Be Printed"), error->message);
      print_free (print);
      return;
    }

  root = gtk_widget_get_root (print->from);
  operation = jp_paper_print_operation (print->pages, print->title);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done), print, release_print, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

static JpReportSource *
begin (Print *print)
{
  return jp_paper_order_begin (print->order, print->printed, print->order->cluster == NULL ? print->progress : NULL);
}

static void
lay_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Print *print = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JpFonts) fonts = jp_fonts_new (NULL, &error);
  g_autoptr (JpReportSource) papers = fonts != NULL ? begin (print) : NULL;
  JpPaper *paper;

  if (fonts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  while (!g_cancellable_is_cancelled (cancellable) && (paper = jp_report_source_next (papers)) != NULL)
    {
      if (print->title == NULL)
        print->title = g_strdup (jp_paper_get_title (paper));
      g_ptr_array_extend_and_steal (print->pages, jp_paper_paginate (paper, fonts));
      jp_paper_free (paper);
    }
  /* Cancelled, it is an error all the same. */
  g_task_return_boolean (task, TRUE);
}

void
jp_paper_print (const JpPaperOrder *order, JpSession *session, GtkWidget *from)
{
  Print *print = g_new0 (Print, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, on_ready, print);

  print->order = jp_paper_order_copy (order);
  print->session = g_object_ref (session);
  print->from = g_object_ref (from);
  print->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_print_page_free);
  print->printed = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_printed_free);
  print->progress = jp_paper_progress_new (from, cancellable);
  g_task_set_source_tag (task, jp_paper_print);
  g_task_set_task_data (task, print, NULL);
  g_task_run_in_thread (task, lay_out);
}
