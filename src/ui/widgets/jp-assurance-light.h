/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-assurance.h"

G_BEGIN_DECLS

#define JP_TYPE_ASSURANCE_LIGHT (jp_assurance_light_get_type ())
G_DECLARE_FINAL_TYPE (JpAssuranceLight, jp_assurance_light, JP, ASSURANCE_LIGHT, AdwBin)

/* 安心灯: one light, one word, one sentence; a click lists what it is made of. */
void jp_assurance_light_show (JpAssuranceLight *self, GPtrArray *assurances);

G_END_DECLS
