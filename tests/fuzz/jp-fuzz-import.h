/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Reads @bytes as a table and as an import, and asserts what both promise whatever the bytes are. */
void jp_fuzz_import (GBytes *bytes);
