/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-print-page.h"

G_BEGIN_DECLS

/**
 * JpStrip:
 *
 * What cannot be cut: a line of a paragraph, a row of a table. The intermediate form between blocks and pages;
 * pagination looks at its numbers only. All in points from the strip's own top left corner.
 */
typedef struct _JpStrip JpStrip;
struct _JpStrip
{
  double    height;
  double    space_before; /* white above it, dropped at the top of a page */
  gboolean  keep_next;    /* not the last on its page */
  gboolean  break_before; /* begins a page */
  double    stretch;      /* it may grow by so much where the page has room */
  double    stretch_at;   /* where it grows: marks from there on move down, marks across it lengthen */
  JpStrip  *header;       /* (owned by its own place) repeated above it when it begins a page; %NULL: none */
  char     *bookmark;     /* for the outline, or %NULL */
  GArray   *marks;        /* of JpMark */
};

JpStrip *jp_strip_new  (double height);
void     jp_strip_free (JpStrip *self);

/* Where pagination puts a strip. */
typedef struct
{
  JpStrip *strip;    /* borrowed */
  guint    page;     /* from 0 */
  double   y;        /* from the top of the text area */
  double   growth;   /* how much of its stretch it takes */
  gboolean repeated; /* a header come again */
} JpPlacement;

GArray *jp_paginate        (GPtrArray *strips, double height);
double  jp_strips_height   (GPtrArray *strips, guint first, guint end);
void    jp_placement_draw  (const JpPlacement *placement, GArray *marks, double x, double top);

G_END_DECLS
