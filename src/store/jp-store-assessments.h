/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

/* An assessment whole: points, reviewers' vetoes, narrative, and what confirming froze (nothing where @frozen is
 * NULL). */
gboolean jp_store_put_assessment (JpTransaction *transaction, const char *cluster, const JpAssessment *assessment,
                                  GError **error);
gboolean jp_store_delete_assessment (JpTransaction *transaction, const char *cluster, int year, GError **error);

G_END_DECLS
