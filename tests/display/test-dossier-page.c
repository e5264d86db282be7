/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-article-tag.h"
#include "jp-display-test.h"
#include "jp-dossier-assessments.h"
#include "jp-dossier-figures.h"
#include "jp-dossier-files.h"
#include "jp-dossier-filings.h"
#include "jp-dossier-forms.h"
#include "jp-dossier-funding.h"
#include "jp-dossier-journal.h"
#include "jp-store-journal.h"
#include "jp-dossier-work.h"
#include "jp-dossier-overview.h"
#include "jp-dossier-page.h"
#include "jp-dossier-validity.h"
#include "jp-figures-grid.h"
#include "jp-form.h"
#include "jp-identity-card.h"
#include "jp-wizard-page.h"

#include <string.h>

static const struct
{
  const char *id;
  GType     (*get_type) (void);
} sections[] = {
  { "overview", jp_dossier_overview_get_type },       { "figures", jp_dossier_figures_get_type },
  { "assessments", jp_dossier_assessments_get_type }, { "validity", jp_dossier_validity_get_type },
  { "funding", jp_dossier_funding_get_type },         { "filings", jp_dossier_filings_get_type },
  { "files", jp_dossier_files_get_type },             { "journal", jp_dossier_journal_get_type },
};

static const JpDossier *
cluster (JpDisplay *display, guint index)
{
  return g_ptr_array_index (jp_session_get_dossiers (display->session), index);
}

/* The cluster with the most on record shows the most. */
static const JpDossier *
fullest (JpDisplay *display)
{
  const JpDossier *found = cluster (display, 0);

  for (guint i = 0; i < jp_session_get_dossiers (display->session)->len; i++)
    if (cluster (display, i)->acts->len + cluster (display, i)->fund_acts->len + cluster (display, i)->changes->len * 4
        > found->acts->len + found->fund_acts->len + found->changes->len * 4)
      found = cluster (display, i);

  return found;
}

static GtkWidget *
go (JpDisplay *display, const JpDossier *dossier, const char *section)
{
  g_autofree char *place = g_strdup_printf ("dossier#%s#%s", dossier->id, section);
  GtkWidget *found = NULL;

  jp_window_go (display->window, place);
  jp_display_settle (display);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].id, section))
      found = jp_display_find (GTK_WIDGET (display->window), sections[i].get_type (), NULL);
  g_assert_nonnull (found);

  return found;
}

static void
shoot_all (JpDisplay *display, const char *how)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *name = g_strdup_printf ("dossier-%s-%s", sections[i].id, how);

      go (display, fullest (display), sections[i].id);
      jp_display_shoot (GTK_WIDGET (display->window), name);
    }
}

static void
test_looks (JpDisplay *display, gconstpointer data)
{
  shoot_all (display, "1366");
  jp_display_dark (TRUE);
  shoot_all (display, "1366-dark");
  jp_display_dark (FALSE);
  jp_display_size (display, 860, 768);
  shoot_all (display, "860");
  jp_display_size (display, 1920, 1080);
  shoot_all (display, "1920");
  jp_display_text (200);
  shoot_all (display, "1920-200");
  jp_display_size (display, 1366, 768);
  shoot_all (display, "1366-200");
  jp_display_text (100);
}

static GtkWidget *
entry (JpDisplay *display, GtkWidget *root, const char *name)
{
  GtkWidget *found = jp_display_find (root, GTK_TYPE_ENTRY, name);

  if (found == NULL)
    found = jp_display_find (root, GTK_TYPE_TEXT, name);
  g_assert_nonnull (found);

  return found;
}

static void
type (GtkWidget *widget, const char *text)
{
  gtk_widget_grab_focus (widget);
  gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

static void
test_identity (JpDisplay *display, gconstpointer data)
{
  g_autofree char *id = g_strdup (cluster (display, 0)->id);
  GtkWidget *section = go (display, cluster (display, 0), "overview");
  GtkWidget *code = entry (display, section, "Credit Code"), *contact = entry (display, section, "Contact");

  type (code, "91350200M00100Y43X");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (code), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  jp_display_shoot (GTK_WIDGET (display->window), "dossier-wrong-code-1366");
  type (contact, "林晓 13800000000"); /* leaving the code has saved it, flagged */
  g_signal_emit_by_name (contact, "activate");
  jp_display_settle (display);
  g_assert_cmpstr (jp_session_find (display->session, id)->contact, ==, "林晓 13800000000");
  g_assert_cmpstr (jp_session_find (display->session, id)->credit_code, ==, "91350200M00100Y43X");
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (entry (display, section, "Leading Industry"))));

  /* A name that another cluster has is refused beside the field, and the record stays. */
  type (entry (display, section, "Name"), cluster (display, 1)->name);
  g_signal_emit_by_name (entry (display, section, "Name"), "activate");
  jp_display_settle (display);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry (display, section, "Name")), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpstr (jp_session_find (display->session, id)->name, !=, cluster (display, 1)->name);
}

