/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-line-break.h"
#include "jp-lines.h"
#include "jp-test.h"

typedef struct
{
  const char *name;
  const char *pair; /* two characters */
  gboolean    allowed;
} PairCase;

static const PairCase pair_cases[] = {
  { "between-han", "集群", TRUE },
  { "before-comma", "群，", FALSE },
  { "before-full-stop", "群。", FALSE },
  { "before-enumeration-comma", "群、", FALSE },
  { "before-closing-bracket", "群）", FALSE },
  { "before-closing-title-mark", "法》", FALSE },
  { "before-closing-tortoise-shell", "4〕", FALSE },
  { "before-closing-quote", "良”", FALSE },
  { "after-closing-quote", "”计", TRUE },
  { "after-comma", "，中", TRUE },
  { "after-opening-bracket", "（含", FALSE },
  { "after-opening-title-mark", "《促", FALSE },
  { "after-opening-quote", "“良", FALSE },
  { "before-opening-quote", "按“", TRUE },
  { "within-dash", "——", FALSE },
  { "within-ellipsis", "……", FALSE },
  { "number-and-its-measure", "9月", FALSE },
  { "number-and-per-cent", "0%", FALSE },
  { "month-and-number", "年9", TRUE },
  { "within-word", "ab", FALSE },
  { "rare-han", "𬭚㛃", TRUE },
};

static void
test_pair (gconstpointer data)
{
  const PairCase *c = data;
  gunichar before = g_utf8_get_char (c->pair), after = g_utf8_get_char (g_utf8_next_char (c->pair));

  g_assert_cmpint (jp_line_break_allowed (before, after, FALSE), ==, c->allowed);
}

static JpFonts *
make_fonts (void)
{
  g_autoptr (GError) error = NULL;
  JpFonts *fonts = jp_fonts_new (NULL, &error);

  g_assert_no_error (error);
  return fonts;
}

static JpLines *
lay_out (JpFonts *fonts, const char *text, double characters, gboolean justify)
{
  JpSpan span = { text, { JP_FONT_FANGSONG, 10 } };

  return jp_lines_new (fonts, &span, 1, (JpLineOptions) { characters * 10, 0, justify });
}

static char *
join (const JpLines *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->n_lines; i++)
    g_string_append_printf (text, "%s%.*s", i > 0 ? "|" : "", lines->lines[i].length,
                            lines->text + lines->lines[i].start);

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  double      characters; /* width of the line */
  const char *expected;
} BreakCase;

static const BreakCase break_cases[] = {
  { "fills-the-line", "一二三四五六七", 4, "一二三四|五六七" },
  { "exact-fit-is-one-line", "一二三四", 4, "一二三四" },
  { "takes-one-along-for-a-comma", "一二三四，五六", 4, "一二三|四，五六" },
  { "takes-one-along-for-two-marks", "一二三四）。五", 4, "一二三|四）。五" },
  { "moves-an-opening-bracket-down", "一二三（四）五", 4, "一二三|（四）五" },
  { "keeps-a-newline", "一二\n三四五", 4, "一二|三四五" },
  { "keeps-an-empty-line", "一\n\n二", 4, "一||二" },
  { "empty-is-one-line", "", 4, "" },
  { "space-hangs-over", "一二三四 五六", 4, "一二三四 |五六" },
  { "direction-marks-and-controls-vanish", "一\xE2\x80\x8F二\x07三四五", 4, "一二 三|四五" },
};

static void
test_break (gconstpointer data)
{
  const BreakCase *c = data;
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (JpLines) lines = lay_out (fonts, c->text, c->characters, FALSE);
  g_autofree char *joined = join (lines);

  g_assert_cmpstr (joined, ==, c->expected);
}

/* Every width from nine characters to forty: no closing mark begins a line, no opening mark ends one, nothing is
 * lost, and no line is wider than it may be. */
static void
test_every_width (void)
{
  static const char text[] =
    "根据《促进中小企业特色产业集群发展暂行办法》（工信部企业〔2022〕119号）、《若干措施》（厦府办规〔2024〕11号），"
    "市评按“良”计8.00分；达到10%档，得20.00分——见附件……共1,234,567.00万元（人民币壹拾万元整）。";
  g_autoptr (JpFonts) fonts = make_fonts ();

  for (int width = 9; width <= 40; width++)
    {
      g_autoptr (JpLines) lines = lay_out (fonts, text, width, FALSE);
      g_autoptr (GString) all = g_string_new (NULL);

      for (guint i = 0; i < lines->n_lines; i++)
        {
          const JpLine *line = &lines->lines[i];
          gunichar first = g_utf8_get_char (lines->text + line->start);
          gunichar last = g_utf8_get_char (g_utf8_prev_char (lines->text + line->start + line->length));

          g_assert_null (i > 0 ? g_utf8_strchr ("，。、；）》〕”…—%", -1, first) : NULL);
          g_assert_null (g_utf8_strchr ("《（〔“", -1, last));
          g_assert_cmpfloat (line->width, <=, width * 10 + 0.01);
          g_string_append_len (all, lines->text + line->start, line->length);
        }
      g_assert_cmpstr (all->str, ==, text);
    }
}

