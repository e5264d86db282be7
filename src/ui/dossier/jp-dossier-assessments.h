/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"

G_BEGIN_DECLS

#define JP_TYPE_DOSSIER_ASSESSMENTS (jp_dossier_assessments_get_type ())
G_DECLARE_FINAL_TYPE (JpDossierAssessments, jp_dossier_assessments, JP, DOSSIER_ASSESSMENTS, JpDossierSection)

/* 考核: each year's result, what changed, and 否决雷达. */

G_END_DECLS
