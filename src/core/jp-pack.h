/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-date.h"
#include "jp-decimal.h"
#include "jp-money.h"

G_BEGIN_DECLS

#define JP_PACK_ERROR (jp_pack_error_quark ())

#define JP_PACK_MAX_BYTES (1024 * 1024)
#define JP_PACK_MAX_DEPTH 32

/**
 * JpPackError:
 * @JP_PACK_ERROR_INVALID: the pack has faults; the message names each by its JSON path
 */
typedef enum
{
  JP_PACK_ERROR_INVALID,
} JpPackError;

GQuark jp_pack_error_quark (void);

typedef enum { JP_METRIC_AMOUNT, JP_METRIC_COUNT, JP_METRIC_SHARE } JpMetricKind;

/* A yearly figure of a cluster. Values are integers ≥ 0 in 10^−decimals of the unit. */
typedef struct
{
  char        *id;
  char        *name;
  char        *unit;
  guint        decimals;
  JpMetricKind kind;
  int          part_of; /* index of the whole this is a part of, or −1 */
} JpMetric;

typedef enum { JP_MEASURE_GROWTH, JP_MEASURE_INCREMENT, JP_MEASURE_LEVEL, JP_MEASURE_MANUAL } JpMeasure;
typedef enum { JP_CURVE_STEPS, JP_CURVE_LINEAR } JpCurveMode;

/* Threshold x: a ratio for growth (0.10), else in the shown unit. Share of the weight in 0…1. */
typedef struct
{
  JpDecimal x;
  JpDecimal share;
} JpCurvePoint;

typedef struct
{
  JpCurveMode   mode;
  JpCurvePoint *points; /* ordered by x, at least one */
  guint         n_points;
  JpDecimal     floor;  /* share below the first step; 0 unless given */
} JpCurve;

typedef struct
{
  char *name;   /* 优 */
  int   points; /* hundredths of a point */
} JpGrade;

/* An indicator (指标) of the yearly assessment, 第十条. */
typedef struct
{
  char     *id;
  char     *name;
  char     *article;
  int       weight; /* hundredths of a point */
  JpMeasure measure;
  guint    *metrics; /* indices of the summed metrics, all of one unit */
  guint     n_metrics;
  JpCurve   curve;   /* n_points == 0 for manual */
  JpGrade  *grades;  /* manual only; may be empty */
  guint     n_grades;
} JpIndicator;

typedef enum
{
  JP_VETO_BY_REVIEWER, /* derived: null */
  JP_VETO_BY_RETURN,
  JP_VETO_BY_CHANGE,
  JP_VETO_BY_INCIDENT,
  JP_VETO_BY_TERM,
} JpVetoSource;

typedef struct
{
  char        *id;
  char        *number; /* （一） */
  char        *name;
  char        *article;
  JpVetoSource source;
} JpVetoRule;

typedef struct
{
  char *id;
  char *name;
  int   from_grade; /* index into incident_grades from which it counts; −1: always, no grade */
} JpIncidentKind;

typedef struct
{
  char *code;
  char *name;
} JpDistrict;

typedef struct
{
  int     from;   /* lower bound in hundredths of a point, belongs to the band */
  JpMoney amount;
} JpBand;

/* One year of support, 第十三条: a fixed sum, or bands by the assessment of the year before. */
typedef struct
{
  JpMoney fixed;   /* JP_MONEY_UNKNOWN where banded */
  JpBand *bands;   /* highest first, the last from 0 */
  guint   n_bands;
} JpFundingYear;

typedef struct
{
  char    *id;
  char    *name;
  gboolean reason_required;
} JpUseCategory;

typedef enum
{
  JP_STANDARD_AREA,
  JP_STANDARD_LEVEL,
  JP_STANDARD_LEAST_OF_3_YEARS,
  JP_STANDARD_SHARE,
  JP_STANDARD_COMPOUND_GROWTH_3_YEARS,
} JpStandardMeasure;
typedef enum { JP_OP_LE, JP_OP_LT, JP_OP_GE, JP_OP_GT } JpOp;

typedef struct
{
  JpStandardMeasure measure;
  guint            *metrics;
  guint             n_metrics;
  int               over; /* metric index of the denominator, or −1 */
  JpOp              op;
  JpDecimal         value;
} JpStandardTest;

typedef struct
{
  char           *id;
  char           *group;
  char           *name;
  JpStandardTest *any; /* met when any of them is; none: a person judges, with a note */
  guint           n_any;
} JpCriterion;

