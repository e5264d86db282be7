/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-context.h"
#include "jp-paper.h"
#include "jp-score.h"

G_BEGIN_DECLS

/* What forms and tables of all papers share: one look, and one way to write numbers, days and feet. */

#define JP_FORM_SIZE  11.0
#define JP_FORM_PITCH 15.6
/* Below this part of their size forms are hard to read and stamp. */
#define JP_FORM_LEAST_SCALE 0.75

JpTable *jp_form_table  (const double *widths, guint n_columns);
void     jp_form_label  (JpTable *table, const char *text);
void     jp_form_labels (JpTable *table, const char * const *texts); /* a row of headers; NULL-terminated */
void     jp_form_head   (JpTable *table, const char *text, guint colspan, guint rowspan);
void     jp_form_plain  (JpTable *table, const char *text); /* a dash where there is none */
void     jp_form_wide   (JpTable *table, const char *text, guint colspan);
void     jp_form_centred (JpTable *table, const char *text);
void     jp_form_strong (JpTable *table, const char *text);
/* Typed, for a workbook. */
void     jp_form_number (JpTable *table, const char *text);
void     jp_form_count  (JpTable *table, guint number);
void     jp_form_points (JpTable *table, int points);     /* hundredths; < 0: a dash */
void     jp_form_wan    (JpTable *table, JpMoney amount); /* 万元 with two decimals */
void     jp_form_yuan   (JpTable *table, JpMoney amount); /* 元 with two decimals, for vouchers */
void     jp_form_date   (JpTable *table, JpDate day);

/* A line under the title: a unit on the right, or a note. */
void     jp_form_note   (JpPaper *paper, const char *text, JpAlign align);

/* The feet of a paper: its articles (behind the document's number), the day of its data and the pack; on a paper of
 * record, whose facts are set before, the check code and the count of pages. @pack may be NULL. */
void     jp_form_feet   (JpPaper *paper, const JpContext *context, const JpPack *pack, const char *articles);

G_END_DECLS
