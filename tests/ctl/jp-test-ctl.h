/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Running jipingctl as its users do: a data file in a folder of its own, a day that counts as today. */
typedef struct
{
  char *folder;
  char *data;
  char *today; /* "": none is given, the clock counts */
  char *out;  /* of the last run */
  char *err;
} JpTestCtl;

JpTestCtl *jp_test_ctl_new    (const char *today);
void       jp_test_ctl_free   (JpTestCtl *self); /* the folder goes with it */
char      *jp_test_ctl_file   (JpTestCtl *self, const char *name); /* a path in the folder */
/* Runs `jipingctl --data … --today … ARGUMENTS`, asserts the exit status. */
void       jp_test_ctl_run    (JpTestCtl *self, int status, const char *first, ...) G_GNUC_NULL_TERMINATED;
/* The same with --json; the document it wrote. */
JsonNode  *jp_test_ctl_json   (JpTestCtl *self, int status, const char *first, ...) G_GNUC_NULL_TERMINATED;

/* Reading the document: "0.years.1.entitled" from @node; strings as they are, numbers in decimal, null as "null". */
char      *jp_test_json_get   (JsonNode *node, const char *path);
guint      jp_test_json_n     (JsonNode *node, const char *path); /* elements of an array */

#define jp_assert_json(node, path, expected) \
  G_STMT_START \
  { \
    g_autofree char *jp_got_ = jp_test_json_get ((node), (path)); \
    g_assert_cmpstr (jp_got_, ==, (expected)); \
  } \
  G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpTestCtl, jp_test_ctl_free)

G_END_DECLS
