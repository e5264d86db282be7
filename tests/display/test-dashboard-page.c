/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-display-test.h"

#include "jp-article-tag.h"
#include "jp-chart-canvas.h"
#include "jp-chart-view.h"
#include "jp-cluster-work.h"
#include "jp-columns.h"
#include "jp-dashboard-page.h"
#include "jp-duty-item.h"
#include "jp-duty-list.h"
#include "jp-tile.h"

#include <string.h>

#define LONG_NAME "厦门市集美区新一代信息技术与高端装备制造深度融合发展示范智能工业机器人及核心零部件产业集群"

static GtkWidget *
find (JpDisplay *display, GType type)
{
  GtkWidget *found = jp_display_find (GTK_WIDGET (display->window), type, NULL);

  g_assert_nonnull (found);
  return found;
}

static void
go (JpDisplay *display)
{
  jp_window_go (display->window, "dashboard");
  jp_display_settle (display);
}

static GListModel *
lines (JpDisplay *display)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (jp_display_find (find (display, JP_TYPE_DUTY_LIST),
                                                                                GTK_TYPE_LIST_VIEW, NULL))));
}

static void
activate_line (JpDisplay *display, guint position)
{
  g_signal_emit_by_name (jp_display_find (find (display, JP_TYPE_DUTY_LIST), GTK_TYPE_LIST_VIEW, NULL), "activate",
                         position);
  jp_display_settle (display);
}

static guint
position_of (JpDisplay *display, JpDutyItemKind kind)
{
  for (guint i = 0; i < g_list_model_get_n_items (lines (display)); i++)
    {
      g_autoptr (JpDutyItem) item = g_list_model_get_item (lines (display), i);

      if (item->kind == kind)
        return i;
    }

  g_assert_not_reached ();
}

/* The smallest room a page is seen in, dark and light, with text twice as large; then a large one, and a narrow one. */
static void
test_looks (JpDisplay *display, gconstpointer data)
{
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  static const struct { const char *name; int width, height, text; gboolean dark; } looks[] = {
    { "light", 1366, 768, 100, FALSE },
    { "dark", 1366, 768, 100, TRUE },
    { "text-200", 1366, 768, 200, FALSE },
    { "large", 1920, 1080, 100, FALSE },
    { "narrow", 880, 700, 100, FALSE },
  };

  go (display);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *name = g_strdup_printf ("dashboard-%s%s", contrast ? "contrast-" : "", looks[i].name);

      jp_display_dark (looks[i].dark);
      jp_display_text (looks[i].text);
      jp_display_size (display, looks[i].width, looks[i].height);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (display->window)), <=, looks[i].width);
      jp_display_shoot (GTK_WIDGET (display->window), name);
    }
  jp_display_dark (FALSE);
  jp_display_text (100);
}

static void
test_empty (JpDisplay *display, gconstpointer data)
{
  go (display);
  g_assert_null (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_DUTY_LIST, NULL));
  g_assert_nonnull (jp_display_find (GTK_WIDGET (display->window), ADW_TYPE_STATUS_PAGE, NULL));
  jp_display_shoot (GTK_WIDGET (display->window), "dashboard-empty");
}

static void
test_folds_open (JpDisplay *display, gconstpointer data)
{
  guint before, position;
  g_autoptr (JpDutyItem) fold = NULL;
  g_autoptr (JpDutyItem) member = NULL;

  go (display);
  jp_display_size (display, 1920, 1080);
  before = g_list_model_get_n_items (lines (display));
  position = position_of (display, JP_DUTY_ITEM_FOLD);
  activate_line (display, position);
  g_assert_cmpuint (g_list_model_get_n_items (lines (display)), >, before + 1);
  fold = g_list_model_get_item (lines (display), position);
  member = g_list_model_get_item (lines (display), position + 1);
  g_assert_true (fold->open);
  g_assert_cmpint (member->kind, ==, JP_DUTY_ITEM_MEMBER);
  jp_display_shoot (GTK_WIDGET (display->window), "dashboard-fold");

  activate_line (display, position);
  g_assert_cmpuint (g_list_model_get_n_items (lines (display)), ==, before);
}

