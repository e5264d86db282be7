/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-correction.h"

G_BEGIN_DECLS

/* What a correction works with. Private to the corrections. */
typedef struct
{
  const JpEntry      *wrong;
  const char         *record; /* id of the record the wrong entry made */
  const JpCorrection *correction;
} JpCorrectionWork;

gboolean jp_correction_not_found (const JpCorrectionWork *work, GError **error);
/* Voids or corrects an act of R-LIFE, and lets the terms that follow from it follow. */
gboolean jp_correct_act          (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier,
                                  const JpCorrectionWork *work, GError **error);

G_END_DECLS
