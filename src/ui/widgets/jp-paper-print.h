/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-paper-order.h"

G_BEGIN_DECLS

/* Asks for a printer and prints; @from: a widget of the window that asks. Papers are A4 whatever the printer's settings
 * say, these are remembered; what papers of record printed is kept. Errors are said in a window of their own. */
void jp_paper_print (const JpPaperOrder *order, JpSession *session, GtkWidget *from);

/* The print itself, for pages (of JpPrintPage, kept meanwhile) laid out already. */
GtkPrintOperation *jp_paper_print_operation (GPtrArray *pages, const char *title);

G_END_DECLS
