/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"

G_BEGIN_DECLS

/**
 * JpPointsOutcome:
 * @JP_POINTS_SAME: on record as they are, or nothing is given
 * @JP_POINTS_NEW: they go on record
 * @JP_POINTS_WANT_REASON: they could, with a reason
 * @JP_POINTS_REFUSED: a rule forbids them
 *
 * What comes of points that somebody gives.
 */
typedef enum
{
  JP_POINTS_SAME,
  JP_POINTS_NEW,
  JP_POINTS_WANT_REASON,
  JP_POINTS_REFUSED,
} JpPointsOutcome;

/**
 * JpGivenPoints:
 * @cluster: UUID
 * @indicator: id in the pack of the assessment
 * @points: hundredths; %JP_POINTS_UNKNOWN takes what Enter on an empty cell takes
 * @reason: (nullable): %NULL keeps the reason on record, with points that are given
 * @outcome: set by the check
 * @before: set by the check: what the office whose turn it is has on record, or %JP_POINTS_UNKNOWN
 * @message: (nullable): set by the check: which rule forbids them, or asks for a reason
 *
 * The points of one indicator of one cluster, one cell of a grid.
 */
typedef struct
{
  char           *cluster;
  char           *indicator;
  int             points;
  char           *reason;
  JpPointsOutcome outcome;
  int             before;
  char           *message;
} JpGivenPoints;

JpGivenPoints *jp_given_points_new  (const char *cluster, const char *indicator, int points, const char *reason);
void           jp_given_points_free (JpGivenPoints *self);

/* Points of many clusters at once: all of them as one entry that can be undone, or none. */
gboolean jp_casework_give_points (JpDesk *desk, int year, const char *district_person, GPtrArray *given,
                                  gboolean dry_run, GCancellable *cancellable, GError **error);

G_END_DECLS
