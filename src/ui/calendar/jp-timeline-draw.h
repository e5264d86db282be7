/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-timeline-layout.h"

G_BEGIN_DECLS

/* Texts laid out once and drawn in every frame. */
typedef struct _JpTextCache JpTextCache;

JpTextCache *jp_text_cache_new    (GtkWidget *widget); /* which outlives it */
void         jp_text_cache_free   (JpTextCache *self);
void         jp_text_cache_forget (JpTextCache *self); /* other fonts */

typedef struct
{
  GtkWidget              *widget;
  GtkSnapshot            *snapshot;
  const JpTimelineLayout *layout;
  JpTextCache            *texts;
  GPtrArray              *rows;    /* of JpTimelineRow */
  JpDate                  today;
  JpTimelineHit           lit;     /* what the keyboard or the pointer is at */
  gboolean                focused; /* by the keyboard: it is told beside it */
} JpTimelinePaint;

/* Draws what is to be seen; how many rows that were. */
guint jp_timeline_paint     (const JpTimelinePaint *paint);
/* Samples for the legend, within @space. */
void jp_timeline_paint_bar (GtkWidget *widget, GtkSnapshot *snapshot, JpTimelineBarKind kind,
                            const graphene_rect_t *space);
void  jp_timeline_paint_mark (GtkWidget *widget, GtkSnapshot *snapshot, JpTextCache *texts, JpTimelineMarkKind kind,
                              gboolean late, const graphene_point_t *middle, double size);

G_END_DECLS
