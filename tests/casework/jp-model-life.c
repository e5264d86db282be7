/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-model.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jp-resources.h"

MDay
m_day (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (MDay) g_date_get_julian (&date);
}

int
m_year (MDay day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  return g_date_get_year (&date);
}

MDay
m_years_later (MDay day, int years)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  if (g_date_get_month (&date) == G_DATE_FEBRUARY && g_date_get_day (&date) == 29 &&
      !g_date_is_leap_year ((GDateYear) (g_date_get_year (&date) + years)))
    return m_day (g_date_get_year (&date) + years, years > 0 ? 3 : 2, years > 0 ? 1 : 28);

  return m_day (g_date_get_year (&date) + years, (int) g_date_get_month (&date), g_date_get_day (&date));
}

static void
take_days (GHashTable *set, JsonArray *days)
{
  for (guint i = 0; i < json_array_get_length (days); i++)
    {
      int year, month, day;

      g_assert_cmpint (sscanf (json_array_get_string_element (days, i), "%d-%d-%d", &year, &month, &day), ==, 3);
      g_hash_table_add (set, GINT_TO_POINTER (m_day (year, month, day)));
    }
}

void
m_world_init (MWorld *world)
{
  g_autoptr (GBytes) bytes = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObjectIter iter;
  const char *year;
  JsonNode *node;

  world->rest = g_hash_table_new (NULL, NULL);
  world->made_up = g_hash_table_new (NULL, NULL);
  world->covered = g_hash_table_new (NULL, NULL);
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &year, &node))
    {
      JsonObject *days = json_node_get_object (node);

      g_hash_table_add (world->covered, GINT_TO_POINTER (atoi (year)));
      take_days (world->rest, json_object_get_array_member (days, "holidays"));
      take_days (world->made_up, json_object_get_array_member (days, "workdays"));
    }
}

void
m_world_clear (MWorld *world)
{
  g_hash_table_unref (world->rest);
  g_hash_table_unref (world->made_up);
  g_hash_table_unref (world->covered);
}

void
m_cluster_init (MCluster *c)
{
  memset (c, 0, sizeof *c);
  for (int y = 0; y < M_YEARS; y++)
    for (int i = 0; i < M_INDICATORS; i++)
      c->assessments[y].points[0][i] = c->assessments[y].points[1][i] = -1;
  for (gsize y = 0; y < G_N_ELEMENTS (c->figures); y++)
    c->figures[y] = -1;
}

gboolean
m_is_workday (const MWorld *world, MDay day)
{
  if (g_hash_table_contains (world->made_up, GINT_TO_POINTER (day)))
    return TRUE;

  return !g_hash_table_contains (world->rest, GINT_TO_POINTER (day)) && (day - 1) % 7 < 5; /* day 1 was a Monday */
}

/* Five working days, the first counted where it is one. */
MDay
m_publicity_end (const MWorld *world, MDay from, gboolean *provisional)
{
  *provisional = FALSE;
  for (int worked = 0;; from++)
    {
      if (!g_hash_table_contains (world->covered, GINT_TO_POINTER (m_year (from))))
        *provisional = TRUE;
      worked += m_is_workday (world, from) ? 1 : 0;
      if (worked == 5)
        return from;
    }
}

/* Life: the clerk opens the book on the day, and reads it from the first page. */

static gboolean
in_set (const char *set, char letter)
{
  return letter != '\0' && strchr (set, letter) != NULL;
}

static void
end_of_wait (MLife *life, MDay decided)
{
  int n = life->n_terms;

  if (n == 0 || !in_set ("PQS", life->stage) || decided <= life->last[n - 1] + 1)
    return;
  life->wait_from[life->n_waits] = life->last[n - 1] + 1;
  life->wait_to[life->n_waits++] = decided == G_MAXINT ? G_MAXINT : decided - 1;
}

static void
time_goes_by (MLife *life, MDay day)
{
  if (life->n_terms > 0 && day > life->last[life->n_terms - 1] && in_set ("GH", life->stage))
    life->stage = 'L';
}

