/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-form.h"

G_BEGIN_DECLS

/* Judges what no number can, each with a note, and puts the self-check of @year on record (R-STANDARD, 第五条). */
JpForm *jp_standard_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, int year);

G_END_DECLS
