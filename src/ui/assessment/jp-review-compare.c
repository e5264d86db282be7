/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-review-compare.h"

#include "jp-assessment-columns.h"
#include "jp-cut-label.h"
#include "jp-review-gap.h"
#include "jp-table-copy.h"
#include "jp-text-width.h"

#include <glib/gi18n-lib.h>

#define WIDTH  1000
#define HEIGHT 640

typedef enum
{
  COMPARE_CLUSTER,
  COMPARE_INDICATOR,
  COMPARE_COMPUTED,
  COMPARE_DISTRICT,
  COMPARE_CITY,
  COMPARE_DIFFERENCE,
  COMPARE_DISTRICT_REASON,
  COMPARE_CITY_REASON,
  N_COMPARES,
} Compare;

static const struct
{
  const char *title;
  const char *header;
  int         width; /* 0: what is left */
  gboolean    number;
} columns[N_COMPARES] = {
  { N_("Cluster"), "集群名称", 0, FALSE },
  { N_("Indicator"), "指标", 150, FALSE },
  { N_("Computed"), "计算分", 76, TRUE },
  { N_("District"), "区评", 70, TRUE },
  { N_("City"), "市评", 70, TRUE },
  { N_("Difference"), "区评－市评", 92, TRUE },
  { N_("The district’s reason"), "区评理由", 150, FALSE },
  { N_("The city’s reason"), "市评理由", 150, FALSE },
};

/* One indicator of one assessment that both gave points for. */
#define JP_TYPE_COMPARE_ROW (jp_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (JpCompareRow, jp_compare_row, JP, COMPARE_ROW, GObject)

struct _JpCompareRow
{
  GObject parent_instance;

  /* Borrowed from the snapshot the window keeps. */
  const JpResult *result;

  guint indicator;
};

G_DEFINE_FINAL_TYPE (JpCompareRow, jp_compare_row, G_TYPE_OBJECT)

static void
jp_compare_row_class_init (JpCompareRowClass *klass)
{
}

static void
jp_compare_row_init (JpCompareRow *self)
{
}

struct _JpReviewCompare
{
  AdwWindow parent_instance;

  /* Owned. */
  JpSession  *session;
  JpSnapshot *snapshot;
  GPtrArray  *rows;  /* of JpCompareRow, in order */
  GPtrArray  *years; /* of GPtrArray of JpResult: each year's reviewed assessments, the newest first */
};

G_DEFINE_FINAL_TYPE (JpReviewCompare, jp_review_compare, ADW_TYPE_WINDOW)

static const JpResultPoints *
points_of (const JpCompareRow *row)
{
  return &row->result->points[row->indicator];
}

static int
difference_of (const JpCompareRow *row)
{
  return points_of (row)->district - points_of (row)->city;
}

static char *
signed_points (int hundredths)
{
  g_autofree char *text = jp_points_to_string (ABS (hundredths));

  return g_strconcat (hundredths > 0 ? "+" : hundredths < 0 ? "−" : "", text, NULL);
}

static const JpReviewPoints *
review_of (const JpCompareRow *row)
{
  const char *id = row->result->pack->indicators[row->indicator].id;

  for (guint i = 0; i < row->result->assessment->points->len; i++)
    {
      const JpReviewPoints *points = g_ptr_array_index (row->result->assessment->points, i);

      if (g_strcmp0 (points->indicator, id) == 0)
        return points;
    }

  return NULL;
}

