/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What @pack would change in the assessments of a year, beside what they are: a window that keeps nothing. */
void jp_rules_what_if_open (GtkWidget *over, JpSession *session, JpPack *pack);

G_END_DECLS
