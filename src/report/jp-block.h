/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-strip.h"

G_BEGIN_DECLS

typedef enum { JP_ALIGN_LEFT, JP_ALIGN_CENTRE, JP_ALIGN_RIGHT } JpAlign;

/* What a block is laid out into. */
typedef struct
{
  JpFonts   *fonts;
  double     width;  /* of the text area, points */
  double     height;
  double     scale;  /* of type and pitch in what may shrink to fit a page */
  GPtrArray *strips; /* of JpStrip, where the block adds its own */
} JpLayout;

/**
 * JpBlock:
 *
 * A part of a paper: a paragraph, a table. Its kinds embed this as their first member.
 */
typedef struct _JpBlock JpBlock;
struct _JpBlock
{
  void (*lay_out) (const JpBlock *self, JpLayout *layout);
  void (*free)    (JpBlock *self);
};

void     jp_block_lay_out (const JpBlock *self, JpLayout *layout);
void     jp_block_free    (JpBlock *self);
JpStrip *jp_layout_add    (JpLayout *layout, double height, double space_before);

/* The baseline of type of @size in a line @pitch high, from the line's top: the same for every font. */
double   jp_baseline      (double size, double pitch);

/* A paragraph. Lengths in points, the indent in characters. Zero is the plain choice everywhere. */
typedef struct
{
  JpTextStyle style;
  double      pitch;
  double      space_before;
  double      space_below; /* where a table follows */
  double      indent;
  JpAlign     align;
  gboolean    justify;
  gboolean    keep_next; /* a heading stays with what follows */
  gboolean    keep_previous; /* a note stays with what it is a note on */
  gboolean    bookmark;  /* an entry of the outline */
  gboolean    shrinks;   /* with the tables around it */
} JpTextOptions;

JpBlock *jp_text_block_new    (const char *text, JpTextOptions options);
/* The paragraph in a block, and how it looks; %NULL where it is a block of another kind. */
const char *jp_text_block_get (const JpBlock *block, JpTextOptions *options);
/* Lines to write on by hand: @n_lines at least, more where the page has room, up to @n_more. */
JpBlock *jp_ruling_block_new  (guint n_lines, guint n_more, double pitch);

/* A chart, as wide as the text. */
JpBlock *jp_chart_block_new   (JpChart *chart);
/* The curves of a year's indicators, two side by side; %NULL: none has one. */
JpBlock *jp_score_plot_block_new (const JpScore *score);

/* An office's opinion, with room for a signature, a seal and the date. */
typedef struct
{
  const char *heading;
  const char *text; /* %NULL: left to be written */
} JpOpinion;

JpBlock *jp_opinion_block_new (const JpOpinion *opinions, guint n_opinions, JpTextStyle style, double pitch);

G_END_DECLS
