/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-record.h"

G_BEGIN_DECLS

/* The tables of a dossier, each described where its aggregate is kept. Private to the store. */
extern const JpTable jp_table_acts;
extern const JpTable jp_table_return_filings;
extern const JpTable jp_table_change_filings;
extern const JpTable jp_table_incidents;
extern const JpTable jp_table_supports;
extern const JpTable jp_table_goals;
extern const JpTable jp_table_own_duties;
extern const JpTable jp_table_standard_checks;
extern const JpTable jp_table_standard_judgements;
extern const JpTable jp_table_assessments;
extern const JpTable jp_table_review_points;
extern const JpTable jp_table_reviewer_vetoes;
extern const JpTable jp_table_narratives;
extern const JpTable jp_table_frozen_vetoes;
extern const JpTable jp_table_fund_acts;
extern const JpTable jp_table_plan_lines;
extern const JpTable jp_table_use_entries;
extern const JpTable jp_table_findings;
extern const JpTable jp_table_inspections;
extern const JpTable jp_table_audits;
extern const JpTable jp_table_attachments;

/* Defines how an empty record of a table is made and where it goes in the dossier. */
#define JP_DEFINE_RECORD(name, array, constructor) \
  static gpointer \
  make_##name (void) \
  { \
    return constructor; \
  } \
  \
  static void \
  add_##name (JpDossier *dossier, const JpRecordPlace *place, gpointer record) \
  { \
    g_ptr_array_add (dossier->array, record); \
  }

#define JP_TABLE(table_name, all_fields, keys, is_owned, which, ordered_by, record)                                    \
  {                                                                                                                    \
    .name = table_name, .fields = all_fields, .n_fields = G_N_ELEMENTS (all_fields), .n_keys = keys,                   \
    .owned = is_owned, .where = which, .order = ordered_by, .make = make_##record, .add = add_##record                 \
  }

#define JP_CHILD_TABLE(table_name, all_fields, record) \
  { .name = table_name, .fields = all_fields, .n_fields = G_N_ELEMENTS (all_fields), .child = TRUE, \
    .make = make_##record, .add = add_##record }

/* Keeps a row that has a UUID, which it is given where it has none, and the entry's office as its owner. */
gboolean jp_put_owned (JpTransaction *transaction, const JpTable *table, const char *cluster, char **id,
                       gconstpointer record, GError **error);
/* Keeps a row with a natural key. */
gboolean jp_put_plain (JpTransaction *transaction, const JpTable *table, const char *cluster, gconstpointer record,
                       GError **error);
/* The next number of a column within a cluster: @sql selects its maximum. */
gboolean jp_next_number (JpTransaction *transaction, const char *sql, const char *cluster, gint64 *next,
                         GError **error);

/* What the mapper does not cover. */
JpFigures *jp_figures_read (int year, const char *json, GError **error);
gboolean jp_figures_load (JpDb *db, GHashTable *dossiers, const char *cluster, GError **error);
gboolean jp_frozen_results_load (JpDb *db, GHashTable *dossiers, const char *cluster, GError **error);
gboolean jp_locked_quarters_load (JpDb *db, GHashTable *dossiers, const char *cluster, GError **error);

G_END_DECLS
