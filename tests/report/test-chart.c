/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-chart.h"

#include "jp-test.h"

#include <string.h>

#define WIDTH 300
#define HEIGHT 220

/* Under a name of its own: some versions of Pango bring this cleanup, and some do not. */
typedef PangoContext Fonts;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fonts, g_object_unref)

static PangoContext *
new_context (void)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Sans CJK SC 10");
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_context_set_font_description (context, font);
  return context;
}

/* Output by year, with its growth above. */
static JpChart *
new_columns (void)
{
  static const struct
  {
    const char *year;
    gint64 output;
    const char *text;
    gint64 growth;
    const char *growth_text;
  } years[] = {
    { "2023", 600, "600.00", JP_CHART_NONE, NULL },
    { "2024", 750, "750.00", 2500, "+25.00%" },
    { "2025", 1500, "1,500.00", 10000, "+100.00%" },
  };
  JpChart *chart = jp_chart_new (JP_CHART_COLUMNS, JP_CHART_STACKED, "总产值", "年度");
  guint output = jp_chart_add_series (chart, "总产值", "亿元", JP_SERIES_BARS, JP_FILL_SOLID, JP_INK_MAIN);
  guint growth = jp_chart_add_series (chart, "增速", "%", JP_SERIES_LINE, JP_FILL_SOLID, JP_INK_GROWTH);

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      guint category = jp_chart_add_category (chart, years[i].year, i == 2 ? JP_TONE_STRONG : JP_TONE_PALE);

      jp_chart_set_value (chart, output, category, years[i].output, years[i].text);
      jp_chart_set_value (chart, growth, category, years[i].growth, years[i].growth_text);
      jp_chart_set_place (chart, category, years[i].year);
    }

  return chart;
}

/* Results by band: confirmed, and provisional behind them. */
static JpChart *
new_rows (void)
{
  JpChart *chart = jp_chart_new (JP_CHART_ROWS, JP_CHART_STACKED, "得分分布", "分档");
  guint good = jp_chart_add_category (chart, "80（含）分以上", JP_TONE_PLAIN);
  guint vetoed = jp_chart_add_category (chart, "一票否决", JP_TONE_DANGER);
  guint confirmed = jp_chart_add_series (chart, "已确认", "个", JP_SERIES_BARS, JP_FILL_SOLID, JP_INK_MAIN);
  guint provisional = jp_chart_add_series (chart, "暂定", "个", JP_SERIES_BARS, JP_FILL_HATCHED, JP_INK_MAIN);

  jp_chart_set_value (chart, confirmed, good, 3, "3");
  jp_chart_set_value (chart, provisional, good, 1, "1");
  jp_chart_set_value (chart, confirmed, vetoed, 0, "0");
  jp_chart_set_value (chart, provisional, vetoed, 2, "2");
  jp_chart_set_head (chart, good, "4 个");
  jp_chart_set_head (chart, vetoed, "2 个");

  return chart;
}

/* Money by fiscal year: what may be, what is certain before it, what is paid before that. */
static JpChart *
new_overlaid (void)
{
  JpChart *chart = jp_chart_new (JP_CHART_COLUMNS, JP_CHART_OVERLAID, "资金", "财年");
  guint year = jp_chart_add_category (chart, "2026", JP_TONE_STRONG);

  jp_chart_set_value (chart, jp_chart_add_series (chart, "最高", "万元", JP_SERIES_BARS, JP_FILL_OUTLINE, JP_INK_MONEY),
                      year, 320, "320.00");
  jp_chart_set_value (chart, jp_chart_add_series (chart, "预计", "万元", JP_SERIES_TABLE, JP_FILL_SOLID, JP_INK_MONEY),
                      year, 240, "240.00");
  jp_chart_set_value (chart,
                      jp_chart_add_series (chart, "已确定", "万元", JP_SERIES_BARS, JP_FILL_HATCHED, JP_INK_MONEY),
                      year, 160, "160.00");
  jp_chart_set_value (chart, jp_chart_add_series (chart, "已下达", "万元", JP_SERIES_BARS, JP_FILL_SOLID, JP_INK_MONEY),
                      year, 80, "80.00");
  jp_chart_set_head (chart, year, "160–320");

  return chart;
}

