/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random years in a bureau: whatever is tried, program and notebook (jp-model.h) allow the same and agree on what came
 * of it; what is refused leaves the file as it was. `JP_TEST_LONG=1` goes on for much longer. */

#include "jp-assess-work.h"
#include "jp-cluster-work.h"
#include "jp-correction.h"
#include "jp-fund-work.h"
#include "jp-life.h"
#include "jp-model.h"
#include "jp-test-work.h"
#include "jp-use-work.h"
#include "jp-veto.h"

#include <string.h>

#define MOST_CLUSTERS 3
#define N_STEPS       2500 /* tried in one file */
#define N_STEPS_LONG  40000
#define MOST_UNDOS    12   /* remembered */

static const char *const districts[MOST_CLUSTERS] = { "350211", "350203", "350205" };
static const char *const persons[] = { "林", "陈", "独" };

/* A piece of entry work the notebook can take back. */
typedef struct
{
  gint64   seq, undo_seq; /* undo_seq > 0: undone */
  int      cluster;
  MCluster before, after;
} Remembered;

typedef struct
{
  JpWork      work;
  MWorld      world;
  GRand      *rand;
  int         n_clusters;
  char       *ids[MOST_CLUSTERS];
  MCluster    books[MOST_CLUSTERS];
  gint64      last_act[MOST_CLUSTERS]; /* number of the last official act */
  gint64      last_work;
  gint64      head; /* of the journal */
  GPtrArray  *undos; /* of Remembered, oldest first */
  gboolean    forgot; /* there was older work than is remembered */
  guint       n_done, n_refused;
} Bureau;

static int
pick (Bureau *b, int n)
{
  return g_rand_int_range (b->rand, 0, n);
}

static gboolean
chance (Bureau *b, int percent)
{
  return pick (b, 100) < percent;
}

/* Most things happen today. */
static MDay
some_day (Bureau *b)
{
  return chance (b, 75) ? b->world.today : b->world.today + 1 - pick (b, 60);
}

static const char *
office_id (int cluster, int office)
{
  return office == 0 ? districts[cluster] : office == 1 ? "city" : "centre";
}

/* Mostly the right one. */
static int
some_office (Bureau *b, int right)
{
  return chance (b, 92) ? right : pick (b, 3);
}

static JpDesk *
desk (Bureau *b, int cluster, int office, int person)
{
  return jp_work_desk_of (&b->work, office_id (cluster, office), persons[person]);
}

/* What the program says now must be what the notebook says. */

static guint
proved (const JpDossier *dossier, const JpContext *context, int year)
{
  static const char *const ids[] = { "false_application", "return_not_filed", "change_not_filed", "grave_incident", "lapsed" };
  g_autoptr (GPtrArray) vetoes = jp_vetoes_new (dossier, context, jp_pack_set_on (context->packs, context->today), year);
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

static void
compare (Bureau *b, int cluster)
{
  g_autoptr (JpDossier) dossier = jp_work_load (&b->work, b->ids[cluster]);
  JpContext context = jp_work_context (&b->work);
  const MCluster *book = &b->books[cluster];

  compare_life (dossier, &context, book, b->world.today);
  compare_money (dossier, &context, &b->world, book);
  for (int year = M_FIRST - 1; year <= m_year (b->world.today); year++)
    {
      const JpFigures *figures = jp_dossier_figures (dossier, year);

      g_assert_cmpint (figures != NULL ? jp_figures_get (figures, "output") : JP_VALUE_UNKNOWN, ==, book->figures[year - M_FIRST + 1]);
    }
}

/* One try */

typedef enum { ACT, WORK, NO_ENTRY } EntryKind;

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
static void G_GNUC_PRINTF (7, 8)
settle (Bureau *b, int cluster, const MCluster *before, EntryKind kind, gboolean done, gboolean allowed, const char *format, ...)
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
    g_error ("%s, cluster %d: %s was %s, and the notebook says otherwise: %s", day, cluster, what, done ? "done" : "refused",
             done ? "" : b->work.error->message);
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
  compare (b, cluster);
}

