/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"

G_BEGIN_DECLS

#define JP_TYPE_DOSSIER_FILINGS (jp_dossier_filings_get_type ())
G_DECLARE_FINAL_TYPE (JpDossierFilings, jp_dossier_filings, JP, DOSSIER_FILINGS, JpDossierSection)

/* 变更与事件: change filings, incidents, returns. */

G_END_DECLS
