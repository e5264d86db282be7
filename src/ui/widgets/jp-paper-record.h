/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-session.h"

G_BEGIN_DECLS

/* Keeps what papers of record (of JpPrinted) printed; ends with jp_session_do_finish(), also where there is nothing. */
void jp_paper_record (JpSession *session, GPtrArray *printed, GAsyncReadyCallback callback, gpointer user_data);

/* What went wrong, in a window of its own. */
void jp_paper_say    (GtkWidget *from, const char *heading, const char *sentence);

G_END_DECLS
