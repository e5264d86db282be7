/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-form.h"
#include "jp-review.h"

G_BEGIN_DECLS

/* Asks before an official act of an assessment, says what it will do, and does it: submit, return, confirm, reopen,
 * keep, veto and withdraw. @item: the veto, or NULL. */
JpForm *jp_review_form_open (GtkWidget *over, JpReview *review, JpAssessActKind kind, const char *item);
/* The one that was open when the program ended, with what was typed in it; NULL: none was. */
JpForm *jp_review_form_reopen (GtkWidget *over, JpReview *review);

G_END_DECLS