static const JpChartMark *
mark_of (const JpChartLayout *layout, guint series, guint category)
{
  for (guint i = 0; i < jp_chart_layout_n_marks (layout); i++)
    {
      const JpChartMark *mark = jp_chart_layout_mark (layout, i);

      if (mark->series == series && mark->category == category)
        return mark;
    }

  return NULL;
}

static gboolean
says (const JpChartLayout *layout, const char *wanted)
{
  for (guint i = 0; i < jp_chart_layout_n_texts (layout); i++)
    if (g_str_equal (jp_chart_layout_text (layout, i, NULL), wanted))
      return TRUE;

  return FALSE;
}

static void
assert_near (double actual, double wanted)
{
  g_assert_cmpfloat_with_epsilon (actual, wanted, 0.01);
}

static void
test_columns_are_true_to_scale (void)
{
  g_autoptr (Fonts) context = new_context ();
  g_autoptr (JpChart) chart = new_columns ();
  g_autoptr (JpChartLayout) layout = jp_chart_layout_new (chart, context, WIDTH, HEIGHT);
  const JpChartMark *first = mark_of (layout, 0, 0), *second = mark_of (layout, 0, 1), *last = mark_of (layout, 0, 2);

  g_assert_cmpuint (jp_chart_layout_n_marks (layout), ==, 5);
  assert_near (first->box.height / last->box.height, 0.4);
  assert_near (second->box.height / last->box.height, 0.5);
  assert_near (first->box.y + first->box.height, last->box.y + last->box.height); /* one axis */
  assert_near (second->box.x - first->box.x, WIDTH / 3.0);
  g_assert_null (mark_of (layout, 1, 0)); /* growth is not known */
  g_assert_cmpfloat (mark_of (layout, 1, 2)->box.y, <, mark_of (layout, 1, 1)->box.y); /* more is higher */
  g_assert_cmpfloat (mark_of (layout, 1, 1)->box.y + mark_of (layout, 1, 1)->box.height, <, last->box.y);
}

