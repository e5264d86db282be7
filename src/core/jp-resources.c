/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-resources.h"

#include "jp-core-resources.h"

/**
 * jp_resources_lookup:
 * @name: a file of the resources folder, as named in its manifest
 *
 * Returns: (transfer full): the file's bytes as they ship with the program, NUL-terminated behind their end
 */
GBytes *
jp_resources_lookup (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat ("/org/jiping/Jiping/", name, NULL);
  GBytes *bytes = g_resource_lookup_data (jp_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("The program lacks its own resource %s: %s", name, error->message);

  return bytes;
}
