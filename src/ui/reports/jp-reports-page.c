/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-reports-page.h"

#include "jp-check-panel.h"
#include "jp-paper-bar.h"
#include "jp-paper-copy.h"
#include "jp-paper-out.h"
#include "jp-paper-print.h"
#include "jp-report-gallery.h"
#include "jp-report-options.h"

#include <glib/gi18n-lib.h>

struct _JpReportsPage
{
  JpPage parent_instance;

  /* Template widgets. */
  AdwFlap         *flap;
  JpReportGallery *gallery;
  JpPaperBar      *bar;
  JpPaperView     *view;
  JpReportOptions *options;
  JpCheckPanel    *check;
  GtkWidget       *note_box;
  GtkLabel        *note;
  GtkWidget       *copy_button;
  GtkWidget       *workbook_button;
  GtkWidget       *text_button;

  /* Borrowed. */
  const JpReportKind *shown; /* the report in the preview */
};

G_DEFINE_FINAL_TYPE (JpReportsPage, jp_reports_page, JP_TYPE_PAGE)

static gboolean
can_work (JpReportsPage *self)
{
  JpSession *session = jp_page_get_session (JP_PAGE (self));

  return session != NULL && jp_session_get_dossiers (session)->len > 0;
}

static void
preview (JpReportsPage *self)
{
  const JpReportKind *kind = jp_report_gallery_get (self->gallery);
  g_autoptr (JpPaperOrder) order = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.print", can_work (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.pdf", can_work (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.workbook", can_work (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.copy", can_work (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.text", can_work (self));
  if (!can_work (self))
    {
      jp_paper_view_show_words (self->view, _("Nothing to Print Yet"),
                                _("Papers are made of the clusters in the ledger. Import or enter them first."));
      self->shown = NULL;
      return;
    }

  order = jp_report_options_order (self->options);
  jp_paper_order_show (order, self->view, kind == self->shown);
  self->shown = kind;
}

static void
show_kind (JpReportsPage *self)
{
  const JpReportKind *kind = jp_report_gallery_get (self->gallery);
  JpSession *session = jp_page_get_session (JP_PAGE (self));

  if (session == NULL || kind == NULL)
    return;

  jp_check_panel_set_session (self->check, session);
  jp_report_options_show (self->options, kind, session);
  gtk_widget_set_visible (self->copy_button, jp_report_offers (kind, JP_FORMAT_XLSX));
  gtk_widget_set_visible (self->workbook_button, jp_report_offers (kind, JP_FORMAT_XLSX));
  gtk_widget_set_visible (self->text_button, jp_report_offers (kind, JP_FORMAT_DOCX));
  preview (self);
}

static void
on_note (JpReportsPage *self)
{
  const char *note = jp_paper_view_get_note (self->view);

  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (self->note_box, note != NULL);
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpReportsPage *self = JP_REPORTS_PAGE (widget);
  g_autoptr (JpPaperOrder) order = jp_report_options_order (self->options);

  jp_paper_print (order, jp_page_get_session (JP_PAGE (self)), widget);
}

static void
export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpReportsPage *self = JP_REPORTS_PAGE (widget);
  g_autoptr (JpPaperOrder) order = jp_report_options_order (self->options);
  const char *pattern = jp_report_options_get_pattern (self->options);
  JpSession *session = jp_page_get_session (JP_PAGE (self));

  if (g_str_equal (action, "reports.workbook"))
    jp_paper_out_to_file (order, JP_FORMAT_XLSX, session, widget);
  else if (g_str_equal (action, "reports.text"))
    jp_paper_out_to_file (order, JP_FORMAT_DOCX, session, widget);
  else if (pattern != NULL)
    jp_paper_out_to_folder (order, pattern, session, widget);
  else
    jp_paper_out_to_file (order, JP_FORMAT_PDF, session, widget);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpReportsPage *self = JP_REPORTS_PAGE (widget);
  g_autoptr (JpPaperOrder) order = jp_report_options_order (self->options);

  jp_paper_copy_tables (order, widget);
}

static void
toggle_options (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpReportsPage *self = JP_REPORTS_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
jp_reports_page_refresh (JpPage *page)
{
  show_kind (JP_REPORTS_PAGE (page));
}

/* KIND, or KIND:CLUSTER. */
static void
jp_reports_page_open (JpPage *page, const char *target)
{
  JpReportsPage *self = JP_REPORTS_PAGE (page);
  g_auto (GStrv) parts = g_strsplit (target != NULL ? target : "", ":", 2);

  if (parts[0] == NULL)
    return;

  jp_report_gallery_choose (self->gallery, parts[0]);
  if (parts[1] != NULL)
    jp_report_options_choose (self->options, parts[1]);
}

static GVariant *
jp_reports_page_get_state (JpPage *page)
{
  const JpReportKind *kind = jp_report_gallery_get (JP_REPORTS_PAGE (page)->gallery);

  return kind != NULL ? g_variant_new_string (kind->id) : NULL;
}

static void
jp_reports_page_set_state (JpPage *page, GVariant *state)
{
  if (g_variant_is_of_type (state, G_VARIANT_TYPE_STRING))
    jp_report_gallery_choose (JP_REPORTS_PAGE (page)->gallery, g_variant_get_string (state, NULL));
}

static void
jp_reports_page_class_init (JpReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JpPageClass *page_class = JP_PAGE_CLASS (klass);

  page_class->refresh = jp_reports_page_refresh;
  page_class->open = jp_reports_page_open;
  page_class->get_state = jp_reports_page_get_state;
  page_class->set_state = jp_reports_page_set_state;

  g_type_ensure (JP_TYPE_REPORT_GALLERY);
  g_type_ensure (JP_TYPE_REPORT_OPTIONS);
  g_type_ensure (JP_TYPE_CHECK_PANEL);
  g_type_ensure (JP_TYPE_PAPER_VIEW);
  g_type_ensure (JP_TYPE_PAPER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JpReportsPage, flap);
  gtk_widget_class_bind_template_child (widget_class, JpReportsPage, gallery);
  gtk_widget_class_bind_template_child (widget_class, JpReportsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, JpReportsPage, view);
  gtk_widget_class_bind_template_child (widget_class, JpReportsPage, options);
  gtk_widget_class_bind_template_child (widget_class, JpReportsPage, check);
  gtk_widget_class_bind_template_child (widget_class, JpReportsPage, note_box);
  gtk_widget_class_bind_template_child (widget_class, JpReportsPage, note);
  gtk_widget_class_bind_template_child (widget_class, JpReportsPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, JpReportsPage, workbook_button);
  gtk_widget_class_bind_template_child (widget_class, JpReportsPage, text_button);
  gtk_widget_class_bind_template_callback (widget_class, show_kind);
  gtk_widget_class_bind_template_callback (widget_class, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_note);

  gtk_widget_class_install_action (widget_class, "reports.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "reports.pdf", NULL, export);
  gtk_widget_class_install_action (widget_class, "reports.workbook", NULL, export);
  gtk_widget_class_install_action (widget_class, "reports.text", NULL, export);
  gtk_widget_class_install_action (widget_class, "reports.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "reports.options", NULL, toggle_options);
}

static void
jp_reports_page_init (JpReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
jp_reports_page_new (void)
{
  return g_object_new (JP_TYPE_REPORTS_PAGE, NULL);
}
