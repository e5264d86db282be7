/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A workbook as LibreOffice understood it, from the flat XML it writes: every filled cell as "T:text", "N:number" or
 * "D:2025-03-01" by "sheet\trow\tcolumn" (from 1), the widths of columns in inches by "sheet\tcolumn". */
typedef struct
{
  GHashTable *cells;  /* char* → char* */
  GHashTable *widths; /* char* → double* */
} JpTestFods;

JpTestFods *jp_test_fods_read (const char *path);
void        jp_test_fods_free (JpTestFods *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpTestFods, jp_test_fods_free)
