/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the chapters of the rules page show: one version of a pack, among all that the data file holds. Borrowed. */
typedef struct
{
  JpSession       *session;
  const JpContext *context;
  const JpPack    *pack;
} JpRulesView;

/* Each puts one chapter into an empty column, in plain words, every rule with its article. */
typedef void (*JpRulesChapter) (GtkBox *column, const JpRulesView *view);

void jp_rules_read_scope      (GtkBox *column, const JpRulesView *view);
void jp_rules_read_indicators (GtkBox *column, const JpRulesView *view);
void jp_rules_read_curves     (GtkBox *column, const JpRulesView *view);
void jp_rules_read_bands      (GtkBox *column, const JpRulesView *view);
void jp_rules_read_times      (GtkBox *column, const JpRulesView *view);
void jp_rules_read_vetoes     (GtkBox *column, const JpRulesView *view);
void jp_rules_read_uses       (GtkBox *column, const JpRulesView *view);
void jp_rules_read_standard   (GtkBox *column, const JpRulesView *view);
void jp_rules_read_figures    (GtkBox *column, const JpRulesView *view);
void jp_rules_read_places     (GtkBox *column, const JpRulesView *view);
void jp_rules_read_holidays   (GtkBox *column, const JpRulesView *view); /* whatever the pack */

/* A titled group with its article; both may be NULL. */
AdwPreferencesGroup *jp_rules_add_group (GtkBox *column, const char *title, const char *article,
                                         const char *description);
/* A rule: what it is about, and what it says at the row's end. */
GtkWidget *jp_rules_add_rule (AdwPreferencesGroup *group, const char *about, const char *says, const char *article);
/* A table, and in @frame the card it lies in: cells from left to right, the first row its headers. */
GtkWidget           *jp_rules_table_new (const char *name, GtkWidget **frame);
void jp_rules_table_row (GtkWidget *table, gboolean header, const char *first, ...) G_GNUC_NULL_TERMINATED;

char                *jp_rules_join_texts (char **texts);
/* 1月1日 */
char                *jp_rules_day_name   (guint month, guint day);
/* The years, of those that may be looked at, that @pack governs: "2024、2025"; empty: none. */
char                *jp_rules_years      (const JpRulesView *view, const JpPack *pack);

G_END_DECLS
