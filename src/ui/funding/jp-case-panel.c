/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-case-panel.h"

#include "jp-article-tag.h"
#include "jp-case-forms.h"
#include "jp-case-steps.h"
#include "jp-find-named.h"

#include <glib/gi18n-lib.h>

#define TITLE_CHARS 18 /* what a title would like; it takes the width there is */

struct _JpCasePanel
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *tag;
  GtkWidget *start;
  GtkWidget *scrolled;
  GtkWidget *column;

  /* Owned. */
  JpSession     *session;
  JpFundingData *data;

  const JpFundingRow *row; /* of the data */
  guint               ordinal;
};

G_DEFINE_FINAL_TYPE (JpCasePanel, jp_case_panel, ADW_TYPE_BIN)

static guint closed_signal;

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpCasePanel *self = JP_CASE_PANEL (widget);
  const JpFundCase *fund_case = self->row != NULL ? jp_funding_row_case (self->row, self->ordinal) : NULL;
  JpFundActKind kind;

  if (fund_case != NULL && jp_fund_act_kind_parse (g_variant_get_string (parameter, NULL), &kind))
    jp_case_form_open (widget, self->session, self->row->dossier, fund_case, kind);
}

static void
set_start (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpCasePanel *self = JP_CASE_PANEL (widget);

  if (self->row != NULL)
    jp_case_start_form_open (widget, self->session, self->row->dossier);
}

/* Elsewhere in this page, or in the dossier. */
static void
go (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpCasePanel *self = JP_CASE_PANEL (widget);
  const char *where = g_variant_get_string (parameter, NULL);
  gboolean here = g_str_equal (where, "use") || g_str_equal (where, "oversight");
  g_autofree char *place = g_strdup_printf (here ? "funding#%s/%s" : "dossier#%s#%s", self->row->dossier->id, where);

  gtk_widget_activate_action (widget, "win.go", "s", place);
}

static void
close_panel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, closed_signal, 0);
}

static void
jp_case_panel_dispose (GObject *object)
{
  JpCasePanel *self = JP_CASE_PANEL (object);

  self->row = NULL;
  g_clear_object (&self->session);
  g_clear_pointer (&self->data, jp_funding_data_unref);

  G_OBJECT_CLASS (jp_case_panel_parent_class)->dispose (object);
}

static void
jp_case_panel_class_init (JpCasePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_case_panel_dispose;

  closed_signal = g_signal_new ("closed", JP_TYPE_CASE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "case.act", "s", act);
  gtk_widget_class_install_action (widget_class, "case.start", NULL, set_start);
  gtk_widget_class_install_action (widget_class, "case.go", "s", go);
  gtk_widget_class_install_action (widget_class, "case.close", NULL, close_panel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "case.close", NULL);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TITLE_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_head (JpCasePanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->title = new_label ("title-4");
  self->subtitle = new_label ("fund-small");
  self->tag = jp_article_tag_new (NULL);
  self->start = gtk_button_new_with_mnemonic (_("_First Year…"));
  gtk_widget_set_name (self->start, "start");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->start), "case.start");
  gtk_widget_set_valign (self->start, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "case.close");
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close the case"), -1);
  gtk_widget_set_tooltip_text (close, _("Close the case"));
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_widget_set_valign (self->tag, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (first), self->title);
  gtk_box_append (GTK_BOX (first), close);
  gtk_widget_set_halign (self->tag, GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->tag, TRUE);
  gtk_box_append (GTK_BOX (second), self->tag);
  gtk_box_append (GTK_BOX (second), self->start);
  gtk_box_append (GTK_BOX (head), first);
  gtk_box_append (GTK_BOX (head), self->subtitle);
  gtk_box_append (GTK_BOX (head), second);
  gtk_widget_add_css_class (head, "case-head");

  return head;
}

static void
jp_case_panel_init (JpCasePanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->column, "case-steps");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->column);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), new_head (self));
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_widget_add_css_class (GTK_WIDGET (self), "case-panel");
  adw_bin_set_child (ADW_BIN (self), box);
}

