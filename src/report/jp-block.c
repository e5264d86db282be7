/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-block.h"

/**
 * jp_block_lay_out:
 * @self: a block
 * @layout: where to; the block adds its strips
 *
 * Turns a block into strips.
 */
void
jp_block_lay_out (const JpBlock *self, JpLayout *layout)
{
  self->lay_out (self, layout);
}

/**
 * jp_block_free:
 * @self: (transfer full) (nullable): a block
 *
 * Frees a block of any kind.
 */
void
jp_block_free (JpBlock *self)
{
  if (self != NULL)
    self->free (self);
}

/**
 * jp_layout_add:
 * @layout: a layout
 * @height: of the new strip, in points
 * @space_before: white above it
 *
 * Returns: (transfer none): a strip added at the end
 */
JpStrip *
jp_layout_add (JpLayout *layout, double height, double space_before)
{
  JpStrip *strip = jp_strip_new (height);

  strip->space_before = space_before;
  g_ptr_array_add (layout->strips, strip);
  return strip;
}

/**
 * jp_baseline:
 * @size: type size in points
 * @pitch: height of the line
 *
 * Centres the Chinese em square (0.88 above the baseline, 0.12 below) in the line, whatever ascent a font claims, so
 * that a substituted font moves no line.
 *
 * Returns: the baseline, from the top of the line
 */
double
jp_baseline (double size, double pitch)
{
  return pitch / 2 + size * 0.38;
}

typedef struct
{
  JpBlock       parent;
  char         *text;
  JpTextOptions options;
} TextBlock;

static double
align_offset (JpAlign align, double room)
{
  switch (align)
    {
    case JP_ALIGN_CENTRE:
      return room / 2;
    case JP_ALIGN_RIGHT:
      return room;
    case JP_ALIGN_LEFT:
    default:
      return 0;
    }
}

static void
lay_out_text (const JpBlock *block, JpLayout *layout)
{
  const TextBlock *self = (const TextBlock *) block;
  const JpTextOptions *options = &self->options;
  double scale = options->shrinks ? layout->scale : 1;
  JpSpan span = { self->text, { options->style.role, options->style.size * scale } };
  double pitch = options->pitch * scale;
  JpLineOptions breaking = { layout->width, options->indent * span.style.size, options->justify };
  g_autoptr (JpLines) lines = jp_lines_new (layout->fonts, &span, 1, breaking);

  if (options->keep_previous && layout->strips->len > 0)
    ((JpStrip *) g_ptr_array_index (layout->strips, layout->strips->len - 1))->keep_next = TRUE;

  for (guint i = 0; i < lines->n_lines; i++)
    {
      const JpLine *line = &lines->lines[i];
      JpStrip *strip = jp_layout_add (layout, pitch, i == 0 ? options->space_before * scale : 0);

      /* A line is never alone: neither the first at the foot of a page nor the last at the head of one. */
      strip->keep_next = options->keep_next || (lines->n_lines > 1 && i == 0) ||
                         (lines->n_lines > 2 && i == lines->n_lines - 2);
      if (i == 0 && options->bookmark)
        {
          strip->bookmark = g_strdup (self->text);
          g_strdelimit (strip->bookmark, "\n", ' ');
        }
      jp_marks_add_text (strip->marks, align_offset (options->align, layout->width - line->width),
                         jp_baseline (span.style.size, pitch), lines, i);
    }
}

static void
free_text (JpBlock *block)
{
  TextBlock *self = (TextBlock *) block;

  g_free (self->text);
  g_free (self);
}

/**
 * jp_text_block_new:
 * @text: a paragraph; each line of it begins anew
 * @options: how it looks
 *
 * Returns: (transfer full): a block of text
 */
JpBlock *
jp_text_block_new (const char *text, JpTextOptions options)
{
  TextBlock *self = g_new0 (TextBlock, 1);

  g_return_val_if_fail (options.style.size > 0 && options.pitch > 0, NULL);

  self->parent = (JpBlock) { lay_out_text, free_text };
  self->text = g_strdup (text);
  self->options = options;
  return &self->parent;
}

/**
 * jp_text_block_get:
 * @block: a block
 * @options: (out caller-allocates) (optional): how the paragraph looks
 *
 * Returns: (transfer none) (nullable): its text; %NULL where it is a block of another kind
 */
const char *
jp_text_block_get (const JpBlock *block, JpTextOptions *options)
{
  const TextBlock *self = (const TextBlock *) block;

  if (block->lay_out != lay_out_text)
    return NULL;
  if (options != NULL)
    *options = self->options;
  return self->text;
}

typedef struct
{
  JpBlock parent;
  guint   n_lines, n_more;
  double  pitch;
} RulingBlock;

static void
lay_out_ruling (const JpBlock *block, JpLayout *layout)
{
  const RulingBlock *self = (const RulingBlock *) block;
  double pitch = self->pitch * layout->scale;
  JpStrip *strip = jp_layout_add (layout, pitch * self->n_lines, 0);

  jp_marks_add_ruling (strip->marks, 0, 0, layout->width, strip->height, pitch, 0.4);
  strip->stretch = pitch * self->n_more;
  strip->stretch_at = strip->height;
}

static void
free_ruling (JpBlock *block)
{
  g_free (block);
}

/**
 * jp_ruling_block_new:
 * @n_lines: how many lines at least
 * @n_more: how many more where the page has room
 * @pitch: their distance in points
 *
 * Returns: (transfer full): lines to write on by hand
 */
JpBlock *
jp_ruling_block_new (guint n_lines, guint n_more, double pitch)
{
  RulingBlock *self = g_new0 (RulingBlock, 1);

  self->parent = (JpBlock) { lay_out_ruling, free_ruling };
  self->n_lines = n_lines;
  self->n_more = n_more;
  self->pitch = pitch;
  return &self->parent;
}
