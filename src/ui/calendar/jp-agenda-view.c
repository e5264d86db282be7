/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-agenda-view.h"

#include "jp-cut-label.h"
#include "jp-day-cell.h"
#include "jp-duty-item.h"
#include "jp-duty-model.h"
#include "jp-table-copy.h"

#include <glib/gi18n-lib.h>

struct _JpAgendaView
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkStack      *stack;
  GtkColumnView *table;

  /* Owned. */
  JpDutyModel       *model;
  GtkMultiSelection *selection;
  GPtrArray         *duties; /* of JpObligation */
};

G_DEFINE_FINAL_TYPE (JpAgendaView, jp_agenda_view, ADW_TYPE_BIN)

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum
{
  COLUMN_DAY,
  COLUMN_LEFT,
  COLUMN_SUBJECT,
  COLUMN_CLUSTER,
  COLUMN_DISTRICT,
  COLUMN_STATE,
  COLUMN_DUE,
  COLUMN_ARTICLE,
  N_COLUMNS,
} Column;

static const struct
{
  const char *title;
  gboolean    expands;
} columns[N_COLUMNS] = {
  [COLUMN_DAY] = { N_("Work by"), FALSE },
  [COLUMN_LEFT] = { N_("Time Left"), FALSE },
  [COLUMN_SUBJECT] = { N_("What"), TRUE },
  [COLUMN_CLUSTER] = { N_("Cluster"), TRUE },
  [COLUMN_DISTRICT] = { N_("District"), FALSE },
  [COLUMN_STATE] = { N_("State"), FALSE },
  [COLUMN_DUE] = { N_("Last Day"), FALSE },
  [COLUMN_ARTICLE] = { N_("Article"), FALSE },
};

/* 2月14日 周六 班; what rests on holidays not yet published says so. */
static char *
day_words (const JpObligation *duty, const JpContext *context)
{
  JpDate day = jp_obligation_day (duty, context->today);
  const char *mark = jp_day_kind_mark (jp_holidays_kind (context->holidays, day, NULL));
  g_autofree char *words = jp_duty_day_words (day, context->today);

  return g_strdup_printf ("%s%s%s%s", words, mark != NULL ? " " : "", mark != NULL ? mark : "",
                          duty->work_by_provisional ? "（暂估）" : "");
}

static char *
due_words (const JpObligation *duty)
{
  char iso[JP_DATE_ISO_LEN];

  return g_strdup (duty->due != JP_DATE_NONE ? jp_date_to_iso (duty->due, iso) : "");
}

