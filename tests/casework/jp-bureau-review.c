/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-bureau.h"

#include "jp-cluster-work.h"
#include "jp-correction.h"
#include "jp-fund-work.h"
#include "jp-life.h"
#include "jp-use-work.h"
#include "jp-veto.h"

#include <string.h>

void
bureau_try_act (Bureau *b, int cluster, char letter, MDay date, gboolean reason)
{
  static const char letters[] = "cdabrimtxGpqsHfv";
  static const int offices[] = { 0, 0, 0, 2, 1, 2, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1 };
  static const JpActKind kinds[] = {
    JP_ACT_CULTIVATE,
    JP_ACT_DESIGNATE,
    JP_ACT_APPLY,
    JP_ACT_ACCEPT,
    JP_ACT_REVIEW,
    JP_ACT_INSPECT,
    JP_ACT_RECOMMEND,
    JP_ACT_RETURN,
    JP_ACT_DECLINE,
    JP_ACT_RECOGNISE,
    JP_ACT_RENEWAL_APPLY,
    JP_ACT_RENEWAL_REVIEW,
    JP_ACT_RENEWAL_RECOMMEND,
    JP_ACT_RENEW,
    JP_ACT_RENEWAL_FAIL,
    JP_ACT_REVOKE,
  };
  int index = (int) (strchr (letters, letter) - letters), office = bureau_some_office (b, offices[index]);
  MCluster before = b->books[cluster];
  g_autoptr (JpAct) act = jp_act_new (kinds[index], (JpDate) date, NULL);
  gboolean done, allowed;

  if (before.n_acts >= M_ACTS - 1)
    return;
  act->reason = reason ? g_strdup ("说明") : NULL;
  done = jp_casework_act (bureau_desk (b, cluster, office, 1), b->ids[cluster], act, &b->work.error);
  allowed = m_act (&b->world, &b->books[cluster], letter, date, office, reason, done ? jp_work_head (&b->work) : 0);
  bureau_settle (b, cluster, &before, ACT, done, allowed, "act %c on %d by %d, reason %d", letter, date, office,
                 reason);
}

void
bureau_try_life (Bureau *b, int cluster)
{
  static const char letters[] = "cdabrimtxGpqsHfv";
  char allowed[sizeof letters];
  int n = 0;
  MLife life;

  m_life (&b->books[cluster], b->world.today, &life);
  for (const char *letter = letters; *letter != '\0'; letter++)
    for (int office = 0; office < 3; office++)
      if (strchr ("vfx", *letter) == NULL && (*letter != 'H' || strchr ("SL", life.stage) != NULL)
          && (n == 0 || allowed[n - 1] != *letter)
          && m_may_act (&b->world, &b->books[cluster], *letter, b->world.today, office, TRUE))
        allowed[n++] = *letter;
  if (n > 0 && bureau_chance (b, 70))
    bureau_try_act (b, cluster, allowed[bureau_pick (b, n)], bureau_some_day (b), bureau_chance (b, 70));
  else
    bureau_try_act (b, cluster, letters[bureau_pick (b, (int) sizeof letters - (bureau_chance (b, 90) ? 3 : 1))],
                    bureau_some_day (b), bureau_chance (b, 60));
}

void
bureau_try_check (Bureau *b, int cluster)
{
  MCluster before = b->books[cluster];
  gboolean done;

  if (before.n_checks == M_RECORDS)
    return;
  done
    = jp_casework_standard_check (bureau_desk (b, cluster, 1, 1), b->ids[cluster], m_year (b->world.today) - 1,
                                  g_ptr_array_new_with_free_func ((GDestroyNotify) jp_judgement_free), &b->work.error);
  b->books[cluster].checks[b->books[cluster].n_checks++] = b->world.today;
  bureau_settle (b, cluster, &before, WORK, done, TRUE, "self-check");
}

