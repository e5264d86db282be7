/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"

G_BEGIN_DECLS

#define JP_TYPE_DOSSIER_OVERVIEW (jp_dossier_overview_get_type ())
G_DECLARE_FINAL_TYPE (JpDossierOverview, jp_dossier_overview, JP, DOSSIER_OVERVIEW, JpDossierSection)

/* 概况: identity, stage and its acts, directions, support. */

G_END_DECLS
