/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-page.h"

G_BEGIN_DECLS

#define JP_TYPE_DASHBOARD_PAGE (jp_dashboard_page_get_type ())
G_DECLARE_FINAL_TYPE (JpDashboardPage, jp_dashboard_page, JP, DASHBOARD_PAGE, JpPage)

/* 工作台: what needs doing today, then how things stand. */

G_END_DECLS
