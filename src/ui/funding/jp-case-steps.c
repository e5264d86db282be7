/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of a case up to its payment: plan, reviews, publicity, payment (R-FUND, 第十四条, 第十五条). */

#include "jp-case-steps.h"

#include "jp-funding-data.h"
#include "jp-publicity-clock.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  STEP_PLAN,
  STEP_DISTRICT,
  STEP_CITY,
  STEP_PUBLICITY,
  STEP_PAY,
  STEP_AFTER,
} StepIndex;

/* The step a case is at. */
static StepIndex
step_at (JpCaseState state)
{
  switch (state)
    {
    case JP_CASE_PLAN:
      return STEP_DISTRICT;
    case JP_CASE_DISTRICT:
      return STEP_CITY;
    case JP_CASE_CITY:
    case JP_CASE_PUBLICITY:
    case JP_CASE_HELD:
      return STEP_PUBLICITY;
    case JP_CASE_PAYABLE:
      return STEP_PAY;
    case JP_CASE_PAID:
      return STEP_AFTER;
    case JP_CASE_LATER:
    case JP_CASE_OPEN:
    case JP_CASE_ZERO:
    default:
      return STEP_PLAN;
    }
}

/* A case that has its plan may be stopped by its assessment being open again, or by leaving the term. */
static gboolean
is_stopped (const JpFundCase *fund_case)
{
  return fund_case->state == JP_CASE_ZERO || fund_case->state == JP_CASE_LATER;
}

static JpStepState
state_of (const JpFundCase *fund_case, StepIndex step)
{
  StepIndex at = step_at (fund_case->state);

  if (at > step)
    return JP_STEP_DONE;
  if (at < step)
    return JP_STEP_AHEAD;

  return is_stopped (fund_case) ? JP_STEP_BARRED : JP_STEP_CURRENT;
}

/* "1月12日 · 湖里区 · 林志强": when, which office, who. */
static char *
act_words (const JpCaseView *view, const JpFundAct *act)
{
  g_autofree char *day = NULL;
  const char *office;

  if (act == NULL)
    return NULL;

  day = jp_funding_day_text (act->date, view->context->today);
  office = view->fund_case->pack != NULL && act->office != NULL
             ? jp_pack_office_name (view->fund_case->pack, act->office)
             : act->office;
  return g_strdup_printf ("%s · %s%s%s", day, office != NULL ? office : "", act->person != NULL ? " · " : "",
                          act->person != NULL ? act->person : "");
}

static void
tell_returned (const JpCaseView *view, GtkWidget *body)
{
  const JpFundAct *last = NULL;
  g_autofree char *day = NULL, *text = NULL;

  for (guint i = 0; i < view->dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (view->dossier->fund_acts, i);

      if (act->ordinal == view->fund_case->ordinal)
        last = act;
    }
  if (last == NULL || last->kind != JP_FUND_RETURN)
    return;

  day = jp_funding_day_text (last->date, view->context->today);
  text = g_strdup_printf (_("Returned on %1$s: %2$s"), day, last->reason != NULL ? last->reason : "");
  jp_case_body_warning (body, text);
}

static GtkWidget *
plan_lines (const JpCaseView *view)
{
  const JpFundAct *plan = view->fund_case->plan;
  GtkWidget *grid = gtk_grid_new ();
  JpMoney sum = 0;
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "fund-small");
  for (guint i = 0; i <= plan->lines->len; i++)
    {
      const JpPlanLine *line = i < plan->lines->len ? g_ptr_array_index (plan->lines, i) : NULL;
      const JpUseCategory *category = line != NULL && view->fund_case->pack != NULL
                                        ? jp_pack_find_category (view->fund_case->pack, line->category)
                                        : NULL;
      g_autofree char *yuan = jp_money_to_yuan (line != NULL ? line->amount : sum);
      g_autofree char *shown = g_strdup_printf (_("%s yuan"), yuan);
      GtkWidget *name = gtk_label_new (line == NULL ? _("Sum") : category != NULL ? category->name : line->category);
      GtkWidget *amount = gtk_label_new (shown);

      sum += line != NULL ? line->amount : 0;
      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_label_set_wrap (GTK_LABEL (name), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (name), 12);
      gtk_label_set_xalign (GTK_LABEL (amount), 1);
      gtk_widget_set_hexpand (name, TRUE);
      gtk_widget_add_css_class (amount, "numeric");
      if (line == NULL)
        gtk_widget_add_css_class (amount, "heading");
      gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), amount, 1, row++, 1, 1);
    }

  return grid;
}

