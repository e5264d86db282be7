/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-cluster-work.h"
#include "jp-correction.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* The cluster as it is after an act on it. */
static gboolean
show_cluster (JpCtl *ctl, const char *id, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_store_load_dossier (ctl->store, id, error);
  g_auto (JpLife) life = { 0 };

  if (dossier == NULL || !jp_desk_get_context (ctl->desk, &ctl->context, error))
    return FALSE;
  if (ctl->json != NULL)
    {
      jp_ctl_put_cluster (ctl->json, dossier, &ctl->context);
      return TRUE;
    }
  jp_life_init (&life, dossier, &ctl->context);
  g_print ("%s：%s\n", dossier->name, jp_stage_name (life.stage));

  return TRUE;
}

static gboolean
run_act (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_desk_find (ctl->desk, arguments[0], error);
  g_autoptr (JpAct) act = NULL;
  JpActKind kind;
  JpDate date;

  if (dossier == NULL)
    return FALSE;
  if (!jp_act_kind_parse (arguments[1], &kind))
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("There is no act “%s”; see jipingctl(1)"), arguments[1]);
      return FALSE;
    }
  if (!jp_ctl_date_option (jp_options.date, "--date", ctl->today, &date, error))
    return FALSE;

  act = jp_act_new (kind, date, NULL);
  act->document = g_strdup (jp_options.document);
  act->note = g_strdup (jp_options.note);
  act->reason = g_strdup (jp_options.reason);
  if (!jp_ctl_date_option (jp_options.from, "--from", JP_DATE_NONE, &act->term.first, error) ||
      !jp_ctl_date_option (jp_options.to, "--to", JP_DATE_NONE, &act->term.last, error) ||
      !jp_casework_act (ctl->desk, dossier->id, act, error))
    return FALSE;

  return show_cluster (ctl, dossier->id, error);
}

static gboolean
run_correct (JpCtl *ctl, int n, char **arguments, GError **error)
{
  JpCorrection correction = { .void_it = jp_options.void_entry,
                              .document = jp_options.document,
                              .note = jp_options.note,
                              .reason = jp_options.reason };
  g_autoptr (JpDossier) dossier = NULL;
  guint64 seq;
  gint64 entry;

  if (!g_ascii_string_to_unsigned (arguments[0], 10, 1, G_MAXINT64, &seq, NULL))
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("“%s” is no number of a journal entry"), arguments[0]);
      return FALSE;
    }
  if (!jp_ctl_need (jp_options.reason, "--reason", error) ||
      !jp_ctl_date_option (jp_options.date, "--date", JP_DATE_NONE, &correction.date, error) ||
      !jp_ctl_date_option (jp_options.from, "--from", JP_DATE_NONE, &correction.first, error) ||
      !jp_ctl_date_option (jp_options.to, "--to", JP_DATE_NONE, &correction.last, error) ||
      !jp_ctl_date_option (jp_options.filed, "--filed", JP_DATE_NONE, &correction.filed, error))
    return FALSE;

  if (jp_options.cluster != NULL)
    {
      dossier = jp_desk_find (ctl->desk, jp_options.cluster, error);
      if (dossier == NULL)
        return FALSE;
      correction.cluster = dossier->id;
    }
  entry = jp_casework_correct (ctl->desk, (gint64) seq, &correction, error);
  if (entry == 0)
    return FALSE;
  if (ctl->json != NULL)
    {
      json_builder_begin_object (ctl->json);
      jp_out_int (ctl->json, "seq", entry);
      jp_out_int (ctl->json, "corrects", (gint64) seq);
      jp_out_string (ctl->json, "reason", jp_options.reason);
      json_builder_end_object (ctl->json);
    }
  else
    g_print (_("Entry %" PRId64 " corrects entry %" PRIu64 "\n"), entry, seq);

  return TRUE;
}

static void
begin_record (JpCtl *ctl, const JpDossier *dossier, const char *what)
{
  json_builder_begin_object (ctl->json);
  jp_out_string (ctl->json, "cluster", dossier->name);
  jp_out_string (ctl->json, "record", what);
}

static gboolean
file_return (JpCtl *ctl, const JpDossier *dossier, JpDate date, GError **error)
{
  int year = jp_ctl_year (ctl);

  if (!jp_casework_file_return (ctl->desk, dossier->id, year, date, error))
    return FALSE;
  if (ctl->json != NULL)
    {
      begin_record (ctl, dossier, "return");
      jp_out_int (ctl->json, "year", year);
      jp_out_date (ctl->json, "filed", date);
      json_builder_end_object (ctl->json);
    }

  return TRUE;
}

