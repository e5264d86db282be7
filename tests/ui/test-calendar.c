/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-calendar-data.h"
#include "jp-calendar-export.h"
#include "jp-timeline-layout.h"

#include "jp-exchange.h"
#include "jp-sample.h"
#include "jp-snapshot.h"
#include "jp-test-many.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <libical/ical.h>
#include <math.h>

#define TODAY  "2026-02-10"
#define MONTHS 12

typedef struct
{
  char       *folder;
  char       *path;
  JpStore    *store;
  JpSnapshot *snapshot;
  const char *iso; /* today */
  JpDate      today;
} Fixture;

/* The sample of one day, looked at on another, @data. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->iso = data != NULL ? data : TODAY;
  fixture->today = jp_test_date (fixture->iso);
  fixture->folder = g_dir_make_tmp ("jp-calendar-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "jiping.db", NULL);
  fixture->store = jp_test_new_store (fixture->path);
  g_assert_true (jp_casework_sample (fixture->store, jp_test_date (TODAY), &error));
  g_assert_no_error (error);
  fixture->snapshot
    = jp_snapshot_load (fixture->store, fixture->today, (int) jp_date_year (fixture->today) - 1, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jp_snapshot_unref (fixture->snapshot);
  jp_store_close (fixture->store);
  g_object_unref (fixture->store);
  jp_test_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static JpDate
horizon (Fixture *fixture)
{
  return jp_date_add_months (fixture->today, MONTHS);
}

/* A set of obligations, each as kind, cluster, subject, due day, the day to work to, and whether that is provisional.
 */

static GPtrArray *
set_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
set_add (GPtrArray *set, const JpObligation *duty)
{
  char due[JP_DATE_ISO_LEN], by[JP_DATE_ISO_LEN];

  g_ptr_array_add (set, g_strdup_printf ("%s %s %s %s %s %s %d", jp_duty_kind_id (duty->kind), duty->dossier->id,
                                         duty->subject, jp_duty_state_id (duty->state),
                                         duty->due != JP_DATE_NONE ? jp_date_to_iso (duty->due, due) : "-",
                                         duty->work_by != JP_DATE_NONE ? jp_date_to_iso (duty->work_by, by) : "-",
                                         duty->work_by_provisional));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
assert_same (GPtrArray *set, GPtrArray *wanted)
{
  g_ptr_array_sort (set, compare_texts);
  g_ptr_array_sort (wanted, compare_texts);
  for (guint i = 0; i < MIN (set->len, wanted->len); i++)
    g_assert_cmpstr (g_ptr_array_index (set, i), ==, g_ptr_array_index (wanted, i));
  g_assert_cmpuint (set->len, ==, wanted->len);
}

static const char *
member_or_dash (JsonObject *object, const char *name)
{
  return json_object_get_null_member (object, name) ? "-" : json_object_get_string_member (object, name);
}

/* What `jipingctl calendar` tells about the same file; and each as a calendar file names it: cluster, subject, day. */
static GPtrArray *
told_by_command_line (Fixture *fixture, GPtrArray *events, guint *n_provisional)
{
  const char *arguments[] = { g_getenv ("JIPINGCTL"), "--data", fixture->path, "--today", fixture->iso, "--json",
                              "calendar", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *out = NULL;
  GPtrArray *set = set_new ();
  JsonArray *duties;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_true (json_parser_load_from_data (parser, out, -1, &error));
  g_assert_no_error (error);
  duties = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (duties); i++)
    {
      JsonObject *duty = json_array_get_object_element (duties, i);
      const char *due = member_or_dash (duty, "due"), *by = member_or_dash (duty, "workBy");
      const char *day = *by != '-' ? by : *due != '-' ? due : fixture->iso;
      gboolean provisional = json_object_get_boolean_member (duty, "provisional");
      const char *subject = json_object_get_string_member (duty, "subject");

      g_ptr_array_add (set, g_strdup_printf ("%s %s %s %s %s %s %d", json_object_get_string_member (duty, "kind"),
                                             json_object_get_string_member (duty, "id"), subject,
                                             json_object_get_string_member (duty, "state"), due, by, provisional));
      g_ptr_array_add (events,
                       g_strdup_printf ("%s：%s %s", json_object_get_string_member (duty, "cluster"), subject, day));
      *n_provisional += provisional ? 1 : 0;
    }

  return set;
}

static GPtrArray *
told_by_dashboard (Fixture *fixture)
{
  const JpDutyView view = { .soon_days = 30, .until = horizon (fixture) };
  g_autoptr (GPtrArray) folds = jp_duty_folds_new (jp_snapshot_get_duties (fixture->snapshot),
                                                   jp_snapshot_get_context (fixture->snapshot), &view);
  GPtrArray *set = set_new ();

  for (guint i = 0; i < folds->len; i++)
    {
      const JpDutyFold *fold = g_ptr_array_index (folds, i);

      for (guint k = 0; fold->urgency != JP_URGENCY_NOT_RECORDED && k < fold->duties->len; k++)
        set_add (set, g_ptr_array_index (fold->duties, k));
    }

  return set;
}

static JpCalendarDays *
days_of (Fixture *fixture, JpDate to)
{
  const JpCalendarFilter filter = { .to = to };

  return jp_calendar_days_new (jp_snapshot_get_duties (fixture->snapshot),
                               fixture->today, &filter);
}

static GPtrArray *
told_by_agenda (Fixture *fixture)
{
  g_autoptr (JpCalendarDays) days = days_of (fixture, horizon (fixture));
  GPtrArray *set = set_new ();
  guint n;
  const JpCalendarItem *items = jp_calendar_days_range (days, 0, G_MAXUINT32, &n);

  for (guint i = 0; i < n; i++)
    set_add (set, items[i].duty);

  return set;
}

/* Day by day, as the cells of the grid ask, through folds; what is due later stands in later months. */
static GPtrArray *
told_by_months (Fixture *fixture)
{
  g_autoptr (JpCalendarDays) days = days_of (fixture, JP_DATE_NONE);
  GPtrArray *set = set_new ();

  for (JpDate day = jp_test_date ("2020-01-01"); day <= horizon (fixture); day++)
    {
      g_autoptr (GArray) folds = jp_calendar_days_fold (days, day);
      guint n, folded = 0;
      const JpCalendarItem *items = jp_calendar_days_range (days, day, day, &n);

      for (guint i = 0; i < folds->len; i++)
        folded += g_array_index (folds, JpCalendarFold, i).n;
      g_assert_cmpuint (folded, ==, n);
      for (guint i = 0; i < n; i++)
        if (items[i].duty->due <= horizon (fixture))
          set_add (set, items[i].duty);
    }

  return set;
}

static GPtrArray *
told_by_timeline (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = jp_timeline_rows_new (jp_snapshot_get_dossiers (fixture->snapshot),
                                                     jp_snapshot_get_duties (fixture->snapshot),
                                                     jp_snapshot_get_context (fixture->snapshot));
  GPtrArray *set = set_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const JpTimelineRow *row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < row->marks->len; k++)
        {
          const JpTimelineMark *mark = g_ptr_array_index (row->marks, k);

          if (mark->duty != NULL && mark->duty->due <= horizon (fixture))
            set_add (set, mark->duty);
        }
    }

  return set;
}

