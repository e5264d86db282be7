/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-obligation.h"

G_BEGIN_DECLS

/**
 * JpDigest:
 *
 * What a day's one notification says: how much is overdue, due today and due soon, terms whose end has come near by one
 * of the rule's lead times (12, 6, 3, 1 months, R-TERM), and the most urgent of it by name.
 */
typedef struct
{
  guint n_overdue;
  guint n_today;
  guint n_soon;   /* within the lead time, today not counted */
  guint n_near;   /* terms that reached a lead time since the last digest */
  char *title;
  char *body;
} JpDigest;

/* FALSE: there is nothing to say, and @digest is empty. @last: the day of the last digest, JP_DATE_NONE: never. */
gboolean jp_digest_init   (JpDigest *digest, GPtrArray *duties, const JpContext *context, guint soon_days, JpDate last);
void     jp_digest_clear  (JpDigest *digest);
/* Once a day, whatever happens to the clock. */
gboolean jp_digest_is_due (JpDate last, JpDate today);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JpDigest, jp_digest_clear)

G_END_DECLS
