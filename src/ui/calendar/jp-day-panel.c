/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-day-panel.h"

#include "jp-day-cell.h"
#include "jp-duty-item.h"
#include "jp-duty-model.h"

#include <glib/gi18n-lib.h>

struct _JpDayPanel
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkLabel    *title;
  GtkLabel    *subtitle;
  GtkStack    *stack;
  GtkListView *list;

  /* Owned. */
  JpDutyModel *model;
};

G_DEFINE_FINAL_TYPE (JpDayPanel, jp_day_panel, ADW_TYPE_BIN)

static guint opened_signal;

static GtkWidget *
add_label (GtkWidget *box, const char *css_class, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
on_setup (JpDayPanel *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "day-item");
  add_label (box, "duty-title", TRUE);
  add_label (box, NULL, TRUE);
  add_label (box, "caption", TRUE);
  gtk_list_item_set_child (list_item, box);
}

static char *
state_words (const JpObligation *duty, const JpContext *context)
{
  gboolean open = duty->state != JP_DUTY_DONE && duty->state != JP_DUTY_NOT_RECORDED;
  g_autofree char *left = open ? jp_duty_left_words (duty, context) : NULL;
  g_autofree char *last = duty->due != JP_DATE_NONE && duty->due != duty->work_by
                            ? jp_duty_day_words (duty->due, context->today) : NULL;
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%s %s", jp_duty_state_sign (duty->state), jp_duty_state_name (duty->state));
  if (left != NULL)
    g_string_append_printf (words, " · %s", left);
  if (last != NULL)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, _("last day %s"), last);
    }
  if (duty->work_by_provisional)
    g_string_append (words, " · 暂估");
  if (*duty->article != '\0')
    g_string_append_printf (words, " · %s", duty->article);

  return g_string_free (words, FALSE);
}

static void
on_bind (JpDayPanel *self, GtkListItem *list_item)
{
  static const char * const classes[] = {
    [JP_DUTY_UPCOMING] = "later", [JP_DUTY_DUE] = "soon", [JP_DUTY_OVERDUE] = "overdue", [JP_DUTY_DONE] = "done",
    [JP_DUTY_NOT_RECORDED] = "unrecorded",
  };
  JpDutyRef *ref = gtk_list_item_get_item (list_item);
  const JpObligation *duty = jp_duty_ref_get_duty (ref);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *subject = gtk_widget_get_first_child (box), *cluster = gtk_widget_get_next_sibling (subject);
  GtkWidget *state = gtk_widget_get_next_sibling (cluster);
  g_autofree char *words = state_words (duty, jp_snapshot_get_context (jp_duty_ref_get_snapshot (ref)));
  g_autofree char *name = g_strdup_printf ("%s，%s，%s", duty->subject, duty->dossier->name, words);
  const char *box_classes[] = { "day-item", classes[duty->state], NULL };

  gtk_label_set_label (GTK_LABEL (subject), duty->subject);
  gtk_label_set_label (GTK_LABEL (cluster), duty->dossier->name);
  gtk_label_set_label (GTK_LABEL (state), words);
  gtk_widget_set_css_classes (box, box_classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
on_activate (JpDayPanel *self, guint position)
{
  const JpObligation *duty = jp_duty_model_nth (self->model, position);
  g_autofree char *place = duty != NULL ? jp_duty_place (duty) : NULL;

  if (place != NULL)
    g_signal_emit (self, opened_signal, 0, place);
}

static void
jp_day_panel_dispose (GObject *object)
{
  g_clear_object (&JP_DAY_PANEL (object)->model);

  G_OBJECT_CLASS (jp_day_panel_parent_class)->dispose (object);
}

static void
jp_day_panel_class_init (JpDayPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_day_panel_dispose;

  opened_signal = g_signal_new ("opened", JP_TYPE_DAY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static GtkWidget *
new_list (JpDayPanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind), self);
  self->list = GTK_LIST_VIEW (
    gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->model)))),
                       factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "duty-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Duties of the day"),
                                  -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));

  return scrolled;
}

static void
jp_day_panel_init (JpDayPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *nothing = gtk_label_new (_("Nothing is due on this day."));

  self->model = jp_duty_model_new ();
  gtk_widget_add_css_class (head, "day-head");
  self->title = GTK_LABEL (add_label (head, "heading", TRUE));
  self->subtitle = GTK_LABEL (add_label (head, "caption", TRUE));
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "dim-label");
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (nothing), TRUE);
  gtk_widget_set_valign (nothing, GTK_ALIGN_START);
  gtk_widget_set_margin_top (nothing, 18);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, new_list (self), "list");
  gtk_stack_add_named (self->stack, nothing, "nothing");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
jp_day_panel_new (void)
{
  return g_object_new (JP_TYPE_DAY_PANEL, NULL);
}

static char *
kind_words (const JpContext *context, JpDate day)
{
  gboolean provisional = FALSE;

  switch (jp_holidays_kind (context->holidays, day, &provisional))
    {
    case JP_DAY_HOLIDAY:
      return g_strdup (_("休 · a rest day by the published arrangement"));
    case JP_DAY_MAKE_UP:
      return g_strdup (_("班 · a make-up working day"));
    case JP_DAY_WEEKEND:
      return g_strdup (provisional ? _("Weekend · holidays of this year are not yet published (暂估)") : _("Weekend"));
    case JP_DAY_WORKDAY:
    default:
      return g_strdup (provisional ? _("Working day · holidays of this year are not yet published (暂估)")
                                   : _("Working day"));
    }
}

void
jp_day_panel_show (JpDayPanel *self, JpSnapshot *snapshot, const JpCalendarDays *days, JpDate day)
{
  const JpContext *context = jp_snapshot_get_context (snapshot);
  g_autoptr (GPtrArray) duties = g_ptr_array_new ();
  g_autofree char *title = jp_duty_day_words (day, JP_DATE_NONE);
  g_autofree char *kind = kind_words (context, day);
  guint n;
  const JpCalendarItem *items = jp_calendar_days_range (days, day, day, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (duties, (gpointer) items[i].duty);
  jp_duty_model_set (self->model, snapshot, duties);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, kind);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
}

void
jp_day_panel_focus (JpDayPanel *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}
