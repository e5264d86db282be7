/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-timeline-data.h"

#include "jp-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define YEARS_BEFORE   30 /* nobody looks further */
#define YEARS_AFTER    15

static void
bar_free (gpointer data)
{
  JpTimelineBar *bar = data;

  g_free (bar->label);
  g_free (bar->words);
  g_free (bar);
}

static void
mark_free (gpointer data)
{
  JpTimelineMark *mark = data;

  g_free (mark->label);
  g_free (mark->words);
  g_free (mark->place);
  g_free (mark);
}

static void
row_free (gpointer data)
{
  JpTimelineRow *row = data;

  g_free (row->id);
  g_free (row->name);
  g_free (row->full_name);
  g_free (row->district);
  g_free (row->status);
  g_free (row->place);
  g_ptr_array_unref (row->bars);
  g_ptr_array_unref (row->marks);
  g_free (row);
}

/* 2023.10.17 */
char *
jp_timeline_day_words (JpDate day)
{
  char iso[JP_DATE_ISO_LEN];
  char *words = g_strdup (jp_date_to_iso (day, iso));

  return g_strdelimit (words, "-", '.');
}

static void
add_bar (JpTimelineRow *row, JpTimelineBarKind kind, JpDate first, JpDate last, char *label)
{
  JpTimelineBar *bar = g_new0 (JpTimelineBar, 1);

  bar->kind = kind;
  bar->first = first;
  bar->last = last;
  bar->label = label;
  bar->words = g_strdup_printf ("%s\n%s", row->full_name, label);
  g_ptr_array_add (row->bars, bar);
}

static char *
range_words (const char *prefix, JpDate first, JpDate last)
{
  g_autofree char *from = jp_timeline_day_words (first), *to = jp_timeline_day_words (last);

  return g_strdup_printf ("%s%s—%s", prefix, from, to);
}

static char *
ordinal_words (guint ordinal)
{
  static const char * const numerals[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
  const char *renewed = ordinal > 1 ? " · 延续" : "";

  if (ordinal <= G_N_ELEMENTS (numerals))
    return g_strdup_printf ("第%s期%s  ", numerals[ordinal - 1], renewed);

  return g_strdup_printf ("第%u期%s  ", ordinal, renewed);
}

/* A term ends early only where it was revoked. */
static void
add_terms (JpTimelineRow *row, const JpLife *life, JpDate today)
{
  for (guint i = 0; i < life->terms->len; i++)
    {
      JpTerm term = g_array_index (life->terms, JpTerm, i);
      g_autofree char *ordinal = ordinal_words (i + 1);
      char *label = range_words (ordinal, term.first, term.last);

      if (i > 0 && term.first > g_array_index (life->terms, JpTerm, i - 1).last + 1)
        {
          JpDate from = g_array_index (life->terms, JpTerm, i - 1).last + 1;

          add_bar (row, JP_BAR_GAP, from, term.first - 1, g_strdup_printf (_("Gap of %u days"), term.first - from));
        }
      if (life->revoked_on != JP_DATE_NONE && life->revoked_on <= term.last)
        term.last = MAX (life->revoked_on - 1, term.first);
      add_bar (row, term.last < today ? JP_BAR_PAST : JP_BAR_TERM, term.first, term.last, label);
    }
}

static gboolean
is_out (const JpLife *life)
{
  return life->lapsed_on != JP_DATE_NONE || life->revoked_on != JP_DATE_NONE;
}

static void
add_renewal (JpTimelineRow *row, const JpLife *life, const JpContext *context)
{
  const JpTerm *term = jp_life_last_term (life);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  JpTerm hoped;

  if (term == NULL || life->renewal_opens == JP_DATE_NONE || life->revoked_on != JP_DATE_NONE)
    return;

  if (term->last >= context->today)
    add_bar (row, JP_BAR_WINDOW, MAX (life->renewal_opens, term->first), term->last,
             range_words (_("Renewal window "), life->renewal_opens, term->last));
  if (context->today < life->renewal_opens || is_out (life) || life->failed_on != JP_DATE_NONE || life->not_recorded)
    return;
  if (jp_term_init_years (&hoped, term->last + 1, pack->term_years, NULL))
    add_bar (row, JP_BAR_HOPED, hoped.first, hoped.last, range_words (_("If renewed: "), hoped.first, hoped.last));
}

static gboolean
in_any_term (const JpLife *life, JpDate day)
{
  for (guint i = 0; i < life->terms->len; i++)
    if (jp_term_contains (&g_array_index (life->terms, JpTerm, i), day))
      return TRUE;

  return FALSE;
}

/* A wait that a renewal closed lies under the term it added. */
static void
add_waits (JpTimelineRow *row, const JpLife *life, JpDate today)
{
  for (guint i = 0; i < life->waits->len; i++)
    {
      const JpTerm *wait = &g_array_index (life->waits, JpTerm, i);
      JpDate last = wait->last == G_MAXUINT32 ? MAX (today, wait->first) : wait->last;
      guint days = last - wait->first + 1;

      if (!in_any_term (life, wait->first))
        add_bar (row, JP_BAR_AWAITING, wait->first, last,
                 g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Awaiting the decision for %u day",
                                               "Awaiting the decision for %u days", days), days));
    }
}

