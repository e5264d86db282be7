/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-duty-model.h"

struct _JpDutyRef
{
  GObject parent_instance;

  JpSnapshot         *snapshot;
  const JpObligation *duty; /* of the snapshot */
};

G_DEFINE_FINAL_TYPE (JpDutyRef, jp_duty_ref, G_TYPE_OBJECT)

static void
jp_duty_ref_finalize (GObject *object)
{
  jp_snapshot_unref (JP_DUTY_REF (object)->snapshot);

  G_OBJECT_CLASS (jp_duty_ref_parent_class)->finalize (object);
}

static void
jp_duty_ref_class_init (JpDutyRefClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_duty_ref_finalize;
}

static void
jp_duty_ref_init (JpDutyRef *self)
{
}

JpSnapshot *
jp_duty_ref_get_snapshot (JpDutyRef *self)
{
  return self->snapshot;
}

const JpObligation *
jp_duty_ref_get_duty (JpDutyRef *self)
{
  return self->duty;
}

struct _JpDutyModel
{
  GObject parent_instance;

  JpSnapshot *snapshot;
  GPtrArray  *duties; /* of JpObligation, borrowed from the snapshot */
};

static GType
get_item_type (GListModel *model)
{
  return JP_TYPE_DUTY_REF;
}

static guint
get_n_items (GListModel *model)
{
  JpDutyModel *self = JP_DUTY_MODEL (model);

  return self->duties != NULL ? self->duties->len : 0;
}

static gpointer
get_item (GListModel *model, guint index)
{
  JpDutyModel *self = JP_DUTY_MODEL (model);
  JpDutyRef *ref;

  if (index >= get_n_items (model))
    return NULL;

  ref = g_object_new (JP_TYPE_DUTY_REF, NULL);
  ref->snapshot = jp_snapshot_ref (self->snapshot);
  ref->duty = g_ptr_array_index (self->duties, index);

  return ref;
}

static void
init_list (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (JpDutyModel, jp_duty_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list))

static void
jp_duty_model_finalize (GObject *object)
{
  JpDutyModel *self = JP_DUTY_MODEL (object);

  g_clear_pointer (&self->duties, g_ptr_array_unref);
  jp_snapshot_unref (self->snapshot);

  G_OBJECT_CLASS (jp_duty_model_parent_class)->finalize (object);
}

static void
jp_duty_model_class_init (JpDutyModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_duty_model_finalize;
}

static void
jp_duty_model_init (JpDutyModel *self)
{
}

JpDutyModel *
jp_duty_model_new (void)
{
  return g_object_new (JP_TYPE_DUTY_MODEL, NULL);
}

/**
 * jp_duty_model_set:
 * @self: a model
 * @snapshot: what the duties belong to
 * @duties: (element-type JpObligation): the duties in their order
 */
void
jp_duty_model_set (JpDutyModel *self, JpSnapshot *snapshot, GPtrArray *duties)
{
  guint before = get_n_items (G_LIST_MODEL (self));
  g_autoptr (JpSnapshot) old = NULL; /* its duties are let go first */

  old = self->snapshot;
  self->snapshot = jp_snapshot_ref (snapshot);
  g_clear_pointer (&self->duties, g_ptr_array_unref);
  self->duties = g_ptr_array_ref (duties);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, duties->len);
}

const JpObligation *
jp_duty_model_nth (JpDutyModel *self, guint index)
{
  return index < get_n_items (G_LIST_MODEL (self)) ? g_ptr_array_index (self->duties, index) : NULL;
}
