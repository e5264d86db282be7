/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-points-line.h"

#include "jp-cut-label.h"

#include <glib/gi18n-lib.h>

#define REMARK_CHARS 30

typedef enum
{
  CLUSTER,
  INDICATOR,
  BEFORE,
  AFTER,
  REMARK,
  N_TEXTS,
} Text;

struct _JpPointsLine
{
  GObject parent_instance;

  char    *texts[N_TEXTS];
  gboolean refused;
};

G_DEFINE_FINAL_TYPE (JpPointsLine, jp_points_line, G_TYPE_OBJECT)

static void
jp_points_line_finalize (GObject *object)
{
  JpPointsLine *self = JP_POINTS_LINE (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (jp_points_line_parent_class)->finalize (object);
}

static void
jp_points_line_class_init (JpPointsLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_points_line_finalize;
}

static void
jp_points_line_init (JpPointsLine *self)
{
}

JpPointsLine *
jp_points_line_new (const char *cluster, const char *indicator, const char *before, const char *after,
                    const char *remark, gboolean refused)
{
  const char *const texts[N_TEXTS] = { cluster, indicator, before, after, remark };
  JpPointsLine *self = g_object_new (JP_TYPE_POINTS_LINE, NULL);

  for (guint i = 0; i < N_TEXTS; i++)
    self->texts[i] = g_strdup (texts[i]);
  self->refused = refused;

  return self;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Text text = (Text) GPOINTER_TO_UINT (data);
  GtkWidget *label = jp_cut_label_new (text == BEFORE || text == AFTER ? 1 : 0);

  if (text == REMARK) /* why a cell is refused is to be read whole */
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (label), REMARK_CHARS);
    }
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  JpPointsLine *line = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  Text text = (Text) GPOINTER_TO_UINT (data);

  gtk_label_set_label (GTK_LABEL (label), line->texts[text] != NULL ? line->texts[text] : "");
  if (line->refused && text == REMARK)
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
}

GtkWidget *
jp_points_lines_view_new (GListModel *lines)
{
  const char *const titles[N_TEXTS] = { _("Cluster"), _("Indicator"), _("On Record"), _("Pasted"), _("Remark") };
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (lines)));
  GtkWidget *view = gtk_column_view_new (selection);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (titles[i], factory);

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_expand (column, i == CLUSTER || i == REMARK);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What would change"), -1);
  gtk_widget_add_css_class (view, "data-table");

  return view;
}
