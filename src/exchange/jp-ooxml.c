/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-ooxml.h"

#include "jp-zip-directory.h"

#include <glib/gi18n-lib.h>
#include <gsf/gsf.h>
#include <libxml/parser.h>
#include <string.h>
#include <zlib.h>

#define BLOCK_SIZE (128 * 1024)

struct _JpOoxml
{
  const JpBookLimits *limits;
  GHashTable          *entries;
  guint8              *copy;     /* of the file, where it had to be mended */
  GsfInput            *source;
  GsfInfile           *zip;
  guint64              unpacked; /* of all the parts read so far */
  guint8              *block;
};

struct _JpXml
{
  const JpBookLimits *limits;
  const JpXmlHandler  *handler;
  gpointer             data;
  xmlParserCtxtPtr     parser;
  const xmlChar      **attributes; /* of the element being started: name, prefix, URI, value, end */
  int                  n_attributes;
  const char          *namespace;
  guint                depth;
  GError              *error;
};

static gboolean
refuse_damaged (GError **error)
{
  g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_DAMAGED,
                       _("The workbook is damaged. Ask for it again, or open it and save it anew."));
  return FALSE;
}

/* Stops the parser with @error, the first of which stands. */
void
jp_xml_stop (JpXml *xml, GError *error)
{
  if (xml->error == NULL)
    xml->error = error;
  else
    g_error_free (error);
  xmlStopParser (xml->parser);
}

gboolean
jp_xml_stopped (JpXml *xml)
{
  return xml->error != NULL;
}

const char *
jp_xml_namespace (JpXml *xml)
{
  return xml->namespace;
}

/* The value of an attribute of the element being started, whatever its prefix; NULL where there is none. */
const char *
jp_xml_attribute (JpXml *xml, const char *name, gsize *length)
{
  for (int i = 0; i < xml->n_attributes; i++)
    {
      const xmlChar **attribute = xml->attributes + i * 5;

      if (strcmp ((const char *) attribute[0], name) == 0)
        {
          *length = (gsize) (attribute[4] - attribute[3]);
          return (const char *) attribute[3];
        }
    }

  *length = 0;
  return NULL;
}

char *
jp_xml_dup_attribute (JpXml *xml, const char *name)
{
  gsize length;
  const char *value = jp_xml_attribute (xml, name, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

static void
on_start (void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
          const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  JpXml *xml = user;

  if (++xml->depth > xml->limits->depth)
    {
      jp_xml_stop (xml, g_error_new (JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
                                     _("The workbook nests its elements more than %u deep; no real workbook does."),
                                     xml->limits->depth));
      return;
    }

  xml->attributes = attributes;
  xml->n_attributes = n_attributes;
  xml->namespace = uri != NULL ? (const char *) uri : "";
  xml->handler->start (xml, (const char *) name, xml->data);
  xml->n_attributes = 0;
}

static void
on_end (void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  JpXml *xml = user;

  xml->depth--;
  if (xml->error == NULL)
    xml->handler->end (xml, (const char *) name, xml->data);
}

static void
on_text (void *user, const xmlChar *text, int length)
{
  JpXml *xml = user;

  if (xml->error == NULL && xml->handler->text != NULL)
    xml->handler->text (xml, (const char *) text, (gsize) length, xml->data);
}

/* Workbooks have no document type; one that has wants entities expanded or files fetched. */
static void
on_document_type (void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  jp_xml_stop (user, g_error_new_literal (JP_BOOK_ERROR, JP_BOOK_ERROR_DAMAGED,
                                          _("The workbook carries a document type declaration, which no real "
                                            "workbook does. It was not read.")));
}

static void
on_xml_error (void *user, xmlErrorPtr details)
{
  JpXml *xml = user;
  GError *error = NULL;

  if (details->level < XML_ERR_ERROR || xml->error != NULL)
    return;

  refuse_damaged (&error);
  jp_xml_stop (xml, error);
}

static xmlParserCtxtPtr
new_parser (JpXml *xml)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_text,
    .internalSubset = on_document_type,
    .serror = on_xml_error,
  };
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt (&sax, xml, NULL, 0, NULL);

  xmlCtxtUseOptions (parser, XML_PARSE_NONET);
  return parser;
}

/* What @part would unpack to, held against the limits before a byte of it is read. */
static gboolean
check_size (JpOoxml *self, const JpZipEntry *entry, GError **error)
{
  const JpBookLimits *limits = self->limits;

  if (entry->unpacked > limits->part_bytes || entry->unpacked > limits->total_bytes - self->unpacked)
    {
      g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
                           _("The workbook unpacks to more than is read. Split it and import the parts."));
      return FALSE;
    }
  if (entry->unpacked > limits->ratio_floor && entry->unpacked / limits->ratio > entry->packed)
    {
      g_set_error_literal (error, JP_BOOK_ERROR, JP_BOOK_ERROR_LIMIT,
                           _("The workbook is packed more tightly than any real one. Copy its rows into a new "
                             "workbook and import that."));
      return FALSE;
    }

  self->unpacked += entry->unpacked;
  return TRUE;
}