static JpForm *
form (JpDisplay *display)
{
  GtkWindow *dialog = jp_display_dialog (display);

  g_assert_true (JP_IS_FORM (dialog));
  return JP_FORM (dialog);
}

static void
set_field (JpForm *of, const char *id, const char *text)
{
  jp_field_set_text (jp_form_get (of, id), text);
}

static void
test_act (JpDisplay *display, gconstpointer data)
{
  g_autofree char *id = g_strdup (cluster (display, 0)->id);
  GtkWidget *section = go (display, cluster (display, 0), "overview");
  guint before = cluster (display, 0)->acts->len;
  JpForm *of;

  of = jp_act_form_open (section, display->session, cluster (display, 0), JP_ACT_DESIGNATE);
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (of), "act-form");
  set_field (of, "date", "2027-1-1"); /* after today: refused beside the date */
  jp_form_accept (of);
  jp_display_settle (display);
  g_assert_nonnull (jp_field_get_error (jp_form_get (form (display), "date")));
  jp_display_shoot (GTK_WIDGET (of), "act-form-refused");
  set_field (of, "date", "2026年2月9日");
  set_field (of, "person", "林志强");
  set_field (of, "reason", "区政府办公会议确定");
  jp_form_accept (of);
  jp_form_accept (of); /* a double click is one act */
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_cmpuint (jp_session_find (display->session, id)->acts->len, ==, before + 1);
  g_assert_nonnull (display->said);

  /* And voided by a correction, which the journal keeps. */
  {
    const JpDossier *dossier = jp_session_find (display->session, id);
    const JpAct *act = g_ptr_array_index (dossier->acts, dossier->acts->len - 1);

    of = jp_correction_form_open (section, display->session, id, "act.", act->id, "指定运营单位", JP_CORRECT_DATE);
  }
  jp_form_accept (of);
  g_assert_nonnull (jp_field_get_error (jp_form_get (of, "reason")));
  jp_field_choose (jp_form_get (of, "how"), "void");
  set_field (of, "reason", "登记有误");
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (of), "correction-form");
  jp_form_accept (of);
  jp_display_settle (display);
  g_assert_cmpuint (jp_session_find (display->session, id)->acts->len, ==, before);
}

static void
test_filings (JpDisplay *display, gconstpointer data)
{
  g_autofree char *id = g_strdup (cluster (display, 0)->id);
  GtkWidget *section = go (display, cluster (display, 0), "filings");
  guint changes = cluster (display, 0)->changes->len;
  JpForm *of = jp_change_form_open (section, display->session, cluster (display, 0), "operator");

  set_field (of, "to", "厦门某某产业服务有限公司");
  jp_form_accept (of); /* 第六条: a reason */
  jp_display_settle (display);
  g_assert_nonnull (jp_field_get_error (jp_form_get (of, "reason")));
  jp_display_shoot (GTK_WIDGET (of), "change-form-refused");
  set_field (of, "reason", "原单位改制");
  jp_form_accept (of);
  jp_display_settle (display);
  g_assert_cmpuint (jp_session_find (display->session, id)->changes->len, ==, changes + 1);
  g_assert_cmpstr (jp_session_find (display->session, id)->operator_name, ==, "厦门某某产业服务有限公司");

  of = jp_incident_form_open (section, display->session, jp_session_find (display->session, id));
  jp_field_choose (jp_form_get (of, "grade"), "较大");
  set_field (of, "note", "某企业");
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (of), "incident-form");
  jp_form_accept (of);
  jp_display_settle (display);
  g_assert_cmpuint (jp_session_find (display->session, id)->incidents->len, ==, 1);
  go (display, jp_session_find (display->session, id), "assessments");
  jp_display_shoot (GTK_WIDGET (display->window), "dossier-radar-red-1366");
}

