/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-timeline-draw.h"

G_BEGIN_DECLS

/* What is written on a bar and beside a mark. */
GdkRGBA jp_timeline_bar_ink  (JpTimelineBarKind kind);
GdkRGBA jp_timeline_mark_ink (JpTimelineMarkKind kind, gboolean late);

typedef enum
{
  JP_TEXT_PLAIN,
  JP_TEXT_BOLD,
  JP_TEXT_SMALL,
  JP_TEXT_SMALL_BOLD,
  JP_TEXT_COIN,
} JpTextStyle;

/* (transfer none): until it is forgotten. */
PangoLayout *jp_text_cache_get (JpTextCache *self, JpTextStyle style, const char *text);

G_END_DECLS
