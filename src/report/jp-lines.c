/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-lines.h"

#include "jp-line-break.h"

/* The papers of one batch share most of their texts; a cache that has grown past this starts anew. */
#define CACHE_LIMIT 4096
/* What stands where no font has a character: the printer's sign for a missing type. */
#define GETA 0x3013
/* A line that would have to widen its gaps by more than this part of its type size stays ragged. */
#define LARGEST_GAP 0.3

/* One paragraph (no line end within) on its way to lines. */
typedef struct
{
  const char    *text;  /* the whole text; offsets of items count from its start */
  int            start; /* byte */
  int            length;
  GQueue         items; /* of PangoGlyphItem, in reading order, what is not yet on a line */
  int            n_chars;
  gunichar      *chars;
  int           *widths; /* by character */
  PangoLogAttr  *attrs;
} Paragraph;

static char *
make_key (const JpSpan *spans, guint n_spans, JpLineOptions options)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%d/%d/%d", pango_units_from_double (options.width),
                          pango_units_from_double (options.first_indent), options.justify);
  for (guint i = 0; i < n_spans; i++)
    g_string_append_printf (key, "/%d/%d/%s", spans[i].style.role, pango_units_from_double (spans[i].style.size),
                            spans[i].text);

  return g_string_free (key, FALSE);
}

/* Characters that would not print or would break the line unasked. */
static void
append_printable (GString *text, const char *source)
{
  g_autofree char *valid = g_utf8_make_valid (source, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == 0x2028 || c == 0x2029)
        g_string_append_c (text, '\n');
      else if (g_unichar_iscntrl (c))
        g_string_append_c (text, ' ');
      else if (g_unichar_type (c) != G_UNICODE_FORMAT) /* direction marks and joiners have no form on paper */
        g_string_append_unichar (text, c);
    }
}

static PangoAttrList *
join_spans (JpFonts *fonts, const JpSpan *spans, guint n_spans, GString *text)
{
  PangoAttrList *attrs = pango_attr_list_new ();

  for (guint i = 0; i < n_spans; i++)
    {
      PangoAttribute *attr = pango_attr_font_desc_new (jp_fonts_describe (fonts, spans[i].style));

      attr->start_index = text->len;
      append_printable (text, spans[i].text);
      attr->end_index = text->len;
      pango_attr_list_insert (attrs, attr);
    }

  return attrs;
}

static PangoGlyphItem *
shape (const Paragraph *paragraph, PangoItem *item)
{
  PangoGlyphItem *glyphs = g_slice_new0 (PangoGlyphItem);

  glyphs->item = item;
  glyphs->glyphs = pango_glyph_string_new ();
  pango_shape_full (paragraph->text + item->offset, item->length, paragraph->text + paragraph->start,
                    paragraph->length, &item->analysis, glyphs->glyphs);
  return glyphs;
}

/* Whether every character found a glyph; those that did not are noted. */
static gboolean
note_missing (JpFonts *fonts, const Paragraph *paragraph, const PangoGlyphItem *item)
{
  gboolean complete = TRUE;

  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    if (item->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY && item->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      {
        const char *at = paragraph->text + item->item->offset + item->glyphs->log_clusters[i];

        jp_fonts_note_missing (fonts, g_utf8_get_char (at));
        complete = FALSE;
      }

  return complete;
}

static void
paragraph_clear (Paragraph *paragraph)
{
  g_queue_clear_full (&paragraph->items, (GDestroyNotify) pango_glyph_item_free);
  g_free (paragraph->chars);
  g_free (paragraph->widths);
  g_free (paragraph->attrs);
}

static gboolean
paragraph_init (Paragraph *paragraph, JpFonts *fonts, const char *text, int start, int length, PangoAttrList *attrs)
{
  PangoContext *context = jp_fonts_get_context (fonts);
  GList *items = pango_itemize (context, text, start, length, attrs, NULL);
  int character = 0;
  gboolean complete = TRUE;
  glong n_chars;

  *paragraph = (Paragraph) { .text = text, .start = start, .length = length };
  g_queue_init (&paragraph->items);
  paragraph->chars = g_utf8_to_ucs4_fast (text + start, length, &n_chars);
  paragraph->n_chars = (int) n_chars;
  paragraph->widths = g_new0 (int, n_chars + 1);
  paragraph->attrs = g_new0 (PangoLogAttr, n_chars + 1);
  pango_get_log_attrs (text + start, length, -1, pango_context_get_language (context), paragraph->attrs,
                       paragraph->n_chars + 1);

  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoItem *item = l->data;
      PangoGlyphItem *glyphs = shape (paragraph, item);

      complete = note_missing (fonts, paragraph, glyphs) && complete;
      pango_glyph_item_get_logical_widths (glyphs, text, paragraph->widths + character);
      character += item->num_chars;
      g_queue_push_tail (&paragraph->items, glyphs);
    }
  g_list_free (items);

  return complete;
}

