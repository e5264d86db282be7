/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-use-ledger.h"

#include <glib/gi18n-lib.h>

#include "jp-fund-private.h"

G_DEFINE_QUARK (jp-use-error-quark, jp_use_error)

/* What is known of one case year while its entries are read. */
typedef struct
{
  const JpPack *pack;
  JpMoney       paid; /* less refunds */
  JpMoney       spent;
} CaseYear;

/* Each table answers in constant time, so that a ledger opens in time linear in its entries. */
typedef struct
{
  JpUseLedger      *ledger;
  const JpDossier  *dossier;
  const JpContext  *context;
  GHashTable       *years;      /* ordinal → CaseYear */
  GHashTable       *categories; /* id → index of its total + 1 */
  GHashTable       *reversed;   /* ids of entries that a red one takes back */
  GHashTable       *vouchers;   /* voucher → index of the first row + 1 */
  GHashTable       *payments;   /* entry, by payee, amount and date → index of the first row + 1 */
} Reader;

static void
total_clear (gpointer data)
{
  g_free (((JpUseTotal *) data)->category);
}

static CaseYear *
case_year (Reader *self, guint ordinal)
{
  CaseYear *year = g_hash_table_lookup (self->years, GUINT_TO_POINTER (ordinal));

  if (year == NULL)
    {
      year = g_new0 (CaseYear, 1);
      year->pack = jp_funding_pack (self->dossier, self->context, ordinal);
      g_hash_table_insert (self->years, GUINT_TO_POINTER (ordinal), year);
    }

  return year;
}

static void
add_total (Reader *self, const char *category)
{
  JpUseTotal total = { .category = g_strdup (category) };

  g_array_append_val (self->ledger->totals, total);
  if (category != NULL)
    g_hash_table_insert (self->categories, total.category, GUINT_TO_POINTER (self->ledger->totals->len));
}

/* One line for each category that the packs of the case years know, in their order, and one for what is none. */
static void
lay_out_totals (Reader *self)
{
  guint n_years = MAX (jp_funding_n_years (self->dossier, self->context), 1);

  for (guint ordinal = 1; ordinal <= n_years; ordinal++)
    {
      const JpPack *pack = jp_funding_pack (self->dossier, self->context, ordinal);

      for (guint i = 0; pack != NULL && i < pack->n_categories; i++)
        if (!g_hash_table_contains (self->categories, pack->categories[i].id))
          add_total (self, pack->categories[i].id);
    }

  add_total (self, NULL);
}

static JpUseTotal *
total_of (Reader *self, const char *category)
{
  gpointer index = category != NULL ? g_hash_table_lookup (self->categories, category) : NULL;
  guint row = index != NULL ? GPOINTER_TO_UINT (index) : self->ledger->totals->len;

  return &g_array_index (self->ledger->totals, JpUseTotal, row - 1);
}

static void
read_fund_acts (Reader *self)
{
  JpUseLedger *ledger = self->ledger;

  for (guint i = 0; i < self->dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (self->dossier->fund_acts, i);
      CaseYear *year = case_year (self, act->ordinal);

      if (!jp_has_happened (act->date, self->context->today))
        continue;
      if (act->kind == JP_FUND_PAY)
        {
          ledger->paid = jp_money_plus (ledger->paid, act->amount);
          year->paid = jp_money_plus (year->paid, act->amount);
        }
      else if (act->kind == JP_FUND_REFUND)
        {
          ledger->returned = jp_money_plus (ledger->returned, act->amount);
          year->paid = jp_money_minus (year->paid, act->amount);
        }
    }
}

static void
read_plans (Reader *self)
{
  guint n_years = jp_funding_n_years (self->dossier, self->context);

  for (guint ordinal = 1; ordinal <= n_years; ordinal++)
    {
      JpFundSteps steps;

      jp_fund_steps_init (&steps, self->dossier, ordinal, self->context->today);
      for (guint i = 0; steps.plan != NULL && i < steps.plan->lines->len; i++)
        {
          const JpPlanLine *line = g_ptr_array_index (steps.plan->lines, i);
          JpUseTotal *total = total_of (self, line->category);

          total->planned = jp_money_plus (total->planned, line->amount);
        }
    }
}

static void
read_reversals (Reader *self)
{
  for (guint i = 0; i < self->dossier->uses->len; i++)
    {
      const JpUseEntry *entry = g_ptr_array_index (self->dossier->uses, i);

      if (entry->reverses != NULL)
        g_hash_table_add (self->reversed, entry->reverses);
    }
}