void
bureau_try_filing (Bureau *b, int cluster)
{
  MCluster *book = &b->books[cluster], before = *book;
  MDay day = bureau_some_day (b), filed = bureau_chance (b, 15) ? 0 : day + bureau_pick (b, 33);
  JpDesk *at = bureau_desk (b, cluster, 0, 0);
  int kind = bureau_pick (b, 40);
  gboolean done, allowed;

  if (book->n_changes == M_RECORDS || book->n_incidents == M_RECORDS)
    return;
  if (kind < 34)
    {
      int year = m_year (b->world.today) - 1 + (bureau_chance (b, 10) ? 1 : 0);

      done = year >= M_FIRST && jp_casework_file_return (at, b->ids[cluster], year, (JpDate) day, &b->work.error);
      if (year < M_FIRST)
        return;
      allowed = m_file_return (&b->world, book, year, day, done ? jp_work_head (&b->work) : 0);
      bureau_settle (b, cluster, &before, WORK, done, allowed, "return on %d filed %d", year, day);
    }
  else if (kind < 38)
    {
      static const char *const kinds[] = { "scope", "operator", "other" };
      int which = bureau_pick (b, 3);
      g_autoptr (JpChange) change = jp_change_new (kinds[which], (JpDate) day, (JpDate) filed);

      change->to = g_strdup_printf ("之后%d", bureau_pick (b, 1000));
      change->reason = g_strdup ("调整");
      done = jp_casework_file_change (at, b->ids[cluster], change, &b->work.error);
      allowed = m_change (&b->world, book, which, day, filed, done ? jp_work_head (&b->work) : 0);
      bureau_settle (b, cluster, &before, WORK, done, allowed, "change %s of %d filed %d", kinds[which], day, filed);
    }
  else
    {
      gboolean grave = bureau_chance (b, 30);
      g_autoptr (JpIncident) incident = jp_incident_new ("safety", grave ? "较大" : "一般", (JpDate) day);

      done = jp_casework_file_incident (at, b->ids[cluster], incident, &b->work.error);
      allowed = m_incident (&b->world, book, grave, day, done ? jp_work_head (&b->work) : 0);
      bureau_settle (b, cluster, &before, WORK, done, allowed, "incident on %d, grave %d", day, grave);
    }
}

void
bureau_try_figure (Bureau *b, int cluster)
{
  MCluster *book = &b->books[cluster], before = *book;
  int year = m_year (b->world.today) - bureau_pick (b, 4) + (bureau_chance (b, 5) ? 1 : 0),
      office = bureau_pick (b, 3) > 0 ? 0 : 1;
  gint64 value = bureau_chance (b, 90) ? bureau_pick (b, 50) : JP_VALUE_UNKNOWN;
  gboolean reason = bureau_chance (b, 40), same, done, allowed;

  if (year < M_FIRST - 1)
    return;
  done = jp_casework_set_figure (bureau_desk (b, cluster, office, office), b->ids[cluster], year, "output", value,
                                 reason ? "更正" : NULL, &b->work.error);
  allowed = m_figure (&b->world, book, year, value, office == 1, reason, &same);
  bureau_settle (b, cluster, &before, same ? NO_ENTRY : WORK, done, allowed, "figure of %d to %d by %d", year,
                 (int) value, office);
}

