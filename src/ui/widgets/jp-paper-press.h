/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "jp-pdf.h"

G_BEGIN_DECLS

/**
 * JpPaperPress:
 *
 * A thread with fonts of its own that lays out papers and draws their pages to pictures: the main thread never waits
 * for a page, and pages never leave the thread whose fonts they borrow. What it has to say is said in the main context
 * it was made in; what became outdated meanwhile is not said at all.
 */
typedef struct _JpPaperPress JpPaperPress;

/* What the window knows of a page. */
typedef struct
{
  double width, height; /* points */
  char  *text;          /* its words, for screen readers */
} JpPressedPage;

/* A picture that is wanted. */
typedef struct
{
  guint page;
  int   width, height; /* pixels */
} JpPressWish;

typedef struct
{
  /* The pages of one more paper, behind those told before; @first: of a new order, in place of all before. */
  void (*laid_out) (gpointer owner, GPtrArray *pages, gboolean first);
  /* The order is done: what is to be said of its fonts, or why there is nothing. */
  void (*finished) (gpointer owner, const char *note, const GError *error);
  void (*drawn)    (gpointer owner, const JpPressWish *wish, GdkTexture *texture);
} JpPressEvents;

JpPaperPress *jp_paper_press_new   (const JpPressEvents *events, gpointer owner);
/* Nothing is said any more; the thread ends when it is through with what it has in hand. */
void          jp_paper_press_close (JpPaperPress *self);
/* For tests of bare systems; before the first order. */
void          jp_paper_press_set_fonts_file (JpPaperPress *self, const char *path);
/* @next is called on the thread, @destroy in the main context. */
void          jp_paper_press_order (JpPaperPress *self, JpPaperSource next, gpointer data, GDestroyNotify destroy);
/* What was ordered is of no use any more. */
void          jp_paper_press_forget (JpPaperPress *self);
/* The pictures wanted now, the most wanted first, in place of those wanted before. */
void          jp_paper_press_want  (JpPaperPress *self, const JpPressWish *wishes, guint n_wishes);

void          jp_pressed_page_free (JpPressedPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpPressedPage, jp_pressed_page_free)

G_END_DECLS
