/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-context.h"

G_BEGIN_DECLS

/* What every suite needs: days by their ISO text, the shipped pack and holidays, the deliberately different
 * second pack, and files of tests/data. Failing to find one is a failed test. */
JpDate      jp_test_date       (const char *iso);
char       *jp_test_path       (const char *name); /* a file of tests/data */
char       *jp_test_read       (const char *name, gsize *length);
JpPack     *jp_test_pack       (void); /* xiamen-2024 */
JpPack     *jp_test_other_pack (void); /* tests/data/packs/other.json */
JpHolidays *jp_test_holidays   (void);
/* A context with one pack; @packs receives the set to free. */
JpContext jp_test_context (JpPackSet **packs, JpPack *pack, const JpHolidays *holidays, const char *since,
                           const char *today);

#define jp_assert_date(actual, iso) \
  G_STMT_START \
  { \
    char jp_buf_[JP_DATE_ISO_LEN]; \
    g_assert_cmpstr (jp_date_to_iso ((actual), jp_buf_), ==, (iso)); \
  } \
  G_STMT_END

/* Removes a file, or a folder with all that is in it. */
void        jp_test_remove     (const char *path);

/* g_test_init() with isolated directories, and the locale set from the environment. */
void        jp_test_init       (int *argc, char ***argv);

G_END_DECLS
