/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JpFault:
 * @place: where, as a JSON path ("$.indicators[2].weight") or a cell ("年度指标!C5")
 * @message: what is wrong, a localised sentence
 *
 * One thing wrong with an outside file. Readers collect every fault before refusing.
 */
typedef struct
{
  char *place;
  char *message;
} JpFault;

JpFault   *jp_fault_new   (const char *place, const char *format, ...) G_GNUC_PRINTF (2, 3);
void       jp_fault_free  (JpFault *fault);
GPtrArray *jp_faults_new  (void); /* of JpFault, owning */
char      *jp_faults_join (GPtrArray *faults); /* one line each: "place: message" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpFault, jp_fault_free)

G_END_DECLS
