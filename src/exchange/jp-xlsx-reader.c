/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-xlsx-reader.h"

#include "jp-xlsx-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *name;
  char *relation; /* its id in the relations of the workbook */
} Sheet;

typedef struct
{
  char *kind; /* the last word of the relation's type: "worksheet", "styles" */
  char *part;
} Relation;

typedef struct
{
  const char *folder; /* of the part the relations are of, "" or "xl/" */
  GHashTable *by_id;  /* of Relation */
} Relations;

typedef struct
{
  GPtrArray *sheets;
  gboolean   from_1904;
  gboolean   strict;
} Workbook;

static void
sheet_free (Sheet *sheet)
{
  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet);
}

static void
relation_free (Relation *relation)
{
  g_free (relation->kind);
  g_free (relation->part);
  g_free (relation);
}

/* The part a relation points to: from the root, or from the folder of the part that has it. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *joined = target[0] == '/' ? g_strdup (target) : g_strconcat ("/", folder, target, NULL);
  g_autofree char *canonical = g_canonicalize_filename (joined, "/");

  return g_strdup (canonical + 1);
}

static void
on_relation (JpXml *xml, const char *name, gpointer data)
{
  Relations *self = data;
  g_autofree char *id = NULL, *type = NULL, *target = NULL;
  const char *slash;
  Relation *relation;

  if (strcmp (name, "Relationship") != 0)
    return;

  id = jp_xml_dup_attribute (xml, "Id");
  type = jp_xml_dup_attribute (xml, "Type");
  target = jp_xml_dup_attribute (xml, "Target");
  if (id == NULL || type == NULL || target == NULL)
    return;

  slash = strrchr (type, '/');
  relation = g_new0 (Relation, 1);
  relation->kind = g_strdup (slash != NULL ? slash + 1 : type);
  relation->part = resolve (self->folder, target);
  g_hash_table_insert (self->by_id, g_steal_pointer (&id), relation);
}

static void
on_ignored_end (JpXml *xml, const char *name, gpointer data)
{
}

/* The relations of @part; "" for those of the whole package. */
static GHashTable *
read_relations (JpOoxml *package, const char *part, GCancellable *cancellable, GError **error)
{
  static const JpXmlHandler handler = { on_relation, on_ignored_end, NULL };
  const char *slash = strrchr (part, '/');
  g_autofree char *folder = slash != NULL ? g_strndup (part, (gsize) (slash - part) + 1) : g_strdup ("");
  g_autofree char *relations_part = g_strconcat (folder, "_rels/", part + strlen (folder), ".rels", NULL);
  g_autoptr (GHashTable) by_id =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) relation_free);
  Relations relations = { folder, by_id };

  if (!jp_ooxml_parse (package, relations_part, &handler, &relations, cancellable, error))
    return NULL;

  return g_steal_pointer (&by_id);
}

static const char *
find_kind (GHashTable *relations, const char *kind)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (strcmp (((Relation *) value)->kind, kind) == 0)
      return ((Relation *) value)->part;

  return NULL;
}

static void
on_workbook (JpXml *xml, const char *name, gpointer data)
{
  Workbook *self = data;

  if (strcmp (name, "workbook") == 0)
    self->strict = strstr (jp_xml_namespace (xml), "purl.oclc.org") != NULL;
  else if (strcmp (name, "workbookPr") == 0)
    {
      g_autofree char *from_1904 = jp_xml_dup_attribute (xml, "date1904");

      self->from_1904 = from_1904 != NULL && (strcmp (from_1904, "1") == 0 || strcmp (from_1904, "true") == 0);
    }
  else if (strcmp (name, "sheet") == 0)
    {
      Sheet *sheet = g_new0 (Sheet, 1);

      sheet->name = jp_xml_dup_attribute (xml, "name");
      sheet->relation = jp_xml_dup_attribute (xml, "id");
      g_ptr_array_add (self->sheets, sheet);
    }
}

/* Other files that are zips too, told by what is in them. */
static gboolean
refuse_other_kinds (JpOoxml *package, GError **error)
{
  const char *message = NULL;

  if (jp_ooxml_has (package, "xl/workbook.bin"))
    message = _("This is a binary workbook (.xlsb). Save it as .xlsx and import that.");
  else if (jp_ooxml_has (package, "content.xml"))
    message = _("This is an OpenDocument file (.ods). Save it as .xlsx and import that.");
  else if (!jp_ooxml_has (package, "_rels/.rels") || !jp_ooxml_has (package, "[Content_Types].xml"))
    message = _("This is a zip archive, not a workbook. Unpack it and import the .xlsx or .csv file in it.");
  if (message == NULL)
    return FALSE;

  g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_KIND, message);
  return TRUE;
}

