/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-caretaker.h"

#include "jp-application.h"
#include "jp-store-backup.h"
#include "jp-store-journal.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FIRST_CARE_SECONDS 5   /* the window comes first */
#define CARE_SECONDS       1800

#define ARCHIVES_KEPT 14 /* in the second place */
#define ARCHIVE_MARK  "jiping-backup-"

struct _JpCaretaker
{
  GObject parent_instance;

  /* Owned. */
  JpSession    *session;
  GSettings    *settings;
  GPtrArray    *assurances;
  GCancellable *ending;
  guint         first_source;
  guint         source;
  gboolean      caring;

  /* What is known. */
  JpDate        backed_up;
  gint64        backup_seq;
  char         *backup_trouble; /* NULL: the last one went well */
  gint64        newest_seq;
  JpDate        newest_day;
  JpIntegrity   integrity;
  JpDate        checked;
  gint64        free_bytes;
  gint64        file_bytes;
};

G_DEFINE_FINAL_TYPE (JpCaretaker, jp_caretaker, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One round of care, on a thread of its own: the store's backups and checks work on connections of their own. */
typedef struct
{
  JpCare     care;
  JpStore   *store;
  char      *path;
  char      *second_place; /* NULL: none */
  GDateTime *now;

  JpIntegrity integrity;   /* unknown: not checked */
  GPtrArray  *notes;       /* of JpCheckNote */
  char       *trouble;     /* why no backup was made */
  JpDate      backed_up;
  gint64      backup_seq;
  gint64      free_bytes;
  gint64      file_bytes;
} Round;

static void
round_free (gpointer data)
{
  Round *round = data;

  g_object_unref (round->store);
  g_free (round->path);
  g_free (round->second_place);
  g_date_time_unref (round->now);
  g_clear_pointer (&round->notes, g_ptr_array_unref);
  g_free (round->trouble);
  g_free (round);
}

/* The day the session counts as today, at the clock's hour. */
static GDateTime *
session_now (JpSession *session)
{
  g_autoptr (GDateTime) clock = g_date_time_new_now_local ();
  guint year, month, day;

  jp_date_split (jp_session_get_today (session), &year, &month, &day);

  return g_date_time_new_local ((int) year, (int) month, (int) day, g_date_time_get_hour (clock),
                                g_date_time_get_minute (clock), g_date_time_get_seconds (clock));
}

static JpIntegrity
judge (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const JpCheckNote *note = g_ptr_array_index (notes, i);

      if (note->state == JP_CHECK_FAULT && !g_str_equal (note->id, "backup"))
        return JP_INTEGRITY_DAMAGED;
    }

  return JP_INTEGRITY_WHOLE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char * const *) a, *(char * const *) b);
}

/* Only our own archives, and only the oldest above the number kept. */
static void
thin_archives (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, ARCHIVE_MARK) && g_str_has_suffix (name, ".zip"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + ARCHIVES_KEPT < names->len; i++)
    g_unlink (g_ptr_array_index (names, i));
}

static gboolean
keep_archive (Round *round, GCancellable *cancellable, GError **error)
{
  g_autofree char *day = g_date_time_format (round->now, "%Y%m%d");
  g_autofree char *name = g_strconcat (ARCHIVE_MARK, day, ".zip", NULL);
  g_autofree char *path = round->second_place != NULL ? g_build_filename (round->second_place, name, NULL) : NULL;

  if (path == NULL || g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!jp_store_archive (round->store, path, round->now, cancellable, error))
    return FALSE;

  thin_archives (round->second_place);
  return TRUE;
}

static void
look (Round *round)
{
  g_autoptr (GPtrArray) backups = jp_backup_list (round->path);
  g_autoptr (GFile) file = g_file_new_for_path (round->path);
  g_autoptr (GFileInfo) disk = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  GStatBuf status;

  if (backups->len > 0)
    {
      const JpKeptBackup *newest = g_ptr_array_index (backups, 0);

      round->backed_up = newest->day;
      round->backup_seq = newest->seq;
    }
  round->free_bytes = disk != NULL && g_file_info_has_attribute (disk, G_FILE_ATTRIBUTE_FILESYSTEM_FREE)
                        ? (gint64) g_file_info_get_attribute_uint64 (disk, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) : -1;
  round->file_bytes = g_stat (round->path, &status) == 0 ? status.st_size : 0;
}