static void
try_act (Bureau *b, int cluster, char letter, MDay date, gboolean reason)
{
  static const char letters[] = "cdabrimtxGpqsHfv";
  static const int offices[] = { 0, 0, 0, 2, 1, 2, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1 };
  static const JpActKind kinds[] = {
    JP_ACT_CULTIVATE, JP_ACT_DESIGNATE, JP_ACT_APPLY, JP_ACT_ACCEPT, JP_ACT_REVIEW, JP_ACT_INSPECT, JP_ACT_RECOMMEND,
    JP_ACT_RETURN, JP_ACT_DECLINE, JP_ACT_RECOGNISE, JP_ACT_RENEWAL_APPLY, JP_ACT_RENEWAL_REVIEW, JP_ACT_RENEWAL_RECOMMEND,
    JP_ACT_RENEW, JP_ACT_RENEWAL_FAIL, JP_ACT_REVOKE,
  };
  int index = (int) (strchr (letters, letter) - letters), office = some_office (b, offices[index]);
  MCluster before = b->books[cluster];
  g_autoptr (JpAct) act = jp_act_new (kinds[index], (JpDate) date, NULL);
  gboolean done, allowed;

  if (before.n_acts >= M_ACTS - 1)
    return;
  act->reason = reason ? g_strdup ("说明") : NULL;
  done = jp_casework_act (desk (b, cluster, office, 1), b->ids[cluster], act, &b->work.error);
  allowed = m_act (&b->world, &b->books[cluster], letter, date, office, reason, done ? jp_work_head (&b->work) : 0);
  settle (b, cluster, &before, ACT, done, allowed, "act %c on %d by %d, reason %d", letter, date, office, reason);
}

static void
try_life (Bureau *b, int cluster)
{
  static const char letters[] = "cdabrimtxGpqsHfv";
  char allowed[sizeof letters];
  int n = 0;
  MLife life;

  m_life (&b->books[cluster], b->world.today, &life);
  for (const char *letter = letters; *letter != '\0'; letter++)
    for (int office = 0; office < 3; office++)
      if (strchr ("vfx", *letter) == NULL && (*letter != 'H' || strchr ("SL", life.stage) != NULL) && (n == 0 || allowed[n - 1] != *letter) &&
          m_may_act (&b->world, &b->books[cluster], *letter, b->world.today, office, TRUE))
        allowed[n++] = *letter;
  if (n > 0 && chance (b, 70))
    try_act (b, cluster, allowed[pick (b, n)], some_day (b), chance (b, 70));
  else
    try_act (b, cluster, letters[pick (b, (int) sizeof letters - (chance (b, 90) ? 3 : 1))], some_day (b), chance (b, 60));
}

static void
try_check (Bureau *b, int cluster)
{
  MCluster before = b->books[cluster];
  gboolean done;

  if (before.n_checks == M_RECORDS)
    return;
  done = jp_casework_standard_check (desk (b, cluster, 1, 1), b->ids[cluster], m_year (b->world.today) - 1,
                                     g_ptr_array_new_with_free_func ((GDestroyNotify) jp_judgement_free), &b->work.error);
  b->books[cluster].checks[b->books[cluster].n_checks++] = b->world.today;
  settle (b, cluster, &before, WORK, done, TRUE, "self-check");
}

