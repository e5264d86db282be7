/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-page.h"

G_BEGIN_DECLS

#define JP_TYPE_DOSSIER_PAGE (jp_dossier_page_get_type ())
G_DECLARE_FINAL_TYPE (JpDossierPage, jp_dossier_page, JP, DOSSIER_PAGE, JpPage)

/* 一群一档: one cluster in sections. Its places are "UUID" and "UUID#SECTION" with the section's id: overview, figures,
 * assessments, validity, funding, filings, files, journal. */

G_END_DECLS
