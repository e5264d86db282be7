/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fund-work.h"

#include "jp-act-work.h"
#include "jp-store-clusters.h"
#include "jp-store-funding.h"

static void
append_amount (GString *summary, const JpFundAct *act)
{
  if (act->amount > 0)
    {
      g_autofree char *wan = jp_money_to_wan (act->amount);

      g_string_append_printf (summary, "，%s 万元", wan);
    }
  if (act->voucher != NULL)
    g_string_append_printf (summary, "，凭证 %s", act->voucher);
  if (act->override_reason != NULL)
    g_string_append_printf (summary, "，越过限制：%s", act->override_reason);
  if (act->reason != NULL)
    g_string_append_printf (summary, "，%s", act->reason);
}

static gboolean
do_fund (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
         GError **error)
{
  JpFundAct *act = data;
  g_autoptr (GString) summary = NULL;
  g_autofree char *date = jp_date_to_chinese (act->date);

  if (!jp_fund_check_act (dossier, context, act, error)
      || !jp_store_put_fund_act (transaction, dossier->id, act, error))
    return FALSE;

  summary = g_string_new (dossier->name);
  g_string_append_printf (summary, "：第%u年支持资金，%s（%s", act->ordinal, jp_fund_act_kind_name (act->kind), date);
  append_amount (summary, act);
  g_string_append (summary, "）");
  entry->summary = g_string_free (g_steal_pointer (&summary), FALSE);
  entry->detail = jp_detail_new (act->id);

  return TRUE;
}

/**
 * jp_casework_fund:
 * @desk: where it is done
 * @cluster: UUID of the cluster
 * @act: (inout): the act, completed by the rules; office and person are the desk's where not given
 * @error: return location for a [enum@Jp.FundError] or the store's error
 *
 * One act of a funding case (R-FUND, 第十三条, 第十五条): plan, reviews, publicity, objections, payment.
 *
 * Returns: whether it was done; a refused act changes nothing
 */
gboolean
jp_casework_fund (JpDesk *desk, const char *cluster, JpFundAct *act, GError **error)
{
  g_autofree char *id = g_strconcat ("fund.", jp_fund_act_kind_id (act->kind), NULL);

  if (act->office == NULL)
    act->office = g_strdup (jp_desk_get_office (desk));
  if (act->person == NULL)
    act->person = g_strdup (jp_desk_get_person (desk));

  return jp_desk_do (desk, JP_ENTRY_ACT, id, cluster, do_fund, act, error);
}

typedef struct
{
  int         year;
  const char *reason;
} StartWork;

static gboolean
do_start (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
          GError **error)
{
  const StartWork *work = data;
  g_autoptr (JpDossier) after = jp_dossier_copy (dossier);

  if (!jp_fund_check_start (dossier, context, work->year, work->reason, error))
    return FALSE;
  after->funding_start = work->year;
  if (!jp_store_put_cluster (transaction, after, error))
    return FALSE;
  entry->summary = g_strdup_printf ("%s：资金首年定为%d年%s%s", dossier->name, work->year, work->reason != NULL ? "，" : "",
                                    work->reason != NULL ? work->reason : "");

  return TRUE;
}

/**
 * jp_casework_fund_start:
 * @desk: where it is done
 * @cluster: UUID of the cluster
 * @year: the first fiscal year (资金首年)
 * @reason: (nullable): why a year already given is changed
 * @error: return location for a [enum@Jp.FundError] or the store's error
 *
 * Settles the first fiscal year of support (R-FUND, 第十五条), until year one is paid.
 *
 * Returns: whether it was settled
 */
gboolean
jp_casework_fund_start (JpDesk *desk, const char *cluster, int year, const char *reason, GError **error)
{
  StartWork work = { year, reason };

  return jp_desk_do (desk, JP_ENTRY_ACT, "fund.start", cluster, do_start, &work, error);
}
