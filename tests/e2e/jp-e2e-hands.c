/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Eyes and hands: what is looked for, pressed and typed. */

#include "jp-e2e-private.h"

#include <string.h>

#define LIMIT_SECONDS 20
#define FOCUS_US      600000 /* a key that moves no focus is not waited for longer */
#define MAX_TABS      250

gint64
jp_e2e_deadline (void)
{
  return g_get_monotonic_time () + LIMIT_SECONDS * G_USEC_PER_SEC;
}

const JpNode *
jp_e2e_look (JpE2e *e2e)
{
  g_clear_pointer (&e2e->tree, jp_node_free);
  e2e->tree = jp_a11y_read (e2e->a11y);
  if (e2e->tree == NULL)
    jp_e2e_fail (e2e, "The program does not answer.");

  return e2e->tree;
}

static gboolean
is_it (const JpNode *node, JpRole role, const char *name)
{
  return (role == JP_ROLE_ANY || node->role == (int) role) && g_pattern_match_simple (name, node->name);
}

const JpNode *
jp_e2e_find (const JpNode *below, JpRole role, const char *name)
{
  for (guint i = 0; i < below->children->len; i++)
    {
      const JpNode *child = g_ptr_array_index (below->children, i);
      const JpNode *found = is_it (child, role, name) ? child : jp_e2e_find (child, role, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

guint
jp_e2e_count (const JpNode *below, JpRole role, const char *name)
{
  guint n = is_it (below, role, name) ? 1 : 0;

  for (guint i = 0; i < below->children->len; i++)
    n += jp_e2e_count (g_ptr_array_index (below->children, i), role, name);

  return n;
}

const JpNode *
jp_e2e_wait (JpE2e *e2e, JpRole role, const char *name)
{
  gint64 end = jp_e2e_deadline ();
  const JpNode *found;

  while ((found = jp_e2e_find (jp_e2e_look (e2e), role, name)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        jp_e2e_fail (e2e, "Nothing of role %d is called “%s”.", role, name);
      g_usleep (JP_E2E_POLL_US);
    }

  return found;
}

void
jp_e2e_wait_gone (JpE2e *e2e, JpRole role, const char *name)
{
  gint64 end = jp_e2e_deadline ();

  while (jp_e2e_find (jp_e2e_look (e2e), role, name) != NULL)
    {
      if (g_get_monotonic_time () > end)
        jp_e2e_fail (e2e, "“%s” of role %d is still there.", name, role);
      g_usleep (JP_E2E_POLL_US);
    }
}

void
jp_e2e_wait_count (JpE2e *e2e, JpRole role, const char *name, guint n)
{
  gint64 end = jp_e2e_deadline ();
  guint there;

  while ((there = jp_e2e_count (jp_e2e_look (e2e), role, name)) != n)
    {
      if (g_get_monotonic_time () > end)
        jp_e2e_fail (e2e, "%u of role %d are called “%s” instead of %u.", there, role, name, n);
      g_usleep (JP_E2E_POLL_US);
    }
}

static const JpNode *
find_in_state (const JpNode *below, JpRole role, const char *name, JpState state, gboolean is)
{
  for (guint i = 0; i < below->children->len; i++)
    {
      const JpNode *child = g_ptr_array_index (below->children, i);
      const JpNode *found = is_it (child, role, name) && jp_node_is (child, state) == is
                            ? child : find_in_state (child, role, name, state, is);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static const JpNode *
wait_in_state (JpE2e *e2e, JpRole role, const char *name, JpState state, gboolean is)
{
  gint64 end = jp_e2e_deadline ();
  const JpNode *found;

  while ((found = find_in_state (jp_e2e_look (e2e), role, name, state, is)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        jp_e2e_fail (e2e, "Nothing of role %d called “%s” is%s in state %d.", role, name, is ? "" : " not", state);
      g_usleep (JP_E2E_POLL_US);
    }

  return found;
}

void
jp_e2e_wait_state (JpE2e *e2e, JpRole role, const char *name, JpState state, gboolean is)
{
  wait_in_state (e2e, role, name, state, is);
}

void
jp_e2e_wait_text (JpE2e *e2e, JpRole role, const char *name, const char *text)
{
  gint64 end = jp_e2e_deadline ();

  for (;;)
    {
      const JpNode *node = jp_e2e_find (jp_e2e_look (e2e), role, name);
      g_autofree char *has = node != NULL ? jp_a11y_read_text (e2e->a11y, node) : NULL;

      if (g_strcmp0 (has, text) == 0)
        return;
      if (g_get_monotonic_time () > end)
        jp_e2e_fail (e2e, "“%s” says “%s” instead of “%s”.", name, has != NULL ? has : "(nothing)", text);
      g_usleep (JP_E2E_POLL_US);
    }
}

void
jp_e2e_wait_described (JpE2e *e2e, JpRole role, const char *name, const char *description)
{
  gint64 end = jp_e2e_deadline ();

  for (;;)
    {
      const JpNode *node = jp_e2e_find (jp_e2e_look (e2e), role, name);

      if (node != NULL && g_pattern_match_simple (description, node->description))
        return;
      if (g_get_monotonic_time () > end)
        jp_e2e_fail (e2e, "“%s” is described as “%s” instead of “%s”.", name, node != NULL ? node->description : "",
                     description);
      g_usleep (JP_E2E_POLL_US);
    }
}

/* A window knows what it would give its keys to before it gets any: until then they go elsewhere. */
static gboolean
has_focus (JpE2e *e2e, JpRole role, const char *name)
{
  g_autoptr (JpNode) focus = jp_a11y_read_focus (e2e->a11y);
  g_autofree char *window = focus != NULL ? jp_a11y_read_window (e2e->a11y, focus) : NULL;
  g_autofree char *active = jp_keys_active_window (e2e->keys);
  const JpNode *tree;

  if (g_strcmp0 (window, active) == 0)
    return focus != NULL && is_it (focus, role, name);

  /* What got the focus last is behind a window that came up at the same time. */
  tree = jp_e2e_look (e2e);
  for (guint i = 0; i < tree->children->len; i++)
    {
      const JpNode *child = g_ptr_array_index (tree->children, i);

      if (g_strcmp0 (child->name, active) == 0)
        return find_in_state (child, role, name, JP_STATE_FOCUSED, TRUE) != NULL;
    }

  return FALSE;
}

void
jp_e2e_wait_focus (JpE2e *e2e, JpRole role, const char *name)
{
  gint64 end = jp_e2e_deadline ();

  while (!has_focus (e2e, role, name))
    {
      if (g_get_monotonic_time () > end)
        jp_e2e_fail (e2e, "“%s” of role %d does not get the keyboard.", name, role);
      g_usleep (JP_E2E_POLL_US);
    }
}

void
jp_e2e_key (JpE2e *e2e, const char *key)
{
  jp_keys_press (e2e->keys, key);
}

void
jp_e2e_type (JpE2e *e2e, const char *text)
{
  jp_keys_type (e2e->keys, text);
}

static char *
focused_path (JpE2e *e2e)
{
  g_autoptr (JpNode) focus = jp_a11y_read_focus (e2e->a11y);

  return focus != NULL ? g_strdup (focus->path) : NULL;
}

JpNode *
jp_e2e_tab (JpE2e *e2e)
{
  g_autofree char *before = focused_path (e2e);
  gint64 end = g_get_monotonic_time () + FOCUS_US;

  jp_e2e_key (e2e, "Tab");
  for (;;)
    {
      g_autoptr (JpNode) now = jp_a11y_read_focus (e2e->a11y);

      if ((now != NULL && g_strcmp0 (now->path, before) != 0) || g_get_monotonic_time () > end)
        return g_steal_pointer (&now);
      g_usleep (JP_E2E_POLL_US / 10);
    }
}

static void
tab (JpE2e *e2e)
{
  g_clear_pointer (&(JpNode *) { jp_e2e_tab (e2e) }, jp_node_free);
}

void
jp_e2e_tab_to (JpE2e *e2e, JpRole role, const char *name)
{
  g_autoptr (GString) way = g_string_new (NULL);

  jp_e2e_wait (e2e, role, name);
  for (guint i = 0; i < MAX_TABS; i++)
    {
      g_autoptr (JpNode) focus = jp_a11y_read_focus (e2e->a11y);

      if (focus != NULL && is_it (focus, role, name))
        return;
      if (focus != NULL)
        jp_node_print (focus, way, 1);
      tab (e2e);
    }
  jp_e2e_fail (e2e, "Tab does not lead to “%s” of role %d, but to\n%s", name, role, way->str);
}

static guint
place_in_list (const JpNode *node)
{
  guint index = 0;

  g_assert_true (g_ptr_array_find (node->parent->children, node, &index));
  return index;
}

/* Tab comes into a list at its selected row; the arrows lead on. */
static void
walk_list (JpE2e *e2e, const char *name)
{
  const JpNode *node = wait_in_state (e2e, JP_ROLE_LIST_ITEM, name, JP_STATE_SENSITIVE, TRUE);
  const JpNode *selected = find_in_state (node->parent, JP_ROLE_LIST_ITEM, "*", JP_STATE_SELECTED, TRUE);
  g_autofree char *from = g_strdup (selected != NULL ? selected->name : name);
  int steps = selected != NULL ? (int) place_in_list (node) - (int) place_in_list (selected) : 0;

  jp_e2e_tab_to (e2e, JP_ROLE_LIST_ITEM, from);
  for (int i = 0; i < ABS (steps); i++)
    jp_e2e_key (e2e, steps < 0 ? "Up" : "Down");
  jp_e2e_wait_focus (e2e, JP_ROLE_LIST_ITEM, name);
}

static int
place_of_keyboard (JpE2e *e2e, GPtrArray *paths)
{
  g_autofree char *focus = focused_path (e2e);
  guint index;

  return focus != NULL && g_ptr_array_find_with_equal_func (paths, focus, g_str_equal, &index) ? (int) index : -1;
}

/* Tab comes into a table at the row that was last in use; the arrows lead on. */
static void
walk_table (JpE2e *e2e, const char *name)
{
  const JpNode *row = jp_e2e_wait (e2e, JP_ROLE_TABLE_ROW, name);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  int wanted = (int) place_in_list (row), at;

  for (guint i = 0; i < row->parent->children->len; i++)
    g_ptr_array_add (paths, g_strdup (((const JpNode *) g_ptr_array_index (row->parent->children, i))->path));
  at = place_of_keyboard (e2e, paths);
  for (guint i = 0; i < MAX_TABS && at < 0; i++)
    {
      tab (e2e);
      at = place_of_keyboard (e2e, paths);
    }
  if (at < 0)
    jp_e2e_fail (e2e, "Tab does not lead to the table of “%s”.", name);

  for (int i = 0; i < ABS (wanted - at); i++)
    jp_e2e_key (e2e, wanted < at ? "Up" : "Down");
  jp_e2e_wait_focus (e2e, JP_ROLE_TABLE_ROW, name);
}

void
jp_e2e_focus (JpE2e *e2e, JpRole role, const char *name)
{
  if (role == JP_ROLE_LIST_ITEM)
    walk_list (e2e, name);
  else if (role == JP_ROLE_TABLE_ROW)
    walk_table (e2e, name);
  else
    jp_e2e_tab_to (e2e, role, name);
}

void
jp_e2e_press (JpE2e *e2e, JpRole role, const char *name)
{
  const JpNode *node = wait_in_state (e2e, role, name, JP_STATE_SENSITIVE, TRUE);

  if (role == JP_ROLE_BUTTON && jp_a11y_do (e2e->a11y, node))
    return;

  jp_e2e_focus (e2e, role, name);
  jp_e2e_key (e2e, "Return");
}

/* The list comes up with the keyboard on one of its rows: the arrows lead to another. */
void
jp_e2e_choose (JpE2e *e2e, const char *name, const char *choice)
{
  const JpNode *row, *focused;
  int steps;

  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, name);
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_focus (e2e, JP_ROLE_LIST_ITEM, "*");
  row = jp_e2e_wait (e2e, JP_ROLE_LIST_ITEM, choice);
  focused = find_in_state (row->parent, JP_ROLE_LIST_ITEM, "*", JP_STATE_FOCUSED, TRUE);
  if (focused == NULL)
    jp_e2e_fail (e2e, "The choices of “%s” do not have the keyboard.", name);
  steps = (int) place_in_list (row) - (int) place_in_list (focused);
  for (int i = 0; i < ABS (steps); i++)
    jp_e2e_key (e2e, steps < 0 ? "Up" : "Down");
  jp_e2e_wait_focus (e2e, JP_ROLE_LIST_ITEM, choice);
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_focus (e2e, JP_ROLE_BUTTON, name);
}

void
jp_e2e_fill (JpE2e *e2e, const char *name, const char *text)
{
  jp_e2e_focus (e2e, JP_ROLE_TEXT, name);
  jp_e2e_key (e2e, "ctrl+a");
  jp_e2e_type (e2e, text);
}

/* A window that closes has the keys a little longer than its buttons are seen. */
static void
wait_for_window (JpE2e *e2e)
{
  gint64 end = jp_e2e_deadline ();

  for (;;)
    {
      const JpNode *first = jp_e2e_look (e2e)->children->len > 0 ? g_ptr_array_index (e2e->tree->children, 0) : NULL;
      g_autofree char *active = jp_keys_active_window (e2e->keys);

      if (first != NULL && jp_node_is (first, JP_STATE_ACTIVE) && g_strcmp0 (first->name, active) == 0)
        return;
      if (g_get_monotonic_time () > end)
        jp_e2e_fail (e2e, "No window of the program has the keyboard.");
      g_usleep (JP_E2E_POLL_US);
    }
}

void
jp_e2e_act (JpE2e *e2e, const char *act, const char *field, const char *text, const char *accept)
{
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, act);
  jp_e2e_key (e2e, "Return");
  if (text != NULL)
    jp_e2e_fill (e2e, field, text);
  jp_e2e_tab_to (e2e, JP_ROLE_BUTTON, accept);
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_gone (e2e, JP_ROLE_BUTTON, accept);
  wait_for_window (e2e);
}

/* What is on the disk by now, as another program sees it. */
void
jp_e2e_wait_kept (JpE2e *e2e, const char *text)
{
  g_autofree char *path = jp_e2e_path (e2e, "config/glib-2.0/settings/keyfile");
  gint64 end = jp_e2e_deadline ();

  for (;;)
    {
      g_autofree char *settings = NULL;

      if (g_file_get_contents (path, &settings, NULL, NULL) && strstr (settings, text) != NULL)
        return;
      if (g_get_monotonic_time () > end)
        jp_e2e_fail (e2e, "“%s” is not kept.", text);
      g_usleep (JP_E2E_POLL_US);
    }
}

/* A file dialog begins with the keyboard nowhere: Tab brings it in, a slash begins a path. */
void
jp_e2e_choose_file (JpE2e *e2e, const char *path)
{
  jp_e2e_wait (e2e, JP_ROLE_BUTTON, "打开(O)");
  tab (e2e);
  jp_e2e_key (e2e, "slash");
  jp_e2e_wait_text (e2e, JP_ROLE_ANY, "GtkFileChooserEntry", "/");
  jp_e2e_type (e2e, path + 1);
  jp_e2e_wait_text (e2e, JP_ROLE_ANY, "GtkFileChooserEntry", path);
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_gone (e2e, JP_ROLE_BUTTON, "打开(O)");
}

void
jp_e2e_import (JpE2e *e2e, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("JP_TEST_DATA"), "samples", name, NULL);

  jp_e2e_choose_file (e2e, path);
  jp_e2e_wait_focus (e2e, JP_ROLE_BUTTON, "导入(I)");
  jp_e2e_key (e2e, "Return");
  jp_e2e_wait_gone (e2e, JP_ROLE_BUTTON, "导入(I)");
}

void
jp_e2e_shoot (JpE2e *e2e, const char *name)
{
  const char *folder = g_getenv ("JP_SCREENSHOTS");
  g_autofree char *path = g_strdup_printf ("%s/%s.png", folder != NULL ? folder : e2e->home, name);

  if (folder != NULL)
    g_mkdir_with_parents (folder, 0755);
  jp_keys_shoot (e2e->keys, path);
}

static void
print_now (JpE2e *e2e, GString *to)
{
  g_autoptr (JpNode) focus = e2e->program != NULL ? jp_a11y_read_focus (e2e->a11y) : NULL;
  g_autoptr (JpNode) tree = e2e->program != NULL ? jp_a11y_read (e2e->a11y) : NULL;

  if (tree != NULL)
    jp_node_print (tree, to, 0);
  g_string_append (to, "The keyboard is with ");
  if (focus != NULL)
    jp_node_print (focus, to, 0);
  else
    g_string_append (to, "nothing.\n");
}

void
jp_e2e_fail (JpE2e *e2e, const char *format, ...)
{
  g_autofree char *message = NULL, *log = NULL,
                  *shot = g_strdelimit (g_strconcat ("failed", g_test_get_path (), NULL), "/", '-');
  g_autoptr (GString) tree = g_string_new (NULL);
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  print_now (e2e, tree);
  g_file_get_contents (e2e->log, &log, NULL, NULL);
  jp_e2e_shoot (e2e, shot);
  g_printerr ("%s\n%sLog:\n%s\n", message, tree->str, log != NULL ? log : "");
  g_error ("%s", message);
}