static gint64
figure (JpDisplay *display, const char *id, int year, const char *metric)
{
  const JpFigures *figures = jp_dossier_figures (jp_session_find (display->session, id), year);

  return figures != NULL ? jp_figures_get (figures, metric) : JP_VALUE_UNKNOWN;
}

static JpFiguresGrid *
grid (JpDisplay *display, const JpDossier *dossier)
{
  return JP_FIGURES_GRID (jp_display_find (go (display, dossier, "figures"), JP_TYPE_FIGURES_GRID, NULL));
}

static void
test_figures (JpDisplay *display, gconstpointer data)
{
  g_autofree char *id = g_strdup (cluster (display, 0)->id);
  JpFiguresGrid *of = grid (display, cluster (display, 0));
  GtkWidget *first = jp_figures_grid_get_entry (of, 0, 2025), *last;
  int last_metric = 0;

  g_assert_nonnull (first);
  type (first, "1,400,000.5");
  g_signal_emit_by_name (first, "activate"); /* Enter: saved, and on to the next below */
  jp_display_settle (display);
  g_assert_true (gtk_widget_is_focus (jp_figures_grid_get_entry (of, 1, 2025)));
  g_assert_cmpint (figure (display, id, 2025, "output"), ==, 140000050);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (first)), ==, "1,400,000.50");

  /* What is no number is said and not saved, and stays to be put right. */
  type (first, "约三亿");
  gtk_widget_grab_focus (jp_figures_grid_get_entry (of, 1, 2025));
  jp_display_settle (display);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (first)), ==, "约三亿");
  g_assert_cmpint (figure (display, id, 2025, "output"), ==, 140000050);
  jp_display_shoot (GTK_WIDGET (display->window), "dossier-figures-refused-1366");

  /* From the last figure Enter goes to the next year's first. */
  while (jp_figures_grid_get_entry (of, (guint) last_metric + 1, 2024) != NULL)
    last_metric++;
  last = jp_figures_grid_get_entry (of, (guint) last_metric, 2024);
  gtk_widget_grab_focus (last);
  g_signal_emit_by_name (last, "activate");
  g_assert_true (gtk_widget_is_focus (first));
}

static void
test_paste (JpDisplay *display, gconstpointer data)
{
  g_autofree char *id = g_strdup (cluster (display, 0)->id);
  JpFiguresGrid *of = grid (display, cluster (display, 0));

  g_signal_emit_by_name (of, "pasted", 0, 2024, "1500000\t1800000\n1200000\t１,３００,０００\n");
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (form (display)), "paste-form");
  jp_form_accept (form (display));
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  g_assert_cmpint (figure (display, id, 2024, "output"), ==, 150000000);
  g_assert_cmpint (figure (display, id, 2025, "leading_output"), ==, 130000000);

  /* One bad cell: nothing goes in. */
  g_signal_emit_by_name (of, "pasted", 0, 2024, "1\t2\n3\tvier\n");
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (form (display)), "paste-form-refused");
  jp_form_accept (form (display));
  jp_display_settle (display);
  g_assert_cmpint (figure (display, id, 2024, "output"), ==, 150000000);
  gtk_window_close (GTK_WINDOW (form (display)));

  /* The whole block is one thing to undo. */
  jp_session_undo (display->session);
  jp_display_settle (display);
  g_assert_cmpint (figure (display, id, 2024, "output"), !=, 150000000);
}

