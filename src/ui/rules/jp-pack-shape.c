/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schema of a rule pack as its editor shows it. */

#include "jp-pack-shape.h"

#include <glib/gi18n-lib.h>

#define END { .label = NULL }
#define TEXT(key, label) { JP_SHAPE_TEXT, key, label, 0, NULL, NULL, NULL, NULL, NULL }
#define NUMBER(key, label) { JP_SHAPE_NUMBER, key, label, 0, NULL, NULL, NULL, NULL, NULL }
#define OBJECT(key, label, flags, members) { JP_SHAPE_OBJECT, key, label, flags, members, NULL, NULL, NULL, NULL }
#define LIST(key, label, members, fresh) { JP_SHAPE_LIST, key, label, 0, members, NULL, NULL, fresh, NULL }
#define MAP(key, label, members, fresh) { JP_SHAPE_MAP, key, label, 0, members, NULL, NULL, fresh, NULL }
#define ARTICLE TEXT ("article", N_("Article"))
#define ID { JP_SHAPE_TEXT, "id", N_("Id"), 0, NULL, NULL, NULL, NULL, NULL }

/* Scope. */

static const JpPackShape texts[] = { TEXT (NULL, N_("Text")), END };
static const JpPackShape effective[] = {
  { JP_SHAPE_DATE, "from", N_("In force from"), 0, NULL, NULL, NULL, NULL, NULL },
  { JP_SHAPE_DATE, "to", N_("In force to, where announced"), JP_SHAPE_NULLABLE, NULL, NULL, NULL, NULL, NULL },
  END,
};
static const JpPackShape assessment_years[] = { NUMBER ("from", N_("Governs assessments from the year")), END };
static const JpPackShape scope[] = {
  TEXT ("title", N_("Title")),
  TEXT ("document", N_("Document")),
  TEXT ("interpreter", N_("Interpreted by")),
  OBJECT ("effective", N_("In force"), JP_SHAPE_ROW, effective),
  OBJECT ("assessment_years", N_("Assessment years"), JP_SHAPE_ROW, assessment_years),
  LIST ("basis", N_("Based on"), texts, "\"\""),
  END,
};

/* Indicators and curves. */

static const char * const measure_ids[] = { "growth", "increment", "level", "manual", NULL };
static const char * const measure_names[] = { N_("Growth over the year before"), N_("Increment over the year before"),
                                              N_("Level of the year"), N_("Points given by reviewers"), NULL };
static const char * const mode_ids[] = { "steps", "linear", NULL };
static const char * const mode_names[] = { N_("In steps"), N_("Straight lines"), NULL };

static const JpPackShape metric_sum[] = {
  { JP_SHAPE_METRIC, NULL, N_("Figure"), 0, NULL, NULL, NULL, NULL, NULL },
  END,
};
static const JpPackShape point[] = { TEXT ("[0]", N_("From")), TEXT ("[1]", N_("Share of the weight")), END };
static const JpPackShape points[] = { OBJECT (NULL, N_("Point"), JP_SHAPE_ROW, point), END };
static const JpPackShape curve[] = {
  { JP_SHAPE_CHOICE, "mode", N_("Curve"), JP_SHAPE_STEERS, NULL, mode_ids, mode_names, NULL, NULL },
  LIST ("points", N_("Points of the curve"), points, "[\"\", \"\"]"),
  { JP_SHAPE_TEXT, "floor", N_("Share below the first point"), JP_SHAPE_OPTIONAL, NULL, NULL, NULL, NULL,
    "mode==steps" },
  END,
};
static const JpPackShape grade[] = { TEXT ("[0]", N_("Name")), TEXT ("[1]", N_("Points")), END };
static const JpPackShape grades[] = { OBJECT (NULL, N_("Grade"), JP_SHAPE_ROW, grade), END };
static const JpPackShape indicator[] = {
  TEXT ("name", N_("Name")),
  TEXT ("weight", N_("Weight")),
  { JP_SHAPE_CHOICE, "measure", N_("Measured as"), JP_SHAPE_STEERS, NULL, measure_ids, measure_names, NULL, NULL },
  ARTICLE,
  ID,
  { JP_SHAPE_LIST, "of", N_("From the figures, added up"), 0, metric_sum, NULL, NULL, "\"\"", "measure!=manual" },
  { JP_SHAPE_OBJECT, "curve", N_("Curve"), 0, curve, NULL, NULL,
    "{\"mode\": \"steps\", \"points\": [[\"0\", \"0.00\"]]}", "measure!=manual" },
  { JP_SHAPE_LIST, "grades", N_("Grades"), 0, grades, NULL, NULL, "[\"\", \"\"]", "measure==manual" },
  END,
};
static const JpPackShape indicator_list[] = { OBJECT (NULL, N_("Indicator"), 0, indicator), END };
static const JpPackShape indicators[] = {
  LIST ("indicators", N_("Indicators"), indicator_list,
        "{\"id\": \"\", \"name\": \"\", \"article\": \"第十条\", \"weight\": \"\", \"measure\": \"manual\", "
        "\"grades\": []}"),
  END,
};

