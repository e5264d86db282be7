/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-check-panel.h"

#include "jp-paper-record.h"
#include "jp-report-verify.h"

#include <glib/gi18n-lib.h>

struct _JpCheckPanel
{
  AdwBin parent_instance;

  /* Borrowed. */
  GtkEditable *entry;

  /* Owned. */
  JpSession *session;
};

G_DEFINE_FINAL_TYPE (JpCheckPanel, jp_check_panel, ADW_TYPE_BIN)

/* A code on its way through the kept prints. */
typedef struct
{
  char       *code;
  JpSnapshot *snapshot;
  JpPrinted  *printed;     /* NULL: no paper of that code */
  GPtrArray  *differences; /* of JpReportDifference */
} Checking;

static void
checking_free (gpointer data)
{
  Checking *checking = data;

  g_free (checking->code);
  jp_snapshot_unref (checking->snapshot);
  g_clear_pointer (&checking->printed, jp_printed_free);
  g_clear_pointer (&checking->differences, g_ptr_array_unref);
  g_free (checking);
}

static gboolean
check (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Checking *checking = data;
  JpStore *store = jp_desk_get_store (desk);
  g_autoptr (GPtrArray) prints = jp_store_load_printed (store, NULL, checking->code, error);
  JpReportSelection selection = { .options.office = jp_desk_get_office (desk), .store = store };

  if (prints == NULL)
    return FALSE;
  if (prints->len == 0)
    return TRUE;

  checking->printed = g_ptr_array_steal_index (prints, 0);
  checking->differences = jp_report_verify (checking->printed, jp_snapshot_get_dossiers (checking->snapshot),
                                            jp_snapshot_get_context (checking->snapshot), &selection, error);
  return checking->differences != NULL;
}

static GtkWidget *
list_differences (GPtrArray *differences)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What Changed"), -1);
  for (guint i = 0; i < differences->len; i++)
    {
      const JpReportDifference *difference = g_ptr_array_index (differences, i);
      GtkWidget *row = adw_action_row_new ();
      /* Translators: what a paper said, and what it would say now; "nothing" stands where there is none */
      g_autofree char *change
        = g_strdup_printf (_("was %s, now %s"), difference->was != NULL ? difference->was : _("nothing"),
                           difference->now != NULL ? difference->now : _("nothing"));
      g_autofree char *title = g_markup_escape_text (difference->what, -1);
      g_autofree char *subtitle = g_markup_escape_text (change, -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

/* 2026年2月6日打印的《年度绩效考核评价表》 of which cluster. */
static char *
describe (const Checking *checking)
{
  const JpPrinted *printed = checking->printed;
  const JpReportKind *kind = jp_report_find_kind (printed->kind);
  const JpDossier *dossier = printed->cluster != NULL ? jp_snapshot_find (checking->snapshot, printed->cluster) : NULL;
  char day[JP_DATE_ISO_LEN];

  return g_strdup_printf (_("%s %s, printed on %s by %s."), dossier != NULL ? dossier->name : "",
                          kind != NULL ? kind->name : printed->kind, jp_date_to_iso (printed->printed_on, day),
                          printed->person != NULL ? printed->person : "");
}

static void
show_outcome (JpCheckPanel *self, const Checking *checking)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean agrees = checking->differences->len == 0;
  g_autofree char *body = describe (checking);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              agrees ? _("The Paper Agrees with the Data")
                                                     : _("The Data Has Changed Since the Paper Was Printed"),
                                              g_strstrip (body));

  if (!agrees)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list_differences (checking->differences));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpCheckPanel) self = JP_CHECK_PANEL (data);
  g_autoptr (GError) error = NULL;
  Checking *checking = g_object_get_data (G_OBJECT (self), "checking");
  g_autofree char *sentence = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!jp_session_do_finish (JP_SESSION (source), result, &error))
    jp_paper_say (GTK_WIDGET (self), _("The Paper Could Not Be Checked"), error->message);
  else if (checking->printed != NULL)
    show_outcome (self, checking);
  else
    {
      sentence
        = g_strdup_printf (_("This data file has not printed a paper of record with the code %s. Look whether it is "
                             "written as on the paper, and whether the paper comes from this file."),
                           checking->code);
      jp_paper_say (GTK_WIDGET (self), _("No Such Paper"), sentence);
    }
  g_object_set_data (G_OBJECT (self), "checking", NULL);
}

/* Read as people read: small letters, spaces, and the letters that the alphabet of codes leaves out. */
static char *
read_code (const char *text)
{
  GString *code = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      char c = g_ascii_toupper (*text);

      if (c == ' ' || c == '-')
        continue;
      g_string_append_c (code, c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c);
    }

  return g_string_free (code, FALSE);
}

static void
tell_valid (JpCheckPanel *self, gboolean valid)
{
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
on_check (JpCheckPanel *self)
{
  jp_check_panel_check (self, gtk_editable_get_text (self->entry));
}

static void
on_changed (JpCheckPanel *self)
{
  tell_valid (self, TRUE);
}

static void
jp_check_panel_dispose (GObject *object)
{
  g_clear_object (&JP_CHECK_PANEL (object)->session);

  G_OBJECT_CLASS (jp_check_panel_parent_class)->dispose (object);
}

static void
jp_check_panel_class_init (JpCheckPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_check_panel_dispose;
}

static void
jp_check_panel_init (JpCheckPanel *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Chec_k"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Check a Paper"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("10-character check code"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_bin_set_child (ADW_BIN (self), group);
  self->entry = GTK_EDITABLE (row);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_check), self, G_CONNECT_SWAPPED);
}

GtkWidget *
jp_check_panel_new (void)
{
  return g_object_new (JP_TYPE_CHECK_PANEL, NULL);
}

void
jp_check_panel_set_session (JpCheckPanel *self, JpSession *session)
{
  g_set_object (&self->session, session);
}

void
jp_check_panel_check (JpCheckPanel *self, const char *text)
{
  g_autofree char *code = read_code (text);
  gboolean valid = strlen (code) == JP_CHECK_CODE_LENGTH;
  Checking *checking;

  g_return_if_fail (JP_IS_CHECK_PANEL (self));

  tell_valid (self, valid);
  if (!valid)
    {
      jp_paper_say (GTK_WIDGET (self), _("Not a Check Code"),
                    _("A check code has 10 letters and digits. It stands in the foot of a paper of record."));
      return;
    }
  if (self->session == NULL || g_object_get_data (G_OBJECT (self), "checking") != NULL)
    return;

  checking = g_new0 (Checking, 1);
  checking->code = g_steal_pointer (&code);
  checking->snapshot = jp_snapshot_ref (jp_session_get_snapshot (self->session));
  g_object_set_data_full (G_OBJECT (self), "checking", checking, checking_free);
  jp_session_read_async (self->session, check, checking, NULL, NULL, on_checked, g_object_ref (self));
}
