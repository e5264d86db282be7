/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-copy.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A row each; places taken by a cell that spans several are blank. */
static void
copy_rows (const JpTable *table, JpTableCopy *copy)
{
  guint n_columns = jp_table_n_columns (table), next = 0;

  for (guint row = 0; row < jp_table_n_rows (table); row++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          guint at_row = G_MAXUINT, at_column = G_MAXUINT;
          const JpTableCell *cell
            = next < jp_table_n_cells (table) ? jp_table_nth_cell (table, next, &at_row, &at_column) : NULL;
          gboolean here = cell != NULL && at_row == row && at_column == column;

          jp_table_copy_cell (copy, here ? cell->text : NULL);
          if (here)
            next++;
        }
      jp_table_copy_end_row (copy);
    }
}

static void
copy_paper (const JpPaper *paper, JpTableCopy *copy, gboolean *any)
{
  for (guint i = 0; i < jp_paper_n_blocks (paper); i++)
    {
      const JpTable *table = jp_table_of_block (jp_paper_nth_block (paper, i));

      if (table == NULL)
        continue;
      if (*any)
        jp_table_copy_end_row (copy);
      *any = TRUE;
      copy_rows (table, copy);
    }
}

JpTableCopy *
jp_paper_copy_new (const JpPaperOrder *order, GCancellable *cancellable)
{
  JpTableCopy *copy = jp_table_copy_new ();
  g_autoptr (JpReportSource) source = jp_paper_order_begin (order, NULL, NULL);
  JpPaper *paper;
  gboolean any = FALSE;

  while (!g_cancellable_is_cancelled (cancellable) && (paper = jp_report_source_next (source)) != NULL)
    {
      copy_paper (paper, copy, &any);
      jp_paper_free (paper);
    }

  return copy;
}

/* A report on its way to the clipboard. */
typedef struct
{
  JpPaperOrder    *order;
  GtkWidget       *from;
  JpPaperProgress *progress;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  g_clear_pointer (&copying->progress, jp_paper_progress_end);
  jp_paper_order_free (copying->order);
  g_object_unref (copying->from);
  g_free (copying);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copying *copying = data;

  g_task_return_pointer (task, jp_paper_copy_new (copying->order, cancellable), (GDestroyNotify) jp_table_copy_free);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  Copying *copying = g_task_get_task_data (G_TASK (result));
  g_autoptr (JpTableCopy) copy = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_pointer (&copying->progress, jp_paper_progress_end);
  if (copy == NULL || gtk_widget_get_root (copying->from) == NULL)
    return;

  jp_table_copy_put (copy, copying->from);
  gtk_widget_activate_action (copying->from, "win.toast", "s", _("The table is on the clipboard."));
}

void
jp_paper_copy_tables (const JpPaperOrder *order, GtkWidget *from)
{
  Copying *copying = g_new0 (Copying, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, on_made, NULL);

  copying->order = jp_paper_order_copy (order);
  copying->from = g_object_ref (from);
  copying->progress = jp_paper_progress_new (from, cancellable);
  g_task_set_source_tag (task, jp_paper_copy_tables);
  g_task_set_task_data (task, copying, copying_free);
  g_task_run_in_thread (task, run);
}