static void
try_filing (Bureau *b, int cluster)
{
  MCluster *book = &b->books[cluster], before = *book;
  MDay day = some_day (b), filed = chance (b, 15) ? 0 : day + pick (b, 33);
  JpDesk *at = desk (b, cluster, 0, 0);
  int kind = pick (b, 40);
  gboolean done, allowed;

  if (book->n_changes == M_RECORDS || book->n_incidents == M_RECORDS)
    return;
  if (kind < 34)
    {
      int year = m_year (b->world.today) - 1 + (chance (b, 10) ? 1 : 0);

      done = year >= M_FIRST && jp_casework_file_return (at, b->ids[cluster], year, (JpDate) day, &b->work.error);
      if (year < M_FIRST)
        return;
      allowed = m_file_return (&b->world, book, year, day, done ? jp_work_head (&b->work) : 0);
      settle (b, cluster, &before, WORK, done, allowed, "return on %d filed %d", year, day);
    }
  else if (kind < 38)
    {
      static const char *const kinds[] = { "scope", "operator", "other" };
      int which = pick (b, 3);
      g_autoptr (JpChange) change = jp_change_new (kinds[which], (JpDate) day, (JpDate) filed);

      change->to = g_strdup_printf ("之后%d", pick (b, 1000));
      change->reason = g_strdup ("调整");
      done = jp_casework_file_change (at, b->ids[cluster], change, &b->work.error);
      allowed = m_change (&b->world, book, which, day, filed, done ? jp_work_head (&b->work) : 0);
      settle (b, cluster, &before, WORK, done, allowed, "change %s of %d filed %d", kinds[which], day, filed);
    }
  else
    {
      gboolean grave = chance (b, 30);
      g_autoptr (JpIncident) incident = jp_incident_new ("safety", grave ? "较大" : "一般", (JpDate) day);

      done = jp_casework_file_incident (at, b->ids[cluster], incident, &b->work.error);
      allowed = m_incident (&b->world, book, grave, day, done ? jp_work_head (&b->work) : 0);
      settle (b, cluster, &before, WORK, done, allowed, "incident on %d, grave %d", day, grave);
    }
}

static void
try_figure (Bureau *b, int cluster)
{
  MCluster *book = &b->books[cluster], before = *book;
  int year = m_year (b->world.today) - pick (b, 4) + (chance (b, 5) ? 1 : 0), office = pick (b, 3) > 0 ? 0 : 1;
  gint64 value = chance (b, 90) ? pick (b, 50) : JP_VALUE_UNKNOWN;
  gboolean reason = chance (b, 40), same, done, allowed;

  if (year < M_FIRST - 1)
    return;
  done = jp_casework_set_figure (desk (b, cluster, office, office), b->ids[cluster], year, "output", value, reason ? "更正" : NULL, &b->work.error);
  allowed = m_figure (&b->world, book, year, value, office == 1, reason, &same);
  settle (b, cluster, &before, same ? NO_ENTRY : WORK, done, allowed, "figure of %d to %d by %d", year, (int) value, office);
}

static void
try_review (Bureau *b, int cluster, int year, JpAssessActKind kind, int indicator, int points, int office, int person, gboolean reason)
{
  static const char *const indicators[M_INDICATORS] = {
    "output_growth", "rd_growth", "quality_sme", "key_industrial", "ip_growth", "digital", "governance",
  };
  MCluster *book = &b->books[cluster], before = *book;
  JpAssessAct act = { .kind = kind, .points = points, .reason = reason ? "核实" : NULL };
  gboolean city = office > 0, entry_work = kind == JP_ASSESS_POINTS || kind == JP_ASSESS_VETO || kind == JP_ASSESS_WITHDRAW;
  gboolean done, allowed = FALSE;

  act.item = kind == JP_ASSESS_POINTS ? indicators[indicator] : "false_application";
  done = jp_casework_assess (desk (b, cluster, office, person), b->ids[cluster], year, &act, &b->work.error);
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
  settle (b, cluster, &before, entry_work ? WORK : ACT, done, allowed, "assess %d %s by %d, person %d, %d.%02d points, reason %d", year,
          jp_assess_act_id (kind), office, person, points / 100, points % 100, reason);
}

/* A total near the edges of the bands, dealt out. */
static void
give_points (Bureau *b, int cluster, int year, int office)
{
  static const int edges[] = { 8000, 7999, 7000, 6999, 6000, 5999, 10000, 9500 };
  int total = edges[pick (b, G_N_ELEMENTS (edges))];

  for (int i = 0; i < M_INDICATORS; i++)
    {
      int points = MIN (total, M_WEIGHTS[i]);

      total -= points;
      try_review (b, cluster, year, JP_ASSESS_POINTS, i, points, office, office, TRUE);
    }
}

