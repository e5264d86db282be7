/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-display-test.h"

#include "jp-exchange.h"
#include "jp-resources.h"
#include "jp-sample.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SETTLE_MS   250
#define DRAWN_TRIES 20
#define MANY        10000
#define THOUSAND 1000

static void
import_ledger (JpStore *store, JpDate today)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jp_test_path ("samples/ledger-2022-2025.xlsx");
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (JpDesk) desk = jp_desk_new (store, "陈晓岚", JP_OFFICE_CITY, today, &error);
  g_autoptr (JpImport) import = jp_exchange_read (path, pack, today, NULL, &error);
  JpImportReport report;

  g_assert_no_error (error);
  jp_casework_import (desk, import, "ledger-2022-2025.xlsx", FALSE, &report, NULL, &error);
  g_assert_no_error (error);
}

static void
make_file (const char *path, JpDisplayFile file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_test_new_store (path);
  JpDate today = jp_test_date (JP_DISPLAY_TODAY);

  switch (file)
    {
    case JP_DISPLAY_EMPTY:
      break;
    case JP_DISPLAY_LEDGER:
      import_ledger (store, today);
      break;
    case JP_DISPLAY_SAMPLE:
      jp_casework_sample (store, today, &error);
      g_assert_no_error (error);
      break;
    case JP_DISPLAY_THOUSAND:
      jp_test_import_many (store, today, THOUSAND, 2);
      break;
    case JP_DISPLAY_MANY:
      jp_test_import_many (store, today, MANY, 2);
      break;
    default:
      g_assert_not_reached ();
    }
  jp_store_close (store);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(JpSession **) data = jp_session_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
on_failed (JpDisplay *display, const GError *error)
{
  g_test_message ("failed: %s", error->message);
  display->n_failed++;
}

static void
on_act_done (JpDisplay *display, const char *summary)
{
  g_free (display->said);
  display->said = g_strdup (summary);
}

/* Isolated directories have no list of file types, without which no icon is known for a picture. */
static void
keep_file_types (void)
{
  const char * const *folders = g_get_system_data_dirs ();
  g_autoptr (GPtrArray) types = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; folders[i] != NULL; i++)
    g_ptr_array_add (types, g_build_filename (folders[i], "mime", NULL));
  g_ptr_array_add (types, NULL);
  g_content_type_set_mime_dirs ((const char * const *) types->pdata);
}

void
jp_display_init (int *argc, char ***argv)
{
  const char *localedir = g_getenv ("JIPING_LOCALEDIR");

  keep_file_types ();
  jp_test_init (argc, argv);
  if (localedir != NULL) /* else in English */
    {
      bindtextdomain (GETTEXT_PACKAGE, localedir);
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
      textdomain (GETTEXT_PACKAGE);
    }
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

void
jp_display_set_up (JpDisplay *display, gconstpointer file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = g_settings_new (JP_APPLICATION_ID);

  /* What the test before left behind. */
  g_settings_reset (settings, "page-states");
  g_settings_reset (settings, "page");
  display->folder = g_dir_make_tmp ("jp-display-XXXXXX", NULL);
  display->path = g_build_filename (display->folder, "jiping.db", NULL);
  make_file (display->path, (JpDisplayFile) GPOINTER_TO_UINT (file));
  jp_session_open_async (display->path, "陈晓岚", jp_test_date (JP_DISPLAY_TODAY), NULL, on_opened, &display->session);
  while (display->session == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (display->session, "failed", G_CALLBACK (on_failed), display);
  g_signal_connect_swapped (display->session, "act-done", G_CALLBACK (on_act_done), display);

  display->application = jp_application_new ();
  g_application_set_flags (G_APPLICATION (display->application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (display->application), NULL, &error));
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (display->application));
  display->window = jp_window_new (display->application);
  jp_window_set_session (display->window, display->session);
  jp_display_size (display, 1366, 768);
}

static void
remove_tree (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

void
jp_display_tear_down (JpDisplay *display, gconstpointer file)
{
  g_assert_cmpuint (display->n_failed, ==, 0);
  gtk_window_destroy (GTK_WINDOW (display->window));
  g_signal_handlers_disconnect_by_data (display->session, display);
  jp_session_close (display->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (display->session);
  g_application_set_default (NULL);
  g_object_unref (display->application);
  remove_tree (display->folder);
  g_free (display->folder);
  g_free (display->path);
  g_free (display->said);
}

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
jp_display_wait (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_timeout, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
jp_display_settle (JpDisplay *display)
{
  gboolean busy = TRUE;

  while (busy)
    {
      jp_display_wait (SETTLE_MS);
      g_object_get (display->session, "busy", &busy, NULL);
    }
}

void
jp_display_size (JpDisplay *display, int width, int height)
{
  gtk_widget_set_visible (GTK_WIDGET (display->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (display->window), width, height);
  gtk_window_present (GTK_WINDOW (display->window));
  jp_display_settle (display);
}

/* What @widget shows; NULL: it is not drawn yet. */
static GskRenderNode *
look (GtkWidget *widget, int *width, int *height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  *width = gdk_paintable_get_intrinsic_width (paintable);
  *height = gdk_paintable_get_intrinsic_height (paintable);
  gdk_paintable_snapshot (paintable, snapshot, *width, *height);

  return gtk_snapshot_free_to_node (snapshot);
}

void
jp_display_shoot (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("JP_SCREENSHOTS");
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;
  int width, height;

  if (folder == NULL)
    return;

  for (guint i = 0; node == NULL && i < DRAWN_TRIES; i++)
    {
      gtk_widget_queue_draw (widget);
      jp_display_wait (SETTLE_MS);
      node = look (widget, &width, &height);
    }
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  g_mkdir_with_parents (folder, 0755);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

GtkWidget *
jp_display_find (GtkWidget *root, GType type, const char *name)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root))
    {
      if (name == NULL)
        return root;
      if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL)
          && gtk_test_accessible_check_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, name) == NULL)
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = jp_display_find (child, type, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWindow *
jp_display_dialog (JpDisplay *display)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (display->window)
          && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window; /* it keeps itself */
    }

  return NULL;
}

void
jp_display_dark (gboolean dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

void
jp_display_text (int percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
}
