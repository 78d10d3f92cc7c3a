/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-text-range.h"

typedef struct
{
  LesTextRange a;
  LesTextRange b;
  gboolean overlaps;
  LesTextRange shared;
  LesTextRange joined;
  int order;
} PairCase;

static const PairCase pair_cases[] = {
  { { 0, 5 }, { 5, 9 }, FALSE, { 5, 5 }, { 0, 9 }, -1 },      /* touching */
  { { 0, 5 }, { 4, 9 }, TRUE, { 4, 5 }, { 0, 9 }, -1 },
  { { 0, 9 }, { 3, 4 }, TRUE, { 3, 4 }, { 0, 9 }, -1 },       /* inside */
  { { 2, 9 }, { 2, 4 }, TRUE, { 2, 4 }, { 2, 9 }, -1 },       /* outer one first */
  { { 2, 4 }, { 2, 4 }, TRUE, { 2, 4 }, { 2, 4 }, 0 },
  { { 0, 1 }, { 7, 8 }, FALSE, { 7, 7 }, { 0, 8 }, -1 },      /* apart */
  { { 3, 3 }, { 0, 9 }, FALSE, { 3, 3 }, { 0, 9 }, 1 },       /* empty shares nothing */
  { { 0, 0 }, { 0, 0 }, FALSE, { 0, 0 }, { 0, 0 }, 0 },
};

static void
assert_range (LesTextRange range, LesTextRange expected)
{
  g_assert_cmpint (range.start, ==, expected.start);
  g_assert_cmpint (range.end, ==, expected.end);
}

static void
test_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pair_cases); i++)
    {
      const PairCase *c = &pair_cases[i];

      g_test_message ("case %u", i);
      g_assert_cmpint (les_text_range_overlaps (c->a, c->b), ==, c->overlaps);
      g_assert_cmpint (les_text_range_overlaps (c->b, c->a), ==, c->overlaps);
      assert_range (les_text_range_intersect (c->a, c->b), c->shared);
      assert_range (les_text_range_intersect (c->b, c->a), c->shared);
      assert_range (les_text_range_join (c->a, c->b), c->joined);
      assert_range (les_text_range_join (c->b, c->a), c->joined);
      g_assert_cmpint (les_text_range_compare (c->a, c->b), ==, c->order);
      g_assert_cmpint (les_text_range_compare (c->b, c->a), ==, -c->order);
      g_assert_cmpint (les_text_range_equal (c->a, c->b), ==, c->order == 0);
    }
}

static void
test_single (void)
{
  g_assert_true (les_text_range_is_empty (LES_TEXT_RANGE (3, 3)));
  g_assert_true (les_text_range_is_empty (LES_TEXT_RANGE (4, 3)));
  g_assert_false (les_text_range_is_empty (LES_TEXT_RANGE (3, 4)));
  g_assert_cmpint (les_text_range_length (LES_TEXT_RANGE (4, 3)), ==, 0);
  g_assert_cmpint (les_text_range_length (LES_TEXT_RANGE (3, 7)), ==, 4);

  g_assert_true (les_text_range_contains (LES_TEXT_RANGE (3, 5), 3));
  g_assert_true (les_text_range_contains (LES_TEXT_RANGE (3, 5), 4));
  g_assert_false (les_text_range_contains (LES_TEXT_RANGE (3, 5), 5));
  g_assert_false (les_text_range_contains (LES_TEXT_RANGE (3, 3), 3));
}

static void
test_boxed (void)
{
  LesTextRange range = { 3, 7 };
  GValue value = G_VALUE_INIT;

  g_value_init (&value, LES_TYPE_TEXT_RANGE);
  g_value_set_boxed (&value, &range);
  range.start = 99;
  assert_range (*(LesTextRange *) g_value_get_boxed (&value), LES_TEXT_RANGE (3, 7));
  g_value_unset (&value);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-range/pairs", test_pairs);
  g_test_add_func ("/text-range/single", test_single);
  g_test_add_func ("/text-range/boxed", test_boxed);
  return g_test_run ();
}