/* Funding. */

static const JpPackShape band[] = { TEXT ("[0]", N_("From points")), TEXT ("[1]", N_("Amount in yuan")), END };
static const JpPackShape band_list[] = { OBJECT (NULL, N_("Band"), JP_SHAPE_ROW, band), END };
static const char * const payment_ids[] = { "fixed", "bands", NULL };
static const char * const payment_names[] = { N_("A fixed amount"), N_("By the band of the assessment"), NULL };
static const JpPackShape funding_year[] = {
  { JP_SHAPE_WHICH, NULL, N_("How the amount is set"), JP_SHAPE_STEERS, NULL, payment_ids, payment_names,
    "{\"fixed\": \"0.00\", \"bands\": [[\"0.00\", \"0.00\"]]}", NULL },
  { JP_SHAPE_TEXT, "fixed", N_("Fixed amount in yuan"), 0, NULL, NULL, NULL, NULL, "fixed?" },
  { JP_SHAPE_LIST, "bands", N_("Bands, highest first"), 0, band_list, NULL, NULL, "[\"\", \"\"]", "bands?" },
  END,
};
static const JpPackShape funding_years[] = { OBJECT (NULL, N_("Funding year"), 0, funding_year), END };
static const char * const flag_ids[] = { "true", "false", NULL };
static const char * const flag_names[] = { N_("Yes"), N_("No"), NULL };
static const JpPackShape publicity[] = {
  NUMBER ("working_days", N_("Working days of publicity")),
  { JP_SHAPE_FLAG, "count_first_day", N_("The first day counts"), 0, NULL, flag_ids, flag_names, NULL, NULL },
  ARTICLE,
  END,
};
static const JpPackShape funding[] = {
  NUMBER ("first_fiscal_year", N_("First fiscal year")),
  ARTICLE,
  LIST ("years", N_("Funding years"), funding_years, "{\"bands\": [[\"0.00\", \"0.00\"]]}"),
  OBJECT ("publicity", N_("Publicity before Payment"), 0, publicity),
  END,
};
static const JpPackShape bands[] = { OBJECT ("funding", N_("Funding"), 0, funding), END };

/* Days. */

static const JpPackShape window[]
  = { TEXT ("from", N_("First day (MM-DD)")), TEXT ("to", N_("Last day (MM-DD)")), END };
static const JpPackShape assessment[] = { ARTICLE, OBJECT ("window", N_("Window"), JP_SHAPE_ROW, window), END };
static const JpPackShape due_day[] = { TEXT (NULL, N_("Day (MM-DD)")), END };
static const JpPackShape annual_return[] = {
  ARTICLE,
  TEXT ("due", N_("Due on (MM-DD)")),
  MAP ("due_by_year", N_("Due days of single years"), due_day, "\"04-30\""),
  MAP ("due_by_batch", N_("Due days of single years of recognition"), due_day, "\"04-30\""),
  END,
};
static const JpPackShape months[] = { NUMBER (NULL, N_("Months")), END };
static const JpPackShape term[] = {
  ARTICLE,
  NUMBER ("years", N_("Years of validity")),
  LIST ("lead_months", N_("Reminders, months before the end"), months, "1"),
  END,
};
static const char * const change_ids[] = { "industry", "scope", "operator", "other", NULL };
static const char * const change_names[] = { N_("Leading industry"), N_("Spatial scope"), N_("Operator"),
                                             N_("Other major change"), NULL };
