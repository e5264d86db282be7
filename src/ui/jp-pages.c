/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-pages.h"

#include "jp-assessment-page.h"
#include "jp-batch-page.h"
#include "jp-calendar-page.h"
#include "jp-clusters-page.h"
#include "jp-dashboard-page.h"
#include "jp-dossier-page.h"
#include "jp-funding-page.h"
#include "jp-reports-page.h"
#include "jp-rules-editor.h"
#include "jp-rules-page.h"
#include "jp-wizard-page.h"

#include <glib/gi18n-lib.h>

/* In the order of the sidebar, which is the order of Ctrl+1 and on. */
static const JpPageInfo pages[] = {
  { "dashboard", N_("Dashboard"), "jp-dashboard-symbolic", NULL, jp_dashboard_page_get_type },
  { "clusters", N_("Cluster Ledger"), "jp-clusters-symbolic", NULL, jp_clusters_page_get_type },
  { "dossier", N_("Dossier"), "user-info-symbolic", "clusters", jp_dossier_page_get_type },
  { "assessment", N_("Assessment"), "jp-assessment-symbolic", NULL, jp_assessment_page_get_type, "wizard" },
  { "wizard", N_("Assessment"), "jp-assessment-symbolic", "assessment", jp_wizard_page_get_type },
  { "assessment-batch", N_("Batch Entry"), "jp-assessment-symbolic", "assessment", jp_batch_page_get_type },
  { "calendar", N_("Validity & Calendar"), "jp-calendar-symbolic", NULL, jp_calendar_page_get_type },
  { "funding", N_("Funding Schedule"), "jp-funding-symbolic", NULL, jp_funding_page_get_type },
  { "reports", N_("Reports"), "jp-reports-symbolic", NULL, jp_reports_page_get_type },
  { "rules", N_("Policy Rules"), "jp-rules-symbolic", NULL, jp_rules_page_get_type },
  { "rules-editor", N_("Edit the Rules"), "jp-rules-symbolic", "rules", jp_rules_editor_get_type },
  { NULL },
};

/**
 * jp_pages_nth:
 * @index: from 0
 *
 * Returns: (nullable): the page in the order of the table; %NULL behind the last
 */
const JpPageInfo *
jp_pages_nth (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (pages), NULL);

  return pages[index].id != NULL ? &pages[index] : NULL;
}

/**
 * jp_pages_find:
 * @id: id of a page
 *
 * Returns: (nullable): that page
 */
const JpPageInfo *
jp_pages_find (const char *id)
{
  for (guint i = 0; pages[i].id != NULL; i++)
    if (g_strcmp0 (pages[i].id, id) == 0)
      return &pages[i];

  return NULL;
}
