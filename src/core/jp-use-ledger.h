/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-context.h"

G_BEGIN_DECLS

#define JP_USE_ERROR (jp_use_error_quark ())

typedef enum
{
  JP_USE_ERROR_INVALID,  /* date, amount, category or ordinal cannot be */
  JP_USE_ERROR_REASON,   /* 其他 and the like need a reason */
  JP_USE_ERROR_LOCKED,   /* the quarter is locked: a red entry corrects */
  JP_USE_ERROR_REVERSED, /* already reversed, or itself a red entry */
} JpUseError;

GQuark jp_use_error_quark (void);

/* Flags of one entry: bits. */
typedef enum
{
  JP_USE_FLAG_NONE         = 0,
  JP_USE_FLAG_OTHER        = 1 << 0, /* 其他: listed for the auditor */
  JP_USE_FLAG_OUT_OF_SCOPE = 1 << 1, /* 不在范围: no category of the pack */
  JP_USE_FLAG_OVERSPENT    = 1 << 2, /* running total above what was paid */
  JP_USE_FLAG_SAME_VOUCHER = 1 << 3,
  JP_USE_FLAG_DUPLICATE    = 1 << 4, /* same payee, amount and date */
  JP_USE_FLAG_REVERSED     = 1 << 5,
} JpUseFlags;

typedef struct
{
  const JpUseEntry *entry; /* borrowed */
  JpMoney           balance; /* after it */
  JpUseFlags        flags;
} JpUseRow;

typedef struct
{
  char   *category; /* NULL: in no category of the pack (不在范围) */
  JpMoney planned;
  JpMoney spent;
} JpUseTotal;

/**
 * JpUseLedger:
 *
 * The use of the support funds (资金使用台账) with its identity paid = spent + balance + returned, to the fen;
 * R-USE, 第十四条. Linear in the number of entries. Clear with jp_use_ledger_clear().
 */
typedef struct
{
  GArray *rows;   /* of JpUseRow */
  GArray *totals; /* of JpUseTotal, by category of the pack, then out of scope */
  JpMoney paid, spent, returned, balance;
} JpUseLedger;

void     jp_use_ledger_init  (JpUseLedger *ledger, const JpDossier *dossier, const JpContext *context);
void     jp_use_ledger_clear (JpUseLedger *ledger);
char    *jp_quarter_of       (JpDate date); /* "2025Q1" */
/* Whether an entry about to be written looks like one that stands already: SAME_VOUCHER, DUPLICATE, or both. */
JpUseFlags jp_use_find_repeats (const JpDossier *dossier, const JpUseEntry *entry);
gboolean jp_use_check_entry (const JpDossier *dossier, const JpContext *context, const JpUseEntry *entry,
                             GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JpUseLedger, jp_use_ledger_clear)

G_END_DECLS
