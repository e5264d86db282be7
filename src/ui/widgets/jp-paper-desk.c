/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-desk.h"

#include "jp-paper-press.h"
#include "jp-paper-sheet.h"
#include "jp-scroll-pair.h"

#include <math.h>

#define PIXELS_A_POINT (96.0 / 72.0)
#define LEAST_ZOOM     0.25
#define LARGEST_ZOOM   4.0
#define DESK           18 /* between pages and around them */
/* A picture never has more dots than this: past it, it is stretched. */
#define LARGEST_PICTURE (16.0 * 1024 * 1024)

/* A page at its place. */
typedef struct
{
  JpPressedPage *page;
  int            x, y; /* on the whole desk, at the present zoom */
  int            width, height;
  GtkWidget     *sheet;   /* borrowed; NULL: not in sight */
  GdkTexture    *texture; /* NULL: not in sight or not drawn yet */
  gboolean       fresh;   /* it is of the page that is there now */
} Place;

struct _JpPaperDesk
{
  GtkWidget parent_instance;

  /* Owned. */
  JpScrollPair scroll;
  GArray      *places; /* of Place */

  double     zoom;
  JpPaperFit fit;
  int        whole[2]; /* size of the whole desk */
  guint      page;     /* the one in the middle, as told last */
  double     anchor;   /* what to find again in the middle: pages and parts of a page; negative: nothing */
  guint      telling;  /* source */
};

enum
{
  WANTED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (JpPaperDesk, jp_paper_desk, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
place_clear (gpointer data)
{
  Place *place = data;

  g_clear_pointer (&place->page, jp_pressed_page_free);
  g_clear_pointer (&place->sheet, gtk_widget_unparent);
  g_clear_object (&place->texture);
}

static Place *
nth_place (JpPaperDesk *self, guint page)
{
  return &g_array_index (self->places, Place, page);
}

/* The page at a height of the desk: the last that begins above it. */
static guint
page_at (JpPaperDesk *self, double y)
{
  guint low = 0, high = self->places->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (nth_place (self, middle)->y <= y)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* What is in the middle of the window, as pages and parts of a page; it survives another zoom. */
static double
middle_now (JpPaperDesk *self)
{
  double y
    = jp_scroll_pair_get (&self->scroll, GTK_ORIENTATION_VERTICAL) + gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  const Place *place;

  if (self->places->len == 0)
    return -1;

  place = nth_place (self, page_at (self, y));
  return page_at (self, y) + CLAMP ((y - place->y) / MAX (place->height, 1), 0, 0.9999);
}

static double
fitting_zoom (JpPaperDesk *self, int width, int height)
{
  double widest = 0, highest = 0, zoom;

  for (guint i = 0; i < self->places->len; i++)
    {
      widest = MAX (widest, nth_place (self, i)->page->width);
      highest = MAX (highest, nth_place (self, i)->page->height);
    }
  if (widest <= 0 || self->fit == JP_PAPER_FIT_NONE)
    return self->zoom;

  zoom = (width - 2 * DESK) / (widest * PIXELS_A_POINT);
  if (self->fit == JP_PAPER_FIT_PAGE)
    zoom = MIN (zoom, (height - 2 * DESK) / (highest * PIXELS_A_POINT));

  return CLAMP (zoom, LEAST_ZOOM, LARGEST_ZOOM);
}

static void
place_pages (JpPaperDesk *self, int width)
{
  double y = DESK;
  int widest = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = nth_place (self, i);

      place->width = (int) round (place->page->width * PIXELS_A_POINT * self->zoom);
      place->height = (int) round (place->page->height * PIXELS_A_POINT * self->zoom);
      place->y = (int) y;
      widest = MAX (widest, place->width);
      y += place->height + DESK;
    }
  self->whole[GTK_ORIENTATION_HORIZONTAL] = MAX (widest + 2 * DESK, width);
  self->whole[GTK_ORIENTATION_VERTICAL] = (int) y;
  for (guint i = 0; i < self->places->len; i++)
    nth_place (self, i)->x = (self->whole[GTK_ORIENTATION_HORIZONTAL] - nth_place (self, i)->width) / 2;
}

static double
scroll_for_anchor (JpPaperDesk *self, int height)
{
  guint page;

  if (self->anchor < 0 || self->places->len == 0)
    return jp_scroll_pair_get (&self->scroll, GTK_ORIENTATION_VERTICAL);

  page = MIN ((guint) self->anchor, self->places->len - 1);
  return nth_place (self, page)->y + (self->anchor - (guint) self->anchor) * nth_place (self, page)->height
         - height / 2.0;
}

static gboolean
is_in_sight (const Place *place, double top, double bottom)
{
  return place->y + place->height >= top && place->y <= bottom;
}

static void
show_sheet (JpPaperDesk *self, guint page)
{
  Place *place = nth_place (self, page);

  if (place->sheet == NULL)
    {
      place->sheet = jp_paper_sheet_new ();
      gtk_widget_set_parent (place->sheet, GTK_WIDGET (self));
      jp_paper_sheet_set_page (JP_PAPER_SHEET (place->sheet), page, self->places->len, place->page->text);
      jp_paper_sheet_set_texture (JP_PAPER_SHEET (place->sheet), place->texture);
    }
}

static void
hide_sheet (Place *place)
{
  g_clear_pointer (&place->sheet, gtk_widget_unparent);
  g_clear_object (&place->texture);
  place->fresh = FALSE;
}

/* Pages half a window above and below are kept ready. A widget comes and goes between two frames, never while sizes
 * are being given out. */
static void
update_sheets (JpPaperDesk *self)
{
  double top = jp_scroll_pair_get (&self->scroll, GTK_ORIENTATION_VERTICAL);
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = nth_place (self, i);

      if (place->height > 0 && is_in_sight (place, top - height / 2.0, top + height * 1.5))
        show_sheet (self, i);
      else if (place->sheet != NULL)
        hide_sheet (place);
    }
}

static void
allocate_sheets (JpPaperDesk *self)
{
  double left = jp_scroll_pair_get (&self->scroll, GTK_ORIENTATION_HORIZONTAL),
         top = jp_scroll_pair_get (&self->scroll, GTK_ORIENTATION_VERTICAL);

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = nth_place (self, i);
      GtkAllocation box = { place->x - (int) left, place->y - (int) top, place->width, place->height };

      if (place->sheet == NULL)
        continue;

      gtk_widget_measure (place->sheet, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (place->sheet, &box, -1);
    }
}

static gboolean
tell (gpointer data)
{
  JpPaperDesk *self = data;

  self->telling = 0;
  update_sheets (self);
  g_signal_emit (self, signals[WANTED], 0);
  g_signal_emit (self, signals[MOVED], 0);

  return G_SOURCE_REMOVE;
}

/* Whoever listens shows numbers of another width, which must not happen while sizes are being given out. */
static void
tell_soon (JpPaperDesk *self)
{
  double middle = middle_now (self);

  self->page = middle < 0 ? 0 : (guint) middle;
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell, self, NULL);
}

