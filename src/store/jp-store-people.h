/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

/* Somebody who acts for an office (R-WHO). People who left stay, inactive: the record names them. */
typedef struct
{
  char    *id; /* UUID */
  char    *name;
  char    *office;
  char    *duty; /* as printed, or NULL */
  gboolean active;
} JpPerson;

JpPerson  *jp_person_new            (const char *name, const char *office);
void       jp_person_free           (JpPerson *person);
gboolean   jp_store_put_person      (JpTransaction *transaction, JpPerson *person, GError **error);
gboolean   jp_store_delete_person   (JpTransaction *transaction, const char *id, GError **error);
GPtrArray *jp_store_load_people     (JpStore *self, GError **error); /* of JpPerson, active ones first, then by name */

/* Decisions of the office that papers and the window read; NULL takes one out. */
gboolean   jp_store_put_preference  (JpTransaction *transaction, const char *key, const char *value, GError **error);
char      *jp_store_load_preference (JpStore *self, const char *key, GError **error); /* NULL without @error: not set */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpPerson, jp_person_free)

G_END_DECLS
