/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _JpStoreGuard JpStoreGuard;

JpStoreGuard *jp_store_guard_new    (const char *path);    /* of a file that SQLite has open */
void          jp_store_guard_let_go (JpStoreGuard *self);  /* before SQLite closes the file */
void          jp_store_guard_free   (JpStoreGuard *self);  /* after it */

G_END_DECLS
