/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-lines.h"
#include "jp-score-plot.h"

G_BEGIN_DECLS

#define JP_MM (72.0 / 25.4) /* points in a millimetre */

/* A4, forced: no locale and no printer setting changes it. */
#define JP_A4_SHORT 595.2756
#define JP_A4_LONG  841.8898

typedef enum
{
  JP_MARK_TEXT,   /* line @line of @lines, its baseline starting at (x, y) */
  JP_MARK_RULE,   /* a straight line from (x, y) to (x2, y2), @weight thick */
  JP_MARK_RULING, /* lines to write on: from (x, y) to (x2, y2), one every @pitch, @weight thick */
  JP_MARK_CHART,  /* @chart in the box from (x, y) to (x2, y2), its type @size points */
  JP_MARK_PLOT,   /* @plot likewise */
} JpMarkKind;

/* A drawing command, in points from the top left corner. */
typedef struct
{
  JpMarkKind   kind;
  double       x, y;
  double       x2, y2;
  double       weight;
  double       pitch;
  JpLines     *lines;
  guint        line;
  JpChart     *chart;
  JpScorePlot *plot;
  double       size;
} JpMark;

GArray  *jp_marks_new      (void); /* of JpMark, holding their lines */
void     jp_marks_add_text (GArray *marks, double x, double baseline, JpLines *lines, guint line);
void     jp_marks_add_rule (GArray *marks, double x, double y, double x2, double y2, double weight);
void     jp_marks_add_ruling (GArray *marks, double x, double y, double x2, double y2, double pitch, double weight);
void     jp_marks_add_chart (GArray *marks, double x, double y, double x2, double y2, JpChart *chart, double size);
void     jp_marks_add_plot (GArray *marks, double x, double y, double x2, double y2, JpScorePlot *plot, double size);
void     jp_marks_append   (GArray *marks, const GArray *source, double dx, double dy);

/* An entry of the outline of the PDF. */
typedef struct
{
  char  *title;
  double y; /* from the top of the page */
  gboolean below; /* under the last one that is not: a heading of a chapter */
} JpBookmark;

/**
 * JpPrintPage:
 *
 * One page as data: drawing commands and what belongs to them. Immutable once made; jp_print_page_draw() is the only
 * way it is drawn, on the screen, in a PDF and on a printer.
 */
typedef struct
{
  double     width, height; /* points */
  guint      number;        /* as printed; 0: none */
  GArray    *marks;         /* of JpMark */
  GPtrArray *bookmarks;     /* of JpBookmark */
  JpFonts   *fonts;         /* what the marks borrow from */
} JpPrintPage;

JpPrintPage *jp_print_page_new  (JpFonts *fonts, double width, double height, guint number);
void    jp_print_page_free (JpPrintPage *self);
void    jp_print_page_draw (const JpPrintPage *self, cairo_t *cr);
void    jp_print_page_add_bookmark (JpPrintPage *self, const char *title, double y);
char   *jp_print_page_get_text (const JpPrintPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpPrintPage, jp_print_page_free)

G_END_DECLS
