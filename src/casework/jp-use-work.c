/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-use-work.h"

#include "jp-act-work.h"
#include "jp-store-funding.h"
#include "jp-use-lock.h"

#include <glib/gi18n-lib.h>

static gboolean
put_entry (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
           JpUseEntry *use, GError **error)
{
  g_autofree char *date = jp_date_to_chinese (use->date);
  g_autofree char *amount = jp_money_to_yuan (use->amount);

  use->number = 1;
  for (guint i = 0; i < dossier->uses->len; i++)
    use->number = MAX (use->number, ((const JpUseEntry *) dossier->uses->pdata[i])->number + 1);
  if (!jp_use_check_entry (dossier, context, use, error)
      || !jp_store_put_use_entry (transaction, dossier->id, use, error))
    return FALSE;

  entry->summary = g_strdup_printf ("%s：资金使用台账第%u号（%s，%s 元，%s）%s%s", dossier->name, use->number, date, amount,
                                    use->payee != NULL ? use->payee : "", use->reverses != NULL ? "红字冲销，" : "",
                                    use->reason != NULL ? use->reason : "");
  entry->detail = jp_detail_new (use->id);

  return TRUE;
}

static gboolean
do_add (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
        GError **error)
{
  return put_entry (transaction, context, dossier, entry, data, error);
}

/**
 * jp_casework_use_add:
 * @desk: where it is entered
 * @cluster: UUID of the cluster
 * @entry: (inout): the entry; its number is given
 * @error: return location for a [enum@Jp.UseError] or the store's error
 *
 * Enters a use of the support funds (资金使用台账, 第十四条).
 *
 * Returns: whether it was entered
 */
gboolean
jp_casework_use_add (JpDesk *desk, const char *cluster, JpUseEntry *entry, GError **error)
{
  return jp_desk_do (desk, JP_ENTRY_WORK, "use.add", cluster, do_add, entry, error);
}

typedef struct
{
  const char *entry_id;
  JpDate      date;
  const char *reason;
} ReverseWork;

static const JpUseEntry *
find_entry (const JpDossier *dossier, const char *id)
{
  guint64 number = 0;

  g_ascii_string_to_unsigned (id, 10, 1, G_MAXUINT, &number, NULL);
  for (guint i = 0; i < dossier->uses->len; i++)
    {
      const JpUseEntry *entry = dossier->uses->pdata[i];

      if (g_str_equal (entry->id, id) || entry->number == number)
        return entry;
    }

  return NULL;
}

static gboolean
do_reverse (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry,
            gpointer data, GError **error)
{
  const ReverseWork *work = data;
  const JpUseEntry *wrong = find_entry (dossier, work->entry_id);
  JpUseEntry *red;
  gboolean done;

  if (wrong == NULL)
    {
      g_set_error (error, JP_DESK_ERROR, JP_DESK_ERROR_NOT_FOUND,
                   _("The ledger of %s has no entry “%s” (R-USE)"), dossier->name, work->entry_id);
      return FALSE;
    }

  red = jp_use_entry_new (0, work->date, wrong->ordinal);
  red->category = g_strdup (wrong->category);
  red->amount = -wrong->amount;
  red->payee = g_strdup (wrong->payee);
  red->voucher = g_strdup (wrong->voucher);
  red->reason = g_strdup (work->reason);
  red->reverses = g_strdup (wrong->id);
  done = put_entry (transaction, context, dossier, entry, red, error);
  jp_use_entry_free (red);

  return done;
}

/**
 * jp_casework_use_reverse:
 * @desk: where it is done
 * @cluster: UUID of the cluster
 * @entry_id: id or number of the wrong entry
 * @date: day of the red entry
 * @reason: why
 * @error: return location for a [enum@Jp.UseError] or the store's error
 *
 * Corrects a ledger entry by a linked red one (红字冲销): also in a locked quarter, where nothing else can.
 *
 * Returns: whether it was done
 */
gboolean
jp_casework_use_reverse (JpDesk *desk, const char *cluster, const char *entry_id, JpDate date, const char *reason,
                         GError **error)
{
  ReverseWork work = { entry_id, date, reason };

  return jp_desk_do (desk, JP_ENTRY_WORK, "use.reverse", cluster, do_reverse, &work, error);
}

static gboolean
do_lock (JpTransaction *transaction, const JpContext *context, const JpDossier *dossier, JpEntry *entry, gpointer data,
         GError **error)
{
  const char *quarter = data;

  if (!jp_use_check_lock (dossier, context, quarter, error)
      || !jp_store_lock_quarter (transaction, dossier->id, quarter, error))
    return FALSE;
  entry->summary = g_strdup_printf ("%s：资金使用台账%s锁定", dossier->name, quarter);

  return TRUE;
}

/**
 * jp_casework_lock_quarter:
 * @desk: where it is done
 * @cluster: UUID of the cluster
 * @quarter: as jp_quarter_of() writes it, "2025Q1"
 * @error: return location for a [enum@Jp.UseError] or the store's error
 *
 * Locks a quarter of the ledger (R-USE): from then on only red entries correct what is in it.
 *
 * Returns: whether it was locked
 */
gboolean
jp_casework_lock_quarter (JpDesk *desk, const char *cluster, const char *quarter, GError **error)
{
  return jp_desk_do (desk, JP_ENTRY_ACT, "use.lock", cluster, do_lock, (gpointer) quarter, error);
}
