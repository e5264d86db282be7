/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dashboard-page.h"

#include "jp-chart-view.h"
#include "jp-choice.h"
#include "jp-columns.h"
#include "jp-dashboard-data.h"
#include "jp-duty-list.h"
#include "jp-tile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DISTRICTS_IN_TILE 8

struct _JpDashboardPage
{
  JpPage parent_instance;

  /* Template widgets. */
  GtkStack    *stack;
  JpTile      *term_tile;
  JpTile      *expiring_tile;
  JpTile      *assessment_tile;
  JpTile      *funding_tile;
  JpDutyList  *duty_list;
  JpChartView *output_view;
  JpChartView *scores_view;
  JpChartView *firms_view;
  JpChartView *funding_view;
  GtkDropDown *output_choice;

  /* Owned. */
  JpDashboardData *data;
  GCancellable    *deriving; /* NULL: nothing is being derived */
  guint            output;   /* row of the drop-down */
  gboolean         listing;
};

G_DEFINE_FINAL_TYPE (JpDashboardPage, jp_dashboard_page, JP_TYPE_PAGE)

/* A place is PAGE or PAGE#TARGET, as "win.go" takes it. */
static void
go (JpDashboardPage *self, const char *place)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", place);
}

/* 思明区 → 思明: in a row of districts the last character says nothing. */
static char *
short_district (const char *name)
{
  const char *last = g_utf8_find_prev_char (name, name + strlen (name));

  if (g_utf8_strlen (name, -1) < 3 || (!g_str_equal (last, "区") && !g_str_equal (last, "县")))
    return g_strdup (name);

  return g_strndup (name, (gsize) (last - name));
}

static void
add_part (GPtrArray *parts, const char *name, char *value, const char *style)
{
  g_ptr_array_add (parts, g_strdup (name));
  g_ptr_array_add (parts, value);
  g_ptr_array_add (parts, g_strdup (style));
}

static void
set_parts (JpTile *tile, GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  jp_tile_set_parts (tile, (const char * const *) parts->pdata);
}

/* A tag says by which article, and what went in. */
static JpArticleTag *
begin_tag (JpTile *tile, const char *article)
{
  JpArticleTag *tag = jp_tile_get_tag (tile);

  jp_article_tag_clear_inputs (tag);
  jp_article_tag_set_article (tag, article);

  return tag;
}

static void
add_count_input (JpArticleTag *tag, const char *name, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  jp_article_tag_add_input (tag, name, text);
}

static void
show_terms (JpDashboardPage *self)
{
  const JpDashboardData *data = self->data;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *value = g_strdup_printf ("%u", data->n_in_term);
  JpArticleTag *tag = begin_tag (self->term_tile, data->term_article);

  for (guint i = 0; i < data->districts->len; i++)
    {
      const JpDashboardDistrict *district = g_ptr_array_index (data->districts, i);
      g_autofree char *name = short_district (district->name);

      if (i < DISTRICTS_IN_TILE && district->n_in_term > 0)
        add_part (parts, name, g_strdup_printf ("%u", district->n_in_term), "");
      add_count_input (tag, district->name, district->n_in_term);
    }
  jp_tile_set_value (self->term_tile, value, g_dngettext (GETTEXT_PACKAGE, "cluster", "clusters", data->n_in_term));
  set_parts (self->term_tile, parts);
}

