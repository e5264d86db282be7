/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-people-work.h"

#include "jp-text.h"

#include <glib/gi18n-lib.h>

#define MAX_NAME 40 /* characters */

typedef struct
{
  JpStore  *store;
  JpPerson *person;
} PutWork;

typedef struct
{
  const char *key;
  const char *value;
  const char *summary;
} PreferenceWork;

static gboolean
check_name (const char *name, GError **error)
{
  if (*name == '\0')
    {
      g_set_error_literal (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED, _("A person needs a name."));
      return FALSE;
    }
  if (g_utf8_strlen (name, -1) > MAX_NAME)
    {
      g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                   _("A name has at most %d characters. Put titles and tasks into the field for the duty."), MAX_NAME);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_alone (JpStore *store, const JpPerson *person, gboolean *known, GError **error)
{
  g_autoptr (GPtrArray) people = jp_store_load_people (store, error);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const JpPerson *other = g_ptr_array_index (people, i);
      gboolean same = g_strcmp0 (other->id, person->id) == 0;

      *known = *known || same;
      if (!same && g_str_equal (other->name, person->name) && g_str_equal (other->office, person->office))
        {
          g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_REFUSED,
                       _("“%s” is on the list of this office already. Tell two people of one name apart by a sign "
                         "behind the name."), person->name);
          return FALSE;
        }
    }

  return people != NULL;
}

static gboolean
put_person (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  PutWork *work = data;
  gboolean known = FALSE;

  if (!check_alone (work->store, work->person, &known, error)
      || !jp_store_put_person (transaction, work->person, error))
    return FALSE;

  entry->summary = g_strdup_printf (!known ? "登记人员：%s" : work->person->active ? "更新人员：%s" : "停用人员：%s",
                                    work->person->name);
  return TRUE;
}

/**
 * jp_casework_put_person:
 * @desk: who does it
 * @person: the person; the name is tidied, a new one is given its id
 * @error: return location for a [enum@Jp.DeskError]
 *
 * Enters a person who acts for an office (R-WHO, 第三条), or brings one up to date. People who left are made inactive
 * and never taken out: the record names them.
 *
 * Returns: whether it is kept
 */
gboolean
jp_casework_put_person (JpDesk *desk, JpPerson *person, GError **error)
{
  g_autoptr (JpEntry) entry = NULL;
  PutWork work = { .store = jp_desk_get_store (desk), .person = person };
  char *name;

  g_return_val_if_fail (person != NULL && person->name != NULL && person->office != NULL, FALSE);

  name = jp_text_tidy (person->name);
  g_free (person->name);
  person->name = name;
  if (!check_name (name, error))
    return FALSE;

  entry = jp_desk_begin (desk, JP_ENTRY_WORK, "person");
  return jp_store_write (work.store, entry, put_person, &work, error);
}

static gboolean
put_preference (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  PreferenceWork *work = data;

  entry->summary = g_strdup (work->summary);

  return jp_store_put_preference (transaction, work->key, work->value, error);
}

/**
 * jp_casework_put_preference:
 * @desk: who does it
 * @key: which decision
 * @value: (nullable): what is decided; %NULL takes it back
 * @summary: an official sentence for the journal
 * @error: return location for a [enum@Jp.StoreError]
 *
 * Keeps a decision of the office in the data file, where everybody who works with it finds it.
 *
 * Returns: whether it is kept
 */
gboolean
jp_casework_put_preference (JpDesk *desk, const char *key, const char *value, const char *summary, GError **error)
{
  g_autoptr (JpEntry) entry = jp_desk_begin (desk, JP_ENTRY_WORK, "preference");
  PreferenceWork work = { .key = key, .value = value, .summary = summary };

  g_return_val_if_fail (key != NULL && summary != NULL, FALSE);

  return jp_store_write (jp_desk_get_store (desk), entry, put_preference, &work, error);
}