static void
test_row_leads_to_its_cluster (JpDisplay *display, gconstpointer data)
{
  go (display);
  activate_line (display, position_of (display, JP_DUTY_ITEM_ONE));
  g_assert_null (
    jp_display_find (GTK_WIDGET (display->window), JP_TYPE_DASHBOARD_PAGE, NULL)); /* another page is there */
  gtk_widget_activate_action (GTK_WIDGET (display->window), "win.back", NULL);
  jp_display_settle (display);
  find (display, JP_TYPE_DASHBOARD_PAGE);
}

/* An edit elsewhere changes what it must and nothing else: the lines before and behind stay the same objects. */
static gboolean
rename_cluster (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_store_load_dossier (jp_desk_get_store (desk), data, error);

  if (dossier == NULL)
    return FALSE;

  g_free (dossier->name);
  dossier->name = g_strdup (LONG_NAME);
  return jp_casework_edit_cluster (desk, dossier, error);
}

/* The cluster a place is about, whatever page it is on. */
static const char *
cluster_in (JpDisplay *display, const char *place)
{
  GPtrArray *dossiers = jp_session_get_dossiers (display->session);

  for (guint i = 0; i < dossiers->len; i++)
    if (strstr (place, ((JpDossier *) g_ptr_array_index (dossiers, i))->id) != NULL)
      return ((JpDossier *) g_ptr_array_index (dossiers, i))->id;

  g_assert_not_reached ();
}

static void
test_long_names (JpDisplay *display, gconstpointer data)
{
  g_autoptr (JpDutyItem) heading = NULL;
  g_autoptr (JpDutyItem) heading_after = NULL;
  g_autoptr (JpDutyItem) one = NULL;
  g_autofree char *id = NULL;

  go (display);
  heading = g_list_model_get_item (lines (display), 0);
  one = g_list_model_get_item (lines (display), position_of (display, JP_DUTY_ITEM_ONE));
  id = g_strdup (cluster_in (display, one->place));
  jp_session_edit (display->session, rename_cluster, g_strdup (id), g_free);
  jp_display_settle (display);
  heading_after = g_list_model_get_item (lines (display), 0);
  g_assert_true (heading == heading_after);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (display->window)), <=, 1366);
  jp_display_shoot (GTK_WIDGET (display->window), "dashboard-long-names");
}

