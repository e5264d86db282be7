/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-bureau.h"

#include "jp-cluster-work.h"
#include "jp-correction.h"
#include "jp-fund-work.h"
#include "jp-life.h"
#include "jp-use-work.h"
#include "jp-veto.h"

#include <string.h>

static void
try_fund_act (Bureau *b, int cluster, int ordinal, char letter, MDay date, int office, gint64 amount, gboolean reason,
              gboolean override)
{
  static const char letters[] = "oDCPJU-YFB";
  static const JpFundActKind kinds[] = {
    JP_FUND_PLAN,   JP_FUND_DISTRICT, JP_FUND_CITY, JP_FUND_PUBLICISE, JP_FUND_OBJECT,
    JP_FUND_SETTLE, JP_FUND_SETTLE,   JP_FUND_PAY,  JP_FUND_REFUND,    JP_FUND_RETURN,
  };
  MCluster *book = &b->books[cluster], before = *book;
  g_autoptr (JpFundAct) act
    = jp_fund_act_new ((guint) ordinal, kinds[strchr (letters, letter) - letters], (JpDate) date);
  gboolean done, allowed;

  if (book->cases[ordinal - 1].n >= M_STEPS - 1)
    return;
  if (letter == 'o')
    g_ptr_array_add (act->lines, jp_plan_line_new ("platform", amount));
  act->amount = letter == 'Y' || letter == 'F' ? amount : 0;
  act->voucher = letter == 'Y' || letter == 'F' ? g_strdup ("凭") : NULL;
  act->note = letter == 'J' ? g_strdup ("来函") : NULL;
  act->upheld = letter == 'U';
  act->reason = reason ? g_strdup ("说明") : NULL;
  act->override_reason = override ? g_strdup ("局长办公会同意") : NULL;
  done = jp_casework_fund (bureau_desk (b, cluster, office, 1), b->ids[cluster], act, &b->work.error);
  allowed = m_fund (&b->world, book, ordinal, letter, date, office, amount, reason, override);
  bureau_settle (b, cluster, &before, ACT, done, allowed,
                 "fund %d %c on %d by %d, %" G_GINT64_FORMAT ", reason %d, override %d", ordinal, letter, date, office,
                 amount, reason, override);
}

static void
try_start (Bureau *b, int cluster)
{
  MCluster *book = &b->books[cluster], before = *book;
  int year = m_year (b->world.today) - 1 + bureau_pick (b, 3);
  gboolean reason = bureau_chance (b, 60), done, allowed;

  done = jp_casework_fund_start (bureau_desk (b, cluster, 1, 1), b->ids[cluster], year, reason ? "说明" : NULL,
                                 &b->work.error);
  allowed = m_fund_start (&b->world, book, year, reason);
  bureau_settle (b, cluster, &before, ACT, done, allowed, "fund start %d, reason %d", year, reason);
}

void
bureau_try_funding (Bureau *b, int cluster)
{
  static const char next[][3] = { "Oo0", "PD0", "DC1", "CP1", "UY1", "ZF1" };
  static const gint64 odd[] = { 100000000, 60000000, 40000000, 30000000, 20000000, 1, 0, 20000001 };
  const MCluster *book = &b->books[cluster];
  int ordinal = 1 + bureau_pick (b, M_ORDINALS);
  MCaseState state;
  gint64 worth;

  if (bureau_chance (b, 5))
    {
      try_start (b, cluster);
      return;
    }
  m_worth (book, ordinal, b->world.today, &worth);
  m_case (book, ordinal, &state);
  if (bureau_chance (b, 25))
    {
      try_fund_act (b, cluster, ordinal, "oDCPJU-YFB"[bureau_pick (b, 10)], bureau_some_day (b), bureau_pick (b, 3),
                    odd[bureau_pick (b, G_N_ELEMENTS (odd))], bureau_chance (b, 50), bureau_chance (b, 30));
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (next); i++)
    {
      char letter = next[i][1];
      gint64 amount = worth;

      if (next[i][0] != state.step)
        continue;
      if (letter == 'F')
        amount = m_owed_back (book, ordinal, b->world.today);
      if (letter == 'Y' && state.objections > 0)
        letter = bureau_chance (b, 70) ? '-' : 'U';
      else if (letter == 'Y' && bureau_chance (b, 10))
        letter = 'J';
      if (bureau_chance (b, 5))
        amount += bureau_pick (b, 3) - 1;
      try_fund_act (b, cluster, ordinal, letter, bureau_some_day (b), bureau_some_office (b, next[i][2] - '0'), amount,
                    bureau_chance (b, 20), bureau_chance (b, 40));
      return;
    }
}

