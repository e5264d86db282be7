/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Frees @data on a thread of its own: a hundred thousand rows take longer to free than the main loop may be busy.
 * Nobody else may hold anything of it, and @destroy touches nothing that belongs to the main thread. */
void jp_give_up (gpointer data, GDestroyNotify destroy);

G_END_DECLS