static const JpPackShape change_kinds[] = {
  { JP_SHAPE_CHOICE, NULL, N_("Kind of change"), 0, NULL, change_ids, change_names, NULL, NULL },
  END,
};
static const JpPackShape change_filing[] = {
  ARTICLE,
  NUMBER ("days", N_("Days to file a change")),
  LIST ("kinds", N_("Changes that are filed"), change_kinds, "\"\""),
  END,
};
static const JpPackShape audit[] = { ARTICLE, NUMBER ("months", N_("Months to audit")), END };
static const JpPackShape quota[] = { NUMBER (NULL, N_("Recommendations at most")), END };
static const JpPackShape times[] = {
  OBJECT ("assessment", N_("Assessment"), 0, assessment),
  OBJECT ("annual_return", N_("Annual return"), 0, annual_return),
  OBJECT ("term", N_("Validity and Renewal"), 0, term),
  OBJECT ("change_filing", N_("Filing of changes"), 0, change_filing),
  OBJECT ("audit", N_("Special audit"), 0, audit),
  MAP ("recommend_quota", N_("Quota of recommendations by year"), quota, "2"),
  END,
};

/* Vetoes. */

static const JpPackShape veto[] = { TEXT ("number", N_("Number")), TEXT ("name", N_("Name")), ARTICLE, END };
static const JpPackShape veto_list[] = { OBJECT (NULL, N_("Veto"), JP_SHAPE_FIXED, veto), END };
static const JpPackShape incident_kind[] = {
  TEXT ("name", N_("Name")),
  ID,
  { JP_SHAPE_TEXT, "from", N_("From the grade; empty: always"), JP_SHAPE_OPTIONAL, NULL, NULL, NULL, NULL, NULL },
  END,
};
static const JpPackShape incident_kinds[] = { OBJECT (NULL, N_("Kind of incident"), 0, incident_kind), END };
static const JpPackShape incidents[] = {
  ARTICLE,
  LIST ("grades", N_("Grades, the lowest first"), texts, "\"\""),
  LIST ("kinds", N_("Kinds"), incident_kinds, "{\"id\": \"\", \"name\": \"\"}"),
  END,
};
static const JpPackShape vetoes[] = {
  { JP_SHAPE_LIST, "vetoes", N_("Vetoes"), JP_SHAPE_FIXED, veto_list, NULL, NULL, NULL, NULL },
  OBJECT ("incidents", N_("Incidents That Count"), 0, incidents),
  END,
};

/* Uses. */

static const JpPackShape category[] = {
  TEXT ("name", N_("Name")),
  ID,
  { JP_SHAPE_FLAG, "reason_required", N_("A reason is needed"), JP_SHAPE_OPTIONAL, NULL, flag_ids, flag_names, NULL,
    NULL },
  END,
};
static const JpPackShape categories[] = { OBJECT (NULL, N_("Category"), 0, category), END };
static const JpPackShape use_members[] = {
  ARTICLE,
  LIST ("purposes", N_("Purposes"), texts, "\"\""),
  LIST ("categories", N_("Categories of Use"), categories, "{\"id\": \"\", \"name\": \"\"}"),
  END,
};
static const JpPackShape uses[] = { OBJECT ("uses", N_("Use of Funds"), 0, use_members), END };

/* The standard. */

static const char *const test_ids[] = { "area", "level", "least_of_3_years", "share", "compound_growth_3_years", NULL };
static const char * const test_names[] = { N_("Area in km²"), N_("Level of the year"), N_("Least of three years"),
                                           N_("Share of another figure"), N_("Average growth over three years"), NULL };
