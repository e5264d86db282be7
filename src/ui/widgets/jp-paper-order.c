/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-order.h"

static int
year_for (JpSession *session, const JpReportKind *kind)
{
  switch (kind->year)
    {
    case JP_REPORT_YEAR_ASSESSMENT:
      return jp_session_get_year (session);
    case JP_REPORT_YEAR_FISCAL:
    case JP_REPORT_YEAR_CALENDAR:
      return jp_session_get_year (session) + 1;
    case JP_REPORT_YEAR_UNUSED:
    default:
      return 0;
    }
}

/**
 * jp_paper_order_new:
 * @session: the open file, as it is now
 * @kind: an id of REPORTS.md that there is
 *
 * Returns: (transfer full): an order for all that the report concerns
 */
JpPaperOrder *
jp_paper_order_new (JpSession *session, const char *kind)
{
  JpPaperOrder *self = g_new0 (JpPaperOrder, 1);

  self->kind = jp_report_find_kind (kind);
  self->year = year_for (session, self->kind);
  self->first_day = JP_DATE_NONE;
  self->office = g_strdup (jp_desk_get_office (jp_session_get_desk (session)));
  self->snapshot = jp_snapshot_ref (jp_session_get_snapshot (session));
  self->store = g_object_ref (jp_session_get_store (session));
  return self;
}

JpPaperOrder *
jp_paper_order_copy (const JpPaperOrder *self)
{
  JpPaperOrder *copy = g_new0 (JpPaperOrder, 1);

  *copy = *self;
  copy->cluster = g_strdup (self->cluster);
  copy->district = g_strdup (self->district);
  copy->contact = g_strdup (self->contact);
  copy->office = g_strdup (self->office);
  copy->snapshot = jp_snapshot_ref (self->snapshot);
  copy->store = g_object_ref (self->store);
  return copy;
}

void
jp_paper_order_free (JpPaperOrder *self)
{
  if (self == NULL)
    return;

  g_free (self->cluster);
  g_free (self->district);
  g_free (self->contact);
  g_free (self->office);
  jp_snapshot_unref (self->snapshot);
  g_object_unref (self->store);
  g_free (self);
}

JpReportSelection
jp_paper_order_select (const JpPaperOrder *self, GPtrArray *printed)
{
  return (JpReportSelection) {
    .cluster = self->cluster,
    .district = self->district,
    .year = self->year,
    .options = {
      .office = self->office,
      .run_on = self->run_on,
      .curves = self->curves,
      .blank_opinions = self->blank_opinions,
      .contact = self->contact,
      .first_day = self->first_day,
    },
    .store = self->store,
    .printed = printed,
  };
}

static void
tell (guint done, guint all, gpointer progress)
{
  jp_paper_progress_tell (progress, done, all);
}

void
jp_paper_order_watch (JpReportSelection *selection, JpPaperProgress *progress)
{
  selection->progress = progress != NULL ? tell : NULL;
  selection->progress_data = progress;
}

JpReportSource *
jp_paper_order_begin (const JpPaperOrder *self, GPtrArray *printed, JpPaperProgress *progress)
{
  JpReportSelection selection = jp_paper_order_select (self, printed);

  jp_paper_order_watch (&selection, progress);
  return jp_report_source_new (self->kind->id, jp_snapshot_get_dossiers (self->snapshot),
                               jp_snapshot_get_context (self->snapshot), &selection, NULL);
}

/* An order being made on the thread of a preview. */
typedef struct
{
  JpPaperOrder   *order;
  JpReportSource *source;
} Showing;

static JpPaper *
showing_next (gpointer data)
{
  Showing *showing = data;

  return jp_report_source_next (showing->source);
}

static void
showing_free (gpointer data)
{
  Showing *showing = data;

  jp_report_source_free (showing->source);
  jp_paper_order_free (showing->order);
  g_free (showing);
}

void
jp_paper_order_show (const JpPaperOrder *self, JpPaperView *view, gboolean keep_place)
{
  Showing *showing = g_new0 (Showing, 1);

  showing->order = jp_paper_order_copy (self);
  showing->source = jp_paper_order_begin (showing->order, NULL, NULL);
  jp_paper_view_show_papers (view, showing_next, showing, showing_free, keep_place);
}
