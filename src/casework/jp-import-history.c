/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-import-private.h"

#include "jp-fund-case.h"
#include "jp-life.h"

#include <glib/gi18n-lib.h>

#define FAULT(check, cluster, role, ...) \
  jp_import_add_note ((check)->import, (check)->import->faults, (cluster)->sheet, (cluster)->row, \
                      jp_import_column ((check)->import, (cluster)->sheet, (role)), __VA_ARGS__)

static const JpAct *
find_recognition (const JpDossier *dossier)
{
  for (guint i = 0; i < dossier->acts->len; i++)
    {
      const JpAct *act = g_ptr_array_index (dossier->acts, i);

      if (act->kind == JP_ACT_RECOGNISE)
        return act;
    }

  return NULL;
}

/* Whether some term on record has the days given; what is not given fits every term. */
static gboolean
term_is_on_record (const JpDossier *dossier, JpDate first, JpDate last)
{
  for (guint i = 0; i < dossier->acts->len; i++)
    {
      const JpAct *act = g_ptr_array_index (dossier->acts, i);

      if ((act->kind == JP_ACT_RECOGNISE || act->kind == JP_ACT_RENEW) &&
          (first == JP_DATE_NONE || first == act->term.first) && (last == JP_DATE_NONE || last == act->term.last))
        return TRUE;
    }

  return FALSE;
}

/* A recognition on record stands; an import may only repeat it. */
static void
compare_recognition (JpImportCheck *check, const JpImportTarget *target, const JpAct *recognition)
{
  const JpImportCluster *row = target->row;
  char iso[JP_DATE_ISO_LEN];

  if (row->recognised_on != JP_DATE_NONE && row->recognised_on != recognition->date)
    FAULT (check, row, JP_COLUMN_RECOGNISED,
           _("On record is %s. An act on record is corrected with a reason, not by an import."),
           jp_date_to_iso (recognition->date, iso));
  if (!term_is_on_record (target->dossier, row->term_first, JP_DATE_NONE))
    FAULT (check, row, JP_COLUMN_TERM_FIRST,
           _("No term on record begins on this day; an import does not change terms."));
  else if (!term_is_on_record (target->dossier, row->term_first, row->term_last))
    FAULT (check, row, JP_COLUMN_TERM_LAST, _("No term on record ends on this day; an import does not change terms."));
}

/* Brings a recognition from the days given. Where only the term is known the act is put on its first day, and that is
 * said: no day is made up in silence. */
static void
bring_recognition (JpImportCheck *check, JpImportTarget *target)
{
  const JpImportCluster *row = target->row;
  JpColumnRole role = row->recognised_on != JP_DATE_NONE ? JP_COLUMN_RECOGNISED : JP_COLUMN_TERM_FIRST;
  JpDate day = row->recognised_on != JP_DATE_NONE ? row->recognised_on : row->term_first;
  g_autoptr (GError) error = NULL;
  JpAct *act;

  if (row->term_first == JP_DATE_NONE && row->term_last != JP_DATE_NONE)
    {
      FAULT (check, row, JP_COLUMN_TERM_LAST, _("A last day needs the first day of the term (有效期起) beside it."));
      return;
    }
  if (day == JP_DATE_NONE)
    return;

  act = jp_act_new (JP_ACT_RECOGNISE, day, JP_OFFICE_MINISTRY);
  act->imported = TRUE;
  act->person = g_strdup (check->person);
  act->note = g_strdup_printf (role == JP_COLUMN_RECOGNISED ? "由“%s”导入" : "由“%s”导入，表中无认定日期，记在有效期首日", check->file_name);
  act->term.first = row->term_first;
  act->term.last = row->term_last;
  if (!jp_life_check_act (target->dossier, check->context, act, &error))
    {
      if (g_error_matches (error, JP_LIFE_ERROR, JP_LIFE_ERROR_TERM) && row->term_last != JP_DATE_NONE)
        role = JP_COLUMN_TERM_LAST;
      FAULT (check, row, role, "%s", error->message);
      jp_act_free (act);
      return;
    }

  if (role == JP_COLUMN_TERM_FIRST)
    jp_import_add_note (check->import, check->import->warnings, row->sheet, row->row,
                        jp_import_column (check->import, row->sheet, JP_COLUMN_TERM_FIRST),
                        _("No 认定日期 is given; the recognition is recorded on the first day of the term."));
  target->act = act;
}

/* The first fiscal year, judged with the recognition the same row brings. */
static void
check_funding_start (JpImportCheck *check, JpImportTarget *target)
{
  const JpImportCluster *row = target->row;
  JpDossier *dossier = target->dossier;
  g_autoptr (GError) error = NULL;

  if (row->funding_start == 0 || row->funding_start == dossier->funding_start)
    return;
  if (dossier->funding_start != 0)
    {
      FAULT (check, row, JP_COLUMN_FUNDING_START,
             _("On record is %d. The first year of support changes only with a reason, not by an import."),
             dossier->funding_start);
      return;
    }
  if (!jp_fund_check_start (dossier, check->context, row->funding_start, NULL, &error))
    {
      FAULT (check, row, JP_COLUMN_FUNDING_START, "%s", error->message);
      return;
    }

  dossier->funding_start = row->funding_start;
  target->changed = TRUE;
}

/* What the row says about recognition, term and support (R-LIFE, R-TERM, R-FUND). */
void
jp_import_check_history (JpImportCheck *check, JpImportTarget *target)
{
  const JpAct *recognition = find_recognition (target->dossier);

  if (recognition != NULL)
    compare_recognition (check, target, recognition);
  else
    bring_recognition (check, target);

  if (target->act != NULL)
    g_ptr_array_add (target->dossier->acts, target->act);
  check_funding_start (check, target);
  if (target->act != NULL)
    g_ptr_array_steal_index (target->dossier->acts, target->dossier->acts->len - 1);
}
