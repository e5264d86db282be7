/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-page-private.h"

#include "jp-assessment-totals.h"
#include "jp-column-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (JpAssessmentPage, jp_assessment_page, JP_TYPE_PAGE)

static void
show_state (JpAssessmentPage *self)
{
  const JpAssessmentCounts *counts = jp_assessment_list_get_counts (self->list);
  JpSession *session = jp_page_get_session (JP_PAGE (self));
  const char *state = counts->shown > 0 ? "table" : counts->all > 0 ? "no-hit" : "none-due";

  if (session != NULL && counts->all == 0)
    {
      g_autofree char *title = g_strdup_printf (_("No Assessment of %d Is Due"), jp_session_get_year (session));

      if (jp_session_get_dossiers (session)->len == 0)
        state = "empty";
      adw_status_page_set_title (self->none_due, title);
    }
  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_sensitive (GTK_WIDGET (self->totals_button), counts->all > 0);
}

static void
show_chosen (JpAssessmentPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint) gtk_bitset_get_size (chosen);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u chosen", "%u chosen", n), n);

  gtk_label_set_label (self->chosen, text);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), n > 1);
  jp_assessment_acts_update (self);
}

static void
show_all (JpAssessmentPage *self)
{
  jp_assessment_finder_update (self->finder, jp_page_get_session (JP_PAGE (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assessment.clear", jp_assessment_list_is_filtered (self->list));
  show_state (self);
  show_chosen (self);
}

static void
on_filter_changed (JpAssessmentPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_all (self);
}

static void
clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jp_assessment_finder_clear (JP_ASSESSMENT_PAGE (widget)->finder);
}

static void
on_activate (JpAssessmentPage *self, guint position)
{
  g_autoptr (JpAssessmentRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  g_autofree char *place = NULL;

  if (row == NULL)
    return;

  place = g_strdup_printf ("assessment#%s@%d", jp_assessment_row_get (row)->dossier->id,
                           jp_assessment_row_get (row)->year);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", place);
}

/* Enter in the search: the only hit opens, several are gone to. */
static void
on_search_activate (JpAssessmentPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 1)
    on_activate (self, 0);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->scroller), GTK_DIR_TAB_FORWARD);
}

static void
on_totals_shown (JpAssessmentPage *self)
{
  JpSession *session = jp_page_get_session (JP_PAGE (self));

  if (session != NULL)
    gtk_popover_set_child (self->totals_popover, jp_assessment_totals_new (session));
}

static gboolean
scroll (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JpAssessmentPage *self = JP_ASSESSMENT_PAGE (widget);

  if (self->scroll >= 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->scroll);
  self->scroll = -1;

  return G_SOURCE_REMOVE;
}

static void
jp_assessment_page_refresh (JpPage *page)
{
  JpAssessmentPage *self = JP_ASSESSMENT_PAGE (page);

  jp_assessment_list_show (self->list, jp_page_get_session (page));
  show_all (self);
  if (self->scroll >= 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll, NULL, NULL);
}

/* state:ID, district:CODE, mark:vetoed, mark:incomplete, search:TEXT. */
static void
jp_assessment_page_open (JpPage *page, const char *target)
{
  static const char *const marks[JP_N_ASSESSMENT_MARKS] = { "vetoed", "incomplete" };
  const char *colon = target != NULL ? strchr (target, ':') : NULL;
  JpAssessmentFilter filter = { .search = "" };
  JpAssessmentState state;

  if (colon == NULL)
    return;

  if (g_str_has_prefix (target, "search:"))
    filter.search = colon + 1;
  else if (g_str_has_prefix (target, "district:"))
    filter.district = g_intern_string (colon + 1);
  else if (g_str_has_prefix (target, "state:") && jp_assessment_state_parse (colon + 1, &state))
    filter.states = 1u << state;
  for (guint i = 0; g_str_has_prefix (target, "mark:") && i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (colon + 1, marks[i]))
      filter.marks = 1u << i;

  jp_assessment_finder_show (JP_ASSESSMENT_PAGE (page)->finder, &filter);
}