static void
test_says_its_numbers (void)
{
  g_autoptr (Fonts) context = new_context ();
  g_autoptr (JpChart) chart = new_columns ();
  g_autoptr (JpChartLayout) layout = jp_chart_layout_new (chart, context, WIDTH, HEIGHT);
  static const char * const words[] = { "2023", "2025", "600.00", "1,500.00", "+25.00%", "+100.00%", "总产值", "增速" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_true (says (layout, words[i]));
}

static void
test_narrow_says_the_one_that_is_meant (void)
{
  g_autoptr (Fonts) context = new_context ();
  g_autoptr (JpChart) chart = new_columns ();
  g_autoptr (JpChartLayout) layout = jp_chart_layout_new (chart, context, 90, HEIGHT);

  g_assert_true (says (layout, "1,500.00"));
  g_assert_false (says (layout, "600.00"));
  g_assert_true (says (layout, "2025"));
}

static void
test_rows_are_stacked (void)
{
  g_autoptr (Fonts) context = new_context ();
  g_autoptr (JpChart) chart = new_rows ();
  g_autoptr (JpChartLayout) layout = jp_chart_layout_new (chart, context, WIDTH, HEIGHT);
  const JpChartMark *confirmed = mark_of (layout, 0, 0), *provisional = mark_of (layout, 1, 0);

  g_assert_cmpuint (jp_chart_layout_n_marks (layout), ==, 3); /* 0 is no mark */
  assert_near (confirmed->box.width, 3 * provisional->box.width);
  assert_near (provisional->box.x, confirmed->box.x + confirmed->box.width);
  assert_near (provisional->box.x + provisional->box.width, WIDTH);
  assert_near (mark_of (layout, 1, 1)->box.width, WIDTH / 2.0);
  g_assert_true (says (layout, "4 个"));
  g_assert_true (says (layout, "暂定")); /* the legend explains the hatching */
}

static void
test_rows_in_little_height (void)
{
  g_autoptr (Fonts) context = new_context ();
  g_autoptr (JpChart) chart = new_rows ();
  g_autoptr (JpChartLayout) layout = jp_chart_layout_new (chart, context, WIDTH, 80);
  const JpChartMark *mark = mark_of (layout, 0, 0);
  JpChartBox label;

  g_assert_true (says (layout, "80（含）分以上"));
  for (guint i = 0; i < jp_chart_layout_n_texts (layout); i++)
    if (g_str_equal (jp_chart_layout_text (layout, i, &label), "80（含）分以上"))
      g_assert_cmpfloat (label.x + label.width, <=, mark->box.x); /* beside the bar, not across it */
}

static void
test_overlaid_all_start_at_zero (void)
{
  g_autoptr (Fonts) context = new_context ();
  g_autoptr (JpChart) chart = new_overlaid ();
  g_autoptr (JpChartLayout) layout = jp_chart_layout_new (chart, context, WIDTH, HEIGHT);
  const JpChartMark *most = mark_of (layout, 0, 0), *certain = mark_of (layout, 2, 0), *paid = mark_of (layout, 3, 0);

  g_assert_null (mark_of (layout, 1, 0)); /* for the table only */
  assert_near (most->box.y + most->box.height, paid->box.y + paid->box.height);
  assert_near (certain->box.height, most->box.height / 2);
  assert_near (paid->box.height, most->box.height / 4);
  g_assert_false (says (layout, "预计"));
}

static void
test_hit_areas (void)
{
  g_autoptr (Fonts) context = new_context ();
  g_autoptr (JpChart) chart = new_overlaid ();
  g_autoptr (JpChartLayout) layout = jp_chart_layout_new (chart, context, WIDTH, HEIGHT);
  const JpChartMark *paid = mark_of (layout, 3, 0), *certain = mark_of (layout, 2, 0);
  double x = paid->box.x + paid->box.width / 2;

  /* Of those that lie on one another the one in front. */
  g_assert_true (jp_chart_layout_mark (layout, (guint) jp_chart_layout_find (layout, x, paid->box.y + 1)) == paid);
  g_assert_true (jp_chart_layout_mark (layout, (guint) jp_chart_layout_find (layout, x, paid->box.y - 1)) == certain);
  g_assert_cmpint (jp_chart_layout_find (layout, paid->box.x - 1, paid->box.y + 1), ==, -1);
  g_assert_cmpint (jp_chart_layout_find (layout, x, -1), ==, -1);
}

static void
test_table (void)
{
  static const char * const wanted[4][3] = {
    { "年度", "总产值（亿元）", "增速（%）" },
    { "2023", "600.00", "" },
    { "2024", "750.00", "+25.00%" },
    { "2025", "1,500.00", "+100.00%" },
  };
  g_autoptr (JpChart) chart = new_columns ();

  for (guint row = 0; row < 4; row++)
    for (guint column = 0; column < 3; column++)
      {
        g_autofree char *cell = jp_chart_cell (chart, row, column);

        g_assert_cmpstr (cell, ==, wanted[row][column]);
      }
}

static void
test_words (void)
{
  g_autoptr (JpChart) chart = new_columns ();
  g_autofree char *bar = jp_chart_describe_mark (chart, 0, 2);
  g_autofree char *point = jp_chart_describe_mark (chart, 1, 1);
  g_autofree char *all = jp_chart_describe (chart);

  g_assert_cmpstr (bar, ==, "2025\n总产值 1,500.00 亿元");
  g_assert_cmpstr (point, ==, "2024\n增速 +25.00%");
  g_assert_cmpstr (all, ==, "2023：总产值 600.00 亿元，增速 —；2024：总产值 750.00 亿元，增速 +25.00%；"
                            "2025：总产值 1,500.00 亿元，增速 +100.00%");
}

static void
test_empty (void)
{
  g_autoptr (Fonts) context = new_context ();
  g_autoptr (JpChart) nothing = jp_chart_new (JP_CHART_COLUMNS, JP_CHART_STACKED, "无", "年度");
  g_autoptr (JpChart) zero = jp_chart_new (JP_CHART_ROWS, JP_CHART_STACKED, "零", "年度");
  g_autoptr (JpChartLayout) layout = jp_chart_layout_new (nothing, context, WIDTH, HEIGHT);
  g_autoptr (JpChartLayout) zero_layout = NULL;
  guint series = jp_chart_add_series (zero, "数", NULL, JP_SERIES_BARS, JP_FILL_SOLID, JP_INK_MAIN);

  g_assert_true (jp_chart_is_empty (nothing));
  g_assert_cmpuint (jp_chart_layout_n_marks (layout), ==, 0);
  jp_chart_set_value (zero, series, jp_chart_add_category (zero, "2025", JP_TONE_PLAIN), 0, "0");
  g_assert_true (jp_chart_is_empty (zero));
  zero_layout = jp_chart_layout_new (zero, context, WIDTH, HEIGHT);
  g_assert_cmpuint (jp_chart_layout_n_marks (zero_layout), ==, 0);
  g_assert_true (says (zero_layout, "0"));
}

/* Drawn with a margin of 10 all around. */
static cairo_surface_t *
draw (const JpChartLayout *layout, JpChartThemeKind theme, double width, double height, int lit)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width + 20, (int) height + 20);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, 10, 10);
  jp_chart_layout_draw (layout, cr, jp_chart_theme (theme), lit);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 value;

  memcpy (&value, row + x * 4, 4);
  return value;
}

