/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-fonts.h"

G_BEGIN_DECLS

/* A stretch of text in one face and size. */
typedef struct
{
  const char *text;
  JpTextStyle style;
} JpSpan;

typedef struct
{
  PangoGlyphItem *item;
  double          x; /* from the line's left end, in points */
} JpRun;

typedef struct
{
  JpRun *runs;
  guint  n_runs;
  double indent; /* before the first run */
  double width;  /* indent included, white space at the end not */
  int    start;  /* bytes of the text on this line */
  int    length;
} JpLine;

/* How a text is broken: @width 0 never breaks it. @justify makes every line but a paragraph's last fill it. */
typedef struct
{
  double   width;
  double   first_indent;
  gboolean justify;
} JpLineOptions;

/**
 * JpLines:
 *
 * A text, shaped and broken into lines: immutable, reference-counted, shared by all places that show it.
 */
typedef struct
{
  grefcount ref_count;
  char     *text;
  JpLine   *lines;
  guint     n_lines;
  double    width; /* of the widest line */
} JpLines;

JpLines    *jp_lines_new       (JpFonts *fonts, const JpSpan *spans, guint n_spans, JpLineOptions options);
JpLines    *jp_lines_ref       (JpLines *self);
void        jp_lines_unref     (JpLines *self);
GHashTable *jp_lines_cache_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpLines, jp_lines_unref)

G_END_DECLS
