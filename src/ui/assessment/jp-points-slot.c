/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of the grid that is to be seen, and the header above them. */

#include "jp-points-grid-private.h"

#include "jp-assessment-columns.h"
#include "jp-cut-label.h"
#include "jp-paper-words.h"
#include "jp-text-width.h"

#include <glib/gi18n-lib.h>

#define NAME_WIDTH  172
#define NAME_AT_MOST 320 /* of large text the points are to have the room */
#define STATE_WIDTH 58
#define CELL_WIDTH  77
#define TOTAL_WIDTH 54
#define BAND_WIDTH  104
#define TAIL_SPACING 12

typedef enum
{
  LOOK_LOCKED,
  LOOK_OWN,     /* differs from the computed points */
  LOOK_WANTS,   /* a reason */
  LOOK_REFUSED,
  LOOK_CURSOR,
  LOOK_CHOSEN,
  N_LOOKS,
} JpCellLook;

static const char *const look_classes[N_LOOKS] = { "locked", "own", "wants-reason", "refused", "cursor", "chosen" };

static int
name_width (void)
{
  return MIN (jp_text_width (NAME_WIDTH), NAME_AT_MOST);
}

static GtkWidget *
add_label (GtkWidget *box, int width, float xalign)
{
  GtkWidget *label = jp_cut_label_new (xalign);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_size_request (label, width, -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1); /* as wide as its column, and no more */
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
new_part (const char *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_widget_add_css_class (box, css_class);
  return box;
}

/* The middle part: columns of one width, in the rows as in the header. */
static GtkWidget *
new_cells (const char *css_class)
{
  GtkWidget *box = new_part (css_class);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "grid-cells");

  return box;
}

static void
add_cell (JpPointsSlot *self, guint indicator)
{
  JpPointsCell *cell = &self->cells[indicator];

  cell->grid = self->grid;
  cell->slot = self;
  cell->indicator = indicator;
  cell->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  cell->mark = gtk_label_new (NULL);
  cell->entry = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_editable_set_alignment (GTK_EDITABLE (cell->entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell->entry), 4);
  gtk_widget_set_hexpand (cell->entry, TRUE);
  gtk_widget_add_css_class (cell->entry, "numeric");
  gtk_widget_add_css_class (cell->box, "grid-cell");
  gtk_widget_set_size_request (cell->box, jp_text_width (CELL_WIDTH), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (cell->entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->total,
                                  self->band, self->state, NULL, -1);
  gtk_box_append (GTK_BOX (cell->box), cell->mark);
  gtk_box_append (GTK_BOX (cell->box), cell->entry);
  gtk_box_append (GTK_BOX (self->body), cell->box);
  jp_points_cell_listen (cell);
}

JpPointsSlot *
jp_points_slot_new (JpPointsGrid *grid)
{
  JpPointsSlot *self = g_new0 (JpPointsSlot, 1);
  g_autoptr (GtkSizeGroup) height = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  self->grid = grid;
  self->row = G_MAXUINT;
  self->head = new_part ("grid-row");
  self->body = new_cells ("grid-row");
  self->tail = new_part ("grid-row");
  gtk_box_set_spacing (GTK_BOX (self->tail), TAIL_SPACING);
  self->name = add_label (self->head, name_width (), 0);
  self->state = add_label (self->head, jp_text_width (STATE_WIDTH), 0);
  self->total = add_label (self->tail, jp_text_width (TOTAL_WIDTH), 1);
  self->band = add_label (self->tail, jp_text_width (BAND_WIDTH), 0);
  gtk_widget_add_css_class (self->total, "grid-total");
  self->cells = g_new0 (JpPointsCell, grid->pack->n_indicators);
  for (guint i = 0; i < grid->pack->n_indicators; i++)
    add_cell (self, i);
  gtk_size_group_add_widget (height, self->head);
  gtk_size_group_add_widget (height, self->body);
  gtk_size_group_add_widget (height, self->tail);

  return self;
}

static void
disconnect (GtkWidget *entry, JpPointsCell *cell)
{
  GListModel *controllers = gtk_widget_observe_controllers (entry);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      g_signal_handlers_disconnect_by_data (controller, cell);
    }
  g_object_unref (controllers);
  g_signal_handlers_disconnect_by_data (entry, cell);
}

