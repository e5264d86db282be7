/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"

G_BEGIN_DECLS

/* What a dossier keeps beside acts and filings (一群一档): notes, goals, attached files. All of it is entry work. */

/* The topic of the note on one of the pack's directions (第四条), from 0. */
char    *jp_direction_topic      (guint direction);
gboolean jp_casework_set_note    (JpDesk *desk, const char *cluster, const char *topic, const char *text,
                                  GError **error);

/* @goal->target: JP_VALUE_UNKNOWN takes the goal out. */
gboolean jp_casework_set_goal    (JpDesk *desk, const char *cluster, const JpGoal *goal, GError **error);

/* @paper: of which cluster, and where they matter subject, kind and day; completed. */
gboolean jp_casework_attach_paper (JpDesk *desk, const char *file, JpAttachment *paper, GError **error);
gboolean jp_casework_belongs_to_entry (JpDesk *desk, gint64 seq, JpAttachment *paper, GError **error);
gboolean jp_casework_attach      (JpDesk *desk, const char *cluster, const char *file, GError **error);
/* @kind: NULL: any paper; @year: of evidence, else 0; @dated: JP_DATE_NONE: not known. */
gboolean jp_casework_describe_paper (JpDesk *desk, const char *cluster, const char *attachment, const char *kind,
                                     int year, JpDate dated, GError **error);
gboolean jp_casework_detach      (JpDesk *desk, const char *cluster, const char *attachment, GError **error);

/* The journal entry that put @record (an act's or a filing's id, the year of a return) on record, for
 * jp_casework_correct(); 0 with @error where there is none. @act: the entry's act, or its beginning. */
gint64   jp_casework_find_entry  (JpDesk *desk, const char *cluster, const char *act, const char *record,
                                  GError **error);

G_END_DECLS
