/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-veto.h"

/* What one veto is decided by: the cluster, its life as of today, and the year assessed. */
typedef struct
{
  const JpDossier *dossier;
  const JpContext *context;
  const JpLife    *life;
  const JpPack    *pack;
  int              year;
} Case;

static JpVeto *
veto_new (const JpVetoRule *rule, JpVetoState state, char *evidence)
{
  JpVeto *veto = g_new0 (JpVeto, 1);

  veto->rule = rule;
  veto->state = state;
  veto->by_record = state == JP_VETO_STANDS;
  veto->evidence = evidence;

  return veto;
}

/**
 * jp_veto_free:
 * @veto: (nullable) (transfer full): a veto
 */
void
jp_veto_free (JpVeto *veto)
{
  if (veto == NULL)
    return;

  g_free (veto->evidence);
  g_free (veto);
}

/* A duty that fell due on @due and was done on @done, or not at all: in time on the due day itself, late from the
 * day after; undone it is open until then. Before the file's first day silence says nothing (R-SINCE). */
static JpVetoState
judge_duty (const JpContext *context, JpDate due, JpDate done)
{
  if (done != JP_DATE_NONE)
    return done <= due ? JP_VETO_CLEAR : JP_VETO_STANDS;
  if (context->today <= due)
    return JP_VETO_OPEN;

  return due < context->since ? JP_VETO_NOT_RECORDED : JP_VETO_STANDS;
}

/* The worse of two findings under one rule; what stands outweighs what may come, that what nobody wrote down. */
static JpVetoState
worse_of (JpVetoState a, JpVetoState b)
{
  static const guint weights[] = {
    [JP_VETO_CLEAR] = 0, [JP_VETO_NOT_RECORDED] = 1, [JP_VETO_OPEN] = 2, [JP_VETO_STANDS] = 3,
  };

  return weights[a] >= weights[b] ? a : b;
}

static char *
not_recorded_text (const Case *c, const char *what, JpDate due)
{
  g_autofree char *day = jp_date_to_chinese (due);
  g_autofree char *since = jp_date_to_chinese (c->context->since);

  return g_strdup_printf ("%s期限%s早于本数据文件起记日%s，未补录", what, day, since);
}

/* （二） by the annual return */

static char *
return_evidence (const Case *c, JpVetoState state, JpDate due, JpDate filed)
{
  g_autofree char *what = g_strdup_printf ("%d年度培育情况信息表", c->year);
  g_autofree char *day = jp_date_to_chinese (due);
  g_autofree char *on = jp_date_to_chinese (filed);

  switch (state)
    {
    case JP_VETO_OPEN:
      return g_strdup_printf ("%s尚未报送，截至%s未到期", what, day);
    case JP_VETO_NOT_RECORDED:
      return not_recorded_text (c, what, due);
    case JP_VETO_STANDS:
      if (filed == JP_DATE_NONE)
        return g_strdup_printf ("%s至%s期满未报送", what, day);
      return g_strdup_printf ("%s于%s报送，超过期限%s", what, on, day);
    case JP_VETO_CLEAR:
    default:
      return g_strdup_printf ("%s已于%s报送，期限%s", what, on, day);
    }
}

static JpVeto *
judge_return (const Case *c, const JpVetoRule *rule)
{
  const JpReturn *filed = jp_dossier_return (c->dossier, c->year);
  int first_year = jp_pack_set_first_year (c->context->packs);
  JpDate work_to, due, day = filed != NULL ? filed->filed : JP_DATE_NONE;
  JpVetoState state;
  JpVeto *veto;

  if (first_year == 0 || c->year < first_year || !jp_life_has_duties (c->life, c->year))
    return veto_new (rule, JP_VETO_CLEAR, g_strdup ("该年度无报送义务"));

  jp_pack_return_due (c->pack, c->year, (int) jp_date_year (c->life->recognised_on), &work_to, &due);
  state = judge_duty (c->context, due, day);
  veto = veto_new (rule, state, return_evidence (c, state, due, day));
  veto->open_until = state == JP_VETO_OPEN ? due : JP_DATE_NONE;

  return veto;
}

/* （三） by the change filings */

