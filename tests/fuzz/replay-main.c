/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target without libFuzzer, with any compiler: every seed as it is, then mutations of the seeds. A
 * mutation is made from its number alone, so that what fails once fails again:
 *
 *   replay-pack [--mutations N] [--only N [--write FILE]] SEED…
 *
 * A SEED is a file or a folder of files. JP_FUZZ_MUTATIONS in the environment overrides --mutations. */

#include "jp-fuzz.h"

#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define MAX_CHANGES 6
#define MAX_PIECE   512

static gint64 current = -1; /* number of the mutation under test; −1: a seed */

static void
say (const char *text, gsize length)
{
  if (write (STDERR_FILENO, text, length) < 0)
    _exit (1);
}

/* Says which input did it, by means that a dying program may use. */
static void
on_crash (int number)
{
  static const char on_seed[] = "crashed on a seed\n", on_mutation[] = "crashed on mutation ";
  char digits[24];
  gsize at = sizeof digits;
  gint64 rest = current;

  if (current < 0)
    say (on_seed, sizeof on_seed - 1);
  else
    {
      digits[--at] = '\n';
      do
        digits[--at] = (char) ('0' + rest % 10);
      while ((rest /= 10) > 0);
      say (on_mutation, sizeof on_mutation - 1);
      say (digits + at, sizeof digits - at);
    }

  signal (number, SIG_DFL);
  raise (number);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
load_seeds (GPtrArray *seeds, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

      g_assert_no_error (error);
      for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
        g_ptr_array_add (names, g_build_filename (path, name, NULL));
      g_ptr_array_sort (names, compare_paths);
      for (guint i = 0; i < names->len; i++)
        load_seeds (seeds, g_ptr_array_index (names, i));
    }
  else
    {
      char *bytes;
      gsize length;

      g_file_get_contents (path, &bytes, &length, &error);
      g_assert_no_error (error);
      g_ptr_array_add (seeds, g_bytes_new_take (bytes, length));
    }
}

static GBytes *
pick_seed (GPtrArray *seeds, GRand *rand)
{
  return g_ptr_array_index (seeds, (guint) g_rand_int_range (rand, 0, (gint32) seeds->len));
}

static gsize
pick_position (GByteArray *input, GRand *rand)
{
  return (gsize) g_rand_int_range (rand, 0, (gint32) input->len + 1);
}

static void
insert (GByteArray *input, gsize at, const guint8 *bytes, gsize length)
{
  gsize behind = input->len - at;

  g_byte_array_set_size (input, (guint) (input->len + length));
  memmove (input->data + at + length, input->data + at, behind);
  memcpy (input->data + at, bytes, length);
}

static void
erase_piece (GByteArray *input, GRand *rand)
{
  gsize at = pick_position (input, rand);
  gsize length = (gsize) g_rand_int_range (rand, 1, g_rand_boolean (rand) ? 8 : 512);

  g_byte_array_remove_range (input, (guint) at, (guint) MIN (length, input->len - at));
}

static void
insert_token (GByteArray *input, GRand *rand)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } tokens[] = {
#define TOKEN(text) { text, sizeof text - 1 }
    TOKEN ("\0"), TOKEN ("\""), TOKEN ("\\"), TOKEN ("{"), TOKEN ("}"), TOKEN ("["), TOKEN ("]"), TOKEN (","),
    TOKEN (":"), TOKEN ("{}"), TOKEN ("[]"), TOKEN ("null"), TOKEN ("true"), TOKEN ("\"\""), TOKEN ("0"), TOKEN ("-1"),
    TOKEN ("1e9"), TOKEN ("0.5"), TOKEN ("999999999999999"), TOKEN ("18446744073709551615"),
    TOKEN ("-9223372036854775808"),
    TOKEN ("\\u0000"), TOKEN ("\\ud800"), TOKEN ("\\ud83d\\ude00"), TOKEN ("\xef\xbb\xbf"), TOKEN ("\xff\xfe"),
    TOKEN ("\xf0\xac\xad\x9a"), TOKEN ("\xc0\xaf"), TOKEN ("02-29"), TOKEN ("2024-02-29"), TOKEN ("9999"),
    TOKEN ("\r\n"), TOKEN ("\t"), TOKEN (";"), TOKEN ("="), TOKEN ("<"), TOKEN (">"), TOKEN ("&"), TOKEN ("../"),
    TOKEN ("%n"),
#undef TOKEN
  };
  gsize token = (gsize) g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens));

  insert (input, pick_position (input, rand), (const guint8 *) tokens[token].bytes, tokens[token].length);
}

