/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-dossier.h"
#include "jp-pack-set.h"

G_BEGIN_DECLS

#define JP_PACK_CHANGE_ERROR (jp_pack_change_error_quark ())

/**
 * JpPackChangeError:
 * @JP_PACK_CHANGE_ERROR_VERSION: this version is known with other contents, or is not newer
 * @JP_PACK_CHANGE_ERROR_METRIC: a metric kept its id but not its unit
 * @JP_PACK_CHANGE_ERROR_YEAR: the pack does not govern that year, or a confirmed assessment holds it
 */
typedef enum
{
  JP_PACK_CHANGE_ERROR_VERSION,
  JP_PACK_CHANGE_ERROR_METRIC,
  JP_PACK_CHANGE_ERROR_YEAR,
} JpPackChangeError;

GQuark jp_pack_change_error_quark (void);

/* Whether @pack may join the packs of a data file; @known is set when it is there already, word for word. */
gboolean jp_pack_check_add  (const JpPackSet *packs, const JpPack *pack, gboolean *known, GError **error);
/* Whether the assessments of @year may move to @pack: none of them confirmed. */
gboolean jp_pack_check_year (GPtrArray *dossiers, const JpPack *pack, int year, GError **error);

G_END_DECLS
