/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-date.h"
#include "jp-table.h"

G_BEGIN_DECLS

/* A kind of sheet: its size, margins (all in points) and type. */
typedef struct
{
  double      width, height;
  double      top, left, right, bottom;
  JpTextStyle title, subtitle, heading, subheading, body, foot, number;
  double      title_pitch, subtitle_pitch, heading_pitch, subheading_pitch, body_pitch, foot_pitch;
  double      heading_space;  /* white above a first-level heading */
  double      heading_indent; /* of it, in characters */
  double      number_baseline; /* from the top of the page */
  double      foot_top;        /* of the lines of record, from the top of the page */
} JpSheet;

extern const JpSheet JP_SHEET_LETTER; /* GB/T 9704: 22 lines of 28 characters in 3号 */
extern const JpSheet JP_SHEET_LEDGER; /* landscape, for wide tables */
extern const JpSheet JP_SHEET_FORM;   /* the same margins, smaller type, lines of record under the text */

#define JP_CHECK_CODE_LENGTH 10

/**
 * JpPaper:
 *
 * A paper as blocks, with what belongs to it: the data it prints, its check code, the names a PDF carries.
 * It knows nothing of fonts and pages until jp_paper_paginate() makes pages of it.
 */
typedef struct _JpPaper JpPaper;

JpPaper    *jp_paper_new            (const char *kind, const JpSheet *sheet, JpDate as_of);
void        jp_paper_free           (JpPaper *self);

void        jp_paper_set_title      (JpPaper *self, const char *title);
void        jp_paper_set_author     (JpPaper *self, const char *author);
void        jp_paper_set_facts      (JpPaper *self, const char *json);
void        jp_paper_begin_section  (JpPaper *self, gboolean new_page, double least_scale);
void        jp_paper_add            (JpPaper *self, JpBlock *block);
void        jp_paper_add_part       (JpPaper *self, JpPaper *part);
void        jp_paper_add_title      (JpPaper *self, const char *text);
void        jp_paper_add_subtitle   (JpPaper *self, const char *text);
void        jp_paper_add_heading    (JpPaper *self, const char *text);
void        jp_paper_add_subheading (JpPaper *self, const char *text);
void        jp_paper_add_body       (JpPaper *self, const char *text);
void        jp_paper_add_foot       (JpPaper *self, const char *text, const char *strong);
void        jp_paper_set_counted    (JpPaper *self, gboolean counted);

const char *jp_paper_get_kind       (const JpPaper *self);
const char *jp_paper_get_title      (const JpPaper *self);
const char *jp_paper_get_author     (const JpPaper *self);
JpDate      jp_paper_get_as_of      (const JpPaper *self);
const char *jp_paper_get_facts      (const JpPaper *self);
const char *jp_paper_get_check_code (const JpPaper *self);
const JpSheet *jp_paper_get_sheet   (const JpPaper *self);
guint       jp_paper_n_blocks       (const JpPaper *self);
const JpBlock *jp_paper_nth_block   (const JpPaper *self, guint index);

GPtrArray  *jp_paper_paginate       (const JpPaper *self, JpFonts *fonts);
char       *jp_check_code           (const char *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpPaper, jp_paper_free)

G_END_DECLS
