/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-work.h"

#include "jp-act-work.h"
#include "jp-filing.h"
#include "jp-standard.h"
#include "jp-store-clusters.h"
#include "jp-store-filings.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>

static gboolean
check_name_is_free (JpTransaction *transaction, const JpDossier *cluster, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_transaction_load_dossiers (transaction, error);
  g_autofree char *folded = jp_text_fold (cluster->name);

  if (dossiers == NULL)
    return FALSE;
  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *other = dossiers->pdata[i];
      g_autofree char *name = jp_text_fold (other->name);

      if (g_strcmp0 (other->id, cluster->id) != 0 && g_str_equal (name, folded))
        {
          g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                       _("There is a cluster named %s already; give another name, or edit that one (R-WHO)"),
                       other->name);
          return FALSE;
        }
    }

  return TRUE;
}

typedef struct
{
  JpDesk    *desk;
  JpDossier *cluster;
} ClusterWork;

/* A district's file holds the clusters of that district (R-WHO). */
static gboolean
check_own_district (JpDesk *desk, const JpDossier *cluster, GError **error)
{
  const char *office = jp_desk_get_office (desk);

  if (!jp_office_is_district (office) || g_strcmp0 (office, cluster->district) == 0)
    return TRUE;

  g_set_error_literal (error, JP_DESK_ERROR, JP_DESK_ERROR_OFFICE,
                       _("A district keeps the clusters of its own district (R-WHO, 第三条)"));
  return FALSE;
}

/* The first fiscal year has an act and rules of its own; when a cluster came into the file is no field to edit. */
static void
keep_what_has_its_own_act (JpDossier *cluster, const JpDossier *dossier)
{
  cluster->funding_start = dossier->funding_start;
  cluster->recorded_on = dossier->recorded_on;
}

static gboolean
do_keep_cluster (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
                 gpointer data, GError **error)
{
  ClusterWork *work = data;

  if (!jp_filing_check_identity (dossier, work->cluster, context, error)
      || !check_own_district (work->desk, work->cluster, error)
      || !check_name_is_free (transaction, work->cluster, error))
    return FALSE;
  if (dossier == NULL)
    work->cluster->recorded_on = context->today;
  else
    keep_what_has_its_own_act (work->cluster, dossier);
  if (!jp_store_put_cluster (transaction, work->cluster, error))
    return FALSE;

  entry->summary = g_strdup_printf (dossier == NULL ? "%s：建立档案" : "%s：修改基本信息", work->cluster->name);
  if (entry->cluster == NULL)
    entry->cluster = g_strdup (work->cluster->id);

  return TRUE;
}

/**
 * jp_casework_add_cluster:
 * @desk: where it is entered
 * @cluster: (inout): its own fields; the UUID is given
 * @error: return location for an error
 *
 * Opens the dossier of a new cluster (一群一档).
 *
 * Returns: whether it was opened
 */
gboolean
jp_casework_add_cluster (JpDesk *desk, JpDossier *cluster, GError **error)
{
  ClusterWork work = { desk, cluster };

  return jp_desk_do (desk, JP_ENTRY_WORK, "cluster.add", NULL, do_keep_cluster, &work, error);
}

/**
 * jp_casework_edit_cluster:
 * @desk: where it is entered
 * @cluster: the cluster with its fields as they shall be
 * @error: return location for an error
 *
 * Keeps changed fields of a cluster. Leading industry, scope and operator, once on record, change only by a filing.
 *
 * Returns: whether they were kept
 */
gboolean
jp_casework_edit_cluster (JpDesk *desk, JpDossier *cluster, GError **error)
{
  ClusterWork work = { desk, cluster };

  return jp_desk_do (desk, JP_ENTRY_WORK, "cluster.edit", cluster->id, do_keep_cluster, &work, error);
}

static gboolean
has_official_acts (const JpDossier *dossier)
{
  return dossier->acts->len > 0 || dossier->assessments->len > 0 || dossier->fund_acts->len > 0;
}

typedef struct
{
  JpDesk             *desk;
  const char * const *clusters;
} Deletion;