static void
test_long_word_is_cut (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (JpLines) lines = lay_out (fonts, "91350205MA1015838D", 4, FALSE);
  int end = 0;

  g_assert_cmpuint (lines->n_lines, >=, 2);
  for (guint i = 0; i < lines->n_lines; i++)
    {
      g_assert_cmpint (lines->lines[i].start, ==, end);
      g_assert_cmpfloat (lines->lines[i].width, <=, 40.01);
      end += lines->lines[i].length;
    }
  g_assert_cmpint (end, ==, 18);
}

static void
test_justified_lines_fill (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (JpLines) lines = lay_out (fonts, "一二三四五六七八九，十一二三四五六七八九十", 9, TRUE);
  int ends[3] = { 0 };

  g_assert_cmpuint (lines->n_lines, ==, 3);
  for (guint i = 0; i < lines->n_lines; i++)
    for (guint r = 0; r < lines->lines[i].n_runs; r++)
      ends[i] += pango_glyph_string_get_width (lines->lines[i].runs[r].item->glyphs);

  /* The comma took a character along: eight characters fill nine places. */
  g_assert_cmpfloat_with_epsilon (pango_units_to_double (ends[0]), 90, 0.05);
  g_assert_cmpfloat_with_epsilon (pango_units_to_double (ends[1]), 90, 0.05);
  g_assert_cmpfloat (pango_units_to_double (ends[2]), <, 60);
}

/* Some fonts lack 筼 and 筜; 𬭚 lies outside the basic plane. */
static void
test_no_tofu (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();

  for (int role = 0; role < JP_N_FONTS; role++)
    {
      PangoLayout *layout = pango_layout_new (jp_fonts_get_context (fonts));
      JpSpan span = { "筼筜街道𬭚㛃〔2024〕“〓”—", { role, 12 } };
      g_autoptr (JpLines) lines = jp_lines_new (fonts, &span, 1, (JpLineOptions) { 0 });
      g_autofree char *missing = jp_fonts_get_missing (fonts);

      pango_layout_set_font_description (layout, jp_fonts_describe (fonts, span.style));
      pango_layout_set_text (layout, span.text, -1);
      g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
      g_assert_cmpstr (missing, ==, "");
      g_assert_cmpstr (lines->text, ==, span.text);
      g_object_unref (layout);
    }
}

static void
test_unknown_character_prints_as_geta (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (JpLines) lines = lay_out (fonts, "一\xF3\xB0\x80\x80二", 0, FALSE); /* U+F0000, of private use */
  g_autofree char *missing = jp_fonts_get_missing (fonts);

  g_assert_cmpstr (lines->text, ==, "一〓二");
  g_assert_cmpstr (missing, ==, "\xF3\xB0\x80\x80");
}

static void
test_equal_texts_are_laid_out_once (void)
{
  g_autoptr (JpFonts) fonts = make_fonts ();
  g_autoptr (JpLines) a = lay_out (fonts, "合计", 9, FALSE);
  g_autoptr (JpLines) b = lay_out (fonts, "合计", 9, FALSE);
  g_autoptr (JpLines) other = lay_out (fonts, "合计", 8, FALSE);

  g_assert_true (a == b);
  g_assert_true (a != other);
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (pair_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/line-break/pair/%s", pair_cases[i].name);
      g_test_add_data_func (path, &pair_cases[i], test_pair);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (break_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/line-break/line/%s", break_cases[i].name);
      g_test_add_data_func (path, &break_cases[i], test_break);
    }
  g_test_add_func ("/report/line-break/every-width", test_every_width);
  g_test_add_func ("/report/line-break/long-word-is-cut", test_long_word_is_cut);
  g_test_add_func ("/report/line-break/justified-lines-fill", test_justified_lines_fill);
  g_test_add_func ("/report/fonts/no-tofu", test_no_tofu);
  g_test_add_func ("/report/fonts/unknown-character-prints-as-geta", test_unknown_character_prints_as_geta);
  g_test_add_func ("/report/fonts/equal-texts-are-laid-out-once", test_equal_texts_are_laid_out_once);

  return g_test_run ();
}
