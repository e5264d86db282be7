/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-strip.h"

/* Sums of lengths are compared with this much grace, a hundredth of a hair's breadth. */
#define GRACE 0.001

/**
 * jp_strip_new:
 * @height: in points
 *
 * Returns: (transfer full): a strip with nothing on it
 */
JpStrip *
jp_strip_new (double height)
{
  JpStrip *self = g_new0 (JpStrip, 1);

  self->height = height;
  self->marks = jp_marks_new ();
  return self;
}

/**
 * jp_strip_free:
 * @self: (transfer full) (nullable): a strip
 *
 * Frees a strip, not its header.
 */
void
jp_strip_free (JpStrip *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->marks);
  g_free (self->bookmark);
  g_free (self);
}

/* The end of the group that @first begins: strips that each want their next on the same page. */
static guint
group_end (GPtrArray *strips, guint first)
{
  guint end = first + 1;

  while (end < strips->len && ((JpStrip *) g_ptr_array_index (strips, end - 1))->keep_next &&
         !((JpStrip *) g_ptr_array_index (strips, end))->break_before)
    end++;

  return end;
}

/**
 * jp_strips_height:
 * @strips: (element-type JpStrip): strips
 * @first: the first that counts
 * @end: the one after the last that counts
 *
 * Returns: the height they take one below the other, the white above the first left out
 */
double
jp_strips_height (GPtrArray *strips, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    {
      const JpStrip *strip = g_ptr_array_index (strips, i);
      height += strip->height + (i > first ? strip->space_before : 0);
    }

  return height;
}

static void
place (GArray *placements, JpStrip *strip, guint page, double *y, gboolean repeated)
{
  JpPlacement placement = { strip, page, *y, 0, repeated };

  *y += strip->height;
  g_array_append_val (placements, placement);
}

/* Begins a page with @strip, its header above it where it has one. */
static void
begin_page (GArray *placements, JpStrip *strip, guint *page, double *y)
{
  *page += 1;
  *y = 0;
  if (strip->header != NULL)
    place (placements, strip->header, *page, y, TRUE);
}

/* Gives what a page has left to the strips on it that want to grow, each by its share. */
static void
stretch_page (GArray *placements, guint first, guint end, double left)
{
  double wanted = 0, moved = 0;

  for (guint i = first; i < end; i++)
    wanted += g_array_index (placements, JpPlacement, i).strip->stretch;
  if (wanted <= 0 || left <= 0)
    return;

  for (guint i = first; i < end; i++)
    {
      JpPlacement *placement = &g_array_index (placements, JpPlacement, i);

      placement->y += moved;
      placement->growth = placement->strip->stretch * MIN (1, left / wanted);
      moved += placement->growth;
    }
}

static void
stretch_pages (GArray *placements, double height)
{
  for (guint first = 0, end; first < placements->len; first = end)
    {
      const JpPlacement *last;

      for (end = first + 1; end < placements->len; end++)
        if (g_array_index (placements, JpPlacement, end).page != g_array_index (placements, JpPlacement, first).page)
          break;
      last = &g_array_index (placements, JpPlacement, end - 1);
      stretch_page (placements, first, end, height - last->y - last->strip->height);
    }
}

/**
 * jp_paginate:
 * @strips: (element-type JpStrip): what to place, in order
 * @height: of the text area, in points
 *
 * Places strips on pages, looking at nothing but their numbers. A page takes what fits and at least one strip;
 * strips kept together move together unless they fill more than a page; headers come again on each page their
 * table goes on.
 *
 * Returns: (transfer full) (element-type JpPlacement): the places in order, pages counted from 0 without a gap
 */
GArray *
jp_paginate (GPtrArray *strips, double height)
{
  GArray *placements = g_array_new (FALSE, FALSE, sizeof (JpPlacement));
  guint page = 0, together = 0; /* strips before @together belong to a group that was found to fit */
  double y = 0;

  for (guint i = 0; i < strips->len; i++)
    {
      JpStrip *strip = g_ptr_array_index (strips, i);
      guint end = group_end (strips, i);
      double needed = jp_strips_height (strips, i, end);
      gboolean settled = i < together;

      if (needed + (strip->header != NULL ? strip->header->height : 0) > height + GRACE)
        needed = strip->height;
      else if (!settled)
        together = end;

      if (i > 0 && (strip->break_before || (!settled && y + strip->space_before + needed > height + GRACE)))
        begin_page (placements, strip, &page, &y);
      else if (i > 0)
        y += strip->space_before;
      place (placements, strip, page, &y, FALSE);
    }
  stretch_pages (placements, height);

  return placements;
}

/**
 * jp_placement_draw:
 * @placement: a placed strip
 * @marks: (element-type JpMark): the page's marks
 * @x: left edge of the text area on the page
 * @top: its upper edge
 *
 * Puts a strip's marks on its page, stretched as placed.
 */
void
jp_placement_draw (const JpPlacement *placement, GArray *marks, double x, double top)
{
  const JpStrip *strip = placement->strip;
  guint first = marks->len;

  jp_marks_append (marks, strip->marks, x, top + placement->y);
  if (placement->growth <= 0)
    return;

  for (guint i = 0; i < strip->marks->len; i++)
    {
      const JpMark *mark = &g_array_index (strip->marks, JpMark, i);
      JpMark *placed = &g_array_index (marks, JpMark, first + i);

      if (mark->y >= strip->stretch_at)
        placed->y += placement->growth;
      if (mark->kind != JP_MARK_TEXT && mark->y2 >= strip->stretch_at)
        placed->y2 += placement->growth;
    }
}
