/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with several assessments at once: taking the computed points, printing, copying. */

#include "jp-assessment-page-private.h"

#include "jp-assess-work.h"
#include "jp-assessment-print.h"
#include "jp-batch-dialog.h"
#include "jp-review-compare.h"
#include "jp-table-copy.h"

#include <glib/gi18n-lib.h>

/* Opens what is not begun and takes the computed points. */
typedef struct
{
  JpBatch    batch;
  int        year;
  GPtrArray *ids;       /* of char */
  GPtrArray *districts; /* of char, beside them */
  guint      n_points;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_free (taking->batch.said);
  g_ptr_array_unref (taking->ids);
  g_ptr_array_unref (taking->districts);
  g_free (taking);
}

static gboolean
take_points (Taking *taking, JpDesk *desk, const char *id, GError **error)
{
  JpAssessAct open = { .kind = JP_ASSESS_OPEN };
  g_autoptr (JpDossier) dossier = jp_desk_find (desk, id, error);
  g_autoptr (JpResult) result = NULL;
  JpContext context;

  if (dossier == NULL || !jp_desk_get_context (desk, &context, error))
    return FALSE;
  if (!jp_casework_assess (desk, id, taking->year, &open, error))
    return FALSE;

  result = jp_result_new (dossier, &context, taking->year);
  for (guint i = 0; result->pack != NULL && i < result->pack->n_indicators; i++)
    {
      JpAssessAct act = { .kind = JP_ASSESS_POINTS, .item = result->pack->indicators[i].id,
                          .points = JP_POINTS_UNKNOWN };

      if (result->points[i].computed == JP_POINTS_UNKNOWN)
        continue;
      if (!jp_casework_assess (desk, id, taking->year, &act, error))
        return FALSE;
      taking->n_points++;
    }

  return TRUE;
}

static gboolean
do_take (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Taking *taking = data;

  for (guint i = 0; i < taking->ids->len; i++)
    {
      g_autoptr (JpDesk) district = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      district = jp_desk_at (desk, g_ptr_array_index (taking->districts, i), NULL, error);
      if (district == NULL || !take_points (taking, district, g_ptr_array_index (taking->ids, i), error))
        return FALSE;
      g_atomic_int_inc (&taking->batch.done);
    }
  taking->batch.said = g_strdup_printf (_("%u assessments were opened and %u computed points taken. The points that "
                                          "cannot be computed wait for the district."),
                                        taking->ids->len, taking->n_points);

  return TRUE;
}

static Taking *
prepare_taking (JpAssessmentPage *self)
{
  Taking *taking = g_new0 (Taking, 1);
  g_autoptr (GPtrArray) results = jp_assessment_page_results (self);

  taking->year = jp_session_get_year (jp_page_get_session (JP_PAGE (self)));
  taking->ids = g_ptr_array_new_with_free_func (g_free);
  taking->districts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < results->len; i++)
    {
      const JpResult *result = g_ptr_array_index (results, i);

      if (result->state != JP_ASSESSMENT_NONE || result->pack == NULL)
        continue;
      g_ptr_array_add (taking->ids, g_strdup (result->dossier->id));
      g_ptr_array_add (taking->districts, g_strdup (result->dossier->district));
    }

  return taking;
}

static void
take (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpAssessmentPage *self = JP_ASSESSMENT_PAGE (widget);
  JpSession *session = jp_page_get_session (JP_PAGE (self));
  Taking *taking = prepare_taking (self);
  guint n = taking->ids->len;
  g_autofree char *intro = NULL;
  JpBatchDialog *dialog;

  if (n == 0)
    intro = g_strdup (
      _("None of these assessments is still to be begun. Points that are on record are never overwritten."));
  else
    intro = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u assessment is not begun. It will be opened, and the computed points "
                                          "entered as the district’s; what cannot be computed stays empty. Nothing is "
                                          "submitted, and every point can still be changed with a reason.",
                                          "%u assessments are not begun. They will be opened, and the computed points "
                                          "entered as the districts’; what cannot be computed stays empty. Nothing is "
                                          "submitted, and every point can still be changed with a reason.", n), n);
  dialog = jp_batch_dialog_new (widget, session, _("Take Computed Points"), intro, _("_Take Points"));
  jp_batch_dialog_open (dialog, n, do_take, &taking->batch, taking_free);
}