/* A row going away must not save on its way. */
void
jp_points_slot_free (gpointer data)
{
  JpPointsSlot *self = data;

  for (guint i = 0; i < self->grid->pack->n_indicators; i++)
    disconnect (self->cells[i].entry, &self->cells[i]);
  gtk_box_remove (GTK_BOX (self->grid->heads), self->head);
  gtk_box_remove (GTK_BOX (self->grid->bodies), self->body);
  gtk_box_remove (GTK_BOX (self->grid->tails), self->tail);
  g_free (self->named);
  g_free (self->cells);
  g_free (self);
}

static void
set_looks (JpPointsCell *cell, guint looks)
{
  for (guint i = 0; i < N_LOOKS; i++)
    if (((cell->looks ^ looks) >> i & 1) != 0)
      {
        if ((looks >> i & 1) != 0)
          gtk_widget_add_css_class (cell->box, look_classes[i]);
        else
          gtk_widget_remove_css_class (cell->box, look_classes[i]);
      }
  cell->looks = looks;
}

static const char *
mark_of (guint looks)
{
  if ((looks >> LOOK_REFUSED & 1) != 0)
    return "✗";
  if ((looks >> LOOK_WANTS & 1) != 0)
    return "⚠";

  return (looks >> LOOK_OWN & 1) != 0 ? "≠" : "";
}

static guint
looks_of (JpPointsCell *cell, const JpResult *record, const JpResult *result, gboolean open)
{
  JpPointsGrid *grid = cell->grid;
  const JpResultPoints *points = &result->points[cell->indicator];
  const char *id = record->dossier->id, *indicator = grid->pack->indicators[cell->indicator].id;
  JpReview *review = jp_points_drafts_find (grid->drafts, id);
  int own = record->state >= JP_ASSESSMENT_CITY ? points->city : points->district;
  gboolean wants = open && review != NULL && jp_review_wants_reason (review, cell->indicator);
  gboolean refused = jp_points_drafts_get_error (grid->drafts, id, indicator) != NULL;
  gboolean cursor = grid->row == cell->slot->row && grid->column == cell->indicator;
  gboolean chosen = jp_points_grid_is_chosen (grid, cell->slot->row, cell->indicator);

  return (guint) !open << LOOK_LOCKED | (guint) wants << LOOK_WANTS | (guint) refused << LOOK_REFUSED
         | (guint) (own >= 0 && points->computed >= 0 && own != points->computed) << LOOK_OWN
         | (guint) cursor << LOOK_CURSOR | (guint) chosen << LOOK_CHOSEN;
}

static void
show_cell (JpPointsCell *cell, const JpResult *record, const JpResult *result)
{
  JpPointsGrid *grid = cell->grid;
  gboolean open = jp_points_drafts_is_open (grid->drafts, record);
  g_autofree char *text = jp_points_drafts_text (grid->drafts, record, cell->indicator);
  int expected = jp_assess_expected_points (result, cell->indicator, record->state >= JP_ASSESSMENT_CITY);
  g_autofree char *hint = expected >= 0 ? jp_points_to_string (expected) : g_strdup ("");
  guint looks = looks_of (cell, record, result, open);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (cell->entry)), text))
    {
      grid->setting = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (cell->entry), text);
      grid->setting = FALSE;
      if (!grid->editing && gtk_widget_is_focus (cell->entry))
        gtk_editable_select_region (GTK_EDITABLE (cell->entry), 0, -1); /* what is typed next takes its place */
    }
  if (g_strcmp0 (gtk_text_get_placeholder_text (GTK_TEXT (cell->entry)), hint) != 0)
    gtk_text_set_placeholder_text (GTK_TEXT (cell->entry), hint);
  gtk_editable_set_editable (GTK_EDITABLE (cell->entry), open);
  gtk_label_set_label (GTK_LABEL (cell->mark), mark_of (looks));
  set_looks (cell, looks);
}

