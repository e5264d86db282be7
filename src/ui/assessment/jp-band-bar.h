/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jp-result.h"

G_BEGIN_DECLS

#define JP_TYPE_BAND_BAR (jp_band_bar_get_type ())
G_DECLARE_FINAL_TYPE (JpBandBar, jp_band_bar, JP, BAND_BAR, GtkWidget)

/* The bands of the policy side by side with the total on them; the words below it say the same. */
GtkWidget *jp_band_bar_new  (void);
void       jp_band_bar_show (JpBandBar *self, const JpResult *result); /* keeps nothing of it */

G_END_DECLS
