/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grid by keyboard: going about as in a spreadsheet, typing, taking back, copying and pasting. */

#include "jp-points-grid-private.h"

#include "jp-cell-paste.h"
#include "jp-points-block.h"
#include "jp-table-copy.h"

static JpPointsCell *
cursor_cell (JpPointsGrid *self)
{
  JpPointsSlot *slot = jp_points_grid_slot (self, self->row);

  return slot != NULL ? &slot->cells[self->column] : NULL;
}

static const char *
indicator_id (JpPointsGrid *self, guint column)
{
  return self->pack->indicators[column].id;
}

/* What is typed goes on record as soon as it can; left empty, the cell goes back to what is on record. */
void
jp_points_grid_commit (JpPointsGrid *self)
{
  JpReview *review = self->cursor != NULL ? jp_points_drafts_find (self->drafts, self->cursor) : NULL;
  const char *id = self->pack != NULL ? indicator_id (self, self->column) : NULL;
  const char *typed = review != NULL ? jp_review_get_typed (review, "points", id) : NULL;
  g_autofree char *fault = NULL;
  int points;

  if (review == NULL || jp_review_get_result (review) == NULL || jp_review_why_locked (review) != NULL)
    return;

  if (typed != NULL && *typed == '\0')
    jp_points_drafts_forget (self->drafts, self->cursor, id);
  else if (typed != NULL && !jp_review_read_points (review, self->column, typed, &points, &fault))
    jp_points_drafts_set_error (self->drafts, self->cursor, id, fault);
  else
    jp_review_save_points (review, self->column);
}

/* Goes to a cell, as far as there is one; FALSE: it was there already. */
gboolean
jp_points_grid_move (JpPointsGrid *self, guint row, guint column, gboolean extend)
{
  guint n = jp_points_grid_n_rows (self);

  row = MIN (row, n > 0 ? n - 1 : 0);
  column = MIN (column, self->pack->n_indicators - 1);
  if (n == 0 || (row == self->row && column == self->column
                 && (extend || !jp_points_grid_is_chosen (self, row, column))))
    return FALSE;

  jp_points_grid_commit (self);
  jp_points_grid_set_cursor (self, row, column, extend);
  jp_points_grid_take_focus (self);

  return TRUE;
}

static gboolean
step (JpPointsGrid *self, int rows, int columns, gboolean extend)
{
  int row = (int) self->row + rows, column = (int) self->column + columns;

  jp_points_grid_move (self, (guint) MAX (row, 0), (guint) MAX (column, 0), extend);
  return GDK_EVENT_STOP; /* at the edge too: the text below the cursor is not to be gone about in */
}

/* Tab at the end of a row goes on at the beginning of the next. */
static gboolean
tab (JpPointsGrid *self, gboolean back)
{
  guint last = self->pack->n_indicators - 1;

  if (!back && self->column == last)
    return self->row + 1 < jp_points_grid_n_rows (self) && jp_points_grid_move (self, self->row + 1, 0, FALSE);
  if (back && self->column == 0)
    return self->row > 0 && jp_points_grid_move (self, self->row - 1, last, FALSE);

  return step (self, 0, back ? -1 : 1, FALSE);
}

void
jp_points_grid_go_on (JpPointsGrid *self)
{
  if (self->row + 1 < jp_points_grid_n_rows (self))
    jp_points_grid_move (self, self->row + 1, self->column, FALSE);
  jp_points_grid_take_focus (self);
}

/* Enter on an empty cell takes the computed points, for the city the district's where none are computed. */
static void
take_expected (JpPointsGrid *self)
{
  JpReview *review = jp_points_drafts_obtain (self->drafts, self->cursor);
  JpPointsCell *cell = cursor_cell (self);
  int expected = jp_assess_expected_points (jp_review_get_result (review), self->column, jp_review_is_city (review));
  g_autofree char *text = NULL;

  if (expected == JP_POINTS_UNKNOWN || *gtk_editable_get_text (GTK_EDITABLE (cell->entry)) != '\0')
    return;

  text = jp_points_to_string (expected);
  jp_review_type (review, "points", indicator_id (self, self->column), text);
}

