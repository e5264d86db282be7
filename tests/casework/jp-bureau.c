/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-bureau.h"

#include "jp-cluster-work.h"
#include "jp-correction.h"
#include "jp-fund-work.h"
#include "jp-life.h"
#include "jp-use-work.h"
#include "jp-veto.h"

#include <string.h>

static const char *const districts[MOST_CLUSTERS] = { "350211", "350203", "350205" };
static const char *const persons[] = { "林", "陈", "独" };

int
bureau_pick (Bureau *b, int n)
{
  return g_rand_int_range (b->rand, 0, n);
}

gboolean
bureau_chance (Bureau *b, int percent)
{
  return bureau_pick (b, 100) < percent;
}

/* Most things happen today. */
MDay
bureau_some_day (Bureau *b)
{
  return bureau_chance (b, 75) ? b->world.today : b->world.today + 1 - bureau_pick (b, 60);
}

static const char *
office_id (int cluster, int office)
{
  return office == 0 ? districts[cluster] : office == 1 ? "city" : "centre";
}

/* Mostly the right one. */
int
bureau_some_office (Bureau *b, int right)
{
  return bureau_chance (b, 92) ? right : bureau_pick (b, 3);
}

JpDesk *
bureau_desk (Bureau *b, int cluster, int office, int person)
{
  return jp_work_desk_of (&b->work, office_id (cluster, office), persons[person]);
}

/* What the program says now must be what the notebook says. */

static guint
proved (const JpDossier *dossier, const JpContext *context, int year)
{
  static const char *const ids[]
    = { "false_application", "return_not_filed", "change_not_filed", "grave_incident", "lapsed" };
  g_autoptr (GPtrArray) vetoes
    = jp_vetoes_new (dossier, context, jp_pack_set_on (context->packs, context->today), year);
  guint bits = 0;

  for (guint i = 0; i < vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (vetoes, i);

      for (guint bit = 0; bit < G_N_ELEMENTS (ids); bit++)
        if (veto->by_record && veto->state == JP_VETO_STANDS && g_str_equal (veto->rule->id, ids[bit]))
          bits |= 1u << bit;
    }

  return bits;
}

static void
compare_life (const JpDossier *dossier, const JpContext *context, const MCluster *book, MDay today)
{
  g_auto (JpLife) life = { 0 };
  MLife told;

  jp_life_init (&life, dossier, context);
  m_life (book, today, &told);
  g_assert_cmpstr (jp_stage_id (life.stage), ==, m_stage_id (&told, today));
  g_assert_cmpuint (life.terms->len, ==, told.n_terms);
  for (int i = 0; i < told.n_terms; i++)
    {
      g_assert_cmpint (g_array_index (life.terms, JpTerm, i).first, ==, told.first[i]);
      g_assert_cmpint (g_array_index (life.terms, JpTerm, i).last, ==, told.last[i]);
    }
  g_assert_cmpint (jp_life_in_term (&life, context->today), ==, m_in_term (&told, today));
  for (int year = M_FIRST; year <= m_year (today); year++)
    {
      const JpAssessment *kept = jp_dossier_assessment (dossier, year);
      const MAssessment *assessment = &book->assessments[year - M_FIRST];

      g_assert_cmpint (jp_life_has_duties (&life, year), ==, m_has_duties (&told, year));
      g_assert_cmpuint (proved (dossier, context, year), ==, m_vetoes (book, year, today));
      g_assert_cmpint (kept != NULL ? kept->state : 0, ==, assessment->state);
      if (assessment->state != 3)
        continue;
      g_assert_cmpint (kept->frozen->total, ==, assessment->total);
      g_assert_cmpint (kept->frozen->vetoes->len > 0, ==, assessment->vetoes != 0);
      g_assert_cmpint (kept->figures_corrected, ==, assessment->corrected);
    }
}

