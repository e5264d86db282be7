/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-application.h"
#include "jp-test-many.h"
#include "jp-window.h"

G_BEGIN_DECLS

#define JP_DISPLAY_TODAY "2026-02-10"

/**
 * JpDisplay:
 *
 * The real window on a data file of a test's own, under a display without a person before it. Screenshots are saved to
 * $JP_SCREENSHOTS, where that is set.
 */
typedef struct
{
  char          *folder;
  char          *path;
  JpApplication *application;
  JpWindow      *window;
  JpSession     *session;
  guint          n_failed; /* "failed" of the session */
  char          *said;     /* "act-done" of the session, the last */
} JpDisplay;

typedef enum
{
  JP_DISPLAY_EMPTY,
  JP_DISPLAY_LEDGER, /* 6 clusters of the sample workbook */
  JP_DISPLAY_SAMPLE, /* 19 clusters in every state */
  JP_DISPLAY_THOUSAND, /* 1,000 clusters */
  JP_DISPLAY_MANY,   /* 10,000 clusters */
} JpDisplayFile;

/* For main(): as jp_test_init(), and the window's library started. */
void       jp_display_init      (int *argc, char ***argv);
/* A fixture for g_test_add(): the data is a JpDisplayFile. */
void       jp_display_set_up    (JpDisplay *display, gconstpointer file);
void       jp_display_tear_down (JpDisplay *display, gconstpointer file);

/* What comes meanwhile is done. */
void       jp_display_wait      (guint ms);
/* Until the session has nothing to do, and everything is drawn. */
void       jp_display_settle    (JpDisplay *display);
void       jp_display_size      (JpDisplay *display, int width, int height);
void       jp_display_shoot     (GtkWidget *widget, const char *name);
/* The first widget below @root of that type, with that accessible name where one is given; NULL: none. */
GtkWidget *jp_display_find      (GtkWidget *root, GType type, const char *name);
/* Another window than the main one: a dialog; NULL: none. */
GtkWindow *jp_display_dialog    (JpDisplay *display);

/* How everything looks from now on. */
void       jp_display_dark      (gboolean dark);
void       jp_display_text      (int percent);

G_END_DECLS
