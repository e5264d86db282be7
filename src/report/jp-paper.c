/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-private.h"

/* GB/T 9704-2012: margins 37, 28, 26 and 35 mm leave 156 × 225 mm; the page number stands 7 mm below. */
#define MARGINS .width = JP_A4_SHORT, .height = JP_A4_LONG, .top = 37 * JP_MM, .left = 28 * JP_MM, \
                .right = 26 * JP_MM, .bottom = 35 * JP_MM

/* 28 characters to the line and 22 lines to the page: 3号, set 5.571 mm apart, 10.227 mm from line to line. */
#define LETTER_SIZE  (156 * JP_MM / 28 - 0.001)
#define LETTER_PITCH (225 * JP_MM / 22)
#define TITLE_SPACE  6

const JpSheet JP_SHEET_LETTER = {
  MARGINS,
  .title = { JP_FONT_BIAOSONG, 22 }, .title_pitch = 32,
  .subtitle = { JP_FONT_KAITI, LETTER_SIZE }, .subtitle_pitch = LETTER_PITCH,
  .heading = { JP_FONT_HEITI, LETTER_SIZE }, .heading_pitch = LETTER_PITCH, .heading_indent = 2,
  .subheading = { JP_FONT_KAITI, LETTER_SIZE }, .subheading_pitch = LETTER_PITCH,
  .body = { JP_FONT_FANGSONG, LETTER_SIZE }, .body_pitch = LETTER_PITCH,
  .foot = { JP_FONT_FANGSONG, 9 }, .foot_pitch = 12, .foot_top = 275 * JP_MM,
  .number = { JP_FONT_SONGTI, 14 }, .number_baseline = 271.5 * JP_MM,
};

const JpSheet JP_SHEET_FORM = {
  MARGINS,
  .title = { JP_FONT_BIAOSONG, 22 }, .title_pitch = 30,
  .subtitle = { JP_FONT_KAITI, 14 }, .subtitle_pitch = 24,
  .heading = { JP_FONT_HEITI, 14 }, .heading_pitch = 22, .heading_space = 4,
  .subheading = { JP_FONT_KAITI, 13 }, .subheading_pitch = 21,
  .body = { JP_FONT_FANGSONG, 12 }, .body_pitch = 20,
  .foot = { JP_FONT_FANGSONG, 9 }, .foot_pitch = 12.5, .foot_top = 265 * JP_MM,
  .number = { JP_FONT_SONGTI, 14 }, .number_baseline = 284 * JP_MM,
};

/* 横排表格: the side that is bound, above, has the letter's left margin. */
const JpSheet JP_SHEET_LEDGER = {
  .width = JP_A4_LONG, .height = JP_A4_SHORT,
  .top = 28 * JP_MM, .left = 20 * JP_MM, .right = 20 * JP_MM, .bottom = 30 * JP_MM,
  .title = { JP_FONT_BIAOSONG, 22 }, .title_pitch = 30,
  .subtitle = { JP_FONT_KAITI, 14 }, .subtitle_pitch = 24,
  .heading = { JP_FONT_HEITI, 14 }, .heading_pitch = 22, .heading_space = 4,
  .subheading = { JP_FONT_KAITI, 13 }, .subheading_pitch = 21,
  .body = { JP_FONT_FANGSONG, 12 }, .body_pitch = 20,
  .foot = { JP_FONT_FANGSONG, 9 }, .foot_pitch = 12.5, .foot_top = 183 * JP_MM,
  .number = { JP_FONT_SONGTI, 14 }, .number_baseline = 203 * JP_MM,
};

static void
free_section (gpointer data)
{
  JpSection *section = data;

  g_ptr_array_unref (section->blocks);
  g_free (section);
}

static void
free_foot (gpointer data)
{
  JpFoot *foot = data;

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
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_paper_free);
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
  g_ptr_array_unref (self->parts);
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
  JpSection *section = g_new0 (JpSection, 1);

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
  JpSection *section = g_ptr_array_index (self->sections, self->sections->len - 1);

  g_ptr_array_add (section->blocks, block);
}

/**
 * jp_paper_add_part:
 * @self: a book; its own blocks are its cover
 * @part: (transfer full): a chapter, under its own title
 *
 * Adds a chapter. The pages of all chapters are numbered through, and a list of contents stands before them.
 */
void
jp_paper_add_part (JpPaper *self, JpPaper *part)
{
  g_ptr_array_add (self->parts, part);
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
                                                                 .space_below = TITLE_SPACE,
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
                                                                 .space_before = s->heading_space,
                                                                 .indent = s->heading_indent, .keep_next = TRUE,
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
                                                                 .space_before = s->heading_space / 2,
                                                                 .indent = s->heading_indent, .keep_next = TRUE,
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
  JpFoot *foot = g_new0 (JpFoot, 1);

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

/**
 * jp_paper_get_sheet:
 * @self: a paper
 *
 * Returns: (transfer none): what it is printed on
 */
const JpSheet *
jp_paper_get_sheet (const JpPaper *self)
{
  return self->sheet;
}

/**
 * jp_paper_n_blocks:
 * @self: a paper
 *
 * Returns: how many blocks it has, all sections together
 */
guint
jp_paper_n_blocks (const JpPaper *self)
{
  guint n = 0;

  for (guint i = 0; i < self->sections->len; i++)
    n += ((const JpSection *) g_ptr_array_index (self->sections, i))->blocks->len;
  return n;
}

/**
 * jp_paper_nth_block:
 * @self: a paper
 * @index: which block, from 0, all sections together
 *
 * Returns: (transfer none) (nullable): the block, for those who write a paper as something else than pages
 */
const JpBlock *
jp_paper_nth_block (const JpPaper *self, guint index)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const JpSection *section = g_ptr_array_index (self->sections, i);

      if (index < section->blocks->len)
        return g_ptr_array_index (section->blocks, index);
      index -= section->blocks->len;
    }

  return NULL;
}
