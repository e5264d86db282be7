/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JpOutFile:
 *
 * A file on its way out: written under a passing name beside its destination, readable by its owner alone, and given
 * its own name when it is whole and on the disk. Freed before that, it leaves nothing behind.
 */
typedef struct _JpOutFile JpOutFile;

JpOutFile  *jp_out_file_new    (const char *path, GError **error);
void        jp_out_file_free   (JpOutFile *self);
const char *jp_out_file_path   (JpOutFile *self); /* where to write */
const char *jp_out_file_folder (JpOutFile *self);
gboolean    jp_out_file_write  (JpOutFile *self, const char *data, gsize length, GError **error);
gboolean    jp_out_file_commit (JpOutFile *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpOutFile, jp_out_file_free)

G_END_DECLS
