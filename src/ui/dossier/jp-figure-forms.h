/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-form.h"

G_BEGIN_DECLS

/* The city corrects a figure that a confirmed assessment has frozen, with a reason (R-SCORE, Freeze). */
JpForm *jp_locked_figure_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, guint metric,
                                    int year);
/* A block from a spreadsheet that goes in at @metric and @year: what it would change, then all of it or nothing. */
void    jp_paste_form_open         (GtkWidget *over, JpSession *session, const JpDossier *dossier, guint metric,
                                    int year,
                                    const char *text);

G_END_DECLS
