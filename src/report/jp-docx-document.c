/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the blocks of letters to WordprocessingML. Lengths are twentieths of a point, type sizes half points. */

#include "jp-docx-private.h"

#include "jp-letter.h"
#include "jp-paper-private.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define NAMESPACES "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
                   "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

static const char * const faces[JP_N_FONTS] = {
  [JP_FONT_FANGSONG] = "仿宋_GB2312",
  [JP_FONT_KAITI] = "楷体_GB2312",
  [JP_FONT_HEITI] = "黑体",
  [JP_FONT_BIAOSONG] = "方正小标宋简体",
  [JP_FONT_SONGTI] = "宋体",
};

static int
twips (double points)
{
  return (int) (points * 20 + 0.5);
}

static void
add_run_properties (GString *xml, JpTextStyle style)
{
  int size = (int) (style.size * 2 + 0.5);

  g_string_append_printf (xml, "<w:rPr><w:rFonts w:ascii=\"%s\" w:eastAsia=\"%s\" w:hAnsi=\"%s\"/>"
                          "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr>",
                          faces[style.role], faces[style.role], faces[style.role], size, size);
}

/* A text whose lines begin anew. */
static void
add_run (GString *xml, const char *text, JpTextStyle style)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_string_append (xml, "<w:r>");
  add_run_properties (xml, style);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (xml, "%s<w:t xml:space=\"preserve\">%s</w:t>", i > 0 ? "<w:br/>" : "", escaped);
    }
  g_string_append (xml, "</w:r>");
}

static const char *
justification (JpAlign align, gboolean justify)
{
  switch (align)
    {
    case JP_ALIGN_CENTRE:
      return "center";
    case JP_ALIGN_RIGHT:
      return "right";
    case JP_ALIGN_LEFT:
    default:
      return justify ? "both" : "left";
    }
}

/* How a paragraph is set: indents in characters of @size. */
typedef struct
{
  const char *align;
  double      size, pitch, before;
  double      first, right;
  gboolean    keep_next;
  gboolean    new_page;
} Setting;

/* Indents are told both in characters and in lengths: some readers know only one of them. No white is put between Han
 * and figures: a line holds the characters that the printed one does. */
static void
begin_paragraph (GString *xml, Setting setting)
{
  g_string_append_printf (xml, "<w:p><w:pPr>%s%s<w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>"
                          "<w:spacing w:before=\"%d\" w:after=\"0\" w:line=\"%d\" w:lineRule=\"exact\"/>",
                          setting.keep_next ? "<w:keepNext/>" : "",
                          setting.new_page ? "<w:pageBreakBefore/>" : "", twips (setting.before),
                          twips (setting.pitch));
  g_string_append_printf (xml, "<w:ind w:right=\"%d\" w:rightChars=\"%d\" w:firstLine=\"%d\" w:firstLineChars=\"%d\"/>",
                          twips (setting.right * setting.size), (int) (setting.right * 100),
                          twips (setting.first * setting.size), (int) (setting.first * 100));
  g_string_append_printf (xml, "<w:jc w:val=\"%s\"/></w:pPr>", setting.align);
}

static void
add_text (GString *xml, const char *text, const JpTextOptions *options, gboolean new_page)
{
  begin_paragraph (xml, (Setting) { justification (options->align, options->justify), options->style.size,
                                    options->pitch, options->space_before, options->indent, 0, options->keep_next,
                                    new_page });
  add_run (xml, text, options->style);
  g_string_append (xml, "</w:p>");
}

/* The seal's room above, the office over the date; the date four characters from the right. */
static void
add_signature (GString *xml, const char *office, const char *day, const JpSheet *sheet)
{
  begin_paragraph (xml, (Setting) { "right", sheet->body.size, sheet->body_pitch, 2 * sheet->body_pitch, 0, 2, TRUE,
                                    FALSE });
  add_run (xml, office, sheet->body);
  g_string_append (xml, "</w:p>");
  begin_paragraph (xml, (Setting) { "right", sheet->body.size, sheet->body_pitch, 0, 0, 4, FALSE, FALSE });
  add_run (xml, day, sheet->body);
  g_string_append (xml, "</w:p>");
}

