/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Columns stand on an axis, best for years; rows lie one under another, each with its own line of text. */
typedef enum
{
  JP_CHART_COLUMNS,
  JP_CHART_ROWS,
} JpChartForm;

/* How the bars of one category share their place: end to end, or all from zero, the first behind the others. */
typedef enum
{
  JP_CHART_STACKED,
  JP_CHART_OVERLAID,
} JpChartArrangement;

typedef enum
{
  JP_SERIES_BARS,
  JP_SERIES_LINE,  /* on a scale of its own, above the bars where there are any */
  JP_SERIES_TABLE, /* not drawn: a column of the table only */
} JpSeriesKind;

/* Never colour alone: what is provisional is hatched, what may be is an outline. */
typedef enum
{
  JP_FILL_SOLID,
  JP_FILL_HATCHED,
  JP_FILL_OUTLINE,
} JpChartFill;

typedef enum
{
  JP_INK_MAIN,
  JP_INK_MONEY,
  JP_INK_GROWTH,
  JP_INK_SECOND,
  JP_INK_DANGER,
  JP_N_INKS,
} JpChartInk;

typedef enum
{
  JP_TONE_PLAIN,
  JP_TONE_PALE,   /* beside the one that is meant */
  JP_TONE_STRONG, /* the one that is meant */
  JP_TONE_DANGER, /* in the ink of danger, whatever the series says */
} JpChartTone;

#define JP_CHART_NONE G_MININT64

/**
 * JpChart:
 *
 * A chart as it is meant: categories, series, a value and its text for each of both, and where a click on it leads.
 * Values are integers in one smallest unit; what is said about them is said by the texts. Nothing is drawn here, and
 * whoever reads rather than sees has the same chart as a table. Filled once, then shared and only read.
 */
typedef struct _JpChart JpChart;

JpChart    *jp_chart_new           (JpChartForm form, JpChartArrangement arrangement, const char *name,
                                    const char *category_title);
JpChart    *jp_chart_ref           (JpChart *self);
void        jp_chart_unref         (JpChart *self);
guint       jp_chart_add_category  (JpChart *self, const char *label, JpChartTone tone);
guint       jp_chart_add_series    (JpChart *self, const char *name, const char *unit, JpSeriesKind kind,
                                    JpChartFill fill, JpChartInk ink);
void        jp_chart_set_value     (JpChart *self, guint series, guint category, gint64 value, const char *text);
void        jp_chart_set_head      (JpChart *self, guint category, const char *head);
void        jp_chart_set_place     (JpChart *self, guint category, const char *place);

const char *jp_chart_get_name      (const JpChart *self);
gboolean    jp_chart_is_empty      (const JpChart *self);
guint       jp_chart_n_categories  (const JpChart *self);
guint       jp_chart_n_series      (const JpChart *self);
gint64      jp_chart_get_value     (const JpChart *self, guint series, guint category);
const char *jp_chart_get_place     (const JpChart *self, guint category);

/* The table behind the chart: row 0 is the header, column 0 the categories. */
char       *jp_chart_cell          (const JpChart *self, guint row, guint column);
/* One mark, or the whole chart, in words. */
char       *jp_chart_describe_mark (const JpChart *self, guint series, guint category);
char       *jp_chart_describe      (const JpChart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpChart, jp_chart_unref)

typedef struct
{
  double red, green, blue, alpha;
} JpChartColour;

/* What a chart is drawn with. */
typedef struct
{
  JpChartColour text;
  JpChartColour dim;    /* text that only helps */
  JpChartColour axis;
  JpChartColour track;  /* behind a row's bars */
  JpChartColour ground; /* what the chart lies on */
  JpChartColour focus;
  JpChartColour inks[JP_N_INKS];
  double        pale;   /* how much of its ink a pale bar keeps */
  double        border; /* width of a border in the ink around every bar; 0: none */
} JpChartTheme;

typedef enum
{
  JP_CHART_THEME_LIGHT,
  JP_CHART_THEME_DARK,
  JP_CHART_THEME_HIGH_CONTRAST,
  JP_CHART_THEME_HIGH_CONTRAST_DARK,
  JP_CHART_THEME_PAPER,
  JP_N_CHART_THEMES,
} JpChartThemeKind;

const JpChartTheme *jp_chart_theme (JpChartThemeKind kind);

typedef struct
{
  double x, y, width, height;
} JpChartBox;

/* A mark that can be pointed at: as drawn, and where a pointer hits it. */
typedef struct
{
  guint      series;
  guint      category;
  JpChartBox box;
  JpChartBox hit;
} JpChartMark;

/**
 * JpChartLayout:
 *
 * A chart set out in a space, as data: marks, texts and lines with their places. The same for screen and paper.
 */
typedef struct _JpChartLayout JpChartLayout;

JpChartLayout     *jp_chart_layout_new     (JpChart *chart, PangoContext *context, double width, double height);
void               jp_chart_layout_free    (JpChartLayout *self);
guint              jp_chart_layout_n_marks (const JpChartLayout *self);
const JpChartMark *jp_chart_layout_mark    (const JpChartLayout *self, guint index);
int                jp_chart_layout_find    (const JpChartLayout *self, double x, double y); /* −1: none */
guint              jp_chart_layout_n_texts (const JpChartLayout *self);
const char        *jp_chart_layout_text    (const JpChartLayout *self, guint index, JpChartBox *box);
void               jp_chart_layout_draw    (const JpChartLayout *self, cairo_t *cr, const JpChartTheme *theme, int lit);
/* The least and the comfortable size, in the context's units. */
void               jp_chart_measure        (const JpChart *chart, PangoContext *context, double *least_width,
                                            double *least_height, double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpChartLayout, jp_chart_layout_free)

G_END_DECLS
