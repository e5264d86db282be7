/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-date.h"
#include "jp-figures.h"
#include "jp-money.h"
#include "jp-term.h"

G_BEGIN_DECLS

/* Offices are written as the command line writes them: "city", "centre", "ministry", or a district's code. */
#define JP_OFFICE_CITY     "city"
#define JP_OFFICE_CENTRE   "centre"
#define JP_OFFICE_MINISTRY "ministry"

gboolean jp_office_is_district (const char *office);

/* The acts of R-LIFE, in the order of its table. */
typedef enum
{
  JP_ACT_CULTIVATE,
  JP_ACT_DESIGNATE,
  JP_ACT_APPLY,
  JP_ACT_ACCEPT,
  JP_ACT_REVIEW,
  JP_ACT_INSPECT,
  JP_ACT_RECOMMEND,
  JP_ACT_RETURN,
  JP_ACT_DECLINE,
  JP_ACT_RECOGNISE,
  JP_ACT_RENEWAL_APPLY,
  JP_ACT_RENEWAL_REVIEW,
  JP_ACT_RENEWAL_RECOMMEND,
  JP_ACT_RENEW,
  JP_ACT_RENEWAL_FAIL,
  JP_ACT_REVOKE,
  JP_N_ACTS,
} JpActKind;

/* One dated official act in the life of a cluster. Voided acts are not in a dossier. */
typedef struct
{
  char     *id; /* UUID */
  gint64    seq; /* order of entry, within one day */
  JpActKind kind;
  JpDate    date;
  char     *office;
  char     *person;
  char     *document; /* document number, or NULL */
  char     *note;
  char     *reason;
  JpTerm    term; /* recognise, renew: the term it opened; else zero */
  gboolean  imported; /* brought by a workbook, which is its reason */
} JpAct;

typedef struct
{
  int    year;  /* the year reported on */
  JpDate filed;
} JpReturn;

typedef struct
{
  char  *id;
  char  *kind;  /* industry, scope, operator, other */
  JpDate day;   /* of the change */
  char  *from;
  char  *to;
  JpDate filed; /* JP_DATE_NONE: not filed yet */
  char  *reason;
} JpChange;

typedef struct
{
  char  *id;
  char  *kind;
  char  *grade; /* NULL where the kind has none */
  JpDate day;
  char  *note;
} JpIncident;

typedef struct
{
  char  *id;
  char  *kind;
  JpDate day;
  char  *giver;
  char  *note;
} JpSupport;

/* A goal of the three-year plan: @metric should reach @target (smallest unit) in @year. */
typedef struct
{
  char  *metric;
  int    year;
  gint64 target;
} JpGoal;

/* A criterion of the recognition standard as judged by a person; see jp-standard.h. */
typedef struct
{
  char    *criterion;
  gboolean met;
  char    *note;
  char    *person;
} JpJudgement;

/* A self-check put on record (认定标准自查), for an application or a renewal. */
typedef struct
{
  char      *id;
  JpDate     date;
  int        year; /* the latest full year it used */
  char      *person;
  gboolean   all_met;
  GPtrArray *judgements; /* of JpJudgement */
} JpStandardCheck;

typedef enum
{
  JP_ASSESSMENT_NONE,
  JP_ASSESSMENT_DISTRICT,
  JP_ASSESSMENT_CITY,
  JP_ASSESSMENT_CONFIRMED,
} JpAssessmentState;

#define JP_POINTS_UNKNOWN (-1)

/* What the reviewers gave for one indicator, in hundredths of a point. */
typedef struct
{
  char *indicator;
  int   district;
  char *district_reason;
  char *district_person;
  int   city;
  char *city_reason;
  char *city_person;
} JpReviewPoints;

/* A veto a reviewer added, with the reason; only this kind can be withdrawn by one. */
typedef struct
{
  char *veto;
  char *reason;
  char *office;
  char *person;
} JpReviewerVeto;

typedef struct
{
  char *part; /* execution, progress, experience, problems */
  char *text;
} JpNarrative;

typedef struct
{
  char *veto;
  char *evidence;
} JpFrozenVeto;

/* What confirming keeps, whatever happens to the records later (R-SCORE, Freeze). */
typedef struct
{
  JpFigures *previous;
  JpFigures *current;
  int        total; /* hundredths */
  GPtrArray *vetoes; /* of JpFrozenVeto; any one fails the assessment */
} JpFrozenResult;

