/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-score-row.h"

#include "jp-assessment-columns.h"
#include "jp-cut-label.h"
#include "jp-evidence-list.h"
#include "jp-paper-words.h"
#include "jp-score-curve.h"

#include <glib/gi18n-lib.h>

struct _JpScoreRow
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *cells[JP_SCORE_N_COLUMNS]; /* labels */
  GtkWidget *entry;                     /* of points, in the column of the office at work */
  GtkWidget *places[2];                 /* where the entry or the label of the district, the city is */
  GtkWidget *wants;                     /* what is asked for, below the name */
  GtkWidget *papers;                    /* how many papers prove it, below that */
  GtkWidget *evidence;                  /* which */
  GtkWidget *detail, *curve, *sentence, *other_title, *other, *reason_title, *reason, *error;
  GtkWidget *figures;                   /* 试算: entries of this year's figures */

  /* Owned. */
  JpReview *review;

  guint    indicator;
  gboolean setting;
  gboolean city; /* where the entry stands */
};

G_DEFINE_FINAL_TYPE (JpScoreRow, jp_score_row, ADW_TYPE_BIN)

static guint move_signal;

static const JpIndicator *
about (JpScoreRow *self)
{
  return &jp_review_get_result (self->review)->pack->indicators[self->indicator];
}

static gboolean
is_open (JpScoreRow *self)
{
  return jp_review_get_trial (self->review) || jp_review_why_locked (self->review) == NULL;
}

/* Typed by the user only; what an input method composes is not in the text. */
static void
on_points_typed (JpScoreRow *self)
{
  if (self->setting)
    return;

  jp_score_row_set_error (self, NULL);
  jp_review_type (self->review, "points", about (self)->id, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
on_reason_typed (JpScoreRow *self)
{
  if (!self->setting)
    jp_review_type (self->review, "reason", about (self)->id, gtk_editable_get_text (GTK_EDITABLE (self->reason)));
}

/* Left empty, the field goes back to what is on record. */
static void
save (JpScoreRow *self)
{
  const char *id, *typed;
  g_autofree char *fault = NULL;
  int points;

  if (self->review == NULL || jp_review_get_result (self->review) == NULL || !is_open (self))
    return;

  id = about (self)->id;
  typed = jp_review_get_typed (self->review, "points", id);
  if (typed != NULL && *typed == '\0')
    jp_review_type (self->review, "points", id, NULL);
  else if (typed != NULL && !jp_review_read_points (self->review, self->indicator, typed, &points, &fault))
    {
      jp_score_row_set_error (self, fault);
      return;
    }
  jp_review_save_points (self->review, self->indicator);
}

/* Enter on an empty cell takes the computed points, for the city the district's where none are computed. */
static gboolean
take_expected (JpScoreRow *self)
{
  int expected = jp_assess_expected_points (jp_review_get_result (self->review), self->indicator, self->city);
  g_autofree char *text = NULL;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    return TRUE;
  if (expected == JP_POINTS_UNKNOWN)
    return FALSE;

  text = jp_points_to_string (expected);
  jp_review_type (self->review, "points", about (self)->id, text);

  return TRUE;
}

static void
on_points_enter (JpScoreRow *self)
{
  if (!is_open (self))
    return;
  if (!take_expected (self))
    {
      jp_score_row_set_error (self, _("Nothing is computed here; type the points, with a reason."));
      return;
    }

  save (self);
  if (gtk_widget_get_visible (self->error))
    return;
  if (jp_review_wants_reason (self->review, self->indicator))
    gtk_widget_grab_focus (self->reason);
  else
    g_signal_emit (self, move_signal, 0, 1);
}

static void
on_reason_enter (JpScoreRow *self)
{
  save (self);
  if (!jp_review_wants_reason (self->review, self->indicator))
    g_signal_emit (self, move_signal, 0, 1);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, JpScoreRow *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, move_signal, 0, key == GDK_KEY_Up ? -1 : 1);
  return GDK_EVENT_STOP;
}

static void
listen (JpScoreRow *self, GtkWidget *entry, GCallback typed, GCallback enter)
{
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (entry, "changed", typed, self);
  g_signal_connect_swapped (entry, "activate", enter, self);
  /* The window may hold on to the field for longer than there is a row. */
  g_signal_connect_object (focus, "leave", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, keys);
}

static void
set_text (JpScoreRow *self, GtkWidget *entry, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) == 0)
    return;

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  self->setting = FALSE;
}

