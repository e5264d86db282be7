/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-pack-private.h"

#include "jp-fault.h"
#include "jp-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT 1
#define MAX_VERSION 1000000
#define MAX_PACK_ID 64

void
jp_pack_read_article (const JpJsonValue *chapter, char **article)
{
  JpJsonValue value = jp_json_value_member (chapter, "article");

  jp_json_value_text (&value, article);
}

gboolean
jp_pack_claim (GHashTable *taken, const JpJsonValue *at, const char *text)
{
  if (text == NULL)
    return FALSE;
  if (g_hash_table_add (taken, g_strdup (text)))
    return TRUE;

  jp_json_value_fault (at, _("This is given twice."));
  return FALSE;
}

static void
read_text (const JpJsonValue *object, const char *key, char **text)
{
  JpJsonValue value = jp_json_value_member (object, key);

  jp_json_value_text (&value, text);
}

static void
read_number (const JpJsonValue *object, const char *key, guint least, guint most, guint *number)
{
  JpJsonValue value = jp_json_value_member (object, key);

  jp_json_value_number (&value, least, most, number);
}

/* A pack's id is also part of file names; it may hold hyphens, as the ids inside a pack may not. */
static void
read_pack_id (const JpJsonValue *root, char **id)
{
  JpJsonValue value = jp_json_value_member (root, "id");
  gsize length;

  if (!jp_json_value_text (&value, id))
    return;

  length = strspn (*id, "abcdefghijklmnopqrstuvwxyz0123456789_-");
  if (length > MAX_PACK_ID || (*id)[length] != '\0')
    jp_json_value_fault (&value, _("The id of a pack has 1 to 64 of the characters a–z, 0–9, _ and -."));
}

/* From which year the pack governs: the one it names, or the year it comes into force. */
static void
read_effective (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "from", "to", NULL };
  static const char * const year_keys[] = { "from", NULL };
  JpJsonValue effective = jp_json_value_member (root, "effective");
  JpJsonValue from = jp_json_value_member (&effective, "from");
  JpJsonValue to = jp_json_value_member (&effective, "to");
  JpJsonValue years = jp_json_value_member (root, "assessment_years");

  if (jp_json_value_object (&effective, keys))
    jp_json_value_date (&from, &pack->effective_from);
  if (jp_json_value_given (&to) && jp_json_value_date (&to, &pack->effective_to) &&
      pack->effective_to < pack->effective_from)
    jp_json_value_fault (&to, _("The pack would end before it comes into force."));

  pack->governs_from_year = jp_date_year (pack->effective_from);
  if (jp_json_value_given (&years) && jp_json_value_object (&years, year_keys))
    read_number (&years, "from", JP_PACK_FIRST_YEAR, JP_PACK_LAST_YEAR, &pack->governs_from_year);
}

/* A list of words out of @known, each once. */
static char **
read_choices (const JpJsonValue *list, const char * const *known, guint least)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint length = jp_json_value_array (list, least);

  for (guint i = 0; i < length; i++)
    {
      JpJsonValue word = jp_json_value_element (list, i);
      guint index;

      if (jp_json_value_choice (&word, known, &index) && jp_pack_claim (taken, &word, known[index]))
        g_strv_builder_add (words, known[index]);
    }

  return g_strv_builder_end (words);
}

static void
read_example (JpPack *pack, const JpJsonValue *root)
{
  static const char * const known[] = { "indicators", NULL };
  JpJsonValue example = jp_json_value_member (root, "example");
  g_auto (GStrv) sections = jp_json_value_given (&example) ? read_choices (&example, known, 0) : NULL;

  pack->indicators_are_example = sections != NULL && sections[0] != NULL;
}

static void
read_area_code (const JpJsonValue *object, char **code)
{
  JpJsonValue value = jp_json_value_member (object, "code");

  if (jp_json_value_text (&value, code) && (strspn (*code, "0123456789") != 6 || strlen (*code) != 6))
    jp_json_value_fault (&value, _("The code of an administrative area has six digits."));
}

static void
read_city (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "code", "name", "office", "centre", NULL };
  JpJsonValue city = jp_json_value_member (root, "city");

  if (!jp_json_value_object (&city, keys))
    return;

  read_area_code (&city, &pack->city_code);
  read_text (&city, "name", &pack->city_name);
  read_text (&city, "office", &pack->city_office);
  read_text (&city, "centre", &pack->city_centre);
}

