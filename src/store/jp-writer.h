/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JpWriter:
 *
 * A thread that does one job after another, strictly in the order they were given. Private to the store.
 */
typedef struct _JpWriter JpWriter;

typedef void (*JpWriterJob) (gpointer data);

JpWriter *jp_writer_new  (const char *name);
void      jp_writer_free (JpWriter *self); /* finishes what was given, then ends the thread */
void      jp_writer_push (JpWriter *self, JpWriterJob job, gpointer data);
void      jp_writer_run  (JpWriter *self, JpWriterJob job, gpointer data); /* waits until it is done */
gboolean  jp_writer_is_current (JpWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpWriter, jp_writer_free)

G_END_DECLS
