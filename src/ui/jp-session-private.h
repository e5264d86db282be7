/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-session.h"
#include "jp-snapshot.h"
#include "jp-worker.h"

G_BEGIN_DECLS

struct _JpSession
{
  GObject       parent_instance;

  /* Owned, touched on the main thread only. */
  JpWorker     *worker;    /* NULL: closed */
  JpSnapshot   *snapshot;
  JpDesk       *desk;      /* borrowed from @desks: who sits here, as last told */
  char         *file_name;
  char         *what_undo;
  char         *what_redo;
  guint         n_jobs;    /* given and not yet done, looks at the file excepted */
  gboolean      looking;
  guint         look_source;
  GCancellable *closing;

  /* Owned, set while opening and then only read. */
  char         *path;
  char         *person;
  JpDate        fixed_today;
  JpStore      *store;

  /* Owned, touched on the worker's thread only, until it has ended. */
  GPtrArray    *desks;     /* of JpDesk; a new one each day, the last sits */
  JpSnapshot   *latest;
  JpSnapshotNews news;
  int           year;
};

/* What is asked of the worker, and what comes back. */
typedef struct
{
  JpSession     *session;
  GTask         *task;      /* NULL: nobody waits */
  JpSessionWork  work;      /* NULL: only look whether something changed */
  gpointer       data;
  GDestroyNotify destroy;
  int            year;      /* 0: as it is */
  gboolean       announce;
  gboolean       is_look;
  gboolean       reads;     /* changes nothing */

  gboolean       done;
  GError        *error;
  JpEntry       *entry;     /* what the journal says was done */
  gboolean       fresh;     /* the following are new */
  JpSnapshot    *snapshot;
  JpDesk        *desk;
  char          *what_undo;
  char          *what_redo;
} JpSessionJob;

JpSessionJob *jp_session_job_new    (JpSession *self);
void          jp_session_job_push   (JpSessionJob *job);
void          jp_session_job_free   (JpSessionJob *job);
gboolean      jp_session_open_here  (JpSession *self, GError **error);
gboolean      jp_session_refresh    (JpSession *self, JpSessionJob *job, GError **error);
void          jp_session_take       (JpSession *self, JpSessionJob *job);
void          jp_session_start_looking (JpSession *self);

G_END_DECLS