static gboolean
file_change (JpCtl *ctl, const JpDossier *dossier, JpDate date, GError **error)
{
  g_autoptr (JpChange) change = NULL;
  JpDate filed;

  if (!jp_ctl_need (jp_options.kind, "--kind", error) || !jp_ctl_need (jp_options.to, "--to", error) ||
      !jp_ctl_date_option (jp_options.filed, "--filed", JP_DATE_NONE, &filed, error))
    return FALSE;

  change = jp_change_new (jp_options.kind, date, filed);
  change->to = g_strdup (jp_options.to);
  change->reason = g_strdup (jp_options.reason);
  if (!jp_casework_file_change (ctl->desk, dossier->id, change, error))
    return FALSE;
  if (ctl->json != NULL)
    {
      begin_record (ctl, dossier, "change");
      jp_out_string (ctl->json, "id", change->id);
      jp_out_string (ctl->json, "kind", change->kind);
      jp_out_date (ctl->json, "date", change->day);
      jp_out_string (ctl->json, "from", change->from);
      jp_out_string (ctl->json, "to", change->to);
      jp_out_date (ctl->json, "filed", change->filed);
      json_builder_end_object (ctl->json);
    }

  return TRUE;
}

static gboolean
file_incident (JpCtl *ctl, const JpDossier *dossier, JpDate date, GError **error)
{
  g_autoptr (JpIncident) incident = NULL;

  if (!jp_ctl_need (jp_options.kind, "--kind", error))
    return FALSE;
  incident = jp_incident_new (jp_options.kind, jp_options.grade, date);
  incident->note = g_strdup (jp_options.note);
  if (!jp_casework_file_incident (ctl->desk, dossier->id, incident, error))
    return FALSE;
  if (ctl->json != NULL)
    {
      begin_record (ctl, dossier, "incident");
      jp_out_string (ctl->json, "id", incident->id);
      jp_out_string (ctl->json, "kind", incident->kind);
      jp_out_string (ctl->json, "grade", incident->grade);
      jp_out_date (ctl->json, "date", incident->day);
      json_builder_end_object (ctl->json);
    }

  return TRUE;
}

static gboolean
file_support (JpCtl *ctl, const JpDossier *dossier, JpDate date, GError **error)
{
  g_autoptr (JpSupport) support = NULL;

  if (!jp_ctl_need (jp_options.kind, "--kind", error))
    return FALSE;
  support = jp_support_new (jp_options.kind, date);
  support->giver = g_strdup (jp_options.giver);
  support->note = g_strdup (jp_options.note);
  if (!jp_casework_file_support (ctl->desk, dossier->id, support, error))
    return FALSE;
  if (ctl->json != NULL)
    {
      begin_record (ctl, dossier, "support");
      jp_out_string (ctl->json, "id", support->id);
      jp_out_string (ctl->json, "kind", support->kind);
      jp_out_date (ctl->json, "date", support->day);
      json_builder_end_object (ctl->json);
    }

  return TRUE;
}

static gboolean
run_file (JpCtl *ctl, int n, char **arguments, GError **error)
{
  static const struct
  {
    const char *word;
    gboolean (*file) (JpCtl *, const JpDossier *, JpDate, GError **);
  } filings[] = {
    { "return", file_return }, { "change", file_change }, { "incident", file_incident }, { "support", file_support }
  };
  g_autoptr (JpDossier) dossier = jp_desk_find (ctl->desk, arguments[0], error);
  JpDate date;

  if (dossier == NULL || !jp_ctl_date_option (jp_options.date, "--date", ctl->today, &date, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (filings); i++)
    if (g_str_equal (filings[i].word, arguments[1]))
      {
        if (!filings[i].file (ctl, dossier, date, error))
          return FALSE;
        if (ctl->json == NULL)
          g_print (_("Recorded for %s\n"), dossier->name);
        return TRUE;
      }

  g_set_error_literal (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
                       _("Usage: jipingctl file CLUSTER return | change | incident | support"));
  return FALSE;
}

/* A figure by hand: METRIC VALUE in the metric's unit; "-" clears it. */
static gboolean
run_figure (JpCtl *ctl, int n, char **arguments, GError **error)
{
  g_autoptr (JpDossier) dossier = jp_desk_find (ctl->desk, arguments[0], error);
  const JpPack *pack = jp_pack_set_on (ctl->context.packs, ctl->today);
  gint64 value = JP_VALUE_UNKNOWN;
  JpDecimal decimal;
  gboolean exact;
  int year, metric;

  if (dossier == NULL || !jp_ctl_parse_year (arguments[1], &year, error))
    return FALSE;
  metric = jp_pack_find_metric (pack, arguments[2]);
  if (metric < 0 || (!g_str_equal (arguments[3], "-") &&
                     (!jp_decimal_parse (&decimal, arguments[3]) ||
                      !jp_decimal_rescale (decimal, pack->metrics[metric].decimals, &value, &exact) || !exact)))
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
                   _("“%s” “%s” is not a figure of the rule pack with a value it can take"), arguments[2],
                   arguments[3]);
      return FALSE;
    }

  return jp_casework_set_figure (ctl->desk, dossier->id, year, arguments[2], value, jp_options.reason, error) &&
         show_cluster (ctl, dossier->id, error);
}

