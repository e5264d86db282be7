/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-form.h"

G_BEGIN_DECLS

/* Forms of inspection, special audit and rectification; casework decides whether each may be done (R-USE). */
JpForm *jp_inspection_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier);
JpForm *jp_audit_form_open      (GtkWidget *over, JpSession *session, const JpDossier *dossier);
JpForm *jp_audit_close_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier);
JpForm *jp_finding_form_open    (GtkWidget *over, JpSession *session, const JpDossier *dossier);
JpForm *jp_measure_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, const JpFinding *finding);
/* @office: whose confirmation it is: the city's, or the district's. */
JpForm *jp_confirm_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, const JpFinding *finding,
                              const char *office);

G_END_DECLS
