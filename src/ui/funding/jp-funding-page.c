/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-funding-page-private.h"

#include "jp-case-batch.h"
#include "jp-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (JpFundingPage, jp_funding_page, JP_TYPE_PAGE)

static void
show_title (JpFundingPage *self, int fiscal_year)
{
  g_autofree char *title = g_strdup_printf (_("Funding Schedule · Fiscal %d"), fiscal_year);

  jp_page_set_title (JP_PAGE (self), title);
}

static void
choose (JpFundingPage *self, const char *id, guint ordinal)
{
  char *copy = g_strdup (id);

  g_free (self->chosen);
  self->chosen = copy;
  self->chosen_ordinal = ordinal;
}

/* The case that was chosen, beside the schedule; nothing where there is no such case (any more). */
static void
show_case (JpFundingPage *self)
{
  const JpFundingRow *row = jp_funding_data_find (self->data, self->chosen);
  const JpFundCase *fund_case = row != NULL ? jp_funding_row_case (row, self->chosen_ordinal) : NULL;

  if (fund_case != NULL)
    jp_case_panel_show (self->panel, jp_page_get_session (JP_PAGE (self)), self->data, row, self->chosen_ordinal);
  jp_funding_matrix_choose (self->matrix, fund_case != NULL ? self->chosen : NULL, self->chosen_ordinal);
  adw_flap_set_reveal_flap (self->flap, fund_case != NULL);
}

/* The schedule, or a part of one cluster in its place. */
static void
show_place (JpFundingPage *self)
{
  JpSession *session = jp_page_get_session (JP_PAGE (self));
  JpSnapshot *snapshot = session != NULL ? jp_session_get_snapshot (session) : NULL;

  if (self->part != NULL && snapshot != NULL && jp_snapshot_find (snapshot, self->chosen) != NULL)
    {
      jp_funding_cluster_show (self->cluster, session, snapshot, self->chosen, self->part);
      gtk_stack_set_visible_child_name (self->states, "cluster");
    }
  else if (self->data != NULL)
    gtk_stack_set_visible_child_name (self->states, self->data->rows->len > 0 ? "schedule" : "empty");
}

static void
set_part (JpFundingPage *self, const char *part)
{
  g_free (self->part);
  self->part = g_strdup (part);
}

/* A cluster's name opens its dossier; a cell its case. */
static void
on_opened (JpFundingPage *self, const char *id, guint ordinal)
{
  if (ordinal == 0)
    {
      g_autofree char *place = g_strdup_printf ("%s#funding", id);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-cluster", "s", place);
      return;
    }

  choose (self, id, ordinal);
  show_case (self);
  gtk_widget_child_focus (GTK_WIDGET (self->panel), GTK_DIR_TAB_FORWARD);
}

static void
on_case_closed (JpFundingPage *self)
{
  g_autofree char *id = g_strdup (self->chosen);
  guint ordinal = self->chosen_ordinal;

  choose (self, NULL, 0);
  show_case (self);
  if (id != NULL && !gtk_toggle_button_get_active (self->budget_toggle))
    jp_funding_matrix_focus (self->matrix, id, ordinal);
}

/* Closed by a click beside it, where it lies over the schedule. */
static void
on_revealed (JpFundingPage *self)
{
  if (!adw_flap_get_reveal_flap (self->flap) && self->chosen != NULL && self->data != NULL
      && jp_funding_data_find (self->data, self->chosen) != NULL)
    on_case_closed (self);
}

static void
take_data (JpFundingPage *self, JpFundingData *data)
{
  g_autoptr (JpFundingData) before = self->data;

  self->data = data;
  if (self->part == NULL)
    show_place (self);
  show_title (self, data->fiscal_year);
  jp_funding_filters_update (self);
  show_case (self);
}

/* Where there are thousands of clusters deriving takes a while: another thread does it. */
static void
derive (GTask *task, gpointer source, gpointer snapshot, GCancellable *cancellable)
{
  g_task_return_pointer (task, jp_funding_data_new (snapshot), (GDestroyNotify) jp_funding_data_unref);
}

static void
on_derived (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  JpFundingData *data = g_task_propagate_pointer (G_TASK (result), &error);
  JpFundingPage *self = JP_FUNDING_PAGE (source);

  if (data == NULL) /* a later one is on its way, or the page is gone */
    return;

  g_clear_object (&self->deriving);
  take_data (self, data);
}

static void
jp_funding_page_refresh (JpPage *page)
{
  JpFundingPage *self = JP_FUNDING_PAGE (page);
  JpSnapshot *snapshot = jp_session_get_snapshot (jp_page_get_session (page));
  g_autoptr (GTask) task = NULL;

  if (self->part != NULL)
    show_place (self);
  g_cancellable_cancel (self->deriving);
  g_clear_object (&self->deriving);
  self->deriving = g_cancellable_new ();
  task = g_task_new (self, self->deriving, on_derived, NULL);
  g_task_set_source_tag (task, jp_funding_page_refresh);
  g_task_set_task_data (task, jp_snapshot_ref (snapshot), (GDestroyNotify) jp_snapshot_unref);
  g_task_run_in_thread (task, derive);
}

