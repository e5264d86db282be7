/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-page.h"

G_BEGIN_DECLS

#define JP_TYPE_RULES_EDITOR (jp_rules_editor_get_type ())
G_DECLARE_FINAL_TYPE (JpRulesEditor, jp_rules_editor, JP, RULES_EDITOR, JpPage)

/* The next version of the rules while it is edited. Places: the id of a chapter. */

G_END_DECLS