static guint32
packed (JpChartColour colour)
{
  return 0xff000000u | (guint32) (colour.red * 255 + 0.5) << 16 | (guint32) (colour.green * 255 + 0.5) << 8
         | (guint32) (colour.blue * 255 + 0.5);
}

static void
test_draws_its_fills (gconstpointer data)
{
  JpChartThemeKind kind = GPOINTER_TO_UINT (data);
  g_autoptr (Fonts) context = new_context ();
  g_autoptr (JpChart) chart = new_overlaid ();
  g_autoptr (JpChartLayout) layout = jp_chart_layout_new (chart, context, WIDTH, HEIGHT);
  cairo_surface_t *surface = draw (layout, kind, WIDTH, HEIGHT, -1);
  const JpChartMark *paid = mark_of (layout, 3, 0), *certain = mark_of (layout, 2, 0), *most = mark_of (layout, 0, 0);
  guint32 ink = packed (jp_chart_theme (kind)->inks[JP_INK_MONEY]);
  int x = 10 + (int) (paid->box.x + paid->box.width / 2), n_ink = 0, n_other = 0;

  g_assert_cmphex (pixel (surface, x, 10 + (int) (paid->box.y + paid->box.height / 2)), ==, ink);
  for (int y = 12 + (int) certain->box.y; y < 8 + (int) paid->box.y; y++) /* hatched: the ink and what is between */
    {
      n_ink += pixel (surface, x, y) == ink;
      n_other += pixel (surface, x, y) != ink;
    }
  g_assert_cmpint (n_ink, >, 0);
  g_assert_cmpint (n_other, >, 0);
  g_assert_cmphex (pixel (surface, x, 15 + (int) most->box.y), ==, 0); /* an outline is empty */
  cairo_surface_destroy (surface);
}

