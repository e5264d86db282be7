/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every rule of the pack format (R-PACK), broken one at a time in the shipped pack. */

#include "jp-test.h"

#include "jp-fault.h"
#include "jp-pack.h"
#include "jp-resources.h"

#include <string.h>

#define LONG_NAME "厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门厦门"
#define TEN(x)    x x x x x x x x x x

typedef struct
{
  const char *name;
  const char *find;    /* the first such piece of the shipped pack … */
  const char *replace; /* … becomes this */
  const char *places;  /* of every fault, in order; "": still valid */
} Case;

static const Case cases[] = {
  /* The document. */
  { "unknown-member", "\"version\": 1", "\"version\": 1, \"verison\": 2", "$.verison" },
  { "unknown-member-deep-down", "\"unit\": \"万元\"", "\"unit\": \"万元\", \"scale\": 4", "$.metrics[0].scale" },
  { "member-twice", "\"version\": 1", "\"version\": 1, \"version\": 2", "$.version" },
  { "member-twice-deep-down", "\"weight\": \"20.00\"", "\"weight\": \"20.00\", \"weight\": \"20.00\"",
    "$.indicators[0].weight" },
  { "another-format", "\"format\": 1", "\"format\": 2", "$.format" },
  { "no-format", "\"format\": 1,", "", "$.format" },
  { "format-as-text", "\"format\": 1", "\"format\": \"1\"", "$.format" },
  { "format-as-fraction", "\"format\": 1", "\"format\": 1.0", "$.format" },
  { "pack-id-with-space", "\"xiamen-2024\"", "\"xiamen 2024\"", "$.id" },
  { "pack-id-in-capitals", "\"xiamen-2024\"", "\"Xiamen-2024\"", "$.id" },
  { "pack-id-as-a-path", "\"xiamen-2024\"", "\"../xiamen\"", "$.id" },
  { "version-0", "\"version\": 1", "\"version\": 0", "$.version" },
  { "version-negative", "\"version\": 1", "\"version\": -1", "$.version" },
  { "version-at-the-most", "\"version\": 1", "\"version\": 1000000", "" },
  { "version-above-the-most", "\"version\": 1", "\"version\": 1000001", "$.version" },
  { "version-that-would-wrap", "\"version\": 1", "\"version\": 4294967297", "$.version" },
  { "title-empty", "\"厦门市国家级中小企业特色产业集群评价细则\"", "\"\"", "$.title" },
  { "title-blank", "\"厦门市国家级中小企业特色产业集群评价细则\"", "\" 　\"", "$.title" },
  { "title-null", "\"厦门市国家级中小企业特色产业集群评价细则\"", "null", "$.title" },
  { "title-with-tab", "\"厦门市国家级中小企业特色产业集群评价细则\"", "\"a\\tb\"", "$.title" },
  { "title-with-delete", "\"厦门市国家级中小企业特色产业集群评价细则\"", "\"a\\u007f\"", "$.title" },
  { "title-of-500", "\"厦门市国家级中小企业特色产业集群评价细则\"", "\"" TEN (LONG_NAME) "\"", "" },
  { "title-of-501", "\"厦门市国家级中小企业特色产业集群评价细则\"", "\"" TEN (LONG_NAME) "门\"", "$.title" },
  { "date-not-real", "\"2024-11-25\"", "\"2024-11-31\"", "$.effective.from" },
  { "date-short", "\"2024-11-25\"", "\"2024-11-5\"", "$.effective.from" },
  { "date-missing", "\"from\": \"2024-11-25\", ", "", "$.effective.from" },
  { "ends-the-day-it-begins", "\"to\": null", "\"to\": \"2024-11-25\"", "" },
  { "ends-before-it-begins", "\"to\": null", "\"to\": \"2024-11-24\"", "$.effective.to" },
  { "end-left-out", ", \"to\": null", "", "" },
  { "effective-no-object", "{ \"from\": \"2024-11-25\", \"to\": null }", "\"2024-11-25\"", "$.effective" },
  { "assessment-years", "\"example\"", "\"assessment_years\": { \"from\": 2025 }, \"example\"", "" },
  { "assessment-years-as-text", "\"example\"", "\"assessment_years\": { \"from\": \"2025\" }, \"example\"",
    "$.assessment_years.from" },
  { "assessment-years-too-early", "\"example\"", "\"assessment_years\": { \"from\": 1999 }, \"example\"",
    "$.assessment_years.from" },
  { "assessment-years-with-more", "\"example\"", "\"assessment_years\": { \"from\": 2025, \"to\": 2026 }, \"example\"",
    "$.assessment_years.to" },
  { "example-left-out", "\"example\": [\"indicators\"],", "", "" },
  { "example-empty", "[\"indicators\"]", "[]", "" },
  { "example-unknown", "[\"indicators\"]", "[\"bands\"]", "$.example[0]" },
  { "example-twice", "[\"indicators\"]", "[\"indicators\", \"indicators\"]", "$.example[1]" },

  /* Places and lists of words. */
  { "city-missing", "\"city\": { \"code\": \"350200\", \"name\": \"厦门市\", \"office\": \"厦门市工业和信息化局\", "
    "\"centre\": \"厦门市中小企业服务中心\" },", "", "$.city" },
  { "city-code-as-number", "\"code\": \"350200\"", "\"code\": 350200", "$.city.code" },
  { "district-code-of-five", "\"350205\"", "\"35020\"", "$.districts[1].code" },
  { "district-code-of-seven", "\"350205\"", "\"3502050\"", "$.districts[1].code" },
  { "district-code-of-letters", "\"350205\"", "\"35020x\"", "$.districts[1].code" },
  { "district-code-twice", "\"350205\"", "\"350203\"", "$.districts[1].code" },
  { "district-name-twice", "\"海沧区\"", "\"思明区\"", "$.districts[1].name" },
  { "district-no-object", "{ \"code\": \"350205\", \"name\": \"海沧区\" }", "\"350205\"", "$.districts[1]" },
  { "note-empty", "\"按规模以上工业企业统计\"", "\"\"", "$.notes.key_industrial" },
  { "note-under-no-id", "\"titles\":", "\"Titles\":", "$.notes.Titles" },
  { "notes-left-out", "\"notes\"", "\"nota\"", "$.nota" },
  { "basis-empty-list", "[\"工信部企业〔2022〕119号\", \"厦府办规〔2024〕11号\"]", "[]", "" },
  { "basis-twice", "\"厦府办规〔2024〕11号\"]", "\"工信部企业〔2022〕119号\"]", "$.basis[1]" },
  { "basis-no-list", "[\"工信部企业〔2022〕119号\", \"厦府办规〔2024〕11号\"]", "\"x\"", "$.basis" },
  { "direction-no-text", "\"激发创新活力\"", "7", "$.directions[1]" },
  { "check-zero", "\"jump\": \"20\"", "\"jump\": \"0\"", "$.checks.jump" },
  { "check-as-number", "\"jump\": \"20\"", "\"jump\": 20", "$.checks.jump" },
  { "check-missing", ", \"slip\": \"10000\"", "", "$.checks.slip" },

  /* Metrics. */
  { "metric-id-with-hyphen", "\"id\": \"tax\"", "\"id\": \"tax-paid\"", "$.metrics[4].id" },
  { "metric-id-empty", "\"id\": \"tax\"", "\"id\": \"\"", "$.metrics[4].id" },
  { "metric-id-twice", "\"id\": \"tax\"", "\"id\": \"rd\"", "$.metrics[4].id" },
  { "metric-name-twice", "\"name\": \"税收\"", "\"name\": \"研发投入\"", "$.metrics[4].name" },
  { "metric-name-twice-but-for-quotes", "\"name\": \"税收\"", "\"name\": \"专精特新\\\"小巨人\\\"企业\"",
    "$.metrics[9].name" },
  { "metric-decimals-6", "\"tax\", \"name\": \"税收\", \"unit\": \"万元\", \"decimals\": 2",
    "\"tax\", \"name\": \"税收\", \"unit\": \"万元\", \"decimals\": 6", "" },
  { "metric-decimals-7", "\"tax\", \"name\": \"税收\", \"unit\": \"万元\", \"decimals\": 2",
    "\"tax\", \"name\": \"税收\", \"unit\": \"万元\", \"decimals\": 7", "$.metrics[4].decimals" },
  { "metric-kind-unknown", "\"kind\": \"share\"", "\"kind\": \"ratio\"", "$.metrics[15].kind" },
  { "count-with-decimals", "\"unit\": \"人\", \"decimals\": 0", "\"unit\": \"人\", \"decimals\": 1",
    "$.metrics[5].decimals" },
  { "part-of-nothing-known", "\"part_of\": \"ip\"", "\"part_of\": \"ipr\"", "$.metrics[14].part_of" },
  { "part-of-itself", "\"part_of\": \"ip\"", "\"part_of\": \"invention\"", "$.metrics[14].part_of" },
  { "part-of-another-unit", "\"part_of\": \"ip\"", "\"part_of\": \"employees\"", "$.metrics[14].part_of" },
  { "part-of-in-a-ring", "\"name\": \"有效知识产权\", \"unit\": \"件\", \"decimals\": 0, \"kind\": \"count\"",
    "\"name\": \"有效知识产权\", \"unit\": \"件\", \"decimals\": 0, \"kind\": \"count\", \"part_of\": \"invention\"",
    "$.metrics[13].part_of $.metrics[14].part_of" },

  /* Indicators. */
  { "weights-below-100", "\"weight\": \"20.00\"", "\"weight\": \"19.99\"", "$.indicators" },
  { "weights-above-100", "\"weight\": \"20.00\"", "\"weight\": \"20.01\"", "$.indicators" },
  { "weight-of-three-decimals", "\"weight\": \"20.00\"", "\"weight\": \"20.000\"", "$.indicators[0].weight" },
  { "weight-of-none", "\"weight\": \"20.00\"", "\"weight\": \"20\"", "" },
  { "weight-as-number", "\"weight\": \"20.00\"", "\"weight\": 20", "$.indicators[0].weight" },
  { "weight-zero", "\"weight\": \"20.00\"", "\"weight\": \"0.00\"", "$.indicators[0].weight $.indicators" },
  { "weight-negative", "\"weight\": \"20.00\"", "\"weight\": \"-20.00\"", "$.indicators[0].weight" },
  { "weight-above-100", "\"weight\": \"20.00\"", "\"weight\": \"100.01\"", "$.indicators[0].weight" },
  { "weight-in-full-width", "\"weight\": \"20.00\"", "\"weight\": \"２０\"", "$.indicators[0].weight" },
  { "weight-with-exponent", "\"weight\": \"20.00\"", "\"weight\": \"2e1\"", "$.indicators[0].weight" },
  { "weight-with-plus", "\"weight\": \"20.00\"", "\"weight\": \"+20\"", "$.indicators[0].weight" },
  { "indicator-id-twice", "\"id\": \"rd_growth\"", "\"id\": \"output_growth\"", "$.indicators[1].id" },
  { "indicator-article-missing", "\"article\": \"第十条\", \"weight\": \"20.00\"", "\"weight\": \"20.00\"",
    "$.indicators[0].article" },
  { "measure-unknown", "\"measure\": \"level\"", "\"measure\": \"levels\"", "$.indicators[5].measure" },
  { "metric-summed-unknown", "[\"innovative\", \"srdi\",", "[\"innovative\", \"srd\",", "$.indicators[2].of[1]" },
  { "metric-summed-twice", "[\"innovative\", \"srdi\",", "[\"innovative\", \"innovative\",", "$.indicators[2].of[1]" },
  { "metrics-summed-of-two-units", "[\"innovative\", \"srdi\",", "[\"innovative\", \"ip\",", "$.indicators[2].of[1]" },
  { "no-metric", "\"of\": [\"output\"]", "\"of\": []", "$.indicators[0].of" },
  { "no-list-of-metrics", "\"measure\": \"growth\", \"of\": [\"output\"],", "\"measure\": \"growth\",",
    "$.indicators[0].of" },
  { "no-curve",
    "\"curve\": { \"mode\": \"linear\", \"points\": [[\"0\", \"0.00\"], [\"10\", \"0.60\"], [\"30\", \"1.00\"]] }",
    "\"grades\": null", "$.indicators[5].curve" },
  { "grades-on-a-computed-indicator", "\"of\": [\"platform_rate\"]",
    "\"of\": [\"platform_rate\"], \"grades\": [[\"优\", \"1\"]]", "$.indicators[5].grades" },
  { "metrics-on-a-manual-indicator", "\"measure\": \"manual\"", "\"measure\": \"manual\", \"of\": [\"rd\"]",
    "$.indicators[6].of" },
  { "curve-on-a-manual-indicator", "\"measure\": \"manual\"",
    "\"measure\": \"manual\", \"curve\": { \"mode\": \"steps\", \"points\": [[\"0\", \"0\"]] }",
    "$.indicators[6].curve" },
  { "manual-without-grades",
    ",\n      \"grades\": [[\"优\", \"10.00\"], [\"良\", \"8.00\"], [\"中\", \"6.00\"], [\"差\", \"3.00\"]]",
    "", "" },
  { "grade-at-the-weight", "[\"良\", \"8.00\"]", "[\"良\", \"10.00\"]", "" },
  { "grade-above-the-weight", "[\"良\", \"8.00\"]", "[\"良\", \"10.01\"]", "$.indicators[6].grades[1][1]" },
  { "grade-name-twice", "[\"良\", \"8.00\"]", "[\"优\", \"8.00\"]", "$.indicators[6].grades[1][0]" },
  { "grade-without-points", "[\"良\", \"8.00\"]", "[\"良\"]", "$.indicators[6].grades[1]" },
  { "curve-mode-unknown", "\"mode\": \"linear\"", "\"mode\": \"cubic\"", "$.indicators[0].curve.mode" },
  { "curve-without-points", "[[\"0.00\", \"0.00\"], [\"0.05\", \"0.60\"], [\"0.10\", \"1.00\"]]", "[]",
    "$.indicators[0].curve.points" },
  { "curve-of-one-point", "[[\"0.00\", \"0.00\"], [\"0.05\", \"0.60\"], [\"0.10\", \"1.00\"]]",
    "[[\"0\", \"1\"]]", "" },
  { "curve-point-twice", "[\"0.05\", \"0.60\"]", "[\"0.00\", \"0.60\"]", "$.indicators[0].curve.points[1][0]" },
  { "curve-point-twice-in-another-form", "[\"0.05\", \"0.60\"]", "[\"0.1\", \"0.60\"]",
    "$.indicators[0].curve.points[2][0]" },
  { "curve-out-of-order", "[\"0.05\", \"0.60\"]", "[\"-0.05\", \"0.60\"]", "$.indicators[0].curve.points[1][0]" },
  { "curve-point-at-fault-is-passed-over", "[\"0.05\", \"0.60\"]", "[\"five\", \"0.60\"]",
    "$.indicators[0].curve.points[1][0]" },
  { "curve-below-zero", "[\"0.00\", \"0.00\"], [\"0.05\"", "[\"-0.10\", \"0.00\"], [\"0.05\"", "" },
  { "share-above-1", "[\"0.10\", \"1.00\"]", "[\"0.10\", \"1.01\"]", "$.indicators[0].curve.points[2][1]" },
  { "share-below-0", "[\"0.00\", \"0.00\"]", "[\"0.00\", \"-0.01\"]", "$.indicators[0].curve.points[0][1]" },
  { "share-of-seven-decimals", "[\"0.05\", \"0.60\"]",
    "[\"0.05\", \"0.6000000\"]", "$.indicators[0].curve.points[1][1]" },
  { "threshold-at-the-most", "[\"0.10\", \"1.00\"]", "[\"999999999999999\", \"1.00\"]", "" },
  { "threshold-too-large", "[\"0.10\", \"1.00\"]", "[\"1000000000000000\", \"1.00\"]",
    "$.indicators[0].curve.points[2][0]" },
  { "point-of-three", "[\"0.05\", \"0.60\"]", "[\"0.05\", \"0.60\", \"1\"]", "$.indicators[0].curve.points[1]" },
  { "point-no-list", "[\"0.05\", \"0.60\"]", "\"0.05\"", "$.indicators[0].curve.points[1]" },
  { "floor-on-steps", "\"mode\": \"steps\"", "\"mode\": \"steps\", \"floor\": \"0.25\"", "" },
  { "floor-above-1", "\"mode\": \"steps\"", "\"mode\": \"steps\", \"floor\": \"1.01\"", "$.indicators[2].curve.floor" },
  { "floor-on-linear", "\"mode\": \"linear\"",
    "\"mode\": \"linear\", \"floor\": \"0.25\"", "$.indicators[0].curve.floor" },

  /* Conditions. */
  { "veto-id-twice", "\"id\": \"lapsed\"", "\"id\": \"change_not_filed\"", "$.vetoes[4].id" },
  { "veto-no-object", "\"vetoes\": [", "\"vetoes\": [ \"x\",", "$.vetoes[0]" },
  { "veto-source-unknown", "\"derived\": \"term\"", "\"derived\": \"terms\"", "$.vetoes[4].derived" },
  { "veto-source-left-out", ", \"derived\": null", "", "$.vetoes[0].derived" },
  { "veto-number-missing", "\"number\": \"（五）\", ", "", "$.vetoes[4].number" },
  { "change-kind-unknown", "\"scope\", \"operator\"", "\"area\", \"operator\"", "$.change_filing.kinds[1]" },
  { "change-kind-twice", "\"scope\", \"operator\"", "\"industry\", \"operator\"", "$.change_filing.kinds[1]" },
  { "change-kind-as-number", "\"scope\", \"operator\"", "5, \"operator\"", "$.change_filing.kinds[1]" },
  { "change-kinds-none", "[\"industry\", \"scope\", \"operator\", \"other\"]", "[]", "$.change_filing.kinds" },
  { "change-days-367", "\"days\": 30", "\"days\": 367", "$.change_filing.days" },
  { "incident-grade-unknown", "\"安全事故\", \"from\": \"较大\"", "\"安全事故\", \"from\": \"大\"", "$.incidents.kinds[0].from" },
  { "incident-grade-twice", "\"一般\", \"较大\"", "\"较大\", \"较大\"", "$.incidents.grades[1]" },
  { "incident-kind-twice", "\"id\": \"quality\"", "\"id\": \"safety\"", "$.incidents.kinds[1].id" },

  /* The calendar. */
  { "window-order", "\"to\": \"03-31\"", "\"to\": \"01-01\"", "" },
  { "window-that-ends-first", "\"from\": \"01-01\", \"to\": \"03-31\"", "\"from\": \"03-31\", \"to\": \"03-30\"",
    "$.assessment.window.to" },
  { "day-that-not-every-year-has", "\"due\": \"04-30\"", "\"due\": \"02-29\"", "$.annual_return.due" },
  { "day-not-real", "\"due\": \"04-30\"", "\"due\": \"04-31\"", "$.annual_return.due" },
  { "day-in-another-form", "\"due\": \"04-30\"", "\"due\": \"4-30\"", "$.annual_return.due" },
  { "due-by-year", "\"due_by_year\": {}", "\"due_by_year\": { \"2025\": \"03-31\" }", "" },
  { "due-by-year-not-real", "\"due_by_year\": {}", "\"due_by_year\": { \"2025\": \"03-32\" }",
    "$.annual_return.due_by_year.2025" },
  { "due-by-no-year", "\"due_by_batch\": {}",
    "\"due_by_batch\": { \"025\": \"03-31\" }", "$.annual_return.due_by_batch.025" },
  { "due-by-year-no-object", "\"due_by_year\": {}", "\"due_by_year\": []", "$.annual_return.due_by_year" },
  { "term-of-no-year", "\"years\": 3,", "\"years\": 0,", "$.term.years" },
  { "lead-of-no-month", "[12, 6, 3, 1]", "[12, 6, 3, 0]", "$.term.lead_months[3]" },
  { "lead-twice", "[12, 6, 3, 1]", "[12, 6, 12, 1]", "$.term.lead_months[2]" },
  { "lead-in-another-order", "[12, 6, 3, 1]", "[1, 6, 12, 3]", "" },
  { "lead-none", "[12, 6, 3, 1]", "[]", "$.term.lead_months" },
  { "audit-months-as-text", "\"months\": 6", "\"months\": \"6\"", "$.audit.months" },
  { "quota-negative", "\"2025\": 2", "\"2025\": -2", "$.recommend_quota.2025" },
  { "quota-of-no-year", "\"2025\": 2", "\"20 25\": 2", "$.recommend_quota[\"20 25\"]" },
  { "quota-left-out", ",\n  \"recommend_quota\": { \"2024\": 2, \"2025\": 2 }", "", "" },

  /* Funding. */
  { "band-out-of-order", "[\"70.00\", \"400000.00\"]", "[\"80.00\", \"400000.00\"]", "$.funding.years[1].bands[1][0]" },
  { "band-not-down-to-0", "[\"0.00\", \"0.00\"]]", "[\"0.01\", \"0.00\"]]", "$.funding.years[1].bands[3]" },
  { "band-above-100", "[\"80.00\", \"600000.00\"]", "[\"100.01\", \"600000.00\"]", "$.funding.years[1].bands[0][0]" },
  { "band-at-fault-is-passed-over", "[\"80.00\", \"600000.00\"]", "[\"eighty\", \"x\"]",
    "$.funding.years[1].bands[0][0] $.funding.years[1].bands[0][1]" },
  { "band-without-amount", "[\"70.00\", \"400000.00\"]", "[\"70.00\"]", "$.funding.years[1].bands[1]" },
  { "amount-that-rises-as-points-fall", "[\"70.00\", \"400000.00\"]", "[\"70.00\", \"600000.01\"]",
    "$.funding.years[1].bands[1][1]" },
  { "amount-that-stays-as-points-fall", "[\"70.00\", \"400000.00\"]", "[\"70.00\", \"600000.00\"]", "" },
  { "amount-negative", "[\"0.00\", \"0.00\"]]", "[\"0.00\", \"-0.01\"]]", "$.funding.years[1].bands[3][1]" },
  { "amount-of-three-decimals", "\"fixed\": \"1000000.00\"", "\"fixed\": \"1000000.005\"", "$.funding.years[0].fixed" },
  { "amount-too-large", "\"fixed\": \"1000000.00\"", "\"fixed\": \"10000000000000.00\"", "$.funding.years[0].fixed" },
  { "amount-at-the-most", "\"fixed\": \"1000000.00\"", "\"fixed\": \"9999999999999.99\"", "" },
  { "neither-fixed-nor-bands", "{ \"fixed\": \"1000000.00\" }", "{}", "$.funding.years[0]" },
  { "fixed-and-bands", "\"fixed\": \"1000000.00\"", "\"fixed\": \"1000000.00\", \"bands\": [[\"0\", \"0\"]]",
    "$.funding.years[0]" },
  { "no-bands", "\"fixed\": \"1000000.00\"", "\"bands\": []", "$.funding.years[0].bands" },
  { "publicity-of-60-days", "\"working_days\": 5", "\"working_days\": 60", "" },
  { "publicity-of-61-days", "\"working_days\": 5", "\"working_days\": 61", "$.funding.publicity.working_days" },
  { "publicity-of-no-day", "\"working_days\": 5", "\"working_days\": 0", "$.funding.publicity.working_days" },
  { "publicity-counts-as-text", "\"count_first_day\": true", "\"count_first_day\": \"true\"",
    "$.funding.publicity.count_first_day" },
  { "first-fiscal-year-as-text", "\"first_fiscal_year\": 2024", "\"first_fiscal_year\": \"2024\"",
    "$.funding.first_fiscal_year" },
  { "category-id-twice", "\"id\": \"exchange\"", "\"id\": \"training\"", "$.uses.categories[1].id" },
  { "category-no-object", "\"categories\": [", "\"categories\": [ [],", "$.uses.categories[0]" },
  { "category-name-twice", "\"name\": \"品牌建设\"", "\"name\": \"产业交流及合作对接\"", "$.uses.categories[3].name" },
  { "reason-required-as-number", "\"reason_required\": true", "\"reason_required\": 1",
    "$.uses.categories[6].reason_required" },
  { "purpose-twice", "\"构建生态圈、提升主导产业优势\"", "\"产业链调研和分析\"", "$.uses.purposes[1]" },

  /* The standard. */
  { "criterion-twice", "{\"id\": \"innovation\"", "{\"id\": \"chain\"", "$.standard.criteria[7].id" },
  { "criterion-of-the-check-itself", "{\"id\": \"innovation\"",
    "{\"id\": \"no_grave_incident\"", "$.standard.criteria[7].id" },
  { "criterion-without-test", "\"any\": [{\"measure\": \"area\", \"op\": \"<=\", \"value\": \"100\"}]", "\"any\": []",
    "$.standard.criteria[0].any" },
  { "test-op-unknown", "\"op\": \"<=\"", "\"op\": \"=\"", "$.standard.criteria[0].any[0].op" },
  { "test-measure-unknown", "\"measure\": \"area\"", "\"measure\": \"size\"", "$.standard.criteria[0].any[0].measure" },
  { "test-of-area-with-metrics", "\"measure\": \"area\"", "\"measure\": \"area\", \"of\": [\"output\"]",
    "$.standard.criteria[0].any[0].of" },
  { "test-value-negative", "\"value\": \"100\"", "\"value\": \"-100\"", "$.standard.criteria[0].any[0].value" },
  { "test-value-as-number", "\"value\": \"100\"", "\"value\": 100", "$.standard.criteria[0].any[0].value" },
  { "test-share-over-nothing", "\"of\": [\"sme_output\"], \"over\": \"output\"", "\"of\": [\"sme_output\"]",
    "$.standard.criteria[2].any[0].over" },
  { "test-share-over-another-unit", "\"of\": [\"sme_output\"], \"over\": \"output\"",
    "\"of\": [\"sme_output\"], \"over\": \"employees\"", "$.standard.criteria[2].any[0].over" },
  { "test-level-over-something", "\"of\": [\"champion\", \"little_giant\"]",
    "\"of\": [\"champion\", \"little_giant\"], \"over\": \"enterprises\"", "$.standard.criteria[5].any[0].over" },
  { "test-metrics-of-two-units", "\"of\": [\"champion\", \"little_giant\"]", "\"of\": [\"champion\", \"employees\"]",
    "$.standard.criteria[5].any[0].of[1]" },
};

