/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JP_TYPE_WELCOME (jp_welcome_get_type ())
G_DECLARE_FINAL_TYPE (JpWelcome, jp_welcome, JP, WELCOME, AdwBin)

/* What is shown before there is a data file: three ways to begin, each an action of the window. */

G_END_DECLS
