/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-page.h"

G_BEGIN_DECLS

#define JP_TYPE_BATCH_PAGE (jp_batch_page_get_type ())
G_DECLARE_FINAL_TYPE (JpBatchPage, jp_batch_page, JP, BATCH_PAGE, JpPage)

GtkWidget *jp_batch_page_new (void);

G_END_DECLS
