/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"
#include "jp-test.h"

G_BEGIN_DECLS

/**
 * JpWork:
 *
 * A bureau at work: a new data file of the city in a folder of its own, and desks for its offices on any day. The desks
 * live as long as the bureau. @error is where every act of a test puts its refusal: see jp_assert_done() and
 * jp_assert_refused(), which also look at the file, through a connection of their own.
 */
typedef struct
{
  char      *folder;
  char      *path;
  JpStore   *store;
  JpDate     today;
  GPtrArray *desks; /* of JpDesk */
  gpointer   watch; /* sqlite3, read only */
  gint64     version;
  GError    *error;
} JpWork;

/* A fixture for g_test_add(): the data is NULL, or the first day of the book (R-SINCE), else 2024-01-01. */
void       jp_work_set_up    (JpWork *work, gconstpointer since);
void       jp_work_tear_down (JpWork *work, gconstpointer since); /* checks file, references and journal first */
void       jp_work_reopen    (JpWork *work);

void       jp_work_day       (JpWork *work, const char *iso); /* from now on today is … */
/* The desk of an office today. Where nobody is named: 陈晓岚 for the city, 周敏 for the centre, 林志强 for a district. */
JpDesk    *jp_work_desk      (JpWork *work, const char *office);
JpDesk    *jp_work_desk_of   (JpWork *work, const char *office, const char *person);
JpDossier *jp_work_load      (JpWork *work, const char *cluster);
JpContext  jp_work_context   (JpWork *work);

/* Acts that a test needs done before it begins; each must succeed. A new cluster's UUID is to be freed. */
char      *jp_work_cluster   (JpWork *work, const char *name, const char *district);
void       jp_work_recognise (JpWork *work, const char *cluster, const char *iso); /* on that day, with a reason */
/* Takes the assessment of @year to confirmed today, with @total hundredths of a point given by both reviewers. */
void       jp_work_assess    (JpWork *work, const char *cluster, int year, int total);
/* The points of one indicator when @total is dealt out over the indicators in their order. */
int        jp_work_share     (const JpPack *pack, guint indicator, int total);

/* One act each, with office and day given as texts; whether it was done, work->error where it was not. */
gboolean jp_work_act (JpWork *work, const char *cluster, const char *act, const char *iso, const char *office,
                      const char *reason);
gboolean jp_work_fund (JpWork *work, const char *cluster, guint ordinal, const char *act, const char *iso,
                       JpMoney amount);

/* Imports one cluster (@district NULL: none; @recognised NULL: not), and one figure of it (@metric NULL: none). */
gboolean jp_work_import (JpWork *work, const char *office, const char *name, const char *district,
                         const char *recognised, int year, const char *metric, gint64 value);
gboolean   jp_work_undo      (JpWork *work); /* at the city's desk */
gboolean   jp_work_redo      (JpWork *work);

/* The last entry of the journal. */
JpEntry   *jp_work_last      (JpWork *work);
gint64     jp_work_head      (JpWork *work); /* its number */
/* All that the file says, as text: every table where @journal, else only what acts change. */
char      *jp_work_dump      (const char *path, gboolean journal);

/* Whether nobody has written to the file since the last act that was done; jp_work_note() starts anew. */
gboolean   jp_work_is_untouched  (JpWork *work);
void       jp_work_note          (JpWork *work);
void       jp_work_check_done    (JpWork *work, gboolean done, const char *file, int line, const char *what);
void       jp_work_check_refused (JpWork *work, gboolean done, GQuark domain, int code, const char *words,
                                  const char *file, int line, const char *what);

/* @call does one act with &work->error. */
#define jp_assert_done(work, call) \
  G_STMT_START \
  { \
    gboolean jp_done_ = (call) != 0; \
    jp_work_check_done ((work), jp_done_, __FILE__, __LINE__, #call); \
  } \
  G_STMT_END

/* It is refused with this error, whose sentence holds @words, and nobody has written to the file. */
#define jp_assert_refused(work, call, domain, code, words) \
  G_STMT_START { gboolean jp_done_ = (call) != 0; \
    jp_work_check_refused ((work), jp_done_, (domain), (int) (code), (words), __FILE__, __LINE__, #call); } G_STMT_END

G_END_DECLS