static void
show_figures (JpScoreRow *self, const JpResult *result)
{
  const JpIndicatorScore *item = &result->score.items[self->indicator];
  JpShownUnit unit = jp_words_unit (result->pack, item);
  g_autofree char *previous = jp_words_value (item->previous, unit);
  g_autofree char *current = jp_words_value (item->current, unit);
  g_autofree char *measure = jp_score_measure_text (&result->score, self->indicator);
  g_autofree char *change = NULL;
  g_autofree char *then
    = item->previous >= 0 && unit.unit != NULL ? g_strdup_printf ("%s %s", previous, unit.unit) : g_strdup ("—");
  g_autofree char *now
    = item->current >= 0 && unit.unit != NULL ? g_strdup_printf ("%s %s", current, unit.unit) : g_strdup ("—");

  if (item->indicator->measure == JP_MEASURE_MANUAL)
    change = g_strdup (_("by reviewer"));
  else if (item->indicator->measure == JP_MEASURE_LEVEL)
    change = g_strdup (_("present value"));
  else if (item->status != JP_SCORE_COMPUTED)
    change = g_strdup ("—");
  else
    change = g_strdup_printf ("%s%s", item->numerator > 0 ? "+" : "", measure);
  gtk_label_set_label (GTK_LABEL (self->cells[JP_SCORE_PREVIOUS]), then);
  gtk_label_set_label (GTK_LABEL (self->cells[JP_SCORE_CURRENT]), now);
  gtk_label_set_label (GTK_LABEL (self->cells[JP_SCORE_CHANGE]), change);
}

/* ≠ marks points that differ from the computed ones. */
static void
show_points (GtkWidget *label, int points, int computed)
{
  g_autofree char *text = jp_assessment_points_text (points);
  gboolean differs = points >= 0 && computed >= 0 && points != computed;
  g_autofree char *shown = g_strdup_printf ("%s%s", differs ? "≠ " : "", text);

  gtk_label_set_label (GTK_LABEL (label), shown);
  if (differs)
    gtk_widget_add_css_class (label, "warning");
  else
    gtk_widget_remove_css_class (label, "warning");
}

static void
show_entry (JpScoreRow *self, const JpResult *result)
{
  const char *typed = jp_review_get_typed (self->review, "points", about (self)->id);
  int points = self->city ? result->points[self->indicator].city : result->points[self->indicator].district;
  int expected = jp_assess_expected_points (result, self->indicator, self->city);
  g_autofree char *text = points >= 0 ? jp_points_to_string (points) : g_strdup ("");
  g_autofree char *hint = expected >= 0 ? jp_points_to_string (expected) : g_strdup ("");
  gboolean wants = is_open (self) && jp_review_wants_reason (self->review, self->indicator);

  set_text (self, self->entry, typed != NULL ? typed : text);
  gtk_text_set_placeholder_text (GTK_TEXT (self->entry), hint);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), is_open (self));
  gtk_widget_set_can_focus (self->entry, TRUE);
  if (wants)
    gtk_widget_add_css_class (gtk_widget_get_parent (self->entry), "wants-reason");
  else
    gtk_widget_remove_css_class (gtk_widget_get_parent (self->entry), "wants-reason");
  gtk_widget_set_visible (self->wants, wants);
}

