/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-assess.h"
#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_REVIEW (jp_review_get_type ())
G_DECLARE_FINAL_TYPE (JpReview, jp_review, JP, REVIEW, GObject)

/* Who may enter something now. */
typedef enum
{
  JP_TURN_NOBODY,
  JP_TURN_DISTRICT,
  JP_TURN_CITY,
} JpTurn;

/**
 * JpReview:
 *
 * One assessment as the wizard works on it: the record, what is typed and not yet on record, and the result core
 * derives from both, anew with every keystroke. What cannot be put on record yet (points without their reason) is kept
 * with the window's state, so that nothing typed is lost. In 试算 everything typed stays here and nothing is saved.
 *
 * What is typed has a key: "points:INDICATOR", "reason:INDICATOR", "narrative:PART", and in 试算 "figure:METRIC"; and
 * of the form that is open "form:act", "form:item" and "form:FIELD".
 *
 * Signals: "changed": the result is another, or what is typed. "refused" (char *key, char *message): casework would not
 * have it; the message is NULL where it then did.
 */
JpReview           *jp_review_new          (void);
/* Takes the cluster from the session's present snapshot; NULL where it has none of that id. */
void                jp_review_present      (JpReview *self, JpSession *session, const char *cluster, int year);
JpSession          *jp_review_get_session  (JpReview *self);
const JpContext    *jp_review_get_context  (JpReview *self);
const JpDossier    *jp_review_get_dossier  (JpReview *self); /* as on record; NULL: no such cluster */
int                 jp_review_get_year     (JpReview *self);
const JpResult     *jp_review_get_result   (JpReview *self); /* until the next "changed"; NULL: no such cluster */
const JpAssessment *jp_review_get_record   (JpReview *self); /* NULL: none opened */
const JpReviewPoints *jp_review_get_points (JpReview *self, const char *indicator); /* on record, or NULL */

/* Whose turn it is, and whether this file's office may enter it; if not, why (a sentence). */
JpTurn              jp_review_get_turn     (JpReview *self);
const char         *jp_review_why_locked   (JpReview *self); /* NULL: it may */
/* Whether papers are attached and taken off now (佐证材料): until it is confirmed, and not in 试算. */
gboolean            jp_review_takes_evidence (JpReview *self);
/* The office whose column is typed into: as the turn, or in 试算 the one that would be next. */
gboolean            jp_review_is_city      (JpReview *self);

gboolean            jp_review_get_trial    (JpReview *self);
void                jp_review_set_trial    (JpReview *self, gboolean trial);

/* In a city file: who did the district's part there (代录); NULL or "": who sits here. */
const char         *jp_review_get_district_person (JpReview *self);
void                jp_review_set_district_person (JpReview *self, const char *name);

/* What is typed. NULL: nothing typed, the record stands. */
const char         *jp_review_get_typed    (JpReview *self, const char *kind, const char *id);
void                jp_review_type         (JpReview *self, const char *kind, const char *id, const char *text);
/* Points as they are typed: hundredths; FALSE with what is wrong. */
gboolean jp_review_read_points (JpReview *self, guint indicator, const char *text, int *points, char **fault);
/* Whether the points as typed, or on record, want a reason that is not there. */
gboolean            jp_review_wants_reason (JpReview *self, guint indicator);

/* Puts on record what is typed for an indicator or a part, as soon as it can be. */
void                jp_review_save_points    (JpReview *self, guint indicator);
void                jp_review_save_narrative (JpReview *self, const char *part);

/* The work and its data of an official act, for a form; strings may be NULL. */
JpSessionWork       jp_review_act          (JpReview *self, JpAssessActKind kind, const char *item, const char *text,
                                            const char *reason, gpointer *data, GDestroyNotify *destroy);

/* What is typed and not on record, for the window's state. */
GVariant           *jp_review_get_state    (JpReview *self);
void                jp_review_set_state    (JpReview *self, GVariant *state);

G_END_DECLS
