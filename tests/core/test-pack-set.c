/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-pack-set.h"

#include <string.h>

/* A pack that differs from the shipped one in what choosing looks at: "id version from [to] [first year]". */
static JpPack *
make_pack (const char *description)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpPack) shipped = jp_test_pack ();
  g_auto (GStrv) words = g_strsplit (description, " ", -1);
  g_autoptr (GString) json = g_string_new (shipped->json);
  guint n_words = g_strv_length (words);
  g_autofree char *id = NULL, *version = NULL, *from = NULL, *to = NULL, *years = NULL;
  JpPack *pack;

  g_assert_cmpuint (n_words, >=, 3);
  id = g_strdup_printf ("\"%s\"", words[0]);
  version = g_strdup_printf ("\"version\" : %s,", words[1]);
  from = g_strdup_printf ("\"from\" : \"%s\"", words[2]);
  g_assert_cmpuint (g_string_replace (json, "\"xiamen-2024\"", id, 0), ==, 1);
  g_assert_cmpuint (g_string_replace (json, "\"version\" : 1,", version, 0), ==, 1);
  g_assert_cmpuint (g_string_replace (json, "\"from\" : \"2024-11-25\"", from, 0), ==, 1);
  if (n_words > 3 && strcmp (words[3], "-") != 0)
    {
      to = g_strdup_printf ("\"to\" : \"%s\"", words[3]);
      g_assert_cmpuint (g_string_replace (json, "\"to\" : null", to, 0), ==, 1);
    }
  if (n_words > 4)
    {
      years = g_strdup_printf ("{ \"assessment_years\" : { \"from\" : %s },", words[4]);
      g_assert_cmpuint (g_string_replace (json, "{", years, 1), ==, 1);
    }

  pack = jp_pack_new_from_json (json->str, -1, &error);
  g_assert_no_error (error);
  return pack;
}

static JpPackSet *
make_set (const char * const *descriptions)
{
  JpPackSet *set = jp_pack_set_new ();

  for (guint i = 0; descriptions[i] != NULL; i++)
    {
      g_autoptr (JpPack) pack = make_pack (descriptions[i]);

      jp_pack_set_add (set, pack, NULL, JP_DATE_NONE);
    }

  return set;
}

static void
assert_pack (const JpPack *pack, const char *expected)
{
  g_autofree char *name = pack != NULL ? g_strdup_printf ("%s v%u", pack->id, pack->version) : g_strdup ("none");

  g_assert_cmpstr (name, ==, expected);
}

#define MAX_PACKS 4

typedef struct
{
  const char *name;
  const char *packs[MAX_PACKS + 1];
  int         year;
  const char *expected;
} YearCase;

static const YearCase year_cases[] = {
  { "before-the-first", { "a 1 2024-11-25" }, 2023, "none" },
  { "its-first-year", { "a 1 2024-11-25" }, 2024, "a v1" },
  { "long-after-with-no-end-known", { "a 1 2024-11-25" }, 2090, "a v1" },
  { "highest-version", { "a 1 2024-11-25", "a 3 2024-11-25", "a 2 2024-11-25" }, 2024, "a v3" },
  { "higher-version-that-governs-later", { "a 1 2024-11-25", "a 2 2024-11-25 - 2026" }, 2025, "a v1" },
  { "higher-version-from-its-year", { "a 1 2024-11-25", "a 2 2024-11-25 - 2026" }, 2026, "a v2" },
  { "named-first-year-before-coming-into-force", { "a 1 2024-11-25 - 2023" }, 2023, "a v1" },
  { "named-first-year-after-coming-into-force", { "a 1 2024-11-25 - 2025" }, 2024, "none" },
  { "later-into-force-wins", { "b 1 2026-02-01", "a 9 2024-11-25" }, 2026, "b v1" },
  { "later-into-force-wins-in-any-order", { "a 9 2024-11-25", "b 1 2026-02-01" }, 2026, "b v1" },
  { "the-year-before-is-still-the-older", { "a 1 2024-11-25", "b 1 2026-02-01" }, 2025, "a v1" },
  { "its-last-year", { "a 1 2024-11-25 2026-06-30" }, 2026, "a v1" },
  { "after-its-last-year", { "a 1 2024-11-25 2026-06-30" }, 2027, "none" },
  { "an-ended-pack-leaves-the-year-to-the-other", { "a 1 2024-11-25", "b 1 2025-01-01 2025-12-31" }, 2026, "a v1" },
  { "an-end-is-not-undone-by-an-older-version", { "a 1 2024-11-25", "a 2 2024-11-25 2025-12-31" }, 2026, "none" },
};

static void
test_year (gconstpointer data)
{
  const YearCase *c = data;
  g_autoptr (JpPackSet) set = make_set (c->packs);

  assert_pack (jp_pack_set_for_year (set, c->year), c->expected);
}

typedef struct
{
  const char *name;
  const char *packs[MAX_PACKS + 1];
  const char *day;
  const char *expected;
} DayCase;

static const DayCase day_cases[] = {
  { "first-day", { "a 1 2024-11-25", "b 1 2026-02-01" }, "2026-02-01", "b v1" },
  { "day-before", { "a 1 2024-11-25", "b 1 2026-02-01" }, "2026-01-31", "a v1" },
  { "before-the-first-it-is-the-first", { "b 1 2026-02-01", "a 1 2024-11-25" }, "2020-01-01", "a v1" },
  { "last-day", { "a 1 2024-11-25", "b 1 2025-01-01 2025-12-31" }, "2025-12-31", "b v1" },
  { "day-after-the-last", { "a 1 2024-11-25", "b 1 2025-01-01 2025-12-31" }, "2026-01-01", "a v1" },
  { "when-all-have-ended-the-last", { "a 1 2024-11-25 2025-12-31" }, "2027-01-01", "a v1" },
  { "highest-version", { "a 2 2024-11-25", "a 1 2024-11-25" }, "2025-01-01", "a v2" },
};

