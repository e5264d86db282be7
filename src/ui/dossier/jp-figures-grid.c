/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-figures-private.h"

#include "jp-filing.h"
#include "jp-plausibility.h"
#include "jp-sparkline.h"

#include <glib/gi18n-lib.h>

#define YEARS_AT_LEAST 4

G_DEFINE_FINAL_TYPE (JpFiguresGrid, jp_figures_grid, ADW_TYPE_BIN)

enum
{
  ENTERED,
  LOCKED,
  PASTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

JpFigureCell *
jp_figures_grid_get_cell (JpFiguresGrid *self, guint metric, int year)
{
  int column = year - self->first_year;

  if (self->pack == NULL || metric >= self->pack->n_metrics || column < 0 || column >= (int) self->n_years)
    return NULL;

  return g_ptr_array_index (self->cells, metric * self->n_years + (guint) column);
}

static GtkWidget *
new_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_cell (JpFiguresGrid *self, guint metric, int year, GtkSizeGroup *rows)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  JpFigureCell *cell = g_new0 (JpFigureCell, 1);
  /* Translators: %1$s is a figure such as 总产值, %2$d a year, %3$s its unit */
  g_autofree char *name = g_strdup_printf (_("%1$s %2$d (%3$s)"), self->pack->metrics[metric].name, year,
                                           self->pack->metrics[metric].unit);

  cell->grid = self;
  cell->metric = metric;
  cell->year = year;
  cell->value = JP_VALUE_UNKNOWN;
  cell->entry
    = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL); /* by itself it has none */
  cell->growth = new_label (NULL, 1, "figure-growth");
  gtk_editable_set_alignment (GTK_EDITABLE (cell->entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell->entry), 12);
  gtk_widget_add_css_class (cell->entry, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (cell->entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, cell->growth,
                                  NULL, -1);
  gtk_widget_add_css_class (box, "figure-cell");
  gtk_box_append (GTK_BOX (box), cell->entry);
  gtk_box_append (GTK_BOX (box), cell->growth);
  gtk_size_group_add_widget (rows, box);
  gtk_grid_attach (GTK_GRID (self->figures), box, year - self->first_year, (int) metric + 1, 1, 1);
  jp_figure_cell_listen (cell);
  g_ptr_array_add (self->cells, cell);
}

static void
add_metric (JpFiguresGrid *self, guint metric)
{
  g_autoptr (GtkSizeGroup) rows = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  const JpMetric *about = &self->pack->metrics[metric];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = new_label (about->name, 0, NULL);
  GtkWidget *sparkline = jp_sparkline_new ();

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), 12);
  gtk_widget_set_tooltip_text (name, about->name);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), new_label (about->unit, 0, "figure-growth"));
  gtk_widget_set_valign (sparkline, GTK_ALIGN_CENTER);
  gtk_size_group_add_widget (rows, box);
  gtk_grid_attach (GTK_GRID (self->names), box, 0, (int) metric + 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->names), sparkline, 1, (int) metric + 1, 1, 1);
  g_ptr_array_add (self->sparklines, sparkline);
  for (guint i = 0; i < self->n_years; i++)
    add_cell (self, metric, self->first_year + (int) i, rows);
}

static void
add_headers (JpFiguresGrid *self)
{
  g_autoptr (GtkSizeGroup) rows = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  GtkWidget *name = new_label (_("Figure"), 0, "heading");

  gtk_size_group_add_widget (rows, name);
  gtk_grid_attach (GTK_GRID (self->names), name, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->names), new_label (_("Course"), 0, "dim-label"), 1, 0, 1, 1);
  for (guint i = 0; i < self->n_years; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", self->first_year + (int) i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *lock = new_label (NULL, 1, "figure-growth");

      gtk_box_append (GTK_BOX (box), new_label (year, 1, "heading"));
      gtk_box_append (GTK_BOX (box), lock);
      gtk_widget_add_css_class (box, "figure-head");
      gtk_size_group_add_widget (rows, box);
      gtk_grid_attach (GTK_GRID (self->figures), box, (int) i, 0, 1, 1);
      g_ptr_array_add (self->locks, lock);
    }
}

static void
empty_grid (GtkWidget *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (grid)) != NULL)
    gtk_grid_remove (GTK_GRID (grid), child);
}

static void
forget (JpFiguresGrid *self)
{
  GListModel *controllers;

  for (guint i = 0; i < self->cells->len; i++)
    {
      JpFigureCell *cell = g_ptr_array_index (self->cells, i);

      controllers = gtk_widget_observe_controllers (cell->entry);
      for (guint j = 0; j < g_list_model_get_n_items (controllers); j++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, j);

          g_signal_handlers_disconnect_by_data (controller, cell);
        }
      g_object_unref (controllers);
    }
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->sparklines, 0);
  g_ptr_array_set_size (self->locks, 0);
  empty_grid (self->names);
  empty_grid (self->figures);
}

