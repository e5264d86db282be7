/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assurance.h"

#include "jp-test.h"

#include <string.h>

#define MIB (G_GINT64_CONSTANT (1) << 20)

typedef struct
{
  const char *name;
  const char *today;
  const char *backed_up; /* NULL: never */
  gboolean    changed_since;
  JpIntegrity integrity;
  const char *place_warning;
  gint64      free_bytes;
  gint64      file_bytes;
  JpAssured   what;
  JpLight     light;
} Case;

#define GIB (1024 * MIB)

static const Case cases[] = {
  { "no-backup-yet", "2026-02-10", NULL, TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB, JP_ASSURED_BACKUP,
    JP_LIGHT_AMBER },
  { "backed-up-today", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB, JP_ASSURED_BACKUP,
    JP_LIGHT_GREEN },
  { "two-days-are-a-weekend", "2026-02-10", "2026-02-08", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB,
    JP_ASSURED_BACKUP, JP_LIGHT_GREEN },
  { "three-days-are-noted", "2026-02-10", "2026-02-07", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB,
    JP_ASSURED_BACKUP, JP_LIGHT_AMBER },
  { "seven-days-are-noted", "2026-02-10", "2026-02-03", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB,
    JP_ASSURED_BACKUP, JP_LIGHT_AMBER },
  { "eight-days-are-red", "2026-02-10", "2026-02-02", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB, JP_ASSURED_BACKUP,
    JP_LIGHT_RED },
  { "an-old-backup-of-unchanged-data", "2026-02-10", "2025-02-10", FALSE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB,
    JP_ASSURED_BACKUP, JP_LIGHT_GREEN },
  { "a-clock-set-back", "2026-02-10", "2026-02-11", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB, JP_ASSURED_BACKUP,
    JP_LIGHT_GREEN },
  { "whole", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB, JP_ASSURED_INTEGRITY,
    JP_LIGHT_GREEN },
  { "not-checked-yet", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_UNKNOWN, NULL, 10 * GIB, MIB,
    JP_ASSURED_INTEGRITY, JP_LIGHT_GREEN },
  { "damaged", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_DAMAGED, NULL, 10 * GIB, MIB, JP_ASSURED_INTEGRITY,
    JP_LIGHT_RED },
  { "network-share", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_WHOLE, "A share.", 10 * GIB, MIB, JP_ASSURED_PLACE,
    JP_LIGHT_AMBER },
  { "own-disk", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB, JP_ASSURED_PLACE,
    JP_LIGHT_GREEN },
  { "room-enough", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_WHOLE, NULL, GIB, MIB, JP_ASSURED_SPACE,
    JP_LIGHT_GREEN },
  { "room-getting-short", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_WHOLE, NULL, GIB - 1, MIB, JP_ASSURED_SPACE,
    JP_LIGHT_AMBER },
  { "room-short-for-a-large-file", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_WHOLE, NULL, 9 * GIB, GIB,
    JP_ASSURED_SPACE, JP_LIGHT_AMBER },
  { "room-enough-for-a-large-file", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, GIB,
    JP_ASSURED_SPACE, JP_LIGHT_GREEN },
  { "room-gone", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_WHOLE, NULL, 100 * MIB - 1, MIB, JP_ASSURED_SPACE,
    JP_LIGHT_RED },
  { "room-nearly-gone", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_WHOLE, NULL, 100 * MIB, MIB, JP_ASSURED_SPACE,
    JP_LIGHT_AMBER },
  { "room-not-known", "2026-02-10", "2026-02-10", TRUE, JP_INTEGRITY_WHOLE, NULL, -1, MIB, JP_ASSURED_SPACE,
    JP_LIGHT_GREEN },
  { "next-year-not-yet-published", "2026-11-30", "2026-11-30", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB,
    JP_ASSURED_HOLIDAYS, JP_LIGHT_GREEN },
  { "next-year-should-be-published", "2026-12-01", "2026-12-01", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB,
    JP_ASSURED_HOLIDAYS, JP_LIGHT_AMBER },
  { "next-year-known", "2025-12-01", "2025-12-01", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB, JP_ASSURED_HOLIDAYS,
    JP_LIGHT_GREEN },
  { "this-year-not-known", "2027-01-01", "2027-01-01", TRUE, JP_INTEGRITY_WHOLE, NULL, 10 * GIB, MIB,
    JP_ASSURED_HOLIDAYS, JP_LIGHT_AMBER },
};

static GPtrArray *
judge (const Case *c, const JpHolidays *holidays, const JpPack *pack)
{
  JpAssuranceFacts facts = {
    .today = jp_test_date (c->today),
    .backed_up = c->backed_up != NULL ? jp_test_date (c->backed_up) : JP_DATE_NONE,
    .changed_since = c->changed_since,
    .integrity = c->integrity,
    .checked = jp_test_date (c->today),
    .place_warning = c->place_warning,
    .free_bytes = c->free_bytes,
    .file_bytes = c->file_bytes,
    .holidays = holidays,
    .pack = pack,
  };

  return jp_assurances_new (&facts);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (JpHolidays) holidays = jp_test_holidays ();
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (GPtrArray) assurances = judge (c, holidays, pack);
  const JpAssurance *assurance;

  g_assert_cmpuint (assurances->len, ==, JP_N_ASSURED);
  assurance = g_ptr_array_index (assurances, c->what);
  g_assert_cmpint (assurance->what, ==, c->what);
  g_assert_cmpint (assurance->light, ==, c->light);
  g_assert_cmpstr (assurance->sentence, !=, "");
}

