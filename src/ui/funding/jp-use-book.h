/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jp-snapshot.h"
#include "jp-use-ledger.h"

G_BEGIN_DECLS

/**
 * JpUseBook:
 *
 * The use ledger of one cluster as a list, the latest entry first. An item is made when its row is looked at: a ledger
 * of fifty thousand entries opens as fast as one of fifty. It keeps the snapshot that it borrows from.
 */
#define JP_TYPE_USE_BOOK (jp_use_book_get_type ())
G_DECLARE_FINAL_TYPE (JpUseBook, jp_use_book, JP, USE_BOOK, GObject)

#define JP_TYPE_USE_ITEM (jp_use_item_get_type ())
G_DECLARE_FINAL_TYPE (JpUseItem, jp_use_item, JP, USE_ITEM, GObject)

/* NULL: no such cluster in it. */
JpUseBook         *jp_use_book_new         (JpSnapshot *snapshot, const char *cluster);
/* Whether it is what those two would give again. */
gboolean           jp_use_book_is_of       (JpUseBook *self, JpSnapshot *snapshot, const char *cluster);
const JpUseLedger *jp_use_book_get_ledger  (JpUseBook *self);
const JpDossier   *jp_use_book_get_dossier (JpUseBook *self);
const JpContext   *jp_use_book_get_context (JpUseBook *self);

const JpUseRow    *jp_use_item_get_row     (JpUseItem *self);
JpUseBook         *jp_use_item_get_book    (JpUseItem *self);
/* 其他、超支…: what is to be looked at; empty: nothing. */
char              *jp_use_flag_words       (JpUseFlags flags);
/* The name of a category in any pack of the cluster's years; 不在范围 where none knows it. */
const char        *jp_use_category_name    (const JpDossier *dossier, const JpContext *context, guint ordinal,
                                            const char *category);

G_END_DECLS