/* The next step of a year's assessment, or any. */
static void
try_assessment (Bureau *b, int cluster)
{
  static const JpAssessActKind kinds[] = {
    JP_ASSESS_OPEN, JP_ASSESS_POINTS, JP_ASSESS_VETO, JP_ASSESS_WITHDRAW, JP_ASSESS_SUBMIT, JP_ASSESS_RETURN, JP_ASSESS_CONFIRM,
    JP_ASSESS_REOPEN, JP_ASSESS_KEEP,
  };
  int year = m_year (b->world.today) - (chance (b, 80) ? 1 : 2);

  if (year < M_FIRST)
    return;
  if (chance (b, 35))
    {
      int indicator = pick (b, M_INDICATORS);

      try_review (b, cluster, year, kinds[pick (b, G_N_ELEMENTS (kinds))], indicator, pick (b, M_WEIGHTS[indicator] + 50),
                  pick (b, 2), pick (b, 3), TRUE);
      return;
    }

  switch (b->books[cluster].assessments[year - M_FIRST].state)
    {
    case 0:
      try_review (b, cluster, year, JP_ASSESS_OPEN, 0, 0, 0, 0, FALSE);
      break;
    case 1:
      give_points (b, cluster, year, 0);
      try_review (b, cluster, year, JP_ASSESS_SUBMIT, 0, 0, 0, chance (b, 70) ? 0 : 2, FALSE);
      break;
    case 2:
      give_points (b, cluster, year, 1);
      try_review (b, cluster, year, JP_ASSESS_CONFIRM, 0, 0, 1, chance (b, 70) ? 1 : 2, chance (b, 30));
      break;
    default:
      try_review (b, cluster, year, chance (b, 85) ? JP_ASSESS_KEEP : JP_ASSESS_REOPEN, 0, 0, 1, 1, chance (b, 60));
      break;
    }
}

static void
try_fund_act (Bureau *b, int cluster, int ordinal, char letter, MDay date, int office, gint64 amount, gboolean reason, gboolean override)
{
  static const char letters[] = "oDCPJU-YFB";
  static const JpFundActKind kinds[] = {
    JP_FUND_PLAN, JP_FUND_DISTRICT, JP_FUND_CITY, JP_FUND_PUBLICISE, JP_FUND_OBJECT, JP_FUND_SETTLE, JP_FUND_SETTLE, JP_FUND_PAY,
    JP_FUND_REFUND, JP_FUND_RETURN,
  };
  MCluster *book = &b->books[cluster], before = *book;
  g_autoptr (JpFundAct) act = jp_fund_act_new ((guint) ordinal, kinds[strchr (letters, letter) - letters], (JpDate) date);
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
  done = jp_casework_fund (desk (b, cluster, office, 1), b->ids[cluster], act, &b->work.error);
  allowed = m_fund (&b->world, book, ordinal, letter, date, office, amount, reason, override);
  settle (b, cluster, &before, ACT, done, allowed, "fund %d %c on %d by %d, %" G_GINT64_FORMAT ", reason %d, override %d", ordinal,
          letter, date, office, amount, reason, override);
}

static void
try_start (Bureau *b, int cluster)
{
  MCluster *book = &b->books[cluster], before = *book;
  int year = m_year (b->world.today) - 1 + pick (b, 3);
  gboolean reason = chance (b, 60), done, allowed;

  done = jp_casework_fund_start (desk (b, cluster, 1, 1), b->ids[cluster], year, reason ? "说明" : NULL, &b->work.error);
  allowed = m_fund_start (&b->world, book, year, reason);
  settle (b, cluster, &before, ACT, done, allowed, "fund start %d, reason %d", year, reason);
}