static gboolean
may_break (const Paragraph *paragraph, int position)
{
  return jp_line_break_allowed (paragraph->chars[position - 1], paragraph->chars[position],
                                paragraph->attrs[position].is_line_break);
}

/* The end of the line that starts at @start and may be @room wide, and the width of what shows of it. */
static int
find_end (const Paragraph *paragraph, int start, int room, int *width)
{
  int end = start, shown = 0, total = 0;

  /* White space that ends a line may hang over. */
  while (end < paragraph->n_chars &&
         (g_unichar_isspace (paragraph->chars[end]) || total + paragraph->widths[end] <= room))
    total += paragraph->widths[end++];

  if (end < paragraph->n_chars)
    {
      int fits = end;

      while (end > start && !may_break (paragraph, end))
        end--;
      if (end == start) /* nowhere: a word longer than the line is cut where a letter ends */
        {
          end = fits;
          while (end > start + 1 && !paragraph->attrs[end].is_cursor_position)
            end--;
          end = MAX (end, start + 1);
          while (end < paragraph->n_chars && !paragraph->attrs[end].is_cursor_position)
            end++;
        }
    }

  for (int i = start, sum = 0; i < end; i++)
    {
      sum += paragraph->widths[i];
      if (!g_unichar_isspace (paragraph->chars[i]))
        shown = sum;
    }
  *width = shown;
  return end;
}

static gboolean
gap_widens (const Paragraph *paragraph, int before)
{
  gunichar a = paragraph->chars[before], b = paragraph->chars[before + 1];

  return a == ' ' || jp_line_break_is_chinese (a) || jp_line_break_is_chinese (b);
}

/* Spreads @slack over the gaps of a line; @first is the number of the item's first character in the paragraph. */
static void
widen (const Paragraph *paragraph, PangoGlyphItem *item, int first, int last_shown, int *slack, int *n_gaps)
{
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, paragraph->text); more && *n_gaps > 0;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      int character = first + iter.end_char - 1;

      if (character < last_shown && gap_widens (paragraph, character))
        {
          int part = *slack / *n_gaps;

          item->glyphs->glyphs[MAX (iter.start_glyph, iter.end_glyph - 1)].geometry.width += part;
          *slack -= part;
          *n_gaps -= 1;
        }
    }
}

/* Takes the items up to byte @end off the paragraph, cutting the one that reaches beyond. */
static GPtrArray *
take_items (Paragraph *paragraph, int end)
{
  GPtrArray *taken = g_ptr_array_new ();
  PangoGlyphItem *item;

  while ((item = g_queue_peek_head (&paragraph->items)) != NULL && item->item->offset < end)
    {
      if (item->item->offset + item->item->length <= end)
        g_ptr_array_add (taken, g_queue_pop_head (&paragraph->items));
      else
        g_ptr_array_add (taken, pango_glyph_item_split (item, paragraph->text, end - item->item->offset));
    }

  return taken;
}

static void
justify (const Paragraph *paragraph, GPtrArray *items, int start, int end, int slack)
{
  int last_shown = end - 1, n_gaps = 0, first = start;

  while (last_shown > start && g_unichar_isspace (paragraph->chars[last_shown]))
    last_shown--;
  for (int i = start; i < last_shown; i++)
    n_gaps += gap_widens (paragraph, i);
  if (n_gaps == 0 || slack / n_gaps > paragraph->widths[start] * LARGEST_GAP)
    return;

  for (guint i = 0; i < items->len; i++)
    {
      PangoGlyphItem *item = g_ptr_array_index (items, i);

      widen (paragraph, item, first, last_shown, &slack, &n_gaps);
      first += item->item->num_chars;
    }
}

static void
add_line (GArray *lines, GPtrArray *items, int start, int length, int indent, int width)
{
  JpLine line = { g_new (JpRun, items->len), items->len, pango_units_to_double (indent),
                  pango_units_to_double (indent + width), start, length };
  int x = indent;

  for (guint i = 0; i < items->len; i++)
    {
      PangoGlyphItem *item = g_ptr_array_index (items, i);

      line.runs[i] = (JpRun) { item, pango_units_to_double (x) };
      x += pango_glyph_string_get_width (item->glyphs);
    }
  g_array_append_val (lines, line);
}

static void
break_paragraph (Paragraph *paragraph, GArray *lines, JpLineOptions options)
{
  int room = options.width > 0 ? pango_units_from_double (options.width) : G_MAXINT / 2;
  int indent = pango_units_from_double (options.first_indent);
  int start = 0, byte = paragraph->start;

  do
    {
      int width, end = find_end (paragraph, start, room - indent, &width);
      int length = (int) (g_utf8_offset_to_pointer (paragraph->text + byte, end - start) - (paragraph->text + byte));
      g_autoptr (GPtrArray) items = take_items (paragraph, byte + length);

      if (options.justify && end < paragraph->n_chars && width < room - indent)
        {
          justify (paragraph, items, start, end, room - indent - width);
          width = room - indent;
        }
      add_line (lines, items, byte, length, indent, width);

      start = end;
      byte += length;
      indent = 0;
    }
  while (start < paragraph->n_chars);
}

