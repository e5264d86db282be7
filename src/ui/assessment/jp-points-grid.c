/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-points-grid-private.h"

#include <math.h>

#define MOST_SLOTS      120 /* whatever the screen */
#define ROWS_BY_WHEEL   3

G_DEFINE_FINAL_TYPE (JpPointsGrid, jp_points_grid, ADW_TYPE_BIN)

enum
{
  MOVED,
  REASON_WANTED,
  PASTED,
  GIVEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

guint
jp_points_grid_n_rows (JpPointsGrid *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

const JpResult *
jp_points_grid_record (JpPointsGrid *self, guint row)
{
  g_autoptr (JpAssessmentRow) item = g_list_model_get_item (G_LIST_MODEL (self->list), row);

  return item != NULL ? jp_assessment_row_get (item) : NULL;
}

JpPointsSlot *
jp_points_grid_slot (JpPointsGrid *self, guint row)
{
  if (row < self->top || row - self->top >= self->slots->len)
    return NULL;

  return g_ptr_array_index (self->slots, row - self->top);
}

gboolean
jp_points_grid_is_chosen (JpPointsGrid *self, guint row, guint column)
{
  gboolean several = self->row != self->anchor_row || self->column != self->anchor_column;

  return several && row >= MIN (self->row, self->anchor_row) && row <= MAX (self->row, self->anchor_row)
         && column >= MIN (self->column, self->anchor_column) && column <= MAX (self->column, self->anchor_column);
}

static void
show_slot (JpPointsGrid *self, guint index)
{
  jp_points_slot_show (g_ptr_array_index (self->slots, index), self->top + index);
}

void
jp_points_grid_redraw (JpPointsGrid *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    show_slot (self, i);
}

/* The row at one end goes to the other and stands for another cluster. */
static void
rotate (JpPointsGrid *self, gboolean down)
{
  guint last = self->slots->len - 1;
  JpPointsSlot *slot = g_ptr_array_steal_index (self->slots, down ? 0 : last);
  const JpPointsSlot *end = last > 0 ? g_ptr_array_index (self->slots, last - 1) : NULL;
  gboolean behind = down && end != NULL;

  g_ptr_array_insert (self->slots, down ? -1 : 0, slot);
  gtk_box_reorder_child_after (GTK_BOX (self->heads), slot->head,
                               behind ? end->head : gtk_widget_get_first_child (self->heads));
  gtk_box_reorder_child_after (GTK_BOX (self->bodies), slot->body,
                               behind ? end->body : gtk_widget_get_first_child (self->bodies));
  gtk_box_reorder_child_after (GTK_BOX (self->tails), slot->tail,
                               behind ? end->tail : gtk_widget_get_first_child (self->tails));
}

static void
update_bar (JpPointsGrid *self)
{
  guint n = jp_points_grid_n_rows (self);

  gtk_adjustment_configure (self->rows, self->top, 0, n, 1, MAX (self->slots->len, 1), MIN (self->slots->len, n));
  gtk_widget_set_visible (self->bar, n > self->slots->len);
}

void
jp_points_grid_set_top (JpPointsGrid *self, guint top)
{
  guint n = jp_points_grid_n_rows (self), slots = self->slots->len, before = self->top;
  guint highest = n > slots ? n - slots : 0;
  guint by;

  top = MIN (top, highest);
  if (top == before)
    return;

  self->top = top;
  by = top > before ? top - before : before - top;
  if (by >= slots)
    jp_points_grid_redraw (self);
  for (guint i = 0; by < slots && i < by; i++)
    {
      rotate (self, top > before);
      if (top > before)
        jp_points_slot_show (g_ptr_array_index (self->slots, slots - 1), before + slots + i);
      else
        jp_points_slot_show (g_ptr_array_index (self->slots, 0), before - i - 1);
    }
  update_bar (self);
}

/* Rows that lose or get the cursor, or are in what is chosen. */
static void
show_rows (JpPointsGrid *self, guint from, guint to)
{
  for (guint row = MAX (from, self->top); row <= to && jp_points_grid_slot (self, row) != NULL; row++)
    show_slot (self, row - self->top);
}

/* Moves the cursor, and what it leaves behind is let go where nothing is typed in it. */
void
jp_points_grid_set_cursor (JpPointsGrid *self, guint row, guint column, gboolean extend)
{
  const JpResult *record = jp_points_grid_record (self, row);
  guint from = MIN (MIN (self->row, self->anchor_row), row), to = MAX (MAX (self->row, self->anchor_row), row);

  if (record == NULL)
    return;

  if (row != self->row || column != self->column)
    self->editing = FALSE;
  if (self->cursor != NULL && g_strcmp0 (self->cursor, record->dossier->id) != 0)
    jp_points_drafts_release (self->drafts, self->cursor);
  g_free (self->cursor);
  self->cursor = g_strdup (record->dossier->id);
  jp_points_drafts_obtain (self->drafts, self->cursor);
  self->row = row;
  self->column = column;
  if (!extend)
    {
      self->anchor_row = row;
      self->anchor_column = column;
    }
  show_rows (self, from, to);
  g_signal_emit (self, signals[MOVED], 0);
}

static gboolean
has_focus (JpPointsGrid *self)
{
  return gtk_widget_get_focus_child (self->bodies) != NULL;
}

static void
show_column (JpPointsGrid *self, const JpPointsCell *cell)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->across));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (cell->box, self->bodies, &bounds))
    gtk_adjustment_clamp_page (across, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

gboolean
jp_points_grid_take_focus (JpPointsGrid *self)
{
  JpPointsSlot *slot;

  if (self->slots->len == 0 || self->row >= jp_points_grid_n_rows (self))
    return FALSE;

  if (self->row < self->top)
    jp_points_grid_set_top (self, self->row);
  else if (self->row - self->top >= self->slots->len)
    jp_points_grid_set_top (self, self->row - self->slots->len + 1);
  slot = jp_points_grid_slot (self, self->row);
  if (slot != NULL)
    show_column (self, &slot->cells[self->column]);

  /* Where it is there already nothing is selected anew: somebody is typing. */
  return slot != NULL && (gtk_widget_is_focus (slot->cells[self->column].entry)
                          || gtk_widget_grab_focus (slot->cells[self->column].entry));
}

/* Where the view goes the cursor goes: it is always where it can be seen. */
static void
on_rows_scrolled (JpPointsGrid *self)
{
  guint top = (guint) (gtk_adjustment_get_value (self->rows) + 0.5);
  guint row;

  if (self->slots->len == 0 || top == self->top)
    return;

  jp_points_grid_commit (self);
  jp_points_grid_set_top (self, top);
  row = CLAMP (self->row, self->top, self->top + self->slots->len - 1);
  if (row != self->row)
    jp_points_grid_set_cursor (self, row, self->column, FALSE);
  if (has_focus (self))
    jp_points_grid_take_focus (self);
}

static gboolean
on_wheel (GtkEventControllerScroll *wheel, double dx, double dy, JpPointsGrid *self)
{
  double whole;

  if (dy == 0)
    return GDK_EVENT_PROPAGATE;

  self->rest = modf (self->rest + dy * ROWS_BY_WHEEL, &whole);
  gtk_adjustment_set_value (self->rows, gtk_adjustment_get_value (self->rows) + whole);

  return GDK_EVENT_STOP;
}

static void
add_slot (JpPointsGrid *self)
{
  JpPointsSlot *slot = jp_points_slot_new (self);

  g_ptr_array_add (self->slots, slot);
  gtk_box_append (GTK_BOX (self->heads), slot->head);
  gtk_box_append (GTK_BOX (self->bodies), slot->body);
  gtk_box_append (GTK_BOX (self->tails), slot->tail);
  show_slot (self, self->slots->len - 1);
}

/* How many rows there is room for; 0: not known yet. */
static guint
rows_that_fit (JpPointsGrid *self)
{
  GtkWidget *header = gtk_widget_get_first_child (self->bodies);
  JpPointsSlot *first = self->slots->len > 0 ? g_ptr_array_index (self->slots, 0) : NULL;
  int room = gtk_widget_get_height (self->place);
  int row = first != NULL ? gtk_widget_get_allocated_height (first->body) : 0; /* with its padding and line */

  if (room <= 0 || row <= 0 || header == NULL)
    return 0;

  return (guint) CLAMP ((room - gtk_widget_get_allocated_height (header)) / row, 1, MOST_SLOTS);
}

static gboolean
fit (gpointer data)
{
  JpPointsGrid *self = data;
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->across));
  guint wanted = rows_that_fit (self), before = self->slots->len;

  self->fitting = 0;
  gtk_widget_set_visible (self->below, gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across) + 1);
  if (wanted == 0 || wanted == before)
    return G_SOURCE_REMOVE;

  while (self->slots->len < wanted)
    add_slot (self);
  if (wanted < before && has_focus (self) && self->row - self->top >= wanted)
    gtk_widget_grab_focus (((JpPointsSlot *) g_ptr_array_index (self->slots, 0))->cells[self->column].entry);
  g_ptr_array_set_size (self->slots, (int) wanted);
  jp_points_grid_set_top (self, self->top);
  update_bar (self);

  return G_SOURCE_REMOVE;
}

