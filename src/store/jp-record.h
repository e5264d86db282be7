/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-db.h"
#include "jp-dossier.h"

G_BEGIN_DECLS

/* How a struct of the dossier and a row of its table map onto one another. One description serves putting, replacing,
 * deleting and loading, so that a field is named once. Private to the store. */

typedef enum
{
  JP_FIELD_TEXT,
  JP_FIELD_INT,    /* int, guint, gboolean */
  JP_FIELD_INT64,
  JP_FIELD_DATE,
  JP_FIELD_MONEY,  /* JP_MONEY_UNKNOWN is NULL */
  JP_FIELD_VALUE,  /* gint64; −1 is NULL */
  JP_FIELD_POINTS, /* int; −1 is NULL */
  JP_FIELD_LINES,  /* char **, one a line */
  JP_FIELD_ACT_KIND,
  JP_FIELD_FUND_ACT_KIND,
  JP_FIELD_ASSESSMENT_STATE,
} JpFieldType;

typedef struct
{
  const char *column;
  JpFieldType type;
  gsize       offset;
} JpField;

#define JP_FIELD(Type, TYPE, member, column) { column, JP_FIELD_##TYPE, G_STRUCT_OFFSET (Type, member) }

/* Where a row stands: in the table of a cluster, or under a parent row of that cluster. */
typedef struct
{
  const char *cluster;
  const char *parent;      /* text key of the parent row; NULL where it is a year */
  int         parent_year;
} JpRecordPlace;

typedef struct
{
  const char    *name;
  const JpField *fields;   /* keys first */
  guint          n_fields;
  guint          n_keys;   /* fields that make the key, after cluster (and parent and position) */
  gboolean       owned;    /* has the owner column */
  gboolean       child;    /* keyed by cluster, parent and position */
  const char    *where;    /* which rows belong to a dossier; NULL: all */
  const char    *order;    /* of the rows within their cluster or parent; NULL: position */
  gpointer     (*make) (void);
  void         (*add)  (JpDossier *dossier, const JpRecordPlace *place, gpointer record); /* takes the record */
} JpTable;

/* SQL texts are built once for each table and kept for the life of the program. */
gboolean jp_record_put (JpDb *db, const JpTable *table, const JpRecordPlace *place, const char *owner, int position,
                            gconstpointer record, GError **error);
gboolean jp_records_replace (JpDb *db, const JpTable *table, const JpRecordPlace *place, GPtrArray *records,
                             GError **error);
gboolean jp_records_delete (JpDb *db, const JpTable *table, const JpRecordPlace *place, GError **error);
gboolean jp_records_load (JpDb *db, const JpTable *table, GHashTable *dossiers, const char *cluster, GError **error);

G_END_DECLS
