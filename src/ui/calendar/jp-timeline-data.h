/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-life.h"
#include "jp-obligation.h"

G_BEGIN_DECLS

/* What lies on the line of a cluster's validity (R-TERM). */
typedef enum
{
  JP_BAR_TERM,     /* the term of today, or one to come */
  JP_BAR_PAST,     /* a term that is over */
  JP_BAR_WINDOW,   /* the renewal window, on its term */
  JP_BAR_AWAITING, /* applied in time, not yet decided, out of term */
  JP_BAR_HOPED,    /* the term that a passed renewal would add */
  JP_BAR_GAP,      /* between two terms */
  JP_BAR_LAPSED,
  JP_BAR_REVOKED,
  JP_N_BARS,
} JpTimelineBarKind;

typedef struct
{
  JpTimelineBarKind kind;
  JpDate            first;
  JpDate            last;  /* G_MAXUINT32: without end */
  char             *label; /* written on it */
  char             *words; /* all of it */
} JpTimelineBar;

/* Marks lie on fixed lanes: on the bar, below it, below that. */
typedef enum
{
  JP_LANE_TERM,
  JP_LANE_REVIEW,
  JP_LANE_FUNDS,
  JP_N_LANES,
} JpTimelineLane;

typedef enum
{
  JP_MARK_ASSESSED,
  JP_MARK_ASSESSMENT, /* not confirmed yet, on the day to work to */
  JP_MARK_VETOED,
  JP_MARK_FILED,      /* the annual return */
  JP_MARK_RETURN,     /* not filed yet */
  JP_MARK_TERM,       /* window opens, renewal, end, wait */
  JP_MARK_PAID,
  JP_MARK_PAYABLE,    /* the earliest day of payment */
  JP_MARK_PUBLICITY,
  JP_MARK_OTHER,
  JP_N_MARKS,
} JpTimelineMarkKind;

typedef struct
{
  JpTimelineMarkKind  kind;
  JpTimelineLane      lane;
  JpDate              day;
  gboolean            late;  /* overdue */
  const JpObligation *duty;  /* borrowed; NULL: a fact of the past */
  char               *label; /* written beside it, or NULL */
  char               *words;
  char               *place; /* where it is acted on, as win.go takes it */
} JpTimelineMark;

/* What rows can be narrowed to. */
typedef enum
{
  JP_ROWS_ALL,
  JP_ROWS_IN_TERM,
  JP_ROWS_WINDOW,   /* the renewal window is open and nobody has applied */
  JP_ROWS_RENEWING, /* applied, or awaiting */
  JP_ROWS_OUT,      /* lapsed, not renewed, revoked */
  JP_ROWS_BEFORE,   /* never recognised */
  JP_N_ROWS_KINDS,
} JpTimelineRows;

typedef struct
{
  char          *id;
  char          *name;   /* without what all names share */
  char          *full_name;
  char          *district; /* code */
  char          *status;
  JpTimelineRows kind;
  gboolean       in_term;
  gboolean       renewed;  /* in a term that a renewal added */
  char          *place;
  GPtrArray     *bars;     /* of JpTimelineBar */
  GPtrArray     *marks;    /* of JpTimelineMark, by day */
} JpTimelineRow;

/* @duties: of JpObligation, of these dossiers → of JpTimelineRow, recognised ones first. Takes time. */
GPtrArray *jp_timeline_rows_new   (GPtrArray *dossiers, GPtrArray *duties, const JpContext *context);
gboolean   jp_timeline_row_is     (const JpTimelineRow *row, JpTimelineRows kind);
/* From the first day of the first year to the last of the last that has anything in it. */
void       jp_timeline_rows_range (GPtrArray *rows, JpDate today, JpDate *first, JpDate *last);
/* All of a row in words, for who cannot see it. */
char      *jp_timeline_row_terms  (const JpTimelineRow *row);

G_END_DECLS
