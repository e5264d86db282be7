/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier.h"
#include "jp-pack-set.h"
#include "jp-workdays.h"

G_BEGIN_DECLS

/**
 * JpContext:
 * @packs: the rule packs of the data file
 * @holidays: the working-day calendar
 * @since: the day from which this file keeps the book (R-SINCE)
 * @today: the day that counts as today; core has no clock
 *
 * What the rules need to know besides a dossier. Borrowed pointers; a plain value.
 */
typedef struct
{
  const JpPackSet  *packs;
  const JpHolidays *holidays;
  JpDate            since;
  JpDate            today;
} JpContext;

G_END_DECLS
