/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JP_PAPER_NAMES_PATTERN "{集群}-{年度}-{报表}"

/* What stands for the braces of a pattern; NULL: nothing. */
typedef struct
{
  const char *cluster;  /* {集群} */
  const char *district; /* {区县} */
  const char *report;   /* {报表} */
  int         year;     /* {年度}; 0: none */
  const char *day;      /* {日期} */
} JpPaperNameParts;

/* The name of a file, without its ending, that every file system takes. */
char *jp_paper_name        (const char *pattern, const JpPaperNameParts *parts);
/* The same, other than all names in @taken, a set that it is added to. */
char *jp_paper_name_unique (const char *pattern, const JpPaperNameParts *parts, GHashTable *taken);

G_END_DECLS