static const GOptionEntry act_entries[] = {
  { "date", 0, 0, G_OPTION_ARG_STRING, &jp_options.date, N_("Day of the act (default: today)"), "DATE" },
  { "doc", 0, 0, G_OPTION_ARG_STRING, &jp_options.document, N_("Document number"), N_("NUMBER") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &jp_options.from, N_("First day of the term, with recognise and renew"),
    "DATE" },
  { "to", 0, 0, G_OPTION_ARG_STRING, &jp_options.to, N_("Last day of the term"), "DATE" },
  { "note", 0, 0, G_OPTION_ARG_STRING, &jp_options.note, N_("A note"), N_("TEXT") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &jp_options.reason, N_("Why, where the rule asks for a reason"),
    N_("TEXT") },
  { NULL },
};

static const GOptionEntry correct_entries[] = {
  { "cluster", 0, 0, G_OPTION_ARG_STRING, &jp_options.cluster, N_("Whose recognition, where the entry is an import"),
    "CLUSTER" },
  { "void", 0, 0, G_OPTION_ARG_NONE, &jp_options.void_entry, N_("It never happened"), NULL },
  { "date", 0, 0, G_OPTION_ARG_STRING, &jp_options.date, N_("The right day"), "DATE" },
  { "doc", 0, 0, G_OPTION_ARG_STRING, &jp_options.document, N_("The right document number"), N_("NUMBER") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &jp_options.from, N_("The right first day of the term"), "DATE" },
  { "to", 0, 0, G_OPTION_ARG_STRING, &jp_options.to, N_("The right last day of the term"), "DATE" },
  { "filed", 0, 0, G_OPTION_ARG_STRING, &jp_options.filed, N_("The right day of filing, of a change"), "DATE" },
  { "note", 0, 0, G_OPTION_ARG_STRING, &jp_options.note, N_("The right note"), N_("TEXT") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &jp_options.reason, N_("Why it is corrected"), N_("TEXT") },
  { NULL },
};

static const GOptionEntry file_entries[] = {
  { "year", 0, 0, G_OPTION_ARG_INT, &jp_options.year, N_("Year reported on, with return (default: last year)"),
    N_("YEAR") },
  { "date", 0, 0, G_OPTION_ARG_STRING, &jp_options.date, N_("Day it was filed or happened (default: today)"), "DATE" },
  { "kind", 0, 0, G_OPTION_ARG_STRING, &jp_options.kind, N_("Kind of change, incident or support"), N_("KIND") },
  { "grade", 0, 0, G_OPTION_ARG_STRING, &jp_options.grade, N_("Grade of an incident"), N_("GRADE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &jp_options.to, N_("What it changes to"), N_("TEXT") },
  { "filed", 0, 0, G_OPTION_ARG_STRING, &jp_options.filed, N_("Day a change was filed; not given: not yet"), "DATE" },
  { "giver", 0, 0, G_OPTION_ARG_STRING, &jp_options.giver, N_("Who gave the support"), N_("NAME") },
  { "note", 0, 0, G_OPTION_ARG_STRING, &jp_options.note, N_("A note"), N_("TEXT") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &jp_options.reason, N_("Why, where the rule asks for a reason"),
    N_("TEXT") },
  { NULL },
};

static const GOptionEntry figure_entries[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &jp_options.reason, N_("Why a locked figure is corrected"), N_("TEXT") },
  { NULL },
};

const JpCtlCommand jp_ctl_act_commands[] = {
  { "act", N_("CLUSTER ACT [--date DATE] [--doc NUMBER] [--from DATE --to DATE] [--note TEXT] [--reason TEXT]"),
    N_("Records an official act in the life of a cluster"), JP_NEEDS_DESK, 2, 2, act_entries, run_act },
  { "correct", N_("ENTRY [--cluster CLUSTER] [--void] [--date DATE] … --reason TEXT"),
    N_("Corrects a recorded act, keeping the wrong one in the journal"), JP_NEEDS_DESK, 1, 1, correct_entries,
    run_correct },
  { "file", N_("CLUSTER return | change | incident | support …"),
    N_("Records a return, a change, an incident or support given"), JP_NEEDS_DESK, 2, 2, file_entries, run_file },
  { "figure", N_("CLUSTER YEAR METRIC VALUE [--reason TEXT]"), N_("Enters one figure by hand; “-” clears it"),
    JP_NEEDS_DESK, 4, 4, figure_entries, run_figure },
  { NULL },
};
