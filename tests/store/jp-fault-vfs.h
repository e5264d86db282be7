/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk that fails on demand: a layer under SQLite that lets every call through until its turn comes. */
typedef enum
{
  JP_FAULT_DISK_FULL,   /* a write finds no room */
  JP_FAULT_IO_ERROR,    /* a read or write fails */
  JP_FAULT_SHORT_WRITE, /* half of a write arrives */
  JP_FAULT_SYNC,        /* the disk does not confirm */
  JP_FAULT_READ_ONLY,   /* the disk has been remounted read-only */
  JP_N_FAULTS,
} JpFaultKind;

void     jp_fault_vfs_install (void); /* becomes the disk of every connection opened from now on */
/* The @nth call that @kind can strike, from 1, fails; with @stays so do all after it. */
void     jp_fault_vfs_arm     (JpFaultKind kind, guint nth, gboolean stays);
gboolean jp_fault_vfs_disarm  (void); /* whether it had struck */
/* While held, nothing fails and no call counts: for the test to look at the file. */
void     jp_fault_vfs_hold    (gboolean hold);
gboolean jp_fault_vfs_struck  (void);

G_END_DECLS
