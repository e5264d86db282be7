/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-calendar-bar.h"

#include "jp-choice.h"
#include "jp-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _JpCalendarBar
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkToggleButton *theme_buttons[JP_N_DUTY_THEMES];
  GtkDropDown     *show_choice;
  GtkDropDown     *district_choice;

  /* Owned. */
  JpSnapshot     *snapshot;
  JpCalendarDays *days;      /* of all themes; borrows from the snapshot */
  GPtrArray      *districts; /* of char *, codes in the order of the drop-down */
  char           *district;  /* code; NULL: all */

  JpDutyTheme    theme;
  JpCalendarShow show;
  gboolean       setting;   /* the program, not the user, sets the choices */
};

G_DEFINE_FINAL_TYPE (JpCalendarBar, jp_calendar_bar, ADW_TYPE_BIN)

static guint changed_signal;

static const char * const show_names[JP_N_SHOWS + 1] = {
  [JP_SHOW_OPEN] = N_("Not done yet"),
  [JP_SHOW_OVERDUE] = N_("Overdue"),
  [JP_SHOW_DUE] = N_("Due within 30 days"),
  [JP_SHOW_DONE] = N_("Done"),
  [JP_SHOW_NOT_RECORDED] = N_("To be recorded later"),
  [JP_SHOW_ALL] = N_("All states"),
};

static void
emit_changed (JpCalendarBar *self)
{
  if (!self->setting)
    g_signal_emit (self, changed_signal, 0);
}

static void
on_theme (JpCalendarBar *self, GtkToggleButton *button)
{
  if (self->setting || !gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < JP_N_DUTY_THEMES; i++)
    if (self->theme_buttons[i] == button)
      self->theme = i;
  emit_changed (self);
}

static void
on_show (JpCalendarBar *self)
{
  guint row = gtk_drop_down_get_selected (self->show_choice);

  if (self->setting || row >= JP_N_SHOWS)
    return;

  self->show = row;
  emit_changed (self);
}

static void
on_district (JpCalendarBar *self)
{
  guint row = gtk_drop_down_get_selected (self->district_choice);

  if (self->setting || row == GTK_INVALID_LIST_POSITION)
    return;

  g_free (self->district);
  self->district
    = row > 0 && row <= self->districts->len ? g_strdup (g_ptr_array_index (self->districts, row - 1)) : NULL;
  emit_changed (self);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
collect_districts (JpSnapshot *snapshot)
{
  GPtrArray *dossiers = jp_snapshot_get_dossiers (snapshot);
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const char *code = ((const JpDossier *) g_ptr_array_index (dossiers, i))->district;

      if (code != NULL && !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, g_strdup (code));
    }
  g_ptr_array_sort (codes, compare_codes);

  return codes;
}

static void
list_districts (JpCalendarBar *self, JpSnapshot *snapshot)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_clear_pointer (&self->districts, g_ptr_array_unref);
  self->districts = collect_districts (snapshot);
  gtk_string_list_append (names, _("All Districts"));
  for (guint i = 0; i < self->districts->len; i++)
    {
      const char *code = g_ptr_array_index (self->districts, i);

      gtk_string_list_append (names, jp_snapshot_district_name (snapshot, code));
      if (g_strcmp0 (code, self->district) == 0)
        chosen = i + 1;
    }
  if (chosen == 0)
    g_clear_pointer (&self->district, g_free);
  gtk_drop_down_set_model (self->district_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->district_choice, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->district_choice), self->districts->len > 1);
}

/* A theme with nothing in this time keeps its chip while another time has something: chips do not jump about. */
static void
show_counts (JpCalendarBar *self, const guint counts[JP_N_DUTY_THEMES], const guint all[JP_N_DUTY_THEMES])
{
  for (guint i = 0; i < JP_N_DUTY_THEMES; i++)
    {
      GtkWidget *button = GTK_WIDGET (self->theme_buttons[i]);
      g_autofree char *label = g_strdup_printf ("%s %u", jp_duty_theme_name (i), counts[i]);
      gboolean kept = i == JP_THEME_ALL || i == self->theme || gtk_widget_has_focus (button);

      gtk_button_set_label (GTK_BUTTON (button), label);
      gtk_widget_set_visible (button, all[i] > 0 || kept);
    }
}

static void
count_themes (JpCalendarBar *self, JpDate first, JpDate last, guint counts[JP_N_DUTY_THEMES])
{
  guint n;
  const JpCalendarItem *items = jp_calendar_days_range (self->days, first, last, &n);

  for (guint i = 0; i < JP_N_DUTY_THEMES; i++)
    counts[i] = 0;
  counts[JP_THEME_ALL] = n;
  for (guint i = 0; i < n; i++)
    counts[jp_duty_theme (items[i].duty->kind)]++;
}

/**
 * jp_calendar_bar_show:
 * @self: a bar
 * @snapshot: what is shown
 * @from: what is due on or after; %JP_DATE_NONE: from the first
 * @to: what is due on or before; %JP_DATE_NONE: to the last
 *
 * Offers the districts and themes that there are; jp_calendar_bar_count() then counts.
 */
