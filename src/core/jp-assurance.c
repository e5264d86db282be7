/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assurance.h"

#include <glib/gi18n-lib.h>

/* Backups are made daily; a weekend without one is no reason for alarm, a week is. */
#define BACKUP_AMBER_DAYS 3
#define BACKUP_RED_DAYS   8

/* The State Council publishes the coming year's arrangement in November. */
#define HOLIDAYS_PUBLISHED_BY_MONTH 12

#define RULES_AMBER_DAYS 90

/* A backup needs about as much room as the file, a migration twice that. */
#define SPACE_AMBER_BYTES (G_GINT64_CONSTANT (1) << 30)
#define SPACE_RED_BYTES   (G_GINT64_CONSTANT (100) << 20)
#define SPACE_AMBER_FILES 10
#define SPACE_RED_FILES   3

void
jp_assurance_free (JpAssurance *assurance)
{
  g_free (assurance->title);
  g_free (assurance->sentence);
  g_free (assurance);
}

static void G_GNUC_PRINTF (4, 5)
add (GPtrArray *assurances, JpLight light, const char *title, const char *format, ...)
{
  JpAssurance *assurance = g_new0 (JpAssurance, 1);
  va_list arguments;

  va_start (arguments, format);
  assurance->sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  assurance->what = (JpAssured) assurances->len;
  assurance->light = light;
  assurance->title = g_strdup (title);
  g_ptr_array_add (assurances, assurance);
}

static void
add_backup (GPtrArray *assurances, const JpAssuranceFacts *facts)
{
  const char *title = _("Backup");
  char day[JP_DATE_ISO_LEN];
  guint age;

  if (facts->backup_trouble != NULL)
    {
      add (assurances, JP_LIGHT_AMBER, title, _("The last backup failed. %s"), facts->backup_trouble);
      return;
    }
  if (facts->backed_up == JP_DATE_NONE)
    {
      add (assurances, JP_LIGHT_AMBER, title, _("There is no backup yet. Make one now."));
      return;
    }

  age = facts->today > facts->backed_up ? facts->today - facts->backed_up : 0;
  jp_date_to_iso (facts->backed_up, day);
  if (age == 0)
    add (assurances, JP_LIGHT_GREEN, title, _("Backed up and verified today"));
  else if (!facts->changed_since)
    add (assurances, JP_LIGHT_GREEN, title, _("Backed up and verified on %s; nothing was entered since"), day);
  else if (age < BACKUP_AMBER_DAYS)
    add (assurances, JP_LIGHT_GREEN, title, _("Backed up and verified on %s"), day);
  else
    add (assurances, age < BACKUP_RED_DAYS ? JP_LIGHT_AMBER : JP_LIGHT_RED, title,
         ngettext ("The last verified backup is %u day old. Make one now.",
                   "The last verified backup is %u days old. Make one now.", age), age);
}

static void
add_integrity (GPtrArray *assurances, const JpAssuranceFacts *facts)
{
  const char *title = _("Integrity");
  char day[JP_DATE_ISO_LEN];

  switch (facts->integrity)
    {
    case JP_INTEGRITY_WHOLE:
      add (assurances, JP_LIGHT_GREEN, title, _("File and journal were whole when checked on %s"),
           jp_date_to_iso (facts->checked, day));
      break;
    case JP_INTEGRITY_DAMAGED:
      add (assurances, JP_LIGHT_RED, title,
           _("The data file is damaged. Restore the latest backup; the file is kept aside."));
      break;
    case JP_INTEGRITY_UNKNOWN:
    default:
      add (assurances, JP_LIGHT_GREEN, title, _("The file was whole when it was opened"));
    }
}

static void
add_place (GPtrArray *assurances, const JpAssuranceFacts *facts)
{
  if (facts->place_warning != NULL)
    add (assurances, JP_LIGHT_AMBER, _("Place"), "%s", facts->place_warning);
  else
    add (assurances, JP_LIGHT_GREEN, _("Place"), _("The data file lies on this computer's own disk"));
}

static void
add_space (GPtrArray *assurances, const JpAssuranceFacts *facts)
{
  const char *title = _("Disk Space");
  g_autofree char *space = facts->free_bytes >= 0 ? g_format_size ((guint64) facts->free_bytes) : NULL;
  gint64 files = facts->free_bytes / MAX (facts->file_bytes, 1);

  if (space == NULL)
    add (assurances, JP_LIGHT_GREEN, title, _("The disk does not say how much is free"));
  else if (facts->free_bytes < SPACE_RED_BYTES || files < SPACE_RED_FILES)
    add (assurances, JP_LIGHT_RED, title, _("Only %s are free: soon nothing can be saved. Make room on the disk now."),
         space);
  else if (facts->free_bytes < SPACE_AMBER_BYTES || files < SPACE_AMBER_FILES)
    add (assurances, JP_LIGHT_AMBER, title, _("Only %s are free. Make room on the disk."), space);
  else
    add (assurances, JP_LIGHT_GREEN, title, _("%s are free"), space);
}

