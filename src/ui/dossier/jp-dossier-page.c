/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-page.h"

#include "jp-article-tag.h"
#include "jp-dossier-assessments.h"
#include "jp-dossier-figures.h"
#include "jp-dossier-files.h"
#include "jp-dossier-filings.h"
#include "jp-dossier-funding.h"
#include "jp-dossier-journal.h"
#include "jp-dossier-overview.h"
#include "jp-dossier-validity.h"
#include "jp-life.h"
#include "jp-place-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _JpDossierPage
{
  JpPage parent_instance;

  /* Template widgets. */
  GtkStack     *states;
  GtkButton    *list_button;
  GtkLabel     *name_label;
  GtkLabel     *about_label;
  GtkLabel     *stage_label;
  JpArticleTag *term_tag;
  AdwLeaflet   *leaflet;
  GtkListBox   *list;
  GtkStack     *sections;

  /* Owned. */
  char *cluster; /* UUID, or NULL */
};

G_DEFINE_FINAL_TYPE (JpDossierPage, jp_dossier_page, JP_TYPE_PAGE)

/* The sections in their order. A new one is a class and a line. */
static const struct
{
  const char *id;
  const char *title;
  const char *icon;
  GType     (*get_type) (void);
} table[] = {
  { "overview", N_("Overview"), "user-info-symbolic", jp_dossier_overview_get_type },
  { "figures", N_("Annual Figures"), "view-grid-symbolic", jp_dossier_figures_get_type },
  { "assessments", N_("Assessments"), "checkbox-checked-symbolic", jp_dossier_assessments_get_type },
  { "validity", N_("Validity"), "x-office-calendar-symbolic", jp_dossier_validity_get_type },
  { "funding", N_("Funding"), "emblem-documents-symbolic", jp_dossier_funding_get_type },
  { "filings", N_("Changes and Incidents"), "document-edit-symbolic", jp_dossier_filings_get_type },
  { "files", N_("Attachments"), "mail-attachment-symbolic", jp_dossier_files_get_type },
  { "journal", N_("Journal"), "document-open-recent-symbolic", jp_dossier_journal_get_type },
};

static const JpDossier *
present_dossier (JpDossierPage *self)
{
  JpSession *session = jp_page_get_session (JP_PAGE (self));

  return session != NULL && self->cluster != NULL ? jp_session_find (session, self->cluster) : NULL;
}

static const char *
present_section (JpDossierPage *self)
{
  return table[jp_place_list_get_chosen (self->list)].id;
}

/* Sections are made when they are first looked at. */
static JpDossierSection *
obtain_section (JpDossierPage *self, guint index)
{
  GtkWidget *section = gtk_stack_get_child_by_name (self->sections, table[index].id);

  if (section == NULL)
    {
      section = g_object_new (table[index].get_type (), NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (section), GTK_ACCESSIBLE_PROPERTY_LABEL, _(table[index].title),
                                      -1);
      gtk_stack_add_named (self->sections, section, table[index].id);
    }

  return JP_DOSSIER_SECTION (section);
}

static void
show_section (JpDossierPage *self, const JpDossier *dossier)
{
  JpDossierSection *section = obtain_section (self, jp_place_list_get_chosen (self->list));

  jp_dossier_section_present (section, jp_page_get_session (JP_PAGE (self)), dossier);
  gtk_stack_set_visible_child (self->sections, GTK_WIDGET (section));
}

static void
show_term (JpDossierPage *self, const JpDossier *dossier, const JpContext *context, const JpLife *life)
{
  const JpTerm *term = jp_life_last_term (life);
  const char *district = jp_session_district_name (jp_page_get_session (JP_PAGE (self)), dossier->district);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  g_autoptr (GString) about = g_string_new (district != NULL ? district : "");

  g_string_append_printf (about, "%s%s", about->len > 0 ? " · " : "",
                          dossier->industry != NULL ? dossier->industry : "");
  jp_article_tag_clear_inputs (self->term_tag);
  jp_article_tag_set_article (self->term_tag, term != NULL ? pack->term_article : NULL);
  if (term != NULL)
    {
      int left = jp_term_days_left (term, context->today);
      g_autofree char *first = jp_date_to_chinese (term->first);
      g_autofree char *last = jp_date_to_chinese (term->last);
      g_autofree char *days = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day left", "%d days left",
                                                            (gulong) ABS (left)), left);

      g_string_append_printf (about, " · %s – %s", first, last);
      jp_article_tag_set_value (self->term_tag, left >= 0 ? days : _("Term has ended"));
      jp_article_tag_add_input (self->term_tag, _("First day"), first);
      jp_article_tag_add_input (self->term_tag, _("Last day"), last);
      if (left >= 0)
        jp_article_tag_add_input (self->term_tag, _("Days left after today"), days);
    }
  gtk_label_set_label (self->about_label, about->str);
}

