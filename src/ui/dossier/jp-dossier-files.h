/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier-section.h"
#include "jp-form.h"

G_BEGIN_DECLS

#define JP_TYPE_DOSSIER_FILES (jp_dossier_files_get_type ())
G_DECLARE_FINAL_TYPE (JpDossierFiles, jp_dossier_files, JP, DOSSIER_FILES, JpDossierSection)

/* 材料: attached files, kept as copies. */

/* Asks what files (element-type GFile) are, and keeps copies of them with the dossier that is shown; NULL: none lies
 * on a disk. */
JpForm *jp_dossier_files_attach (JpDossierFiles *self, GListModel *files);

G_END_DECLS
