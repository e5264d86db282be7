/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "jp-date.h"
#include "jp-money.h"

G_BEGIN_DECLS

/* The data a paper of record prints, as canonical JSON: the check code is computed over this text, so the order of the
 * members is fixed, and what only the day makes different is left out. Names are those of the command line. */
JsonBuilder *jp_facts_new    (const char *report); /* an object, open */
char        *jp_facts_finish (JsonBuilder *facts); /* closes it, and frees @facts */

void         jp_facts_text   (JsonBuilder *facts, const char *name, const char *text); /* NULL: null */
void         jp_facts_int    (JsonBuilder *facts, const char *name, gint64 value);
void         jp_facts_bool   (JsonBuilder *facts, const char *name, gboolean value);
void         jp_facts_points (JsonBuilder *facts, const char *name, int points);       /* < 0: null */
void         jp_facts_money  (JsonBuilder *facts, const char *name, JpMoney amount);   /* unknown: null */
void         jp_facts_date   (JsonBuilder *facts, const char *name, JpDate day);       /* none: null */
void         jp_facts_list   (JsonBuilder *facts, const char *name);         /* json_builder_end_array() ends it */
void         jp_facts_item   (JsonBuilder *facts);                           /* json_builder_end_object() ends it */

G_END_DECLS
