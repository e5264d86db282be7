/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fonts.h"

#include "jp-lines.h"

#include <glib/gi18n-lib.h>
#include <pango/pangofc-fontmap.h>

G_DEFINE_QUARK (jp-fonts-error-quark, jp_fonts_error)

/* A character every Chinese font has: a family without it only looks like one by its name. */
#define PROBE 0x4E2D

typedef struct
{
  JpFontRole  role;
  const char *family;
  PangoWeight weight; /* a stand-in takes the weight that comes nearest to the face it stands for */
  gboolean    genuine; /* one of the names of the very face */
} Candidate;

/* By preference: what offices have bought, what Windows and WPS bring, what free systems have. The first of a
 * role is the face GB/T 9704 names. */
static const Candidate candidates[] = {
  { JP_FONT_FANGSONG, "仿宋_GB2312", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_FANGSONG, "FangSong_GB2312", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_FANGSONG, "FangSong", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_FANGSONG, "仿宋", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_FANGSONG, "STFangsong", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_FANGSONG, "FZFangSong-Z02", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_FANGSONG, "FandolFang", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_FANGSONG, "FandolFang R", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_FANGSONG, "Noto Serif CJK SC", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_FANGSONG, "Source Han Serif SC", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_FANGSONG, "SimSun", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_FANGSONG, "AR PL UMing CN", PANGO_WEIGHT_NORMAL, FALSE },

  { JP_FONT_KAITI, "楷体_GB2312", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_KAITI, "KaiTi_GB2312", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_KAITI, "KaiTi", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_KAITI, "楷体", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_KAITI, "STKaiti", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_KAITI, "FZKai-Z03", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_KAITI, "FandolKai", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_KAITI, "AR PL UKai CN", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_KAITI, "Noto Serif CJK SC", PANGO_WEIGHT_MEDIUM, FALSE },
  { JP_FONT_KAITI, "Source Han Serif SC", PANGO_WEIGHT_MEDIUM, FALSE },

  { JP_FONT_HEITI, "黑体", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_HEITI, "SimHei", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_HEITI, "STHeiti", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_HEITI, "FZHei-B01", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_HEITI, "FandolHei", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_HEITI, "Noto Sans CJK SC", PANGO_WEIGHT_MEDIUM, FALSE },
  { JP_FONT_HEITI, "Source Han Sans SC", PANGO_WEIGHT_MEDIUM, FALSE },
  { JP_FONT_HEITI, "WenQuanYi Micro Hei", PANGO_WEIGHT_BOLD, FALSE },
  { JP_FONT_HEITI, "WenQuanYi Zen Hei", PANGO_WEIGHT_NORMAL, FALSE },

  { JP_FONT_BIAOSONG, "方正小标宋简体", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_BIAOSONG, "FZXiaoBiaoSong-B05S", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_BIAOSONG, "方正小标宋_GBK", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_BIAOSONG, "FZXiaoBiaoSong-B05", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_BIAOSONG, "小标宋", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_BIAOSONG, "STZhongsong", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_BIAOSONG, "FandolSong", PANGO_WEIGHT_BOLD, FALSE },
  { JP_FONT_BIAOSONG, "Noto Serif CJK SC", PANGO_WEIGHT_BOLD, FALSE },
  { JP_FONT_BIAOSONG, "Source Han Serif SC", PANGO_WEIGHT_BOLD, FALSE },
  { JP_FONT_BIAOSONG, "SimSun", PANGO_WEIGHT_BOLD, FALSE },

  { JP_FONT_SONGTI, "宋体", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_SONGTI, "SimSun", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_SONGTI, "NSimSun", PANGO_WEIGHT_NORMAL, TRUE },
  { JP_FONT_SONGTI, "STSong", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_SONGTI, "FandolSong", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_SONGTI, "Noto Serif CJK SC", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_SONGTI, "Source Han Serif SC", PANGO_WEIGHT_NORMAL, FALSE },
  { JP_FONT_SONGTI, "AR PL UMing CN", PANGO_WEIGHT_NORMAL, FALSE },
};

struct _JpFonts
{
  gatomicrefcount       ref_count;
  PangoFontMap         *map;
  PangoContext         *context;
  char                 *families[JP_N_FONTS]; /* the family used for each role */
  PangoFontDescription *descriptions[JP_N_FONTS];
  GArray               *substitutions;
  GHashTable           *cache;
  GHashTable           *missing; /* set of gunichar */
};