/* From the first on record, four years at least, up to last year; the running one where it has figures. */
static void
choose_years (const JpDossier *dossier, const JpContext *context, int *first, guint *n)
{
  int today = (int) jp_date_year (context->today), last = today - 1;

  *first = last - (YEARS_AT_LEAST - 1);
  for (guint i = 0; i < dossier->figures->len; i++)
    {
      int year = jp_figures_year (g_ptr_array_index (dossier->figures, i));

      *first = MIN (*first, year);
      last = MAX (last, year);
    }
  *n = (guint) (MIN (last, today) - *first + 1);
}

static void
build (JpFiguresGrid *self, const JpDossier *dossier, const JpContext *context)
{
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  guint n_years;
  int first;

  if (self->span_years > 0)
    {
      first = self->span_first;
      n_years = self->span_years;
    }
  else
    choose_years (dossier, context, &first, &n_years);
  if (self->pack != NULL && g_str_equal (self->pack->json, pack->json) && self->first_year == first
      && self->n_years == n_years && g_strcmp0 (self->cluster, dossier->id) == 0)
    return; /* the same rules, perhaps loaded again: what is being typed stays */

  forget (self);
  g_clear_pointer (&self->pack, jp_pack_unref);
  self->pack = jp_pack_ref ((JpPack *) pack);
  g_free (self->cluster);
  self->cluster = g_strdup (dossier->id);
  self->first_year = first;
  self->n_years = n_years;
  add_headers (self);
  for (guint i = 0; i < pack->n_metrics; i++)
    add_metric (self, i);
}

static void
show_lock (JpFiguresGrid *self, const JpDossier *dossier, guint column)
{
  int year = self->first_year + (int) column;
  const JpAssessment *lock = jp_filing_locked_by (dossier, year);
  GtkWidget *label = g_ptr_array_index (self->locks, column);
  g_autofree char *why = NULL;

  if (lock != NULL)
    why = g_strdup_printf (_("The figures of %d are locked by the confirmed assessment for %d; the city can correct "
                             "one with "
                             "a reason."), year, lock->year);
  gtk_label_set_label (GTK_LABEL (label), lock != NULL ? _("locked") : "");
  gtk_widget_set_tooltip_text (label, why);
  for (guint i = 0; i < self->pack->n_metrics; i++)
    {
      JpFigureCell *cell = jp_figures_grid_get_cell (self, i, year);

      cell->locked = lock != NULL;
      gtk_editable_set_editable (GTK_EDITABLE (cell->entry), lock == NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell->entry), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, lock != NULL,
                                      -1);
      gtk_widget_set_tooltip_text (cell->entry, why);
      if (lock != NULL)
        gtk_widget_add_css_class (gtk_widget_get_parent (cell->entry), "locked");
      else
        gtk_widget_remove_css_class (gtk_widget_get_parent (cell->entry), "locked");
    }
}

static void
show_flags (JpFiguresGrid *self, const JpDossier *dossier, int year)
{
  g_autoptr (GPtrArray) suspects = jp_plausibility_new (dossier, self->pack, year);

  for (guint i = 0; i < self->pack->n_metrics; i++)
    jp_figures_grid_get_cell (self, i, year)->flagged = FALSE;
  for (guint i = 0; i < suspects->len; i++)
    {
      const JpSuspect *suspect = g_ptr_array_index (suspects, i);
      JpFigureCell *cell = jp_figures_grid_get_cell (self, suspect->metric, year);

      cell->flagged = TRUE;
      gtk_widget_set_tooltip_text (cell->entry, suspect->sentence);
    }
}

static void
show_metric (JpFiguresGrid *self, const JpDossier *dossier, guint metric)
{
  g_autofree gint64 *values = g_new (gint64, self->n_years);

  for (guint i = 0; i < self->n_years; i++)
    {
      JpFigureCell *cell = jp_figures_grid_get_cell (self, metric, self->first_year + (int) i);
      const JpFigures *figures = jp_dossier_figures (dossier, cell->year);
      gint64 before = cell->value;
      g_autofree char *shown = jp_figure_cell_text (cell);
      gboolean typing = gtk_widget_is_focus (cell->entry)
                        && !g_str_equal (shown, gtk_editable_get_text (GTK_EDITABLE (cell->entry)));

      cell->value = figures != NULL ? jp_figures_get (figures, self->pack->metrics[metric].id) : JP_VALUE_UNKNOWN;
      values[i] = cell->value;
      if (!typing && !(cell->refused && before == cell->value))
        {
          cell->refused = FALSE;
          gtk_widget_remove_css_class (gtk_widget_get_parent (cell->entry), "refused");
          jp_figure_cell_show_value (cell);
        }
      jp_figure_cell_update_growth (cell);
    }
  jp_sparkline_set_values (g_ptr_array_index (self->sparklines, metric), values, self->n_years);
}

static gboolean
scroll_to_end (gpointer data)
{
  JpFiguresGrid *self = data;

  self->scrolling = 0;
  if (self->scrolled != NULL)
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
    }

  return G_SOURCE_REMOVE;
}