void
bureau_try_finding (Bureau *b, int cluster)
{
  MCluster *book = &b->books[cluster], before = *book;
  MDay day = bureau_some_day (b);
  int recent = MIN (book->n_findings, 3), office = bureau_pick (b, 3);
  int index = recent > 0 ? book->n_findings - 1 - bureau_pick (b, recent) : 0;
  const MFinding *told = &book->findings[index];
  gboolean done, allowed;

  if (book->n_findings == M_RECORDS)
    return;
  if (book->n_findings == 0 || bureau_chance (b, 12))
    {
      g_autoptr (JpFinding) finding = jp_finding_new (0, 0);

      finding->opened = (JpDate) day;
      finding->due = (JpDate) (day + 30);
      finding->matter = g_strdup ("凭证不全");
      finding->amount = 0;
      done = jp_casework_finding (bureau_desk (b, cluster, 1, 1), b->ids[cluster], finding, &b->work.error);
      allowed = m_finding (&b->world, book, day, day + 30);
      if (done)
        g_assert_cmpuint (finding->number, ==, book->findings[book->n_findings - 1].number);
      bureau_settle (b, cluster, &before, ACT, done, allowed, "finding on %d", day);
    }
  else if (bureau_chance (b, 35))
    {
      done = jp_casework_measure (bureau_desk (b, cluster, 0, 0), b->ids[cluster], told->year, told->number,
                                  (JpDate) day, "补齐", &b->work.error);
      allowed = m_measure (&b->world, book, index, day);
      bureau_settle (b, cluster, &before, ACT, done, allowed, "measure %d on %d", index, day);
    }
  else
    {
      done = jp_casework_confirm_finding (bureau_desk (b, cluster, office, 1), b->ids[cluster], told->year,
                                          told->number, (JpDate) day, &b->work.error);
      allowed = m_confirm_finding (&b->world, book, index, office, day);
      bureau_settle (b, cluster, &before, ACT, done, allowed, "confirm finding %d by %d on %d", index, office, day);
    }
}

void
bureau_try_use (Bureau *b, int cluster)
{
  MCluster *book = &b->books[cluster], before = *book;
  MDay day = bureau_some_day (b);
  gboolean done, allowed;

  if (book->n_uses >= M_USES - 1)
    return;
  if (bureau_chance (b, 75))
    {
      g_autoptr (JpUseEntry) entry = jp_use_entry_new (0, (JpDate) day, (guint) (1 + bureau_pick (b, M_ORDINALS)));

      entry->category = g_strdup ("brand");
      entry->payee = g_strdup ("品牌公司");
      entry->amount = bureau_chance (b, 95) ? 1 + bureau_pick (b, 5000000) : 0;
      done = jp_casework_use_add (bureau_desk (b, cluster, 0, 0), b->ids[cluster], entry, &b->work.error);
      allowed = m_use (&b->world, book, (int) entry->ordinal, day, entry->amount);
      bureau_settle (b, cluster, &before, WORK, done, allowed, "use %" G_GINT64_FORMAT " on %d", entry->amount, day);
    }
  else if (book->n_uses > 0)
    {
      int number = 1 + bureau_pick (b, book->n_uses);
      g_autofree char *text = g_strdup_printf ("%d", number);
      gboolean reason = bureau_chance (b, 85);

      done = jp_casework_use_reverse (bureau_desk (b, cluster, 0, 0), b->ids[cluster], text, (JpDate) day,
                                      reason ? "有误" : NULL, &b->work.error);
      allowed = m_reverse (&b->world, book, number, day, reason);
      bureau_settle (b, cluster, &before, WORK, done, allowed, "reverse %d on %d", number, day);
    }
}

static gboolean
correct (Bureau *b, int cluster, gint64 seq, MDay date, gboolean filed)
{
  JpCorrection correction = { .void_it = date == 0,
                              .date = filed ? JP_DATE_NONE : (JpDate) date,
                              .filed = filed ? (JpDate) date : JP_DATE_NONE,
                              .reason = "录入有误" };

  return jp_casework_correct (bureau_desk (b, cluster, 1, 1), seq, &correction, &b->work.error) != 0;
}

void
bureau_try_correction (Bureau *b, int cluster)
{
  MCluster *book = &b->books[cluster], before = *book;
  MDay date = bureau_chance (b, 40) ? 0 : bureau_some_day (b) - bureau_pick (b, 100);
  int kind = bureau_pick (b, 4);
  gboolean done, allowed;

  if (kind == 0 && book->n_acts > 0)
    {
      int index = bureau_pick (b, book->n_acts);

      done = correct (b, cluster, book->acts[index].seq, date, FALSE);
      allowed = m_correct_act (&b->world, book, index, date);
      bureau_settle (b, cluster, &before, ACT, done, allowed, "correct act %d to %d", index, date);
    }
  else if (kind == 1)
    {
      int year = M_FIRST + bureau_pick (b, MAX (1, m_year (b->world.today) - M_FIRST));

      if (book->return_seq[year - M_FIRST] == 0)
        return;
      done = correct (b, cluster, book->return_seq[year - M_FIRST], date, FALSE);
      allowed = m_correct_return (&b->world, book, year, date);
      bureau_settle (b, cluster, &before, ACT, done, allowed, "correct return on %d to %d", year, date);
    }
  else if (kind == 2 && book->n_changes > 0)
    {
      int index = bureau_pick (b, book->n_changes);

      done = correct (b, cluster, book->changes[index].seq, date, TRUE);
      allowed = m_correct_change (&b->world, book, index, date);
      bureau_settle (b, cluster, &before, ACT, done, allowed, "correct change %d to %d", index, date);
    }
  else if (kind == 3 && book->n_incidents > 0)
    {
      int index = bureau_pick (b, book->n_incidents);

      done = correct (b, cluster, book->incidents[index].seq, date, FALSE);
      allowed = m_correct_incident (&b->world, book, index, date);
      bureau_settle (b, cluster, &before, ACT, done, allowed, "correct incident %d to %d", index, date);
    }
}
