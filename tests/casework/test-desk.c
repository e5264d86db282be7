/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-desk.h"
#include "jp-resources.h"
#include "jp-store-clusters.h"
#include "jp-store-rules.h"
#include "jp-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define ROBOT "11111111-1111-4111-8111-111111111111"
#define SMART "22222222-2222-4222-8222-222222222222"
#define SHORT "33333333-3333-4333-8333-333333333333"

typedef struct
{
  char    *folder;
  char    *path;
  JpStore *store;
} Fixture;

static JpDesk *
sit (Fixture *fixture, const char *person, const char *office)
{
  g_autoptr (GError) error = NULL;
  JpDesk *desk = jp_desk_new (fixture->store, person, office, jp_test_date ("2026-02-10"), &error);

  g_assert_no_error (error);
  return desk;
}

static gboolean
put_cluster (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  const char **pair = data;
  g_autoptr (JpDossier) dossier = jp_dossier_new (pair[0], pair[1]);

  return jp_store_put_cluster (transaction, dossier, error);
}

static void
put (Fixture *fixture, const char *id, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDesk) desk = sit (fixture, "林晓", NULL);
  g_autoptr (JpEntry) entry = jp_desk_begin (desk, JP_ENTRY_WORK, "cluster");
  const char *pair[] = { id, name };

  jp_store_write (fixture->store, entry, put_cluster, pair, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);
  JpStoreSettings settings = { office, g_bytes_get_data (pack, NULL), NULL, jp_test_date ("2025-01-01"), FALSE };

  fixture->folder = g_dir_make_tmp ("jp-desk-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "jiping.db", NULL);
  fixture->store = jp_store_create (fixture->path, &settings, &error);
  g_assert_no_error (error);
  put (fixture, ROBOT, "厦门市集美区工业机器人产业集群");
  put (fixture, SMART, "厦门市思明区智慧城市智能系统产业集群");
  put (fixture, SHORT, "厦门市集美区工业机器人");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_finds (JpDesk *desk, const char *typed, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDossier) dossier = jp_desk_find (desk, typed, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dossier->id, ==, id);
}

static void
test_finds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDesk) desk = sit (fixture, "林晓", NULL);

  assert_finds (desk, SMART, SMART);
  assert_finds (desk, "厦门市集美区工业机器人", SHORT); /* a whole name, though another begins with it */
  assert_finds (desk, "智慧城市", SMART);
  assert_finds (desk, "机器人产业", ROBOT);
  assert_finds (desk, "siming", SMART);
  assert_finds (desk, "zhcs", SMART);
}

static void
test_names_the_candidates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDesk) desk = sit (fixture, "林晓", NULL);

  g_assert_null (jp_desk_find (desk, "集美", &error));
  g_assert_error (error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "厦门市集美区工业机器人产业集群"));
  g_assert_null (strstr (error->message, "思明"));
}

static void
test_says_that_there_is_none (Fixture *fixture, gconstpointer data)
{
  static const char * const typed[] = { "海沧", "", "  ", "%", "_", "' OR 1=1 --" };
  g_autoptr (JpDesk) desk = sit (fixture, "林晓", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (jp_desk_find (desk, typed[i], &error));
      g_assert_error (error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND);
    }
}

static void
test_city_acts_for_every_office (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *given, *office; } offices[] = {
    { NULL, "city" }, { "city", "city" }, { "centre", "centre" }, { "ministry", "ministry" }, { "350211", "350211" },
    { "集美区", "350211" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    {
      g_autoptr (JpDesk) desk = sit (fixture, "林晓", offices[i].given);

      g_assert_cmpstr (jp_desk_get_office (desk), ==, offices[i].office);
    }
}

static void
test_unknown_office_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (jp_desk_new (fixture->store, "林晓", "999999", jp_test_date ("2026-02-10"), &error));
  g_assert_error (error, JP_DESK_ERROR, JP_DESK_ERROR_OFFICE);
}

static void
test_district_acts_for_itself_only (Fixture *fixture, gconstpointer data)
{
  static const char * const others[] = { "city", "centre", "ministry", "350203" };
  g_autoptr (JpDesk) own = sit (fixture, "林晓", "350211");

  g_assert_cmpstr (jp_desk_get_office (own), ==, "350211");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (jp_desk_new (fixture->store, "林晓", others[i], jp_test_date ("2026-02-10"), &error));
      g_assert_error (error, JP_DESK_ERROR, JP_DESK_ERROR_OFFICE);
    }
}