typedef struct
{
  int               year;
  char             *pack_id;
  guint             pack_version;
  JpAssessmentState state;
  GPtrArray        *points;    /* of JpReviewPoints */
  GPtrArray        *vetoes;    /* of JpReviewerVeto */
  GPtrArray        *narrative; /* of JpNarrative */
  JpDate            submitted_on;
  char             *submitted_by;
  char             *district_opinion;
  JpDate            confirmed_on;
  char             *confirmed_by;
  char             *city_opinion;
  char             *same_person_reason; /* an office of one; printed */
  char             *kept_reason;  /* the city kept the result though later facts contradict it */
  char             *kept_against; /* the contradiction it was kept against, as jp_contradiction_describe() tells it */
  JpFrozenResult   *frozen;       /* confirmed only */
  gboolean          figures_corrected; /* the ledger has moved on since it was confirmed */
} JpAssessment;

/* The acts of a funding case (R-FUND), by the ids of CTL.md. */
typedef enum
{
  JP_FUND_PLAN,
  JP_FUND_DISTRICT,
  JP_FUND_CITY,
  JP_FUND_PUBLICISE,
  JP_FUND_OBJECT,
  JP_FUND_SETTLE,
  JP_FUND_PAY,
  JP_FUND_REFUND,
  JP_FUND_RETURN,
} JpFundActKind;

typedef struct
{
  char   *category;
  JpMoney amount;
} JpPlanLine;

typedef struct
{
  char         *id;
  gint64        seq;
  guint         ordinal; /* funding year, 1… */
  JpFundActKind kind;
  JpDate        date;
  char         *office;
  char         *person;
  JpMoney       amount;   /* pay, refund */
  char         *voucher;  /* pay, refund */
  char         *note;     /* object: matter and from whom */
  char         *reason;   /* return; pay of less */
  char         *override_reason; /* the city passed an overridable block; printed */
  gboolean      upheld;   /* settle */
  JpDate        last_day; /* publicise: last day of publicity as computed then */
  gboolean      last_day_provisional;
  char         *pack_id;  /* plan: the pack in force then */
  guint         pack_version;
  char         *operator; /* pay: the operator in office that day */
  GPtrArray    *lines;    /* plan: of JpPlanLine */
  char        **purposes; /* plan */
} JpFundAct;

typedef struct
{
  char    *id;
  guint    number;   /* within the cluster, from 1 */
  JpDate   date;
  guint    ordinal;  /* case year */
  char    *category;
  JpMoney  amount;   /* negative in a red entry */
  char    *payee;
  char    *voucher;
  char    *note;
  char    *reason;
  char    *reverses; /* id of the entry a red one corrects, or NULL */
} JpUseEntry;

typedef struct
{
  char   *id;
  int     year;
  guint   number;    /* of the year */
  guint   ordinal;   /* case year it concerns, 0: none */
  char   *source;    /* id of the inspection or audit it came from */
  JpDate  opened;    /* 挂号 */
  JpMoney amount;
  char   *basis;
  char   *matter;
  JpDate  due;
  char   *measure;   /* 整改, or NULL */
  JpDate  measured;
  JpDate  confirmed_district; /* 销号 needs both */
  char   *confirmed_district_by;
  JpDate  confirmed_city;
  char   *confirmed_city_by;
} JpFinding;

typedef struct
{
  char  *id;
  JpDate date;
  char  *office;
  char  *person;
  char  *findings;
} JpInspection;

typedef struct
{
  char  *id;
  char  *auditor;
  JpDate opened;
  char  *report;
  JpDate closed; /* JP_DATE_NONE: open */
} JpAudit;

/* An entry of the user's own in the calendar, closed with a date. */
typedef struct
{
  char  *id;
  char  *text;
  JpDate due;
  JpDate closed;
} JpOwnDuty;

/* What a paper kept with a record is, where a rule asks for it (JpAttachment.kind). */
#define JP_ATTACHMENT_FINANCIAL_RULES "financial-rules" /* 运营单位财务管理制度, 第十四条 */
#define JP_ATTACHMENT_EVIDENCE        "evidence"        /* 佐证材料 of an assessment year */

#define JP_SUBJECT_CLUSTER    "cluster"
#define JP_SUBJECT_ASSESSMENT "assessment" /* subject_id: the year, "2025"; of one indicator "2025/output" */

/* A file kept with a record (附件). Its content lies once, under its SHA-256, in a folder beside the data file. */
typedef struct
{
  char  *id; /* UUID */
  char  *cluster;
  char  *subject;    /* what it is attached to: cluster, act, fund-act, use, finding, audit, assessment … */
  char  *subject_id; /* that one's id, or year; NULL for the cluster */
  char  *kind;       /* NULL: any paper */
  char  *name;       /* as the user called it */
  char  *sha256;
  gint64 size;
  JpDate dated;      /* the day the paper bears; JP_DATE_NONE: not said */
  JpDate added_on;
  char  *person;
} JpAttachment;

