/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper.h"

/* GB/T 9704-2012: margins 37, 28, 26 and 35 mm leave 156 × 225 mm; the page number stands 7 mm below. */
#define MARGINS .width = JP_A4_SHORT, .height = JP_A4_LONG, .top = 37 * JP_MM, .left = 28 * JP_MM, \
                .right = 26 * JP_MM, .bottom = 35 * JP_MM

/* 28 characters to the line and 22 lines to the page: 3号, set 5.571 mm apart, 10.227 mm from line to line. */
#define LETTER_SIZE  (156 * JP_MM / 28 - 0.001)
#define LETTER_PITCH (225 * JP_MM / 22)

const JpSheet JP_SHEET_LETTER = {
  MARGINS,
  .title = { JP_FONT_BIAOSONG, 22 }, .title_pitch = 32,
  .subtitle = { JP_FONT_KAITI, LETTER_SIZE }, .subtitle_pitch = LETTER_PITCH,
  .heading = { JP_FONT_HEITI, LETTER_SIZE }, .heading_pitch = LETTER_PITCH,
  .subheading = { JP_FONT_KAITI, LETTER_SIZE }, .subheading_pitch = LETTER_PITCH,
  .body = { JP_FONT_FANGSONG, LETTER_SIZE }, .body_pitch = LETTER_PITCH,
  .foot = { JP_FONT_FANGSONG, 10.5 }, .foot_pitch = 14,
  .number = { JP_FONT_SONGTI, 14 }, .number_baseline = 271.5 * JP_MM,
};

const JpSheet JP_SHEET_FORM = {
  MARGINS,
  .title = { JP_FONT_BIAOSONG, 22 }, .title_pitch = 30,
  .subtitle = { JP_FONT_KAITI, 14 }, .subtitle_pitch = 24,
  .heading = { JP_FONT_HEITI, 14 }, .heading_pitch = 22,
  .subheading = { JP_FONT_KAITI, 13 }, .subheading_pitch = 21,
  .body = { JP_FONT_FANGSONG, 12 }, .body_pitch = 20,
  .foot = { JP_FONT_FANGSONG, 9 }, .foot_pitch = 12.5,
  .number = { JP_FONT_SONGTI, 14 }, .number_baseline = 284 * JP_MM,
};

/* Blocks that begin together and shrink together. */
typedef struct
{
  gboolean   new_page;
  double     least_scale; /* 1: never shrinks to fit one page */
  GPtrArray *blocks;      /* of JpBlock */
} Section;

typedef struct
{
  char *text;
  char *strong; /* in 黑体 after it, or NULL */
} Foot;

struct _JpPaper
{
  char          *kind;
  char          *title;
  char          *author;
  char          *facts;
  char          *check_code;
  JpDate         as_of;
  const JpSheet *sheet;
  gboolean       counted;
  GPtrArray     *sections; /* of Section, never empty */
  GPtrArray     *feet;     /* of Foot */
};

static void
free_section (gpointer data)
{
  Section *section = data;

  g_ptr_array_unref (section->blocks);
  g_free (section);
}

static void
free_foot (gpointer data)
{
  Foot *foot = data;

  g_free (foot->text);
  g_free (foot->strong);
  g_free (foot);
}

/**
 * jp_paper_new:
 * @kind: its id in REPORTS.md
 * @sheet: what it is printed on
 * @as_of: the day its data are of
 *
 * Returns: (transfer full): an empty paper
 */
JpPaper *
jp_paper_new (const char *kind, const JpSheet *sheet, JpDate as_of)
{
  JpPaper *self = g_new0 (JpPaper, 1);

  self->kind = g_strdup (kind);
  self->sheet = sheet;
  self->as_of = as_of;
  self->sections = g_ptr_array_new_with_free_func (free_section);
  self->feet = g_ptr_array_new_with_free_func (free_foot);
  jp_paper_begin_section (self, FALSE, 1);
  return self;
}

/**
 * jp_paper_free:
 * @self: (transfer full) (nullable): a paper
 *
 * Frees a paper; its pages live on.
 */
void
jp_paper_free (JpPaper *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self->title);
  g_free (self->author);
  g_free (self->facts);
  g_free (self->check_code);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->feet);
  g_free (self);
}

/**
 * jp_paper_set_title:
 * @self: a paper
 * @title: what the PDF and its outline call it
 *
 * Names the paper.
 */
void
jp_paper_set_title (JpPaper *self, const char *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
}

/**
 * jp_paper_set_author:
 * @self: a paper
 * @author: the office that prints it
 *
 * Names the office.
 */
void
jp_paper_set_author (JpPaper *self, const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}

/**
 * jp_paper_set_facts:
 * @self: a paper of record
 * @json: the data it prints as canonical JSON, without the as-of date
 *
 * Keeps what the paper prints, and works out its check code.
 */
void
jp_paper_set_facts (JpPaper *self, const char *json)
{
  g_free (self->facts);
  g_free (self->check_code);
  self->facts = g_strdup (json);
  self->check_code = jp_check_code (json);
}