static void
happen (MLife *life, const MAct *act)
{
  static const char becomes[][2] = {
    { 'c', 'C' }, { 'a', 'A' }, { 'b', 'B' }, { 'r', 'R' }, { 'm', 'M' }, { 't', 'C' }, { 'x', 'C' }, { 'G', 'G' },
    { 'p', 'P' }, { 'q', 'Q' }, { 's', 'S' }, { 'H', 'H' }, { 'f', 'X' }, { 'v', 'V' },
  };
  MDay first = act->date;

  if (act->kind == 'd')
    {
      life->designated = TRUE;
      return;
    }
  if (act->kind == 'i')
    {
      life->stage = life->stage == 'Q' ? 'Q' : 'I';
      return;
    }
  if (in_set ("Hfv", act->kind))
    end_of_wait (life, act->date);
  if (act->kind == 'H')
    first = life->last[life->n_terms - 1] + 1;
  if (in_set ("GH", act->kind))
    {
      life->first[life->n_terms] = first;
      life->last[life->n_terms++] = m_years_later (first, 3) - 1;
      life->failed = 0;
    }
  if (in_set ("xGH", act->kind))
    life->verdict = act->date;
  if (act->kind == 'G')
    life->recognised = act->date;
  if (act->kind == 'f')
    life->failed = act->date;
  if (act->kind == 'v')
    life->revoked = act->date;
  for (gsize i = 0; i < G_N_ELEMENTS (becomes); i++)
    if (becomes[i][0] == act->kind)
      life->stage = becomes[i][1];
  life->sent_back = in_set ("tx", act->kind);
}

void
m_life (const MCluster *c, MDay day, MLife *life)
{
  memset (life, 0, sizeof *life);
  life->stage = 'N';
  for (int i = 0; i < c->n_acts && c->acts[i].date <= day; i++)
    {
      time_goes_by (life, c->acts[i].date);
      happen (life, &c->acts[i]);
    }
  time_goes_by (life, day);
  if (life->n_terms > 0 && day > life->last[life->n_terms - 1])
    end_of_wait (life, G_MAXINT);
}

gboolean
m_in_term (const MLife *life, MDay day)
{
  for (int i = 0; i < life->n_terms; i++)
    if (day >= life->first[i] && day <= life->last[i] && (life->revoked == 0 || day < life->revoked))
      return TRUE;

  return FALSE;
}

/* Day by day through the year. */
gboolean
m_has_duties (const MLife *life, int year)
{
  for (MDay day = m_day (year, 1, 1); day <= m_day (year, 12, 31); day++)
    {
      if (m_in_term (life, day))
        return TRUE;
      for (int i = 0; i < life->n_waits; i++)
        if (day >= life->wait_from[i] && day <= life->wait_to[i])
          return TRUE;
    }

  return FALSE;
}

const char *
m_stage_id (const MLife *life, MDay day)
{
  static const char *const ids[] = {
    "N:none",
    "C:cultivating",
    "A:applied",
    "B:accepted",
    "R:reviewed",
    "I:inspected",
    "M:recommended",
    "G:recognised",
    "P:renewal-applied",
    "Q:renewal-reviewed",
    "S:renewal-recommended",
    "H:renewed",
    "X:not-renewed",
    "L:lapsed",
    "V:revoked",
  };

  if (in_set ("PQS", life->stage) && day > life->last[life->n_terms - 1])
    return "awaiting";
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    if (ids[i][0] == life->stage)
      return ids[i] + 2;

  g_assert_not_reached ();
}

/* R-LIFE's table: act, who (d district, c city, z centre), from, from with a reason. */
static const struct { char kind; const char *who, *from, *from_with_reason; } table[] = {
  { 'c', "d", "N", "" },   { 'd', "d", "NCABRIMGPQSHXLV", "" },  { 'a', "d", "NC", "" },     { 'b', "cz", "A", "" },
  { 'r', "cz", "B", "" },  { 'i', "cz", "RQ", "" },              { 'm', "c", "I", "" },      { 't', "cz", "ABRI", "" },
  { 'x', "cz", "ABRIM", "" }, { 'G', "c", "M", "NCABRI" },       { 'p', "d", "GH", "" },     { 'q', "cz", "P", "" },
  { 's', "c", "Q", "" },   { 'H', "c", "S", "GHPQL" },           { 'f', "c", "PQS", "" },    { 'v', "c", "GHPQS", "" },
};

static gboolean
checked_since (const MCluster *c, MDay verdict, MDay date)
{
  for (int i = 0; i < c->n_checks; i++)
    if (c->checks[i] >= verdict && c->checks[i] <= date)
      return TRUE;

  return FALSE;
}