static gboolean
care (Round *round, GCancellable *cancellable, GError **error)
{
  if ((round->care & JP_CARE_CHECK) != 0)
    {
      round->notes = jp_store_check (round->store, cancellable, error);
      if (round->notes == NULL)
        return FALSE;
      round->integrity = judge (round->notes);
    }

  /* A damaged file never takes the place of a good backup. */
  return (round->care & JP_CARE_BACKUP) == 0 || round->integrity == JP_INTEGRITY_DAMAGED
         || (jp_store_keep_backup (round->store, round->now, NULL, cancellable, error)
             && keep_archive (round, cancellable, error));
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Round *round = data;
  GError *error = NULL;
  gboolean done = care (round, cancellable, &error);

  look (round);
  if (!done && (round->care & JP_CARE_BACKUP) != 0 && !g_cancellable_is_cancelled (cancellable))
    round->trouble = g_strdup (error->message);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
assure (JpCaretaker *self)
{
  const JpContext *context = jp_session_get_context (self->session);
  JpStore *store = jp_session_get_store (self->session);
  JpAssuranceFacts facts = {
    .today = context->today,
    .backed_up = self->backed_up,
    .backup_trouble = self->backup_trouble,
    .changed_since = self->newest_seq > self->backup_seq,
    .integrity = self->integrity,
    .checked = self->checked,
    .place_warning = store != NULL ? jp_store_get_warning (store) : NULL,
    .free_bytes = self->free_bytes,
    .file_bytes = self->file_bytes,
    .holidays = context->holidays,
    .pack = jp_pack_set_on (context->packs, context->today),
    .last_entry = self->newest_day,
  };

  g_clear_pointer (&self->assurances, g_ptr_array_unref);
  self->assurances = jp_assurances_new (&facts);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_facts (JpCaretaker *self, const Round *round)
{
  if ((round->care & JP_CARE_BACKUP) != 0)
    {
      g_free (self->backup_trouble);
      self->backup_trouble = g_strdup (round->trouble);
    }
  if (round->backed_up != JP_DATE_NONE || self->checked != JP_DATE_NONE) /* no alarm before the first care */
    {
      self->backed_up = round->backed_up;
      self->backup_seq = round->backup_seq;
    }
  self->free_bytes = round->free_bytes;
  self->file_bytes = round->file_bytes;
  if (round->integrity != JP_INTEGRITY_UNKNOWN)
    {
      self->integrity = round->integrity;
      self->checked = jp_session_get_today (self->session);
    }
  assure (self);
}

/**
 * jp_caretaker_care_async:
 * @self: a caretaker
 * @wanted: what to do
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Checks the file, backs it up, or only looks how it stands, without disturbing work.
 */
void
jp_caretaker_care_async (JpCaretaker *self, JpCare wanted, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GVariant) place = g_settings_get_value (self->settings, "backup-folder");
  JpStore *store = jp_session_get_store (self->session);
  Round *round;

  g_task_set_source_tag (task, jp_caretaker_care_async);
  if (store == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The data file is closed");
      return;
    }

  round = g_new0 (Round, 1);
  round->care = wanted;
  round->store = g_object_ref (store);
  round->path = g_strdup (jp_store_get_path (store));
  round->second_place = *g_variant_get_bytestring (place) != '\0' ? g_strdup (g_variant_get_bytestring (place)) : NULL;
  round->now = session_now (self->session);
  g_task_set_task_data (task, round, round_free);
  g_task_run_in_thread (task, run);
}

/**
 * jp_caretaker_care_finish:
 * @self: a caretaker
 * @result: what the callback was given
 * @error: return location for a [enum@Jp.StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type JpCheckNote): what a check found
 */
GPtrArray *
jp_caretaker_care_finish (JpCaretaker *self, GAsyncResult *result, GError **error)
{
  Round *round = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (round != NULL && !g_cancellable_is_cancelled (self->ending))
    take_facts (self, round);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return round->notes != NULL ? g_steal_pointer (&round->notes) : g_ptr_array_new ();
}

static void
on_cared (GObject *source, GAsyncResult *result, gpointer data)
{
  JpCaretaker *self = JP_CARETAKER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = jp_caretaker_care_finish (self, result, &error);

  self->caring = FALSE;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("Care of the data file failed, and the light says so: %s", error->message);
}

/* Once a day all of it, else only a look. */
static void
care_as_due (JpCaretaker *self)
{
  JpDate today = jp_session_get_today (self->session);
  JpCare due = JP_CARE_LOOK;

  if (self->caring)
    return;

  if (self->checked != today)
    due = JP_CARE_CHECK | JP_CARE_BACKUP;
  else if (self->backed_up != today && self->newest_seq > self->backup_seq)
    due = JP_CARE_BACKUP;
  self->caring = TRUE;
  jp_caretaker_care_async (self, due, self->ending, on_cared, NULL);
}

static gboolean
on_time (gpointer data)
{
  care_as_due (data);

  return G_SOURCE_CONTINUE;
}

static gboolean
on_first_time (gpointer data)
{
  JpCaretaker *self = data;

  self->first_source = 0;
  care_as_due (self);

  return G_SOURCE_REMOVE;
}

typedef struct
{
  JpCaretaker *caretaker;
  gint64       seq;
  JpDate       day;
} Reading;

static gboolean
load_newest (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) newest = jp_store_load_journal (jp_desk_get_store (desk), 0, 1, NULL, error);

  if (newest != NULL && newest->len > 0)
    {
      const JpEntry *entry = g_ptr_array_index (newest, 0);

      reading->seq = entry->seq;
      reading->day = jp_entry_day (entry);
    }

  return newest != NULL;
}