static const char * const op_ids[] = { "<=", "<", ">=", ">", NULL };
static const char * const op_names[] = { "≤", "<", "≥", ">", NULL };
static const JpPackShape test[] = {
  { JP_SHAPE_CHOICE, "measure", N_("Measured as"), JP_SHAPE_STEERS, NULL, test_ids, test_names, NULL, NULL },
  { JP_SHAPE_LIST, "of", N_("From the figures, added up"), 0, metric_sum, NULL, NULL, "\"\"", "measure!=area" },
  { JP_SHAPE_METRIC, "over", N_("Share of"), 0, NULL, NULL, NULL, NULL, "measure==share" },
  { JP_SHAPE_CHOICE, "op", N_("Comparison"), 0, NULL, op_ids, op_names, NULL, NULL },
  TEXT ("value", N_("Threshold")),
  END,
};
static const JpPackShape test_list[] = { OBJECT (NULL, N_("Test"), 0, test), END };
static const JpPackShape criterion[] = {
  TEXT ("name", N_("Name")),
  TEXT ("group", N_("Group")),
  ID,
  { JP_SHAPE_LIST, "any", N_("Met when any of these is"), 0, test_list, NULL, NULL,
    "{\"measure\": \"level\", \"of\": [\"\"], \"op\": \">=\", \"value\": \"\"}", "any?" },
  END,
};
static const JpPackShape criteria[] = { OBJECT (NULL, N_("Criterion"), 0, criterion), END };
static const JpPackShape standard_members[] = {
  ARTICLE,
  NUMBER ("no_grave_incident_years", N_("Years without a grave incident")),
  LIST ("criteria", N_("Criteria"), criteria, "{\"id\": \"\", \"group\": \"\", \"name\": \"\"}"),
  END,
};
static const JpPackShape standard[] = {
  OBJECT ("standard", N_("Standard of Recognition"), 0, standard_members),
  LIST ("directions", N_("Directions of Cultivation"), texts, "\"\""),
  END,
};

/* Figures. */

static const char * const kind_ids[] = { "amount", "count", "share", NULL };
static const char * const kind_names[] = { N_("Amount"), N_("Count"), N_("Share"), NULL };
static const JpPackShape metric[] = {
  TEXT ("name", N_("Name")),
  TEXT ("unit", N_("Unit")),
  NUMBER ("decimals", N_("Decimals")),
  { JP_SHAPE_CHOICE, "kind", N_("Kind"), 0, NULL, kind_ids, kind_names, NULL, NULL },
  { JP_SHAPE_METRIC, "part_of", N_("Part of"), JP_SHAPE_OPTIONAL, NULL, NULL, NULL, NULL, NULL },
  ID,
  END,
};
static const JpPackShape metrics[] = { OBJECT (NULL, N_("Figure"), 0, metric), END };
static const JpPackShape checks[] = {
  TEXT ("growth", N_("Growth above (1.00 is 100 %)")),
  TEXT ("jump", N_("Jump, times")),
  TEXT ("slip", N_("Slip of units, times")),
  END,
};
static const JpPackShape figures[] = {
  LIST ("metrics", N_("Annual Figures"), metrics,
        "{\"id\": \"\", \"name\": \"\", \"unit\": \"\", \"decimals\": 0, \"kind\": \"count\"}"),
  OBJECT ("checks", N_("What Figures Are Checked For"), 0, checks),
  MAP ("notes", N_("Notes, by the id of a figure"), texts, "\"\""),
  END,
};

/* Places. */

static const JpPackShape city[] = {
  TEXT ("name", N_("Name")),
  TEXT ("office", N_("City bureau")),
  TEXT ("centre", N_("Centre")),
  TEXT ("code", N_("Area code")),
  END,
};
static const JpPackShape district[] = { TEXT ("name", N_("Name")), TEXT ("code", N_("Area code")), END };
static const JpPackShape districts[] = { OBJECT (NULL, N_("District"), JP_SHAPE_ROW, district), END };
static const JpPackShape places[] = {
  OBJECT ("city", N_("City"), 0, city),
  LIST ("districts", N_("Districts"), districts, "{\"code\": \"\", \"name\": \"\"}"),
  END,
};

static const JpPackChapter chapters[] = {
  { "scope", N_("Scope and Versions"), scope },
  { "indicators", N_("Indicators and Weights"), indicators },
  { "bands", N_("Bands and Amounts"), bands },
  { "times", N_("Time Limits"), times },
  { "vetoes", N_("Vetoes"), vetoes },
  { "uses", N_("Use of Funds"), uses },
  { "standard", N_("Standard of Recognition"), standard },
  { "figures", N_("Annual Figures"), figures },
  { "places", N_("City and Districts"), places },
};

const JpPackChapter *
jp_pack_chapters (guint *n_chapters)
{
  *n_chapters = G_N_ELEMENTS (chapters);

  return chapters;
}
