/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"
#include "jp-life.h"

G_BEGIN_DECLS

/* Acts in the life of a cluster (R-LIFE, 第四条–第八条), and what its district files about it (R-VETO, 第十条). */

gboolean jp_casework_add_cluster     (JpDesk *desk, JpDossier *cluster, GError **error);
gboolean jp_casework_edit_cluster    (JpDesk *desk, JpDossier *cluster, GError **error);
gboolean jp_casework_delete_cluster  (JpDesk *desk, const char *cluster, GError **error);
gboolean jp_casework_delete_clusters (JpDesk *desk, const char * const *clusters, GError **error); /* all, or none */

gboolean jp_casework_act             (JpDesk *desk, const char *cluster, JpAct *act, GError **error);
gboolean jp_casework_standard_check (JpDesk *desk, const char *cluster, int year, GPtrArray *judgements,
                                     GError **error);

gboolean jp_casework_file_return     (JpDesk *desk, const char *cluster, int year, JpDate filed, GError **error);
gboolean jp_casework_file_change     (JpDesk *desk, const char *cluster, JpChange *change, GError **error);
gboolean jp_casework_file_incident   (JpDesk *desk, const char *cluster, JpIncident *incident, GError **error);
gboolean jp_casework_file_support    (JpDesk *desk, const char *cluster, JpSupport *support, GError **error);
gboolean jp_casework_put_duty        (JpDesk *desk, const char *cluster, JpOwnDuty *duty, GError **error);

/* A figure by hand; a locked one only by the city with a reason (R-SCORE, Freeze). @value: JP_VALUE_UNKNOWN clears it.
 */
gboolean jp_casework_set_figure      (JpDesk *desk, const char *cluster, int year, const char *metric, gint64 value,
                                      const char *reason, GError **error);

G_END_DECLS
