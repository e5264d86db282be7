/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-choice-row.h"

#include "jp-search-key.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT 320
#define WIDTH       300

struct _JpChoiceRow
{
  AdwActionRow parent_instance;

  /* Borrowed. */
  GtkMenuButton   *button;
  GtkPopover      *popover;
  GtkEditable     *search;
  GtkWidget       *nothing;
  GtkStringObject *chosen; /* of the choices; NULL: there are none */

  /* Owned. */
  GListStore         *choices; /* of GtkStringObject with its id */
  GtkFilterListModel *found;
  GtkFilter          *filter;
  JpSearchQuery      *query; /* NULL: all */
};

G_DEFINE_FINAL_TYPE (JpChoiceRow, jp_choice_row, ADW_TYPE_ACTION_ROW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
id_of (GtkStringObject *choice)
{
  return choice != NULL ? g_object_get_data (G_OBJECT (choice), "id") : NULL;
}

/* Made when the choice is first searched. */
static const JpSearchKey *
key_of (GtkStringObject *choice)
{
  JpSearchKey *key = g_object_get_data (G_OBJECT (choice), "key");

  if (key == NULL)
    {
      key = jp_search_key_new (gtk_string_object_get_string (choice));
      g_object_set_data_full (G_OBJECT (choice), "key", key, (GDestroyNotify) jp_search_key_unref);
    }
  return key;
}

static gboolean
is_found (gpointer item, gpointer data)
{
  JpChoiceRow *self = data;

  return self->query == NULL || jp_search_query_matches (self->query, key_of (item));
}

static void
show_nothing (JpChoiceRow *self)
{
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0);
}

static void
on_search (JpChoiceRow *self)
{
  const char *text = gtk_editable_get_text (self->search);

  g_clear_pointer (&self->query, jp_search_query_free);
  if (*text != '\0')
    self->query = jp_search_query_new (text);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_nothing (self);
}

static void
show_chosen (JpChoiceRow *self)
{
  const char *name = self->chosen != NULL ? gtk_string_object_get_string (self->chosen) : "";
  g_autofree char *subtitle = g_markup_escape_text (name, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
}

static void
take (JpChoiceRow *self, GtkStringObject *choice)
{
  gtk_popover_popdown (self->popover);
  if (choice == self->chosen)
    return;

  self->chosen = choice;
  show_chosen (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
take_nth (JpChoiceRow *self, guint position)
{
  g_autoptr (GtkStringObject) choice = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (choice != NULL)
    take (self, choice);
}

static void
on_activate (JpChoiceRow *self, guint position)
{
  take_nth (self, position);
}

static void
on_entered (JpChoiceRow *self)
{
  take_nth (self, 0);
}

static void
on_shown (JpChoiceRow *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
set_up_item (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
bind_item (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
new_list (JpChoiceRow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_item), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item), NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->choices)), g_object_ref (self->filter));
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)))),
                            factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choices"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);

  return list;
}

static GtkWidget *
new_scrolled (GtkWidget *list)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);

  return scrolled;
}

static void
fill_popover (JpChoiceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _("Name, pinyin or initials"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (on_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self->popover,
                           G_CONNECT_SWAPPED);
  self->nothing = gtk_label_new (_("Nothing of this name."));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);

  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_widget_set_margin_top (GTK_WIDGET (self->search), 6);
  gtk_widget_set_margin_start (GTK_WIDGET (self->search), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self->search), 6);
  gtk_widget_set_margin_bottom (self->nothing, 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), new_scrolled (new_list (self)));
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_popover_set_child (self->popover, box);
}

static void
jp_choice_row_finalize (GObject *object)
{
  JpChoiceRow *self = JP_CHOICE_ROW (object);

  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->choices);
  g_clear_pointer (&self->query, jp_search_query_free);

  G_OBJECT_CLASS (jp_choice_row_parent_class)->finalize (object);
}

static void
jp_choice_row_class_init (JpChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_choice_row_finalize;

  signals[CHOSEN]
    = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jp_choice_row_init (JpChoiceRow *self)
{
  self->choices = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "menu");
  fill_popover (self);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (on_shown), self, G_CONNECT_SWAPPED);

  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_menu_button_set_icon_name (self->button, "pan-down-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose"), -1);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
}

GtkWidget *
jp_choice_row_new (void)
{
  return g_object_new (JP_TYPE_CHOICE_ROW, NULL);
}

static GtkStringObject *
find (JpChoiceRow *self, const char *id)
{
  GListModel *choices = G_LIST_MODEL (self->choices);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GtkStringObject) choice = g_list_model_get_item (choices, i);

      if (g_strcmp0 (id_of (choice), id) == 0)
        return choice; /* the list holds it */
    }

  return NULL;
}

void
jp_choice_row_set_choices (JpChoiceRow *self, GPtrArray *ids, GPtrArray *names, const char *chosen)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (JP_IS_CHOICE_ROW (self));
  g_return_if_fail (ids->len == names->len);

  for (guint i = 0; i < ids->len; i++)
    {
      GtkStringObject *choice = gtk_string_object_new (g_ptr_array_index (names, i));

      g_object_set_data_full (G_OBJECT (choice), "id", g_strdup (g_ptr_array_index (ids, i)), g_free);
      g_ptr_array_add (choices, choice);
    }
  self->chosen = NULL;
  g_list_store_splice (self->choices, 0, g_list_model_get_n_items (G_LIST_MODEL (self->choices)), choices->pdata,
                       choices->len);
  self->chosen = find (self, chosen);
  if (self->chosen == NULL && choices->len > 0)
    self->chosen = g_ptr_array_index (choices, 0);
  show_chosen (self);
  show_nothing (self);
}

const char *
jp_choice_row_get_chosen (JpChoiceRow *self)
{
  g_return_val_if_fail (JP_IS_CHOICE_ROW (self), NULL);

  return id_of (self->chosen);
}

void
jp_choice_row_choose (JpChoiceRow *self, const char *id)
{
  GtkStringObject *choice;

  g_return_if_fail (JP_IS_CHOICE_ROW (self));

  choice = find (self, id);
  if (choice != NULL)
    take (self, choice);
}
