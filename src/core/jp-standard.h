/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-life.h"

G_BEGIN_DECLS

typedef enum { JP_MET_NO, JP_MET_YES, JP_MET_UNKNOWN } JpMet;

typedef struct
{
  const char *id;    /* "no_grave_incident" or the criterion's */
  char       *group;
  char       *name;
  JpMet       met;   /* unknown: a figure is missing, or a person has not judged yet */
  gboolean    judged; /* by a person with a note, not by a number */
  char       *value; /* as shown: "10.00%（不高于）", "142.79 亿元"; NULL where there is none */
  char       *note;  /* official sentence: threshold, inputs, or what is missing */
} JpStandardItem;

void       jp_standard_item_free (JpStandardItem *item);
/* The self-check against the recognition standard (认定标准自查) with @year as the latest full year; R-STANDARD, 第五条. */
GPtrArray *jp_standard_new       (const JpDossier *dossier, const JpContext *context, int year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpStandardItem, jp_standard_item_free)

G_END_DECLS
