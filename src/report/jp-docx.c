/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The package around the document: what WPS and LibreOffice ask of the smallest .docx, always the same bytes. */

#include "jp-docx.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "jp-docx-private.h"
#include "jp-out-file.h"

static const char content_types[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
  "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
  "<Override PartName=\"/word/document.xml\" "
  "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
  "<Override PartName=\"/word/footer1.xml\" "
  "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>"
  "<Override PartName=\"/docProps/core.xml\" "
  "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
  "</Types>";

static const char relations[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
  "<Relationship Id=\"rId1\" "
  "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
  "Target=\"word/document.xml\"/>"
  "<Relationship Id=\"rId2\" "
  "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
  "Target=\"docProps/core.xml\"/>"
  "</Relationships>";

static const char document_relations[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
  "<Relationship Id=\"rId1\" "
  "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/>"
  "</Relationships>";

static char *
properties_of (const JpPaper *paper)
{
  char iso[JP_DATE_ISO_LEN];
  const char *author = jp_paper_get_author (paper), *title = jp_paper_get_title (paper);

  jp_date_to_iso (jp_paper_get_as_of (paper), iso);
  return g_markup_printf_escaped (
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
    "<dc:title>%s</dc:title><dc:creator>%s</dc:creator>"
    "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%sT00:00:00Z</dcterms:created>"
    "</cp:coreProperties>", title != NULL ? title : "", author != NULL ? author : "", iso);
}

/* No member has a day of its own, so that the same paper gives the same bytes in every time zone. */
static gboolean
add_member (struct archive *archive, const char *name, const char *text)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = strlen (text);
  gboolean done;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  done = archive_write_header (archive, entry) == ARCHIVE_OK &&
         archive_write_data (archive, text, length) == (la_ssize_t) length;
  archive_entry_free (entry);
  return done;
}

static la_ssize_t
keep_bytes (struct archive *archive, void *data, const void *bytes, size_t length)
{
  g_byte_array_append (data, bytes, (guint) length);
  return (la_ssize_t) length;
}

static gboolean
add_members (struct archive *archive, GPtrArray *papers)
{
  const JpPaper *first = g_ptr_array_index (papers, 0);
  g_autofree char *properties = properties_of (first);
  g_autofree char *document = jp_docx_document (papers);
  g_autofree char *footer = jp_docx_footer (first);

  return add_member (archive, "[Content_Types].xml", content_types) &&
         add_member (archive, "_rels/.rels", relations) &&
         add_member (archive, "docProps/core.xml", properties) &&
         add_member (archive, "word/document.xml", document) &&
         add_member (archive, "word/_rels/document.xml.rels", document_relations) &&
         add_member (archive, "word/footer1.xml", footer);
}

/**
 * jp_docx_new:
 * @papers: (element-type JpPaper): letters, at least one; each begins a page
 * @error: return location for a #GIOErrorEnum
 *
 * Writes letters as one text document in Office Open XML: the texts with their faces, sizes and indents, tables, and
 * the signature, on A4 with the margins of GB/T 9704.
 *
 * Returns: (transfer full) (nullable): the document
 */
GBytes *
jp_docx_new (GPtrArray *papers, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();
  gboolean done;

  g_return_val_if_fail (papers->len > 0, NULL);

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  done = archive_write_open (archive, bytes, NULL, keep_bytes, NULL) == ARCHIVE_OK && add_members (archive, papers) &&
         archive_write_close (archive) == ARCHIVE_OK;
  if (!done)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The text document could not be made: %s."),
                 archive_error_string (archive));
  archive_write_free (archive);

  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * jp_docx_write:
 * @papers: (element-type JpPaper): letters, at least one
 * @path: the file to write
 * @error: return location for a #GIOErrorEnum
 *
 * Writes letters to a file that only its owner may read; see jp_docx_new(). A file already there stays until the new
 * one is whole and on the disk.
 *
 * Returns: whether @path is now the new file
 */
gboolean
jp_docx_write (GPtrArray *papers, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = jp_docx_new (papers, error);
  g_autoptr (JpOutFile) file = bytes != NULL ? jp_out_file_new (path, error) : NULL;

  return file != NULL && jp_out_file_write (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error) &&
         jp_out_file_commit (file, error);
}
