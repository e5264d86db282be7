/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-model.h"

#include <stdio.h>
#include <string.h>

const int M_WEIGHTS[M_INDICATORS] = { 2000, 1500, 2000, 1500, 1000, 1000, 1000 };

static MAssessment *
of_year (MCluster *c, int year)
{
  return year >= M_FIRST && year < M_FIRST + M_YEARS ? &c->assessments[year - M_FIRST] : NULL;
}

gboolean
m_file_return (const MWorld *world, MCluster *c, int year, MDay filed, gint64 seq)
{
  if (year < M_FIRST || year >= M_FIRST + M_YEARS || filed > world->today || m_year (filed) <= year
      || c->returns[year - M_FIRST] != 0)
    return FALSE;

  c->returns[year - M_FIRST] = filed;
  c->return_seq[year - M_FIRST] = seq;
  return TRUE;
}

gboolean
m_correct_return (const MWorld *world, MCluster *c, int year, MDay filed)
{
  if (c->returns[year - M_FIRST] == 0 || filed > world->today || (filed != 0 && m_year (filed) <= year))
    return FALSE;

  c->returns[year - M_FIRST] = filed;
  return TRUE;
}

/* Kinds: 0 scope, 1 operator (always with a reason here), 2 other. A field's changes come in their order. */
gboolean
m_change (const MWorld *world, MCluster *c, int kind, MDay day, MDay filed, gint64 seq)
{
  if (c->n_changes == M_RECORDS || day > world->today || filed > world->today || (filed != 0 && filed < day))
    return FALSE;
  for (int i = 0; i < c->n_changes; i++)
    if (kind != 2 && !c->changes[i].gone && c->changes[i].kind == kind && c->changes[i].day > day)
      return FALSE;

  c->changes[c->n_changes++] = (MChange){ day, filed, kind, seq, FALSE };
  return TRUE;
}

gboolean
m_incident (const MWorld *world, MCluster *c, gboolean grave, MDay day, gint64 seq)
{
  if (c->n_incidents == M_RECORDS || day > world->today)
    return FALSE;

  c->incidents[c->n_incidents++] = (MIncident){ day, grave, seq, FALSE };
  return TRUE;
}

gboolean
m_correct_change (const MWorld *world, MCluster *c, int index, MDay filed)
{
  MChange *change = &c->changes[index];

  if (change->gone || (filed != 0 && (filed > world->today || filed < change->day)))
    return FALSE;

  change->gone = filed == 0;
  change->filed = filed != 0 ? filed : change->filed;
  return TRUE;
}

gboolean
m_correct_incident (const MWorld *world, MCluster *c, int index, MDay day)
{
  MIncident *incident = &c->incidents[index];

  if (incident->gone || day > world->today)
    return FALSE;

  incident->gone = day == 0;
  incident->day = day != 0 ? day : incident->day;
  return TRUE;
}

/* Bit 1 return, 2 change, 3 incident, 4 term, as they stand at the end of @day. */
guint
m_vetoes (const MCluster *c, int year, MDay day)
{
  MDay due = m_day (year + 1, 4, 30), filed = c->returns[year - M_FIRST];
  guint bits = 0;
  MLife life;

  m_life (c, day, &life);
  if (m_has_duties (&life, year) && (filed > due || (filed == 0 && day > due)))
    bits |= 1u << 1;
  for (int i = 0; i < c->n_changes; i++)
    {
      MDay limit = c->changes[i].day + 30;

      if (!c->changes[i].gone && m_year (limit) == year &&
          (c->changes[i].filed > limit || (c->changes[i].filed == 0 && day > limit)))
        bits |= 1u << 2;
    }
  for (int i = 0; i < c->n_incidents; i++)
    if (!c->incidents[i].gone && c->incidents[i].grave && m_year (c->incidents[i].day) == year)
      bits |= 1u << 3;
  if (life.n_terms > 0 && m_year (life.last[life.n_terms - 1]) == year && (life.stage == 'X' || life.stage == 'L'))
    bits |= 1u << 4;

  return bits;
}

/* What contradicts a confirmed result, told so that another fact reads differently. */
static void
contradiction (const MCluster *c, int year, MDay day, char *text, gsize size)
{
  const MAssessment *a = &c->assessments[year - M_FIRST];
  guint now = m_vetoes (c, year, day), then = a->vetoes & ~1u;
  gsize at = 0;
  MLife life;

  m_life (c, day, &life);
  text[0] = '\0';
  for (int bit = 1; bit < 5; bit++)
    {
      if (((now ^ then) & (1u << bit)) == 0)
        continue;
      at += (gsize) snprintf (text + at, size - at, "%d:", bit);
      if ((now & (1u << bit)) == 0)
        continue;
      if (bit == 1)
        at += (gsize) snprintf (text + at, size - at, "%d ", c->returns[year - M_FIRST]);
      for (int i = 0; bit == 2 && i < c->n_changes; i++)
        if (!c->changes[i].gone && m_year (c->changes[i].day + 30) == year)
          at += (gsize) snprintf (text + at, size - at, "%d/%d/%d/%d ", c->changes[i].day, c->changes[i].kind,
                                  c->changes[i].filed, c->changes[i].filed == 0 && day > c->changes[i].day + 30);
      for (int i = 0; bit == 3 && i < c->n_incidents; i++)
        if (!c->incidents[i].gone && m_year (c->incidents[i].day) == year)
          at += (gsize) snprintf (text + at, size - at, "%d/%d ", c->incidents[i].day, c->incidents[i].grave);
      if (bit == 4)
        at += (gsize) snprintf (text + at, size - at, "%c%d ", life.stage, life.failed);
      g_assert_cmpuint (at, <, size);
    }
}

