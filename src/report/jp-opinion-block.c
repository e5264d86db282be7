/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-table.h"

/* Room for an office's round seal of 42 mm beside the signature, GB/T 9704. */
#define LEAST_HEIGHT (34 * JP_MM)
#define MOST_GROWTH  (24 * JP_MM)
#define PADDING      6.0

typedef struct
{
  JpBlock     parent;
  char      **headings;
  char      **texts; /* "" where left to be written */
  guint       n_opinions;
  JpTextStyle style;
  double      pitch;
} OpinionBlock;

static void
add_line (JpLayout *layout, GArray *marks, const char *text, JpTextStyle style, double x, double room, double baseline,
          JpAlign align)
{
  JpSpan span = { text, style };
  g_autoptr (JpLines) lines = jp_lines_new (layout->fonts, &span, 1, (JpLineOptions) { 0 });

  if (align == JP_ALIGN_RIGHT)
    x += room - lines->width;
  jp_marks_add_text (marks, x, baseline, lines, 0);
}

static void
lay_out_opinions (const JpBlock *block, JpLayout *layout)
{
  const OpinionBlock *self = (const OpinionBlock *) block;
  JpTextStyle style = { self->style.role, self->style.size * layout->scale };
  double pitch = self->pitch * layout->scale, column = layout->width / self->n_opinions, room = column - 2 * PADDING;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_lines_unref);
  guint n_lines = 0;
  double height, signature, drop = jp_baseline (style.size, pitch);
  JpStrip *strip;

  for (guint i = 0; i < self->n_opinions; i++)
    {
      JpSpan span = { self->texts[i], style };
      JpLines *lines = jp_lines_new (layout->fonts, &span, 1, (JpLineOptions) { room, 0, TRUE });

      g_ptr_array_add (texts, lines);
      n_lines = MAX (n_lines, lines->n_lines);
    }

  height = MAX (LEAST_HEIGHT * layout->scale, 2 * PADDING + (n_lines + 3.4) * pitch);
  signature = height - PADDING - 2.4 * pitch;
  strip = jp_layout_add (layout, height, 0);
  strip->stretch = MOST_GROWTH;
  strip->stretch_at = PADDING + (n_lines + 1) * pitch + 0.5;

  jp_marks_add_rule (strip->marks, 0, 0, layout->width, 0, JP_RULE_WEIGHT);
  jp_marks_add_rule (strip->marks, 0, height, layout->width, height, JP_RULE_WEIGHT);
  for (guint i = 0; i <= self->n_opinions; i++)
    jp_marks_add_rule (strip->marks, i * column, 0, i * column, height, JP_RULE_WEIGHT);

  for (guint i = 0; i < self->n_opinions; i++)
    {
      double x = i * column + PADDING;
      JpTextStyle heading = { JP_FONT_HEITI, style.size };
      JpLines *lines = g_ptr_array_index (texts, i);

      add_line (layout, strip->marks, self->headings[i], heading, x, room, PADDING + drop, JP_ALIGN_LEFT);
      for (guint l = 0; l < lines->n_lines; l++)
        jp_marks_add_text (strip->marks, x, PADDING + (l + 1) * pitch + drop, lines, l);
      add_line (layout, strip->marks, "负责人（签字）：", style, x, room, signature + drop, JP_ALIGN_LEFT);
      add_line (layout, strip->marks, "（盖章）　　　年　　月　　日", style, x, room, signature + 1.4 * pitch + drop,
                JP_ALIGN_RIGHT);
    }
}

static void
free_opinions (JpBlock *block)
{
  OpinionBlock *self = (OpinionBlock *) block;

  g_strfreev (self->headings);
  g_strfreev (self->texts);
  g_free (self);
}

/**
 * jp_opinion_block_new:
 * @opinions: (array length=n_opinions): the offices' opinions, side by side
 * @n_opinions: how many
 * @style: face and size of the texts
 * @pitch: height of a line, in points
 *
 * The boxes at the foot of a form: opinion, signature, seal and date. They grow where the page has room.
 *
 * Returns: (transfer full): the block
 */
JpBlock *
jp_opinion_block_new (const JpOpinion *opinions, guint n_opinions, JpTextStyle style, double pitch)
{
  OpinionBlock *self = g_new0 (OpinionBlock, 1);

  self->parent = (JpBlock) { lay_out_opinions, free_opinions };
  self->headings = g_new0 (char *, n_opinions + 1);
  self->texts = g_new0 (char *, n_opinions + 1);
  for (guint i = 0; i < n_opinions; i++)
    {
      self->headings[i] = g_strdup (opinions[i].heading);
      self->texts[i] = g_strdup (opinions[i].text != NULL ? opinions[i].text : "");
    }
  self->n_opinions = n_opinions;
  self->style = style;
  self->pitch = pitch;
  return &self->parent;
}
