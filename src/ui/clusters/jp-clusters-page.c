/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-clusters-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Up to here the table is derived at once; deriving more would be felt. */
#define FEW_CLUSTERS 200

G_DEFINE_FINAL_TYPE (JpClustersPage, jp_clusters_page, JP_TYPE_PAGE)

static void
show_state (JpClustersPage *self)
{
  const JpClusterCounts *counts = jp_cluster_list_get_counts (self->list);
  const char *state = counts->shown > 0 ? "table" : counts->all > 0 ? "no-hit" : "empty";

  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (GTK_WIDGET (self->chips_place), counts->all > 0);
}

static void
show_hits (JpClustersPage *self)
{
  const JpClusterCounts *counts = jp_cluster_list_get_counts (self->list);
  g_autofree char *text = NULL;

  if (jp_cluster_filter_is_empty (jp_cluster_list_get_filter (self->list)))
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "<b>%u</b> cluster", "<b>%u</b> clusters", counts->all),
                            counts->all);
  else
    /* Translators: clusters found, of all */
    text = g_strdup_printf (_("Found <b>%u</b> of %u"), counts->shown, counts->all);
  gtk_label_set_markup (self->hits, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ledger.clear",
                                 !jp_cluster_filter_is_empty (jp_cluster_list_get_filter (self->list)));
}

static void
show_chosen (JpClustersPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint) gtk_bitset_get_size (chosen);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u chosen", "%u chosen", n), n);

  gtk_label_set_label (self->chosen, text);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), n > 1);
  jp_clusters_acts_update (self);
}

static void
show_all (JpClustersPage *self)
{
  JpSession *session = jp_page_get_session (JP_PAGE (self));

  if (session != NULL)
    jp_cluster_chips_update (self->chips, jp_session_get_context (session)->packs,
                             jp_cluster_list_get_filter (self->list), jp_cluster_list_get_counts (self->list));
  show_hits (self);
  show_state (self);
  show_chosen (self);
}

static void
set_filter (JpClustersPage *self, const JpClusterFilter *filter)
{
  jp_cluster_list_set_filter (self->list, filter);
  if (jp_cluster_list_get_table (self->list) == NULL)
    return;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_all (self);
}

/* Only committed text comes here: what an input method still composes is not in the entry's text. */
static void
on_search_changed (JpClustersPage *self)
{
  g_autoptr (JpClusterFilter) filter = jp_cluster_filter_copy (jp_cluster_list_get_filter (self->list));

  if (self->updating)
    return;

  g_free (filter->search);
  filter->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  set_filter (self, filter);
}

static void
open_row (JpClustersPage *self, guint position)
{
  g_autoptr (JpClusterRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-cluster", "s",
                                jp_cluster_row_get_facts (row)->dossier->id);
}

/* Enter in the search: the only hit opens, several are gone to. */
static void
on_search_activate (JpClustersPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 1)
    open_row (self, 0);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->scroller), GTK_DIR_TAB_FORWARD);
}

static void
on_stop_search (JpClustersPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
on_chips_changed (JpClustersPage *self)
{
  g_autoptr (JpClusterFilter) filter = jp_cluster_filter_copy (jp_cluster_list_get_filter (self->list));

  jp_cluster_chips_apply (self->chips, filter);
  set_filter (self, filter);
}

static void
show_filter (JpClustersPage *self, const JpClusterFilter *filter)
{
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), filter->search);
  self->updating = FALSE;
  set_filter (self, filter);
}

static void
clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (JpClusterFilter) none = jp_cluster_filter_new ();

  show_filter (JP_CLUSTERS_PAGE (widget), none);
  gtk_widget_grab_focus (GTK_WIDGET (JP_CLUSTERS_PAGE (widget)->search_entry));
}

static void
on_activate (JpClustersPage *self, guint position)
{
  open_row (self, position);
}

static gboolean
scroll (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JpClustersPage *self = JP_CLUSTERS_PAGE (widget);

  if (self->scroll >= 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->scroll);
  self->scroll = -1;

  return G_SOURCE_REMOVE;
}

static void
take_table (JpClustersPage *self, JpClusterTable *table)
{
  jp_cluster_list_set_table (self->list, table);
  show_all (self);
  if (self->scroll >= 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll, NULL, NULL);
}

