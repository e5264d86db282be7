/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-model.h"

#include <string.h>

#define WAN G_GINT64_CONSTANT (1000000)

/* The first fiscal year; 0: not recognised by @day. */
int
m_start (const MCluster *c, MDay day)
{
  int earliest = 0;

  for (int i = 0; i < c->n_acts; i++)
    if (c->acts[i].kind == 'G' && c->acts[i].date <= day)
      earliest = MAX (m_year (c->acts[i].date), 2024);

  return earliest != 0 && c->start > earliest ? c->start : earliest;
}

void
m_case (const MCluster *c, int ordinal, MCaseState *s)
{
  const MCase *k = &c->cases[ordinal - 1];

  memset (s, 0, sizeof *s);
  s->step = 'O';
  for (int i = 0; i < k->n; i++)
    {
      const MStep *act = &k->steps[i];

      switch (act->kind)
        {
        case 'o': s->step = 'P'; s->plan = act->amount; break;
        case 'D': s->step = 'D'; break;
        case 'C': s->step = 'C'; break;
        case 'P': s->step = 'U'; s->publicised = act->date; s->dismissed = 0; s->objections = 0; break;
        case 'J': s->objections++; break;
        case '-': s->objections--; s->dismissed = act->date; break;
        case 'U': s->step = 'D'; s->objections = 0; break;
        case 'B': s->step = s->step == 'U' ? 'C' : s->step == 'C' ? 'D' : s->step == 'D' ? 'P' : 'O'; break;
        case 'Y': s->step = 'Z'; s->paid = act->amount; s->paid_once = TRUE; break;
        case 'F': s->paid -= act->amount; break;
        default: g_assert_not_reached ();
        }
      s->last = act->date;
    }
}

static gint64
band (int ordinal, int total)
{
  static const gint64 amounts[2][4] = { { 60 * WAN, 40 * WAN, 20 * WAN, 0 }, { 40 * WAN, 30 * WAN, 20 * WAN, 0 } };

  return amounts[ordinal - 2][total >= 8000 ? 0 : total >= 7000 ? 1 : total >= 6000 ? 2 : 3];
}

gboolean
m_worth (const MCluster *c, int ordinal, MDay day, gint64 *worth)
{
  int basis = m_start (c, day) + ordinal - 2;
  const MAssessment *a;

  *worth = 100 * WAN;
  if (ordinal == 1)
    return TRUE;
  if (basis < M_FIRST || basis >= M_FIRST + M_YEARS)
    return FALSE;
  a = &c->assessments[basis - M_FIRST];
  *worth = a->state == 3 && a->vetoes == 0 ? band (ordinal, a->total) : 0;

  return a->state == 3;
}

/* Out of term for good. */
gboolean
m_forfeited (const MCluster *c, MDay day)
{
  MLife life;

  m_life (c, day, &life);
  return (life.stage == 'L' || life.stage == 'V' || life.stage == 'X') && !m_in_term (&life, day);
}

gint64
m_owed_back (const MCluster *c, int ordinal, MDay day)
{
  MCaseState s;
  gint64 worth;

  m_case (c, ordinal, &s);
  return s.paid_once && m_worth (c, ordinal, day, &worth) && s.paid > worth ? s.paid - worth : 0;
}

static MDay
payable_from (const MWorld *world, const MCaseState *s, gboolean *provisional)
{
  MDay last = m_publicity_end (world, s->publicised, provisional), from = last + 1;

  if (s->dismissed == 0)
    return from;
  while (!m_is_workday (world, from))
    from++;
  return MAX (from, s->dismissed);
}

const char *
m_case_id (const MWorld *world, const MCluster *c, int ordinal, MDay day)
{
  static const char *const ids[] = { "O:open", "P:plan", "D:district", "C:city" };
  MCaseState s;
  gint64 worth;
  gboolean decided = m_worth (c, ordinal, day, &worth), provisional;

  m_case (c, ordinal, &s);
  if (s.paid_once)
    return "paid";
  if (m_forfeited (c, day) || (decided && worth == 0))
    return "zero";
  if (!decided && s.step == 'O')
    return "later";
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    if (ids[i][0] == s.step)
      return ids[i] + 2;
  if (s.objections > 0)
    return "held";

  return day >= payable_from (world, &s, &provisional) ? "payable" : "publicity";
}

