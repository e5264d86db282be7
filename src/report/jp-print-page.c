/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-print-page.h"

static void
clear_mark (gpointer data)
{
  JpMark *mark = data;

  g_clear_pointer (&mark->lines, jp_lines_unref);
  g_clear_pointer (&mark->chart, jp_chart_unref);
  g_clear_pointer (&mark->plot, jp_score_plot_unref);
}

/**
 * jp_marks_new:
 *
 * Returns: (transfer full) (element-type JpMark): no marks yet
 */
GArray *
jp_marks_new (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (JpMark));

  g_array_set_clear_func (marks, clear_mark);
  return marks;
}

/**
 * jp_marks_add_text:
 * @marks: (element-type JpMark): where to add
 * @x: the left end, in points
 * @baseline: the baseline, in points
 * @lines: a text
 * @line: which of its lines
 *
 * Adds one line of text.
 */
void
jp_marks_add_text (GArray *marks, double x, double baseline, JpLines *lines, guint line)
{
  JpMark mark = { .kind = JP_MARK_TEXT, .x = x, .y = baseline, .lines = jp_lines_ref (lines), .line = line };

  g_return_if_fail (line < lines->n_lines);

  g_array_append_val (marks, mark);
}

/**
 * jp_marks_add_rule:
 * @marks: (element-type JpMark): where to add
 * @x: one end
 * @y: one end
 * @x2: the other end
 * @y2: the other end
 * @weight: thickness
 *
 * Adds a straight line, all in points.
 */
void
jp_marks_add_rule (GArray *marks, double x, double y, double x2, double y2, double weight)
{
  JpMark mark = { .kind = JP_MARK_RULE, .x = x, .y = y, .x2 = x2, .y2 = y2, .weight = weight };

  g_array_append_val (marks, mark);
}

/**
 * jp_marks_add_ruling:
 * @marks: (element-type JpMark): where to add
 * @x: left
 * @y: top
 * @x2: right
 * @y2: bottom
 * @pitch: distance of the lines
 * @weight: thickness
 *
 * Adds lines to write on by hand, as many as the area holds, all in points.
 */
void
jp_marks_add_ruling (GArray *marks, double x, double y, double x2, double y2, double pitch, double weight)
{
  JpMark mark = { .kind = JP_MARK_RULING, .x = x, .y = y, .x2 = x2, .y2 = y2, .pitch = pitch, .weight = weight };

  g_return_if_fail (pitch > 0);

  g_array_append_val (marks, mark);
}

/**
 * jp_marks_add_chart:
 * @marks: (element-type JpMark): where to add
 * @x: left
 * @y: top
 * @x2: right
 * @y2: bottom
 * @chart: a chart
 * @size: of its type
 *
 * Adds a chart in a box, all in points.
 */
void
jp_marks_add_chart (GArray *marks, double x, double y, double x2, double y2, JpChart *chart, double size)
{
  JpMark mark = { .kind = JP_MARK_CHART, .x = x, .y = y, .x2 = x2, .y2 = y2, .chart = jp_chart_ref (chart),
                  .size = size };

  g_array_append_val (marks, mark);
}

/**
 * jp_marks_add_plot:
 * @marks: (element-type JpMark): where to add
 * @x: left
 * @y: top
 * @x2: right
 * @y2: bottom
 * @plot: a curve
 * @size: of its type
 *
 * Adds the curve of an indicator in a box, all in points.
 */
void
jp_marks_add_plot (GArray *marks, double x, double y, double x2, double y2, JpScorePlot *plot, double size)
{
  JpMark mark = { .kind = JP_MARK_PLOT, .x = x, .y = y, .x2 = x2, .y2 = y2, .plot = jp_score_plot_ref (plot),
                  .size = size };

  g_array_append_val (marks, mark);
}

/**
 * jp_marks_append:
 * @marks: (element-type JpMark): where to add
 * @source: (element-type JpMark): what to add
 * @dx: how far to the right
 * @dy: how far down
 *
 * Adds marks at another place, in points.
 */