static void
add_end (JpTimelineRow *row, const JpLife *life)
{
  g_autofree char *day = NULL;

  if (life->revoked_on != JP_DATE_NONE)
    {
      day = jp_timeline_day_words (life->revoked_on);
      add_bar (row, JP_BAR_REVOKED, life->revoked_on, G_MAXUINT32, g_strdup_printf (_("%s revoked"), day));
    }
  else if (life->lapsed_on != JP_DATE_NONE)
    {
      day = jp_timeline_day_words (life->lapsed_on);
      add_bar (row, JP_BAR_LAPSED, life->lapsed_on, G_MAXUINT32,
               g_strdup_printf (life->failed_on != JP_DATE_NONE ? _("%s lapsed · renewal not passed")
                                                                : _("%s lapsed · no application in time"), day));
    }
}

static void
take_kind (JpTimelineRow *row, const JpLife *life, const JpContext *context)
{
  const JpTerm *term = jp_life_last_term (life);

  row->in_term = jp_life_in_term (life, context->today);
  row->renewed = row->in_term && jp_life_ordinal_on (life, context->today) > 1;
  if (term == NULL)
    row->kind = JP_ROWS_BEFORE;
  else if (life->revoked_on != JP_DATE_NONE
           || (!row->in_term && !jp_life_awaiting (life, context->today) && term->last < context->today))
    row->kind = JP_ROWS_OUT;
  else if (jp_life_awaiting (life, context->today) || life->renewal_applied_on != JP_DATE_NONE)
    row->kind = JP_ROWS_RENEWING;
  else if (life->renewal_opens != JP_DATE_NONE && context->today >= life->renewal_opens)
    row->kind = JP_ROWS_WINDOW;
  else
    row->kind = JP_ROWS_IN_TERM;
}

static char *
left_words (const char *what, guint days)
{
  g_autofree char *left = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day left", "%u days left", days), days);

  return g_strdup_printf ("%s · %s", what, left);
}

static char *
ago_words (const char *what, guint days)
{
  g_autofree char *ago
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "ended %u day ago", "ended %u days ago", days), days);

  return g_strdup_printf ("%s · %s", what, ago);
}

static char *
status_words (const JpTimelineRow *row, const JpLife *life, const JpContext *context)
{
  const JpTerm *term = jp_life_last_term (life);
  const char *stage = jp_stage_name (life->stage);

  if (term == NULL)
    return g_strdup (stage);
  if (life->not_recorded)
    return ago_words (_("Not recorded"), context->today - term->last);
  if (life->revoked_on != JP_DATE_NONE || (!row->in_term && term->last < context->today))
    return life->revoked_on != JP_DATE_NONE ? g_strdup (stage) : ago_words (stage, context->today - term->last);
  if (!row->in_term)
    return g_strdup (stage);
  if (row->kind == JP_ROWS_WINDOW)
    return left_words (_("Renewal window open"), (guint) jp_term_days_left (term, context->today));
  if (life->stage != JP_STAGE_RECOGNISED && life->stage != JP_STAGE_RENEWED)
    return left_words (stage, (guint) jp_term_days_left (term, context->today));

  return left_words (row->renewed ? _("Renewed") : _("In term"), (guint) jp_term_days_left (term, context->today));
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const JpTimelineMark *first = *(JpTimelineMark *const *) a, *second = *(JpTimelineMark *const *) b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;

  return (first->lane > second->lane) - (first->lane < second->lane);
}

