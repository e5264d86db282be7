/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-article-words.h"

#include <glib/gi18n-lib.h>

/* No number, date or list stands here: those are the rule pack's, and shown as inputs. */
static const struct
{
  const char *article;
  const char *words;
} articles[] = {
  { "第三条", N_("A cluster lies within one district; the city bureau leads, the districts tend, the ministry "
              "recognises.") },
  { "第四条", N_("The district cultivates a cluster in the directions the policy names, before any application.") },
  { "第五条", N_("A cluster applies of its own will, and is checked against the recognition standard first.") },
  { "第六条", N_("The district designates one operator for the cluster; in principle it does not change.") },
  { "第七条", N_("The city accepts, reviews and inspects an application on the spot before it recommends the cluster.") },
  { "第八条", N_("A recognition is valid for a term, its last day included. Renewal is applied for before the term ends; "
                "a passed renewal joins on to the old end.") },
  { "第九条", N_("For every cluster in its term, each year is assessed at the start of the next, by the district and then "
                "by the city, and a return on it is filed with the ministry.") },
  { "第十条", N_("The assessment adds points by indicator. Any one of the vetoes fails it, whatever the points; a major "
                "change must be filed in time.") },
  { "第十一条", N_("The city supports clusters with services, platforms and projects.") },
  { "第十二条", N_("The district supports its clusters with services of its own.") },
  { "第十三条", N_("Support is paid in consecutive years: the first a fixed amount, the later ones by the band of the "
                  "assessment of the year before. Lower bounds belong to the band; a vetoed assessment gives "
                  "nothing.") },
  { "第十四条", N_("The money is for the purposes and categories of the policy, and its use is recorded entry by entry.") },
  { "第十五条", N_("A payment is publicised for a number of working days first; an objection holds it until settled.") },
  { "第十六条", N_("Use of the money is inspected, and after the last year audited by a third party.") },
  { "第十七条", N_("What an inspection or audit finds is put right by its day and confirmed by district and city; until "
                  "then the next payment waits.") },
  { "第十九条", N_("The bureau interprets the policy; its numbers and dates are kept in a rule pack with versions.") },
};

const char *
jp_article_words (const char *article)
{
  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    if (g_strcmp0 (articles[i].article, article) == 0)
      return _(articles[i].words);

  return NULL;
}
