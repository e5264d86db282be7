/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-rules-editor.h"

#include "jp-columns.h"
#include "jp-fault.h"
#include "jp-pack-change.h"
#include "jp-place-list.h"
#include "jp-rules-acts.h"
#include "jp-rules-draft.h"
#include "jp-rules-fields.h"
#include "jp-rules-what-if.h"

#include <glib/gi18n-lib.h>

struct _JpRulesEditor
{
  JpPage parent_instance;

  /* Template widgets. */
  GtkLabel          *title_label;
  GtkLabel          *about_label;
  GtkLabel          *sum_label;
  GtkLabel          *state_label;
  GtkLabel          *orphans_label;
  GtkButton         *list_button;
  AdwLeaflet        *leaflet;
  GtkListBox        *list;
  GtkScrolledWindow *scrolled;
  GtkBox            *column;

  /* Owned. */
  JpPackDraft   *draft;  /* NULL before the first refresh */
  JpRulesFields *fields;
  GPtrArray     *faults; /* of JpFault */
  JpPack        *pack;   /* what the draft says; NULL while it has faults */
  char          *saved;  /* its text as kept; NULL: as it began */
  guint          rebuilding; /* source */
};

G_DEFINE_FINAL_TYPE (JpRulesEditor, jp_rules_editor, JP_TYPE_PAGE)

static JpSession *
session_of (JpRulesEditor *self)
{
  return jp_page_get_session (JP_PAGE (self));
}

/* What the weights come to, as far as they are numbers. */
static void
show_sum (JpRulesEditor *self)
{
  JpMoney sum = 0, weight;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < jp_pack_draft_count (self->draft, "$.indicators"); i++)
    {
      g_autofree char *path = g_strdup_printf ("$.indicators[%u].weight", i);
      g_autofree char *typed = jp_pack_draft_get_text (self->draft, path);

      if (typed != NULL && jp_money_parse (&weight, typed) && weight <= 10000)
        sum += weight;
    }
  shown = jp_units_to_string (sum, 2);
  /* Translators: the sum of the weights, which must be 100.00 */
  text = g_strdup_printf (_("Weights %s of 100.00"), shown);
  gtk_label_set_label (self->sum_label, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->sum_label), sum == 10000 ? "chip-bad" : "chip-good");
  gtk_widget_add_css_class (GTK_WIDGET (self->sum_label), sum == 10000 ? "chip-good" : "chip-bad");
}

static void
show_state (JpRulesEditor *self)
{
  g_autofree char *text
    = self->faults->len == 0
        ? g_strdup (_("In order"))
        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u fault", "%u faults", self->faults->len),
                           self->faults->len);
  gboolean city = jp_session_is_city (session_of (self));

  gtk_label_set_label (self->state_label, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->state_label), self->pack != NULL ? "chip-bad" : "chip-good");
  gtk_widget_add_css_class (GTK_WIDGET (self->state_label), self->pack != NULL ? "chip-good" : "chip-bad");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules-editor.simulate", self->pack != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules-editor.force", self->pack != NULL && city);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules-editor.discard", self->saved != NULL);
}

/* Beside each chapter, how much of it is not in order. */
static void
show_chapter_faults (JpRulesEditor *self)
{
  guint n_chapters;
  const JpPackChapter *chapters = jp_pack_chapters (&n_chapters);

  for (guint i = 0; i < n_chapters; i++)
    {
      guint n = jp_rules_count_faults (self->faults, chapters[i].shapes);
      g_autofree char *text
        = n > 0 ? g_strdup_printf ("%s ⚠ %u", _(chapters[i].title), n) : g_strdup (_(chapters[i].title));

      jp_place_list_rename (self->list, i, text);
    }
}

/* Faults outside of all chapters are told wherever one is; those of other chapters where they are. */
static void
show_orphans (JpRulesEditor *self)
{
  guint n_chapters;
  const JpPackChapter *chapters = jp_pack_chapters (&n_chapters);
  g_autoptr (GPtrArray) concerned = g_ptr_array_new ();
  g_autoptr (GString) orphans = g_string_new (NULL);

  for (guint i = 0; i < self->faults->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      gboolean elsewhere = FALSE;

      g_ptr_array_add (one, self->faults->pdata[i]);
      for (guint k = 0; k < n_chapters; k++)
        elsewhere
          = elsewhere
            || (k != jp_place_list_get_chosen (self->list) && jp_rules_count_faults (one, chapters[k].shapes) > 0);
      if (!elsewhere)
        g_ptr_array_add (concerned, self->faults->pdata[i]);
    }
  jp_rules_fields_judge (self->fields, concerned, orphans);
  gtk_label_set_label (self->orphans_label, orphans->str);
  gtk_widget_set_visible (GTK_WIDGET (self->orphans_label), orphans->len > 0);
}

