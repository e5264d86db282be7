/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-pack.h"

G_BEGIN_DECLS

/* What a new data file starts from, and the making of it on a thread of its own. */
typedef struct
{
  char    *path;
  char    *office; /* "city" or a district's code */
  char    *person; /* who sits here; NULL: the login name */
  JpDate   today;
  gboolean sample; /* filled with sample data */
} JpNewFile;

JpNewFile *jp_new_file_new         (const char *path, const char *office, const char *person, JpDate today);
/* The sample beside the usual data file. */
JpNewFile *jp_new_file_new_sample  (JpDate today);
void       jp_new_file_free        (JpNewFile *self);

/* Takes @self. Never replaces a file; a sample that is there already is as good as made. */
void jp_new_file_make_async (JpNewFile *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
char      *jp_new_file_make_finish (GAsyncResult *result, GError **error); /* its path */

char      *jp_new_file_usual_path  (void);
JpPack    *jp_new_file_pack        (void); /* the pack a new file starts from */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpNewFile, jp_new_file_free)

G_END_DECLS
