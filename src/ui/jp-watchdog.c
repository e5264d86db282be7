/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-watchdog.h"

static gint64 limit;      /* µs */
static gint64 busy_since; /* 0: the loop has not run yet */

/* Between two polls the loop is busy. */
static int
poll_watched (GPollFD *fds, guint n, int timeout)
{
  gint64 busy = busy_since != 0 ? g_get_monotonic_time () - busy_since : 0;
  int found;

  if (busy > limit)
    g_printerr ("The main loop was busy for %" G_GINT64_FORMAT " ms.\n", busy / 1000);
  found = g_poll (fds, n, timeout);
  busy_since = g_get_monotonic_time ();

  return found;
}

void
jp_watchdog_init (void)
{
  const char *given = g_getenv ("JIPING_WATCHDOG");
  guint64 ms;

  if (given == NULL || !g_ascii_string_to_unsigned (given, 10, 1, 60000, &ms, NULL))
    return;

  limit = (gint64) ms * 1000;
  g_main_context_set_poll_func (NULL, poll_watched);
}