static void
try_review (Bureau *b, int cluster, int year, JpAssessActKind kind, int indicator, int points, int office, int person,
            gboolean reason)
{
  static const char *const indicators[M_INDICATORS] = {
    "output_growth", "rd_growth", "quality_sme", "key_industrial", "ip_growth", "digital", "governance",
  };
  MCluster *book = &b->books[cluster], before = *book;
  JpAssessAct act = { .kind = kind, .points = points, .reason = reason ? "核实" : NULL };
  gboolean city = office > 0,
           entry_work = kind == JP_ASSESS_POINTS || kind == JP_ASSESS_VETO || kind == JP_ASSESS_WITHDRAW;
  gboolean done, allowed = FALSE;

  act.item = kind == JP_ASSESS_POINTS ? indicators[indicator] : "false_application";
  done = jp_casework_assess (bureau_desk (b, cluster, office, person), b->ids[cluster], year, &act, &b->work.error);
  switch ((int) kind)
    {
    case JP_ASSESS_OPEN:
      allowed = m_open (&b->world, book, year);
      break;
    case JP_ASSESS_POINTS:
      allowed = m_points (book, year, city, indicator, points);
      break;
    case JP_ASSESS_VETO:
    case JP_ASSESS_WITHDRAW:
      allowed = m_veto (book, year, city, kind == JP_ASSESS_VETO);
      break;
    case JP_ASSESS_SUBMIT:
      allowed = m_submit (book, year, city, person);
      break;
    case JP_ASSESS_RETURN:
      allowed = m_send_back (book, year, city, reason);
      break;
    case JP_ASSESS_CONFIRM:
      allowed = m_confirm (&b->world, book, year, city, person, reason);
      break;
    case JP_ASSESS_REOPEN:
      allowed = m_reopen (book, year, city, reason);
      break;
    case JP_ASSESS_KEEP:
      allowed = m_keep (&b->world, book, year, city, reason);
      break;
    default:
      g_assert_not_reached ();
    }
  bureau_settle (b, cluster, &before, entry_work ? WORK : ACT, done, allowed,
                 "assess %d %s by %d, person %d, %d.%02d points, reason %d", year, jp_assess_act_id (kind), office,
                 person, points / 100, points % 100, reason);
}

/* A total near the edges of the bands, dealt out. */
static void
give_points (Bureau *b, int cluster, int year, int office)
{
  static const int edges[] = { 8000, 7999, 7000, 6999, 6000, 5999, 10000, 9500 };
  int total = edges[bureau_pick (b, G_N_ELEMENTS (edges))];

  for (int i = 0; i < M_INDICATORS; i++)
    {
      int points = MIN (total, M_WEIGHTS[i]);

      total -= points;
      try_review (b, cluster, year, JP_ASSESS_POINTS, i, points, office, office, TRUE);
    }
}

/* The next step of a year's assessment, or any. */
void
bureau_try_assessment (Bureau *b, int cluster)
{
  static const JpAssessActKind kinds[] = {
    JP_ASSESS_OPEN,   JP_ASSESS_POINTS,  JP_ASSESS_VETO,   JP_ASSESS_WITHDRAW, JP_ASSESS_SUBMIT,
    JP_ASSESS_RETURN, JP_ASSESS_CONFIRM, JP_ASSESS_REOPEN, JP_ASSESS_KEEP,
  };
  int year = m_year (b->world.today) - (bureau_chance (b, 80) ? 1 : 2);

  if (year < M_FIRST)
    return;
  if (bureau_chance (b, 35))
    {
      int indicator = bureau_pick (b, M_INDICATORS);

      try_review (b, cluster, year, kinds[bureau_pick (b, G_N_ELEMENTS (kinds))], indicator,
                  bureau_pick (b, M_WEIGHTS[indicator] + 50), bureau_pick (b, 2), bureau_pick (b, 3), TRUE);
      return;
    }

  switch (b->books[cluster].assessments[year - M_FIRST].state)
    {
    case 0:
      try_review (b, cluster, year, JP_ASSESS_OPEN, 0, 0, 0, 0, FALSE);
      break;
    case 1:
      give_points (b, cluster, year, 0);
      try_review (b, cluster, year, JP_ASSESS_SUBMIT, 0, 0, 0, bureau_chance (b, 70) ? 0 : 2, FALSE);
      break;
    case 2:
      give_points (b, cluster, year, 1);
      try_review (b, cluster, year, JP_ASSESS_CONFIRM, 0, 0, 1, bureau_chance (b, 70) ? 1 : 2, bureau_chance (b, 30));
      break;
    default:
      try_review (b, cluster, year, bureau_chance (b, 85) ? JP_ASSESS_KEEP : JP_ASSESS_REOPEN, 0, 0, 1, 1,
                  bureau_chance (b, 60));
      break;
    }
}
