/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with the clusters of the ledger: opening, making, deleting, copying, pasting. */

#include "jp-clusters-page-private.h"

#include "jp-cluster-work.h"
#include "jp-import-dialog.h"
#include "jp-new-cluster.h"
#include "jp-table-copy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMED_CLUSTERS 8 /* of those to be deleted; more are counted */

static gboolean
has_chosen (JpClustersPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return !gtk_bitset_is_empty (chosen);
}

/* The only row chosen; NULL: none, or several. */
static JpClusterRow *
only_chosen (JpClustersPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (JpClusterRow) row = NULL;

  if (gtk_bitset_get_size (chosen) != 1)
    return NULL;

  row = g_list_model_get_item (G_LIST_MODEL (self->list), gtk_bitset_get_minimum (chosen));
  return row; /* the list holds it */
}

static void
open_dossier (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpClusterRow *row = only_chosen (JP_CLUSTERS_PAGE (widget));

  if (row != NULL)
    gtk_widget_activate_action (widget, "win.open-cluster", "s", jp_cluster_row_get_facts (row)->dossier->id);
}

static void
make_new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpSession *session = jp_page_get_session (JP_PAGE (widget));

  if (session != NULL)
    jp_new_cluster_ask (widget, session);
}

static gboolean
delete_clusters (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return jp_casework_delete_clusters (desk, data, error);
}

static void
free_ids (gpointer ids)
{
  g_strfreev (ids);
}

static void
on_delete_response (JpClustersPage *self, const char *response, GtkWidget *dialog)
{
  char **ids = g_object_get_data (G_OBJECT (dialog), "ids");
  JpSession *session = jp_page_get_session (JP_PAGE (self));

  if (g_str_equal (response, "delete") && session != NULL)
    jp_session_do (session, delete_clusters, g_strdupv (ids), free_ids);
}

static char *
deletion_heading (GPtrArray *rows)
{
  if (rows->len == 1)
    return g_strdup_printf (_("Delete the Dossier of %s?"),
                            jp_cluster_row_get_facts (g_ptr_array_index (rows, 0))->name);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete the Dossier of %u Cluster?",
                                       "Delete the Dossiers of %u Clusters?", rows->len), rows->len);
}

/* Who is deleted is named, and what comes of it. */
static char *
deletion_body (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; rows->len > 1 && i < MIN (rows->len, NAMED_CLUSTERS); i++)
    g_string_append_printf (text, "%s\n", jp_cluster_row_get_facts (g_ptr_array_index (rows, i))->name);
  if (rows->len > NAMED_CLUSTERS)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", rows->len - NAMED_CLUSTERS),
                            rows->len - NAMED_CLUSTERS);
  if (rows->len > 1)
    g_string_append_c (text, '\n');
  g_string_append (text, _("The figures and everything else on record go too. Undo brings all of it back. "
                           "A cluster with official acts on record cannot be deleted."));

  return g_string_free (text, FALSE);
}

/* Says what it will do; what has official acts on record is refused by casework, with the reason. */
static void
delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpClustersPage *self = JP_CLUSTERS_PAGE (widget);
  g_autoptr (GPtrArray) rows = has_chosen (self) ? jp_clusters_page_rows (self, TRUE) : g_ptr_array_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (rows->len == 0)
    return;

  for (guint i = 0; i < rows->len; i++)
    g_strv_builder_add (ids, jp_cluster_row_get_facts (g_ptr_array_index (rows, i))->dossier->id);
  heading = deletion_heading (rows);
  body = deletion_body (rows);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "ids", g_strv_builder_end (ids), free_ids);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_delete_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The rows chosen, in the columns on the screen. */
static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpClustersPage *self = JP_CLUSTERS_PAGE (widget);
  g_autoptr (GPtrArray) rows = jp_clusters_page_rows (self, TRUE);
  g_autoptr (JpTableCopy) table = jp_table_copy_new ();
  guint columns[JP_CLUSTER_N_COLUMNS];
  guint n = jp_column_view_visible (self->view, columns);
  g_autofree char *said
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row copied", "%u rows copied", rows->len), rows->len);

  for (guint c = 0; c < n; c++)
    jp_table_copy_cell (table, jp_cluster_column_info ((JpClusterColumn) columns[c])->header);
  jp_table_copy_end_row (table);
  for (guint i = 0; i < rows->len; i++)
    {
      for (guint c = 0; c < n; c++)
        {
          const JpClusterFacts *facts = jp_cluster_row_get_facts (g_ptr_array_index (rows, i));
          g_autofree char *value = jp_cluster_column_value ((JpClusterColumn) columns[c], facts);

          jp_table_copy_cell (table, value);
        }
      jp_table_copy_end_row (table);
    }
  jp_table_copy_put (table, widget);
  jp_page_toast (JP_PAGE (self), said);
}

static void
on_pasted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpClustersPage) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;
  JpImportDialog *dialog;
  JpSession *session = jp_page_get_session (JP_PAGE (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (session == NULL || root == NULL)
    return;
  if (text == NULL || strchr (text, '\n') == NULL)
    {
      jp_clusters_page_say (self, _("No Rows to Paste"),
                            _("Copy rows in a spreadsheet first, together with their header row: 集群名称 and what "
                              "else is to come in."));
      return;
    }

  /* A spreadsheet's clipboard is CSV with tabs, which the reader finds out by itself. */
  bytes = g_bytes_new (text, strlen (text));
  dialog = jp_import_dialog_new (GTK_WINDOW (root), session);
  jp_import_dialog_read_bytes (dialog, bytes, "粘贴的表格.csv");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_pasted, g_object_ref (widget));
}

static void
pop_up (JpClustersPage *self, const GdkRectangle *at)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->row_menu);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self->view));
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* The row under the pointer is chosen first, unless it is one of those chosen. */
static void
on_secondary_click (JpClustersPage *self, int n_press, double x, double y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  guint position;

  if (under == NULL || !jp_column_view_find (under, &position))
    return;

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  pop_up (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/* By the Menu key: at the row that has the focus. */
static void
menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpClustersPage *self = JP_CLUSTERS_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;
  guint position;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view))
      || !jp_column_view_find (focus, &position)
      || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self->view), &bounds))
    return;

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  pop_up (self, &(GdkRectangle) { (int) bounds.origin.x + 24, (int) (bounds.origin.y + bounds.size.height / 2), 1, 1 });
}

void
jp_clusters_acts_update (JpClustersPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ledger.open-dossier", only_chosen (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ledger.delete", has_chosen (self));
}

void
jp_clusters_acts_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_click);
  gtk_widget_class_install_action (widget_class, "ledger.open-dossier", NULL, open_dossier);
  gtk_widget_class_install_action (widget_class, "ledger.new", NULL, make_new);
  gtk_widget_class_install_action (widget_class, "ledger.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "ledger.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "ledger.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "ledger.menu", NULL, menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "ledger.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "ledger.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "ledger.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "ledger.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "ledger.menu", NULL);
}
