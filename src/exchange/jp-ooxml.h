/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-book.h"

G_BEGIN_DECLS

/**
 * JpOoxml:
 *
 * The parts of a workbook: a zip whose directory was checked before the zip library saw it. Parts are unpacked in
 * small blocks as they are read, within limits, and held against their checksum; nothing touches the disk.
 */
typedef struct _JpOoxml JpOoxml;

/* The XML element at which a handler stands. */
typedef struct _JpXml JpXml;

typedef struct
{
  void (*start) (JpXml *xml, const char *name, gpointer data);
  void (*end)   (JpXml *xml, const char *name, gpointer data);
  void (*text)  (JpXml *xml, const char *text, gsize length, gpointer data); /* may be NULL */
} JpXmlHandler;

JpOoxml  *jp_ooxml_open  (GBytes *bytes, const JpBookLimits *limits, GError **error);
void        jp_ooxml_free  (JpOoxml *self);
gboolean    jp_ooxml_has   (JpOoxml *self, const char *part);
gboolean    jp_ooxml_parse (JpOoxml *self, const char *part, const JpXmlHandler *handler, gpointer data,
                              GCancellable *cancellable, GError **error);

const JpBookLimits *jp_ooxml_limits (JpOoxml *self);

/* For handlers: an attribute by local name, not NUL-terminated; the namespace of the element; stopping. */
const char *jp_xml_attribute (JpXml *xml, const char *name, gsize *length);
char       *jp_xml_dup_attribute (JpXml *xml, const char *name);
const char *jp_xml_namespace (JpXml *xml);
void        jp_xml_stop      (JpXml *xml, GError *error);
gboolean    jp_xml_stopped   (JpXml *xml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpOoxml, jp_ooxml_free)

G_END_DECLS