/**
 * jp_paper_set_counted:
 * @self: a paper
 * @counted: whether the last line under the text says 第 x 页 共 y 页, as on papers of record
 *
 * Numbers the pages of a paper of record.
 */
void
jp_paper_set_counted (JpPaper *self, gboolean counted)
{
  self->counted = counted;
}

/**
 * jp_paper_begin_section:
 * @self: a paper
 * @new_page: whether it begins a page
 * @least_scale: how far its tables may shrink so that it fits one page; 1: not at all
 *
 * Begins a part that shrinks together. A part that would not fit even so keeps its size and flows on.
 */
void
jp_paper_begin_section (JpPaper *self, gboolean new_page, double least_scale)
{
  Section *section = g_new0 (Section, 1);

  section->new_page = new_page;
  section->least_scale = least_scale;
  section->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_block_free);
  g_ptr_array_add (self->sections, section);
}

/**
 * jp_paper_add:
 * @self: a paper
 * @block: (transfer full): what comes next
 *
 * Adds a block to the section last begun.
 */
void
jp_paper_add (JpPaper *self, JpBlock *block)
{
  Section *section = g_ptr_array_index (self->sections, self->sections->len - 1);

  g_ptr_array_add (section->blocks, block);
}

/**
 * jp_paper_add_title:
 * @self: a paper
 * @text: the title, in the lines it is set in
 *
 * Adds the title, 2号小标宋, centred.
 */
void
jp_paper_add_title (JpPaper *self, const char *text)
{
  const JpSheet *s = self->sheet;

  jp_paper_add (self, jp_text_block_new (text, (JpTextOptions) { .style = s->title, .pitch = s->title_pitch,
                                                                 .align = JP_ALIGN_CENTRE, .keep_next = TRUE }));
}

/**
 * jp_paper_add_subtitle:
 * @self: a paper
 * @text: the line under the title
 *
 * Adds the subtitle, centred.
 */
void
jp_paper_add_subtitle (JpPaper *self, const char *text)
{
  const JpSheet *s = self->sheet;

  jp_paper_add (self, jp_text_block_new (text, (JpTextOptions) { .style = s->subtitle, .pitch = s->subtitle_pitch,
                                                                 .align = JP_ALIGN_CENTRE, .keep_next = TRUE }));
}

/**
 * jp_paper_add_heading:
 * @self: a paper
 * @text: "一、指标得分"
 *
 * Adds a first-level heading, 黑体; it stands in the outline.
 */
void
jp_paper_add_heading (JpPaper *self, const char *text)
{
  const JpSheet *s = self->sheet;

  jp_paper_add (self, jp_text_block_new (text, (JpTextOptions) { .style = s->heading, .pitch = s->heading_pitch,
                                                                 .space_before = 4, .keep_next = TRUE,
                                                                 .bookmark = TRUE, .shrinks = TRUE }));
}

/**
 * jp_paper_add_subheading:
 * @self: a paper
 * @text: "（一）规划执行"
 *
 * Adds a second-level heading, 楷体.
 */
void
jp_paper_add_subheading (JpPaper *self, const char *text)
{
  const JpSheet *s = self->sheet;

  jp_paper_add (self, jp_text_block_new (text, (JpTextOptions) { .style = s->subheading, .pitch = s->subheading_pitch,
                                                                 .space_before = 2, .keep_next = TRUE,
                                                                 .shrinks = TRUE }));
}

/**
 * jp_paper_add_body:
 * @self: a paper
 * @text: paragraphs, one a line
 *
 * Adds paragraphs of body text: two characters indented, both edges even.
 */
void
jp_paper_add_body (JpPaper *self, const char *text)
{
  const JpSheet *s = self->sheet;
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      const char *paragraph = g_strstrip (paragraphs[i]);

      if (*paragraph != '\0')
        jp_paper_add (self, jp_text_block_new (paragraph, (JpTextOptions) { .style = s->body, .pitch = s->body_pitch,
                                                                            .indent = 2, .justify = TRUE,
                                                                            .shrinks = TRUE }));
    }
}

/**
 * jp_paper_add_foot:
 * @self: a paper
 * @text: a line of record: articles, as-of date, check code
 * @strong: (nullable): words in 黑体 after it
 *
 * Adds a line under the text area of every page.
 */
void
jp_paper_add_foot (JpPaper *self, const char *text, const char *strong)
{
  Foot *foot = g_new0 (Foot, 1);

  foot->text = g_strdup (text);
  foot->strong = g_strdup (strong);
  g_ptr_array_add (self->feet, foot);
}

/**
 * jp_paper_get_kind:
 * @self: a paper
 *
 * Returns: (transfer none): its id in REPORTS.md
 */
const char *
jp_paper_get_kind (const JpPaper *self)
{
  return self->kind;
}

/**
 * jp_paper_get_title:
 * @self: a paper
 *
 * Returns: (transfer none) (nullable): its name
 */
const char *
jp_paper_get_title (const JpPaper *self)
{
  return self->title;
}

