/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-duty-item.h"

#include <glib/gi18n-lib.h>

#define NAMES_SHOWN 6

G_DEFINE_FINAL_TYPE (JpDutyItem, jp_duty_item, G_TYPE_OBJECT)

static void
jp_duty_item_finalize (GObject *object)
{
  JpDutyItem *self = JP_DUTY_ITEM (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->left);
  g_free (self->date);
  g_free (self->badge);
  g_free (self->article);
  g_free (self->place);

  G_OBJECT_CLASS (jp_duty_item_parent_class)->finalize (object);
}

static void
jp_duty_item_class_init (JpDutyItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_duty_item_finalize;
}

static void
jp_duty_item_init (JpDutyItem *self)
{
}

static char *
count_words (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n), n);
}

static char *
urgency_words (JpUrgency urgency, const JpDutyView *view)
{
  switch (urgency)
    {
    case JP_URGENCY_OVERDUE:
      return g_strdup (_("Overdue"));
    case JP_URGENCY_SOON:
      return g_strdup_printf (_("Within %u Days"), view->soon_days);
    case JP_URGENCY_LATER:
      return g_strdup (_("Upcoming"));
    case JP_URGENCY_NOT_RECORDED:
    case JP_N_URGENCIES:
    default:
      return g_strdup (_("To Be Recorded Later"));
    }
}

JpDutyItem *
jp_duty_item_new_heading (JpUrgency urgency, guint n, const JpDutyView *view)
{
  JpDutyItem *self = g_object_new (JP_TYPE_DUTY_ITEM, NULL);

  self->kind = JP_DUTY_ITEM_HEADING;
  self->urgency = urgency;
  self->key = g_strdup_printf ("heading-%d", urgency);
  self->title = urgency_words (urgency, view);
  self->subtitle = count_words (n);

  return self;
}

const char *
jp_duty_weekday_words (JpDate day)
{
  static const char * const names[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };
  int weekday = (int) jp_date_weekday (day);

  return _(names[CLAMP (weekday - 1, 0, 6)]);
}

char *
jp_duty_day_words (JpDate date, JpDate today)
{
  guint year, month, day;

  jp_date_split (date, &year, &month, &day);
  if (year == jp_date_year (today))
    /* Translators: month, day, weekday */
    return g_strdup_printf (_("%1$u/%2$u %3$s"), month, day, jp_duty_weekday_words (date));

  /* Translators: year, month, day, weekday */
  return g_strdup_printf (_("%1$u/%2$u/%3$u %4$s"), year, month, day, jp_duty_weekday_words (date));
}

/* The day shown is the one to work to; once that has passed, the last day itself. */
static JpDate
shown_day (const JpObligation *duty, const JpContext *context)
{
  return duty->work_by != JP_DATE_NONE && duty->work_by >= context->today ? duty->work_by : duty->due;
}

char *
jp_duty_left_words (const JpObligation *duty, const JpContext *context)
{
  JpDate day = shown_day (duty, context);
  guint n;

  if (duty->due == JP_DATE_NONE || day == context->today)
    return g_strdup (duty->due == JP_DATE_NONE ? _("Now") : _("Today"));
  if (duty->due < context->today)
    {
      n = context->today - duty->due;
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day overdue", "%u days overdue", n), n);
    }

  n = day - context->today;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day left", "%u days left", n), n);
}

static void
tell_day (JpDutyItem *self, const JpObligation *duty, const JpContext *context)
{
  JpDate day = shown_day (duty, context);
  g_autofree char *words = NULL;

  if (self->urgency == JP_URGENCY_NOT_RECORDED)
    self->left = NULL;
  else
    self->left = jp_duty_left_words (duty, context);
  if (day == JP_DATE_NONE)
    return;

  words = jp_duty_day_words (day, context->today);
  self->date
    = self->urgency == JP_URGENCY_OVERDUE ? g_strdup_printf (_("was due %s"), words) : g_steal_pointer (&words);
  if (jp_holidays_kind (context->holidays, day, NULL) == JP_DAY_MAKE_UP)
    self->badge = g_strdup ("班");
}

/* Why the day shown is not the last day; NULL where it is. */
static char *
rest_day_words (const JpObligation *duty, const JpContext *context)
{
  g_autofree char *words = NULL;
  gboolean provisional = FALSE;

  if (duty->due == JP_DATE_NONE || duty->due <= context->today || shown_day (duty, context) == duty->due)
    return NULL;

  words = jp_duty_day_words (duty->due, context->today);
  jp_holidays_kind (context->holidays, duty->due, &provisional);
  if (provisional || duty->work_by_provisional)
    return g_strdup_printf (_("last day %s, a rest day (holidays not yet published)"), words);

  return g_strdup_printf (_("last day %s, a rest day: act before it"), words);
}

static char *
opens_words (const JpObligation *duty, const JpContext *context)
{
  g_autofree char *words = NULL;

  if (duty->from == JP_DATE_NONE || duty->from <= context->today || duty->kind == JP_DUTY_AWAITING)
    return NULL;

  words = jp_duty_day_words (duty->from, context->today);
  return g_strdup_printf (_("from %s"), words);
}