/* The clusters as they are inside the transaction; those that cannot be deleted are named together. */
static GPtrArray *
load_to_delete (JpTransaction *transaction, const JpContext *context, const Deletion *deletion, GError **error)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);
  g_autoptr (GString) refused = g_string_new (NULL);

  for (guint i = 0; deletion->clusters[i] != NULL; i++)
    {
      JpDossier *dossier = jp_transaction_load_dossier (transaction, deletion->clusters[i], error);

      if (dossier == NULL)
        return NULL;
      g_ptr_array_add (dossiers, dossier);
      if (!jp_desk_check_district (deletion->desk, dossier, context, error))
        return NULL;
      if (has_official_acts (dossier))
        g_string_append_printf (refused, "%s%s", refused->len > 0 ? "、" : "", dossier->name);
    }
  if (refused->len == 0)
    return g_steal_pointer (&dossiers);

  g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
               _("%s has official acts on record and cannot be deleted; a wrong act is voided by a correction "
                 "(R-LIFE)"), refused->str);
  return NULL;
}

static char *
describe_deletion (GPtrArray *dossiers)
{
  const JpDossier *first = g_ptr_array_index (dossiers, 0);

  return dossiers->len == 1 ? g_strdup_printf ("%s：删除档案", first->name)
                            : g_strdup_printf ("删除档案：%s等 %u 个集群", first->name, dossiers->len);
}

static gboolean
do_delete (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
           gpointer data, GError **error)
{
  g_autoptr (GPtrArray) dossiers = load_to_delete (transaction, context, data, error);

  if (dossiers == NULL)
    return FALSE;
  for (guint i = 0; i < dossiers->len; i++)
    if (!jp_store_delete_cluster (transaction, ((const JpDossier *) g_ptr_array_index (dossiers, i))->id, error))
      return FALSE;
  entry->summary = describe_deletion (dossiers);

  return TRUE;
}

/**
 * jp_casework_delete_clusters:
 * @desk: where it is done
 * @clusters: (array zero-terminated=1): UUIDs of the clusters, at least one
 * @error: return location for an error, which names every cluster that stands in the way
 *
 * Deletes dossiers that have no official act on record, all of them or none, as one entry: undo brings all back whole.
 *
 * Returns: whether they were deleted
 */
gboolean
jp_casework_delete_clusters (JpDesk *desk, const char * const *clusters, GError **error)
{
  Deletion deletion = { desk, clusters };

  g_return_val_if_fail (clusters != NULL && clusters[0] != NULL, FALSE);

  return jp_desk_do (desk, JP_ENTRY_WORK, "cluster.delete", clusters[1] == NULL ? clusters[0] : NULL, do_delete,
                     &deletion, error);
}

/**
 * jp_casework_delete_cluster:
 * @desk: where it is done
 * @cluster: UUID of the cluster
 * @error: return location for an error
 *
 * Deletes a dossier that has no official act on record; undo brings it back whole.
 *
 * Returns: whether it was deleted
 */
gboolean
jp_casework_delete_cluster (JpDesk *desk, const char *cluster, GError **error)
{
  const char *clusters[] = { cluster, NULL };

  return jp_casework_delete_clusters (desk, clusters, error);
}

static gboolean
check_quota (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, const JpAct *act,
             GError **error)
{
  g_autoptr (GPtrArray) dossiers = NULL;

  if (act->kind != JP_ACT_RECOMMEND && act->kind != JP_ACT_RENEWAL_RECOMMEND)
    return TRUE;
  dossiers = jp_transaction_load_dossiers (transaction, error);
  if (dossiers == NULL)
    return FALSE;

  return jp_life_check_quota (context, act->date,
                              jp_life_count_recommended (dossiers, dossier->id, act->kind,
                                                         (int) jp_date_year (act->date)),
                              act->reason, error);
}

static gboolean
do_act (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
        GError **error)
{
  JpAct *act = data;
  g_autofree char *date = jp_date_to_chinese (act->date);

  if (!jp_life_check_act (dossier, context, act, error) || !check_quota (transaction, context, dossier, act, error) ||
      !jp_store_put_act (transaction, dossier->id, act, error))
    return FALSE;

  entry->summary = g_strdup_printf ("%s：%s（%s%s%s）", dossier->name, jp_act_kind_name (act->kind), date,
                                    act->document != NULL ? "，" : "", act->document != NULL ? act->document : "");
  entry->detail = jp_detail_new (act->id);

  return TRUE;
}

