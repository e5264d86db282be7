/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The rules once more, told in another way: a clerk's notebook of plain structs, stages as letters, days walked through
 * one after another. It shares no line and no type with the program; a model cluster is copied by assignment, which is
 * how undo works here. Every m_… that does an act returns whether the rules allow it, and changes nothing where not. */

#define M_ACTS       48
#define M_YEARS      10 /* assessments of 2024 … 2033 */
#define M_FIRST      2024
#define M_INDICATORS 7
#define M_ORDINALS   3
#define M_STEPS      64
#define M_USES       200
#define M_RECORDS    40

typedef int MDay; /* as GDate counts; 0: none */

MDay m_day         (int year, int month, int day);
int  m_year        (MDay day);
MDay m_years_later (MDay day, int years); /* 29 February becomes 1 March where it is missing */

/* Acts: c cultivate, d designate, a apply, b accept, r review, i inspect, m recommend, t return, x decline, G
 * recognise, p renewal-apply, q renewal-review, s renewal-recommend, H renew, f renewal-fail, v revoke. Stages: N none,
 * C cultivating, A applied, B accepted, R reviewed, I inspected, M recommended, G recognised, P Q S the renewal on its
 * way, H renewed, X not renewed, L lapsed, V revoked. */
typedef struct
{
  MDay     date;
  gint64   seq; /* of its journal entry */
  char     kind;
  gboolean reason;
  int      office; /* 0 district, 1 city, 2 centre */
} MAct;

typedef struct
{
  char     stage;
  gboolean sent_back, designated;
  MDay     first[M_ACTS], last[M_ACTS];
  int      n_terms;
  MDay     wait_from[M_ACTS], wait_to[M_ACTS]; /* G_MAXINT: open */
  int      n_waits;
  MDay     recognised, failed, revoked;
  MDay     verdict; /* of the last round */
} MLife;

typedef struct { MDay day, filed; int kind; gint64 seq; gboolean gone; } MChange;
typedef struct { MDay day; gboolean grave; gint64 seq; gboolean gone; } MIncident;
typedef struct { MDay opened, measured, district, city; int year; guint number; } MFinding;
typedef struct { MDay date; gint64 amount; int ordinal; int reverses; gboolean reversed; } MUse;

typedef struct
{
  int      state; /* 0 none, 1 district, 2 city, 3 confirmed */
  int      points[2][M_INDICATORS];
  gboolean veto; /* a reviewer's */
  int      submitted_by;
  MDay     confirmed_on;
  int      total;
  guint    vetoes;     /* bits 0 … 4 as frozen */
  char     kept[600];  /* what the city kept the result against */
  gboolean corrected;
} MAssessment;

/* o plan, D district, C city, P publicise, J object, U upheld, - dismissed, Y pay, F refund, B return */
typedef struct { char kind; MDay date; gint64 amount; } MStep;

typedef struct
{
  MStep steps[M_STEPS];
  int   n;
} MCase;

typedef struct
{
  MAct        acts[M_ACTS];
  int         n_acts;
  MDay        checks[M_RECORDS];
  int         n_checks;
  MDay        returns[M_YEARS];
  gint64      return_seq[M_YEARS];
  MChange     changes[M_RECORDS];
  int         n_changes;
  MIncident   incidents[M_RECORDS];
  int         n_incidents;
  MAssessment assessments[M_YEARS];
  int         start; /* first fiscal year given; 0 */
  MCase       cases[M_ORDINALS];
  MFinding    findings[M_RECORDS];
  int         n_findings;
  MUse        uses[M_USES];
  int         n_uses;
  gint64      figures[M_YEARS + 2]; /* of 2023 …; −1 unknown */
} MCluster;

typedef struct
{
  MDay        today;
  GHashTable *rest, *made_up; /* sets of days */
  GHashTable *covered;        /* set of years */
} MWorld;

void     m_world_init  (MWorld *world);
void     m_world_clear (MWorld *world);
void     m_cluster_init (MCluster *c);

