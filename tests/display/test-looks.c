/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page as the bureau sees it, in Chinese: both sizes of screen, light and dark, twice the text, names that are
 * too long. Nothing may ask for more room than the screen has; the pictures are there to be looked at. */

#include "jp-display-test.h"

#include "jp-assess-work.h"
#include "jp-cluster-work.h"
#include "jp-pages.h"
#include "jp-wizard-page.h"

#define YEAR 2025
#define LONG_NAME "厦门市集美区软件园三期人工智能与机器人（工业母机关键零部件及智能传感器）中小企业特色产业集群"

/* Places beside a page as it opens: those that have a cluster have %s for it. */
static const struct
{
  const char *name;
  const char *page;
  const char *target;
} places[] = {
  { "dossier-overview", "dossier", "%s#overview" },
  { "dossier-figures", "dossier", "%s#figures" },
  { "dossier-assessments", "dossier", "%s#assessments" },
  { "dossier-validity", "dossier", "%s#validity" },
  { "dossier-funding", "dossier", "%s#funding" },
  { "dossier-filings", "dossier", "%s#filings" },
  { "dossier-files", "dossier", "%s#files" },
  { "dossier-journal", "dossier", "%s#journal" },
  { "assessment-batch", "assessment-batch", "" },
  { "funding-case", "funding", "%s/1" },
  { "funding-ledger", "funding", "%s/use" },
  { "funding-oversight", "funding", "%s/oversight" },
  { "calendar-month", "calendar", "month" },
  { "calendar-agenda", "calendar", "agenda" },
  { "calendar-renewal", "calendar", "renew/%s" },
  { "rules-indicators", "rules", "indicators" },
  { "rules-curves", "rules", "curves" },
  { "rules-bands", "rules", "bands" },
  { "rules-times", "rules", "times" },
  { "rules-vetoes", "rules", "vetoes" },
  { "rules-uses", "rules", "uses" },
  { "rules-standard", "rules", "standard" },
  { "rules-figures", "rules", "figures" },
  { "rules-places", "rules", "places" },
  { "rules-holidays", "rules", "holidays" },
  { "rules-editor", "rules-editor", "indicators" },
};

/* An assessment in each of its states, at the step where the state is to be seen. */
static gboolean
is_not_begun (const JpResult *result)
{
  return result->state == JP_ASSESSMENT_NONE;
}

static gboolean
is_provisional (const JpResult *result)
{
  return result->state == JP_ASSESSMENT_DISTRICT && result->missing->len > 0;
}

static gboolean
is_returned (const JpResult *result)
{
  return result->state == JP_ASSESSMENT_DISTRICT && result->missing->len == 0 && !result->vetoed;
}

static gboolean
is_with_the_city (const JpResult *result)
{
  return result->state == JP_ASSESSMENT_CITY;
}

static gboolean
is_open_veto (const JpResult *result)
{
  gboolean open = FALSE;

  for (guint i = 0; i < result->vetoes->len; i++)
    open = open || ((const JpVeto *) g_ptr_array_index (result->vetoes, i))->state == JP_VETO_OPEN;

  return open && result->state == JP_ASSESSMENT_CITY;
}

static gboolean
is_vetoed (const JpResult *result)
{
  return result->vetoed && result->state != JP_ASSESSMENT_NONE;
}

static gboolean
is_confirmed (const JpResult *result)
{
  return result->state == JP_ASSESSMENT_CONFIRMED && !result->vetoed;
}

static const struct
{
  const char *name;
  gboolean  (*is) (const JpResult *result);
  const char *step;
} assessments[] = {
  { "wizard-not-begun", is_not_begun, "eligibility" },
  { "wizard-figures", is_with_the_city, "figures" },
  { "wizard-provisional", is_provisional, "points" },
  { "wizard-returned", is_returned, "points" },
  { "wizard-disputed", is_with_the_city, "points" },
  { "wizard-veto-open", is_open_veto, "vetoes" },
  { "wizard-vetoed", is_vetoed, "vetoes" },
  { "wizard-conclusion", is_with_the_city, "conclusion" },
  { "wizard-confirmed", is_confirmed, "conclusion" },
};