typedef struct
{
  JpSnapshot     *snapshot;
  JpClusterTable *before;
} Deriving;

static void
deriving_free (gpointer data)
{
  Deriving *deriving = data;

  jp_snapshot_unref (deriving->snapshot);
  jp_cluster_table_unref (deriving->before);
  g_free (deriving);
}

static void
derive (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Deriving *deriving = data;

  g_task_return_pointer (task, jp_cluster_table_new (deriving->snapshot, deriving->before),
                         (GDestroyNotify) jp_cluster_table_unref);
}

static void
on_derived (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpClusterTable) table = g_task_propagate_pointer (G_TASK (result), &error);
  JpClustersPage *self = JP_CLUSTERS_PAGE (source);

  if (table == NULL) /* a later one is on its way, or the page is gone */
    return;

  g_clear_object (&self->deriving);
  take_table (self, table);
}

static void
derive_elsewhere (JpClustersPage *self, JpSnapshot *snapshot)
{
  Deriving *deriving = g_new0 (Deriving, 1);
  JpClusterTable *before = jp_cluster_list_get_table (self->list);
  g_autoptr (GTask) task = NULL;

  self->deriving = g_cancellable_new ();
  deriving->snapshot = jp_snapshot_ref (snapshot);
  deriving->before = before != NULL ? jp_cluster_table_ref (before) : NULL;
  task = g_task_new (self, self->deriving, on_derived, NULL);
  g_task_set_source_tag (task, derive_elsewhere);
  g_task_set_task_data (task, deriving, deriving_free);
  g_task_run_in_thread (task, derive);
}

static void
jp_clusters_page_refresh (JpPage *page)
{
  JpClustersPage *self = JP_CLUSTERS_PAGE (page);
  JpSnapshot *snapshot = jp_session_get_snapshot (jp_page_get_session (page));

  g_cancellable_cancel (self->deriving);
  g_clear_object (&self->deriving);
  if (jp_snapshot_get_dossiers (snapshot)->len > FEW_CLUSTERS)
    derive_elsewhere (self, snapshot);
  else
    {
      g_autoptr (JpClusterTable) table = jp_cluster_table_new (snapshot, jp_cluster_list_get_table (self->list));

      take_table (self, table);
    }
}

/* FILTER:VALUE, as others write the places of this page. */
static void
open_filter (JpClustersPage *self, const char *kind, const char *value)
{
  static const char *const warnings[JP_N_WARNINGS] = { "expiring", "vetoed", "overdue", "missing" };
  g_autoptr (JpClusterFilter) filter = jp_cluster_filter_new ();

  if (g_str_equal (kind, "search"))
    {
      g_free (filter->search);
      filter->search = g_strdup (value);
    }
  else if (g_str_equal (kind, "district"))
    jp_cluster_filter_toggle_district (filter, value, TRUE);
  for (guint i = 0; g_str_equal (kind, "stage") && i < JP_N_STAGES; i++)
    if (g_str_equal (value, jp_stage_id ((JpStage) i)))
      filter->stages |= 1u << i;
  for (guint i = 0; g_str_equal (kind, "warning") && i < JP_N_WARNINGS; i++)
    if (g_str_equal (value, warnings[i]))
      filter->warnings |= 1u << i;

  show_filter (self, filter);
}

static void
jp_clusters_page_open (JpPage *page, const char *target)
{
  static const char *const acts[] = { "new", "import", "export", "template" };
  const char *colon = target != NULL ? strchr (target, ':') : NULL;

  if (colon != NULL)
    {
      g_autofree char *kind = g_strndup (target, (gsize) (colon - target));

      open_filter (JP_CLUSTERS_PAGE (page), kind, colon + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_strcmp0 (target, acts[i]) == 0)
      {
        g_autofree char *action = g_strconcat ("ledger.", acts[i], NULL);

        gtk_widget_activate_action (GTK_WIDGET (page), action, NULL);
      }
}

static void
jp_clusters_page_make_new (JpPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "ledger.new", NULL);
}

