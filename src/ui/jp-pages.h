/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-page.h"

G_BEGIN_DECLS

/**
 * JpPageInfo:
 * @id: as "win.go", `--page` and the settings write it
 * @title: for the sidebar and the header; marked for translation
 * @icon: symbolic icon of the sidebar's row
 * @parent: (nullable): for a page without a row: the page whose row stands for it
 * @get_type: its class
 * @case_page: (nullable): the page that shows a place in this one which names a cluster, and not a filter
 * (FILTER:VALUE)
 *
 * One page of the window. A new page is a class in a folder of its own and one line in the table.
 *
 * Places within pages (PAGE#TARGET) that others may go to:
 * clusters: "import", "export", "new", "search:TEXT", "district:CODE", "stage:ID",
 *   "warning:ID" (expiring, vetoed, overdue, missing)
 *   ("import", "export" and "new" begin something: they are done once and not come back to)
 * assessment: "state:ID", "district:CODE", "mark:vetoed", "mark:incomplete", "search:TEXT"; "UUID" or "UUID@YEAR":
 *   that cluster's assessment, of the year of the header where none is named
 * reports: "KIND" or "KIND:UUID", a paper of REPORTS.md, of a cluster
 * rules: the id of a chapter: "scope", "indicators", "curves", "bands", "times", "vetoes", "uses", "standard",
 * "figures", "places", "holidays" rules-editor: the id of a chapter; "draft": one that was just imported calendar:
 * "timeline", "month", "month:2026-02", "agenda", "export", "renew/UUID" funding: "matrix", "budget", "UUID/N" (the
 * case of funding year N), "UUID/use", "UUID/oversight" dossier: "UUID" or "UUID#SECTION", as "win.open-cluster" takes
 * them
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon;
  const char *parent;
  GType     (*get_type) (void);
  const char *case_page;
} JpPageInfo;

const JpPageInfo *jp_pages_nth  (guint index); /* NULL behind the last */
const JpPageInfo *jp_pages_find (const char *id);

G_END_DECLS