static void
show_view (JpFundingPage *self, gboolean budget)
{
  gtk_toggle_button_set_active (budget ? self->budget_toggle : self->matrix_toggle, TRUE);
}

static void
on_view_toggled (JpFundingPage *self)
{
  gtk_stack_set_visible_child_name (self->views,
                                    gtk_toggle_button_get_active (self->budget_toggle) ? "budget" : "matrix");
}

static void
on_search_changed (JpFundingPage *self)
{
  if (!self->updating)
    jp_funding_filters_apply (self);
}

static void
on_stop_search (JpFundingPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

/* UUID/N: the case of funding year N; UUID/use, UUID/oversight: what comes after its payments. */
static void
open_cluster (JpFundingPage *self, const char *target)
{
  g_auto (GStrv) parts = g_strsplit (target, "/", 2);
  guint64 ordinal = MAX (self->chosen_ordinal, 1);
  gboolean part;

  if (parts[0] == NULL || parts[1] == NULL)
    return;
  part = g_str_equal (parts[1], "use") || g_str_equal (parts[1], "oversight");
  if (!part && !g_ascii_string_to_unsigned (parts[1], 10, 1, 99, &ordinal, NULL))
    return;

  set_part (self, part ? parts[1] : NULL);
  choose (self, parts[0], (guint) ordinal);
  show_place (self);
  if (self->data != NULL)
    show_case (self);
}

static void
jp_funding_page_open (JpPage *page, const char *target)
{
  JpFundingPage *self = JP_FUNDING_PAGE (page);

  if (g_strcmp0 (target, "budget") == 0 || g_strcmp0 (target, "matrix") == 0)
    {
      set_part (self, NULL);
      show_place (self);
      show_view (self, g_str_equal (target, "budget"));
    }
  else if (target != NULL)
    open_cluster (self, target);
}

static gboolean
jp_funding_page_leave_part (JpPage *page)
{
  JpFundingPage *self = JP_FUNDING_PAGE (page);

  if (self->part == NULL)
    return FALSE;

  set_part (self, NULL);
  show_place (self);
  if (self->data != NULL)
    show_case (self);

  return TRUE;
}

/* Back from a part of a cluster to its case beside the schedule. */
static void
go_to_schedule (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpFundingPage *self = JP_FUNDING_PAGE (widget);
  g_autofree char *place = g_strdup_printf ("funding#%s/%u", self->chosen, MAX (self->chosen_ordinal, 1));

  gtk_widget_activate_action (widget, "win.go", "s", place);
}

static gboolean
jp_funding_page_focus_search (JpPage *page)
{
  JpFundingPage *self = JP_FUNDING_PAGE (page);

  gtk_editable_select_region (self->search_entry, 0, -1);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static GVariant *
jp_funding_page_get_state (JpPage *page)
{
  JpFundingPage *self = JP_FUNDING_PAGE (page);
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&state, "budget", "b", gtk_toggle_button_get_active (self->budget_toggle));
  g_variant_dict_insert (&state, "search", "s", gtk_editable_get_text (self->search_entry));
  g_variant_dict_insert (&state, "district", "s", self->district != NULL ? self->district : "");
  g_variant_dict_insert (&state, "marks", "u", self->marks);
  g_variant_dict_insert (&state, "part", "s", self->part != NULL ? self->part : "");
  g_variant_dict_insert (&state, "chosen", "(su)", self->chosen != NULL ? self->chosen : "", self->chosen_ordinal);

  return g_variant_dict_end (&state);
}

static void
jp_funding_page_set_state (JpPage *page, GVariant *variant)
{
  JpFundingPage *self = JP_FUNDING_PAGE (page);
  g_auto (GVariantDict) state = { 0 };
  g_autofree char *search = NULL, *district = NULL, *chosen = NULL, *part = NULL;
  gboolean budget = FALSE;
  guint ordinal = 0;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return;

  g_variant_dict_init (&state, variant);
  if (g_variant_dict_lookup (&state, "search", "s", &search))
    {
      self->updating = TRUE;
      gtk_editable_set_text (self->search_entry, search);
      self->updating = FALSE;
    }
  if (g_variant_dict_lookup (&state, "district", "s", &district))
    {
      g_free (self->district);
      self->district = *district != '\0' ? g_steal_pointer (&district) : NULL;
    }
  g_variant_dict_lookup (&state, "marks", "u", &self->marks);
  if (g_variant_dict_lookup (&state, "budget", "b", &budget))
    show_view (self, budget);
  if (g_variant_dict_lookup (&state, "chosen", "(su)", &chosen, &ordinal))
    choose (self, *chosen != '\0' ? chosen : NULL, ordinal);
  if (g_variant_dict_lookup (&state, "part", "s", &part))
    set_part (self, g_str_equal (part, "use") || g_str_equal (part, "oversight") ? part : NULL);
  if (self->data == NULL)
    return;

  show_place (self);
  jp_funding_filters_update (self);
  show_case (self);
}

/* The cases of the clusters that are shown. */
static void
publicise (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpFundingPage *self = JP_FUNDING_PAGE (widget);

  jp_case_batch_open (widget, jp_page_get_session (JP_PAGE (self)), self->data, self->shown, JP_FUND_PUBLICISE);
}

static void
pay (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpFundingPage *self = JP_FUNDING_PAGE (widget);

  jp_case_batch_open (widget, jp_page_get_session (JP_PAGE (self)), self->data, self->shown, JP_FUND_PAY);
}

static void
copy_matrix (JpFundingPage *self, JpTableCopy *table)
{
  static const char * const heads[] = { "集群", "年次", "财政年度", "应得（万元）", "已下达（万元）", "状态", "依据" };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    jp_table_copy_cell (table, heads[i]);
  jp_table_copy_end_row (table);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const JpFundingRow *row = g_ptr_array_index (self->shown, i);

      for (guint k = 0; k < row->n_cases; k++)
        {
          const JpFundCase *fund_case = &row->cases[k];
          g_autofree char *ordinal = g_strdup_printf ("%u", fund_case->ordinal);
          g_autofree char *year = g_strdup_printf ("%d", fund_case->fiscal_year);
          g_autofree char *worth = jp_funding_worth_text (fund_case), *paid = jp_money_to_wan (fund_case->paid);
          const char *cells[] = { row->dossier->name, ordinal, year, worth, paid, jp_case_state_name (fund_case->state),
                                  fund_case->basis };

          for (gsize c = 0; c < G_N_ELEMENTS (cells); c++)
            jp_table_copy_cell (table, cells[c]);
          jp_table_copy_end_row (table);
        }
    }
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpFundingPage *self = JP_FUNDING_PAGE (widget);
  g_autoptr (JpTableCopy) table = jp_table_copy_new ();

  if (gtk_toggle_button_get_active (self->budget_toggle))
    jp_funding_budget_copy (self->budget, table);
  else
    copy_matrix (self, table);
  jp_table_copy_put (table, widget);
  jp_page_toast (JP_PAGE (self), _("The table is on the clipboard."));
}

