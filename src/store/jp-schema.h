/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-db.h"

G_BEGIN_DECLS

#define JP_SCHEMA_VERSION 2

/* The chain of migrations: the n-th brings a file from schema n − 1 to n. Private to the store. */
typedef struct
{
  const char * const *steps; /* SQL texts */
  int                 n_steps;
} JpSchemaChain;

const JpSchemaChain *jp_schema_chain    (void);
gboolean             jp_schema_version  (JpDb *db, int *version, GError **error);
gboolean             jp_schema_migrate  (JpDb *db, const JpSchemaChain *chain, GError **error);
/* Whether @db has the tables and indexes the chain makes, to the letter, and nothing else: no trigger, no view. */
gboolean             jp_schema_matches  (JpDb *db, const JpSchemaChain *chain, gboolean *matches, GError **error);
/* Whether what changes in @table is kept in changesets. */
gboolean             jp_schema_journaled (const char *table);

G_END_DECLS
