/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-article-tag.h"

G_BEGIN_DECLS

#define JP_TYPE_TILE (jp_tile_get_type ())
G_DECLARE_FINAL_TYPE (JpTile, jp_tile, JP, TILE, AdwBin)

/**
 * JpTile:
 *
 * One number that tells how things stand, with what it is made of below it. A button: its "clicked" signal goes where
 * the number comes from; the tag in its corner explains the rule.
 *
 * Properties: "title" (string).
 */
void          jp_tile_set_title   (JpTile *self, const char *title);
void          jp_tile_set_value   (JpTile *self, const char *value, const char *unit);
/* The parts of the number by turns name, value and style: a NULL-terminated list; styles "", "bad". */
void          jp_tile_set_parts   (JpTile *self, const char * const *parts);
JpArticleTag *jp_tile_get_tag     (JpTile *self);

G_END_DECLS
