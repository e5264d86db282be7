/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-session.h"

G_BEGIN_DECLS

typedef void (*JpFileAsked) (GtkWidget *over, JpSession *session, const char *path);

/* Asks for one file to read; @asked is called with its path, and not at all where none was chosen. */
void jp_file_ask (GtkWidget *over, JpSession *session, const char *title, JpFileAsked asked);

G_END_DECLS