typedef struct
{
  int    key;  /* assessment year, or year of recognition */
  guint  month, day;
} JpDueOverride;

typedef struct
{
  int year;
  int quota;
} JpQuota;

/**
 * JpPack:
 *
 * A rule pack (规则包), R-PACK: every number, date, name and list that the regulation, a notice or a decision
 * sets. Immutable once loaded and reference-counted; read its fields, never write them.
 */
typedef struct _JpPack JpPack;
struct _JpPack
{
  gatomicrefcount ref_count;
  char           *json; /* canonical text of the pack, as kept and exported */

  char           *id;
  guint           version;
  char           *title;
  char           *document;
  JpDate          effective_from;
  JpDate          effective_to;       /* JP_DATE_NONE: not announced */
  guint           governs_from_year;  /* first assessment year it governs */
  gboolean        indicators_are_example; /* 示例: 评分标准未核定 until confirmed */
  char          **basis;
  char           *interpreter;

  char           *city_code, *city_name, *city_office, *city_centre;
  JpDistrict     *districts;   guint n_districts;
  JpMetric       *metrics;     guint n_metrics;
  GHashTable     *notes;       /* char* → char*; may be empty */
  JpDecimal       check_growth, check_jump, check_slip;
  char          **directions;
  JpIndicator    *indicators;  guint n_indicators;
  JpVetoRule     *vetoes;      guint n_vetoes;

  char           *assessment_article;
  guint           window_from_month, window_from_day, window_to_month, window_to_day; /* in the year after */

  char           *return_article;
  guint           return_month, return_day;
  JpDueOverride  *return_by_year;   guint n_return_by_year;
  JpDueOverride  *return_by_batch;  guint n_return_by_batch;

  char           *term_article;
  guint           term_years;
  guint          *lead_months;  guint n_lead_months; /* largest first */

  char           *change_article;
  guint           change_days;
  char          **change_kinds;

  char           *incident_article;
  char          **incident_grades;
  JpIncidentKind *incident_kinds; guint n_incident_kinds;

  char           *audit_article;
  guint           audit_months;

  char           *funding_article;
  guint           first_fiscal_year;
  JpFundingYear  *funding_years; guint n_funding_years;
  char           *publicity_article;
  guint           publicity_days;
  gboolean        publicity_counts_first_day;

  char           *use_article;
  char          **purposes;
  JpUseCategory  *categories; guint n_categories;

  char           *standard_article;
  guint           standard_incident_years;
  JpCriterion    *criteria;   guint n_criteria;

  JpQuota        *quotas;     guint n_quotas;
};

JpPack     *jp_pack_new_from_json (const char *json, gssize length, GError **error);
GPtrArray  *jp_pack_validate      (const char *json, gssize length); /* of JpFault; empty: valid */
JpPack     *jp_pack_ref           (JpPack *self);
void        jp_pack_unref         (JpPack *self);

int               jp_pack_find_metric    (const JpPack *self, const char *id);    /* index or −1 */
int               jp_pack_find_indicator (const JpPack *self, const char *id);
const JpVetoRule *jp_pack_veto_by_source (const JpPack *self, JpVetoSource source); /* first, or NULL */
const JpVetoRule *jp_pack_find_veto      (const JpPack *self, const char *id);
const JpDistrict *jp_pack_find_district  (const JpPack *self, const char *code_or_name);
const char       *jp_pack_office_name    (const JpPack *self, const char *office); /* for sentences */
char             *jp_pack_short_name     (const JpPack *self, const char *cluster); /* for tables */
const JpUseCategory *jp_pack_find_category (const JpPack *self, const char *id);
int               jp_pack_find_incident_kind (const JpPack *self, const char *id);
int               jp_pack_find_incident_grade (const JpPack *self, const char *name);
int               jp_pack_quota          (const JpPack *self, int year);           /* −1: none set */
guint             jp_pack_renewal_lead   (const JpPack *self);                     /* months, the largest */
/* The band [index] of funding year @ordinal (2…) for @points hundredths; NULL where that year is fixed. */
const JpBand     *jp_pack_band           (const JpPack *self, guint ordinal, int points);
guint             jp_pack_first_banded   (const JpPack *self);                     /* ordinal, 0: none */
/* Day to work to, and the later day a veto counts, for the return on @year of a cluster recognised in @batch. */
void              jp_pack_return_due     (const JpPack *self, int year, int batch, JpDate *work_to, JpDate *veto_after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpPack, jp_pack_unref)

G_END_DECLS
