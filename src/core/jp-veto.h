/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-life.h"

G_BEGIN_DECLS

typedef enum
{
  JP_VETO_CLEAR,        /* the records show nothing */
  JP_VETO_OPEN,         /* may still come: "open until <date>"; does not hinder confirming */
  JP_VETO_NOT_RECORDED, /* fell due before the file's first day and has no record (R-SINCE) */
  JP_VETO_STANDS,       /* proved by the records, or added by a reviewer */
} JpVetoState;

/* One of the five conditions of 第十条 for one cluster and assessment year. */
typedef struct
{
  const JpVetoRule *rule; /* borrowed from the pack */
  JpVetoState       state;
  gboolean          by_record; /* stands by the records: no reviewer can withdraw it */
  JpDate            open_until; /* open: the last day in time; JP_DATE_NONE while a decision is awaited */
  char             *evidence; /* official sentence in Chinese, never NULL ("未发现" where clear) */
} JpVeto;

void       jp_veto_free     (JpVeto *veto);
/* All vetoes of @pack in order, for the assessment of @year: what the records prove, then what reviewers added. */
GPtrArray *jp_vetoes_new    (const JpDossier *dossier, const JpContext *context, const JpPack *pack, int year);
GPtrArray *jp_vetoes_new_for_life (const JpDossier *dossier, const JpContext *context, const JpLife *life,
                                   const JpPack *pack, int year);
gboolean   jp_vetoes_stand  (GPtrArray *vetoes); /* any one stands */

gboolean    jp_incident_counts  (const JpPack *pack, const JpIncident *incident); /* grave enough for 第十条 （四） */
gboolean    jp_change_must_be_filed (const JpChange *change, const JpPack *pack);
const char *jp_change_kind_name (const char *kind); /* 主导产业 空间范围 运营单位 其他重大事项 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpVeto, jp_veto_free)

G_END_DECLS
