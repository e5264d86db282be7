/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-array-list.h"

struct _JpArrayList
{
  GObject parent_instance;

  /* Owned. */
  GPtrArray *array;

  GType item_type;
};

static GType
get_item_type (GListModel *model)
{
  return JP_ARRAY_LIST (model)->item_type;
}

static guint
get_n_items (GListModel *model)
{
  return JP_ARRAY_LIST (model)->array->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  JpArrayList *self = JP_ARRAY_LIST (model);

  return position < self->array->len ? g_object_ref (g_ptr_array_index (self->array, position)) : NULL;
}

static void
implement_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (JpArrayList, jp_array_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_model))

static void
jp_array_list_finalize (GObject *object)
{
  g_ptr_array_unref (JP_ARRAY_LIST (object)->array);

  G_OBJECT_CLASS (jp_array_list_parent_class)->finalize (object);
}

static void
jp_array_list_class_init (JpArrayListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_array_list_finalize;
}

static void
jp_array_list_init (JpArrayList *self)
{
}

/**
 * jp_array_list_new:
 * @array: (element-type GObject): what is listed; kept, and not to be changed any more
 * @item_type: of what is in it
 *
 * Returns: (transfer full): a list of the same
 */
JpArrayList *
jp_array_list_new (GPtrArray *array, GType item_type)
{
  JpArrayList *self = g_object_new (JP_TYPE_ARRAY_LIST, NULL);

  self->array = g_ptr_array_ref (array);
  self->item_type = item_type;

  return self;
}