static void
on_newest (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reading *reading = data;
  g_autoptr (JpCaretaker) self = reading->caretaker;

  if (!jp_session_do_finish (JP_SESSION (source), result, NULL) || g_cancellable_is_cancelled (self->ending))
    return;

  self->newest_seq = reading->seq;
  self->newest_day = reading->day;
  assure (self);
}

static void
on_session_changed (JpCaretaker *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->caretaker = g_object_ref (self);
  jp_session_read_async (self->session, load_newest, reading, NULL, self->ending, on_newest, reading);
}

void
jp_caretaker_end (JpCaretaker *self)
{
  g_return_if_fail (JP_IS_CARETAKER (self));

  g_cancellable_cancel (self->ending);
  g_clear_handle_id (&self->first_source, g_source_remove);
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
jp_caretaker_dispose (GObject *object)
{
  JpCaretaker *self = JP_CARETAKER (object);

  jp_caretaker_end (self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (jp_caretaker_parent_class)->dispose (object);
}

static void
jp_caretaker_finalize (GObject *object)
{
  JpCaretaker *self = JP_CARETAKER (object);

  g_clear_pointer (&self->assurances, g_ptr_array_unref);
  g_free (self->backup_trouble);
  g_object_unref (self->ending);

  G_OBJECT_CLASS (jp_caretaker_parent_class)->finalize (object);
}

static void
jp_caretaker_class_init (JpCaretakerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jp_caretaker_dispose;
  object_class->finalize = jp_caretaker_finalize;

  /**
   * JpCaretaker::changed:
   * @self: the caretaker
   *
   * What it can assure has changed.
   */
  signals[CHANGED]
    = g_signal_new ("changed", JP_TYPE_CARETAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jp_caretaker_init (JpCaretaker *self)
{
  self->ending = g_cancellable_new ();
  self->settings = g_settings_new (JP_APPLICATION_ID);
  self->free_bytes = -1;
}

/**
 * jp_caretaker_new:
 * @session: an open data file
 *
 * Returns: (transfer full): who looks after it from now on
 */
JpCaretaker *
jp_caretaker_new (JpSession *session)
{
  JpCaretaker *self = g_object_new (JP_TYPE_CARETAKER, NULL);

  self->session = g_object_ref (session);
  self->backed_up = jp_session_get_today (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (on_session_changed), self);
  on_session_changed (self);
  assure (self);
  jp_caretaker_care_async (self, JP_CARE_LOOK, self->ending, on_cared, NULL);
  self->first_source = g_timeout_add_seconds (FIRST_CARE_SECONDS, on_first_time, self);
  self->source = g_timeout_add_seconds (CARE_SECONDS, on_time, self);

  return self;
}

/**
 * jp_caretaker_get_assurances:
 * @self: a caretaker
 *
 * Returns: (transfer none) (element-type JpAssurance): how the data stands, until it changes
 */
GPtrArray *
jp_caretaker_get_assurances (JpCaretaker *self)
{
  return self->assurances;
}

gint64
jp_caretaker_get_newest (JpCaretaker *self)
{
  return self->newest_seq;
}