static JpTimelineRow *
row_new (const JpDossier *dossier, GPtrArray *duties, const JpContext *context)
{
  JpTimelineRow *row = g_new0 (JpTimelineRow, 1);
  g_auto (JpLife) life = { 0 };

  jp_life_init (&life, dossier, context);
  row->id = g_strdup (dossier->id);
  row->full_name = g_strdup (dossier->name);
  row->name = jp_pack_short_name (jp_pack_set_on (context->packs, context->today), dossier->name);
  row->district = g_strdup (dossier->district);
  row->bars = g_ptr_array_new_with_free_func (bar_free);
  row->marks = g_ptr_array_new_with_free_func (mark_free);
  add_terms (row, &life, context->today);
  add_renewal (row, &life, context);
  add_waits (row, &life, context->today);
  add_end (row, &life);
  take_kind (row, &life, context);
  row->status = status_words (row, &life, context);
  row->place = row->kind == JP_ROWS_WINDOW || row->kind == JP_ROWS_RENEWING
                 ? g_strdup_printf ("calendar#renew/%s", dossier->id)
                 : g_strdup_printf ("dossier#%s#validity", dossier->id);
  jp_timeline_add_marks (row, dossier, duties, context);
  g_ptr_array_sort (row->marks, compare_marks);

  return row;
}

/* Duties are sorted by day; here they are wanted by cluster. */
static GHashTable *
by_cluster (GPtrArray *duties)
{
  GHashTable *table = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < duties->len; i++)
    {
      JpObligation *duty = g_ptr_array_index (duties, i);
      GPtrArray *own = g_hash_table_lookup (table, duty->dossier);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (table, (gpointer) duty->dossier, own);
        }
      g_ptr_array_add (own, duty);
    }

  return table;
}

/**
 * jp_timeline_rows_new:
 * @dossiers: (element-type JpDossier): clusters in their order
 * @duties: (element-type JpObligation): their obligations
 * @context: rules and today
 *
 * Derives the lines of a timeline. Every obligation that is open is one mark; what was done is marked on its day. Rules
 * R-TERM, R-CAL.
 *
 * Returns: (transfer full) (element-type JpTimelineRow): a row a cluster, those never recognised last; marks borrow
 *   their obligations
 */
GPtrArray *
jp_timeline_rows_new (GPtrArray *dossiers, GPtrArray *duties, const JpContext *context)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GHashTable) own = by_cluster (duties);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const JpDossier *dossier = g_ptr_array_index (dossiers, i);
      JpTimelineRow *row = row_new (dossier, g_hash_table_lookup (own, dossier), context);

      g_ptr_array_add (row->kind == JP_ROWS_BEFORE ? before : rows, row);
    }
  g_ptr_array_extend (rows, before, NULL, NULL);

  return rows;
}

gboolean
jp_timeline_row_is (const JpTimelineRow *row, JpTimelineRows kind)
{
  return kind == JP_ROWS_ALL || row->kind == kind || (kind == JP_ROWS_IN_TERM && row->in_term);
}

static void
widen (guint year, guint *least, guint *most)
{
  *least = MIN (*least, year);
  *most = MAX (*most, year);
}

void
jp_timeline_rows_range (GPtrArray *rows, JpDate today, JpDate *first, JpDate *last)
{
  guint now = jp_date_year (today), least = now - 3, most = now + 4;

  for (guint i = 0; i < rows->len; i++)
    {
      const JpTimelineRow *row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < row->bars->len; k++)
        {
          const JpTimelineBar *bar = g_ptr_array_index (row->bars, k);

          widen (jp_date_year (bar->first), &least, &most);
          if (bar->last != G_MAXUINT32)
            widen (jp_date_year (bar->last), &least, &most);
        }
      if (row->marks->len > 0)
        {
          widen (jp_date_year (((JpTimelineMark *) g_ptr_array_index (row->marks, 0))->day), &least, &most);
          widen (jp_date_year (((JpTimelineMark *) g_ptr_array_index (row->marks, row->marks->len - 1))->day), &least,
                 &most);
        }
    }
  *first = jp_date_year_start (MAX (least, now - YEARS_BEFORE));
  *last = jp_date_year_end (MIN (most, now + YEARS_AFTER));
}

char *
jp_timeline_row_terms (const JpTimelineRow *row)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < row->bars->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "；" : "",
                            ((JpTimelineBar *) g_ptr_array_index (row->bars, i))->label);

  return g_string_free (words, FALSE);
}