static gboolean
jp_clusters_page_focus_search (JpPage *page)
{
  JpClustersPage *self = JP_CLUSTERS_PAGE (page);

  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static GVariant *
jp_clusters_page_get_state (JpPage *page)
{
  JpClustersPage *self = JP_CLUSTERS_PAGE (page);
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert_value (&state, "filter",
                               jp_cluster_filter_to_variant (jp_cluster_list_get_filter (self->list)));
  g_variant_dict_insert (&state, "scroll", "d",
                         gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)));
  jp_column_view_save (self->view, &state);

  return g_variant_dict_end (&state);
}

static void
jp_clusters_page_set_state (JpPage *page, GVariant *variant)
{
  JpClustersPage *self = JP_CLUSTERS_PAGE (page);
  g_auto (GVariantDict) state = { 0 };
  g_autoptr (GVariant) kept = NULL;
  g_autoptr (JpClusterFilter) filter = NULL;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return;

  g_variant_dict_init (&state, variant);
  kept = g_variant_dict_lookup_value (&state, "filter", NULL);
  filter = kept != NULL ? jp_cluster_filter_from_variant (kept) : jp_cluster_filter_new ();
  show_filter (self, filter);
  jp_column_view_restore (self->view, &state);
  if (g_variant_dict_lookup (&state, "scroll", "d", &self->scroll) && jp_cluster_list_get_table (self->list) != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll, NULL, NULL);
}

GPtrArray *
jp_clusters_page_rows (JpClustersPage *self, gboolean chosen)
{
  return jp_row_list_get_chosen (JP_ROW_LIST (self->list), chosen ? self->selection : NULL);
}

static void
jp_clusters_page_dispose (GObject *object)
{
  JpClustersPage *self = JP_CLUSTERS_PAGE (object);

  g_cancellable_cancel (self->deriving);
  g_clear_object (&self->deriving);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->list != NULL)
    jp_row_list_set_sorter (JP_ROW_LIST (self->list), NULL);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      gtk_column_view_set_model (self->view, NULL);
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (jp_clusters_page_parent_class)->dispose (object);
}

static void
jp_clusters_page_class_init (JpClustersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JpPageClass *page_class = JP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_clusters_page_dispose;
  page_class->refresh = jp_clusters_page_refresh;
  page_class->open = jp_clusters_page_open;
  page_class->make_new = jp_clusters_page_make_new;
  page_class->focus_search = jp_clusters_page_focus_search;
  page_class->get_state = jp_clusters_page_get_state;
  page_class->set_state = jp_clusters_page_set_state;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-clusters-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JpClustersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, JpClustersPage, hits);
  gtk_widget_class_bind_template_child (widget_class, JpClustersPage, chosen);
  gtk_widget_class_bind_template_child (widget_class, JpClustersPage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, JpClustersPage, chips_place);
  gtk_widget_class_bind_template_child (widget_class, JpClustersPage, states);
  gtk_widget_class_bind_template_child (widget_class, JpClustersPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, JpClustersPage, view);
  gtk_widget_class_bind_template_child (widget_class, JpClustersPage, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_install_action (widget_class, "ledger.clear", NULL, clear);
  jp_clusters_acts_install (widget_class);
  jp_clusters_files_install (widget_class);
}

static void
jp_clusters_page_init (JpClustersPage *self)
{
  g_autoptr (GSimpleActionGroup) columns = NULL;
  g_autoptr (GMenuModel) columns_menu = jp_cluster_view_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  jp_page_set_can_make (JP_PAGE (self), TRUE);
  self->scroll = -1;

  self->chips = JP_CLUSTER_CHIPS (jp_cluster_chips_new ());
  g_signal_connect_swapped (self->chips, "changed", G_CALLBACK (on_chips_changed), self);
  adw_bin_set_child (self->chips_place, GTK_WIDGET (self->chips));

  jp_cluster_view_setup (self->view);
  columns = jp_cluster_view_actions (self->view);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (columns));
  gtk_menu_button_set_menu_model (self->columns_button, columns_menu);

  self->list = jp_cluster_list_new ();
  jp_row_list_set_sorter (JP_ROW_LIST (self->list), gtk_column_view_get_sorter (self->view));
  self->selection = jp_row_list_select (JP_ROW_LIST (self->list));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (show_chosen), self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  jp_clusters_acts_update (self);
}

GtkWidget *
jp_clusters_page_new (void)
{
  return g_object_new (JP_TYPE_CLUSTERS_PAGE, NULL);
}
