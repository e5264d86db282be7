/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-json-scan.h"

#include "jp-fault.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer integers are wrapped or rounded by one reader or another. */
#define MAX_DIGITS 15
/* Enough to mend a file by; more would only be the same mistake again. */
#define MAX_FAULTS 100
#define MAX_SHOWN_KEY 64

/* An array or object that is open where the scan stands. */
typedef struct
{
  gboolean is_object;
  guint    index; /* of the element, in an array */
  GTree   *keys;  /* in an object: those seen so far. A tree, because a hash can be made to collide. */
  char    *key;   /* of the member; owned by @keys */
} Frame;

typedef struct
{
  const char *text; /* for counting lines */
  const char *at;
  const char *end;
  Frame      *frames;
  guint       depth;
  guint       max_depth;
  GString    *string; /* the last string read, decoded */
  GPtrArray  *faults;
  guint       n_collected;
} Scan;

/**
 * jp_json_path_append_member:
 * @path: a JSON path, "$" at least
 * @key: a member's name, UTF-8
 *
 * Appends a member to a JSON path. A name that is not a plain word is quoted, its control characters and quotes
 * replaced and its end left off where it is long: the path is shown to people.
 */
void
jp_json_path_append_member (GString *path, const char *key)
{
  gboolean plain = *key != '\0';
  guint shown = 0;

  for (const char *p = key; *p != '\0' && plain; p++)
    plain = (g_ascii_isalnum (*p) || *p == '_') && p - key < MAX_SHOWN_KEY;
  if (plain)
    {
      g_string_append_printf (path, ".%s", key);
      return;
    }

  g_string_append (path, "[\"");
  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (++shown > MAX_SHOWN_KEY)
        {
          g_string_append (path, "…");
          break;
        }
      g_string_append_unichar (path, g_unichar_isprint (c) && c != '"' && c != '\\' ? c : 0xfffd);
    }
  g_string_append (path, "\"]");
}

static char *
current_path (const Scan *scan)
{
  GString *path = g_string_new ("$");

  for (guint i = 0; i < scan->depth; i++)
    {
      const Frame *frame = &scan->frames[i];

      if (!frame->is_object)
        g_string_append_printf (path, "[%u]", frame->index);
      else if (frame->key != NULL)
        jp_json_path_append_member (path, frame->key);
    }

  return g_string_free (path, FALSE);
}

static guint
current_line (const Scan *scan)
{
  guint line = 1;

  for (const char *p = scan->text; (p = memchr (p, '\n', (gsize) (scan->at - p))) != NULL; p++)
    line++;

  return line;
}

/* A fault of grammar: what follows cannot be understood, so the scan ends. */
static gboolean
refuse (Scan *scan, const char *what)
{
  g_autofree char *path = current_path (scan);

  g_ptr_array_add (scan->faults, jp_fault_new (path, _("Line %u: %s"), current_line (scan), what));

  return FALSE;
}

/* A fault behind which the scan can go on. */
static void
collect (Scan *scan, const char *what)
{
  if (scan->n_collected++ < MAX_FAULTS)
    refuse (scan, what);
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\t' || *scan->at == '\n' || *scan->at == '\r'))
    scan->at++;
}

static char
peek (const Scan *scan)
{
  return scan->at < scan->end ? *scan->at : '\0';
}

static gboolean
scan_hex (Scan *scan, gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (peek (scan));

      if (digit < 0)
        return FALSE;
      *unit = *unit * 16 + (gunichar) digit;
      scan->at++;
    }

  return TRUE;
}

