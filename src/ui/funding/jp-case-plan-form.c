/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan of use (资金使用计划): an amount for each category, and the purposes it serves; 第十四条. */

#include "jp-case-forms.h"

#include <glib/gi18n-lib.h>

static const char plan_key[] = "jp-plan";

/* What the live sum is counted from. */
typedef struct
{
  GPtrArray *fields;   /* of JpField, borrowed: an amount for each category */
  GPtrArray *ids;      /* of char *: the categories */
  GPtrArray *purposes; /* of GtkCheckButton, borrowed */
  GtkLabel  *sum;      /* borrowed */
  JpMoney    entitled;
} Plan;

static void
plan_free (gpointer data)
{
  Plan *plan = data;

  g_ptr_array_unref (plan->fields);
  g_ptr_array_unref (plan->ids);
  g_ptr_array_unref (plan->purposes);
  g_free (plan);
}

static gboolean
read_quietly (JpField *field, JpMoney *money)
{
  g_autofree char *text = jp_field_get_text (field);
  g_auto (GStrv) parts = g_strsplit_set (text, ", ", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  return jp_money_parse (money, plain);
}

static void
show_sum (Plan *plan)
{
  JpMoney sum = 0, money;
  g_autofree char *yuan = NULL, *entitled = jp_money_to_yuan (plan->entitled), *text = NULL, *apart = NULL;

  for (guint i = 0; i < plan->fields->len; i++)
    if (read_quietly (g_ptr_array_index (plan->fields, i), &money))
      sum += money;

  yuan = jp_money_to_yuan (sum);
  apart = jp_money_to_yuan (sum > plan->entitled ? sum - plan->entitled : plan->entitled - sum);
  if (sum == plan->entitled)
    text = g_strdup_printf (_("Planned %s yuan: exactly what the cluster is entitled to."), yuan);
  else if (sum < plan->entitled)
    text = g_strdup_printf (_("Planned %1$s of %2$s yuan; %3$s left."), yuan, entitled, apart);
  else
    text = g_strdup_printf (_("Planned %1$s of %2$s yuan: %3$s too much."), yuan, entitled, apart);
  gtk_label_set_label (plan->sum, text);
  if (sum > plan->entitled)
    gtk_widget_add_css_class (GTK_WIDGET (plan->sum), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (plan->sum), "error");
}

/* What was planned last, where a plan was returned to be made better. */
static const JpFundAct *
plan_before (const JpDossier *dossier, guint ordinal)
{
  const JpFundAct *found = NULL;

  for (guint i = 0; i < dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (dossier->fund_acts, i);

      if (act->ordinal == ordinal && act->kind == JP_FUND_PLAN)
        found = act;
    }

  return found;
}

static void
add_category (JpForm *form, Plan *plan, const JpUseCategory *category, const JpFundAct *before)
{
  JpField *field = jp_form_add (form, category->id, JP_FIELD_KIND_NUMBER, category->name);

  for (guint i = 0; before != NULL && i < before->lines->len; i++)
    {
      const JpPlanLine *line = g_ptr_array_index (before->lines, i);
      g_autofree char *yuan = jp_money_to_yuan (line->amount);

      if (g_strcmp0 (line->category, category->id) == 0)
        jp_field_set_text (field, yuan);
    }
  g_ptr_array_add (plan->fields, field);
  g_ptr_array_add (plan->ids, g_strdup (category->id));
  g_signal_connect_swapped (field, "changed", G_CALLBACK (show_sum), plan);
}

static void
add_purpose (GtkBox *box, Plan *plan, const char *purpose, const JpFundAct *before)
{
  GtkWidget *check = gtk_check_button_new_with_label (purpose);
  gboolean chosen = before == NULL || before->purposes == NULL
                    || g_strv_contains ((const char * const *) before->purposes, purpose);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_box_append (box, check);
  g_ptr_array_add (plan->purposes, check);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

void
jp_case_plan_add (JpForm *form, const JpDossier *dossier, const JpFundCase *fund_case)
{
  const JpPack *pack = fund_case->pack;
  const JpFundAct *before = plan_before (dossier, fund_case->ordinal);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *sum = new_label (NULL, "plan-sum");
  Plan *plan = g_new0 (Plan, 1);

  plan->fields = g_ptr_array_new ();
  plan->ids = g_ptr_array_new_with_free_func (g_free);
  plan->purposes = g_ptr_array_new ();
  plan->sum = GTK_LABEL (sum);
  plan->entitled = fund_case->entitled != JP_MONEY_UNKNOWN ? fund_case->entitled : 0;
  g_object_set_data_full (G_OBJECT (form), plan_key, plan, plan_free);

  jp_form_set_intro (form,
                     fund_case->ordinal == 1
                       ? _("Amounts in yuan by category; leave empty what is not planned. The operator’s financial "
                           "rules belong to the first plan: attach them under Files in the dossier.")
                       : _("Amounts in yuan by category; leave empty what is not planned."));
  for (guint i = 0; pack != NULL && i < pack->n_categories; i++)
    add_category (form, plan, &pack->categories[i], before);
  jp_form_add_widget (form, sum);
  gtk_box_append (GTK_BOX (box), new_label (_("Purposes"), "heading"));
  for (guint i = 0; pack != NULL && pack->purposes != NULL && pack->purposes[i] != NULL; i++)
    add_purpose (GTK_BOX (box), plan, pack->purposes[i], before);
  jp_form_add_widget (form, box);
  show_sum (plan);
}

gboolean
jp_case_plan_read (JpForm *form, JpFundAct *act)
{
  const Plan *plan = g_object_get_data (G_OBJECT (form), plan_key);
  g_autoptr (GPtrArray) purposes = g_ptr_array_new ();

  for (guint i = 0; i < plan->fields->len; i++)
    {
      JpField *field = g_ptr_array_index (plan->fields, i);
      g_autofree char *text = jp_field_get_text (field);
      JpMoney money;

      if (*text == '\0')
        continue;
      if (!jp_case_read_money (field, &money))
        return FALSE;
      g_ptr_array_add (act->lines, jp_plan_line_new (g_ptr_array_index (plan->ids, i), money));
    }
  for (guint i = 0; i < plan->purposes->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (plan->purposes, i);

      if (gtk_check_button_get_active (check))
        g_ptr_array_add (purposes, g_strdup (gtk_check_button_get_label (check)));
    }
  g_ptr_array_add (purposes, NULL);
  act->purposes = (char **) g_ptr_array_free (g_steal_pointer (&purposes), FALSE);

  return TRUE;
}
