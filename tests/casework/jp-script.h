/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"

G_BEGIN_DECLS

/* Scripted casework: the years of one cluster, step by step, from the import that brings it to its second payment, with
 * undo, a correction, papers and backups between. Every step is one call of casework, which may be refused for reasons
 * that are not the script's: a disk that fails, for one. A script begun anew brings a cluster of its own. */
typedef struct
{
  JpStore   *store;   /* borrowed */
  GPtrArray *desks;   /* of JpDesk */
  char      *name;    /* of its cluster */
  char      *cluster; /* UUID, once it was imported */
  gint64     import;  /* number of that entry */
} JpScript;

void     jp_script_init      (JpScript *self, JpStore *store, guint number); /* @number makes the cluster's name */
void     jp_script_clear     (JpScript *self);
void     jp_script_moved     (JpScript *self, JpStore *store); /* the file was closed and opened again */

guint       jp_script_n_steps (void);
const char *jp_script_name    (guint step);
gboolean    jp_script_step    (JpScript *self, guint step, GError **error);

/* Where the journal ends; of the file as it is kept, nothing to do with the program's own connections. */
gint64   jp_script_head      (JpStore *store);
gint64   jp_script_digest    (const char *path);
/* That the file is whole: opens, checks clean, the chain verifies, and of every record there is all or nothing. */
void     jp_script_check     (JpStore *store);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JpScript, jp_script_clear)

G_END_DECLS
