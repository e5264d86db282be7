/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-page.h"

G_BEGIN_DECLS

#define JP_TYPE_WIZARD_PAGE (jp_wizard_page_get_type ())
G_DECLARE_FINAL_TYPE (JpWizardPage, jp_wizard_page, JP, WIZARD_PAGE, JpPage)

/* One cluster's assessment in five steps. Its place is "UUID" or "UUID@YEAR". */
GtkWidget *jp_wizard_page_new (void);

G_END_DECLS