gboolean
m_contradicted (const MCluster *c, int year, MDay day)
{
  const MAssessment *a = year >= M_FIRST && year < M_FIRST + M_YEARS ? &c->assessments[year - M_FIRST] : NULL;
  char text[600];

  if (a == NULL || a->state != 3)
    return FALSE;
  contradiction (c, year, day, text, sizeof text);
  return text[0] != '\0' && strcmp (text, a->kept) != 0;
}

gboolean
m_open (const MWorld *world, MCluster *c, int year)
{
  MAssessment *a = of_year (c, year);
  MLife life;

  m_life (c, world->today, &life);
  if (a == NULL || a->state != 0 || m_year (world->today) <= year || !m_has_duties (&life, year))
    return FALSE;

  a->state = 1;
  return TRUE;
}

static gboolean
is_turn (const MAssessment *a, gboolean city)
{
  return a != NULL && a->state == (city ? 2 : 1);
}

/* Always with a reason here. */
gboolean
m_points (MCluster *c, int year, gboolean city, int indicator, int points)
{
  MAssessment *a = of_year (c, year);

  if (!is_turn (a, city) || points < 0 || points > M_WEIGHTS[indicator])
    return FALSE;

  a->points[city ? 1 : 0][indicator] = points;
  return TRUE;
}

gboolean
m_veto (MCluster *c, int year, gboolean city, gboolean add)
{
  MAssessment *a = of_year (c, year);

  if (!is_turn (a, city) || (!add && !a->veto))
    return FALSE;

  a->veto = add;
  return TRUE;
}

static int
sum (const MAssessment *a, int review)
{
  int total = 0;

  for (int i = 0; i < M_INDICATORS; i++)
    {
      if (a->points[review][i] < 0)
        return -1;
      total += a->points[review][i];
    }

  return total;
}

gboolean
m_submit (MCluster *c, int year, gboolean city, int person)
{
  MAssessment *a = of_year (c, year);

  if (a == NULL || a->state != 1 || city || sum (a, 0) < 0)
    return FALSE;

  a->state = 2;
  a->submitted_by = person;
  return TRUE;
}

gboolean
m_send_back (MCluster *c, int year, gboolean city, gboolean reason)
{
  MAssessment *a = of_year (c, year);

  if (a == NULL || a->state != 2 || !city || !reason)
    return FALSE;

  a->state = 1;
  return TRUE;
}

gboolean
m_confirm (const MWorld *world, MCluster *c, int year, gboolean city, int person, gboolean reason)
{
  MAssessment *a = of_year (c, year);

  if (a == NULL || a->state != 2 || !city || sum (a, 1) < 0 || (person == a->submitted_by && !reason))
    return FALSE;

  a->state = 3;
  a->total = sum (a, 1);
  a->vetoes = m_vetoes (c, year, world->today) | (a->veto ? 1u : 0);
  a->confirmed_on = world->today;
  a->kept[0] = '\0';
  a->corrected = FALSE;
  return TRUE;
}

gboolean
m_reopen (MCluster *c, int year, gboolean city, gboolean reason)
{
  MAssessment *a = of_year (c, year);

  if (a == NULL || a->state != 3 || !city || !reason)
    return FALSE;

  a->state = 2;
  return TRUE;
}

gboolean
m_keep (const MWorld *world, MCluster *c, int year, gboolean city, gboolean reason)
{
  MAssessment *a = of_year (c, year);

  if (a == NULL || a->state != 3 || !city || !reason || !m_contradicted (c, year, world->today))
    return FALSE;

  contradiction (c, year, world->today, a->kept, sizeof a->kept);
  return TRUE;
}

/* The output of a year. What a confirmed assessment rests on moves only by the city with a reason, and leaves a mark.
 */
gboolean
m_figure (const MWorld *world, MCluster *c, int year, gint64 value, gboolean city, gboolean reason, gboolean *same)
{
  gint64 *figure = &c->figures[year - M_FIRST + 1];
  MAssessment *rests[2] = { of_year (c, year), of_year (c, year + 1) };
  gboolean locked = FALSE;

  *same = *figure == value;
  if (*same)
    return TRUE;
  for (int i = 0; i < 2; i++)
    locked = locked || (rests[i] != NULL && rests[i]->state == 3);
  if (year > m_year (world->today) || (locked && !(city && reason)))
    return FALSE;

  for (int i = 0; i < 2; i++)
    if (rests[i] != NULL && rests[i]->state == 3)
      rests[i]->corrected = TRUE;
  *figure = value;
  return TRUE;
}
