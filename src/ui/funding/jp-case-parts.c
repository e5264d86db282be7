/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts that the steps of a case are put together from. */

#include "jp-case-steps.h"

#include "jp-article-tag.h"
#include "jp-case-forms.h"
#include "jp-wrap-box.h"

#include <glib/gi18n-lib.h>

/* What labels would like; they take the width there is and wrap. Without it one long line would widen the panel. */
#define SUMMARY_CHARS 16
#define SUMMARY_LEAST 10
#define TEXT_CHARS    28

static const char *
state_class (JpStepState state)
{
  switch (state)
    {
    case JP_STEP_CURRENT:
      return "current";
    case JP_STEP_DONE:
      return "done";
    case JP_STEP_BARRED:
      return "barred";
    case JP_STEP_AHEAD:
    default:
      return "ahead";
    }
}

static const char *
state_words (JpStepState state)
{
  switch (state)
    {
    case JP_STEP_CURRENT:
      return _("the present step");
    case JP_STEP_DONE:
      return _("done");
    case JP_STEP_BARRED:
      return _("not allowed yet");
    case JP_STEP_AHEAD:
    default:
      return _("ahead");
    }
}

/* A number in a ring, a tick once it is done, a lock where it is barred; and the line to the next. */
static GtkWidget *
new_mark (guint number, JpStepState state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL),
            *mark;
  g_autofree char *text = g_strdup_printf ("%u", number);

  if (state == JP_STEP_DONE)
    mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  else if (state == JP_STEP_BARRED)
    mark = gtk_image_new_from_icon_name ("jp-step-lock-symbolic");
  else
    mark = gtk_label_new (text);
  gtk_widget_add_css_class (mark, "step-mark");
  gtk_widget_add_css_class (mark, state_class (state));
  gtk_widget_set_halign (mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (line, TRUE);
  gtk_box_append (GTK_BOX (box), line);

  return box;
}

static GtkWidget *
new_head (const JpStep *step)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *title = gtk_label_new (step->title);
  GtkWidget *summary = gtk_label_new (step->summary);

  gtk_widget_add_css_class (title, "heading");
  if (step->state == JP_STEP_AHEAD)
    gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (summary, "fund-small");
  gtk_widget_add_css_class (summary, step->state == JP_STEP_CURRENT ? "accent" : "dim-label");
  gtk_label_set_xalign (GTK_LABEL (summary), 1);
  gtk_label_set_wrap (GTK_LABEL (summary), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (summary), step->summary != NULL ? SUMMARY_LEAST : 0);
  gtk_label_set_max_width_chars (GTK_LABEL (summary), SUMMARY_CHARS);
  gtk_label_set_wrap_mode (GTK_LABEL (summary), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (summary, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  if (step->article != NULL && step->state != JP_STEP_AHEAD)
    gtk_box_append (GTK_BOX (head), jp_article_tag_new (step->article));
  gtk_box_append (GTK_BOX (head), summary);
  gtk_widget_add_css_class (head, "step-head");

  return head;
}

void
jp_case_step_append (GtkBox *column, guint number, JpStep *step)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name = g_strdup_printf ("%u %s，%s", number, step->title, state_words (step->state));

  gtk_box_append (GTK_BOX (line), new_mark (number, step->state));
  gtk_box_append (GTK_BOX (box), new_head (step));
  if (step->body != NULL)
    gtk_box_append (GTK_BOX (box), step->body);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (box, "step-body");
  gtk_box_append (GTK_BOX (line), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (column, line);
  g_clear_pointer (&step->summary, g_free);
}

GtkWidget *
jp_case_body_new (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
}

static GtkWidget *
new_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

void
jp_case_body_text (GtkWidget *body, const char *text, const char *css_class)
{
  GtkWidget *label = new_text (text);

  gtk_widget_add_css_class (label, "fund-small");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (body), label);
}

void
jp_case_body_warning (GtkWidget *body, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8),
            *icon = gtk_image_new_from_icon_name ("jp-attention-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), new_text (text));
  gtk_widget_add_css_class (box, "step-warning");
  gtk_box_append (GTK_BOX (body), box);
}

GtkWidget *
jp_case_body_buttons (GtkWidget *body)
{
  GtkWidget *box = jp_wrap_box_new (6);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (body), box);

  return box;
}

GtkWidget *
jp_case_button (GtkWidget *buttons, const char *label, const char *name, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_name (button, name);
  if (action != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
    }
  else
    gtk_widget_set_sensitive (button, FALSE);
  jp_wrap_box_append (JP_WRAP_BOX (buttons), button);

  return button;
}

GtkWidget *
jp_case_act_button (const JpCaseView *view, GtkWidget *buttons, JpFundActKind kind, const char *label, gboolean allowed)
{
  const char *id = jp_fund_act_kind_id (kind);

  if (!jp_case_form_may (view->session, view->fund_case, kind))
    return NULL;

  return jp_case_button (buttons, label, id, allowed ? "case.act" : NULL, id);
}

const JpFundAct *
jp_case_last_act (const JpCaseView *view, JpFundActKind kind)
{
  const JpFundAct *found = NULL;

  for (guint i = 0; i < view->dossier->fund_acts->len; i++)
    {
      const JpFundAct *act = g_ptr_array_index (view->dossier->fund_acts, i);

      if (act->ordinal == view->fund_case->ordinal && act->kind == kind)
        found = act;
    }

  return found;
}
