/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-date.h"

G_BEGIN_DECLS

typedef enum
{
  JP_FIELD_KIND_TEXT,
  JP_FIELD_KIND_DATE,   /* as loosely as workbooks write it: 2024-9-19, 2024/9/19, 2024年9月19日 */
  JP_FIELD_KIND_NUMBER,
  JP_FIELD_KIND_CHOICE,
  JP_FIELD_KIND_NOTE,   /* several lines */
} JpFieldKind;

#define JP_TYPE_FIELD (jp_field_get_type ())
G_DECLARE_FINAL_TYPE (JpField, jp_field, JP, FIELD, AdwBin)

/**
 * JpField:
 *
 * A named field of a form or of a dossier, with what is wrong with it in words below it. What is being typed, by hand
 * or through an input method, is never overwritten.
 *
 * Signals: "changed": while it is edited. "committed": by Enter, by leaving it, or by choosing; only where it differs
 * from what was set.
 */
JpField    *jp_field_new          (JpFieldKind kind, const char *label);
JpFieldKind jp_field_get_kind     (JpField *self);
void        jp_field_set_text     (JpField *self, const char *text);
char       *jp_field_get_text     (JpField *self); /* (transfer full): without outer spaces */
void        jp_field_set_date     (JpField *self, JpDate date);
gboolean    jp_field_get_date     (JpField *self,
                                   JpDate *date); /* FALSE: no date, and it says so; empty is JP_DATE_NONE */
/* @names are shown, @ids are got; both NULL-terminated. */
void        jp_field_set_choices  (JpField *self, const char * const *ids, const char * const *names);
void        jp_field_choose       (JpField *self, const char *id);
const char *jp_field_get_choice   (JpField *self);
void        jp_field_set_error    (JpField *self, const char *message); /* NULL: nothing wrong */
const char *jp_field_get_error    (JpField *self);
void        jp_field_set_hint     (JpField *self, const char *hint);
void        jp_field_set_locked   (JpField *self, gboolean locked);     /* shown, not edited */
void        jp_field_add_suffix   (JpField *self, GtkWidget *widget);
void        jp_field_join         (JpField *self, GtkSizeGroup *labels);
/* After the value was taken: what is shown now counts as set. */
void        jp_field_settle       (JpField *self);

G_END_DECLS