static void
read_districts (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "code", "name", NULL };
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JpJsonValue list = jp_json_value_member (root, "districts");

  pack->n_districts = jp_json_value_array (&list, 1);
  pack->districts = g_new0 (JpDistrict, pack->n_districts);
  for (guint i = 0; i < pack->n_districts; i++)
    {
      JpDistrict *district = &pack->districts[i];
      JpJsonValue value = jp_json_value_element (&list, i);
      JpJsonValue code = jp_json_value_member (&value, "code");
      JpJsonValue name = jp_json_value_member (&value, "name");

      if (!jp_json_value_object (&value, keys))
        continue;
      read_area_code (&value, &district->code);
      jp_json_value_text (&name, &district->name);
      jp_pack_claim (taken, &code, district->code);
      jp_pack_claim (taken, &name, district->name);
    }
}

static void
read_notes (JpPack *pack, const JpJsonValue *root)
{
  JpJsonValue notes = jp_json_value_member (root, "notes");
  g_autoptr (GList) keys = jp_json_value_given (&notes) ? jp_json_value_members (&notes) : NULL;

  pack->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (const GList *l = keys; l != NULL; l = l->next)
    {
      JpJsonValue note = jp_json_value_member (&notes, l->data);
      char *text = NULL;

      if (!jp_json_is_id (l->data))
        jp_json_value_fault (&note, _("An id has 1 to 64 of the characters a–z, 0–9 and _."));
      else if (jp_json_value_text (&note, &text))
        g_hash_table_insert (pack->notes, g_strdup (l->data), text);
    }
}

static void
read_limit (const JpJsonValue *checks, const char *key, JpDecimal *limit)
{
  JpJsonValue value = jp_json_value_member (checks, key);

  if (jp_json_value_decimal (&value, JP_PACK_MAX_DECIMALS, limit) && limit->coefficient <= 0)
    jp_json_value_fault (&value, _("A number above 0 is expected here."));
}

static void
read_checks (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "growth", "jump", "slip", NULL };
  JpJsonValue checks = jp_json_value_member (root, "checks");

  if (!jp_json_value_object (&checks, keys))
    return;

  read_limit (&checks, "growth", &pack->check_growth);
  read_limit (&checks, "jump", &pack->check_jump);
  read_limit (&checks, "slip", &pack->check_slip);
}

static void
read_assessment (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "article", "window", NULL };
  static const char * const window_keys[] = { "from", "to", NULL };
  JpJsonValue assessment = jp_json_value_member (root, "assessment");
  JpJsonValue window = jp_json_value_member (&assessment, "window");
  JpJsonValue from = jp_json_value_member (&window, "from");
  JpJsonValue to = jp_json_value_member (&window, "to");

  if (!jp_json_value_object (&assessment, keys))
    return;

  jp_pack_read_article (&assessment, &pack->assessment_article);
  if (jp_json_value_object (&window, window_keys) &&
      jp_json_value_month_day (&from, &pack->window_from_month, &pack->window_from_day) &&
      jp_json_value_month_day (&to, &pack->window_to_month, &pack->window_to_day) &&
      pack->window_to_month * 100 + pack->window_to_day < pack->window_from_month * 100 + pack->window_from_day)
    jp_json_value_fault (&to, _("The window would end before it opens."));
}

/* A year as the name of a member. */
static gboolean
read_year_key (const JpJsonValue *value, int *year)
{
  gboolean four_digits = strspn (value->key, "0123456789") == 4 && value->key[4] == '\0';

  *year = four_digits ? (int) g_ascii_strtoll (value->key, NULL, 10) : 0;
  if (*year >= JP_PACK_FIRST_YEAR && *year <= JP_PACK_LAST_YEAR)
    return TRUE;

  jp_json_value_fault (value, _("A year from %d to %d is expected here."), JP_PACK_FIRST_YEAR, JP_PACK_LAST_YEAR);
  return FALSE;
}

static JpDueOverride *
read_overrides (const JpJsonValue *object, guint *n_overrides)
{
  g_autoptr (GList) keys = jp_json_value_members (object);
  JpDueOverride *overrides = g_new0 (JpDueOverride, g_list_length (keys));

  *n_overrides = 0;
  for (const GList *l = keys; l != NULL; l = l->next)
    {
      JpJsonValue value = jp_json_value_member (object, l->data);
      JpDueOverride *due = &overrides[*n_overrides];

      if (read_year_key (&value, &due->key) && jp_json_value_month_day (&value, &due->month, &due->day))
        (*n_overrides)++;
    }

  return overrides;
}

