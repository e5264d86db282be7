/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-fund-work.h"

#include <glib/gi18n-lib.h>

/* The blocks the city has passed, with its reasons: kept, and shown wherever the case is. */
static void
put_overrides (JsonBuilder *json, const JpDossier *dossier, guint ordinal)
{
  jp_out_array (json, "overrides");
  for (guint i = 0; i < dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = dossier->fund_acts->pdata[i];

      if (act->ordinal != ordinal || act->override_reason == NULL)
        continue;
      json_builder_begin_object (json);
      jp_out_string (json, "act", jp_fund_act_kind_id (act->kind));
      jp_out_date (json, "date", act->date);
      jp_out_string (json, "who", act->person);
      jp_out_string (json, "reason", act->override_reason);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* One funding year as `schedule` and the acts of a case give it. */
static void
put_case (JsonBuilder *json, const JpDossier *dossier, const JpFundCase *fund_case)
{
  json_builder_begin_object (json);
  jp_out_int (json, "ordinal", fund_case->ordinal);
  jp_out_int (json, "fiscalYear", fund_case->fiscal_year);
  if (fund_case->basis_year != 0)
    jp_out_int (json, "basisYear", fund_case->basis_year);
  else
    jp_out_null (json, "basisYear");
  jp_out_money (json, "least", fund_case->least);
  jp_out_money (json, "most", fund_case->most);
  jp_out_money (json, "expected", fund_case->expected);
  jp_out_money (json, "entitled", fund_case->entitled);
  jp_out_string (json, "state", jp_case_state_id (fund_case->state));
  jp_out_money (json, "paid", fund_case->paid);
  jp_out_money (json, "toRefund", fund_case->to_refund);
  jp_out_date (json, "publicityFirst", fund_case->publicity_first);
  jp_out_date (json, "publicityLast", fund_case->publicity_last);
  jp_out_date (json, "payableFrom", fund_case->payable_from);
  jp_out_string (json, "basis", fund_case->basis);
  jp_out_string (json, "blocked", fund_case->blocked);
  jp_out_string (json, "missing", fund_case->missing);
  jp_out_string (json, "overridden", fund_case->overridden);
  put_overrides (json, dossier, fund_case->ordinal);
  json_builder_end_object (json);
}

static gboolean
falls_in (const JpFundCase *fund_case)
{
  return jp_options.fiscal == 0 || fund_case->fiscal_year == jp_options.fiscal;
}

static void
put_cluster_json (JpCtl *ctl, const JpDossier *dossier, guint n_years)
{
  json_builder_begin_object (ctl->json);
  jp_out_string (ctl->json, "cluster", dossier->name);
  jp_out_string (ctl->json, "id", dossier->id);
  jp_out_array (ctl->json, "years");
  for (guint ordinal = 1; ordinal <= n_years; ordinal++)
    {
      g_auto (JpFundCase) fund_case = { 0 };

      jp_fund_case_init (&fund_case, dossier, &ctl->context, ordinal);
      if (falls_in (&fund_case))
        put_case (ctl->json, dossier, &fund_case);
    }
  json_builder_end_array (ctl->json);
  json_builder_end_object (ctl->json);
}

static char *
wan_range (const JpFundCase *fund_case)
{
  g_autofree char *least = jp_money_to_wan (fund_case->least);
  g_autofree char *most = jp_money_to_wan (fund_case->most);

  return fund_case->least == fund_case->most ? g_strdup (most) : g_strdup_printf ("%s–%s", least, most);
}

static void
add_cluster_rows (JpCtl *ctl, JpTextTable *table, const JpDossier *dossier, guint n_years)
{
  for (guint ordinal = 1; ordinal <= n_years; ordinal++)
    {
      g_auto (JpFundCase) fund_case = { 0 };

      jp_fund_case_init (&fund_case, dossier, &ctl->context, ordinal);
      if (falls_in (&fund_case))
        jp_text_table_add (table, g_strdup (dossier->name), g_strdup_printf ("%u", ordinal),
                           g_strdup_printf ("%d", fund_case.fiscal_year), wan_range (&fund_case),
                           g_strdup (jp_case_state_name (fund_case.state)), jp_money_to_wan (fund_case.paid),
                           g_strdup (fund_case.basis), NULL);
    }
}

static void
put_totals (JpCtl *ctl, GArray *budget)
{
  JpTextTable *table = NULL;

  if (ctl->json != NULL)
    jp_out_array (ctl->json, "totals");
  else
    table = jp_text_table_new (_("Fiscal year"), _("Paid"), _("Certain"), _("Expected"), _("At most"), NULL);

  for (guint i = 0; i < budget->len; i++)
    {
      const JpBudgetYear *year = &g_array_index (budget, JpBudgetYear, i);

      if (jp_options.fiscal != 0 && year->fiscal_year != jp_options.fiscal)
        continue;
      if (ctl->json == NULL)
        {
          jp_text_table_add (table, g_strdup_printf ("%d", year->fiscal_year), jp_money_to_wan (year->paid),
                             jp_money_to_wan (year->certain), jp_money_to_wan (year->expected),
                             jp_money_to_wan (year->most), NULL);
          continue;
        }
      json_builder_begin_object (ctl->json);
      jp_out_int (ctl->json, "fiscalYear", year->fiscal_year);
      jp_out_money (ctl->json, "paid", year->paid);
      jp_out_money (ctl->json, "certain", year->certain);
      jp_out_money (ctl->json, "expected", year->expected);
      jp_out_money (ctl->json, "most", year->most);
      json_builder_end_object (ctl->json);
    }

  if (ctl->json != NULL)
    json_builder_end_array (ctl->json);
  else
    jp_text_table_print (table);
}

static gboolean
run_schedule (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (ctl->store, error);
  g_autoptr (GArray) budget = NULL;
  JpTextTable *table = NULL;

  if (dossiers == NULL)
    return FALSE;

  if (ctl->json != NULL)
    {
      json_builder_begin_object (ctl->json);
      jp_out_array (ctl->json, "clusters");
    }
  else
    table = jp_text_table_new (_("Cluster"), _("Year"), _("Fiscal"), _("Amount (万元)"), _("State"), _("Paid"),
                               _("Basis"), NULL);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = dossiers->pdata[i];

      if (jp_funding_start (dossier, &ctl->context, NULL) == 0)
        continue;
      if (ctl->json != NULL)
        put_cluster_json (ctl, dossier, jp_funding_n_years (dossier, &ctl->context));
      else
        add_cluster_rows (ctl, table, dossier, jp_funding_n_years (dossier, &ctl->context));
    }

  if (ctl->json != NULL)
    json_builder_end_array (ctl->json);
  else
    {
      jp_text_table_print (table);
      g_print ("\n");
    }
  budget = jp_budget_new (dossiers, &ctl->context);
  put_totals (ctl, budget);
  if (ctl->json != NULL)
    json_builder_end_object (ctl->json);

  return TRUE;
}

static gboolean
show_case (JpCtl *ctl, const char *id, guint ordinal, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_store_load_dossier (ctl->store, id, error);
  g_auto (JpFundCase) fund_case = { 0 };

  if (dossier == NULL || !jp_desk_get_context (ctl->desk, &ctl->context, error))
    return FALSE;
  jp_fund_case_init (&fund_case, dossier, &ctl->context, ordinal);
  if (ctl->json != NULL)
    {
      put_case (ctl->json, dossier, &fund_case);
      return TRUE;
    }

  g_print ("%s：第%u年（%d财年），%s\n%s\n", dossier->name, ordinal, fund_case.fiscal_year,
           jp_case_state_name (fund_case.state), fund_case.basis);
  if (fund_case.blocked != NULL)
    g_print ("%s\n", fund_case.blocked);
  if (fund_case.missing != NULL)
    g_print ("%s\n", fund_case.missing);
  if (fund_case.overridden != NULL)
    g_print ("%s\n", fund_case.overridden);

  return TRUE;
}

/* The lines of a plan: CATEGORY=AMOUNT, in yuan. */
static gboolean
parse_lines (JpFundAct *act, int n, char **words, GError **error)
{
  for (int i = 0; i < n; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);
      JpMoney amount;

      if (parts[1] == NULL || !jp_money_parse (&amount, parts[1]))
        {
          g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
                       _("“%s”: write a line of the plan as CATEGORY=AMOUNT, in yuan"), words[i]);
          return FALSE;
        }
      g_ptr_array_add (act->lines, jp_plan_line_new (parts[0], amount));
    }

  return TRUE;
}

