/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cell-paste.h"

#include <string.h>

gboolean
jp_cell_paste_is_block (char *text)
{
  gsize length = strlen (text);

  while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r'))
    text[--length] = '\0';

  return strpbrk (text, "\t\n\r") != NULL;
}

void
jp_cell_paste_insert (GtkEditable *cell, const char *text)
{
  int position;

  gtk_editable_delete_selection (cell);
  position = gtk_editable_get_position (cell);
  gtk_editable_insert_text (cell, text, -1, &position);
  gtk_editable_set_position (cell, position);
}
