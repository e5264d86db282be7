/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-form.h"

G_BEGIN_DECLS

/* Entries of the office's own in the calendar (R-CAL, own): entered, changed, and closed with a day. */

/* @cluster: UUID of the one that is offered first; NULL: none */
JpForm *jp_own_duty_form_new  (GtkWidget *over, JpSession *session, const char *cluster, JpDate due);
JpForm *jp_own_duty_form_edit (GtkWidget *over, JpSession *session, const JpDossier *dossier, const JpOwnDuty *duty);

/* @place: CLUSTER/ENTRY, as jp_duty_place() writes it behind "own/"; NULL: it is gone. */
JpForm *jp_own_duty_form_open (GtkWidget *over, JpSession *session, const char *place);

G_END_DECLS
