/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-a11y.h"
#include "jp-keys.h"

G_BEGIN_DECLS

#define JP_E2E_TODAY "2026-02-10"

/**
 * JpE2e:
 *
 * The real program in Chinese, on a display with a window manager and a compositor, in a home of the test's own, as a
 * person meets it: things are found by role and accessible name (which may end in "*"), keys go through the display.
 * Nothing waits for a time, everything for something to be seen; what is not seen within the limit fails with the
 * whole tree, the program's log and a screenshot.
 */
typedef struct
{
  char        *home;
  char        *log;      /* of the program that runs, or ran last */
  JpKeys      *keys;
  JpA11y      *a11y;
  GSubprocess *program;  /* NULL: not running */
  JpNode      *tree;     /* last look */
} JpE2e;

/* For main(): as g_test_init(), and the display looked after. */
void          jp_e2e_init       (int *argc, char ***argv);
/* g_test_add() with this fixture. */
void          jp_e2e_add        (const char *path, void (*test) (JpE2e *e2e));

/* A file in the home of the test. */
char         *jp_e2e_path       (JpE2e *e2e, const char *name);
/* Runs the command line on data file @name of the home; it must succeed. Returns what it prints. */
char         *jp_e2e_ctl        (JpE2e *e2e, const char *name, ...) G_GNUC_NULL_TERMINATED;

/* Starts the program with these arguments, and waits for its window. */
void          jp_e2e_start      (JpE2e *e2e, ...) G_GNUC_NULL_TERMINATED;
/* Starts it beside the one that runs; it must hand over, and end well. */
void          jp_e2e_start_second (JpE2e *e2e, ...) G_GNUC_NULL_TERMINATED;
void          jp_e2e_kill       (JpE2e *e2e);  /* as a power cut */
void          jp_e2e_quit       (JpE2e *e2e);  /* by Ctrl+Q */

/* What is found is good until the next look. */
const JpNode *jp_e2e_look       (JpE2e *e2e);
const JpNode *jp_e2e_find       (const JpNode *below, JpRole role, const char *name); /* NULL: not there */
guint         jp_e2e_count      (const JpNode *below, JpRole role, const char *name);
const JpNode *jp_e2e_wait       (JpE2e *e2e, JpRole role, const char *name);
void          jp_e2e_wait_gone  (JpE2e *e2e, JpRole role, const char *name);
void          jp_e2e_wait_count (JpE2e *e2e, JpRole role, const char *name, guint n);
void          jp_e2e_wait_state (JpE2e *e2e, JpRole role, const char *name, JpState state, gboolean is);
void          jp_e2e_wait_text  (JpE2e *e2e, JpRole role, const char *name, const char *text);
/* By what is told of it beside its name, such as a button's tooltip. */
void          jp_e2e_wait_described (JpE2e *e2e, JpRole role, const char *name, const char *description);
void          jp_e2e_wait_focus (JpE2e *e2e, JpRole role, const char *name);

void          jp_e2e_key        (JpE2e *e2e, const char *key);
void          jp_e2e_type       (JpE2e *e2e, const char *text);
/* One step by Tab; returns what has the keyboard then, to be freed, or NULL. */
JpNode       *jp_e2e_tab        (JpE2e *e2e);
/* By Tab alone, as a person without a mouse gets there. */
void          jp_e2e_tab_to     (JpE2e *e2e, JpRole role, const char *name);
/* Gives it the keyboard, by Tab and the arrows. */
void          jp_e2e_focus      (JpE2e *e2e, JpRole role, const char *name);
/* A button is told to act, as assistive technology does; anything else is gone to and gets Enter. */
void          jp_e2e_press      (JpE2e *e2e, JpRole role, const char *name);
/* Opens a drop-down and takes what says @choice. */
void          jp_e2e_choose     (JpE2e *e2e, const char *name, const char *choice);
/* Replaces what an entry says. */
void          jp_e2e_fill       (JpE2e *e2e, const char *name, const char *text);
/* An official act by its button and its form, whose @accept does it; @text, or NULL, goes into @field. */
void          jp_e2e_act        (JpE2e *e2e, const char *act, const char *field, const char *text, const char *accept);
/* Waits until the program has put @text among what it finds again after a power cut. */
void          jp_e2e_wait_kept  (JpE2e *e2e, const char *text);

/* In the dialog that asks for a file: the path as one types it. */
void          jp_e2e_choose_file (JpE2e *e2e, const char *path);
/* Asks for the import of samples/@name of the test data and goes through the preview to the end. */
void          jp_e2e_import     (JpE2e *e2e, const char *name);

void          jp_e2e_shoot      (JpE2e *e2e, const char *name);
void          jp_e2e_fail       (JpE2e *e2e, const char *format, ...) G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN;

G_END_DECLS
