/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The points of a cluster are the same to the hundredth wherever they are met: in the result the window shows, in what
 * `jipingctl score` says, in what confirming keeps in the file, and on the printed paper. Random packs, random figures.
 */

#include "jp-test-ctl.h"

#include "jp-assess-work.h"
#include "jp-pack-draft.h"
#include "jp-test.h"
#ifdef JP_HAVE_PDF_READER
#include "pdf-reader.h"
#endif

#define N_CLUSTERS  100
#define N_CONFIRMED 3
#define YEAR        2025
#define TODAY       "2026-02-10"
#define DISTRICT    "350211"

/* A pack nobody thought of. */

static void
set_units (JpPackDraft *draft, const char *path, gint64 value, guint decimals)
{
  g_autofree char *text = jp_units_to_string (value, decimals);

  g_assert_true (jp_pack_draft_set_text (draft, path, text));
}

/* Weights of at least one point that add up to 100.00. */
static void
deal_weights (JpPackDraft *draft, GRand *rand, guint n)
{
  int left = 10000 - 100 * (int) n;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("$.indicators[%u].weight", i);
      int more = i + 1 < n ? g_rand_int_range (rand, 0, MIN (left, 3000) + 1) : left;

      set_units (draft, path, 100 + more, 2);
      left -= more;
    }
}

/* Thresholds rise by random steps, shares are any. */
static void
draw_curve (JpPackDraft *draft, GRand *rand, guint i)
{
  g_autofree char *curve = g_strdup_printf ("$.indicators[%u].curve", i);
  g_autofree char *points = g_strconcat (curve, ".points", NULL);
  g_autofree char *mode = g_strconcat (curve, ".mode", NULL);
  g_autofree char *measure_path = g_strdup_printf ("$.indicators[%u].measure", i);
  g_autofree char *measure = jp_pack_draft_get_text (draft, measure_path);
  guint decimals = g_str_equal (measure, "growth") ? 4 : 1, n = (guint) g_rand_int_range (rand, 1, 6);
  gint64 x = g_rand_int_range (rand, -500, 200);

  jp_pack_draft_set_text (draft, mode, g_rand_boolean (rand) ? "steps" : "linear");
  jp_pack_draft_set (draft, points, json_from_string ("[]", NULL));
  for (guint k = 0; k < n; k++, x += g_rand_int_range (rand, 1, 900))
    {
      g_autofree char *at = jp_units_to_string (x, decimals);
      g_autofree char *share = jp_units_to_string (g_rand_int_range (rand, 0, 10001), 4);
      g_autofree char *json = g_strdup_printf ("[\"%s\", \"%s\"]", at, share);

      jp_pack_draft_insert (draft, points, k, json_from_string (json, NULL));
    }
}

static char *
random_pack (GRand *rand)
{
  g_autoptr (JpPack) shipped = jp_test_pack ();
  g_autoptr (JpPackDraft) draft = jp_pack_draft_new (shipped->json, NULL);
  g_autoptr (GPtrArray) faults = NULL;
  char *json;

  deal_weights (draft, rand, shipped->n_indicators);
  for (guint i = 0; i < shipped->n_indicators; i++)
    {
      g_autofree char *grades = g_strdup_printf ("$.indicators[%u].grades", i);

      if (shipped->indicators[i].measure == JP_MEASURE_MANUAL)
        jp_pack_draft_remove (draft, grades);
      else
        draw_curve (draft, rand, i);
    }
  json = jp_pack_draft_to_json (draft);
  faults = jp_pack_validate (json, -1);
  g_assert_cmpuint (faults->len, ==, 0);

  return json;
}

/* Clusters nobody thought of: figures large and small, 0, or missing. */

static char *
name_of (guint i)
{
  return g_strdup_printf ("厦门市集美区示例%03u产业集群", i);
}

static void
add_figure (GString *csv, GRand *rand, gint64 most, guint decimals)
{
  gint32 luck = g_rand_int_range (rand, 0, 20);
  g_autofree char *text = luck == 0 ? g_strdup ("")
                          : luck == 1 ? g_strdup ("0")
                                      : jp_units_to_string (g_rand_int_range (rand, 1, (gint32) most), decimals);

  g_string_append_printf (csv, ",%s", text);
}

static void
import (JpTestCtl *ctl, const char *name, const GString *csv)
{
  g_autofree char *path = jp_test_ctl_file (ctl, name);

  g_assert_true (g_file_set_contents (path, csv->str, -1, NULL));
  jp_test_ctl_run (ctl, 0, "import", path, NULL);
}

