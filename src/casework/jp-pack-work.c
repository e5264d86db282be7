/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-pack-work.h"

#include "jp-act-work.h"
#include "jp-pack-change.h"
#include "jp-store-assessments.h"
#include "jp-store-rules.h"

#include <glib/gi18n-lib.h>

static gboolean
need_city (JpDesk *desk, GError **error)
{
  if (g_str_equal (jp_desk_get_office (desk), JP_OFFICE_CITY))
    return TRUE;

  g_set_error_literal (error, JP_DESK_ERROR, JP_DESK_ERROR_OFFICE,
                       _("Rule packs are the city's; a district uses those it is given (R-PACK, 第十八条)"));
  return FALSE;
}

typedef struct
{
  JpPack *pack;
  int     year;
} UseWork;

/* Points given under indicators that the new pack lacks fall away; the others stand. */
static gboolean
move_assessment (JpTransaction *transaction, const JpDossier *dossier, const UseWork *work, GError **error)
{
  const JpAssessment *present = jp_dossier_assessment (dossier, work->year);
  g_autoptr (JpAssessment) moved = NULL;

  if (present == NULL)
    return TRUE;

  moved = jp_assessment_copy (present);
  g_free (moved->pack_id);
  moved->pack_id = g_strdup (work->pack->id);
  moved->pack_version = work->pack->version;
  for (guint i = moved->points->len; i > 0; i--)
    {
      const JpReviewPoints *points = moved->points->pdata[i - 1];
      int index = jp_pack_find_indicator (work->pack, points->indicator);

      if (index < 0 || MAX (points->district, points->city) > work->pack->indicators[index].weight)
        g_ptr_array_remove_index (moved->points, i - 1);
    }

  return jp_store_put_assessment (transaction, dossier->id, moved, error);
}

static gboolean
move_year (JpTransaction *transaction, const UseWork *work, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_transaction_load_dossiers (transaction, error);

  if (dossiers == NULL || !jp_pack_check_year (dossiers, work->pack, work->year, error) ||
      !jp_store_fix_year (transaction, work->year, work->pack->id, work->pack->version, error))
    return FALSE;

  for (guint i = 0; i < dossiers->len; i++)
    if (!move_assessment (transaction, dossiers->pdata[i], work, error))
      return FALSE;

  return TRUE;
}

static gboolean
do_use (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
        GError **error)
{
  const UseWork *work = data;
  gboolean known;

  if (!jp_pack_check_add (context->packs, work->pack, &known, error))
    return FALSE;
  if (known && work->year == 0)
    return TRUE;
  if (!known && !jp_store_put_pack (transaction, work->pack, error))
    return FALSE;
  if (work->year != 0 && !move_year (transaction, work, error))
    return FALSE;

  entry->summary = work->year != 0
                     ? g_strdup_printf ("%d年度考核改用规则包 %s 第%u版", work->year, work->pack->id, work->pack->version)
                     : g_strdup_printf ("启用规则包 %s 第%u版", work->pack->id, work->pack->version);

  return TRUE;
}

/**
 * jp_casework_pack_use:
 * @desk: the city's desk
 * @pack: a valid pack
 * @year: an assessment year to move to it, or 0
 * @error: return location for a [enum@Jp.PackChangeError] or the store's error
 *
 * Takes a rule pack, or a new version of one, into use (R-PACK, 第十九条). Years whose assessments were opened keep
 * their version unless @year names one, whose open assessments are then computed anew.
 *
 * Returns: whether it is in use
 */
gboolean
jp_casework_pack_use (JpDesk *desk, JpPack *pack, int year, GError **error)
{
  UseWork work = { pack, year };

  return need_city (desk, error) && jp_desk_do (desk, JP_ENTRY_ACT, "pack.use", NULL, do_use, &work, error);
}

typedef struct
{
  const char *document;
  JpDate      date;
} ConfirmWork;

static gboolean
do_confirm (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
            gpointer data, GError **error)
{
  const ConfirmWork *work = data;
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  g_autofree char *date = jp_date_to_chinese (work->date);

  if (work->date == JP_DATE_NONE || work->date > context->today)
    {
      g_set_error_literal (
        error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
        _("The document that sets the weights needs its day, and none is dated after today (R-PACK)"));
      return FALSE;
    }
  if (work->document == NULL || *work->document == '\0')
    {
      g_set_error_literal (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                           _("Give the number of the document that sets the weights and curves (R-SCORE, R-PACK)"));
      return FALSE;
    }
  if (!jp_store_confirm_pack (transaction, pack->id, pack->version, work->document, work->date, error))
    return FALSE;
  entry->summary = g_strdup_printf ("核定规则包 %s 第%u版的评分标准（%s，%s）", pack->id, pack->version, work->document, date);

  return TRUE;
}

/**
 * jp_casework_pack_confirm:
 * @desk: the city's desk
 * @document: number of the document that sets the weights and curves
 * @date: its date
 * @error: return location for the store's error
 *
 * The bureau makes the weights and curves of the pack in force its own; until then every result and paper says
 * 评分标准未核定 (R-SCORE).
 *
 * Returns: whether it was recorded
 */
gboolean
jp_casework_pack_confirm (JpDesk *desk, const char *document, JpDate date, GError **error)
{
  ConfirmWork work = { document, date };

  return need_city (desk, error) && jp_desk_do (desk, JP_ENTRY_ACT, "pack.confirm", NULL, do_confirm, &work, error);
}