static void
on_enter (JpPointsCell *cell)
{
  JpPointsGrid *self = cell->grid;
  JpReview *review = jp_points_drafts_obtain (self->drafts, self->cursor);
  const char *id = indicator_id (self, self->column);

  if (jp_review_get_result (review) == NULL || jp_review_why_locked (review) != NULL)
    {
      jp_points_grid_go_on (self);
      return;
    }

  take_expected (self);
  jp_points_grid_commit (self);
  if (jp_points_drafts_get_error (self->drafts, self->cursor, id) != NULL)
    return;
  if (jp_review_wants_reason (review, self->column))
    g_signal_emit_by_name (self, "reason-wanted");
  else
    jp_points_grid_go_on (self);
}

static void
on_typed (JpPointsCell *cell)
{
  JpPointsGrid *self = cell->grid;
  const JpResult *record = jp_points_grid_record (self, cell->slot->row);

  if (self->setting || record == NULL)
    return;

  /* Before anything is shown anew: the text may be half of what is being typed. */
  jp_review_type (jp_points_drafts_obtain (self->drafts, record->dossier->id), "points",
                  indicator_id (self, cell->indicator), gtk_editable_get_text (GTK_EDITABLE (cell->entry)));
  jp_points_drafts_set_error (self->drafts, record->dossier->id, indicator_id (self, cell->indicator), NULL);
}

static void
on_focus (JpPointsCell *cell)
{
  JpPointsGrid *self = cell->grid;

  if (cell->slot->row != self->row || cell->indicator != self->column || self->cursor == NULL)
    jp_points_grid_set_cursor (self, cell->slot->row, cell->indicator, FALSE);
}

/* Left by a click or for another part of the window; on the way within the grid it is saved already. */
static void
on_left (JpPointsCell *cell)
{
  if (cell->slot->row == cell->grid->row && cell->indicator == cell->grid->column)
    jp_points_grid_commit (cell->grid);
}

/* A cell's points as the office here has them on record; −1: none. */
static int
own_points (const JpResult *record, guint indicator)
{
  return record->state >= JP_ASSESSMENT_CITY ? record->points[indicator].city : record->points[indicator].district;
}

typedef struct
{
  JpPointsGrid *grid;
  GPtrArray    *given; /* of JpGivenPoints: back to what Enter on an empty cell takes */
} Clearing;

static void
clear_cell (const JpResult *record, guint indicator, gpointer data)
{
  Clearing *clearing = data;
  JpPointsGrid *self = clearing->grid;
  const char *id = indicator_id (self, indicator);
  int expected = jp_assess_expected_points (record, indicator, record->state >= JP_ASSESSMENT_CITY);

  if (!jp_points_drafts_is_open (self->drafts, record))
    return;
  if (!jp_points_drafts_forget (self->drafts, record->dossier->id, id) && expected != JP_POINTS_UNKNOWN
      && own_points (record, indicator) != JP_POINTS_UNKNOWN && own_points (record, indicator) != expected)
    g_ptr_array_add (clearing->given, jp_given_points_new (record->dossier->id, id, JP_POINTS_UNKNOWN, NULL));
}

/* Delete: what is typed is forgotten; own points on record give way to the computed ones. */
static void
clear (JpPointsGrid *self)
{
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_given_points_free);
  Clearing clearing = { self, given };

  jp_points_grid_each (self, clear_cell, &clearing);
  if (given->len > 0)
    g_signal_emit_by_name (self, "given", given);
}

typedef struct
{
  JpPointsGrid   *grid;
  JpTableCopy    *table;
  const JpResult *before; /* of the row that is being copied */
} Copying;

static void
copy_cell (const JpResult *record, guint indicator, gpointer data)
{
  Copying *copying = data;
  g_autofree char *text = jp_points_drafts_text (copying->grid->drafts, record, indicator);

  if (copying->before != NULL && copying->before != record)
    jp_table_copy_end_row (copying->table);
  copying->before = record;
  jp_table_copy_cell (copying->table, text);
}

