/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Papers on systems with few fonts or none: what is in the PDF is of them alone, is embedded, and no character is an
 * empty box. */

#include "jp-test-ctl.h"
#include "jp-test.h"

#include "../report/pdf-reader.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

static const char * const kinds[] = {
  "assessment", "ranking", "score-sheet", "funding-plan", "notice", "payment", "use-ledger", "rectification", "renewal",
  "validity", "recommendation", "annual-return", "year-plan", "missing", "handover", "dossier",
};

/* Where the fonts of a family lie on this system. */
static char *
folder_of (const char *family)
{
  FcPattern *pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, NULL);
  FcObjectSet *objects = FcObjectSetBuild (FC_FILE, NULL);
  FcFontSet *fonts = FcFontList (NULL, pattern, objects);
  FcChar8 *file = NULL;
  char *folder;

  g_assert_cmpint (fonts->nfont, >, 0);
  g_assert_cmpint (FcPatternGetString (fonts->fonts[0], FC_FILE, 0, &file), ==, FcResultMatch);
  folder = g_path_get_dirname ((const char *) file);
  FcFontSetDestroy (fonts);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (pattern);

  return folder;
}

/* From now on the programs that are run have the fonts of these folders and no others. */
static void
use_fonts (JpTestCtl *ctl, const char * const *folders)
{
  g_autoptr (GString) xml = g_string_new ("<fontconfig>");
  g_autofree char *path = jp_test_ctl_file (ctl, "fonts.conf");
  g_autofree char *cache = jp_test_ctl_file (ctl, "font-cache");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; folders[i] != NULL; i++)
    g_string_append_printf (xml, "<dir>%s</dir>", folders[i]);
  g_string_append_printf (xml, "<cachedir>%s</cachedir></fontconfig>", cache);
  g_file_set_contents (path, xml->str, -1, &error);
  g_assert_no_error (error);
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
}

static JpTestCtl *
set_up (void)
{
  JpTestCtl *ctl = jp_test_ctl_new ("2026-02-10");

  g_unsetenv ("FONTCONFIG_FILE");
  jp_test_ctl_run (ctl, 0, "sample", NULL);
  return ctl;
}

/* Every font in a PDF is one of a family, embedded and cut down to the characters used. */
static void
check_fonts (const char *path, const char * const *families)
{
  PopplerDocument *document = pdf_open (path);
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  guint n = 0;

  while (poppler_font_info_scan (info, 100, &iter))
    {
      do
        {
          const char *name = poppler_fonts_iter_get_full_name (iter);
          gboolean known = FALSE;

          for (guint i = 0; families[i] != NULL; i++)
            known = known || strstr (name, families[i]) != NULL;
          if (!known)
            g_error ("%s: there is no font “%s” on this system", path, name);
          g_assert_true (poppler_fonts_iter_is_embedded (iter));
          g_assert_true (poppler_fonts_iter_is_subset (iter));
          n++;
        }
      while (poppler_fonts_iter_next (iter));
      poppler_fonts_iter_free (iter);
      iter = NULL;
    }
  g_assert_cmpuint (n, >, 0);
  poppler_font_info_free (info);
  g_object_unref (document);
}

static void
check_words (const char *path, const char *words)
{
  g_autofree char *text = pdf_text (path, -1);

  assert_says (text, words);
}

/* The sample has what fonts lack: @place and @cluster are as papers print them. */
static void
check_papers (JpTestCtl *ctl, const char * const *families, const char *place, const char *cluster)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *file = g_strconcat (kinds[i], ".pdf", NULL);
      g_autofree char *path = jp_test_ctl_file (ctl, file);

      jp_test_ctl_run (ctl, 0, "report", kinds[i], "-o", path, NULL);
      check_fonts (path, families);
      if (strcmp (kinds[i], "handover") == 0)
        check_words (path, cluster);
      else if (strcmp (kinds[i], "annual-return") == 0)
        check_words (path, place);
    }
}

static void
test_only_noto (void)
{
  static const char * const families[] = { "Noto", NULL };
  g_autofree char *noto = folder_of ("Noto Serif CJK SC");
  const char *folders[] = { noto, NULL };
  g_autoptr (JpTestCtl) ctl = set_up ();

  use_fonts (ctl, folders);
  check_papers (ctl, families, "思明区筼筜街道", "示例𬭚钢");
  g_assert_null (strstr (ctl->err, "〓"));
}

/* Fandol lacks 筼, 筜 and 𬭚: they print as 〓, and the user is told which. */
static void
test_only_fandol (void)
{
  static const char * const families[] = { "Fandol", NULL };
  const char *folders[] = { g_getenv ("JP_TEST_FANDOL"), NULL };
  g_autoptr (JpTestCtl) ctl = set_up ();

  use_fonts (ctl, folders);
  check_papers (ctl, families, "思明区〓〓街道", "示例〓钢");
  assert_says (ctl->err, "〓 stands for them");
  assert_says (ctl->err, "筼");
}

/* The missing characters come from the font that has them, the others stay with Fandol. */
static void
test_fandol_borrows_from_noto (void)
{
  static const char * const families[] = { "Fandol", "Noto", NULL };
  g_autofree char *noto = folder_of ("Noto Serif CJK SC");
  const char *folders[] = { g_getenv ("JP_TEST_FANDOL"), noto, NULL };
  g_autoptr (JpTestCtl) ctl = set_up ();

  use_fonts (ctl, folders);
  check_papers (ctl, families, "思明区筼筜街道", "示例𬭚钢");
  g_assert_null (strstr (ctl->err, "〓"));
}

static void
test_none (void)
{
  const char *folders[] = { NULL };
  g_autoptr (JpTestCtl) ctl = set_up ();
  g_autofree char *path = jp_test_ctl_file (ctl, "none.pdf");

  use_fonts (ctl, folders);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      jp_test_ctl_run (ctl, 1, "report", kinds[i], "-o", path, NULL);
      assert_says (ctl->err, "No installed font has Chinese characters");
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  g_test_add_func ("/fonts/only-noto", test_only_noto);
  g_test_add_func ("/fonts/none", test_none);
  /* Fetched by ./test: no Debian package holds these fonts alone. */
  if (g_getenv ("JP_TEST_FANDOL") != NULL)
    {
      g_test_add_func ("/fonts/only-fandol", test_only_fandol);
      g_test_add_func ("/fonts/fandol-borrows-from-noto", test_fandol_borrows_from_noto);
    }

  return g_test_run ();
}
