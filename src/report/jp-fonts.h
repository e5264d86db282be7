/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define JP_FONTS_ERROR (jp_fonts_error_quark ())

/**
 * JpFontsError:
 * @JP_FONTS_ERROR_NO_CHINESE: no installed font has Chinese characters
 *
 * Why nothing can be printed.
 */
typedef enum
{
  JP_FONTS_ERROR_NO_CHINESE,
} JpFontsError;

GQuark jp_fonts_error_quark (void);

/* The five faces of an official paper, GB/T 9704. */
typedef enum
{
  JP_FONT_FANGSONG, /* 仿宋: body */
  JP_FONT_KAITI,    /* 楷体: second-level headings */
  JP_FONT_HEITI,    /* 黑体: first-level headings, emphasis */
  JP_FONT_BIAOSONG, /* 小标宋: titles */
  JP_FONT_SONGTI,   /* 宋体: page numbers */
  JP_N_FONTS,
} JpFontRole;

/* A face at a size in points. A plain value. */
typedef struct
{
  JpFontRole role;
  double     size;
} JpTextStyle;

/* A face that is not installed, and the family that stands in for it. Told to the user, never printed. */
typedef struct
{
  JpFontRole  role;
  const char *wanted; /* 方正小标宋简体 */
  const char *used;   /* Noto Serif CJK SC */
} JpFontSubstitution;

/**
 * JpFonts:
 *
 * The installed fonts as papers use them: one family for each face, chosen from an explicit list, measured
 * without hinting at 72 dots an inch and always as Chinese text, so that neither the screen nor the locale
 * moves a line break. Not thread-safe: each thread makes its own.
 */
typedef struct _JpFonts JpFonts;

JpFonts      *jp_fonts_new               (const char *config_file, GError **error);
JpFonts      *jp_fonts_ref               (JpFonts *self);
void          jp_fonts_unref             (JpFonts *self);
PangoContext *jp_fonts_get_context       (JpFonts *self);
PangoContext *jp_fonts_chart_context     (JpFonts *self, double size);
const PangoFontDescription *jp_fonts_describe (JpFonts *self, JpTextStyle style);
const char   *jp_fonts_get_family        (JpFonts *self, JpFontRole role);
GArray       *jp_fonts_get_substitutions (JpFonts *self);
GHashTable   *jp_fonts_get_cache         (JpFonts *self);
void          jp_fonts_note_missing      (JpFonts *self, gunichar character);
char         *jp_fonts_get_missing       (JpFonts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JpFonts, jp_fonts_unref)

G_END_DECLS
