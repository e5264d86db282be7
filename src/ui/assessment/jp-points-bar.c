/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-points-bar.h"

#include "jp-cut-label.h"
#include "jp-points-work.h"
#include "jp-score.h"

#include <glib/gi18n-lib.h>

struct _JpPointsBar
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *where;
  GtkWidget *sentence;
  GtkWidget *said; /* what is wrong, or what the other office gave */
  GtkWidget *title;
  GtkWidget *reason;

  /* Owned. */
  JpPointsGrid   *grid;
  JpPointsDrafts *drafts;

  gboolean setting;
  gboolean giving; /* the chosen cells are on their way together */
};

G_DEFINE_FINAL_TYPE (JpPointsBar, jp_points_bar, ADW_TYPE_BIN)

/* The draft of the cluster where the cursor is. */
static JpReview *
present_review (JpPointsBar *self, guint *indicator)
{
  const JpResult *record = jp_points_grid_get_cursor (self->grid, NULL, indicator);

  return record != NULL ? jp_points_drafts_obtain (self->drafts, record->dossier->id) : NULL;
}

static const char *
indicator_id (JpPointsBar *self, guint indicator)
{
  return jp_points_grid_get_pack (self->grid)->indicators[indicator].id;
}

static char *
reason_text (JpReview *review, const char *id)
{
  const char *typed = jp_review_get_typed (review, "reason", id);
  const JpReviewPoints *record = jp_review_get_points (review, id);
  const char *own = record == NULL ? NULL : jp_review_is_city (review) ? record->city_reason : record->district_reason;

  return g_strdup (typed != NULL ? typed : own != NULL ? own : "");
}

/* 区评 12.50：理由 */
static char *
other_text (JpReview *review, const char *id)
{
  const JpReviewPoints *record = jp_review_get_points (review, id);
  g_autofree char *points = NULL;

  if (record == NULL || !jp_review_is_city (review) || record->district == JP_POINTS_UNKNOWN)
    return NULL;

  points = jp_points_to_string (record->district);
  if (record->district_reason == NULL)
    return g_strdup_printf (_("The district gave %s."), points);
  return g_strdup_printf (_("The district gave %s: %s"), points, record->district_reason);
}

static void
show_said (JpPointsBar *self, JpReview *review, const char *id, gboolean wants)
{
  const JpDossier *dossier = jp_review_get_dossier (review);
  const char *error = jp_points_drafts_get_error (self->drafts, dossier->id, id);
  const char *locked = jp_review_why_locked (review);
  g_autofree char *other = other_text (review, id);
  g_autofree char *text = NULL;

  if (error != NULL)
    text = g_strconcat ("✗ ", error, NULL);
  else if (jp_review_get_record (review) == NULL)
    text = g_strdup (_("Not begun yet. Begin it in the first of the five steps, or several at once by “Take Computed "
                       "Points” on the assessment page."));
  else if (locked != NULL)
    text = g_strdup (locked);
  else if (wants)
    text = g_strconcat ("⚠ ", _("These points need a reason; they are kept, and go on record with it."), NULL);
  else
    text = g_steal_pointer (&other);
  gtk_label_set_label (GTK_LABEL (self->said), text != NULL ? text : "");
  gtk_widget_add_css_class (self->said, error != NULL ? "error" : "dim-label");
  gtk_widget_remove_css_class (self->said, error != NULL ? "dim-label" : "error");
}

static void
count_wanting (const JpResult *record, guint indicator, gpointer data)
{
  gpointer *context = data;
  JpPointsDrafts *drafts = context[0];
  guint *n = context[1];
  JpReview *review = jp_points_drafts_find (drafts, record->dossier->id);

  if (review != NULL && jp_points_drafts_is_open (drafts, record) && jp_review_get_result (review) != NULL
      && jp_review_wants_reason (review, indicator))
    (*n)++;
}

static guint
n_wanting (JpPointsBar *self)
{
  guint n = 0;
  gpointer context[] = { self->drafts, &n };

  jp_points_grid_each (self->grid, count_wanting, context);
  return n;
}

static void
show_reason (JpPointsBar *self, JpReview *review, const char *id)
{
  g_autofree char *text = reason_text (review, id);
  guint n = n_wanting (self);
  g_autofree char *title = n > 1 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Reason for %u cell",
                                                                 "Reason for %u cells", n), n)
                                 : g_strdup (_("Reason"));

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_editable_set_editable (GTK_EDITABLE (self->reason), jp_review_why_locked (review) == NULL);
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->reason)), text))
    return;

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->reason), text);
  self->setting = FALSE;
}

void
jp_points_bar_update (JpPointsBar *self)
{
  guint indicator = 0;
  JpReview *review = present_review (self, &indicator);
  const JpResult *result = review != NULL ? jp_review_get_result (review) : NULL;
  g_autofree char *where = NULL;
  g_autofree char *sentence = NULL;
  const char *id;

  gtk_widget_set_sensitive (GTK_WIDGET (self), result != NULL && result->pack != NULL);
  if (result == NULL || result->pack == NULL || indicator >= result->pack->n_indicators)
    return;

  id = indicator_id (self, indicator);
  where = g_strdup_printf ("%s · %s", result->dossier->name, result->pack->indicators[indicator].name);
  sentence = jp_score_explain (&result->score, indicator);
  gtk_label_set_label (GTK_LABEL (self->where), where);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  show_said (self, review, id, jp_review_why_locked (review) == NULL && jp_review_wants_reason (review, indicator));
  show_reason (self, review, id);
}