static gboolean
jp_assessment_page_focus_search (JpPage *page)
{
  return jp_assessment_finder_focus (JP_ASSESSMENT_PAGE (page)->finder);
}

static GVariant *
jp_assessment_page_get_state (JpPage *page)
{
  JpAssessmentPage *self = JP_ASSESSMENT_PAGE (page);
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);

  jp_assessment_finder_save (self->finder, &state);
  g_variant_dict_insert (&state, "scroll", "d",
                         gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)));
  jp_column_view_save (self->view, &state);

  return g_variant_dict_end (&state);
}

static void
jp_assessment_page_set_state (JpPage *page, GVariant *variant)
{
  JpAssessmentPage *self = JP_ASSESSMENT_PAGE (page);
  g_auto (GVariantDict) state = { 0 };

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return;

  g_variant_dict_init (&state, variant);
  jp_assessment_finder_restore (self->finder, &state);
  jp_column_view_restore (self->view, &state);
  if (g_variant_dict_lookup (&state, "scroll", "d", &self->scroll)
      && jp_assessment_list_get_counts (self->list)->all > 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll, NULL, NULL);
}

GPtrArray *
jp_assessment_page_results (JpAssessmentPage *self)
{
  GPtrArray *results = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = jp_row_list_get_chosen (JP_ROW_LIST (self->list), self->selection);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (results, (gpointer) jp_assessment_row_get (g_ptr_array_index (rows, i)));

  return results;
}

static void
jp_assessment_page_dispose (GObject *object)
{
  JpAssessmentPage *self = JP_ASSESSMENT_PAGE (object);

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

  G_OBJECT_CLASS (jp_assessment_page_parent_class)->dispose (object);
}

static void
jp_assessment_page_class_init (JpAssessmentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JpPageClass *page_class = JP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_assessment_page_dispose;
  page_class->refresh = jp_assessment_page_refresh;
  page_class->open = jp_assessment_page_open;
  page_class->focus_search = jp_assessment_page_focus_search;
  page_class->get_state = jp_assessment_page_get_state;
  page_class->set_state = jp_assessment_page_set_state;

  g_type_ensure (JP_TYPE_ASSESSMENT_FINDER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-assessment-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JpAssessmentPage, finder);
  gtk_widget_class_bind_template_child (widget_class, JpAssessmentPage, chosen);
  gtk_widget_class_bind_template_child (widget_class, JpAssessmentPage, totals_button);
  gtk_widget_class_bind_template_child (widget_class, JpAssessmentPage, totals_popover);
  gtk_widget_class_bind_template_child (widget_class, JpAssessmentPage, chips_place);
  gtk_widget_class_bind_template_child (widget_class, JpAssessmentPage, states);
  gtk_widget_class_bind_template_child (widget_class, JpAssessmentPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, JpAssessmentPage, view);
  gtk_widget_class_bind_template_child (widget_class, JpAssessmentPage, none_due);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_totals_shown);
  gtk_widget_class_install_action (widget_class, "assessment.clear", NULL, clear);
  jp_assessment_acts_install (widget_class);
}

static void
jp_assessment_page_init (JpAssessmentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->scroll = -1;

  jp_assessment_view_setup (self->view);
  self->list = jp_assessment_list_new ();
  jp_assessment_finder_set_list (self->finder, self->list);
  adw_bin_set_child (self->chips_place, jp_assessment_finder_get_chips (self->finder));
  jp_row_list_set_sorter (JP_ROW_LIST (self->list), gtk_column_view_get_sorter (self->view));
  self->selection = jp_row_list_select (JP_ROW_LIST (self->list));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (show_chosen), self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  jp_assessment_acts_update (self);
}

GtkWidget *
jp_assessment_page_new (void)
{
  return g_object_new (JP_TYPE_ASSESSMENT_PAGE, NULL);
}