static void
begin_cell (GString *xml, int width, guint colspan, const char *merge)
{
  g_string_append_printf (xml, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", width);
  if (colspan > 1)
    g_string_append_printf (xml, "<w:gridSpan w:val=\"%u\"/>", colspan);
  g_string_append_printf (xml, "%s<w:vAlign w:val=\"center\"/></w:tcPr>", merge);
}

static int
width_of (const JpTable *table, guint column, guint colspan, int total)
{
  double share = 0;

  for (guint i = column; i < column + colspan; i++)
    share += jp_table_width (table, i);
  return (int) (share * total);
}

static void
add_cell (GString *xml, const JpTable *table, const JpTableCell *cell, guint column, int total)
{
  JpTextStyle style = { cell->strong ? JP_FONT_HEITI : JP_FONT_FANGSONG, cell->size > 0 ? cell->size : 12 };

  begin_cell (xml, width_of (table, column, cell->colspan, total), cell->colspan,
              cell->rowspan > 1 ? "<w:vMerge w:val=\"restart\"/>" : "");
  begin_paragraph (xml, (Setting) { justification (cell->align, cell->justify), style.size, style.size * 1.4, 0,
                                    cell->indent, 0, FALSE, FALSE });
  add_run (xml, cell->text, style);
  g_string_append (xml, "</w:p></w:tc>");
}

/* How far a cell from above still reaches down a column. */
typedef struct
{
  guint rows, columns;
} Reach;

static void
add_row (GString *xml, const JpTable *table, guint row, guint *next, Reach *reaches, int total)
{
  guint n_columns = jp_table_n_columns (table), n_cells = jp_table_n_cells (table);

  g_string_append_printf (xml, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>",
                          jp_table_row_kind (table, row) == JP_ROW_HEADER ? "<w:tblHeader/>" : "");
  for (guint column = 0; column < n_columns;)
    {
      guint at_row = 0, at_column = 0;
      const JpTableCell *cell = *next < n_cells ? jp_table_nth_cell (table, *next, &at_row, &at_column) : NULL;

      if (reaches[column].rows > 0)
        {
          begin_cell (xml, width_of (table, column, reaches[column].columns, total), reaches[column].columns,
                      "<w:vMerge/>");
          g_string_append (xml, "<w:p/></w:tc>");
          reaches[column].rows--;
          column += reaches[column].columns;
        }
      else if (cell != NULL && at_row == row && at_column == column)
        {
          add_cell (xml, table, cell, column, total);
          reaches[column] = (Reach) { cell->rowspan - 1, cell->colspan };
          column += cell->colspan;
          *next += 1;
        }
      else
        {
          begin_cell (xml, width_of (table, column, 1, total), 1, "");
          g_string_append (xml, "<w:p/></w:tc>");
          column++;
        }
    }
  g_string_append (xml, "</w:tr>");
}

static void
add_table (GString *xml, const JpTable *table, int total)
{
  static const char * const sides[] = { "top", "left", "bottom", "right", "insideH", "insideV" };
  g_autofree Reach *reaches = g_new0 (Reach, jp_table_n_columns (table));
  guint next = 0;

  g_string_append_printf (xml, "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblBorders>", total);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    g_string_append_printf (xml, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>", sides[i]);
  g_string_append (xml, "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
  for (guint i = 0; i < jp_table_n_columns (table); i++)
    g_string_append_printf (xml, "<w:gridCol w:w=\"%d\"/>", width_of (table, i, 1, total));
  g_string_append (xml, "</w:tblGrid>");
  for (guint row = 0; row < jp_table_n_rows (table); row++)
    add_row (xml, table, row, &next, reaches, total);
  g_string_append (xml, "</w:tbl>");
}

/* A line without height: before a table that begins a page, and behind one that ends the text, where one must be. */
static void
add_hairline (GString *xml, gboolean new_page)
{
  g_string_append_printf (xml, "<w:p><w:pPr>%s<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" "
                          "w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>",
                          new_page ? "<w:pageBreakBefore/>" : "");
}

static void
add_block (GString *xml, const JpBlock *block, const JpSheet *sheet, gboolean new_page)
{
  const JpTable *table = jp_table_of_block (block);
  JpTextOptions options;
  const char *text = jp_text_block_get (block, &options), *office, *day;

  if (text != NULL)
    add_text (xml, text, &options, new_page);
  else if (new_page)
    add_hairline (xml, TRUE);
  if (table != NULL)
    add_table (xml, table, twips (sheet->width - sheet->left - sheet->right));
  else if (jp_signature_block_get (block, &office, &day))
    add_signature (xml, office, day, sheet);
}

static void
add_section (GString *xml, const JpSheet *s)
{
  g_string_append_printf (xml, "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId1\"/>"
                          "<w:pgSz w:w=\"%d\" w:h=\"%d\"%s/>"
                          "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"850\" "
                          "w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>",
                          twips (s->width), twips (s->height), s->width > s->height ? " w:orient=\"landscape\"" : "",
                          twips (s->top), twips (s->right), twips (s->bottom), twips (s->left));
}

char *
jp_docx_document (GPtrArray *papers)
{
  GString *xml = g_string_new (HEAD "<w:document " NAMESPACES "><w:body>");

  for (guint i = 0; i < papers->len; i++)
    {
      const JpPaper *paper = g_ptr_array_index (papers, i);

      for (guint s = 0; s < paper->sections->len; s++)
        {
          const JpSection *section = g_ptr_array_index (paper->sections, s);

          for (guint b = 0; b < section->blocks->len; b++)
            add_block (xml, g_ptr_array_index (section->blocks, b), paper->sheet,
                       b == 0 && (s > 0 ? section->new_page : i > 0));
        }
      add_hairline (xml, FALSE);
    }
  add_section (xml, jp_paper_get_sheet (g_ptr_array_index (papers, 0)));
  g_string_append (xml, "</w:body></w:document>");

  return g_string_free (xml, FALSE);
}

/* "— 1 —" as a field. The lines of record stay with the PDF: a text that the office changes is no record. */
char *
jp_docx_footer (const JpPaper *paper)
{
  const JpSheet *s = jp_paper_get_sheet (paper);
  GString *xml = g_string_new (HEAD "<w:ftr " NAMESPACES ">");

  begin_paragraph (xml, (Setting) { "right", s->number.size, 20, 0, 0, 1, FALSE, FALSE });
  add_run (xml, "— ", s->number);
  g_string_append (xml, "<w:fldSimple w:instr=\" PAGE \"><w:r>");
  add_run_properties (xml, s->number);
  g_string_append (xml, "<w:t>1</w:t></w:r></w:fldSimple>");
  add_run (xml, " —", s->number);
  g_string_append (xml, "</w:p></w:ftr>");

  return g_string_free (xml, FALSE);
}
