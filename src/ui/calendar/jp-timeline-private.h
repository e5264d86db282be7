/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-timeline-data.h"

G_BEGIN_DECLS

/* Adds the marks of a row; @duties of JpObligation, those of the cluster, or NULL (jp-timeline-marks.c). */
void  jp_timeline_add_marks (JpTimelineRow *row, const JpDossier *dossier, GPtrArray *duties, const JpContext *context);
char *jp_timeline_day_words (JpDate day);

G_END_DECLS