static void
show_expiring (JpDashboardPage *self)
{
  const JpDashboardData *data = self->data;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *value = g_strdup_printf ("%u", data->n_expiring);
  guint left = (guint) MAX (data->soonest_days, 0);

  begin_tag (self->expiring_tile, data->term_article);
  jp_tile_set_value (self->expiring_tile, value,
                     g_dngettext (GETTEXT_PACKAGE, "cluster", "clusters", data->n_expiring));
  if (data->soonest_id != NULL)
    add_part (parts, data->soonest_name,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day left", "%u days left", left), left), "");
  else
    add_part (parts, _("No term ends in this time"), g_strdup (""), "");
  set_parts (self->expiring_tile, parts);
}

static void
show_assessments (JpDashboardPage *self)
{
  const JpDashboardData *data = self->data;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *value = g_strdup_printf ("%u", data->n_done);
  g_autofree char *title = g_strdup_printf (_("Assessments of %d"), data->year);
  /* Translators: behind the number of those done: of how many */
  g_autofree char *unit = g_strdup_printf (_("of %u confirmed"), data->n_due);
  JpArticleTag *tag = begin_tag (self->assessment_tile, data->assessment_article);

  add_count_input (tag, C_("assessments", "Due"), data->n_due);
  add_count_input (tag, _("Confirmed"), data->n_done);
  add_count_input (tag, _("In Hand"), data->n_in_hand);
  add_count_input (tag, _("Not Begun"), data->n_not_begun);
  add_count_input (tag, _("Vetoed"), data->n_vetoed);
  jp_tile_set_title (self->assessment_tile, title);
  jp_tile_set_value (self->assessment_tile, value, unit);
  add_part (parts, _("In Hand"), g_strdup_printf ("%u", data->n_in_hand), "");
  add_part (parts, _("Not Begun"), g_strdup_printf ("%u", data->n_not_begun), "");
  add_part (parts, _("Vetoed"), g_strdup_printf ("%u", data->n_vetoed), data->n_vetoed > 0 ? "bad" : "");
  set_parts (self->assessment_tile, parts);
}

static void
show_funds (JpDashboardPage *self)
{
  const JpDashboardData *data = self->data;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *value = jp_money_to_wan (data->entitled);
  g_autofree char *most = jp_money_to_wan (data->most);
  g_autofree char *title = g_strdup_printf (_("Funding of Fiscal Year %d"), data->fiscal_year);
  JpArticleTag *tag = begin_tag (self->funding_tile, data->funding_article);

  jp_article_tag_add_input (tag, _("Entitled"), value);
  jp_article_tag_add_input (tag, _("At most"), most);
  jp_tile_set_title (self->funding_tile, title);
  jp_tile_set_value (self->funding_tile, value, _("万元 entitled"));
  add_part (parts, _("Approved"), jp_money_to_wan (data->approved), "");
  add_part (parts, _("Paid"), jp_money_to_wan (data->paid), "");
  add_part (parts, _("At most"), g_strdup (most), "");
  set_parts (self->funding_tile, parts);
}

static JpDashboardOutput *
chosen_output (JpDashboardPage *self)
{
  if (self->data == NULL || self->data->outputs->len == 0)
    return NULL;

  return g_ptr_array_index (self->data->outputs, MIN (self->output, self->data->outputs->len - 1));
}

static void
show_output (JpDashboardPage *self)
{
  const JpDashboardOutput *output = chosen_output (self);
  g_autofree char *subtitle = NULL;

  if (output == NULL)
    {
      jp_chart_view_set_chart (self->output_view, NULL, _("No rule pack tells which figures there are."));
      return;
    }

  if (self->output == 1)
    subtitle = g_strdup_printf ("%s · %d", output->unit, self->data->year);
  else
    subtitle
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %u cluster", "%s · %u clusters", output->n_clusters),
                         output->unit, output->n_clusters);
  jp_chart_view_set_title (self->output_view,
                           jp_chart_get_name (
                             ((JpDashboardOutput *) g_ptr_array_index (self->data->outputs, 0))->chart));
  jp_chart_view_set_subtitle (self->output_view, subtitle);
  jp_chart_view_set_chart (self->output_view, output->chart,
                           _("No annual figures yet: enter them in a dossier, or import the ledger."));
}

