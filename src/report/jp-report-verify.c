/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 核对纸质件: what a print of record kept, against the paper as it would be printed now. */

#include "jp-report-verify.h"

#include <json-glib/json-glib.h>

#include "jp-dossier.h"

/**
 * jp_report_difference_free:
 * @self: (transfer full) (nullable): a difference
 *
 * Frees it.
 */
void
jp_report_difference_free (JpReportDifference *self)
{
  if (self == NULL)
    return;

  g_free (self->what);
  g_free (self->was);
  g_free (self->now);
  g_free (self);
}

static const struct
{
  const char *key;
  const char *name;
} names[] = {
  { "account", "账号" }, { "amount", "金额" }, { "area", "占地面积" }, { "balance", "余额" }, { "bandFrom", "档次下限" },
  { "bank", "开户银行" }, { "basis", "依据" }, { "categories", "使用方向" }, { "category", "使用方向" },
  { "certain", "已核定" }, { "city", "市" }, { "cityOpinion", "市复核意见" }, { "cityReason", "市评理由" },
  { "cluster", "集群名称" }, { "clusters", "集群" }, { "computed", "自动得分" }, { "confirmedBy", "确认人" },
  { "confirmedOn", "确认日期" }, { "creditCode", "信用代码" }, { "current", "本年" }, { "date", "日期" },
  { "district", "区" }, { "districtOpinion", "区初审意见" }, { "districtReason", "区评理由" }, { "due", "期限" },
  { "entitled", "核定金额" }, { "entries", "支出" }, { "evidence", "证据" }, { "execution", "规划执行" },
  { "expected", "预计" }, { "experience", "工作经验" }, { "figuresCorrected", "数据已更正" }, { "finding", "认定" },
  { "findings", "问题" }, { "fiscalYear", "财年" }, { "flags", "标记" }, { "from", "公示首日" }, { "gap", "差距" },
  { "indicators", "指标" }, { "industry", "主导产业" }, { "keptReason", "保留结论的理由" }, { "least", "最少金额" },
  { "matter", "问题" }, { "measure", "增减" }, { "measured", "整改日期" }, { "median", "中位数" }, { "money", "涉及资金" },
  { "most", "最高" }, { "mostAmount", "最多金额" }, { "narrative", "工作情况" }, { "note", "说明" }, { "number", "编号" },
  { "of", "参评个数" }, { "office", "机构" }, { "opened", "挂号日期" }, { "operator", "运营单位" },
  { "ordinal", "支持年度" }, { "overridden", "特批事项" }, { "pack", "规则包" }, { "packConfirmed", "评分标准已核定" },
  { "packVersion", "规则包版本" }, { "paid", "已拨付" }, { "payee", "收款单位" }, { "person", "经办人" },
  { "plan", "使用计划" }, { "planned", "计划" }, { "points", "得分" }, { "previous", "上年" }, { "problems", "问题与改进" },
  { "progress", "目标进展" }, { "rank", "名次" }, { "remarks", "备注" }, { "returned", "已退回" },
  { "samePersonReason", "同一人办理的理由" }, { "spent", "已支出" }, { "state", "状态" }, { "step", "步骤" },
  { "steps", "办理过程" }, { "submittedBy", "报送人" }, { "submittedOn", "报送日期" }, { "sum", "合计" },
  { "term", "有效期" }, { "to", "公示末日" }, { "total", "总分" }, { "vetoed", "被否决" }, { "vetoes", "否决" },
  { "voucher", "凭证号" }, { "weight", "权重" },
};

static const char *
name_of (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].key, key))
      return names[i].name;

  return key;
}

/* A plain value as papers say it; NULL where nothing is said. */
static char *
value_of (const char *key, JsonNode *node)
{
  JpAssessmentState state;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return g_strdup ("有");
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "是" : "否");
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (g_strcmp0 (key, "state") == 0 && jp_assessment_state_parse (json_node_get_string (node), &state))
    return g_strdup (jp_assessment_state_name (state));

  return json_node_dup_string (node);
}

