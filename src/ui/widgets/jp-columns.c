/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-columns.h"

struct _JpColumns
{
  GtkWidget parent_instance;

  guint max_columns;
  guint spacing;
  guint column_chars;
  guint lead;
};

G_DEFINE_FINAL_TYPE (JpColumns, jp_columns, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_MAX_COLUMNS = 1,
  PROP_SPACING,
  PROP_COLUMN_CHARS,
  PROP_LEAD,
  N_PROPS,
} JpColumnsProperty;

static GParamSpec *properties[N_PROPS];

/* How the visible children lie in a width. */
typedef struct
{
  guint n;       /* children */
  guint columns;
  int   width;
} Arrangement;

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
first_shown (JpColumns *self)
{
  return next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

/* What a column needs: the widest child, and room for its text. */
static int
least_column (JpColumns *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int least = (int) self->column_chars * pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  for (GtkWidget *child = first_shown (self); child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_least;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_least, NULL, NULL, NULL);
      least = MAX (least, child_least);
    }

  return least;
}

static Arrangement
arrange (JpColumns *self, int width)
{
  Arrangement result = { .columns = self->max_columns, .width = width };

  for (GtkWidget *child = first_shown (self); child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    result.n++;
  if (width >= 0)
    {
      int least = least_column (self), spacing = (int) self->spacing;

      result.columns = (guint) CLAMP ((width + spacing) / MAX (least + spacing, 1), 1, (int) self->max_columns);
    }
  result.columns = MIN (result.columns, MAX (result.n, 1));
  /* Two and two rather than three and one. */
  while (result.n % result.columns != 0 && result.columns > 2)
    result.columns--;

  return result;
}

static int
column_width (JpColumns *self, const Arrangement *arrangement, guint column)
{
  int spacing = (int) self->spacing, columns = (int) arrangement->columns;
  int room = arrangement->width - spacing * (columns - 1);

  if (arrangement->width < 0)
    return -1;
  if (columns == 2 && self->lead > 0)
    return column == 0 ? room * (int) self->lead / 100 : room - room * (int) self->lead / 100;

  return room * ((int) column + 1) / columns - room * (int) column / columns;
}

/* What a row needs and likes; @child becomes the first of the next row. */
static void
measure_row (JpColumns *self, const Arrangement *arrangement, GtkWidget **child, int *least, int *natural)
{
  *least = *natural = 0;
  for (guint i = 0; i < arrangement->columns && *child != NULL; i++)
    {
      int child_least, child_natural;

      gtk_widget_measure (*child, GTK_ORIENTATION_VERTICAL, column_width (self, arrangement, i), &child_least,
                          &child_natural, NULL, NULL);
      *least = MAX (*least, child_least);
      *natural = MAX (*natural, child_natural);
      *child = next_shown (gtk_widget_get_next_sibling (*child));
    }
}

static void
measure_height (JpColumns *self, int width, int *least, int *natural)
{
  Arrangement arrangement = arrange (self, width);
  GtkWidget *child = first_shown (self);

  *least = *natural = 0;
  while (child != NULL)
    {
      int row_least, row_natural, gap = *least > 0 ? (int) self->spacing : 0;

      measure_row (self, &arrangement, &child, &row_least, &row_natural);
      *least += row_least + gap;
      *natural += row_natural + gap;
    }
}

static void
measure_width (JpColumns *self, int *least, int *natural)
{
  guint n = 0;

  *least = *natural = 0;
  for (GtkWidget *child = first_shown (self); child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_least, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_least, &child_natural, NULL, NULL);
      *least = MAX (*least, child_least);
      if (n++ < self->max_columns)
        *natural += child_natural + (n > 1 ? (int) self->spacing : 0);
    }
  *natural = MAX (*natural, *least);
}

static void
jp_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural,
                    int *least_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (JP_COLUMNS (widget), least, natural);
  else
    measure_height (JP_COLUMNS (widget), for_size, least, natural);
}

static GtkSizeRequestMode
jp_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
allocate_row (JpColumns *self, const Arrangement *arrangement, GtkWidget **child, int y, int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < arrangement->columns && *child != NULL; i++)
    {
      int width = column_width (self, arrangement, i);
      GtkAllocation place = { mirrored ? arrangement->width - x - width : x, y, width, height };

      gtk_widget_size_allocate (*child, &place, -1);
      x += width + (int) self->spacing;
      *child = next_shown (gtk_widget_get_next_sibling (*child));
    }
}

/* Rows get what they need, then what they like, then an equal part of what is left. */
static void
jp_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JpColumns *self = JP_COLUMNS (widget);
  Arrangement arrangement = arrange (self, width);
  int n_rows = (int) ((arrangement.n + arrangement.columns - 1) / arrangement.columns);
  GtkWidget *child = first_shown (self), *measured = child;
  int least, natural, y = 0, wish, extra;

  measure_height (self, width, &least, &natural);
  wish = natural - least;
  extra = MAX (height - least, 0);
  for (int i = 0; child != NULL; i++)
    {
      int row_least, row_natural, share;

      measure_row (self, &arrangement, &measured, &row_least, &row_natural);
      if (extra < wish)
        share = wish > 0 ? (int) ((gint64) extra * (row_natural - row_least) / wish) : 0;
      else
        share = row_natural - row_least + (extra - wish) * (i + 1) / n_rows - (extra - wish) * i / n_rows;
      allocate_row (self, &arrangement, &child, y, row_least + share);
      y += row_least + share + (int) self->spacing;
    }
}

static guint *
field_of (JpColumns *self, guint id)
{
  switch ((JpColumnsProperty) id)
    {
    case PROP_MAX_COLUMNS:
      return &self->max_columns;
    case PROP_SPACING:
      return &self->spacing;
    case PROP_COLUMN_CHARS:
      return &self->column_chars;
    case PROP_LEAD:
      return &self->lead;
    case N_PROPS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
jp_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, *field_of (JP_COLUMNS (object), id));
}

static void
jp_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  guint *field = field_of (JP_COLUMNS (object), id);

  if (*field == g_value_get_uint (value))
    return;

  *field = g_value_get_uint (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
  g_object_notify_by_pspec (object, pspec);
}

static void
jp_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jp_columns_parent_class)->dispose (object);
}

static void
jp_columns_class_init (JpColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = jp_columns_get_property;
  object_class->set_property = jp_columns_set_property;
  object_class->dispose = jp_columns_dispose;
  widget_class->measure = jp_columns_measure;
  widget_class->get_request_mode = jp_columns_get_request_mode;
  widget_class->size_allocate = jp_columns_size_allocate;

  properties[PROP_MAX_COLUMNS] = g_param_spec_uint ("max-columns", NULL, NULL, 1, 16, 2, flags);
  properties[PROP_SPACING] = g_param_spec_uint ("spacing", NULL, NULL, 0, 1000, 12, flags);
  properties[PROP_COLUMN_CHARS] = g_param_spec_uint ("column-chars", NULL, NULL, 0, 1000, 0, flags);
  properties[PROP_LEAD] = g_param_spec_uint ("lead", NULL, NULL, 0, 90, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
jp_columns_init (JpColumns *self)
{
  self->max_columns = 2;
  self->spacing = 12;
}

GtkWidget *
jp_columns_new (void)
{
  return g_object_new (JP_TYPE_COLUMNS, NULL);
}
