/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 1,000 assessment papers into one PDF, against bare Pango and cairo showing the same glyphs at the same places of
 * the same pages; and the memory 100 and 1,000 papers take. */

#include "../report/paper-fixture.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <sys/resource.h>

#define N_PAPERS 1000

typedef struct
{
  Fixture fixture;
  guint   next, end;
} Source;

/* Every paper has its own name and figures, and with them its own points. */
static JpPaper *
next_paper (gpointer data)
{
  Source *source = data;
  g_autoptr (JpDossier) dossier = NULL;
  JpAssessment *assessment;
  guint i = source->next++;

  if (i >= source->end)
    return NULL;

  dossier = fixture_dossier ();
  g_free (dossier->name);
  dossier->name = g_strdup_printf ("厦门市海沧区示例第%u号生物医药产业集群", i);
  assessment = fixture_confirm (dossier);
  fixture_tell (assessment);
  jp_figures_set (assessment->frozen->current, "output", 142790000 + i * 17341);
  jp_figures_set (assessment->frozen->current, "rd", 6460000 + i * 1913);
  jp_figures_set (assessment->frozen->current, "ip", 3075 + i);
  return fixture_paper (&source->fixture, dossier, (JpPaperOptions) { 0 });
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

static double
write_papers (guint n, const char *path, guint *n_pages)
{
  Source source = { .end = n };
  g_autoptr (GError) error = NULL;
  gint64 start;
  double seconds;

  fixture_set_up (&source.fixture, NULL);
  start = g_get_monotonic_time ();
  jp_pdf_write (source.fixture.fonts, NULL, next_paper, &source, path, n_pages, NULL, &error);
  seconds = seconds_since (start);
  g_assert_no_error (error);
  fixture_tear_down (&source.fixture, NULL);
  return seconds;
}

/* What a bare program would have at hand: pieces of text with their font and place, and rules. */
typedef struct
{
  char                 *text; /* NULL: a rule */
  PangoFontDescription *font;
  double                x, y, x2, y2, weight;
} Piece;

static void
note_page (const JpPrintPage *page, GArray *pieces)
{
  for (guint i = 0; i < page->marks->len; i++)
    {
      const JpMark *mark = &g_array_index (page->marks, JpMark, i);

      if (mark->kind == JP_MARK_TEXT)
        {
          const JpLine *line = &mark->lines->lines[mark->line];

          for (guint r = 0; r < line->n_runs; r++)
            {
              const PangoItem *item = line->runs[r].item->item;
              Piece piece = { g_strndup (mark->lines->text + item->offset, (gsize) item->length),
                              pango_font_describe (item->analysis.font), mark->x + line->runs[r].x, mark->y };

              g_array_append_val (pieces, piece);
            }
        }
      else if (mark->kind == JP_MARK_RULE)
        {
          Piece piece = { .x = mark->x, .y = mark->y, .x2 = mark->x2, .y2 = mark->y2, .weight = mark->weight };

          g_array_append_val (pieces, piece);
        }
    }
}

static GPtrArray *
note_pages (guint n)
{
  GPtrArray *noted = g_ptr_array_new ();
  Source source = { .end = n };
  JpPaper *paper;

  fixture_set_up (&source.fixture, NULL);
  while ((paper = next_paper (&source)) != NULL)
    {
      g_autoptr (GPtrArray) pages = jp_paper_paginate (paper, source.fixture.fonts);

      for (guint i = 0; i < pages->len; i++)
        {
          g_ptr_array_add (noted, g_array_new (FALSE, FALSE, sizeof (Piece)));
          note_page (g_ptr_array_index (pages, i), g_ptr_array_index (noted, noted->len - 1));
        }
      jp_paper_free (paper);
    }
  return noted;
}

static double
show_bare (GPtrArray *pages, const char *path)
{
  gint64 start = g_get_monotonic_time ();
  cairo_surface_t *surface = cairo_pdf_surface_create (path, JP_A4_SHORT, JP_A4_LONG);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (JpFonts) fonts = jp_fonts_new (NULL, NULL);
  PangoLayout *layout = pango_layout_new (jp_fonts_get_context (fonts));

  for (guint p = 0; p < pages->len; p++)
    {
      const GArray *pieces = g_ptr_array_index (pages, p);

      for (guint i = 0; i < pieces->len; i++)
        {
          const Piece *piece = &g_array_index (pieces, Piece, i);

          if (piece->text != NULL)
            {
              pango_layout_set_font_description (layout, piece->font);
              pango_layout_set_text (layout, piece->text, -1);
              cairo_move_to (cr, piece->x, piece->y);
              pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
            }
          else
            {
              cairo_set_line_width (cr, piece->weight);
              cairo_move_to (cr, piece->x, piece->y);
              cairo_line_to (cr, piece->x2, piece->y2);
              cairo_stroke (cr);
            }
        }
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (layout);
  return seconds_since (start);
}

/* Peak memory of a process that writes @n papers and nothing else, in MiB. */
static double
measure_memory (const char *self, guint n, const char *path)
{
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { self, count, path, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_ascii_strtod (output, NULL);
}

static int
report_memory (guint n, const char *path)
{
  struct rusage usage;

  write_papers (n, path, NULL);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%ld.%ld\n", usage.ru_maxrss / 1024, usage.ru_maxrss % 1024 * 10 / 1024);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  double ours = G_MAXDOUBLE, bare = G_MAXDOUBLE;
  guint n_pages;

  if (argc == 3)
    return report_memory ((guint) g_ascii_strtoull (argv[1], NULL, 10), argv[2]);

  folder = g_dir_make_tmp ("jp-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "papers.pdf", NULL);
  pages = note_pages (N_PAPERS);
  for (guint round = 0; round < 3; round++)
    {
      ours = MIN (ours, write_papers (N_PAPERS, path, &n_pages));
      bare = MIN (bare, show_bare (pages, path));
    }
  g_assert_cmpuint (n_pages, ==, pages->len);

  g_print ("%d assessment papers, %u pages: %.3f s; bare Pango and cairo %.3f s; ratio %.2f (aim 2)\n", N_PAPERS,
           n_pages, ours, bare, ours / bare);
  g_print ("peak memory: 100 papers %.1f MiB, %d papers %.1f MiB\n", measure_memory (argv[0], 100, path), N_PAPERS,
           measure_memory (argv[0], N_PAPERS, path));

  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
