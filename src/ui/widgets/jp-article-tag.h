/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JP_TYPE_ARTICLE_TAG (jp_article_tag_get_type ())
G_DECLARE_FINAL_TYPE (JpArticleTag, jp_article_tag, JP, ARTICLE_TAG, AdwBin)

/**
 * JpArticleTag:
 *
 * 条款直达: a value with the article it rests on. A click on either explains the rule in a popover: what it says in
 * plain words, the inputs it used, the arithmetic. Without a value it is the small tag of a card or a table.
 *
 * Properties: "article" (string, official: 第十三条), "value" (string, nullable).
 */
GtkWidget  *jp_article_tag_new         (const char *article);
const char *jp_article_tag_get_article (JpArticleTag *self);
void        jp_article_tag_set_article (JpArticleTag *self, const char *article);
const char *jp_article_tag_get_value   (JpArticleTag *self);
void        jp_article_tag_set_value   (JpArticleTag *self, const char *value);
/* In place of the plain words that belong to the article; NULL: those. */
void        jp_article_tag_set_rule    (JpArticleTag *self, const char *rule);
void        jp_article_tag_add_input   (JpArticleTag *self, const char *name, const char *value);
void        jp_article_tag_clear_inputs (JpArticleTag *self);
/* How the value comes out of the inputs: an official sentence such as jp_score_explain() gives. */
void        jp_article_tag_set_working (JpArticleTag *self, const char *working);
void        jp_article_tag_popup       (JpArticleTag *self);

G_END_DECLS
