/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-funding-cluster.h"

#include "jp-oversight-view.h"
#include "jp-use-view.h"

#include <glib/gi18n-lib.h>

struct _JpFundingCluster
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *title;
  GtkWidget *use_toggle;
  GtkWidget *oversight_toggle;
  GtkWidget *stack;
  GtkWidget *use;
  GtkWidget *oversight;

  /* Owned. */
  char *cluster;

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (JpFundingCluster, jp_funding_cluster, ADW_TYPE_BIN)

static void
on_toggled (JpFundingCluster *self)
{
  gboolean use = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->use_toggle));
  g_autofree char *place = g_strdup_printf ("funding#%s/%s", self->cluster, use ? "use" : "oversight");

  if (!self->showing)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", place);
}

static void
jp_funding_cluster_finalize (GObject *object)
{
  g_free (JP_FUNDING_CLUSTER (object)->cluster);

  G_OBJECT_CLASS (jp_funding_cluster_parent_class)->finalize (object);
}

static void
jp_funding_cluster_class_init (JpFundingClusterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_funding_cluster_finalize;
}

static GtkWidget *
new_toggles (JpFundingCluster *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->use_toggle = gtk_toggle_button_new_with_mnemonic (_("_Use Ledger"));
  self->oversight_toggle = gtk_toggle_button_new_with_mnemonic (_("_Inspection, Audit, Rectification"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->oversight_toggle), GTK_TOGGLE_BUTTON (self->use_toggle));
  g_signal_connect_swapped (self->use_toggle, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (box), self->use_toggle);
  gtk_box_append (GTK_BOX (box), self->oversight_toggle);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static GtkWidget *
new_head (JpFundingCluster *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "title-4");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "funding.schedule");
  gtk_widget_set_tooltip_text (back, _("To the schedule"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("To the schedule"), -1);
  gtk_box_append (GTK_BOX (head), back);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), new_toggles (self));

  return head;
}

static void
jp_funding_cluster_init (JpFundingCluster *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->stack = gtk_stack_new ();
  self->use = g_object_new (JP_TYPE_USE_VIEW, NULL);
  self->oversight = g_object_new (JP_TYPE_OVERSIGHT_VIEW, NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), self->use, "use");
  gtk_stack_add_named (GTK_STACK (self->stack), self->oversight, "oversight");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), new_head (self));
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_widget_add_css_class (box, "fund-page");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * jp_funding_cluster_show:
 * @self: a place
 * @session: the data file
 * @snapshot: what it held
 * @cluster: id of a cluster of the snapshot
 * @part: "use" or "oversight"
 */
void
jp_funding_cluster_show (JpFundingCluster *self, JpSession *session, JpSnapshot *snapshot, const char *cluster,
                         const char *part)
{
  const JpDossier *dossier = jp_snapshot_find (snapshot, cluster);
  gboolean use = g_str_equal (part, "use"), same = g_strcmp0 (self->cluster, cluster) == 0;
  char *id = g_strdup (cluster);

  g_return_if_fail (dossier != NULL);

  g_free (self->cluster);
  self->cluster = id;
  self->showing = TRUE;
  gtk_label_set_label (GTK_LABEL (self->title), dossier->name);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (use ? self->use_toggle : self->oversight_toggle), TRUE);
  self->showing = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), part);
  if (use)
    jp_use_view_show (JP_USE_VIEW (self->use), session, snapshot, id);
  else
    jp_dossier_section_present (JP_DOSSIER_SECTION (self->oversight), session, dossier);
  if (use && !same)
    jp_use_view_enter (JP_USE_VIEW (self->use));
}
