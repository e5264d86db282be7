/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-report.h"

G_BEGIN_DECLS

#define JP_TYPE_REPORT_GALLERY (jp_report_gallery_get_type ())
G_DECLARE_FINAL_TYPE (JpReportGallery, jp_report_gallery, JP, REPORT_GALLERY, AdwBin)

/* All papers the program makes, by groups. Signal "chosen": another one is. */
GtkWidget          *jp_report_gallery_new    (void);
const JpReportKind *jp_report_gallery_get    (JpReportGallery *self);
void                jp_report_gallery_choose (JpReportGallery *self, const char *id);

G_END_DECLS
