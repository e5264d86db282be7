/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-case-batch-work.h"

#include "jp-fund-work.h"

static void
clear_work (gpointer data)
{
  JpCaseBatchWork *self = data;

  g_ptr_array_unref (self->clusters);
  g_ptr_array_unref (self->acts);
  g_ptr_array_unref (self->refusals);
}

JpCaseBatchWork *
jp_case_batch_work_new (void)
{
  JpCaseBatchWork *self = g_atomic_rc_box_new0 (JpCaseBatchWork);

  self->clusters = g_ptr_array_new_with_free_func (g_free);
  self->acts = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_fund_act_free);
  self->refusals = g_ptr_array_new_with_free_func (g_free);

  return self;
}

JpCaseBatchWork *
jp_case_batch_work_ref (JpCaseBatchWork *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
jp_case_batch_work_unref (gpointer self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_work);
}

void
jp_case_batch_work_add (JpCaseBatchWork *self, const char *cluster, JpFundAct *act)
{
  g_ptr_array_add (self->clusters, g_strdup (cluster));
  g_ptr_array_add (self->acts, act);
}

gboolean
jp_case_batch_work_run (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  JpCaseBatchWork *self = data;

  for (guint i = 0; i < self->acts->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GError) refusal = NULL;

      if (jp_casework_fund (desk, g_ptr_array_index (self->clusters, i), g_ptr_array_index (self->acts, i), &refusal))
        g_atomic_int_inc (&self->n_done);
      g_ptr_array_add (self->refusals, refusal != NULL ? g_strdup (refusal->message) : NULL);
      self->n_acts = i + 1;
    }

  return TRUE;
}
