/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Prints the papers of @results (element-type JpResult, of the session's present snapshot) to the file @path, or to the
 * folder @path with a file each: says so first, then shows how far it is. */
void jp_assessment_print (GtkWidget *over, JpSession *session, GPtrArray *results, const char *path, gboolean one_each);

G_END_DECLS
