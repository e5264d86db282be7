/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-view.h"

#include "jp-assessment-row.h"
#include "jp-column-view.h"

#include <glib/gi18n-lib.h>

#define NAME_WIDTH 190

static const char class_error[] = "error";
static const char class_dim[] = "dim-label";
static const char class_success[] = "success";

static JpColumn
column (guint index)
{
  const JpAssessmentColumnInfo *info = jp_assessment_column_info ((JpAssessmentColumn) index);

  return (JpColumn){ info->id, _(info->title), info->width > 0 ? info->width : NAME_WIDTH, info->width == 0,
                     info->number };
}

static gint64
cell_key (gpointer row, guint index)
{
  return jp_assessment_row_get_key (row, (JpAssessmentColumn) index);
}

static char *
cell_text (gpointer row, guint index)
{
  return jp_assessment_row_get_text (row, (JpAssessmentColumn) index);
}

/* Colour underlines what the words say already. */
static const char *
cell_class (gpointer row, guint column)
{
  const JpResult *result = jp_assessment_row_get (row);

  if (result->vetoed && (column == JP_ASSESSMENT_VETO || column == JP_ASSESSMENT_BAND))
    return class_error;
  if (column == JP_ASSESSMENT_STATE && result->state == JP_ASSESSMENT_CONFIRMED)
    return class_success;
  if (result->missing->len > 0 && (column == JP_ASSESSMENT_BAND || column == JP_ASSESSMENT_AMOUNT))
    return class_dim;

  return NULL;
}

/* A row is found by the name of its cluster. */
static void
show_cell (GtkWidget *cell, gpointer item, guint index)
{
  const JpResult *result = jp_assessment_row_get (item);
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));

  if (index == JP_ASSESSMENT_NAME)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, result->dossier->name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, jp_assessment_state_name (result->state), -1);
}

static const JpColumnRules rules = {
  JP_ASSESSMENT_N_COLUMNS, column, cell_key, cell_text, cell_class, NULL, show_cell,
};

void
jp_assessment_view_setup (GtkColumnView *view)
{
  jp_column_view_setup (view, &rules);
}
