/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (jp-ctl-error-quark, jp_ctl_error)

JpCtlOptions jp_options;

char *
jp_ctl_data_path (void)
{
  if (jp_options.data != NULL)
    return g_strdup (jp_options.data);

  return g_build_filename (g_get_user_data_dir (), "jiping", "jiping.db", NULL);
}

gboolean
jp_ctl_parse_date (const char *text, const char *what, JpDate *date, GError **error)
{
  JpDate parsed = jp_date_parse (text);

  if (parsed == JP_DATE_NONE)
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("%s: “%s” is not a date; write it as 2026-02-10"), what,
                   text);
      return FALSE;
    }

  *date = parsed;
  return TRUE;
}

/* An option that is a day, or @otherwise where it is not given. */
gboolean
jp_ctl_date_option (const char *text, const char *option, JpDate otherwise, JpDate *date, GError **error)
{
  *date = otherwise;

  return text == NULL || jp_ctl_parse_date (text, option, date, error);
}

/* An amount in yuan that must be given. */
gboolean
jp_ctl_money_option (const char *text, const char *option, JpMoney *money, GError **error)
{
  if (!jp_ctl_need (text, option, error))
    return FALSE;
  if (jp_money_parse (money, text))
    return TRUE;

  g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("%s: “%s” is not an amount in yuan, as 600000.00"), option,
               text);
  return FALSE;
}

gboolean
jp_ctl_need (const char *value, const char *option, GError **error)
{
  if (value != NULL && *value != '\0')
    return TRUE;

  g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("This command needs %s"), option);
  return FALSE;
}

int
jp_ctl_year (JpCtl *ctl)
{
  return jp_options.year != 0 ? jp_options.year : (int) jp_date_year (ctl->today) - 1;
}

gboolean
jp_ctl_parse_year (const char *text, int *year, GError **error)
{
  guint64 parsed;

  if (!g_ascii_string_to_unsigned (text, 10, 2000, 2999, &parsed, NULL))
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE, _("“%s” is not a year"), text);
      return FALSE;
    }

  *year = (int) parsed;
  return TRUE;
}

void
jp_ctl_add_detail (JpCtl *ctl, const char *sheet, guint row, guint column, const char *header, const char *path,
                   const char *message)
{
  JpCtlDetail *detail = g_new0 (JpCtlDetail, 1);

  detail->sheet = g_strdup (sheet);
  detail->row = row;
  detail->column = column;
  detail->header = g_strdup (header);
  detail->path = g_strdup (path);
  detail->message = g_strdup (message);
  g_ptr_array_add (ctl->details, detail);
}

static gboolean
is_trouble_with_the_file (const GError *error)
{
  if (error->domain == JP_STORE_ERROR)
    return error->code != JP_STORE_ERROR_EXISTS && error->code != JP_STORE_ERROR_CONFLICT &&
           error->code != JP_STORE_ERROR_NOTHING;

  return error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR ||
         g_error_matches (error, JP_CTL_ERROR, JP_CTL_ERROR_DAMAGED);
}

JpExit
jp_ctl_exit_of (const GError *error)
{
  if (error->domain == G_OPTION_ERROR || g_error_matches (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE))
    return JP_EXIT_USAGE;

  return is_trouble_with_the_file (error) ? JP_EXIT_IO : JP_EXIT_REFUSED;
}

/* The short English code of an error's kind, for programs that read --json. */
const char *
jp_ctl_code_of (const GError *error)
{
  switch (jp_ctl_exit_of (error))
    {
    case JP_EXIT_USAGE:
      return "usage";
    case JP_EXIT_IO:
      if (g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_DAMAGED) ||
          g_error_matches (error, JP_CTL_ERROR, JP_CTL_ERROR_DAMAGED))
        return "damaged";
      if (g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_FOREIGN))
        return "foreign";
      if (g_error_matches (error, JP_STORE_ERROR, JP_STORE_ERROR_NEWER))
        return "newer";
      return "io";
    case JP_EXIT_DONE:
    case JP_EXIT_REFUSED:
    default:
      return g_error_matches (error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND) ? "not-found" : "refused";
    }
}