static const struct
{
  const char *name;
  int         width, height;
  int         text; /* per cent */
  gboolean    dark;
} looks[] = {
  { "1366", 1366, 768, 100, FALSE },
  { "1366-dark", 1366, 768, 100, TRUE },
  { "1366-200", 1366, 768, 200, FALSE },
  { "1920", 1920, 1080, 100, FALSE },
  { "1920-dark", 1920, 1080, 100, TRUE },
  { "1920-200", 1920, 1080, 200, FALSE },
};

static void
shoot (JpDisplay *display, const char *place, const char *name, const char *look, int width, int height)
{
  g_autofree char *file = g_strdup_printf ("%s-%s", name, look);

  jp_window_go (display->window, place);
  jp_display_settle (display);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (display->window)), <=, width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (display->window)), <=, height);
  jp_display_shoot (GTK_WIDGET (display->window), file);
}

/* The cluster that has been through most: its pages are the fullest. */
static const JpDossier *
fullest (JpDisplay *display)
{
  GPtrArray *dossiers = jp_session_get_dossiers (display->session);
  const JpDossier *best = NULL;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);

      if (best == NULL || dossier->acts->len > best->acts->len)
        best = dossier;
    }

  return best;
}

static const JpResult *
assessment_in (JpDisplay *display, gboolean (*is) (const JpResult *))
{
  GPtrArray *results = jp_session_get_results (display->session);

  for (guint i = 0; i < results->len; i++)
    if (is (g_ptr_array_index (results, i)))
      return g_ptr_array_index (results, i);

  g_assert_not_reached ();
}

static void
shoot_assessments (JpDisplay *display, const char *look, int width, int height)
{
  for (guint i = 0; i < G_N_ELEMENTS (assessments); i++)
    {
      const JpResult *result = assessment_in (display, assessments[i].is);
      g_autofree char *place = g_strdup_printf ("assessment#%s@%d", result->dossier->id, result->year);
      g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);
      g_autoptr (GVariant) step = NULL;

      jp_window_go (display->window, place);
      jp_display_settle (display);
      g_variant_dict_insert (&state, "step", "s", assessments[i].step);
      step = g_variant_ref_sink (g_variant_dict_end (&state));
      jp_page_set_state (JP_PAGE (jp_display_find (GTK_WIDGET (display->window), JP_TYPE_WIZARD_PAGE, NULL)), step);
      shoot (display, place, assessments[i].name, look, width, height);
    }
}

static void
shoot_all (JpDisplay *display, const char *look, int width, int height)
{
  const JpDossier *dossier = fullest (display);

  for (guint i = 0; jp_pages_nth (i) != NULL; i++)
    if (jp_pages_nth (i)->parent == NULL)
      shoot (display, jp_pages_nth (i)->id, jp_pages_nth (i)->id, look, width, height);

  for (guint i = 0; dossier != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_auto (GStrv) parts = g_strsplit (places[i].target, "%s", 2);
      g_autofree char *target = g_strjoinv (dossier->id, parts);
      g_autofree char *place = g_strdup_printf ("%s#%s", places[i].page, target);

      shoot (display, place, places[i].name, look, width, height);
    }
  if (dossier != NULL)
    shoot_assessments (display, look, width, height);
}

static gboolean
assess (JpDesk *desk, const char *cluster, JpAssessActKind kind, const char *item, int points, const char *reason,
        GError **error)
{
  JpAssessAct act = { .kind = kind, .item = item, .points = points, .text = "同意报送", .reason = reason };

  return jp_casework_assess (desk, cluster, YEAR, &act, error);
}

/* The city does not follow the district in all: two points of its own. */
static gboolean
dispute (JpDesk *desk, const JpDossier *dossier, const JpResult *result, GError **error)
{
  for (guint i = 0; i < 2; i++)
    if (!assess (desk, dossier->id, JP_ASSESS_POINTS, result->pack->indicators[i].id, 425 + 50 * (int) i,
                 "与统计快报不一致，按快报数评定", error))
      return FALSE;

  return TRUE;
}

