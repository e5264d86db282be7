/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-view.h"

#include "jp-cluster-row.h"
#include "jp-tooltip.h"

#include <glib/gi18n-lib.h>

#define NAME_WIDTH 236 /* at least; the other long texts less */
#define TEXT_WIDTH 88

static const char class_error[] = "error";
static const char class_warning[] = "warning";
static const char class_dim[] = "dim-label";

static JpColumn
column (guint index)
{
  const JpClusterColumnInfo *info = jp_cluster_column_info ((JpClusterColumn) index);
  int long_width = index == JP_CLUSTER_NAME ? NAME_WIDTH : TEXT_WIDTH;

  return (JpColumn){ info->id, _(info->title), info->width > 0 ? info->width : long_width, info->width == 0,
                     info->number };
}

static gint64
cell_key (gpointer row, guint index)
{
  return jp_cluster_row_get_rank (row, (JpClusterColumn) index);
}

static char *
cell_text (gpointer row, guint index)
{
  return jp_cluster_column_shown ((JpClusterColumn) index, jp_cluster_row_get_facts (row));
}

static char *
warning_text (guint warnings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < JP_N_WARNINGS; i++)
    if ((warnings & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              jp_cluster_warning_name ((JpClusterWarning) (1u << i)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Colour underlines what the words say already. */
static const char *
cell_class (gpointer row, guint column)
{
  const JpClusterFacts *facts = jp_cluster_row_get_facts (row);

  if (column == JP_CLUSTER_BAND && facts->score_vetoed)
    return class_error;
  if (column == JP_CLUSTER_DAYS_LEFT && (facts->warnings & JP_WARNING_EXPIRING) != 0)
    return class_warning;
  if (column == JP_CLUSTER_BAND && !facts->score_final)
    return class_dim;
  if (column == JP_CLUSTER_DAYS_LEFT && !facts->in_term)
    return class_dim;

  return NULL;
}

static void
show_warnings (GtkWidget *cell, guint warnings)
{
  GtkWidget *mark = gtk_widget_get_last_child (cell);
  g_autofree char *text = warning_text (warnings);

  gtk_widget_set_visible (mark, warnings != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* A row is found by the name of its cluster, with what asks for attention. */
static void
name_row (GtkWidget *cell, const JpClusterFacts *facts)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  g_autofree char *warnings = warning_text (facts->warnings);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, facts->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, warnings, -1);
}

static gboolean
on_query_warnings (GtkWidget *mark, int x, int y, gboolean by_key, GtkTooltip *tooltip, GtkListItem *item)
{
  JpClusterRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = row != NULL ? warning_text (jp_cluster_row_get_facts (row)->warnings) : NULL;

  jp_tooltip_show (tooltip, text);
  return row != NULL;
}

/* The name, and behind it a mark where something asks for attention. */
static GtkWidget *
make_cell (GtkWidget *label, GtkListItem *item, guint index)
{
  GtkWidget *cell, *mark;

  if (index != JP_CLUSTER_NAME)
    return label;

  cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  mark = gtk_image_new_from_icon_name ("jp-attention-symbolic");
  gtk_widget_add_css_class (mark, "warning");
  gtk_widget_set_has_tooltip (mark, TRUE);
  g_signal_connect (mark, "query-tooltip", G_CALLBACK (on_query_warnings), item);
  gtk_box_append (GTK_BOX (cell), label);
  gtk_box_append (GTK_BOX (cell), mark);

  return cell;
}

static void
show_cell (GtkWidget *cell, gpointer row, guint index)
{
  const JpClusterFacts *facts = jp_cluster_row_get_facts (row);

  if (index != JP_CLUSTER_NAME)
    return;

  show_warnings (cell, facts->warnings);
  name_row (cell, facts);
}

static const JpColumnRules rules = {
  JP_CLUSTER_N_COLUMNS, column, cell_key, cell_text, cell_class, make_cell, show_cell,
};

void
jp_cluster_view_setup (GtkColumnView *view)
{
  g_autoptr (GMenuModel) menu = jp_cluster_view_menu ();

  jp_column_view_setup (view, &rules);
  for (guint i = 0; i < JP_CLUSTER_N_COLUMNS; i++)
    gtk_column_view_column_set_header_menu (jp_column_view_nth (view, i), menu);
}

GSimpleActionGroup *
jp_cluster_view_actions (GtkColumnView *view)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  /* The name stays: a row without it says nothing. */
  for (guint i = JP_CLUSTER_NAME + 1; i < JP_CLUSTER_N_COLUMNS; i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (jp_cluster_column_info ((JpClusterColumn) i)->id,
                                                                  jp_column_view_nth (view, i), "visible");

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }

  return g_steal_pointer (&group);
}

GMenuModel *
jp_cluster_view_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = JP_CLUSTER_NAME + 1; i < JP_CLUSTER_N_COLUMNS; i++)
    {
      const JpClusterColumnInfo *info = jp_cluster_column_info ((JpClusterColumn) i);
      g_autofree char *action = g_strconcat ("columns.", info->id, NULL);

      g_menu_append (menu, _(info->title), action);
    }

  return G_MENU_MODEL (menu);
}