/* Marks this row and the first that has the same key. */
static void
mark_repeated (GHashTable *seen, gconstpointer key, GArray *rows, guint index, JpUseFlags flag)
{
  gpointer first = g_hash_table_lookup (seen, key);

  if (first == NULL)
    {
      g_hash_table_insert (seen, (gpointer) key, GUINT_TO_POINTER (index + 1));
      return;
    }

  g_array_index (rows, JpUseRow, GPOINTER_TO_UINT (first) - 1).flags |= flag;
  g_array_index (rows, JpUseRow, index).flags |= flag;
}

static guint
payment_hash (gconstpointer key)
{
  const JpUseEntry *entry = key;

  return (g_str_hash (entry->payee) * 31 + g_int64_hash (&entry->amount)) * 31 + entry->date;
}

static gboolean
payment_equal (gconstpointer a, gconstpointer b)
{
  const JpUseEntry *first = a, *second = b;

  return first->amount == second->amount && first->date == second->date && g_str_equal (first->payee, second->payee);
}

static void
look_for_repeats (Reader *self, guint index)
{
  GArray *rows = self->ledger->rows;
  const JpUseEntry *entry = g_array_index (rows, JpUseRow, index).entry;

  if (jp_given (entry->voucher))
    mark_repeated (self->vouchers, entry->voucher, rows, index, JP_USE_FLAG_SAME_VOUCHER);
  if (jp_given (entry->payee))
    mark_repeated (self->payments, entry, rows, index, JP_USE_FLAG_DUPLICATE);
}

static JpUseFlags
flags_of (const JpUseEntry *entry, const CaseYear *year, gboolean overspent)
{
  const JpUseCategory *category = year->pack != NULL && entry->category != NULL
                                    ? jp_pack_find_category (year->pack, entry->category)
                                    : NULL;
  JpUseFlags flags = JP_USE_FLAG_NONE;

  if (category == NULL)
    flags |= JP_USE_FLAG_OUT_OF_SCOPE;
  else if (category->reason_required)
    flags |= JP_USE_FLAG_OTHER;
  if (overspent && entry->amount > 0)
    flags |= JP_USE_FLAG_OVERSPENT;

  return flags;
}

static void
read_entry (Reader *self, const JpUseEntry *entry)
{
  JpUseLedger *ledger = self->ledger;
  CaseYear *year = case_year (self, entry->ordinal);
  JpUseTotal *total = total_of (self, entry->category);
  JpMoney available = jp_money_minus (ledger->paid, ledger->returned);
  gboolean taken_back = entry->id != NULL && g_hash_table_contains (self->reversed, entry->id);
  JpUseRow row = { .entry = entry };

  ledger->spent = jp_money_plus (ledger->spent, entry->amount);
  year->spent = jp_money_plus (year->spent, entry->amount);
  total->spent = jp_money_plus (total->spent, entry->amount);
  row.balance = jp_money_minus (available, ledger->spent);
  row.flags = flags_of (entry, year, ledger->spent > available || year->spent > year->paid);
  if (taken_back)
    row.flags |= JP_USE_FLAG_REVERSED;
  g_array_append_val (ledger->rows, row);

  /* What was taken back, and the red entry that does so, may well repeat the entry that replaces them. */
  if (!taken_back && entry->reverses == NULL)
    look_for_repeats (self, ledger->rows->len - 1);
}

/**
 * jp_use_ledger_init:
 * @ledger: (out caller-allocates): the ledger to set
 * @dossier: a cluster; it must outlive the ledger
 * @context: packs and today
 *
 * Reads the use of the support funds: entries in their order with running balance and flags, plan against use by
 * category, and the identity paid = spent + balance + returned, which holds to the fen. An entry is overspent where the
 * money of its case year, or of all, does not cover it. Amounts in fen. Linear in the number of entries. Rule R-USE,
 * 第十四条.
 *
 * Clear @ledger with jp_use_ledger_clear().
 */
void
jp_use_ledger_init (JpUseLedger *ledger, const JpDossier *dossier, const JpContext *context)
{
  Reader reader = { ledger, dossier, context };

  g_return_if_fail (ledger != NULL && dossier != NULL && context != NULL);

  *ledger = (JpUseLedger) { 0 };
  ledger->rows = g_array_sized_new (FALSE, FALSE, sizeof (JpUseRow), dossier->uses->len);
  ledger->totals = g_array_new (FALSE, FALSE, sizeof (JpUseTotal));
  g_array_set_clear_func (ledger->totals, total_clear);
  reader.years = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  reader.categories = g_hash_table_new (g_str_hash, g_str_equal);
  reader.reversed = g_hash_table_new (g_str_hash, g_str_equal);
  reader.vouchers = g_hash_table_new (g_str_hash, g_str_equal);
  reader.payments = g_hash_table_new (payment_hash, payment_equal);

  lay_out_totals (&reader);
  read_fund_acts (&reader);
  read_plans (&reader);
  read_reversals (&reader);
  for (guint i = 0; i < dossier->uses->len; i++)
    read_entry (&reader, g_ptr_array_index (dossier->uses, i));
  ledger->balance = jp_money_minus (jp_money_minus (ledger->paid, ledger->returned), ledger->spent);

  g_hash_table_unref (reader.years);
  g_hash_table_unref (reader.categories);
  g_hash_table_unref (reader.reversed);
  g_hash_table_unref (reader.vouchers);
  g_hash_table_unref (reader.payments);
}

