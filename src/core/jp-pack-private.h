/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-json-value.h"
#include "jp-pack.h"

G_BEGIN_DECLS

/* Decimals of thresholds and shares: what scores can multiply without losing a digit. */
#define JP_PACK_MAX_DECIMALS 6
#define JP_PACK_FULL_POINTS  10000
#define JP_PACK_FIRST_YEAR   2000
#define JP_PACK_LAST_YEAR    2199

/* The chapters of a pack, each read from the document into @pack. Faults go where @root says; what is at fault is
 * left empty, and a pack with a fault is never handed out. */
void jp_pack_read_metrics    (JpPack *pack, const JpJsonValue *root);
void jp_pack_read_indicators (JpPack *pack, const JpJsonValue *root); /* behind the metrics */
void jp_pack_read_standard   (JpPack *pack, const JpJsonValue *root); /* behind the metrics */
void jp_pack_read_vetoes     (JpPack *pack, const JpJsonValue *root);
void jp_pack_read_incidents  (JpPack *pack, const JpJsonValue *root);
void jp_pack_read_funding    (JpPack *pack, const JpJsonValue *root);
void jp_pack_read_uses       (JpPack *pack, const JpJsonValue *root);

/* The article that a chapter rests on, and one id, or other text, that stands only once in its list. */
void     jp_pack_read_article (const JpJsonValue *chapter, char **article);
gboolean jp_pack_claim        (GHashTable *taken, const JpJsonValue *at, const char *text);
/* A list of metric ids whose figures are added up. */
guint   *jp_pack_read_metric_sum (const JpPack *pack, const JpJsonValue *list, guint *n_metrics);

void     jp_pack_free            (JpPack *pack);

G_END_DECLS