static void
read_return (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "article", "due", "due_by_year", "due_by_batch", NULL };
  JpJsonValue annual = jp_json_value_member (root, "annual_return");
  JpJsonValue due = jp_json_value_member (&annual, "due");
  JpJsonValue by_year = jp_json_value_member (&annual, "due_by_year");
  JpJsonValue by_batch = jp_json_value_member (&annual, "due_by_batch");

  if (!jp_json_value_object (&annual, keys))
    return;

  jp_pack_read_article (&annual, &pack->return_article);
  jp_json_value_month_day (&due, &pack->return_month, &pack->return_day);
  if (jp_json_value_given (&by_year))
    pack->return_by_year = read_overrides (&by_year, &pack->n_return_by_year);
  if (jp_json_value_given (&by_batch))
    pack->return_by_batch = read_overrides (&by_batch, &pack->n_return_by_batch);
}

static int
compare_largest_first (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x < y) - (x > y);
}

static void
read_lead_months (JpPack *pack, const JpJsonValue *term)
{
  JpJsonValue list = jp_json_value_member (term, "lead_months");

  pack->n_lead_months = jp_json_value_array (&list, 1);
  pack->lead_months = g_new0 (guint, pack->n_lead_months);
  for (guint i = 0; i < pack->n_lead_months; i++)
    {
      JpJsonValue value = jp_json_value_element (&list, i);

      if (!jp_json_value_number (&value, 1, 120, &pack->lead_months[i]))
        continue;
      for (guint j = 0; j < i; j++)
        {
          if (pack->lead_months[j] == pack->lead_months[i])
            jp_json_value_fault (&value, _("This is given twice."));
        }
    }

  if (pack->n_lead_months > 0)
    qsort (pack->lead_months, pack->n_lead_months, sizeof (guint), compare_largest_first);
}

static void
read_term (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "article", "years", "lead_months", NULL };
  JpJsonValue term = jp_json_value_member (root, "term");

  if (!jp_json_value_object (&term, keys))
    return;

  jp_pack_read_article (&term, &pack->term_article);
  read_number (&term, "years", 1, 99, &pack->term_years);
  read_lead_months (pack, &term);
}

static void
read_change_filing (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "article", "days", "kinds", NULL };
  static const char * const known[] = { "industry", "scope", "operator", "other", NULL };
  JpJsonValue filing = jp_json_value_member (root, "change_filing");
  JpJsonValue kinds = jp_json_value_member (&filing, "kinds");

  if (!jp_json_value_object (&filing, keys))
    return;

  jp_pack_read_article (&filing, &pack->change_article);
  read_number (&filing, "days", 0, 366, &pack->change_days);
  pack->change_kinds = read_choices (&kinds, known, 1);
}

static void
read_audit (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = { "article", "months", NULL };
  JpJsonValue audit = jp_json_value_member (root, "audit");

  if (!jp_json_value_object (&audit, keys))
    return;

  jp_pack_read_article (&audit, &pack->audit_article);
  read_number (&audit, "months", 1, 120, &pack->audit_months);
}

static void
read_quotas (JpPack *pack, const JpJsonValue *root)
{
  JpJsonValue quotas = jp_json_value_member (root, "recommend_quota");
  g_autoptr (GList) keys = jp_json_value_given (&quotas) ? jp_json_value_members (&quotas) : NULL;

  pack->quotas = g_new0 (JpQuota, g_list_length (keys));
  for (const GList *l = keys; l != NULL; l = l->next)
    {
      JpJsonValue value = jp_json_value_member (&quotas, l->data);
      JpQuota *quota = &pack->quotas[pack->n_quotas];
      guint number;

      if (!read_year_key (&value, &quota->year) || !jp_json_value_number (&value, 0, 1000, &number))
        continue;
      quota->quota = (int) number;
      pack->n_quotas++;
    }
}

static void
read_format (const JpJsonValue *root)
{
  JpJsonValue value = jp_json_value_member (root, "format");
  guint format;

  if (jp_json_value_number (&value, 0, G_MAXINT, &format) && format != FORMAT)
    jp_json_value_fault (&value, _("This program reads rule packs of format %d. A newer program may read this one."),
                         FORMAT);
}

static void
read_head (JpPack *pack, const JpJsonValue *root)
{
  JpJsonValue basis = jp_json_value_member (root, "basis");
  JpJsonValue directions = jp_json_value_member (root, "directions");

  read_format (root);
  read_pack_id (root, &pack->id);
  read_number (root, "version", 1, MAX_VERSION, &pack->version);
  read_text (root, "title", &pack->title);
  read_text (root, "document", &pack->document);
  read_text (root, "interpreter", &pack->interpreter);
  read_effective (pack, root);
  read_example (pack, root);
  pack->basis = jp_json_value_texts (&basis, 0);
  pack->directions = jp_json_value_texts (&directions, 0);
}