typedef struct
{
  const char *name;
  const char *today;
  const char *ends; /* NULL: not announced */
  JpLight     light;
} RulesCase;

static const RulesCase rules_cases[] = {
  { "no-end-given-is-watched-for", "2026-02-10", NULL, JP_LIGHT_AMBER },
  { "ends-in-ninety-days", "2026-02-10", "2026-05-11", JP_LIGHT_GREEN },
  { "ends-in-eighty-nine-days", "2026-02-10", "2026-05-10", JP_LIGHT_AMBER },
  { "last-day-is-in-force", "2026-02-10", "2026-02-10", JP_LIGHT_AMBER },
  { "ended-yesterday", "2026-02-10", "2026-02-09", JP_LIGHT_RED },
};

static void
test_rules (gconstpointer data)
{
  const RulesCase *c = data;
  g_autoptr (JpHolidays) holidays = jp_test_holidays ();
  g_autoptr (JpPack) pack = jp_test_pack ();
  Case base = cases[0];
  g_autoptr (GPtrArray) assurances = NULL;

  base.today = c->today;
  pack->effective_to = c->ends != NULL ? jp_test_date (c->ends) : JP_DATE_NONE;
  assurances = judge (&base, holidays, pack);
  g_assert_cmpint (((JpAssurance *) g_ptr_array_index (assurances, JP_ASSURED_RULES))->light, ==, c->light);
}

/* A day on which something was entered has been; an empty journal says nothing of the day. */
static void
test_clock_set_back (void)
{
  static const struct
  {
    const char *last;
    JpLight light;
  } days[] = { { NULL, JP_LIGHT_GREEN }, { "2026-02-09", JP_LIGHT_GREEN }, { "2026-02-10", JP_LIGHT_GREEN },
               { "2026-02-11", JP_LIGHT_AMBER } };
  g_autoptr (JpHolidays) holidays = jp_test_holidays ();
  g_autoptr (JpPack) pack = jp_test_pack ();

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      JpAssuranceFacts facts = {
        .today = jp_test_date ("2026-02-10"), .free_bytes = -1, .holidays = holidays, .pack = pack,
        .last_entry = days[i].last != NULL ? jp_test_date (days[i].last) : JP_DATE_NONE,
      };
      g_autoptr (GPtrArray) assurances = jp_assurances_new (&facts);
      const JpAssurance *clock = g_ptr_array_index (assurances, JP_ASSURED_CLOCK);

      g_assert_cmpint (clock->what, ==, JP_ASSURED_CLOCK);
      g_assert_cmpint (clock->light, ==, days[i].light);
      g_assert_cmpint (strstr (clock->sentence, "2026-02-11") != NULL, ==, days[i].light == JP_LIGHT_AMBER);
    }
}

static void
test_worst_leads (void)
{
  g_autoptr (JpHolidays) holidays = jp_test_holidays ();
  g_autoptr (JpPack) pack = jp_test_pack ();
  Case c = cases[0];
  g_autoptr (GPtrArray) amber = NULL;
  g_autoptr (GPtrArray) red = NULL;
  g_autoptr (GPtrArray) green = NULL;

  c.place_warning = "A share.";
  amber = judge (&c, holidays, pack);
  g_assert_cmpint (jp_assurances_worst (amber)->what, ==, JP_ASSURED_BACKUP); /* the first of two ambers */
  c.integrity = JP_INTEGRITY_DAMAGED;
  red = judge (&c, holidays, pack);
  g_assert_cmpint (jp_assurances_worst (red)->what, ==, JP_ASSURED_INTEGRITY);
  pack->effective_to = jp_test_date ("2027-12-31");
  green = judge (&cases[1], holidays, pack);
  g_assert_cmpint (jp_assurances_worst (green)->light, ==, JP_LIGHT_GREEN);
}

static void
test_failed_backup_is_noted (void)
{
  g_autoptr (JpHolidays) holidays = jp_test_holidays ();
  g_autoptr (JpPack) pack = jp_test_pack ();
  JpAssuranceFacts facts = {
    .today = jp_test_date ("2026-02-10"), .backed_up = jp_test_date ("2026-02-10"),
    .backup_trouble = "The disk is not connected.", .free_bytes = -1, .holidays = holidays, .pack = pack,
  };
  g_autoptr (GPtrArray) assurances = jp_assurances_new (&facts);
  const JpAssurance *backup = g_ptr_array_index (assurances, JP_ASSURED_BACKUP);

  g_assert_cmpint (backup->light, ==, JP_LIGHT_AMBER);
  g_assert_nonnull (strstr (backup->sentence, "The disk is not connected."));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/assurance/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rules_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/assurance/rules/%s", rules_cases[i].name);

      g_test_add_data_func (path, &rules_cases[i], test_rules);
    }
  g_test_add_func ("/core/assurance/clock-set-back", test_clock_set_back);
  g_test_add_func ("/core/assurance/failed-backup-is-noted", test_failed_backup_is_noted);
  g_test_add_func ("/core/assurance/worst-leads", test_worst_leads);

  return g_test_run ();
}
