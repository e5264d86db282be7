/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-publicity-clock.h"

#include <glib/gi18n-lib.h>

#define MAX_WEEKS  8
#define BADGE_ROOM 14 /* beside the number, for 休 or 班 */

/* The day from which working days count: the first, or the one after it where the rules do not count the first. */
static JpDate
counted_from (const JpFundCase *fund_case)
{
  gboolean first = fund_case->pack == NULL || fund_case->pack->publicity_counts_first_day;

  return fund_case->publicity_first + (first ? 0 : 1);
}

static guint
workdays (const JpContext *context, JpDate from, JpDate to)
{
  guint n = 0;

  for (JpDate day = from; day <= to; day++)
    n += jp_holidays_is_workday (context->holidays, day, NULL) ? 1 : 0;

  return n;
}

guint
jp_publicity_days (const JpContext *context, const JpFundCase *fund_case, guint *n_all)
{
  JpDate from = counted_from (fund_case), last = fund_case->publicity_last;

  *n_all = workdays (context, from, last);
  return workdays (context, from, MIN (last, context->today));
}

JpDate
jp_publicity_pay_day (const JpContext *context, const JpFundCase *fund_case)
{
  if (fund_case->payable_from == JP_DATE_NONE)
    return JP_DATE_NONE;

  return jp_holidays_workday_on_or_after (context->holidays, fund_case->payable_from, NULL);
}

static JpDate
monday_of (JpDate day)
{
  return day - (JpDate) (jp_date_weekday (day) - 1);
}

/* What a day is to the publicity, in a word below its number. */
static char *
word_of (const JpContext *context, const JpFundCase *fund_case, JpDate day)
{
  if (day == jp_publicity_pay_day (context, fund_case))
    return g_strdup (_("payable"));
  if (day == context->today)
    return g_strdup (_("today"));
  if (day >= counted_from (fund_case) && day <= fund_case->publicity_last
      && jp_holidays_is_workday (context->holidays, day, NULL))
    return g_strdup_printf (_("day %u"), workdays (context, counted_from (fund_case), day));

  return g_strdup ("");
}

static void
dress (GtkWidget *cell, const JpContext *context, const JpFundCase *fund_case, JpDate day)
{
  if (day >= fund_case->publicity_first && day <= fund_case->publicity_last)
    gtk_widget_add_css_class (cell, "within");
  if (!jp_holidays_is_workday (context->holidays, day, NULL))
    gtk_widget_add_css_class (cell, "rest");
  if (day == context->today)
    gtk_widget_add_css_class (cell, "today");
  if (day == jp_publicity_pay_day (context, fund_case))
    gtk_widget_add_css_class (cell, "payable");
}

static GtkWidget *
new_badge (const char *badge, gboolean rest)
{
  GtkWidget *label = gtk_label_new (badge);

  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "day-badge");
  if (rest)
    gtk_widget_add_css_class (label, "rest");

  return label;
}

static GtkWidget *
new_day (const JpContext *context, const JpFundCase *fund_case, JpDate day)
{
  GtkWidget *overlay = gtk_overlay_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *number, *word;
  g_autofree char *text = word_of (context, fund_case, day), *figure = NULL, *said = NULL, *chinese = NULL;
  const char *badge = jp_day_kind_mark (jp_holidays_kind (context->holidays, day, NULL));
  guint of_month, month;

  jp_date_split (day, NULL, &month, &of_month);
  figure = of_month == 1 ? g_strdup_printf ("%u/%u", month, of_month) : g_strdup_printf ("%u", of_month);
  number = gtk_label_new (figure);
  gtk_widget_set_margin_end (number, badge != NULL ? BADGE_ROOM : 0);
  word = gtk_label_new (text);
  gtk_widget_add_css_class (number, "clock-number");
  gtk_widget_add_css_class (word, "clock-word");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), word);
  gtk_widget_add_css_class (box, "clock-day");
  dress (box, context, fund_case, day);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  if (badge != NULL)
    gtk_overlay_add_overlay (GTK_OVERLAY (overlay),
                             new_badge (badge, !jp_holidays_is_workday (context->holidays, day, NULL)));

  chinese = jp_date_to_chinese (day);
  said = g_strdup_printf ("%s %s %s", chinese, badge != NULL ? badge : "", text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (overlay), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);

  return overlay;
}

static void
add_heads (GtkGrid *grid)
{
  static const char * const names[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };

  for (int i = 0; i < 7; i++)
    {
      GtkWidget *label = gtk_label_new (_(names[i]));

      gtk_widget_add_css_class (label, "clock-word");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (grid, label, i, 0, 1, 1);
    }
}

static char *
words (const JpFundCase *fund_case)
{
  g_autofree char *first = jp_date_to_chinese (fund_case->publicity_first);
  g_autofree char *last = jp_date_to_chinese (fund_case->publicity_last);

  return g_strdup_printf (_("Publicity from %s to %s"), first, last);
}

/**
 * jp_publicity_clock_new:
 * @context: today and the holidays
 * @fund_case: a case that is or was publicised
 *
 * Returns: (transfer floating): its days (R-WORKDAY, 第十五条)
 */
GtkWidget *
jp_publicity_clock_new (const JpContext *context, const JpFundCase *fund_case)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *name = words (fund_case);
  JpDate pay_day = jp_publicity_pay_day (context, fund_case);
  JpDate from = monday_of (fund_case->publicity_first), to = MAX (fund_case->publicity_last, pay_day);
  guint n_weeks = MIN ((to - from) / 7 + 1, MAX_WEEKS);

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "publicity-clock");
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  add_heads (GTK_GRID (grid));
  for (guint i = 0; i < n_weeks * 7; i++)
    gtk_grid_attach (GTK_GRID (grid), new_day (context, fund_case, from + i), (int) i % 7, (int) i / 7 + 1, 1, 1);

  return grid;
}
