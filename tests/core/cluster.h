/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-test.h"

/* A cluster of 集美区 under the shipped pack, built act by act, for the tests of terms, vetoes, funds and duties. */

#define DISTRICT "350211"

typedef struct
{
  JpPack     *pack;
  JpHolidays *holidays;
  JpPackSet  *packs;
  JpContext   context;
  JpDossier  *dossier;
  gint64      seq;
} Cluster;

static inline JpDate
day (const char *iso)
{
  return iso != NULL ? jp_test_date (iso) : JP_DATE_NONE;
}

static inline void
cluster_init_with (Cluster *self, JpPack *pack, const char *since, const char *today)
{
  self->pack = pack;
  self->holidays = jp_test_holidays ();
  self->context = jp_test_context (&self->packs, pack, self->holidays, since, today);
  self->dossier = jp_dossier_new ("d2719b7e-0000-4000-8000-000000000001", "厦门市集美区工业机器人产业集群");
  self->dossier->district = g_strdup (DISTRICT);
  self->dossier->operator_name = g_strdup ("厦门机器人协会");
  self->seq = 0;
}

static inline void
cluster_init (Cluster *self, const char *since, const char *today)
{
  cluster_init_with (self, jp_test_pack (), since, today);
}

static inline void
cluster_clear (Cluster *self)
{
  jp_dossier_free (self->dossier);
  jp_pack_set_free (self->packs);
  jp_holidays_unref (self->holidays);
  jp_pack_unref (self->pack);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cluster, cluster_clear)

/* The office that does an act in the table of R-LIFE. */
static inline const char *
office_of (JpActKind kind)
{
  return kind == JP_ACT_CULTIVATE || kind == JP_ACT_DESIGNATE || kind == JP_ACT_APPLY || kind == JP_ACT_RENEWAL_APPLY
           ? DISTRICT
           : JP_OFFICE_CITY;
}

/* Puts an act on record without asking whether it may be: what histories hold. */
static inline JpAct *
put_act (Cluster *self, JpActKind kind, const char *on)
{
  JpAct *act = jp_act_new (kind, day (on), office_of (kind));

  act->seq = ++self->seq;
  g_ptr_array_add (self->dossier->acts, act);
  return act;
}

static inline void
put_recognition (Cluster *self, const char *on, const char *first, const char *last)
{
  JpAct *act = put_act (self, JP_ACT_RECOGNISE, on);

  act->imported = TRUE;
  act->term.first = day (first);
  act->term.last = day (last);
}

static inline JpAssessment *
put_confirmed (Cluster *self, int year, int total, const char *veto, const char *on)
{
  JpAssessment *assessment = jp_assessment_new (year);

  assessment->pack_id = g_strdup (self->pack->id);
  assessment->pack_version = self->pack->version;
  assessment->state = JP_ASSESSMENT_CONFIRMED;
  assessment->confirmed_on = day (on);
  assessment->frozen = jp_frozen_result_new ();
  assessment->frozen->total = total;
  if (veto != NULL)
    {
      /* As added by a reviewer, so that no record is needed to uphold it. */
      g_ptr_array_add (assessment->frozen->vetoes, jp_frozen_veto_new (veto, "评审认定"));
      g_ptr_array_add (assessment->vetoes, jp_reviewer_veto_new (veto, "评审认定"));
    }
  g_ptr_array_add (self->dossier->assessments, assessment);

  return assessment;
}

static inline void
put_return (Cluster *self, int year, const char *filed)
{
  g_ptr_array_add (self->dossier->returns, jp_return_new (year, day (filed)));
}

/* Puts an act of a funding case on record, by the office that does it. */
static inline JpFundAct *
put_fund (Cluster *self, guint ordinal, JpFundActKind kind, const char *on)
{
  JpFundAct *act = jp_fund_act_new (ordinal, kind, day (on));

  act->seq = ++self->seq;
  act->office = g_strdup (kind == JP_FUND_PLAN || kind == JP_FUND_DISTRICT ? DISTRICT : JP_OFFICE_CITY);
  g_ptr_array_add (self->dossier->fund_acts, act);
  return act;
}

static inline void
put_plan (Cluster *self, guint ordinal, const char *on, JpMoney amount)
{
  JpFundAct *plan = put_fund (self, ordinal, JP_FUND_PLAN, on);

  plan->pack_id = g_strdup (self->pack->id);
  plan->pack_version = self->pack->version;
  g_ptr_array_add (plan->lines, jp_plan_line_new (self->pack->categories[0].id, amount));
}

/* Plan, both reviews and the publicity, all on one day; a payment where @paid is not 0. */
static inline void
put_case (Cluster *self, guint ordinal, const char *on, JpMoney amount, const char *paid_on, JpMoney paid)
{
  put_plan (self, ordinal, on, amount);
  put_fund (self, ordinal, JP_FUND_DISTRICT, on);
  put_fund (self, ordinal, JP_FUND_CITY, on);
  put_fund (self, ordinal, JP_FUND_PUBLICISE, on);
  if (paid != 0)
    put_fund (self, ordinal, JP_FUND_PAY, paid_on)->amount = paid;
}