void
jp_marks_append (GArray *marks, const GArray *source, double dx, double dy)
{
  for (guint i = 0; i < source->len; i++)
    {
      JpMark mark = g_array_index (source, JpMark, i);

      mark.x += dx;
      mark.x2 += dx;
      mark.y += dy;
      mark.y2 += dy;
      if (mark.lines != NULL)
        jp_lines_ref (mark.lines);
      if (mark.chart != NULL)
        jp_chart_ref (mark.chart);
      if (mark.plot != NULL)
        jp_score_plot_ref (mark.plot);
      g_array_append_val (marks, mark);
    }
}

static void
free_bookmark (gpointer data)
{
  JpBookmark *bookmark = data;

  g_free (bookmark->title);
  g_free (bookmark);
}

/**
 * jp_print_page_new:
 * @fonts: what its texts are laid out with
 * @width: in points
 * @height: in points
 * @number: the number printed on it
 *
 * Returns: (transfer full): an empty page
 */
JpPrintPage *
jp_print_page_new (JpFonts *fonts, double width, double height, guint number)
{
  JpPrintPage *self = g_new0 (JpPrintPage, 1);

  self->fonts = jp_fonts_ref (fonts);
  self->width = width;
  self->height = height;
  self->number = number;
  self->marks = jp_marks_new ();
  self->bookmarks = g_ptr_array_new_with_free_func (free_bookmark);
  return self;
}

/**
 * jp_print_page_free:
 * @self: (transfer full) (nullable): a page
 *
 * Frees a page.
 */
void
jp_print_page_free (JpPrintPage *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->marks);
  g_ptr_array_unref (self->bookmarks);
  jp_fonts_unref (self->fonts);
  g_free (self);
}

/**
 * jp_print_page_add_bookmark:
 * @self: a page being made
 * @title: what the outline says
 * @y: where it leads, in points from the top
 *
 * Adds an entry to the outline.
 */
void
jp_print_page_add_bookmark (JpPrintPage *self, const char *title, double y)
{
  JpBookmark *bookmark = g_new0 (JpBookmark, 1);

  bookmark->title = g_strdup (title);
  bookmark->y = y;
  g_ptr_array_add (self->bookmarks, bookmark);
}

static void
draw_text (cairo_t *cr, const JpMark *mark)
{
  const JpLine *line = &mark->lines->lines[mark->line];

  for (guint i = 0; i < line->n_runs; i++)
    {
      cairo_move_to (cr, mark->x + line->runs[i].x, mark->y);
      pango_cairo_show_glyph_item (cr, mark->lines->text, line->runs[i].item);
    }
}

static void
draw_chart (cairo_t *cr, const JpMark *mark, JpFonts *fonts)
{
  PangoContext *context = jp_fonts_chart_context (fonts, mark->size);
  g_autoptr (JpChartLayout) layout = jp_chart_layout_new (mark->chart, context, mark->x2 - mark->x, mark->y2 - mark->y);

  cairo_save (cr);
  cairo_translate (cr, mark->x, mark->y);
  jp_chart_layout_draw (layout, cr, jp_chart_theme (JP_CHART_THEME_PAPER), -1);
  cairo_restore (cr);
  g_object_unref (context);
}

static void
draw_plot (cairo_t *cr, const JpMark *mark, JpFonts *fonts)
{
  const JpChartTheme *theme = jp_chart_theme (JP_CHART_THEME_PAPER);
  PangoContext *context = jp_fonts_chart_context (fonts, mark->size);

  cairo_save (cr);
  cairo_translate (cr, mark->x, mark->y);
  jp_score_plot_draw (mark->plot, cr, context, mark->x2 - mark->x, mark->y2 - mark->y, &theme->text, &theme->inks[0]);
  cairo_restore (cr);
  g_object_unref (context);
}

/* Straight lines by weight, then direction, then side by side, each row of them from its beginning. */
static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const JpMark *one = a, *other = b;
  gboolean upright = one->x == one->x2, upright_too = other->x == other->x2;
  double keys[] = { one->weight, upright, upright ? one->x : one->y, upright ? one->y : one->x };
  double others[] = { other->weight, upright_too, upright_too ? other->x : other->y,
                      upright_too ? other->y : other->x };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] != others[i])
      return keys[i] < others[i] ? -1 : 1;

  return 0;
}

