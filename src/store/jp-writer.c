/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-writer.h"

struct _JpWriter
{
  GThread     *thread;
  GAsyncQueue *jobs;
};

typedef struct
{
  JpWriterJob job; /* NULL ends the thread */
  gpointer    data;
} Job;

/* One that its giver waits for. */
typedef struct
{
  JpWriterJob job;
  gpointer    data;
  GMutex      mutex;
  GCond       cond;
  gboolean    done;
} Awaited;

static gpointer
work_through (gpointer data)
{
  GAsyncQueue *jobs = data;

  for (;;)
    {
      g_autofree Job *job = g_async_queue_pop (jobs);

      if (job->job == NULL)
        return NULL;
      job->job (job->data);
    }
}

JpWriter *
jp_writer_new (const char *name)
{
  JpWriter *self = g_new0 (JpWriter, 1);

  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new (name, work_through, self->jobs);

  return self;
}

void
jp_writer_free (JpWriter *self)
{
  jp_writer_push (self, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

void
jp_writer_push (JpWriter *self, JpWriterJob job, gpointer data)
{
  Job *queued = g_new (Job, 1);

  queued->job = job;
  queued->data = data;
  g_async_queue_push (self->jobs, queued);
}

static void
run_awaited (gpointer data)
{
  Awaited *awaited = data;

  awaited->job (awaited->data);

  g_mutex_lock (&awaited->mutex);
  awaited->done = TRUE;
  g_cond_signal (&awaited->cond);
  g_mutex_unlock (&awaited->mutex);
}

void
jp_writer_run (JpWriter *self, JpWriterJob job, gpointer data)
{
  Awaited awaited = { job, data };

  g_return_if_fail (!jp_writer_is_current (self));

  g_mutex_init (&awaited.mutex);
  g_cond_init (&awaited.cond);
  jp_writer_push (self, run_awaited, &awaited);

  g_mutex_lock (&awaited.mutex);
  while (!awaited.done)
    g_cond_wait (&awaited.cond, &awaited.mutex);
  g_mutex_unlock (&awaited.mutex);

  g_mutex_clear (&awaited.mutex);
  g_cond_clear (&awaited.cond);
}

gboolean
jp_writer_is_current (JpWriter *self)
{
  return g_thread_self () == self->thread;
}
