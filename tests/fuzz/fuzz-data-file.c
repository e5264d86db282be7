/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fuzz.h"

#include "jp-resources.h"
#include "jp-sample.h"
#include "jp-store-backup.h"
#include "jp-store-journal.h"
#include "jp-test.h"

#include <unistd.h>

#define CHANGE 4 /* bytes of an input that make one change: where, in three of them, and what */

static char *sample;
static gsize sample_size;

/* The sample, made once in memory. */
static void
make_sample (const char *path)
{
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);
  g_autoptr (GBytes) holidays = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  JpDate today = jp_date_new (2026, 2, 10);
  const JpStoreSettings settings = {
    .office = JP_OFFICE_CITY,
    .pack_json = g_bytes_get_data (pack, NULL),
    .holidays_json = g_bytes_get_data (holidays, NULL),
    .since = jp_casework_sample_since (today),
    .sample = TRUE,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_create (path, &settings, &error);

  g_assert_no_error (error);
  jp_casework_sample (store, today, &error);
  g_assert_no_error (error);
  jp_store_close (store);
  g_assert_true (g_file_get_contents (path, &sample, &sample_size, NULL));
}

static void
write_changed (const char *path, const guint8 *data, gsize size)
{
  g_autofree char *bytes = g_memdup2 (sample, sample_size);

  for (gsize i = 0; i + CHANGE <= size; i += CHANGE)
    bytes[(((gsize) data[i] << 16) | ((gsize) data[i + 1] << 8) | data[i + 2]) % sample_size] = (char) data[i + 3];
  g_assert_true (g_file_set_contents (path, bytes, (gssize) sample_size, NULL));
}

/* Everything that is read of it at some time; each says what is wrong, or gives what is there. */
static void
read_all (JpStore *store)
{
  g_autoptr (GError) dossiers_error = NULL, packs_error = NULL, journal_error = NULL, verify_error = NULL;
  g_autoptr (GError) check_error = NULL;
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (store, &dossiers_error);
  g_autoptr (JpPackSet) packs = jp_store_load_packs (store, &packs_error);
  g_autoptr (GPtrArray) journal = jp_store_load_journal (store, 0, 50, NULL, &journal_error);
  g_autoptr (GPtrArray) notes = jp_store_check (store, NULL, &check_error);
  gint64 bad = 0;
  gboolean whole = jp_store_verify_journal (store, NULL, &bad, &verify_error);

  g_assert_cmpint (dossiers == NULL, ==, dossiers_error != NULL);
  g_assert_cmpint (packs == NULL, ==, packs_error != NULL);
  g_assert_cmpint (journal == NULL, ==, journal_error != NULL);
  g_assert_cmpint (notes == NULL, ==, check_error != NULL);
  g_assert_true (!whole || verify_error == NULL);
}

/* A data file with any bytes changed: refused with an error, or it opens and all of it is read or named as damaged. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *folder = g_strdup ("/dev/shm/jp-fuzz-XXXXXX");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = NULL;

  if (g_mkdtemp (folder) == NULL)
    {
      g_free (folder);
      folder = g_dir_make_tmp ("jp-fuzz-XXXXXX", NULL);
    }
  path = g_build_filename (folder, "jiping.db", NULL);
  if (sample == NULL)
    {
      g_autofree char *made = g_build_filename (folder, "sample.db", NULL);

      make_sample (made);
    }

  write_changed (path, data, size);
  store = jp_store_open (path, &error);
  g_assert_cmpint (store == NULL, ==, error != NULL);
  if (store != NULL)
    {
      read_all (store);
      jp_store_close (store);
    }
  else
    g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS)); /* kept as it is, for a second look */

  jp_test_remove (folder);
  return 0;
}
