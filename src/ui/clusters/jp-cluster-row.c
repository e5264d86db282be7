/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-row.h"

#include <string.h>

struct _JpClusterRow
{
  GObject parent_instance;

  /* Owned. */
  JpClusterFacts *facts;
  gint64          ranks[JP_CLUSTER_N_COLUMNS];

  gboolean found;
};

G_DEFINE_FINAL_TYPE (JpClusterRow, jp_cluster_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
jp_cluster_row_finalize (GObject *object)
{
  jp_cluster_facts_unref (JP_CLUSTER_ROW (object)->facts);

  G_OBJECT_CLASS (jp_cluster_row_parent_class)->finalize (object);
}

static void
jp_cluster_row_class_init (JpClusterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_cluster_row_finalize;

  changed_signal
    = g_signal_new ("changed", JP_TYPE_CLUSTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jp_cluster_row_init (JpClusterRow *self)
{
}

JpClusterRow *
jp_cluster_row_new (void)
{
  return g_object_new (JP_TYPE_CLUSTER_ROW, NULL);
}

const JpClusterFacts *
jp_cluster_row_get_facts (JpClusterRow *self)
{
  return self->facts;
}

void
jp_cluster_row_set (JpClusterRow *self, JpClusterFacts *facts, const gint64 *ranks)
{
  gboolean other = self->facts != facts;
  JpClusterFacts *before = self->facts;

  self->facts = jp_cluster_facts_ref (facts);
  jp_cluster_facts_unref (before);
  memcpy (self->ranks, ranks, sizeof self->ranks);
  if (other)
    g_signal_emit (self, changed_signal, 0);
}

void
jp_cluster_row_copy (JpClusterRow *self, JpClusterRow *other)
{
  if (self->facts != other->facts)
    jp_cluster_row_set (self, other->facts, other->ranks);
}

gint64
jp_cluster_row_get_rank (JpClusterRow *self, JpClusterColumn column)
{
  return self->ranks[column];
}

void
jp_cluster_row_set_found (JpClusterRow *self, gboolean found)
{
  self->found = found;
}

gboolean
jp_cluster_row_get_found (JpClusterRow *self)
{
  return self->found;
}