/* The shipped pack as its file is written, with one piece replaced. */
static char *
change_shipped (const char *find, const char *replace)
{
  g_autoptr (GBytes) bytes = jp_resources_lookup (JP_RESOURCE_PACK);
  GString *json = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_assert_cmpuint (g_string_replace (json, find, replace, 1), ==, 1);
  return g_string_free (json, FALSE);
}

static char *
join_places (GPtrArray *faults)
{
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const JpFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpuint (strlen (fault->message), >, 10);
      g_string_append_printf (places, "%s%s", i > 0 ? " " : "", fault->place);
    }

  return g_string_free (places, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *json = change_shipped (c->find, c->replace);
  g_autoptr (GPtrArray) faults = jp_pack_validate (json, -1);
  g_autofree char *places = join_places (faults);
  g_autoptr (GError) error = NULL;
  g_autoptr (JpPack) pack = NULL;

  g_assert_cmpstr (places, ==, c->places);

  /* Loading says the same as validating. */
  pack = jp_pack_new_from_json (json, -1, &error);
  if (*c->places == '\0')
    g_assert_no_error (error);
  else
    g_assert_error (error, JP_PACK_ERROR, JP_PACK_ERROR_INVALID);
  g_assert_cmpint (pack != NULL, ==, error == NULL);
}

