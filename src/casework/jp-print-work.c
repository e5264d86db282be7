/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-print-work.h"

#include "jp-act-work.h"
#include "jp-store-papers.h"
#include "jp-text.h"

typedef struct
{
  JpDesk    *desk;
  GPtrArray *printed;
} PrintWork;

static gboolean
do_keep (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
         GError **error)
{
  const PrintWork *work = data;
  const JpPrinted *first = work->printed->pdata[0];

  for (guint i = 0; i < work->printed->len; i++)
    {
      JpPrinted *printed = work->printed->pdata[i];

      jp_text_set (&printed->person, jp_desk_get_person (work->desk));
      if (!jp_store_put_printed (transaction, printed, error))
        return FALSE;
    }

  if (work->printed->len == 1)
    {
      jp_text_set (&entry->cluster, first->cluster);
      entry->summary = g_strdup_printf ("打印%d年度存档文书一份，校验码 %s", first->year, first->check_code);
    }
  else
    entry->summary = g_strdup_printf ("打印%d年度存档文书%u份", first->year, work->printed->len);

  return TRUE;
}

/**
 * jp_casework_keep_printed:
 * @desk: where it was printed
 * @printed: (element-type JpPrinted): what each paper of record said; the person is set
 * @error: return location for an error
 *
 * Keeps the data that papers of record printed, with their check codes, so that a code tells later whether the paper
 * still agrees with the data. Printing is an act: undo passes it by.
 *
 * Returns: whether it was kept
 */
gboolean
jp_casework_keep_printed (JpDesk *desk, GPtrArray *printed, GError **error)
{
  PrintWork work = { desk, printed };

  return printed->len == 0 || jp_desk_do (desk, JP_ENTRY_ACT, "print", NULL, do_keep, &work, error);
}
