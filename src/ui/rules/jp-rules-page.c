/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-rules-page.h"

#include "jp-choice.h"
#include "jp-place-list.h"
#include "jp-rules-acts.h"
#include "jp-rules-column.h"
#include "jp-rules-holidays.h"

#include <glib/gi18n-lib.h>

struct _JpRulesPage
{
  JpPage parent_instance;

  /* Template widgets. */
  GtkLabel          *title_label;
  GtkLabel          *about_label;
  GtkLabel          *mark_label;
  GtkDropDown       *version_choice;
  GtkButton         *list_button;
  AdwLeaflet        *leaflet;
  GtkListBox        *list;
  GtkScrolledWindow *scrolled;
  GtkBox            *column;

  /* Owned. */
  char    *shown;   /* "ID/VERSION" of the pack chosen; NULL: the one in force */
  gboolean listing;
};

G_DEFINE_FINAL_TYPE (JpRulesPage, jp_rules_page, JP_TYPE_PAGE)

/* The chapters in their order. A new one is a function and a line. */
static const struct
{
  const char    *id;
  const char    *title;
  JpRulesChapter read;
} chapters[] = {
  { "scope", N_("Scope and Versions"), jp_rules_read_scope },
  { "indicators", N_("Indicators and Weights"), jp_rules_read_indicators },
  { "curves", N_("Scoring Curves"), jp_rules_read_curves },
  { "bands", N_("Bands and Amounts"), jp_rules_read_bands },
  { "times", N_("Time Limits"), jp_rules_read_times },
  { "vetoes", N_("Vetoes"), jp_rules_read_vetoes },
  { "uses", N_("Use of Funds"), jp_rules_read_uses },
  { "standard", N_("Standard of Recognition"), jp_rules_read_standard },
  { "figures", N_("Annual Figures"), jp_rules_read_figures },
  { "places", N_("City and Districts"), jp_rules_read_places },
  { "holidays", N_("Holidays"), jp_rules_read_holidays },
};

static char *
pack_name (const JpPack *pack)
{
  return g_strdup_printf ("%s/%u", pack->id, pack->version);
}

static const JpContext *
present_context (JpRulesPage *self)
{
  return jp_session_get_context (jp_page_get_session (JP_PAGE (self)));
}

/* The version chosen, or the one in force. */
static const JpPack *
present_pack (JpRulesPage *self)
{
  const JpContext *context = present_context (self);

  for (guint i = 0; self->shown != NULL && i < jp_pack_set_size (context->packs); i++)
    {
      const JpPack *pack = jp_pack_set_nth (context->packs, i);
      g_autofree char *name = pack_name (pack);

      if (g_str_equal (name, self->shown))
        return pack;
    }

  return jp_pack_set_on (context->packs, context->today);
}

static void
list_versions (JpRulesPage *self, const JpPack *present)
{
  const JpPackSet *packs = present_context (self)->packs;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < jp_pack_set_size (packs); i++)
    {
      const JpPack *pack = jp_pack_set_nth (packs, i);
      g_autofree char *name = g_strdup_printf (_("%s, version %u"), pack->id, pack->version);

      gtk_string_list_append (names, name);
      if (pack == present)
        chosen = i;
    }

  self->listing = TRUE;
  gtk_drop_down_set_model (self->version_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->version_choice, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->version_choice), jp_pack_set_size (packs) > 1);
  self->listing = FALSE;
}

static void
show_head (JpRulesPage *self, const JpPack *pack)
{
  const JpContext *context = present_context (self);
  gboolean confirmed = jp_pack_set_confirmed (context->packs, pack);
  gboolean city = jp_session_is_city (jp_page_get_session (JP_PAGE (self)));
  gboolean in_force = pack == jp_pack_set_on (context->packs, context->today);
  g_autofree char *from = jp_date_to_chinese (pack->effective_from);
  g_autofree char *about
    = g_strdup_printf (_("%s · version %u · in force from %s"), pack->document, pack->version, from);

  gtk_label_set_label (self->title_label, pack->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), pack->title);
  gtk_label_set_label (self->about_label, about);
  gtk_label_set_label (self->mark_label, confirmed ? "评分标准已核定" : "示例 · 评分标准未核定");
  gtk_widget_remove_css_class (GTK_WIDGET (self->mark_label), confirmed ? "chip-amber" : "chip-good");
  gtk_widget_add_css_class (GTK_WIDGET (self->mark_label), confirmed ? "chip-good" : "chip-amber");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules.confirm", in_force && city);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules.import", city);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules.edit", city);
}