/**
 * jp_change_kind_name:
 * @kind: (nullable): a kind of change, by its id
 *
 * Returns: what has changed, as papers print it; an id that is not known is given back as it is
 */
const char *
jp_change_kind_name (const char *kind)
{
  static const struct
  {
    const char *id;
    const char *name;
  } names[] = {
    { "industry", "主导产业" },
    { "scope", "空间范围" },
    { "operator", "运营单位" },
    { "other", "其他重大事项" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (kind, names[i].id) == 0)
      return names[i].name;

  return kind != NULL ? kind : "";
}

static char *
change_evidence (const Case *c, const JpChange *change, JpVetoState state, JpDate due)
{
  g_autofree char *day = jp_date_to_chinese (change->day);
  g_autofree char *limit = jp_date_to_chinese (due);
  g_autofree char *on = jp_date_to_chinese (change->filed);
  g_autofree char *what = g_strdup_printf ("%s%s变更", day, jp_change_kind_name (change->kind));

  switch (state)
    {
    case JP_VETO_OPEN:
      return g_strdup_printf ("%s尚未报备，截至%s未到期", what, limit);
    case JP_VETO_NOT_RECORDED:
      return not_recorded_text (c, what, due);
    case JP_VETO_STANDS:
      if (change->filed == JP_DATE_NONE)
        return g_strdup_printf ("%s至%s期满未报备", what, limit);
      return g_strdup_printf ("%s于%s报备，超过期限%s", what, on, limit);
    case JP_VETO_CLEAR:
    default:
      return g_strdup_printf ("%s已于%s报备，期限%s", what, on, limit);
    }
}

/**
 * jp_change_must_be_filed:
 * @change: a change
 * @pack: the pack that says which changes are to be filed
 *
 * Returns: whether @change is of a kind that has to be filed in time (第十条)
 */
gboolean
jp_change_must_be_filed (const JpChange *change, const JpPack *pack)
{
  return change->kind != NULL && pack->change_kinds != NULL &&
         g_strv_contains ((const char *const *) pack->change_kinds, change->kind);
}

static JpVeto *
judge_changes (const Case *c, const JpVetoRule *rule)
{
  g_autoptr (GString) evidence = g_string_new (NULL);
  JpVetoState worst = JP_VETO_CLEAR;
  JpDate open_until = JP_DATE_NONE;
  JpVeto *veto;

  for (guint i = 0; i < c->dossier->changes->len; i++)
    {
      const JpChange *change = g_ptr_array_index (c->dossier->changes, i);
      JpDate due = change->day + c->pack->change_days;
      g_autofree char *sentence = NULL;
      JpVetoState state;

      if (change->day == JP_DATE_NONE || (int) jp_date_year (due) != c->year ||
          !jp_change_must_be_filed (change, c->pack))
        continue;

      state = judge_duty (c->context, due, change->filed);
      sentence = change_evidence (c, change, state, due);
      g_string_append_printf (evidence, "%s%s", evidence->len > 0 ? "；" : "", sentence);
      worst = worse_of (worst, state);
      if (state == JP_VETO_OPEN)
        open_until = MAX (open_until, due);
    }

  veto = veto_new (rule, worst, g_strdup (evidence->len > 0 ? evidence->str : "未发现"));
  veto->open_until = worst == JP_VETO_OPEN ? open_until : JP_DATE_NONE;

  return veto;
}

/* （四） by the incidents */

static gboolean
incident_counts (const JpPack *pack, const JpIncidentKind *kind, const JpIncident *incident)
{
  if (kind->from_grade < 0)
    return TRUE;

  return incident->grade != NULL && jp_pack_find_incident_grade (pack, incident->grade) >= kind->from_grade;
}

/**
 * jp_incident_counts:
 * @pack: a rule pack
 * @incident: an incident on record
 *
 * Tells whether an incident is as grave as 第十条 （四） means: its kind counts at its grade, or always where the kind
 * has none. A kind the pack does not know does not count.
 *
 * Returns: whether it counts
 */
gboolean
jp_incident_counts (const JpPack *pack, const JpIncident *incident)
{
  int kind;

  g_return_val_if_fail (pack != NULL && incident != NULL, FALSE);

  kind = incident->kind != NULL ? jp_pack_find_incident_kind (pack, incident->kind) : -1;
  return kind >= 0 && incident_counts (pack, &pack->incident_kinds[kind], incident);
}

static char *
incident_evidence (const JpPack *pack, const JpIncidentKind *kind, const JpIncident *incident, gboolean counts)
{
  g_autofree char *day = jp_date_to_chinese (incident->day);
  const char *grade = incident->grade != NULL && *incident->grade != '\0' ? incident->grade : "等级未定";

  if (kind->from_grade < 0)
    return g_strdup_printf ("%s发生%s", day, kind->name);

  return g_strdup_printf ("%s发生%s（%s），%s%s", day, kind->name, grade, counts ? "达到" : "未达到",
                          pack->incident_grades[kind->from_grade]);
}

static JpVeto *
judge_incidents (const Case *c, const JpVetoRule *rule)
{
  g_autoptr (GString) evidence = g_string_new (NULL);
  gboolean stands = FALSE;

  for (guint i = 0; i < c->dossier->incidents->len; i++)
    {
      const JpIncident *incident = g_ptr_array_index (c->dossier->incidents, i);
      g_autofree char *sentence = NULL;
      gboolean counts;
      int kind;

      if ((int) jp_date_year (incident->day) != c->year || incident->kind == NULL)
        continue;
      kind = jp_pack_find_incident_kind (c->pack, incident->kind);
      if (kind < 0)
        continue;

      counts = incident_counts (c->pack, &c->pack->incident_kinds[kind], incident);
      sentence = incident_evidence (c->pack, &c->pack->incident_kinds[kind], incident, counts);
      g_string_append_printf (evidence, "%s%s", evidence->len > 0 ? "；" : "", sentence);
      stands = stands || counts;
    }

  return veto_new (rule, stands ? JP_VETO_STANDS : JP_VETO_CLEAR,
                   g_strdup (evidence->len > 0 ? evidence->str : "未发现"));
}

/* （五） by the term */

static const JpTerm *
term_ending_in (const JpLife *life, int year, gboolean *is_last)
{
  for (guint i = life->terms->len; i > 0; i--)
    {
      const JpTerm *term = &g_array_index (life->terms, JpTerm, i - 1);

      if ((int) jp_date_year (term->last) == year)
        {
          *is_last = i == life->terms->len;
          return term;
        }
    }

  return NULL;
}

static JpVeto *
judge_failed_renewal (const Case *c, const JpVetoRule *rule, const char *end)
{
  g_autofree char *failed = jp_date_to_chinese (c->life->failed_on);

  return veto_new (rule, JP_VETO_STANDS, g_strdup_printf ("有效期至%s，%s复核未通过", end, failed));
}

static JpVeto *
judge_last_term (const Case *c, const JpVetoRule *rule, const JpTerm *term)
{
  const JpLife *life = c->life;
  g_autofree char *end = jp_date_to_chinese (term->last);
  g_autofree char *applied = jp_date_to_chinese (life->renewal_applied_on);
  JpVeto *veto;

  if (life->acted == JP_STAGE_NOT_RENEWED)
    return judge_failed_renewal (c, rule, end);
  if (life->revoked_on != JP_DATE_NONE)
    return veto_new (rule, JP_VETO_CLEAR, g_strdup ("未发现"));
  if (life->not_recorded)
    return veto_new (rule, JP_VETO_NOT_RECORDED, not_recorded_text (c, "有效期复核", term->last));
  if (life->stage == JP_STAGE_LAPSED)
    return veto_new (rule, JP_VETO_STANDS, g_strdup_printf ("有效期至%s，期满未申请复核", end));
  if (life->renewal_applied_on != JP_DATE_NONE)
    return veto_new (rule, JP_VETO_OPEN, g_strdup_printf ("有效期至%s，已于%s申报复核，待结论", end, applied));

  veto = veto_new (rule, JP_VETO_OPEN, g_strdup_printf ("尚未申报复核，截至%s未到期", end));
  veto->open_until = term->last;
  return veto;
}

static JpVeto *
judge_term (const Case *c, const JpVetoRule *rule)
{
  gboolean is_last = FALSE;
  const JpTerm *term = term_ending_in (c->life, c->year, &is_last);
  g_autofree char *end = NULL;

  if (term == NULL)
    return veto_new (rule, JP_VETO_CLEAR, g_strdup ("该年度有效期未届满"));
  if (is_last)
    return judge_last_term (c, rule, term);

  end = jp_date_to_chinese (term->last);
  return veto_new (rule, JP_VETO_CLEAR, g_strdup_printf ("有效期至%s，复核已通过", end));
}

static JpVeto *
judge (const Case *c, const JpVetoRule *rule)
{
  switch (rule->source)
    {
    case JP_VETO_BY_RETURN:
      return judge_return (c, rule);
    case JP_VETO_BY_CHANGE:
      return judge_changes (c, rule);
    case JP_VETO_BY_INCIDENT:
      return judge_incidents (c, rule);
    case JP_VETO_BY_TERM:
      return judge_term (c, rule);
    case JP_VETO_BY_REVIEWER:
    default:
      return veto_new (rule, JP_VETO_CLEAR, g_strdup ("未发现"));
    }
}

/* What reviewers added stands beside the records, with their reason. */
static void
append_reviewers (GPtrArray *vetoes, const Case *c)
{
  const JpAssessment *assessment = jp_dossier_assessment (c->dossier, c->year);

  for (guint i = 0; assessment != NULL && i < assessment->vetoes->len; i++)
    {
      const JpReviewerVeto *added = g_ptr_array_index (assessment->vetoes, i);
      const JpVetoRule *rule = added->veto != NULL ? jp_pack_find_veto (c->pack, added->veto) : NULL;
      const char *by = jp_office_is_district (added->office) ? "区级初审认定" : "市级复核认定";
      JpVeto *veto;

      if (rule == NULL)
        continue;

      veto = veto_new (rule, JP_VETO_STANDS, g_strdup_printf ("%s：%s", by, added->reason != NULL ? added->reason : ""));
      veto->by_record = FALSE;
      g_ptr_array_add (vetoes, veto);
    }
}

/**
 * jp_vetoes_new:
 * @dossier: a cluster
 * @context: packs, the file's first day and today
 * @pack: (nullable): the pack of the assessment; %NULL gives an empty array
 * @year: the assessment year
 *
 * Judges the conditions of 第十条, any one of which fails the assessment of @year whatever its points: each rule of
 * the pack by what the records prove, in the pack's order, then what reviewers have added. A condition that time may
 * still bring is open, until a day where one is set (an application that waits for the ministry's decision has none).
 * Rules R-VETO, R-SINCE.
 *
 * Returns: (transfer full) (element-type JpVeto): the vetoes
 */
GPtrArray *
jp_vetoes_new (const JpDossier *dossier, const JpContext *context, const JpPack *pack, int year)
{
  g_auto (JpLife) life = { 0 };

  g_return_val_if_fail (dossier != NULL && context != NULL, NULL);

  jp_life_init (&life, dossier, context);
  return jp_vetoes_new_for_life (dossier, context, &life, pack, year);
}

/**
 * jp_vetoes_new_for_life:
 * @dossier: a cluster
 * @context: packs, the file's first day and today
 * @life: its life as of today
 * @pack: (nullable): the pack of the assessment
 * @year: the assessment year
 *
 * As jp_vetoes_new(), for callers that look at several years of one cluster.
 *
 * Returns: (transfer full) (element-type JpVeto): the vetoes
 */
GPtrArray *
jp_vetoes_new_for_life (const JpDossier *dossier, const JpContext *context, const JpLife *life, const JpPack *pack,
                        int year)
{
  GPtrArray *vetoes = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_veto_free);
  const Case c = { dossier, context, life, pack, year };

  if (pack == NULL)
    return vetoes;

  for (guint i = 0; i < pack->n_vetoes; i++)
    g_ptr_array_add (vetoes, judge (&c, &pack->vetoes[i]));
  append_reviewers (vetoes, &c);

  return vetoes;
}

/**
 * jp_vetoes_stand:
 * @vetoes: (element-type JpVeto): vetoes
 *
 * Returns: whether any one stands
 */
gboolean
jp_vetoes_stand (GPtrArray *vetoes)
{
  for (guint i = 0; i < vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (vetoes, i);

      if (veto->state == JP_VETO_STANDS)
        return TRUE;
    }

  return FALSE;
}
