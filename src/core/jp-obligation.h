/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-fund-case.h"

G_BEGIN_DECLS

typedef enum
{
  JP_DUTY_ASSESSMENT,
  JP_DUTY_RETURN,
  JP_DUTY_RENEWAL_OPEN,
  JP_DUTY_RENEWAL,
  JP_DUTY_TERM_END,
  JP_DUTY_AWAITING,
  JP_DUTY_PUBLICITY,
  JP_DUTY_CHANGE,
  JP_DUTY_FINDING,
  JP_DUTY_AUDIT,
  JP_DUTY_CONTRADICTED,
  JP_DUTY_OWN,
  JP_N_DUTIES,
} JpDutyKind;

typedef enum
{
  JP_DUTY_UPCOMING,
  JP_DUTY_DUE,          /* within 30 days */
  JP_DUTY_OVERDUE,
  JP_DUTY_DONE,
  JP_DUTY_NOT_RECORDED, /* fell due before the file's first day (R-SINCE): 补录, never overdue; given only where asked */
} JpDutyState;

const char *jp_duty_kind_id    (JpDutyKind kind);
const char *jp_duty_kind_name  (JpDutyKind kind);
const char *jp_duty_state_id   (JpDutyState state);
const char *jp_duty_state_name (JpDutyState state);

/**
 * JpObligation:
 *
 * Something to be done by a day (待办), derived from records, pack, holidays and today, never ticked: R-CAL, 第九条.
 */
typedef struct
{
  JpDutyKind       kind;
  const JpDossier *dossier; /* borrowed */
  int              year;    /* assessment year, fiscal year or 0 */
  guint            ordinal; /* term, funding year or finding number; 0 */
  JpDate           from;    /* window opens; JP_DATE_NONE: at once */
  JpDate           due;     /* JP_DATE_NONE: no day is set, as while a decision is awaited; then it is due now */
  JpDate           work_by; /* last working day on or before due; JP_DATE_NONE where no day is set */
  gboolean         work_by_provisional;
  JpDutyState      state;
  const char      *article; /* borrowed from the pack; "" for own */
  char            *subject; /* what, in a few official words: "2025年度绩效考核" */
  const char *record; /* borrowed: id of the record it comes from; NULL: kind, year and ordinal tell which it is */
} JpObligation;

/**
 * JpDutyScope:
 * @from: due on or after this day, which what has no day is not; %JP_DATE_NONE: from the first
 * @to: due on or before this day; what has no day is due now
 * @done: also what is done
 * @unrecorded: instead, what fell due before the file's first day and has no record (R-SINCE)
 *
 * Which obligations are looked at. Command line, window and calendar files ask by this, so that they show the same.
 */
typedef struct
{
  JpDate   from;
  JpDate   to;
  gboolean done;
  gboolean unrecorded;
} JpDutyScope;

void       jp_obligation_free (JpObligation *obligation);
/* Appends all obligations of @dossier, done ones included, to @obligations (of JpObligation). */
void       jp_obligations_collect (const JpDossier *dossier, const JpContext *context, GPtrArray *obligations);
gboolean   jp_obligation_in_scope (const JpObligation *obligation, const JpDutyScope *scope);
/* The day on which a calendar shows it: the one to work to, else the one it is due, else today. */
JpDate     jp_obligation_day      (const JpObligation *obligation, JpDate today);
int jp_obligation_compare (
  gconstpointer a,
  gconstpointer b); /* by due day, then kind, then cluster; for g_ptr_array_sort: takes pointers to pointers */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpObligation, jp_obligation_free)

G_END_DECLS
