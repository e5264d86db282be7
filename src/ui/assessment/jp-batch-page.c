/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 批量录入: the year's points as a grid, for who knows them already. */

#include "jp-batch-page.h"

#include "jp-assessment-finder.h"
#include "jp-points-bar.h"
#include "jp-points-paste.h"

#include <glib/gi18n-lib.h>

struct _JpBatchPage
{
  JpPage parent_instance;

  /* Template widgets. */
  JpAssessmentFinder *finder;
  GtkWidget          *person_box;
  GtkEntry           *person_entry;
  AdwBin             *chips_place;
  GtkStack           *states;
  AdwBin             *grid_place;
  AdwBin             *bar_place;

  /* Borrowed: children. */
  JpPointsGrid *grid;
  JpPointsBar  *bar;

  /* Owned. */
  JpAssessmentList *list;
  JpPointsDrafts   *drafts;
  char             *cluster, *indicator; /* to be gone to when it is shown */

  guint    going; /* source: to the grid */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JpBatchPage, jp_batch_page, JP_TYPE_PAGE)

/* What is typed and where the cursor is are kept at once, not only when the window closes. */
static void
keep (JpBatchPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keep-place", NULL);
}

static void
show_state (JpBatchPage *self)
{
  const JpAssessmentCounts *counts = jp_assessment_list_get_counts (self->list);
  const char *state = counts->all == 0 ? "none-due" : counts->shown == 0 ? "no-hit" : "grid";

  if (counts->all > 0 && jp_points_grid_get_pack (self->grid) == NULL)
    state = "no-rules";
  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (GTK_WIDGET (self->bar_place), g_str_equal (state, "grid"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "batch.clear", jp_assessment_list_is_filtered (self->list));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "batch.copy", counts->shown > 0);
}

static void
show_all (JpBatchPage *self)
{
  JpSession *session = jp_page_get_session (JP_PAGE (self));

  if (session == NULL)
    return;

  jp_assessment_finder_update (self->finder, session);
  jp_points_grid_show (self->grid, session);
  show_state (self);
  jp_points_bar_update (self->bar);
}

static void
clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jp_assessment_finder_clear (JP_BATCH_PAGE (widget)->finder);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpBatchPage *self = JP_BATCH_PAGE (widget);

  jp_points_grid_copy_all (self->grid);
  jp_page_toast (JP_PAGE (self), _("The table is in the clipboard. Fill it in elsewhere, copy it and paste it here: "
                                   "rows and columns are found by their names."));
}

static void
on_search_activate (JpBatchPage *self)
{
  jp_points_grid_take_focus (self->grid);
}

static void
on_person_changed (JpBatchPage *self)
{
  if (self->updating)
    return;

  jp_points_drafts_set_person (self->drafts, gtk_editable_get_text (GTK_EDITABLE (self->person_entry)));
  keep (self);
}

static gboolean
go_to_grid (gpointer data)
{
  JpBatchPage *self = data;

  self->going = 0;
  jp_points_grid_take_focus (self->grid);

  return G_SOURCE_REMOVE;
}

/* Who comes here comes to type, unless the cursor is somewhere on the page already. The stack of pages gives the focus
 * to the first of its new page only after this. */
static void
on_grid_mapped (JpBatchPage *self)
{
  if (self->going == 0 && (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    self->going = g_idle_add (go_to_grid, self);
}

static void
on_moved (JpBatchPage *self)
{
  jp_points_bar_update (self->bar);
  keep (self);
}

static void
on_pasted (JpBatchPage *self, const char *text)
{
  jp_points_paste_open (self->grid, jp_page_get_session (JP_PAGE (self)), self->list, self->drafts, text);
}

static void
on_given (JpBatchPage *self, GPtrArray *given)
{
  jp_points_give (self->grid, jp_page_get_session (JP_PAGE (self)), self->drafts, given);
}

static void
jp_batch_page_refresh (JpPage *page)
{
  JpBatchPage *self = JP_BATCH_PAGE (page);
  JpSession *session = jp_page_get_session (page);
  const char *person = jp_points_drafts_get_person (self->drafts);

  jp_points_drafts_present (self->drafts, session, jp_session_get_year (session));
  jp_assessment_list_show (self->list, session);
  gtk_widget_set_visible (self->person_box, jp_session_is_city (session));
  self->updating = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->person_entry)), person != NULL ? person : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->person_entry), person != NULL ? person : "");
  self->updating = FALSE;
  show_all (self);
  if (self->cluster != NULL && self->indicator != NULL)
    jp_points_grid_go (self->grid, self->cluster, self->indicator);
  g_clear_pointer (&self->cluster, g_free);
  g_clear_pointer (&self->indicator, g_free);
}

static gboolean
jp_batch_page_focus_search (JpPage *page)
{
  return jp_assessment_finder_focus (JP_BATCH_PAGE (page)->finder);
}

