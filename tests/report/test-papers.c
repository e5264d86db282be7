/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-print-page.h"
#include "sample-fixture.h"

/* Every paper with the sample, with one cluster, three hundred, the longest names and none: nothing lies outside the
 * text area or over something else, no character is missing, no page holds a header alone. */

typedef GPtrArray *(*MakeDossiers) (Sample *sample);

typedef struct
{
  const char  *name;
  MakeDossiers make;
} Bureau;

static const Bureau bureaus[] = {
  { "sample", sample_all },
  { "one", sample_one },
  { "many", sample_many },
  { "long-names", sample_long },
  { "nothing", sample_none },
};

typedef struct
{
  const JpReportKind *kind;
  const Bureau       *bureau;
} Case;

static const JpLine *
line_of (const JpMark *mark)
{
  return &mark->lines->lines[mark->line];
}

static char *
words_of (const JpMark *mark)
{
  return g_strndup (mark->lines->text + line_of (mark)->start, line_of (mark)->length);
}

/* Where a line of text is on its page; the em square for the height. */
typedef struct
{
  const JpMark *mark;
  double        x, end, top, bottom;
} Place;

static double
size_of (const JpMark *mark)
{
  PangoFontDescription *description
    = pango_font_describe_with_absolute_size (line_of (mark)->runs[0].item->item->analysis.font);
  double size = (double) pango_font_description_get_size (description) / PANGO_SCALE;

  pango_font_description_free (description);
  return size;
}

static GArray *
places_of (const JpPrintPage *page)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < page->marks->len; i++)
    {
      const JpMark *mark = &g_array_index (page->marks, JpMark, i);
      Place place = { mark };

      if (mark->kind != JP_MARK_TEXT || line_of (mark)->n_runs == 0)
        continue;
      place.x = mark->x + line_of (mark)->indent + 0.5;
      place.end = mark->x + line_of (mark)->width - 0.5;
      place.top = mark->y - 0.7 * size_of (mark);
      place.bottom = mark->y;
      g_array_append_val (places, place);
    }
  return places;
}

static void
check_bounds (const JpPrintPage *page, const JpSheet *sheet, const Place *place)
{
  if (place->x < sheet->left || place->end > page->width - sheet->right || place->top < sheet->top ||
      place->bottom > page->height - 15)
    {
      g_autofree char *words = words_of (place->mark);
      g_error ("“%s” lies outside the text area: %.1f to %.1f of %.1f", words, place->x, place->end, page->width);
    }
}

static gboolean
overlap (const Place *a, const Place *b)
{
  return a->x < b->end && b->x < a->end && a->top < b->bottom && b->top < a->bottom;
}

/* No rule goes through a line of text. */
static gboolean
is_struck (const Place *a, const JpMark *rule)
{
  return rule->x < a->end && rule->x2 > a->x && rule->y < a->bottom && rule->y2 > a->top;
}

static void
check_place (const JpPrintPage *page, const GArray *places, guint index)
{
  const Place *place = &g_array_index (places, Place, index);
  g_autofree char *words = words_of (place->mark);

  for (guint i = index + 1; i < places->len; i++)
    if (overlap (place, &g_array_index (places, Place, i)))
      {
        g_autofree char *others = words_of (g_array_index (places, Place, i).mark);
        g_error ("page %u: “%s” and “%s” lie over one another", page->number, words, others);
      }
  for (guint i = 0; i < page->marks->len; i++)
    {
      const JpMark *mark = &g_array_index (page->marks, JpMark, i);

      if (mark->kind == JP_MARK_RULE && is_struck (place, mark))
        g_error ("page %u: a rule goes through “%s”", page->number, words);
    }
}

static void
check_page (const JpPrintPage *page, const JpSheet *sheet)
{
  g_autoptr (GArray) places = places_of (page);

  for (guint i = 0; i < places->len; i++)
    {
      check_bounds (page, sheet, &g_array_index (places, Place, i));
      check_place (page, places, i);
    }
}

