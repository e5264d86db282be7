/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-section.h"

#include "jp-article-tag.h"
#include "jp-field.h"
#include "jp-find-named.h"

#include <glib/gi18n-lib.h>

#define COLUMN_WIDTH 1080

typedef struct
{
  /* Borrowed: children, and what is shown. */
  GtkWidget       *scrolled;
  GtkWidget       *column;
  const JpDossier *dossier;

  /* Owned. */
  JpSession  *session;
  JpSnapshot *shown;
} JpDossierSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (JpDossierSection, jp_dossier_section, ADW_TYPE_BIN)

static void
jp_dossier_section_dispose (GObject *object)
{
  JpDossierSectionPrivate *private = jp_dossier_section_get_instance_private (JP_DOSSIER_SECTION (object));

  private->dossier = NULL;
  g_clear_object (&private->session);
  g_clear_pointer (&private->shown, jp_snapshot_unref);

  G_OBJECT_CLASS (jp_dossier_section_parent_class)->dispose (object);
}

static void
jp_dossier_section_class_init (JpDossierSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_dossier_section_dispose;
}

static void
jp_dossier_section_init (JpDossierSection *self)
{
  JpDossierSectionPrivate *private = jp_dossier_section_get_instance_private (self);
  GtkWidget *clamp = adw_clamp_new ();

  private->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_add_css_class (private->column, "dossier-column");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), COLUMN_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), private->column);
  private->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (private->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (private->scrolled), clamp);
  gtk_widget_set_vexpand (private->scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), private->scrolled);
}

JpSession *
jp_dossier_section_get_session (JpDossierSection *self)
{
  return ((JpDossierSectionPrivate *) jp_dossier_section_get_instance_private (self))->session;
}

const JpDossier *
jp_dossier_section_get_dossier (JpDossierSection *self)
{
  return ((JpDossierSectionPrivate *) jp_dossier_section_get_instance_private (self))->dossier;
}

const JpContext *
jp_dossier_section_get_context (JpDossierSection *self)
{
  return jp_snapshot_get_context (((JpDossierSectionPrivate *) jp_dossier_section_get_instance_private (self))->shown);
}

const JpPack *
jp_dossier_section_get_pack (JpDossierSection *self)
{
  const JpContext *context = jp_dossier_section_get_context (self);

  return jp_pack_set_on (context->packs, context->today);
}

GtkBox *
jp_dossier_section_get_column (JpDossierSection *self)
{
  return GTK_BOX (((JpDossierSectionPrivate *) jp_dossier_section_get_instance_private (self))->column);
}

/* What has the focus within @self, and all around it up to @self; empty: it is elsewhere. */
static GPtrArray *
focus_way (JpDossierSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GPtrArray *way = g_ptr_array_new_with_free_func (g_object_unref);

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    for (; focus != GTK_WIDGET (self); focus = gtk_widget_get_parent (focus))
      g_ptr_array_add (way, g_object_ref (focus));

  return way;
}

/* What had the focus, or the field that it belongs to: that has the name. */
static GtkWidget *
focused_thing (GPtrArray *way)
{
  for (guint i = 0; i < way->len; i++)
    if (JP_IS_FIELD (g_ptr_array_index (way, i)))
      return g_ptr_array_index (way, i);

  return way->len > 0 ? g_ptr_array_index (way, 0) : NULL;
}

/* To what has the same name; where that is gone, into what is left of its surroundings. */
static void
bring_focus_back (JpDossierSection *self, GPtrArray *way)
{
  GtkWidget *focus = focused_thing (way);
  gboolean has_name = focus != NULL && !g_str_equal (gtk_widget_get_name (focus), G_OBJECT_TYPE_NAME (focus));
  GtkWidget *named = has_name ? jp_find_named (GTK_WIDGET (self), gtk_widget_get_name (focus)) : NULL;

  if (named != NULL && (gtk_widget_is_focus (named) || gtk_widget_grab_focus (named)))
    return;

  for (guint i = 0; i < way->len; i++)
    if (gtk_widget_is_ancestor (g_ptr_array_index (way, i), GTK_WIDGET (self)))
      {
        if (i > 0)
          gtk_widget_child_focus (g_ptr_array_index (way, i), GTK_DIR_TAB_FORWARD);
        return;
      }
}

/**
 * jp_dossier_section_present:
 * @self: a section
 * @session: the data file
 * @dossier: of its present snapshot
 *
 * Shows a dossier. What is made anew keeps the focus by its name or near it, and the column its place.
 */
void
jp_dossier_section_present (JpDossierSection *self, JpSession *session, const JpDossier *dossier)
{
  JpDossierSectionPrivate *private = jp_dossier_section_get_instance_private (self);
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (private->scrolled));
  gboolean same = private->dossier != NULL && g_str_equal (private->dossier->id, dossier->id);
  g_autoptr (GPtrArray) way = focus_way (self);
  g_autoptr (JpSnapshot) before = private->shown;

  g_set_object (&private->session, session);
  private->shown = jp_snapshot_ref (jp_session_get_snapshot (session));
  private->dossier = dossier;
  JP_DOSSIER_SECTION_GET_CLASS (self)->show (self, dossier);

  if (!same)
    gtk_adjustment_set_value (scroll, 0);
  else
    bring_focus_back (self, way);
}

void
jp_dossier_section_clear (JpDossierSection *self)
{
  GtkBox *column = jp_dossier_section_get_column (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (column))) != NULL)
    gtk_box_remove (column, child);
}

AdwPreferencesGroup *
jp_dossier_section_add_group (JpDossierSection *self, const char *title, const char *article)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (group, escaped);
  if (article != NULL)
    jp_group_add_suffix (group, jp_article_tag_new (article));
  gtk_box_append (jp_dossier_section_get_column (self), GTK_WIDGET (group));

  return group;
}

void
jp_group_add_suffix (AdwPreferencesGroup *group, GtkWidget *widget)
{
  GtkWidget *box = adw_preferences_group_get_header_suffix (group);

  if (box == NULL)
    {
      box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
      adw_preferences_group_set_header_suffix (group, box);
    }
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), widget);
}

GtkWidget *
jp_group_add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);

  return row;
}

GtkWidget *
jp_group_add_empty (AdwPreferencesGroup *group, const char *text)
{
  GtkWidget *row = jp_group_add_row (group, text, NULL);

  gtk_widget_add_css_class (row, "empty-row");

  return row;
}

GtkWidget *
jp_section_button (const char *label, const char *name, GCallback clicked, gpointer data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (clicked != NULL)
    g_signal_connect_swapped (button, "clicked", clicked, data);

  return button;
}

GtkWidget *
jp_section_chip (const char *text, const char *kind)
{
  GtkWidget *chip = gtk_label_new (text);
  g_autofree char *css_class = g_strconcat ("chip-", kind, NULL);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, css_class);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);

  return chip;
}

void
jp_group_add_standard_item (AdwPreferencesGroup *group, const JpStandardItem *item)
{
  static const char * const css[] = { "bad", "good", "plain" };
  const char *words[] = { _("Not met"), _("Met"), item->judged ? _("Not judged") : _("Not known") };
  GtkWidget *row = jp_group_add_row (group, item->name, item->note);

  if (item->value != NULL)
    {
      GtkWidget *value = gtk_label_new (item->value);

      gtk_widget_add_css_class (value, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (words[item->met], css[item->met]));
}
