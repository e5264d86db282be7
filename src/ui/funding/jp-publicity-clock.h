/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-context.h"
#include "jp-fund-case.h"

G_BEGIN_DECLS

/* 公示时钟: the days of a publicity, weeks down, with 休 and 班, its working days counted, and the day from which the
 * payment may follow. */
GtkWidget *jp_publicity_clock_new (const JpContext *context, const JpFundCase *fund_case);
/* How many working days of the publicity have come, today included, and how many there are. */
guint      jp_publicity_days      (const JpContext *context, const JpFundCase *fund_case, guint *n_all);
/* The first working day on which a payment may follow; JP_DATE_NONE: not known yet. */
JpDate     jp_publicity_pay_day   (const JpContext *context, const JpFundCase *fund_case);

G_END_DECLS