static void
fit_soon (JpPointsGrid *self)
{
  if (self->fitting == 0)
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 30, fit, self, NULL); /* after this frame's layout */
}

static void
forget_rows (JpPointsGrid *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->slots, 0);
  while ((child = gtk_widget_get_first_child (self->heads)) != NULL)
    gtk_box_remove (GTK_BOX (self->heads), child);
  while ((child = gtk_widget_get_first_child (self->bodies)) != NULL)
    gtk_box_remove (GTK_BOX (self->bodies), child);
  while ((child = gtk_widget_get_first_child (self->tails)) != NULL)
    gtk_box_remove (GTK_BOX (self->tails), child);
}

static const JpPack *
pack_of (JpPointsGrid *self)
{
  GPtrArray *results = jp_session_get_results (self->session);

  for (guint i = 0; i < results->len; i++)
    if (((const JpResult *) g_ptr_array_index (results, i))->pack != NULL)
      return ((const JpResult *) g_ptr_array_index (results, i))->pack;

  return NULL;
}

static void
build (JpPointsGrid *self)
{
  const JpPack *pack = pack_of (self);
  GtkWidget *head, *tail;

  if (pack == NULL || (self->pack != NULL && !self->stale && g_str_equal (self->pack->json, pack->json)))
    return; /* the same rules, perhaps loaded again: what is being typed stays */

  self->stale = FALSE;
  forget_rows (self);
  g_clear_pointer (&self->pack, jp_pack_unref);
  self->pack = jp_pack_ref ((JpPack *) pack);
  self->column = MIN (self->column, pack->n_indicators - 1);
  self->anchor_column = self->column;
  gtk_box_append (GTK_BOX (self->bodies), jp_points_header_new (pack, &head, &tail));
  gtk_box_append (GTK_BOX (self->heads), head);
  gtk_box_append (GTK_BOX (self->tails), tail);
  add_slot (self);
}