/* The newest years are what is worked on: they stay in sight when the room changes, until somebody is in the grid. */
static void
on_room_changed (JpFiguresGrid *self)
{
  if (self->scrolling == 0 && gtk_widget_get_focus_child (self->figures) == NULL)
    self->scrolling = g_idle_add_full (G_PRIORITY_DEFAULT, scroll_to_end, self, NULL);
}

/**
 * jp_figures_grid_show:
 * @self: a grid
 * @dossier: whose figures
 * @context: rules and today
 *
 * Shows the figures on record. A cell that is being typed into keeps what is typed.
 */
void
jp_figures_grid_show (JpFiguresGrid *self, const JpDossier *dossier, const JpContext *context)
{
  build (self, dossier, context);
  for (guint i = 0; i < self->n_years; i++)
    {
      show_lock (self, dossier, i);
      show_flags (self, dossier, self->first_year + (int) i);
    }
  for (guint i = 0; i < self->pack->n_metrics; i++)
    show_metric (self, dossier, i);
}

/**
 * jp_figures_grid_set_error:
 * @self: a grid
 * @metric: index in the pack
 * @year: of the figure
 * @message: (nullable): why it was not taken; what was typed stays
 *
 * Says below the figure what is wrong with it.
 */
void
jp_figures_grid_set_error (JpFiguresGrid *self, guint metric, int year, const char *message)
{
  JpFigureCell *cell = jp_figures_grid_get_cell (self, metric, year);
  GtkWidget *box;

  if (cell == NULL)
    return;

  box = gtk_widget_get_parent (cell->entry);
  cell->refused = message != NULL;
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_widget_set_tooltip_text (cell->entry, message);
  if (message != NULL)
    {
      gtk_label_set_label (GTK_LABEL (cell->growth), _("✗ not saved"));
      gtk_widget_add_css_class (box, "refused");
    }
  else
    {
      gtk_widget_remove_css_class (box, "refused");
      jp_figure_cell_update_growth (cell);
    }
}

void
jp_figures_grid_set_span (JpFiguresGrid *self, int first, guint n_years)
{
  self->span_first = first;
  self->span_years = n_years;
}

int
jp_figures_grid_first_year (JpFiguresGrid *self)
{
  return self->first_year;
}

guint
jp_figures_grid_n_years (JpFiguresGrid *self)
{
  return self->n_years;
}

GtkWidget *
jp_figures_grid_get_entry (JpFiguresGrid *self, guint metric, int year)
{
  JpFigureCell *cell = jp_figures_grid_get_cell (self, metric, year);

  return cell != NULL ? cell->entry : NULL;
}

static void
jp_figures_grid_dispose (GObject *object)
{
  JpFiguresGrid *self = JP_FIGURES_GRID (object);

  g_clear_handle_id (&self->scrolling, g_source_remove);
  if (self->names != NULL)
    forget (self);
  self->names = NULL;
  self->scrolled = NULL;

  G_OBJECT_CLASS (jp_figures_grid_parent_class)->dispose (object);
}

static void
jp_figures_grid_finalize (GObject *object)
{
  JpFiguresGrid *self = JP_FIGURES_GRID (object);

  g_clear_pointer (&self->pack, jp_pack_unref);
  g_free (self->cluster);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->sparklines);
  g_ptr_array_unref (self->locks);

  G_OBJECT_CLASS (jp_figures_grid_parent_class)->finalize (object);
}

static void
jp_figures_grid_class_init (JpFiguresGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_figures_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_figures_grid_finalize;

  signals[ENTERED] = g_signal_new ("entered", JP_TYPE_FIGURES_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   3,
                                   G_TYPE_UINT, G_TYPE_INT, G_TYPE_INT64);
  signals[LOCKED] = g_signal_new ("locked", JP_TYPE_FIGURES_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2,
                                  G_TYPE_UINT, G_TYPE_INT);
  signals[PASTED] = g_signal_new ("pasted", JP_TYPE_FIGURES_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  3,
                                  G_TYPE_UINT, G_TYPE_INT, G_TYPE_STRING);
}

static void
jp_figures_grid_init (JpFiguresGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->cells = g_ptr_array_new_with_free_func (jp_figure_cell_free);
  self->sparklines = g_ptr_array_new ();
  self->locks = g_ptr_array_new ();
  self->names = gtk_grid_new ();
  self->figures = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->names), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->names), 2);
  gtk_grid_set_row_spacing (GTK_GRID (self->figures), 2);
  gtk_grid_set_column_spacing (GTK_GRID (self->figures), 2);
  gtk_grid_set_column_homogeneous (GTK_GRID (self->figures), TRUE);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->figures);
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), "changed",
                           G_CALLBACK (on_room_changed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "figures-card");
  gtk_box_append (GTK_BOX (box), self->names);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
jp_figures_grid_new (void)
{
  return g_object_new (JP_TYPE_FIGURES_GRID, NULL);
}
