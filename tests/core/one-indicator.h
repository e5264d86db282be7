/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-score.h"

/* A rule pack of one indicator over metrics "a", "b", … of one unit, made without JSON so that a test says
 * everything it depends on. It lives as long as the variable does. */
typedef struct
{
  JpPack       pack;
  JpMetric     metrics[3];
  guint        sum[3];
  JpIndicator  indicator;
  JpCurvePoint points[16];
} OneIndicator;

/* @curve: "x:share x:share …" */
static inline void
one_indicator_init (OneIndicator *self, JpMeasure measure, const char *unit, guint decimals, int weight,
                    JpCurveMode mode, const char *curve)
{
  static char *ids[] = { (char *) "a", (char *) "b", (char *) "c" };
  static char *names[] = { (char *) "总产值", (char *) "主导产业产值", (char *) "中小企业产值" };
  g_auto (GStrv) points = g_strsplit (curve, " ", -1);

  *self = (OneIndicator) { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (self->metrics); i++)
    {
      self->metrics[i] = (JpMetric) {
        .id = ids[i], .name = names[i], .unit = (char *) unit, .decimals = decimals, .part_of = -1,
      };
      self->sum[i] = i;
    }

  self->indicator = (JpIndicator) {
    .id = (char *) "one", .name = (char *) "指标", .weight = weight, .measure = measure, .metrics = self->sum,
    .n_metrics = 1,
  };
  self->indicator.curve.mode = mode;
  self->indicator.curve.points = self->points;
  self->indicator.curve.n_points = *curve != '\0' ? g_strv_length (points) : 0;
  for (guint i = 0; i < self->indicator.curve.n_points; i++)
    {
      g_auto (GStrv) pair = g_strsplit (points[i], ":", 2);

      g_assert_true (jp_decimal_parse (&self->points[i].x, pair[0]));
      g_assert_true (jp_decimal_parse (&self->points[i].share, pair[1]));
    }

  self->pack.metrics = self->metrics;
  self->pack.n_metrics = G_N_ELEMENTS (self->metrics);
  self->pack.indicators = &self->indicator;
  self->pack.n_indicators = 1;
}

/* One figure given for metric "a", or none where it is JP_VALUE_UNKNOWN. */
static inline JpFigures *
one_figure (int year, gint64 value)
{
  JpFigures *figures = jp_figures_new (year);

  jp_figures_set (figures, "a", value);
  return figures;
}
