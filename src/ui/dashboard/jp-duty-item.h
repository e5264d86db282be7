/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-dashboard-duties.h"

G_BEGIN_DECLS

#define JP_TYPE_DUTY_ITEM (jp_duty_item_get_type ())
G_DECLARE_FINAL_TYPE (JpDutyItem, jp_duty_item, JP, DUTY_ITEM, GObject)

typedef enum
{
  JP_DUTY_ITEM_HEADING, /* of an urgency */
  JP_DUTY_ITEM_FOLD,    /* several equal duties: opens and closes */
  JP_DUTY_ITEM_ONE,
  JP_DUTY_ITEM_MEMBER,  /* one of an open fold */
} JpDutyItemKind;

/**
 * JpDutyItem:
 *
 * One line of the list of duties, in words. It borrows nothing, so that the list can outlive what it was made of and
 * two lists can be compared line by line.
 */
struct _JpDutyItem
{
  GObject parent_instance;

  JpDutyItemKind kind;
  JpUrgency      urgency;
  JpDutyKind     duty;
  char          *key;      /* which line it is, whatever it says at present */
  char          *title;
  char          *subtitle; /* headings: how many */
  char          *left;     /* days left, or NULL */
  char          *date;     /* the day to work to */
  char          *badge;    /* 班: a make-up working day; or NULL */
  char          *article;  /* "" where there is none */
  char          *place;    /* as win.go takes it; NULL: a heading, a fold */
  gboolean       open;     /* a fold's members follow */
};

/* Names a district by its code. */
typedef const char *(*JpDistrictName) (const char *code, gpointer data);

JpDutyItem *jp_duty_item_new_heading (JpUrgency urgency, guint n, const JpDutyView *view);
JpDutyItem *jp_duty_item_new_fold    (const JpDutyFold *fold, const JpContext *context, gboolean open,
                                      JpDistrictName district_name, gpointer data);
JpDutyItem *jp_duty_item_new_one (const JpObligation *duty, JpUrgency urgency, const JpContext *context,
                                  gboolean member);
gboolean    jp_duty_item_equal       (const JpDutyItem *a, const JpDutyItem *b);
/* All it says, for a screen reader. */
char       *jp_duty_item_describe    (const JpDutyItem *self);

/* The same words for calendars. */
const char *jp_duty_weekday_words    (JpDate day);
char       *jp_duty_day_words        (JpDate date, JpDate today); /* with the year where it is another one */
char       *jp_duty_left_words       (const JpObligation *duty, const JpContext *context); /* "3 days left" */

G_END_DECLS