/* What somebody else's calendar reads out of the file that the window writes. */
static GPtrArray *
told_by_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) duties = jp_calendar_export_duties (fixture->snapshot, MONTHS);
  g_autofree char *path = g_build_filename (fixture->folder, "told.ics", NULL), *text = NULL;
  GPtrArray *set = set_new ();
  icalcomponent *calendar, *event;

  g_assert_true (jp_exchange_write_ics (path, duties, fixture->today, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  calendar = icalparser_parse_string (text);
  for (event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      struct icaltimetype day = icalcomponent_get_dtstart (event);
      const char *summary = icalcomponent_get_summary (event);

      if (!g_str_has_prefix (summary, "（已办）"))
        g_ptr_array_add (set, g_strdup_printf ("%s %04d-%02d-%02d", summary, day.year, day.month, day.day));
    }
  icalcomponent_free (calendar);

  return set;
}

/* Command line, dashboard, month grid, timeline, agenda and calendar file: six ways to tell the same, on any day. */
static void
test_same_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) events = set_new ();
  guint n_provisional = 0;
  g_autoptr (GPtrArray) wanted = told_by_command_line (fixture, events, &n_provisional);
  g_autoptr (GPtrArray) dashboard = told_by_dashboard (fixture);
  g_autoptr (GPtrArray) agenda = told_by_agenda (fixture);
  g_autoptr (GPtrArray) months = told_by_months (fixture);
  g_autoptr (GPtrArray) timeline = told_by_timeline (fixture);
  g_autoptr (GPtrArray) file = told_by_file (fixture);

  g_assert_cmpuint (wanted->len, >, 20);
  if (horizon (fixture) > jp_test_date ("2027-02-28")) /* days of a year whose holidays are not published */
    g_assert_cmpuint (n_provisional, >, 0);
  assert_same (dashboard, wanted);
  assert_same (agenda, wanted);
  assert_same (months, wanted);
  assert_same (timeline, wanted);
  assert_same (file, events);
}