static void
add_difference (GPtrArray *differences, const char *what, const char *key, JsonNode *was, JsonNode *now)
{
  JpReportDifference *difference = g_new0 (JpReportDifference, 1);

  difference->what = g_strdup (*what != '\0' ? what : name_of (key));
  difference->was = value_of (key, was);
  difference->now = value_of (key, now);
  g_ptr_array_add (differences, difference);
}

/* What tells the items of a list apart, the first of these they have. */
static char *
identity_of (JsonNode *item)
{
  static const char * const keys[] = { "id", "number", "category", "step", "date" };
  GString *identity = g_string_new (NULL);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (item) ? json_node_get_object (item) : NULL;

  for (guint i = 0; object != NULL && i < G_N_ELEMENTS (keys); i++)
    {
      JsonNode *member = json_object_get_member (object, keys[i]);
      g_autofree char *text = member != NULL ? value_of (keys[i], member) : NULL;

      if (text != NULL)
        g_string_append_printf (identity, "%s=%s;", keys[i], text);
      if (text != NULL && i == 0)
        break;
    }

  return g_string_free (identity, FALSE);
}

/* What an item is called: the cluster's name, or what it has in place of one. */
static char *
title_of (JsonNode *item)
{
  static const char * const keys[] = { "cluster", "name", "number", "step", "category", "id" };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (item) ? json_node_get_object (item) : NULL;

  for (guint i = 0; object != NULL && i < G_N_ELEMENTS (keys); i++)
    if (json_object_has_member (object, keys[i]))
      {
        char *text = value_of (keys[i], json_object_get_member (object, keys[i]));

        if (text != NULL)
          return text;
      }

  return g_strdup ("—");
}

static void compare_nodes (GPtrArray *differences, const char *what, const char *key, JsonNode *was, JsonNode *now);

static JsonNode *
find_item (JsonArray *array, const char *identity, guint nth)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *own = identity_of (json_array_get_element (array, i));

      if (g_str_equal (own, identity) && nth-- == 0)
        return json_array_get_element (array, i);
    }

  return NULL;
}

/* How many items before @end have the same identity: two payments to one payee are the first and the second. */
static guint
count_before (JsonArray *array, const char *identity, guint end)
{
  guint n = 0;

  for (guint i = 0; i < end; i++)
    {
      g_autofree char *own = identity_of (json_array_get_element (array, i));
      n += g_str_equal (own, identity) ? 1 : 0;
    }

  return n;
}

/* Items of @array that @other has too are compared once; those it lacks are told as gone or as new. */
static void
compare_items (GPtrArray *differences, const char *what, const char *key, JsonArray *array, JsonArray *other,
               gboolean reversed)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      g_autofree char *identity = identity_of (item);
      JsonNode *match = find_item (other, identity, count_before (array, identity, i));
      g_autofree char *title = title_of (item);
      g_autofree char *path = g_strconcat (what, *what != '\0' ? "·" : "", title, NULL);

      if (match == NULL)
        add_difference (differences, path, key, reversed ? NULL : item, reversed ? item : NULL);
      else if (!reversed)
        compare_nodes (differences, path, key, item, match);
    }
}

static void
compare_objects (GPtrArray *differences, const char *what, JsonObject *was, JsonObject *now)
{
  g_autoptr (GList) members = json_object_get_members (was);
  g_autoptr (GList) added = json_object_get_members (now);

  for (GList *l = added; l != NULL; l = l->next)
    if (!json_object_has_member (was, l->data))
      members = g_list_append (members, l->data);

  for (GList *l = members; l != NULL; l = l->next)
    {
      const char *key = l->data;
      g_autofree char *path = g_strconcat (what, *what != '\0' ? "·" : "", name_of (key), NULL);
      JsonNode *left = json_object_has_member (was, key) ? json_object_get_member (was, key) : NULL;
      JsonNode *right = json_object_has_member (now, key) ? json_object_get_member (now, key) : NULL;
      gboolean list = left != NULL && right != NULL && JSON_NODE_HOLDS_ARRAY (left) && JSON_NODE_HOLDS_ARRAY (right);

      /* The heading of a list of clusters says nothing that their names do not. */
      compare_nodes (differences, list && g_str_equal (key, "clusters") ? what : path, key, left, right);
    }
}

