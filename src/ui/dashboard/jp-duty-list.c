/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-duty-list.h"

#include "jp-application.h"
#include "jp-choice.h"
#include "jp-duty-row.h"
#include "jp-wrap-box.h"

#include <glib/gi18n-lib.h>

/* A view makes the widgets of this many rows at once, which takes longer than the main loop may be busy: at first it
 * has a screenful of rows, then more as there is time. */
#define VIEW_ROWS  240
#define FIRST_ROWS 12
#define MORE_ROWS  8

struct _JpDutyList
{
  AdwBin parent_instance;

  /* Template widgets. */
  AdwBin        *chips_bin;
  GtkDropDown   *district_choice;
  GtkStack      *stack;
  GtkListView   *list_view;
  AdwStatusPage *nothing;
  GtkSizeGroup  *articles;

  /* Borrowed. */
  JpWrapBox       *chips;
  GtkToggleButton *theme_buttons[JP_N_DUTY_THEMES];

  /* Owned. */
  JpSnapshot *snapshot;
  GListStore *items;     /* of JpDutyItem */
  GtkSliceListModel *shown; /* of them, from the first */
  guint       revealing; /* source */
  GHashTable *open;      /* set of keys of open folds */
  GPtrArray  *districts; /* of char *, codes in the order of the drop-down */
  GSettings  *settings;
  JpDutyTheme theme;
  char       *district;  /* code; NULL: all */
  gboolean    listing;   /* the program, not the user, sets the filters */
};

G_DEFINE_FINAL_TYPE (JpDutyList, jp_duty_list, ADW_TYPE_BIN)

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static JpDutyView
view_now (JpDutyList *self)
{
  JpDate today = jp_snapshot_get_context (self->snapshot)->today;

  return (JpDutyView) {
    .theme = self->theme,
    .district = self->district,
    .soon_days = g_settings_get_uint (self->settings, "amber-days"),
    .until = jp_date_add_months (today, (int) g_settings_get_uint (self->settings, "reminder-months")),
  };
}

static const char *
district_name (const char *code, gpointer data)
{
  return jp_snapshot_district_name (data, code);
}

/* The lines */

static void
take (GPtrArray *lines, JpDutyItem *item)
{
  g_ptr_array_add (lines, item);
}

static void
add_fold (JpDutyList *self, GPtrArray *lines, const JpDutyFold *fold)
{
  const JpContext *context = jp_snapshot_get_context (self->snapshot);
  JpDutyItem *item;

  if (fold->duties->len == 1 && fold->urgency != JP_URGENCY_NOT_RECORDED)
    {
      take (lines, jp_duty_item_new_one (g_ptr_array_index (fold->duties, 0), fold->urgency, context, FALSE));
      return;
    }

  item = jp_duty_item_new_fold (fold, context, FALSE, district_name, self->snapshot);
  item->open = g_hash_table_contains (self->open, item->key);
  take (lines, item);
  for (guint i = 0; item->open && i < fold->duties->len; i++)
    take (lines, jp_duty_item_new_one (g_ptr_array_index (fold->duties, i), fold->urgency, context, TRUE));
}

static guint
count_duties (GPtrArray *folds, JpUrgency urgency)
{
  guint n = 0;

  for (guint i = 0; i < folds->len; i++)
    {
      const JpDutyFold *fold = g_ptr_array_index (folds, i);

      if (fold->urgency == urgency)
        n += fold->duties->len;
    }

  return n;
}

static GPtrArray *
new_lines (JpDutyList *self, const JpDutyView *view)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) folds = jp_duty_folds_new (jp_snapshot_get_duties (self->snapshot),
                                                   jp_snapshot_get_context (self->snapshot), view);
  int urgency = -1;

  for (guint i = 0; i < folds->len; i++)
    {
      const JpDutyFold *fold = g_ptr_array_index (folds, i);

      if ((int) fold->urgency != urgency)
        take (lines, jp_duty_item_new_heading (fold->urgency, count_duties (folds, fold->urgency), view));
      urgency = (int) fold->urgency;
      add_fold (self, lines, fold);
    }

  return lines;
}

static gboolean
same_line (JpDutyList *self, guint index, GPtrArray *lines, guint line)
{
  g_autoptr (JpDutyItem) before = g_list_model_get_item (G_LIST_MODEL (self->items), index);

  return jp_duty_item_equal (before, g_ptr_array_index (lines, line));
}

/* Only what differs is replaced, in one batch: what stays keeps its scroll and its focus. */
static void
replace_lines (JpDutyList *self, GPtrArray *lines)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->items)), first = 0, last = 0;

  while (first < before && first < lines->len && same_line (self, first, lines, first))
    first++;
  while (last < before - first && last < lines->len - first &&
         same_line (self, before - 1 - last, lines, lines->len - 1 - last))
    last++;
  if (first + last < before || first + last < lines->len)
    g_list_store_splice (self->items, first, before - first - last, lines->pdata + first, lines->len - first - last);
}

