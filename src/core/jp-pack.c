/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-pack-private.h"

#include "jp-dossier.h"

#include <string.h>

#define CLUSTER_SUFFIX "产业集群"

G_DEFINE_QUARK (jp-pack-error-quark, jp_pack_error)

static void
free_metrics (JpPack *self)
{
  for (guint i = 0; i < self->n_metrics; i++)
    {
      g_free (self->metrics[i].id);
      g_free (self->metrics[i].name);
      g_free (self->metrics[i].unit);
    }
  g_free (self->metrics);
}

static void
free_indicators (JpPack *self)
{
  for (guint i = 0; i < self->n_indicators; i++)
    {
      JpIndicator *indicator = &self->indicators[i];

      g_free (indicator->id);
      g_free (indicator->name);
      g_free (indicator->article);
      g_free (indicator->metrics);
      g_free (indicator->curve.points);
      for (guint j = 0; j < indicator->n_grades; j++)
        g_free (indicator->grades[j].name);
      g_free (indicator->grades);
    }
  g_free (self->indicators);
}

static void
free_conditions (JpPack *self)
{
  for (guint i = 0; i < self->n_vetoes; i++)
    {
      g_free (self->vetoes[i].id);
      g_free (self->vetoes[i].number);
      g_free (self->vetoes[i].name);
      g_free (self->vetoes[i].article);
    }
  g_free (self->vetoes);

  for (guint i = 0; i < self->n_incident_kinds; i++)
    {
      g_free (self->incident_kinds[i].id);
      g_free (self->incident_kinds[i].name);
    }
  g_free (self->incident_kinds);
  g_strfreev (self->incident_grades);
  g_free (self->incident_article);
}

static void
free_funding (JpPack *self)
{
  for (guint i = 0; i < self->n_funding_years; i++)
    g_free (self->funding_years[i].bands);
  g_free (self->funding_years);
  g_free (self->funding_article);
  g_free (self->publicity_article);

  for (guint i = 0; i < self->n_categories; i++)
    {
      g_free (self->categories[i].id);
      g_free (self->categories[i].name);
    }
  g_free (self->categories);
  g_strfreev (self->purposes);
  g_free (self->use_article);
}

static void
free_standard (JpPack *self)
{
  for (guint i = 0; i < self->n_criteria; i++)
    {
      JpCriterion *criterion = &self->criteria[i];

      g_free (criterion->id);
      g_free (criterion->group);
      g_free (criterion->name);
      for (guint j = 0; j < criterion->n_any; j++)
        g_free (criterion->any[j].metrics);
      g_free (criterion->any);
    }
  g_free (self->criteria);
  g_free (self->standard_article);
}

static void
free_places (JpPack *self)
{
  g_free (self->city_code);
  g_free (self->city_name);
  g_free (self->city_office);
  g_free (self->city_centre);
  for (guint i = 0; i < self->n_districts; i++)
    {
      g_free (self->districts[i].code);
      g_free (self->districts[i].name);
    }
  g_free (self->districts);
}

static void
free_calendar (JpPack *self)
{
  g_free (self->assessment_article);
  g_free (self->return_article);
  g_free (self->return_by_year);
  g_free (self->return_by_batch);
  g_free (self->term_article);
  g_free (self->lead_months);
  g_free (self->change_article);
  g_strfreev (self->change_kinds);
  g_free (self->audit_article);
  g_free (self->quotas);
}

/* Frees a pack, half-read ones too. */
void
jp_pack_free (JpPack *self)
{
  g_free (self->json);
  g_free (self->id);
  g_free (self->title);
  g_free (self->document);
  g_free (self->interpreter);
  g_strfreev (self->basis);
  g_strfreev (self->directions);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  free_places (self);
  free_metrics (self);
  free_indicators (self);
  free_conditions (self);
  free_calendar (self);
  free_funding (self);
  free_standard (self);
  g_free (self);
}

/**
 * jp_pack_ref:
 * @self: a pack
 *
 * Returns: (transfer full): @self, held once more
 */
JpPack *
jp_pack_ref (JpPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * jp_pack_unref:
 * @self: (transfer full): a pack
 *
 * Lets go of a pack, and frees it when nobody else holds it.
 */
void
jp_pack_unref (JpPack *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    jp_pack_free (self);
}

/**
 * jp_pack_find_metric:
 * @self: a pack
 * @id: (nullable): the id of a metric
 *
 * Returns: its index, or −1 where there is none of that id
 */
int
jp_pack_find_metric (const JpPack *self, const char *id)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_metrics && id != NULL; i++)
    {
      if (g_strcmp0 (self->metrics[i].id, id) == 0)
        return (int) i;
    }

  return -1;
}

