/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-duties.h"

/* So many names are read at a glance; of more, some stand for all and the number is said. */
#define MAX_NAMES  6
#define SOME_NAMES 3

GPtrArray *
jp_duties_of (const JpReportSource *source)
{
  GPtrArray *duties = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_obligation_free);

  for (guint i = 0; i < source->dossiers->len; i++)
    if (jp_report_source_takes (source, g_ptr_array_index (source->dossiers, i)))
      jp_obligations_collect (g_ptr_array_index (source->dossiers, i), &source->context, duties);
  g_ptr_array_sort (duties, jp_obligation_compare);

  return duties;
}

static void
group_free (gpointer data)
{
  JpDutyGroup *group = data;

  g_ptr_array_unref (group->duties);
  g_free (group);
}

/* The subject tells kind, year and ordinal; what is done and what is not are two lines. */
static gboolean
belongs (const JpDutyGroup *group, const JpObligation *duty)
{
  const JpObligation *first = g_ptr_array_index (group->duties, 0);

  return first->kind == duty->kind && first->due == duty->due &&
         (first->state == JP_DUTY_DONE) == (duty->state == JP_DUTY_DONE) &&
         g_strcmp0 (first->subject, duty->subject) == 0;
}

/* Equal ones need not stand together: other duties of that day may lie between them. */
static JpDutyGroup *
find_group (GPtrArray *groups, const JpObligation *duty)
{
  for (guint i = groups->len; i > 0; i--)
    {
      JpDutyGroup *group = g_ptr_array_index (groups, i - 1);
      const JpObligation *first = g_ptr_array_index (group->duties, 0);

      if (belongs (group, duty))
        return group;
      if (first->due != duty->due)
        break;
    }

  return NULL;
}

GPtrArray *
jp_duties_fold (GPtrArray *duties)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; i < duties->len; i++)
    {
      JpObligation *duty = g_ptr_array_index (duties, i);
      JpDutyGroup *group = find_group (groups, duty);

      if (group == NULL)
        {
          group = g_new0 (JpDutyGroup, 1);
          group->duties = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
        }
      g_ptr_array_add (group->duties, duty);
    }

  return groups;
}

char *
jp_duty_group_clusters (const JpDutyGroup *group)
{
  GString *text = g_string_new (NULL);
  guint n = group->duties->len <= MAX_NAMES ? group->duties->len : SOME_NAMES;

  for (guint i = 0; i < n; i++)
    {
      const JpObligation *duty = g_ptr_array_index (group->duties, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", duty->dossier->name);
    }
  if (group->duties->len > n)
    g_string_append_printf (text, "等%u个集群", group->duties->len);

  return g_string_free (text, FALSE);
}

gboolean
jp_duty_group_done (const JpDutyGroup *group)
{
  return ((const JpObligation *) g_ptr_array_index (group->duties, 0))->state == JP_DUTY_DONE;
}
