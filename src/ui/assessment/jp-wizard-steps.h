/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-review-summary.h"

G_BEGIN_DECLS

#define JP_TYPE_WIZARD_STEPS (jp_wizard_steps_get_type ())
G_DECLARE_FINAL_TYPE (JpWizardSteps, jp_wizard_steps, JP, WIZARD_STEPS, AdwBin)

/* The five steps, where the sidebar stood, each with its own state. Signal: "chosen" (guint step). */
GtkWidget *jp_wizard_steps_new    (JpReview *review);
void       jp_wizard_steps_choose (JpWizardSteps *self, JpStep step);

G_END_DECLS
