/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-filter.h"

#include "jp-text.h"

JpClusterFilter *
jp_cluster_filter_new (void)
{
  JpClusterFilter *self = g_new0 (JpClusterFilter, 1);

  self->search = g_strdup ("");
  self->districts = g_hash_table_new (NULL, NULL);

  return self;
}

JpClusterFilter *
jp_cluster_filter_copy (const JpClusterFilter *self)
{
  JpClusterFilter *copy = jp_cluster_filter_new ();
  GHashTableIter iter;
  gpointer code;

  jp_text_set (&copy->search, self->search);
  copy->stages = self->stages;
  copy->warnings = self->warnings;
  g_hash_table_iter_init (&iter, self->districts);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    g_hash_table_add (copy->districts, code);

  return copy;
}

void
jp_cluster_filter_free (JpClusterFilter *self)
{
  if (self == NULL)
    return;

  g_free (self->search);
  g_hash_table_unref (self->districts);
  g_free (self);
}

gboolean
jp_cluster_filter_is_empty (const JpClusterFilter *self)
{
  return *self->search == '\0' && g_hash_table_size (self->districts) == 0 && self->stages == 0 && self->warnings == 0;
}

void
jp_cluster_filter_toggle_district (JpClusterFilter *self, const char *code, gboolean chosen)
{
  if (chosen)
    g_hash_table_add (self->districts, (gpointer) g_intern_string (code));
  else
    g_hash_table_remove (self->districts, g_intern_string (code));
}

guint
jp_cluster_filter_pass (const JpClusterFilter *self, const JpClusterFacts *facts)
{
  guint pass = 0;

  if (g_hash_table_size (self->districts) == 0 || g_hash_table_contains (self->districts, facts->district))
    pass |= JP_PASS_DISTRICT;
  if (self->stages == 0 || (self->stages & (1u << facts->stage)) != 0)
    pass |= JP_PASS_STAGE;
  if (self->warnings == 0 || (self->warnings & facts->warnings) != 0)
    pass |= JP_PASS_WARNING;

  return pass;
}

GVariant *
jp_cluster_filter_to_variant (const JpClusterFilter *self)
{
  g_auto (GVariantBuilder) districts = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  g_auto (GVariantBuilder) stages = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  g_autoptr (GList) codes = g_list_sort (g_hash_table_get_keys (self->districts), (GCompareFunc) g_strcmp0);

  for (GList *l = codes; l != NULL; l = l->next)
    g_variant_builder_add (&districts, "s", l->data);
  for (guint i = 0; i < JP_N_STAGES; i++)
    if ((self->stages & (1u << i)) != 0)
      g_variant_builder_add (&stages, "s", jp_stage_id ((JpStage) i));

  return g_variant_new ("(sasasu)", self->search, &districts, &stages, self->warnings);
}

JpClusterFilter *
jp_cluster_filter_from_variant (GVariant *variant)
{
  JpClusterFilter *self = jp_cluster_filter_new ();
  g_autofree char *search = NULL;
  g_auto (GStrv) districts = NULL, stages = NULL;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE ("(sasasu)")))
    return self;

  g_variant_get (variant, "(s^as^asu)", &search, &districts, &stages, &self->warnings);
  self->warnings &= (1u << JP_N_WARNINGS) - 1;
  jp_text_set (&self->search, search);
  for (guint i = 0; districts[i] != NULL; i++)
    jp_cluster_filter_toggle_district (self, districts[i], TRUE);
  for (guint i = 0; stages[i] != NULL; i++)
    for (guint k = 0; k < JP_N_STAGES; k++)
      if (g_str_equal (stages[i], jp_stage_id ((JpStage) k)))
        self->stages |= 1u << k;

  return self;
}
