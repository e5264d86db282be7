/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-funding-data.h"

G_BEGIN_DECLS

#define JP_TYPE_FUNDING_ITEM (jp_funding_item_get_type ())
G_DECLARE_FINAL_TYPE (JpFundingItem, jp_funding_item, JP, FUNDING_ITEM, GObject)

/**
 * JpFundingItem:
 *
 * A cluster, or one of its funding years, in a list. "changed": what it stands for is shown anew, in its place.
 */
JpFundingItem      *jp_funding_item_new         (JpFundingData *data, const JpFundingRow *row, guint ordinal);
const JpFundingRow *jp_funding_item_get_row     (JpFundingItem *self);
JpFundingData      *jp_funding_item_get_data    (JpFundingItem *self);
guint               jp_funding_item_get_ordinal (JpFundingItem *self);
const JpFundCase   *jp_funding_item_get_case    (JpFundingItem *self);

/* Shows @rows in @store: where they are the same clusters as before each item only changes, so that scroll, selection
 * and focus stay. @ordinals (of guint) beside them, or NULL for whole clusters. */
void jp_funding_items_show (GListStore *store, JpFundingData *data, GPtrArray *rows, GArray *ordinals);

G_END_DECLS