static gboolean
reveal (gpointer data)
{
  JpDutyList *self = data;
  guint size = gtk_slice_list_model_get_size (self->shown);
  gboolean whole = size >= MIN (VIEW_ROWS, g_list_model_get_n_items (G_LIST_MODEL (self->items)));

  gtk_slice_list_model_set_size (self->shown, whole ? G_MAXUINT : size + MORE_ROWS);
  if (whole)
    self->revealing = 0;

  return !whole;
}

/* The first time there are rows. */
static void
begin_revealing (JpDutyList *self)
{
  if (gtk_slice_list_model_get_size (self->shown) == FIRST_ROWS && self->revealing == 0)
    self->revealing = g_idle_add (reveal, self);
}

/* The filters */

static void
update_chips (JpDutyList *self, const JpDutyView *view)
{
  guint counts[JP_N_DUTY_THEMES];

  jp_duty_count_themes (jp_snapshot_get_duties (self->snapshot), jp_snapshot_get_context (self->snapshot), view,
                        counts);
  for (guint i = 0; i < JP_N_DUTY_THEMES; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s %u", jp_duty_theme_name (i), counts[i]);

      gtk_button_set_label (GTK_BUTTON (self->theme_buttons[i]), i == JP_THEME_ALL ? label : jp_duty_theme_name (i));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->theme_buttons[i]), label);
      gtk_widget_set_visible (GTK_WIDGET (self->theme_buttons[i]),
                              counts[i] > 0 || i == JP_THEME_ALL || i == self->theme);
    }
}

static void
update_nothing (JpDutyList *self)
{
  gboolean narrowed = self->theme != JP_THEME_ALL || self->district != NULL;

  adw_status_page_set_title (self->nothing, narrowed ? _("Nothing of This Kind") : _("Nothing to Do"));
  adw_status_page_set_description (self->nothing, narrowed
                                                    ? _("Other kinds or districts may have something to do.")
                                                    : _("Duties appear here by themselves as their days come near."));
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0 ? "list" : "nothing");
}

static void
refill (JpDutyList *self)
{
  g_autoptr (GPtrArray) lines = NULL;
  JpDutyView view;

  if (self->snapshot == NULL)
    return;

  view = view_now (self);
  lines = new_lines (self, &view);
  replace_lines (self, lines);
  begin_revealing (self);
  update_chips (self, &view);
  update_nothing (self);
}

static gboolean
has_district (GPtrArray *codes, const char *code)
{
  return g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
list_districts (JpDutyList *self)
{
  GPtrArray *dossiers = jp_snapshot_get_dossiers (self->snapshot);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  guint chosen = 0;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      if (dossier->district != NULL && !has_district (codes, dossier->district))
        g_ptr_array_add (codes, g_strdup (dossier->district));
    }
  g_ptr_array_sort (codes, compare_codes);

  gtk_string_list_append (names, _("All Districts"));
  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);

      gtk_string_list_append (names, jp_snapshot_district_name (self->snapshot, code));
      if (g_strcmp0 (code, self->district) == 0)
        chosen = i + 1;
    }
  if (chosen == 0)
    g_clear_pointer (&self->district, g_free);

  self->listing = TRUE;
  g_clear_pointer (&self->districts, g_ptr_array_unref);
  self->districts = g_steal_pointer (&codes);
  gtk_drop_down_set_model (self->district_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->district_choice, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->district_choice), self->districts->len > 1);
  self->listing = FALSE;
}

static void
on_district (JpDutyList *self)
{
  guint row = gtk_drop_down_get_selected (self->district_choice);

  if (self->listing || row == GTK_INVALID_LIST_POSITION)
    return;

  g_free (self->district);
  self->district
    = row > 0 && row <= self->districts->len ? g_strdup (g_ptr_array_index (self->districts, row - 1)) : NULL;
  refill (self);
}

static void
on_theme (JpDutyList *self, GtkToggleButton *button)
{
  if (self->listing || !gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < JP_N_DUTY_THEMES; i++)
    if (self->theme_buttons[i] == button)
      self->theme = i;
  refill (self);
}

static void
on_row_activated (JpDutyList *self, guint position)
{
  g_autoptr (JpDutyItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item->kind == JP_DUTY_ITEM_FOLD)
    {
      if (!g_hash_table_remove (self->open, item->key))
        g_hash_table_add (self->open, g_strdup (item->key));
      refill (self);
    }
  else if (item->place != NULL)
    g_signal_emit (self, signals[OPENED], 0, item->place);
}

