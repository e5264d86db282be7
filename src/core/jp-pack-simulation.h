/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-result.h"

G_BEGIN_DECLS

/* One cluster's result of the year as it is, and as it would be. */
typedef struct
{
  JpDossier *dossier; /* with its assessment moved to the other pack; what @after borrows */
  JpResult  *before;
  JpResult  *after;
} JpSimulatedResult;

/**
 * JpPackSimulation:
 *
 * What another pack would change: every assessment that was due for a year, as it is and as it would be by that pack.
 * Nothing is kept anywhere. R-PACK, R-SCORE; 第十九条.
 */
typedef struct
{
  int        year;
  JpPackSet *packs; /* with the other pack governing the year */
  GPtrArray *rows;  /* of JpSimulatedResult: differences first, the largest amount, then the largest total */
  guint      n_total; /* whose totals differ */
  guint      n_band;
  guint      n_amount;
  JpMoney    before;  /* sums of the amounts that are known */
  JpMoney    after;
} JpPackSimulation;

JpPackSimulation *jp_pack_simulation_new  (GPtrArray *dossiers, const JpContext *context, JpPack *pack, int year);
void              jp_pack_simulation_free (JpPackSimulation *self);

gboolean jp_simulated_total_differs  (const JpSimulatedResult *row);
gboolean jp_simulated_band_differs   (const JpSimulatedResult *row);
gboolean jp_simulated_amount_differs (const JpSimulatedResult *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpPackSimulation, jp_pack_simulation_free)

G_END_DECLS