static void
list_outputs (JpDashboardPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->data->outputs->len; i++)
    {
      const JpDashboardOutput *output = g_ptr_array_index (self->data->outputs, i);

      gtk_string_list_append (names, i == 0 ? _("All") : i == 1 ? _("By District") : output->name);
    }

  self->listing = TRUE;
  if (self->output >= self->data->outputs->len)
    self->output = 0;
  gtk_drop_down_set_model (self->output_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->output_choice, self->output);
  gtk_widget_set_visible (GTK_WIDGET (self->output_choice), self->data->outputs->len > 3);
  self->listing = FALSE;
}

static void
on_output_chosen (JpDashboardPage *self)
{
  guint row = gtk_drop_down_get_selected (self->output_choice);

  if (self->listing || row == GTK_INVALID_LIST_POSITION)
    return;

  self->output = row;
  show_output (self);
}

static void
show_charts (JpDashboardPage *self)
{
  const JpDashboardData *data = self->data;
  g_autofree char *scores = g_strdup_printf (_("Scores of %d"), data->year);

  list_outputs (self);
  show_output (self);
  jp_chart_view_set_title (self->scores_view, scores);
  jp_chart_view_set_subtitle (self->scores_view, data->confirmed ? NULL : "⚠ 评分标准未核定");
  jp_chart_view_set_chart (self->scores_view, data->scores, _("No assessment is due for this year."));
  jp_chart_view_set_title (self->firms_view, _("Enterprises by Tier"));
  jp_chart_view_set_subtitle (self->firms_view, data->firms_total);
  jp_chart_view_set_chart (self->firms_view, data->firms, _("No enterprises are recorded for this year."));
  jp_chart_view_set_title (self->funding_view, _("Funding by Fiscal Year"));
  jp_chart_view_set_subtitle (self->funding_view, "万元");
  jp_chart_view_set_chart (self->funding_view, data->funding,
                           _("No cluster has been recognised yet, so there is no funding."));
}

static void
show_data (JpDashboardPage *self)
{
  show_terms (self);
  show_expiring (self);
  show_assessments (self);
  show_funds (self);
  show_charts (self);
}

/* Deriving takes a while where there are thousands of clusters: another thread does it, with a snapshot that nobody
 * changes. */
static void
derive (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const JpSnapshot *snapshot = task_data;
  JpDashboardData *data;

  data = jp_dashboard_data_new (jp_snapshot_get_dossiers (snapshot), jp_snapshot_get_results (snapshot),
                                jp_snapshot_get_context (snapshot), jp_snapshot_get_year (snapshot));
  g_task_return_pointer (task, data, (GDestroyNotify) jp_dashboard_data_free);
}

static void
on_derived (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  JpDashboardData *data = g_task_propagate_pointer (G_TASK (result), &error);
  JpDashboardPage *self;

  if (data == NULL) /* only where a later snapshot, or the page's end, cancelled it */
    return;

  self = JP_DASHBOARD_PAGE (source);
  g_clear_object (&self->deriving);
  g_clear_pointer (&self->data, jp_dashboard_data_free);
  self->data = data;
  show_data (self);
}

static void
jp_dashboard_page_refresh (JpPage *page)
{
  JpDashboardPage *self = JP_DASHBOARD_PAGE (page);
  JpSnapshot *snapshot = jp_session_get_snapshot (jp_page_get_session (page));
  g_autoptr (GTask) task = NULL;

  if (jp_snapshot_get_dossiers (snapshot)->len == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "filled");
  jp_duty_list_show (self->duty_list, snapshot);

  g_cancellable_cancel (self->deriving);
  g_clear_object (&self->deriving);
  self->deriving = g_cancellable_new ();
  task = g_task_new (self, self->deriving, on_derived, NULL);
  g_task_set_source_tag (task, jp_dashboard_page_refresh);
  g_task_set_task_data (task, jp_snapshot_ref (snapshot), (GDestroyNotify) jp_snapshot_unref);
  g_task_run_in_thread (task, derive);
}

