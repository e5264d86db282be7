/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-journal.h"

#include "jp-act-work.h"
#include "jp-dossier-forms.h"
#include "jp-store-journal.h"

#include <glib/gi18n-lib.h>

#define ENTRIES_AT_ONCE 100

struct _JpDossierJournal
{
  JpDossierSection parent_instance;

  /* Owned. */
  GPtrArray *entries; /* of JpEntry, newest first; NULL before they were read */
  guint      wanted;
};

G_DEFINE_FINAL_TYPE (JpDossierJournal, jp_dossier_journal, JP_TYPE_DOSSIER_SECTION)

typedef struct
{
  JpDossierJournal *self;
  char             *cluster;
  guint             limit;
  GPtrArray        *entries;
} Read;

static gboolean
read_entries (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Read *read = data;

  read->entries = jp_store_load_journal (jp_desk_get_store (desk), 0, read->limit, read->cluster, error);

  return read->entries != NULL;
}

static gboolean
is_redone (const GPtrArray *entries, guint index)
{
  const JpEntry *undo = g_ptr_array_index (entries, index);

  for (guint i = 0; i < index; i++)
    {
      const JpEntry *later = g_ptr_array_index (entries, i);

      if (later->kind == JP_ENTRY_REDO && later->undoes == undo->seq)
        return TRUE;
    }

  return FALSE;
}

/* What undoes an entry comes later, and concerns the same clusters. */
static gboolean
is_undone (const GPtrArray *entries, guint index)
{
  const JpEntry *work = g_ptr_array_index (entries, index);

  for (guint i = 0; i < index; i++)
    {
      const JpEntry *later = g_ptr_array_index (entries, i);

      if (later->kind == JP_ENTRY_UNDO && later->undoes == work->seq && !is_redone (entries, i))
        return TRUE;
    }

  return FALSE;
}

/* Official acts rest on what was entered before them; a paper that was printed keeps what it said. */
static gboolean
is_rested_on (const GPtrArray *entries, guint index)
{
  for (guint i = 0; i < index; i++)
    {
      const JpEntry *later = g_ptr_array_index (entries, i);

      if (later->kind == JP_ENTRY_ACT && !g_str_equal (later->act, "print"))
        return TRUE;
    }

  return FALSE;
}

static gboolean
can_be_undone (const GPtrArray *entries, guint index)
{
  const JpEntry *entry = g_ptr_array_index (entries, index);

  return entry->kind == JP_ENTRY_WORK && !is_undone (entries, index) && !is_rested_on (entries, index);
}

static JpCorrectParts
parts_of (const char *act)
{
  if (g_str_equal (act, "act.recognise") || g_str_equal (act, "act.renew"))
    return JP_CORRECT_DATE | JP_CORRECT_TERM | JP_CORRECT_DOCUMENT | JP_CORRECT_NOTE;
  if (g_str_has_prefix (act, "act."))
    return JP_CORRECT_DATE | JP_CORRECT_DOCUMENT | JP_CORRECT_NOTE;
  if (g_str_equal (act, "file.change"))
    return JP_CORRECT_DATE | JP_CORRECT_FILED;
  if (g_str_equal (act, "file.incident"))
    return JP_CORRECT_DATE | JP_CORRECT_NOTE;

  return JP_CORRECT_DATE;
}

static gboolean
can_be_corrected (const JpEntry *entry)
{
  return g_str_has_prefix (entry->act, "act.") || g_str_equal (entry->act, "file.return")
         || g_str_equal (entry->act, "file.change") || g_str_equal (entry->act, "file.incident");
}

static void
on_correct (GtkWidget *button, JpDossierJournal *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  const JpEntry *entry = g_ptr_array_index (self->entries, index);
  g_autofree char *record = jp_detail_get_record (entry->detail);
  JpDossierSection *section = JP_DOSSIER_SECTION (self);

  if (record != NULL)
    jp_correction_form_open (GTK_WIDGET (self), jp_dossier_section_get_session (section),
                             jp_dossier_section_get_dossier (section)->id, entry->act, record, entry->summary,
                             parts_of (entry->act));
}

static void
on_whole_response (JpDossierJournal *self, const char *response, GtkWidget *dialog)
{
  const gint64 *seq = g_object_get_data (G_OBJECT (dialog), "seq");

  if (g_str_equal (response, "undo"))
    jp_session_undo_entry (jp_dossier_section_get_session (JP_DOSSIER_SECTION (self)), *seq);
}

