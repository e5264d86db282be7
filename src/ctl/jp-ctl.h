/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "jp-desk.h"
#include "jp-fund-case.h"

/* jipingctl: the same work as the window, without one. The contract is the manual page jipingctl(1). */

typedef enum
{
  JP_EXIT_DONE = 0,
  JP_EXIT_REFUSED = 1, /* bad input or a rule forbids it; nothing was changed */
  JP_EXIT_USAGE = 2,
  JP_EXIT_IO = 3,      /* I/O failure or a damaged file */
} JpExit;

#define JP_CTL_ERROR (jp_ctl_error_quark ())

typedef enum
{
  JP_CTL_ERROR_USAGE,
  JP_CTL_ERROR_REFUSED,
  JP_CTL_ERROR_DAMAGED,
} JpCtlError;

GQuark jp_ctl_error_quark (void);

/* Every option of every command. A command's own table of entries says which of them it takes. */
typedef struct
{
  char    *data, *as, *office, *today_text;
  gboolean json;

  char    *pack, *since;
  char    *district;
  int      year, fiscal, ordinal;
  gboolean dry_run;
  char    *errors;
  char    *what;
  char    *find;
  char    *cluster;
  char    *date, *from, *to, *filed, *due;
  char    *document, *note, *reason, *kind, *grade, *giver;
  gboolean void_entry;
  char    *amount, *voucher, *override_reason, *category, *payee, *basis, *auditor;
  gboolean upheld, dismissed;
  gboolean done, unrecorded;
  char    *ics;
  char    *output;
  gboolean verify;
  gboolean record;
  char   **judgements, **purposes;
  char    *dated, *remove, *indicator;
  int      entry;
} JpCtlOptions;

extern JpCtlOptions jp_options;

/* What a command works with: filled by jp_ctl_run() before the command is called. */
typedef struct
{
  JpStore     *store;   /* NULL where the command needs no data file */
  JpDesk      *desk;
  JpContext    context;
  JpDate       today;
  JsonBuilder *json;    /* NULL: plain text wanted */
  GPtrArray   *details; /* of JpCtlDetail: cells or paths an error names */
} JpCtl;

typedef struct
{
  char *sheet;
  guint row, column; /* 0: none */
  char *header;
  char *path;        /* JSON path, for packs */
  char *message;
} JpCtlDetail;

void jp_ctl_add_detail (JpCtl *ctl, const char *sheet, guint row, guint column, const char *header, const char *path,
                        const char *message);

typedef enum
{
  JP_NEEDS_NOTHING,
  JP_NEEDS_DESK, /* a data file, and somebody acting on it */
} JpCtlNeeds;

typedef struct
{
  const char         *name;
  const char         *arguments; /* as the help shows them, to be translated */
  const char         *summary;   /* N_(): one line */
  JpCtlNeeds          needs;
  int                 min_arguments, max_arguments; /* −1: any number */
  const GOptionEntry *options;   /* NULL-terminated, or NULL */
  gboolean          (*run) (JpCtl *ctl, int n, char **arguments, GError **error);
} JpCtlCommand;

/* The commands, by the file that holds them; each table ends with a NULL name. */
extern const JpCtlCommand jp_ctl_file_commands[];
extern const JpCtlCommand jp_ctl_keep_commands[];
extern const JpCtlCommand jp_ctl_exchange_commands[];
extern const JpCtlCommand jp_ctl_cluster_commands[];
extern const JpCtlCommand jp_ctl_act_commands[];
extern const JpCtlCommand jp_ctl_attach_commands[];
extern const JpCtlCommand jp_ctl_standard_commands[];
extern const JpCtlCommand jp_ctl_assess_commands[];
extern const JpCtlCommand jp_ctl_fund_commands[];
extern const JpCtlCommand jp_ctl_use_commands[];
extern const JpCtlCommand jp_ctl_calendar_commands[];
extern const JpCtlCommand jp_ctl_report_commands[];
extern const JpCtlCommand jp_ctl_pack_commands[];
extern const JpCtlCommand jp_ctl_journal_commands[];

/* main.c */
gboolean            jp_ctl_open_desk    (JpCtl *ctl, GError **error);
const JpCtlCommand *jp_ctl_find_command (const char *name);
void                jp_ctl_foreach_command (void (*visit) (const JpCtlCommand *command, gpointer data), gpointer data);

/* jp-ctl-options.c */
char    *jp_ctl_data_path  (void);
gboolean jp_ctl_parse_date (const char *text, const char *what, JpDate *date, GError **error);
gboolean jp_ctl_date_option (const char *text, const char *option, JpDate otherwise, JpDate *date, GError **error);
gboolean jp_ctl_money_option (const char *text, const char *option, JpMoney *money, GError **error);
gboolean jp_ctl_need       (const char *value, const char *option, GError **error);
int      jp_ctl_year       (JpCtl *ctl);   /* --year, or the assessment year: today's less one */
gboolean jp_ctl_parse_year (const char *text, int *year, GError **error);
JpExit   jp_ctl_exit_of    (const GError *error);
const char *jp_ctl_code_of (const GError *error);

/* jp-ctl-assess.c */
void jp_ctl_put_result (JsonBuilder *json, const JpResult *result);

/* jp-ctl-clusters.c */
void jp_ctl_put_cluster (JsonBuilder *json, const JpDossier *dossier, const JpContext *context);

/* jp-ctl-output.c: JSON members of the contract's types (decimal strings, ISO dates, null where absent) … */
void jp_out_string  (JsonBuilder *json, const char *key, const char *value);
void jp_out_take    (JsonBuilder *json, const char *key, char *value);
void jp_out_int     (JsonBuilder *json, const char *key, gint64 value);
void jp_out_bool    (JsonBuilder *json, const char *key, gboolean value);
void jp_out_null    (JsonBuilder *json, const char *key);
void jp_out_date    (JsonBuilder *json, const char *key, JpDate date);
void jp_out_money   (JsonBuilder *json, const char *key, JpMoney money);
void jp_out_points  (JsonBuilder *json, const char *key, int hundredths);
void jp_out_array   (JsonBuilder *json, const char *key);
/* … and tables of plain text whose columns line up, Chinese characters counting as two. */
typedef struct _JpTextTable JpTextTable;
JpTextTable *jp_text_table_new   (const char *first_heading, ...) G_GNUC_NULL_TERMINATED;
void jp_text_table_add (JpTextTable *table, ...) G_GNUC_NULL_TERMINATED; /* takes char* to free, one a column */
void         jp_text_table_print (JpTextTable *table); /* and frees it */
