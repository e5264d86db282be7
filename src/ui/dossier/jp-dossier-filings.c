/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-filings.h"

#include "jp-article-tag.h"
#include "jp-dossier-forms.h"
#include "jp-veto.h"

#include <glib/gi18n-lib.h>

struct _JpDossierFilings
{
  JpDossierSection parent_instance;
};

G_DEFINE_FINAL_TYPE (JpDossierFilings, jp_dossier_filings, JP_TYPE_DOSSIER_SECTION)

/* What a Correct button is about. */
typedef struct
{
  char          *act;
  char          *record;
  char          *what;
  JpCorrectParts parts;
} Record;

static void
record_free (gpointer data)
{
  Record *record = data;

  g_free (record->act);
  g_free (record->record);
  g_free (record->what);
  g_free (record);
}

static void
on_correct (GtkWidget *button, JpDossierSection *section)
{
  const Record *record = g_object_get_data (G_OBJECT (button), "record");

  jp_correction_form_open (GTK_WIDGET (section), jp_dossier_section_get_session (section),
                           jp_dossier_section_get_dossier (section)->id, record->act, record->record,
                           record->what, record->parts);
}

static void
add_correct (JpDossierFilings *self, GtkWidget *row, const char *act, const char *id, JpCorrectParts parts)
{
  GtkWidget *button = jp_section_button (_("C_orrect…"), id, NULL, NULL);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  g_autofree char *label = g_strdup_printf (_("Correct “%s”"), title);
  Record *record = g_new0 (Record, 1);

  record->act = g_strdup (act);
  record->record = g_strdup (id);
  record->what = g_strdup (title);
  record->parts = parts;
  g_object_set_data_full (G_OBJECT (button), "record", record, record_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_correct), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* In time, late, or still open: with the last day that is in time. */
static GtkWidget *
new_change_chip (const JpChange *change, const JpPack *pack, JpDate today)
{
  JpDate limit = change->day + pack->change_days;
  g_autofree char *last = jp_date_to_chinese (limit);
  g_autofree char *text = NULL;

  if (change->filed != JP_DATE_NONE)
    return jp_section_chip (change->filed <= limit ? _("Filed in time") : _("Filed late"),
                            change->filed <= limit ? "good" : "bad");

  text = today <= limit ? g_strdup_printf (_("Not filed; by %s"), last)
                        : g_strdup_printf (_("Not filed; was due %s"), last);

  return jp_section_chip (text, today <= limit ? "amber" : "bad");
}

static void
on_add_change (JpDossierSection *section)
{
  jp_change_form_open (GTK_WIDGET (section), jp_dossier_section_get_session (section),
                       jp_dossier_section_get_dossier (section), NULL);
}

static void
show_changes (JpDossierFilings *self, const JpDossier *dossier)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  const JpPack *pack = jp_dossier_section_get_pack (section);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("Change Filings"), pack->change_article);

  jp_group_add_suffix (group, jp_section_button (_("_File a Change…"), "add-change", G_CALLBACK (on_add_change), self));
  for (guint i = dossier->changes->len; i > 0; i--)
    {
      const JpChange *change = g_ptr_array_index (dossier->changes, i - 1);
      g_autofree char *day = jp_date_to_chinese (change->day);
      g_autofree char *filed = change->filed != JP_DATE_NONE ? jp_date_to_chinese (change->filed) : g_strdup ("—");
      g_autofree char *title = g_strdup_printf ("%s　%s", day, jp_change_kind_name (change->kind));
      const char *reason = change->reason != NULL ? change->reason : "";
      g_autofree char *what = g_strdup_printf ("%s → %s · %s %s%s%s", change->from != NULL ? change->from : "—",
                                               change->to != NULL ? change->to : "—", _("filed"), filed,
                                               *reason != '\0' ? " · " : "", reason);
      GtkWidget *row = jp_group_add_row (group, title, what);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 new_change_chip (change, pack, jp_dossier_section_get_context (section)->today));
      add_correct (self, row, "file.change", change->id, JP_CORRECT_DATE | JP_CORRECT_FILED);
    }
  if (dossier->changes->len == 0)
    jp_group_add_empty (group, _("No major change is on record. A change of industry, scope or operator is filed here "
                                 "in time."));
}

