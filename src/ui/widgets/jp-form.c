/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-form.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GQuark      domain;
  int         code;
  const char *id; /* interned */
} Expected;

struct _JpForm
{
  AdwWindow parent_instance;

  /* Template widgets. */
  AdwWindowTitle *heading;
  GtkButton      *accept_button;
  GtkLabel       *intro;
  GtkLabel       *error;
  GtkBox         *fields;

  /* Owned. */
  JpSession    *session;
  GHashTable   *by_id; /* char * → JpField, borrowed */
  GtkSizeGroup *labels;
  GArray       *expected;
  gpointer      context;
  GDestroyNotify destroy_context;

  JpFormMake make;
  gboolean   closed;
};

G_DEFINE_FINAL_TYPE (JpForm, jp_form, ADW_TYPE_WINDOW)

/* As high as what there is to say. */
static void
fit (JpForm *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, -1);
}

static void
show_refusal (JpForm *self, const GError *error)
{
  JpField *field = NULL;

  for (guint i = 0; i < self->expected->len && field == NULL; i++)
    {
      const Expected *expected = &g_array_index (self->expected, Expected, i);

      if (g_error_matches (error, expected->domain, expected->code))
        field = jp_form_get (self, expected->id);
    }

  fit (self);
  if (field == NULL || !gtk_widget_get_visible (GTK_WIDGET (field)))
    {
      jp_form_set_error (self, error->message);
      return;
    }

  jp_field_set_error (field, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (field));
}

static void
clear_errors (JpForm *self)
{
  GHashTableIter iter;
  gpointer field;

  jp_form_set_error (self, NULL);
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    jp_field_set_error (field, NULL);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpForm) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = jp_session_do_finish (JP_SESSION (source), result, &error);

  if (self->closed)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), TRUE);
  if (done)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_refusal (self, error);
}

/* One press is one act: the button rests until casework has answered. */
static void
on_accept (JpForm *self)
{
  JpFormWork todo = { 0 };

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->accept_button)))
    return;

  clear_errors (self);
  if (!self->make (self, self->context, &todo))
    {
      fit (self);
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), FALSE);
  jp_session_act_async (self->session, todo.work, todo.data, todo.destroy, on_done, g_object_ref (self));
}

static void
on_cancel (JpForm *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
jp_form_dispose (GObject *object)
{
  JpForm *self = JP_FORM (object);

  self->closed = TRUE;
  g_clear_object (&self->session);
  g_hash_table_remove_all (self->by_id);
  g_clear_object (&self->labels);

  G_OBJECT_CLASS (jp_form_parent_class)->dispose (object);
}

static void
jp_form_finalize (GObject *object)
{
  JpForm *self = JP_FORM (object);

  /* Not before: work that was asked for may still be reading it. */
  if (self->destroy_context != NULL)
    self->destroy_context (self->context);
  g_hash_table_unref (self->by_id);
  g_array_unref (self->expected);

  G_OBJECT_CLASS (jp_form_parent_class)->finalize (object);
}

static void
jp_form_class_init (JpFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_form_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-form.ui");
  gtk_widget_class_bind_template_child (widget_class, JpForm, heading);
  gtk_widget_class_bind_template_child (widget_class, JpForm, accept_button);
  gtk_widget_class_bind_template_child (widget_class, JpForm, intro);
  gtk_widget_class_bind_template_child (widget_class, JpForm, error);
  gtk_widget_class_bind_template_child (widget_class, JpForm, fields);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jp_form_init (JpForm *self)
{
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->expected = g_array_new (FALSE, FALSE, sizeof (Expected));
  self->labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * jp_form_new:
 * @over: any widget of the window the form belongs to
 * @session: whose casework does the act
 * @title: what will be done
 * @accept: the button that does it, with a mnemonic
 *
 * Returns: (transfer none): a form, owned by itself until it is closed
 */
JpForm *
jp_form_new (GtkWidget *over, JpSession *session, const char *title, const char *accept)
{
  GtkRoot *root = gtk_widget_get_root (over);
  JpForm *self = g_object_new (JP_TYPE_FORM, "title", title, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->session = g_object_ref (session);
  adw_window_title_set_title (self->heading, title);
  gtk_button_set_label (self->accept_button, accept);

  return self;
}

void
jp_form_set_intro (JpForm *self, const char *text)
{
  gtk_label_set_label (self->intro, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->intro), text != NULL);
}

JpField *
jp_form_add (JpForm *self, const char *id, JpFieldKind kind, const char *label)
{
  JpField *field = jp_field_new (kind, label);

  jp_field_join (field, self->labels);
  g_hash_table_insert (self->by_id, g_strdup (id), field);
  gtk_box_append (self->fields, GTK_WIDGET (field));

  return field;
}

JpField *
jp_form_get (JpForm *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

void
jp_form_add_widget (JpForm *self, GtkWidget *widget)
{
  gtk_box_append (self->fields, widget);
}

char *
jp_form_text (JpForm *self, const char *id)
{
  JpField *field = jp_form_get (self, id);
  g_autofree char *text = field != NULL ? jp_field_get_text (field) : NULL;

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

void
jp_form_expect (JpForm *self, GQuark domain, int code, const char *id)
{
  Expected expected = { domain, code, g_intern_string (id) };

  g_array_append_val (self->expected, expected);
}

void
jp_form_set_error (JpForm *self, const char *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

/* What can only be looked at is not accepted. */
void
jp_form_set_can_accept (JpForm *self, gboolean can_accept)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), can_accept);
}

/**
 * jp_form_open:
 * @self: a form with its fields
 * @make: reads them into an act
 * @context: for @make
 * @destroy: (nullable): frees @context with the form
 *
 * Shows the form.
 */
void
jp_form_open (JpForm *self, JpFormMake make, gpointer context, GDestroyNotify destroy)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->fields));

  self->make = make;
  self->context = context;
  self->destroy_context = destroy;
  gtk_window_present (GTK_WINDOW (self));
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

/* As the button does. */
void
jp_form_set_enter_accepts (JpForm *self, const char *id)
{
  JpField *field = jp_form_get (self, id);
  GtkWidget *focus;

  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->accept_button));
  if (field == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->accept_button));
      return;
    }

  gtk_widget_child_focus (GTK_WIDGET (field), GTK_DIR_TAB_FORWARD);
  focus = gtk_root_get_focus (GTK_ROOT (self));
  if (GTK_IS_TEXT (focus))
    gtk_text_set_activates_default (GTK_TEXT (focus), TRUE);
}

void
jp_form_accept (JpForm *self)
{
  on_accept (self);
}
