/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-assessment-columns.h"

G_BEGIN_DECLS

/* The columns of the table of assessments. */
void jp_assessment_view_setup (GtkColumnView *view);

G_END_DECLS
