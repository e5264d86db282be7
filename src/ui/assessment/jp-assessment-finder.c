/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-finder.h"

#include "jp-assessment-chips.h"

#include <glib/gi18n-lib.h>

struct _JpAssessmentFinder
{
  GtkBox parent_instance;

  /* Template widgets. */
  GtkSearchEntry *search_entry;
  GtkLabel       *hits;

  /* Owned. */
  JpAssessmentList  *list;
  JpAssessmentChips *chips;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JpAssessmentFinder, jp_assessment_finder, GTK_TYPE_BOX)

enum
{
  CHANGED,
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_filter (JpAssessmentFinder *self, const JpAssessmentFilter *filter)
{
  jp_assessment_list_set_filter (self->list, filter);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Only committed text comes here: what an input method still composes is not in the entry's text. */
static void
on_search_changed (JpAssessmentFinder *self)
{
  JpAssessmentFilter filter = { .search = "" };

  if (self->updating)
    return;

  filter = *jp_assessment_list_get_filter (self->list);
  filter.search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  set_filter (self, &filter);
}

static void
on_activate (JpAssessmentFinder *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
on_stop_search (JpAssessmentFinder *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
on_chips_changed (JpAssessmentFinder *self)
{
  JpAssessmentFilter filter = *jp_assessment_list_get_filter (self->list);

  jp_assessment_chips_apply (self->chips, &filter);
  set_filter (self, &filter);
}

static void
jp_assessment_finder_dispose (GObject *object)
{
  JpAssessmentFinder *self = JP_ASSESSMENT_FINDER (object);

  if (self->chips != NULL)
    g_signal_handlers_disconnect_by_data (self->chips, self);
  g_clear_object (&self->chips);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (jp_assessment_finder_parent_class)->dispose (object);
}

static void
jp_assessment_finder_class_init (JpAssessmentFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_assessment_finder_dispose;

  signals[CHANGED] = g_signal_new ("changed", JP_TYPE_ASSESSMENT_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", JP_TYPE_ASSESSMENT_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-assessment-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, JpAssessmentFinder, search_entry);
  gtk_widget_class_bind_template_child (widget_class, JpAssessmentFinder, hits);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
jp_assessment_finder_init (JpAssessmentFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chips = g_object_ref_sink (JP_ASSESSMENT_CHIPS (jp_assessment_chips_new ()));
  g_signal_connect_swapped (self->chips, "changed", G_CALLBACK (on_chips_changed), self);
}

void
jp_assessment_finder_set_list (JpAssessmentFinder *self, JpAssessmentList *list)
{
  g_set_object (&self->list, list);
}

GtkWidget *
jp_assessment_finder_get_chips (JpAssessmentFinder *self)
{
  return GTK_WIDGET (self->chips);
}

void
jp_assessment_finder_update (JpAssessmentFinder *self, JpSession *session)
{
  const JpAssessmentCounts *counts = jp_assessment_list_get_counts (self->list);
  g_autofree char *text = NULL;

  if (session != NULL)
    jp_assessment_chips_update (self->chips, session, jp_assessment_list_get_filter (self->list), counts);
  if (jp_assessment_list_is_filtered (self->list))
    text = g_strdup_printf (_("%u of %u assessments"), counts->shown, counts->all);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u assessment", "%u assessments", counts->all), counts->all);
  gtk_label_set_label (self->hits, text);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->chips)), counts->all > 0);
}

void
jp_assessment_finder_show (JpAssessmentFinder *self, const JpAssessmentFilter *filter)
{
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), filter->search);
  self->updating = FALSE;
  set_filter (self, filter);
}

void
jp_assessment_finder_clear (JpAssessmentFinder *self)
{
  jp_assessment_finder_show (self, &(JpAssessmentFilter) { .search = "" });
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

gboolean
jp_assessment_finder_focus (JpAssessmentFinder *self)
{
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
jp_assessment_finder_save (JpAssessmentFinder *self, GVariantDict *state)
{
  const JpAssessmentFilter *filter = jp_assessment_list_get_filter (self->list);

  g_variant_dict_insert (state, "search", "s", filter->search);
  g_variant_dict_insert (state, "states", "u", filter->states);
  g_variant_dict_insert (state, "marks", "u", filter->marks);
  g_variant_dict_insert (state, "district", "s", filter->district != NULL ? filter->district : "");
}

void
jp_assessment_finder_restore (JpAssessmentFinder *self, GVariantDict *state)
{
  JpAssessmentFilter filter = { .search = "" };
  const char *district = "";

  g_variant_dict_lookup (state, "search", "&s", &filter.search);
  g_variant_dict_lookup (state, "states", "u", &filter.states);
  g_variant_dict_lookup (state, "marks", "u", &filter.marks);
  if (g_variant_dict_lookup (state, "district", "&s", &district) && *district != '\0')
    filter.district = g_intern_string (district);
  jp_assessment_finder_show (self, &filter);
}
