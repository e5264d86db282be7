/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For every drop-down of texts: its rows are named for who hears the window, and it opens at what is chosen. */
void jp_choice_setup (GtkDropDown *choice);

G_END_DECLS