/* What is done stays in the file while its day is ahead: a calendar that was fed before marks it and rings no more. */
static void
test_ics_tells_what_is_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) duties = jp_calendar_export_duties (fixture->snapshot, MONTHS);
  guint n_done = 0;

  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);

      if (duty->state != JP_DUTY_DONE)
        continue;
      n_done++;
      g_assert_cmpuint (jp_obligation_day (duty, fixture->today), >=, fixture->today);
      g_assert_cmpuint (duty->due, <=, horizon (fixture));
    }
  g_assert_cmpuint (n_done, >, 0);
  g_assert_cmpuint (n_done, <, duties->len);
}

/* A reader finds each on the day a month grid shows it, under a name of its own. */
static void
test_ics_is_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) duties = jp_calendar_export_duties (fixture->snapshot, MONTHS);
  g_autofree char *path = g_build_filename (fixture->folder, "duties.ics", NULL), *text = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JpDate today = fixture->today;
  icalcomponent *calendar, *event;
  guint i = 0;

  g_assert_true (jp_exchange_write_ics (path, duties, today, &error));
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  calendar = icalparser_parse_string (text);
  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  for (event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT), i++)
    {
      struct icaltimetype start = icalcomponent_get_dtstart (event), stamp = icalcomponent_get_dtstamp (event);

      g_assert_cmpuint (i, <, duties->len);
      g_assert_true (start.is_date);
      g_assert_true (icaltime_is_utc (stamp));
      g_assert_cmpuint (jp_date_new ((guint) start.year, (guint) start.month, (guint) start.day), ==,
                        jp_obligation_day (g_ptr_array_index (duties, i), today));
      g_assert_true (g_hash_table_add (seen, g_strdup (icalcomponent_get_uid (event))));
    }
  g_assert_cmpuint (i, ==, duties->len);
  icalcomponent_free (calendar);
}

