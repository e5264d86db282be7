/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-oversight-view.h"

#include "jp-audit.h"
#include "jp-oversight-forms.h"

#include <glib/gi18n-lib.h>

struct _JpOversightView
{
  JpDossierSection parent_instance;
};

G_DEFINE_FINAL_TYPE (JpOversightView, jp_oversight_view, JP_TYPE_DOSSIER_SECTION)

static const char finding_key[] = "jp-finding";

static void
on_inspect (JpDossierSection *self)
{
  jp_inspection_form_open (GTK_WIDGET (self), jp_dossier_section_get_session (self),
                           jp_dossier_section_get_dossier (self));
}

static void
on_audit (JpDossierSection *self)
{
  jp_audit_form_open (GTK_WIDGET (self), jp_dossier_section_get_session (self), jp_dossier_section_get_dossier (self));
}

static void
on_close_audit (JpDossierSection *self)
{
  jp_audit_close_form_open (GTK_WIDGET (self), jp_dossier_section_get_session (self),
                            jp_dossier_section_get_dossier (self));
}

static void
on_finding (JpDossierSection *self)
{
  jp_finding_form_open (GTK_WIDGET (self), jp_dossier_section_get_session (self),
                        jp_dossier_section_get_dossier (self));
}

/* A button is of the dossier that is shown: its finding lives as long as the button does. */
static void
on_measure (JpDossierSection *self, GtkWidget *button)
{
  jp_measure_form_open (GTK_WIDGET (self), jp_dossier_section_get_session (self), jp_dossier_section_get_dossier (self),
                        g_object_get_data (G_OBJECT (button), finding_key));
}

static void
on_district (JpDossierSection *self, GtkWidget *button)
{
  const JpDossier *dossier = jp_dossier_section_get_dossier (self);

  jp_confirm_form_open (GTK_WIDGET (self), jp_dossier_section_get_session (self), dossier,
                        g_object_get_data (G_OBJECT (button), finding_key), dossier->district);
}

static void
on_city (JpDossierSection *self, GtkWidget *button)
{
  jp_confirm_form_open (GTK_WIDGET (self), jp_dossier_section_get_session (self), jp_dossier_section_get_dossier (self),
                        g_object_get_data (G_OBJECT (button), finding_key), JP_OFFICE_CITY);
}

static void
show_inspections (JpDossierSection *self, const JpDossier *dossier)
{
  const JpPack *pack = jp_dossier_section_get_pack (self);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (self, "监督检查", pack != NULL ? pack->audit_article : NULL);

  jp_group_add_suffix (group,
                       jp_section_button (_("Record an _Inspection…"), "inspect", G_CALLBACK (on_inspect), self));
  for (guint i = dossier->inspections->len; i > 0; i--)
    {
      const JpInspection *inspection = g_ptr_array_index (dossier->inspections, i - 1);
      g_autofree char *day = jp_date_to_chinese (inspection->date);
      g_autofree char *title = g_strdup_printf ("%s · %s", day, inspection->person != NULL ? inspection->person : "");

      jp_group_add_row (group, title, inspection->findings);
    }
  if (dossier->inspections->len == 0)
    jp_group_add_empty (group, _("No inspection is on record. Either office inspects at any time."));
}

/* The city commissions the audit; what stands in the way casework says. */
static void
show_audits (JpDossierSection *self, const JpDossier *dossier)
{
  const JpPack *pack = jp_dossier_section_get_pack (self);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (self, "专项审计", pack != NULL ? pack->audit_article : NULL);
  gboolean open = jp_audit_find_open (dossier) != NULL;

  if (jp_session_is_city (jp_dossier_section_get_session (self)))
    jp_group_add_suffix (group, open
                                  ? jp_section_button (_("_Close the Audit…"), "close-audit",
                                                       G_CALLBACK (on_close_audit), self)
                                  : jp_section_button (_("Begin an _Audit…"), "audit", G_CALLBACK (on_audit), self));
  for (guint i = dossier->audits->len; i > 0; i--)
    {
      const JpAudit *audit = g_ptr_array_index (dossier->audits, i - 1);
      gboolean closed = audit->closed != JP_DATE_NONE;
      g_autofree char *opened = jp_date_to_chinese (audit->opened), *ended = jp_date_to_chinese (audit->closed);
      g_autofree char *subtitle = closed
                                    ? g_strdup_printf ("%s–%s%s%s", opened, ended, audit->report != NULL ? " · " : "",
                                                       audit->report != NULL ? audit->report : "")
                                    : g_strdup_printf (_("begun on %s"), opened);
      GtkWidget *row = jp_group_add_row (group, audit->auditor, subtitle);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (closed ? _("Closed") : _("Under Way"),
                                                                        closed ? "good" : "amber"));
    }
  if (dossier->audits->len == 0)
    jp_group_add_empty (group,
                        _("No special audit is on record. It follows the last year of support, paid or forfeited."));
}

