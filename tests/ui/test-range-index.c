/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-range-index.h"

static void
test_finds_what_touches (void)
{
  static const struct { int start; int end; const char *found; } cases[] = {
    { 0, 5, "" },
    { 0, 11, "0" },
    { 12, 13, "0 1" },
    { 20, 21, "0" },          /* ends are not part of a range */
    { 40, 41, "0 3" },        /* an empty range counts as the character behind it */
    { 41, 42, "0" },
    { 99, 100, "0" },
    { 100, 200, "" },
    { 0, 1000, "0 1 2 3" },
  };
  g_autoptr (LesRangeIndex) index = les_range_index_new ();

  les_range_index_add (index, LES_TEXT_RANGE (40, 40), 3);
  les_range_index_add (index, LES_TEXT_RANGE (30, 35), 2);
  les_range_index_add (index, LES_TEXT_RANGE (12, 20), 1);
  les_range_index_add (index, LES_TEXT_RANGE (10, 100), 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      const LesRangeEntry *entry;
      LesRangeIter iter;

      les_range_iter_init (&iter, index, LES_TEXT_RANGE (cases[i].start, cases[i].end));
      while ((entry = les_range_iter_next (&iter)) != NULL)
        g_string_append_printf (found, "%s%u", found->len > 0 ? " " : "", entry->id);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

static void
test_finds_as_looking_at_all (void)
{
  g_autoptr (LesRangeIndex) index = les_range_index_new ();
  LesTextRange ranges[300];

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      int start = g_test_rand_int_range (0, 2000);

      ranges[i] = LES_TEXT_RANGE (start, start + g_test_rand_int_range (1, i % 20 == 0 ? 900 : 30));
      les_range_index_add (index, ranges[i], i);
    }
  for (int at = 0; at < 2000; at += 7)
    {
      LesTextRange view = LES_TEXT_RANGE (at, at + 50);
      const LesRangeEntry *entry;
      LesRangeIter iter;
      guint expected = 0;
      guint found = 0;

      for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
        expected += les_text_range_overlaps (ranges[i], view);
      les_range_iter_init (&iter, index, view);
      while ((entry = les_range_iter_next (&iter)) != NULL)
        {
          g_assert_true (les_text_range_overlaps (ranges[entry->id], view));
          found++;
        }
      g_assert_cmpuint (found, ==, expected);
    }
}

static void
test_clear (void)
{
  g_autoptr (LesRangeIndex) index = les_range_index_new ();
  LesRangeIter iter;

  les_range_index_add (index, LES_TEXT_RANGE (0, 10), 0);
  les_range_index_clear (index);
  les_range_iter_init (&iter, index, LES_TEXT_RANGE (0, 10));
  g_assert_null (les_range_iter_next (&iter));
  les_range_index_add (index, LES_TEXT_RANGE (3, 4), 5);
  g_assert_cmpuint (les_range_index_get (index, 0)->id, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/range-index/finds-what-touches", test_finds_what_touches);
  g_test_add_func ("/range-index/finds-as-looking-at-all", test_finds_as_looking_at_all);
  g_test_add_func ("/range-index/clear", test_clear);
  return g_test_run ();
}
