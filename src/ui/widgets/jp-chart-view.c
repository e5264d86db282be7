/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-chart-view.h"

#include "jp-chart-canvas.h"
#include "jp-table-copy.h"

#include <glib/gi18n-lib.h>

struct _JpChartView
{
  AdwBin parent_instance;

  /* Template widgets. */
  GtkLabel        *title_label;
  GtkLabel        *subtitle_label;
  AdwBin          *extra_bin;
  GtkToggleButton *table_button;
  GtkButton       *copy_button;
  GtkStack        *stack;
  JpChartCanvas   *canvas;
  GtkListBox      *table;
  GtkLabel        *empty_label;

  /* Owned. */
  JpChart *chart;
  guint    copied; /* source that takes the tick back */
};

G_DEFINE_FINAL_TYPE (JpChartView, jp_chart_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_EXTRA,
  N_PROPS,
} JpChartViewProperty;

static GParamSpec *properties[N_PROPS];

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
new_table_row (JpChart *chart, guint row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *list_row = gtk_list_box_row_new ();
  GString *words = g_string_new (NULL);

  for (guint i = 0; i <= jp_chart_n_series (chart); i++)
    {
      g_autofree char *cell = jp_chart_cell (chart, row, i);
      GtkWidget *label = gtk_label_new (*cell != '\0' ? cell : "—");

      gtk_label_set_xalign (GTK_LABEL (label), i == 0 ? 0 : 1);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_add_css_class (label, row == 0 ? "caption-heading" : i == 0 ? "body" : "numeric");
      gtk_box_append (GTK_BOX (box), label);
      g_string_append_printf (words, "%s%s", i > 0 ? "，" : "", *cell != '\0' ? cell : "—");
    }
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  g_string_free (words, TRUE);

  return list_row;
}

static void
fill_table (JpChartView *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->table, 0)) != NULL)
    gtk_list_box_remove (self->table, GTK_WIDGET (row));
  for (guint i = 0; self->chart != NULL && i <= jp_chart_n_categories (self->chart); i++)
    gtk_list_box_append (self->table, new_table_row (self->chart, i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->chart != NULL ? jp_chart_get_name (self->chart) : "", -1);
}

static void
update (JpChartView *self)
{
  gboolean empty = self->chart == NULL || jp_chart_is_empty (self->chart);
  gboolean as_table = gtk_toggle_button_get_active (self->table_button);

  gtk_widget_set_sensitive (GTK_WIDGET (self->table_button), !empty);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy_button), !empty);
  if (as_table)
    fill_table (self);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : as_table ? "table" : "chart");
}

static gboolean
take_tick_back (gpointer data)
{
  JpChartView *self = data;

  self->copied = 0;
  gtk_button_set_icon_name (self->copy_button, "edit-copy-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy_button), _("Copy the numbers as a table"));
  return G_SOURCE_REMOVE;
}

static void
on_copy (JpChartView *self)
{
  g_autoptr (JpTableCopy) table = jp_table_copy_new ();

  for (guint i = 0; i <= jp_chart_n_categories (self->chart); i++)
    {
      for (guint j = 0; j <= jp_chart_n_series (self->chart); j++)
        {
          g_autofree char *cell = jp_chart_cell (self->chart, i, j);

          jp_table_copy_cell (table, cell);
        }
      jp_table_copy_end_row (table);
    }
  jp_table_copy_put (table, GTK_WIDGET (self));

  g_clear_handle_id (&self->copied, g_source_remove);
  gtk_button_set_icon_name (self->copy_button, "object-select-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy_button), _("Copied"));
  self->copied = g_timeout_add_seconds (2, take_tick_back, self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("The chart’s numbers were copied as a table."));
}

static void
on_activated (JpChartView *self, const char *place)
{
  g_signal_emit (self, signals[ACTIVATED], 0, place);
}

static void
jp_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JpChartView *self = JP_CHART_VIEW (object);

  switch ((JpChartViewProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, gtk_label_get_label (self->subtitle_label));
      break;
    case PROP_EXTRA:
      g_value_set_object (value, adw_bin_get_child (self->extra_bin));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JpChartView *self = JP_CHART_VIEW (object);

  switch ((JpChartViewProperty) id)
    {
    case PROP_TITLE:
      jp_chart_view_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      jp_chart_view_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_EXTRA:
      jp_chart_view_set_extra (self, g_value_get_object (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_chart_view_dispose (GObject *object)
{
  JpChartView *self = JP_CHART_VIEW (object);

  g_clear_handle_id (&self->copied, g_source_remove);
  g_clear_pointer (&self->chart, jp_chart_unref);

  G_OBJECT_CLASS (jp_chart_view_parent_class)->dispose (object);
}

static void
jp_chart_view_class_init (JpChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = jp_chart_view_get_property;
  object_class->set_property = jp_chart_view_set_property;
  object_class->dispose = jp_chart_view_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_EXTRA] = g_param_spec_object ("extra", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (JP_TYPE_CHART_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JpChartView, title_label);
  gtk_widget_class_bind_template_child (widget_class, JpChartView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, JpChartView, extra_bin);
  gtk_widget_class_bind_template_child (widget_class, JpChartView, table_button);
  gtk_widget_class_bind_template_child (widget_class, JpChartView, copy_button);
  gtk_widget_class_bind_template_child (widget_class, JpChartView, stack);
  gtk_widget_class_bind_template_child (widget_class, JpChartView, canvas);
  gtk_widget_class_bind_template_child (widget_class, JpChartView, table);
  gtk_widget_class_bind_template_child (widget_class, JpChartView, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
jp_chart_view_init (JpChartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

GtkWidget *
jp_chart_view_new (void)
{
  return g_object_new (JP_TYPE_CHART_VIEW, NULL);
}

void
jp_chart_view_set_chart (JpChartView *self, JpChart *chart, const char *empty)
{
  g_return_if_fail (JP_IS_CHART_VIEW (self));

  if (chart != NULL)
    jp_chart_ref (chart);
  jp_chart_unref (self->chart);
  self->chart = chart;
  jp_chart_canvas_set_chart (self->canvas, chart);
  gtk_label_set_label (self->empty_label, empty != NULL ? empty : "");
  update (self);
}

void
jp_chart_view_set_title (JpChartView *self, const char *title)
{
  g_return_if_fail (JP_IS_CHART_VIEW (self));

  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
jp_chart_view_set_subtitle (JpChartView *self, const char *subtitle)
{
  g_return_if_fail (JP_IS_CHART_VIEW (self));

  gtk_label_set_label (self->subtitle_label, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), subtitle != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

void
jp_chart_view_set_extra (JpChartView *self, GtkWidget *extra)
{
  g_return_if_fail (JP_IS_CHART_VIEW (self));

  adw_bin_set_child (self->extra_bin, extra);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXTRA]);
}
