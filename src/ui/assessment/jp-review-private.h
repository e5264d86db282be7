/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-review.h"

G_BEGIN_DECLS

struct _JpReview
{
  GObject parent_instance;

  /* Borrowed from the snapshot. */
  const JpDossier *dossier;

  /* Owned. */
  JpSession    *session;
  JpSnapshot   *snapshot;
  char         *cluster;
  char         *district_person;
  GHashTable   *typed; /* key → text, of all assessments */
  GHashTable   *tried; /* the same in 试算 */
  JpResult     *result;
  JpDossier     draft; /* its arrays and the following are owned, all else is the dossier's */
  JpAssessment *draft_assessment;
  JpFigures    *draft_figures;

  int      year;
  gboolean trial;
};

char *jp_review_key          (JpReview *self, const char *kind, const char *id);
void  jp_review_tell_refused (JpReview *self, const char *key, const char *message);

G_END_DECLS
