/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-page.h"

G_BEGIN_DECLS

#define JP_TYPE_REPORTS_PAGE (jp_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (JpReportsPage, jp_reports_page, JP, REPORTS_PAGE, JpPage)

/* 报表打印: every paper, as it will print. */
GtkWidget *jp_reports_page_new (void);

G_END_DECLS
