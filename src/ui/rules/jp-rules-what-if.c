/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-rules-what-if.h"

#include "jp-choice.h"
#include "jp-pack-simulation.h"
#include "jp-rules-column.h"
#include "jp-table-copy.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Rows beyond these are only counted and copied: who changes the rules looks at what changes first. */
#define ROWS_SHOWN 300

typedef struct
{
  GtkWindow    *window;
  GtkLabel     *summary;
  GtkBox       *column;
  GtkDropDown  *years;
  GtkSpinner   *spinner;
  JpSession    *session;
  JpSnapshot   *snapshot;
  JpPack       *pack;
  GCancellable *running;
  JpPackSimulation *simulation; /* NULL: still computing */
  int           first_year;
} WhatIf;

static void
what_if_free (gpointer data)
{
  WhatIf *self = data;

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_pointer (&self->simulation, jp_pack_simulation_free);
  jp_snapshot_unref (self->snapshot);
  jp_pack_unref (self->pack);
  g_object_unref (self->session);
  g_free (self);
}

static char *
total_text (const JpResult *result)
{
  g_autofree char *points = jp_points_to_string (result->total);

  /* Translators: a total of which points are still missing */
  return result->missing->len > 0 ? g_strdup_printf (_("%s, incomplete"), points) : g_strdup (points);
}

static char *
band_text (const JpResult *result)
{
  g_autofree char *from = result->band != NULL ? jp_points_to_string (result->band->from) : NULL;

  if (result->vetoed)
    return g_strdup (_("vetoed"));

  return from != NULL ? g_strdup_printf ("≥ %s", from) : g_strdup ("—");
}

static char *
amount_text (const JpResult *result)
{
  if (!result->involves_money)
    return g_strdup ("不涉及资金");

  return result->amount != JP_MONEY_UNKNOWN ? jp_money_to_wan (result->amount) : g_strdup ("—");
}

static char *
change_text (const JpSimulatedResult *row)
{
  g_autofree char *points = jp_units_to_string (row->after->total - row->before->total, 2);

  return g_strconcat (row->after->total > row->before->total ? "+" : "", points, NULL);
}

/* The cells of a row in the order of the headers. */
static char **
row_cells (WhatIf *self, const JpSimulatedResult *row)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  char *texts[] = { total_text (row->before), total_text (row->after), change_text (row), band_text (row->before),
                    band_text (row->after), amount_text (row->before), amount_text (row->after) };
  const char *district = jp_session_district_name (self->session, row->dossier->district);

  g_strv_builder_add (cells, row->dossier->name);
  g_strv_builder_add (cells, district != NULL ? district : "");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_strv_builder_add (cells, texts[i]);
      g_free (texts[i]);
    }

  return g_strv_builder_end (cells);
}

static const char * const headers[] = {
  N_("Cluster"), N_("District"), N_("Total Now"), N_("Total Then"), N_("Difference"), N_("Band Now"), N_("Band Then"),
  N_("Amount Now (万元)"), N_("Amount Then (万元)"),
};

static void
add_row (GtkWidget *table, char **cells)
{
  jp_rules_table_row (table, FALSE, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7],
                      cells[8], NULL);
}

static void
show_summary (WhatIf *self)
{
  const JpPackSimulation *simulation = self->simulation;
  g_autofree char *before = jp_money_to_wan (simulation->before);
  g_autofree char *after = jp_money_to_wan (simulation->after);
  g_autofree char *text = NULL;

  if (simulation->n_total + simulation->n_band + simulation->n_amount == 0)
    text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The draft changes nothing for the %u cluster assessed for %d.",
                                      "The draft changes nothing for the %u clusters assessed for %d.",
                                      simulation->rows->len),
                         simulation->rows->len, simulation->year);
  else
    text = g_strdup_printf (_("Of %u clusters assessed for %d: %u totals, %u bands and %u amounts differ. Known "
                              "amounts together: %s now, %s 万元 then."),
                            simulation->rows->len, simulation->year, simulation->n_total, simulation->n_band,
                            simulation->n_amount, before, after);
  gtk_label_set_label (self->summary, text);
}

static void
show_rows (WhatIf *self)
{
  GtkWidget *frame, *table = jp_rules_table_new (_("Results now and then"), &frame), *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->column))) != NULL)
    gtk_box_remove (self->column, child);
  gtk_widget_set_valign (frame, GTK_ALIGN_START);
  gtk_box_append (self->column, frame);
  jp_rules_table_row (table, TRUE, _(headers[0]), _(headers[1]), _(headers[2]), _(headers[3]), _(headers[4]),
                      _(headers[5]), _(headers[6]), _(headers[7]), _(headers[8]), NULL);
  for (guint i = 0; i < MIN (self->simulation->rows->len, ROWS_SHOWN); i++)
    {
      g_auto (GStrv) cells = row_cells (self, self->simulation->rows->pdata[i]);

      add_row (table, cells);
    }
}