static void
click (JpDisplay *display, GtkWidget *below, const char *name)
{
  GtkWidget *button = jp_display_find (below, GTK_TYPE_BUTTON, name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  jp_display_settle (display);
}

static void
test_files (JpDisplay *display, gconstpointer data)
{
  GtkWidget *section = go (display, cluster (display, 0), "files");
  g_autofree char *path = g_build_filename (display->folder, "现场核查照片.txt", NULL);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const JpAttachment *paper;
  JpForm *of;

  g_assert_true (g_file_set_contents (path, "核查", -1, NULL));
  g_list_store_append (files, file);
  of = jp_dossier_files_attach (JP_DOSSIER_FILES (section), G_LIST_MODEL (files));
  jp_field_choose (jp_form_get (of, "kind"), "evidence/2025");
  set_field (of, "dated", "2027-1-1"); /* after today */
  jp_form_accept (of);
  jp_display_settle (display);
  g_assert_nonnull (jp_field_get_error (jp_form_get (of, "dated")));
  set_field (of, "dated", "2025年3月1日");
  jp_display_settle (display);
  jp_display_shoot (GTK_WIDGET (of), "attach-form");
  jp_form_accept (of);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  paper = g_ptr_array_index (cluster (display, 0)->attachments, 0);
  g_assert_cmpint (jp_attachment_evidence_year (paper), ==, 2025);
  g_assert_cmpuint (paper->dated, ==, jp_test_date ("2025-03-01"));

  /* Said anew later. */
  click (display, section, "Kind and Date: 现场核查照片.txt");
  jp_field_choose (jp_form_get (form (display), "kind"), "any");
  jp_form_accept (form (display));
  jp_display_settle (display);
  paper = g_ptr_array_index (cluster (display, 0)->attachments, 0);
  g_assert_null (paper->kind);
  g_assert_cmpint (jp_attachment_evidence_year (paper), ==, 0);
  g_assert_cmpuint (paper->dated, ==, jp_test_date ("2025-03-01"));
  jp_display_shoot (GTK_WIDGET (display->window), "dossier-files-one-1366");
  g_assert_nonnull (jp_display_find (section, GTK_TYPE_BUTTON, "Remove: 现场核查照片.txt"));
  g_signal_emit_by_name (jp_display_find (section, GTK_TYPE_BUTTON, "Remove: 现场核查照片.txt"), "clicked");
  jp_display_settle (display);
  jp_display_settle (display);
  g_assert_null (jp_display_find (section, GTK_TYPE_BUTTON, "Remove: 现场核查照片.txt"));
  jp_session_undo (display->session);
  jp_display_settle (display);
  jp_display_settle (display);
  g_assert_nonnull (jp_display_find (section, GTK_TYPE_BUTTON, "Remove: 现场核查照片.txt"));
}

/* Each year's result is one click from its wizard. */
static void
test_into_the_wizard (JpDisplay *display, gconstpointer data)
{
  GtkWidget *section = go (display, fullest (display), "assessments");
  GtkWidget *button = jp_display_find (section, GTK_TYPE_BUTTON, "Open the assessment of 2024");
  GtkWidget *wizard;

  g_assert_nonnull (button);
  jp_display_shoot (GTK_WIDGET (display->window), "dossier-assessments-1366");
  g_signal_emit_by_name (button, "clicked");
  jp_display_settle (display);
  wizard = jp_display_find (GTK_WIDGET (display->window), JP_TYPE_WIZARD_PAGE, NULL);
  g_assert_nonnull (wizard);
  g_assert_nonnull (strstr (jp_page_get_title (JP_PAGE (wizard)), "2024年度考核"));
}

static gboolean
note (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return jp_casework_set_note (desk, data, "direction:1", "走访企业", error);
}

static char *
undo_name (JpDisplay *display, const char *id, const char *act)
{
  g_autoptr (GPtrArray) entries = jp_store_load_journal (jp_session_get_store (display->session), 0, 0, id, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const JpEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->act, act))
        return g_strconcat ("Undo: ", entry->summary, NULL);
    }
  g_assert_not_reached ();
}

/* Any entry of the cluster that nothing rests on, not only the file's last; an import only whole, which is said first.
 */
static void
test_journal (JpDisplay *display, gconstpointer data)
{
  g_autofree char *id = g_strdup (cluster (display, 0)->id);
  g_autofree char *other = g_strdup (cluster (display, 1)->id);
  g_autofree char *undo_note = NULL;
  g_autofree char *undo_import = NULL;
  GtkWidget *section;

  jp_session_do (display->session, note, id, NULL);
  jp_session_do (display->session, note, other, NULL);
  jp_display_settle (display);
  section = go (display, cluster (display, 0), "journal");
  undo_note = undo_name (display, id, "note");
  undo_import = undo_name (display, id, "import");
  jp_display_shoot (GTK_WIDGET (display->window), "dossier-journal-1366");

  click (display, section, undo_note);
  g_assert_true (g_str_has_prefix (display->said, "撤销："));
  g_assert_null (jp_display_find (section, GTK_TYPE_BUTTON, undo_note));
  g_assert_true (g_str_has_prefix (jp_session_what_undo (display->session), cluster (display, 1)->name));

  jp_session_undo (display->session); /* the other's note, which rests on the import */
  jp_display_settle (display);
  click (display, section, undo_import);
  g_assert_cmpuint (jp_session_get_dossiers (display->session)->len, ==, 6);
  jp_display_shoot (GTK_WIDGET (jp_display_dialog (display)), "dossier-undo-import");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (jp_display_dialog (display)), "undo");
  jp_display_settle (display);
  g_assert_cmpuint (jp_session_get_dossiers (display->session)->len, ==, 0);
}

