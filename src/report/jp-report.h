/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-assessment-paper.h"
#include "jp-pdf.h"
#include "jp-store-papers.h"

G_BEGIN_DECLS

#define JP_REPORT_ERROR (jp_report_error_quark ())

/**
 * JpReportError:
 * @JP_REPORT_ERROR_UNKNOWN: there is no paper of this id
 * @JP_REPORT_ERROR_FORMAT: this paper is not written in that format
 *
 * Why a report could not be made.
 */
typedef enum
{
  JP_REPORT_ERROR_UNKNOWN,
  JP_REPORT_ERROR_FORMAT,
} JpReportError;

GQuark jp_report_error_quark (void);

/* Under which heading a gallery shows a paper. */
typedef enum
{
  JP_REPORT_GROUP_ASSESSMENT, /* 考核 */
  JP_REPORT_GROUP_FUNDING,    /* 资金 */
  JP_REPORT_GROUP_TERM,       /* 有效期与推荐 */
  JP_REPORT_GROUP_RECORDS,    /* 档案与日常 */
  JP_N_REPORT_GROUPS,
} JpReportGroup;

/* What one paper of a report is about; where it is a cluster or a case, a cluster can be chosen. */
typedef enum
{
  JP_PER_ALL,      /* the whole file: today, a pack, the office */
  JP_PER_CLUSTER,
  JP_PER_CASE,     /* a cluster's support of one fiscal year */
  JP_PER_FINDING,  /* of the cluster chosen; with none chosen, one table of all */
  JP_PER_BATCH,    /* cases publicised on one day */
  JP_PER_DISTRICT,
} JpReportPer;

/* What the year chosen means; unused: a paper of today. */
typedef enum
{
  JP_REPORT_YEAR_UNUSED,
  JP_REPORT_YEAR_ASSESSMENT, /* by default last year */
  JP_REPORT_YEAR_FISCAL,     /* by default this year */
  JP_REPORT_YEAR_CALENDAR,   /* by default this year */
} JpReportYear;

/* Which of #JpPaperOptions a paper heeds: bits. */
typedef enum
{
  JP_USES_NOTHING        = 0,
  JP_USES_RUN_ON         = 1 << 0,
  JP_USES_BLANK_OPINIONS = 1 << 1,
  JP_USES_CONTACT        = 1 << 2,
  JP_USES_FIRST_DAY      = 1 << 3,
  JP_USES_CURVES         = 1 << 4,
} JpReportUses;

/* A file a report is written to. */
typedef enum
{
  JP_FORMAT_PDF,
  JP_FORMAT_XLSX, /* tables */
  JP_FORMAT_DOCX, /* letters, for the office to finish */
  JP_N_FORMATS,
} JpReportFormat;

typedef struct _JpReportSource JpReportSource;

/* A paper the program can make. */
typedef struct
{
  const char    *id;   /* as REPORTS.md and the command line name it */
  const char    *name; /* 年度绩效考核评价表 */
  JpReportGroup  group;
  JpReportPer    per;
  JpReportYear   year;
  JpReportUses   uses;
  gboolean       of_record; /* each print keeps what it printed, and carries a check code */
  gboolean       table;     /* goes out as XLSX too */
  gboolean       letter;    /* goes out as .docx too */
  /* The papers of one cluster, or of all where @dossier is %NULL, by @index from 0; %NULL: no more of them. */
  JpPaper     *(*make) (JpReportSource *source, const JpDossier *dossier, guint index);
} JpReportKind;

/* How far a report about clusters has come; called on the thread that makes it. */
typedef void (*JpReportProgress) (guint done, guint all, gpointer data);

/* What to print. */
typedef struct
{
  const char      *cluster;  /* UUID; %NULL: all that the paper concerns */
  const char      *district; /* code; %NULL: all of them */
  int              year;     /* 0: the paper's usual one */
  JpPaperOptions   options;
  JpStore         *store;    /* what dossiers do not hold: attached files, notes, people; %NULL: none of it */
  GPtrArray       *printed;  /* of JpPrinted, receives what each paper of record says; %NULL: not wanted */
  JpReportProgress progress; /* %NULL: nobody asks */
  gpointer         progress_data;
} JpReportSelection;

const JpReportKind *jp_report_kinds     (guint *n_kinds);
const JpReportKind *jp_report_find_kind (const char *id);
const char *jp_report_group_name        (JpReportGroup group);
int         jp_report_usual_year        (const JpReportKind *kind, JpDate today); /* 0 where the year is unused */
gboolean    jp_report_offers            (const JpReportKind *kind, JpReportFormat format);
JpReportFormat jp_report_format_of      (const char *path); /* by the name's ending; PDF where it says nothing */

/* All papers at once, for a preview and for a printer. */
GPtrArray  *jp_report_papers            (const char *kind, GPtrArray *dossiers, const JpContext *context,
                                         const JpReportSelection *selection, GError **error);

/* One paper after the other, made when it is asked for: a #JpPaperSource whose data is the source. */
JpReportSource *jp_report_source_new    (const char *kind, GPtrArray *dossiers, const JpContext *context,
                                         const JpReportSelection *selection, GError **error);
void            jp_report_source_free   (JpReportSource *self);
JpPaper        *jp_report_source_next   (gpointer source);
/* The papers about one cluster, where the report is about clusters or cases. */
GPtrArray      *jp_report_source_of     (JpReportSource *self, const JpDossier *dossier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpReportSource, jp_report_source_free)

/* A file, in the format its name ends in. */
gboolean jp_report_write (const char *kind, GPtrArray *dossiers, const JpContext *context,
                          const JpReportSelection *selection, const char *path, guint *n_pages,
                          GCancellable *cancellable, GError **error);
gboolean jp_report_write_with_fonts (JpFonts *fonts, const char *kind, GPtrArray *dossiers, const JpContext *context,
                                     const JpReportSelection *selection, const char *path, guint *n_pages,
                                     GCancellable *cancellable, GError **error);

G_END_DECLS