static void
copy (JpPointsGrid *self)
{
  g_autoptr (JpTableCopy) table = jp_table_copy_new ();
  Copying copying = { .grid = self, .table = table };

  jp_points_grid_each (self, copy_cell, &copying);
  jp_table_copy_end_row (table);
  jp_table_copy_put (table, GTK_WIDGET (self));
}

static void
copy_row (JpPointsGrid *self, JpTableCopy *table, const JpResult *record)
{
  const char *district = record->dossier->district != NULL
                         ? jp_session_district_name (self->session, record->dossier->district) : NULL;
  g_autofree char *total = jp_points_to_string (jp_points_drafts_result (self->drafts, record)->total);

  jp_table_copy_cell (table, record->dossier->name);
  jp_table_copy_cell (table, district);
  jp_table_copy_cell (table, jp_assessment_state_name (record->state));
  for (guint i = 0; i < self->pack->n_indicators; i++)
    {
      g_autofree char *text = jp_points_drafts_text (self->drafts, record, i);

      jp_table_copy_cell (table, text);
    }
  jp_table_copy_cell (table, total);
  jp_table_copy_cell (table, NULL);
  jp_table_copy_end_row (table);
}

void
jp_points_grid_copy_all (JpPointsGrid *self)
{
  g_autoptr (JpTableCopy) table = jp_table_copy_new ();

  if (self->pack == NULL)
    return;

  jp_table_copy_cell (table, "集群名称");
  jp_table_copy_cell (table, "区县");
  jp_table_copy_cell (table, "状态");
  for (guint i = 0; i < self->pack->n_indicators; i++)
    jp_table_copy_cell (table, self->pack->indicators[i].name);
  jp_table_copy_cell (table, "合计");
  jp_table_copy_cell (table, "理由");
  jp_table_copy_end_row (table);
  for (guint row = 0; row < jp_points_grid_n_rows (self); row++)
    copy_row (self, table, jp_points_grid_record (self, row));
  jp_table_copy_put (table, GTK_WIDGET (self));
}

static void
on_clipboard (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpPointsGrid) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  JpPointsCell *cell = self->pack != NULL && self->cursor != NULL ? cursor_cell (self) : NULL;

  if (text == NULL || *text == '\0' || cell == NULL)
    return;

  if (jp_cell_paste_is_block (text))
    g_signal_emit_by_name (self, "pasted", text);
  else if (gtk_editable_get_editable (GTK_EDITABLE (cell->entry)))
    jp_cell_paste_insert (GTK_EDITABLE (cell->entry), text);
}

static void
on_paste (GtkText *entry, JpPointsCell *cell)
{
  g_signal_stop_emission_by_name (entry, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (entry)), NULL, on_clipboard,
                                 g_object_ref (cell->grid));
}

/* While an input method composes every key is its own. */
static void
on_preedit (GtkText *entry, const char *preedit, JpPointsCell *cell)
{
  g_object_set_data (G_OBJECT (entry), "jp-composing", GINT_TO_POINTER (*preedit != '\0'));
}

