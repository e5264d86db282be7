/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fault.h"
#include "jp-pack-draft.h"
#include "jp-test.h"

#include <string.h>

static JpPackDraft *
shipped_draft (void)
{
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (GError) error = NULL;
  JpPackDraft *draft = jp_pack_draft_new (pack->json, &error);

  g_assert_no_error (error);
  return draft;
}

static void
assert_text (JpPackDraft *draft, const char *path, const char *expected)
{
  g_autofree char *text = jp_pack_draft_get_text (draft, path);

  g_assert_cmpstr (text, ==, expected);
}

/* A draft that was not changed is the pack, word for word. */
static void
test_round_trip (void)
{
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (JpPackDraft) draft = shipped_draft ();
  g_autofree char *json = jp_pack_draft_to_json (draft);

  g_assert_cmpstr (json, ==, pack->json);
}

static void
test_reach (void)
{
  g_autoptr (JpPackDraft) draft = shipped_draft ();

  assert_text (draft, "$.version", "1");
  assert_text (draft, "$.indicators[0].weight", "20.00");
  assert_text (draft, "$.indicators[0].curve.points[1][0]", "0.05");
  assert_text (draft, "$.recommend_quota[\"2024\"]", "2");
  assert_text (draft, "$.recommend_quota.2024", "2");
  assert_text (draft, "$.funding.publicity.count_first_day", "true");
  assert_text (draft, "$.indicators[7].weight", NULL);
  assert_text (draft, "$.nothing.there", NULL);
  assert_text (draft, "$.indicators", NULL);
  assert_text (draft, "indicators", NULL);
  assert_text (draft, "$.indicators[x]", NULL);
  assert_text (draft, "$.indicators[", NULL);
  g_assert_cmpuint (jp_pack_draft_count (draft, "$.indicators"), ==, 7);
  g_assert_cmpuint (jp_pack_draft_count (draft, "$.title"), ==, 0);
}

static void
test_change (void)
{
  g_autoptr (JpPackDraft) draft = shipped_draft ();

  g_assert_true (jp_pack_draft_set_text (draft, "$.indicators[0].weight", "25.00"));
  assert_text (draft, "$.indicators[0].weight", "25.00");
  g_assert_true (jp_pack_draft_set_text (draft, "$.indicators[0].curve.points[1][0]", "0.07"));
  assert_text (draft, "$.indicators[0].curve.points[1][0]", "0.07");
  assert_text (draft, "$.indicators[0].curve.points[1][1]", "0.60");
  g_assert_true (jp_pack_draft_set_number (draft, "$.term.years", "4"));
  assert_text (draft, "$.term.years", "4");
  g_assert_true (jp_pack_draft_set_number (draft, "$.term.years", "four"));
  assert_text (draft, "$.term.years", "four");
  g_assert_true (jp_pack_draft_set_text (draft, "$.annual_return.due_by_year.2025", "03-31"));
  assert_text (draft, "$.annual_return.due_by_year.2025", "03-31");
  g_assert_false (jp_pack_draft_set_text (draft, "$.nothing.there", "x"));
  g_assert_false (jp_pack_draft_set_text (draft, "$.indicators[7]", "x"));
  g_assert_false (jp_pack_draft_set_text (draft, "$", "x"));
}

static void
test_lists (void)
{
  g_autoptr (JpPackDraft) draft = shipped_draft ();

  g_assert_true (jp_pack_draft_move (draft, "$.indicators", 6, 0));
  assert_text (draft, "$.indicators[0].id", "governance");
  assert_text (draft, "$.indicators[1].id", "output_growth");
  g_assert_false (jp_pack_draft_move (draft, "$.indicators", 7, 0));
  g_assert_true (
    jp_pack_draft_insert (draft, "$.districts", 1, json_from_string ("{\"code\":\"350299\",\"name\":\"新区\"}", NULL)));
  assert_text (draft, "$.districts[0].name", "思明区");
  assert_text (draft, "$.districts[1].name", "新区");
  assert_text (draft, "$.districts[2].name", "海沧区");
  g_assert_true (jp_pack_draft_insert (draft, "$.districts", 99,
                                       json_from_string ("{\"code\":\"350298\",\"name\":\"末区\"}", NULL)));
  assert_text (draft, "$.districts[7].name", "末区");
  g_assert_true (jp_pack_draft_remove (draft, "$.districts[0]"));
  assert_text (draft, "$.districts[0].name", "新区");
  g_assert_true (jp_pack_draft_remove (draft, "$.notes"));
  g_assert_false (jp_pack_draft_remove (draft, "$.notes"));
  g_assert_false (jp_pack_draft_insert (draft, "$.notes", 0, json_node_new (JSON_NODE_NULL)));
}

/* What is typed may be wrong for a while: it is kept, and validation names the very place. */
static void
test_faulty (void)
{
  g_autoptr (JpPackDraft) draft = shipped_draft ();
  g_autoptr (JpPackDraft) again = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *json = NULL;

  g_assert_true (jp_pack_draft_set_text (draft, "$.indicators[2].weight", "二十"));
  json = jp_pack_draft_to_json (draft);
  faults = jp_pack_validate (json, -1);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (((JpFault *) faults->pdata[0])->place, ==, "$.indicators[2].weight");
  again = jp_pack_draft_new (json, NULL);
  assert_text (again, "$.indicators[2].weight", "二十");
}

static void
test_within (void)
{
  g_assert_true (jp_pack_path_within ("$.indicators[2].weight", "$.indicators[2]"));
  g_assert_true (jp_pack_path_within ("$.indicators[2].weight", "$.indicators"));
  g_assert_true (jp_pack_path_within ("$.indicators", "$.indicators"));
  g_assert_false (jp_pack_path_within ("$.indicators[21].weight", "$.indicators[2]"));
  g_assert_false (jp_pack_path_within ("$.indicators", "$.indicators[2]"));
}

static void
test_refused (void)
{
  static const char * const texts[] = { "", "[]", "3", "{\"a\": }", "{\"a\": 1, \"a\": 2}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (jp_pack_draft_new (texts[i], &error));
      g_assert_error (error, JP_PACK_ERROR, JP_PACK_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  g_test_add_func ("/core/R-PACK/draft/unchanged-is-word-for-word", test_round_trip);
  g_test_add_func ("/core/R-PACK/draft/values-by-the-paths-of-faults", test_reach);
  g_test_add_func ("/core/R-PACK/draft/values-change", test_change);
  g_test_add_func ("/core/R-PACK/draft/lists-change", test_lists);
  g_test_add_func ("/core/R-PACK/draft/faults-are-kept-and-named", test_faulty);
  g_test_add_func ("/core/R-PACK/draft/within", test_within);
  g_test_add_func ("/core/R-PACK/draft/no-object-is-refused", test_refused);

  return g_test_run ();
}