static void
test_shipped_pack_has_none (void)
{
  g_autofree char *json = change_shipped ("{", "{");
  g_autoptr (GPtrArray) faults = jp_pack_validate (json, -1);

  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_all_faults_are_told_at_once (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *once = change_shipped ("\"version\": 1", "\"version\": 0");
  g_autoptr (GString) json = g_string_new (once);

  g_string_replace (json, "\"weight\": \"20.00\"", "\"weight\": \"25.00\"", 1);
  g_string_replace (json, "\"working_days\": 5", "\"working_days\": 99", 1);
  g_assert_null (jp_pack_new_from_json (json->str, -1, &error));
  g_assert_cmpstr (error->message, ==,
                   "The rule pack cannot be used:\n"
                   "$.version: A number from 1 to 1000000 is expected here.\n"
                   "$.indicators: The weights add up to 105.00, not to 100.00.\n"
                   "$.funding.publicity.working_days: A number from 1 to 60 is expected here.");
}

static void
test_an_empty_object_misses_everything (void)
{
  g_autoptr (GPtrArray) faults = jp_pack_validate ("{}", -1);
  g_autofree char *places = join_places (faults);

  g_assert_cmpstr (places, ==,
                   "$.format $.id $.version $.title $.document $.interpreter $.effective $.basis $.directions $.city "
                   "$.districts $.metrics $.checks $.indicators $.vetoes $.assessment $.annual_return $.term "
                   "$.change_filing $.incidents $.audit $.funding $.uses $.standard");
}

/* Every member of the shipped pack, replaced by a value of each kind, is refused or taken, never a crash. */
static const char * const strangers[] = {
  "null", "true", "0", "-1", "\"x\"", "\"\"", "[]", "{}", "[[]]", "{\"x\":1}", "1.5",
};

static void
test_any_value_anywhere (gconstpointer data)
{
  const char *stranger = data;
  g_autoptr (JpPack) shipped = jp_test_pack ();
  guint refused = 0, members = 0;

  for (const char *colon = strstr (shipped->json, "\" : "); colon != NULL; colon = strstr (colon + 4, "\" : "))
    {
      const char *value = colon + 4;
      gsize length = strcspn (value, ",\n");
      g_autoptr (GString) json = g_string_new (shipped->json);
      g_autoptr (GPtrArray) faults = NULL;

      members++;
      if (*value == '{' || *value == '[')
        continue;
      g_string_erase (json, value - shipped->json, (gssize) length);
      g_string_insert (json, value - shipped->json, stranger);
      faults = jp_pack_validate (json->str, -1);
      refused += faults->len > 0 ? 1 : 0;
    }

  g_assert_cmpuint (members, >, 200);
  g_assert_cmpuint (refused, >, 20);
}

static void
test_no_document (void)
{
  static const char * const texts[] = { "", "[]", "12", "\"x\"", "null", "{", "{\"format\":1" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) faults = jp_pack_validate (texts[i], -1);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (faults->len, ==, 1);
      g_assert_null (jp_pack_new_from_json (texts[i], -1, &error));
      g_assert_error (error, JP_PACK_ERROR, JP_PACK_ERROR_INVALID);
    }
}

