/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

/* A document that was printed as a paper of record, with what it said, so that it prints again unchanged. */
typedef struct
{
  char  *id; /* UUID */
  char  *cluster; /* NULL: it concerns several */
  char  *kind;
  int    year;
  JpDate printed_on;
  char  *person;
  char  *data; /* JSON */
  char  *check_code;
} JpPrinted;

JpPrinted *jp_printed_new          (const char *kind, int year, JpDate printed_on);
void       jp_printed_free         (JpPrinted *printed);
gboolean   jp_store_put_printed    (JpTransaction *transaction, JpPrinted *printed, GError **error);
/* Of JpPrinted, newest first; of one cluster or all, by check code where one is given. */
GPtrArray *jp_store_load_printed   (JpStore *self, const char *cluster, const char *check_code, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpPrinted, jp_printed_free)

G_END_DECLS
