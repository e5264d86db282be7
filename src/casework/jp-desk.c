/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-desk.h"

#include "jp-search-key.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many clusters a message names before it says "…". */
#define MAX_CANDIDATES 6

G_DEFINE_QUARK (jp-desk-error-quark, jp_desk_error)

struct _JpDesk
{
  gatomicrefcount ref_count;

  JpStore    *store;
  char       *person;
  char       *office;
  JpDate      today;

  JpPackSet  *packs;    /* read when first asked for, and again after a change */
  JpHolidays *holidays;
  gulong      changed;
};

static void
forget_rules (JpStore *store, char **tables, char **clusters, JpDesk *self)
{
  const char * const *changed = (const char * const *) tables;

  if (g_strv_contains (changed, "packs") || g_strv_contains (changed, "year_packs"))
    g_clear_pointer (&self->packs, jp_pack_set_free);
  if (g_strv_contains (changed, "holidays"))
    g_clear_pointer (&self->holidays, jp_holidays_unref);
}

static gboolean
read_rules (JpDesk *self, GError **error)
{
  if (self->packs == NULL)
    self->packs = jp_store_load_packs (self->store, error);
  if (self->packs != NULL && self->holidays == NULL)
    self->holidays = jp_store_load_holidays (self->store, error);

  return self->packs != NULL && self->holidays != NULL;
}

/* The code of a district that any pack of the file knows, by its code or name. */
static const char *
find_district (JpDesk *self, const char *code_or_name)
{
  for (guint i = 0; i < jp_pack_set_size (self->packs); i++)
    {
      const JpDistrict *district = jp_pack_find_district (jp_pack_set_nth (self->packs, i), code_or_name);

      if (district != NULL)
        return district->code;
    }

  return NULL;
}

/* The office as the file writes it, or NULL where there is none of this name. */
static const char *
find_office (JpDesk *self, const char *office)
{
  static const char * const common[] = { JP_OFFICE_CITY, JP_OFFICE_CENTRE, JP_OFFICE_MINISTRY, NULL };

  return g_strv_contains (common, office) ? office : find_district (self, office);
}

static const char *
name_of (JpDesk *self, const char *office)
{
  return jp_pack_office_name (jp_pack_set_on (self->packs, self->today), office);
}

/* R-WHO: a city file may record any office's act, a district file only its own. */
static gboolean
take_office (JpDesk *self, const char *office, GError **error)
{
  const char *own = jp_store_get_office (self->store);
  const char *code;

  if (office == NULL || g_str_equal (office, own))
    {
      self->office = g_strdup (own);
      return TRUE;
    }

  code = find_office (self, office);
  if (g_strcmp0 (code, own) != 0 && jp_office_is_district (own))
    {
      g_set_error (
        error, JP_DESK_ERROR, JP_DESK_ERROR_OFFICE,
        _("This data file belongs to the district %s, which records only its own acts. Record an act of “%s” "
          "in the city's data file."),
        name_of (self, own), name_of (self, code != NULL ? code : office));
      return FALSE;
    }
  if (code == NULL)
    {
      g_set_error (
        error, JP_DESK_ERROR, JP_DESK_ERROR_OFFICE,
        _("There is no office “%s”. Give “city”, “centre”, “ministry”, or the code of a district of the rule pack."),
        office);
      return FALSE;
    }

  self->office = g_strdup (code);
  return TRUE;
}

/**
 * jp_desk_new:
 * @store: the data file
 * @person: (nullable): who acts; %NULL: the name they are logged in with
 * @office: (nullable): for which office; %NULL: the file's own
 * @today: the day that counts as today
 * @error: return location for a [enum@Jp.DeskError] or [enum@Jp.StoreError]
 *
 * Sits down at a desk. A city file may record the act of a district, the centre or the ministry (代录, R-WHO).
 *
 * Returns: (transfer full) (nullable): the desk
 */