static GsfInput *
open_part (JpOoxml *self, const JpZipEntry *entry)
{
  g_auto (GStrv) names = g_strsplit (entry->name, "/", -1);

  return gsf_infile_child_by_aname (self->zip, (char const **) names);
}

/* Feeds the part to the parser, block by block; FALSE where the zip does not hold what its directory promised. */
static gboolean
feed (JpOoxml *self, GsfInput *part, const JpZipEntry *entry, JpXml *xml, GCancellable *cancellable)
{
  guint64 left = entry->unpacked;
  uLong crc = crc32 (0, NULL, 0);

  while (left > 0 && xml->error == NULL)
    {
      gsize n = (gsize) MIN (left, BLOCK_SIZE);

      if (g_cancellable_set_error_if_cancelled (cancellable, &xml->error))
        return TRUE;
      memset (self->block, 0, n); /* a stream that ends early leaves the rest of the block alone */
      if (gsf_input_read (part, n, self->block) == NULL)
        return FALSE;
      crc = crc32 (crc, self->block, (uInt) n);
      left -= n;
      xmlParseChunk (xml->parser, (const char *) self->block, (int) n, 0);
    }
  if (xml->error != NULL)
    return TRUE;

  xmlParseChunk (xml->parser, "", 0, 1);
  return crc == entry->crc;
}

/* The zip library complains aloud about a time of change that is none; nobody needs the time, so it is taken out. */
static const guint8 *
without_bad_times (JpOoxml *self, const guint8 *data, gsize size)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const JpZipEntry *entry = value;

      if (entry->bad_time == 0)
        continue;
      if (self->copy == NULL)
        self->copy = g_memdup2 (data, size);
      memset (self->copy + entry->bad_time, 0, 4);
    }

  return self->copy != NULL ? self->copy : data;
}

/**
 * jp_ooxml_open:
 * @bytes: a zip
 * @limits: how much to read
 * @error: return location for a [enum@Jp.TableError]
 *
 * Returns: (transfer full) (nullable): the package
 */
JpOoxml *
jp_ooxml_open (GBytes *bytes, const JpBookLimits *limits, GError **error)
{
  g_autoptr (JpOoxml) self = g_new0 (JpOoxml, 1);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  self->limits = limits;
  self->entries = jp_zip_directory_read (data, size, limits, error);
  if (self->entries == NULL)
    return NULL;

  gsf_init ();
  xmlInitParser ();
  self->source = gsf_input_memory_new (without_bad_times (self, data, size), (gsf_off_t) size, FALSE);
  self->zip = gsf_infile_zip_new (self->source, NULL);
  if (self->zip == NULL)
    {
      refuse_damaged (error);
      return NULL;
    }
  self->block = g_malloc (BLOCK_SIZE);

  return g_steal_pointer (&self);
}

/**
 * jp_ooxml_free:
 * @self: (nullable) (transfer full): a package
 *
 * Closes a package. The bytes it was opened from must live until then.
 */
void
jp_ooxml_free (JpOoxml *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->zip);
  g_clear_object (&self->source);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_free (self->copy);
  g_free (self->block);
  g_free (self);
}

static const JpZipEntry *
find_entry (JpOoxml *self, const char *part)
{
  g_autofree char *key = g_ascii_strdown (part, -1);

  return g_hash_table_lookup (self->entries, key);
}

/**
 * jp_ooxml_has:
 * @self: a package
 * @part: the path of a part, letters in any case
 *
 * Returns: whether the package holds @part
 */
gboolean
jp_ooxml_has (JpOoxml *self, const char *part)
{
  return find_entry (self, part) != NULL;
}

/**
 * jp_ooxml_limits:
 * @self: a package
 *
 * Returns: the limits it was opened with
 */
const JpBookLimits *
jp_ooxml_limits (JpOoxml *self)
{
  return self->limits;
}

/**
 * jp_ooxml_parse:
 * @self: a package
 * @part: the path of a part
 * @handler: what is told of its elements
 * @data: for @handler
 * @cancellable: (nullable): stops between blocks
 * @error: return location for a [enum@Jp.TableError], or the error @handler stopped with
 *
 * Reads an XML part in one pass. A document type, an entity, a wrong checksum or broken XML refuses it; since
 * that may show only at its end, nothing a handler was told counts before this returned %TRUE.
 *
 * Returns: whether the part was read to its end
 */
gboolean
jp_ooxml_parse (JpOoxml *self, const char *part, const JpXmlHandler *handler, gpointer data,
                  GCancellable *cancellable, GError **error)
{
  const JpZipEntry *entry = find_entry (self, part);
  JpXml xml = { .limits = self->limits, .handler = handler, .data = data };
  GsfInput *input;
  gboolean whole;

  if (entry == NULL)
    return refuse_damaged (error);
  if (!check_size (self, entry, error))
    return FALSE;
  input = open_part (self, entry);
  if (input == NULL)
    return refuse_damaged (error);

  xml.parser = new_parser (&xml);
  whole = (guint64) gsf_input_size (input) == entry->unpacked && feed (self, input, entry, &xml, cancellable);
  xmlFreeParserCtxt (xml.parser);
  g_object_unref (input);
  if (xml.error != NULL)
    {
      g_propagate_error (error, xml.error);
      return FALSE;
    }

  return whole || refuse_damaged (error);
}
