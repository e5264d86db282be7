/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-application.h"
#include "jp-page.h"

G_BEGIN_DECLS

#define JP_TYPE_WINDOW (jp_window_get_type ())
G_DECLARE_FINAL_TYPE (JpWindow, jp_window, JP, WINDOW, AdwApplicationWindow)

JpWindow  *jp_window_new         (JpApplication *application);
/* The data file that is shown; NULL: none. */
JpSession *jp_window_get_session (JpWindow *self);
void       jp_window_set_session (JpWindow *self, JpSession *session);
/* Opens the data file at @path, or says why it cannot. */
void       jp_window_open_path   (JpWindow *self, const char *path);
/* The file of last time, the usual one, or the welcome page. */
void       jp_window_open_usual  (JpWindow *self);
void       jp_window_set_today   (JpWindow *self, JpDate today);
/* PAGE or PAGE#TARGET; where the user came from is kept for Back. */
void       jp_window_go          (JpWindow *self, const char *place);
/* Id of the page shown; NULL: none. */
const char *jp_window_get_page   (JpWindow *self);
void       jp_window_toast       (JpWindow *self, const char *text);

G_END_DECLS
