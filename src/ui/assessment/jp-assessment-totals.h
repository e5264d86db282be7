/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-session.h"

G_BEGIN_DECLS

/* How many assessments of the year stand where, a row a district, with the amounts that are certain for the next year.
 */
GtkWidget *jp_assessment_totals_new (JpSession *session);

G_END_DECLS