/**
 * jp_pack_find_indicator:
 * @self: a pack
 * @id: (nullable): the id of an indicator
 *
 * Returns: its index, or −1 where there is none of that id
 */
int
jp_pack_find_indicator (const JpPack *self, const char *id)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_indicators && id != NULL; i++)
    {
      if (g_strcmp0 (self->indicators[i].id, id) == 0)
        return (int) i;
    }

  return -1;
}

/**
 * jp_pack_veto_by_source:
 * @self: a pack
 * @source: what proves the veto
 *
 * Returns: (nullable) (transfer none): the first veto so proved, or %NULL where the pack has none
 */
const JpVetoRule *
jp_pack_veto_by_source (const JpPack *self, JpVetoSource source)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_vetoes; i++)
    {
      if (self->vetoes[i].source == source)
        return &self->vetoes[i];
    }

  return NULL;
}

/**
 * jp_pack_find_veto:
 * @self: a pack
 * @id: (nullable): the id of a veto
 *
 * Returns: (nullable) (transfer none): the veto, or %NULL where there is none of that id
 */
const JpVetoRule *
jp_pack_find_veto (const JpPack *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_vetoes; i++)
    {
      if (g_strcmp0 (self->vetoes[i].id, id) == 0)
        return &self->vetoes[i];
    }

  return NULL;
}

/**
 * jp_pack_find_district:
 * @self: a pack
 * @code_or_name: (nullable): a district's six-digit code, or its name in full
 *
 * Returns: (nullable) (transfer none): the district, or %NULL where the city has none such
 */
const JpDistrict *
jp_pack_find_district (const JpPack *self, const char *code_or_name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_districts; i++)
    {
      if (g_strcmp0 (self->districts[i].code, code_or_name) == 0 ||
          g_strcmp0 (self->districts[i].name, code_or_name) == 0)
        return &self->districts[i];
    }

  return NULL;
}

/**
 * jp_pack_office_name:
 * @self: (nullable): a pack
 * @office: (nullable): an office as records keep it: city, centre, ministry or a district's code
 *
 * Returns: (transfer none): its name, for sentences; @office itself where no name is known
 */
const char *
jp_pack_office_name (const JpPack *self, const char *office)
{
  const JpDistrict *district;

  if (g_strcmp0 (office, JP_OFFICE_MINISTRY) == 0)
    return "工业和信息化部";
  if (self == NULL || office == NULL)
    return office != NULL ? office : "";
  if (g_str_equal (office, JP_OFFICE_CITY))
    return self->city_office;
  if (g_str_equal (office, JP_OFFICE_CENTRE))
    return self->city_centre;

  district = jp_pack_find_district (self, office);
  return district != NULL ? district->name : office;
}

/**
 * jp_pack_find_category:
 * @self: a pack
 * @id: (nullable): the id of a use category (第十四条)
 *
 * Returns: (nullable) (transfer none): the category, or %NULL where there is none of that id
 */
const JpUseCategory *
jp_pack_find_category (const JpPack *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_categories; i++)
    {
      if (g_strcmp0 (self->categories[i].id, id) == 0)
        return &self->categories[i];
    }

  return NULL;
}

/**
 * jp_pack_find_incident_kind:
 * @self: a pack
 * @id: (nullable): the id of a kind of incident
 *
 * Returns: its index, or −1 where there is none of that id
 */
int
jp_pack_find_incident_kind (const JpPack *self, const char *id)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_incident_kinds && id != NULL; i++)
    {
      if (g_strcmp0 (self->incident_kinds[i].id, id) == 0)
        return (int) i;
    }

  return -1;
}

/**
 * jp_pack_find_incident_grade:
 * @self: a pack
 * @name: (nullable): a grade as the pack names it, such as 较大
 *
 * Returns: its index, the higher the graver, or −1 where there is none of that name
 */
int
jp_pack_find_incident_grade (const JpPack *self, const char *name)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; name != NULL && self->incident_grades != NULL && self->incident_grades[i] != NULL; i++)
    {
      if (g_strcmp0 (self->incident_grades[i], name) == 0)
        return (int) i;
    }

  return -1;
}