static gboolean
is_blocked (const MCluster *c, int ordinal, MDay date)
{
  int fiscal = m_start (c, date) + ordinal - 1;
  MLife life;

  m_life (c, date, &life);
  for (int year = M_FIRST; year < m_year (date); year++)
    {
      MDay filed = c->returns[year - M_FIRST];

      if (m_has_duties (&life, year) && date > m_day (year + 1, 4, 30) && (filed == 0 || filed > date))
        return TRUE;
    }
  for (int i = 0; i < c->n_findings; i++)
    {
      const MFinding *f = &c->findings[i];

      if (f->opened <= date && !(f->district != 0 && f->district <= date && f->city != 0 && f->city <= date))
        return TRUE;
    }

  return ordinal == 1 && fiscal - 1 >= M_FIRST && fiscal - 1 < M_FIRST + M_YEARS &&
         c->assessments[fiscal - 1 - M_FIRST].state == 3 && c->assessments[fiscal - 1 - M_FIRST].vetoes != 0;
}

static gboolean
may_pay (const MWorld *world, const MCluster *c, int ordinal, const MCaseState *s, MDay date, gint64 amount,
         gint64 worth, gboolean reason, gboolean override)
{
  int fiscal = m_start (c, date) + ordinal - 1;
  gboolean provisional;
  MLife life;

  m_life (c, date, &life);
  if (s->step != 'U' || !m_in_term (&life, date) || date < m_day (fiscal, 1, 1) || s->objections > 0 ||
      date < payable_from (world, s, &provisional) || m_contradicted (c, fiscal - 1, date))
    return FALSE;
  for (int other = 1; other <= M_ORDINALS; other++)
    if (other != ordinal && m_owed_back (c, other, date) > 0)
      return FALSE;
  if (amount <= 0 || amount > worth || (amount < worth && (ordinal == 1 || !reason)))
    return FALSE;

  return override || !(provisional || is_blocked (c, ordinal, date));
}

/* Offices: 0 district, 1 city, 2 centre. A return has its reason, money its voucher, an objection its note, always. */
static gboolean
may_fund (const MWorld *world, const MCluster *c, int ordinal, char kind, MDay date, int office, gint64 amount,
          gboolean reason, gboolean override)
{
  MCaseState s;
  gint64 worth;
  gboolean decided, due;

  m_case (c, ordinal, &s);
  if (date > world->today || date < s.last || m_start (c, date) == 0)
    return FALSE;
  decided = m_worth (c, ordinal, date, &worth);
  due = decided && worth > 0 && !m_forfeited (c, date);
  if (s.paid_once && kind != 'F')
    return FALSE;

  switch (kind)
    {
    case 'o':
      if (ordinal > 1 && decided && date < c->assessments[m_start (c, date) + ordinal - 2 - M_FIRST].confirmed_on)
        return FALSE;
      return s.step == 'O' && office == 0 && due && amount > 0 && amount <= worth;
    case 'D':
      return s.step == 'P' && office == 0 && due && s.plan <= worth;
    case 'C':
      return s.step == 'D' && office > 0 && due && s.plan <= worth;
    case 'P':
      return s.step == 'C' && office == 1 && due && s.plan <= worth;
    case 'J':
      return s.step == 'U' && office == 1;
    case 'U':
    case '-':
      return s.step == 'U' && s.objections > 0 && office == 1;
    case 'B':
      return reason && s.objections == 0
             && ((s.step == 'P' && office == 0) || (s.step == 'D' && office > 0)
                 || ((s.step == 'C' || s.step == 'U') && office == 1));
    case 'Y':
      return office == 1 && due && may_pay (world, c, ordinal, &s, date, amount, worth, reason, override);
    case 'F':
      return s.step == 'Z' && office == 1 && amount > 0 && amount <= s.paid &&
             (amount <= m_owed_back (c, ordinal, date) || reason);
    default:
      g_assert_not_reached ();
    }
}

