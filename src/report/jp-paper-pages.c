/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the blocks of a paper to its pages. */

#include "jp-paper-private.h"

static void
lay_out_section (const JpSection *section, JpLayout *layout)
{
  JpTextOptions above = { 0 };

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const JpBlock *block = g_ptr_array_index (section->blocks, i);
      guint first = layout->strips->len;

      jp_block_lay_out (block, layout);
      if (jp_table_of_block (block) != NULL && first < layout->strips->len)
        ((JpStrip *) g_ptr_array_index (layout->strips, first))->space_before = above.space_below;
      if (jp_text_block_get (block, &above) == NULL)
        above = (JpTextOptions) { 0 };
    }
}

/* Tries smaller and smaller type until the section fits one page; the first size where none does. */
static GPtrArray *
fit_section (const JpSection *section, JpLayout layout)
{
  GPtrArray *full = NULL;

  for (int percent = 100; percent >= (int) (section->least_scale * 100); percent -= 3)
    {
      layout.scale = percent / 100.0;
      layout.strips = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_strip_free);
      lay_out_section (section, &layout);
      if (percent == 100)
        full = layout.strips;
      if (jp_strips_height (layout.strips, 0, layout.strips->len) <= layout.height)
        {
          if (full != layout.strips)
            g_ptr_array_unref (full);
          return layout.strips;
        }
      if (full != layout.strips)
        g_ptr_array_unref (layout.strips);
    }

  return full;
}

static GPtrArray *
lay_out (const JpPaper *self, JpFonts *fonts)
{
  const JpSheet *s = self->sheet;
  GPtrArray *strips = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_strip_free);
  JpLayout layout = { fonts, s->width - s->left - s->right, s->height - s->top - s->bottom, 1, strips };

  for (guint i = 0; i < self->sections->len; i++)
    {
      const JpSection *section = g_ptr_array_index (self->sections, i);
      GPtrArray *own = fit_section (section, layout);

      if (own->len > 0)
        {
          JpStrip *first = g_ptr_array_index (own, 0);

          first->break_before = section->new_page;
          g_ptr_array_extend_and_steal (strips, own);
        }
      else
        g_ptr_array_unref (own);
    }

  return strips;
}

static double
add_furniture (JpPrintPage *page, JpFonts *fonts, const char *text, JpTextStyle style, double x, double baseline)
{
  JpSpan span = { text, style };
  g_autoptr (JpLines) lines = jp_lines_new (fonts, &span, 1, (JpLineOptions) { 0 });

  jp_marks_add_text (page->marks, x, baseline, lines, 0);
  return lines->width;
}

/* "— 1 —", one character in from the outer edge of the text: right on odd pages, left on even ones. */
static void
add_number (const JpPaper *self, JpPrintPage *page, JpFonts *fonts)
{
  const JpSheet *s = self->sheet;
  g_autofree char *text = g_strdup_printf ("— %u —", page->number);
  JpSpan span = { text, s->number };
  g_autoptr (JpLines) lines = jp_lines_new (fonts, &span, 1, (JpLineOptions) { 0 });
  double x = page->number % 2 == 1 ? s->width - s->right - s->number.size - lines->width : s->left + s->number.size;

  jp_marks_add_text (page->marks, x, s->number_baseline, lines, 0);
}

/* @index: of the page in this paper; in a book its number is another. */
static void
add_feet (const JpPaper *self, JpPrintPage *page, JpFonts *fonts, guint index, guint n_pages)
{
  const JpSheet *s = self->sheet;
  double y = s->foot_top;

  for (guint i = 0; i < self->feet->len; i++, y += s->foot_pitch)
    {
      const JpFoot *foot = g_ptr_array_index (self->feet, i);
      double baseline = y + jp_baseline (s->foot.size, s->foot_pitch), x = s->left;

      x += add_furniture (page, fonts, foot->text, s->foot, x, baseline);
      if (foot->strong != NULL)
        x += s->foot.size + add_furniture (page, fonts, foot->strong, (JpTextStyle) { JP_FONT_HEITI, s->foot.size },
                                             x + s->foot.size, baseline);
      if (self->counted && i == self->feet->len - 1)
        {
          g_autofree char *count = g_strdup_printf ("第%u页 共%u页", index + 1, n_pages);

          add_furniture (page, fonts, count, s->foot, x + s->foot.size, baseline);
        }
    }
}

/* The pages of a paper's own blocks; the first is numbered @first, or none of them where it is 0. */
GPtrArray *
jp_paper_own_pages (const JpPaper *self, JpFonts *fonts, guint first)
{
  const JpSheet *s = self->sheet;
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_print_page_free);
  g_autoptr (GPtrArray) strips = lay_out (self, fonts);
  g_autoptr (GArray) placements = jp_paginate (strips, s->height - s->top - s->bottom);
  guint n_pages = placements->len > 0 ? g_array_index (placements, JpPlacement, placements->len - 1).page + 1 : 1;

  for (guint i = 0; i < n_pages; i++)
    g_ptr_array_add (pages, jp_print_page_new (fonts, s->width, s->height, first > 0 ? first + i : 0));

  for (guint i = 0; i < placements->len; i++)
    {
      const JpPlacement *placement = &g_array_index (placements, JpPlacement, i);
      JpPrintPage *page = g_ptr_array_index (pages, placement->page);

      jp_placement_draw (placement, page->marks, s->left, s->top);
      if (placement->strip->bookmark != NULL)
        jp_print_page_add_bookmark (page, placement->strip->bookmark, s->top + placement->y);
    }

  for (guint i = 0; i < n_pages; i++)
    {
      JpPrintPage *page = g_ptr_array_index (pages, i);

      add_feet (self, page, fonts, i, n_pages);
      if (first > 0)
        add_number (self, page, fonts);
    }

  return pages;
}

/**
 * jp_paper_paginate:
 * @self: a paper
 * @fonts: what to set it in
 *
 * Makes pages of a paper; of a book its cover, its contents and all its parts. The same paper and fonts give the same
 * pages.
 *
 * Returns: (transfer full) (element-type JpPrintPage): the pages, at least one
 */
GPtrArray *
jp_paper_paginate (const JpPaper *self, JpFonts *fonts)
{
  return self->parts->len > 0 ? jp_book_pages (self, fonts) : jp_paper_own_pages (self, fonts, 1);
}
