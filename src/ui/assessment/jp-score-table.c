/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-score-table.h"

#include "jp-article-tag.h"
#include "jp-assessment-columns.h"
#include "jp-dossier-section.h"
#include "jp-score-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_CHARS         12
#define NAME_CHARS_COMPACT 10

struct _JpScoreTable
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *unconfirmed, *trial_button, *hint, *locked;
  GtkWidget *card, *list;
  GtkWidget *heads[JP_SCORE_N_COLUMNS], *totals[JP_SCORE_N_COLUMNS];

  /* Owned. */
  JpReview     *review;
  GtkSizeGroup *columns[JP_SCORE_N_COLUMNS];
  GPtrArray    *rows;  /* of JpScoreRow, borrowed */
  JpPack       *pack;  /* what the rows were made of */
  char         *cluster;
  char         *wanted; /* the field to go to when there are rows */

  GtkAdjustment *across;  /* of what scrolls it */
  double         needed;  /* width at which all columns have room */
  guint          working; /* row open, from 0; rows->len: none */
  guint          fitting; /* source */
  gboolean       compact; /* without the figures */
};

G_DEFINE_FINAL_TYPE (JpScoreTable, jp_score_table, ADW_TYPE_BIN)

enum
{
  MOVED,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static JpScoreRow *
row_at (JpScoreTable *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

static void
open_only (JpScoreTable *self, guint index)
{
  for (guint i = 0; i < self->rows->len; i++)
    jp_score_row_set_open (row_at (self, i), i == index);
  self->working = index;
}

/* The row with the cursor is the one in work; where it went elsewhere the row stays open. */
static void
on_focus (GtkEventControllerFocus *controller, JpScoreTable *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  guint index;

  if (g_ptr_array_find (self->rows, widget, &index) && index != self->working)
    open_only (self, index);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
on_move (JpScoreRow *row, int rows, JpScoreTable *self)
{
  guint index;
  int next;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;

  next = (int) index + rows;
  if (next >= 0 && next < (int) self->rows->len)
    jp_score_row_take_focus (row_at (self, (guint) next), FALSE);
  else if (rows > 0)
    g_signal_emit (self, signals[ENDED], 0);
}

/* Where there is no room, as with text at 200 %, the figures leave it to the points, which are what is typed; the
 * sentence of the row in work has them. */
static void
set_compact (JpScoreTable *self, gboolean compact)
{
  self->compact = compact;
  gtk_label_set_width_chars (GTK_LABEL (self->heads[JP_SCORE_NAME]), compact ? NAME_CHARS_COMPACT : NAME_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (self->totals[JP_SCORE_NAME]), compact ? NAME_CHARS_COMPACT : NAME_CHARS);
  for (guint i = JP_SCORE_PREVIOUS; i <= JP_SCORE_CHANGE; i++)
    for (GSList *cell = gtk_size_group_get_widgets (self->columns[i]); cell != NULL; cell = cell->next)
      gtk_widget_set_visible (cell->data, !compact);
}

static gboolean
fit (gpointer data)
{
  JpScoreTable *self = data;
  double wide = gtk_adjustment_get_upper (self->across), room = gtk_adjustment_get_page_size (self->across);

  self->fitting = 0;
  if (!self->compact && wide > room + 1)
    {
      self->needed = wide;
      set_compact (self, TRUE);
    }
  else if (self->compact && room >= self->needed)
    set_compact (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
fit_soon (JpScoreTable *self)
{
  if (self->fitting == 0)
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 30, fit, self, NULL); /* after this frame's layout */
}

/* What was needed was needed for text of another size. */
static void
on_text_size (JpScoreTable *self)
{
  set_compact (self, FALSE);
  fit_soon (self);
}

static void
add_row (JpScoreTable *self, guint indicator)
{
  GtkWidget *row = jp_score_row_new (self->review, indicator, self->columns);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_focus), self);
  gtk_widget_add_controller (row, focus);
  g_signal_connect (row, "move", G_CALLBACK (on_move), self);
  gtk_box_append (GTK_BOX (self->list), row);
  g_ptr_array_add (self->rows, row);
  if (self->compact)
    set_compact (self, TRUE); /* the new row too */
}

static void
build (JpScoreTable *self, const JpResult *result)
{
  GtkWidget *child;

  if (self->pack != NULL && g_str_equal (self->pack->json, result->pack->json)
      && g_strcmp0 (self->cluster, result->dossier->id) == 0)
    return; /* the same rules, perhaps loaded again: what is being typed stays */

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  g_clear_pointer (&self->pack, jp_pack_unref);
  self->pack = jp_pack_ref ((JpPack *) result->pack);
  g_free (self->cluster);
  self->cluster = g_strdup (result->dossier->id);
  for (guint i = 0; i < result->pack->n_indicators; i++)
    add_row (self, i);
  open_only (self, 0);
}

static void
show_heads (JpScoreTable *self, const JpResult *result)
{
  g_autofree char *before = g_strdup_printf ("%d", result->year - 1);
  g_autofree char *now = g_strdup_printf ("%d", result->year);

  gtk_label_set_label (GTK_LABEL (self->heads[JP_SCORE_PREVIOUS]), before);
  gtk_label_set_label (GTK_LABEL (self->heads[JP_SCORE_CURRENT]), now);
}

static void
show_totals (JpScoreTable *self, const JpResult *result)
{
  g_autofree char *computed = jp_assessment_points_text (result->total_computed);
  g_autofree char *district = jp_assessment_points_text (result->total_district);
  g_autofree char *city = jp_assessment_points_text (result->total_city);

  gtk_label_set_label (GTK_LABEL (self->totals[JP_SCORE_NAME]), "合计");
  gtk_label_set_label (GTK_LABEL (self->totals[JP_SCORE_WEIGHT]), "100.00");
  gtk_label_set_label (GTK_LABEL (self->totals[JP_SCORE_BY_RULE]), computed);
  gtk_label_set_label (GTK_LABEL (self->totals[JP_SCORE_BY_DISTRICT]), district);
  gtk_label_set_label (GTK_LABEL (self->totals[JP_SCORE_BY_CITY]), city);
}

static void
show_locked (JpScoreTable *self)
{
  gboolean trial = jp_review_get_trial (self->review);
  const char *why = jp_review_why_locked (self->review);

  gtk_label_set_label (GTK_LABEL (self->locked),
                       trial
                         ? _("Trial: what is typed here changes total, band and amount beside it, and is not saved.")
                         : why);
  gtk_widget_set_visible (self->locked, trial || why != NULL);
  if (trial)
    gtk_widget_add_css_class (self->card, "trial");
  else
    gtk_widget_remove_css_class (self->card, "trial");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->trial_button), trial);
}

