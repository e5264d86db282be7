/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-snapshot.h"

#include "jp-give-up.h"

/* Above this many changed dossiers one read of all is cheaper than as many of one. */
#define MANY_CHANGED 200
/* As many are freed on the spot. */
#define FEW_HOLDINGS 100

/* Packs, holidays and the day, shared by all that was derived with them. */
typedef struct
{
  JpPackSet  *packs;
  JpHolidays *holidays;
  JpContext   context;
} Rules;

/* One dossier with what is derived from it under one set of rules. */
typedef struct
{
  Rules     *rules;
  JpDossier *dossier;
  GPtrArray *duties; /* of JpObligation */
} Holding;

struct _JpSnapshot
{
  gatomicrefcount ref_count;

  Rules      *rules;
  GPtrArray  *holdings; /* of Holding, in the order of dossiers */
  GPtrArray  *dossiers; /* borrowed from the holdings */
  GHashTable *by_id;    /* id of the dossier → Holding */
  GPtrArray  *duties;   /* borrowed from the holdings, sorted */
  int         year;
  GPtrArray  *results;  /* of JpResult, due ones */
};

static void
rules_clear (gpointer data)
{
  Rules *rules = data;

  g_clear_pointer (&rules->packs, jp_pack_set_free);
  g_clear_pointer (&rules->holidays, jp_holidays_unref);
}

static void
rules_unref (Rules *rules)
{
  g_atomic_rc_box_release_full (rules, rules_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rules, rules_unref)

static Rules *
rules_load (JpStore *store, JpDate today, GError **error)
{
  g_autoptr (Rules) rules = g_atomic_rc_box_new0 (Rules);

  rules->packs = jp_store_load_packs (store, error);
  if (rules->packs == NULL)
    return NULL;
  rules->holidays = jp_store_load_holidays (store, error);
  if (rules->holidays == NULL)
    return NULL;

  rules->context = (JpContext) {
    .packs = rules->packs, .holidays = rules->holidays, .since = jp_store_get_since (store), .today = today,
  };
  return g_steal_pointer (&rules);
}

static void
holding_clear (gpointer data)
{
  Holding *holding = data;

  g_ptr_array_unref (holding->duties);
  jp_dossier_free (holding->dossier);
  rules_unref (holding->rules);
}

static void
holding_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, holding_clear);
}

static Holding *
holding_new (Rules *rules, JpDossier *dossier)
{
  Holding *holding = g_atomic_rc_box_new0 (Holding);

  holding->rules = g_atomic_rc_box_acquire (rules);
  holding->dossier = dossier;
  holding->duties = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);
  jp_obligations_collect (dossier, &rules->context, holding->duties);

  return holding;
}

static JpSnapshot *
snapshot_new (Rules *rules)
{
  JpSnapshot *self = g_new0 (JpSnapshot, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rules = g_atomic_rc_box_acquire (rules);
  self->holdings = g_ptr_array_new_with_free_func (holding_unref);
  self->dossiers = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->duties = g_ptr_array_new ();
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_result_free);

  return self;
}

static void
take (JpSnapshot *self, Holding *holding)
{
  g_ptr_array_add (self->holdings, holding);
  g_ptr_array_add (self->dossiers, holding->dossier);
  g_hash_table_insert (self->by_id, holding->dossier->id, holding);
}

static void
derive (JpSnapshot *self, int year)
{
  self->year = year;
  for (guint i = 0; i < self->holdings->len; i++)
    {
      const Holding *holding = g_ptr_array_index (self->holdings, i);
      g_autoptr (JpResult) result = jp_result_new (holding->dossier, &self->rules->context, year);

      if (result->due)
        g_ptr_array_add (self->results, g_steal_pointer (&result));
      g_ptr_array_extend (self->duties, holding->duties, NULL, NULL);
    }
  g_ptr_array_sort (self->duties, jp_obligation_compare);
}

/* Every dossier read anew. */
static JpSnapshot *
load_all (JpStore *store, Rules *rules, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (store, error);
  JpSnapshot *self;

  if (dossiers == NULL)
    return NULL;

  self = snapshot_new (rules);
  g_ptr_array_set_free_func (dossiers, NULL);
  for (guint i = 0; i < dossiers->len; i++)
    take (self, holding_new (rules, g_ptr_array_index (dossiers, i)));

  return self;
}

/* Only what changed read anew; NULL where the file moved on meanwhile, which a reading of all sorts out. */
static JpSnapshot *
load_changed (JpStore *store, JpSnapshot *before, GHashTable *changed)
{
  g_autoptr (GPtrArray) names = jp_store_load_names (store, NULL);
  g_autoptr (JpSnapshot) self = snapshot_new (before->rules);

  if (names == NULL)
    return NULL;

  for (guint i = 0; i < names->len; i++)
    {
      const char *id = ((const JpClusterName *) g_ptr_array_index (names, i))->id;
      Holding *known = g_hash_table_contains (changed, id) ? NULL : g_hash_table_lookup (before->by_id, id);
      JpDossier *dossier = known == NULL ? jp_store_load_dossier (store, id, NULL) : NULL;

      if (known == NULL && dossier == NULL)
        return NULL;
      take (self, known != NULL ? g_atomic_rc_box_acquire (known) : holding_new (before->rules, dossier));
    }

  return g_steal_pointer (&self);
}