/* The computing. */

typedef struct
{
  JpSnapshot *snapshot;
  JpPack     *pack;
  int         year;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  jp_snapshot_unref (question->snapshot);
  jp_pack_unref (question->pack);
  g_free (question);
}

static void
compute (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;

  g_task_return_pointer (task,
                         jp_pack_simulation_new (jp_snapshot_get_dossiers (question->snapshot),
                                                 jp_snapshot_get_context (question->snapshot), question->pack,
                                                 question->year),
                         (GDestroyNotify) jp_pack_simulation_free);
}

static void
on_computed (GObject *source, GAsyncResult *result, gpointer data)
{
  JpPackSimulation *simulation = g_task_propagate_pointer (G_TASK (result), NULL);
  WhatIf *self;

  if (simulation == NULL) /* only where another year was chosen, or the window closed */
    return;

  self = g_object_get_data (source, "what-if");
  g_clear_pointer (&self->simulation, jp_pack_simulation_free);
  self->simulation = simulation;
  gtk_spinner_stop (self->spinner);
  show_summary (self);
  show_rows (self);
}

static void
start (WhatIf *self)
{
  Question *question = g_new (Question, 1);
  g_autoptr (GTask) task = NULL;

  *question = (Question) { jp_snapshot_ref (self->snapshot), jp_pack_ref (self->pack),
                           self->first_year - (int) gtk_drop_down_get_selected (self->years) };
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  task = g_task_new (self->window, self->running, on_computed, NULL);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, compute);
}

static void
on_copy (WhatIf *self)
{
  g_autoptr (JpTableCopy) copy = jp_table_copy_new ();

  if (self->simulation == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    jp_table_copy_cell (copy, _(headers[i]));
  jp_table_copy_end_row (copy);
  for (guint i = 0; i < self->simulation->rows->len; i++)
    {
      g_auto (GStrv) cells = row_cells (self, self->simulation->rows->pdata[i]);

      for (guint c = 0; cells[c] != NULL; c++)
        jp_table_copy_cell (copy, cells[c]);
      jp_table_copy_end_row (copy);
    }
  jp_table_copy_put (copy, GTK_WIDGET (self->window));
}

/* The newest first: years that can have been assessed. */
static void
list_years (WhatIf *self)
{
  const JpContext *context = jp_snapshot_get_context (self->snapshot);
  int first = jp_pack_set_first_year (context->packs), year = jp_session_get_year (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->first_year = (int) jp_date_year (context->today);
  for (int y = self->first_year; first != 0 && y >= first; y--)
    {
      g_autofree char *name = g_strdup_printf (_("Assessments of %d"), y);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->years, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->years,
                              (guint) CLAMP (self->first_year - year, 0, MAX (0, self->first_year - first)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->years), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Year looked at"), -1);
}

static GtkWidget *
new_note (void)
{
  GtkWidget *note = gtk_label_new (_("Nothing is saved. Points that took the computed ones over are computed anew; a "
                                     "reviewer's own judgement keeps its part of the weight; confirmed assessments "
                                     "keep their figures and vetoes, and whatever is decided here, their version."));

  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_widget_add_css_class (note, "dim-label");

  return note;
}

static GtkWidget *
new_content (WhatIf *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (), *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("Co_py")), *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->years = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  jp_choice_setup (self->years);
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->summary = GTK_LABEL (gtk_label_new (_("Computing…")));
  self->column = GTK_BOX (rows);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_label_set_xalign (self->summary, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "heading");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), GTK_WIDGET (self->years));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), copy);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->spinner));
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (on_copy), self);
  gtk_widget_add_css_class (column, "rules-column");
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (column), new_note ());
  gtk_box_append (GTK_BOX (column), rows);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), column);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scrolled);

  return box;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

void
jp_rules_what_if_open (GtkWidget *over, JpSession *session, JpPack *pack)
{
  WhatIf *self = g_new0 (WhatIf, 1);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->session = g_object_ref (session);
  self->snapshot = jp_snapshot_ref (jp_session_get_snapshot (session));
  self->pack = jp_pack_ref (pack);
  self->window = GTK_WINDOW (adw_window_new ());
  g_object_set_data_full (G_OBJECT (self->window), "what-if", self, what_if_free);
  gtk_window_set_title (self->window, _("What the Draft Would Change"));
  gtk_window_set_transient_for (self->window, GTK_WINDOW (gtk_widget_get_root (over)));
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_default_size (self->window, 1080, 620);
  adw_window_set_content (ADW_WINDOW (self->window), new_content (self));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
  list_years (self);
  g_signal_connect_swapped (self->years, "notify::selected", G_CALLBACK (start), self);
  gtk_window_present (self->window);
  start (self);
}
