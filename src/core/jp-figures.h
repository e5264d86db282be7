/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-pack.h"

G_BEGIN_DECLS

#define JP_VALUE_UNKNOWN ((gint64) -1)
#define JP_VALUE_MAX     G_GINT64_CONSTANT (999999999999999) /* < 10^15, R-SCORE */

#define JP_FIGURES_ERROR (jp_figures_error_quark ())

/**
 * JpFiguresError:
 * @JP_FIGURES_ERROR_INVALID: a kept text is not in the canonical form
 */
typedef enum
{
  JP_FIGURES_ERROR_INVALID,
} JpFiguresError;

GQuark jp_figures_error_quark (void);

/**
 * JpFigures:
 *
 * The figures of one cluster for one year: metric id → integer ≥ 0 in the metric's smallest unit. What is
 * not given is unknown, which is not 0.
 */
typedef struct _JpFigures JpFigures;

JpFigures  *jp_figures_new        (int year);
JpFigures  *jp_figures_copy       (const JpFigures *self);
void        jp_figures_free       (JpFigures *self);
int         jp_figures_year       (const JpFigures *self);
void        jp_figures_set        (JpFigures *self, const char *metric, gint64 value); /* unknown takes it out */
gint64      jp_figures_get        (const JpFigures *self, const char *metric);         /* or JP_VALUE_UNKNOWN */
guint       jp_figures_n          (const JpFigures *self);
const char *jp_figures_nth        (const JpFigures *self, guint index, gint64 *value); /* ordered by metric id */
gboolean    jp_figures_equal      (const JpFigures *a, const JpFigures *b);
char       *jp_figures_to_json    (const JpFigures *self);                      /* canonical: sorted, no spaces */
JpFigures  *jp_figures_from_json  (int year, const char *json, GError **error);       /* the canonical form only */

/* The metrics of @pack whose value is a part larger than its whole (indices); empty: none. R-READ. */
GArray     *jp_figures_parts_above_wholes (const JpFigures *self, const JpPack *pack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpFigures, jp_figures_free)

G_END_DECLS
