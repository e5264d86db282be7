/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-field.h"

#include "jp-choice.h"

#include <glib/gi18n-lib.h>

#define LABEL_SPACING 12 /* between a label and its control */
#define NOTE_HEIGHT 72

struct _JpField
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *label;
  GtkWidget *row;
  GtkWidget *control;  /* what takes the focus */
  GtkWidget *hint;
  GtkWidget *error;

  /* Owned. */
  char      *set;      /* what was set last */
  char     **ids;      /* of the choices */

  JpFieldKind kind;
  gboolean    setting;
};

G_DEFINE_FINAL_TYPE (JpField, jp_field, ADW_TYPE_BIN)

enum
{
  CHANGED,
  COMMITTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
raw_text (JpField *self)
{
  if (self->kind == JP_FIELD_KIND_NOTE)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control)));
}

static gboolean
differs (JpField *self)
{
  g_autofree char *text = jp_field_get_text (self);

  return g_strcmp0 (text, self->set != NULL ? self->set : "") != 0;
}

static gboolean
has_focus (JpField *self)
{
  return (gtk_widget_get_state_flags (self->control) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
commit (JpField *self)
{
  if (self->kind != JP_FIELD_KIND_CHOICE && !differs (self))
    return;

  g_signal_emit (self, signals[COMMITTED], 0);
}

static void
on_changed (JpField *self)
{
  if (self->setting)
    return;

  if (self->kind == JP_FIELD_KIND_DATE)
    jp_field_set_error (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_chosen (JpField *self)
{
  if (self->setting)
    return;

  g_signal_emit (self, signals[CHANGED], 0);
  commit (self);
}

static GtkWidget *
new_entry (JpField *self)
{
  GtkWidget *entry = gtk_entry_new ();

  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (commit), self);
  if (self->kind == JP_FIELD_KIND_NUMBER)
    gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  if (self->kind == JP_FIELD_KIND_DATE)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "2026-01-31");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);

  return entry;
}

static GtkWidget *
new_note (JpField *self, GtkWidget **shown)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), NOTE_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 2 * NOTE_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_add_css_class (scrolled, "note-field");
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (on_changed), self);
  *shown = scrolled;

  return view;
}

static void
make_control (JpField *self)
{
  GtkWidget *shown = NULL;

  if (self->kind == JP_FIELD_KIND_CHOICE)
    {
      self->control = gtk_drop_down_new (NULL, NULL);
      jp_choice_setup (GTK_DROP_DOWN (self->control));
      g_signal_connect_swapped (self->control, "notify::selected", G_CALLBACK (on_chosen), self);
    }
  else if (self->kind == JP_FIELD_KIND_NOTE)
    self->control = new_note (self, &shown);
  else
    self->control = new_entry (self);

  if (shown == NULL)
    shown = self->control;
  gtk_widget_set_hexpand (shown, TRUE);
  gtk_box_append (GTK_BOX (self->row), shown);

  if (self->kind != JP_FIELD_KIND_CHOICE)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
      gtk_widget_add_controller (self->control, focus);
    }
}

static void
jp_field_finalize (GObject *object)
{
  JpField *self = JP_FIELD (object);

  g_free (self->set);
  g_strfreev (self->ids);

  G_OBJECT_CLASS (jp_field_parent_class)->finalize (object);
}

static gboolean
jp_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JP_FIELD (widget)->control);
}

static void
jp_field_class_init (JpFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = jp_field_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", JP_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMMITTED] = g_signal_new ("committed", JP_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                     0);
}

static GtkWidget *
new_remark (const char *css_class)
{
  GtkWidget *remark = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (remark), 0);
  gtk_label_set_wrap (GTK_LABEL (remark), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (remark), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (remark, "caption");
  gtk_widget_add_css_class (remark, css_class);
  gtk_widget_set_visible (remark, FALSE);

  return remark;
}

/* The label, and what is left to the column. A box asks a child how wide it must be for the height it got, and a remark
 * of several lines then says more than there is room for. */

static GtkSizeRequestMode
get_request_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
label_width (GtkWidget *box)
{
  GtkWidget *label = gtk_widget_get_first_child (box);
  int least, natural;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);

  return gtk_widget_get_visible (label) ? natural + LABEL_SPACING : 0;
}

static void
measure (GtkWidget *box, GtkOrientation orientation, int for_size, int *least, int *natural, int *least_baseline,
         int *natural_baseline)
{
  int label = label_width (box), label_least, label_natural;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (0, for_size - label);
  gtk_widget_measure (gtk_widget_get_last_child (box), orientation,
                      orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, least, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *least += label;
      *natural += label;
      return;
    }

  gtk_widget_measure (gtk_widget_get_first_child (box), orientation, -1, &label_least, &label_natural, NULL, NULL);
  *least = MAX (*least, label_least);
  *natural = MAX (*natural, label_natural);
}

static void
allocate (GtkWidget *box, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL;
  int label = label_width (box), named = MAX (0, label - LABEL_SPACING);

  gtk_widget_size_allocate (gtk_widget_get_first_child (box),
                            &(GtkAllocation) { mirrored ? width - named : 0, 0, named, height }, -1);
  gtk_widget_size_allocate (gtk_widget_get_last_child (box),
                            &(GtkAllocation) { mirrored ? 0 : label, 0, width - label, height }, -1);
}

