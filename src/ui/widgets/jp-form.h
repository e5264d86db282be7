/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-field.h"
#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_FORM (jp_form_get_type ())
G_DECLARE_FINAL_TYPE (JpForm, jp_form, JP, FORM, AdwWindow)

/* What a form asks of casework. */
typedef struct
{
  JpSessionWork  work;
  gpointer       data;
  GDestroyNotify destroy;
} JpFormWork;

/* Reads the fields into @todo; FALSE: something is wrong and a field says so. */
typedef gboolean (*JpFormMake) (JpForm *form, gpointer context, JpFormWork *todo);

/**
 * JpForm:
 *
 * A small form before one act. Casework checks what was entered; what it refuses is said beside the field it is about,
 * and the form stays open with everything in it. Done, it closes, and the window tells.
 */
JpForm  *jp_form_new       (GtkWidget *over, JpSession *session, const char *title, const char *accept);
void     jp_form_set_intro (JpForm *self, const char *text);
JpField *jp_form_add       (JpForm *self, const char *id, JpFieldKind kind, const char *label);
JpField *jp_form_get       (JpForm *self, const char *id); /* NULL: no such field */
void     jp_form_add_widget (JpForm *self, GtkWidget *widget);
char    *jp_form_text      (JpForm *self, const char *id); /* (transfer full): NULL where empty or no such field */
/* An error of that domain and code belongs to the field @id. */
void     jp_form_expect    (JpForm *self, GQuark domain, int code, const char *id);
void     jp_form_set_error (JpForm *self, const char *message);
void     jp_form_set_can_accept (JpForm *self, gboolean can_accept);
/* Enter accepts, from the only field there is or from the button. Called on an open form. */
void     jp_form_set_enter_accepts (JpForm *self, const char *id);
void     jp_form_open      (JpForm *self, JpFormMake make, gpointer context, GDestroyNotify destroy);
void     jp_form_accept    (JpForm *self);

G_END_DECLS
