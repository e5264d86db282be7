/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"
#include "jp-test.h"

G_BEGIN_DECLS

/* A new data file of the city at @path, kept since 2022. */
JpStore *jp_test_new_store   (const char *path);
/* Brings @n invented clusters with @n_years of figures each into it, in one import. */
void     jp_test_import_many (JpStore *store, JpDate today, guint n, guint n_years);

G_END_DECLS
