/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "jp-date.h"
#include "jp-decimal.h"
#include "jp-money.h"

G_BEGIN_DECLS

#define JP_JSON_MAX_TEXT 500 /* characters */
#define JP_JSON_MAX_LIST 500 /* elements or members */

/**
 * JpJsonValue:
 *
 * A value somewhere in a JSON document, and the way to it, so that whatever is wrong with it is reported by its
 * path. A plain value that points to its parent: keep the parent while the child is used. The readers below add
 * a fault and return %FALSE, leaving the result untouched, where the value is absent or not what is asked for.
 * A value whose own parent is at fault is silent: one mistake, one fault.
 */
typedef struct _JpJsonValue JpJsonValue;
struct _JpJsonValue
{
  const JpJsonValue *parent; /* NULL: the document */
  const char        *key;    /* in an object */
  guint              index;  /* in an array */
  JsonNode          *node;   /* NULL: absent */
  GPtrArray         *faults; /* of JpFault */
  gboolean           silent;
};

JpJsonValue jp_json_value_root    (JsonNode *node, GPtrArray *faults);
JpJsonValue jp_json_value_member  (const JpJsonValue *object, const char *key);
JpJsonValue jp_json_value_element (const JpJsonValue *array, guint index);
gboolean    jp_json_value_given   (const JpJsonValue *self); /* present and not null */
gboolean    jp_json_value_require (const JpJsonValue *self); /* present; a fault where it is not */
void        jp_json_value_fault   (const JpJsonValue *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Structure. @keys: all members there may be, NULL-terminated. */
gboolean    jp_json_value_object  (const JpJsonValue *self, const char * const *keys);
guint       jp_json_value_array   (const JpJsonValue *self, guint least); /* its length; 0 and a fault: none */
gboolean    jp_json_value_pair    (const JpJsonValue *self, const char *otherwise); /* an array of two */
GList      *jp_json_value_members (const JpJsonValue *self); /* names of an object whose members are data, in order */

/* Scalars. */
gboolean    jp_json_value_text      (const JpJsonValue *self, char **text);
gboolean    jp_json_value_id        (const JpJsonValue *self, char **id); /* [a-z0-9_]{1,64} */
gboolean    jp_json_value_flag      (const JpJsonValue *self, gboolean *flag);
gboolean    jp_json_value_number    (const JpJsonValue *self, guint least, guint most, guint *number);
gboolean    jp_json_value_choice    (const JpJsonValue *self, const char * const *ids, guint *index);
gboolean    jp_json_value_decimal   (const JpJsonValue *self, guint decimals, JpDecimal *decimal);
gboolean    jp_json_value_points    (const JpJsonValue *self, int most, int *hundredths); /* 0 … most */
gboolean    jp_json_value_money     (const JpJsonValue *self, JpMoney *money); /* ≥ 0 */
gboolean    jp_json_value_date      (const JpJsonValue *self, JpDate *date);
gboolean    jp_json_value_month_day (const JpJsonValue *self, guint *month, guint *day); /* a day that every year has */

/* Lists of what repeats. */
char      **jp_json_value_texts     (const JpJsonValue *self, guint least); /* each once */

gboolean    jp_json_is_id           (const char *text);

G_END_DECLS
