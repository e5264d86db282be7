/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-import.h"

G_BEGIN_DECLS

/* A cluster that rows of the file are about: one on record, or one the file brings. */
typedef struct
{
  JpDossier             *dossier;  /* as it would stand */
  const JpImportCluster *row;      /* its row in the file; NULL: only its figures are there */
  JpAct                 *act;      /* the recognition the file brings, or NULL */
  gboolean               is_new;
  gboolean               is_unknown; /* neither on record nor brought; its rows are judged all the same */
  gboolean               changed;  /* fields of its own */
  guint                 *row_of_year; /* figures of the file, from JP_IMPORT_FIRST_YEAR: index + 1 */
} JpImportTarget;

#define JP_IMPORT_FIRST_YEAR 2000

/* Figures to be written. */
typedef struct
{
  const JpImportTarget *target;
  JpFigures            *figures;
} JpImportWrite;

/* The checking of one file against the data file, and what it comes to. */
typedef struct
{
  JpImport        *import;
  const JpContext *context;
  const char      *person;
  const char      *office;    /* whose desk it is */
  const char      *file_name;
  GCancellable    *cancellable;
  GHashTable      *by_name;   /* folded name → JpImportTarget, owning */
  GHashTable      *by_pointer; /* interned name → JpImportTarget */
  GPtrArray       *brought;   /* of JpImportTarget: those with a row of their own, in its order */
  GPtrArray       *writes;    /* of JpImportWrite, owning */
  JpImportReport  *report;
} JpImportCheck;

void            jp_import_check_init     (JpImportCheck *check, JpImport *import, const JpContext *context,
                                          GPtrArray *dossiers, JpImportReport *report);
void            jp_import_check_clear    (JpImportCheck *check);
JpImportTarget *jp_import_check_find     (JpImportCheck *check, const char *interned); /* made where there is none */

void            jp_import_check_clusters (JpImportCheck *check);
void            jp_import_check_history  (JpImportCheck *check, JpImportTarget *target);
gboolean        jp_import_check_figures  (JpImportCheck *check, GError **error); /* FALSE: cancelled */

G_END_DECLS