static GVariant *
jp_dashboard_page_get_state (JpPage *page)
{
  JpDashboardPage *self = JP_DASHBOARD_PAGE (page);

  return g_variant_new ("(u@(usas))", self->output, jp_duty_list_get_state (self->duty_list));
}

static void
jp_dashboard_page_set_state (JpPage *page, GVariant *state)
{
  JpDashboardPage *self = JP_DASHBOARD_PAGE (page);
  g_autoptr (GVariant) duties = NULL;

  if (!g_variant_is_of_type (state, G_VARIANT_TYPE ("(u(usas))")))
    return;

  g_variant_get (state, "(u@(usas))", &self->output, &duties);
  jp_duty_list_set_state (self->duty_list, duties);
  if (self->data != NULL)
    show_charts (self);
}

static void
on_term_clicked (JpDashboardPage *self)
{
  go (self, "clusters");
}

static void
on_funds_clicked (JpDashboardPage *self)
{
  go (self, "funding");
}

static void
on_assessments_clicked (JpDashboardPage *self)
{
  go (self, "assessment");
}

static void
on_expiring_clicked (JpDashboardPage *self)
{
  g_autofree char *place = NULL;

  if (self->data != NULL && self->data->n_expiring == 1)
    place = g_strdup_printf ("dossier#%s#validity", self->data->soonest_id);
  go (self, place != NULL ? place : "clusters#warning:expiring");
}

static void
jp_dashboard_page_dispose (GObject *object)
{
  JpDashboardPage *self = JP_DASHBOARD_PAGE (object);

  g_cancellable_cancel (self->deriving);
  g_clear_object (&self->deriving);

  G_OBJECT_CLASS (jp_dashboard_page_parent_class)->dispose (object);
}

static void
jp_dashboard_page_finalize (GObject *object)
{
  g_clear_pointer (&JP_DASHBOARD_PAGE (object)->data, jp_dashboard_data_free);

  G_OBJECT_CLASS (jp_dashboard_page_parent_class)->finalize (object);
}

static void
jp_dashboard_page_class_init (JpDashboardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JpPageClass *page_class = JP_PAGE_CLASS (klass);

  object_class->dispose = jp_dashboard_page_dispose;
  object_class->finalize = jp_dashboard_page_finalize;
  page_class->refresh = jp_dashboard_page_refresh;
  page_class->get_state = jp_dashboard_page_get_state;
  page_class->set_state = jp_dashboard_page_set_state;

  g_type_ensure (JP_TYPE_CHART_VIEW);
  g_type_ensure (JP_TYPE_COLUMNS);
  g_type_ensure (JP_TYPE_DUTY_LIST);
  g_type_ensure (JP_TYPE_TILE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-dashboard-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JpDashboardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JpDashboardPage, term_tile);
  gtk_widget_class_bind_template_child (widget_class, JpDashboardPage, expiring_tile);
  gtk_widget_class_bind_template_child (widget_class, JpDashboardPage, assessment_tile);
  gtk_widget_class_bind_template_child (widget_class, JpDashboardPage, funding_tile);
  gtk_widget_class_bind_template_child (widget_class, JpDashboardPage, duty_list);
  gtk_widget_class_bind_template_child (widget_class, JpDashboardPage, output_view);
  gtk_widget_class_bind_template_child (widget_class, JpDashboardPage, scores_view);
  gtk_widget_class_bind_template_child (widget_class, JpDashboardPage, firms_view);
  gtk_widget_class_bind_template_child (widget_class, JpDashboardPage, funding_view);
  gtk_widget_class_bind_template_child (widget_class, JpDashboardPage, output_choice);
  gtk_widget_class_bind_template_callback (widget_class, go);
  gtk_widget_class_bind_template_callback (widget_class, on_term_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_assessments_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_expiring_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_funds_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_output_chosen);
}

static void
jp_dashboard_page_init (JpDashboardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jp_choice_setup (self->output_choice);
}