/* Plan and purposes can be looked up while the case goes on, and are out of the way otherwise. */
static GtkWidget *
plan_expander (const JpCaseView *view)
{
  GtkWidget *expander = gtk_expander_new (_("By category")), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const JpFundAct *plan = view->fund_case->plan;

  gtk_box_append (GTK_BOX (box), plan_lines (view));
  for (guint i = 0; plan->purposes != NULL && plan->purposes[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("· %s", plan->purposes[i]);

      jp_case_body_text (box, text, "dim-label");
    }
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _("By category"), -1);
  gtk_widget_add_css_class (expander, "fund-small");

  return expander;
}

static void
append_plan (const JpCaseView *view, GtkBox *column)
{
  const JpFundCase *fund_case = view->fund_case;
  JpStep step = { "资金使用计划", fund_case->pack != NULL ? fund_case->pack->use_article : NULL,
                  state_of (fund_case, STEP_PLAN), act_words (view, fund_case->plan), jp_case_body_new () };
  GtkWidget *buttons;

  if (fund_case->plan != NULL)
    gtk_box_append (GTK_BOX (step.body), plan_expander (view));
  if (step.state == JP_STEP_BARRED)
    {
      g_autofree char *why = g_strdup_printf ("%s%s%s", fund_case->basis, fund_case->blocked != NULL ? "；" : "",
                                              fund_case->blocked != NULL ? fund_case->blocked : "");

      jp_case_body_warning (step.body, why);
    }
  if (step.state == JP_STEP_CURRENT || step.state == JP_STEP_BARRED)
    {
      tell_returned (view, step.body);
      buttons = jp_case_body_buttons (step.body);
      if (fund_case->state == JP_CASE_LATER)
        jp_case_button (buttons, _("Go to the _Assessment"), "assessment", "case.go", "assessments");
      jp_case_act_button (view, buttons, JP_FUND_PLAN, _("Record the _Plan…"), step.state == JP_STEP_CURRENT);
    }
  jp_case_step_append (column, STEP_PLAN + 1, &step);
}

static void
append_review (const JpCaseView *view, GtkBox *column, StepIndex index)
{
  JpFundActKind kind = index == STEP_DISTRICT ? JP_FUND_DISTRICT : JP_FUND_CITY;
  JpStepState state = state_of (view->fund_case, index);
  const JpFundAct *act = state == JP_STEP_DONE ? jp_case_last_act (view, kind) : NULL;
  JpStep step = { index == STEP_DISTRICT ? "区初审" : "市审核", NULL, state, act_words (view, act), NULL };

  if (state == JP_STEP_CURRENT)
    {
      GtkWidget *buttons;

      step.body = jp_case_body_new ();
      tell_returned (view, step.body);
      buttons = jp_case_body_buttons (step.body);
      jp_case_act_button (view, buttons, JP_FUND_RETURN, _("_Return…"), TRUE);
      jp_case_act_button (view, buttons, kind, _("P_ass…"), TRUE);
    }
  else if (act != NULL && act->note != NULL)
    {
      step.body = jp_case_body_new ();
      jp_case_body_text (step.body, act->note, "dim-label");
    }
  jp_case_step_append (column, index + 1, &step);
}