static void
test_stays_in_its_space (gconstpointer data)
{
  static const double sizes[][2] = { { 300, 220 }, { 90, 60 }, { 20, 12 }, { 1200, 40 }, { 40, 700 } };
  JpChart *(*new_chart) (void) = data;
  g_autoptr (Fonts) context = new_context ();
  g_autoptr (JpChart) chart = new_chart ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int width = (int) sizes[i][0], height = (int) sizes[i][1];
      g_autoptr (JpChartLayout) layout = jp_chart_layout_new (chart, context, width, height);
      cairo_surface_t *surface = draw (layout, JP_CHART_THEME_LIGHT, width, height, 0);

      for (int y = 0; y < height + 20; y++)
        for (int x = 0; x < width + 20; x++)
          if (x < 10 || y < 10 || x >= width + 10 || y >= height + 10)
            g_assert_cmphex (pixel (surface, x, y), ==, 0);
      cairo_surface_destroy (surface);
    }
}

static void
test_lights_one_mark (void)
{
  g_autoptr (Fonts) context = new_context ();
  g_autoptr (JpChart) chart = new_columns ();
  g_autoptr (JpChartLayout) layout = jp_chart_layout_new (chart, context, WIDTH, HEIGHT);
  cairo_surface_t *plain = draw (layout, JP_CHART_THEME_LIGHT, WIDTH, HEIGHT, -1);
  cairo_surface_t *lit = draw (layout, JP_CHART_THEME_LIGHT, WIDTH, HEIGHT, 0);
  const JpChartBox *box = &jp_chart_layout_mark (layout, 0)->box;
  int x = 10 + (int) (box->x + box->width / 2), y = 10 + (int) box->y - 2;

  g_assert_cmpuint (pixel (lit, x, y) >> 24, >, 0x80); /* a ring around the bar */
  g_assert_cmphex (pixel (plain, x, y), ==, 0);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (lit);
}

static void
test_measures (void)
{
  g_autoptr (Fonts) context = new_context ();
  g_autoptr (PangoFontDescription) large = pango_font_description_from_string ("Noto Sans CJK SC 20");
  g_autoptr (JpChart) chart = new_rows ();
  double width, least, height, large_width, large_least, large_height;

  jp_chart_measure (chart, context, &width, &least, &height);
  g_assert_cmpfloat (least, <=, height);
  pango_context_set_font_description (context, large);
  jp_chart_measure (chart, context, &large_width, &large_least, &large_height);
  g_assert_cmpfloat (large_width, >, width * 1.8); /* text at 200 % */
  g_assert_cmpfloat (large_least, >, least * 1.8);
}

int
main (int argc, char **argv)
{
  static const char *const themes[JP_N_CHART_THEMES]
    = { "light", "dark", "high-contrast", "high-contrast-dark", "paper" };

  jp_test_init (&argc, &argv);

  g_test_add_func ("/report/chart/columns/true-to-scale", test_columns_are_true_to_scale);
  g_test_add_func ("/report/chart/columns/says-its-numbers", test_says_its_numbers);
  g_test_add_func ("/report/chart/columns/narrow-says-the-one-that-is-meant", test_narrow_says_the_one_that_is_meant);
  g_test_add_func ("/report/chart/columns/overlaid-all-start-at-zero", test_overlaid_all_start_at_zero);
  g_test_add_func ("/report/chart/rows/stacked", test_rows_are_stacked);
  g_test_add_func ("/report/chart/rows/little-height", test_rows_in_little_height);
  g_test_add_func ("/report/chart/hit-areas", test_hit_areas);
  g_test_add_func ("/report/chart/table", test_table);
  g_test_add_func ("/report/chart/words", test_words);
  g_test_add_func ("/report/chart/empty", test_empty);
  g_test_add_func ("/report/chart/lights-one-mark", test_lights_one_mark);
  g_test_add_func ("/report/chart/measures", test_measures);
  g_test_add_data_func ("/report/chart/stays-in-its-space/columns", new_columns, test_stays_in_its_space);
  g_test_add_data_func ("/report/chart/stays-in-its-space/rows", new_rows, test_stays_in_its_space);
  g_test_add_data_func ("/report/chart/stays-in-its-space/overlaid", new_overlaid, test_stays_in_its_space);
  for (guint i = 0; i < JP_N_CHART_THEMES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/chart/draws-its-fills/%s", themes[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_draws_its_fills);
    }

  return g_test_run ();
}