static char *
cell_words (const JpObligation *duty, JpSnapshot *snapshot, Column column)
{
  const JpContext *context = jp_snapshot_get_context (snapshot);
  const char *district;

  switch (column)
    {
    case COLUMN_DAY:
      return day_words (duty, context);
    case COLUMN_LEFT:
      return duty->state == JP_DUTY_DONE || duty->state == JP_DUTY_NOT_RECORDED ? g_strdup ("")
                                                                               : jp_duty_left_words (duty, context);
    case COLUMN_SUBJECT:
      return g_strdup (duty->subject);
    case COLUMN_CLUSTER:
      return g_strdup (duty->dossier->name);
    case COLUMN_DISTRICT:
      district = jp_snapshot_district_name (snapshot, duty->dossier->district);
      return g_strdup (district != NULL ? district : "");
    case COLUMN_STATE:
      return g_strdup_printf ("%s %s", jp_duty_state_sign (duty->state), jp_duty_state_name (duty->state));
    case COLUMN_DUE:
      return due_words (duty);
    case COLUMN_ARTICLE:
      return g_strdup (duty->article);
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *
state_class (JpDutyState state)
{
  switch (state)
    {
    case JP_DUTY_OVERDUE:
      return "error";
    case JP_DUTY_DUE:
      return "warning";
    case JP_DUTY_DONE:
    case JP_DUTY_NOT_RECORDED:
      return "dim-label";
    case JP_DUTY_UPCOMING:
    default:
      return NULL;
    }
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  Column column = GPOINTER_TO_UINT (data);
  GtkWidget *label = jp_cut_label_new (0);

  if (columns[column].expands)
    gtk_label_set_width_chars (GTK_LABEL (label), 10);
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  if (column == COLUMN_DAY || column == COLUMN_DUE || column == COLUMN_LEFT)
    gtk_widget_add_css_class (label, "numeric");
  if (column == COLUMN_DUE || column == COLUMN_ARTICLE)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  static const char * const plain[] = { NULL };
  Column column = GPOINTER_TO_UINT (data);
  JpDutyRef *ref = gtk_list_item_get_item (list_item);
  const JpObligation *duty = jp_duty_ref_get_duty (ref);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *text = cell_words (duty, jp_duty_ref_get_snapshot (ref), column);

  gtk_label_set_label (GTK_LABEL (label), text);
  if (column == COLUMN_LEFT || column == COLUMN_STATE)
    {
      const char *classes[] = { state_class (duty->state), NULL };

      gtk_widget_set_css_classes (label, classes[0] != NULL ? classes : (const char **) plain);
    }
}

static void
on_activate (JpAgendaView *self, guint position)
{
  const JpObligation *duty = jp_duty_model_nth (self->model, position);
  g_autofree char *place = duty != NULL ? jp_duty_place (duty) : NULL;

  if (place != NULL)
    g_signal_emit (self, signals[OPENED], 0, place);
}

static gboolean
on_copy_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return jp_agenda_view_copy (JP_AGENDA_VIEW (widget)) > 0;
}

static void
jp_agenda_view_dispose (GObject *object)
{
  JpAgendaView *self = JP_AGENDA_VIEW (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->duties, g_ptr_array_unref);

  G_OBJECT_CLASS (jp_agenda_view_parent_class)->dispose (object);
}

static void
jp_agenda_view_class_init (JpAgendaViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_agenda_view_dispose;

  signals[OPENED] = g_signal_new ("opened", JP_TYPE_AGENDA_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_c, GDK_CONTROL_MASK, on_copy_key, NULL);
}

static void
add_column (JpAgendaView *self, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (_(columns[column].title), factory);
  gtk_column_view_column_set_expand (view_column, columns[column].expands);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_append_column (self->table, view_column);
}

static GtkWidget *
new_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "jp-all-well-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing Is Due"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("Nothing answers to these filters in this time. Other "
                                                             "kinds, states or districts may have something to do."));

  return page;
}

static void
jp_agenda_view_init (JpAgendaView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->model = jp_duty_model_new ();
  self->duties = g_ptr_array_new ();
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_show_row_separators (self->table, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Duties by date"), -1);
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, i);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (on_activate), self);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "ledger");
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scrolled, "table");
  gtk_stack_add_named (self->stack, new_nothing (), "nothing");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
jp_agenda_view_new (void)
{
  return g_object_new (JP_TYPE_AGENDA_VIEW, NULL);
}

void
jp_agenda_view_show (JpAgendaView *self, JpSnapshot *snapshot, const JpCalendarDays *days)
{
  g_autoptr (GPtrArray) duties = g_ptr_array_new ();
  const JpCalendarItem *items;
  guint n;

  g_return_if_fail (JP_IS_AGENDA_VIEW (self) && snapshot != NULL && days != NULL);

  items = jp_calendar_days_range (days, 0, G_MAXUINT32, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (duties, (gpointer) items[i].duty);
  jp_duty_model_set (self->model, snapshot, duties);
  g_ptr_array_unref (self->duties);
  self->duties = g_steal_pointer (&duties);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "table" : "nothing");
}

GPtrArray *
jp_agenda_view_get_duties (JpAgendaView *self)
{
  return self->duties;
}

const JpObligation *
jp_agenda_view_get_chosen (JpAgendaView *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_is_empty (chosen) ? NULL : jp_duty_model_nth (self->model, gtk_bitset_get_minimum (chosen));
}

static void
copy_row (JpAgendaView *self, JpTableCopy *copy, guint index)
{
  g_autoptr (JpDutyRef) ref = g_list_model_get_item (G_LIST_MODEL (self->model), index);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *text = cell_words (jp_duty_ref_get_duty (ref), jp_duty_ref_get_snapshot (ref), i);

      jp_table_copy_cell (copy, text);
    }
  jp_table_copy_end_row (copy);
}

guint
jp_agenda_view_copy (JpAgendaView *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (JpTableCopy) copy = jp_table_copy_new ();
  gboolean all = gtk_bitset_get_size (chosen) <= 1;
  guint n = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    jp_table_copy_cell (copy, _(columns[i].title));
  jp_table_copy_end_row (copy);
  for (guint i = 0; i < self->duties->len; i++)
    if (all || gtk_bitset_contains (chosen, i))
      {
        copy_row (self, copy, i);
        n++;
      }
  if (n > 0)
    jp_table_copy_put (copy, GTK_WIDGET (self));

  return n;
}
