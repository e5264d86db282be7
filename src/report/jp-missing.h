/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-obligation.h"

G_BEGIN_DECLS

/* Something a district has not handed in yet. */
typedef struct
{
  const JpDossier *dossier; /* borrowed */
  char            *what;    /* "2025年度绩效考核：2025年总产值未填报" */
  JpDate           since;   /* from when it could be handed in; JP_DATE_NONE: at any time */
  JpDate           due;
  JpDutyState      state;
  const char      *article; /* borrowed from the pack */
} JpMissing;

/* What a district lacks (缺件), by due day: of JpMissing. @dossiers of JpDossier; @district NULL: of all. */
GPtrArray *jp_missing_new  (GPtrArray *dossiers, const JpContext *context, const char *district);
void       jp_missing_free (JpMissing *missing);
/* The same as text to paste into a message, a line each; NULL: nothing is missing. */
char      *jp_missing_text (GPtrArray *dossiers, const JpContext *context, const char *district);

G_END_DECLS