static char *
cell_text (const JpCompareRow *row, Compare column)
{
  const JpReviewPoints *review = review_of (row);

  switch (column)
    {
    case COMPARE_CLUSTER:
      return g_strdup (row->result->dossier->name);
    case COMPARE_INDICATOR:
      return g_strdup (row->result->pack->indicators[row->indicator].name);
    case COMPARE_COMPUTED:
      return jp_assessment_points_text (points_of (row)->computed);
    case COMPARE_DISTRICT:
      return jp_assessment_points_text (points_of (row)->district);
    case COMPARE_CITY:
      return jp_assessment_points_text (points_of (row)->city);
    case COMPARE_DIFFERENCE:
      return signed_points (difference_of (row));
    case COMPARE_DISTRICT_REASON:
      return g_strdup (review != NULL && review->district_reason != NULL ? review->district_reason : "");
    case COMPARE_CITY_REASON:
      return g_strdup (review != NULL && review->city_reason != NULL ? review->city_reason : "");
    case N_COMPARES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The largest differences first; equal ones stay in the order of the clusters. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const JpCompareRow *row_a = *(JpCompareRow **) a, *row_b = *(JpCompareRow **) b;

  return ABS (difference_of (row_b)) - ABS (difference_of (row_a));
}

static void
take_rows (JpReviewCompare *self)
{
  GPtrArray *results = jp_snapshot_get_results (self->snapshot);

  for (guint i = 0; i < results->len; i++)
    {
      const JpResult *result = g_ptr_array_index (results, i);

      for (guint k = 0; result->pack != NULL && result->assessment != NULL && k < result->pack->n_indicators; k++)
        {
          JpCompareRow *row;

          if (result->points[k].district < 0 || result->points[k].city < 0)
            continue;
          row = g_object_new (JP_TYPE_COMPARE_ROW, NULL);
          row->result = result;
          row->indicator = k;
          g_ptr_array_add (self->rows, row);
        }
    }
  g_ptr_array_sort (self->rows, compare_rows);
}

static void
take_year (JpReviewCompare *self, int year)
{
  GPtrArray *dossiers = jp_snapshot_get_dossiers (self->snapshot);
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_result_free);

  for (guint i = 0; i < dossiers->len; i++)
    if (jp_dossier_assessment (g_ptr_array_index (dossiers, i), year) != NULL)
      g_ptr_array_add (results,
                       jp_result_new (g_ptr_array_index (dossiers, i), jp_snapshot_get_context (self->snapshot), year));
  g_ptr_array_add (self->years, results);
}

static void
add_label (GtkGrid *grid, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
add_average (JpReviewCompare *self, GtkGrid *grid, int row, const char *name, const char *code)
{
  add_label (grid, 0, row, name, code == NULL ? "heading" : NULL);
  for (guint i = 0; i < self->years->len; i++)
    {
      JpReviewGap gap = jp_review_gap_average (g_ptr_array_index (self->years, i), code);
      g_autofree char *average = signed_points (gap.average);
      g_autofree char *text = gap.n > 0 ? g_strdup_printf ("%s（%u 个）", average, gap.n) : g_strdup ("—");

      add_label (grid, (int) i + 1, row, text, code == NULL ? "heading" : NULL);
    }
}

static GtkWidget *
new_averages (JpReviewCompare *self)
{
  const JpContext *context = jp_snapshot_get_context (self->snapshot);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  int year = jp_snapshot_get_year (self->snapshot), first = jp_pack_set_first_year (context->packs);
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Average Differences"), -1);
  add_label (GTK_GRID (grid), 0, 0, _("District less city, on average"), "dim-label");
  for (int i = 0; first != 0 && year - i >= first; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d", year - i);

      take_year (self, year - i);
      add_label (GTK_GRID (grid), i + 1, 0, title, "heading");
    }
  for (guint i = 0; i < pack->n_districts; i++)
    add_average (self, GTK_GRID (grid), (int) i + 1, pack->districts[i].name, pack->districts[i].code);
  add_average (self, GTK_GRID (grid), (int) pack->n_districts + 1, "合计", NULL);

  return grid;
}

static const char column_key[] = "jp-column";

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = jp_cut_label_new (columns[GPOINTER_TO_UINT (data)].number ? 1 : 0);

  gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (label), column_key, data);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  JpCompareRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = cell_text (row, (Compare) GPOINTER_TO_UINT (data));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_remove_css_class (label, "warning");
  if (GPOINTER_TO_UINT (data) == COMPARE_DIFFERENCE && difference_of (row) != 0)
    gtk_widget_add_css_class (label, "warning");
}