static void
compare_nodes (GPtrArray *differences, const char *what, const char *key, JsonNode *was, JsonNode *now)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (was != NULL && now != NULL && JSON_NODE_HOLDS_OBJECT (was) && JSON_NODE_HOLDS_OBJECT (now))
    {
      compare_objects (differences, what, json_node_get_object (was), json_node_get_object (now));
      return;
    }
  if (was != NULL && now != NULL && JSON_NODE_HOLDS_ARRAY (was) && JSON_NODE_HOLDS_ARRAY (now))
    {
      compare_items (differences, what, key, json_node_get_array (was), json_node_get_array (now), FALSE);
      compare_items (differences, what, key, json_node_get_array (now), json_node_get_array (was), TRUE);
      return;
    }

  before = value_of (key, was);
  after = value_of (key, now);
  if (g_strcmp0 (before, after) != 0)
    add_difference (differences, what, key, was, now);
}

/**
 * jp_report_compare:
 * @was: the data a print kept, as jp_paper_get_facts() gave it
 * @now: the data of the paper as it is now
 *
 * Finds what changed. Items of lists are told apart by what they are about, not by their places.
 *
 * Returns: (transfer full) (element-type JpReportDifference): the differences; none where both say the same
 */
GPtrArray *
jp_report_compare (const char *was, const char *now)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_report_difference_free);
  g_autoptr (JsonNode) left = json_from_string (was, NULL);
  g_autoptr (JsonNode) right = json_from_string (now, NULL);

  g_return_val_if_fail (left != NULL && right != NULL, differences);

  compare_nodes (differences, "", "", left, right);
  return differences;
}

static char *
scope_of (JsonNode *data, const char *key)
{
  JsonObject *object = data != NULL && JSON_NODE_HOLDS_OBJECT (data) ? json_node_get_object (data) : NULL;

  return object != NULL && json_object_has_member (object, key) ? g_strdup (json_object_get_string_member (object, key))
                                                                : NULL;
}

/* The paper is no longer made at all: the cluster is gone, or nothing is left to list. */
static GPtrArray *
nothing_left (void)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_report_difference_free);
  JpReportDifference *difference = g_new0 (JpReportDifference, 1);

  difference->what = g_strdup ("文书");
  difference->was = g_strdup ("有");
  g_ptr_array_add (differences, difference);
  return differences;
}

/**
 * jp_report_verify:
 * @printed: a print on record
 * @dossiers: (element-type JpDossier): all clusters
 * @context: the rules and the day
 * @selection: office and store, as when printing; the rest is taken from @printed
 * @error: return location for a [enum@Jp.ReportError]
 *
 * Makes the paper again from the data of today and compares it with what was printed. Of a kind that gives several
 * papers the one that differs least counts.
 *
 * Returns: (transfer full) (nullable) (element-type JpReportDifference): what changed; empty where the paper still
 *   agrees with the data
 */
GPtrArray *
jp_report_verify (const JpPrinted *printed, GPtrArray *dossiers, const JpContext *context,
                  const JpReportSelection *selection, GError **error)
{
  g_autoptr (JsonNode) data = json_from_string (printed->data, NULL);
  g_autofree char *district = scope_of (data, "scopeDistrict");
  g_autofree char *cluster = printed->cluster != NULL ? g_strdup (printed->cluster) : scope_of (data, "scopeCluster");
  JpReportSelection own = *selection;
  g_autoptr (GPtrArray) papers = NULL;
  GPtrArray *least = NULL;

  own.cluster = cluster;
  own.district = district;
  own.year = printed->year;
  own.printed = NULL;
  papers = jp_report_papers (printed->kind, dossiers, context, &own, error);
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    {
      const char *facts = jp_paper_get_facts (g_ptr_array_index (papers, i));
      g_autoptr (GPtrArray) differences = facts != NULL ? jp_report_compare (printed->data, facts) : NULL;

      if (differences == NULL || (least != NULL && least->len <= differences->len))
        continue;
      g_clear_pointer (&least, g_ptr_array_unref);
      least = g_steal_pointer (&differences);
    }

  return papers != NULL && least == NULL ? nothing_left () : least;
}
