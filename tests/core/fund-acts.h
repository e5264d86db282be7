/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-fund-case.h"

#include "cluster.h"

#include <string.h>

/* Acts of funding cases, tried and put on record, for the tests of who may do what and when money may go. */

#define WAN      G_GINT64_CONSTANT (1000000) /* 万元 in fen */
#define NO_ERROR (-1)

/* F = 2024; the assessments of 2024 (79.99: 40 万元) and 2025 (80.00: 40 万元) are confirmed on 31 March. */
static inline void
cluster_with (Cluster *cluster, const char *today)
{
  cluster_init (cluster, "2022-01-01", today);
  put_recognition (cluster, "2024-09-19", NULL, NULL);
  put_return (cluster, 2024, "2025-03-01");
  put_return (cluster, 2025, "2026-03-01");
  put_confirmed (cluster, 2024, 7999, NULL, "2025-03-31");
  put_confirmed (cluster, 2025, 8000, NULL, "2026-03-31");
}

static inline int
code_of (const GError *error)
{
  if (error == NULL)
    return NO_ERROR;

  g_assert_cmpuint (error->domain, ==, JP_FUND_ERROR);
  g_assert_nonnull (strstr (error->message, "R-"));
  return error->code;
}

/* Tries @act, which it frees. */
static inline int
try_act (Cluster *cluster, JpFundAct *act)
{
  g_autoptr (GError) error = NULL;
  gboolean allowed = jp_fund_check_act (cluster->dossier, &cluster->context, act, &error);

  g_assert_cmpint (allowed, ==, error == NULL);
  jp_fund_act_free (act);
  return code_of (error);
}

static inline JpFundAct *
act_new (guint ordinal, JpFundActKind kind, const char *on, const char *office)
{
  JpFundAct *act = jp_fund_act_new (ordinal, kind, day (on));

  act->office = g_strdup (office);
  return act;
}

static inline const char *
office_for (JpFundActKind kind)
{
  return kind == JP_FUND_PLAN || kind == JP_FUND_DISTRICT ? DISTRICT : JP_OFFICE_CITY;
}

/* An act of @kind with all that it asks for. */
static inline JpFundAct *
good_act (guint ordinal, JpFundActKind kind, const char *on)
{
  JpFundAct *act = act_new (ordinal, kind, on, office_for (kind));

  act->note = g_strdup ("某企业：名单有误");
  act->reason = g_strdup ("经办说明");
  act->voucher = g_strdup ("支-2026-001");
  act->amount = ordinal == 1 ? 100 * WAN : 40 * WAN;
  if (kind == JP_FUND_PLAN)
    g_ptr_array_add (act->lines, jp_plan_line_new ("brand", act->amount));

  return act;
}
