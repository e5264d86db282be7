/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-row.h"

struct _JpAssessmentRow
{
  GObject parent_instance;

  /* Borrowed. */
  const JpResult *result;
  const char     *district;

  guint place;
};

G_DEFINE_FINAL_TYPE (JpAssessmentRow, jp_assessment_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
jp_assessment_row_class_init (JpAssessmentRowClass *klass)
{
  changed_signal =
    g_signal_new ("changed", JP_TYPE_ASSESSMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jp_assessment_row_init (JpAssessmentRow *self)
{
}

JpAssessmentRow *
jp_assessment_row_new (void)
{
  return g_object_new (JP_TYPE_ASSESSMENT_ROW, NULL);
}

void
jp_assessment_row_set (JpAssessmentRow *self, const JpResult *result, guint place, const char *district)
{
  gboolean other = self->result != result;

  self->result = result;
  self->place = place;
  self->district = district;
  if (other)
    g_signal_emit (self, changed_signal, 0);
}

void
jp_assessment_row_copy (JpAssessmentRow *self, JpAssessmentRow *other)
{
  jp_assessment_row_set (self, other->result, other->place, other->district);
}

const JpResult *
jp_assessment_row_get (JpAssessmentRow *self)
{
  return self->result;
}

char *
jp_assessment_row_get_text (JpAssessmentRow *self, JpAssessmentColumn column)
{
  return jp_assessment_column_text (column, self->result, self->district);
}

gint64
jp_assessment_row_get_key (JpAssessmentRow *self, JpAssessmentColumn column)
{
  return jp_assessment_column_key (column, self->result, self->place);
}