/**
 * jp_use_ledger_clear:
 * @ledger: a ledger that was set
 *
 * Frees what @ledger owns.
 */
void
jp_use_ledger_clear (JpUseLedger *ledger)
{
  g_clear_pointer (&ledger->rows, g_array_unref);
  g_clear_pointer (&ledger->totals, g_array_unref);
}

/**
 * jp_quarter_of:
 * @date: a day
 *
 * Returns: (transfer full): its quarter, as locked quarters are written: "2025Q1"; empty for %JP_DATE_NONE
 */
char *
jp_quarter_of (JpDate date)
{
  guint year, month;

  if (date == JP_DATE_NONE)
    return g_strdup ("");

  jp_date_split (date, &year, &month, NULL);
  return g_strdup_printf ("%uQ%u", year, (month + 2) / 3);
}

/**
 * jp_use_find_repeats:
 * @dossier: a cluster
 * @entry: an entry about to be written
 *
 * Looks for entries that stand in the ledger and have the same voucher, or the same payee, amount and date. What was
 * taken back, and what takes back, does not count. Rule R-USE, 第十四条.
 *
 * Returns: %JP_USE_FLAG_SAME_VOUCHER, %JP_USE_FLAG_DUPLICATE, both or none
 */
JpUseFlags
jp_use_find_repeats (const JpDossier *dossier, const JpUseEntry *entry)
{
  g_autoptr (GHashTable) reversed = g_hash_table_new (g_str_hash, g_str_equal);
  JpUseFlags flags = JP_USE_FLAG_NONE;

  g_return_val_if_fail (dossier != NULL && entry != NULL, JP_USE_FLAG_NONE);

  for (guint i = 0; i < dossier->uses->len; i++)
    {
      const JpUseEntry *other = g_ptr_array_index (dossier->uses, i);

      if (other->reverses != NULL)
        g_hash_table_add (reversed, other->reverses);
    }
  for (guint i = 0; i < dossier->uses->len; i++)
    {
      const JpUseEntry *other = g_ptr_array_index (dossier->uses, i);

      if (other->reverses != NULL || (other->id != NULL && g_hash_table_contains (reversed, other->id)))
        continue;
      if (jp_given (entry->voucher) && g_strcmp0 (entry->voucher, other->voucher) == 0)
        flags |= JP_USE_FLAG_SAME_VOUCHER;
      if (jp_given (entry->payee) && g_strcmp0 (entry->payee, other->payee) == 0 && entry->amount == other->amount
          && entry->date == other->date)
        flags |= JP_USE_FLAG_DUPLICATE;
    }

  return flags;
}

/* Whether an entry may be written */

static gboolean G_GNUC_PRINTF (3, 4)
refuse (GError **error, JpUseError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (JP_USE_ERROR, (int) code, format, args));
  va_end (args);

  return FALSE;
}

static gboolean
check_quarter (const JpDossier *dossier, const JpUseEntry *entry, GError **error)
{
  g_autofree char *quarter = jp_quarter_of (entry->date);

  if (!g_ptr_array_find_with_equal_func (dossier->locked_quarters, quarter, g_str_equal, NULL))
    return TRUE;

  return refuse (error, JP_USE_ERROR_LOCKED,
                 _("%s is locked; correct it by a red entry dated in a quarter that is open (R-USE, 第十四条)."), quarter);
}

static gboolean
check_day_and_year (const JpDossier *dossier, const JpContext *context, const JpUseEntry *entry, GError **error)
{
  guint n_years = jp_funding_n_years (dossier, context);
  char day[JP_DATE_ISO_LEN], today[JP_DATE_ISO_LEN];

  if (entry->date == JP_DATE_NONE)
    return refuse (error, JP_USE_ERROR_INVALID, _("An entry needs its date (R-USE)."));
  if (entry->date > context->today)
    return refuse (error, JP_USE_ERROR_INVALID, _("An entry cannot be dated %s, after today (%s) (R-USE)."),
                   jp_date_to_iso (entry->date, day), jp_date_to_iso (context->today, today));
  if (entry->ordinal == 0 || entry->ordinal > n_years)
    return refuse (error, JP_USE_ERROR_INVALID, _("There is no funding year %u; the rules give %u (R-USE, 第十三条)."),
                   entry->ordinal, n_years);

  return check_quarter (dossier, entry, error);
}

