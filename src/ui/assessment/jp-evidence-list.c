/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-evidence-list.h"

#include "jp-attaching.h"
#include "jp-cut-label.h"

#include <glib/gi18n-lib.h>

struct _JpEvidenceList
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *head, *title, *add, *files;

  /* Owned. */
  JpReview *review;
  char     *shown; /* what the list was made of */

  guint indicator;
};

G_DEFINE_FINAL_TYPE (JpEvidenceList, jp_evidence_list, ADW_TYPE_BIN)

static const char id_key[] = "jp-attachment";

static const JpIndicator *
about (JpEvidenceList *self)
{
  const JpResult *result = jp_review_get_result (self->review);

  return self->indicator < result->pack->n_indicators ? &result->pack->indicators[self->indicator] : NULL;
}

static gboolean
is_mine (JpEvidenceList *self, const JpAttachment *attachment)
{
  const JpIndicator *indicator = about (self);

  return jp_attachment_evidence_year (attachment) == jp_review_get_year (self->review)
         && g_strcmp0 (jp_attachment_evidence_indicator (attachment), indicator != NULL ? indicator->id : NULL) == 0;
}

/* (element-type JpAttachment), borrowed. */
static GPtrArray *
mine (JpEvidenceList *self)
{
  const JpDossier *dossier = jp_review_get_dossier (self->review);
  GPtrArray *papers = g_ptr_array_new ();

  for (guint i = 0; i < dossier->attachments->len; i++)
    if (is_mine (self, g_ptr_array_index (dossier->attachments, i)))
      g_ptr_array_add (papers, g_ptr_array_index (dossier->attachments, i));

  return papers;
}

static JpAttachment *
new_paper (JpEvidenceList *self)
{
  const JpIndicator *indicator = about (self);

  return jp_evidence_new (jp_review_get_dossier (self->review)->id, jp_review_get_year (self->review),
                          indicator != NULL ? indicator->id : NULL);
}

static const JpAttachment *
attachment_of (JpEvidenceList *self, GtkWidget *button)
{
  const JpDossier *dossier = jp_review_get_dossier (self->review);
  const char *id = g_object_get_data (G_OBJECT (button), id_key);

  for (guint i = 0; dossier != NULL && i < dossier->attachments->len; i++)
    if (g_strcmp0 (((JpAttachment *) g_ptr_array_index (dossier->attachments, i))->id, id) == 0)
      return g_ptr_array_index (dossier->attachments, i);

  return NULL;
}

static void
on_open (GtkWidget *button, JpEvidenceList *self)
{
  const JpAttachment *attachment = attachment_of (self, button);

  if (attachment != NULL)
    jp_attaching_open (GTK_WIDGET (self), jp_review_get_session (self->review), attachment);
}

static void
on_remove (GtkWidget *button, JpEvidenceList *self)
{
  const JpAttachment *attachment = attachment_of (self, button);

  if (attachment != NULL)
    jp_attaching_remove (jp_review_get_session (self->review), attachment);
}

static void
on_add (JpEvidenceList *self)
{
  g_autoptr (JpAttachment) paper = new_paper (self);

  jp_attaching_choose (GTK_WIDGET (self), jp_review_get_session (self->review), paper);
}

gboolean
jp_evidence_list_take (JpEvidenceList *self, GListModel *files)
{
  g_autoptr (JpAttachment) paper = NULL;

  if (!jp_review_takes_evidence (self->review))
    return FALSE;

  paper = new_paper (self);
  jp_attaching_take (jp_review_get_session (self->review), paper, files);

  return TRUE;
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, JpEvidenceList *self)
{
  g_autoptr (GListModel) files = jp_attaching_dropped (value);

  return jp_evidence_list_take (self, files);
}

void
jp_evidence_list_drop_on (JpEvidenceList *self, GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
new_button (JpEvidenceList *self, const JpAttachment *paper, GtkWidget *child, const char *what, GCallback clicked)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *said = g_strdup_printf ("%s: %s", what, paper->name);
  g_autofree char *name = g_strdup_printf ("%s-%s", what, paper->id);

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_set_name (button, name);
  gtk_widget_set_tooltip_text (button, said);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (button), id_key, g_strdup (paper->id), g_free);
  g_signal_connect (button, "clicked", clicked, self);

  return button;
}

