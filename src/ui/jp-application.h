/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JP_APPLICATION_ID "org.jiping.Jiping"

#define JP_TYPE_APPLICATION (jp_application_get_type ())
G_DECLARE_FINAL_TYPE (JpApplication, jp_application, JP, APPLICATION, AdwApplication)

/* One instance a session: a second start hands its options to the first and raises its window. */
JpApplication *jp_application_new (void);

G_END_DECLS