/* A district's act in the city's file is done beside the city's desk; the district's own desk has nobody beside it. */
static void
test_other_office_sits_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDesk) own = sit (fixture, "林晓", NULL);
  g_autoptr (JpDesk) same = jp_desk_at (own, "city", "", &error);
  g_autoptr (JpDesk) colleague = jp_desk_at (own, NULL, "陈岚", &error);
  g_autoptr (JpDesk) beside = jp_desk_at (own, "350211", NULL, &error);
  g_autoptr (JpDesk) named = jp_desk_at (own, "350203", "陈岚", &error);

  g_assert_no_error (error);
  g_assert_true (same == own);
  g_assert_cmpstr (jp_desk_get_office (colleague), ==, "city");
  g_assert_cmpstr (jp_desk_get_person (colleague), ==, "陈岚");
  g_assert_cmpstr (jp_desk_get_office (beside), ==, "350211");
  g_assert_cmpstr (jp_desk_get_person (beside), ==, "林晓");
  jp_assert_date (jp_desk_get_today (beside), "2026-02-10");
  g_assert_cmpstr (jp_desk_get_office (named), ==, "350203");
  g_assert_cmpstr (jp_desk_get_person (named), ==, "陈岚");
  g_assert_null (jp_desk_at (own, "999999", NULL, &error));
  g_assert_error (error, JP_DESK_ERROR, JP_DESK_ERROR_OFFICE);
}

static void
test_begins_entries (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JpDesk) named = sit (fixture, " 林 晓 ", "350211");
  g_autoptr (JpDesk) unnamed = sit (fixture, NULL, NULL);
  g_autoptr (JpEntry) entry = jp_desk_begin (named, JP_ENTRY_ACT, "act.apply");

  g_assert_cmpstr (jp_desk_get_person (named), ==, "林 晓");
  g_assert_cmpstr (jp_desk_get_person (unnamed), ==, g_get_user_name ());
  g_assert_cmpstr (entry->person, ==, "林 晓");
  g_assert_cmpstr (entry->office, ==, "350211");
  g_assert_cmpint (entry->kind, ==, JP_ENTRY_ACT);
  g_assert_true (g_str_has_prefix (entry->at, "2026-02-10T"));
  g_assert_cmpuint (strlen (entry->at), ==, strlen ("2026-02-10T09:30:00"));
}

static gboolean
confirm (JpTransaction *transaction, JpEntry *entry, gpointer data, GError **error)
{
  return jp_store_confirm_pack (transaction, "xiamen-2024", 1, "厦工信〔2026〕1号", jp_test_date ("2026-01-05"), error);
}

static void
test_sees_the_rules_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDesk) desk = sit (fixture, "林晓", NULL);
  g_autoptr (JpEntry) entry = jp_desk_begin (desk, JP_ENTRY_ACT, "pack.confirm");
  JpContext context;
  JpDate on;

  g_assert_true (jp_desk_get_context (desk, &context, &error));
  g_assert_false (jp_pack_set_confirmed (context.packs, jp_pack_set_nth (context.packs, 0)));
  jp_assert_date (context.since, "2025-01-01");
  jp_assert_date (context.today, "2026-02-10");

  g_assert_true (jp_store_write (fixture->store, entry, confirm, NULL, &error));
  g_assert_true (jp_desk_get_context (desk, &context, &error));
  g_assert_cmpstr (jp_pack_set_confirmed_by (context.packs, jp_pack_set_nth (context.packs, 0), &on), ==,
                   "厦工信〔2026〕1号");
  jp_assert_date (on, "2026-01-05");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path, *office;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/casework/desk/finds-by-name-part-pinyin-and-id", "city", test_finds },
    { "/casework/desk/names-the-candidates", "city", test_names_the_candidates },
    { "/casework/desk/says-that-there-is-none", "city", test_says_that_there_is_none },
    { "/casework/desk/begins-entries", "city", test_begins_entries },
    { "/casework/desk/sees-the-rules-change", "city", test_sees_the_rules_change },
    { "/casework/R-WHO/city-acts-for-every-office", "city", test_city_acts_for_every_office },
    { "/casework/R-WHO/other-office-sits-beside", "city", test_other_office_sits_beside },
    { "/casework/R-WHO/unknown-office-is-refused", "city", test_unknown_office_is_refused },
    { "/casework/R-WHO/district-acts-for-itself-only", "350211", test_district_acts_for_itself_only },
  };

  jp_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].office, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
