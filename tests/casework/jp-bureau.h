/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-assess-work.h"
#include "jp-model.h"
#include "jp-test-work.h"

G_BEGIN_DECLS

/* A bureau where random work is tried, in the program and in the notebook at once. */

#define MOST_CLUSTERS 3
#define MOST_UNDOS 12 /* remembered */

/* A piece of entry work the notebook can take back. */
typedef struct
{
  gint64 seq, undo_seq; /* undo_seq > 0: undone */
  int cluster;
  MCluster before, after;
} Remembered;

typedef struct
{
  JpWork work;
  MWorld world;
  GRand *rand;
  int n_clusters;
  char *ids[MOST_CLUSTERS];
  MCluster books[MOST_CLUSTERS];
  gint64 last_act[MOST_CLUSTERS]; /* number of the last official act */
  gint64 last_work;
  gint64 head;      /* of the journal */
  GPtrArray *undos; /* of Remembered, oldest first */
  gboolean forgot;  /* there was older work than is remembered */
  guint n_done, n_refused;
} Bureau;

typedef enum
{
  ACT,
  WORK,
  NO_ENTRY
} EntryKind;

int bureau_pick (Bureau *b, int n);
gboolean bureau_chance (Bureau *b, int percent);
MDay bureau_some_day (Bureau *b);
int bureau_some_office (Bureau *b, int right);
JpDesk *bureau_desk (Bureau *b, int cluster, int office, int person);
void bureau_compare (Bureau *b, int cluster);
void bureau_settle (Bureau *b, int cluster, const MCluster *before, EntryKind kind, gboolean done, gboolean allowed,
                    const char *format, ...) G_GNUC_PRINTF (7, 8);
void bureau_try_act (Bureau *b, int cluster, char letter, MDay date, gboolean reason);
void bureau_try_life (Bureau *b, int cluster);
void bureau_try_check (Bureau *b, int cluster);
void bureau_try_filing (Bureau *b, int cluster);
void bureau_try_figure (Bureau *b, int cluster);
void bureau_try_assessment (Bureau *b, int cluster);
void bureau_try_funding (Bureau *b, int cluster);
void bureau_try_finding (Bureau *b, int cluster);
void bureau_try_use (Bureau *b, int cluster);
void bureau_try_correction (Bureau *b, int cluster);

G_END_DECLS
