/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_PAGE (jp_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (JpPage, jp_page, JP, PAGE, AdwBin)

/**
 * JpPageClass:
 * @refresh: show the session's present snapshot and year, keeping scroll, selection and focus. Called while the page
 *   is to be seen: when it is shown first, and after each change; what changed while it was hidden comes in one call
 * @open: go to the place @target within the page (may be %NULL or ""): a section, a filter; after the first refresh
 * @make_new: make a new thing of the page's kind (Ctrl+N); only pages with "can-make" are asked
 * @focus_search: put the cursor into the page's own search, and say whether it has one (Ctrl+F)
 * @get_state: (transfer full) (nullable): filters, columns, scroll: what to find again after a restart or Back
 * @leave_part: close what lies over the page proper, a part that its own targets open, and say whether there was one
 * @set_state: what get_state gave once; refuses quietly what it does not understand. Called before the first refresh
 *
 * One page of the window. A page shows the session it is given and never asks who owns it: to go elsewhere it
 * activates the window's actions "win.go" (s: PAGE or PAGE#TARGET) and "win.open-cluster" (s: UUID or UUID#SECTION).
 * The dynamic title, by default the one of the table of pages, is shown in the header.
 */
struct _JpPageClass
{
  AdwBinClass parent_class;

  void      (*refresh)      (JpPage *self);
  void      (*open)         (JpPage *self, const char *target);
  void      (*make_new)     (JpPage *self);
  gboolean  (*focus_search) (JpPage *self);
  GVariant *(*get_state)    (JpPage *self);
  void      (*set_state)    (JpPage *self, GVariant *state);
  gboolean  (*leave_part)   (JpPage *self);

  gpointer padding[5];
};

/* Properties: "session" (JpSession), "title" (string), "can-make" (boolean), "shows-year" (boolean, default TRUE: the
 * header's assessment year governs what the page shows). */
JpSession  *jp_page_get_session    (JpPage *self); /* NULL before the window gives one */
void        jp_page_set_session    (JpPage *self, JpSession *session);
const char *jp_page_get_title      (JpPage *self);
void        jp_page_set_title      (JpPage *self, const char *title);
gboolean    jp_page_get_can_make   (JpPage *self);
void        jp_page_set_can_make   (JpPage *self, gboolean can_make);
gboolean    jp_page_get_shows_year (JpPage *self);
void        jp_page_set_shows_year (JpPage *self, gboolean shows_year);

GtkWidget  *jp_page_get_side       (JpPage *self); /* NULL: the list of pages stays */
void        jp_page_set_side       (JpPage *self, GtkWidget *side);

void        jp_page_show_again     (JpPage *self); /* something other than the data has changed how it is shown */
void        jp_page_open           (JpPage *self, const char *target);
gboolean    jp_page_leave_part     (JpPage *self);
void        jp_page_make_new       (JpPage *self);
gboolean    jp_page_focus_search   (JpPage *self);
GVariant   *jp_page_get_state      (JpPage *self);
void        jp_page_set_state      (JpPage *self, GVariant *state);

/* A message at the window's foot, where there is a window; never the only place where something is said. */
void        jp_page_toast          (JpPage *self, const char *text);

G_END_DECLS