static void
jp_field_init (JpField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 1);
  gtk_widget_set_valign (self->label, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->label, "field-label");
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->hint = new_remark ("dim-label");
  self->error = new_remark ("error");
  gtk_widget_set_hexpand (column, TRUE);

  gtk_box_append (GTK_BOX (column), self->row);
  gtk_box_append (GTK_BOX (column), self->error);
  gtk_box_append (GTK_BOX (column), self->hint);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), column);
  gtk_widget_set_layout_manager (box, gtk_custom_layout_new (get_request_mode, measure, allocate));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * jp_field_new:
 * @kind: what it takes
 * @label: its name, also for who hears the window
 *
 * Returns: (transfer floating): a field
 */
JpField *
jp_field_new (JpFieldKind kind, const char *label)
{
  JpField *self = g_object_new (JP_TYPE_FIELD, NULL);

  self->kind = kind;
  gtk_label_set_label (GTK_LABEL (self->label), label);
  make_control (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->error,
                                  self->hint, NULL, -1);

  return self;
}

JpFieldKind
jp_field_get_kind (JpField *self)
{
  return self->kind;
}

/**
 * jp_field_set_text:
 * @self: a field of text
 * @text: (nullable): what to show
 *
 * Shows a text, unless the user is typing another one.
 */
void
jp_field_set_text (JpField *self, const char *text)
{
  gboolean typing = has_focus (self) && differs (self);

  g_free (self->set);
  self->set = g_strdup (text != NULL ? text : "");
  if (typing || !differs (self))
    return;

  self->setting = TRUE;
  if (self->kind == JP_FIELD_KIND_NOTE)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control)), self->set, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->control), self->set);
  self->setting = FALSE;
  jp_field_set_error (self, NULL);
}

char *
jp_field_get_text (JpField *self)
{
  return g_strstrip (raw_text (self));
}

void
jp_field_set_date (JpField *self, JpDate date)
{
  char iso[JP_DATE_ISO_LEN];

  jp_field_set_text (self, date != JP_DATE_NONE ? jp_date_to_iso (date, iso) : "");
}

gboolean
jp_field_get_date (JpField *self, JpDate *date)
{
  g_autofree char *text = jp_field_get_text (self);
  g_autofree char *wrong = NULL;

  *date = *text != '\0' ? jp_date_parse_loose (text) : JP_DATE_NONE;
  if (*text == '\0' || *date != JP_DATE_NONE)
    return TRUE;

  wrong = g_strdup_printf (_("“%s” is not a date. Write it like 2024-9-19, 2024/9/19 or 2024年9月19日."), text);
  jp_field_set_error (self, wrong);
  return FALSE;
}

void
jp_field_set_choices (JpField *self, const char * const *ids, const char * const *names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  g_return_if_fail (self->kind == JP_FIELD_KIND_CHOICE);

  g_strfreev (self->ids);
  self->ids = g_strdupv ((char **) ids);
  self->setting = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->control), G_LIST_MODEL (list));
  self->setting = FALSE;
}

void
jp_field_choose (JpField *self, const char *id)
{
  self->setting = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), GTK_INVALID_LIST_POSITION);
  for (guint i = 0; self->ids[i] != NULL; i++)
    if (g_strcmp0 (self->ids[i], id) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), i);
  self->setting = FALSE;
}

const char *
jp_field_get_choice (JpField *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));

  return selected != GTK_INVALID_LIST_POSITION ? self->ids[selected] : NULL;
}

/**
 * jp_field_set_error:
 * @self: a field
 * @message: (nullable): what is wrong and what to do, a sentence
 *
 * Says what is wrong: in words, by the accessible state, and only then by colour.
 */
void
jp_field_set_error (JpField *self, const char *message)
{
  GtkAccessibleInvalidState state = message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE;

  gtk_label_set_label (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID, state, -1);
  if (message != NULL)
    gtk_widget_add_css_class (self->control, "error");
  else
    gtk_widget_remove_css_class (self->control, "error");
}

const char *
jp_field_get_error (JpField *self)
{
  return gtk_widget_get_visible (self->error) ? gtk_label_get_label (GTK_LABEL (self->error)) : NULL;
}

void
jp_field_set_hint (JpField *self, const char *hint)
{
  gtk_label_set_label (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint, hint != NULL);
}

void
jp_field_set_locked (JpField *self, gboolean locked)
{
  if (self->kind == JP_FIELD_KIND_CHOICE)
    gtk_widget_set_sensitive (self->control, !locked);
  else if (self->kind == JP_FIELD_KIND_NOTE)
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->control), !locked);
  else
    {
      gtk_editable_set_editable (GTK_EDITABLE (self->control), !locked);
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->control), GTK_ENTRY_ICON_SECONDARY,
                                         locked ? "changes-prevent-symbolic" : NULL);
      gtk_entry_set_icon_activatable (GTK_ENTRY (self->control), GTK_ENTRY_ICON_SECONDARY, FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, locked, -1);
    }
}

void
jp_field_add_suffix (JpField *self, GtkWidget *widget)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->row), widget);
}

void
jp_field_join (JpField *self, GtkSizeGroup *labels)
{
  gtk_size_group_add_widget (labels, self->label);
}

void
jp_field_settle (JpField *self)
{
  g_free (self->set);
  self->set = jp_field_get_text (self);
}