/* The name of what has the focus among the steps, where it was given one. */
static char *
focus_name (JpCasePanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->column))
    return NULL;

  return g_strdup (gtk_widget_get_name (focus));
}

static void
show_head (JpCasePanel *self, const JpFundCase *fund_case)
{
  g_autofree char *worth = jp_funding_worth_text (fund_case), *text = NULL, *capitals = NULL;
  g_autofree char *fiscal = NULL, *value = NULL;
  gboolean before = jp_funding_row_case (self->row, 1)->state != JP_CASE_PAID;

  capitals = fund_case->decided ? jp_money_to_capitals (fund_case->entitled) : NULL;
  text = g_strdup_printf (_("Year %1$u · fiscal %2$d · %3$s 万元%4$s%5$s%6$s"), self->ordinal, fund_case->fiscal_year,
                          worth, capitals != NULL ? "（" : "", capitals != NULL ? capitals : "",
                          capitals != NULL ? "）" : "");
  gtk_label_set_label (GTK_LABEL (self->title), self->row->name);
  gtk_label_set_label (GTK_LABEL (self->subtitle), text);
  gtk_widget_set_visible (self->start, self->ordinal == 1 && before && jp_session_is_city (self->session));
  gtk_widget_set_tooltip_text (self->start,
                               self->row->assumed ? _("Assumed from the recognition until it is set") : NULL);

  value = g_strdup_printf ("%s 万元", worth);
  fiscal = g_strdup_printf ("%d", fund_case->fiscal_year);
  jp_article_tag_set_article (JP_ARTICLE_TAG (self->tag),
                              fund_case->pack != NULL ? fund_case->pack->funding_article : NULL);
  jp_article_tag_clear_inputs (JP_ARTICLE_TAG (self->tag));
  jp_article_tag_add_input (JP_ARTICLE_TAG (self->tag), _("Entitled"), value);
  jp_article_tag_add_input (JP_ARTICLE_TAG (self->tag), _("Fiscal year"), fiscal);
  jp_article_tag_set_working (JP_ARTICLE_TAG (self->tag), fund_case->basis);
}

static void
show_steps (JpCasePanel *self, const JpFundCase *fund_case)
{
  JpCaseView view = { self->session, self->row->dossier, jp_snapshot_get_context (self->data->snapshot), fund_case };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->column)) != NULL)
    gtk_box_remove (GTK_BOX (self->column), child);
  jp_case_steps_to_payment (&view, GTK_BOX (self->column));
  jp_case_steps_after (&view, GTK_BOX (self->column));
}

/**
 * jp_case_panel_show:
 * @self: a panel
 * @session: the data file
 * @data: what is shown
 * @row: a cluster of it
 * @ordinal: one of its funding years
 *
 * Shows a case. What is made anew keeps the focus by its name, and the steps their place.
 */
void
jp_case_panel_show (JpCasePanel *self, JpSession *session, JpFundingData *data, const JpFundingRow *row, guint ordinal)
{
  const JpFundCase *fund_case = jp_funding_row_case (row, ordinal);
  g_autoptr (JpFundingData) before = self->data;
  gboolean same = self->row != NULL && self->ordinal == ordinal
                  && g_str_equal (self->row->dossier->id, row->dossier->id);
  g_autofree char *focus = same ? focus_name (self) : NULL;
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  GtkWidget *named;

  g_return_if_fail (fund_case != NULL);

  g_set_object (&self->session, session);
  self->data = jp_funding_data_ref (data);
  self->row = row;
  self->ordinal = ordinal;
  show_head (self, fund_case);
  show_steps (self, fund_case);
  if (!same)
    gtk_adjustment_set_value (scroll, 0);
  named = focus != NULL ? jp_find_named (self->column, focus) : NULL;
  if (named != NULL)
    gtk_widget_grab_focus (named);
  else if (focus != NULL)
    gtk_widget_child_focus (self->column, GTK_DIR_TAB_FORWARD);
}
