/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-display-test.h"
#include "jp-form.h"
#include "jp-fund-case.h"

G_BEGIN_DECLS

/* Hands on the funding page: where they go, what they press, and what came of it. */

GtkWidget       *jp_funding_go        (JpDisplay *display, const char *place);
void             jp_funding_shoot     (JpDisplay *display, const char *name);
/* The first cluster with a case in that state; NULL: none. */
const JpDossier *jp_funding_find      (JpDisplay *display, guint ordinal, JpCaseState state);
JpCaseState      jp_funding_state     (JpDisplay *display, const char *id, guint ordinal);
GtkWidget       *jp_funding_open_case (JpDisplay *display, const char *id, guint ordinal);
/* A button by its name; NULL: none. */
GtkWidget       *jp_funding_button    (GtkWidget *root, const char *name);
JpForm          *jp_funding_press     (JpDisplay *display, GtkWidget *panel, const char *name);
void             jp_funding_set       (JpForm *form, const char *id, const char *text);
void             jp_funding_step      (JpDisplay *display, GtkWidget *panel, const char *name, const char *date,
                                       const char *field, const char *text);

G_END_DECLS