/* The cursor stays with its cluster, wherever that stands now; where it moved, what was chosen is no more. */
static void
find_cursor (JpPointsGrid *self)
{
  guint n = jp_points_grid_n_rows (self), before = self->row;

  self->row = MIN (self->row, n > 0 ? n - 1 : 0);
  for (guint i = 0; self->cursor != NULL && i < n; i++)
    if (g_str_equal (jp_points_grid_record (self, i)->dossier->id, self->cursor))
      self->row = i;
  if (self->row != before || self->anchor_row >= n)
    {
      self->anchor_row = self->row;
      self->anchor_column = self->column;
    }
}

void
jp_points_grid_show (JpPointsGrid *self, JpSession *session)
{
  gboolean focus = self->bodies != NULL && has_focus (self);
  guint n;

  g_set_object (&self->session, session);
  build (self);
  if (self->pack == NULL)
    return;

  n = jp_points_grid_n_rows (self);
  find_cursor (self);
  self->top = MIN (self->top, n > self->slots->len ? n - self->slots->len : 0);
  jp_points_grid_redraw (self);
  update_bar (self);
  fit_soon (self);
  if (n > 0)
    jp_points_grid_set_cursor (self, self->row, self->column, TRUE);
  if (focus)
    jp_points_grid_take_focus (self);
}

