/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-duty-row.h"

#include "jp-article-tag.h"

struct _JpDutyRow
{
  AdwBin parent_instance;

  /* Template widgets. */
  GtkWidget    *heading;
  GtkImage     *heading_icon;
  GtkLabel     *heading_label;
  GtkLabel     *count_label;
  GtkWidget    *line;
  GtkImage     *icon;
  GtkLabel     *title_label;
  GtkLabel     *subtitle_label;
  GtkLabel     *left_label;
  GtkLabel     *date_label;
  GtkLabel     *badge_label;
  GtkWidget    *article_box;
  JpArticleTag *tag;
  GtkWidget    *own_label;
  GtkImage     *arrow;

  /* Owned. */
  JpDutyItem *item;
};

G_DEFINE_FINAL_TYPE (JpDutyRow, jp_duty_row, ADW_TYPE_BIN)

static const char * const urgency_classes[JP_N_URGENCIES] = { "overdue", "soon", "later", "unrecorded" };

static const char * const urgency_icons[JP_N_URGENCIES] = {
  "jp-danger-symbolic", "jp-attention-symbolic", "x-office-calendar-symbolic", "document-open-recent-symbolic",
};

static const char * const duty_icons[JP_N_DUTIES] = {
  [JP_DUTY_ASSESSMENT] = "checkbox-checked-symbolic",
  [JP_DUTY_RETURN] = "document-send-symbolic",
  [JP_DUTY_RENEWAL_OPEN] = "view-refresh-symbolic",
  [JP_DUTY_RENEWAL] = "view-refresh-symbolic",
  [JP_DUTY_TERM_END] = "x-office-calendar-symbolic",
  [JP_DUTY_AWAITING] = "appointment-soon-symbolic",
  [JP_DUTY_PUBLICITY] = "alarm-symbolic",
  [JP_DUTY_CHANGE] = "document-edit-symbolic",
  [JP_DUTY_FINDING] = "emblem-important-symbolic",
  [JP_DUTY_AUDIT] = "emblem-documents-symbolic",
  [JP_DUTY_CONTRADICTED] = "emblem-important-symbolic",
  [JP_DUTY_OWN] = "user-bookmarks-symbolic",
};

static void
jp_duty_row_dispose (GObject *object)
{
  g_clear_object (&JP_DUTY_ROW (object)->item);

  G_OBJECT_CLASS (jp_duty_row_parent_class)->dispose (object);
}

static void
jp_duty_row_class_init (JpDutyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_duty_row_dispose;

  g_type_ensure (JP_TYPE_ARTICLE_TAG);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-duty-row.ui");
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, heading);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, heading_icon);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, line);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, icon);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, left_label);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, date_label);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, badge_label);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, article_box);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, tag);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, own_label);
  gtk_widget_class_bind_template_child (widget_class, JpDutyRow, arrow);
}

static void
jp_duty_row_init (JpDutyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
jp_duty_row_new (void)
{
  return g_object_new (JP_TYPE_DUTY_ROW, NULL);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_heading (JpDutyRow *self, const JpDutyItem *item)
{
  gtk_image_set_from_icon_name (self->heading_icon, urgency_icons[item->urgency]);
  gtk_label_set_label (self->heading_label, item->title);
  gtk_label_set_label (self->count_label, item->subtitle);
}

static void
show_line (JpDutyRow *self, const JpDutyItem *item)
{
  gboolean member = item->kind == JP_DUTY_ITEM_MEMBER, fold = item->kind == JP_DUTY_ITEM_FOLD;
  gboolean unrecorded = item->urgency == JP_URGENCY_NOT_RECORDED;

  gtk_image_set_from_icon_name (self->icon, fold && unrecorded ? urgency_icons[item->urgency] : duty_icons[item->duty]);
  gtk_widget_set_opacity (GTK_WIDGET (self->icon), member ? 0 : 1);
  set_text (self->title_label, item->title);
  set_text (self->subtitle_label, item->subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->line), *item->subtitle != '\0' ? item->subtitle : item->title);
  set_text (self->left_label, item->left);
  set_text (self->date_label, item->date);
  set_text (self->badge_label, item->badge);
  jp_article_tag_set_article (self->tag, item->article);
  gtk_widget_set_visible (self->own_label, item->duty == JP_DUTY_OWN && !member && !unrecorded);
  gtk_image_set_from_icon_name (self->arrow, !fold        ? "go-next-symbolic"
                                             : item->open ? "pan-up-symbolic"
                                                          : "pan-down-symbolic");
  if (member)
    gtk_widget_add_css_class (GTK_WIDGET (self->line), "member");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->line), "member");
}

/* The screen reader reads the list's own widget around this one. */
static void
tell_reader (JpDutyRow *self, const JpDutyItem *item)
{
  g_autofree char *words = jp_duty_item_describe (item);
  GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (self));

  if (around == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (around), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (item->kind == JP_DUTY_ITEM_FOLD)
    gtk_accessible_update_state (GTK_ACCESSIBLE (around), GTK_ACCESSIBLE_STATE_EXPANDED, item->open, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (around), GTK_ACCESSIBLE_STATE_EXPANDED);
}

void
jp_duty_row_set_item (JpDutyRow *self, JpDutyItem *item)
{
  gboolean heading = item != NULL && item->kind == JP_DUTY_ITEM_HEADING;

  g_return_if_fail (JP_IS_DUTY_ROW (self));

  if (self->item != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), urgency_classes[self->item->urgency]);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  gtk_widget_add_css_class (GTK_WIDGET (self), urgency_classes[item->urgency]);
  gtk_widget_set_visible (self->heading, heading);
  gtk_widget_set_visible (self->line, !heading);
  if (heading)
    show_heading (self, item);
  else
    show_line (self, item);
  tell_reader (self, item);
}

void
jp_duty_row_align (JpDutyRow *self, GtkSizeGroup *articles)
{
  g_return_if_fail (JP_IS_DUTY_ROW (self));

  gtk_size_group_add_widget (articles, self->article_box);
}
