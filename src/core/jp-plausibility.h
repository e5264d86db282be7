/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier.h"

G_BEGIN_DECLS

/* What a good reviewer would ask about (体检): warns only, R-PACK checks. */
typedef enum
{
  JP_SUSPECT_GROWTH,        /* grew by more than the pack's limit */
  JP_SUSPECT_JUMP,          /* 20-fold jump */
  JP_SUSPECT_SLIP,          /* 10 000×: 万元 and 亿元, or 元, mixed up */
  JP_SUSPECT_COPIED_GROWTH, /* the very growth of the year before */
  JP_SUSPECT_ROUND,         /* too round to be counted */
  JP_SUSPECT_PART_ABOVE_WHOLE,
  JP_SUSPECT_EVIDENCE, /* evidence dated outside the year it is to prove */
} JpSuspicion;

#define JP_SUSPECT_NO_METRIC G_MAXUINT /* of evidence, which speaks for no one figure */

typedef struct
{
  JpSuspicion kind;
  guint       metric; /* index in the pack, or JP_SUSPECT_NO_METRIC */
  char       *sentence; /* official sentence in Chinese */
} JpSuspect;

void       jp_suspect_free     (JpSuspect *suspect);
GPtrArray *jp_plausibility_new (const JpDossier *dossier, const JpPack *pack, int year);
GPtrArray *jp_evidence_check_new (const JpDossier *dossier, int year);

G_END_DECLS