/* Family names, in every language a font gives them, of the fonts that have Chinese characters. */
static GHashTable *
list_chinese_families (FcConfig *config)
{
  GHashTable *families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  FcCharSet *characters = FcCharSetCreate ();
  FcPattern *pattern = FcPatternCreate ();
  FcObjectSet *objects = FcObjectSetBuild (FC_FAMILY, NULL);
  FcFontSet *fonts;

  FcCharSetAddChar (characters, PROBE);
  FcPatternAddCharSet (pattern, FC_CHARSET, characters);
  fonts = FcFontList (config, pattern, objects);

  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    {
      FcChar8 *family;

      for (int n = 0; FcPatternGetString (fonts->fonts[i], FC_FAMILY, n, &family) == FcResultMatch; n++)
        g_hash_table_add (families, g_strdup ((const char *) family));
    }

  if (fonts != NULL)
    FcFontSetDestroy (fonts);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (pattern);
  FcCharSetDestroy (characters);
  return families;
}

/* The least name, so that the same machine always takes the same font when none of the list is there. */
static const char *
any_family (GHashTable *families)
{
  GHashTableIter iter;
  gpointer family;
  const char *least = NULL;

  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, &family, NULL))
    if (least == NULL || strcmp (family, least) < 0)
      least = family;

  return least;
}

static void
choose_family (JpFonts *self, GHashTable *installed, JpFontRole role)
{
  const Candidate *chosen = NULL;
  const char *wanted = NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      const Candidate *candidate = &candidates[i];

      if (candidate->role != role)
        continue;
      if (wanted == NULL)
        wanted = candidate->family;
      if (!g_hash_table_contains (installed, candidate->family))
        continue;
      if (chosen == NULL)
        chosen = candidate;
      g_string_append_printf (list, "%s%s", list->len > 0 ? "," : "", candidate->family);
    }

  self->families[role] = g_strdup (chosen != NULL ? chosen->family : any_family (installed));
  if (chosen == NULL)
    g_string_append (list, self->families[role]);
  /* Whatever face lacks a rare character borrows it from these, in this order. */
  g_string_append (list, ",Noto Serif CJK SC,Noto Sans CJK SC,HanaMinB,DejaVu Serif");

  self->descriptions[role] = pango_font_description_new ();
  pango_font_description_set_family (self->descriptions[role], list->str);
  pango_font_description_set_weight (self->descriptions[role], chosen != NULL ? chosen->weight : PANGO_WEIGHT_NORMAL);

  if (chosen == NULL || !chosen->genuine)
    {
      JpFontSubstitution substitution = { role, wanted, self->families[role] };
      g_array_append_val (self->substitutions, substitution);
    }
}

static PangoContext *
make_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);

  return context;
}

static FcConfig *
load_config (const char *config_file)
{
  FcConfig *config;

  if (config_file == NULL)
    return FcConfigReference (NULL);

  config = FcConfigCreate ();
  FcConfigParseAndLoad (config, (const FcChar8 *) config_file, FcTrue);
  FcConfigBuildFonts (config);
  return config;
}

/**
 * jp_fonts_new:
 * @config_file: (nullable): a fontconfig file to use instead of the system's, for tests of bare systems
 * @error: return location for a [enum@Jp.FontsError]
 *
 * Chooses a family for each face from those installed.
 *
 * Returns: (transfer full) (nullable): the fonts, or %NULL where none has Chinese characters
 */
JpFonts *
jp_fonts_new (const char *config_file, GError **error)
{
  FcConfig *config = load_config (config_file);
  g_autoptr (GHashTable) installed = list_chinese_families (config);
  g_autoptr (JpFonts) self = NULL;

  if (g_hash_table_size (installed) == 0)
    {
      FcConfigDestroy (config);
      g_set_error_literal (error, JP_FONTS_ERROR, JP_FONTS_ERROR_NO_CHINESE,
                           _("No installed font has Chinese characters, so nothing can be printed. Install one, for "
                             "example the package fonts-noto-cjk, and try again."));
      return NULL;
    }

  self = g_new0 (JpFonts, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), config);
  FcConfigDestroy (config);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  self->context = make_context (self->map);
  self->substitutions = g_array_new (FALSE, FALSE, sizeof (JpFontSubstitution));
  self->cache = jp_lines_cache_new ();
  self->missing = g_hash_table_new (NULL, NULL);
  for (int role = 0; role < JP_N_FONTS; role++)
    choose_family (self, installed, role);

  return g_steal_pointer (&self);
}