static void
try_funding (Bureau *b, int cluster)
{
  static const char next[][3] = { "Oo0", "PD0", "DC1", "CP1", "UY1", "ZF1" };
  static const gint64 odd[] = { 100000000, 60000000, 40000000, 30000000, 20000000, 1, 0, 20000001 };
  const MCluster *book = &b->books[cluster];
  int ordinal = 1 + pick (b, M_ORDINALS);
  MCaseState state;
  gint64 worth;

  if (chance (b, 5))
    {
      try_start (b, cluster);
      return;
    }
  m_worth (book, ordinal, b->world.today, &worth);
  m_case (book, ordinal, &state);
  if (chance (b, 25))
    {
      try_fund_act (b, cluster, ordinal, "oDCPJU-YFB"[pick (b, 10)], some_day (b), pick (b, 3), odd[pick (b, G_N_ELEMENTS (odd))],
                    chance (b, 50), chance (b, 30));
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
        letter = chance (b, 70) ? '-' : 'U';
      else if (letter == 'Y' && chance (b, 10))
        letter = 'J';
      if (chance (b, 5))
        amount += pick (b, 3) - 1;
      try_fund_act (b, cluster, ordinal, letter, some_day (b), some_office (b, next[i][2] - '0'), amount, chance (b, 20), chance (b, 40));
      return;
    }
}

static void
try_finding (Bureau *b, int cluster)
{
  MCluster *book = &b->books[cluster], before = *book;
  MDay day = some_day (b);
  int recent = MIN (book->n_findings, 3), office = pick (b, 3);
  int index = recent > 0 ? book->n_findings - 1 - pick (b, recent) : 0;
  const MFinding *told = &book->findings[index];
  gboolean done, allowed;

  if (book->n_findings == M_RECORDS)
    return;
  if (book->n_findings == 0 || chance (b, 12))
    {
      g_autoptr (JpFinding) finding = jp_finding_new (0, 0);

      finding->opened = (JpDate) day;
      finding->due = (JpDate) (day + 30);
      finding->matter = g_strdup ("凭证不全");
      finding->amount = 0;
      done = jp_casework_finding (desk (b, cluster, 1, 1), b->ids[cluster], finding, &b->work.error);
      allowed = m_finding (&b->world, book, day, day + 30);
      if (done)
        g_assert_cmpuint (finding->number, ==, book->findings[book->n_findings - 1].number);
      settle (b, cluster, &before, ACT, done, allowed, "finding on %d", day);
    }
  else if (chance (b, 35))
    {
      done = jp_casework_measure (desk (b, cluster, 0, 0), b->ids[cluster], told->year, told->number, (JpDate) day, "补齐", &b->work.error);
      allowed = m_measure (&b->world, book, index, day);
      settle (b, cluster, &before, ACT, done, allowed, "measure %d on %d", index, day);
    }
  else
    {
      done = jp_casework_confirm_finding (desk (b, cluster, office, 1), b->ids[cluster], told->year, told->number, (JpDate) day, &b->work.error);
      allowed = m_confirm_finding (&b->world, book, index, office, day);
      settle (b, cluster, &before, ACT, done, allowed, "confirm finding %d by %d on %d", index, office, day);
    }
}

static void
try_use (Bureau *b, int cluster)
{
  MCluster *book = &b->books[cluster], before = *book;
  MDay day = some_day (b);
  gboolean done, allowed;

  if (book->n_uses >= M_USES - 1)
    return;
  if (chance (b, 75))
    {
      g_autoptr (JpUseEntry) entry = jp_use_entry_new (0, (JpDate) day, (guint) (1 + pick (b, M_ORDINALS)));

      entry->category = g_strdup ("brand");
      entry->payee = g_strdup ("品牌公司");
      entry->amount = chance (b, 95) ? 1 + pick (b, 5000000) : 0;
      done = jp_casework_use_add (desk (b, cluster, 0, 0), b->ids[cluster], entry, &b->work.error);
      allowed = m_use (&b->world, book, (int) entry->ordinal, day, entry->amount);
      settle (b, cluster, &before, WORK, done, allowed, "use %" G_GINT64_FORMAT " on %d", entry->amount, day);
    }
  else if (book->n_uses > 0)
    {
      int number = 1 + pick (b, book->n_uses);
      g_autofree char *text = g_strdup_printf ("%d", number);
      gboolean reason = chance (b, 85);

      done = jp_casework_use_reverse (desk (b, cluster, 0, 0), b->ids[cluster], text, (JpDate) day, reason ? "有误" : NULL, &b->work.error);
      allowed = m_reverse (&b->world, book, number, day, reason);
      settle (b, cluster, &before, WORK, done, allowed, "reverse %d on %d", number, day);
    }
}

