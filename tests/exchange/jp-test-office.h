/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-exchange.h"
#include "jp-test.h"

G_BEGIN_DECLS

/* A new data file in a folder of its own, and a desk at it. */
typedef struct
{
  char    *folder;
  JpStore *store;
  JpDesk  *desk;
} JpTestOffice;

JpTestOffice *jp_test_office_new  (const char *today);
JpTestOffice *jp_test_office_new_with_pack (const char *today, const char *pack_json);
void          jp_test_office_free (JpTestOffice *self); /* removes the folder with all that is in it */
char         *jp_test_office_path (JpTestOffice *self, const char *name);
JpPack       *jp_test_office_pack (JpTestOffice *self); /* borrowed */
JpContext     jp_test_office_context (JpTestOffice *self);
GPtrArray    *jp_test_office_dossiers (JpTestOffice *self);

/* Imports a file (the store's own @name, or a sample "samples/…"). What came of it: "7=7+0+0 24=24+0+0" clusters and
 * figures, read = added + changed + same; or "refused". @import, if wanted, receives what was read. */
char         *jp_test_office_import (JpTestOffice *self, const char *name, JpImport **import);
char         *jp_test_office_import_bytes (JpTestOffice *self, GBytes *bytes, JpImport **import);
/* The text of an export as CSV: all that an import can change. */
char         *jp_test_office_dump   (JpTestOffice *self);

/* "年度指标!C2 年度指标!A3": where the notes stand. */
char         *jp_test_notes         (GPtrArray *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpTestOffice, jp_test_office_free)

G_END_DECLS
