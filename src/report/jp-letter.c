/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-letter.h"

/**
 * jp_letter_space:
 * @paper: a letter
 * @n_lines: how many lines
 *
 * Leaves lines empty.
 */
void
jp_letter_space (JpPaper *paper, guint n_lines)
{
  const JpSheet *s = jp_paper_get_sheet (paper);

  for (guint i = 0; i < n_lines; i++)
    jp_paper_add (paper, jp_text_block_new (" ", (JpTextOptions) { .style = s->body, .pitch = s->body_pitch,
                                                                   .keep_next = TRUE }));
}

/**
 * jp_letter_address:
 * @paper: a letter
 * @addressee: "厦门市集美区工业和信息化局："
 *
 * Adds the line of the addressee, flush left.
 */
void
jp_letter_address (JpPaper *paper, const char *addressee)
{
  const JpSheet *s = jp_paper_get_sheet (paper);

  jp_paper_add (paper, jp_text_block_new (addressee, (JpTextOptions) { .style = s->body, .pitch = s->body_pitch,
                                                                       .keep_next = TRUE }));
}

/**
 * jp_letter_close:
 * @paper: a letter
 * @office: who signs
 * @day: the date of the letter; %JP_DATE_NONE: left to be written
 *
 * Adds office and date, with room for the seal; never alone on a page.
 */
void
jp_letter_close (JpPaper *paper, const char *office, JpDate day)
{
  const JpSheet *s = jp_paper_get_sheet (paper);
  g_autofree char *date = day != JP_DATE_NONE ? jp_date_to_chinese (day) : g_strdup ("　　年　月　日");

  jp_paper_add (paper, jp_signature_block_new (office, date, s->body, s->body_pitch));
}

/* White above the office, in lines, for the seal, whose centre lies on the date. */
#define LINES_ABOVE 2
/* How far date and office stay from the right margin, in characters. */
#define DATE_INSET   4
#define OFFICE_INSET 2

typedef struct
{
  JpBlock     parent;
  char       *office, *day;
  JpTextStyle style;
  double      pitch;
} SignatureBlock;

/* The office is centred over the date; one too long for that keeps its own distance, and the date moves under it. */
static void
lay_out_signature (const JpBlock *block, JpLayout *layout)
{
  const SignatureBlock *self = (const SignatureBlock *) block;
  JpSpan office = { self->office, self->style }, day = { self->day, self->style };
  g_autoptr (JpLines) above = jp_lines_new (layout->fonts, &office, 1, (JpLineOptions) { 0 });
  g_autoptr (JpLines) below = jp_lines_new (layout->fonts, &day, 1, (JpLineOptions) { 0 });
  double centre = layout->width - DATE_INSET * self->style.size - below->width / 2;
  double limit = layout->width - OFFICE_INSET * self->style.size - above->width / 2;
  JpStrip *strip;

  if (layout->strips->len > 0)
    ((JpStrip *) g_ptr_array_index (layout->strips, layout->strips->len - 1))->keep_next = TRUE;
  centre = MIN (centre, limit);
  strip = jp_layout_add (layout, (LINES_ABOVE + 2) * self->pitch, 0);
  jp_marks_add_text (strip->marks, centre - above->width / 2,
                     LINES_ABOVE * self->pitch + jp_baseline (self->style.size, self->pitch), above, 0);
  jp_marks_add_text (strip->marks, centre - below->width / 2,
                     (LINES_ABOVE + 1) * self->pitch + jp_baseline (self->style.size, self->pitch), below, 0);
}

static void
free_signature (JpBlock *block)
{
  SignatureBlock *self = (SignatureBlock *) block;

  g_free (self->office);
  g_free (self->day);
  g_free (self);
}

/**
 * jp_signature_block_new:
 * @office: who signs
 * @day: the date, as written
 * @style: face and size
 * @pitch: height of a line, in points
 *
 * Returns: (transfer full): office and date as GB/T 9704 places them, the date four characters from the right
 */
JpBlock *
jp_signature_block_new (const char *office, const char *day, JpTextStyle style, double pitch)
{
  SignatureBlock *self = g_new0 (SignatureBlock, 1);

  self->parent = (JpBlock) { lay_out_signature, free_signature };
  self->office = g_strdup (office);
  self->day = g_strdup (day);
  self->style = style;
  self->pitch = pitch;
  return &self->parent;
}

/**
 * jp_signature_block_get:
 * @block: a block
 * @office: (out) (transfer none): who signs
 * @day: (out) (transfer none): the date
 *
 * Returns: whether it is a signature
 */
gboolean
jp_signature_block_get (const JpBlock *block, const char **office, const char **day)
{
  const SignatureBlock *self = (const SignatureBlock *) block;

  if (block->lay_out != lay_out_signature)
    return FALSE;

  *office = self->office;
  *day = self->day;
  return TRUE;
}
