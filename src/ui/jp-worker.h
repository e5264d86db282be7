/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One thread that does jobs in the order they were given. */
typedef struct _JpWorker JpWorker;

typedef void (*JpWorkerFunc) (gpointer job);

JpWorker *jp_worker_new  (const char *name);
/* @run is called on the thread, then @done in the thread-default context of whoever pushed. */
void      jp_worker_push (JpWorker *self, JpWorkerFunc run, JpWorkerFunc done, gpointer job);
/* Finishes what was given, and waits for it. */
void      jp_worker_free (JpWorker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpWorker, jp_worker_free)

G_END_DECLS