static GVariant *
jp_batch_page_get_state (JpPage *page)
{
  JpBatchPage *self = JP_BATCH_PAGE (page);
  const char *person = jp_points_drafts_get_person (self->drafts);
  guint indicator = 0;
  const JpResult *record = jp_points_grid_get_cursor (self->grid, NULL, &indicator);
  const JpPack *pack = jp_points_grid_get_pack (self->grid);
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);

  jp_assessment_finder_save (self->finder, &state);
  g_variant_dict_insert (&state, "person", "s", person != NULL ? person : "");
  if (record != NULL && pack != NULL)
    {
      g_variant_dict_insert (&state, "cluster", "s", record->dossier->id);
      g_variant_dict_insert (&state, "indicator", "s", pack->indicators[indicator].id);
    }
  g_variant_dict_insert_value (&state, "typed", jp_points_drafts_get_state (self->drafts));

  return g_variant_dict_end (&state);
}

static void
take_text (GVariantDict *state, const char *key, char **text)
{
  const char *found;

  if (!g_variant_dict_lookup (state, key, "&s", &found) || *found == '\0')
    return;

  g_free (*text);
  *text = g_strdup (found);
}

static void
jp_batch_page_set_state (JpPage *page, GVariant *variant)
{
  JpBatchPage *self = JP_BATCH_PAGE (page);
  g_auto (GVariantDict) state = { 0 };
  g_autoptr (GVariant) typed = NULL;
  const char *person;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return;

  g_variant_dict_init (&state, variant);
  if (g_variant_dict_lookup (&state, "person", "&s", &person))
    jp_points_drafts_set_person (self->drafts, person);
  take_text (&state, "cluster", &self->cluster);
  take_text (&state, "indicator", &self->indicator);
  /* After a restart; on the way back the page still has what is typed, and what was saved meanwhile is no more. */
  typed = g_variant_dict_lookup_value (&state, "typed", NULL);
  if (typed != NULL && jp_page_get_session (page) == NULL)
    jp_points_drafts_set_state (self->drafts, typed);
  jp_assessment_finder_restore (self->finder, &state);
}

static void
jp_batch_page_dispose (GObject *object)
{
  JpBatchPage *self = JP_BATCH_PAGE (object);

  g_clear_handle_id (&self->going, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->drafts);

  G_OBJECT_CLASS (jp_batch_page_parent_class)->dispose (object);
}

static void
jp_batch_page_finalize (GObject *object)
{
  JpBatchPage *self = JP_BATCH_PAGE (object);

  g_free (self->cluster);
  g_free (self->indicator);

  G_OBJECT_CLASS (jp_batch_page_parent_class)->finalize (object);
}

static void
jp_batch_page_class_init (JpBatchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JpPageClass *page_class = JP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_batch_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_batch_page_finalize;
  page_class->refresh = jp_batch_page_refresh;
  page_class->focus_search = jp_batch_page_focus_search;
  page_class->get_state = jp_batch_page_get_state;
  page_class->set_state = jp_batch_page_set_state;

  g_type_ensure (JP_TYPE_ASSESSMENT_FINDER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-batch-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JpBatchPage, finder);
  gtk_widget_class_bind_template_child (widget_class, JpBatchPage, person_box);
  gtk_widget_class_bind_template_child (widget_class, JpBatchPage, person_entry);
  gtk_widget_class_bind_template_child (widget_class, JpBatchPage, chips_place);
  gtk_widget_class_bind_template_child (widget_class, JpBatchPage, states);
  gtk_widget_class_bind_template_child (widget_class, JpBatchPage, grid_place);
  gtk_widget_class_bind_template_child (widget_class, JpBatchPage, bar_place);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_person_changed);
  gtk_widget_class_install_action (widget_class, "batch.clear", NULL, clear);
  gtk_widget_class_install_action (widget_class, "batch.copy", NULL, copy);
}

static void
jp_batch_page_init (JpBatchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = jp_assessment_list_new ();
  self->drafts = jp_points_drafts_new ();

  jp_assessment_finder_set_list (self->finder, self->list);
  g_signal_connect_swapped (self->finder, "changed", G_CALLBACK (show_all), self);
  adw_bin_set_child (self->chips_place, jp_assessment_finder_get_chips (self->finder));

  self->grid = JP_POINTS_GRID (jp_points_grid_new (self->list, self->drafts));
  adw_bin_set_child (self->grid_place, GTK_WIDGET (self->grid));
  self->bar = JP_POINTS_BAR (jp_points_bar_new (self->grid, self->drafts));
  adw_bin_set_child (self->bar_place, GTK_WIDGET (self->bar));
  g_signal_connect_swapped (self->grid, "map", G_CALLBACK (on_grid_mapped), self);
  g_signal_connect_swapped (self->grid, "moved", G_CALLBACK (on_moved), self);
  g_signal_connect_swapped (self->grid, "reason-wanted", G_CALLBACK (jp_points_bar_take_focus), self->bar);
  g_signal_connect_swapped (self->grid, "pasted", G_CALLBACK (on_pasted), self);
  g_signal_connect_swapped (self->grid, "given", G_CALLBACK (on_given), self);
}

GtkWidget *
jp_batch_page_new (void)
{
  return g_object_new (JP_TYPE_BATCH_PAGE, NULL);
}