static void
fill (JpTestCtl *ctl, GRand *rand)
{
  g_autoptr (GString) clusters = g_string_new ("集群名称,区县,主导产业,认定日期\n");
  g_autoptr (GString) figures = g_string_new ("集群名称,年度,总产值（万元）,研发投入（万元）,创新型中小企业（家）,专精特新中小企业（家）,"
                                              "专精特新“小巨人”企业（家）,重点工业企业（家）,有效知识产权（件）,工业互联网平台应用普及率（%）\n");

  for (guint i = 0; i < N_CLUSTERS; i++)
    {
      g_autofree char *name = name_of (i);

      g_string_append_printf (clusters, "%s,集美区,示例产业,2024-03-01\n", name);
      for (int year = YEAR - 1; year <= YEAR; year++)
        {
          g_autofree char *output = jp_units_to_string (g_rand_int_range (rand, 100000000, 200000000), 2);

          g_string_append_printf (figures, "%s,%d,%s", name, year, output);
          add_figure (figures, rand, 90000000, 2);
          add_figure (figures, rand, 40, 0);
          add_figure (figures, rand, 20, 0);
          add_figure (figures, rand, 9, 0);
          add_figure (figures, rand, 60, 0);
          add_figure (figures, rand, 3000, 0);
          add_figure (figures, rand, 10000, 2);
          g_string_append_c (figures, '\n');
        }
    }
  import (ctl, "clusters.csv", clusters);
  import (ctl, "figures.csv", figures);
}

/* Some are confirmed: the points of the rule taken over where there are any, a reviewer's own with a reason elsewhere.
 */

static void
act (JpDesk *desk, const char *cluster, JpAssessAct what)
{
  g_autoptr (GError) error = NULL;

  jp_casework_assess (desk, cluster, YEAR, &what, &error);
  g_assert_no_error (error);
}

static void
review (JpDesk *desk, const JpDossier *dossier, GRand *rand)
{
  JpContext context;
  g_autoptr (JpResult) result = NULL;

  g_assert_true (jp_desk_get_context (desk, &context, NULL));
  result = jp_result_new (dossier, &context, YEAR);
  for (guint i = 0; i < result->pack->n_indicators; i++)
    {
      const JpIndicator *indicator = &result->pack->indicators[i];
      gboolean own = result->points[i].computed < 0 || g_rand_int_range (rand, 0, 4) == 0;

      act (desk, dossier->id, (JpAssessAct) { .kind = JP_ASSESS_POINTS, .item = indicator->id, .reason = "核实",
                                              .points = own ? g_rand_int_range (rand, 0, indicator->weight + 1)
                                                            : JP_POINTS_UNKNOWN });
    }
}

static void
confirm_some (JpTestCtl *ctl, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_open (ctl->data, &error);
  JpDate today = jp_test_date (TODAY);
  g_autoptr (JpDesk) district = NULL;
  g_autoptr (JpDesk) city = NULL;

  g_assert_no_error (error);
  district = jp_desk_new (store, "林志强", DISTRICT, today, &error);
  city = jp_desk_new (store, "陈晓岚", JP_OFFICE_CITY, today, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_CONFIRMED; i++)
    {
      g_autofree char *name = name_of (i);
      g_autoptr (JpDossier) dossier = jp_desk_find (city, name, &error);

      g_assert_no_error (error);
      act (district, dossier->id, (JpAssessAct) { .kind = JP_ASSESS_OPEN });
      review (district, dossier, rand);
      act (district, dossier->id, (JpAssessAct) { .kind = JP_ASSESS_SUBMIT });
      review (city, dossier, rand);
      act (city, dossier->id, (JpAssessAct) { .kind = JP_ASSESS_CONFIRM });
    }
  jp_store_close (store);
}

/* The comparing. */

static void
assert_points (JsonNode *json, guint index, const char *member, int hundredths)
{
  g_autofree char *path = g_strdup_printf ("%u.%s", index, member);
  g_autofree char *expected = hundredths >= 0 ? jp_points_to_string (hundredths) : g_strdup ("null");

  jp_assert_json (json, path, expected);
}

static void
compare_json (JsonNode *json, guint index, const JpResult *result)
{
  assert_points (json, index, "total", result->total);
  assert_points (json, index, "computed", result->total_computed);
  assert_points (json, index, "district", result->total_district);
  assert_points (json, index, "city", result->total_city);
  for (guint i = 0; i < result->pack->n_indicators; i++)
    {
      g_autofree char *computed = g_strdup_printf ("indicators.%u.points", i);
      g_autofree char *district = g_strdup_printf ("indicators.%u.district", i);
      g_autofree char *city = g_strdup_printf ("indicators.%u.city", i);

      assert_points (json, index, computed, result->points[i].computed);
      assert_points (json, index, district, result->points[i].district);
      assert_points (json, index, city, result->points[i].city);
    }
}

static void
compare_kept (const JpResult *result)
{
  int sum = 0;

  for (guint i = 0; i < result->pack->n_indicators; i++)
    sum += result->points[i].city;
  g_assert_cmpint (result->state, ==, JP_ASSESSMENT_CONFIRMED);
  g_assert_cmpint (result->assessment->frozen->total, ==, sum);
  g_assert_cmpint (result->total, ==, sum);
}

