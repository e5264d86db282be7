/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-store.h"

G_BEGIN_DECLS

/* Rule packs (R-PACK) and holidays (R-WORKDAY). A pack that is there already is left as it is: a version never
 * changes. */
gboolean jp_store_put_pack (JpTransaction *transaction, const JpPack *pack, GError **error);
gboolean jp_store_confirm_pack (JpTransaction *transaction, const char *id, guint version, const char *document,
                                JpDate on, GError **error);
/* The version an assessment year uses, for all clusters; fixing it again changes it. */
gboolean jp_store_fix_year (JpTransaction *transaction, int year, const char *pack_id, guint version, GError **error);
gboolean jp_store_unfix_year (JpTransaction *transaction, int year, GError **error);
gboolean jp_store_put_holidays (JpTransaction *transaction, const char *json, GError **error);
JpHolidays *jp_transaction_load_holidays (JpTransaction *transaction, GError **error);

G_END_DECLS