static void
compare_money (const JpDossier *dossier, const JpContext *context, const MWorld *world, const MCluster *book)
{
  g_auto (JpUseLedger) ledger = { 0 };
  gint64 paid, spent, returned;

  g_assert_cmpint (jp_funding_start (dossier, context, NULL), ==, m_start (book, world->today));
  for (int ordinal = 1; ordinal <= M_ORDINALS && m_start (book, world->today) != 0; ordinal++)
    {
      g_auto (JpFundCase) fund_case = { 0 };
      MCaseState told;
      gint64 worth;
      gboolean decided = m_worth (book, ordinal, world->today, &worth);

      jp_fund_case_init (&fund_case, dossier, context, (guint) ordinal);
      m_case (book, ordinal, &told);
      if (!told.paid_once && m_forfeited (book, world->today))
        decided = TRUE, worth = 0;
      g_assert_cmpstr (jp_case_state_id (fund_case.state), ==, m_case_id (world, book, ordinal, world->today));
      g_assert_cmpint (fund_case.decided, ==, decided);
      if (decided)
        g_assert_cmpint (fund_case.entitled, ==, worth);
      g_assert_cmpint (fund_case.paid, ==, told.paid);
      g_assert_cmpint (fund_case.to_refund, ==, m_owed_back (book, ordinal, world->today));
    }

  m_ledger (book, &paid, &spent, &returned);
  jp_use_ledger_init (&ledger, dossier, context);
  g_assert_cmpint (ledger.paid, ==, paid);
  g_assert_cmpint (ledger.spent, ==, spent);
  g_assert_cmpint (ledger.returned, ==, returned);
  g_assert_cmpint (ledger.balance, ==, paid - spent - returned);
}

void
bureau_compare (Bureau *b, int cluster)
{
  g_autoptr (JpDossier) dossier = jp_work_load (&b->work, b->ids[cluster]);
  JpContext context = jp_work_context (&b->work);
  const MCluster *book = &b->books[cluster];

  compare_life (dossier, &context, book, b->world.today);
  compare_money (dossier, &context, &b->world, book);
  for (int year = M_FIRST - 1; year <= m_year (b->world.today); year++)
    {
      const JpFigures *figures = jp_dossier_figures (dossier, year);

      g_assert_cmpint (figures != NULL ? jp_figures_get (figures, "output") : JP_VALUE_UNKNOWN, ==,
                       book->figures[year - M_FIRST + 1]);
    }
}

/* One try */

static void
remember (Bureau *b, int cluster, const MCluster *before, gint64 seq)
{
  Remembered *entry = g_new (Remembered, 1);

  *entry = (Remembered){ seq, 0, cluster, *before, b->books[cluster] };
  g_ptr_array_add (b->undos, entry);
  if (b->undos->len > MOST_UNDOS)
    {
      g_ptr_array_remove_index (b->undos, 0);
      b->forgot = TRUE;
    }
}

/* @done by the program, @allowed by the notebook, which had @before. */
void
bureau_settle (Bureau *b, int cluster, const MCluster *before, EntryKind kind, gboolean done, gboolean allowed,
               const char *format, ...)
{
  g_autofree char *what = NULL;
  char day[JP_DATE_ISO_LEN];
  va_list args;
  gint64 head;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%s cluster %d: %s: %s", jp_date_to_iso (b->work.today, day), cluster, what,
                  done ? "done" : b->work.error->message);
  if (done != allowed)
    g_error ("%s, cluster %d: %s was %s, and the notebook says otherwise: %s", day, cluster, what,
             done ? "done" : "refused", done ? "" : b->work.error->message);
  if (!done)
    {
      b->n_refused++;
      g_assert_nonnull (strstr (b->work.error->message, "R-"));
      g_assert_true (jp_work_is_untouched (&b->work));
      g_clear_error (&b->work.error);
      return;
    }

  b->n_done++;
  jp_work_note (&b->work);
  head = jp_work_head (&b->work);
  if (kind == ACT)
    b->last_act[cluster] = head;
  else if (kind == WORK && head != b->head)
    {
      b->last_work = head;
      remember (b, cluster, before, head);
    }
  else if (kind == WORK) /* what is there already is no entry */
    g_assert_cmpmem (&b->books[cluster], sizeof (MCluster), before, sizeof (MCluster));
  b->head = head;
  bureau_compare (b, cluster);
}