static void
jp_paper_desk_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JpPaperDesk *self = JP_PAPER_DESK (widget);
  double across = jp_scroll_pair_get (&self->scroll, GTK_ORIENTATION_HORIZONTAL) + width / 2.0;

  across = self->whole[GTK_ORIENTATION_HORIZONTAL] > 0 ? across / self->whole[GTK_ORIENTATION_HORIZONTAL] : 0.5;
  self->zoom = fitting_zoom (self, width, height);
  place_pages (self, width);
  jp_scroll_pair_configure (&self->scroll, GTK_ORIENTATION_HORIZONTAL,
                            across * self->whole[GTK_ORIENTATION_HORIZONTAL] - width / 2.0,
                            self->whole[GTK_ORIENTATION_HORIZONTAL], width);
  jp_scroll_pair_configure (&self->scroll, GTK_ORIENTATION_VERTICAL, scroll_for_anchor (self, height),
                            self->whole[GTK_ORIENTATION_VERTICAL], height);
  allocate_sheets (self);
  tell_soon (self);
}

static void
jp_paper_desk_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural,
                       int *least_baseline, int *natural_baseline)
{
  *least = *natural = 120;
}

static void
jp_paper_desk_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JpPaperDesk *self = JP_PAPER_DESK (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  for (guint i = 0; i < self->places->len; i++)
    if (nth_place (self, i)->sheet != NULL)
      gtk_widget_snapshot_child (widget, nth_place (self, i)->sheet, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* The user scrolled: from now on the new middle is what stays. */
static void
on_scrolled (JpPaperDesk *self)
{
  self->anchor = middle_now (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
jp_paper_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  jp_scroll_pair_get_property (&JP_PAPER_DESK (object)->scroll, id, value);
}

static void
jp_paper_desk_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  jp_scroll_pair_set_property (&JP_PAPER_DESK (object)->scroll, id, value);
}

static void
jp_paper_desk_dispose (GObject *object)
{
  JpPaperDesk *self = JP_PAPER_DESK (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_array_set_size (self->places, 0);
  jp_scroll_pair_clear (&self->scroll);

  G_OBJECT_CLASS (jp_paper_desk_parent_class)->dispose (object);
}

static void
jp_paper_desk_finalize (GObject *object)
{
  g_array_unref (JP_PAPER_DESK (object)->places);

  G_OBJECT_CLASS (jp_paper_desk_parent_class)->finalize (object);
}

static void
jp_paper_desk_class_init (JpPaperDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jp_paper_desk_get_property;
  object_class->set_property = jp_paper_desk_set_property;
  object_class->dispose = jp_paper_desk_dispose;
  object_class->finalize = jp_paper_desk_finalize;
  widget_class->measure = jp_paper_desk_measure;
  widget_class->size_allocate = jp_paper_desk_size_allocate;
  widget_class->snapshot = jp_paper_desk_snapshot;

  jp_scroll_pair_override (object_class);

  signals[WANTED]
    = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED]
    = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "paper-desk");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
jp_paper_desk_init (JpPaperDesk *self)
{
  jp_scroll_pair_init (&self->scroll, GTK_WIDGET (self), G_CALLBACK (on_scrolled));
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_array_set_clear_func (self->places, place_clear);
  self->zoom = 1;
  self->anchor = -1;
}

GtkWidget *
jp_paper_desk_new (void)
{
  return g_object_new (JP_TYPE_PAPER_DESK, NULL);
}

static void
add_pages (JpPaperDesk *self, GPtrArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const JpPressedPage *page = g_ptr_array_index (pages, i);
      JpPressedPage *own = g_new0 (JpPressedPage, 1);
      Place place = { .page = own };

      *own = *page;
      own->text = g_strdup (page->text);
      g_array_append_val (self->places, place);
    }
}

/* The count in the names of the pages in sight. */
static void
rename_sheets (JpPaperDesk *self)
{
  for (guint i = 0; i < self->places->len; i++)
    if (nth_place (self, i)->sheet != NULL)
      jp_paper_sheet_set_page (JP_PAPER_SHEET (nth_place (self, i)->sheet), i, self->places->len,
                               nth_place (self, i)->page->text);
}

void
jp_paper_desk_replace (JpPaperDesk *self, GPtrArray *pages, gboolean keep_place)
{
  g_autoptr (GArray) before = self->places;

  g_return_if_fail (JP_IS_PAPER_DESK (self));

  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_array_set_clear_func (self->places, place_clear);
  add_pages (self, pages);

  /* The old picture stays until the new one is drawn, so that nothing flickers while options are tried. */
  for (guint i = 0; i < MIN (before->len, self->places->len); i++)
    {
      Place *old = &g_array_index (before, Place, i);

      nth_place (self, i)->sheet = g_steal_pointer (&old->sheet);
      nth_place (self, i)->texture = g_steal_pointer (&old->texture);
    }
  rename_sheets (self);
  if (!keep_place)
    {
      jp_scroll_pair_set (&self->scroll, GTK_ORIENTATION_VERTICAL, 0);
      self->anchor = -1;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
jp_paper_desk_append (JpPaperDesk *self, GPtrArray *pages)
{
  g_return_if_fail (JP_IS_PAPER_DESK (self));

  add_pages (self, pages);
  rename_sheets (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GArray *
jp_paper_desk_get_wishes (JpPaperDesk *self)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (JpPressWish));
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = nth_place (self, i);
      double dots = (double) place->width * place->height * factor * factor;
      double scale = dots > LARGEST_PICTURE ? sqrt (LARGEST_PICTURE / dots) * factor : factor;
      JpPressWish wish = { i, (int) (place->width * scale), (int) (place->height * scale) };

      if (place->sheet == NULL || wish.width < 1 || wish.height < 1)
        continue;
      if (place->fresh && gdk_texture_get_width (place->texture) == wish.width &&
          gdk_texture_get_height (place->texture) == wish.height)
        continue;
      if (i == self->page)
        g_array_prepend_val (wishes, wish);
      else
        g_array_append_val (wishes, wish);
    }

  return wishes;
}

void
jp_paper_desk_set_texture (JpPaperDesk *self, guint page, GdkTexture *texture)
{
  Place *place;

  g_return_if_fail (JP_IS_PAPER_DESK (self));

  if (page >= self->places->len || nth_place (self, page)->sheet == NULL)
    return;

  place = nth_place (self, page);
  g_set_object (&place->texture, texture);
  place->fresh = TRUE;
  jp_paper_sheet_set_texture (JP_PAPER_SHEET (place->sheet), texture);
}

guint
jp_paper_desk_get_n_pages (JpPaperDesk *self)
{
  return self->places->len;
}

guint
jp_paper_desk_get_page (JpPaperDesk *self)
{
  return self->page;
}

void
jp_paper_desk_set_page (JpPaperDesk *self, guint page)
{
  g_return_if_fail (JP_IS_PAPER_DESK (self));

  if (page < self->places->len)
    jp_scroll_pair_set (&self->scroll, GTK_ORIENTATION_VERTICAL, nth_place (self, page)->y - DESK);
}

double
jp_paper_desk_get_zoom (JpPaperDesk *self)
{
  return self->zoom;
}

JpPaperFit
jp_paper_desk_get_fit (JpPaperDesk *self)
{
  return self->fit;
}

void
jp_paper_desk_set_fit (JpPaperDesk *self, JpPaperFit fit)
{
  g_return_if_fail (JP_IS_PAPER_DESK (self));

  self->anchor = middle_now (self);
  if (fit == JP_PAPER_FIT_PAGE && self->anchor >= 0)
    self->anchor = floor (self->anchor) + 0.5;
  self->fit = fit;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
jp_paper_desk_set_zoom (JpPaperDesk *self, double zoom)
{
  g_return_if_fail (JP_IS_PAPER_DESK (self));

  self->zoom = CLAMP (zoom, LEAST_ZOOM, LARGEST_ZOOM);
  jp_paper_desk_set_fit (self, JP_PAPER_FIT_NONE);
}