static void
show_reasons (JpScoreRow *self)
{
  const JpReviewPoints *record = jp_review_get_points (self->review, about (self)->id);
  const char *typed = jp_review_get_typed (self->review, "reason", about (self)->id);
  const char *own = record == NULL ? NULL : self->city ? record->city_reason : record->district_reason;
  const char *other = record == NULL ? NULL : self->city ? record->district_reason : record->city_reason;
  gboolean trial = jp_review_get_trial (self->review);

  set_text (self, self->reason, typed != NULL ? typed : own);
  gtk_editable_set_editable (GTK_EDITABLE (self->reason), is_open (self));
  gtk_label_set_label (GTK_LABEL (self->reason_title),
                       self->city ? _("The city’s reason") : _("The district’s reason"));
  gtk_label_set_label (GTK_LABEL (self->other_title), self->city ? _("The district’s reason") : _("The city’s reason"));
  gtk_label_set_label (GTK_LABEL (self->other), other != NULL ? other : "");
  gtk_widget_set_visible (self->other, other != NULL);
  gtk_widget_set_visible (self->other_title, other != NULL);
  gtk_widget_set_visible (self->reason, !trial);
  gtk_widget_set_visible (self->reason_title, !trial);
}

static void
show_evidence (JpScoreRow *self)
{
  guint n = jp_evidence_list_get_size (JP_EVIDENCE_LIST (self->evidence));
  g_autofree char *text
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u paper of evidence", "%u papers of evidence", n), n);

  gtk_label_set_label (GTK_LABEL (self->papers), text);
  gtk_widget_set_visible (self->papers, n > 0);
  jp_evidence_list_show (JP_EVIDENCE_LIST (self->evidence));
}