static void
show_chapter (JpRulesPage *self, const JpPack *pack)
{
  JpRulesView view = { jp_page_get_session (JP_PAGE (self)), present_context (self), pack };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->column))) != NULL)
    gtk_box_remove (self->column, child);
  chapters[jp_place_list_get_chosen (self->list)].read (self->column, &view);
}

static void
jp_rules_page_refresh (JpPage *page)
{
  JpRulesPage *self = JP_RULES_PAGE (page);
  const JpPack *pack = present_pack (self);

  list_versions (self, pack);
  show_head (self, pack);
  show_chapter (self, pack);
}

static void
select_chapter (JpRulesPage *self, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (chapters); i++)
    if (g_strcmp0 (chapters[i].id, id) == 0)
      jp_place_list_choose_nth (self->list, i);
}

static void
jp_rules_page_open (JpPage *page, const char *target)
{
  JpRulesPage *self = JP_RULES_PAGE (page);

  if (target == NULL || *target == '\0')
    return;

  select_chapter (self, target);
  show_chapter (self, present_pack (self));
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

static GVariant *
jp_rules_page_get_state (JpPage *page)
{
  return g_variant_new_string (chapters[jp_place_list_get_chosen (JP_RULES_PAGE (page)->list)].id);
}

static void
jp_rules_page_set_state (JpPage *page, GVariant *state)
{
  if (g_variant_is_of_type (state, G_VARIANT_TYPE_STRING))
    select_chapter (JP_RULES_PAGE (page), g_variant_get_string (state, NULL));
}

static void
on_row_activated (JpRulesPage *self, GtkListBoxRow *row)
{
  jp_place_list_choose (self->list, row);
  show_chapter (self, present_pack (self));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

static void
on_version_chosen (JpRulesPage *self)
{
  const JpPackSet *packs;
  guint row = gtk_drop_down_get_selected (self->version_choice);

  if (self->listing || row == GTK_INVALID_LIST_POSITION)
    return;

  packs = present_context (self)->packs;
  g_free (self->shown);
  self->shown = pack_name (jp_pack_set_nth (packs, row));
  show_head (self, present_pack (self));
  show_chapter (self, present_pack (self));
}

static void
on_confirm (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jp_rules_confirm_open (widget, jp_page_get_session (JP_PAGE (widget)));
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jp_rules_export_open (widget, present_pack (JP_RULES_PAGE (widget)));
}

static void
on_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jp_rules_import_open (widget, jp_page_get_session (JP_PAGE (widget)));
}

static void
on_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.go", "s", "rules-editor");
}

static void
on_holidays_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jp_holidays_import_open (widget, jp_page_get_session (JP_PAGE (widget)));
}

static void
on_holidays_hand (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jp_holidays_form_open (widget, jp_page_get_session (JP_PAGE (widget)));
}

static void
jp_rules_page_finalize (GObject *object)
{
  g_free (JP_RULES_PAGE (object)->shown);

  G_OBJECT_CLASS (jp_rules_page_parent_class)->finalize (object);
}

static void
jp_rules_page_class_init (JpRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JpPageClass *page_class = JP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_rules_page_finalize;
  page_class->refresh = jp_rules_page_refresh;
  page_class->open = jp_rules_page_open;
  page_class->get_state = jp_rules_page_get_state;
  page_class->set_state = jp_rules_page_set_state;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JpRulesPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, JpRulesPage, about_label);
  gtk_widget_class_bind_template_child (widget_class, JpRulesPage, mark_label);
  gtk_widget_class_bind_template_child (widget_class, JpRulesPage, version_choice);
  gtk_widget_class_bind_template_child (widget_class, JpRulesPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, JpRulesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JpRulesPage, list);
  gtk_widget_class_bind_template_child (widget_class, JpRulesPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, JpRulesPage, column);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_version_chosen);
  gtk_widget_class_install_action (widget_class, "rules.confirm", NULL, on_confirm);
  gtk_widget_class_install_action (widget_class, "rules.export", NULL, on_export);
  gtk_widget_class_install_action (widget_class, "rules.import", NULL, on_import);
  gtk_widget_class_install_action (widget_class, "rules.edit", NULL, on_edit);
  gtk_widget_class_install_action (widget_class, "rules.holidays-file", NULL, on_holidays_file);
  gtk_widget_class_install_action (widget_class, "rules.holidays-hand", NULL, on_holidays_hand);
}

static void
jp_rules_page_init (JpRulesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jp_choice_setup (self->version_choice);
  jp_page_set_shows_year (JP_PAGE (self), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (chapters); i++)
    jp_place_list_add (self->list, _(chapters[i].title));
  jp_place_list_keep (self->list);
  jp_place_list_choose_nth (self->list, 0);
  jp_place_list_fold (self->leaflet, self->list_button);
}
