/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-metadata.h"

#include <string.h>

/* Each ../fixtures/articles/NAME.txt has a NAME.expected beside it: what the
 * article says about itself, then one line for each block. */

static const char * const role_names[LES_N_BLOCK_ROLES] = {
  "body", "kicker", "headline", "lead", "subhead", "date", "dateline", "byline", "correction", "caption", "credit", "desk",
};

static char *
find_fixtures (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "fixtures", "articles", NULL);
}

static void
describe_field (GString *description, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (description, "%s: %s\n", name, value);
}

/* The first and last words of long blocks are enough to see where they end. */
static void
describe_block (GString *description, LesText *text, const LesBlock *block)
{
  g_autofree char *words = les_text_dup_range (text, block->range);
  glong n_chars = g_utf8_strlen (words, -1);

  g_strdelimit (words, "\n", '~');
  g_string_append_printf (description, "%s %s: ", block->starts_paragraph ? "*" : "-", role_names[block->role]);
  if (n_chars > 70 && block->role == LES_BLOCK_BODY)
    {
      const char *tail = g_utf8_offset_to_pointer (words, n_chars - 30);

      g_string_append_len (description, words, g_utf8_offset_to_pointer (words, 30) - words);
      g_string_append_printf (description, " ... %s\n", tail);
    }
  else
    g_string_append_printf (description, "%s\n", words);
}

static char *
describe (LesText *text, const LesMetadata *metadata)
{
  GString *description = g_string_new (NULL);

  describe_field (description, "headline", metadata->headline);
  describe_field (description, "kicker", metadata->kicker);
  describe_field (description, "date", metadata->date);
  describe_field (description, "place", metadata->place);
  describe_field (description, "agency", metadata->agency);
  describe_field (description, "author", metadata->author);
  describe_field (description, "correction", metadata->correction);
  describe_field (description, "caption", metadata->caption);
  describe_field (description, "credit", metadata->credit);
  describe_field (description, "desk", metadata->desk);
  describe_field (description, "language", metadata->language);
  g_string_append_c (description, '\n');
  for (guint i = 0; i < metadata->blocks->len; i++)
    describe_block (description, text, &g_array_index (metadata->blocks, LesBlock, i));
  return g_string_free (description, FALSE);
}

static gboolean
is_blank (LesText *text, int start, int end)
{
  return les_text_range_is_empty (les_text_trim (text, LES_TEXT_RANGE (start, end)));
}

/* What the type promises of every array of blocks. */
static void
assert_blocks (LesText *text, GArray *blocks)
{
  int end = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      LesBlock *block = &g_array_index (blocks, LesBlock, i);

      g_assert_cmpint (block->range.start, >=, end);
      g_assert_true (is_blank (text, end, block->range.start));
      g_assert_false (les_text_range_is_empty (block->range));
      g_assert_true (les_text_range_equal (les_text_trim (text, block->range), block->range));
      g_assert_true (block->starts_paragraph || i > 0);
      end = block->range.end;
    }
  g_assert_true (is_blank (text, end, les_text_get_n_chars (text)));
}

static void
check_fixture (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *expected_path = g_strdup_printf ("%.*s.expected", (int) strlen (path) - 4, path);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (LesText) text = NULL;
  g_autoptr (LesMetadata) metadata = NULL;
  char *utf8;
  gsize size;

  g_test_message ("%s", name);
  g_assert_true (g_file_get_contents (path, &utf8, &size, NULL));
  text = les_text_new_take (utf8, size);
  metadata = les_metadata_recognise (text, NULL);
  assert_blocks (text, metadata->blocks);
  found = describe (text, metadata);
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

static void
test_fixtures (void)
{
  g_autofree char *folder = find_fixtures ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      {
        check_fixture (folder, name);
        n++;
      }
  g_assert_cmpuint (n, >=, 20);
}

static void
test_nothing (void)
{
  static const char * const texts[] = { "", " ", "\n\n\n", "\xC2\xA0\n\t", "\xE2\x80\xA8" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LesText) text = les_text_new (texts[i], -1);
      g_autoptr (LesMetadata) metadata = les_metadata_recognise (text, NULL);

      g_assert_cmpuint (metadata->blocks->len, ==, 0);
      g_assert_null (metadata->headline);
      g_assert_null (metadata->language);
    }
}

static void
test_language_given (void)
{
  g_autoptr (LesText) text = les_text_new ("Die Fähre ist auf Grund gelaufen und die Taucher sind da.", -1);
  g_autoptr (LesMetadata) metadata = les_metadata_recognise (text, "de-CH");

  g_assert_cmpstr (metadata->language, ==, "de-CH");
}

/* Every beginning of every fixture: nothing is lost wherever a file is cut off. */
static void
test_cut_off (void)
{
  g_autofree char *folder = find_fixtures ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *utf8 = NULL;

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      g_assert_true (g_file_get_contents (path, &utf8, NULL, NULL));
      for (char *p = utf8; *p != '\0'; p = g_utf8_offset_to_pointer (p, MIN (7, g_utf8_strlen (p, -1))))
        {
          g_autoptr (LesText) text = les_text_new (utf8, p - utf8);
          g_autoptr (LesMetadata) metadata = les_metadata_recognise (text, NULL);

          assert_blocks (text, metadata->blocks);
        }
    }
}

static double
measure (const char *words, gsize times, const char *separator)
{
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (LesText) text = NULL;
  g_autoptr (LesMetadata) metadata = NULL;
  gint64 start;

  for (gsize i = 0; i < times; i++)
    g_string_append_printf (utf8, "%s%s", words, separator);
  text = les_text_new (utf8->str, utf8->len);
  start = g_get_monotonic_time ();
  metadata = les_metadata_recognise (text, NULL);
  assert_blocks (text, metadata->blocks);
  return (g_get_monotonic_time () - start) / 1000.0;
}

/* A megabyte of anything is a matter of milliseconds; a square would take minutes. */
static void
test_cost (void)
{
  static const struct
  {
    const char *words;
    const char *separator;
  } cases[] = {
    { "Die Fähre lag im Sand und die Möwen saßen darauf. ", "" },
    { "Die Fähre lag im Sand und die Möwen saßen darauf.", "\n" },
    { "Fähre im Sand", "\n\n" },
    { "((((((((", "" },
    { "X", "" },
    { "A B ", "" },
    { "Von Erika Muster", "\n" },
    { "HAVNSTED (", "" },
    { "Foto: ", "" },
    { "\n", "" },
    { "e\xCC\x81", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize unit = strlen (cases[i].words) + strlen (cases[i].separator);
      double ms = measure (cases[i].words, 1000000 / unit, cases[i].separator);

      g_test_message ("case %u: %.1f ms for 1 MB", i, ms);
      g_assert_cmpfloat (ms, <, 5000);
    }
}

static void
test_cost_of_article (void)
{
  double ms = 1e9;

  for (int i = 0; i < 20; i++)
    ms = MIN (ms, measure ("Die Fähre lag im Sand und die Möwen saßen darauf, doch niemand sah sie. Die Küste war leer.", 55, "\n\n"));
  g_test_message ("%.2f ms for 5,000 characters", ms);
  g_assert_cmpfloat (ms, <, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metadata/fixtures", test_fixtures);
  g_test_add_func ("/metadata/nothing", test_nothing);
  g_test_add_func ("/metadata/language-given", test_language_given);
  g_test_add_func ("/metadata/cut-off", test_cut_off);
  g_test_add_func ("/metadata/cost", test_cost);
  g_test_add_func ("/metadata/cost-of-article", test_cost_of_article);
  return g_test_run ();
}