static void
on_add_incident (JpDossierSection *section)
{
  jp_incident_form_open (GTK_WIDGET (section), jp_dossier_section_get_session (section),
                         jp_dossier_section_get_dossier (section));
}

static void
show_incidents (JpDossierFilings *self, const JpDossier *dossier)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  const JpPack *pack = jp_dossier_section_get_pack (section);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("Incidents"), pack->incident_article);

  jp_group_add_suffix (group, jp_section_button (_("_Record an Incident…"), "add-incident",
                                                 G_CALLBACK (on_add_incident), self));
  for (guint i = dossier->incidents->len; i > 0; i--)
    {
      const JpIncident *incident = g_ptr_array_index (dossier->incidents, i - 1);
      int kind = jp_pack_find_incident_kind (pack, incident->kind);
      gboolean counts = jp_incident_counts (pack, incident);
      g_autofree char *day = jp_date_to_chinese (incident->day);
      g_autofree char *title = g_strdup_printf ("%s　%s%s", day, incident->grade != NULL ? incident->grade : "",
                                                kind >= 0 ? pack->incident_kinds[kind].name : incident->kind);
      g_autofree char *chip = counts ? g_strdup_printf (_("Vetoes %u"), jp_date_year (incident->day))
                                     : g_strdup (_("No veto"));
      GtkWidget *row = jp_group_add_row (group, title, incident->note);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (chip, counts ? "bad" : "plain"));
      add_correct (self, row, "file.incident", incident->id, JP_CORRECT_DATE | JP_CORRECT_NOTE);
    }
  if (dossier->incidents->len == 0)
    jp_group_add_empty (group, _("No incident of a firm of the cluster is on record."));
}

static void
on_add_return (JpDossierSection *section)
{
  jp_return_form_open (GTK_WIDGET (section), jp_dossier_section_get_session (section),
                       jp_dossier_section_get_dossier (section));
}

static void
show_returns (JpDossierFilings *self, const JpDossier *dossier)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  const JpPack *pack = jp_dossier_section_get_pack (section);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("Annual Returns"), pack->return_article);
  g_auto (JpLife) life = { 0 };
  int batch;

  jp_life_init (&life, dossier, jp_dossier_section_get_context (section));
  batch = life.recognised_on != JP_DATE_NONE ? (int) jp_date_year (life.recognised_on) : 0;
  jp_group_add_suffix (group, jp_section_button (_("Record a Re_turn…"), "add-return", G_CALLBACK (on_add_return),
                                                 self));
  for (guint i = dossier->returns->len; i > 0; i--)
    {
      const JpReturn *report = g_ptr_array_index (dossier->returns, i - 1);
      g_autofree char *key = g_strdup_printf ("%d", report->year);
      g_autofree char *title = g_strdup_printf (_("Return on %d"), report->year);
      g_autofree char *filed = jp_date_to_chinese (report->filed);
      JpDate veto_after;
      GtkWidget *row = jp_group_add_row (group, title, filed);
      gboolean late;

      jp_pack_return_due (pack, report->year, batch, NULL, &veto_after);
      late = report->filed > veto_after;
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (late ? _("Filed late") : _("Filed in time"),
                                                                        late ? "bad" : "good"));
      add_correct (self, row, "file.return", key, JP_CORRECT_DATE);
    }
  if (dossier->returns->len == 0)
    jp_group_add_empty (group, _("No annual return to the ministry is on record."));
}

static void
jp_dossier_filings_show (JpDossierSection *section, const JpDossier *dossier)
{
  JpDossierFilings *self = JP_DOSSIER_FILINGS (section);

  jp_dossier_section_clear (section);
  show_changes (self, dossier);
  show_incidents (self, dossier);
  show_returns (self, dossier);
}

static void
jp_dossier_filings_class_init (JpDossierFilingsClass *klass)
{
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_dossier_filings_show;
}

static void
jp_dossier_filings_init (JpDossierFilings *self)
{
}
