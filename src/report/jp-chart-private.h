/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-chart.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 value;
  char  *text;
} JpChartCell;

typedef struct
{
  char       *label;
  char       *head;  /* NULL: the text of the only bar */
  char       *place;
  JpChartTone tone;
  GArray     *cells; /* of JpChartCell, by series */
} JpChartCategory;

typedef struct
{
  char        *name;
  char        *unit; /* NULL: none */
  JpSeriesKind kind;
  JpChartFill  fill;
  JpChartInk   ink;
} JpChartSeries;

struct _JpChart
{
  gatomicrefcount    ref_count;
  JpChartForm        form;
  JpChartArrangement arrangement;
  char              *name;
  char              *category_title;
  GPtrArray         *categories; /* of JpChartCategory */
  GPtrArray         *series;     /* of JpChartSeries */
};

const JpChartCell     *jp_chart_get_cell     (const JpChart *self, guint series, guint category);
const JpChartCategory *jp_chart_get_category (const JpChart *self, guint category);
const JpChartSeries   *jp_chart_get_series   (const JpChart *self, guint series);
/* What stands at the end of a category's bars: NULL where nothing does. */
const char            *jp_chart_get_head     (const JpChart *self, guint category);
guint                  jp_chart_count        (const JpChart *self, JpSeriesKind kind);

/* Which colour a text is drawn in: one of the theme's, or an ink. */
typedef enum
{
  JP_TEXT_PLAIN,
  JP_TEXT_DIM,
  JP_TEXT_INK,
} JpChartTextColour;

typedef struct
{
  PangoLayout      *layout;
  JpChartBox        box;
  JpChartTextColour colour;
  JpChartInk        ink;
} JpChartText;

/* A swatch of the legend. */
typedef struct
{
  JpChartBox box;
  guint      series;
} JpChartSwatch;

struct _JpChartLayout
{
  JpChart      *chart;
  PangoContext *context;
  double        width, height;
  double        line; /* height of a line of text: the measure of everything else */
  double        axis; /* where the columns stand; rows have none: < 0 */
  GArray       *marks;    /* of JpChartMark, category by category */
  GArray       *texts;    /* of JpChartText */
  GArray       *tracks;   /* of JpChartBox */
  GArray       *swatches; /* of JpChartSwatch */
};

/* Parts of laying out. */
double       jp_chart_line_height   (PangoContext *context);
JpChartText *jp_chart_layout_add_text (JpChartLayout *self, const char *text, gboolean bold);
/* Puts it with its @align (0: left edge, 0.5: middle, 1: right edge) at @x, no wider than @room. */
void         jp_chart_text_place    (JpChartText *text, double x, double y, double align, double room);
void         jp_chart_layout_add_mark (JpChartLayout *self, guint series, guint category, JpChartBox box,
                                       JpChartBox hit);
double       jp_chart_layout_legend (JpChartLayout *self); /* sets it at the foot; its height */
void         jp_chart_layout_columns (JpChartLayout *self, double bottom);
void         jp_chart_layout_rows   (JpChartLayout *self, double bottom);
double       jp_chart_largest       (const JpChart *self);

G_END_DECLS
