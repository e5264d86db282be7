/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"

G_BEGIN_DECLS

#define JP_TYPE_OVERSIGHT_VIEW (jp_oversight_view_get_type ())
G_DECLARE_FINAL_TYPE (JpOversightView, jp_oversight_view, JP, OVERSIGHT_VIEW, JpDossierSection)

/* Inspections, the special audit, and findings on their way from 挂号 to 销号 (R-USE, 第十六条, 第十七条). */

G_END_DECLS
