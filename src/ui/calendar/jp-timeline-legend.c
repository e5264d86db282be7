/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-timeline-legend.h"

#include "jp-timeline-draw.h"
#include "jp-wrap-box.h"

#include <glib/gi18n-lib.h>

/* A sample of one form. */
#define JP_TYPE_TIMELINE_SAMPLE (jp_timeline_sample_get_type ())
G_DECLARE_FINAL_TYPE (JpTimelineSample, jp_timeline_sample, JP, TIMELINE_SAMPLE, GtkWidget)

struct _JpTimelineSample
{
  GtkWidget parent_instance;

  int          bar;  /* −1: a mark */
  int          mark; /* −1: a bar */
  JpTextCache *texts;
};

G_DEFINE_FINAL_TYPE (JpTimelineSample, jp_timeline_sample, GTK_TYPE_WIDGET)

static void
jp_timeline_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpTimelineSample *self = JP_TIMELINE_SAMPLE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  graphene_rect_t space = GRAPHENE_RECT_INIT (0, 0, width, height);

  if (self->mark >= 0)
    {
      jp_timeline_paint_mark (widget, snapshot, self->texts, (JpTimelineMarkKind) self->mark, FALSE,
                              &GRAPHENE_POINT_INIT (width / 2, height / 2), height * 0.85);
      return;
    }

  if (self->bar == JP_BAR_WINDOW)
    jp_timeline_paint_bar (widget, snapshot, JP_BAR_TERM, &space);
  jp_timeline_paint_bar (widget, snapshot, (JpTimelineBarKind) self->bar, &space);
}

static void
jp_timeline_sample_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural,
                            int *least_baseline, int *natural_baseline)
{
  JpTimelineSample *self = JP_TIMELINE_SAMPLE (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "集");
  int line;

  pango_layout_get_pixel_size (layout, NULL, &line);
  *least = *natural
    = orientation == GTK_ORIENTATION_HORIZONTAL ? (self->mark >= 0 ? line * 7 / 10 : line * 13 / 10) : line * 6 / 10;
}

static void
jp_timeline_sample_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jp_timeline_sample_parent_class)->css_changed (widget, change);
  jp_text_cache_forget (JP_TIMELINE_SAMPLE (widget)->texts);
}

static void
jp_timeline_sample_finalize (GObject *object)
{
  jp_text_cache_free (JP_TIMELINE_SAMPLE (object)->texts);

  G_OBJECT_CLASS (jp_timeline_sample_parent_class)->finalize (object);
}

static void
jp_timeline_sample_class_init (JpTimelineSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jp_timeline_sample_finalize;
  widget_class->snapshot = jp_timeline_sample_snapshot;
  widget_class->measure = jp_timeline_sample_measure;
  widget_class->css_changed = jp_timeline_sample_css_changed;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jp_timeline_sample_init (JpTimelineSample *self)
{
  self->texts = jp_text_cache_new (GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static void
add (GtkWidget *legend, int bar, int mark, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (text);
  JpTimelineSample *sample = g_object_new (JP_TYPE_TIMELINE_SAMPLE, NULL);

  sample->bar = bar;
  sample->mark = mark;
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (sample));
  gtk_box_append (GTK_BOX (box), label);
  jp_wrap_box_append (JP_WRAP_BOX (legend), box);
}

GtkWidget *
jp_timeline_legend_new (void)
{
  GtkWidget *legend = jp_wrap_box_new (16);

  add (legend, JP_BAR_TERM, -1, _("Term"));
  add (legend, JP_BAR_WINDOW, -1, _("Renewal window"));
  add (legend, JP_BAR_HOPED, -1, _("If renewed"));
  add (legend, JP_BAR_AWAITING, -1, _("Awaiting the decision"));
  add (legend, JP_BAR_LAPSED, -1, _("Out of term"));
  add (legend, -1, JP_MARK_ASSESSED, _("Assessment confirmed"));
  add (legend, -1, JP_MARK_ASSESSMENT, _("to be confirmed by"));
  add (legend, -1, JP_MARK_FILED, _("Return filed"));
  add (legend, -1, JP_MARK_RETURN, _("to be filed by"));
  add (legend, -1, JP_MARK_VETOED, _("Vetoed"));
  add (legend, -1, JP_MARK_PUBLICITY, _("Publicity ends"));
  add (legend, -1, JP_MARK_PAID, _("Paid (10,000 yuan)"));
  add (legend, -1, JP_MARK_PAYABLE, _("payable from"));
  add (legend, -1, JP_MARK_OTHER, _("Other duties"));

  return legend;
}