/* jp-model-life.c */
gboolean m_is_workday  (const MWorld *world, MDay day);
MDay     m_publicity_end (const MWorld *world, MDay from, gboolean *provisional);
void     m_life        (const MCluster *c, MDay day, MLife *life);
gboolean m_in_term     (const MLife *life, MDay day);
gboolean m_has_duties  (const MLife *life, int year);
const char *m_stage_id (const MLife *life, MDay day);
gboolean m_may_act     (const MWorld *world, const MCluster *c, char kind, MDay date, int office, gboolean reason);
gboolean m_act (const MWorld *world, MCluster *c, char kind, MDay date, int office, gboolean reason, gint64 seq);
gboolean m_correct_act (const MWorld *world, MCluster *c, int index, MDay date); /* 0: void */

/* jp-model-review.c */
gboolean m_file_return (const MWorld *world, MCluster *c, int year, MDay filed, gint64 seq);
gboolean m_correct_return (const MWorld *world, MCluster *c, int year, MDay filed); /* 0: void */
gboolean m_change      (const MWorld *world, MCluster *c, int kind, MDay day, MDay filed, gint64 seq);
gboolean m_incident    (const MWorld *world, MCluster *c, gboolean grave, MDay day, gint64 seq);
gboolean m_correct_change (const MWorld *world, MCluster *c, int index, MDay filed); /* 0: void */
gboolean m_correct_incident (const MWorld *world, MCluster *c, int index, MDay day); /* 0: void */
guint    m_vetoes      (const MCluster *c, int year, MDay day); /* by the records, bits 1 … 4 */
gboolean m_contradicted (const MCluster *c, int year, MDay day);
gboolean m_open        (const MWorld *world, MCluster *c, int year);
gboolean m_points      (MCluster *c, int year, gboolean city, int indicator, int points);
gboolean m_veto        (MCluster *c, int year, gboolean city, gboolean add);
gboolean m_submit      (MCluster *c, int year, gboolean city, int person);
gboolean m_send_back   (MCluster *c, int year, gboolean city, gboolean reason);
gboolean m_confirm     (const MWorld *world, MCluster *c, int year, gboolean city, int person, gboolean reason);
gboolean m_reopen      (MCluster *c, int year, gboolean city, gboolean reason);
gboolean m_keep        (const MWorld *world, MCluster *c, int year, gboolean city, gboolean reason);
gboolean m_figure (const MWorld *world, MCluster *c, int year, gint64 value, gboolean city, gboolean reason,
                   gboolean *same);
extern const int M_WEIGHTS[M_INDICATORS];

/* jp-model-fund.c */
typedef struct
{
  char     step; /* O open, P plan, D district, C city, U publicity, Z paid */
  gint64   plan, paid;
  MDay     publicised, dismissed, last;
  int      objections;
  gboolean paid_once;
} MCaseState;

int      m_start       (const MCluster *c, MDay day);
void     m_case        (const MCluster *c, int ordinal, MCaseState *state);
gboolean m_worth       (const MCluster *c, int ordinal, MDay day, gint64 *worth); /* FALSE: not decided */
gboolean m_forfeited   (const MCluster *c, MDay day);
gint64   m_owed_back   (const MCluster *c, int ordinal, MDay day);
const char *m_case_id  (const MWorld *world, const MCluster *c, int ordinal, MDay day);
gboolean m_fund        (const MWorld *world, MCluster *c, int ordinal, char kind, MDay date, int office, gint64 amount,
                        gboolean reason, gboolean override);
gboolean m_fund_start  (const MWorld *world, MCluster *c, int year, gboolean reason);
gboolean m_finding     (const MWorld *world, MCluster *c, MDay opened, MDay due);
gboolean m_measure     (const MWorld *world, MCluster *c, int index, MDay date);
gboolean m_confirm_finding (const MWorld *world, MCluster *c, int index, int office, MDay date);
gboolean m_use         (const MWorld *world, MCluster *c, int ordinal, MDay date, gint64 amount);
gboolean m_reverse     (const MWorld *world, MCluster *c, int number, MDay date, gboolean reason);
void     m_ledger      (const MCluster *c, gint64 *paid, gint64 *spent, gint64 *returned);

G_END_DECLS
