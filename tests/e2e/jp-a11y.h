/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Roles as they go over the bus (AtspiRole), those that the window uses. */
typedef enum
{
  JP_ROLE_ANY = -1,
  JP_ROLE_CHECK_BOX = 7,
  JP_ROLE_COLUMN_HEADER = 10,
  JP_ROLE_COMBO_BOX = 11,
  JP_ROLE_DIALOG = 16,
  JP_ROLE_WINDOW = 23,
  JP_ROLE_IMAGE = 27,
  JP_ROLE_LABEL = 29,
  JP_ROLE_LIST = 31,
  JP_ROLE_LIST_ITEM = 32,
  JP_ROLE_MENU_ITEM = 35,
  JP_ROLE_PANEL = 39,
  JP_ROLE_BUTTON = 43,
  JP_ROLE_TABLE_CELL = 56,
  JP_ROLE_TEXT = 61,
  JP_ROLE_TOGGLE_BUTTON = 62,
  JP_ROLE_ENTRY = 79,
  JP_ROLE_TABLE_ROW = 90,
} JpRole;

/* States (AtspiStateType) as bits. */
typedef enum
{
  JP_STATE_ACTIVE = 1,
  JP_STATE_CHECKED = 4,
  JP_STATE_FOCUSABLE = 11,
  JP_STATE_FOCUSED = 12,
  JP_STATE_SELECTED = 23,
  JP_STATE_SENSITIVE = 24,
} JpState;

typedef struct _JpNode JpNode;

/**
 * JpNode:
 *
 * One thing that assistive technology is told of, with what is below it, as it was at one moment.
 */
struct _JpNode
{
  JpNode    *parent;    /* borrowed */
  GPtrArray *children;  /* of JpNode */
  char      *path;      /* its object on the bus */
  char      *name;
  char      *description;
  guint64    states;
  int        role;
  int        n_children; /* as the program says */
};

gboolean  jp_node_is     (const JpNode *node, JpState state);
/* A widget of no name goes over the bus by the name of its class. */
gboolean  jp_node_is_named (const JpNode *node);
void      jp_node_print  (const JpNode *node, GString *to, guint depth);
void      jp_node_free   (JpNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpNode, jp_node_free)

typedef struct _JpA11y JpA11y;

/* The bus of assistive technology of this session. */
JpA11y   *jp_a11y_new         (void);
void      jp_a11y_free        (JpA11y *self);
/* The program whose windows are looked at from now on; FALSE: it is not on the bus yet. */
gboolean  jp_a11y_follow      (JpA11y *self, GPid pid);
/* Its windows, the active one first; NULL: it is gone. */
JpNode   *jp_a11y_read        (JpA11y *self);
/* What has the keyboard, without its children; NULL: not known. */
JpNode   *jp_a11y_read_focus  (JpA11y *self);
/* Title of the window that a node is in; NULL: it is gone. */
char     *jp_a11y_read_window (JpA11y *self, const JpNode *node);
/* Its first action, which presses a button; FALSE: it has none. */
gboolean  jp_a11y_do          (JpA11y *self, const JpNode *node);
/* The text of an entry; NULL: it has none. */
char     *jp_a11y_read_text   (JpA11y *self, const JpNode *node);

G_END_DECLS