static void
show (JpScoreTable *self)
{
  const JpResult *result = jp_review_get_result (self->review);

  if (result == NULL || result->pack == NULL)
    return;

  build (self, result);
  show_heads (self, result);
  for (guint i = 0; i < self->rows->len; i++)
    jp_score_row_show (row_at (self, i));
  show_totals (self, result);
  gtk_widget_set_visible (self->unconfirmed, !result->pack_confirmed);
  show_locked (self);
  if (self->wanted != NULL)
    {
      g_autofree char *wanted = g_steal_pointer (&self->wanted);

      jp_score_table_go (self, wanted);
    }
}

static void
on_refused (JpReview *review, const char *key, const char *message, JpScoreTable *self)
{
  const char *colon = strstr (key, "points:");
  int index
    = colon != NULL && self->pack != NULL ? jp_pack_find_indicator (self->pack, colon + strlen ("points:")) : -1;

  if (index >= 0 && (guint) index < self->rows->len)
    jp_score_row_set_error (row_at (self, (guint) index), message);
}

static void
on_trial (GtkToggleButton *button, JpScoreTable *self)
{
  if (jp_review_get_dossier (self->review) != NULL)
    jp_review_set_trial (self->review, gtk_toggle_button_get_active (button));
}

char *
jp_score_table_get_field (JpScoreTable *self)
{
  for (guint i = 0; i < self->rows->len && self->pack != NULL; i++)
    if (jp_score_row_has_focus (row_at (self, i)))
      return g_strconcat (self->pack->indicators[i].id, jp_score_row_in_reason (row_at (self, i)) ? "/reason" : NULL,
                          NULL);

  return self->working < self->rows->len ? g_strdup (self->pack->indicators[self->working].id) : NULL;
}

void
jp_score_table_go (JpScoreTable *self, const char *field)
{
  g_auto (GStrv) parts = g_strsplit (field, "/", 2);
  int index = self->pack != NULL && parts[0] != NULL ? jp_pack_find_indicator (self->pack, parts[0]) : -1;

  if (self->rows->len == 0)
    {
      g_free (self->wanted);
      self->wanted = g_strdup (field);
      return;
    }
  if (index < 0 || (guint) index >= self->rows->len)
    return;

  open_only (self, (guint) index);
  jp_score_row_take_focus (row_at (self, (guint) index), parts[1] != NULL);
}

GtkWidget *
jp_score_table_get_entry (JpScoreTable *self, guint indicator, gboolean reason)
{
  g_return_val_if_fail (indicator < self->rows->len, NULL);

  return jp_score_row_get_entry (row_at (self, indicator), reason);
}