static void
test_day (gconstpointer data)
{
  const DayCase *c = data;
  g_autoptr (JpPackSet) set = make_set (c->packs);

  assert_pack (jp_pack_set_on (set, jp_test_date (c->day)), c->expected);
}

typedef struct
{
  const char *name;
  const char *packs[MAX_PACKS + 1];
  int         first;
} FirstCase;

static const FirstCase first_cases[] = {
  { "no-pack", { NULL }, 0 },
  { "year-of-coming-into-force", { "a 1 2024-11-25" }, 2024 },
  { "in-force-on-the-last-day", { "a 1 2024-12-31" }, 2024 },
  { "in-force-on-new-years-day", { "a 1 2025-01-01" }, 2025 },
  { "the-year-named", { "a 1 2024-11-25 - 2023" }, 2023 },
  { "the-earlier-of-two", { "b 1 2026-02-01", "a 1 2024-11-25" }, 2024 },
  { "ended-on-the-last-day", { "a 1 2024-11-25 2024-12-31" }, 2024 },
  { "ended-the-day-before", { "a 1 2024-11-25 2024-12-30" }, 0 },
};

static void
test_first_year (gconstpointer data)
{
  const FirstCase *c = data;
  g_autoptr (JpPackSet) set = make_set (c->packs);

  g_assert_cmpint (jp_pack_set_first_year (set), ==, c->first);
}

static void
test_an_opened_year_keeps_its_version (void)
{
  static const char * const packs[] = { "a 1 2024-11-25", "a 2 2024-11-25", NULL };
  g_autoptr (JpPackSet) set = make_set (packs);

  jp_pack_set_fix_year (set, 2024, "a", 1);
  assert_pack (jp_pack_set_for_year (set, 2024), "a v1");
  assert_pack (jp_pack_set_for_year (set, 2025), "a v2");

  jp_pack_set_fix_year (set, 2024, "a", 2);
  assert_pack (jp_pack_set_for_year (set, 2024), "a v2");
}

static void
test_an_empty_set_has_nothing (void)
{
  g_autoptr (JpPackSet) set = jp_pack_set_new ();

  g_assert_cmpuint (jp_pack_set_size (set), ==, 0);
  g_assert_null (jp_pack_set_for_year (set, 2024));
  g_assert_null (jp_pack_set_on (set, jp_test_date ("2025-01-01")));
  g_assert_null (jp_pack_set_find (set, "a", 1));
}

static void
test_holds_packs_in_order (void)
{
  static const char * const packs[] = { "b 7 2026-01-01", "a 1 2024-11-25", NULL };
  g_autoptr (JpPackSet) set = make_set (packs);

  g_assert_cmpuint (jp_pack_set_size (set), ==, 2);
  assert_pack (jp_pack_set_nth (set, 0), "b v7");
  assert_pack (jp_pack_set_nth (set, 1), "a v1");
  assert_pack (jp_pack_set_find (set, "b", 7), "b v7");
  g_assert_null (jp_pack_set_find (set, "b", 1));
}

static void
test_example_weights_await_a_document (void)
{
  g_autoptr (JpPackSet) set = jp_pack_set_new ();
  g_autoptr (JpPack) example = make_pack ("a 1 2024-11-25"), confirmed = make_pack ("a 2 2024-11-25");
  g_autoptr (JpPack) own = jp_test_other_pack ();
  JpDate on;

  jp_pack_set_add (set, example, NULL, JP_DATE_NONE);
  jp_pack_set_add (set, confirmed, "厦工信〔2025〕3号", jp_test_date ("2025-01-15"));
  jp_pack_set_add (set, own, NULL, JP_DATE_NONE);

  g_assert_false (jp_pack_set_confirmed (set, example));
  g_assert_null (jp_pack_set_confirmed_by (set, example, &on));
  g_assert_cmpuint (on, ==, JP_DATE_NONE);
  g_assert_true (jp_pack_set_confirmed (set, confirmed));
  g_assert_cmpstr (jp_pack_set_confirmed_by (set, confirmed, &on), ==, "厦工信〔2025〕3号");
  jp_assert_date (on, "2025-01-15");
  g_assert_true (jp_pack_set_confirmed (set, own));
  g_assert_null (jp_pack_set_confirmed_by (set, own, NULL));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (year_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-PACK/governs-the-year/%s", year_cases[i].name);
      g_test_add_data_func (path, &year_cases[i], test_year);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (day_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-PACK/in-force-on-the-day/%s", day_cases[i].name);
      g_test_add_data_func (path, &day_cases[i], test_day);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (first_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-CAL/first-assessment-year/%s", first_cases[i].name);
      g_test_add_data_func (path, &first_cases[i], test_first_year);
    }
  g_test_add_func ("/core/R-PACK/an-opened-year-keeps-its-version", test_an_opened_year_keeps_its_version);
  g_test_add_func ("/core/R-PACK/an-empty-set-has-nothing", test_an_empty_set_has_nothing);
  g_test_add_func ("/core/R-PACK/holds-packs-in-order", test_holds_packs_in_order);
  g_test_add_func ("/core/R-PACK/example-weights-await-a-document", test_example_weights_await_a_document);

  return g_test_run ();
}
