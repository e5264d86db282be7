/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier.h"

static gpointer
copy_text (gconstpointer text, gpointer unused)
{
  return g_strdup (text);
}

static gpointer
copy_return (gconstpointer part, gpointer unused)
{
  return g_memdup2 (part, sizeof (JpReturn));
}

static gpointer
copy_figures (gconstpointer part, gpointer unused)
{
  return jp_figures_copy (part);
}

/* The copy functions of the parts, as GCopyFunc. */
#define DEFINE_COPY_FUNC(part) \
  static gpointer copy_##part (gconstpointer source, gpointer unused) \
  { \
    return jp_##part##_copy (source); \
  }

DEFINE_COPY_FUNC (act)
DEFINE_COPY_FUNC (change)
DEFINE_COPY_FUNC (incident)
DEFINE_COPY_FUNC (support)
DEFINE_COPY_FUNC (goal)
DEFINE_COPY_FUNC (standard_check)
DEFINE_COPY_FUNC (assessment)
DEFINE_COPY_FUNC (fund_act)
DEFINE_COPY_FUNC (use_entry)
DEFINE_COPY_FUNC (finding)
DEFINE_COPY_FUNC (inspection)
DEFINE_COPY_FUNC (audit)
DEFINE_COPY_FUNC (own_duty)
DEFINE_COPY_FUNC (attachment)

/* Every list of a dossier, with what frees and copies its elements; new, copy and free walk this table. */
static const struct
{
  gsize offset;
  GDestroyNotify free;
  GCopyFunc copy;
} lists[] = {
  { G_STRUCT_OFFSET (JpDossier, acts), (GDestroyNotify) jp_act_free, copy_act },
  { G_STRUCT_OFFSET (JpDossier, figures), (GDestroyNotify) jp_figures_free, copy_figures },
  { G_STRUCT_OFFSET (JpDossier, returns), g_free, copy_return },
  { G_STRUCT_OFFSET (JpDossier, changes), (GDestroyNotify) jp_change_free, copy_change },
  { G_STRUCT_OFFSET (JpDossier, incidents), (GDestroyNotify) jp_incident_free, copy_incident },
  { G_STRUCT_OFFSET (JpDossier, supports), (GDestroyNotify) jp_support_free, copy_support },
  { G_STRUCT_OFFSET (JpDossier, goals), (GDestroyNotify) jp_goal_free, copy_goal },
  { G_STRUCT_OFFSET (JpDossier, checks), (GDestroyNotify) jp_standard_check_free, copy_standard_check },
  { G_STRUCT_OFFSET (JpDossier, assessments), (GDestroyNotify) jp_assessment_free, copy_assessment },
  { G_STRUCT_OFFSET (JpDossier, fund_acts), (GDestroyNotify) jp_fund_act_free, copy_fund_act },
  { G_STRUCT_OFFSET (JpDossier, uses), (GDestroyNotify) jp_use_entry_free, copy_use_entry },
  { G_STRUCT_OFFSET (JpDossier, locked_quarters), g_free, copy_text },
  { G_STRUCT_OFFSET (JpDossier, findings), (GDestroyNotify) jp_finding_free, copy_finding },
  { G_STRUCT_OFFSET (JpDossier, inspections), (GDestroyNotify) jp_inspection_free, copy_inspection },
  { G_STRUCT_OFFSET (JpDossier, audits), (GDestroyNotify) jp_audit_free, copy_audit },
  { G_STRUCT_OFFSET (JpDossier, duties), (GDestroyNotify) jp_own_duty_free, copy_own_duty },
  { G_STRUCT_OFFSET (JpDossier, attachments), (GDestroyNotify) jp_attachment_free, copy_attachment },
};

#define LIST(dossier, i) G_STRUCT_MEMBER (GPtrArray *, dossier, lists[i].offset)

/**
 * jp_dossier_new:
 * @id: the cluster's UUID
 * @name: the cluster's name
 *
 * Makes an empty dossier: every list empty and owning what is put into it, the area unknown, no date set.
 *
 * Returns: (transfer full): the dossier
 */
