/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-page.h"

G_BEGIN_DECLS

#define JP_TYPE_FUNDING_PAGE (jp_funding_page_get_type ())
G_DECLARE_FINAL_TYPE (JpFundingPage, jp_funding_page, JP, FUNDING_PAGE, JpPage)

G_END_DECLS
