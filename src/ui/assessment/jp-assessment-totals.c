/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-totals.h"

#include "jp-assessment-list.h"
#include "jp-table-copy.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint   all;
  guint   states[JP_N_ASSESSMENT_STATES];
  guint   vetoed;
  JpMoney amount; /* of confirmed results */
} Totals;

static void
add_result (Totals *totals, const JpResult *result)
{
  totals->all++;
  totals->states[result->state]++;
  totals->vetoed += (guint) result->vetoed;
  if (result->state == JP_ASSESSMENT_CONFIRMED && result->involves_money && result->amount != JP_MONEY_UNKNOWN)
    totals->amount += result->amount;
}

static void
add_cell (GtkGrid *grid, JpTableCopy *copy, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
  jp_table_copy_cell (copy, text);
}

static void
add_row (GtkGrid *grid, JpTableCopy *copy, int row, const char *name, const Totals *totals, const char *css_class)
{
  g_autofree char *all = g_strdup_printf ("%u", totals->all);
  g_autofree char *vetoed = g_strdup_printf ("%u", totals->vetoed);
  g_autofree char *amount = jp_money_to_wan (totals->amount);
  int column = 0;

  add_cell (grid, copy, column++, row, name, css_class);
  add_cell (grid, copy, column++, row, all, css_class);
  for (guint i = 0; i < JP_N_ASSESSMENT_STATES; i++)
    {
      g_autofree char *n = g_strdup_printf ("%u", totals->states[i]);

      add_cell (grid, copy, column++, row, n, css_class);
    }
  add_cell (grid, copy, column++, row, vetoed, css_class);
  add_cell (grid, copy, column++, row, amount, css_class);
  jp_table_copy_end_row (copy);
}

static void
add_headers (GtkGrid *grid, JpTableCopy *copy)
{
  int column = 0;

  add_cell (grid, copy, column++, 0, "区县", "heading");
  add_cell (grid, copy, column++, 0, "应考核", "heading");
  for (guint i = 0; i < JP_N_ASSESSMENT_STATES; i++)
    add_cell (grid, copy, column++, 0, jp_assessment_state_name ((JpAssessmentState) i), "heading");
  add_cell (grid, copy, column++, 0, "一票否决", "heading");
  add_cell (grid, copy, column++, 0, "已定支持（万元）", "heading");
  jp_table_copy_end_row (copy);
}

static void
add_districts (GtkGrid *grid, JpTableCopy *copy, JpSession *session)
{
  const JpContext *context = jp_session_get_context (session);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  GPtrArray *results = jp_session_get_results (session);
  Totals sum = { 0 };
  int row = 1;

  for (guint d = 0; d < pack->n_districts; d++)
    {
      Totals totals = { 0 };

      for (guint i = 0; i < results->len; i++)
        {
          const JpResult *result = g_ptr_array_index (results, i);

          if (g_strcmp0 (result->dossier->district, pack->districts[d].code) == 0)
            add_result (&totals, result);
        }
      if (totals.all > 0)
        add_row (grid, copy, row++, pack->districts[d].name, &totals, NULL);
    }
  for (guint i = 0; i < results->len; i++)
    add_result (&sum, g_ptr_array_index (results, i));
  add_row (grid, copy, row, "合计", &sum, "heading");
}

static void
on_copy (GtkWidget *button, JpTableCopy *copy)
{
  jp_table_copy_put (copy, button);
}

static void
free_copy (gpointer copy, GClosure *closure)
{
  jp_table_copy_free (copy);
}

GtkWidget *
jp_assessment_totals_new (JpSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *grid = gtk_grid_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Copy Table"));
  JpTableCopy *copy = jp_table_copy_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Totals by District"), -1);
  add_headers (GTK_GRID (grid), copy);
  add_districts (GTK_GRID (grid), copy, session);
  gtk_widget_add_css_class (box, "assessment-totals");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_copy), copy, free_copy, 0);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}
