/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ctl.h"
#include "jp-fault.h"
#include "jp-pack-work.h"

#include <glib/gi18n-lib.h>

static gboolean
put_pack_json (JpCtl *ctl, const JpPack *pack, GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (pack->json, error);

  if (node == NULL)
    return FALSE;
  json_builder_add_value (ctl->json, g_steal_pointer (&node));

  return TRUE;
}

static void
print_pack (const JpPack *pack, const char *confirmed_by)
{
  char from[JP_DATE_ISO_LEN], to[JP_DATE_ISO_LEN];

  g_print ("%s（%s）\n%s/%u，%s … %s\n", pack->title, pack->document, pack->id, pack->version,
           jp_date_to_iso (pack->effective_from, from),
           pack->effective_to == JP_DATE_NONE ? "未公布" : jp_date_to_iso (pack->effective_to, to));
  g_print ("%s%s\n", confirmed_by != NULL ? "评分标准已核定：" : "评分标准未核定（示例）", confirmed_by != NULL ? confirmed_by : "");
  for (guint i = 0; i < pack->n_indicators; i++)
    {
      g_autofree char *weight = jp_points_to_string (pack->indicators[i].weight);

      g_print ("  %s  %s 分（%s）\n", pack->indicators[i].name, weight, pack->indicators[i].article);
    }
}

/* The pack of a file; each fault it has becomes a detail of the error. */
static JpPack *
read_pack (JpCtl *ctl, const char *file, GError **error)
{
  g_autofree char *json = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  gsize length;

  if (!g_file_get_contents (file, &json, &length, error))
    return NULL;

  faults = jp_pack_validate (json, (gssize) length);
  for (guint i = 0; i < faults->len; i++)
    {
      const JpFault *fault = faults->pdata[i];

      jp_ctl_add_detail (ctl, NULL, 0, 0, NULL, fault->place, fault->message);
    }
  if (faults->len > 0)
    {
      g_set_error (error, JP_CTL_ERROR, JP_CTL_ERROR_REFUSED,
                   g_dngettext (GETTEXT_PACKAGE, "%s is not a valid rule pack: %u fault",
                                "%s is not a valid rule pack: %u faults", faults->len),
                   file, faults->len);
      return NULL;
    }

  return jp_pack_new_from_json (json, (gssize) length, error);
}

static gboolean
give_pack (JpCtl *ctl, const JpPack *pack, const char *confirmed_by, GError **error)
{
  if (ctl->json != NULL)
    return put_pack_json (ctl, pack, error);
  print_pack (pack, confirmed_by);

  return TRUE;
}

static gboolean
show (JpCtl *ctl, GError **error)
{
  g_autoptr (JpPackSet) packs = jp_store_load_packs (ctl->store, error);
  const JpPack *pack;

  if (packs == NULL)
    return FALSE;
  pack = jp_pack_set_on (packs, ctl->today);

  return give_pack (ctl, pack, jp_pack_set_confirmed_by (packs, pack, NULL), error);
}

static gboolean
validate (JpCtl *ctl, const char *file, GError **error)
{
  g_autoptr (JpPack) pack = read_pack (ctl, file, error);

  return pack != NULL && give_pack (ctl, pack, NULL, error);
}

static gboolean
use (JpCtl *ctl, const char *file, GError **error)
{
  g_autoptr (JpPack) pack = read_pack (ctl, file, error);

  return pack != NULL && jp_ctl_open_desk (ctl, error) && jp_casework_pack_use (ctl->desk, pack, jp_options.year, error)
         && give_pack (ctl, pack, NULL, error);
}

static gboolean
confirm (JpCtl *ctl, GError **error)
{
  JpDate date;

  return jp_ctl_need (jp_options.document, "--doc", error) &&
         jp_ctl_date_option (jp_options.date, "--date", ctl->today, &date, error) && jp_ctl_open_desk (ctl, error) &&
         jp_casework_pack_confirm (ctl->desk, jp_options.document, date, error) && show (ctl, error);
}

static gboolean
run_pack (JpCtl *ctl, int n, char **arguments, GError **error)
{
  if (g_str_equal (arguments[0], "show") && n == 1)
    return jp_ctl_open_desk (ctl, error) && show (ctl, error);
  if (g_str_equal (arguments[0], "validate") && n == 2)
    return validate (ctl, arguments[1], error);
  if (g_str_equal (arguments[0], "use") && n == 2)
    return use (ctl, arguments[1], error);
  if (g_str_equal (arguments[0], "confirm") && n == 1)
    return confirm (ctl, error);

  g_set_error_literal (error, JP_CTL_ERROR, JP_CTL_ERROR_USAGE,
                       _("Usage: jipingctl pack show | validate FILE | use FILE | confirm"));
  return FALSE;
}

static const GOptionEntry pack_entries[] = {
  { "year", 0, 0, G_OPTION_ARG_INT, &jp_options.year, N_("With use: move this assessment year to the pack"),
    N_("YEAR") },
  { "doc", 0, 0, G_OPTION_ARG_STRING, &jp_options.document, N_("With confirm: the document that sets the weights"),
    N_("NUMBER") },
  { "date", 0, 0, G_OPTION_ARG_STRING, &jp_options.date, N_("With confirm: its date (default: today)"), "DATE" },
  { NULL },
};

const JpCtlCommand jp_ctl_pack_commands[] = {
  { "pack", N_("show | validate FILE | use FILE [--year YEAR] | confirm --doc NUMBER [--date DATE]"),
    N_("Shows, checks, takes into use or confirms rule packs"), JP_NEEDS_NOTHING, 1, 2, pack_entries, run_pack },
  { NULL },
};
