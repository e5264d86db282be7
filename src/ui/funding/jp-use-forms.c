/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-use-forms.h"

#include "jp-use-lock.h"
#include "jp-use-work.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char  *cluster;
  char  *record; /* entry, or quarter */
  JpDate date;
  char  *reason;
} UseWork;

static UseWork *
use_work_new (const char *cluster, const char *record)
{
  UseWork *work = g_new0 (UseWork, 1);

  work->cluster = g_strdup (cluster);
  work->record = g_strdup (record);

  return work;
}

static void
use_work_free (gpointer data)
{
  UseWork *work = data;

  g_free (work->cluster);
  g_free (work->record);
  g_free (work->reason);
  g_free (work);
}

static gboolean
do_reverse (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const UseWork *work = data;

  return jp_casework_use_reverse (desk, work->cluster, work->record, work->date, work->reason, error);
}

static gboolean
make_reverse (JpForm *form, gpointer data, JpFormWork *todo)
{
  const UseWork *context = data;
  UseWork *work;
  JpDate date;

  if (!jp_field_get_date (jp_form_get (form, "date"), &date))
    return FALSE;

  work = use_work_new (context->cluster, context->record);
  work->date = date;
  work->reason = jp_form_text (form, "reason");
  *todo = (JpFormWork) { do_reverse, work, use_work_free };

  return TRUE;
}

JpForm *
jp_reverse_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, const JpUseEntry *entry)
{
  JpForm *form = jp_form_new (over, session, _("Take Back an Entry"), _("_Take Back"));
  g_autofree char *yuan = jp_money_to_yuan (entry->amount);
  g_autofree char *intro
    = g_strdup_printf (_("Writes a red entry that takes back entry %1$u, %2$s yuan to %3$s. Both stay "
                         "in the ledger, linked to each other."),
                       entry->number, yuan, entry->payee != NULL ? entry->payee : "—");

  jp_form_set_intro (form, intro);
  jp_field_set_date (jp_form_add (form, "date", JP_FIELD_KIND_DATE, _("Date")), jp_session_get_today (session));
  jp_form_add (form, "reason", JP_FIELD_KIND_TEXT, _("Reason"));
  jp_form_expect (form, JP_USE_ERROR, JP_USE_ERROR_REASON, "reason");
  jp_form_expect (form, JP_USE_ERROR, JP_USE_ERROR_LOCKED, "date");
  jp_form_open (form, make_reverse, use_work_new (dossier->id, entry->id), use_work_free);

  return form;
}

static int
compare_quarters (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/* Quarters with entries that can be locked, earliest first. */
static GPtrArray *
lockable (const JpDossier *dossier, const JpContext *context)
{
  GPtrArray *quarters = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < dossier->uses->len; i++)
    {
      g_autofree char *quarter = jp_quarter_of (((const JpUseEntry *) g_ptr_array_index (dossier->uses, i))->date);

      if (!g_ptr_array_find_with_equal_func (quarters, quarter, g_str_equal, NULL)
          && jp_use_check_lock (dossier, context, quarter, NULL))
        g_ptr_array_add (quarters, g_steal_pointer (&quarter));
    }
  g_ptr_array_sort (quarters, compare_quarters);

  return quarters;
}

gboolean
jp_lock_form_may (const JpDossier *dossier, const JpContext *context)
{
  for (guint i = 0; i < dossier->uses->len; i++)
    {
      g_autofree char *quarter = jp_quarter_of (((const JpUseEntry *) g_ptr_array_index (dossier->uses, i))->date);

      if (jp_use_check_lock (dossier, context, quarter, NULL))
        return TRUE;
    }

  return FALSE;
}

static gboolean
do_lock (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const UseWork *work = data;

  return jp_casework_lock_quarter (desk, work->cluster, work->record, error);
}

static gboolean
make_lock (JpForm *form, gpointer data, JpFormWork *todo)
{
  const UseWork *context = data;
  const char *quarter = jp_field_get_choice (jp_form_get (form, "quarter"));

  if (quarter == NULL)
    return FALSE;

  *todo = (JpFormWork) { do_lock, use_work_new (context->cluster, quarter), use_work_free };
  return TRUE;
}

JpForm *
jp_lock_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier)
{
  JpForm *form = jp_form_new (over, session, _("Lock a Quarter"), _("_Lock"));
  g_autoptr (GPtrArray) quarters = lockable (dossier, jp_session_get_context (session));
  JpField *field = jp_form_add (form, "quarter", JP_FIELD_KIND_CHOICE, _("Quarter"));

  jp_form_set_intro (form,
                     _("From then on nothing is written in that quarter; red entries in an open one correct it."));
  jp_form_set_can_accept (form, quarters->len > 0);
  g_ptr_array_add (quarters, NULL);
  jp_field_set_choices (field, (const char * const *) quarters->pdata, (const char * const *) quarters->pdata);
  if (quarters->len > 1)
    jp_field_choose (field, g_ptr_array_index (quarters, 0));
  jp_form_open (form, make_lock, use_work_new (dossier->id, NULL), use_work_free);

  return form;
}
