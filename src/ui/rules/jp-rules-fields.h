/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-pack-draft.h"
#include "jp-pack-shape.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * JpRulesFields:
 *
 * The fields of one chapter of a draft, made from its shape. What is typed goes into the draft at once; the faults that
 * validation finds are said beside the fields they name by their paths.
 */
typedef struct _JpRulesFields JpRulesFields;

/* @rebuild: other fields are needed now than those that are shown. */
typedef void (*JpRulesChanged) (gpointer data, gboolean rebuild);

JpRulesFields *jp_rules_fields_new    (JpPackDraft *draft, GtkBox *column, const JpPackShape *shapes, gboolean locked,
                                       JpRulesChanged changed, gpointer data);
void           jp_rules_fields_free   (JpRulesFields *self);
/* Says beside each field what is wrong with it; the number of faults that belong to this chapter. @orphans: those no
 * field is about are added as lines. */
guint          jp_rules_fields_judge  (JpRulesFields *self, GPtrArray *faults, GString *orphans);
/* The path of the field that has the focus; NULL: none. */
const char    *jp_rules_fields_focus  (JpRulesFields *self);
void           jp_rules_fields_grab   (JpRulesFields *self, const char *path);

/* How many of @faults lie in the parts that @shapes edit. */
guint          jp_rules_count_faults  (GPtrArray *faults, const JpPackShape *shapes);
/* After a member that steers others has changed: those that have no place any more go, those that need one come. */
void           jp_rules_settle        (JpPackDraft *draft, const char *path, const JpPackShape *members);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpRulesFields, jp_rules_fields_free)

G_END_DECLS
