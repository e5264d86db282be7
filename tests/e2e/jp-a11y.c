/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window as a screen reader is told of it. libatspi answers from its cache, which shows what was; and asks for one
 * thing at a time. Here each look asks anew, for all widgets of a level of the tree at once. */

#include "jp-a11y.h"

#include <glib/gprintf.h>
#include <string.h>

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define REGISTRY   "org.a11y.atspi.Registry"
#define ROOT       "/org/a11y/atspi/accessible/root"
#define ANSWER_MS  5000
#define MAX_DEPTH  100

struct _JpA11y
{
  GDBusConnection *bus;
  char            *program;   /* its name on the bus; NULL: none is followed */
  char            *focus;     /* object that got the keyboard last; NULL: none */
  guint            listening;
};

static void
on_focus (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *signal,
          GVariant *parameters, gpointer data)
{
  JpA11y *self = data;
  int now;

  g_variant_get_child (parameters, 1, "i", &now);
  if (now != 1 || g_strcmp0 (sender, self->program) != 0)
    return;

  g_free (self->focus);
  self->focus = g_strdup (path);
}

JpA11y *
jp_a11y_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) reply = NULL;
  const char *address;
  JpA11y *self = g_new0 (JpA11y, 1);

  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
                                       G_VARIANT_TYPE ("(s)"), 0, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(&s)", &address);
  self->bus = g_dbus_connection_new_for_address_sync (address,
                                                      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                        | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                      NULL, NULL, &error);
  g_assert_no_error (error);
  self->listening = g_dbus_connection_signal_subscribe (self->bus, NULL, "org.a11y.atspi.Event.Object", "StateChanged",
                                                        NULL, "focused", 0, on_focus, self, NULL);

  return self;
}

void
jp_a11y_free (JpA11y *self)
{
  g_dbus_connection_signal_unsubscribe (self->bus, self->listening);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_free (self->program);
  g_free (self->focus);
  g_free (self);
}

/* NULL: the object is gone, or knows no such thing. */
static GVariant *
call (JpA11y *self, const char *name, const char *path, const char *interface, const char *method, GVariant *parameters)
{
  return g_dbus_connection_call_sync (self->bus, name, path, interface, method, parameters, NULL, 0, ANSWER_MS, NULL,
                                      NULL);
}

static guint32
pid_of (JpA11y *self, const char *name)
{
  g_autoptr (GVariant) reply = call (self, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                     "GetConnectionUnixProcessID", g_variant_new ("(s)", name));
  guint32 pid = 0;

  if (reply != NULL)
    g_variant_get (reply, "(u)", &pid);
  return pid;
}

gboolean
jp_a11y_follow (JpA11y *self, GPid pid)
{
  g_autoptr (GVariant) reply = call (self, REGISTRY, ROOT, ACCESSIBLE, "GetChildren", NULL);
  g_autoptr (GVariantIter) iter = NULL;
  const char *name, *path;

  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->focus, g_free);
  if (reply == NULL)
    return FALSE;

  g_variant_get (reply, "(a(so))", &iter);
  while (self->program == NULL && g_variant_iter_next (iter, "(&s&o)", &name, &path))
    if (pid_of (self, name) == (guint32) pid)
      self->program = g_strdup (name);

  return self->program != NULL;
}

static JpNode *
node_new (JpNode *parent, const char *path)
{
  JpNode *node = g_new0 (JpNode, 1);

  node->parent = parent;
  node->path = g_strdup (path);
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_node_free);
  if (parent != NULL)
    g_ptr_array_add (parent->children, node);

  return node;
}

void
jp_node_free (JpNode *node)
{
  g_ptr_array_unref (node->children);
  g_free (node->path);
  g_free (node->name);
  g_free (node->description);
  g_free (node);
}

gboolean
jp_node_is (const JpNode *node, JpState state)
{
  return (node->states & (G_GUINT64_CONSTANT (1) << state)) != 0;
}

gboolean
jp_node_is_named (const JpNode *node)
{
  static const char * const classes[] = { "Gtk", "Adw", "Jp", "Gdk", NULL };

  for (guint i = 0; classes[i] != NULL; i++)
    if (g_str_has_prefix (node->name, classes[i]) && g_ascii_isupper (node->name[strlen (classes[i])]))
      return FALSE;

  return node->name[0] != '\0';
}

void
jp_node_print (const JpNode *node, GString *to, guint depth)
{
  static const struct { JpState state; const char *name; } marks[] = {
    { JP_STATE_ACTIVE, "active" }, { JP_STATE_FOCUSABLE, "focusable" }, { JP_STATE_FOCUSED, "focused" },
    { JP_STATE_CHECKED, "checked" }, { JP_STATE_SELECTED, "selected" },
  };

  g_string_append_printf (to, "%*s%d “%s”", (int) (2 * depth), "", node->role, node->name);
  if (*node->description != '\0')
    g_string_append_printf (to, " (%s)", node->description);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (jp_node_is (node, marks[i].state))
      g_string_append_printf (to, " %s", marks[i].name);
  if (!jp_node_is (node, JP_STATE_SENSITIVE))
    g_string_append (to, " insensitive");
  g_string_append_c (to, '\n');
  for (guint i = 0; i < node->children->len; i++)
    jp_node_print (g_ptr_array_index (node->children, i), to, depth + 1);
}