static gboolean
correct (Bureau *b, int cluster, gint64 seq, MDay date, gboolean filed)
{
  JpCorrection correction = { .void_it = date == 0, .date = filed ? JP_DATE_NONE : (JpDate) date, .filed = filed ? (JpDate) date : JP_DATE_NONE,
                              .reason = "录入有误" };

  return jp_casework_correct (desk (b, cluster, 1, 1), seq, &correction, &b->work.error) != 0;
}

static void
try_correction (Bureau *b, int cluster)
{
  MCluster *book = &b->books[cluster], before = *book;
  MDay date = chance (b, 40) ? 0 : some_day (b) - pick (b, 100);
  int kind = pick (b, 4);
  gboolean done, allowed;

  if (kind == 0 && book->n_acts > 0)
    {
      int index = pick (b, book->n_acts);

      done = correct (b, cluster, book->acts[index].seq, date, FALSE);
      allowed = m_correct_act (&b->world, book, index, date);
      settle (b, cluster, &before, ACT, done, allowed, "correct act %d to %d", index, date);
    }
  else if (kind == 1)
    {
      int year = M_FIRST + pick (b, MAX (1, m_year (b->world.today) - M_FIRST));

      if (book->return_seq[year - M_FIRST] == 0)
        return;
      done = correct (b, cluster, book->return_seq[year - M_FIRST], date, FALSE);
      allowed = m_correct_return (&b->world, book, year, date);
      settle (b, cluster, &before, ACT, done, allowed, "correct return on %d to %d", year, date);
    }
  else if (kind == 2 && book->n_changes > 0)
    {
      int index = pick (b, book->n_changes);

      done = correct (b, cluster, book->changes[index].seq, date, TRUE);
      allowed = m_correct_change (&b->world, book, index, date);
      settle (b, cluster, &before, ACT, done, allowed, "correct change %d to %d", index, date);
    }
  else if (kind == 3 && book->n_incidents > 0)
    {
      int index = pick (b, book->n_incidents);

      done = correct (b, cluster, book->incidents[index].seq, date, FALSE);
      allowed = m_correct_incident (&b->world, book, index, date);
      settle (b, cluster, &before, ACT, done, allowed, "correct incident %d to %d", index, date);
    }
}

/* The newest that stands; or the one undone last, while no newer work came. */
static Remembered *
find_undo (Bureau *b, gboolean redo)
{
  Remembered *found = NULL;

  for (guint i = 0; i < b->undos->len; i++)
    {
      Remembered *entry = g_ptr_array_index (b->undos, i);

      if (!redo && entry->undo_seq == 0)
        found = entry;
      if (redo && entry->undo_seq > b->last_work && (found == NULL || entry->undo_seq > found->undo_seq))
        found = entry;
    }

  return found;
}

static void
try_undo (Bureau *b)
{
  gboolean redo = chance (b, 40);
  Remembered *entry = find_undo (b, redo);
  gboolean done, allowed;
  MCluster before;
  int cluster = entry != NULL ? entry->cluster : 0;

  if (entry == NULL && b->forgot)
    return;
  before = b->books[cluster];
  done = redo ? jp_work_redo (&b->work) : jp_work_undo (&b->work);
  allowed = entry != NULL && b->last_act[cluster] <= (redo ? entry->undo_seq : entry->seq);
  if (allowed)
    {
      b->books[cluster] = redo ? entry->after : entry->before;
      entry->undo_seq = redo ? 0 : jp_work_head (&b->work);
    }
  /* What the store says of undo is about entries, not rules. */
  if (!done)
    g_prefix_error (&b->work.error, "R-undo: ");
  settle (b, cluster, &before, NO_ENTRY, done, allowed, redo ? "redo" : "undo");
}