/**
 * jp_fonts_ref:
 * @self: the fonts
 *
 * Returns: (transfer full): @self; pages hold it as long as they are to be drawn
 */
JpFonts *
jp_fonts_ref (JpFonts *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * jp_fonts_unref:
 * @self: (transfer full) (nullable): the fonts
 *
 * Lets go of the fonts.
 */
void
jp_fonts_unref (JpFonts *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (int role = 0; role < JP_N_FONTS; role++)
    {
      g_free (self->families[role]);
      g_clear_pointer (&self->descriptions[role], pango_font_description_free);
    }
  g_array_unref (self->substitutions);
  g_hash_table_unref (self->cache);
  g_hash_table_unref (self->missing);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self);
}

/**
 * jp_fonts_get_context:
 * @self: the fonts
 *
 * Returns: (transfer none): the context everything is measured in; one of its units is 1/%PANGO_SCALE point
 */
PangoContext *
jp_fonts_get_context (JpFonts *self)
{
  return self->context;
}

/**
 * jp_fonts_chart_context:
 * @self: the fonts
 * @size: of type, in points
 *
 * Returns: (transfer full): a context of its own for a chart on paper, in the body face
 */
PangoContext *
jp_fonts_chart_context (JpFonts *self, double size)
{
  PangoContext *context = make_context (pango_context_get_font_map (self->context));
  PangoFontDescription *description =
    pango_font_description_copy (jp_fonts_describe (self, (JpTextStyle) { JP_FONT_FANGSONG, size }));

  pango_context_set_font_description (context, description);
  pango_font_description_free (description);
  return context;
}

/**
 * jp_fonts_describe:
 * @self: the fonts
 * @style: a face and its size in points
 *
 * Returns: (transfer none): its description, good until the next call for the same face
 */
const PangoFontDescription *
jp_fonts_describe (JpFonts *self, JpTextStyle style)
{
  g_return_val_if_fail (style.role < JP_N_FONTS, NULL);

  pango_font_description_set_size (self->descriptions[style.role], pango_units_from_double (style.size));
  return self->descriptions[style.role];
}

/**
 * jp_fonts_get_family:
 * @self: the fonts
 * @role: a face
 *
 * Returns: (transfer none): the family that is used for it
 */
const char *
jp_fonts_get_family (JpFonts *self, JpFontRole role)
{
  g_return_val_if_fail (role < JP_N_FONTS, NULL);

  return self->families[role];
}

/**
 * jp_fonts_get_substitutions:
 * @self: the fonts
 *
 * Which faces are not installed and what stands in for them, for the preview to tell.
 *
 * Returns: (transfer none) (element-type JpFontSubstitution): them; empty where every face is there
 */
GArray *
jp_fonts_get_substitutions (JpFonts *self)
{
  return self->substitutions;
}

/**
 * jp_fonts_get_cache:
 * @self: the fonts
 *
 * Returns: (transfer none): the texts already laid out with these fonts, kept by jp_lines_new()
 */
GHashTable *
jp_fonts_get_cache (JpFonts *self)
{
  return self->cache;
}

/**
 * jp_fonts_note_missing:
 * @self: the fonts
 * @character: a character that none of the installed fonts has
 *
 * Remembers a character that will print as 〓, so that the preview can name it.
 */
void
jp_fonts_note_missing (JpFonts *self, gunichar character)
{
  g_hash_table_add (self->missing, GUINT_TO_POINTER (character));
}

static int
compare_characters (gconstpointer a, gconstpointer b)
{
  gunichar x = *(const gunichar *) a, y = *(const gunichar *) b;

  return (x > y) - (x < y);
}

/**
 * jp_fonts_get_missing:
 * @self: the fonts
 *
 * Returns: (transfer full): the characters met so far that no installed font has, each once; empty: none
 */
char *
jp_fonts_get_missing (JpFonts *self)
{
  g_autoptr (GArray) characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  GString *text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->missing);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gunichar character = GPOINTER_TO_UINT (key);
      g_array_append_val (characters, character);
    }
  g_array_sort (characters, compare_characters);
  for (guint i = 0; i < characters->len; i++)
    g_string_append_unichar (text, g_array_index (characters, gunichar, i));

  return g_string_free (text, FALSE);
}
