/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-array-list.h"

#include "jp-give-up.h"

/* A view makes the widgets of this many rows at once, which together take longer than the main loop may be busy:
 * they are shown portion by portion, a screenful first. */
#define VIEW_ROWS 240
#define PORTION   16

struct _JpArrayList
{
  GObject parent_instance;

  /* Owned. */
  GPtrArray *array;
  guint      revealing;

  guint n_shown;
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
  return JP_ARRAY_LIST (model)->n_shown;
}

static gpointer
get_item (GListModel *model, guint position)
{
  JpArrayList *self = JP_ARRAY_LIST (model);

  return position < self->n_shown ? g_object_ref (g_ptr_array_index (self->array, position)) : NULL;
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

/* The last portion is all the rest: below the rows it keeps a view makes no widgets. */
static gboolean
reveal (gpointer data)
{
  JpArrayList *self = data;
  guint shown = self->n_shown, more = shown + PORTION < VIEW_ROWS ? PORTION : self->array->len - shown;

  self->n_shown = shown + MIN (more, self->array->len - shown);
  if (self->n_shown == self->array->len)
    self->revealing = 0;
  g_list_model_items_changed (G_LIST_MODEL (self), shown, 0, self->n_shown - shown);

  return self->n_shown < self->array->len;
}

/**
 * jp_array_list_conceal:
 * @self: a list
 *
 * Takes the last portion out again: for a view that is about to go, whose widgets take as long to free as to make.
 *
 * Returns: whether anything is left
 */
gboolean
jp_array_list_conceal (JpArrayList *self)
{
  guint shown, kept;

  g_return_val_if_fail (JP_IS_ARRAY_LIST (self), FALSE);

  shown = self->n_shown;
  kept = shown > VIEW_ROWS ? VIEW_ROWS : shown - MIN (shown, PORTION);
  g_clear_handle_id (&self->revealing, g_source_remove);
  self->n_shown = kept;
  if (shown > kept)
    g_list_model_items_changed (G_LIST_MODEL (self), kept, shown - kept, 0);

  return kept > 0;
}

static void
jp_array_list_finalize (GObject *object)
{
  JpArrayList *self = JP_ARRAY_LIST (object);

  g_clear_handle_id (&self->revealing, g_source_remove);
  jp_give_up (self->array, (GDestroyNotify) g_ptr_array_unref);

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
 * @array: (element-type GObject): what is listed; kept, not to be changed any more, and freed by any thread
 * @item_type: of what is in it
 *
 * Returns: (transfer full): a list of the same, which grows to its length as the main loop has time
 */
JpArrayList *
jp_array_list_new (GPtrArray *array, GType item_type)
{
  JpArrayList *self = g_object_new (JP_TYPE_ARRAY_LIST, NULL);

  self->array = g_ptr_array_ref (array);
  self->item_type = item_type;
  self->n_shown = MIN (array->len, PORTION);
  if (self->n_shown < array->len)
    self->revealing = g_idle_add (reveal, self);

  return self;
}