static void
jp_funding_page_dispose (GObject *object)
{
  JpFundingPage *self = JP_FUNDING_PAGE (object);

  g_cancellable_cancel (self->deriving);
  g_clear_object (&self->deriving);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (jp_funding_page_parent_class)->dispose (object);
}

static void
jp_funding_page_finalize (GObject *object)
{
  JpFundingPage *self = JP_FUNDING_PAGE (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->districts);
  jp_funding_data_unref (self->data);
  g_free (self->part);
  g_free (self->district);
  g_free (self->chosen);

  G_OBJECT_CLASS (jp_funding_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-funding-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, states);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, flap);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, panel);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, cluster);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, views);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, matrix_toggle);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, budget_toggle);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, district_choice);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, publicise_button);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, pay_button);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, chips_place);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, hits);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, budget);
  gtk_widget_class_bind_template_child (widget_class, JpFundingPage, totals);
  gtk_widget_class_bind_template_callback (widget_class, on_view_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_case_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_revealed);
}

static void
jp_funding_page_class_init (JpFundingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JpPageClass *page_class = JP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_funding_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_funding_page_finalize;
  page_class->refresh = jp_funding_page_refresh;
  page_class->open = jp_funding_page_open;
  page_class->leave_part = jp_funding_page_leave_part;
  page_class->focus_search = jp_funding_page_focus_search;
  page_class->get_state = jp_funding_page_get_state;
  page_class->set_state = jp_funding_page_set_state;

  g_type_ensure (JP_TYPE_CASE_PANEL);
  g_type_ensure (JP_TYPE_FUNDING_CLUSTER);
  g_type_ensure (JP_TYPE_FUNDING_MATRIX);
  g_type_ensure (JP_TYPE_FUNDING_BUDGET);
  g_type_ensure (JP_TYPE_FUNDING_TOTALS);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "funding.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "funding.publicise", NULL, publicise);
  gtk_widget_class_install_action (widget_class, "funding.pay", NULL, pay);
  gtk_widget_class_install_action (widget_class, "funding.schedule", NULL, go_to_schedule);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "funding.copy",
                                       NULL);
}

static void
jp_funding_page_init (JpFundingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jp_choice_setup (self->district_choice);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funding.publicise", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funding.pay", FALSE);
  jp_funding_filters_setup (self);
}