static void
test_deep_nesting_is_refused (void)
{
  g_autofree char *deep = g_strnfill (200000, '[');
  g_autoptr (GPtrArray) faults = jp_pack_validate (deep, -1);

  g_assert_cmpuint (faults->len, ==, 1);
}

static void
test_size_at_and_beyond_the_limit (void)
{
  g_autofree char *shipped = change_shipped ("{", "{");
  gsize length = strlen (shipped);
  g_autofree char *at = g_strnfill (JP_PACK_MAX_BYTES, ' ');
  g_autofree char *beyond = g_strnfill (JP_PACK_MAX_BYTES + 1, ' ');
  g_autoptr (GPtrArray) none = NULL, one = NULL;

  memcpy (at, shipped, length);
  memcpy (beyond, shipped, length);
  none = jp_pack_validate (at, JP_PACK_MAX_BYTES);
  g_assert_cmpuint (none->len, ==, 0);
  one = jp_pack_validate (beyond, JP_PACK_MAX_BYTES + 1);
  g_assert_cmpuint (one->len, ==, 1);
}

/* A dense text can be within the limit when it is read and beyond it when it is written for people to read; what
 * could not be loaded again is not loaded. */
static void
test_a_pack_that_could_not_be_exported (void)
{
  g_autofree char *lighter = change_shipped ("\"weight\": \"20.00\"", "\"weight\": \"12.00\"");
  g_autoptr (GString) json = g_string_new (lighter);
  g_autoptr (GString) many = g_string_new ("\"indicators\": [");
  g_autoptr (GPtrArray) faults = NULL;

  for (guint i = 0; i < 80; i++)
    {
      g_string_append_printf (many, "{\"id\":\"x%u\",\"name\":\"x\",\"article\":\"x\",\"weight\":\"0.10\",\"measure\":"
                                    "\"level\",\"of\":[\"ip\"],\"curve\":{\"mode\":\"linear\",\"points\":[", i);
      for (guint x = 0; x < 500; x++)
        g_string_append_printf (many, "%s[\"%u\",\"0\"]", x > 0 ? "," : "", x);
      g_string_append (many, "]}},");
    }
  g_assert_cmpuint (g_string_replace (json, "\"indicators\": [", many->str, 1), ==, 1);
  g_assert_cmpuint (json->len, <, JP_PACK_MAX_BYTES);

  faults = jp_pack_validate (json->str, -1);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (((const JpFault *) g_ptr_array_index (faults, 0))->message, ==,
                   "The pack is larger than 1048576 bytes when it is written out.");
}

