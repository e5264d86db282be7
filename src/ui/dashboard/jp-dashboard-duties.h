/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-obligation.h"

G_BEGIN_DECLS

/* How the list is grouped, most urgent first. */
typedef enum
{
  JP_URGENCY_OVERDUE,
  JP_URGENCY_SOON,
  JP_URGENCY_LATER,
  JP_URGENCY_NOT_RECORDED, /* 补录: fell due before the file's first day, and no record says more (R-SINCE) */
  JP_N_URGENCIES,
} JpUrgency;

/* What the list can be narrowed to. */
typedef enum
{
  JP_THEME_ALL,
  JP_THEME_ASSESSMENT,
  JP_THEME_RETURN,
  JP_THEME_RENEWAL,
  JP_THEME_FUNDS,
  JP_THEME_CHANGE,
  JP_THEME_OWN,
  JP_N_DUTY_THEMES,
} JpDutyTheme;

typedef struct
{
  JpDutyTheme theme;
  const char *district;  /* code; NULL: all */
  guint       soon_days; /* from how many days before its due day a duty is urgent */
  JpDate      until;     /* how far ahead the list looks */
} JpDutyView;

/* Equal duties of one day, or a single one. */
typedef struct
{
  JpUrgency  urgency;
  GPtrArray *duties; /* of JpObligation, borrowed; at least one */
} JpDutyFold;

void        jp_duty_fold_free     (JpDutyFold *self);
JpDutyTheme jp_duty_theme         (JpDutyKind kind);
const char *jp_duty_theme_name    (JpDutyTheme theme);
/* Whether the duty is in the list at all, and how urgent it is. */
gboolean    jp_duty_urgency       (const JpObligation *duty, const JpContext *context, const JpDutyView *view,
                                   JpUrgency *urgency);
/* @duties of JpObligation, sorted → of JpDutyFold, by urgency and then as they were. */
GPtrArray  *jp_duty_folds_new     (GPtrArray *duties, const JpContext *context, const JpDutyView *view);
/* How many duties each theme has, whatever theme the view is narrowed to. */
void        jp_duty_count_themes  (GPtrArray *duties, const JpContext *context, const JpDutyView *view,
                                   guint counts[JP_N_DUTY_THEMES]);
/* Where it is acted on: PAGE#TARGET, as win.go takes it. */
char       *jp_duty_place         (const JpObligation *duty);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpDutyFold, jp_duty_fold_free)

G_END_DECLS
