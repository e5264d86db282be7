/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-keys.h"

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <cairo.h>
#include <string.h>

#define UNICODE_KEYSYM 0x1000000
#define VENDOR_KEYSYMS 0x10000000

struct _JpKeys
{
  Display *display;
  GArray  *spare;    /* of KeyCode: keys that mean nothing by themselves, or what no test needs: louder, eject */
  KeySym  *meanings; /* of the spare keys now; in turn the oldest is given another */
  guint    next;
};

static void
find_spare_keys (JpKeys *self)
{
  int first, last, per_code;
  KeySym *meanings;

  XDisplayKeycodes (self->display, &first, &last);
  meanings = XGetKeyboardMapping (self->display, (KeyCode) first, last - first + 1, &per_code);
  for (int code = first; code <= last; code++)
    {
      KeyCode key = (KeyCode) code;
      gboolean spare = TRUE;

      for (int i = 0; i < per_code; i++)
        {
          KeySym meaning = meanings[(code - first) * per_code + i];

          spare = spare && (meaning == NoSymbol || meaning >= VENDOR_KEYSYMS);
        }
      if (spare)
        g_array_append_val (self->spare, key);
    }
  XFree (meanings);
}

/* A window may be gone before its title is asked for. */
static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

JpKeys *
jp_keys_new (void)
{
  JpKeys *self = g_new0 (JpKeys, 1);

  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);
  self->spare = g_array_new (FALSE, FALSE, sizeof (KeyCode));
  XSetErrorHandler (ignore_error);
  find_spare_keys (self);
  g_assert_cmpuint (self->spare->len, >, 20);
  self->meanings = g_new0 (KeySym, self->spare->len);

  return self;
}

gboolean
jp_keys_managed (JpKeys *self)
{
  Atom check = XInternAtom (self->display, "_NET_SUPPORTING_WM_CHECK", False);
  Atom compositor = XInternAtom (self->display, "_NET_WM_CM_S0", False);
  Atom type;
  int format;
  unsigned long n = 0, left;
  unsigned char *value = NULL;

  XGetWindowProperty (self->display, DefaultRootWindow (self->display), check, 0, 1, False, XA_WINDOW, &type, &format,
                      &n, &left, &value);
  if (value != NULL)
    XFree (value);

  return n > 0 && XGetSelectionOwner (self->display, compositor) != None;
}

char *
jp_keys_active_window (JpKeys *self)
{
  Window root = DefaultRootWindow (self->display), window = None;
  Atom utf8 = XInternAtom (self->display, "UTF8_STRING", False), type;
  int format;
  unsigned long n, left;
  unsigned char *value = NULL;
  char *title = NULL;

  XGetWindowProperty (self->display, root, XInternAtom (self->display, "_NET_ACTIVE_WINDOW", False), 0, 1, False,
                      XA_WINDOW, &type, &format, &n, &left, &value);
  if (value != NULL && n > 0)
    window = *(Window *) value;
  g_clear_pointer (&value, XFree);
  if (window == None)
    return NULL;

  XGetWindowProperty (self->display, window, XInternAtom (self->display, "_NET_WM_NAME", False), 0, 1024, False, utf8,
                      &type, &format, &n, &left, &value);
  if (value != NULL)
    title = g_strndup ((char *) value, n);
  g_clear_pointer (&value, XFree);

  return title;
}

static void
send (JpKeys *self, KeyCode code, gboolean down)
{
  XTestFakeKeyEvent (self->display, code, down, CurrentTime);
}

/* A key for what no key means: the program is told of its meaning before it is pressed. */
static KeyCode
teach (JpKeys *self, KeySym meaning)
{
  KeyCode code;

  for (guint i = 0; i < self->spare->len; i++)
    if (self->meanings[i] == meaning)
      return g_array_index (self->spare, KeyCode, i);

  code = g_array_index (self->spare, KeyCode, self->next);
  self->meanings[self->next] = meaning;
  self->next = (self->next + 1) % self->spare->len;
  XChangeKeyboardMapping (self->display, code, 2, (KeySym[]) { meaning, meaning }, 1);
  XSync (self->display, False);

  return code;
}

static void
press_meaning (JpKeys *self, KeySym meaning)
{
  KeyCode code = XKeysymToKeycode (self->display, meaning);
  KeyCode shift = XKeysymToKeycode (self->display, XK_Shift_L);
  gboolean plain = code != 0 && XkbKeycodeToKeysym (self->display, code, 0, 0) == meaning;
  gboolean shifted = !plain && code != 0 && XkbKeycodeToKeysym (self->display, code, 0, 1) == meaning;

  if (!plain && !shifted)
    code = teach (self, meaning);
  if (shifted)
    send (self, shift, TRUE);
  send (self, code, TRUE);
  send (self, code, FALSE);
  if (shifted)
    send (self, shift, FALSE);
  XSync (self->display, False);
}

static KeySym
modifier (const char *name)
{
  if (g_str_equal (name, "ctrl"))
    return XK_Control_L;
  if (g_str_equal (name, "shift"))
    return XK_Shift_L;
  g_assert_cmpstr (name, ==, "alt");
  return XK_Alt_L;
}

void
jp_keys_press (JpKeys *self, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "+", -1);
  guint n = g_strv_length (parts);
  KeySym meaning = XStringToKeysym (parts[n - 1]);

  g_assert_cmpuint (meaning, !=, NoSymbol);
  for (guint i = 0; i + 1 < n; i++)
    send (self, XKeysymToKeycode (self->display, modifier (parts[i])), TRUE);
  press_meaning (self, meaning);
  for (guint i = n - 1; i > 0; i--)
    send (self, XKeysymToKeycode (self->display, modifier (parts[i - 1])), FALSE);
  XSync (self->display, False);
}

void
jp_keys_type (JpKeys *self, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      press_meaning (self, c < 0x100 ? c : UNICODE_KEYSYM | c);
    }
}

void
jp_keys_shoot (JpKeys *self, const char *png)
{
  int screen = DefaultScreen (self->display);
  int width = DisplayWidth (self->display, screen), height = DisplayHeight (self->display, screen);
  XImage *image = XGetImage (self->display, DefaultRootWindow (self->display), 0, 0, (guint) width, (guint) height,
                             AllPlanes, ZPixmap);
  cairo_surface_t *surface;

  g_assert_nonnull (image);
  g_assert_cmpint (image->bits_per_pixel, ==, 32);
  surface = cairo_image_surface_create_for_data ((unsigned char *) image->data, CAIRO_FORMAT_RGB24, width, height,
                                                 image->bytes_per_line);
  g_assert_cmpint (cairo_surface_write_to_png (surface, png), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  XDestroyImage (image);
}
