/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jp-session.h"
#include "jp-standard.h"

G_BEGIN_DECLS

#define JP_TYPE_DOSSIER_SECTION (jp_dossier_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (JpDossierSection, jp_dossier_section, JP, DOSSIER_SECTION, AdwBin)

/**
 * JpDossierSectionClass:
 * @show: fill the section from @dossier, which is another one, or another state of the same
 *
 * One section of a dossier (一群一档): a column of groups that scrolls. The dossier is borrowed from the snapshot that
 * the page keeps until the next call.
 */
struct _JpDossierSectionClass
{
  AdwBinClass parent_class;

  void (*show) (JpDossierSection *self, const JpDossier *dossier);

  gpointer padding[4];
};

JpSession        *jp_dossier_section_get_session (JpDossierSection *self);
const JpDossier  *jp_dossier_section_get_dossier (JpDossierSection *self);
/* Where what it shows stands: the day, the rules, the year of the header. */
const JpContext  *jp_dossier_section_get_context (JpDossierSection *self);
const JpPack     *jp_dossier_section_get_pack    (JpDossierSection *self); /* in force today */
void              jp_dossier_section_present     (JpDossierSection *self, JpSession *session, const JpDossier *dossier);

/* The column, from which clear() takes everything. */
GtkBox           *jp_dossier_section_get_column  (JpDossierSection *self);
void              jp_dossier_section_clear       (JpDossierSection *self);

/* A titled group at the column's end; with its article where there is one. */
AdwPreferencesGroup *jp_dossier_section_add_group (JpDossierSection *self, const char *title, const char *article);
void                 jp_group_add_suffix          (AdwPreferencesGroup *group, GtkWidget *widget);
/* A row without markup in its texts; @subtitle may be NULL. */
GtkWidget           *jp_group_add_row             (AdwPreferencesGroup *group, const char *title, const char *subtitle);
/* What an item of the standard of 第三条 came to, with its trace. */
void                 jp_group_add_standard_item   (AdwPreferencesGroup *group, const JpStandardItem *item);
GtkWidget           *jp_group_add_empty           (AdwPreferencesGroup *group, const char *text);
GtkWidget           *jp_section_button            (const char *label, const char *name, GCallback clicked,
                                                   gpointer data);
/* A word in a coloured frame: @kind one of "good", "amber", "bad", "calm", "plain". */
GtkWidget           *jp_section_chip              (const char *text, const char *kind);

G_END_DECLS