static gboolean
fill_act (JpCtl *ctl, JpFundAct *act, int n, char **words, GError **error)
{
  act->note = g_strdup (jp_options.note);
  act->reason = g_strdup (jp_options.reason);
  act->override_reason = g_strdup (jp_options.override_reason);

  if (act->kind == JP_FUND_PLAN)
    {
      act->purposes = jp_options.purposes != NULL
                        ? g_strdupv (jp_options.purposes)
                        : g_strdupv (jp_pack_set_on (ctl->context.packs, act->date)->purposes);
      return parse_lines (act, n, words, error);
    }
  if (n > 0)
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("Only a plan takes “%s”"), words[0]);
      return FALSE;
    }
  if (act->kind == JP_FUND_PAY || act->kind == JP_FUND_REFUND)
    {
      act->voucher = g_strdup (jp_options.voucher);
      return jp_ctl_need (jp_options.voucher, "--voucher", error) &&
             jp_ctl_money_option (jp_options.amount, "--amount", &act->amount, error);
    }
  if (act->kind == JP_FUND_SETTLE)
    {
      act->upheld = jp_options.upheld;
      if (jp_options.upheld == jp_options.dismissed)
        {
          g_set_error_literal (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
                               _("Say how the objection was settled: --upheld or --dismissed"));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
run_fund (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_desk_find (ctl->desk, arguments[0], error);
  g_autoptr (JpFundAct) act = NULL;
  JpFundActKind kind;
  guint64 ordinal;
  JpDate date;

  if (dossier == NULL)
    return FALSE;
  if (g_str_equal (arguments[1], "start") && n == 2 && jp_options.year != 0)
    return jp_casework_fund_start (ctl->desk, dossier->id, jp_options.year, jp_options.reason, error) &&
           show_case (ctl, dossier->id, 1, error);
  if (n < 3 || !g_ascii_string_to_unsigned (arguments[1], 10, 1, 99, &ordinal, NULL)
      || !jp_fund_act_kind_parse (arguments[2], &kind))
    {
      g_set_error_literal (
        error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
        _("Usage: jipingctl fund CLUSTER start --year YEAR, or fund CLUSTER N plan CATEGORY=AMOUNT… | district | "
          "city | publicise | object | settle | pay | refund | return"));
      return FALSE;
    }
  if (!jp_ctl_date_option (jp_options.date, "--date", ctl->today, &date, error))
    return FALSE;

  act = jp_fund_act_new ((guint) ordinal, kind, date);

  return fill_act (ctl, act, n - 3, arguments + 3, error) && jp_casework_fund (ctl->desk, dossier->id, act, error) &&
         show_case (ctl, dossier->id, (guint) ordinal, error);
}

static const GOptionEntry fund_entries[] = {
  { "date", 0, 0, G_OPTION_ARG_STRING, &jp_options.date, N_("Day of the act (default: today)"), "DATE" },
  { "year", 0, 0, G_OPTION_ARG_INT, &jp_options.year, N_("First fiscal year, with start"), N_("YEAR") },
  { "amount", 0, 0, G_OPTION_ARG_STRING, &jp_options.amount, N_("Amount in yuan, with pay and refund"),
    N_("AMOUNT") },
  { "voucher", 0, 0, G_OPTION_ARG_STRING, &jp_options.voucher, N_("Voucher, with pay and refund"), N_("NUMBER") },
  { "purpose", 0, 0, G_OPTION_ARG_STRING_ARRAY, &jp_options.purposes,
    N_("A purpose of the plan (default: all of the rule pack)"), N_("TEXT") },
  { "upheld", 0, 0, G_OPTION_ARG_NONE, &jp_options.upheld, N_("The objection was right, with settle"), NULL },
  { "dismissed", 0, 0, G_OPTION_ARG_NONE, &jp_options.dismissed, N_("The objection was not right, with settle"),
    NULL },
  { "note", 0, 0, G_OPTION_ARG_STRING, &jp_options.note, N_("Matter of an objection, and from whom"), N_("TEXT") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &jp_options.reason, N_("Why, where the rule asks for a reason"),
    N_("TEXT") },
  { "override", 0, 0, G_OPTION_ARG_STRING, &jp_options.override_reason,
    N_("The city passes a block, for this reason, which is printed"), N_("REASON") },
  { NULL },
};

static const GOptionEntry schedule_entries[] = {
  { "fiscal", 0, 0, G_OPTION_ARG_INT, &jp_options.fiscal, N_("Only this fiscal year"), N_("YEAR") },
  { NULL },
};

const JpCtlCommand jp_ctl_fund_commands[] = {
  { "schedule", N_("[--fiscal YEAR]"), N_("Shows what every cluster is entitled to, by fiscal year, and why"),
    JP_NEEDS_DESK, 0, 0, schedule_entries, run_schedule },
  { "fund",
    N_("CLUSTER start --year YEAR | CLUSTER N plan CATEGORY=AMOUNT… | district | city | publicise | object | settle | "
        "pay | refund | return"),
    N_("Takes a funding case through its official acts"), JP_NEEDS_DESK, 2, -1, fund_entries, run_fund },
  { NULL },
};