/* 挂号 → 整改 → 销号, with both confirmations. */
static char *
finding_words (const JpFinding *finding)
{
  GString *words = g_string_new (NULL);
  g_autofree char *opened = jp_date_to_chinese (finding->opened), *due = jp_date_to_chinese (finding->due);

  g_string_append_printf (words, _("挂号 %1$s · to be put right by %2$s"), opened, due);
  if (finding->amount > 0)
    {
      g_autofree char *yuan = jp_money_to_yuan (finding->amount);

      g_string_append_printf (words, _(" · %s yuan"), yuan);
    }
  if (finding->basis != NULL)
    g_string_append_printf (words, " · %s", finding->basis);
  if (finding->measured != JP_DATE_NONE)
    {
      g_autofree char *day = jp_date_to_chinese (finding->measured);

      g_string_append_printf (words, "\n整改 %s：%s", day, finding->measure);
    }
  if (finding->confirmed_district != JP_DATE_NONE)
    {
      g_autofree char *day = jp_date_to_chinese (finding->confirmed_district);

      g_string_append_printf (words, "\n区确认 %s %s", day,
                              finding->confirmed_district_by != NULL ? finding->confirmed_district_by : "");
    }
  if (finding->confirmed_city != JP_DATE_NONE)
    {
      g_autofree char *day = jp_date_to_chinese (finding->confirmed_city);

      g_string_append_printf (words, "\n市确认 %s %s", day,
                              finding->confirmed_city_by != NULL ? finding->confirmed_city_by : "");
    }

  return g_string_free (words, FALSE);
}

static GtkWidget *
finding_chip (const JpFinding *finding, JpDate today)
{
  if (!jp_finding_is_open (finding))
    return jp_section_chip ("已销号", "good");
  if (finding->measured == JP_DATE_NONE && finding->due < today)
    return jp_section_chip ("逾期未整改", "bad");

  return finding->measured != JP_DATE_NONE ? jp_section_chip ("待销号", "amber") : jp_section_chip ("整改中", "amber");
}

static void
add_button (JpDossierSection *self, GtkWidget *row, const JpFinding *finding, const char *label, const char *what,
            GCallback clicked)
{
  g_autofree char *name = g_strdup_printf ("%s-%d-%u", what, finding->year, finding->number);
  GtkWidget *button = jp_section_button (label, name, clicked, self);

  g_object_set_data (G_OBJECT (button), finding_key, (gpointer) finding);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_finding (JpDossierSection *self, AdwPreferencesGroup *group, const JpFinding *finding)
{
  JpDate today = jp_dossier_section_get_context (self)->today;
  gboolean city = jp_session_is_city (jp_dossier_section_get_session (self));
  g_autofree char *title = g_strdup_printf ("%d年第%u号 %s", finding->year, finding->number,
                                            finding->matter != NULL ? finding->matter : "");
  g_autofree char *words = finding_words (finding);
  GtkWidget *row = jp_group_add_row (group, title, words);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), finding_chip (finding, today));
  if (!jp_finding_is_open (finding))
    return;

  if (finding->measured == JP_DATE_NONE)
    {
      add_button (self, row, finding, _("Put _Right…"), "measure", G_CALLBACK (on_measure));
      return;
    }
  if (finding->confirmed_district == JP_DATE_NONE)
    add_button (self, row, finding, _("_District Confirms…"), "confirm-district", G_CALLBACK (on_district));
  if (city && finding->confirmed_city == JP_DATE_NONE)
    add_button (self, row, finding, _("C_ity Confirms…"), "confirm-city", G_CALLBACK (on_city));
}

/* 整改率: how many of all are put right and confirmed, and how many are late. */
static char *
rate_words (const JpDossier *dossier, JpDate today)
{
  guint n = dossier->findings->len, n_closed = 0, n_late = 0;

  for (guint i = 0; i < n; i++)
    {
      const JpFinding *finding = g_ptr_array_index (dossier->findings, i);

      n_closed += jp_finding_is_open (finding) ? 0 : 1;
      n_late += jp_finding_is_open (finding) && finding->measured == JP_DATE_NONE && finding->due < today ? 1 : 0;
    }

  return g_strdup_printf (_("%1$u of %2$u put right and confirmed (%3$u %%); %4$u overdue"), n_closed, n,
                          n > 0 ? n_closed * 100 / n : 0, n_late);
}

static void
show_findings (JpDossierSection *self, const JpDossier *dossier)
{
  AdwPreferencesGroup *group = jp_dossier_section_add_group (self, "整改", "第十七条");

  jp_group_add_suffix (group, jp_section_button (_("Register a _Finding…"), "finding", G_CALLBACK (on_finding), self));
  if (dossier->findings->len > 0)
    {
      g_autofree char *rate = rate_words (dossier, jp_dossier_section_get_context (self)->today);

      adw_preferences_group_set_description (group, rate);
    }
  for (guint i = dossier->findings->len; i > 0; i--)
    add_finding (self, group, g_ptr_array_index (dossier->findings, i - 1));
  if (dossier->findings->len == 0)
    jp_group_add_empty (group, _("Nothing was found."));
}

static void
jp_oversight_view_show (JpDossierSection *section, const JpDossier *dossier)
{
  jp_dossier_section_clear (section);
  show_findings (section, dossier);
  show_inspections (section, dossier);
  show_audits (section, dossier);
}

static void
jp_oversight_view_class_init (JpOversightViewClass *klass)
{
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_oversight_view_show;
}

static void
jp_oversight_view_init (JpOversightView *self)
{
}