/* An import is undone for all its clusters or not at all, which is said before it is done. */
static void
ask_for_whole (JpDossierJournal *self, const JpEntry *entry)
{
  g_autofree char *body
    = g_strdup_printf (_("“%s” also concerns other clusters. It can only be undone as a whole; the undo "
                         "can be redone, and is refused where something entered since builds on it."),
                       entry->summary);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              g_str_equal (entry->act, "import") ? _("Undo the Whole Import?")
                                                                                 : _("Undo It for All Its Clusters?"),
                                              body);
  gint64 *seq = g_new (gint64, 1);

  *seq = entry->seq;
  g_object_set_data_full (G_OBJECT (dialog), "seq", seq, g_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "undo", _("_Undo All of It"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "undo", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_whole_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_undo (GtkWidget *button, JpDossierJournal *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  const JpEntry *entry = g_ptr_array_index (self->entries, index);

  if (entry->cluster == NULL)
    ask_for_whole (self, entry);
  else
    jp_session_undo_entry (jp_dossier_section_get_session (JP_DOSSIER_SECTION (self)), entry->seq);
}

/* "2026-02-10 09:30 · 陈晓岚 · 厦门市工业和信息化局" */
static char *
entry_particulars (JpDossierSection *section, const JpEntry *entry)
{
  g_autofree char *at = g_strdelimit (g_strndup (entry->at, 16), "T", ' ');
  const JpPack *pack = jp_dossier_section_get_pack (section);
  const JpDistrict *district = entry->office != NULL ? jp_pack_find_district (pack, entry->office) : NULL;
  const char *office = pack->city_office;

  if (district != NULL)
    office = district->name;
  else if (g_strcmp0 (entry->office, JP_OFFICE_CENTRE) == 0)
    office = pack->city_centre;

  return g_strdup_printf ("%s · %s · %s · #%" G_GINT64_FORMAT, at, entry->person, office, entry->seq);
}

static const char *
kind_chip (JpEntryKind kind, const char **css)
{
  switch (kind)
    {
    case JP_ENTRY_ACT:
      *css = "calm";
      return _("Act");
    case JP_ENTRY_UNDO:
      *css = "amber";
      return _("Undone");
    case JP_ENTRY_REDO:
      *css = "plain";
      return _("Redone");
    case JP_ENTRY_WORK:
    default:
      *css = "plain";
      return _("Entry");
    }
}

static void
add_act (JpDossierJournal *self, GtkWidget *row, guint index, const char *id, const char *label, const char *what,
         GCallback clicked)
{
  const JpEntry *entry = g_ptr_array_index (self->entries, index);
  g_autofree char *name = g_strdup_printf ("%s-%" G_GINT64_FORMAT, id, entry->seq);
  GtkWidget *button = jp_section_button (label, name, NULL, NULL);
  g_autofree char *told = g_strdup_printf ("%s: %s", what, entry->summary);

  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", clicked, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_entry (JpDossierJournal *self, AdwPreferencesGroup *group, guint index)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  const JpEntry *entry = g_ptr_array_index (self->entries, index);
  g_autofree char *subtitle = entry_particulars (section, entry);
  GtkWidget *row = jp_group_add_row (group, entry->summary, subtitle);
  gboolean undone = is_undone (self->entries, index);
  const char *css;
  const char *kind = kind_chip (entry->kind, &css);

  if (undone)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (_("Taken Back"), "plain"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (kind, css));
  if (can_be_undone (self->entries, index))
    add_act (self, row, index, "undo", entry->cluster == NULL ? _("_Undo…") : _("_Undo"), _("Undo"),
             G_CALLBACK (on_undo));
  if (can_be_corrected (entry) && !undone)
    add_act (self, row, index, "correct", _("C_orrect…"), _("Correct"), G_CALLBACK (on_correct));
}

static void ask (JpDossierJournal *self);

static void
on_more (JpDossierJournal *self)
{
  self->wanted += ENTRIES_AT_ONCE;
  ask (self);
}

static void
list_entries (JpDossierJournal *self)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  AdwPreferencesGroup *group;

  jp_dossier_section_clear (section);
  group = jp_dossier_section_add_group (section, _("Journal of This Cluster"), NULL);
  adw_preferences_group_set_description (group,
                                         _("Who did what, and when. Nothing here is ever rewritten: what no official "
                                           "act rests on yet can be undone, an act is corrected, each by an entry "
                                           "of its own."));
  for (guint i = 0; i < self->entries->len; i++)
    add_entry (self, group, i);
  if (self->entries->len == 0)
    jp_group_add_empty (group, _("Nothing has been done about this cluster yet."));
  if (self->entries->len >= self->wanted)
    jp_group_add_suffix (group, jp_section_button (_("Show _Older"), "older", G_CALLBACK (on_more), self));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Read *read = data;
  g_autoptr (JpDossierJournal) self = read->self;
  g_autofree char *cluster = read->cluster;
  const JpDossier *dossier = jp_dossier_section_get_dossier (JP_DOSSIER_SECTION (self));

  if (!jp_session_do_finish (JP_SESSION (source), result, NULL))
    return;
  if (dossier == NULL || !g_str_equal (dossier->id, cluster))
    {
      g_ptr_array_unref (read->entries);
      return;
    }

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = read->entries;
  list_entries (self);
}

static void
ask (JpDossierJournal *self)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  Read *read = g_new0 (Read, 1);

  read->self = g_object_ref (self);
  read->cluster = g_strdup (jp_dossier_section_get_dossier (section)->id);
  read->limit = self->wanted;
  jp_session_read_async (jp_dossier_section_get_session (section), read_entries, read, NULL, NULL, on_read, read);
}

static void
jp_dossier_journal_show (JpDossierSection *section, const JpDossier *dossier)
{
  ask (JP_DOSSIER_JOURNAL (section));
}

static void
jp_dossier_journal_finalize (GObject *object)
{
  g_clear_pointer (&JP_DOSSIER_JOURNAL (object)->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (jp_dossier_journal_parent_class)->finalize (object);
}

static void
jp_dossier_journal_class_init (JpDossierJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_dossier_journal_finalize;
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_dossier_journal_show;
}

static void
jp_dossier_journal_init (JpDossierJournal *self)
{
  self->wanted = ENTRIES_AT_ONCE;
}
