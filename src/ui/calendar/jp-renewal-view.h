/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"

G_BEGIN_DECLS

#define JP_TYPE_RENEWAL_VIEW (jp_renewal_view_get_type ())
G_DECLARE_FINAL_TYPE (JpRenewalView, jp_renewal_view, JP, RENEWAL_VIEW, AdwBin)

/**
 * JpRenewalView:
 *
 * The renewal of a cluster, or its first application, step by step: self-check, goals, application, review,
 * recommendation, outcome.
 */
GtkWidget *jp_renewal_view_new  (void);
/* @cluster: UUID; the step at hand is chosen when it is another than before. */
void       jp_renewal_view_show (JpRenewalView *self, JpSession *session, const char *cluster);

G_END_DECLS