static void
add_paper (JpEvidenceList *self, const JpAttachment *paper, gboolean open)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = jp_cut_label_new (0), *button;

  gtk_label_set_label (GTK_LABEL (name), paper->name);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("text-x-generic-symbolic"));
  gtk_box_append (GTK_BOX (content), name);
  button = new_button (self, paper, content, _("Open"), G_CALLBACK (on_open));
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (row), button);
  if (open)
    gtk_box_append (GTK_BOX (row), new_button (self, paper, gtk_image_new_from_icon_name ("user-trash-symbolic"),
                                               _("Remove"), G_CALLBACK (on_remove)));
  gtk_box_append (GTK_BOX (self->files), row);
}

/* The list is made anew only when it is another: a keystroke elsewhere leaves it, and the focus in it, alone. */
static gboolean
is_shown (JpEvidenceList *self, GPtrArray *papers, gboolean open)
{
  g_autoptr (GString) all = g_string_new (open ? "open" : "");

  for (guint i = 0; i < papers->len; i++)
    g_string_append_printf (all, "\n%s", ((JpAttachment *) g_ptr_array_index (papers, i))->id);
  if (g_strcmp0 (all->str, self->shown) == 0)
    return TRUE;

  g_free (self->shown);
  self->shown = g_strdup (all->str);
  return FALSE;
}

void
jp_evidence_list_show (JpEvidenceList *self)
{
  const JpResult *result = jp_review_get_result (self->review);
  g_autoptr (GPtrArray) papers = NULL;
  gboolean open = jp_review_takes_evidence (self->review);
  GtkWidget *child;

  if (result == NULL || result->pack == NULL)
    return;

  papers = mine (self);
  if (is_shown (self, papers, open))
    return;

  /* Before its row goes, the focus goes where more can be done. */
  if ((gtk_widget_get_state_flags (self->files) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_widget_grab_focus (self->add);
  while ((child = gtk_widget_get_first_child (self->files)) != NULL)
    gtk_box_remove (GTK_BOX (self->files), child);
  for (guint i = 0; i < papers->len; i++)
    add_paper (self, g_ptr_array_index (papers, i), open);
  gtk_widget_set_visible (self->files, papers->len > 0);
  gtk_widget_set_visible (self->add, open);
  gtk_widget_set_visible (GTK_WIDGET (self), open || papers->len > 0);
}

guint
jp_evidence_list_get_size (JpEvidenceList *self)
{
  g_autoptr (GPtrArray) papers = mine (self);

  return papers->len;
}

static void
jp_evidence_list_dispose (GObject *object)
{
  JpEvidenceList *self = JP_EVIDENCE_LIST (object);

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_clear_object (&self->review);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (jp_evidence_list_parent_class)->dispose (object);
}

static void
jp_evidence_list_class_init (JpEvidenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_evidence_list_dispose;
}

static void
jp_evidence_list_init (JpEvidenceList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->title = gtk_label_new (_("Evidence"));
  self->add = gtk_button_new_with_mnemonic (_("_Attach Files…"));
  self->files = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->title, "dim-label");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _("Files can also be dropped here"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add), self);
  gtk_widget_add_css_class (self->files, "evidence-files");
  gtk_box_append (GTK_BOX (self->head), self->title);
  gtk_box_append (GTK_BOX (self->head), self->add);
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), self->files);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* A button says of what: there is one in every row. */
static void
name_button (JpEvidenceList *self)
{
  const JpIndicator *indicator = jp_review_get_result (self->review) != NULL ? about (self) : NULL;
  g_autofree char *said = indicator != NULL ? g_strdup_printf (_("Attach evidence: %s"), indicator->name)
                                            : g_strdup (_("Attach evidence of the year"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

GtkWidget *
jp_evidence_list_new (JpReview *review, guint indicator)
{
  JpEvidenceList *self = g_object_new (JP_TYPE_EVIDENCE_LIST, NULL);

  self->review = g_object_ref (review);
  self->indicator = indicator;
  name_button (self);
  if (indicator == JP_EVIDENCE_OF_YEAR)
    g_signal_connect_swapped (review, "changed", G_CALLBACK (jp_evidence_list_show), self);

  return GTK_WIDGET (self);
}
