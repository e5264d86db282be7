/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test.h"

#include "jp-figures.h"

#include <string.h>

#define LONGEST_ID "a234567890123456789012345678901234567890123456789012345678901234"

typedef struct
{
  const char *name;
  const char *json;
} Case;

static const Case canonical_cases[] = {
  { "empty", "{}" },
  { "one", "{\"output\":0}" },
  { "several", "{\"a\":1,\"b\":20,\"b_2\":300}" },
  { "order-of-bytes", "{\"10\":1,\"9\":2,\"_\":3,\"a\":4,\"a0\":5,\"a_\":6,\"aa\":7}" },
  { "greatest-value", "{\"a\":999999999999999}" },
  { "longest-id", "{\"" LONGEST_ID "\":1}" },
};

static const Case damaged_cases[] = {
  { "nothing", "" },
  { "not-closed", "{" },
  { "something-behind", "{}x" },
  { "space-inside", "{ \"a\":1}" },
  { "space-behind", "{\"a\":1} " },
  { "no-value", "{\"a\":}" },
  { "no-colon", "{\"a\"1}" },
  { "comma-at-the-end", "{\"a\":1,}" },
  { "comma-at-the-beginning", "{,\"a\":1}" },
  { "empty-id", "{\"\":1}" },
  { "capital-in-id", "{\"A\":1}" },
  { "escape-in-id", "{\"\\u0061\":1}" },
  { "too-long-id", "{\"" LONGEST_ID "x\":1}" },
  { "id-not-closed", "{\"a" },
  { "out-of-order", "{\"b\":1,\"a\":2}" },
  { "twice", "{\"a\":1,\"a\":1}" },
  { "negative", "{\"a\":-1}" },
  { "leading-zero", "{\"a\":01}" },
  { "double-zero", "{\"a\":00}" },
  { "fraction", "{\"a\":1.0}" },
  { "above-the-greatest", "{\"a\":1000000000000000}" },
  { "beyond-sixty-four-bits", "{\"a\":99999999999999999999999999}" },
  { "null-value", "{\"a\":null}" },
  { "array", "[]" },
};

static void
test_canonical_round_trip (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JpFigures) figures = jp_figures_from_json (2024, c->json, &error);
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (jp_figures_year (figures), ==, 2024);
  json = jp_figures_to_json (figures);
  g_assert_cmpstr (json, ==, c->json);
}

static void
test_damage_is_refused (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (jp_figures_from_json (2024, c->json, &error));
  g_assert_error (error, JP_FIGURES_ERROR, JP_FIGURES_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "The figures kept for 2024 are damaged: they are not in the form this program writes.");
}

static void
test_unknown_is_not_zero (void)
{
  g_autoptr (JpFigures) figures = jp_figures_new (2024);

  g_assert_cmpint (jp_figures_get (figures, "output"), ==, JP_VALUE_UNKNOWN);
  jp_figures_set (figures, "output", 0);
  g_assert_cmpint (jp_figures_get (figures, "output"), ==, 0);
  g_assert_cmpuint (jp_figures_n (figures), ==, 1);
  jp_figures_set (figures, "output", JP_VALUE_UNKNOWN);
  g_assert_cmpint (jp_figures_get (figures, "output"), ==, JP_VALUE_UNKNOWN);
  g_assert_cmpuint (jp_figures_n (figures), ==, 0);
  jp_figures_set (figures, "output", JP_VALUE_UNKNOWN);
  g_assert_cmpuint (jp_figures_n (figures), ==, 0);
}

static void
test_order_does_not_hang_on_entry (void)
{
  static const char * const ids[] = { "m", "c", "z", "a", "q", "b" };
  g_autoptr (JpFigures) forth = jp_figures_new (2024), back = jp_figures_new (2024);
  g_autofree char *json = NULL;
  gint64 value;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      jp_figures_set (forth, ids[i], i);
      jp_figures_set (back, ids[G_N_ELEMENTS (ids) - 1 - i], 7);
      jp_figures_set (back, ids[G_N_ELEMENTS (ids) - 1 - i], G_N_ELEMENTS (ids) - 1 - i);
    }
  g_assert_true (jp_figures_equal (forth, back));
  g_assert_true (jp_figures_equal (back, forth));
  json = jp_figures_to_json (forth);
  g_assert_cmpstr (json, ==, "{\"a\":3,\"b\":5,\"c\":1,\"m\":0,\"q\":4,\"z\":2}");
  g_assert_cmpstr (jp_figures_nth (forth, 3, &value), ==, "m");
  g_assert_cmpint (value, ==, 0);
  g_assert_cmpstr (jp_figures_nth (forth, 5, NULL), ==, "z");
}

