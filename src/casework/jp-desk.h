/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

#define JP_DESK_ERROR (jp_desk_error_quark ())

/**
 * JpDeskError:
 * @JP_DESK_ERROR_NOT_FOUND: no such cluster, or the name fits several
 * @JP_DESK_ERROR_REFUSED: a rule forbids it; the message says which, and what would allow it
 * @JP_DESK_ERROR_OFFICE: this data file's office does not act for that one
 */
typedef enum
{
  JP_DESK_ERROR_NOT_FOUND,
  JP_DESK_ERROR_REFUSED,
  JP_DESK_ERROR_OFFICE,
} JpDeskError;

GQuark jp_desk_error_quark (void);

/**
 * JpDesk:
 *
 * Who acts, for which office, on what day, on which data file: every official act is done at a desk. A city
 * file may record a district's act for it (代录); a district file does only district acts (R-WHO, 第三条).
 */
typedef struct _JpDesk JpDesk;

JpDesk     *jp_desk_new        (JpStore *store, const char *person, const char *office, JpDate today, GError **error);
JpDesk     *jp_desk_at         (JpDesk *self, const char *office, const char *person, GError **error);
JpDesk     *jp_desk_ref        (JpDesk *self);
void        jp_desk_unref      (JpDesk *self);
JpStore    *jp_desk_get_store  (JpDesk *self);
const char *jp_desk_get_person (JpDesk *self);
const char *jp_desk_get_office (JpDesk *self);
JpDate      jp_desk_get_today  (JpDesk *self);

/* The rules as they stand at this desk today; packs and holidays are read once and again after a change. */
gboolean    jp_desk_get_context (JpDesk *self, JpContext *context, GError **error);
/* A cluster by name, unique part of a name, or UUID. */
JpDossier  *jp_desk_find        (JpDesk *self, const char *cluster, GError **error);
/* A journal entry begun at this desk, now. */
JpEntry    *jp_desk_begin       (JpDesk *self, JpEntryKind kind, const char *act);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpDesk, jp_desk_unref)

G_END_DECLS