JpDesk *
jp_desk_new (JpStore *store, const char *person, const char *office, JpDate today, GError **error)
{
  g_autoptr (JpDesk) self = NULL;
  g_autofree char *tidy = person != NULL ? jp_text_tidy (person) : NULL;

  g_return_val_if_fail (JP_IS_STORE (store), NULL);
  g_return_val_if_fail (today != JP_DATE_NONE, NULL);

  self = g_new0 (JpDesk, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->store = g_object_ref (store);
  self->person = g_strdup (tidy != NULL && *tidy != '\0' ? tidy : g_get_user_name ());
  self->today = today;
  self->changed = g_signal_connect (store, "changed", G_CALLBACK (forget_rules), self);

  return read_rules (self, error) && take_office (self, office, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * jp_desk_at:
 * @self: a desk
 * @office: (nullable): the office whose act is recorded; %NULL: @self's own
 * @person: (nullable): who acts there; %NULL or empty: who sits at @self
 * @error: return location for a [enum@Jp.DeskError] or [enum@Jp.StoreError]
 *
 * Where an act of @office by @person is put on record: at @self where both are its own, else at a desk beside it on
 * the same data file and day (代录, R-WHO).
 *
 * Returns: (transfer full) (nullable): the desk; free with [func@Jp.desk_unref]
 */
JpDesk *
jp_desk_at (JpDesk *self, const char *office, const char *person, GError **error)
{
  if (office == NULL)
    office = self->office;
  if (person == NULL || *person == '\0')
    person = self->person;
  if (g_str_equal (office, self->office) && g_str_equal (person, self->person))
    return jp_desk_ref (self);

  return jp_desk_new (self->store, person, office, self->today, error);
}

JpDesk *
jp_desk_ref (JpDesk *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
jp_desk_unref (JpDesk *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_signal_handler_disconnect (self->store, self->changed);
  g_object_unref (self->store);
  g_clear_pointer (&self->packs, jp_pack_set_free);
  g_clear_pointer (&self->holidays, jp_holidays_unref);
  g_free (self->person);
  g_free (self->office);
  g_free (self);
}

/**
 * jp_desk_get_store:
 * @self: a desk
 *
 * Returns: (transfer none): the data file worked on
 */
JpStore *
jp_desk_get_store (JpDesk *self)
{
  return self->store;
}

/**
 * jp_desk_get_person:
 * @self: a desk
 *
 * Returns: who acts
 */
const char *
jp_desk_get_person (JpDesk *self)
{
  return self->person;
}

/**
 * jp_desk_get_office:
 * @self: a desk
 *
 * Returns: for which office: "city", "centre", "ministry" or a district's code
 */
const char *
jp_desk_get_office (JpDesk *self)
{
  return self->office;
}

/**
 * jp_desk_get_today:
 * @self: a desk
 *
 * Returns: the day that counts as today
 */
JpDate
jp_desk_get_today (JpDesk *self)
{
  return self->today;
}

/**
 * jp_desk_get_context:
 * @self: a desk
 * @context: (out caller-allocates): the rules as they stand today; borrowed until packs or holidays change
 * @error: return location
 *
 * Returns: whether the rules could be read
 */
gboolean
jp_desk_get_context (JpDesk *self, JpContext *context, GError **error)
{
  g_return_val_if_fail (self != NULL && context != NULL, FALSE);

  if (!read_rules (self, error))
    return FALSE;

  context->packs = self->packs;
  context->holidays = self->holidays;
  context->since = jp_store_get_since (self->store);
  context->today = self->today;

  return TRUE;
}

typedef gboolean (*Match) (const JpClusterName *cluster, const char *typed);

static gboolean
match_id (const JpClusterName *cluster, const char *typed)
{
  return g_ascii_strcasecmp (cluster->id, typed) == 0;
}

static gboolean
match_name (const JpClusterName *cluster, const char *typed)
{
  g_autofree char *name = jp_text_fold (cluster->name);
  g_autofree char *wanted = jp_text_fold (typed);

  return g_str_equal (name, wanted);
}

static gboolean
match_part (const JpClusterName *cluster, const char *typed)
{
  g_autofree char *name = jp_text_fold (cluster->name);
  g_autofree char *wanted = jp_text_fold (typed);

  return strstr (name, wanted) != NULL;
}

static gboolean
match_pinyin (const JpClusterName *cluster, const char *typed)
{
  g_autoptr (JpSearchKey) key = jp_search_key_new (cluster->name);

  return jp_search_key_matches (key, typed);
}

/* The closest way in which anything matches, so that a whole name is never ambiguous with a longer one. */
static GPtrArray *
find_candidates (GPtrArray *names, const char *typed)
{
  static const Match ways[] = { match_id, match_name, match_part, match_pinyin };
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint way = 0; way < G_N_ELEMENTS (ways) && found->len == 0; way++)
    for (guint i = 0; i < names->len; i++)
      if (ways[way] (g_ptr_array_index (names, i), typed))
        g_ptr_array_add (found, g_ptr_array_index (names, i));

  return g_steal_pointer (&found);
}

static void
refuse_ambiguous (GPtrArray *found, const char *typed, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (found->len, MAX_CANDIDATES); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "、" : "",
                            ((const JpClusterName *) g_ptr_array_index (found, i))->name);
  if (found->len > MAX_CANDIDATES)
    g_string_append (list, "……");

  g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND,
               _("“%s” fits %u clusters: %s. Give more of the name, or the whole name."), typed, found->len, list->str);
}

/**
 * jp_desk_find:
 * @self: a desk
 * @cluster: a name, a part of one in characters, pinyin or initials, or a UUID
 * @error: return location; %JP_DESK_ERROR_NOT_FOUND names the candidates where there are several
 *
 * Returns: (transfer full) (nullable): the one cluster that is meant
 */
JpDossier *
jp_desk_find (JpDesk *self, const char *cluster, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *typed = NULL;

  g_return_val_if_fail (self != NULL && cluster != NULL, NULL);

  names = jp_store_load_names (self->store, error);
  if (names == NULL)
    return NULL;

  typed = jp_text_tidy (cluster);
  found = *typed != '\0' ? find_candidates (names, typed) : g_ptr_array_new ();
  if (found->len == 1)
    return jp_store_load_dossier (self->store, ((const JpClusterName *) g_ptr_array_index (found, 0))->id, error);

  if (found->len > 1)
    refuse_ambiguous (found, typed, error);
  else
    g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND,
                 _("There is no cluster “%s”. Give its name, a part of it, or its id; “clusters” lists them all."),
                 typed);

  return NULL;
}

/**
 * jp_desk_begin:
 * @self: a desk
 * @kind: entry work or an official act
 * @act: English id of the act
 *
 * Begins a journal entry: the day is the desk's today, the hour the clock's.
 *
 * Returns: (transfer full): the entry
 */
JpEntry *
jp_desk_begin (JpDesk *self, JpEntryKind kind, const char *act)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *at = NULL;
  char day[JP_DATE_ISO_LEN];

  at = g_strdup_printf ("%sT%02d:%02d:%02d", jp_date_to_iso (self->today, day), g_date_time_get_hour (now),
                        g_date_time_get_minute (now), g_date_time_get_second (now));

  return jp_entry_new (kind, act, self->person, self->office, at);
}