gboolean
m_fund (const MWorld *world, MCluster *c, int ordinal, char kind, MDay date, int office, gint64 amount, gboolean reason,
        gboolean override)
{
  MCase *k = &c->cases[ordinal - 1];

  if (k->n == M_STEPS || !may_fund (world, c, ordinal, kind, date, office, amount, reason, override))
    return FALSE;

  k->steps[k->n++] = (MStep){ kind, date, amount };
  return TRUE;
}

gboolean
m_fund_start (const MWorld *world, MCluster *c, int year, gboolean reason)
{
  MCluster unset = *c;
  int earliest;

  unset.start = 0;
  earliest = m_start (&unset, world->today);
  if (earliest == 0 || year < earliest || (c->start != 0 && c->start != year && !reason))
    return FALSE;
  for (int ordinal = 1; ordinal <= M_ORDINALS; ordinal++)
    {
      MCaseState s;

      m_case (c, ordinal, &s);
      if (s.paid_once)
        return FALSE;
    }

  c->start = year;
  return TRUE;
}

gboolean
m_finding (const MWorld *world, MCluster *c, MDay opened, MDay due)
{
  guint number = 1;

  if (c->n_findings == M_RECORDS || opened > world->today || due < opened)
    return FALSE;
  for (int i = 0; i < c->n_findings; i++)
    number += c->findings[i].year == m_year (opened) ? 1 : 0;

  c->findings[c->n_findings++] = (MFinding){ .opened = opened, .year = m_year (opened), .number = number };
  return TRUE;
}

static gboolean
is_closed (const MFinding *f)
{
  return f->district != 0 && f->city != 0;
}

gboolean
m_measure (const MWorld *world, MCluster *c, int index, MDay date)
{
  MFinding *f = &c->findings[index];

  if (date > world->today || date < f->opened || is_closed (f))
    return FALSE;

  f->measured = date;
  f->district = f->city = 0;
  return TRUE;
}

gboolean
m_confirm_finding (const MWorld *world, MCluster *c, int index, int office, MDay date)
{
  MFinding *f = &c->findings[index];
  MDay *mark = office == 1 ? &f->city : &f->district;

  if (f->measured == 0 || office == 2 || *mark != 0 || date > world->today || date < f->measured)
    return FALSE;

  *mark = date;
  return TRUE;
}

gboolean
m_use (const MWorld *world, MCluster *c, int ordinal, MDay date, gint64 amount)
{
  if (c->n_uses == M_USES || date > world->today || amount <= 0 || m_start (c, world->today) == 0)
    return FALSE;

  c->uses[c->n_uses++] = (MUse){ date, amount, ordinal, -1, FALSE };
  return TRUE;
}

gboolean
m_reverse (const MWorld *world, MCluster *c, int number, MDay date, gboolean reason)
{
  MUse *black = number >= 1 && number <= c->n_uses ? &c->uses[number - 1] : NULL;

  if (c->n_uses == M_USES || black == NULL || black->reverses >= 0 || black->reversed || date < black->date ||
      date > world->today || !reason)
    return FALSE;

  black->reversed = TRUE;
  c->uses[c->n_uses++] = (MUse){ date, -black->amount, black->ordinal, number - 1, FALSE };
  return TRUE;
}

void
m_ledger (const MCluster *c, gint64 *paid, gint64 *spent, gint64 *returned)
{
  *paid = *spent = *returned = 0;
  for (int ordinal = 0; ordinal < M_ORDINALS; ordinal++)
    for (int i = 0; i < c->cases[ordinal].n; i++)
      {
        const MStep *act = &c->cases[ordinal].steps[i];

        *paid += act->kind == 'Y' ? act->amount : 0;
        *returned += act->kind == 'F' ? act->amount : 0;
      }
  for (int i = 0; i < c->n_uses; i++)
    *spent += c->uses[i].amount;
}
