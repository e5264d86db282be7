/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a part of a pack's document is edited: which fields it has, and what they are called. */

typedef enum
{
  JP_SHAPE_TEXT,
  JP_SHAPE_NUMBER, /* a whole number */
  JP_SHAPE_DATE,
  JP_SHAPE_FLAG,
  JP_SHAPE_CHOICE,
  JP_SHAPE_METRIC, /* the id of one of the pack's figures */
  JP_SHAPE_WHICH,  /* no member: which of those beside it there is; "fresh" holds each of them as it begins */
  JP_SHAPE_OBJECT,
  JP_SHAPE_LIST,   /* of whatever its one member is */
  JP_SHAPE_MAP,    /* an object whose members are data: years, or ids */
} JpShapeKind;

typedef enum
{
  JP_SHAPE_OPTIONAL = 1 << 0, /* empty: the member is left out */
  JP_SHAPE_NULLABLE = 1 << 1, /* empty: null */
  JP_SHAPE_STEERS   = 1 << 2, /* what other members there are depends on it */
  JP_SHAPE_ROW      = 1 << 3, /* its members side by side */
  JP_SHAPE_FIXED    = 1 << 4, /* shown, not edited: others refer to it */
} JpShapeFlags;

typedef struct _JpPackShape JpPackShape;
struct _JpPackShape
{
  JpShapeKind         kind;
  const char         *key;     /* the member, or "[0]" of a pair; NULL: an element of a list */
  const char         *label;   /* marked for translation */
  JpShapeFlags        flags;
  const JpPackShape  *members; /* of an object, a list or a map; an element of an array ends with a NULL label */
  const char * const *ids;     /* of a choice */
  const char * const *names;
  const char         *fresh;   /* JSON of a new element, or of a member that is added */
  const char         *only;    /* shown only where a member beside it says so: "measure!=manual", "curve?" */
};

/* A chapter of the editor: the parts of the pack it edits. */
typedef struct
{
  const char        *id;
  const char        *title;
  const JpPackShape *shapes;
} JpPackChapter;

const JpPackChapter *jp_pack_chapters (guint *n_chapters);

G_END_DECLS