/* A look at the tree: answers come in any order, each for one node. */
typedef struct
{
  JpA11y     *a11y;
  GHashTable *known;   /* what the program tells of all at once, by path: (name, role, description, states) */
  guint       waiting; /* for so many answers */
} Look;

typedef void (*Fill) (JpNode *node, GVariant *reply);

typedef struct
{
  Look   *look;
  JpNode *node;
  Fill    fill;
} Question;

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  question->look->waiting--;
  if (reply != NULL)
    question->fill (question->node, reply);
}

static void
ask (Look *look, JpNode *node, const char *interface, const char *method, GVariant *parameters, Fill fill)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { look, node, fill };
  look->waiting++;
  g_dbus_connection_call (look->a11y->bus, look->a11y->program, node->path, interface, method, parameters, NULL, 0,
                          ANSWER_MS, NULL, on_answer, question);
}

static void
fill_properties (JpNode *node, GVariant *reply)
{
  g_autoptr (GVariant) all = g_variant_get_child_value (reply, 0);

  g_variant_lookup (all, "Name", "s", &node->name);
  g_variant_lookup (all, "Description", "s", &node->description);
}

static void
fill_role (JpNode *node, GVariant *reply)
{
  g_variant_get (reply, "(u)", &node->role);
}

static guint64
states_of (GVariant *states)
{
  guint32 low = 0, high = 0;

  g_variant_get_child (states, 0, "u", &low);
  g_variant_get_child (states, 1, "u", &high);
  return low | (guint64) high << 32;
}

static void
fill_states (JpNode *node, GVariant *reply)
{
  g_autoptr (GVariant) states = g_variant_get_child_value (reply, 0);

  node->states = states_of (states);
}

static void
fill_children (JpNode *node, GVariant *reply)
{
  g_autoptr (GVariantIter) iter = NULL;
  const char *name, *path;

  g_variant_get (reply, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&s&o)", &name, &path))
    if (!g_str_has_suffix (path, "/null"))
      node_new (node, path);
}

/* As the program tells of its objects: itself, the program, parent, place, number of children, interfaces, name, role,
 * description, states. */
static void
fill_known (JpNode *node, GVariant *item)
{
  g_autoptr (GVariant) states = g_variant_get_child_value (item, 9);

  g_variant_get_child (item, 4, "i", &node->n_children);
  g_variant_get_child (item, 6, "s", &node->name);
  g_variant_get_child (item, 7, "u", &node->role);
  g_variant_get_child (item, 8, "s", &node->description);
  node->states = states_of (states);
}

/* It tells of what it has been asked about before. */
static void
learn (Look *look)
{
  g_autoptr (GVariant) reply = call (look->a11y, look->a11y->program, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache",
                                     "GetItems", NULL);
  g_autoptr (GVariant) items = reply != NULL ? g_variant_get_child_value (reply, 0) : NULL;

  look->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  for (gsize i = 0; items != NULL && i < g_variant_n_children (items); i++)
    {
      GVariant *item = g_variant_get_child_value (items, i);
      char *path;

      g_variant_get_child (item, 0, "(so)", NULL, &path);
      g_hash_table_insert (look->known, path, item);
    }
}

static void
ask_about (Look *look, JpNode *node)
{
  GVariant *item = look->known != NULL ? g_hash_table_lookup (look->known, node->path) : NULL;

  if (item != NULL)
    {
      fill_known (node, item);
      return;
    }

  node->n_children = 1; /* perhaps */
  ask (look, node, ACCESSIBLE, "GetState", NULL, fill_states);
  ask (look, node, ACCESSIBLE, "GetRole", NULL, fill_role);
  ask (look, node, "org.freedesktop.DBus.Properties", "GetAll", g_variant_new ("(s)", ACCESSIBLE), fill_properties);
}

