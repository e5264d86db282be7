/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-strip.h"
#include "jp-test.h"

/* A page is 100 high. Strips are written as a string: a digit is a strip of that many tens; + after it keeps it
 * with the next, ! before it begins a page, H is a header of 10 kept with its first row, and r a row of 30 under
 * the last header. The result names page by page what stands there. */
typedef struct
{
  const char *name;
  const char *strips;
  const char *pages;
} PageCase;

static const PageCase page_cases[] = {
  { "nothing-takes-no-place", "", "" },
  { "one-strip", "5", "5" },
  { "exact-fit", "55", "55" },
  { "one-too-many", "551", "55|1" },
  { "at-least-one-though-too-tall", "A", "A" },
  { "too-tall-ones-one-a-page", "AA1", "A|A|1" },
  { "kept-together-moves-together", "63+3", "6|33" },
  { "kept-together-stays-where-it-fits", "43+3", "433" },
  { "three-kept-together", "62+2+2", "6|222" },
  { "kept-together-but-taller-than-a-page", "16+6+1", "16|61" },
  { "break-before", "1!2", "1|2" },
  { "break-at-the-start-makes-no-empty-page", "!2", "2" },
  { "keep-does-not-override-a-break", "1+!2", "1|2" },
  { "header-comes-again", "Hrrrr", "Hrrr|Hr" },
  { "header-is-never-alone-at-the-foot", "8Hr", "8|Hr" },
  { "header-only-where-its-table-goes-on", "Hrrr2", "Hrrr|2" },
  { "header-comes-again-on-every-page", "Hrrrrrrr", "Hrrr|Hrrr|Hr" },
  { "total-takes-a-row-along", "Hrrr+r", "Hrr|Hrr" },
};

static GPtrArray *
read_strips (const char *text)
{
  GPtrArray *strips = g_ptr_array_new_with_free_func ((GDestroyNotify) jp_strip_free);
  JpStrip *header = NULL, *last = NULL;
  gboolean break_before = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '+')
        {
          last->keep_next = TRUE;
          continue;
        }
      if (*p == '!')
        {
          break_before = TRUE;
          continue;
        }
      last = jp_strip_new (*p == 'H' ? 10 : *p == 'r' ? 30 : *p == 'A' ? 150 : (*p - '0') * 10);
      last->bookmark = g_strndup (p, 1);
      last->break_before = break_before;
      break_before = FALSE;
      if (*p == 'H')
        {
          header = last;
          last->keep_next = TRUE;
        }
      else if (*p == 'r')
        last->header = header;
      g_ptr_array_add (strips, last);
    }

  return strips;
}

static char *
write_pages (const GArray *placements)
{
  GString *text = g_string_new (NULL);
  guint page = 0;

  for (guint i = 0; i < placements->len; i++)
    {
      const JpPlacement *placement = &g_array_index (placements, JpPlacement, i);

      for (; page < placement->page; page++)
        g_string_append_c (text, '|');
      g_string_append (text, placement->strip->bookmark);
    }

  return g_string_free (text, FALSE);
}

static void
test_pages (gconstpointer data)
{
  const PageCase *c = data;
  g_autoptr (GPtrArray) strips = read_strips (c->strips);
  g_autoptr (GArray) placements = jp_paginate (strips, 100);
  g_autofree char *pages = write_pages (placements);

  g_assert_cmpstr (pages, ==, c->pages);
}

static void
test_space_before_is_dropped_at_the_top (void)
{
  g_autoptr (GPtrArray) strips = read_strips ("4442");
  g_autoptr (GArray) placements = NULL;

  for (guint i = 0; i < strips->len; i++)
    ((JpStrip *) g_ptr_array_index (strips, i))->space_before = 15;
  placements = jp_paginate (strips, 100);

  g_assert_cmpuint (placements->len, ==, 4);
  g_assert_cmpfloat (g_array_index (placements, JpPlacement, 0).y, ==, 0);
  g_assert_cmpfloat (g_array_index (placements, JpPlacement, 1).y, ==, 55);
  g_assert_cmpfloat (g_array_index (placements, JpPlacement, 2).y, ==, 0);
  g_assert_cmpuint (g_array_index (placements, JpPlacement, 2).page, ==, 1);
  g_assert_cmpfloat (g_array_index (placements, JpPlacement, 3).y, ==, 55);
}

static void
test_stretch_shares_what_is_left (void)
{
  g_autoptr (GPtrArray) strips = read_strips ("222");
  JpStrip *first = g_ptr_array_index (strips, 0), *second = g_ptr_array_index (strips, 1);
  g_autoptr (GArray) marks = jp_marks_new ();
  g_autoptr (GArray) placements = NULL;
  const JpPlacement *placed;

  first->stretch = 60;
  first->stretch_at = 10;
  second->stretch = 20;
  jp_marks_add_rule (first->marks, 0, 0, 0, 20, 1);  /* across */
  jp_marks_add_rule (first->marks, 0, 5, 9, 5, 1);   /* above */
  jp_marks_add_rule (first->marks, 0, 20, 9, 20, 1); /* below */
  placements = jp_paginate (strips, 100);
  placed = &g_array_index (placements, JpPlacement, 0);

  g_assert_cmpfloat_with_epsilon (placed[0].growth, 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (placed[1].growth, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (placed[1].y, 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (placed[2].y, 80, 1e-9);

  jp_placement_draw (placed, marks, 0, 100);
  g_assert_cmpfloat_with_epsilon (g_array_index (marks, JpMark, 0).y, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (marks, JpMark, 0).y2, 150, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (marks, JpMark, 1).y, 105, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (marks, JpMark, 2).y, 150, 1e-9);
}

/* Whatever the strips are: each is placed once and in order, no page is empty or overfull, pages have no gap. */
static void
test_any_strips (void)
{
  static const char letters[] = "123456789AHrrr+!";

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new ("1");
      g_autoptr (GPtrArray) strips = NULL;
      g_autoptr (GArray) placements = NULL;
      guint n = (guint) g_test_rand_int_range (1, 40), next = 0;

      for (guint i = 0; i < n; i++)
        g_string_append_c (text, letters[g_test_rand_int_range (0, sizeof letters - 1)]);
      strips = read_strips (text->str);
      placements = jp_paginate (strips, 100);

      for (guint i = 0; i < placements->len; i++)
        {
          const JpPlacement *placement = &g_array_index (placements, JpPlacement, i);
          guint page_before = i > 0 ? (placement - 1)->page : 0;

          if (!placement->repeated)
            g_assert_true (placement->strip == g_ptr_array_index (strips, next++));
          g_assert_true (placement->page == page_before || placement->page == page_before + 1);
          if (placement->strip->height <= 90)
            g_assert_cmpfloat (placement->y + placement->strip->height, <=, 100.001);
          if (i > 0 && placement->page != page_before)
            g_assert_cmpfloat (placement->y, ==, 0);
        }
      g_assert_cmpuint (next, ==, strips->len);
    }
}

int
main (int argc, char **argv)
{
  jp_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (page_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/paginate/%s", page_cases[i].name);
      g_test_add_data_func (path, &page_cases[i], test_pages);
    }
  g_test_add_func ("/report/paginate/space-before-is-dropped-at-the-top", test_space_before_is_dropped_at_the_top);
  g_test_add_func ("/report/paginate/stretch-shares-what-is-left", test_stretch_shares_what_is_left);
  g_test_add_func ("/report/paginate/any-strips", test_any_strips);

  return g_test_run ();
}