static char *
join (const char *first, const char *second, const char *third)
{
  GString *words = g_string_new (first);

  if (second != NULL)
    g_string_append_printf (words, " · %s", second);
  if (third != NULL)
    g_string_append_printf (words, " · %s", third);

  return g_string_free (words, FALSE);
}

static char *
key_of (const JpObligation *duty, const char *kind, const char *cluster)
{
  return g_strdup_printf ("%s-%s-%u-%s-%s", kind, jp_duty_kind_id (duty->kind), duty->due, duty->subject, cluster);
}

static void
tell_cluster_and_day (JpDutyItem *self, const JpObligation *duty, const JpContext *context)
{
  g_autofree char *rest = rest_day_words (duty, context);
  g_autofree char *opens = opens_words (duty, context);

  self->subtitle = join (duty->dossier->name, opens, rest);
  tell_day (self, duty, context);
}

JpDutyItem *
jp_duty_item_new_one (const JpObligation *duty, JpUrgency urgency, const JpContext *context, gboolean member)
{
  JpDutyItem *self = g_object_new (JP_TYPE_DUTY_ITEM, NULL);
  /* Within a fold of equal duties only the clusters differ. */
  gboolean short_title = member && urgency != JP_URGENCY_NOT_RECORDED;

  self->kind = member ? JP_DUTY_ITEM_MEMBER : JP_DUTY_ITEM_ONE;
  self->urgency = urgency;
  self->duty = duty->kind;
  self->key = key_of (duty, member ? "member" : "one", duty->dossier->id);
  self->title = g_strdup (short_title ? duty->dossier->name : duty->subject);
  self->article = g_strdup (member ? "" : duty->article);
  self->place = jp_duty_place (duty);
  if (short_title)
    self->subtitle = g_strdup ("");
  else
    tell_cluster_and_day (self, duty, context);

  return self;
}

static gboolean
knows (GPtrArray *codes, const char *code)
{
  for (guint i = 0; i < codes->len; i++)
    if (g_str_equal (g_ptr_array_index (codes, i), code))
      return TRUE;

  return FALSE;
}

/* 4 clusters: 思明区、湖里区; each district once. */
static char *
members_words (const JpDutyFold *fold, JpDistrictName district_name, gpointer data)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  GString *words = g_string_new (NULL);
  guint n = fold->duties->len;

  g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "%u cluster", "%u clusters", n), n);
  for (guint i = 0; i < n && codes->len <= NAMES_SHOWN; i++)
    {
      const char *code = ((const JpObligation *) g_ptr_array_index (fold->duties, i))->dossier->district;

      if (code != NULL && !knows (codes, code))
        g_ptr_array_add (codes, (gpointer) code);
    }
  for (guint i = 0; i < codes->len && i < NAMES_SHOWN; i++)
    g_string_append_printf (words, "%s%s", i == 0 ? "：" : "、", district_name (g_ptr_array_index (codes, i), data));
  if (codes->len > NAMES_SHOWN)
    g_string_append (words, "…");

  return g_string_free (words, FALSE);
}

JpDutyItem *
jp_duty_item_new_fold (const JpDutyFold *fold, const JpContext *context, gboolean open, JpDistrictName district_name,
                       gpointer data)
{
  JpDutyItem *self = g_object_new (JP_TYPE_DUTY_ITEM, NULL);
  const JpObligation *first = g_ptr_array_index (fold->duties, 0);
  guint n = fold->duties->len;

  self->kind = JP_DUTY_ITEM_FOLD;
  self->urgency = fold->urgency;
  self->duty = first->kind;
  self->open = open;
  if (fold->urgency == JP_URGENCY_NOT_RECORDED)
    {
      g_autofree char *since = jp_date_to_chinese (context->since);

      self->key = g_strdup ("not-recorded");
      self->title
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u matter has no record", "%u matters have no record", n), n);
      self->subtitle
        = g_strdup_printf (_("due before %s, when this file began; they count as nothing until recorded"), since);
      self->article = g_strdup ("");
      return self;
    }

  self->key = key_of (first, "fold", "");
  self->title = g_strdup (first->subject);
  {
    g_autofree char *members = members_words (fold, district_name, data);
    g_autofree char *opens = opens_words (first, context);
    g_autofree char *rest = rest_day_words (first, context);

    self->subtitle = join (members, opens, rest);
  }
  self->article = g_strdup (first->article);
  tell_day (self, first, context);

  return self;
}

gboolean
jp_duty_item_equal (const JpDutyItem *a, const JpDutyItem *b)
{
  return a->kind == b->kind && a->urgency == b->urgency && a->duty == b->duty && a->open == b->open &&
         g_strcmp0 (a->key, b->key) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->subtitle, b->subtitle) == 0 && g_strcmp0 (a->left, b->left) == 0 &&
         g_strcmp0 (a->date, b->date) == 0 && g_strcmp0 (a->badge, b->badge) == 0 &&
         g_strcmp0 (a->article, b->article) == 0 && g_strcmp0 (a->place, b->place) == 0;
}

char *
jp_duty_item_describe (const JpDutyItem *self)
{
  const char *parts[] = { self->title, self->subtitle, self->left, self->date, self->badge, self->article };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? "，" : "", parts[i]);

  return g_string_free (words, FALSE);
}
