/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-paper-names.h"

#include <string.h>

/* Most file systems take 255 bytes; room for a number and an ending. */
#define LONGEST 220

static void
replace (GString *name, const char *brace, const char *text)
{
  g_string_replace (name, brace, text != NULL ? text : "", 0);
}

/* What some system does not take in a name, what hides a file, and what a reader cannot see. */
static char *
clean (const char *name)
{
  g_autoptr (GString) cleaned = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 128 && strchr ("/\\:*?\"<>|", (int) c) != NULL) || !g_unichar_isprint (c) || g_unichar_iszerowidth (c))
        c = '_';
      if (cleaned->len + (gsize) g_unichar_to_utf8 (c, NULL) > LONGEST)
        break;
      g_string_append_unichar (cleaned, c);
    }

  g_strstrip (cleaned->str);
  for (gsize n = strlen (cleaned->str); n > 0 && (cleaned->str[n - 1] == '.' || cleaned->str[n - 1] == '-'); n--)
    cleaned->str[n - 1] = '\0';
  name = cleaned->str + strspn (cleaned->str, "-");
  if (*name == '\0' || *name == '.')
    return g_strconcat ("_", name, NULL);

  return g_strdup (name);
}

/**
 * jp_paper_name:
 * @pattern: with {集群}, {区县}, {年度}, {报表} and {日期}; other words stand as they are
 * @parts: what stands for the braces
 *
 * Returns: (transfer full): the name
 */
char *
jp_paper_name (const char *pattern, const JpPaperNameParts *parts)
{
  g_autoptr (GString) name = g_string_new (pattern);
  g_autofree char *year = parts->year != 0 ? g_strdup_printf ("%d", parts->year) : NULL;

  replace (name, "{集群}", parts->cluster);
  replace (name, "{区县}", parts->district);
  replace (name, "{年度}", year);
  replace (name, "{报表}", parts->report);
  replace (name, "{日期}", parts->day);
  while (g_string_replace (name, "--", "-", 0) > 0)
    ;

  return clean (name->str);
}

char *
jp_paper_name_unique (const char *pattern, const JpPaperNameParts *parts, GHashTable *taken)
{
  g_autofree char *name = jp_paper_name (pattern, parts);
  char *unique = g_strdup (name);

  for (guint i = 2; g_hash_table_contains (taken, unique); i++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s (%u)", name, i);
    }

  g_hash_table_add (taken, g_strdup (unique));
  return unique;
}
