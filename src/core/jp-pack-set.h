/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-pack.h"

G_BEGIN_DECLS

/**
 * JpPackSet:
 *
 * The packs and versions a data file holds, and which of them an assessment year has been opened with.
 * Built once, then read only. R-PACK: year Y uses the highest version governing it when its first assessment
 * is opened, the same for all clusters; where packs overlap the later effective.from wins.
 */
typedef struct _JpPackSet JpPackSet;

JpPackSet *jp_pack_set_new       (void);
JpPackSet *jp_pack_set_copy      (const JpPackSet *self); /* for a what-if; the packs are shared */
void       jp_pack_set_free      (JpPackSet *self);
/* @confirmed_document: document number by which the bureau confirmed its weights, or NULL (评分标准未核定). */
void       jp_pack_set_add       (JpPackSet *self, JpPack *pack, const char *confirmed_document, JpDate confirmed_on);
/* The year was opened with this version, which therefore stays. */
void       jp_pack_set_fix_year  (JpPackSet *self, int year, const char *id, guint version);

guint         jp_pack_set_size      (const JpPackSet *self);
const JpPack *jp_pack_set_nth       (const JpPackSet *self, guint index);
const JpPack *jp_pack_set_find      (const JpPackSet *self, const char *id, guint version);
const JpPack *jp_pack_set_for_year  (const JpPackSet *self, int year);   /* NULL: no pack governs it */
const JpPack *jp_pack_set_on        (const JpPackSet *self, JpDate day); /* in force; before the first: the first */
gboolean      jp_pack_set_confirmed (const JpPackSet *self, const JpPack *pack);
const char   *jp_pack_set_confirmed_by (const JpPackSet *self, const JpPack *pack, JpDate *on);
int           jp_pack_set_first_year (const JpPackSet *self); /* its 31 December is covered; 0: none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpPackSet, jp_pack_set_free)

G_END_DECLS