static void
judge (JpRulesEditor *self)
{
  g_autofree char *json = jp_pack_draft_to_json (self->draft);

  g_clear_pointer (&self->pack, jp_pack_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  self->faults = jp_pack_validate (json, -1);
  if (self->faults->len == 0)
    self->pack = jp_pack_new_from_json (json, -1, NULL);
  show_sum (self);
  show_state (self);
  show_chapter_faults (self);
  show_orphans (self);
}

static void
save (JpRulesEditor *self)
{
  g_autofree char *json = jp_pack_draft_to_json (self->draft);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (json, self->saved) == 0)
    return;
  if (!jp_rules_draft_save (session_of (self), json, &error))
    {
      g_autofree char *text = g_strdup_printf (_("The draft could not be kept: %s"), error->message);

      gtk_label_set_label (self->about_label, text);
      return;
    }
  g_free (self->saved);
  self->saved = g_steal_pointer (&json);
}

static void on_edited (gpointer data, gboolean rebuild);

/* The fields of the present chapter, made anew; the place and the focus stay. */
static void
show_chapter (JpRulesEditor *self)
{
  guint n_chapters;
  const JpPackChapter *chapters = jp_pack_chapters (&n_chapters);
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_autofree char *focus = self->fields != NULL ? g_strdup (jp_rules_fields_focus (self->fields)) : NULL;
  double place = gtk_adjustment_get_value (scroll);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->column))) != NULL)
    gtk_box_remove (self->column, child);
  g_clear_pointer (&self->fields, jp_rules_fields_free);
  self->fields = jp_rules_fields_new (self->draft, self->column, chapters[jp_place_list_get_chosen (self->list)].shapes,
                                      !jp_session_is_city (session_of (self)), on_edited, self);
  jp_rules_fields_grab (self->fields, focus);
  gtk_adjustment_set_value (scroll, place);
  judge (self);
}

static gboolean
rebuild_now (gpointer data)
{
  JpRulesEditor *self = data;

  self->rebuilding = 0;
  show_chapter (self);

  return G_SOURCE_REMOVE;
}

/* What is made anew is not made while one of its own signals runs. */
static void
on_edited (gpointer data, gboolean rebuild)
{
  JpRulesEditor *self = data;

  save (self);
  if (!rebuild)
    judge (self);
  else if (self->rebuilding == 0)
    self->rebuilding = g_idle_add (rebuild_now, self);
}

static void
show_head (JpRulesEditor *self)
{
  g_autofree char *version = jp_pack_draft_get_text (self->draft, "$.version");
  g_autofree char *title = g_strdup_printf (_("Draft of Version %s"), version);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->about_label, jp_session_is_city (session_of (self))
                                            ? _("Kept as you type. Nothing changes before it is put in force.")
                                            : _("Rule packs are the city's; a district can only read them."));
}

static void
begin (JpRulesEditor *self)
{
  g_clear_pointer (&self->fields, jp_rules_fields_free);
  g_clear_pointer (&self->draft, jp_pack_draft_free);
  g_clear_pointer (&self->saved, g_free);
  self->draft = jp_rules_draft_load (session_of (self));
  if (jp_rules_draft_kept (session_of (self)))
    self->saved = jp_pack_draft_to_json (self->draft);
  show_head (self);
  show_chapter (self);
}

/* Put in force: the file has it now, word for word, and the draft is done with. */
static gboolean
is_in_force (JpRulesEditor *self)
{
  const JpPackSet *packs = jp_session_get_context (session_of (self))->packs;
  const JpPack *known = self->pack != NULL ? jp_pack_set_find (packs, self->pack->id, self->pack->version) : NULL;

  return known != NULL && g_str_equal (known->json, self->pack->json);
}

