/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-form.h"

G_BEGIN_DECLS

/* The small forms of a dossier's acts and filings. Each is over the window that @over lies in. */

/* Which parts of a record a correction can change. */
typedef enum
{
  JP_CORRECT_DATE = 1 << 0,
  JP_CORRECT_FILED = 1 << 1,
  JP_CORRECT_TERM = 1 << 2,
  JP_CORRECT_DOCUMENT = 1 << 3,
  JP_CORRECT_NOTE = 1 << 4,
} JpCorrectParts;

/* Whether who sits here may do the act: a district only its own, the city every one. */
gboolean jp_act_form_may        (JpSession *session, JpActKind kind);
JpForm  *jp_act_form_open       (GtkWidget *over, JpSession *session, const JpDossier *dossier, JpActKind kind);
/* @kind: one of the pack's kinds of change, or NULL for the first. */
JpForm  *jp_change_form_open    (GtkWidget *over, JpSession *session, const JpDossier *dossier, const char *kind);
JpForm  *jp_incident_form_open  (GtkWidget *over, JpSession *session, const JpDossier *dossier);
JpForm  *jp_return_form_open    (GtkWidget *over, JpSession *session, const JpDossier *dossier);
JpForm  *jp_support_form_open   (GtkWidget *over, JpSession *session, const JpDossier *dossier);
JpForm  *jp_goal_form_open      (GtkWidget *over, JpSession *session, const JpDossier *dossier);
/* @paths: (element-type filename): files to be kept with the dossier. */
JpForm  *jp_attach_form_open    (GtkWidget *over, JpSession *session, const char *cluster, GPtrArray *paths);
JpForm  *jp_paper_form_open     (GtkWidget *over, JpSession *session, const JpAttachment *paper);
/* @act and @record: as jp_casework_find_entry() takes them; @what: the record in words. */
JpForm  *jp_correction_form_open (GtkWidget *over, JpSession *session, const char *cluster, const char *act,
                                  const char *record,
                                  const char *what, JpCorrectParts parts);

G_END_DECLS