/* FALSE where a character had no glyph. */
static gboolean
break_text (JpFonts *fonts, const GString *text, PangoAttrList *attrs, JpLineOptions options, GArray *lines)
{
  gboolean complete = TRUE;

  for (gsize start = 0; start <= text->len;)
    {
      const char *newline = memchr (text->str + start, '\n', text->len - start);
      gsize end = newline != NULL ? (gsize) (newline - text->str) : text->len;
      Paragraph paragraph;

      complete = paragraph_init (&paragraph, fonts, text->str, (int) start, (int) (end - start), attrs) && complete;
      break_paragraph (&paragraph, lines, options);
      paragraph_clear (&paragraph);
      start = end + 1;
    }

  return complete;
}

static void
clear_line (gpointer data)
{
  JpLine *line = data;

  for (guint i = 0; i < line->n_runs; i++)
    pango_glyph_item_free (line->runs[i].item);
  g_free (line->runs);
}

/* The spans with 〓 for every character that no font has. */
static JpSpan *
replace_missing (JpFonts *fonts, const JpSpan *spans, guint n_spans)
{
  g_autofree char *missing = jp_fonts_get_missing (fonts);
  JpSpan *replaced = g_new (JpSpan, n_spans);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (spans[i].text, -1);
      GString *text = g_string_new (NULL);

      for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);
          g_string_append_unichar (text, g_utf8_strchr (missing, -1, c) != NULL ? GETA : c);
        }
      replaced[i] = (JpSpan) { g_string_free (text, FALSE), spans[i].style };
    }

  return replaced;
}

static JpLines *
lay_out (JpFonts *fonts, const JpSpan *spans, guint n_spans, JpLineOptions options, gboolean replace)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PangoAttrList *attrs = join_spans (fonts, spans, n_spans, text);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (JpLine));
  gboolean complete;
  JpLines *self;

  g_array_set_clear_func (lines, clear_line);
  complete = break_text (fonts, text, attrs, options, lines);
  pango_attr_list_unref (attrs);

  if (!complete && replace)
    {
      g_autofree JpSpan *replaced = replace_missing (fonts, spans, n_spans);

      self = lay_out (fonts, replaced, n_spans, options, FALSE);
      for (guint i = 0; i < n_spans; i++)
        g_free ((char *) replaced[i].text);
      return self;
    }

  self = g_new0 (JpLines, 1);
  g_ref_count_init (&self->ref_count);
  self->text = g_strdup (text->str);
  for (guint i = 0; i < lines->len; i++)
    self->width = MAX (self->width, g_array_index (lines, JpLine, i).width);
  self->n_lines = lines->len;
  self->lines = (JpLine *) g_array_steal (lines, NULL);
  return self;
}

/**
 * jp_lines_new:
 * @fonts: the fonts
 * @spans: (array length=n_spans): the text, in its faces
 * @n_spans: how many
 * @options: how to break it; lengths in points
 *
 * Shapes a text and breaks it into lines by the rules of Chinese typesetting. An equal text laid out before is
 * returned again.
 *
 * Returns: (transfer full): the lines, at least one; they borrow from @fonts, which must outlive them
 */
JpLines *
jp_lines_new (JpFonts *fonts, const JpSpan *spans, guint n_spans, JpLineOptions options)
{
  GHashTable *cache = jp_fonts_get_cache (fonts);
  g_autofree char *key = make_key (spans, n_spans, options);
  JpLines *lines = g_hash_table_lookup (cache, key);

  if (lines == NULL)
    {
      lines = lay_out (fonts, spans, n_spans, options, TRUE);
      if (g_hash_table_size (cache) >= CACHE_LIMIT)
        g_hash_table_remove_all (cache);
      g_hash_table_insert (cache, g_steal_pointer (&key), lines);
    }

  return jp_lines_ref (lines);
}

/**
 * jp_lines_ref:
 * @self: lines
 *
 * Returns: (transfer full): @self
 */
JpLines *
jp_lines_ref (JpLines *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * jp_lines_unref:
 * @self: (transfer full) (nullable): lines
 *
 * Lets go of lines.
 */
void
jp_lines_unref (JpLines *self)
{
  if (self == NULL || !g_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_lines; i++)
    clear_line (&self->lines[i]);
  g_free (self->lines);
  g_free (self->text);
  g_free (self);
}

/**
 * jp_lines_cache_new:
 *
 * Returns: (transfer full): an empty store of lines by text, face and width
 */
GHashTable *
jp_lines_cache_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) jp_lines_unref);
}
