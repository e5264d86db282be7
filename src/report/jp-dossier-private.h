/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-report-private.h"

G_BEGIN_DECLS

/* The chapters of a 集群档案 that are no papers of their own; NULL where there is nothing to tell. */
JpPaper *jp_dossier_overview_part    (const JpReportSource *source, const JpDossier *dossier);
JpPaper *jp_dossier_figures_part     (const JpReportSource *source, const JpDossier *dossier);
JpPaper *jp_dossier_acts_part        (const JpReportSource *source, const JpDossier *dossier);
JpPaper *jp_dossier_filings_part     (const JpReportSource *source, const JpDossier *dossier);
JpPaper *jp_dossier_attachments_part (const JpReportSource *source, const JpDossier *dossier);

G_END_DECLS