static void
test_grid_start (void)
{
  static const struct { guint year, month; const char *monday; } cases[] = {
    { 2026, 2, "2026-01-26" }, { 2026, 6, "2026-06-01" }, { 2025, 12, "2025-12-01" }, { 2024, 9, "2024-08-26" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    jp_assert_date (jp_calendar_grid_start (cases[i].year, cases[i].month), cases[i].monday);
}

static void
test_week (void)
{
  static const struct { const char *day; guint week; } cases[] = {
    { "2026-01-01", 1 }, { "2025-12-29", 1 }, { "2025-12-28", 52 }, { "2027-01-03", 53 }, { "2027-01-04", 1 },
    { "2026-02-10", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (jp_calendar_week (jp_test_date (cases[i].day)), ==, cases[i].week);
}

/* Equal duties of one day are one line; those already done are another. */
static void
test_folds (void)
{
  JpDossier *first = jp_dossier_new ("a", "甲"), *second = jp_dossier_new ("b", "乙");
  JpObligation duties[] = {
    { .kind = JP_DUTY_RETURN, .dossier = first, .state = JP_DUTY_DONE, .article = "", .subject = (char *) "报送" },
    { .kind = JP_DUTY_RETURN, .dossier = first, .state = JP_DUTY_UPCOMING, .article = "", .subject = (char *) "报送" },
    { .kind = JP_DUTY_RETURN, .dossier = second, .state = JP_DUTY_UPCOMING, .article = "", .subject = (char *) "报送" },
    { .kind = JP_DUTY_OWN, .dossier = second, .state = JP_DUTY_OVERDUE, .article = "", .subject = (char *) "走访" },
  };
  const JpCalendarFilter all = { .show = JP_SHOW_ALL };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (JpCalendarDays) days = NULL;
  g_autoptr (GArray) folds = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (duties); i++)
    {
      duties[i].due = duties[i].work_by = jp_test_date ("2026-04-30");
      g_ptr_array_add (list, &duties[i]);
    }
  days = jp_calendar_days_new (list, jp_test_date (TODAY), &all);
  folds = jp_calendar_days_fold (days, jp_test_date ("2026-04-30"));
  g_assert_cmpuint (folds->len, ==, 3);
  g_assert_cmpint (g_array_index (folds, JpCalendarFold, 0).first->state, ==, JP_DUTY_OVERDUE);
  g_assert_cmpuint (g_array_index (folds, JpCalendarFold, 1).n, ==, 2);
  g_assert_cmpint (g_array_index (folds, JpCalendarFold, 2).first->state, ==, JP_DUTY_DONE);
  jp_dossier_free (first);
  jp_dossier_free (second);
}

/* The timeline */

static void
layout_init (JpTimelineLayout *layout, double width, double height)
{
  *layout = (JpTimelineLayout) { .width = width, .height = height, .left = jp_test_date ("2024-01-01") };
  jp_timeline_metrics_init (&layout->metrics, 20, 14, width);
  layout->per_day = (width - layout->metrics.names) / JP_TIMELINE_SPANS[0];
}

static void
test_layout_is_to_scale (void)
{
  JpTimelineLayout layout;
  double day = jp_test_date ("2026-02-10");

  layout_init (&layout, 1100, 600);
  g_assert_cmpfloat_with_epsilon (jp_timeline_layout_x (&layout, layout.left), layout.metrics.names, 0.001);
  g_assert_cmpfloat_with_epsilon (jp_timeline_layout_day (&layout, jp_timeline_layout_x (&layout, day)), day, 0.001);
  g_assert_cmpfloat_with_epsilon (jp_timeline_layout_x (&layout, day + 365) - jp_timeline_layout_x (&layout, day),
                                  365 * layout.per_day, 0.001);
  g_assert_cmpfloat_with_epsilon (jp_timeline_layout_x (&layout, layout.left + 2192), 1100,
                                  0.001); /* six years across */
}

/* Only what is to be seen is drawn, however many rows there are. */
static void
test_layout_visible (void)
{
  JpTimelineLayout layout;
  guint first, end;

  layout_init (&layout, 1100, 600);
  jp_timeline_layout_visible (&layout, 300, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, ==, (guint) ceil ((600 - layout.metrics.header) / layout.metrics.row));
  layout.top = layout.metrics.row * 10 + 1;
  jp_timeline_layout_visible (&layout, 300, &first, &end);
  g_assert_cmpuint (first, ==, 10);
  g_assert_cmpuint (end - first, <, 12);
  jp_timeline_layout_visible (&layout, 5, &first, &end);
  g_assert_cmpuint (first, ==, end);
}

static void
test_layout_ticks (void)
{
  JpTimelineLayout layout;
  g_autoptr (GArray) years = NULL, months = NULL;
  guint n_major = 0;

  layout_init (&layout, 1100, 600);
  years = jp_timeline_layout_ticks (&layout);
  for (guint i = 0; i < years->len; i++)
    n_major += g_array_index (years, JpTimelineTick, i).major;
  g_assert_cmpuint (n_major, ==, 7); /* 2024 … 2029, and the edge of 2030 */
  g_assert_cmpuint (g_array_index (years, JpTimelineTick, 0).year, ==, 2024);

  layout.per_day = (1100 - layout.metrics.names) / 92;
  months = jp_timeline_layout_ticks (&layout);
  g_assert_cmpuint (g_array_index (months, JpTimelineTick, 0).month, ==, 1);
  g_assert_true (g_array_index (months, JpTimelineTick, 1).major);
}

static const JpTimelineRow *
find_row (GPtrArray *rows, const char *name)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (((JpTimelineRow *) g_ptr_array_index (rows, i))->name, name) == 0)
      return g_ptr_array_index (rows, i);

  g_assert_not_reached ();
}

static guint
count_bars (const JpTimelineRow *row, JpTimelineBarKind kind)
{
  guint n = 0;

  for (guint i = 0; i < row->bars->len; i++)
    n += ((JpTimelineBar *) g_ptr_array_index (row->bars, i))->kind == kind;

  return n;
}

/* R-TERM: terms as they are, renewals joined on, a wait, a lapse with its cause, a hoped-for term. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = jp_timeline_rows_new (jp_snapshot_get_dossiers (fixture->snapshot),
                                                     jp_snapshot_get_duties (fixture->snapshot),
                                                     jp_snapshot_get_context (fixture->snapshot));
  const JpTimelineRow *lapsed = find_row (rows, "海沧区示例集成电路"), *applied = find_row (rows, "湖里区示例供应链服务");
  const JpTimelineRow *waiting = find_row (rows, "集美区示例新材料"), *plain = find_row (rows, "湖里区示例航空维修");
  const JpTimelineBar *hoped = NULL;

  g_assert_cmpuint (count_bars (lapsed, JP_BAR_LAPSED), ==, 1);
  g_assert_cmpuint (count_bars (lapsed, JP_BAR_HOPED), ==, 0);
  g_assert_cmpint (lapsed->kind, ==, JP_ROWS_OUT);
  g_assert_cmpuint (count_bars (waiting, JP_BAR_AWAITING), ==, 1);
  g_assert_false (waiting->in_term);
  g_assert_cmpint (waiting->kind, ==, JP_ROWS_RENEWING);
  g_assert_cmpuint (count_bars (plain, JP_BAR_WINDOW), ==, 1);
  g_assert_cmpuint (count_bars (plain, JP_BAR_HOPED), ==, 0); /* nobody can apply yet */
  g_assert_cmpint (plain->kind, ==, JP_ROWS_IN_TERM);

  for (guint i = 0; i < applied->bars->len; i++)
    if (((JpTimelineBar *) g_ptr_array_index (applied->bars, i))->kind == JP_BAR_HOPED)
      hoped = g_ptr_array_index (applied->bars, i);
  g_assert_nonnull (hoped);
  jp_assert_date (hoped->first, "2026-10-01");
  jp_assert_date (hoped->last, "2029-09-30");
}