static void
test_filters_are_found_again (JpDisplay *display, gconstpointer data)
{
  g_autoptr (GVariant) state = NULL;
  g_autoptr (GVariant) nonsense = g_variant_ref_sink (g_variant_new_string ("nonsense"));
  JpPage *page;
  guint all, narrowed;

  go (display);
  page = JP_PAGE (find (display, JP_TYPE_DASHBOARD_PAGE));
  all = g_list_model_get_n_items (lines (display));
  jp_page_set_state (page, g_variant_new_parsed ("(@u 0, (@u 2, '350211', @as []))")); /* returns of 集美区 */
  narrowed = g_list_model_get_n_items (lines (display));
  g_assert_cmpuint (narrowed, <, all);
  state = jp_page_get_state (page);
  jp_page_set_state (page, g_variant_new_parsed ("(@u 0, (@u 0, '', @as []))"));
  g_assert_cmpuint (g_list_model_get_n_items (lines (display)), ==, all);
  jp_page_set_state (page, nonsense);
  g_assert_cmpuint (g_list_model_get_n_items (lines (display)), ==, all);
  jp_page_set_state (page, state);
  g_assert_cmpuint (g_list_model_get_n_items (lines (display)), ==, narrowed);
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_chart_as_table (JpDisplay *display, gconstpointer data)
{
  GtkWidget *view, *copy, *table;
  g_autofree char *text = NULL;

  go (display);
  view = find (display, JP_TYPE_CHART_VIEW);
  table = jp_display_find (view, GTK_TYPE_TOGGLE_BUTTON, "Show the numbers as a table");
  copy = jp_display_find (view, GTK_TYPE_BUTTON, "Copy the numbers as a table");
  g_assert_true (table != NULL && copy != NULL);
  g_assert_null (jp_display_find (view, GTK_TYPE_LIST_BOX_ROW, NULL));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (table), TRUE);
  jp_display_settle (display);
  g_assert_nonnull (jp_display_find (view, GTK_TYPE_LIST_BOX_ROW, "2025，849.23，+12.59%，6"));
  jp_display_shoot (GTK_WIDGET (display->window), "dashboard-table");

  g_signal_emit_by_name (copy, "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (view), NULL, on_text, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (text, "Year\t总产值（亿元）\t"));
  g_assert_nonnull (strstr (text, "\n2025\t849.23\t+12.59%\t6\n"));
}

static void
test_accessible (JpDisplay *display, gconstpointer data)
{
  GtkWidget *canvas, *tile;

  go (display);
  canvas = find (display, JP_TYPE_CHART_CANVAS);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (canvas)), ==, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_true (gtk_widget_get_focusable (canvas));
  tile = find (display, JP_TYPE_TILE);
  g_assert_nonnull (jp_display_find (tile, GTK_TYPE_BUTTON, NULL));
  g_assert_cmpstr (jp_article_tag_get_article (jp_tile_get_tag (JP_TILE (tile))), ==, "第八条");
}

static void
test_finalizes (void)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (JP_TYPE_DASHBOARD_PAGE, NULL));
  GtkWidget *view = g_object_ref_sink (jp_chart_view_new ());
  GtkWidget *columns = g_object_ref_sink (jp_columns_new ());

  g_assert_finalize_object (page);
  g_assert_finalize_object (view);
  g_assert_finalize_object (columns);
}

/* Columns: as many as fit, two and two rather than three and one. */
static void
test_columns (void)
{
  static const struct
  {
    int width;
    int children_in_first_row;
  } cases[] = { { 460, 4 }, { 459, 2 }, { 220, 2 }, { 219, 1 } };
  GtkWidget *columns = g_object_ref_sink (jp_columns_new ()), *children[4];

  g_object_set (columns, "max-columns", 4, "spacing", 20, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = gtk_label_new (NULL);
      gtk_widget_set_size_request (children[i], 100, 30);
      gtk_widget_set_parent (children[i], columns);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int rows = 4 / cases[i].children_in_first_row, least;

      gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, cases[i].width, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, ==, rows * 30 + (rows - 1) * 20);
    }
  g_assert_finalize_object (columns);
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);

#define ADD(path, file, test) \
  g_test_add ("/display/dashboard/" path, JpDisplay, GUINT_TO_POINTER (file), jp_display_set_up, test, \
              jp_display_tear_down)
  ADD ("looks", JP_DISPLAY_SAMPLE, test_looks);
  ADD ("empty", JP_DISPLAY_EMPTY, test_empty);
  ADD ("folds-open", JP_DISPLAY_SAMPLE, test_folds_open);
  ADD ("row-leads-to-its-cluster", JP_DISPLAY_SAMPLE, test_row_leads_to_its_cluster);
  ADD ("long-names", JP_DISPLAY_SAMPLE, test_long_names);
  ADD ("filters-are-found-again", JP_DISPLAY_SAMPLE, test_filters_are_found_again);
  ADD ("chart-as-table", JP_DISPLAY_LEDGER, test_chart_as_table);
  ADD ("accessible", JP_DISPLAY_LEDGER, test_accessible);
  g_test_add_func ("/display/dashboard/finalizes", test_finalizes);
  g_test_add_func ("/display/columns", test_columns);

  return g_test_run ();
}
