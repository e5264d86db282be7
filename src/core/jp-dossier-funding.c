/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a dossier: funding, use of the money, inspection, audit. Constructors, copies, frees. */

#include "jp-dossier.h"

/**
 * jp_plan_line_new:
 * @category: a use category of the pack
 * @amount: in fen
 *
 * Returns: (transfer full): a line of a plan for the use of support money
 */
JpPlanLine *
jp_plan_line_new (const char *category, JpMoney amount)
{
  JpPlanLine *self = g_new0 (JpPlanLine, 1);

  self->category = g_strdup (category);
  self->amount = amount;

  return self;
}

/**
 * jp_plan_line_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpPlanLine *
jp_plan_line_copy (const JpPlanLine *self)
{
  JpPlanLine *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->category = g_strdup (self->category);

  return copy;
}

/**
 * jp_plan_line_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_plan_line_free (JpPlanLine *self)
{
  if (self == NULL)
    return;

  g_free (self->category);
  g_free (self);
}

/**
 * jp_fund_act_new:
 * @ordinal: the funding year, from 1
 * @kind: what was done
 * @date: the day of the act
 *
 * Returns: (transfer full): an act of a funding case (R-FUND)
 */
JpFundAct *
jp_fund_act_new (guint ordinal, JpFundActKind kind, JpDate date)
{
  JpFundAct *self = g_new0 (JpFundAct, 1);

  self->ordinal = ordinal;
  self->kind = kind;
  self->date = date;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_plan_line_free);

  return self;
}

static gpointer
copy_plan_line (gconstpointer source, gpointer unused)
{
  return jp_plan_line_copy (source);
}

/**
 * jp_fund_act_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpFundAct *
jp_fund_act_copy (const JpFundAct *self)
{
  JpFundAct *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->office = g_strdup (self->office);
  copy->person = g_strdup (self->person);
  copy->voucher = g_strdup (self->voucher);
  copy->note = g_strdup (self->note);
  copy->reason = g_strdup (self->reason);
  copy->override_reason = g_strdup (self->override_reason);
  copy->pack_id = g_strdup (self->pack_id);
  copy->operator = g_strdup (self->operator);
  copy->purposes = g_strdupv (self->purposes);
  copy->lines = g_ptr_array_copy (self->lines, copy_plan_line, NULL);

  return copy;
}

/**
 * jp_fund_act_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_fund_act_free (JpFundAct *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->office);
  g_free (self->person);
  g_free (self->voucher);
  g_free (self->note);
  g_free (self->reason);
  g_free (self->override_reason);
  g_free (self->pack_id);
  g_free (self->operator);
  g_strfreev (self->purposes);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * jp_use_entry_new:
 * @number: within the cluster, from 1
 * @date: the day of the expense
 * @ordinal: the funding year whose money was used
 *
 * Returns: (transfer full): an entry of the use ledger (R-USE)
 */
JpUseEntry *
jp_use_entry_new (guint number, JpDate date, guint ordinal)
{
  JpUseEntry *self = g_new0 (JpUseEntry, 1);

  self->number = number;
  self->date = date;
  self->ordinal = ordinal;

  return self;
}

/**
 * jp_use_entry_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpUseEntry *
jp_use_entry_copy (const JpUseEntry *self)
{
  JpUseEntry *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->category = g_strdup (self->category);
  copy->payee = g_strdup (self->payee);
  copy->voucher = g_strdup (self->voucher);
  copy->note = g_strdup (self->note);
  copy->reason = g_strdup (self->reason);
  copy->reverses = g_strdup (self->reverses);

  return copy;
}

/**
 * jp_use_entry_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_use_entry_free (JpUseEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->category);
  g_free (self->payee);
  g_free (self->voucher);
  g_free (self->note);
  g_free (self->reason);
  g_free (self->reverses);
  g_free (self);
}

/**
 * jp_finding_new:
 * @year: the year it was opened in
 * @number: within that year, from 1
 *
 * Returns: (transfer full): a finding to be put right (第十七条)
 */
JpFinding *
jp_finding_new (int year, guint number)
{
  JpFinding *self = g_new0 (JpFinding, 1);

  self->year = year;
  self->number = number;

  return self;
}

/**
 * jp_finding_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpFinding *
jp_finding_copy (const JpFinding *self)
{
  JpFinding *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->source = g_strdup (self->source);
  copy->basis = g_strdup (self->basis);
  copy->matter = g_strdup (self->matter);
  copy->measure = g_strdup (self->measure);
  copy->confirmed_district_by = g_strdup (self->confirmed_district_by);
  copy->confirmed_city_by = g_strdup (self->confirmed_city_by);

  return copy;
}

/**
 * jp_finding_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_finding_free (JpFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->source);
  g_free (self->basis);
  g_free (self->matter);
  g_free (self->measure);
  g_free (self->confirmed_district_by);
  g_free (self->confirmed_city_by);
  g_free (self);
}

/**
 * jp_inspection_new:
 * @date: the day of the inspection
 *
 * Returns: (transfer full): an inspection (第十六条)
 */
JpInspection *
jp_inspection_new (JpDate date)
{
  JpInspection *self = g_new0 (JpInspection, 1);

  self->date = date;

  return self;
}

/**
 * jp_inspection_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpInspection *
jp_inspection_copy (const JpInspection *self)
{
  JpInspection *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->office = g_strdup (self->office);
  copy->person = g_strdup (self->person);
  copy->findings = g_strdup (self->findings);

  return copy;
}

/**
 * jp_inspection_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_inspection_free (JpInspection *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->office);
  g_free (self->person);
  g_free (self->findings);
  g_free (self);
}

/**
 * jp_audit_new:
 * @auditor: the third party
 * @opened: the day it was commissioned
 *
 * Returns: (transfer full): a special audit (第十六条), open
 */
JpAudit *
jp_audit_new (const char *auditor, JpDate opened)
{
  JpAudit *self = g_new0 (JpAudit, 1);

  self->auditor = g_strdup (auditor);
  self->opened = opened;

  return self;
}

/**
 * jp_audit_copy:
 * @self: what to copy
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
JpAudit *
jp_audit_copy (const JpAudit *self)
{
  JpAudit *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->auditor = g_strdup (self->auditor);
  copy->report = g_strdup (self->report);

  return copy;
}

/**
 * jp_audit_free:
 * @self: (nullable) (transfer full): what to free
 */
void
jp_audit_free (JpAudit *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->auditor);
  g_free (self->report);
  g_free (self);
}
