/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"
#include "jp-figures-grid.h"

G_BEGIN_DECLS

#define JP_TYPE_DOSSIER_FIGURES (jp_dossier_figures_get_type ())
G_DECLARE_FINAL_TYPE (JpDossierFigures, jp_dossier_figures, JP, DOSSIER_FIGURES, JpDossierSection)

/* 年度指标: the figures, years as columns. */

JpFiguresGrid *jp_dossier_figures_get_grid (JpDossierFigures *self);
/* Shows these years only; heeded when a dossier is next presented. */
void jp_dossier_figures_set_span (JpDossierFigures *self, int first, guint n_years);

G_END_DECLS
