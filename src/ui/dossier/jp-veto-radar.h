/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"

G_BEGIN_DECLS

/* 否决雷达: the five vetoes watched over the years that are still open, amber months before red. */
void jp_veto_radar_add (AdwPreferencesGroup *group, const JpDossier *dossier, const JpContext *context, int year);

G_END_DECLS