/* Many pages of one kind tell no more than the first of them and the last. */
#define MOST_PAGES 40
#define PICTURE_SCALE 1.25

/* For people to look at: JP_SCREENSHOTS names the folder. */
static void
picture (const JpPrintPage *page, const Case *self, guint paper, guint index)
{
  const char *folder = g_getenv ("JP_SCREENSHOTS");
  g_autofree char *path = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (folder == NULL)
    return;

  g_mkdir_with_parents (folder, 0755);
  path = g_strdup_printf ("%s/%s-%s-%03u-%03u.png", folder, self->kind->id, self->bureau->name, paper + 1, index + 1);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (page->width * PICTURE_SCALE),
                                        (int) (page->height * PICTURE_SCALE));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, PICTURE_SCALE, PICTURE_SCALE);
  jp_print_page_draw (page, cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
check_paper (Sample *sample, const JpPaper *paper, const Case *self, guint index, gboolean empty)
{
  g_autoptr (GPtrArray) pages = jp_paper_paginate (paper, sample->fonts);

  g_assert_cmpuint (pages->len, >=, 1);
  g_assert_nonnull (jp_paper_get_title (paper));
  if (self->kind->of_record && !empty)
    g_assert_nonnull (jp_paper_get_facts (paper));

  for (guint i = 0; i < pages->len; i++)
    {
      const JpPrintPage *page = g_ptr_array_index (pages, i);
      g_autofree char *text = jp_print_page_get_text (page);

      if (i < MOST_PAGES || i + 1 == pages->len)
        {
          check_page (page, page->width > page->height ? &JP_SHEET_LEDGER : jp_paper_get_sheet (paper));
          picture (page, self, index, i);
        }
      if (jp_paper_get_check_code (paper) != NULL && g_strrstr (text, jp_paper_get_check_code (paper)) == NULL)
        g_error ("page %u of “%s” has no check code", page->number, jp_paper_get_title (paper));
    }
}

static gboolean
is_by_clusters (const JpReportKind *kind)
{
  return kind->per == JP_PER_CLUSTER || kind->per == JP_PER_CASE;
}

static void
test_paper (Sample *sample, gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GPtrArray) dossiers = self->bureau->make (sample);
  gboolean many = self->bureau->make == sample_many, none = self->bureau->make == sample_none;
  g_autoptr (GPtrArray) papers = NULL;
  g_autofree char *missing = NULL;

  if (many && is_by_clusters (self->kind)) /* three hundred times the same paper */
    g_ptr_array_set_size (dossiers, 4);
  if (self->bureau->make == sample_long && is_by_clusters (self->kind))
    g_ptr_array_set_size (dossiers, 8);
  papers = sample_papers (sample, self->kind->id, dossiers, NULL, 0);
  g_assert_cmpuint (papers->len, >=, 1);
  if (none && is_by_clusters (self->kind))
    g_assert_cmpuint (papers->len, ==, 1);
  for (guint i = 0; i < papers->len; i++)
    check_paper (sample, g_ptr_array_index (papers, i), self, i, none || papers->len == 1);

  missing = jp_fonts_get_missing (sample->fonts);
  g_assert_cmpstr (missing != NULL ? missing : "", ==, "");
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);
  guint n_kinds;
  const JpReportKind *kinds;
  int status;

  jp_test_init (&argc, &argv);

  kinds = jp_report_kinds (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    for (guint b = 0; b < G_N_ELEMENTS (bureaus); b++)
      {
        Case one = { &kinds[k], &bureaus[b] };
        Case *kept = g_memdup2 (&one, sizeof one);
        g_autofree char *path = g_strdup_printf ("/report/papers/%s/%s", kinds[k].id, bureaus[b].name);

        g_ptr_array_add (cases, kept);
        g_test_add (path, Sample, kept, sample_set_up, test_paper, sample_tear_down);
      }

  status = g_test_run ();
  return status;
}