/* Behind "\u". */
static gboolean
scan_code_point (Scan *scan)
{
  gunichar c, low;

  if (!scan_hex (scan, &c))
    return refuse (scan, _("“\\u” needs four hexadecimal digits."));
  if (c == 0)
    return refuse (scan, _("A text cannot hold the character NUL."));

  if (c >= 0xd800 && c <= 0xdbff && scan->end - scan->at >= 6 && scan->at[0] == '\\' && scan->at[1] == 'u')
    {
      scan->at += 2;
      if (scan_hex (scan, &low) && low >= 0xdc00 && low <= 0xdfff)
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
  if (c >= 0xd800 && c <= 0xdfff)
    return refuse (scan, _("Half a surrogate pair is not a character."));

  g_string_append_unichar (scan->string, c);
  return TRUE;
}

static gboolean
scan_escape (Scan *scan)
{
  static const char marks[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *mark;

  if (peek (scan) == 'u')
    {
      scan->at++;
      return scan_code_point (scan);
    }

  mark = peek (scan) != '\0' ? strchr (marks, *scan->at) : NULL;
  if (mark == NULL)
    return refuse (scan, _("There is no such escape behind a backslash."));

  g_string_append_c (scan->string, meanings[mark - marks]);
  scan->at++;
  return TRUE;
}

static gboolean
scan_string (Scan *scan)
{
  g_string_truncate (scan->string, 0);
  for (scan->at++; scan->at < scan->end;)
    {
      const char *plain = scan->at;

      while (scan->at < scan->end && *scan->at != '"' && *scan->at != '\\' && (guchar) *scan->at >= 0x20)
        scan->at++;
      g_string_append_len (scan->string, plain, scan->at - plain);

      if (scan->at == scan->end)
        break;
      if (*scan->at == '"')
        {
          scan->at++;
          return TRUE;
        }
      if (*scan->at != '\\')
        return refuse (scan, _("A text cannot hold a line break or another control character."));
      scan->at++;
      if (!scan_escape (scan))
        return FALSE;
    }

  return refuse (scan, _("A text is not closed by a quotation mark."));
}

static guint
scan_digits (Scan *scan)
{
  const char *first = scan->at;

  while (g_ascii_isdigit (peek (scan)))
    scan->at++;

  return (guint) (scan->at - first);
}

static gboolean
scan_number (Scan *scan)
{
  guint digits, part;

  if (peek (scan) == '-')
    scan->at++;

  if (peek (scan) == '0')
    {
      scan->at++;
      digits = 1;
    }
  else
    digits = scan_digits (scan);
  part = 1;
  if (peek (scan) == '.')
    {
      scan->at++;
      part = scan_digits (scan);
      digits += part;
    }
  if (part > 0 && (peek (scan) == 'e' || peek (scan) == 'E'))
    {
      scan->at++;
      if (peek (scan) == '+' || peek (scan) == '-')
        scan->at++;
      part = scan_digits (scan);
    }
  if (digits == 0 || part == 0 || g_ascii_isdigit (peek (scan)))
    return refuse (scan, _("This is not a number as JSON writes it."));

  if (digits > MAX_DIGITS)
    collect (scan, _("A number has more than 15 digits."));

  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return refuse (scan, _("A value is expected here: a text, a number, true, false, null, a list or an object."));

  scan->at += length;
  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer unused)
{
  return strcmp (a, b);
}

static gboolean
open_frame (Scan *scan, gboolean is_object)
{
  Frame *frame = &scan->frames[scan->depth];

  if (scan->depth == scan->max_depth)
    return refuse (scan, _("Lists and objects are nested too deeply."));

  frame->is_object = is_object;
  frame->index = 0;
  frame->key = NULL;
  frame->keys = is_object ? g_tree_new_full (compare_keys, NULL, g_free, NULL) : NULL;
  scan->depth++;
  scan->at++;
  return TRUE;
}

static void
close_frame (Scan *scan)
{
  Frame *frame = &scan->frames[--scan->depth];

  g_clear_pointer (&frame->keys, g_tree_unref);
}

static gboolean
scan_key (Scan *scan)
{
  Frame *frame = &scan->frames[scan->depth - 1];
  gboolean seen;

  frame->key = NULL;
  skip_space (scan);
  if (peek (scan) != '"')
    return refuse (scan, _("The name of a member is expected here, in quotation marks."));
  if (!scan_string (scan))
    return FALSE;

  frame->key = g_strndup (scan->string->str, scan->string->len);
  seen = g_tree_lookup_node (frame->keys, frame->key) != NULL;
  g_tree_replace (frame->keys, frame->key, NULL);
  if (seen)
    collect (scan, _("This member is given twice."));

  skip_space (scan);
  if (peek (scan) != ':')
    return refuse (scan, _("A colon is missing behind the name of a member."));
  scan->at++;
  return TRUE;
}

/* One value, or the opening of one: *opened says which. */
static gboolean
scan_value (Scan *scan, gboolean *opened)
{
  *opened = FALSE;
  skip_space (scan);
  switch (peek (scan))
    {
    case '{':
    case '[':
      *opened = TRUE;
      return open_frame (scan, *scan->at == '{');
    case '"':
      return scan_string (scan);
    case 't':
      return scan_word (scan, "true");
    case 'f':
      return scan_word (scan, "false");
    default:
      return peek (scan) == '-' || g_ascii_isdigit (peek (scan)) ? scan_number (scan) : scan_word (scan, "null");
    }
}

/* Behind an opening: whether the array or object is empty, and so closed already. */
static gboolean
closes_at_once (Scan *scan)
{
  skip_space (scan);
  if (peek (scan) != (scan->frames[scan->depth - 1].is_object ? '}' : ']'))
    return FALSE;

  scan->at++;
  close_frame (scan);
  return TRUE;
}

/* Behind a value: closes what ends here; *more says that another value of the innermost follows. */
static gboolean
scan_separator (Scan *scan, gboolean *more)
{
  *more = FALSE;
  while (scan->depth > 0)
    {
      Frame *frame = &scan->frames[scan->depth - 1];

      skip_space (scan);
      if (peek (scan) == ',')
        {
          scan->at++;
          frame->index++;
          *more = TRUE;
          return TRUE;
        }
      if (peek (scan) != (frame->is_object ? '}' : ']'))
        return refuse (scan, frame->is_object ? _("A comma or a closing brace is missing.")
                                              : _("A comma or a closing bracket is missing."));
      scan->at++;
      close_frame (scan);
    }

  return TRUE;
}

static gboolean
scan_document (Scan *scan)
{
  gboolean opened, more = TRUE;

  while (more)
    {
      if (scan->depth > 0 && scan->frames[scan->depth - 1].is_object && !scan_key (scan))
        return FALSE;
      if (!scan_value (scan, &opened))
        return FALSE;
      if (opened && !closes_at_once (scan))
        continue;
      if (!scan_separator (scan, &more))
        return FALSE;
    }

  skip_space (scan);
  return scan->at == scan->end || refuse (scan, _("Something follows the end of the document."));
}

/**
 * jp_json_skip_mark:
 * @json: a text
 * @length: (inout): its length in bytes
 *
 * Returns: (transfer none): @json, or what stands behind its UTF-8 byte order mark
 */
const char *
jp_json_skip_mark (const char *json, gsize *length)
{
  if (*length < 3 || memcmp (json, "\xef\xbb\xbf", 3) != 0)
    return json;

  *length -= 3;
  return json + 3;
}

/* Size and encoding: what must hold before a single character is looked at. */
static gboolean
check_bytes (const char *json, gsize length, gsize max_bytes, GPtrArray *faults)
{
  const char *bad;

  if (length > max_bytes)
    {
      g_ptr_array_add (faults, jp_fault_new ("$", _("The file is larger than %zu bytes."), max_bytes));
      return FALSE;
    }
  if (!g_utf8_validate_len (json, length, &bad))
    {
      g_ptr_array_add (faults, *bad == '\0'
        ? jp_fault_new ("$", _("The file holds the character NUL at byte %zu."), (gsize) (bad - json))
        : jp_fault_new ("$", _("The file is not UTF-8 text at byte %zu."), (gsize) (bad - json)));
      return FALSE;
    }

  return TRUE;
}

/**
 * jp_json_scan:
 * @json: (array length=length): a text that claims to be JSON
 * @length: its length in bytes
 * @max_bytes: the most it may have
 * @max_depth: how deep lists and objects may be nested, the outermost counted
 * @faults: (element-type Jp.Fault): what is wrong is added here, placed by JSON path
 *
 * Checks a JSON text before a parser sees it: its size, UTF-8 without NUL, the strict grammar of JSON, nesting,
 * members given twice in one object, and integers too long for exact reading. A byte order mark is passed over.
 * The work is in proportion to the text (times the logarithm of an object's members), whatever the text is.
 *
 * Returns: whether nothing is wrong
 */
gboolean
jp_json_scan (const char *json, gsize length, gsize max_bytes, guint max_depth, GPtrArray *faults)
{
  Scan scan = { 0 };
  gboolean understood;

  g_return_val_if_fail (json != NULL || length == 0, FALSE);
  g_return_val_if_fail (max_depth > 0, FALSE);
  g_return_val_if_fail (faults != NULL, FALSE);

  json = json != NULL ? json : "";
  if (!check_bytes (json, length, max_bytes, faults))
    return FALSE;

  scan.text = scan.at = jp_json_skip_mark (json, &length);
  scan.end = scan.text + length;
  scan.max_depth = max_depth;
  scan.frames = g_new0 (Frame, max_depth);
  scan.string = g_string_new (NULL);
  scan.faults = faults;

  understood = scan_document (&scan);

  while (scan.depth > 0)
    close_frame (&scan);
  g_free (scan.frames);
  g_string_free (scan.string, TRUE);

  return understood && scan.n_collected == 0;
}
