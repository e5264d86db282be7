/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-form.h"
#include "jp-fund-case.h"

G_BEGIN_DECLS

/* The forms of a funding case's acts. Each says what it will do; casework decides whether it may be done (R-FUND). */

/* Whether who sits here may do the act: a district hands in, reviews and returns a plan; all else is the city's. */
gboolean jp_case_form_may     (JpSession *session, const JpFundCase *fund_case, JpFundActKind kind);
JpForm *jp_case_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, const JpFundCase *fund_case,
                           JpFundActKind kind);
/* 资金首年. */
JpForm  *jp_case_start_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier);

/* For jp-case-plan-form.c: lines and purposes of a plan. */
void     jp_case_plan_add     (JpForm *form, const JpDossier *dossier, const JpFundCase *fund_case);
gboolean jp_case_plan_read    (JpForm *form, JpFundAct *act);

/* Yuan as people write them, with or without separators. FALSE: no amount, and the field says so. */
gboolean jp_case_read_money   (JpField *field, JpMoney *money);
/* Does @act at the desk of @office (NULL: the desk's own), by @person (NULL: who sits there). Takes over @act. */
void     jp_case_work         (JpFormWork *todo, const char *cluster, const char *office, char *person, JpFundAct *act);

G_END_DECLS