/* Ctrl+Z takes back what is typed in the cell, and else what was done last. */
static gboolean
undo (JpPointsGrid *self)
{
  if (!jp_points_drafts_forget (self->drafts, self->cursor, indicator_id (self, self->column)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);

  return GDK_EVENT_STOP;
}

static gboolean
open_wizard (JpPointsGrid *self)
{
  const JpResult *record = jp_points_grid_record (self, self->row);
  g_autofree char *place = g_strdup_printf ("assessment#%s@%d", record->dossier->id, record->year);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", place);
  return GDK_EVENT_STOP;
}

static gboolean
on_control_key (JpPointsGrid *self, guint key, gboolean shift)
{
  guint last_row = jp_points_grid_n_rows (self) - 1, last = self->pack->n_indicators - 1;

  switch (key)
    {
    case GDK_KEY_Home:
      return jp_points_grid_move (self, 0, 0, shift) || TRUE;
    case GDK_KEY_End:
      return jp_points_grid_move (self, last_row, last, shift) || TRUE;
    case GDK_KEY_Up:
      return jp_points_grid_move (self, 0, self->column, shift) || TRUE;
    case GDK_KEY_Down:
      return jp_points_grid_move (self, last_row, self->column, shift) || TRUE;
    case GDK_KEY_Left:
      return jp_points_grid_move (self, self->row, 0, shift) || TRUE;
    case GDK_KEY_Right:
      return jp_points_grid_move (self, self->row, last, shift) || TRUE;
    case GDK_KEY_a:
      jp_points_grid_choose (self, 0, 0, last_row, last);
      jp_points_grid_take_focus (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      copy (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_z:
      return undo (self);
    case GDK_KEY_Z:
    case GDK_KEY_y:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.redo", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return open_wizard (self);
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                     shift ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
edit (JpPointsCell *cell)
{
  cell->grid->editing = TRUE;
  gtk_editable_set_position (GTK_EDITABLE (cell->entry), -1);
}

static gboolean
on_plain_key (JpPointsCell *cell, guint key, gboolean shift)
{
  JpPointsGrid *self = cell->grid;
  int page = MAX ((int) self->slots->len - 1, 1);

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return step (self, -1, 0, shift);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return step (self, 1, 0, shift);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return self->editing ? GDK_EVENT_PROPAGATE : step (self, 0, -1, shift);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return self->editing ? GDK_EVENT_PROPAGATE : step (self, 0, 1, shift);
    case GDK_KEY_Home:
      return self->editing ? GDK_EVENT_PROPAGATE : step (self, 0, -(int) self->column, shift);
    case GDK_KEY_End:
      return self->editing ? GDK_EVENT_PROPAGATE : step (self, 0, (int) self->pack->n_indicators, shift);
    case GDK_KEY_Page_Up:
      return step (self, -page, 0, shift);
    case GDK_KEY_Page_Down:
      return step (self, page, 0, shift);
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return tab (self, shift);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return shift ? step (self, -1, 0, FALSE) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_F2:
      edit (cell);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (self->editing)
        return GDK_EVENT_PROPAGATE;
      clear (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      self->editing = FALSE;
      return jp_points_drafts_forget (self->drafts, self->cursor, indicator_id (self, self->column));
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, JpPointsCell *cell)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;

  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell->entry), "jp-composing")) != 0)
    return GDK_EVENT_PROPAGATE;
  if ((modifiers & ~(GdkModifierType) GDK_SHIFT_MASK) == 0)
    return on_plain_key (cell, key, shift);
  if ((modifiers & ~(GdkModifierType) GDK_SHIFT_MASK) == GDK_CONTROL_MASK && !cell->grid->editing)
    return on_control_key (cell->grid, key, shift);

  return GDK_EVENT_PROPAGATE;
}

/* A second click in the cell is for its text; Shift and a click choose up to it. */
static void
on_click (GtkGestureClick *click, int n, double x, double y, JpPointsCell *cell)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  if ((state & GDK_SHIFT_MASK) != 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
      jp_points_grid_move (cell->grid, cell->slot->row, cell->indicator, TRUE);
    }
  else if (n > 1)
    cell->grid->editing = TRUE;
}

void
jp_points_cell_listen (JpPointsCell *cell)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (cell->entry, "changed", G_CALLBACK (on_typed), cell);
  g_signal_connect_swapped (cell->entry, "activate", G_CALLBACK (on_enter), cell);
  g_signal_connect (cell->entry, "paste-clipboard", G_CALLBACK (on_paste), cell);
  g_signal_connect (cell->entry, "preedit-changed", G_CALLBACK (on_preedit), cell);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus), cell);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), cell);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), cell);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_click), cell);
  gtk_widget_add_controller (cell->entry, focus);
  gtk_widget_add_controller (cell->entry, keys);
  gtk_widget_add_controller (cell->entry, GTK_EVENT_CONTROLLER (click));
}