/**
 * JpDossier:
 *
 * Everything on record about one cluster (一群一档), as facts that people entered and acts that happened; what
 * rules derive is computed from it by the other files of core. Read it; only the store fills it.
 */
typedef struct
{
  char      *id; /* UUID */
  char      *name;
  char      *district; /* code */
  char      *industry;
  char      *scope;
  gint64     area; /* m², or JP_VALUE_UNKNOWN */
  char      *operator_name;
  char      *credit_code;
  char      *contact;
  char      *phone;
  char      *bank;
  char      *account;
  int        funding_start; /* 资金首年, 0: not given */
  JpDate     recorded_on;   /* the day the cluster came into this file */

  GPtrArray *acts;        /* of JpAct, by date then seq */
  GPtrArray *figures;     /* of JpFigures, by year */
  GPtrArray *returns;     /* of JpReturn */
  GPtrArray *changes;     /* of JpChange */
  GPtrArray *incidents;   /* of JpIncident */
  GPtrArray *supports;    /* of JpSupport */
  GPtrArray *goals;       /* of JpGoal */
  GPtrArray *checks;      /* of JpStandardCheck, by date */
  GPtrArray *assessments; /* of JpAssessment, by year */
  GPtrArray *fund_acts;   /* of JpFundAct, by ordinal, date, seq */
  GPtrArray *uses;        /* of JpUseEntry, by number */
  GPtrArray *locked_quarters; /* of char*: "2025Q1" */
  GPtrArray *findings;    /* of JpFinding */
  GPtrArray *inspections; /* of JpInspection */
  GPtrArray *audits;      /* of JpAudit */
  GPtrArray *duties;      /* of JpOwnDuty */
  GPtrArray *attachments; /* of JpAttachment, by day, name */
} JpDossier;

JpDossier *jp_dossier_new   (const char *id, const char *name); /* arrays empty, each freeing its elements */
JpDossier *jp_dossier_copy  (const JpDossier *self);
void       jp_dossier_free  (JpDossier *self);

/* What staff type to find it: its name; then, a line each, district and leading industry together, and the operator. */
char      *jp_dossier_search_text (const JpDossier *self, const JpPack *pack);

const JpFigures    *jp_dossier_figures    (const JpDossier *self, int year);
const JpAssessment *jp_dossier_assessment (const JpDossier *self, int year);
const JpReturn     *jp_dossier_return     (const JpDossier *self, int year);

/* Constructors of the parts: zeroed, their arrays made, unknown numbers marked unknown. The arrays free them. */
JpAct           *jp_act_new            (JpActKind kind, JpDate date, const char *office);
JpReturn        *jp_return_new         (int year, JpDate filed);
JpChange        *jp_change_new         (const char *kind, JpDate day, JpDate filed);
JpIncident      *jp_incident_new       (const char *kind, const char *grade, JpDate day);
JpSupport       *jp_support_new        (const char *kind, JpDate day);
JpGoal          *jp_goal_new           (const char *metric, int year, gint64 target);
JpStandardCheck *jp_standard_check_new (JpDate date, int year);
JpJudgement     *jp_judgement_new      (const char *criterion, gboolean met);
JpAssessment    *jp_assessment_new     (int year);
JpReviewPoints  *jp_review_points_new  (const char *indicator);
JpReviewerVeto  *jp_reviewer_veto_new  (const char *veto, const char *reason);
JpNarrative     *jp_narrative_new      (const char *part, const char *text);
JpFrozenResult  *jp_frozen_result_new  (void);
JpFrozenVeto    *jp_frozen_veto_new    (const char *veto, const char *evidence);
JpFundAct       *jp_fund_act_new       (guint ordinal, JpFundActKind kind, JpDate date);
JpPlanLine      *jp_plan_line_new      (const char *category, JpMoney amount);
JpUseEntry      *jp_use_entry_new      (guint number, JpDate date, guint ordinal);
JpFinding       *jp_finding_new        (int year, guint number);
JpInspection    *jp_inspection_new     (JpDate date);
JpAudit         *jp_audit_new          (const char *auditor, JpDate opened);
JpOwnDuty       *jp_own_duty_new       (const char *text, JpDate due);
JpAttachment *jp_attachment_new (const char *cluster, const char *subject, const char *subject_id, const char *name);

