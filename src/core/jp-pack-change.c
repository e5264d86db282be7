/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-pack-change.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (jp-pack-change-error-quark, jp_pack_change_error)

/* Figures are kept in a metric's smallest unit: a metric that keeps its id keeps its unit and decimals. */
static gboolean
check_metrics (const JpPack *old, const JpPack *pack, GError **error)
{
  for (guint i = 0; i < pack->n_metrics; i++)
    {
      const JpMetric *metric = &pack->metrics[i];
      int index = jp_pack_find_metric (old, metric->id);

      if (index >= 0
          && (old->metrics[index].decimals != metric->decimals
              || !g_str_equal (old->metrics[index].unit, metric->unit)))
        {
          g_set_error (error, JP_PACK_CHANGE_ERROR, JP_PACK_CHANGE_ERROR_METRIC,
                       _("The figure “%s” has another unit or other decimals than in %s/%u; give it another id "
                         "(R-PACK)"),
                       metric->id, old->id, old->version);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * jp_pack_check_add:
 * @packs: the packs of the data file
 * @pack: a valid pack
 * @known: (out): whether the file has it already, word for word
 * @error: return location for a [enum@Jp.PackChangeError]
 *
 * A change makes a new version, and a version never changes (R-PACK).
 *
 * Returns: whether @pack may be added, or is there already
 */
gboolean
jp_pack_check_add (const JpPackSet *packs, const JpPack *pack, gboolean *known, GError **error)
{
  *known = FALSE;
  for (guint i = 0; i < jp_pack_set_size (packs); i++)
    {
      const JpPack *old = jp_pack_set_nth (packs, i);

      if (g_str_equal (old->id, pack->id) && old->version >= pack->version)
        {
          *known = old->version == pack->version && g_str_equal (old->json, pack->json);
          if (*known)
            return TRUE;
          g_set_error (error, JP_PACK_CHANGE_ERROR, JP_PACK_CHANGE_ERROR_VERSION,
                       _("This data file has %s/%u; a change needs a higher version than that (R-PACK, 第十九条)"),
                       old->id, old->version);
          return FALSE;
        }
      if (!check_metrics (old, pack, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * jp_pack_check_year:
 * @dossiers: (element-type JpDossier): all clusters
 * @pack: the pack
 * @year: an assessment year
 * @error: return location for a [enum@Jp.PackChangeError]
 *
 * An assessment year is moved to another pack for all clusters alike; confirmed assessments are reopened first
 * (R-PACK).
 *
 * Returns: whether the assessments of @year may move to @pack
 */
gboolean
jp_pack_check_year (GPtrArray *dossiers, const JpPack *pack, int year, GError **error)
{
  if ((int) pack->governs_from_year > year)
    {
      g_set_error (error, JP_PACK_CHANGE_ERROR, JP_PACK_CHANGE_ERROR_YEAR,
                   _("%s/%u governs assessments from %u on, not %d (R-PACK, 第十九条)"),
                   pack->id, pack->version, pack->governs_from_year, year);
      return FALSE;
    }
  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = dossiers->pdata[i];
      const JpAssessment *assessment = jp_dossier_assessment (dossier, year);

      if (assessment != NULL && assessment->state == JP_ASSESSMENT_CONFIRMED)
        {
          g_set_error (error, JP_PACK_CHANGE_ERROR, JP_PACK_CHANGE_ERROR_YEAR,
                       _("The assessment of %s for %d is confirmed; reopen it before the year moves to another pack "
                         "(R-PACK, R-SCORE)"),
                       dossier->name, year);
          return FALSE;
        }
    }

  return TRUE;
}