/**
 * jp_paper_get_author:
 * @self: a paper
 *
 * Returns: (transfer none) (nullable): the office that prints it
 */
const char *
jp_paper_get_author (const JpPaper *self)
{
  return self->author;
}

/**
 * jp_paper_get_as_of:
 * @self: a paper
 *
 * Returns: the day its data are of
 */
JpDate
jp_paper_get_as_of (const JpPaper *self)
{
  return self->as_of;
}

/**
 * jp_paper_get_facts:
 * @self: a paper
 *
 * Returns: (transfer none) (nullable): what it prints, as canonical JSON, to be kept with each print; %NULL where the
 *   paper is not of record
 */
const char *
jp_paper_get_facts (const JpPaper *self)
{
  return self->facts;
}

/**
 * jp_paper_get_check_code:
 * @self: a paper
 *
 * Returns: (transfer none) (nullable): the ten characters in its foot
 */
const char *
jp_paper_get_check_code (const JpPaper *self)
{
  return self->check_code;
}

static void
lay_out_section (const Section *section, JpLayout *layout)
{
  for (guint i = 0; i < section->blocks->len; i++)
    jp_block_lay_out (g_ptr_array_index (section->blocks, i), layout);
}

/* Tries smaller and smaller type until the section fits one page; the first size where none does. */
static GPtrArray *
fit_section (const Section *section, JpLayout layout)
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
      const Section *section = g_ptr_array_index (self->sections, i);
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
add_furniture (JpPage *page, JpFonts *fonts, const char *text, JpTextStyle style, double x, double baseline)
{
  JpSpan span = { text, style };
  g_autoptr (JpLines) lines = jp_lines_new (fonts, &span, 1, (JpLineOptions) { 0 });

  jp_marks_add_text (page->marks, x, baseline, lines, 0);
  return lines->width;
}

/* "— 1 —", one character in from the outer edge of the text: right on odd pages, left on even ones. */
static void
add_number (const JpPaper *self, JpPage *page, JpFonts *fonts)
{
  const JpSheet *s = self->sheet;
  g_autofree char *text = g_strdup_printf ("— %u —", page->number);
  JpSpan span = { text, s->number };
  g_autoptr (JpLines) lines = jp_lines_new (fonts, &span, 1, (JpLineOptions) { 0 });
  double x = page->number % 2 == 1 ? s->width - s->right - s->number.size - lines->width : s->left + s->number.size;

  jp_marks_add_text (page->marks, x, s->number_baseline, lines, 0);
}

static void
add_feet (const JpPaper *self, JpPage *page, JpFonts *fonts, guint n_pages)
{
  const JpSheet *s = self->sheet;
  double y = s->height - s->bottom + 3 * JP_MM;

  for (guint i = 0; i < self->feet->len; i++, y += s->foot_pitch)
    {
      const Foot *foot = g_ptr_array_index (self->feet, i);
      double baseline = y + jp_baseline (s->foot.size, s->foot_pitch), x = s->left;

      x += add_furniture (page, fonts, foot->text, s->foot, x, baseline);
      if (foot->strong != NULL)
        x += s->foot.size + add_furniture (page, fonts, foot->strong, (JpTextStyle) { JP_FONT_HEITI, s->foot.size },
                                             x + s->foot.size, baseline);
      if (self->counted && i == self->feet->len - 1)
        {
          g_autofree char *count = g_strdup_printf ("第%u页 共%u页", page->number, n_pages);

          add_furniture (page, fonts, count, s->foot, x + s->foot.size, baseline);
        }
    }
}

/**
 * jp_paper_paginate:
 * @self: a paper
 * @fonts: what to set it in
 *
 * Makes pages of a paper. The same paper and fonts give the same pages.
 *
 * Returns: (transfer full) (element-type JpPage): the pages, at least one
 */
GPtrArray *
jp_paper_paginate (const JpPaper *self, JpFonts *fonts)
{
  const JpSheet *s = self->sheet;
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_page_free);
  g_autoptr (GPtrArray) strips = lay_out (self, fonts);
  g_autoptr (GArray) placements = jp_paginate (strips, s->height - s->top - s->bottom);
  guint n_pages = placements->len > 0 ? g_array_index (placements, JpPlacement, placements->len - 1).page + 1 : 1;

  for (guint i = 0; i < n_pages; i++)
    g_ptr_array_add (pages, jp_page_new (fonts, s->width, s->height, i + 1));

  for (guint i = 0; i < placements->len; i++)
    {
      const JpPlacement *placement = &g_array_index (placements, JpPlacement, i);
      JpPage *page = g_ptr_array_index (pages, placement->page);

      jp_placement_draw (placement, page->marks, s->left, s->top);
      if (placement->strip->bookmark != NULL)
        jp_page_add_bookmark (page, placement->strip->bookmark, s->top + placement->y);
    }

  for (guint i = 0; i < n_pages; i++)
    {
      JpPage *page = g_ptr_array_index (pages, i);

      add_feet (self, page, fonts, n_pages);
      add_number (self, page, fonts);
    }

  return pages;
}
