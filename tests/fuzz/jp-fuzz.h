/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The one function of a fuzz target, under the name that libFuzzer calls. Whatever the bytes are, it returns 0. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