/**
 * jp_snapshot_load:
 * @store: the data file
 * @today: the day that counts as today
 * @year: assessment year of the results
 * @before: (nullable): the snapshot before
 * @news: (nullable): what changed since; %NULL: everything may have
 * @error: return location
 *
 * Reads the data file and derives what the window shows. Takes time: not for the main thread.
 *
 * Returns: (transfer full) (nullable): the snapshot
 */
JpSnapshot *
jp_snapshot_load (JpStore *store, JpDate today, int year, JpSnapshot *before, const JpSnapshotNews *news,
                  GError **error)
{
  JpSnapshot *self = NULL;

  if (before != NULL && news != NULL && !news->rules && before->rules->context.today == today
      && g_hash_table_size (news->clusters) <= MANY_CHANGED)
    self = load_changed (store, before, news->clusters);

  if (self == NULL)
    {
      g_autoptr (Rules) rules = rules_load (store, today, error);

      self = rules != NULL ? load_all (store, rules, error) : NULL;
    }
  if (self != NULL)
    derive (self, year);

  return self;
}

/**
 * jp_snapshot_with_year:
 * @self: a snapshot
 * @year: another assessment year
 *
 * Returns: (transfer full): the same moment with the results of @year
 */
JpSnapshot *
jp_snapshot_with_year (JpSnapshot *self, int year)
{
  JpSnapshot *other = snapshot_new (self->rules);

  for (guint i = 0; i < self->holdings->len; i++)
    take (other, g_atomic_rc_box_acquire (g_ptr_array_index (self->holdings, i)));
  derive (other, year);

  return other;
}

JpSnapshot *
jp_snapshot_ref (JpSnapshot *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
snapshot_free (gpointer data)
{
  JpSnapshot *self = data;

  g_ptr_array_unref (self->results);
  g_ptr_array_unref (self->duties);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->dossiers);
  g_ptr_array_unref (self->holdings);
  rules_unref (self->rules);
  g_free (self);
}

/* Whoever lets go last may be the main thread, and the figures of thousands of clusters take a while. */
void
jp_snapshot_unref (JpSnapshot *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->holdings->len > FEW_HOLDINGS)
    jp_give_up (self, snapshot_free);
  else
    snapshot_free (self);
}

int
jp_snapshot_get_year (const JpSnapshot *self)
{
  return self->year;
}

const JpContext *
jp_snapshot_get_context (const JpSnapshot *self)
{
  return &self->rules->context;
}

/**
 * jp_snapshot_get_dossiers:
 * @self: a snapshot
 *
 * Returns: (transfer none) (element-type JpDossier): all dossiers, by collation of name; valid as long as @self
 */
GPtrArray *
jp_snapshot_get_dossiers (const JpSnapshot *self)
{
  return self->dossiers;
}

/**
 * jp_snapshot_get_duties:
 * @self: a snapshot
 *
 * Returns: (transfer none) (element-type JpObligation): the obligations of all, sorted; valid as long as @self
 */
GPtrArray *
jp_snapshot_get_duties (const JpSnapshot *self)
{
  return self->duties;
}

/**
 * jp_snapshot_get_results:
 * @self: a snapshot
 *
 * Returns: (transfer none) (element-type JpResult): results of the year for every cluster due, in dossier order
 */
GPtrArray *
jp_snapshot_get_results (const JpSnapshot *self)
{
  return self->results;
}

/**
 * jp_snapshot_find:
 * @self: a snapshot
 * @id: UUID of a cluster
 *
 * Returns: (nullable): its dossier, valid as long as @self
 */
const JpDossier *
jp_snapshot_find (const JpSnapshot *self, const char *id)
{
  const Holding *holding = g_hash_table_lookup (self->by_id, id);

  return holding != NULL ? holding->dossier : NULL;
}

/**
 * jp_snapshot_district_name:
 * @self: a snapshot
 * @code: a district's code; what is no code is given back as it is
 *
 * Returns: its name in any pack of the file, else @code
 */
const char *
jp_snapshot_district_name (const JpSnapshot *self, const char *code)
{
  const JpPackSet *packs = self->rules->packs;

  for (guint i = jp_pack_set_size (packs); code != NULL && i > 0; i--)
    {
      const JpDistrict *district = jp_pack_find_district (jp_pack_set_nth (packs, i - 1), code);

      if (district != NULL)
        return district->name;
    }

  return code;
}