/* Heard out of its row, a field says which it belongs to. */
static void
call (JpScoreRow *self, GtkWidget *field, const char *what)
{
  g_autofree char *name = g_strdup_printf ("%s：%s", about (self)->name, what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The entry stands in the column of the office at work. */
static void
place_entry (JpScoreRow *self)
{
  gboolean city = jp_review_is_city (self->review);
  GtkWidget *bin = gtk_widget_get_parent (self->entry);

  if (bin != NULL && self->city == city)
    return;

  self->city = city;
  if (bin == NULL)
    {
      bin = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_add_css_class (bin, "points-cell");
      gtk_box_append (GTK_BOX (bin), self->entry);
      gtk_widget_set_hexpand (self->entry, TRUE);
      g_object_ref_sink (bin);
    }
  else
    {
      g_object_ref (bin);
      gtk_box_remove (GTK_BOX (gtk_widget_get_parent (bin)), bin);
    }
  gtk_box_append (GTK_BOX (self->places[city ? 1 : 0]), bin);
  g_object_unref (bin);
  gtk_widget_set_visible (self->cells[JP_SCORE_BY_DISTRICT], city);
  gtk_widget_set_visible (self->cells[JP_SCORE_BY_CITY], !city);
  call (self, self->entry, city ? _("City’s points") : _("District’s points"));
  call (self, self->reason, city ? _("The city’s reason") : _("The district’s reason"));
}

static void
on_figure_typed (GtkWidget *entry, JpScoreRow *self)
{
  if (!self->setting)
    jp_review_type (self->review, "figure", g_object_get_data (G_OBJECT (entry), "jp-metric"),
                    gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
add_figure (JpScoreRow *self, const JpResult *result, guint metric)
{
  const JpMetric *about_metric = &result->pack->metrics[metric];
  const JpFigures *figures = jp_dossier_figures (result->dossier, result->year);
  gint64 value = figures != NULL ? jp_figures_get (figures, about_metric->id) : JP_VALUE_UNKNOWN;
  g_autofree char *text
    = value != JP_VALUE_UNKNOWN ? jp_units_to_string (value, about_metric->decimals) : g_strdup ("");
  g_autofree char *name = g_strdup_printf ("%s（%s）", about_metric->name, about_metric->unit);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *label = gtk_label_new (name),
            *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 14);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (entry), "jp-metric", g_strdup (about_metric->id), g_free);
  g_signal_connect (entry, "changed", G_CALLBACK (on_figure_typed), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (self->figures), box);
}

/* 试算: this year's figures to play with. */
static void
show_trial (JpScoreRow *self, const JpResult *result)
{
  gboolean trial = jp_review_get_trial (self->review);
  GtkWidget *child;

  gtk_widget_set_visible (self->figures, trial);
  if (trial == (gtk_widget_get_first_child (self->figures) != NULL))
    return;

  while ((child = gtk_widget_get_first_child (self->figures)) != NULL)
    gtk_box_remove (GTK_BOX (self->figures), child);
  for (guint i = 0; trial && i < about (self)->n_metrics; i++)
    add_figure (self, result, about (self)->metrics[i]);
}

void
jp_score_row_show (JpScoreRow *self)
{
  const JpResult *result = jp_review_get_result (self->review);
  const JpResultPoints *points = &result->points[self->indicator];
  g_autofree char *weight = jp_points_to_string (about (self)->weight);
  g_autofree char *computed = jp_assessment_points_text (points->computed);
  g_autofree char *sentence = jp_score_explain (&result->score, self->indicator);

  place_entry (self);
  gtk_label_set_label (GTK_LABEL (self->cells[JP_SCORE_NAME]), about (self)->name);
  gtk_label_set_label (GTK_LABEL (self->cells[JP_SCORE_WEIGHT]), weight);
  gtk_label_set_label (GTK_LABEL (self->cells[JP_SCORE_BY_RULE]), computed);
  show_figures (self, result);
  show_points (self->cells[JP_SCORE_BY_DISTRICT], points->district, points->computed);
  show_points (self->cells[JP_SCORE_BY_CITY], points->city, points->computed);
  show_entry (self, result);
  show_reasons (self);
  show_evidence (self);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  gtk_widget_set_visible (self->curve, about (self)->curve.n_points > 0);
  jp_score_curve_show (JP_SCORE_CURVE (self->curve), &result->score, self->indicator);
  show_trial (self, result);
}

void
jp_score_row_set_open (JpScoreRow *self, gboolean open)
{
  gtk_widget_set_visible (self->detail, open);
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (self), "in-work");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "in-work");
}

