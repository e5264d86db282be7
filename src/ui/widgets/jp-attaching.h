/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-session.h"

G_BEGIN_DECLS

/* Papers kept with a dossier (材料): how they come in, are looked at and go, from whatever page. */

/* Copies files (element-type GFile) in, each as a paper like @like, whose name is the file's own. */
void jp_attaching_take   (JpSession *session, const JpAttachment *like, GListModel *files);
/* Asks for files, and takes them. */
void jp_attaching_choose (GtkWidget *over, JpSession *session, const JpAttachment *like);
/* Asks for files, and hands them to who first asks what they are. */
typedef void (*JpAttachingTake) (GtkWidget *over, GListModel *files);
void jp_attaching_ask    (GtkWidget *over, JpAttachingTake take);
/* What was dropped, from a GtkDropTarget for GDK_TYPE_FILE_LIST (transfer full) (element-type GFile). */
GListModel *jp_attaching_dropped (const GValue *value);
/* Shows one with the system's program. */
void jp_attaching_open   (GtkWidget *over, JpSession *session, const JpAttachment *attachment);
/* Takes one off; undo brings it back. */
void jp_attaching_remove (JpSession *session, const JpAttachment *attachment);

G_END_DECLS