static GtkWidget *
new_table (JpReviewCompare *self)
{
  GListStore *store = g_list_store_new (JP_TYPE_COMPARE_ROW);
  GtkWidget *view = gtk_column_view_new (NULL), *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_list_store_splice (store, 0, 0, self->rows->pdata, self->rows->len);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store)));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (view), selection);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Points of Both Reviews"),
                                  -1);
  for (guint i = 0; i < N_COMPARES; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[i].title), factory);

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].width == 0);
      if (columns[i].width > 0)
        jp_text_width_set (column, columns[i].width);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "ledger");

  return scrolled;
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "jp-assessment-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing to Compare Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Here stand the indicators that both the district and the city "
                                     "have given points for in this year."));
  gtk_widget_set_vexpand (page, TRUE);

  return page;
}

static void
on_copy (JpReviewCompare *self)
{
  g_autoptr (JpTableCopy) table = jp_table_copy_new ();

  for (guint i = 0; i < N_COMPARES; i++)
    jp_table_copy_cell (table, columns[i].header);
  jp_table_copy_end_row (table);
  for (guint i = 0; i < self->rows->len; i++)
    {
      for (guint c = 0; c < N_COMPARES; c++)
        {
          g_autofree char *text = cell_text (g_ptr_array_index (self->rows, i), (Compare) c);

          jp_table_copy_cell (table, text);
        }
      jp_table_copy_end_row (table);
    }
  jp_table_copy_put (table, GTK_WIDGET (self));
}

static void
jp_review_compare_dispose (GObject *object)
{
  JpReviewCompare *self = JP_REVIEW_COMPARE (object);

  G_OBJECT_CLASS (jp_review_compare_parent_class)->dispose (object);
  g_clear_object (&self->session);
}

static void
jp_review_compare_finalize (GObject *object)
{
  JpReviewCompare *self = JP_REVIEW_COMPARE (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->years);
  jp_snapshot_unref (self->snapshot);

  G_OBJECT_CLASS (jp_review_compare_parent_class)->finalize (object);
}

static void
jp_review_compare_class_init (JpReviewCompareClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_review_compare_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_review_compare_finalize;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jp_review_compare_init (JpReviewCompare *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->years = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

static void
build (JpReviewCompare *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *header = adw_header_bar_new (), *copy = gtk_button_new_with_mnemonic (_("_Copy Table"));

  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (on_copy), self);
  gtk_widget_set_sensitive (copy, self->rows->len > 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), copy);
  gtk_widget_set_margin_top (body, 12);
  gtk_widget_set_margin_bottom (body, 18);
  gtk_widget_set_margin_start (body, 18);
  gtk_widget_set_margin_end (body, 18);
  gtk_box_append (GTK_BOX (body), new_averages (self));
  gtk_box_append (GTK_BOX (body), self->rows->len > 0 ? new_table (self) : new_empty ());
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), body);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * jp_review_compare_open:
 * @over: any widget of the window it belongs to
 * @session: the data file; its year is compared, as it stands now
 *
 * Returns: (transfer none): the window, owned by itself until it is closed
 */
GtkWindow *
jp_review_compare_open (GtkWidget *over, JpSession *session)
{
  g_autofree char *title = g_strdup_printf (_("District and City Compared, %d"), jp_session_get_year (session));
  GtkRoot *root = gtk_widget_get_root (over);
  JpReviewCompare *self
    = g_object_new (JP_TYPE_REVIEW_COMPARE, "title", title, "transient-for", GTK_IS_WINDOW (root) ? root : NULL,
                    "default-width", WIDTH, "default-height", HEIGHT, NULL);

  self->session = g_object_ref (session);
  self->snapshot = jp_snapshot_ref (jp_session_get_snapshot (session));
  take_rows (self);
  build (self);
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WINDOW (self);
}