gboolean
jp_score_row_has_focus (JpScoreRow *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

gboolean
jp_score_row_in_reason (JpScoreRow *self)
{
  return (gtk_widget_get_state_flags (self->reason) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

gboolean
jp_score_row_take_focus (JpScoreRow *self, gboolean reason)
{
  jp_score_row_set_open (self, TRUE);

  return gtk_widget_grab_focus (reason ? self->reason : self->entry);
}

void
jp_score_row_set_error (JpScoreRow *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
}

GtkWidget *
jp_score_row_get_entry (JpScoreRow *self, gboolean reason)
{
  return reason ? self->reason : self->entry;
}

static void
jp_score_row_dispose (GObject *object)
{
  JpScoreRow *self = JP_SCORE_ROW (object);

  /* A row going away must not save on its way. */
  if (self->entry != NULL)
    {
      self->setting = TRUE;
      g_signal_handlers_disconnect_by_data (self->entry, self);
      g_signal_handlers_disconnect_by_data (self->reason, self);
    }
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->entry = NULL;
  g_clear_object (&self->review);

  G_OBJECT_CLASS (jp_score_row_parent_class)->dispose (object);
}

static void
jp_score_row_class_init (JpScoreRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_score_row_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "scorerow");

  move_signal
    = g_signal_new ("move", JP_TYPE_SCORE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static GtkWidget *
new_text (const char *css_class, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_line (JpScoreRow *self, GtkSizeGroup **columns)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *name = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->wants = new_text ("warning", FALSE);
  gtk_label_set_label (GTK_LABEL (self->wants), _("⚠ reason needed"));
  gtk_widget_add_css_class (self->wants, "caption");
  for (guint i = 0; i < JP_SCORE_N_COLUMNS; i++)
    {
      GtkWidget *place = i == JP_SCORE_NAME ? name : gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      self->cells[i] = i == JP_SCORE_NAME ? jp_cut_label_new (0) : gtk_label_new (NULL);
      gtk_widget_add_css_class (self->cells[i], "numeric");
      gtk_label_set_xalign (GTK_LABEL (self->cells[i]), i == JP_SCORE_NAME ? 0 : 1);
      gtk_widget_set_hexpand (self->cells[i], i != JP_SCORE_NAME);
      gtk_box_append (GTK_BOX (place), self->cells[i]);
      gtk_widget_set_valign (place, GTK_ALIGN_CENTER);
      gtk_widget_set_hexpand (place, i == JP_SCORE_NAME);
      gtk_size_group_add_widget (columns[i], place);
      gtk_box_append (GTK_BOX (line), place);
      if (i == JP_SCORE_BY_DISTRICT || i == JP_SCORE_BY_CITY)
        self->places[i - JP_SCORE_BY_DISTRICT] = place;
    }
  self->papers = new_text ("caption", FALSE);
  gtk_widget_add_css_class (self->papers, "dim-label");
  gtk_box_append (GTK_BOX (name), self->wants);
  gtk_box_append (GTK_BOX (name), self->papers);

  return line;
}

static GtkWidget *
new_detail (JpScoreRow *self)
{
  GtkWidget *detail = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);

  self->curve = jp_score_curve_new ();
  self->sentence = new_text (NULL, TRUE);
  self->other_title = new_text ("dim-label", FALSE);
  self->other = new_text ("given-reason", TRUE);
  self->reason_title = new_text ("dim-label", FALSE);
  self->figures = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->reason = gtk_entry_new ();
  self->evidence = jp_evidence_list_new (self->review, self->indicator);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->sentence,
                                  NULL, -1);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (self->curve, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), self->sentence);
  gtk_box_append (GTK_BOX (texts), self->figures);
  gtk_box_append (GTK_BOX (texts), self->other_title);
  gtk_box_append (GTK_BOX (texts), self->other);
  gtk_box_append (GTK_BOX (texts), self->reason_title);
  gtk_box_append (GTK_BOX (texts), self->reason);
  gtk_box_append (GTK_BOX (texts), self->evidence);
  gtk_box_append (GTK_BOX (detail), self->curve);
  gtk_box_append (GTK_BOX (detail), texts);
  gtk_widget_add_css_class (detail, "score-detail");

  return detail;
}

static void
jp_score_row_init (JpScoreRow *self)
{
  self->entry
    = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL); /* by itself it has none */
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 7);
  gtk_widget_add_css_class (self->entry, "numeric");
}

GtkWidget *
jp_score_row_new (JpReview *review, guint indicator, GtkSizeGroup **columns)
{
  JpScoreRow *self = g_object_new (JP_TYPE_SCORE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->review = g_object_ref (review);
  self->indicator = indicator;
  gtk_box_append (GTK_BOX (box), new_line (self, columns));
  self->error = new_text ("error", TRUE);
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (box), self->error);
  self->detail = new_detail (self);
  gtk_box_append (GTK_BOX (box), self->detail);
  adw_bin_set_child (ADW_BIN (self), box);
  jp_evidence_list_drop_on (JP_EVIDENCE_LIST (self->evidence), GTK_WIDGET (self));
  listen (self, self->entry, G_CALLBACK (on_points_typed), G_CALLBACK (on_points_enter));
  listen (self, self->reason, G_CALLBACK (on_reason_typed), G_CALLBACK (on_reason_enter));
  jp_score_row_show (self);

  return GTK_WIDGET (self);
}