static void
print_papers (JpAssessmentPage *self, gboolean one_each)
{
  JpSession *session = jp_page_get_session (JP_PAGE (self));
  g_autoptr (GPtrArray) results = jp_assessment_page_results (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < results->len; i++)
    g_ptr_array_add (ids, g_strdup (((const JpResult *) g_ptr_array_index (results, i))->dossier->id));
  jp_assessment_print_choose (GTK_WIDGET (self), session, ids, jp_session_get_year (session), one_each);
}

static void
print_one (GtkWidget *widget, const char *action, GVariant *parameter)
{
  print_papers (JP_ASSESSMENT_PAGE (widget), FALSE);
}

static void
print_each (GtkWidget *widget, const char *action, GVariant *parameter)
{
  print_papers (JP_ASSESSMENT_PAGE (widget), TRUE);
}

/* The rows chosen, or all that are shown. */
static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpAssessmentPage *self = JP_ASSESSMENT_PAGE (widget);
  JpSession *session = jp_page_get_session (JP_PAGE (self));
  g_autoptr (GPtrArray) results = jp_assessment_page_results (self);
  g_autoptr (JpTableCopy) table = jp_table_copy_new ();
  g_autofree char *said
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row copied", "%u rows copied", results->len), results->len);

  for (guint c = 0; c < JP_ASSESSMENT_N_COLUMNS; c++)
    jp_table_copy_cell (table, jp_assessment_column_info ((JpAssessmentColumn) c)->header);
  jp_table_copy_end_row (table);
  for (guint i = 0; i < results->len; i++)
    {
      const JpResult *result = g_ptr_array_index (results, i);
      const char *district = jp_session_district_name (session, result->dossier->district);

      for (guint c = 0; c < JP_ASSESSMENT_N_COLUMNS; c++)
        {
          g_autofree char *text = jp_assessment_column_text ((JpAssessmentColumn) c, result, district);

          jp_table_copy_cell (table, text);
        }
      jp_table_copy_end_row (table);
    }
  jp_table_copy_put (table, widget);
  jp_page_toast (JP_PAGE (self), said);
}

static void
compare (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpSession *session = jp_page_get_session (JP_PAGE (widget));

  if (session != NULL)
    jp_review_compare_open (widget, session);
}

static void
open_dossier (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) results = jp_assessment_page_results (JP_ASSESSMENT_PAGE (widget));
  g_autofree char *place = NULL;

  if (results->len != 1)
    return;

  place = g_strconcat (((const JpResult *) g_ptr_array_index (results, 0))->dossier->id, "#assessments", NULL);
  gtk_widget_activate_action (widget, "win.open-cluster", "s", place);
}

void
jp_assessment_acts_update (JpAssessmentPage *self)
{
  g_autoptr (GPtrArray) results = jp_assessment_page_results (self);
  static const char *const acts[] = { "assessment.take", "assessment.print-one", "assessment.print-each",
                                      "assessment.copy" };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), acts[i], results->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assessment.open-dossier", results->len == 1);
}

void
jp_assessment_acts_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "assessment.take", NULL, take);
  gtk_widget_class_install_action (widget_class, "assessment.print-one", NULL, print_one);
  gtk_widget_class_install_action (widget_class, "assessment.print-each", NULL, print_each);
  gtk_widget_class_install_action (widget_class, "assessment.compare", NULL, compare);
  gtk_widget_class_install_action (widget_class, "assessment.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "assessment.open-dossier", NULL, open_dossier);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "assessment.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "assessment.print-one", NULL);
}
