/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-desk.h"
#include "jp-snapshot.h"

G_BEGIN_DECLS

#define JP_TYPE_SESSION (jp_session_get_type ())
G_DECLARE_FINAL_TYPE (JpSession, jp_session, JP, SESSION, GObject)

/**
 * JpSession:
 *
 * One open data file as the window works with it: the desk of who sits here, the assessment year chosen in the
 * header, and a snapshot of all dossiers that pages read without waiting. The snapshot is loaded on a worker thread
 * after every change, from here or from another process, and replaced whole; then JpSession::changed is emitted.
 * Pages borrow what they show until then and never write but through the desk's casework.
 *
 * Properties: "year" (int, read-write), "busy" (boolean), "file-name" (string).
 * Signals: "changed" (no arguments): a new snapshot is there. "act-done" (char *summary, gboolean undoable): something
 * was done here and a toast should say so. "failed" (GError *): work in the background failed.
 */

/* Opens a file on a worker thread; finish gives the session with its first snapshot loaded. @today 0: the clock's. */
void          jp_session_open_async    (const char *path, const char *person, JpDate today, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
JpSession    *jp_session_open_finish   (GAsyncResult *result, GError **error);
void          jp_session_close         (JpSession *self); /* finishes what is under way; idempotent */

JpStore      *jp_session_get_store     (JpSession *self);
/* For who sits here; its casework is called from work given to the session and from nowhere else. */
JpDesk       *jp_session_get_desk      (JpSession *self);
const JpContext *jp_session_get_context (JpSession *self); /* until the next "changed" */
JpDate        jp_session_get_today     (JpSession *self);
int           jp_session_get_year      (JpSession *self);  /* assessment year Y */
void          jp_session_set_year      (JpSession *self, int year);
/* Who sits here from now on. */
void          jp_session_set_person    (JpSession *self, const char *person);
gboolean      jp_session_is_sample     (JpSession *self);
gboolean      jp_session_is_city       (JpSession *self);

/* What the following belong to: hold a reference to keep them past "changed" (a JpPage does so for what it shows). */
JpSnapshot   *jp_session_get_snapshot  (JpSession *self);
/* (element-type JpDossier), by collation of name. */
GPtrArray    *jp_session_get_dossiers  (JpSession *self);
const JpDossier *jp_session_find       (JpSession *self, const char *id);
const char   *jp_session_district_name (JpSession *self, const char *code);
/* Derived once a snapshot and kept with it. */
GPtrArray    *jp_session_get_duties    (JpSession *self);  /* of JpObligation, sorted, all states */
GPtrArray    *jp_session_get_results   (JpSession *self);  /* of JpResult for the year, due ones, in dossier order */

/* Runs casework off the main thread: @work is called on a worker with the desk; afterwards the snapshot is loaded
 * anew and the callback called. @data must not be touched meanwhile. */
typedef gboolean (*JpSessionWork) (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error);
void          jp_session_do_async      (JpSession *self, JpSessionWork work, gpointer data, GDestroyNotify destroy,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean      jp_session_do_finish     (JpSession *self, GAsyncResult *result, GError **error);
/* As jp_session_do_async(), and success emits "act-done": for a form that stays open until its act is done. */
void          jp_session_act_async     (JpSession *self, JpSessionWork work, gpointer data, GDestroyNotify destroy,
                                        GAsyncReadyCallback callback, gpointer user_data);
/* For what the snapshot does not hold (notes, attachments, journal): @work only reads; nothing is loaded anew. */
void          jp_session_read_async    (JpSession *self, JpSessionWork work, gpointer data, GDestroyNotify destroy,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* The same where no one waits: success emits "act-done" with the journal's summary, an error emits "failed". */
void          jp_session_do            (JpSession *self, JpSessionWork work, gpointer data, GDestroyNotify destroy);
/* For a field just edited: as jp_session_do(), but success is not announced; the undo button tells. */
void          jp_session_edit          (JpSession *self, JpSessionWork work, gpointer data, GDestroyNotify destroy);

void          jp_session_undo          (JpSession *self);
void          jp_session_undo_entry    (JpSession *self, gint64 seq); /* one of the journal */
void          jp_session_redo          (JpSession *self);
const char   *jp_session_what_undo     (JpSession *self);  /* what undo would take back, or NULL */
const char   *jp_session_what_redo     (JpSession *self);

G_END_DECLS