void jp_act_free            (JpAct *self);
void jp_change_free         (JpChange *self);
void jp_incident_free       (JpIncident *self);
void jp_support_free        (JpSupport *self);
void jp_goal_free           (JpGoal *self);
void jp_standard_check_free (JpStandardCheck *self);
void jp_judgement_free      (JpJudgement *self);
void jp_assessment_free     (JpAssessment *self);
void jp_review_points_free  (JpReviewPoints *self);
void jp_reviewer_veto_free  (JpReviewerVeto *self);
void jp_narrative_free      (JpNarrative *self);
void jp_frozen_result_free  (JpFrozenResult *self);
void jp_frozen_veto_free    (JpFrozenVeto *self);
void jp_fund_act_free       (JpFundAct *self);
void jp_plan_line_free      (JpPlanLine *self);
void jp_use_entry_free      (JpUseEntry *self);
void jp_finding_free        (JpFinding *self);
void jp_inspection_free     (JpInspection *self);
void jp_audit_free          (JpAudit *self);
void jp_own_duty_free       (JpOwnDuty *self);
void jp_attachment_free     (JpAttachment *self);

/* Deep copies of the parts. */
JpAct           *jp_act_copy            (const JpAct *self);
JpChange        *jp_change_copy         (const JpChange *self);
JpIncident      *jp_incident_copy       (const JpIncident *self);
JpSupport       *jp_support_copy        (const JpSupport *self);
JpGoal          *jp_goal_copy           (const JpGoal *self);
JpStandardCheck *jp_standard_check_copy (const JpStandardCheck *self);
JpJudgement     *jp_judgement_copy      (const JpJudgement *self);
JpAssessment    *jp_assessment_copy     (const JpAssessment *self);
JpReviewPoints  *jp_review_points_copy  (const JpReviewPoints *self);
JpReviewerVeto  *jp_reviewer_veto_copy  (const JpReviewerVeto *self);
JpNarrative     *jp_narrative_copy      (const JpNarrative *self);
JpFrozenResult  *jp_frozen_result_copy  (const JpFrozenResult *self);
JpFrozenVeto    *jp_frozen_veto_copy    (const JpFrozenVeto *self);
JpFundAct       *jp_fund_act_copy       (const JpFundAct *self);
JpPlanLine      *jp_plan_line_copy      (const JpPlanLine *self);
JpUseEntry      *jp_use_entry_copy      (const JpUseEntry *self);
JpFinding       *jp_finding_copy        (const JpFinding *self);
JpInspection    *jp_inspection_copy     (const JpInspection *self);
JpAudit         *jp_audit_copy          (const JpAudit *self);
JpOwnDuty       *jp_own_duty_copy       (const JpOwnDuty *self);
JpAttachment    *jp_attachment_copy     (const JpAttachment *self);

/* English ids, as CTL.md and the data file write them, and the words printed in Chinese. */
const char *jp_act_kind_id           (JpActKind kind);
const char *jp_act_kind_name         (JpActKind kind);
gboolean    jp_act_kind_parse        (const char *id, JpActKind *kind);
const char *jp_fund_act_kind_id      (JpFundActKind kind);
const char *jp_fund_act_kind_name    (JpFundActKind kind);
gboolean    jp_fund_act_kind_parse   (const char *id, JpFundActKind *kind);
const char *jp_assessment_state_id   (JpAssessmentState state);
const char *jp_assessment_state_name (JpAssessmentState state);
gboolean    jp_assessment_state_parse (const char *id, JpAssessmentState *state);
const char *jp_narrative_part_name   (const char *part); /* 规划执行 目标进展 工作经验 问题与改进; NULL: no such part */

/* What is written in a part of the narrative; NULL: nothing, or no assessment. */
const char *jp_assessment_told       (const JpAssessment *self, const char *part);

const char *jp_attachment_kind_name  (const char *kind); /* NULL: no such kind */

/* Evidence of an assessment year (佐证材料), of one of its indicators or, NULL, of the year as a whole. */
JpAttachment *jp_evidence_new         (const char *cluster, int year, const char *indicator);
int           jp_attachment_evidence_year      (const JpAttachment *self); /* 0: no evidence of a year */
const char   *jp_attachment_evidence_indicator (const JpAttachment *self); /* NULL: of the year as a whole */
/* Their names, "检测报告.pdf、证书.pdf"; NULL where there is none. */
char         *jp_dossier_evidence_names (const JpDossier *self, int year, const char *indicator);

/* Whether a paper of @kind was on record on @day. */
gboolean jp_dossier_has_attachment (const JpDossier *self, const char *kind, JpDate day);

extern const char * const JP_NARRATIVE_PARTS[]; /* NULL-terminated ids, in order */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpDossier, jp_dossier_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpAct, jp_act_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpChange, jp_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpIncident, jp_incident_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpSupport, jp_support_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpStandardCheck, jp_standard_check_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpJudgement, jp_judgement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpAssessment, jp_assessment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpFundAct, jp_fund_act_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpUseEntry, jp_use_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpFinding, jp_finding_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpInspection, jp_inspection_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpAudit, jp_audit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpOwnDuty, jp_own_duty_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpAttachment, jp_attachment_free)

G_END_DECLS