gboolean
m_may_act (const MWorld *world, const MCluster *c, char kind, MDay date, int office, gboolean reason)
{
  MLife life;
  int row = 0;

  if (date > world->today || (c->n_acts > 0 && date < c->acts[c->n_acts - 1].date))
    return FALSE;
  m_life (c, date, &life);
  while (table[row].kind != kind)
    row++;
  if (!in_set (table[row].who, "dcz"[office]))
    return FALSE;
  if (!in_set (table[row].from, life.stage) && !(reason && in_set (table[row].from_with_reason, life.stage)) &&
      !(kind == 'c' && life.stage == 'C' && life.sent_back))
    return FALSE;
  if (kind == 'd' && life.designated && !reason)
    return FALSE;
  if (in_set ("ms", kind) && (!reason || !checked_since (c, life.verdict, date)))
    return FALSE; /* the self-checks of the model meet nothing */
  if (kind == 'p' && (date < m_years_later (life.last[life.n_terms - 1], -1) || date > life.last[life.n_terms - 1]))
    return FALSE;
  if (kind == 'H')
    {
      MDay last = life.last[life.n_terms - 1];

      if ((date > last && !reason) || m_years_later (last + 1, 3) - 1 < date)
        return FALSE;
    }

  return TRUE;
}

gboolean
m_act (const MWorld *world, MCluster *c, char kind, MDay date, int office, gboolean reason, gint64 seq)
{
  if (c->n_acts == M_ACTS || !m_may_act (world, c, kind, date, office, reason))
    return FALSE;

  c->acts[c->n_acts++] = (MAct){ date, seq, kind, reason, office };
  return TRUE;
}

/* Terms hang one on another: the acts that opened them keep their order, and the last is taken out first. */
static gboolean
keeps_terms_in_order (const MCluster *old, const MCluster *fresh, gint64 gone)
{
  int i = 0, j = 0;

  for (;;)
    {
      while (i < old->n_acts && !in_set ("GH", old->acts[i].kind))
        i++;
      while (j < fresh->n_acts && !in_set ("GH", fresh->acts[j].kind))
        j++;
      if (i < old->n_acts && old->acts[i].seq == gone)
        return j == fresh->n_acts;
      if (i == old->n_acts || j == fresh->n_acts)
        return i == old->n_acts && j == fresh->n_acts;
      if (old->acts[i++].seq != fresh->acts[j++].seq)
        return FALSE;
    }
}

/* The book written out anew without the wrong line, or with its right day: it must be one that could have been written.
 */
gboolean
m_correct_act (const MWorld *world, MCluster *c, int index, MDay date)
{
  MCluster fresh = *c;
  int start = m_start (c, world->today);
  MDay first_money = 0;
  gboolean reviewed = c->n_uses > 0;

  fresh.n_acts = 0;
  for (gint64 key = 0; fresh.n_acts < c->n_acts - (date == 0 ? 1 : 0); )
    {
      const MAct *next = NULL;
      MDay next_date = 0;

      for (int i = 0; i < c->n_acts; i++)
        {
          MDay on = i == index ? date : c->acts[i].date;

          if ((i == index && date == 0) || (gint64) on * 1000000 + c->acts[i].seq <= key)
            continue;
          if (next == NULL || on < next_date || (on == next_date && c->acts[i].seq < next->seq))
            {
              next = &c->acts[i];
              next_date = on;
            }
        }
      if (!m_act (world, &fresh, next->kind, next_date, next->office, next->reason, next->seq))
        return FALSE;
      key = (gint64) next_date * 1000000 + next->seq;
    }

  if (!keeps_terms_in_order (c, &fresh, date == 0 ? c->acts[index].seq : 0))
    return FALSE;
  for (int ordinal = 0; ordinal < M_ORDINALS; ordinal++)
    if (c->cases[ordinal].n > 0 && (first_money == 0 || c->cases[ordinal].steps[0].date < first_money))
      first_money = c->cases[ordinal].steps[0].date;
  for (int y = 0; y < M_YEARS; y++)
    reviewed = reviewed || c->assessments[y].state > 0;
  if (first_money != 0 && m_start (&fresh, world->today) != start)
    return FALSE;
  if ((first_money != 0 || reviewed) && m_start (&fresh, first_money != 0 ? first_money : world->today) == 0)
    return FALSE;

  *c = fresh;
  return TRUE;
}
