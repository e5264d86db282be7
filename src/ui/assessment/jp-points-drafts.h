/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-review.h"

G_BEGIN_DECLS

#define JP_TYPE_POINTS_DRAFTS (jp_points_drafts_get_type ())
G_DECLARE_FINAL_TYPE (JpPointsDrafts, jp_points_drafts, JP, POINTS_DRAFTS, GObject)

/**
 * JpPointsDrafts:
 *
 * What is typed into a grid of many assessments: a JpReview for each in which something is typed or the cursor is,
 * under the very rules of the wizard.
 *
 * Signals: "changed" (char *cluster): what is typed there, or what came of it.
 */
JpPointsDrafts *jp_points_drafts_new     (void);
/* The session's present snapshot, for @year; drafts in which nothing is typed are let go. */
void            jp_points_drafts_present (JpPointsDrafts *self, JpSession *session, int year);

JpReview       *jp_points_drafts_find    (JpPointsDrafts *self, const char *cluster); /* NULL: none */
JpReview       *jp_points_drafts_obtain  (JpPointsDrafts *self, const char *cluster);
/* Nobody looks at that one any more. */
void            jp_points_drafts_release (JpPointsDrafts *self, const char *cluster);

/* The result with what is typed, or the one on record. */
const JpResult *jp_points_drafts_result  (JpPointsDrafts *self, const JpResult *record);
/* Whether the office here may enter points in it now. */
gboolean        jp_points_drafts_is_open (JpPointsDrafts *self, const JpResult *record);
/* What is typed, what stands on record for the office whose turn it is, or "" (transfer full). */
char           *jp_points_drafts_text    (JpPointsDrafts *self, const JpResult *record, guint indicator);

/* What is wrong with the points typed last; NULL: nothing. */
const char     *jp_points_drafts_get_error (JpPointsDrafts *self, const char *cluster, const char *indicator);
void            jp_points_drafts_set_error (JpPointsDrafts *self, const char *cluster, const char *indicator,
                                            const char *message);
/* Forgets what is typed into a cell, points and reason; FALSE: nothing was. */
gboolean        jp_points_drafts_forget  (JpPointsDrafts *self, const char *cluster, const char *indicator);

/* Who did the district's part, in a city file (代录). */
const char     *jp_points_drafts_get_person (JpPointsDrafts *self);
void            jp_points_drafts_set_person (JpPointsDrafts *self, const char *name);

GVariant       *jp_points_drafts_get_state (JpPointsDrafts *self);
void            jp_points_drafts_set_state (JpPointsDrafts *self, GVariant *state);

G_END_DECLS
