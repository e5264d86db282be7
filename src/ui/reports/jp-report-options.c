/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-report-options.h"

#include "jp-choice-row.h"
#include "jp-paper-names.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>

struct _JpReportOptions
{
  AdwBin parent_instance;

  /* Template widgets. */
  AdwPreferencesGroup *content;
  AdwPreferencesGroup *batch_group;
  JpChoiceRow   *cluster_row;
  AdwComboRow   *district_row;
  AdwActionRow  *year_row;
  GtkWidget     *run_on_row;
  GtkWidget     *curves_row;
  GtkWidget     *blank_row;
  GtkWidget     *contact_row;
  GtkWidget     *first_day_row;
  GtkSwitch     *own_page;
  GtkSwitch     *curves;
  GtkSwitch     *blank;
  AdwActionRow  *batch_row;
  GtkSwitch     *batch;
  AdwActionRow  *binding_row;
  GtkToggleButton *one_each;
  GtkWidget     *pattern_row;

  /* Owned. */
  JpSession          *session;
  const JpReportKind *kind;
  GPtrArray          *districts; /* of char: codes; the first NULL: all */
  guint               n_clusters;
  char               *cluster;   /* chosen */
  char               *district;
  gboolean            filling;
};

G_DEFINE_FINAL_TYPE (JpReportOptions, jp_report_options, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
by_clusters (JpReportOptions *self)
{
  return self->kind->per == JP_PER_CLUSTER || self->kind->per == JP_PER_CASE;
}

static const char *
chosen (AdwComboRow *row, GPtrArray *ids)
{
  guint i = adw_combo_row_get_selected (row);

  return i < ids->len ? g_ptr_array_index (ids, i) : NULL;
}

static void
on_first_day (JpReportOptions *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->first_day_row));
  gboolean bad = *text != '\0' && jp_date_parse_loose (text) == JP_DATE_NONE;

  if (bad)
    gtk_widget_add_css_class (self->first_day_row, "error");
  else
    gtk_widget_remove_css_class (self->first_day_row, "error");
  gtk_widget_set_tooltip_text (self->first_day_row, bad ? _("Write a day as 2026-02-10.") : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->first_day_row), GTK_ACCESSIBLE_STATE_INVALID,
                               bad ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Which rows the report and the choices so far leave to choose. */
static void
update_rows (JpReportOptions *self)
{
  gboolean all = gtk_switch_get_active (self->batch);
  gboolean many = by_clusters (self) && self->n_clusters > 1;

  gtk_widget_set_visible (GTK_WIDGET (self->cluster_row), by_clusters (self) && !all);
  gtk_widget_set_visible (GTK_WIDGET (self->district_row), self->districts->len > 2 && (!by_clusters (self) || all) &&
                                                           self->kind->per != JP_PER_BATCH);
  gtk_widget_set_visible (GTK_WIDGET (self->year_row), self->kind->year != JP_REPORT_YEAR_UNUSED);
  gtk_widget_set_visible (self->run_on_row, (self->kind->uses & JP_USES_RUN_ON) != 0);
  gtk_widget_set_visible (self->curves_row, (self->kind->uses & JP_USES_CURVES) != 0);
  gtk_widget_set_visible (self->blank_row, (self->kind->uses & JP_USES_BLANK_OPINIONS) != 0);
  gtk_widget_set_visible (self->contact_row, (self->kind->uses & JP_USES_CONTACT) != 0);
  gtk_widget_set_visible (self->first_day_row, (self->kind->uses & JP_USES_FIRST_DAY) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->batch_group), many);
  gtk_widget_set_visible (GTK_WIDGET (self->binding_row), all);
  gtk_widget_set_visible (self->pattern_row, all && gtk_toggle_button_get_active (self->one_each));
  gtk_widget_set_visible (GTK_WIDGET (self->content), gtk_widget_get_visible (GTK_WIDGET (self->cluster_row))
                                                        || gtk_widget_get_visible (GTK_WIDGET (self->district_row))
                                                        || self->kind->uses != JP_USES_NOTHING
                                                        || self->kind->year != JP_REPORT_YEAR_UNUSED);
}

static void
on_changed (JpReportOptions *self)
{
  if (self->filling || self->kind == NULL)
    return;

  update_rows (self);
  on_first_day (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_chosen (JpReportOptions *self)
{
  const char *cluster = jp_choice_row_get_chosen (self->cluster_row);

  if (self->filling)
    return;

  jp_text_set (&self->cluster, cluster != NULL ? cluster : self->cluster);
  jp_text_set (&self->district, chosen (self->district_row, self->districts));
  on_changed (self);
}

static void
fill (AdwComboRow *row, GtkStringList *names, GPtrArray *ids, const char *wanted)
{
  guint selected = 0;

  for (guint i = 0; i < ids->len; i++)
    if (wanted != NULL && g_strcmp0 (g_ptr_array_index (ids, i), wanted) == 0)
      selected = i;
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, ids->len > 0 ? selected : GTK_INVALID_LIST_POSITION);
}

/* Those assessed this year come first: papers are about them. */
static void
fill_clusters (JpReportOptions *self)
{
  GPtrArray *results = jp_session_get_results (self->session);
  GPtrArray *dossiers = jp_session_get_dossiers (self->session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) due = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < results->len; i++)
    g_hash_table_add (due, (gpointer) ((const JpResult *) g_ptr_array_index (results, i))->dossier);
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < dossiers->len; i++)
      {
        const JpDossier *dossier = g_ptr_array_index (dossiers, i);

        if (g_hash_table_contains (due, dossier) != (pass == 0))
          continue;
        g_ptr_array_add (ids, dossier->id);
        g_ptr_array_add (names, dossier->name);
      }
  jp_choice_row_set_choices (self->cluster_row, ids, names, self->cluster);
  self->n_clusters = ids->len;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
