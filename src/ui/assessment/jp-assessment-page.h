/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-page.h"

G_BEGIN_DECLS

#define JP_TYPE_ASSESSMENT_PAGE (jp_assessment_page_get_type ())
G_DECLARE_FINAL_TYPE (JpAssessmentPage, jp_assessment_page, JP, ASSESSMENT_PAGE, JpPage)

/* 年度考核: every cluster due for assessment in the year. */
GtkWidget *jp_assessment_page_new (void);

G_END_DECLS
