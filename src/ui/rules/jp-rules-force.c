/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Putting a version in force, and reading one from a file. */

#include "jp-rules-acts.h"

#include "jp-fault.h"
#include "jp-file-ask.h"
#include "jp-pack-change.h"
#include "jp-pack-work.h"
#include "jp-rules-draft.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  JpPack *pack;
  int     year; /* 0: none moves */
} Force;

static void
force_free (gpointer data)
{
  jp_pack_unref (((Force *) data)->pack);
  g_free (data);
}

static gboolean
do_force (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Force *force = data;

  return jp_casework_pack_use (desk, force->pack, force->year, error);
}

static gboolean
make_force (JpForm *form, gpointer context, JpFormWork *todo)
{
  JpField *year = jp_form_get (form, "year");
  Force *force = g_new0 (Force, 1);

  force->pack = jp_pack_ref (((Force *) context)->pack);
  force->year = year != NULL ? (int) g_ascii_strtoll (jp_field_get_choice (year), NULL, 10) : 0;
  *todo = (JpFormWork) { do_force, force, force_free };

  return TRUE;
}

static gboolean
is_opened (JpSession *session, int year)
{
  GPtrArray *dossiers = jp_session_get_dossiers (session);

  for (guint i = 0; i < dossiers->len; i++)
    if (jp_dossier_assessment (dossiers->pdata[i], year) != NULL)
      return TRUE;

  return FALSE;
}

/* Years that were opened keep their version, unless one moves on purpose: only one without a confirmed assessment can.
 */
static void
offer_years (JpForm *form, JpSession *session, const JpPack *pack)
{
  const JpContext *context = jp_session_get_context (session);
  int last = (int) jp_date_year (context->today);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (ids, g_strdup ("0"));
  g_ptr_array_add (names, g_strdup (_("None: years already opened keep their version")));
  for (int year = MAX (jp_pack_set_first_year (context->packs), (int) pack->governs_from_year); year <= last; year++)
    if (is_opened (session, year) && jp_pack_check_year (jp_session_get_dossiers (session), pack, year, NULL))
      {
        g_ptr_array_add (ids, g_strdup_printf ("%d", year));
        g_ptr_array_add (names, g_strdup_printf (_("%d: its open assessments are computed anew"), year));
      }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  if (ids->len <= 2)
    return;

  jp_form_add (form, "year", JP_FIELD_KIND_CHOICE, _("Move an Opened Year"));
  jp_field_set_choices (jp_form_get (form, "year"), (const char *const *) ids->pdata,
                        (const char *const *) names->pdata);
  jp_field_choose (jp_form_get (form, "year"), "0");
}

JpForm *
jp_rules_force_open (GtkWidget *over, JpSession *session, JpPack *pack)
{
  JpForm *form = jp_form_new (over, session, _("Put the Rules in Force"), _("_Put in Force"));
  g_autofree char *intro
    = g_strdup_printf (_("Version %u governs assessments from %u on. Confirmed assessments keep the version they were "
                         "made with. Its weights say 未核定 until they are confirmed. This is an official act: it is "
                         "recorded, and a version that was put in force never changes."),
                       pack->version, pack->governs_from_year);
  Force *context = g_new0 (Force, 1);

  context->pack = jp_pack_ref (pack);
  jp_form_set_intro (form, intro);
  offer_years (form, session, pack);
  gtk_window_set_default_size (GTK_WINDOW (form), 640, -1);
  jp_form_open (form, make_force, context, force_free);

  return form;
}

/* Importing: a valid pack becomes the draft, from where it is looked at, tried out and put in force. */

static GtkWidget *
new_message (GtkWidget *over, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (over)), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));

  return dialog;
}

static void
show_faults (GtkWidget *over, const char *name, GPtrArray *faults)
{
  g_autofree char *body = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s has %u fault; nothing was changed.",
                                                        "%s has %u faults; nothing was changed.", faults->len),
                                           name, faults->len);
  g_autofree char *list = jp_faults_join (faults);
  GtkWidget *dialog = new_message (over, _("The Rule Pack Is Refused"), body), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (list);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scrolled);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
lay_down (GtkWidget *over, JpSession *session, const char *json)
{
  g_autoptr (GError) error = NULL;

  if (jp_rules_draft_save (session, json, &error))
    gtk_widget_activate_action (over, "win.go", "s", "rules-editor#draft");
  else
    gtk_window_present (GTK_WINDOW (new_message (over, _("The Draft Could Not Be Kept"), error->message)));
}

/**
 * jp_rules_import_file:
 * @over: a widget of the window
 * @session: the data file
 * @path: a rule pack
 *
 * Reads a rule pack: every fault is listed by its path, and nothing changes; a valid one becomes the draft.
 */
void
jp_rules_import_file (GtkWidget *over, JpSession *session, const char *path)
{
  g_autofree char *json = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  gsize length;

  if (!g_file_get_contents (path, &json, &length, &error))
    {
      gtk_window_present (GTK_WINDOW (new_message (over, _("The Rule Pack Could Not Be Read"), error->message)));
      return;
    }

  faults = jp_pack_validate (json, (gssize) length);
  if (faults->len > 0)
    {
      show_faults (over, name, faults);
    }
  else
    {
      g_autoptr (JpPack) pack = jp_pack_new_from_json (json, (gssize) length, NULL);

      lay_down (over, session, pack->json);
    }
}

void
jp_rules_import_open (GtkWidget *over, JpSession *session)
{
  jp_file_ask (over, session, _("Import a Rule Pack"), jp_rules_import_file);
}