#ifdef JP_HAVE_PDF_READER
static void
append_total (GString *row, int hundredths)
{
  g_autofree char *points = hundredths >= 0 ? jp_points_to_string (hundredths) : g_strdup ("—");

  g_string_append (row, points);
}

/* Every paper's table of points, a line a row without spaces, by the name of its cluster. */
static GHashTable *
read_papers (JpTestCtl *ctl)
{
  g_autofree char *path = jp_test_ctl_file (ctl, "papers.pdf");
  GHashTable *papers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_pages;

  jp_test_ctl_run (ctl, 0, "report", "assessment", "--year", "2025", "-o", path, NULL);
  n_pages = pdf_n_pages (path);
  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *rows = pdf_rows (path, (int) page);
      g_auto (GStrv) words = g_strsplit (rows, " ", -1);
      g_autofree char *squeezed = g_strjoinv ("", words);
      const char *name = strstr (squeezed, "厦门市集美区示例"), *table = strstr (squeezed, "指标（单位）");
      gsize length = strlen ("厦门市集美区示例000产业集群");

      if (name != NULL && table != NULL)
        g_hash_table_insert (papers, g_strndup (name, length), g_strdup (strchr (table, '\n') + 1));
    }

  return papers;
}

static void
compare_row (const char *printed, const char *begins, int computed, int district, int city)
{
  g_autoptr (GString) ends = g_string_new (NULL);

  append_total (ends, computed);
  append_total (ends, district);
  append_total (ends, city);
  if (!g_str_has_prefix (printed, begins) || !g_str_has_suffix (printed, ends->str))
    g_error ("“%s” does not begin with %s and end with %s", printed, begins, ends->str);
}

static void
compare_paper (GHashTable *papers, const JpResult *result)
{
  const char *printed = g_hash_table_lookup (papers, result->dossier->name);
  g_auto (GStrv) lines = NULL;
  guint n = result->pack->n_indicators;

  g_assert_nonnull (printed);
  lines = g_strsplit (printed, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, n);
  for (guint i = 0; i < n; i++)
    compare_row (lines[i], "", result->points[i].computed, result->points[i].district, result->points[i].city);
  compare_row (lines[n], "合计100.00———", result->total_computed, result->total_district, result->total_city);
}
#endif

static guint
compare_all (JpTestCtl *ctl)
{
  g_autoptr (JsonNode) json = jp_test_ctl_json (ctl, 0, "score", "--year", "2025", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JpStore) store = jp_store_open (ctl->data, &error);
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autoptr (JpPackSet) packs = NULL;
  g_autoptr (JpHolidays) holidays = NULL;
  JpContext context;
  guint n_confirmed = 0;

#ifdef JP_HAVE_PDF_READER
  g_autoptr (GHashTable) papers = read_papers (ctl);
#endif

  g_assert_no_error (error);
  dossiers = jp_store_load_dossiers (store, &error);
  packs = jp_store_load_packs (store, &error);
  holidays = jp_store_load_holidays (store, &error);
  context = (JpContext) { packs, holidays, jp_store_get_since (store), jp_test_date (TODAY) };
  g_assert_cmpuint (dossiers->len, ==, N_CLUSTERS);
  g_assert_cmpuint (jp_test_json_n (json, ""), ==, N_CLUSTERS);
  for (guint i = 0; i < dossiers->len; i++)
    {
      g_autoptr (JpResult) result = jp_result_new (dossiers->pdata[i], &context, YEAR);
      g_autofree char *path = g_strdup_printf ("%u.id", i);

      jp_assert_json (json, path, result->dossier->id);
      compare_json (json, i, result);
      if (result->assessment != NULL)
        compare_kept (result);
#ifdef JP_HAVE_PDF_READER
      compare_paper (papers, result);
#endif
      n_confirmed += result->assessment != NULL ? 1 : 0;
    }
  jp_store_close (store);

  return n_confirmed;
}

static void
test_pack (gconstpointer seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  g_autoptr (JpTestCtl) ctl = jp_test_ctl_new (TODAY);
  g_autofree char *path = jp_test_ctl_file (ctl, "pack.json");
  g_autofree char *json = random_pack (rand);

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  jp_test_ctl_run (ctl, 0, "init", "--pack", path, "--since", "2024-01-01", NULL);
  fill (ctl, rand);
  confirm_some (ctl, rand);
  g_assert_cmpuint (compare_all (ctl), ==, N_CONFIRMED);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  for (guint i = 1; i <= 10; i++) /* a hundred clusters each */
    {
      g_autofree char *path = g_strdup_printf ("/ctl/R-SCORE/same-to-the-hundredth/pack-%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pack);
    }

  return g_test_run ();
}