static void
on_setup (JpDutyList *self, GtkListItem *list_item)
{
  GtkWidget *row = jp_duty_row_new ();

  jp_duty_row_align (JP_DUTY_ROW (row), self->articles);
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind (JpDutyList *self, GtkListItem *list_item)
{
  JpDutyItem *item = gtk_list_item_get_item (list_item);

  gtk_list_item_set_activatable (list_item, item->kind != JP_DUTY_ITEM_HEADING);
  jp_duty_row_set_item (JP_DUTY_ROW (gtk_list_item_get_child (list_item)), item);
}

static void
on_unbind (JpDutyList *self, GtkListItem *list_item)
{
  jp_duty_row_set_item (JP_DUTY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
jp_duty_list_dispose (GObject *object)
{
  JpDutyList *self = JP_DUTY_LIST (object);

  g_clear_handle_id (&self->revealing, g_source_remove);
  g_clear_pointer (&self->snapshot, jp_snapshot_unref);
  g_clear_object (&self->shown);
  g_clear_object (&self->items);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (jp_duty_list_parent_class)->dispose (object);
}

static void
jp_duty_list_finalize (GObject *object)
{
  JpDutyList *self = JP_DUTY_LIST (object);

  g_hash_table_unref (self->open);
  g_clear_pointer (&self->districts, g_ptr_array_unref);
  g_free (self->district);

  G_OBJECT_CLASS (jp_duty_list_parent_class)->finalize (object);
}

static void
jp_duty_list_class_init (JpDutyListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jp_duty_list_dispose;
  object_class->finalize = jp_duty_list_finalize;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-duty-list.ui");
  gtk_widget_class_bind_template_child (widget_class, JpDutyList, chips_bin);
  gtk_widget_class_bind_template_child (widget_class, JpDutyList, district_choice);
  gtk_widget_class_bind_template_child (widget_class, JpDutyList, stack);
  gtk_widget_class_bind_template_child (widget_class, JpDutyList, list_view);
  gtk_widget_class_bind_template_child (widget_class, JpDutyList, nothing);
  gtk_widget_class_bind_template_child (widget_class, JpDutyList, articles);
  gtk_widget_class_bind_template_callback (widget_class, on_district);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
add_chip (JpDutyList *self, JpDutyTheme theme)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (jp_duty_theme_name (theme));

  gtk_widget_add_css_class (button, "filter-chip");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->theme_buttons[JP_THEME_ALL]);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), theme == self->theme);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_theme), self);
  jp_wrap_box_append (self->chips, button);
  self->theme_buttons[theme] = GTK_TOGGLE_BUTTON (button);
}

static void
jp_duty_list_init (JpDutyList *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->items = g_list_store_new (JP_TYPE_DUTY_ITEM);
  self->settings = g_settings_new (JP_APPLICATION_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  jp_choice_setup (self->district_choice);
  self->chips = JP_WRAP_BOX (jp_wrap_box_new (5));
  adw_bin_set_child (self->chips_bin, GTK_WIDGET (self->chips));
  for (guint i = 0; i < JP_N_DUTY_THEMES; i++)
    add_chip (self, i);
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), 0, FIRST_ROWS);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->settings, "changed::amber-days", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::reminder-months", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
}

void
jp_duty_list_show (JpDutyList *self, JpSnapshot *snapshot)
{
  g_autoptr (JpSnapshot) before = NULL;

  g_return_if_fail (JP_IS_DUTY_LIST (self) && snapshot != NULL);

  before = self->snapshot;
  self->snapshot = jp_snapshot_ref (snapshot);
  list_districts (self);
  refill (self);
}

GVariant *
jp_duty_list_get_state (JpDutyList *self)
{
  g_autofree const char **open = NULL;

  g_return_val_if_fail (JP_IS_DUTY_LIST (self), NULL);

  open = (const char **) g_hash_table_get_keys_as_array (self->open, NULL);
  return g_variant_new ("(us^as)", self->theme, self->district != NULL ? self->district : "", open);
}

void
jp_duty_list_set_state (JpDutyList *self, GVariant *state)
{
  g_autofree const char **open = NULL;
  const char *district;
  guint theme;

  g_return_if_fail (JP_IS_DUTY_LIST (self) && state != NULL);

  if (!g_variant_is_of_type (state, G_VARIANT_TYPE ("(usas)")))
    return;

  g_variant_get (state, "(u&s^a&s)", &theme, &district, &open);
  g_free (self->district);
  self->district = *district != '\0' ? g_strdup (district) : NULL;
  self->theme = theme < JP_N_DUTY_THEMES ? theme : JP_THEME_ALL;
  g_hash_table_remove_all (self->open);
  for (guint i = 0; open[i] != NULL; i++)
    g_hash_table_add (self->open, g_strdup (open[i]));

  self->listing = TRUE;
  gtk_toggle_button_set_active (self->theme_buttons[self->theme], TRUE);
  self->listing = FALSE;
  if (self->snapshot != NULL)
    list_districts (self);
  refill (self);
}
