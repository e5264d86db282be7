/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-assurance-light.h"
#include "jp-caretaker.h"
#include "jp-pages.h"
#include "jp-reminder.h"
#include "jp-window.h"

G_BEGIN_DECLS

struct _JpWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets. */
  AdwToastOverlay *toasts;
  GtkStack        *views;
  AdwBin          *welcome_place;
  GtkWidget       *opening_page;
  GtkSpinner      *spinner;
  AdwFlap         *flap;
  GtkStack        *sides;
  GtkListBox      *sidebar;
  JpAssuranceLight *light;
  GtkInfoBar      *warning_bar;
  GtkLabel        *warning_label;
  GtkLabel        *page_title;
  GtkLabel        *sample_mark;
  GtkDropDown     *year_choice;
  GtkWidget       *back_button;
  GtkWidget       *undo_button;
  GtkWidget       *redo_button;
  GtkMenuButton   *menu_button;
  GtkStack        *pages;

  /* Borrowed. */
  JpPage           *page; /* the one shown */
  const JpPageInfo *info;

  /* Owned. */
  JpSession    *session;
  JpCaretaker  *caretaker; /* of the session's file */
  JpReminder   *reminder;  /* of what is due in it */
  GCancellable *opening;  /* NULL: no file is being opened */
  char         *opening_path;
  JpSession    *arrived;  /* open, to be shown after the first frame; NULL: none */
  guint         arriving; /* source */
  guint         spinning; /* source: opening takes long enough to say so */
  gulong        first_frame; /* handler, until the first frame is painted */
  JpDate        today;    /* of files opened from now on */
  GPtrArray    *history;  /* of JpPlace, where Back goes */
  char         *target;   /* the place shown within the page */
  char         *place_wanted; /* where to go when a file is open; NULL: where the user was */
  int           first_year; /* of the drop-down's rows, the newest first */
  gboolean      listing_years;
  GSettings    *settings;
  guint         saving;   /* source */
  guint         keeping;  /* source: the state is to be written soon */
};

/* Going about (jp-window-go.c). */
void jp_window_go_setup   (JpWindow *self);
void jp_window_go_install (GtkWidgetClass *widget_class);
void jp_window_go_forget  (JpWindow *self);
void jp_window_update_header (JpWindow *self);

/* Data files (jp-window-files.c). */
void jp_window_files_install (GtkWidgetClass *widget_class);
void jp_window_files_forget  (JpWindow *self);
void jp_window_show_arrived  (JpWindow *self);
GCancellable *jp_window_begin_opening (JpWindow *self);
void jp_window_say_error     (JpWindow *self, const char *heading, const char *sentence);

/* Ctrl+P (jp-window-print.c). */
void jp_window_print_install (GtkWidgetClass *widget_class);

/* Backups (jp-window-backup.c). */
void jp_window_backup_install (GtkWidgetClass *widget_class);

/* What is found again after a restart (jp-window-state.c). */
void jp_window_restore_size (JpWindow *self);
void jp_window_restore_page (JpWindow *self, const JpPageInfo *info, JpPage *page);
void jp_window_save_state   (JpWindow *self);
void jp_window_start_saving (JpWindow *self);
void jp_window_save_soon    (JpWindow *self);


G_END_DECLS