/* Screen readers and the keyboard find a cell by its cluster and indicator. */
static void
name_cells (JpPointsSlot *self, const JpResult *record)
{
  if (g_strcmp0 (self->named, record->dossier->name) == 0)
    return;

  g_free (self->named);
  self->named = g_strdup (record->dossier->name);
  for (guint i = 0; i < self->grid->pack->n_indicators; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s：%s", record->dossier->name, self->grid->pack->indicators[i].name);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[i].entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

void
jp_points_slot_show (JpPointsSlot *self, guint row)
{
  const JpResult *record = jp_points_grid_record (self->grid, row), *result;
  g_autofree char *total = NULL;
  g_autofree char *band = NULL;
  g_autofree char *name = NULL;

  self->row = row;
  gtk_widget_set_visible (self->head, record != NULL);
  gtk_widget_set_visible (self->body, record != NULL);
  gtk_widget_set_visible (self->tail, record != NULL);
  if (record == NULL)
    return;

  result = jp_points_drafts_result (self->grid->drafts, record);
  total = result->missing->len < result->pack->n_indicators ? jp_points_to_string (result->total) : g_strdup ("—");
  band = jp_assessment_column_text (JP_ASSESSMENT_BAND, result, NULL);
  name = jp_pack_short_name (self->grid->pack, record->dossier->name);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->state), jp_assessment_state_name (record->state));
  gtk_label_set_label (GTK_LABEL (self->total), total);
  gtk_label_set_label (GTK_LABEL (self->band), band);
  name_cells (self, record);
  for (guint i = 0; i < self->grid->pack->n_indicators; i++)
    show_cell (&self->cells[i], record, result);
}

static GtkWidget *
add_heading (GtkWidget *box, const char *text, int width, float xalign)
{
  GtkWidget *label = add_label (box, width, xalign);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_label_set_label (GTK_LABEL (label), text);

  return label;
}

/* The name in up to three lines, and the weight below. */
static void
add_indicator (GtkWidget *body, const JpIndicator *about)
{
  /* What stands in brackets goes on a line of its own. */
  g_auto (GStrv) parts = g_strsplit (about->name, "（", 2);
  g_autofree char *broken = g_strjoinv ("\n（", parts);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *name = gtk_label_new (broken);
  g_autofree char *points = jp_points_to_string (about->weight);
  /* Translators: the points an indicator can have, above its column */
  g_autofree char *weight = g_strdup_printf (_("of %s"), points);
  GtkWidget *below = gtk_label_new (weight);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), 3);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_justify (GTK_LABEL (name), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (name), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 1);
  gtk_widget_set_vexpand (name, TRUE);
  gtk_widget_set_valign (name, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (name, about->name);
  gtk_widget_add_css_class (name, "caption-heading");
  gtk_label_set_xalign (GTK_LABEL (below), 1);
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "numeric");
  gtk_widget_add_css_class (box, "grid-column");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_size_request (box, jp_text_width (CELL_WIDTH), -1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), below);
  gtk_box_append (GTK_BOX (body), box);
}

/* Gives the header's middle part; the other two go to @head and @tail. */
GtkWidget *
jp_points_header_new (const JpPack *pack, GtkWidget **head, GtkWidget **tail)
{
  GtkWidget *body = new_cells ("grid-head");
  g_autoptr (GtkSizeGroup) height = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  *head = new_part ("grid-head");
  *tail = new_part ("grid-head");
  gtk_box_set_spacing (GTK_BOX (*tail), TAIL_SPACING);
  add_heading (*head, _("Cluster"), name_width (), 0);
  add_heading (*head, _("State"), jp_text_width (STATE_WIDTH), 0);
  for (guint i = 0; i < pack->n_indicators; i++)
    add_indicator (body, &pack->indicators[i]);
  add_heading (*tail, _("Total"), jp_text_width (TOTAL_WIDTH), 1);
  add_heading (*tail, _("Band"), jp_text_width (BAND_WIDTH), 0);
  gtk_size_group_add_widget (height, *head);
  gtk_size_group_add_widget (height, body);
  gtk_size_group_add_widget (height, *tail);

  return body;
}