const JpPack *
jp_points_grid_get_pack (JpPointsGrid *self)
{
  return self->pack;
}

const JpResult *
jp_points_grid_get_cursor (JpPointsGrid *self, guint *row, guint *indicator)
{
  if (self->pack == NULL || self->cursor == NULL)
    return NULL;

  if (row != NULL)
    *row = self->row;
  if (indicator != NULL)
    *indicator = self->column;
  return jp_points_grid_record (self, self->row);
}

gboolean
jp_points_grid_go (JpPointsGrid *self, const char *cluster, const char *indicator)
{
  int column = self->pack != NULL ? jp_pack_find_indicator (self->pack, indicator) : -1;
  guint n = jp_points_grid_n_rows (self);

  for (guint row = 0; column >= 0 && row < n; row++)
    if (g_str_equal (jp_points_grid_record (self, row)->dossier->id, cluster))
      {
        jp_points_grid_set_cursor (self, row, (guint) column, FALSE);
        return jp_points_grid_take_focus (self);
      }

  return FALSE;
}

guint
jp_points_grid_each (JpPointsGrid *self, JpPointsEach each, gpointer data)
{
  guint last_row = MAX (self->row, self->anchor_row), last = MAX (self->column, self->anchor_column), n = 0;

  for (guint row = MIN (self->row, self->anchor_row); self->cursor != NULL && row <= last_row; row++)
    for (guint i = MIN (self->column, self->anchor_column); i <= last; i++, n++)
      if (each != NULL)
        each (jp_points_grid_record (self, row), i, data);

  return n;
}

void
jp_points_grid_choose (JpPointsGrid *self, guint row, guint indicator, guint last_row, guint last_indicator)
{
  jp_points_grid_set_cursor (self, row, indicator, FALSE);
  jp_points_grid_set_cursor (self, last_row, last_indicator, TRUE);
}

GtkWidget *
jp_points_grid_get_entry (JpPointsGrid *self, guint row, guint indicator)
{
  JpPointsSlot *slot = jp_points_grid_slot (self, row);

  return slot != NULL && self->pack != NULL && indicator < self->pack->n_indicators ? slot->cells[indicator].entry
                                                                                   : NULL;
}

/* The columns are as wide as the text asks for. */
static void
on_text_size (JpPointsGrid *self)
{
  self->stale = TRUE;
  if (self->session != NULL)
    jp_points_grid_show (self, self->session);
}

static void
on_draft_changed (JpPointsGrid *self, const char *cluster)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      const JpResult *record = jp_points_grid_record (self, self->top + i);

      if (record != NULL && g_str_equal (record->dossier->id, cluster))
        show_slot (self, i);
    }
  if (g_strcmp0 (self->cursor, cluster) == 0)
    g_signal_emit (self, signals[MOVED], 0);
}

