/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_PEOPLE_GROUP (jp_people_group_get_type ())
G_DECLARE_FINAL_TYPE (JpPeopleGroup, jp_people_group, JP, PEOPLE_GROUP, AdwPreferencesGroup)

/* The people of the data file: enter one, say that one has left or is back. Emits "changed" when they are read. */
void       jp_people_group_set_session (JpPeopleGroup *self, JpSession *session);
GPtrArray *
jp_people_group_get_people (JpPeopleGroup *self); /* of JpPerson, active ones first; NULL before they are read */

G_END_DECLS