static void
tell_objections (const JpCaseView *view, GtkWidget *body)
{
  for (guint i = 0; i < view->dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (view->dossier->fund_acts, i);
      g_autofree char *day = jp_funding_day_text (act->date, view->context->today), *text = NULL;

      if (act->ordinal != view->fund_case->ordinal || act->date < view->fund_case->publicity_first)
        continue;
      if (act->kind == JP_FUND_OBJECT)
        text = g_strdup_printf (_("%1$s Objection: %2$s"), day, act->note != NULL ? act->note : "");
      else if (act->kind == JP_FUND_SETTLE)
        text = g_strdup_printf (act->upheld ? _("%1$s Upheld: %2$s") : _("%1$s Dismissed: %2$s"), day,
                                act->note != NULL ? act->note : "");
      if (text != NULL)
        jp_case_body_text (body, text, act->kind == JP_FUND_OBJECT ? "warning" : NULL);
    }
}

static char *
publicity_summary (const JpCaseView *view)
{
  guint n_all, n;

  if (view->fund_case->publicity_last == JP_DATE_NONE)
    return NULL;

  n = jp_publicity_days (view->context, view->fund_case, &n_all);
  return g_strdup_printf (_("Working day %1$u of %2$u"), n, n_all);
}

static void
fill_publicity (const JpCaseView *view, GtkWidget *body)
{
  const JpFundCase *fund_case = view->fund_case;
  gboolean held = fund_case->state == JP_CASE_HELD;
  g_autofree char *first = jp_funding_day_text (fund_case->publicity_first, view->context->today);
  g_autofree char *text = NULL;
  GtkWidget *buttons;

  gtk_box_append (GTK_BOX (body), jp_publicity_clock_new (view->context, fund_case));
  text = g_strdup_printf (fund_case->pack == NULL || fund_case->pack->publicity_counts_first_day
                            ? _("From %s, the first day counted")
                            : _("From %s, counted from the next day"),
                          first);
  jp_case_body_text (body, text, "dim-label");
  if (fund_case->publicity_provisional)
    jp_case_body_warning (body, _("Provisional (暂估): the holidays of these days are not published yet."));
  tell_objections (view, body);
  buttons = jp_case_body_buttons (body);
  jp_case_act_button (view, buttons, JP_FUND_RETURN, _("_Return…"), TRUE);
  jp_case_act_button (view, buttons, JP_FUND_OBJECT, _("_Objection…"), TRUE);
  if (held)
    jp_case_act_button (view, buttons, JP_FUND_SETTLE, _("_Settle…"), TRUE);
}

static void
append_publicity (const JpCaseView *view, GtkBox *column)
{
  const JpFundCase *fund_case = view->fund_case;
  JpStep step = { "公示", fund_case->pack != NULL ? fund_case->pack->publicity_article : NULL,
                  state_of (fund_case, STEP_PUBLICITY), publicity_summary (view), NULL };

  if (fund_case->state == JP_CASE_CITY)
    {
      GtkWidget *buttons;

      step.body = jp_case_body_new ();
      tell_returned (view, step.body);
      buttons = jp_case_body_buttons (step.body);
      jp_case_act_button (view, buttons, JP_FUND_RETURN, _("_Return…"), TRUE);
      jp_case_act_button (view, buttons, JP_FUND_PUBLICISE, _("P_ublicise…"), TRUE);
    }
  else if (fund_case->state == JP_CASE_PUBLICITY || fund_case->state == JP_CASE_HELD
           || fund_case->state == JP_CASE_PAYABLE)
    {
      step.body = jp_case_body_new ();
      fill_publicity (view, step.body);
    }
  else if (fund_case->state == JP_CASE_PAID && fund_case->publicity_first != JP_DATE_NONE)
    {
      g_autofree char *first = jp_funding_day_text (fund_case->publicity_first, view->context->today);
      g_autofree char *last = jp_funding_day_text (fund_case->publicity_last, view->context->today);

      g_free (step.summary);
      step.summary = g_strdup_printf ("%s–%s", first, last);
    }
  jp_case_step_append (column, STEP_PUBLICITY + 1, &step);
}

