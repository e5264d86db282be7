/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-store-people.h"

#include "jp-store-private.h"

/**
 * jp_person_new:
 * @name: the name, as it is printed
 * @office: "city", "centre" or a district's code
 *
 * Returns: (transfer full): somebody who acts for an office
 */
JpPerson *
jp_person_new (const char *name, const char *office)
{
  JpPerson *person = g_new0 (JpPerson, 1);

  person->name = g_strdup (name);
  person->office = g_strdup (office);
  person->active = TRUE;

  return person;
}

void
jp_person_free (JpPerson *person)
{
  g_free (person->id);
  g_free (person->name);
  g_free (person->office);
  g_free (person->duty);
  g_free (person);
}

/**
 * jp_store_put_person:
 * @transaction: a transaction
 * @person: somebody; given a UUID where they have none
 * @error: return location
 *
 * Returns: whether they are kept
 */
gboolean
jp_store_put_person (JpTransaction *transaction, JpPerson *person, GError **error)
{
  if (person->id == NULL)
    person->id = g_uuid_string_random ();

  return jp_db_run (transaction->db,
                    "INSERT INTO people (id, owner, name, office, duty, active) VALUES (?, ?, ?, ?, ?, ?) "
                    "ON CONFLICT DO UPDATE SET name = excluded.name, office = excluded.office, duty = excluded.duty,"
                    " active = excluded.active",
                    error, "sssssi", person->id, transaction->entry->office, person->name, person->office, person->duty,
                    person->active);
}

/**
 * jp_store_delete_person:
 * @transaction: a transaction
 * @id: the person's id
 * @error: return location
 *
 * Returns: whether they are gone from the list; the record still names them
 */
gboolean
jp_store_delete_person (JpTransaction *transaction, const char *id, GError **error)
{
  return jp_db_run (transaction->db, "DELETE FROM people WHERE id = ?", error, "s", id);
}

/**
 * jp_store_load_people:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type JpPerson): the file's people, active ones first, then by name
 */
GPtrArray *
jp_store_load_people (JpStore *self, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_person_free);
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3_stmt *row;
  int more;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  row = jp_db_prepare (self->reading,
                       "SELECT id, name, office, duty, active FROM people ORDER BY active DESC, name, id", error);
  more = row != NULL ? 1 : -1;
  while (more > 0 && (more = jp_db_step (self->reading, row, error)) > 0)
    {
      JpPerson *person = jp_person_new (NULL, NULL);

      jp_row_read (row, 0, "ssssi", &person->id, &person->name, &person->office, &person->duty, &person->active);
      g_ptr_array_add (people, person);
    }

  return more == 0 ? g_steal_pointer (&people) : NULL;
}

/**
 * jp_store_put_preference:
 * @transaction: a transaction
 * @key: which decision
 * @value: (nullable): what was decided; %NULL takes it out
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jp_store_put_preference (JpTransaction *transaction, const char *key, const char *value, GError **error)
{
  if (value == NULL)
    return jp_db_run (transaction->db, "DELETE FROM preferences WHERE key = ?", error, "s", key);

  return jp_db_run (transaction->db, "INSERT INTO preferences (key, value) VALUES (?, ?) "
                    "ON CONFLICT DO UPDATE SET value = excluded.value", error, "ss", key, value);
}

/**
 * jp_store_load_preference:
 * @self: a store
 * @key: which decision
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what was decided; %NULL without @error where nothing was
 */
char *
jp_store_load_preference (JpStore *self, const char *key, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3_stmt *row;
  char *value;
  int more;

  g_return_val_if_fail (JP_IS_STORE (self) && self->reading != NULL, NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  row = jp_db_query (self->reading, "SELECT value FROM preferences WHERE key = ?", error, "s", key);
  more = row != NULL ? jp_db_step (self->reading, row, error) : -1;
  value = more > 0 ? jp_row_text (row, 0) : NULL;
  if (more > 0)
    jp_db_finish (row);

  return value;
}
