/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Prints the assessment papers of the clusters @ids (element-type utf8) for @year to the file @path, or to the folder
 * @path with a file each: says so first, then shows how far it is. */
void jp_assessment_print        (GtkWidget *over, JpSession *session, GPtrArray *ids, int year, const char *path,
                                 gboolean one_each);
/* The same, asking for the file or the folder first. */
void jp_assessment_print_choose (GtkWidget *over, JpSession *session, GPtrArray *ids, int year, gboolean one_each);

G_END_DECLS
