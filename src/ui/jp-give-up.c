/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-give-up.h"

typedef struct
{
  gpointer       data;
  GDestroyNotify destroy;
} Given;

static void
free_given (gpointer data, gpointer user_data)
{
  g_autofree Given *given = data;

  given->destroy (given->data);
}

static gpointer
new_pool (gpointer data)
{
  return g_thread_pool_new (free_given, NULL, 1, FALSE, NULL);
}

void
jp_give_up (gpointer data, GDestroyNotify destroy)
{
  static GOnce once = G_ONCE_INIT;
  Given *given;

  if (data == NULL)
    return;

  given = g_new0 (Given, 1);
  given->data = data;
  given->destroy = destroy;
  g_thread_pool_push (g_once (&once, new_pool, NULL), given, NULL);
}
