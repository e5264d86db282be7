/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-use-work.h"

#include <glib/gi18n-lib.h>

static const struct
{
  JpUseFlags  flag;
  const char *id;
  const char *name;
} flags[] = {
  { JP_USE_FLAG_OTHER, "other", "其他" },
  { JP_USE_FLAG_OUT_OF_SCOPE, "out-of-scope", "不在范围" },
  { JP_USE_FLAG_OVERSPENT, "overspent", "超支" },
  { JP_USE_FLAG_SAME_VOUCHER, "same-voucher", "凭证重复" },
  { JP_USE_FLAG_DUPLICATE, "duplicate", "疑似重复" },
  { JP_USE_FLAG_REVERSED, "reversed", "已冲销" },
};

static void
put_row (JsonBuilder *json, const JpUseRow *row)
{
  json_builder_begin_object (json);
  jp_out_string (json, "id", row->entry->id);
  jp_out_int (json, "number", row->entry->number);
  jp_out_date (json, "date", row->entry->date);
  jp_out_int (json, "ordinal", row->entry->ordinal);
  jp_out_string (json, "category", row->entry->category);
  jp_out_money (json, "amount", row->entry->amount);
  jp_out_string (json, "payee", row->entry->payee);
  jp_out_string (json, "voucher", row->entry->voucher);
  jp_out_string (json, "reason", row->entry->reason);
  jp_out_string (json, "reverses", row->entry->reverses);
  jp_out_money (json, "balance", row->balance);
  jp_out_array (json, "flags");
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    if (row->flags & flags[i].flag)
      json_builder_add_string_value (json, flags[i].id);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
put_ledger (JsonBuilder *json, const JpDossier *dossier, const JpUseLedger *ledger)
{
  json_builder_begin_object (json);
  jp_out_string (json, "cluster", dossier->name);
  jp_out_array (json, "rows");
  for (guint i = 0; i < ledger->rows->len; i++)
    put_row (json, &g_array_index (ledger->rows, JpUseRow, i));
  json_builder_end_array (json);
  jp_out_array (json, "categories");
  for (guint i = 0; i < ledger->totals->len; i++)
    {
      const JpUseTotal *total = &g_array_index (ledger->totals, JpUseTotal, i);

      json_builder_begin_object (json);
      jp_out_string (json, "category", total->category);
      jp_out_money (json, "planned", total->planned);
      jp_out_money (json, "spent", total->spent);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  jp_out_money (json, "paid", ledger->paid);
  jp_out_money (json, "spent", ledger->spent);
  jp_out_money (json, "returned", ledger->returned);
  jp_out_money (json, "balance", ledger->balance);
  json_builder_end_object (json);
}

static char *
flag_names (JpUseFlags set)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    if (set & flags[i].flag)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", flags[i].name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
print_ledger (const JpUseLedger *ledger)
{
  JpTextTable *table = jp_text_table_new (_("No."), _("Date"), _("Category"), _("Amount"), _("Payee"),
                                          _("Voucher"), _("Balance"), _("Flags"), NULL);
  g_autofree char *paid = jp_money_to_yuan (ledger->paid);
  g_autofree char *spent = jp_money_to_yuan (ledger->spent);
  g_autofree char *balance = jp_money_to_yuan (ledger->balance);
  g_autofree char *returned = jp_money_to_yuan (ledger->returned);

  for (guint i = 0; i < ledger->rows->len; i++)
    {
      const JpUseRow *row = &g_array_index (ledger->rows, JpUseRow, i);
      char iso[JP_DATE_ISO_LEN];

      jp_text_table_add (table, g_strdup_printf ("%u", row->entry->number),
                         g_strdup (jp_date_to_iso (row->entry->date, iso)), g_strdup (row->entry->category),
                         jp_money_to_yuan (row->entry->amount), g_strdup (row->entry->payee),
                         g_strdup (row->entry->voucher), jp_money_to_yuan (row->balance), flag_names (row->flags),
                         NULL);
    }
  jp_text_table_print (table);
  g_print (_("Paid %s = spent %s + balance %s + returned %s\n"), paid, spent, balance, returned);
}

static gboolean
show_ledger (JpCtl *ctl, const char *id, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_store_load_dossier (ctl->store, id, error);
  g_auto (JpUseLedger) ledger = { 0 };

  if (dossier == NULL)
    return FALSE;
  jp_use_ledger_init (&ledger, dossier, &ctl->context);
  if (ctl->json != NULL)
    put_ledger (ctl->json, dossier, &ledger);
  else
    print_ledger (&ledger);

  return TRUE;
}

static gboolean
add_entry (JpCtl *ctl, const JpDossier *dossier, JpDate date, GError **error)
{
  g_autoptr (JpUseEntry) entry = NULL;
  JpMoney amount;

  if (!jp_ctl_need (jp_options.category, "--category", error)
      || !jp_ctl_money_option (jp_options.amount, "--amount", &amount, error))
    return FALSE;
  entry = jp_use_entry_new (0, date, (guint) MAX (jp_options.ordinal, 0));
  entry->category = g_strdup (jp_options.category);
  entry->amount = amount;
  entry->payee = g_strdup (jp_options.payee);
  entry->voucher = g_strdup (jp_options.voucher);
  entry->note = g_strdup (jp_options.note);
  entry->reason = g_strdup (jp_options.reason);

  return jp_casework_use_add (ctl->desk, dossier->id, entry, error);
}

static gboolean
run_use (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_desk_find (ctl->desk, arguments[0], error);
  JpDate date;
  gboolean done;

  if (dossier == NULL || !jp_ctl_date_option (jp_options.date, "--date", ctl->today, &date, error))
    return FALSE;

  if (g_str_equal (arguments[1], "list") && n == 2)
    done = TRUE;
  else if (g_str_equal (arguments[1], "add") && n == 2)
    done = add_entry (ctl, dossier, date, error);
  else if (g_str_equal (arguments[1], "reverse") && n == 3)
    done = jp_ctl_need (jp_options.reason, "--reason", error) &&
           jp_casework_use_reverse (ctl->desk, dossier->id, arguments[2], date, jp_options.reason, error);
  else if (g_str_equal (arguments[1], "lock") && n == 3)
    done = jp_casework_lock_quarter (ctl->desk, dossier->id, arguments[2], error);
  else
    {
      g_set_error_literal (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
                           _("Usage: jipingctl use CLUSTER list | add | reverse ENTRY | lock QUARTER"));
      return FALSE;
    }

  return done && show_ledger (ctl, dossier->id, error);
}

static void
put_finding (JsonBuilder *json, const JpFinding *finding)
{
  json_builder_begin_object (json);
  jp_out_string (json, "id", finding->id);
  jp_out_int (json, "year", finding->year);
  jp_out_int (json, "number", finding->number);
  jp_out_int (json, "ordinal", finding->ordinal);
  jp_out_string (json, "source", finding->source);
  jp_out_date (json, "opened", finding->opened);
  jp_out_money (json, "amount", finding->amount);
  jp_out_string (json, "basis", finding->basis);
  jp_out_string (json, "matter", finding->matter);
  jp_out_date (json, "due", finding->due);
  jp_out_string (json, "measure", finding->measure);
  jp_out_date (json, "measured", finding->measured);
  jp_out_date (json, "district", finding->confirmed_district);
  jp_out_date (json, "city", finding->confirmed_city);
  jp_out_bool (json, "open", jp_finding_is_open (finding));
  json_builder_end_object (json);
}

static void
put_audit (JsonBuilder *json, const JpDossier *dossier)
{
  json_builder_begin_object (json);
  jp_out_string (json, "cluster", dossier->name);
  jp_out_array (json, "inspections");
  for (guint i = 0; i < dossier->inspections->len; i++)
    {
      const JpInspection *inspection = dossier->inspections->pdata[i];

      json_builder_begin_object (json);
      jp_out_string (json, "id", inspection->id);
      jp_out_date (json, "date", inspection->date);
      jp_out_string (json, "office", inspection->office);
      jp_out_string (json, "person", inspection->person);
      jp_out_string (json, "findings", inspection->findings);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  jp_out_array (json, "audits");
  for (guint i = 0; i < dossier->audits->len; i++)
    {
      const JpAudit *audit = dossier->audits->pdata[i];

      json_builder_begin_object (json);
      jp_out_string (json, "id", audit->id);
      jp_out_string (json, "auditor", audit->auditor);
      jp_out_date (json, "opened", audit->opened);
      jp_out_string (json, "report", audit->report);
      jp_out_date (json, "closed", audit->closed);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  jp_out_array (json, "findings");
  for (guint i = 0; i < dossier->findings->len; i++)
    put_finding (json, dossier->findings->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static gboolean
show_audit (JpCtl *ctl, const char *id, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_store_load_dossier (ctl->store, id, error);

  if (dossier == NULL)
    return FALSE;
  if (ctl->json != NULL)
    {
      put_audit (ctl->json, dossier);
      return TRUE;
    }
  for (guint i = 0; i < dossier->findings->len; i++)
    {
      const JpFinding *finding = dossier->findings->pdata[i];

      g_print ("%d-%u %s %s\n", finding->year, finding->number, jp_finding_is_open (finding) ? "未销号" : "已销号",
               finding->matter);
    }

  return TRUE;
}

static gboolean
register_finding (JpCtl *ctl, const JpDossier *dossier, JpDate date, GError **error)
{
  g_autoptr (JpFinding) finding = jp_finding_new (0, 0);

  finding->opened = date;
  finding->ordinal = (guint) MAX (jp_options.ordinal, 0);
  finding->matter = g_strdup (jp_options.note);
  finding->basis = g_strdup (jp_options.basis);
  finding->amount = 0;

  return jp_ctl_need (jp_options.note, "--note", error) && jp_ctl_need (jp_options.due, "--due", error) &&
         jp_ctl_date_option (jp_options.due, "--due", JP_DATE_NONE, &finding->due, error) &&
         (jp_options.amount == NULL || jp_ctl_money_option (jp_options.amount, "--amount", &finding->amount, error)) &&
         jp_casework_finding (ctl->desk, dossier->id, finding, error);
}

static gboolean
inspect (JpCtl *ctl, const JpDossier *dossier, JpDate date, GError **error)
{
  g_autoptr (JpInspection) inspection = jp_inspection_new (date);

  inspection->findings = g_strdup (jp_options.note);

  return jp_casework_inspect (ctl->desk, dossier->id, inspection, error);
}

static gboolean
open_audit (JpCtl *ctl, const JpDossier *dossier, JpDate date, GError **error)
{
  g_autoptr (JpAudit) audit = NULL;

  if (!jp_ctl_need (jp_options.auditor, "--auditor", error))
    return FALSE;
  audit = jp_audit_new (jp_options.auditor, date);

  return jp_casework_audit_open (ctl->desk, dossier->id, audit, error);
}

/* "3" is number 3 of the year of the act, "2025-3" of 2025. */
static gboolean
parse_number (const char *text, JpDate date, int *year, guint *number, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 2);
  const char *last = parts[0] != NULL && parts[1] != NULL ? parts[1] : text;
  guint64 parsed;

  *year = (int) jp_date_year (date);
  if (last != text && !jp_ctl_parse_year (parts[0], year, error))
    return FALSE;
  if (!g_ascii_string_to_unsigned (last, 10, 1, G_MAXUINT, &parsed, NULL))
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("“%s” is no number of a finding, as 2025-3"), text);
      return FALSE;
    }
  *number = (guint) parsed;

  return TRUE;
}

static gboolean
run_audit (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_desk_find (ctl->desk, arguments[0], error);
  gboolean done = FALSE;
  guint number = 0;
  JpDate date;
  int year = 0;

  if (dossier == NULL || !jp_ctl_date_option (jp_options.date, "--date", ctl->today, &date, error) ||
      (n == 3 && !parse_number (arguments[2], date, &year, &number, error)))
    return FALSE;

  if (g_str_equal (arguments[1], "inspect") && n == 2)
    done = inspect (ctl, dossier, date, error);
  else if (g_str_equal (arguments[1], "open") && n == 2)
    done = open_audit (ctl, dossier, date, error);
  else if (g_str_equal (arguments[1], "finding") && n == 2)
    done = register_finding (ctl, dossier, date, error);
  else if (g_str_equal (arguments[1], "measure") && n == 3)
    done = jp_casework_measure (ctl->desk, dossier->id, year, number, date, jp_options.note, error);
  else if (g_str_equal (arguments[1], "confirm") && n == 3)
    done = jp_casework_confirm_finding (ctl->desk, dossier->id, year, number, date, error);
  else if (g_str_equal (arguments[1], "close") && n == 2)
    done = jp_casework_audit_close (ctl->desk, dossier->id, date, jp_options.note, error);
  else
    {
      g_set_error_literal (
        error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
        _("Usage: jipingctl audit CLUSTER inspect | open | finding | measure NUMBER | confirm NUMBER | close"));
      return FALSE;
    }

  return done && show_audit (ctl, dossier->id, error);
}

static const GOptionEntry use_entries[] = {
  { "ordinal", 0, 0, G_OPTION_ARG_INT, &jp_options.ordinal, N_("Funding year whose money was spent"), "N" },
  { "date", 0, 0, G_OPTION_ARG_STRING, &jp_options.date, N_("Day it was spent (default: today)"), "DATE" },
  { "category", 0, 0, G_OPTION_ARG_STRING, &jp_options.category, N_("Category of the rule pack"), "ID" },
  { "amount", 0, 0, G_OPTION_ARG_STRING, &jp_options.amount, N_("Amount in yuan"), N_("AMOUNT") },
  { "payee", 0, 0, G_OPTION_ARG_STRING, &jp_options.payee, N_("Who was paid"), N_("NAME") },
  { "voucher", 0, 0, G_OPTION_ARG_STRING, &jp_options.voucher, N_("Voucher"), N_("NUMBER") },
  { "note", 0, 0, G_OPTION_ARG_STRING, &jp_options.note, N_("A note"), N_("TEXT") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &jp_options.reason, N_("Why, where the rule asks for a reason"), N_("TEXT") },
  { NULL },
};

static const GOptionEntry audit_entries[] = {
  { "date", 0, 0, G_OPTION_ARG_STRING, &jp_options.date, N_("Day of the act (default: today)"), "DATE" },
  { "auditor", 0, 0, G_OPTION_ARG_STRING, &jp_options.auditor, N_("The third party that audits, with open"),
    N_("NAME") },
  { "note", 0, 0, G_OPTION_ARG_STRING, &jp_options.note, N_("What was found, done or reported"), N_("TEXT") },
  { "basis", 0, 0, G_OPTION_ARG_STRING, &jp_options.basis, N_("What the finding rests on"), N_("TEXT") },
  { "amount", 0, 0, G_OPTION_ARG_STRING, &jp_options.amount, N_("Amount in yuan the finding concerns"),
    N_("AMOUNT") },
  { "ordinal", 0, 0, G_OPTION_ARG_INT, &jp_options.ordinal, N_("Funding year the finding concerns"), "N" },
  { "due", 0, 0, G_OPTION_ARG_STRING, &jp_options.due, N_("By when the finding is to be set right"), "DATE" },
  { NULL },
};

const JpCtlCommand jp_ctl_use_commands[] = {
  { "use", N_("CLUSTER list | add … | reverse ENTRY --reason TEXT | lock QUARTER"),
    N_("Keeps the ledger of how support funds were used"), JP_NEEDS_DESK, 2, 3, use_entries, run_use },
  { "audit", N_("CLUSTER inspect | open | finding | measure NUMBER | confirm NUMBER | close"),
    N_("Inspection, special audit and rectification"), JP_NEEDS_DESK, 2, 3, audit_entries, run_audit },
  { NULL },
};