static void
jp_score_table_dispose (GObject *object)
{
  JpScoreTable *self = JP_SCORE_TABLE (object);

  g_clear_handle_id (&self->fitting, g_source_remove);
  if (self->across != NULL)
    g_signal_handlers_disconnect_by_data (self->across, self);
  g_clear_object (&self->across);
  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->review);
  g_clear_pointer (&self->pack, jp_pack_unref);
  for (guint i = 0; i < JP_SCORE_N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);

  G_OBJECT_CLASS (jp_score_table_parent_class)->dispose (object);
}

static void
jp_score_table_finalize (GObject *object)
{
  JpScoreTable *self = JP_SCORE_TABLE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->cluster);
  g_free (self->wanted);

  G_OBJECT_CLASS (jp_score_table_parent_class)->finalize (object);
}

static void
jp_score_table_class_init (JpScoreTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_score_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_score_table_finalize;

  signals[MOVED] = g_signal_new ("moved", JP_TYPE_SCORE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", JP_TYPE_SCORE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_line (JpScoreTable *self, GtkWidget **cells, const char * const *titles, const char *css_class)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  /* In characters: room for what the column usually holds, so that nothing moves as rows are opened. */
  static const int widths[JP_SCORE_N_COLUMNS] = { NAME_CHARS, 6, 9, 9, 7, 7, 7, 8 };

  for (guint i = 0; i < JP_SCORE_N_COLUMNS; i++)
    {
      cells[i] = gtk_label_new (titles != NULL ? titles[i] : NULL);
      gtk_label_set_xalign (GTK_LABEL (cells[i]), i == JP_SCORE_NAME ? 0 : 1);
      gtk_label_set_width_chars (GTK_LABEL (cells[i]), widths[i]);
      gtk_widget_set_hexpand (cells[i], i == JP_SCORE_NAME);
      gtk_widget_add_css_class (cells[i], "numeric");
      gtk_size_group_add_widget (self->columns[i], cells[i]);
      gtk_box_append (GTK_BOX (line), cells[i]);
    }
  gtk_widget_add_css_class (line, css_class);

  return line;
}

static GtkWidget *
new_head (JpScoreTable *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *title = gtk_label_new (_("Scoring"));

  gtk_widget_add_css_class (title, "title-4");
  self->unconfirmed = jp_section_chip ("评分标准未核定", "amber");
  self->trial_button = gtk_toggle_button_new_with_mnemonic (_("_Trial"));
  gtk_widget_set_tooltip_text (self->trial_button, _("Try values and see what they would give; nothing is saved"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->trial_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Trial"), -1);
  gtk_widget_set_halign (self->trial_button, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->trial_button, TRUE);
  g_signal_connect (self->trial_button, "toggled", G_CALLBACK (on_trial), self);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), jp_article_tag_new ("第十条"));
  gtk_box_append (GTK_BOX (head), self->unconfirmed);
  gtk_box_append (GTK_BOX (head), self->trial_button);

  return head;
}

static void
jp_score_table_init (JpScoreTable *self)
{
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < JP_SCORE_N_COLUMNS; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

static GtkWidget *
new_note (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
jp_score_table_new (JpReview *review)
{
  const char *titles[JP_SCORE_N_COLUMNS] = { _("Indicator"), _("Weight"), NULL, NULL, _("Change"), _("Computed"),
                                             C_("points", "District"), C_("points", "City") };
  JpScoreTable *self = g_object_new (JP_TYPE_SCORE_TABLE, NULL);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *scrolled = gtk_scrolled_window_new ();

  self->review = g_object_ref (review);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->locked = new_note (NULL, "locked-note");
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "score-card");
  gtk_box_append (GTK_BOX (self->card), new_line (self, self->heads, titles, "score-heads"));
  gtk_box_append (GTK_BOX (self->card), self->list);
  gtk_box_append (GTK_BOX (self->card), new_line (self, self->totals, NULL, "score-totals"));
  gtk_widget_add_css_class (column, "wizard-column");
  gtk_box_append (GTK_BOX (column), new_head (self));
  self->hint
    = new_note (_("The rules compute; district and city give. Points that differ, and all that nothing is computed "
                  "for, need a reason. Enter takes the computed points and goes on."),
                "dim-label");
  gtk_box_append (GTK_BOX (column), self->hint);
  gtk_box_append (GTK_BOX (column), self->locked);
  gtk_box_append (GTK_BOX (column), self->card);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), column);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  self->across = g_object_ref (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled)));
  g_signal_connect_swapped (self->across, "changed", G_CALLBACK (fit_soon), self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (on_text_size), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (review, "changed", G_CALLBACK (show), self);
  g_signal_connect (review, "refused", G_CALLBACK (on_refused), self);

  return GTK_WIDGET (self);
}
