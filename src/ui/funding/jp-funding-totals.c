/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-funding-totals.h"

#include "jp-number-format.h"

#include <glib/gi18n-lib.h>

#define YEARS_BEFORE 2
#define YEARS_AFTER  3

struct _JpFundingTotals
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (JpFundingTotals, jp_funding_totals, ADW_TYPE_BIN)

typedef enum
{
  LINE_PAID,
  LINE_CERTAIN,
  LINE_EXPECTED,
  LINE_MOST,
  N_LINES,
} Line;

static const struct
{
  const char *icon;
  const char *name;
  const char *meaning;
} lines[N_LINES] = {
  [LINE_PAID] = { "jp-step-done-symbolic", N_("Paid"), N_("Payments less refunds, in the fiscal year of their case") },
  [LINE_CERTAIN] = { "jp-step-lock-symbolic", N_("Certain"), N_("What clusters are entitled to by what is confirmed") },
  [LINE_EXPECTED] = { "jp-step-half-symbolic", N_("Expected"),
                      N_("What is certain, and what today’s totals would give") },
  [LINE_MOST] = { "jp-step-open-symbolic", N_("At Most"), N_("If every open assessment came into the highest band") },
};

static void
jp_funding_totals_class_init (JpFundingTotalsClass *klass)
{
}

static void
jp_funding_totals_init (JpFundingTotals *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fund-totals");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static JpMoney
amount_of (const JpBudgetYear *year, guint line)
{
  switch ((Line) line)
    {
    case LINE_PAID:
      return year->paid;
    case LINE_CERTAIN:
      return year->certain;
    case LINE_EXPECTED:
      return year->expected;
    case LINE_MOST:
    case N_LINES:
    default:
      return year->most;
    }
}

static GtkWidget *
new_number (const char *text, gboolean current)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "fund-number");
  if (current)
    gtk_widget_add_css_class (label, "current-year");

  return label;
}

static GtkWidget *
new_name (guint line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (lines[line].icon), *label = gtk_label_new (_(lines[line].name));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_tooltip_text (box, _(lines[line].meaning));
  gtk_widget_add_css_class (box, "fund-number");

  return box;
}

static void
add_year (GtkGrid *grid, int column, const JpBudgetYear *year, gboolean current)
{
  g_autofree char *head = g_strdup_printf ("%d", year->fiscal_year);
  GtkWidget *label = new_number (head, current);

  gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (grid, label, column, 0, 1, 1);
  for (guint line = 0; line < N_LINES; line++)
    {
      g_autofree char *wan = jp_money_to_wan (amount_of (year, line));
      /* Translators: what, fiscal year, amount: for who hears the window */
      g_autofree char *said = g_strdup_printf (_("%1$s, fiscal %2$d: %3$s 万元"), _(lines[line].name), year->fiscal_year,
                                               wan);
      GtkWidget *number = new_number (wan, current);

      gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
      gtk_grid_attach (grid, number, column, (int) line + 1, 1, 1);
    }
}

/**
 * jp_funding_totals_show:
 * @self: a block
 * @budget: (element-type JpBudgetYear): by fiscal year
 * @fiscal_year: the one that stands out, with those around it
 */
void
jp_funding_totals_show (JpFundingTotals *self, GArray *budget, int fiscal_year)
{
  GtkWidget *grid = gtk_grid_new (), *title = gtk_label_new (_("By Fiscal Year (万元)"));
  int column = 1;

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, "fund-number");
  gtk_grid_attach (GTK_GRID (grid), title, 0, 0, 1, 1);
  for (guint line = 0; line < N_LINES; line++)
    gtk_grid_attach (GTK_GRID (grid), new_name (line), 0, (int) line + 1, 1, 1);
  for (guint i = 0; i < budget->len; i++)
    {
      const JpBudgetYear *year = &g_array_index (budget, JpBudgetYear, i);

      if (year->fiscal_year >= fiscal_year - YEARS_BEFORE && year->fiscal_year <= fiscal_year + YEARS_AFTER)
        add_year (GTK_GRID (grid), column++, year, year->fiscal_year == fiscal_year);
    }
  adw_bin_set_child (ADW_BIN (self), grid);
}
