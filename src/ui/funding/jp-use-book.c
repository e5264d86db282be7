/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-use-book.h"

#include "jp-fund-case.h"

struct _JpUseBook
{
  GObject parent_instance;

  /* Owned. */
  JpSnapshot *snapshot;
  JpUseLedger ledger;

  const JpDossier *dossier; /* of the snapshot */
};

static GType
jp_use_book_get_item_type (GListModel *model)
{
  return JP_TYPE_USE_ITEM;
}

static guint
jp_use_book_get_n_items (GListModel *model)
{
  return JP_USE_BOOK (model)->ledger.rows->len;
}

struct _JpUseItem
{
  GObject parent_instance;

  /* Owned. */
  JpUseBook *book;

  guint index; /* of the ledger's rows */
};

static gpointer
jp_use_book_get_item (GListModel *model, guint position)
{
  JpUseBook *self = JP_USE_BOOK (model);
  JpUseItem *item;

  if (position >= self->ledger.rows->len)
    return NULL;

  item = g_object_new (JP_TYPE_USE_ITEM, NULL);
  item->book = g_object_ref (self);
  item->index = self->ledger.rows->len - 1 - position;

  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = jp_use_book_get_item_type;
  iface->get_n_items = jp_use_book_get_n_items;
  iface->get_item = jp_use_book_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (JpUseBook, jp_use_book, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))
G_DEFINE_FINAL_TYPE (JpUseItem, jp_use_item, G_TYPE_OBJECT)

static void
jp_use_book_finalize (GObject *object)
{
  JpUseBook *self = JP_USE_BOOK (object);

  jp_use_ledger_clear (&self->ledger);
  jp_snapshot_unref (self->snapshot);

  G_OBJECT_CLASS (jp_use_book_parent_class)->finalize (object);
}

static void
jp_use_book_class_init (JpUseBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_use_book_finalize;
}

static void
jp_use_book_init (JpUseBook *self)
{
}

static void
jp_use_item_finalize (GObject *object)
{
  g_object_unref (JP_USE_ITEM (object)->book);

  G_OBJECT_CLASS (jp_use_item_parent_class)->finalize (object);
}

static void
jp_use_item_class_init (JpUseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_use_item_finalize;
}

static void
jp_use_item_init (JpUseItem *self)
{
}

/**
 * jp_use_book_new:
 * @snapshot: what is shown
 * @cluster: id of a cluster of it
 *
 * Reads the use ledger of a cluster (R-USE, 第十四条), on any thread.
 *
 * Returns: (transfer full) (nullable): the ledger as a list
 */
JpUseBook *
jp_use_book_new (JpSnapshot *snapshot, const char *cluster)
{
  const JpDossier *dossier = jp_snapshot_find (snapshot, cluster);
  JpUseBook *self;

  if (dossier == NULL)
    return NULL;

  self = g_object_new (JP_TYPE_USE_BOOK, NULL);
  self->snapshot = jp_snapshot_ref (snapshot);
  self->dossier = dossier;
  jp_use_ledger_init (&self->ledger, dossier, jp_snapshot_get_context (snapshot));

  return self;
}

gboolean
jp_use_book_is_of (JpUseBook *self, JpSnapshot *snapshot, const char *cluster)
{
  return self->snapshot == snapshot && g_str_equal (self->dossier->id, cluster);
}

const JpUseLedger *
jp_use_book_get_ledger (JpUseBook *self)
{
  return &self->ledger;
}

const JpDossier *
jp_use_book_get_dossier (JpUseBook *self)
{
  return self->dossier;
}

const JpContext *
jp_use_book_get_context (JpUseBook *self)
{
  return jp_snapshot_get_context (self->snapshot);
}

const JpUseRow *
jp_use_item_get_row (JpUseItem *self)
{
  return &g_array_index (self->book->ledger.rows, JpUseRow, self->index);
}

JpUseBook *
jp_use_item_get_book (JpUseItem *self)
{
  return self->book;
}

char *
jp_use_flag_words (JpUseFlags flags)
{
  static const struct
  {
    JpUseFlags  flag;
    const char *name;
  } names[] = {
    { JP_USE_FLAG_OTHER, "其他" },         { JP_USE_FLAG_OUT_OF_SCOPE, "不在范围" }, { JP_USE_FLAG_OVERSPENT, "超支" },
    { JP_USE_FLAG_SAME_VOUCHER, "凭证重复" }, { JP_USE_FLAG_DUPLICATE, "疑似重复" },    { JP_USE_FLAG_REVERSED, "已冲销" },
  };
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if ((flags & names[i].flag) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "、" : "", names[i].name);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

const char *
jp_use_category_name (const JpDossier *dossier, const JpContext *context, guint ordinal, const char *category)
{
  const JpPack *pack = jp_funding_pack (dossier, context, ordinal);
  const JpUseCategory *found = pack != NULL && category != NULL ? jp_pack_find_category (pack, category) : NULL;

  for (guint i = jp_pack_set_size (context->packs); found == NULL && category != NULL && i > 0; i--)
    found = jp_pack_find_category (jp_pack_set_nth (context->packs, i - 1), category);

  return found != NULL ? found->name : category != NULL ? category : "不在范围";
}
