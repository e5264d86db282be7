/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JP_TYPE_IDENTITY_CARD (jp_identity_card_get_type ())
G_DECLARE_FINAL_TYPE (JpIdentityCard, jp_identity_card, JP, IDENTITY_CARD, AdwBin)

/* The fields of a cluster's identity, edited in place: each is saved as it is left, and says what is wrong with it. */
GtkWidget *jp_identity_card_new  (void);
void       jp_identity_card_show (JpIdentityCard *self, JpSession *session, const JpDossier *dossier);

G_END_DECLS