void
jp_calendar_bar_show (JpCalendarBar *self, JpSnapshot *snapshot, JpDate from, JpDate to)
{
  g_autoptr (JpSnapshot) before = NULL;
  JpCalendarFilter any;

  g_return_if_fail (JP_IS_CALENDAR_BAR (self) && snapshot != NULL);

  self->setting = TRUE;
  list_districts (self, snapshot);
  self->setting = FALSE;

  any = (JpCalendarFilter) { .theme = JP_THEME_ALL, .show = self->show, .district = self->district,
                             .from = from, .to = to };
  jp_calendar_days_free (self->days);
  before = self->snapshot;
  self->snapshot = jp_snapshot_ref (snapshot);
  self->days
    = jp_calendar_days_new (jp_snapshot_get_duties (snapshot), jp_snapshot_get_context (snapshot)->today, &any);
}

/**
 * jp_calendar_bar_narrow:
 * @self: a bar that shows something
 *
 * Returns: (transfer full): the obligations of the chosen theme by day; they borrow from what is shown
 */
JpCalendarDays *
jp_calendar_bar_narrow (JpCalendarBar *self)
{
  g_return_val_if_fail (JP_IS_CALENDAR_BAR (self) && self->days != NULL, NULL);

  return jp_calendar_days_of_theme (self->days, self->theme);
}

/**
 * jp_calendar_bar_count:
 * @self: a bar
 * @first: a day
 * @last: the same or a later one
 *
 * Tells on the chips how many of each theme a calendar shows from @first to @last.
 */
void
jp_calendar_bar_count (JpCalendarBar *self, JpDate first, JpDate last)
{
  guint counts[JP_N_DUTY_THEMES], all[JP_N_DUTY_THEMES];

  if (self->days == NULL) /* nothing was shown yet */
    return;

  count_themes (self, first, last, counts);
  count_themes (self, 0, G_MAXUINT32, all);
  self->setting = TRUE;
  show_counts (self, counts, all);
  self->setting = FALSE;
}

void
jp_calendar_bar_get (JpCalendarBar *self, JpCalendarFilter *filter)
{
  *filter = (JpCalendarFilter) { .theme = self->theme, .show = self->show, .district = self->district };
}

void
jp_calendar_bar_set (JpCalendarBar *self, const JpCalendarFilter *filter)
{
  g_autofree char *district = g_strdup (filter->district);

  self->setting = TRUE;
  self->theme = filter->theme < JP_N_DUTY_THEMES ? filter->theme : JP_THEME_ALL;
  self->show = filter->show < JP_N_SHOWS ? filter->show : JP_SHOW_OPEN;
  g_free (self->district);
  self->district = g_steal_pointer (&district);
  gtk_toggle_button_set_active (self->theme_buttons[self->theme], TRUE);
  gtk_drop_down_set_selected (self->show_choice, self->show);
  self->setting = FALSE;
}

static void
jp_calendar_bar_finalize (GObject *object)
{
  JpCalendarBar *self = JP_CALENDAR_BAR (object);

  jp_calendar_days_free (self->days);
  g_clear_pointer (&self->snapshot, jp_snapshot_unref);
  g_clear_pointer (&self->districts, g_ptr_array_unref);
  g_free (self->district);

  G_OBJECT_CLASS (jp_calendar_bar_parent_class)->finalize (object);
}

static void
jp_calendar_bar_class_init (JpCalendarBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_calendar_bar_finalize;

  changed_signal
    = g_signal_new ("changed", JP_TYPE_CALENDAR_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_theme (JpCalendarBar *self, JpWrapBox *chips, JpDutyTheme theme)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (jp_duty_theme_name (theme));

  gtk_widget_add_css_class (button, "filter-chip");
  if (theme != JP_THEME_ALL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->theme_buttons[JP_THEME_ALL]);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), theme == self->theme);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_theme), self);
  jp_wrap_box_append (chips, button);
  self->theme_buttons[theme] = GTK_TOGGLE_BUTTON (button);
}

static GtkDropDown *
new_choice (const char *name)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  jp_choice_setup (GTK_DROP_DOWN (choice));
  gtk_widget_add_css_class (choice, "plain-choice");
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (choice, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_DROP_DOWN (choice);
}

static void
jp_calendar_bar_init (JpCalendarBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *chips = jp_wrap_box_new (6);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < JP_N_DUTY_THEMES; i++)
    add_theme (self, JP_WRAP_BOX (chips), i);
  gtk_widget_set_hexpand (chips, TRUE);
  gtk_widget_set_valign (chips, GTK_ALIGN_CENTER);
  for (guint i = 0; i < JP_N_SHOWS; i++)
    gtk_string_list_append (names, _(show_names[i]));
  self->show_choice = new_choice (_("State"));
  gtk_drop_down_set_model (self->show_choice, G_LIST_MODEL (names));
  self->district_choice = new_choice (_("District"));
  g_signal_connect_swapped (self->show_choice, "notify::selected", G_CALLBACK (on_show), self);
  g_signal_connect_swapped (self->district_choice, "notify::selected", G_CALLBACK (on_district), self);
  gtk_box_append (GTK_BOX (box), chips);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->show_choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->district_choice));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
jp_calendar_bar_new (void)
{
  return g_object_new (JP_TYPE_CALENDAR_BAR, NULL);
}