/* The part that is the workbook, where the package holds one. */
static char *
find_workbook (JpOoxml *package, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) relations = NULL;
  const char *part;

  if (refuse_other_kinds (package, error))
    return NULL;
  relations = read_relations (package, "", cancellable, error);
  if (relations == NULL)
    return NULL;

  part = find_kind (relations, "officeDocument");
  if (part == NULL || g_str_has_prefix (part, "word/") || g_str_has_prefix (part, "ppt/"))
    {
      g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_KIND,
                           _("This is an office document, but not a workbook. Only .xlsx and .csv files can be "
                             "imported."));
      return NULL;
    }

  return g_strdup (part);
}

static gboolean
read_workbook (JpOoxml *package, const char *part, Workbook *workbook, GCancellable *cancellable, GError **error)
{
  static const JpXmlHandler handler = { on_workbook, on_ignored_end, NULL };
  const JpBookLimits *limits = jp_ooxml_limits (package);

  if (!jp_ooxml_parse (package, part, &handler, workbook, cancellable, error))
    return FALSE;
  if (workbook->strict)
    {
      g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_KIND,
                           _("This is a workbook of the strict kind (Strict Open XML). Save it as an ordinary .xlsx "
                             "workbook and import that."));
      return FALSE;
    }
  if (workbook->sheets->len > limits->sheets)
    {
      g_set_error (error, JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
                   _("The workbook has more than %u sheets, the most that is read. Split it and import the parts."),
                   limits->sheets);
      return FALSE;
    }

  return TRUE;
}

/* What all the sheets share: their texts and their number formats. Either may be absent. */
static gboolean
read_shared (JpXlsxBook *book, GHashTable *relations, GCancellable *cancellable, GError **error)
{
  const char *strings = find_kind (relations, "sharedStrings"), *styles = find_kind (relations, "styles");

  if (strings != NULL && jp_ooxml_has (book->package, strings) &&
      !jp_xlsx_strings_read (&book->strings, book->package, strings, cancellable, error))
    return FALSE;

  if (styles != NULL && jp_ooxml_has (book->package, styles))
    book->styles = jp_xlsx_styles_read (book->package, styles, cancellable, error);
  else
    book->styles = g_array_new (FALSE, FALSE, sizeof (JpFormatKind));
  return book->styles != NULL;
}

static gboolean
read_sheets (JpXlsxBook *book, const Workbook *workbook, GHashTable *relations, const JpBookVisitor *visitor,
             gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const Sheet *sheet = g_ptr_array_index (workbook->sheets, i);
      const Relation *relation = sheet->relation != NULL ? g_hash_table_lookup (relations, sheet->relation) : NULL;

      if (relation == NULL || sheet->name == NULL)
        {
          g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_DAMAGED,
                               _("The workbook is damaged: a sheet is missing. Open it and save it anew."));
          return FALSE;
        }
      if (strcmp (relation->kind, "worksheet") != 0) /* a chart has no rows */
        continue;
      if (!visitor->sheet (sheet->name, data, error) ||
          !jp_xlsx_sheet_read (book, relation->part, visitor, data, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* Reads a workbook (Office Open XML, transitional): its sheets in their order, hidden ones and hidden rows too. */
gboolean
jp_xlsx_read (GBytes *bytes, const JpBookLimits *limits, const JpBookVisitor *visitor, gpointer data,
              GCancellable *cancellable, GError **error)
{
  g_autoptr (JpOoxml) package = jp_ooxml_open (bytes, limits, error);
  g_autofree char *part = package != NULL ? find_workbook (package, cancellable, error) : NULL;
  g_autoptr (GHashTable) relations = NULL;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  Workbook workbook = { .sheets = sheets };
  JpXlsxBook book = { .package = package };
  gboolean whole;

  if (part == NULL || !read_workbook (package, part, &workbook, cancellable, error))
    return FALSE;
  relations = read_relations (package, part, cancellable, error);
  if (relations == NULL)
    return FALSE;

  jp_xlsx_strings_init (&book.strings);
  book.from_1904 = workbook.from_1904;
  whole = read_shared (&book, relations, cancellable, error) &&
          read_sheets (&book, &workbook, relations, visitor, data, cancellable, error);
  jp_xlsx_strings_clear (&book.strings);
  g_clear_pointer (&book.styles, g_array_unref);

  return whole;
}
