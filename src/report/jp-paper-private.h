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
};

G_END_DECLS