static void
test_difference_is_seen_both_ways (void)
{
  g_autoptr (JpFigures) a = jp_figures_from_json (2024, "{\"a\":1,\"b\":2}", NULL);
  g_autoptr (JpFigures) other_value = jp_figures_from_json (2024, "{\"a\":1,\"b\":3}", NULL);
  g_autoptr (JpFigures) other_id = jp_figures_from_json (2024, "{\"a\":1,\"c\":2}", NULL);
  g_autoptr (JpFigures) fewer = jp_figures_from_json (2024, "{\"a\":1}", NULL);
  g_autoptr (JpFigures) other_year = jp_figures_from_json (2025, "{\"a\":1,\"b\":2}", NULL);
  JpFigures *others[] = { other_value, other_id, fewer, other_year };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_false (jp_figures_equal (a, others[i]));
      g_assert_false (jp_figures_equal (others[i], a));
    }
}

static void
test_copy_shares_nothing (void)
{
  g_autoptr (JpFigures) figures = jp_figures_from_json (2024, "{\"a\":1,\"b\":2}", NULL);
  g_autoptr (JpFigures) copy = jp_figures_copy (figures);

  g_assert_true (jp_figures_equal (figures, copy));
  jp_figures_set (copy, "a", 5);
  jp_figures_set (copy, "c", 6);
  g_assert_cmpint (jp_figures_get (figures, "a"), ==, 1);
  g_assert_cmpint (jp_figures_get (figures, "c"), ==, JP_VALUE_UNKNOWN);
}

typedef struct
{
  const char *name;
  const char *json;
  const char *parts;
} PartCase;

static const PartCase part_cases[] = {
  { "part-equal-to-whole", "{\"leading_output\":100,\"output\":100}", "" },
  { "part-one-above-whole", "{\"leading_output\":101,\"output\":100}", "leading_output " },
  { "several-in-the-order-of-the-pack", "{\"enterprises\":3,\"high_tech\":4,\"invention\":9,\"ip\":8,\"srdi\":5}",
    "srdi high_tech invention " },
  { "whole-unknown", "{\"leading_output\":101}", "" },
  { "part-unknown", "{\"output\":100}", "" },
  { "whole-zero", "{\"output\":0,\"rd\":1}", "rd " },
};

static void
test_parts_above_wholes (gconstpointer data)
{
  const PartCase *c = data;
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (JpFigures) figures = jp_figures_from_json (2024, c->json, NULL);
  g_autoptr (GArray) parts = jp_figures_parts_above_wholes (figures, pack);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (ids, "%s ", pack->metrics[g_array_index (parts, guint, i)].id);
  g_assert_cmpstr (ids->str, ==, c->parts);
}

/* A ledger of a hundred thousand rows is read in a moment. */
static void
test_many_rows (void)
{
  static const char json[] =
    "{\"champion\":1,\"employees\":123456,\"enterprises\":890,\"high_tech\":77,\"innovative\":120,\"invention\":456,"
    "\"ip\":7890,\"key_industrial\":45,\"leading_output\":98765432100,\"little_giant\":6,\"output\":123456789000,"
    "\"platform_rate\":4321,\"rd\":4567890123,\"sme_output\":87654321000,\"srdi\":34,\"tax\":2345678901}";

  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_figures_free);

  for (guint i = 0; i < 100000; i++)
    g_ptr_array_add (rows, jp_figures_from_json (2024, json, NULL));
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpint (jp_figures_get (g_ptr_array_index (rows, i), "tax"), ==, G_GINT64_CONSTANT (2345678901));
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (canonical_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/figures/canonical-round-trip/%s", canonical_cases[i].name);
      g_test_add_data_func (path, &canonical_cases[i], test_canonical_round_trip);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (damaged_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/figures/damage-is-refused/%s", damaged_cases[i].name);
      g_test_add_data_func (path, &damaged_cases[i], test_damage_is_refused);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (part_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-READ/parts-above-wholes/%s", part_cases[i].name);
      g_test_add_data_func (path, &part_cases[i], test_parts_above_wholes);
    }
  g_test_add_func ("/core/figures/unknown-is-not-zero", test_unknown_is_not_zero);
  g_test_add_func ("/core/figures/order-does-not-hang-on-entry", test_order_does_not_hang_on_entry);
  g_test_add_func ("/core/figures/difference-is-seen-both-ways", test_difference_is_seen_both_ways);
  g_test_add_func ("/core/figures/copy-shares-nothing", test_copy_shares_nothing);
  g_test_add_func ("/core/figures/many-rows", test_many_rows);

  return g_test_run ();
}