/* Why not yet, and from when: the day, and the first working day where that is another. */
static char *
why_not (const JpCaseView *view)
{
  JpDate from = view->fund_case->payable_from, working = jp_publicity_pay_day (view->context, view->fund_case);
  g_autofree char *day = NULL;

  if (from == JP_DATE_NONE || from == working)
    return g_strdup (view->fund_case->blocked);

  day = jp_funding_day_text (working, view->context->today);
  return g_strdup_printf (_("%1$s; the first working day is %2$s"), view->fund_case->blocked, day);
}

static void
tell_paid (const JpCaseView *view, GtkWidget *body)
{
  const JpFundAct *pay = jp_case_last_act (view, JP_FUND_PAY), *refund = jp_case_last_act (view, JP_FUND_REFUND);
  g_autofree char *wan = jp_money_to_wan (pay->amount), *capitals = jp_money_to_capitals (pay->amount);
  g_autofree char *text = g_strdup_printf (_("%1$s 万元（%2$s） to %3$s, voucher %4$s"), wan, capitals,
                                           pay->operator != NULL ? pay->operator : "—",
                                           pay->voucher != NULL ? pay->voucher : "—");

  jp_case_body_text (body, text, NULL);
  if (pay->reason != NULL)
    jp_case_body_text (body, pay->reason, "dim-label");
  if (pay->override_reason != NULL)
    {
      g_autofree char *passed = g_strdup_printf (_("Passed a block because: %s"), pay->override_reason);

      jp_case_body_text (body, passed, "warning");
    }
  if (refund != NULL)
    {
      g_autofree char *day = jp_funding_day_text (refund->date, view->context->today);
      g_autofree char *back = jp_money_to_wan (refund->amount);
      g_autofree char *told = g_strdup_printf (_("%1$s 万元 refunded on %2$s, voucher %3$s"), back, day, refund->voucher);

      jp_case_body_text (body, told, NULL);
    }
  if (view->fund_case->to_refund > 0)
    jp_case_body_warning (body, view->fund_case->blocked);
  jp_case_act_button (view, jp_case_body_buttons (body), JP_FUND_REFUND, _("Record a Re_fund…"), TRUE);
}

static void
append_payment (const JpCaseView *view, GtkBox *column)
{
  const JpFundCase *fund_case = view->fund_case;
  JpStep step = { "下达", fund_case->pack != NULL ? fund_case->pack->funding_article : NULL,
                  state_of (fund_case, STEP_PAY), NULL, jp_case_body_new () };
  gboolean publicised = fund_case->publicity_last != JP_DATE_NONE && !is_stopped (fund_case);
  gboolean allowed = fund_case->state == JP_CASE_PAYABLE && (fund_case->blocked == NULL || fund_case->overridable);

  if (fund_case->state == JP_CASE_PAID)
    {
      step.summary = act_words (view, jp_case_last_act (view, JP_FUND_PAY));
      tell_paid (view, step.body);
    }
  else if (publicised)
    {
      g_autofree char *wan = jp_money_to_wan (fund_case->entitled);
      g_autofree char *label = g_strdup_printf (_("_Pay %s 万元…"), wan);

      if (!allowed)
        step.state = JP_STEP_BARRED;
      if (fund_case->blocked != NULL)
        {
          g_autofree char *why = why_not (view);
          g_autofree char *text
            = g_strdup_printf (fund_case->overridable && allowed
                                 ? _("Held: %s. The city may pass this with a reason, which is printed.")
                                 : _("Cannot be paid yet: %s."),
                               why);

          jp_case_body_warning (step.body, text);
        }
      jp_case_act_button (view, jp_case_body_buttons (step.body), JP_FUND_PAY, label, allowed);
    }
  jp_case_step_append (column, STEP_PAY + 1, &step);
}

/**
 * jp_case_steps_to_payment:
 * @view: what is shown
 * @column: where the steps go
 *
 * Appends the five steps up to the payment.
 */
void
jp_case_steps_to_payment (const JpCaseView *view, GtkBox *column)
{
  append_plan (view, column);
  append_review (view, column, STEP_DISTRICT);
  append_review (view, column, STEP_CITY);
  append_publicity (view, column);
  append_payment (view, column);
}
