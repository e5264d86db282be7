/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"

G_BEGIN_DECLS

#define JP_TYPE_DOSSIER_VALIDITY (jp_dossier_validity_get_type ())
G_DECLARE_FINAL_TYPE (JpDossierValidity, jp_dossier_validity, JP, DOSSIER_VALIDITY, JpDossierSection)

/* 有效期: the terms, the standard self-check, the goals. */

G_END_DECLS
