/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-wrap-box.h"

struct _JpWrapBox
{
  GtkWidget parent_instance;

  int spacing; /* between children and between lines */
};

G_DEFINE_FINAL_TYPE (JpWrapBox, jp_wrap_box, GTK_TYPE_WIDGET)

typedef void (*PlaceChild) (GtkWidget *child, int x, int y, int width, int height);

static void
place_child (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

/* Walks the children line by line; returns the height of all lines. */
static int
lay_out (JpWrapBox *self, int width, PlaceChild place)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition natural;
      int wide;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_get_preferred_size (child, NULL, &natural);
      wide = MIN (natural.width, width);
      if (x > 0 && x + wide > width)
        {
          x = 0;
          y += line + self->spacing;
          line = 0;
        }
      if (place != NULL)
        place (child, mirrored ? width - x - wide : x, y, wide, natural.height);
      x += wide + self->spacing;
      line = MAX (line, natural.height);
    }

  return y + line;
}

static void
jp_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  JpWrapBox *self = JP_WRAP_BOX (widget);
  int widest = 0, sum = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (self, for_size >= 0 ? for_size : G_MAXINT, NULL);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wide;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
      widest = MAX (widest, least);
      sum += wide + self->spacing;
    }
  *minimum = widest;
  *natural = MAX (widest, sum - self->spacing);
}

static void
jp_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (JP_WRAP_BOX (widget), width, place_child);
}

static GtkSizeRequestMode
jp_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jp_wrap_box_dispose (GObject *object)
{
  jp_wrap_box_clear (JP_WRAP_BOX (object));

  G_OBJECT_CLASS (jp_wrap_box_parent_class)->dispose (object);
}

static void
jp_wrap_box_class_init (JpWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_wrap_box_dispose;
  widget_class->measure = jp_wrap_box_measure;
  widget_class->size_allocate = jp_wrap_box_size_allocate;
  widget_class->get_request_mode = jp_wrap_box_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jp_wrap_box_init (JpWrapBox *self)
{
  self->spacing = 6;
}

GtkWidget *
jp_wrap_box_new (int spacing)
{
  JpWrapBox *self = g_object_new (JP_TYPE_WRAP_BOX, NULL);

  self->spacing = spacing;

  return GTK_WIDGET (self);
}

void
jp_wrap_box_append (JpWrapBox *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
jp_wrap_box_clear (JpWrapBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
