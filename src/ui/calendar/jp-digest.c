/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-digest.h"

#include "jp-dashboard-duties.h"
#include "jp-duty-item.h"
#include "jp-timeline-data.h"

#include <glib/gi18n-lib.h>

#define NAMED 3 /* duties that are named */

gboolean
jp_digest_is_due (JpDate last, JpDate today)
{
  return today > last;
}

/* Whether the end of a term has come as near as one of the lead times since the last digest: in months, 0 none. */
static guint
lead_reached (const JpObligation *duty, const JpContext *context, JpDate last)
{
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  guint reached = 0;

  if (duty->kind != JP_DUTY_RENEWAL || duty->due == JP_DATE_NONE || pack == NULL)
    return 0;

  for (guint i = 0; i < pack->n_lead_months; i++)
    {
      JpDate day = jp_date_add_months (duty->due, -(int) pack->lead_months[i]);

      if (day <= context->today && day > (last != JP_DATE_NONE ? last : context->today - 1))
        reached = pack->lead_months[i]; /* the largest comes first, so the nearest stays */
    }

  return reached;
}

static gboolean
is_open (const JpObligation *duty)
{
  return duty->state != JP_DUTY_DONE && duty->state != JP_DUTY_NOT_RECORDED;
}

static void
name_duty (GString *body, const JpObligation *duty, const JpContext *context, guint months)
{
  g_autofree char *name = jp_pack_short_name (jp_pack_set_on (context->packs, context->today), duty->dossier->name);
  g_autofree char *left
    = months > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month left", "%u months left", months), months)
                 : jp_duty_left_words (duty, context);

  g_string_append_printf (body, "\n%s · %s · %s", duty->subject, name, left);
}

static char *
count_words (const JpDigest *digest, guint soon_days)
{
  GString *words = g_string_new (NULL);

  if (digest->n_overdue > 0)
    g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "%u overdue", "%u overdue", digest->n_overdue),
                            digest->n_overdue);
  if (digest->n_today > 0)
    {
      g_string_append (words, words->len > 0 ? " · " : "");
      g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "%u due today", "%u due today", digest->n_today),
                              digest->n_today);
    }
  if (digest->n_soon > 0)
    {
      g_string_append (words, words->len > 0 ? " · " : "");
      /* Translators: how many, within how many days */
      g_string_append_printf (words, _("%1$u due within %2$u days"), digest->n_soon, soon_days);
    }
  if (digest->n_near > 0)
    {
      g_string_append (words, words->len > 0 ? " · " : "");
      g_string_append_printf (words,
                              g_dngettext (GETTEXT_PACKAGE, "%u term comes to its end", "%u terms come to their end",
                                           digest->n_near),
                              digest->n_near);
    }

  return g_string_free (words, FALSE);
}

/**
 * jp_digest_init:
 * @digest: (out caller-allocates): the digest to set
 * @duties: (element-type JpObligation): all obligations, sorted
 * @context: rules and today
 * @soon_days: the lead time of preferences
 * @last: the day of the last digest, or %JP_DATE_NONE
 *
 * Returns: whether there is anything to say; clear @digest with jp_digest_clear() in any case
 */
gboolean
jp_digest_init (JpDigest *digest, GPtrArray *duties, const JpContext *context, guint soon_days, JpDate last)
{
  g_autoptr (GString) body = g_string_new (NULL);
  guint n_named = 0;

  *digest = (JpDigest) { 0 };
  for (guint i = 0; i < duties->len; i++)
    {
      const JpObligation *duty = g_ptr_array_index (duties, i);
      JpDate day = jp_obligation_day (duty, context->today);
      guint months = lead_reached (duty, context, last);
      gboolean said = TRUE;

      if (!is_open (duty))
        continue;
      if (duty->state == JP_DUTY_OVERDUE)
        digest->n_overdue++;
      else if (day <= context->today)
        digest->n_today++;
      else if (day - context->today <= soon_days)
        digest->n_soon++;
      else if (months > 0)
        digest->n_near++;
      else
        said = FALSE;
      if (said && n_named++ < NAMED)
        name_duty (body, duty, context, months);
    }
  if (n_named == 0)
    return FALSE;

  digest->title = count_words (digest, soon_days);
  digest->body = g_strdup (body->str + 1);
  return TRUE;
}

void
jp_digest_clear (JpDigest *digest)
{
  g_clear_pointer (&digest->title, g_free);
  g_clear_pointer (&digest->body, g_free);
}
