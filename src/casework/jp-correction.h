/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"

G_BEGIN_DECLS

/**
 * JpCorrection:
 * @void_it: it never happened
 * @date: the right day; JP_DATE_NONE: as it was
 * @filed: the right day of filing, of a change
 * @first: the right first day of the term
 * @last: the right last day of the term
 * @document: (nullable): the right document number
 * @note: (nullable): the right note
 * @reason: why; kept in the journal
 * @cluster: (nullable): UUID of the cluster, where the entry is an import, which brought several
 *
 * What a recorded act should have been. Borrowed strings.
 */
typedef struct
{
  gboolean    void_it;
  JpDate      date;
  JpDate      filed;
  JpDate      first;
  JpDate      last;
  const char *document;
  const char *note;
  const char *reason;
  const char *cluster;
} JpCorrection;

gint64 jp_casework_correct (JpDesk *desk, gint64 seq, const JpCorrection *correction, GError **error);

G_END_DECLS