static void
show_head (JpDossierPage *self, const JpDossier *dossier)
{
  const JpContext *context = jp_session_get_context (jp_page_get_session (JP_PAGE (self)));
  g_auto (JpLife) life = { 0 };

  jp_life_init (&life, dossier, context);
  gtk_label_set_label (self->name_label, dossier->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), dossier->name);
  gtk_label_set_label (self->stage_label, jp_stage_name (life.stage));
  show_term (self, dossier, context, &life);
}

static void
jp_dossier_page_refresh (JpPage *page)
{
  JpDossierPage *self = JP_DOSSIER_PAGE (page);
  const JpDossier *dossier = present_dossier (self);

  gtk_stack_set_visible_child_name (self->states, dossier != NULL ? "dossier" : "none");
  if (dossier == NULL)
    return;

  show_head (self, dossier);
  show_section (self, dossier);
}

static void
select_section (JpDossierPage *self, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].id, id) == 0)
      jp_place_list_choose_nth (self->list, i);
}

static void
take_place (JpDossierPage *self, const char *target)
{
  const char *section = strchr (target, '#');

  g_free (self->cluster);
  self->cluster = section != NULL ? g_strndup (target, (gsize) (section - target)) : g_strdup (target);
  select_section (self, section != NULL ? section + 1 : NULL);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

static void
jp_dossier_page_open (JpPage *page, const char *target)
{
  JpDossierPage *self = JP_DOSSIER_PAGE (page);

  if (target == NULL || *target == '\0')
    return;

  take_place (self, target);
  jp_dossier_page_refresh (page);
}

static GVariant *
jp_dossier_page_get_state (JpPage *page)
{
  JpDossierPage *self = JP_DOSSIER_PAGE (page);
  g_autofree char *place = g_strdup_printf ("%s#%s", self->cluster != NULL ? self->cluster : "",
                                            present_section (self));

  return g_variant_new_string (place);
}

static void
jp_dossier_page_set_state (JpPage *page, GVariant *state)
{
  if (g_variant_is_of_type (state, G_VARIANT_TYPE_STRING))
    take_place (JP_DOSSIER_PAGE (page), g_variant_get_string (state, NULL));
}

static void
on_row_activated (JpDossierPage *self, GtkListBoxRow *row)
{
  const JpDossier *dossier = present_dossier (self);

  jp_place_list_choose (self->list, row);
  if (dossier != NULL)
    show_section (self, dossier);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

static void
add_row (JpDossierPage *self, guint index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (table[index].icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_(table[index].title)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(table[index].title), -1);
  gtk_list_box_append (self->list, row);
}

static void
jp_dossier_page_finalize (GObject *object)
{
  g_free (JP_DOSSIER_PAGE (object)->cluster);

  G_OBJECT_CLASS (jp_dossier_page_parent_class)->finalize (object);
}

static void
jp_dossier_page_class_init (JpDossierPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JpPageClass *page_class = JP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_dossier_page_finalize;
  page_class->refresh = jp_dossier_page_refresh;
  page_class->open = jp_dossier_page_open;
  page_class->get_state = jp_dossier_page_get_state;
  page_class->set_state = jp_dossier_page_set_state;

  g_type_ensure (JP_TYPE_ARTICLE_TAG);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-dossier-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JpDossierPage, states);
  gtk_widget_class_bind_template_child (widget_class, JpDossierPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, JpDossierPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, JpDossierPage, about_label);
  gtk_widget_class_bind_template_child (widget_class, JpDossierPage, stage_label);
  gtk_widget_class_bind_template_child (widget_class, JpDossierPage, term_tag);
  gtk_widget_class_bind_template_child (widget_class, JpDossierPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JpDossierPage, list);
  gtk_widget_class_bind_template_child (widget_class, JpDossierPage, sections);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
jp_dossier_page_init (JpDossierPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    add_row (self, i);
  jp_place_list_keep (self->list);
  select_section (self, table[0].id);
  jp_place_list_fold (self->leaflet, self->list_button);
}
