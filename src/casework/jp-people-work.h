/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"
#include "jp-store-people.h"

G_BEGIN_DECLS

/* The people of the office (R-WHO) and its own decisions that papers and window read. */

/* Enters a person, or brings one up to date by id. One name once in an office. */
gboolean jp_casework_put_person     (JpDesk *desk, JpPerson *person, GError **error);
/* A decision of the office, kept under @key; @summary says it in an official sentence. NULL takes it back. */
gboolean jp_casework_put_preference (JpDesk *desk, const char *key, const char *value, const char *summary,
                                     GError **error);

#define JP_PREFERENCE_OFFICE_NAME "office-name" /* as printed on papers, where it differs from the pack's */

G_END_DECLS
