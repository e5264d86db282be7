/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-page.h"

G_BEGIN_DECLS

#define JP_TYPE_RULES_PAGE (jp_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (JpRulesPage, jp_rules_page, JP, RULES_PAGE, JpPage)

/* 政策规则: the rule pack in force as readable text. Places: the id of a chapter ("indicators", "holidays" …). */

G_END_DECLS