JpDossier *
jp_dossier_new (const char *id, const char *name)
{
  JpDossier *self = g_new0 (JpDossier, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->area = JP_VALUE_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    LIST (self, i) = g_ptr_array_new_with_free_func (lists[i].free);

  return self;
}

/**
 * jp_dossier_copy:
 * @self: a dossier
 *
 * Copies a dossier to the depths: nothing is shared, so the copy can be changed to ask "what if".
 *
 * Returns: (transfer full): the copy
 */
JpDossier *
jp_dossier_copy (const JpDossier *self)
{
  JpDossier *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->district = g_strdup (self->district);
  copy->industry = g_strdup (self->industry);
  copy->scope = g_strdup (self->scope);
  copy->operator_name = g_strdup (self->operator_name);
  copy->credit_code = g_strdup (self->credit_code);
  copy->contact = g_strdup (self->contact);
  copy->phone = g_strdup (self->phone);
  copy->bank = g_strdup (self->bank);
  copy->account = g_strdup (self->account);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    LIST (copy, i) = g_ptr_array_copy (LIST (self, i), lists[i].copy, NULL);

  return copy;
}

/**
 * jp_dossier_free:
 * @self: (nullable) (transfer full): a dossier
 *
 * Frees a dossier and all it holds.
 */
void
jp_dossier_free (JpDossier *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->district);
  g_free (self->industry);
  g_free (self->scope);
  g_free (self->operator_name);
  g_free (self->credit_code);
  g_free (self->contact);
  g_free (self->phone);
  g_free (self->bank);
  g_free (self->account);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (LIST (self, i));
  g_free (self);
}

/**
 * jp_dossier_figures:
 * @self: a dossier
 * @year: a year
 *
 * Returns: (nullable) (transfer none): the figures of @year, or %NULL when none are on record
 */
const JpFigures *
jp_dossier_figures (const JpDossier *self, int year)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->figures->len; i++)
    {
      const JpFigures *figures = g_ptr_array_index (self->figures, i);

      if (jp_figures_year (figures) == year)
        return figures;
    }

  return NULL;
}

/**
 * jp_dossier_assessment:
 * @self: a dossier
 * @year: an assessment year: the year being assessed
 *
 * Returns: (nullable) (transfer none): the assessment of @year, or %NULL when it was never opened
 */
const JpAssessment *
jp_dossier_assessment (const JpDossier *self, int year)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->assessments->len; i++)
    {
      const JpAssessment *assessment = g_ptr_array_index (self->assessments, i);

      if (assessment->year == year)
        return assessment;
    }

  return NULL;
}

/**
 * jp_dossier_return:
 * @self: a dossier
 * @year: the year reported on
 *
 * Returns: (nullable) (transfer none): the annual return on @year (第九条), the first filed where there are
 *   several, or %NULL when none was filed
 */
const JpReturn *
jp_dossier_return (const JpDossier *self, int year)
{
  const JpReturn *first = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->returns->len; i++)
    {
      const JpReturn *filed = g_ptr_array_index (self->returns, i);

      if (filed->year == year && (first == NULL || filed->filed < first->filed))
        first = filed;
    }

  return first;
}

/**
 * jp_dossier_search_text:
 * @self: a dossier
 * @pack: (nullable): the rule pack that names the districts
 *
 * The lines a search looks through, for jp_search_key_new(): a match never runs from one line into the next, so
 * "hcswyy" finds 海沧 and 生物医药 though the name has another word between them.
 *
 * Returns: (transfer full): the lines
 */
char *
jp_dossier_search_text (const JpDossier *self, const JpPack *pack)
{
  const JpDistrict *district
    = pack != NULL && self->district != NULL ? jp_pack_find_district (pack, self->district) : NULL;

  return g_strdup_printf ("%s\n%s%s\n%s", self->name, district != NULL ? district->name : "",
                          self->industry != NULL ? self->industry : "",
                          self->operator_name != NULL ? self->operator_name : "");
}
