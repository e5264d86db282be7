/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-veto-radar.h"

#include "jp-article-tag.h"
#include "jp-veto.h"

#include <glib/gi18n-lib.h>

#define AMBER_DAYS 183 /* half a year is time to act */

/* How near a veto is; the greater the worse. */
typedef enum
{
  RADAR_CLEAR,
  RADAR_NOT_RECORDED,
  RADAR_OPEN,
  RADAR_AMBER,
  RADAR_RED,
} Nearness;

typedef struct
{
  Nearness nearness;
  int      year; /* of the assessment it would fail */
  JpDate   until;
  char    *evidence;
} Watch;

static Nearness
nearness_of (const JpVeto *veto, JpDate today)
{
  switch (veto->state)
    {
    case JP_VETO_STANDS:
      return RADAR_RED;
    case JP_VETO_OPEN:
      return veto->open_until == JP_DATE_NONE || veto->open_until <= today + AMBER_DAYS ? RADAR_AMBER : RADAR_OPEN;
    case JP_VETO_NOT_RECORDED:
      return RADAR_NOT_RECORDED;
    case JP_VETO_CLEAR:
    default:
      return RADAR_CLEAR;
    }
}

static void
watch_year (GArray *watches, const JpDossier *dossier, const JpContext *context, const JpPack *rows, int year)
{
  const JpPack *pack = jp_pack_set_for_year (context->packs, year);
  g_autoptr (GPtrArray) vetoes = pack != NULL ? jp_vetoes_new (dossier, context, pack, year) : NULL;

  for (guint i = 0; vetoes != NULL && i < vetoes->len; i++)
    for (guint row = 0; row < rows->n_vetoes; row++)
      {
        const JpVeto *veto = g_ptr_array_index (vetoes, i);
        Watch *watch = &g_array_index (watches, Watch, row);
        Nearness nearness = nearness_of (veto, context->today);

        if (!g_str_equal (veto->rule->id, rows->vetoes[row].id) || (watch->evidence != NULL
                                                                    && nearness <= watch->nearness))
          continue;
        g_free (watch->evidence);
        *watch = (Watch) { nearness, year, veto->open_until, g_strdup (veto->evidence) };
      }
}

static void
add_row (AdwPreferencesGroup *group, const JpVetoRule *rule, const Watch *watch, JpDate today)
{
  static const char * const css[] = { "good", "plain", "calm", "amber", "bad" };
  static const char * const icons[] = { "emblem-ok-symbolic", "dialog-question-symbolic", "appointment-soon-symbolic",
                                        "dialog-warning-symbolic", "dialog-error-symbolic" };
  g_autofree char *title = g_strdup_printf ("%s%s", rule->number, rule->name);
  g_autofree char *text = NULL;
  GtkWidget *row, *tag = jp_article_tag_new (rule->article);

  if (watch->nearness == RADAR_RED)
    text = g_strdup_printf (_("Vetoes %d"), watch->year);
  else if (watch->until != JP_DATE_NONE && watch->until >= today)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day left", "%u days left",
                                         (gulong) (watch->until - today)),
                            watch->until - today);
  else if (watch->nearness == RADAR_CLEAR)
    text = g_strdup (_("Clear"));
  else if (watch->nearness == RADAR_NOT_RECORDED)
    text = g_strdup (_("Not recorded"));
  else
    text = g_strdup (_("Undecided"));

  row = jp_group_add_row (group, title, watch->evidence);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icons[watch->nearness]));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), jp_section_chip (text, css[watch->nearness]));
  jp_article_tag_set_working (JP_ARTICLE_TAG (tag), watch->evidence);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
}

/**
 * jp_veto_radar_add:
 * @group: where the rows go, one a veto
 * @dossier: a cluster
 * @context: rules and today
 * @year: the year of the header; that and all later ones are watched
 *
 * Shows each veto as the nearest of the watched years has it.
 */
void
jp_veto_radar_add (AdwPreferencesGroup *group, const JpDossier *dossier, const JpContext *context, int year)
{
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  g_autoptr (GArray) watches = g_array_sized_new (FALSE, TRUE, sizeof (Watch), pack->n_vetoes);

  g_array_set_size (watches, pack->n_vetoes);
  for (int watched = year; watched <= (int) jp_date_year (context->today) + 1; watched++)
    watch_year (watches, dossier, context, pack, watched);
  for (guint i = 0; i < pack->n_vetoes; i++)
    {
      Watch *watch = &g_array_index (watches, Watch, i);

      add_row (group, &pack->vetoes[i], watch, context->today);
      g_free (watch->evidence);
    }
}
