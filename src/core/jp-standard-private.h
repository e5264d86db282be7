/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-standard.h"

G_BEGIN_DECLS

/* What a numeric test of a criterion came to. @value is as shown, or NULL where a figure is missing. */
typedef struct
{
  JpMet met;
  char *value;
  char *note;
} JpStandardFinding;

void jp_standard_finding_init  (JpStandardFinding *finding, const JpDossier *dossier, const JpPack *pack, int year,
                                const JpStandardTest *test);
void jp_standard_finding_clear (JpStandardFinding *finding);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JpStandardFinding, jp_standard_finding_clear)

G_END_DECLS
