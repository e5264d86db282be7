/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-funding-item.h"

struct _JpFundingItem
{
  GObject parent_instance;

  /* Owned. */
  JpFundingData *data;

  const JpFundingRow *row; /* of the data */
  guint               ordinal;
};

G_DEFINE_FINAL_TYPE (JpFundingItem, jp_funding_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
jp_funding_item_finalize (GObject *object)
{
  jp_funding_data_unref (JP_FUNDING_ITEM (object)->data);

  G_OBJECT_CLASS (jp_funding_item_parent_class)->finalize (object);
}

static void
jp_funding_item_class_init (JpFundingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_funding_item_finalize;

  changed_signal
    = g_signal_new ("changed", JP_TYPE_FUNDING_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jp_funding_item_init (JpFundingItem *self)
{
}

JpFundingItem *
jp_funding_item_new (JpFundingData *data, const JpFundingRow *row, guint ordinal)
{
  JpFundingItem *self = g_object_new (JP_TYPE_FUNDING_ITEM, NULL);

  self->data = jp_funding_data_ref (data);
  self->row = row;
  self->ordinal = ordinal;

  return self;
}

const JpFundingRow *
jp_funding_item_get_row (JpFundingItem *self)
{
  return self->row;
}

JpFundingData *
jp_funding_item_get_data (JpFundingItem *self)
{
  return self->data;
}

guint
jp_funding_item_get_ordinal (JpFundingItem *self)
{
  return self->ordinal;
}

const JpFundCase *
jp_funding_item_get_case (JpFundingItem *self)
{
  return jp_funding_row_case (self->row, self->ordinal);
}

static guint
ordinal_at (GArray *ordinals, guint index)
{
  return ordinals != NULL ? g_array_index (ordinals, guint, index) : 0;
}

static gboolean
same_items (GListModel *model, GPtrArray *rows, GArray *ordinals)
{
  if (g_list_model_get_n_items (model) != rows->len)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (JpFundingItem) item = g_list_model_get_item (model, i);
      const JpFundingRow *row = g_ptr_array_index (rows, i);

      if (item->ordinal != ordinal_at (ordinals, i) || !g_str_equal (item->row->dossier->id, row->dossier->id))
        return FALSE;
    }

  return TRUE;
}

static void
renew (JpFundingItem *self, JpFundingData *data, const JpFundingRow *row)
{
  g_autoptr (JpFundingData) before = self->data;

  self->data = jp_funding_data_ref (data);
  self->row = row;
  g_signal_emit (self, changed_signal, 0);
}

void
jp_funding_items_show (GListStore *store, JpFundingData *data, GPtrArray *rows, GArray *ordinals)
{
  g_autoptr (GPtrArray) items = NULL;
  gboolean same = same_items (G_LIST_MODEL (store), rows, ordinals);

  if (!same)
    items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    {
      const JpFundingRow *row = g_ptr_array_index (rows, i);
      g_autoptr (JpFundingItem) item = NULL;

      if (!same)
        {
          g_ptr_array_add (items, jp_funding_item_new (data, row, ordinal_at (ordinals, i)));
          continue;
        }
      item = g_list_model_get_item (G_LIST_MODEL (store), i);
      renew (item, data, row);
    }

  if (!same)
    g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata, items->len);
}
