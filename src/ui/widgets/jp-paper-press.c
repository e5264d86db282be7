/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-press.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands on a page where no font has a character. */
#define GETA "〓"

/* Papers to lay out. */
typedef struct
{
  JpPaperSource  next;
  gpointer       data;
  GDestroyNotify destroy;
  guint          number;
} Order;

struct _JpPaperPress
{
  gatomicrefcount ref_count;

  /* Of the main context. */
  JpPressEvents events;
  gpointer      owner; /* NULL: closed */
  GMainContext *context;

  /* Between both. */
  GMutex   mutex;
  GCond    cond;
  Order   *coming; /* not yet begun */
  guint    number; /* of the last order given */
  GArray  *wishes; /* of JpPressWish */
  gboolean closed;
  char    *fonts_file;

  /* Of the thread. */
  JpFonts   *fonts;
  GError    *trouble; /* why there are no fonts */
  GPtrArray *pages;   /* of JpPrintPage, of @drawing */
  guint      drawing; /* number of the order whose pages they are */
  Order     *order;   /* being laid out */
  gboolean   any;
  gboolean   lacking; /* a page holds 〓 */
};

/* Something on its way to the main context. */
typedef struct
{
  JpPaperPress *press;
  guint         number;
  Order        *order; /* to be let go there */
  GPtrArray    *pages;
  gboolean      first;
  gboolean      finished;
  char         *note;
  GError       *error;
  JpPressWish   wish;
  GBytes       *pixels;
} Message;

void
jp_pressed_page_free (JpPressedPage *page)
{
  g_free (page->text);
  g_free (page);
}

static void
order_free (Order *order)
{
  if (order->destroy != NULL)
    order->destroy (order->data);
  g_free (order);
}

static JpPaperPress *
press_ref (JpPaperPress *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
press_unref (JpPaperPress *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_main_context_unref (self->context);
  g_array_unref (self->wishes);
  g_free (self->fonts_file);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

static void
message_free (gpointer data)
{
  Message *message = data;

  g_clear_pointer (&message->order, order_free);
  g_clear_pointer (&message->pages, g_ptr_array_unref);
  g_clear_pointer (&message->pixels, g_bytes_unref);
  g_free (message->note);
  g_clear_error (&message->error);
  press_unref (message->press);
  g_free (message);
}

static void
tell_drawn (JpPaperPress *self, const Message *message)
{
  const JpPressWish *wish = &message->wish;
  g_autoptr (GdkTexture) texture
    = gdk_memory_texture_new (wish->width, wish->height, GDK_MEMORY_DEFAULT, message->pixels, (gsize) wish->width * 4);

  self->events.drawn (self->owner, wish, texture);
}

static gboolean
tell (gpointer data)
{
  Message *message = data;
  JpPaperPress *self = message->press;

  if (self->owner == NULL || message->number != self->number)
    return G_SOURCE_REMOVE;

  if (message->pages != NULL)
    self->events.laid_out (self->owner, message->pages, message->first);
  if (message->finished)
    self->events.finished (self->owner, message->note, message->error);
  if (message->pixels != NULL)
    tell_drawn (self, message);

  return G_SOURCE_REMOVE;
}

static Message *
message_new (JpPaperPress *self, guint number)
{
  Message *message = g_new0 (Message, 1);

  message->press = press_ref (self);
  message->number = number;
  return message;
}

static void
message_send (Message *message)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell, message, message_free);
  g_source_attach (source, message->press->context);
}

/* Only what is missing from this order's pages: the fonts remember every paper they ever set. */
static char *
describe_fonts (JpPaperPress *self)
{
  GArray *substitutions = jp_fonts_get_substitutions (self->fonts);
  g_autofree char *missing = self->lacking ? jp_fonts_get_missing (self->fonts) : NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  GString *note = g_string_new (NULL);

  for (guint i = 0; i < substitutions->len; i++)
    {
      const JpFontSubstitution *substitution = &g_array_index (substitutions, JpFontSubstitution, i);

      if (list->len > 0)
        /* Translators: between the items of a list */
        g_string_append (list, _(", "));
      /* Translators: %1$s is a font that is not installed, %2$s the one used instead */
      g_string_append_printf (list, _("%2$s in place of %1$s"), substitution->wanted, substitution->used);
    }
  if (list->len > 0)
    g_string_append_printf (note, _("Fonts that are not installed: %s. This is said only here, not on the paper."),
                            list->str);
  if (missing != NULL && *missing != '\0')
    {
      if (note->len > 0)
        g_string_append_c (note, '\n');
      g_string_append_printf (note, _("No font has the characters “%s”; 〓 stands for them."), missing);
    }

  return g_string_free (note, note->len == 0);
}

static void
finish_order (JpPaperPress *self)
{
  Message *message = message_new (self, self->order->number);

  message->finished = TRUE;
  message->error = self->trouble != NULL ? g_error_copy (self->trouble) : NULL;
  message->note = self->fonts != NULL ? describe_fonts (self) : NULL;
  if (!self->any)
    {
      /* An order without papers clears the desk too. */
      message->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_pressed_page_free);
      message->first = TRUE;
    }
  message->order = g_steal_pointer (&self->order);
  message_send (message);
}

/* Its number outdates it, so nothing is said but its data is let go in the main context. */
static void
drop_order (JpPaperPress *self)
{
  Message *message;

  if (self->order == NULL)
    return;

  message = message_new (self, self->order->number);
  message->order = g_steal_pointer (&self->order);
  message_send (message);
}