static void
settle (Look *look)
{
  while (look->waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
collect (JpNode *node, guint depth, GPtrArray *to)
{
  if (depth == 0)
    g_ptr_array_add (to, node);
  else
    for (guint i = 0; i < node->children->len; i++)
      collect (g_ptr_array_index (node->children, i), depth - 1, to);
}

static gboolean
has_answered (const JpNode *node)
{
  return node->name != NULL && node->description != NULL;
}

/* What went away meanwhile. */
static void
drop_gone (JpNode *node)
{
  for (guint i = node->children->len; i > 0; i--)
    if (!has_answered (g_ptr_array_index (node->children, i - 1)))
      g_ptr_array_remove_index (node->children, i - 1);
}

static guint
read_level (Look *look, JpNode *root, guint depth)
{
  g_autoptr (GPtrArray) level = g_ptr_array_new ();
  g_autoptr (GPtrArray) below = g_ptr_array_new ();

  collect (root, depth, level);
  for (guint i = 0; i < level->len; i++)
    if (((JpNode *) g_ptr_array_index (level, i))->n_children > 0)
      ask (look, g_ptr_array_index (level, i), ACCESSIBLE, "GetChildren", NULL, fill_children);
  settle (look);

  collect (root, depth + 1, below);
  for (guint i = 0; i < below->len; i++)
    ask_about (look, g_ptr_array_index (below, i));
  settle (look);
  for (guint i = 0; i < level->len; i++)
    drop_gone (g_ptr_array_index (level, i));

  return below->len;
}

/* The active window first, then those that came last: dialogs before what they are about. */
static void
sort_windows (GPtrArray *windows)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint active = 2; active > 0; active--)
    for (guint i = windows->len; i > 0; i--)
      if (jp_node_is (g_ptr_array_index (windows, i - 1), JP_STATE_ACTIVE) == (active == 2))
        g_ptr_array_add (sorted, g_ptr_array_index (windows, i - 1));
  for (guint i = 0; i < windows->len; i++)
    windows->pdata[i] = sorted->pdata[i];
}

JpNode *
jp_a11y_read (JpA11y *self)
{
  Look look = { self, NULL, 0 };
  g_autoptr (JpNode) root = node_new (NULL, ROOT);

  g_assert_nonnull (self->program);
  ask_about (&look, root);
  settle (&look);
  if (!has_answered (root))
    return NULL;

  learn (&look);
  for (guint depth = 0; depth < MAX_DEPTH && read_level (&look, root, depth) > 0; depth++)
    ;
  g_hash_table_unref (look.known);
  sort_windows (root->children);
  return g_steal_pointer (&root);
}

static JpNode *
read_one (JpA11y *self, const char *path)
{
  Look look = { self, NULL, 0 };
  g_autoptr (JpNode) node = node_new (NULL, path);

  ask_about (&look, node);
  settle (&look);
  return has_answered (node) && jp_node_is (node, JP_STATE_FOCUSED) ? g_steal_pointer (&node) : NULL;
}

static const JpNode *
find_focus (const JpNode *node)
{
  const JpNode *found = NULL;

  for (guint i = 0; i < node->children->len && found == NULL; i++)
    found = find_focus (g_ptr_array_index (node->children, i));

  return found == NULL && jp_node_is (node, JP_STATE_FOCUSED) ? node : found;
}

/* The program says where the focus goes, but not of every widget that has it from its beginning. */
JpNode *
jp_a11y_read_focus (JpA11y *self)
{
  g_autoptr (JpNode) tree = NULL;
  JpNode *node;
  const JpNode *found;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  node = self->focus != NULL ? read_one (self, self->focus) : NULL;
  if (node != NULL)
    return node;

  tree = jp_a11y_read (self);
  found = tree != NULL ? find_focus (tree) : NULL;
  if (found == NULL)
    return NULL;

  g_free (self->focus);
  self->focus = g_strdup (found->path);
  return read_one (self, self->focus);
}

static GVariant *
property (JpA11y *self, const char *path, const char *interface, const char *name)
{
  g_autoptr (GVariant) reply = call (self, self->program, path, "org.freedesktop.DBus.Properties", "Get",
                                     g_variant_new ("(ss)", interface, name));
  GVariant *value = NULL;

  if (reply != NULL)
    g_variant_get (reply, "(v)", &value);
  return value;
}

char *
jp_a11y_read_window (JpA11y *self, const JpNode *node)
{
  g_autofree char *path = g_strdup (node->path);

  for (guint i = 0; i < MAX_DEPTH; i++)
    {
      g_autoptr (GVariant) parent = property (self, path, ACCESSIBLE, "Parent");
      g_autoptr (GVariant) name = NULL;
      char *above;

      if (parent == NULL)
        return NULL;

      g_variant_get (parent, "(so)", NULL, &above);
      if (g_str_equal (above, ROOT))
        {
          g_free (above);
          name = property (self, path, ACCESSIBLE, "Name");
          return name != NULL ? g_variant_dup_string (name, NULL) : NULL;
        }
      g_free (path);
      path = above;
    }

  return NULL;
}

gboolean
jp_a11y_do (JpA11y *self, const JpNode *node)
{
  g_autoptr (GVariant) reply = call (self, self->program, node->path, "org.a11y.atspi.Action", "DoAction",
                                     g_variant_new ("(i)", 0));
  gboolean done = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &done);
  return done;
}

char *
jp_a11y_read_text (JpA11y *self, const JpNode *node)
{
  g_autoptr (GVariant) length = property (self, node->path, "org.a11y.atspi.Text", "CharacterCount");
  g_autoptr (GVariant) reply = NULL;
  char *text = NULL;

  if (length == NULL)
    return NULL;

  /* -1 for “all” gives nothing in GTK 4.8. */
  reply = call (self, self->program, node->path, "org.a11y.atspi.Text", "GetText",
                g_variant_new ("(ii)", 0, g_variant_get_int32 (length)));
  if (reply != NULL)
    g_variant_get (reply, "(s)", &text);
  return text;
}
