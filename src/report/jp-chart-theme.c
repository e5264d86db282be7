/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-chart.h"

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1.0 }
#define RGBA(hex, a) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, (a) }

static const JpChartTheme themes[JP_N_CHART_THEMES] = {
  [JP_CHART_THEME_LIGHT] = {
    .text = RGBA (0x000000, 0.8), .dim = RGBA (0x000000, 0.62), .axis = RGBA (0x000000, 0.18),
    .track = RGBA (0x000000, 0.06), .ground = RGB (0xffffff), .focus = RGB (0x1c71d8),
    .inks = { RGB (0x3584e4), RGB (0x26a269), RGB (0x1a7f4b), RGB (0x9141ac), RGB (0xc01c28) },
    .pale = 0.5,
  },
  [JP_CHART_THEME_DARK] = {
    .text = RGB (0xffffff), .dim = RGBA (0xffffff, 0.72), .axis = RGBA (0xffffff, 0.28),
    .track = RGBA (0xffffff, 0.1), .ground = RGB (0x303030), .focus = RGB (0x99c1f1),
    .inks = { RGB (0x62a0ea), RGB (0x33d17a), RGB (0x8ff0a4), RGB (0xdc8add), RGB (0xff7b63) },
    .pale = 0.55,
  },
  [JP_CHART_THEME_HIGH_CONTRAST] = {
    .text = RGB (0x000000), .dim = RGB (0x000000), .axis = RGB (0x000000),
    .track = RGBA (0x000000, 0.12), .ground = RGB (0xffffff), .focus = RGB (0x000000),
    .inks = { RGB (0x0a3d8f), RGB (0x0b5a36), RGB (0x0b5a36), RGB (0x5b1a77), RGB (0x9a0010) },
    .pale = 0.3, .border = 1.5,
  },
  [JP_CHART_THEME_HIGH_CONTRAST_DARK] = {
    .text = RGB (0xffffff), .dim = RGB (0xffffff), .axis = RGB (0xffffff),
    .track = RGBA (0xffffff, 0.2), .ground = RGB (0x000000), .focus = RGB (0xffffff),
    .inks = { RGB (0x99c1f1), RGB (0x8ff0a4), RGB (0x8ff0a4), RGB (0xf0b6f1), RGB (0xffa79a) },
    .pale = 0.3, .border = 1.5,
  },
  /* A laser printer has one ink: what differs, differs in lightness and pattern. */
  [JP_CHART_THEME_PAPER] = {
    .text = RGB (0x000000), .dim = RGB (0x000000), .axis = RGB (0x000000),
    .track = RGBA (0x000000, 0.06), .ground = RGB (0xffffff), .focus = RGB (0x000000),
    .inks = { RGB (0x333333), RGB (0x333333), RGB (0x000000), RGB (0x777777), RGB (0x000000) },
    .pale = 0.4, .border = 0.5,
  },
};

/**
 * jp_chart_theme:
 * @kind: what the chart is drawn on
 *
 * Returns: the colours for it
 */
const JpChartTheme *
jp_chart_theme (JpChartThemeKind kind)
{
  g_return_val_if_fail ((guint) kind < JP_N_CHART_THEMES, NULL);

  return &themes[kind];
}
