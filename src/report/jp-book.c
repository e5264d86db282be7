/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A book: a cover, the contents, and chapters whose pages are numbered through. */

#include "jp-paper-private.h"

/* A line of the contents: a title, dots, and the page it begins on. */
typedef struct
{
  JpBlock     parent;
  char       *title;
  guint       number;
  JpTextStyle style;
  double      pitch;
} EntryBlock;

/* Room kept for the number, in characters, so that no title's break depends on it. */
#define NUMBER_ROOM 3

static JpLines *
set_line (JpLayout *layout, const char *text, JpTextStyle style)
{
  JpSpan span = { text, style };

  return jp_lines_new (layout->fonts, &span, 1, (JpLineOptions) { 0 });
}

static void
add_dots (JpLayout *layout, JpStrip *strip, JpTextStyle style, double from, double to, double baseline)
{
  g_autoptr (JpLines) one = set_line (layout, "…", style);
  guint n = to > from && one->width > 0 ? (guint) ((to - from) / one->width) : 0;
  g_autoptr (GString) dots = g_string_new (NULL);
  g_autoptr (JpLines) lines = NULL;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    g_string_append (dots, "…");
  lines = set_line (layout, dots->str, style);
  jp_marks_add_text (strip->marks, to - lines->width, baseline, lines, 0);
}

static void
lay_out_entry (const JpBlock *block, JpLayout *layout)
{
  const EntryBlock *self = (const EntryBlock *) block;
  double size = self->style.size, room = layout->width - NUMBER_ROOM * size;
  JpSpan span = { self->title, self->style };
  g_autoptr (JpLines) title = jp_lines_new (layout->fonts, &span, 1, (JpLineOptions) { room, 0, FALSE });
  g_autofree char *number_text = g_strdup_printf ("%u", self->number);
  g_autoptr (JpLines) number = set_line (layout, number_text, self->style);
  const JpLine *last = &title->lines[title->n_lines - 1];
  JpStrip *strip = jp_layout_add (layout, self->pitch * title->n_lines, 0);
  double baseline = 0;

  for (guint i = 0; i < title->n_lines; i++)
    {
      baseline = i * self->pitch + jp_baseline (size, self->pitch);
      jp_marks_add_text (strip->marks, 0, baseline, title, i);
    }
  add_dots (layout, strip, self->style, last->width + size / 2, layout->width - number->width - size / 2, baseline);
  jp_marks_add_text (strip->marks, layout->width - number->width, baseline, number, 0);
}

static void
free_entry (JpBlock *block)
{
  EntryBlock *self = (EntryBlock *) block;

  g_free (self->title);
  g_free (self);
}

static JpBlock *
entry_block_new (const char *title, guint number, JpTextStyle style, double pitch)
{
  EntryBlock *self = g_new0 (EntryBlock, 1);

  self->parent = (JpBlock) { lay_out_entry, free_entry };
  self->title = g_strdup (title);
  self->number = number;
  self->style = style;
  self->pitch = pitch;
  return &self->parent;
}

/* @starts: by part the number of its first page. */
static GPtrArray *
contents_pages (const JpPaper *self, JpFonts *fonts, const GArray *starts)
{
  g_autoptr (JpPaper) contents = jp_paper_new (self->kind, self->sheet, self->as_of);
  const JpSheet *s = self->sheet;

  jp_paper_add_title (contents, "目　录");
  for (guint i = 0; i < self->parts->len; i++)
    {
      const JpPaper *part = g_ptr_array_index (self->parts, i);

      jp_paper_add (contents, entry_block_new (part->title, g_array_index (starts, guint, i), s->body,
                                                s->body_pitch * 1.2));
    }

  return jp_paper_own_pages (contents, fonts, 0);
}

/* The headings of a chapter stand under its title in the outline. */
static void
mark_chapter (GPtrArray *pages, const char *title)
{
  JpPrintPage *first = g_ptr_array_index (pages, 0);
  JpBookmark *chapter;

  for (guint i = 0; i < pages->len; i++)
    {
      JpPrintPage *page = g_ptr_array_index (pages, i);

      for (guint b = 0; b < page->bookmarks->len; b++)
        ((JpBookmark *) g_ptr_array_index (page->bookmarks, b))->below = TRUE;
    }
  jp_print_page_add_bookmark (first, title, 0);
  chapter = g_ptr_array_steal_index (first->bookmarks, first->bookmarks->len - 1);
  g_ptr_array_insert (first->bookmarks, 0, chapter);
}

/* The cover, the contents, and the chapters one behind the other, each beginning a page. */
GPtrArray *
jp_book_pages (const JpPaper *self, JpFonts *fonts)
{
  GPtrArray *pages = jp_paper_own_pages (self, fonts, 0);
  g_autoptr (GPtrArray) body = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_print_page_free);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->parts->len; i++)
    {
      const JpPaper *part = g_ptr_array_index (self->parts, i);
      guint first = body->len + 1;
      GPtrArray *own = jp_paper_own_pages (part, fonts, first);

      mark_chapter (own, part->title);
      g_array_append_val (starts, first);
      g_ptr_array_extend_and_steal (body, own);
    }
  g_ptr_array_extend_and_steal (pages, contents_pages (self, fonts, starts));
  g_ptr_array_extend_and_steal (pages, g_steal_pointer (&body));

  return pages;
}