static void
jp_points_grid_dispose (GObject *object)
{
  JpPointsGrid *self = JP_POINTS_GRID (object);

  g_clear_handle_id (&self->fitting, g_source_remove);
  if (self->drafts != NULL)
    g_signal_handlers_disconnect_by_data (self->drafts, self);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  if (self->bodies != NULL)
    forget_rows (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->bodies = NULL;
  g_clear_object (&self->rows);
  g_clear_object (&self->drafts);
  g_clear_object (&self->list);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jp_points_grid_parent_class)->dispose (object);
}

static void
jp_points_grid_finalize (GObject *object)
{
  JpPointsGrid *self = JP_POINTS_GRID (object);

  g_ptr_array_unref (self->slots);
  g_clear_pointer (&self->pack, jp_pack_unref);
  g_free (self->cursor);

  G_OBJECT_CLASS (jp_points_grid_parent_class)->finalize (object);
}

static void
jp_points_grid_class_init (JpPointsGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_points_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_points_grid_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pointsgrid");

  signals[MOVED] = g_signal_new ("moved", JP_TYPE_POINTS_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REASON_WANTED] = g_signal_new ("reason-wanted", JP_TYPE_POINTS_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[PASTED] = g_signal_new ("pasted", JP_TYPE_POINTS_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  signals[GIVEN] = g_signal_new ("given", JP_TYPE_POINTS_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_PTR_ARRAY);
}

static GtkWidget *
new_rows (GtkWidget *box)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (rows, GTK_ALIGN_START);
  if (box != NULL)
    gtk_box_append (GTK_BOX (box), rows);

  return rows;
}

/* What has the focus is brought into sight by the grid itself, row by row. */
static GtkWidget *
new_port (GtkWidget *child)
{
  GtkWidget *port = gtk_viewport_new (NULL, NULL);

  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (port), FALSE);
  gtk_viewport_set_child (GTK_VIEWPORT (port), child);

  return port;
}

static void
add_scrolling (JpPointsGrid *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkAdjustment *room = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->place));
  GtkAdjustment *width = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->across));

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (on_wheel), self);
  gtk_widget_add_controller (self->place, wheel);
  g_signal_connect_swapped (room, "changed", G_CALLBACK (fit_soon), self);
  g_signal_connect_swapped (width, "changed", G_CALLBACK (fit_soon), self);
  g_signal_connect_swapped (self->rows, "value-changed", G_CALLBACK (on_rows_scrolled), self);
}

static void
jp_points_grid_init (JpPointsGrid *self)
{
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *parts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->slots = g_ptr_array_new_with_free_func (jp_points_slot_free);
  self->rows = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 1, 1, 0));
  self->heads = new_rows (parts);
  self->across = gtk_scrolled_window_new ();
  self->bodies = new_rows (NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->across), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->across), new_port (self->bodies));
  gtk_widget_set_hexpand (self->across, TRUE);
  gtk_widget_set_valign (self->across, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (parts), self->across);
  self->tails = new_rows (parts);

  self->place = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->place), GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->place), new_port (parts));
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_widget_set_vexpand (self->place, TRUE);
  self->bar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->rows);
  gtk_box_append (GTK_BOX (box), self->place);
  gtk_box_append (GTK_BOX (box), self->bar);
  self->below = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL,
                                   gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->across)));
  gtk_widget_set_visible (self->below, FALSE);
  gtk_box_append (GTK_BOX (whole), box);
  gtk_box_append (GTK_BOX (whole), self->below);
  adw_bin_set_child (ADW_BIN (self), whole);
  add_scrolling (self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (on_text_size), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
jp_points_grid_new (JpAssessmentList *list, JpPointsDrafts *drafts)
{
  JpPointsGrid *self = g_object_new (JP_TYPE_POINTS_GRID, NULL);

  self->list = g_object_ref (list);
  self->drafts = g_object_ref (drafts);
  g_signal_connect_swapped (drafts, "changed", G_CALLBACK (on_draft_changed), self);

  return GTK_WIDGET (self);
}