fill_districts (JpReportOptions *self)
{
  GPtrArray *dossiers = jp_session_get_dossiers (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_set_size (self->districts, 0);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      if (dossier->district != NULL && g_hash_table_add (seen, dossier->district))
        g_ptr_array_add (self->districts, g_strdup (dossier->district));
    }
  g_ptr_array_sort (self->districts, compare_codes);
  gtk_string_list_append (names, _("All Districts"));
  for (guint i = 0; i < self->districts->len; i++)
    gtk_string_list_append (names, jp_session_district_name (self->session, g_ptr_array_index (self->districts, i)));
  g_ptr_array_insert (self->districts, 0, NULL);
  fill (self->district_row, names, self->districts, self->district);
}

static void
tell_year (JpReportOptions *self)
{
  int year = jp_session_get_year (self->session);
  g_autofree char *title = NULL;

  if (self->kind->year == JP_REPORT_YEAR_ASSESSMENT)
    title = g_strdup_printf (_("Assessment year %d"), year);
  else if (self->kind->year == JP_REPORT_YEAR_FISCAL)
    title = g_strdup_printf (_("Fiscal year %d"), year + 1);
  else
    title = g_strdup_printf (_("Year %d"), year + 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->year_row), title);
  adw_action_row_set_subtitle (self->year_row, self->kind->year == JP_REPORT_YEAR_ASSESSMENT
                                                 ? _("Chosen in the header")
                                                 : _("The year after the one in the header"));
}

static void
jp_report_options_dispose (GObject *object)
{
  g_clear_object (&JP_REPORT_OPTIONS (object)->session);

  G_OBJECT_CLASS (jp_report_options_parent_class)->dispose (object);
}

static void
jp_report_options_finalize (GObject *object)
{
  JpReportOptions *self = JP_REPORT_OPTIONS (object);

  g_ptr_array_unref (self->districts);
  g_free (self->cluster);
  g_free (self->district);

  G_OBJECT_CLASS (jp_report_options_parent_class)->finalize (object);
}

static void
jp_report_options_class_init (JpReportOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jp_report_options_dispose;
  object_class->finalize = jp_report_options_finalize;

  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-report-options.ui");
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, content);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, batch_group);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, cluster_row);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, district_row);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, year_row);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, run_on_row);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, curves_row);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, blank_row);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, contact_row);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, first_day_row);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, own_page);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, curves);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, blank);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, batch_row);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, batch);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, binding_row);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, one_each);
  gtk_widget_class_bind_template_child (widget_class, JpReportOptions, pattern_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
jp_report_options_init (JpReportOptions *self)
{
  g_type_ensure (JP_TYPE_CHOICE_ROW);
  self->districts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->pattern_row), JP_PAPER_NAMES_PATTERN);
}

GtkWidget *
jp_report_options_new (void)
{
  return g_object_new (JP_TYPE_REPORT_OPTIONS, NULL);
}

void
jp_report_options_show (JpReportOptions *self, const JpReportKind *kind, JpSession *session)
{
  g_autofree char *batch = NULL;

  g_return_if_fail (JP_IS_REPORT_OPTIONS (self));

  self->filling = TRUE;
  self->kind = kind;
  g_set_object (&self->session, session);
  fill_clusters (self);
  fill_districts (self);
  tell_year (self);
  batch = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All it concerns of %u cluster",
                                        "All it concerns of %u clusters", self->n_clusters),
                           self->n_clusters);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->batch_row), batch);
  if (!by_clusters (self))
    gtk_switch_set_active (self->batch, FALSE);
  jp_text_set (&self->cluster, jp_choice_row_get_chosen (self->cluster_row));
  self->filling = FALSE;
  update_rows (self);
}

JpPaperOrder *
jp_report_options_order (JpReportOptions *self)
{
  JpPaperOrder *order = jp_paper_order_new (self->session, self->kind->id);
  const char *contact = gtk_editable_get_text (GTK_EDITABLE (self->contact_row));
  gboolean all = gtk_switch_get_active (self->batch);

  if (by_clusters (self) && !all)
    order->cluster = g_strdup (self->cluster);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->district_row)))
    order->district = g_strdup (self->district);
  order->run_on = !gtk_switch_get_active (self->own_page);
  order->curves = gtk_switch_get_active (self->curves);
  order->blank_opinions = gtk_switch_get_active (self->blank);
  order->contact = *contact != '\0' ? g_strdup (contact) : NULL;
  order->first_day = jp_date_parse_loose (gtk_editable_get_text (GTK_EDITABLE (self->first_day_row)));
  return order;
}

void
jp_report_options_choose (JpReportOptions *self, const char *cluster)
{
  if (cluster == NULL)
    return;

  gtk_switch_set_active (self->batch, FALSE);
  jp_choice_row_choose (self->cluster_row, cluster);
}

gboolean
jp_report_options_is_batch (JpReportOptions *self)
{
  return gtk_switch_get_active (self->batch);
}

void
jp_report_options_set_batch (JpReportOptions *self, gboolean batch)
{
  gtk_switch_set_active (self->batch, batch);
}

const char *
jp_report_options_get_pattern (JpReportOptions *self)
{
  if (!gtk_switch_get_active (self->batch) || !gtk_toggle_button_get_active (self->one_each))
    return NULL;

  return gtk_editable_get_text (GTK_EDITABLE (self->pattern_row));
}
