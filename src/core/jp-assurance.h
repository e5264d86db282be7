/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-pack.h"
#include "jp-workdays.h"

G_BEGIN_DECLS

/* 安心灯: whether the data is safe and the rules are fit for use, as one light and a sentence saying what to do. */

typedef enum { JP_LIGHT_GREEN, JP_LIGHT_AMBER, JP_LIGHT_RED } JpLight;

typedef enum { JP_INTEGRITY_UNKNOWN, JP_INTEGRITY_WHOLE, JP_INTEGRITY_DAMAGED } JpIntegrity;

typedef enum
{
  JP_ASSURED_BACKUP,
  JP_ASSURED_INTEGRITY,
  JP_ASSURED_PLACE,
  JP_ASSURED_SPACE,
  JP_ASSURED_HOLIDAYS,
  JP_ASSURED_RULES,
  JP_ASSURED_CLOCK,
  JP_N_ASSURED,
} JpAssured;

/* What is known about the data file and its surroundings. Borrowed; a plain value. */
typedef struct
{
  JpDate            today;
  JpDate            backed_up;     /* day of the last verified backup; JP_DATE_NONE: there is none */
  gboolean          changed_since; /* something was entered after it */
  const char       *backup_trouble; /* why the last try failed, a sentence; NULL: it did not */
  JpIntegrity       integrity;
  JpDate            checked;       /* day of the last check */
  const char       *place_warning; /* the disk is shared or synchronised: a sentence; NULL: it is not */
  gint64            free_bytes;    /* on the disk of the data file; −1: not known */
  gint64            file_bytes;
  const JpHolidays *holidays;
  const JpPack     *pack;          /* in force today */
  JpDate            last_entry;    /* day of the journal's last entry; JP_DATE_NONE: there is none */
} JpAssuranceFacts;

typedef struct
{
  JpAssured what;
  JpLight   light;
  char     *title;    /* what is assured: "Backup" */
  char     *sentence; /* how it stands, and what to do where it does not stand well; localised */
} JpAssurance;

/* A sentence where the clock was set back behind the last entry (to be freed), else NULL. */
char              *jp_clock_warning   (JpDate today, JpDate last_entry);

void               jp_assurance_free  (JpAssurance *assurance);
GPtrArray         *jp_assurances_new  (const JpAssuranceFacts *facts); /* of JpAssurance, one of each, in order */
const JpAssurance *jp_assurances_worst (GPtrArray *assurances);        /* the first of the worst light */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpAssurance, jp_assurance_free)

G_END_DECLS