/* Days go by: a few, or up to a day on which something turns. */
static void
move_on (Bureau *b)
{
  const MCluster *book = &b->books[pick (b, b->n_clusters)];
  MDay next = b->world.today + 1 + pick (b, 30);
  MLife life;

  m_life (book, b->world.today, &life);
  if (chance (b, 30) && life.n_terms > 0 && life.last[life.n_terms - 1] - b->world.today < 150 &&
      life.last[life.n_terms - 1] > b->world.today)
    next = life.last[life.n_terms - 1] + pick (b, 3) - 1;
  else if (chance (b, 15))
    next = m_day (m_year (b->world.today) + 1, 1, 1);
  else if (chance (b, 15) && b->world.today < m_day (m_year (b->world.today), 4, 30))
    next = m_day (m_year (b->world.today), 4, 30) + pick (b, 2);

  b->world.today = MAX (b->world.today + 1, next);
  b->work.today = (JpDate) b->world.today;
  g_ptr_array_set_size (b->work.desks, 0);
  for (int i = 0; i < b->n_clusters; i++)
    compare (b, i);
}

static void
step (Bureau *b)
{
  static const struct { int weight; void (*try) (Bureau *b, int cluster); } ways[] = {
    { 14, try_life }, { 3, try_check }, { 14, try_filing }, { 5, try_figure }, { 16, try_assessment }, { 36, try_funding },
    { 5, try_finding }, { 6, try_use }, { 3, try_correction },
  };
  int at = pick (b, 114), cluster = pick (b, b->n_clusters);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (at < ways[i].weight)
        {
          ways[i].try (b, cluster);
          return;
        }
      at -= ways[i].weight;
    }
  if (at < 4)
    try_undo (b);
  else
    move_on (b);
}

static void
set_up (Bureau *b, guint32 seed)
{
  memset (b, 0, sizeof *b);
  b->rand = g_rand_new_with_seed (seed);
  jp_work_set_up (&b->work, "2023-01-01");
  m_world_init (&b->world);
  b->world.today = m_day (2024, 9, 1);
  b->work.today = (JpDate) b->world.today;
  b->undos = g_ptr_array_new_with_free_func (g_free);
  b->n_clusters = 1 + pick (b, MOST_CLUSTERS);
  for (int i = 0; i < b->n_clusters; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%d集群", i);

      b->ids[i] = jp_work_cluster (&b->work, name, districts[i]);
      m_cluster_init (&b->books[i]);
      b->last_act[i] = jp_work_head (&b->work); /* what made it is not taken back here */
      if (chance (b, 70))
        try_act (b, i, 'G', b->world.today - pick (b, 20), TRUE);
    }
  b->forgot = TRUE; /* the clusters themselves */
}

static void
tear_down (Bureau *b)
{
  jp_work_tear_down (&b->work, NULL);
  for (int i = 0; i < b->n_clusters; i++)
    g_free (b->ids[i]);
  m_world_clear (&b->world);
  g_ptr_array_unref (b->undos);
  g_rand_free (b->rand);
}

/* The same years every time, unless asked to go on for long. */
static void
test_years (gconstpointer data)
{
  gboolean at_length = g_getenv ("JP_TEST_LONG") != NULL;
  guint32 seed = 20240919 + 1000003 * GPOINTER_TO_UINT (data) + (at_length ? (guint32) g_test_rand_int () : 0);
  Bureau b;

  g_test_message ("seed %u", seed);
  set_up (&b, seed);
  for (int i = 0, n = at_length ? N_STEPS_LONG : N_STEPS; i < n; i++)
    {
      if (b.world.today > m_day (2032, 12, 1))
        {
          tear_down (&b);
          set_up (&b, seed + (guint32) i);
        }
      if (i % 50 == 0) /* looking at every row, and not only at whether somebody wrote */
        {
          g_autofree char *before = jp_work_dump (b.work.path, TRUE);
          g_autofree char *after = NULL;
          guint done = b.n_done;

          step (&b);
          after = jp_work_dump (b.work.path, TRUE);
          if (b.n_done == done)
            g_assert_cmpstr (after, ==, before);
          continue;
        }
      step (&b);
    }
  g_test_message ("%u done, %u refused", b.n_done, b.n_refused);
  tear_down (&b);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *path = g_strdup_printf ("/casework/model/random-years-%d", i + 1);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_years);
    }

  return g_test_run ();
}