static void
test_long_list_is_refused_once (void)
{
  g_autoptr (GString) list = g_string_new ("\"basis\": [\"a\"");
  g_autofree char *json = NULL, *places = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (list, ",\"%u\"", i);
  g_string_append (list, "], \"interpreter\"");
  json = change_shipped ("\"basis\": [\"工信部企业〔2022〕119号\", \"厦府办规〔2024〕11号\"],\n  \"interpreter\"", list->str);
  faults = jp_pack_validate (json, -1);
  places = join_places (faults);
  g_assert_cmpstr (places, ==, "$.basis");
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-PACK/faults/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/R-PACK/any-value-anywhere/%" G_GSIZE_FORMAT, i);
      g_test_add_data_func (path, strangers[i], test_any_value_anywhere);
    }
  g_test_add_func ("/core/R-PACK/shipped-pack-has-no-fault", test_shipped_pack_has_none);
  g_test_add_func ("/core/R-PACK/all-faults-are-told-at-once", test_all_faults_are_told_at_once);
  g_test_add_func ("/core/R-PACK/an-empty-object-misses-everything", test_an_empty_object_misses_everything);
  g_test_add_func ("/core/R-PACK/no-document", test_no_document);
  g_test_add_func ("/core/R-PACK/deep-nesting-is-refused", test_deep_nesting_is_refused);
  g_test_add_func ("/core/R-PACK/size-at-and-beyond-the-limit", test_size_at_and_beyond_the_limit);
  g_test_add_func ("/core/R-PACK/a-pack-that-could-not-be-exported", test_a_pack_that_could_not_be_exported);
  g_test_add_func ("/core/R-PACK/long-list-is-refused-once", test_long_list_is_refused_once);

  return g_test_run ();
}
