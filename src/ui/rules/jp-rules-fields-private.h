/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-curve-view.h"
#include "jp-field.h"
#include "jp-rules-fields.h"

G_BEGIN_DECLS

/* A field, or the remark of a list, and the path it speaks for. */
typedef struct
{
  JpRulesFields     *fields;
  const JpPackShape *shape;
  const JpPackShape *siblings; /* the members of the object it belongs to */
  char              *object;   /* path of that object */
  char              *path;
  JpField           *field;    /* NULL: of a list */
  GtkLabel          *remark;   /* NULL: of a field */
  JpCurveView       *curve;    /* of a curve */
} JpRulesPlace;

struct _JpRulesFields
{
  JpPackDraft   *draft; /* borrowed */
  GPtrArray     *places; /* of JpRulesPlace */
  JpRulesChanged changed;
  gpointer       data;
  gboolean       locked;
};

char         *jp_rules_path       (const char *object, const char *key);
gboolean      jp_rules_applies    (const JpPackDraft *draft, const char *object, const JpPackShape *shape);
JpRulesPlace *jp_rules_add_place (JpRulesFields *self, const JpPackShape *shape, const JpPackShape *siblings,
                                  const char *object, const char *path);
void          jp_rules_show_curve (const JpRulesPlace *place);
/* The fields of @shapes, members of @object, into @box. */
void          jp_rules_build      (JpRulesFields *self, GtkBox *box, const JpPackShape *shapes, const char *object);

G_END_DECLS
