/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"

G_BEGIN_DECLS

#define JP_TYPE_DOSSIER_JOURNAL (jp_dossier_journal_get_type ())
G_DECLARE_FINAL_TYPE (JpDossierJournal, jp_dossier_journal, JP, DOSSIER_JOURNAL, JpDossierSection)

/* 记录: what was done about this cluster. */

G_END_DECLS