static void
jp_rules_editor_refresh (JpPage *page)
{
  JpRulesEditor *self = JP_RULES_EDITOR (page);

  if (self->draft == NULL)
    {
      begin (self);
    }
  else if (is_in_force (self))
    {
      jp_rules_draft_discard (session_of (self));
      begin (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", "rules#scope");
    }
  else
    {
      jp_rules_draft_number (self->draft, jp_session_get_context (session_of (self)));
      show_head (self);
      judge (self);
    }
}

static void
select_chapter (JpRulesEditor *self, const char *id)
{
  guint n_chapters;
  const JpPackChapter *chapters = jp_pack_chapters (&n_chapters);

  for (guint i = 0; i < n_chapters; i++)
    if (g_strcmp0 (chapters[i].id, id) == 0)
      jp_place_list_choose_nth (self->list, i);
}

/* "draft": one was just laid down from a file. */
static void
jp_rules_editor_open (JpPage *page, const char *target)
{
  JpRulesEditor *self = JP_RULES_EDITOR (page);

  if (g_strcmp0 (target, "draft") == 0 && self->draft != NULL)
    begin (self);
  else if (target != NULL && *target != '\0')
    {
      select_chapter (self, target);
      if (self->draft != NULL)
        show_chapter (self);
      adw_leaflet_set_visible_child_name (self->leaflet, "content");
    }
}

static GVariant *
jp_rules_editor_get_state (JpPage *page)
{
  guint n_chapters;

  return g_variant_new_string (
    jp_pack_chapters (&n_chapters)[jp_place_list_get_chosen (JP_RULES_EDITOR (page)->list)].id);
}

static void
jp_rules_editor_set_state (JpPage *page, GVariant *state)
{
  if (g_variant_is_of_type (state, G_VARIANT_TYPE_STRING))
    select_chapter (JP_RULES_EDITOR (page), g_variant_get_string (state, NULL));
}

static void
on_row_activated (JpRulesEditor *self, GtkListBoxRow *row)
{
  jp_place_list_choose (self->list, row);
  show_chapter (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

static void
on_simulate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JpRulesEditor *self = JP_RULES_EDITOR (widget);

  if (self->pack != NULL)
    jp_rules_what_if_open (widget, session_of (self), self->pack);
}

static void
on_force (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JpRulesEditor *self = JP_RULES_EDITOR (widget);

  if (self->pack != NULL)
    jp_rules_force_open (widget, session_of (self), self->pack);
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *json = jp_pack_draft_to_json (JP_RULES_EDITOR (widget)->draft);

  jp_rules_export_text_open (widget, "draft.json", json);
}

static void
on_discard_response (JpRulesEditor *self, const char *response)
{
  if (!g_str_equal (response, "discard"))
    return;

  jp_rules_draft_discard (session_of (self));
  begin (self);
}

static void
on_discard (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Discard the Draft?"),
                              _("All that was changed in it is lost; the rules in force stay as they are."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_discard_response), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
jp_rules_editor_dispose (GObject *object)
{
  JpRulesEditor *self = JP_RULES_EDITOR (object);

  g_clear_handle_id (&self->rebuilding, g_source_remove);

  G_OBJECT_CLASS (jp_rules_editor_parent_class)->dispose (object);
}

static void
jp_rules_editor_finalize (GObject *object)
{
  JpRulesEditor *self = JP_RULES_EDITOR (object);

  jp_rules_fields_free (self->fields);
  jp_pack_draft_free (self->draft);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->pack, jp_pack_unref);
  g_free (self->saved);

  G_OBJECT_CLASS (jp_rules_editor_parent_class)->finalize (object);
}

static void
jp_rules_editor_class_init (JpRulesEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JpPageClass *page_class = JP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_rules_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_rules_editor_finalize;
  page_class->refresh = jp_rules_editor_refresh;
  page_class->open = jp_rules_editor_open;
  page_class->get_state = jp_rules_editor_get_state;
  page_class->set_state = jp_rules_editor_set_state;

  g_type_ensure (JP_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-rules-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, JpRulesEditor, title_label);
  gtk_widget_class_bind_template_child (widget_class, JpRulesEditor, about_label);
  gtk_widget_class_bind_template_child (widget_class, JpRulesEditor, sum_label);
  gtk_widget_class_bind_template_child (widget_class, JpRulesEditor, state_label);
  gtk_widget_class_bind_template_child (widget_class, JpRulesEditor, orphans_label);
  gtk_widget_class_bind_template_child (widget_class, JpRulesEditor, list_button);
  gtk_widget_class_bind_template_child (widget_class, JpRulesEditor, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JpRulesEditor, list);
  gtk_widget_class_bind_template_child (widget_class, JpRulesEditor, scrolled);
  gtk_widget_class_bind_template_child (widget_class, JpRulesEditor, column);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "rules-editor.simulate", NULL, on_simulate);
  gtk_widget_class_install_action (widget_class, "rules-editor.force", NULL, on_force);
  gtk_widget_class_install_action (widget_class, "rules-editor.export", NULL, on_export);
  gtk_widget_class_install_action (widget_class, "rules-editor.discard", NULL, on_discard);
}

static void
jp_rules_editor_init (JpRulesEditor *self)
{
  guint n_chapters;
  const JpPackChapter *chapters = jp_pack_chapters (&n_chapters);

  gtk_widget_init_template (GTK_WIDGET (self));
  jp_page_set_shows_year (JP_PAGE (self), FALSE);
  for (guint i = 0; i < n_chapters; i++)
    jp_place_list_add (self->list, _(chapters[i].title));
  jp_place_list_keep (self->list);
  select_chapter (self, "indicators");
  jp_place_list_fold (self->leaflet, self->list_button);
}
