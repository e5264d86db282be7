/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"

G_BEGIN_DECLS

#define JP_TYPE_DOSSIER_FUNDING (jp_dossier_funding_get_type ())
G_DECLARE_FINAL_TYPE (JpDossierFunding, jp_dossier_funding, JP, DOSSIER_FUNDING, JpDossierSection)

/* 资金: what each funding year is worth, and why. */

G_END_DECLS
