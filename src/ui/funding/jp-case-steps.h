/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-fund-case.h"
#include "jp-session.h"

G_BEGIN_DECLS

/* What the steps are made of; all borrowed for as long as they are being made. */
typedef struct
{
  JpSession        *session;
  const JpDossier  *dossier;
  const JpContext  *context;
  const JpFundCase *fund_case;
} JpCaseView;

typedef enum
{
  JP_STEP_AHEAD,   /* not yet */
  JP_STEP_CURRENT, /* what is to be done now */
  JP_STEP_DONE,
  JP_STEP_BARRED,  /* the rules forbid it */
} JpStepState;

typedef struct
{
  const char *title;   /* official */
  const char *article; /* NULL: none */
  JpStepState state;
  char       *summary; /* to the right of the title; NULL */
  GtkWidget  *body;    /* below it; NULL */
} JpStep;

/* The steps in their order. Buttons activate "case.act" (s: kind of act) and "case.go" (s: where). */
void       jp_case_steps_to_payment (const JpCaseView *view, GtkBox *column);
void       jp_case_steps_after      (const JpCaseView *view, GtkBox *column);

/* Parts of them. */
void       jp_case_step_append  (GtkBox *column, guint number, JpStep *step); /* takes over summary and body */
GtkWidget *jp_case_body_new     (void);
void       jp_case_body_text    (GtkWidget *body, const char *text, const char *css_class);
void       jp_case_body_warning (GtkWidget *body, const char *text);
/* A row of buttons, to the right. */
GtkWidget *jp_case_body_buttons (GtkWidget *body);
GtkWidget *jp_case_button       (GtkWidget *buttons, const char *label, const char *name, const char *action,
                                 const char *target);
/* A button for an act; disabled where @allowed is not, and absent where who sits here never does it. */
GtkWidget *jp_case_act_button   (const JpCaseView *view, GtkWidget *buttons, JpFundActKind kind, const char *label,
                                 gboolean allowed);
/* The last act of a kind in this funding year; NULL: none. */
const JpFundAct *jp_case_last_act (const JpCaseView *view, JpFundActKind kind);

G_END_DECLS
