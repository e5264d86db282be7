/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-rules-column.h"

#include "jp-article-tag.h"
#include "jp-dossier-section.h"

#include <glib/gi18n-lib.h>

AdwPreferencesGroup *
jp_rules_add_group (GtkBox *column, const char *title, const char *article, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *escaped = g_markup_escape_text (title != NULL ? title : "", -1);
  g_autofree char *below = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (group, escaped);
  adw_preferences_group_set_description (group, below);
  if (article != NULL)
    jp_group_add_suffix (group, jp_article_tag_new (article));
  gtk_box_append (column, GTK_WIDGET (group));

  return group;
}

static GtkWidget *
new_value (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, "rule-value");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

GtkWidget *
jp_rules_add_rule (AdwPreferencesGroup *group, const char *about, const char *says, const char *article)
{
  GtkWidget *row = jp_group_add_row (group, about, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_value (says));
  if (article != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_article_tag_new (article));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, about,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, says, -1);

  return row;
}

GtkWidget *
jp_rules_table_new (const char *name, GtkWidget **frame)
{
  GtkWidget *table = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (table), 18);
  gtk_grid_set_row_spacing (GTK_GRID (table), 6);
  gtk_widget_add_css_class (table, "rules-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  *frame = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (*frame), table);
  gtk_widget_add_css_class (*frame, "card");

  return table;
}

static int
count_rows (GtkWidget *table)
{
  int rows = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (table); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int row;

      gtk_grid_query_child (GTK_GRID (table), child, NULL, &row, NULL, NULL);
      rows = MAX (rows, row + 1);
    }

  return rows;
}

static gboolean
is_number (const char *text)
{
  return g_ascii_isdigit (*text) || (*text == '-' && g_ascii_isdigit (text[1]));
}

void
jp_rules_table_row (GtkWidget *table, gboolean header, const char *first, ...)
{
  int row = count_rows (table), column = 0;
  va_list cells;

  va_start (cells, first);
  for (const char *text = first; text != NULL; text = va_arg (cells, const char *), column++)
    {
      GtkWidget *cell = gtk_label_new (text), *head = gtk_grid_get_child_at (GTK_GRID (table), column, 0);
      gboolean right = column > 0 && !header && is_number (text);

      /* Numbers stand under the end of their header. */
      gtk_label_set_xalign (GTK_LABEL (cell), right ? 1 : 0);
      if (right && head != NULL)
        gtk_label_set_xalign (GTK_LABEL (head), 1);
      gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_max_width_chars (GTK_LABEL (cell), 28);
      gtk_widget_set_hexpand (cell, column == 0);
      gtk_widget_add_css_class (cell, header ? "rules-header" : "numeric");
      gtk_grid_attach (GTK_GRID (table), cell, column, row, 1, 1);
    }
  va_end (cells);
}

char *
jp_rules_join_texts (char **texts)
{
  return texts != NULL ? g_strjoinv ("、", texts) : g_strdup ("");
}

char *
jp_rules_day_name (guint month, guint day)
{
  return g_strdup_printf ("%u月%u日", month, day);
}

char *
jp_rules_years (const JpRulesView *view, const JpPack *pack)
{
  int first = jp_pack_set_first_year (view->context->packs), last = (int) jp_date_year (view->context->today);
  g_autoptr (GString) years = g_string_new (NULL);

  for (int year = first; first != 0 && year <= last; year++)
    if (jp_pack_set_for_year (view->context->packs, year) == pack)
      g_string_append_printf (years, "%s%d", years->len > 0 ? "、" : "", year);

  return g_string_free (g_steal_pointer (&years), FALSE);
}
