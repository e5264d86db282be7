/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fuzz.h"

#include "jp-exchange.h"
#include "jp-fuzz-import.h"

/* Any bytes as a CSV file: what is read keeps its promises, or the file is refused with a sentence. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

  jp_fuzz_import (bytes);

  return 0;
}