/**
 * jp_casework_act:
 * @desk: where it is done
 * @cluster: UUID of the cluster
 * @act: (inout): the act; its term is completed by the rule, office and person are the desk's where not given
 * @error: return location for a [enum@Jp.LifeError] or the store's error
 *
 * An official act in the life of a cluster (R-LIFE). The ministry's acts are recorded by the city.
 *
 * Returns: whether it was done; a refused act changes nothing
 */
gboolean
jp_casework_act (JpDesk *desk, const char *cluster, JpAct *act, GError **error)
{
  g_autofree char *id = g_strconcat ("act.", jp_act_kind_id (act->kind), NULL);

  if (act->office == NULL)
    act->office = g_strdup (jp_desk_get_office (desk));
  if (act->person == NULL)
    act->person = g_strdup (jp_desk_get_person (desk));

  return jp_desk_do (desk, JP_ENTRY_ACT, id, cluster, do_act, act, error);
}

typedef struct
{
  JpDesk    *desk;
  int        year;
  GPtrArray *judgements;
} StandardCheck;

/* The check as it stands with the judgements given: all met, or not. */
static JpStandardCheck *
make_check (const JpDossier *dossier, const JpContext *context, const StandardCheck *todo)
{
  g_autoptr (JpDossier) judged = jp_dossier_copy (dossier);
  JpStandardCheck *check = jp_standard_check_new (context->today, todo->year);
  g_autoptr (GPtrArray) items = NULL;

  for (guint i = 0; i < todo->judgements->len; i++)
    {
      const JpJudgement *given = todo->judgements->pdata[i];
      JpJudgement *judgement = jp_judgement_new (given->criterion, given->met);

      jp_text_set (&judgement->note, given->note);
      jp_text_set (&judgement->person, jp_desk_get_person (todo->desk));
      g_ptr_array_add (check->judgements, judgement);
    }
  check->person = g_strdup (jp_desk_get_person (todo->desk));

  g_ptr_array_add (judged->checks, check);
  items = jp_standard_new (judged, context, todo->year);
  check->all_met = TRUE;
  for (guint i = 0; i < items->len; i++)
    check->all_met &= ((const JpStandardItem *) items->pdata[i])->met == JP_MET_YES;

  return g_ptr_array_steal_index (judged->checks, judged->checks->len - 1);
}

static gboolean
do_standard_check (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
                   gpointer data, GError **error)
{
  StandardCheck *todo = data;
  g_autoptr (JpStandardCheck) check = NULL;

  if (!jp_filing_check_standard (context, todo->year, todo->judgements, error))
    return FALSE;
  check = make_check (dossier, context, todo);
  if (!jp_store_put_standard_check (transaction, dossier->id, check, error))
    return FALSE;

  entry->summary = g_strdup_printf ("%s：认定标准自查（%d年数据，%s）", dossier->name, todo->year,
                                    check->all_met ? "全部达到" : "有未达到项");
  entry->detail = jp_detail_new (check->id);

  return TRUE;
}

/**
 * jp_casework_standard_check:
 * @desk: where it is done
 * @cluster: UUID of the cluster
 * @year: the latest full year whose figures count
 * @judgements: (element-type JpJudgement) (transfer full): what a person judged, each with a note
 * @error: return location for an error
 *
 * Puts a self-check against the recognition standard on record (R-STANDARD, 第五条); recommending needs one.
 *
 * Returns: whether it was kept
 */
gboolean
jp_casework_standard_check (JpDesk *desk, const char *cluster, int year, GPtrArray *judgements, GError **error)
{
  g_autoptr (GPtrArray) owned = judgements;
  StandardCheck todo = { desk, year, owned };

  return jp_desk_do (desk, JP_ENTRY_WORK, "standard.check", cluster, do_standard_check, &todo, error);
}