static void
insert_piece (GByteArray *input, GRand *rand, GBytes *from)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (from, &size);
  gsize first = (gsize) g_rand_int_range (rand, 0, (gint32) size + 1);
  gsize length = (gsize) g_rand_int_range (rand, 1, MAX_PIECE);

  if (first < size)
    insert (input, pick_position (input, rand), bytes + first, MIN (length, size - first));
}

static void
change_byte (GByteArray *input, GRand *rand)
{
  gsize at = pick_position (input, rand);

  if (at == input->len)
    return;

  if (g_rand_boolean (rand))
    input->data[at] ^= (guint8) (1u << g_rand_int_range (rand, 0, 8));
  else
    input->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
}

static GByteArray *
mutate (GPtrArray *seeds, gint64 number)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) number);
  GBytes *seed = pick_seed (seeds, rand);
  GByteArray *input = g_byte_array_new ();
  gint32 n_changes = g_rand_int_range (rand, 1, MAX_CHANGES + 1);

  g_byte_array_append (input, g_bytes_get_data (seed, NULL), (guint) g_bytes_get_size (seed));
  for (gint32 i = 0; i < n_changes; i++)
    {
      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          erase_piece (input, rand);
          break;
        case 1:
          insert_token (input, rand);
          break;
        case 2:
          insert_piece (input, rand, pick_seed (seeds, rand));
          break;
        default:
          change_byte (input, rand);
          break;
        }
    }

  return input;
}

/* A copy of the exact size, so that a sanitizer sees the first byte read beyond it. */
static void
run (const guint8 *bytes, gsize length)
{
  g_autofree guint8 *copy = g_memdup2 (bytes, length);

  g_assert_cmpint (LLVMFuzzerTestOneInput (copy, length), ==, 0);
}

static void
run_mutation (GPtrArray *seeds, gint64 number, const char *write_to)
{
  g_autoptr (GByteArray) input = mutate (seeds, number);

  current = number;
  if (write_to != NULL && !g_file_set_contents (write_to, (const char *) input->data, input->len, NULL))
    g_error ("Cannot write %s", write_to);
  run (input->data, input->len);
}

int
main (int argc, char **argv)
{
  static const int signals[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP };
  gint64 mutations = 0, only = -1;
  g_autofree char *write_to = NULL;
  const GOptionEntry entries[] = {
    { "mutations", 0, 0, G_OPTION_ARG_INT64, &mutations, "How many mutations to run", "N" },
    { "only", 0, 0, G_OPTION_ARG_INT64, &only, "Run this mutation alone", "N" },
    { "write", 0, 0, G_OPTION_ARG_FILENAME, &write_to, "Keep that mutation in a file", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("SEED…");
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  const char *wanted = g_getenv ("JP_FUZZ_MUTATIONS");

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  for (int i = 1; i < argc; i++)
    load_seeds (seeds, argv[i]);
  g_assert_cmpuint (seeds->len, >, 0);
  if (wanted != NULL)
    mutations = g_ascii_strtoll (wanted, NULL, 10);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    signal (signals[i], on_crash);

  if (only >= 0)
    {
      run_mutation (seeds, only, write_to);
      return 0;
    }

  for (guint i = 0; i < seeds->len; i++)
    run (g_bytes_get_data (g_ptr_array_index (seeds, i), NULL), g_bytes_get_size (g_ptr_array_index (seeds, i)));
  for (gint64 number = 0; number < mutations; number++)
    run_mutation (seeds, number, NULL);

  g_print ("%u seeds and %" G_GINT64_FORMAT " mutations\n", seeds->len, mutations);
  return 0;
}
