/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-paper.h"

G_BEGIN_DECLS

/* Blocks that begin together and shrink together. */
typedef struct
{
  gboolean   new_page;
  double     least_scale; /* 1: never shrinks to fit one page */
  GPtrArray *blocks;      /* of JpBlock */
} JpSection;

typedef struct
{
  char *text;
  char *strong; /* in 黑体 after it, or NULL */
} JpFoot;

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
  GPtrArray     *sections; /* of JpSection, never empty */
  GPtrArray     *feet;     /* of JpFoot */
  GPtrArray     *parts;    /* of JpPaper: the chapters of a book, which is then only its cover */
};

GPtrArray *jp_paper_own_pages (const JpPaper *self, JpFonts *fonts, guint first);
GPtrArray *jp_book_pages      (const JpPaper *self, JpFonts *fonts);

G_END_DECLS