static void
add_rule (GArray *rules, double x, double y, double x2, double y2, double weight)
{
  JpMark rule = { .kind = JP_MARK_RULE, .x = x, .y = y, .x2 = x2, .y2 = y2, .weight = weight };

  g_array_append_val (rules, rule);
}

static GArray *
rules_of (const GArray *marks)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (JpMark));

  for (guint i = 0; i < marks->len; i++)
    {
      const JpMark *mark = &g_array_index (marks, JpMark, i);

      if (mark->kind == JP_MARK_RULE)
        add_rule (rules, MIN (mark->x, mark->x2), MIN (mark->y, mark->y2), MAX (mark->x, mark->x2),
                  MAX (mark->y, mark->y2), mark->weight);
      for (guint line = 1; mark->kind == JP_MARK_RULING && mark->y + line * mark->pitch <= mark->y2 + 0.01; line++)
        add_rule (rules, mark->x, mark->y + line * mark->pitch, mark->x2, mark->y + line * mark->pitch, mark->weight);
    }
  g_array_sort (rules, compare_rules);

  return rules;
}

/* Lengthens @rule by @next where that goes on from it, as the borders of the cells of a table do. */
static gboolean
join_rules (JpMark *rule, const JpMark *next)
{
  gboolean flat = rule->y == rule->y2 && next->y == next->y2 && rule->y == next->y && next->x <= rule->x2 + 0.01;
  gboolean upright = rule->x == rule->x2 && next->x == next->x2 && rule->x == next->x && next->y <= rule->y2 + 0.01;

  if (rule->weight != next->weight || (!flat && !upright))
    return FALSE;

  rule->x2 = MAX (rule->x2, next->x2);
  rule->y2 = MAX (rule->y2, next->y2);
  return TRUE;
}

/* Those of one weight in one stroke, and what is one line as one: a ledger has a border around each of its cells. */
static void
draw_rules (cairo_t *cr, const GArray *marks)
{
  g_autoptr (GArray) rules = rules_of (marks);
  double weight = 0;

  cairo_new_path (cr);
  for (guint i = 0; i < rules->len; i++)
    {
      JpMark rule = g_array_index (rules, JpMark, i);

      while (i + 1 < rules->len && join_rules (&rule, &g_array_index (rules, JpMark, i + 1)))
        i++;
      if (rule.weight != weight)
        {
          cairo_stroke (cr);
          weight = rule.weight;
          cairo_set_line_width (cr, weight);
        }
      cairo_move_to (cr, rule.x, rule.y);
      cairo_line_to (cr, rule.x2, rule.y2);
    }
  cairo_stroke (cr);
}

/**
 * jp_print_page_draw:
 * @self: a page
 * @cr: where to, one unit a point; scale it before for another size
 *
 * Draws a page: the same path for screen, PDF and printer.
 */
void
jp_print_page_draw (const JpPrintPage *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);

  /* Lines first; texts never lie under them. */
  draw_rules (cr, self->marks);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const JpMark *mark = &g_array_index (self->marks, JpMark, i);

      if (mark->kind == JP_MARK_TEXT)
        draw_text (cr, mark);
      else if (mark->kind == JP_MARK_CHART)
        draw_chart (cr, mark, self->fonts);
      else if (mark->kind == JP_MARK_PLOT)
        draw_plot (cr, mark, self->fonts);
    }
  cairo_restore (cr);
}

/**
 * jp_print_page_get_text:
 * @self: a page
 *
 * The words on a page in drawing order, for searching, for screen readers and for tests.
 *
 * Returns: (transfer full): a line for each line of text
 */
char *
jp_print_page_get_text (const JpPrintPage *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const JpMark *mark = &g_array_index (self->marks, JpMark, i);

      if (mark->kind == JP_MARK_TEXT)
        {
          const JpLine *line = &mark->lines->lines[mark->line];

          g_string_append_len (text, mark->lines->text + line->start, line->length);
          g_string_append_c (text, '\n');
        }
    }

  return g_string_free (text, FALSE);
}