/* Of two that are not begun, one stops in the middle of its points, the other comes back from the city. */
static gboolean
begin_two (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (jp_desk_get_store (desk), error);
  guint n = 0;
  JpContext context;

  if (dossiers == NULL || !jp_desk_get_context (desk, &context, error))
    return FALSE;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);
      g_autoptr (JpResult) result = jp_result_new (dossier, &context, YEAR);
      g_autoptr (JpDesk) district = NULL;
      guint n_points;

      if (result->state == JP_ASSESSMENT_CITY && !dispute (desk, dossier, result, error))
        return FALSE;
      if (n == 2 || !result->due || result->vetoed || result->state != JP_ASSESSMENT_NONE)
        continue;
      district = jp_desk_new (jp_desk_get_store (desk), "林志强", dossier->district, jp_desk_get_today (desk), error);
      if (district == NULL || !assess (district, dossier->id, JP_ASSESS_OPEN, NULL, 0, NULL, error))
        return FALSE;
      n_points = n == 0 ? 3 : result->pack->n_indicators;
      for (guint j = 0; j < n_points; j++)
        if (!assess (district, dossier->id, JP_ASSESS_POINTS, result->pack->indicators[j].id, 650 + 25 * (int) j,
                     "现场核查后按实有户数核减，详见核查记录", error))
          return FALSE;
      if (n == 1
          && (!assess (district, dossier->id, JP_ASSESS_SUBMIT, NULL, 0, NULL, error)
              || !assess (desk, dossier->id, JP_ASSESS_RETURN, NULL, 0, "知识产权数据与登记簿不符，请核对后重报", error)))
        return FALSE;
      n++;
    }

  return TRUE;
}

static void
begin (JpDisplay *display)
{
  jp_session_edit (display->session, begin_two, NULL, NULL);
  jp_display_settle (display);
  g_assert_cmpuint (display->n_failed, ==, 0);
}

static void
test_matrix (JpDisplay *display, gconstpointer data)
{
  begin (display);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      jp_display_dark (looks[i].dark);
      jp_display_text (looks[i].text);
      jp_display_size (display, looks[i].width, looks[i].height);
      shoot_all (display, looks[i].name, looks[i].width, looks[i].height);
    }
  jp_display_dark (FALSE);
  jp_display_text (100);
}

static void
test_contrast (JpDisplay *display, gconstpointer data)
{
  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  begin (display);
  shoot_all (display, "1366-contrast", 1366, 768);
  jp_display_dark (TRUE);
  shoot_all (display, "1366-contrast-dark", 1366, 768);
  jp_display_dark (FALSE);
}

static gboolean
rename_all (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) dossiers = jp_store_load_dossiers (jp_desk_get_store (desk), error);
  gboolean done = dossiers != NULL;

  for (guint i = 0; done && i < dossiers->len; i++)
    {
      JpDossier *dossier = g_ptr_array_index (dossiers, i);

      g_free (dossier->name);
      dossier->name = g_strdup_printf ("%u " LONG_NAME, i + 1);
      done = jp_casework_edit_cluster (desk, dossier, error);
    }

  return done;
}

static void
test_long_names (JpDisplay *display, gconstpointer data)
{
  begin (display);
  jp_session_edit (display->session, rename_all, NULL, NULL);
  jp_display_settle (display);
  shoot_all (display, "1366-long", 1366, 768);
}

static void
test_empty (JpDisplay *display, gconstpointer data)
{
  shoot_all (display, "1366-empty", 1366, 768);
}

static void
add (const char *path, JpDisplayFile file, void (*test) (JpDisplay *, gconstpointer))
{
  g_test_add (path, JpDisplay, GUINT_TO_POINTER (file), jp_display_set_up, test, jp_display_tear_down);
}

int
main (int argc, char **argv)
{
  jp_display_init (&argc, &argv);

  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    {
      add ("/display/looks/contrast", JP_DISPLAY_SAMPLE, test_contrast);
      return g_test_run ();
    }

  add ("/display/looks/matrix", JP_DISPLAY_SAMPLE, test_matrix);
  add ("/display/looks/long-names", JP_DISPLAY_SAMPLE, test_long_names);
  add ("/display/looks/empty", JP_DISPLAY_EMPTY, test_empty);

  return g_test_run ();
}