void
jp_points_bar_take_focus (JpPointsBar *self)
{
  gtk_widget_grab_focus (self->reason);
}

GtkWidget *
jp_points_bar_get_entry (JpPointsBar *self)
{
  return self->reason;
}

static void
on_typed (JpPointsBar *self)
{
  guint indicator = 0;
  JpReview *review = self->setting ? NULL : present_review (self, &indicator);

  if (review != NULL && jp_review_why_locked (review) == NULL)
    jp_review_type (review, "reason", indicator_id (self, indicator),
                    gtk_editable_get_text (GTK_EDITABLE (self->reason)));
}

/* The points typed into the chosen cells that wait for a reason, with this one. */
typedef struct
{
  JpPointsBar *bar;
  GPtrArray   *given; /* of JpGivenPoints */
} Collecting;

static void
collect (const JpResult *record, guint indicator, gpointer data)
{
  Collecting *collecting = data;
  JpPointsBar *self = collecting->bar;
  JpReview *review = jp_points_drafts_find (self->drafts, record->dossier->id);
  const char *id = indicator_id (self, indicator), *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  const char *typed = review != NULL ? jp_review_get_typed (review, "points", id) : NULL;
  int points;

  if (typed != NULL && jp_points_drafts_is_open (self->drafts, record)
      && jp_review_read_points (review, indicator, typed, &points, NULL))
    g_ptr_array_add (collecting->given, jp_given_points_new (record->dossier->id, id, points, reason));
}

/* One reason for all that are chosen and wait for one; FALSE: it is for the cell of the cursor alone. */
static gboolean
give_chosen (JpPointsBar *self)
{
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_given_points_free);
  Collecting collecting = { self, given };

  jp_points_grid_each (self->grid, collect, &collecting);
  if (given->len < 2)
    return FALSE;

  self->giving = TRUE;
  g_signal_emit_by_name (self->grid, "given", given);
  jp_points_grid_take_focus (self->grid);
  self->giving = FALSE;

  return TRUE;
}

static void
on_enter (JpPointsBar *self)
{
  guint indicator = 0;
  JpReview *review = present_review (self, &indicator);

  if (review == NULL || jp_review_get_result (review) == NULL || give_chosen (self))
    return;

  if (jp_review_why_locked (review) == NULL)
    jp_review_save_points (review, indicator);
  if (jp_review_why_locked (review) != NULL || !jp_review_wants_reason (review, indicator))
    jp_points_grid_go_on (self->grid);
}

static void
on_left (JpPointsBar *self)
{
  guint indicator = 0;
  JpReview *review = present_review (self, &indicator);

  if (review != NULL && !self->giving && jp_review_get_result (review) != NULL
      && jp_review_why_locked (review) == NULL)
    jp_review_save_points (review, indicator);
}

/* Back to the cell; what is typed stays. */
static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, JpPointsBar *self)
{
  if (key != GDK_KEY_Escape && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;

  return jp_points_grid_take_focus (self->grid);
}

static void
on_open (JpPointsBar *self)
{
  const JpResult *record = jp_points_grid_get_cursor (self->grid, NULL, NULL);
  g_autofree char *place = NULL;

  if (record == NULL)
    return;

  place = g_strdup_printf ("assessment#%s@%d", record->dossier->id, record->year);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", place);
}

static void
jp_points_bar_dispose (GObject *object)
{
  JpPointsBar *self = JP_POINTS_BAR (object);

  if (self->reason != NULL)
    {
      GListModel *controllers = gtk_widget_observe_controllers (self->reason);

      /* A field going away must not save on its way. */
      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          g_signal_handlers_disconnect_by_data (controller, self);
        }
      g_object_unref (controllers);
      g_signal_handlers_disconnect_by_data (self->reason, self);
    }
  self->reason = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->grid);
  g_clear_object (&self->drafts);

  G_OBJECT_CLASS (jp_points_bar_parent_class)->dispose (object);
}

static void
jp_points_bar_class_init (JpPointsBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_points_bar_dispose;
}

static GtkWidget *
add_text (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = jp_cut_label_new (0);

  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
new_reason_line (JpPointsBar *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *open = gtk_button_new_with_mnemonic (_("Open _Assessment"));
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_event_controller_key_new ();

  self->title = gtk_label_new (_("Reason"));
  self->reason = gtk_entry_new ();
  gtk_widget_set_hexpand (self->reason, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->said, NULL, -1);
  gtk_widget_set_tooltip_text (open, _("The five steps for this cluster (Ctrl+Enter)"));
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (on_open), self);
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->reason, focus);
  gtk_widget_add_controller (self->reason, keys);
  gtk_box_append (GTK_BOX (line), self->title);
  gtk_box_append (GTK_BOX (line), self->reason);
  gtk_box_append (GTK_BOX (line), open);

  return line;
}

static void
jp_points_bar_init (JpPointsBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->where = add_text (box, "heading");
  self->sentence = add_text (box, NULL);
  self->said = add_text (box, "dim-label");
  gtk_widget_add_css_class (box, "points-bar");
  gtk_box_append (GTK_BOX (box), new_reason_line (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
jp_points_bar_new (JpPointsGrid *grid, JpPointsDrafts *drafts)
{
  JpPointsBar *self = g_object_new (JP_TYPE_POINTS_BAR, NULL);

  self->grid = g_object_ref (grid);
  self->drafts = g_object_ref (drafts);

  return GTK_WIDGET (self);
}
