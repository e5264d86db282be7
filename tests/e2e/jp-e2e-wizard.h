/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-e2e.h"

G_BEGIN_DECLS

#define JP_E2E_BIOMEDICINE "厦门市海沧区示例生物医药产业集群"
#define JP_E2E_ROBOTS      "厦门市集美区工业机器人产业集群"

/* Indicators of the pack that ships, in its order; the last is for a reviewer to judge. */
#define JP_E2E_N_INDICATORS 7
extern const char * const jp_e2e_indicators[JP_E2E_N_INDICATORS];

/* From the list of assessments, which shows the year, into the wizard, by its row. */
void jp_wizard_open   (JpE2e *e2e, const char *cluster);
/* Back to the list, by the button. */
void jp_wizard_leave  (JpE2e *e2e);
/* The first step: who reviews for the district, then on. */
void jp_wizard_begin  (JpE2e *e2e, const char *person);
/* By the button at the foot, which names the step. */
void jp_wizard_next   (JpE2e *e2e, const char *step);
/* By the list of steps. */
void jp_wizard_choose (JpE2e *e2e, const char *step);
/* In 评分, as @office (区评 or 市评), to the button at the foot: Enter takes the computed points; the last indicator gets
 * @judged with @reason, or none where the city thinks as the district. */
void jp_wizard_score  (JpE2e *e2e, const char *office, const char *judged, const char *reason);

G_END_DECLS