/* What a workbook brought has no entry of its own, and is corrected all the same. */
static void
test_imported_act (JpDisplay *display, gconstpointer data)
{
  g_autofree char *id = g_strdup (cluster (display, 0)->id);
  GtkWidget *section = go (display, cluster (display, 0), "overview");
  const JpAct *act = g_ptr_array_index (cluster (display, 0)->acts, 0);
  JpForm *of;

  g_assert_true (act->imported);
  of = jp_correction_form_open (section, display->session, id, "act.", act->id, "认定", JP_CORRECT_DOCUMENT);
  set_field (of, "document", "厦工信中小〔2024〕8号");
  set_field (of, "reason", "导入时缺文号");
  jp_form_accept (of);
  jp_display_settle (display);
  g_assert_null (jp_display_dialog (display));
  act = g_ptr_array_index (jp_session_find (display->session, id)->acts, 0);
  g_assert_cmpstr (act->document, ==, "厦工信中小〔2024〕8号");
}

static void
test_tag (JpDisplay *display, gconstpointer data)
{
  GtkWidget *section = go (display, fullest (display), "funding");
  GtkWidget *row = jp_display_find (section, ADW_TYPE_ACTION_ROW, NULL);
  GtkWidget *tag = jp_display_find (row, JP_TYPE_ARTICLE_TAG, NULL);

  g_assert_nonnull (tag);
  g_assert_nonnull (jp_article_tag_get_value (JP_ARTICLE_TAG (tag)));
  jp_article_tag_popup (JP_ARTICLE_TAG (tag));
  jp_display_settle (display);
  g_assert_nonnull (jp_display_find (tag, GTK_TYPE_POPOVER, NULL));
  jp_display_shoot (jp_display_find (tag, GTK_TYPE_POPOVER, NULL), "article-popover");
}

/* What was opened goes away whole. */
static void
test_finalized (JpDisplay *display, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *section = g_object_ref_sink (g_object_new (sections[i].get_type (), NULL));

      jp_dossier_section_present (JP_DOSSIER_SECTION (section), display->session, fullest (display));
      jp_display_settle (display);
      g_assert_finalize_object (section);
    }
  {
    GtkWidget *page = g_object_ref_sink (g_object_new (JP_TYPE_DOSSIER_PAGE, NULL));

    jp_page_set_session (JP_PAGE (page), display->session);
    g_assert_finalize_object (page);
  }
}

int
main (int argc, char *argv[])
{
  jp_display_init (&argc, &argv);

  g_test_add ("/display/dossier/looks", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_SAMPLE), jp_display_set_up, test_looks,
              jp_display_tear_down);
  g_test_add ("/display/dossier/identity", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_LEDGER), jp_display_set_up,
              test_identity,
              jp_display_tear_down);
  g_test_add ("/display/dossier/R-LIFE/act", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_LEDGER), jp_display_set_up,
              test_act,
              jp_display_tear_down);
  g_test_add ("/display/dossier/R-VETO/filings", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_LEDGER), jp_display_set_up,
              test_filings, jp_display_tear_down);
  g_test_add ("/display/dossier/R-READ/figures", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_LEDGER), jp_display_set_up,
              test_figures, jp_display_tear_down);
  g_test_add ("/display/dossier/R-READ/paste", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_LEDGER), jp_display_set_up,
              test_paste,
              jp_display_tear_down);
  g_test_add ("/display/dossier/files", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_LEDGER), jp_display_set_up, test_files,
              jp_display_tear_down);
  g_test_add ("/display/dossier/into-the-wizard", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_SAMPLE), jp_display_set_up,
              test_into_the_wizard, jp_display_tear_down);
  g_test_add ("/display/dossier/R-LIFE/journal", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_LEDGER), jp_display_set_up,
              test_journal, jp_display_tear_down);
  g_test_add ("/display/dossier/R-LIFE/imported-act", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_LEDGER),
              jp_display_set_up, test_imported_act, jp_display_tear_down);
  g_test_add ("/display/dossier/article-tag", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_SAMPLE), jp_display_set_up,
              test_tag,
              jp_display_tear_down);
  g_test_add ("/display/dossier/finalized", JpDisplay, GUINT_TO_POINTER (JP_DISPLAY_SAMPLE), jp_display_set_up,
              test_finalized,
              jp_display_tear_down);

  return g_test_run ();
}