static const JpUseEntry *
find_entry (const JpDossier *dossier, const char *id)
{
  for (guint i = 0; i < dossier->uses->len; i++)
    {
      const JpUseEntry *entry = g_ptr_array_index (dossier->uses, i);

      if (g_strcmp0 (entry->id, id) == 0)
        return entry;
    }

  return NULL;
}

static gboolean
is_reversed (const JpDossier *dossier, const char *id)
{
  for (guint i = 0; i < dossier->uses->len; i++)
    if (g_strcmp0 (((const JpUseEntry *) g_ptr_array_index (dossier->uses, i))->reverses, id) == 0)
      return TRUE;

  return FALSE;
}

/* A red entry takes back one entry whole. */
static gboolean
check_red (const JpDossier *dossier, const JpUseEntry *entry, GError **error)
{
  const JpUseEntry *black = find_entry (dossier, entry->reverses);

  if (black == NULL)
    return refuse (error, JP_USE_ERROR_INVALID, _("The entry to take back is not in the ledger (R-USE)."));
  if (black->reverses != NULL)
    return refuse (error, JP_USE_ERROR_REVERSED,
                   _("Entry %u is a red entry itself; write the right entry anew instead (R-USE)."), black->number);
  if (is_reversed (dossier, entry->reverses))
    return refuse (error, JP_USE_ERROR_REVERSED, _("Entry %u has been taken back already (R-USE)."), black->number);
  if (entry->amount != jp_money_minus (0, black->amount) || entry->ordinal != black->ordinal ||
      g_strcmp0 (entry->category, black->category) != 0)
    return refuse (
      error, JP_USE_ERROR_INVALID,
      _("A red entry has the case year, category and negative amount of entry %u, which it takes back (R-USE)."),
      black->number);
  if (entry->date < black->date)
    return refuse (error, JP_USE_ERROR_INVALID,
                   _("A red entry is not dated before entry %u, which it takes back (R-USE)."), black->number);
  if (!jp_given (entry->reason))
    return refuse (error, JP_USE_ERROR_REASON, _("Taking back entry %u needs a reason (R-USE)."), black->number);

  return TRUE;
}

/* What is in no category of the pack is kept and flagged, but it must say what it is. */
static gboolean
check_black (const JpDossier *dossier, const JpContext *context, const JpUseEntry *entry, GError **error)
{
  const JpPack *pack = jp_funding_pack (dossier, context, entry->ordinal);
  const JpUseCategory *category = pack != NULL && entry->category != NULL
                                    ? jp_pack_find_category (pack, entry->category)
                                    : NULL;

  if (entry->amount <= 0)
    return refuse (error, JP_USE_ERROR_INVALID,
                   _("The amount of an entry must be above 0; a red entry takes one back (R-USE, 第十四条)."));
  if (!jp_given (entry->category))
    return refuse (error, JP_USE_ERROR_INVALID, _("An entry needs its category of use (R-USE, 第十四条)."));
  if (!jp_given (entry->payee))
    return refuse (error, JP_USE_ERROR_INVALID, _("An entry needs its payee (R-USE, 第十四条)."));
  if (category != NULL && category->reason_required && !jp_given (entry->reason))
    return refuse (error, JP_USE_ERROR_REASON,
                   _("“%s” needs a reason, which the auditor reads (R-USE, 第十四条)."), category->name);

  return TRUE;
}

/**
 * jp_use_check_entry:
 * @dossier: a cluster
 * @context: packs and today
 * @entry: the entry to be written
 * @error: return location for a [enum@Jp.UseError]
 *
 * Checks an entry of the use ledger: date, case year, open quarter, amount, category, reason; a red entry takes back,
 * once and whole, the entry it names. A category that the pack does not know is no fault: it is kept and flagged, and
 * so is spending above what was paid. Rule R-USE, 第十四条.
 *
 * Returns: whether it may be written
 */
gboolean
jp_use_check_entry (const JpDossier *dossier, const JpContext *context, const JpUseEntry *entry, GError **error)
{
  g_return_val_if_fail (dossier != NULL && context != NULL && entry != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_day_and_year (dossier, context, entry, error))
    return FALSE;

  return entry->reverses != NULL ? check_red (dossier, entry, error) : check_black (dossier, context, entry, error);
}