static void
begin_order (JpPaperPress *self, Order *order)
{
  drop_order (self);
  self->order = order;
  self->any = FALSE;
  self->lacking = FALSE;
  if (self->fonts == NULL)
    {
      g_clear_error (&self->trouble);
      self->fonts = jp_fonts_new (self->fonts_file, &self->trouble);
    }
}

static void
lay_out_next (JpPaperPress *self)
{
  g_autoptr (JpPaper) paper = self->fonts != NULL ? self->order->next (self->order->data) : NULL;
  g_autoptr (GPtrArray) pages = paper != NULL ? jp_paper_paginate (paper, self->fonts) : NULL;
  Message *message;

  if (pages == NULL)
    {
      finish_order (self);
      return;
    }

  message = message_new (self, self->order->number);
  message->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_pressed_page_free);
  message->first = !self->any;
  if (!self->any)
    g_ptr_array_set_size (self->pages, 0);
  self->any = TRUE;
  self->drawing = self->order->number;
  for (guint i = 0; i < pages->len; i++)
    {
      const JpPrintPage *page = g_ptr_array_index (pages, i);
      JpPressedPage *pressed = g_new0 (JpPressedPage, 1);

      pressed->width = page->width;
      pressed->height = page->height;
      pressed->text = jp_print_page_get_text (page);
      self->lacking = self->lacking || strstr (pressed->text, GETA) != NULL;
      g_ptr_array_add (message->pages, pressed);
    }
  g_ptr_array_extend_and_steal (self->pages, g_steal_pointer (&pages));
  message_send (message);
}

static GBytes *
draw (const JpPrintPage *page, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GBytes *pixels;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page->width, height / page->height);
  jp_print_page_draw (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  /* A row of ARGB32 is four bytes a pixel, without padding. */
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) width * (gsize) height * 4,
                                       (GDestroyNotify) cairo_surface_destroy, surface);
  return pixels;
}

static void
draw_wish (JpPaperPress *self, const JpPressWish *wish)
{
  Message *message;

  if (wish->page >= self->pages->len)
    return;

  message = message_new (self, self->drawing);
  message->wish = *wish;
  message->pixels = draw (g_ptr_array_index (self->pages, wish->page), wish->width, wish->height);
  message_send (message);
}

typedef enum
{
  TASK_END,
  TASK_BEGIN,
  TASK_DRAW,
  TASK_LAY_OUT,
} Task;

/* What to do next: a new order comes first, then what is to be seen, then the rest of the order. Waits for it. */
static Task
next_task (JpPaperPress *self, Order **order, JpPressWish *wish)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  while (!self->closed && self->coming == NULL && self->wishes->len == 0 && self->order == NULL)
    g_cond_wait (&self->cond, &self->mutex);

  *order = g_steal_pointer (&self->coming);
  if (self->closed)
    return TASK_END;
  if (*order != NULL)
    return TASK_BEGIN;
  if (self->wishes->len > 0)
    {
      *wish = g_array_index (self->wishes, JpPressWish, 0);
      g_array_remove_index (self->wishes, 0);
      return TASK_DRAW;
    }

  return TASK_LAY_OUT;
}

static gpointer
work (gpointer data)
{
  JpPaperPress *self = data;
  Order *order;
  JpPressWish wish;
  Task task;

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_print_page_free);
  while ((task = next_task (self, &order, &wish)) != TASK_END)
    {
      if (task == TASK_BEGIN)
        begin_order (self, order);
      else if (task == TASK_DRAW)
        draw_wish (self, &wish);
      else
        lay_out_next (self);
    }

  drop_order (self);
  self->order = order;
  drop_order (self);
  g_ptr_array_unref (self->pages);
  g_clear_pointer (&self->fonts, jp_fonts_unref);
  g_clear_error (&self->trouble);
  press_unref (self);
  return NULL;
}

JpPaperPress *
jp_paper_press_new (const JpPressEvents *events, gpointer owner)
{
  JpPaperPress *self = g_new0 (JpPaperPress, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->events = *events;
  self->owner = owner;
  self->context = g_main_context_ref_thread_default ();
  self->wishes = g_array_new (FALSE, FALSE, sizeof (JpPressWish));
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_thread_unref (g_thread_new ("jp-paper-press", work, press_ref (self)));

  return self;
}

void
jp_paper_press_close (JpPaperPress *self)
{
  self->owner = NULL;
  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  press_unref (self);
}

void
jp_paper_press_set_fonts_file (JpPaperPress *self, const char *path)
{
  g_mutex_lock (&self->mutex);
  g_free (self->fonts_file);
  self->fonts_file = g_strdup (path);
  g_mutex_unlock (&self->mutex);
}

static JpPaper *
no_paper (gpointer data)
{
  return NULL;
}

void
jp_paper_press_forget (JpPaperPress *self)
{
  jp_paper_press_order (self, no_paper, NULL, NULL);
  self->number++; /* not even that there was nothing is to be said */
}

void
jp_paper_press_order (JpPaperPress *self, JpPaperSource next, gpointer data, GDestroyNotify destroy)
{
  Order *order = g_new0 (Order, 1);
  Order *outdated;

  order->next = next;
  order->data = data;
  order->destroy = destroy;

  g_mutex_lock (&self->mutex);
  order->number = ++self->number;
  outdated = g_steal_pointer (&self->coming);
  self->coming = order;
  g_array_set_size (self->wishes, 0);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);

  if (outdated != NULL)
    order_free (outdated);
}

void
jp_paper_press_want (JpPaperPress *self, const JpPressWish *wishes, guint n_wishes)
{
  g_mutex_lock (&self->mutex);
  g_array_set_size (self->wishes, 0);
  g_array_append_vals (self->wishes, wishes, n_wishes);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}