static void
add_holidays (GPtrArray *assurances, const JpAssuranceFacts *facts)
{
  const char *title = _("Holidays");
  guint year, month, day;
  gboolean this_year, next_year;

  jp_date_split (facts->today, &year, &month, &day);
  this_year = jp_holidays_covers (facts->holidays, year);
  next_year = jp_holidays_covers (facts->holidays, year + 1);
  if (!this_year)
    add (assurances, JP_LIGHT_AMBER, title,
         _("The holidays of %u are not known: working days are provisional. Add them from the published arrangement."),
         year);
  else if (!next_year && month >= HOLIDAYS_PUBLISHED_BY_MONTH)
    add (assurances, JP_LIGHT_AMBER, title,
         _("The holidays of %u should be published by now. Add them from the arrangement."), year + 1);
  else
    add (assurances, JP_LIGHT_GREEN, title, _("Known to the end of %u"), next_year ? year + 1 : year);
}

static void
add_rules (GPtrArray *assurances, const JpAssuranceFacts *facts)
{
  const char *title = _("Rules");
  JpDate until = facts->pack->effective_to;
  char day[JP_DATE_ISO_LEN];

  jp_date_to_iso (until, day);
  if (until == JP_DATE_NONE) /* 第十九条: it ends with the measures it carries out, which give no date */
    add (assurances, JP_LIGHT_AMBER, title,
         _("%s ends with the measures it carries out, whose last day is not given. Watch for the notice."),
         facts->pack->document);
  else if (until < facts->today)
    add (assurances, JP_LIGHT_RED, title, _("%s ended on %s. Bring in the rule pack that follows it."),
         facts->pack->document, day);
  else if (until - facts->today < RULES_AMBER_DAYS)
    add (assurances, JP_LIGHT_AMBER, title, _("%s ends on %s. Look for the rules that will follow it."),
         facts->pack->document, day);
  else
    add (assurances, JP_LIGHT_GREEN, title, _("%s is in force until %s"), facts->pack->document, day);
}

/**
 * jp_clock_warning:
 * @today: the day that counts as today
 * @last_entry: day of the journal's last entry, or %JP_DATE_NONE
 *
 * Compares the clock with the journal: nothing was entered on a day that has not come.
 *
 * Returns: (transfer full) (nullable): a localised sentence that says what to do where the clock was set back
 */
char *
jp_clock_warning (JpDate today, JpDate last_entry)
{
  char now[JP_DATE_ISO_LEN], then[JP_DATE_ISO_LEN];

  if (last_entry == JP_DATE_NONE || today >= last_entry)
    return NULL;

  return g_strdup_printf (_("Today is %s by the clock, but the last entry was made on %s. Set the computer's clock "
                            "right before you enter anything: terms and duties count from it."),
                          jp_date_to_iso (today, now), jp_date_to_iso (last_entry, then));
}

static void
add_clock (GPtrArray *assurances, const JpAssuranceFacts *facts)
{
  g_autofree char *warning = jp_clock_warning (facts->today, facts->last_entry);

  if (warning != NULL)
    add (assurances, JP_LIGHT_AMBER, _("Clock"), "%s", warning);
  else
    add (assurances, JP_LIGHT_GREEN, _("Clock"), _("The clock agrees with the journal"));
}

/**
 * jp_assurances_new:
 * @facts: what is known about the data file and its surroundings
 *
 * Judges whether the data is safe and the rules are fit for use.
 *
 * Returns: (transfer full) (element-type JpAssurance): one judgement of each [enum@Jp.Assured], in their order
 */
GPtrArray *
jp_assurances_new (const JpAssuranceFacts *facts)
{
  GPtrArray *assurances = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_assurance_free);

  g_return_val_if_fail (facts != NULL && facts->holidays != NULL && facts->pack != NULL, assurances);

  add_backup (assurances, facts);
  add_integrity (assurances, facts);
  add_place (assurances, facts);
  add_space (assurances, facts);
  add_holidays (assurances, facts);
  add_rules (assurances, facts);
  add_clock (assurances, facts);

  return assurances;
}

/**
 * jp_assurances_worst:
 * @assurances: (element-type JpAssurance): judgements, at least one
 *
 * Returns: (transfer none): the first of those with the worst light: what one lamp shows
 */
const JpAssurance *
jp_assurances_worst (GPtrArray *assurances)
{
  const JpAssurance *worst;

  g_return_val_if_fail (assurances->len > 0, NULL);

  worst = g_ptr_array_index (assurances, 0);
  for (guint i = 1; i < assurances->len; i++)
    {
      const JpAssurance *assurance = g_ptr_array_index (assurances, i);

      if (assurance->light > worst->light)
        worst = assurance;
    }

  return worst;
}