/* What is under the pointer is what is drawn there. */
static void
test_hit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = jp_timeline_rows_new (jp_snapshot_get_dossiers (fixture->snapshot),
                                                     jp_snapshot_get_duties (fixture->snapshot),
                                                     jp_snapshot_get_context (fixture->snapshot));
  JpTimelineLayout layout;
  JpTimelineHit hit;
  guint n_hit = 0;

  layout_init (&layout, 1366, 5000);
  for (guint i = 0; i < rows->len; i++)
    {
      const JpTimelineRow *row = g_ptr_array_index (rows, i);
      guint first, end;

      jp_timeline_layout_marks (&layout, row, &first, &end);
      for (guint k = first; k < end; k++)
        {
          const JpTimelineMark *mark = g_ptr_array_index (row->marks, k);
          double x = jp_timeline_layout_x (&layout, mark->day + 0.5);
          const JpTimelineMark *met;

          if (x < layout.metrics.names)
            continue;
          g_assert_true (jp_timeline_layout_hit (&layout, rows, x, jp_timeline_layout_row_y (&layout, i)
                                                                     + layout.metrics.lanes[mark->lane], &hit));
          g_assert_cmpint (hit.row, ==, (int) i);
          g_assert_cmpint (hit.mark, >=, 0);
          met = g_ptr_array_index (row->marks, hit.mark);
          g_assert_cmpint (met->lane, ==, mark->lane);
          g_assert_cmpuint (met->day, ==, mark->day);
          n_hit++;
        }
    }
  g_assert_cmpuint (n_hit, >, 30);
  g_assert_false (jp_timeline_layout_hit (&layout, rows, 500, 2, &hit)); /* the years */
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add ("/ui/calendar/R-CAL/same-set", Fixture, NULL, set_up, test_same_set, tear_down);
  g_test_add ("/ui/calendar/R-CAL/same-set/on-the-last-day-of-returns", Fixture, "2026-04-30", set_up, test_same_set,
              tear_down);
  g_test_add ("/ui/calendar/R-CAL/same-set/on-a-rest-day", Fixture, "2026-10-03", set_up, test_same_set, tear_down);
  g_test_add ("/ui/calendar/R-CAL/same-set/in-a-year-unpublished", Fixture, "2027-05-04", set_up, test_same_set,
              tear_down);
  g_test_add ("/ui/calendar/R-CAL/ics-tells-what-is-done", Fixture, NULL, set_up, test_ics_tells_what_is_done,
              tear_down);
  g_test_add ("/ui/calendar/R-CAL/ics-is-read", Fixture, NULL, set_up, test_ics_is_read, tear_down);
  g_test_add_func ("/ui/calendar/grid-start", test_grid_start);
  g_test_add_func ("/ui/calendar/week", test_week);
  g_test_add_func ("/ui/calendar/folds", test_folds);
  g_test_add_func ("/ui/timeline/to-scale", test_layout_is_to_scale);
  g_test_add_func ("/ui/timeline/visible", test_layout_visible);
  g_test_add_func ("/ui/timeline/ticks", test_layout_ticks);
  g_test_add ("/ui/timeline/R-TERM/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/ui/timeline/hit", Fixture, NULL, set_up, test_hit, tear_down);

  return g_test_run ();
}