static void
read_document (JpPack *pack, const JpJsonValue *root)
{
  static const char * const keys[] = {
    "format", "id", "version", "title", "document", "effective", "assessment_years", "example", "city", "districts",
    "metrics", "notes", "checks", "basis", "interpreter", "directions", "indicators", "vetoes", "assessment",
    "annual_return", "term", "change_filing", "incidents", "audit", "funding", "uses", "standard", "recommend_quota",
    NULL,
  };

  if (!jp_json_value_object (root, keys))
    return;

  read_head (pack, root);
  read_city (pack, root);
  read_districts (pack, root);
  jp_pack_read_metrics (pack, root);
  read_notes (pack, root);
  read_checks (pack, root);
  jp_pack_read_indicators (pack, root);
  jp_pack_read_vetoes (pack, root);
  read_assessment (pack, root);
  read_return (pack, root);
  read_term (pack, root);
  read_change_filing (pack, root);
  jp_pack_read_incidents (pack, root);
  read_audit (pack, root);
  jp_pack_read_funding (pack, root);
  jp_pack_read_uses (pack, root);
  jp_pack_read_standard (pack, root);
  read_quotas (pack, root);
}

/* The text a pack is kept and exported as: two packs that say the same in the same order are the same text,
 * however they were indented, and the text loads to itself. */
static char *
canonical_text (JsonNode *document, GPtrArray *faults)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;
  gsize length;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, document);
  text = json_generator_to_data (generator, &length);
  if (length + 1 > JP_PACK_MAX_BYTES)
    g_ptr_array_add (faults, jp_fault_new ("$", _("The pack is larger than %d bytes when it is written out."),
                                           JP_PACK_MAX_BYTES));

  return g_strconcat (text, "\n", NULL);
}

/* The pack, whatever its faults, or NULL where the text is no JSON at all. */
static JpPack *
load (const char *json, gssize length, GPtrArray *faults)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  gsize size = length >= 0 ? (gsize) length : strlen (json);
  JpJsonValue root;
  JpPack *pack;

  if (!jp_json_scan (json, size, JP_PACK_MAX_BYTES, JP_PACK_MAX_DEPTH, faults))
    return NULL;

  json = jp_json_skip_mark (json, &size);
  if (!json_parser_load_from_data (parser, json, (gssize) size, &error))
    {
      g_ptr_array_add (faults, jp_fault_new ("$", "%s", error->message));
      return NULL;
    }

  pack = g_new0 (JpPack, 1);
  g_atomic_ref_count_init (&pack->ref_count);
  root = jp_json_value_root (json_parser_get_root (parser), faults);
  read_document (pack, &root);
  pack->json = canonical_text (root.node, faults);

  return pack;
}

/**
 * jp_pack_new_from_json:
 * @json: the text of a rule pack
 * @length: its length in bytes, or −1 where it is NUL-terminated
 * @error: return location for a [enum@Jp.PackError]
 *
 * Loads a rule pack (R-PACK). Every rule of the format is checked first; the error names each fault by its
 * JSON path.
 *
 * Returns: (transfer full) (nullable): the pack, or %NULL with @error set
 */
JpPack *
jp_pack_new_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (GPtrArray) faults = jp_faults_new ();
  g_autoptr (JpPack) pack = NULL;
  g_autofree char *all = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  pack = load (json, length, faults);
  if (faults->len == 0)
    return g_steal_pointer (&pack);

  all = jp_faults_join (faults);
  g_set_error (error, JP_PACK_ERROR, JP_PACK_ERROR_INVALID, _("The rule pack cannot be used:\n%s"), all);
  return NULL;
}

/**
 * jp_pack_validate:
 * @json: the text of a rule pack
 * @length: its length in bytes, or −1 where it is NUL-terminated
 *
 * Checks a rule pack as jp_pack_new_from_json() does.
 *
 * Returns: (transfer full) (element-type Jp.Fault): every fault with its JSON path; empty: the pack is valid
 */
GPtrArray *
jp_pack_validate (const char *json, gssize length)
{
  g_autoptr (JpPack) pack = NULL;
  GPtrArray *faults;

  g_return_val_if_fail (json != NULL, NULL);

  faults = jp_faults_new ();
  pack = load (json, length, faults);

  return faults;
}
