/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-worker.h"

typedef struct
{
  JpWorkerFunc  run; /* NULL: the last one */
  JpWorkerFunc  done;
  gpointer      data;
  GMainContext *context;
} Job;

struct _JpWorker
{
  GThread     *thread;
  GAsyncQueue *jobs;
};

/* Back where the job came from: it owns widgets and sessions, which must not be let go on the thread. */
static gboolean
give_back (gpointer data)
{
  Job *job = data;

  job->done (job->data);

  return G_SOURCE_REMOVE;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_main_context_unref (job->context);
  g_free (job);
}

static gpointer
work (gpointer data)
{
  GAsyncQueue *jobs = data;
  Job *job;

  for (job = g_async_queue_pop (jobs); job->run != NULL; job = g_async_queue_pop (jobs))
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      job->run (job->data);
      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, give_back, job, job_free);
      g_source_attach (source, job->context);
    }

  job_free (job);
  g_async_queue_unref (jobs);
  return NULL;
}

static void
push (JpWorker *self, JpWorkerFunc run, JpWorkerFunc done, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->run = run;
  job->done = done;
  job->data = data;
  job->context = g_main_context_ref_thread_default ();
  g_async_queue_push (self->jobs, job);
}

/**
 * jp_worker_new:
 * @name: of the thread, as debuggers show it
 *
 * Returns: (transfer full): the worker
 */
JpWorker *
jp_worker_new (const char *name)
{
  JpWorker *self = g_new0 (JpWorker, 1);

  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new (name, work, g_async_queue_ref (self->jobs));

  return self;
}

/**
 * jp_worker_push:
 * @self: a worker
 * @run: what to do, on the worker's thread
 * @done: called afterwards in the caller's context, where it frees the job
 * @job: for both
 *
 * Gives a job. Jobs are done strictly in the order they were given.
 */
void
jp_worker_push (JpWorker *self, JpWorkerFunc run, JpWorkerFunc done, gpointer job)
{
  g_return_if_fail (self != NULL && run != NULL && done != NULL);

  push (self, run, done, job);
}

void
jp_worker_free (JpWorker *self)
{
  if (self == NULL)
    return;

  push (self, NULL, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}