/**
 * jp_pack_quota:
 * @self: a pack
 * @year: a year
 *
 * Returns: how many clusters the city may recommend in @year, or −1 where no number is set
 */
int
jp_pack_quota (const JpPack *self, int year)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_quotas; i++)
    {
      if (self->quotas[i].year == year)
        return self->quotas[i].quota;
    }

  return -1;
}

/**
 * jp_pack_renewal_lead:
 * @self: a pack
 *
 * Returns: how many months before a term's end its renewal window opens; R-TERM, 第八条
 */
guint
jp_pack_renewal_lead (const JpPack *self)
{
  g_return_val_if_fail (self != NULL && self->n_lead_months > 0, 0);

  return self->lead_months[0];
}

/**
 * jp_pack_band:
 * @self: a pack
 * @ordinal: the funding year, from 1
 * @points: a total in hundredths of a point
 *
 * Finds the band that @points fall into; a lower bound belongs to its band, and nothing is rounded into one.
 * R-FUND, 第十三条.
 *
 * Returns: (nullable) (transfer none): the band, or %NULL where that year's amount is fixed or there is no such year
 */
const JpBand *
jp_pack_band (const JpPack *self, guint ordinal, int points)
{
  const JpFundingYear *year;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (points >= 0, NULL);

  if (ordinal < 1 || ordinal > self->n_funding_years)
    return NULL;

  year = &self->funding_years[ordinal - 1];
  for (guint i = 0; i < year->n_bands; i++)
    {
      if (points >= year->bands[i].from)
        return &year->bands[i];
    }

  return NULL;
}

/**
 * jp_pack_first_banded:
 * @self: a pack
 *
 * Returns: the first funding year, from 1, whose amount hangs on an assessment; 0 where none does
 */
guint
jp_pack_first_banded (const JpPack *self)
{
  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_funding_years; i++)
    {
      if (self->funding_years[i].n_bands > 0)
        return i + 1;
    }

  return 0;
}

static void
widen (const JpDueOverride *overrides, guint n_overrides, int key, guint year, JpDate *earliest, JpDate *latest)
{
  for (guint i = 0; i < n_overrides; i++)
    {
      if (overrides[i].key == key)
        {
          JpDate day = jp_date_new (year, overrides[i].month, overrides[i].day);

          *earliest = MIN (*earliest, day);
          *latest = MAX (*latest, day);
        }
    }
}

/**
 * jp_pack_return_due:
 * @self: a pack
 * @year: the year the return reports on
 * @batch: the year the cluster was recognised in, or 0
 * @work_to: (out) (optional): the day to have it filed by
 * @veto_after: (out) (optional): the last day that is in time; a return filed later fails the assessment
 *
 * Tells when the annual return on @year is due in the year after: the regulation's day, and the days that
 * notices set for that year or for the batch. Where these differ, people work to the earliest and the veto
 * counts the latest. R-CAL, 第九条.
 */
void
jp_pack_return_due (const JpPack *self, int year, int batch, JpDate *work_to, JpDate *veto_after)
{
  JpDate earliest, latest;
  guint due_year = (guint) (year + 1);

  g_return_if_fail (self != NULL);
  g_return_if_fail (year > 0 && year < 9999);

  earliest = latest = jp_date_new (due_year, self->return_month, self->return_day);
  widen (self->return_by_year, self->n_return_by_year, year, due_year, &earliest, &latest);
  widen (self->return_by_batch, self->n_return_by_batch, batch, due_year, &earliest, &latest);

  if (work_to != NULL)
    *work_to = earliest;
  if (veto_after != NULL)
    *veto_after = latest;
}

/**
 * jp_pack_short_name:
 * @self: (nullable): the rules, which name the city
 * @cluster: name of a cluster
 *
 * 厦门市湖里区示例航空维修产业集群 is 湖里区示例航空维修 in a table: what all names share says nothing there.
 *
 * Returns: (transfer full): the name without it, never empty where @cluster is not
 */
char *
jp_pack_short_name (const JpPack *self, const char *cluster)
{
  const char *city = self != NULL && self->city_name != NULL ? self->city_name : "";
  gsize length;

  if (g_str_has_prefix (cluster, city) && strlen (cluster) > strlen (city))
    cluster += strlen (city);
  length = strlen (cluster);
  if (g_str_has_suffix (cluster, CLUSTER_SUFFIX) && length > strlen (CLUSTER_SUFFIX))
    length -= strlen (CLUSTER_SUFFIX);

  return g_strndup (cluster, length);
}
