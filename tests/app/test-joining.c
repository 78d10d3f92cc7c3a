/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-comparer.h"
#include "les-joining.h"

/* Sentences that stand for themselves; a text is written as their letters. "|" ends a
 * paragraph, "#" is a heading, "*" a line of marks, "x" and "y" are only in one text. */
static const char * const sentences[] = {
  "Die Fähre nach Krautsand fährt seit Montag nur noch bei Tageslicht.",
  "Der Kapitän Jorge Matthiessen hat elf Jahre lang kein Signalfeuer vermisst.",
  "Am Anleger stehen jetzt zwei gelbe Laternen aus einem alten Schuppen.",
  "Niemand im Dorf will für den Strom der Laternen bezahlen.",
  "Die Gemeinde sammelt deshalb bis Ostern Spenden in einer Milchkanne.",
};

static char *
write_text (const char *letters)
{
  GString *text = g_string_new (NULL);

  for (const char *p = letters; *p != '\0'; p++)
    {
      const char *blank = text->len > 0 && text->str[text->len - 1] != '\n' ? " " : "";

      if (*p >= 'a' && *p <= 'e')
        g_string_append_printf (text, "%s%s", blank, sentences[*p - 'a']);
      else if (*p == 'A')
        g_string_append_printf (text, "%s%s", blank, "Die Fähre nach Krautsand fährt ab Dienstag nur noch bei Tageslicht.");
      else if (*p == 'B')
        g_string_append_printf (text, "%s%s", blank, "Der Kapitän Jorge Matthiessen hat elf Jahre lang gefischt und danach, wie er lachend sagt, auf einem Schlepper Kohlen in den Ofen geschaufelt.");
      else if (*p == 'x')
        g_string_append_printf (text, "%s%s", blank, "Unterdessen blühen die Kirschen.");
      else if (*p == 'y')
        g_string_append_printf (text, "%s%s", blank, "Gäste kamen gestern kaum.");
      else if (*p == '#')
        g_string_append (text, "\n\nZwei Laternen am Ufer\n\n");
      else if (*p == '*')
        g_string_append (text, "\n\n* * *\n\n");
      else
        g_string_append (text, "\n\n");
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  LesDocument *left;
  LesDocument *right;
  LesMatchSet *found;
} Pair;

static Pair
open_pair (const char *left, const char *right)
{
  g_autofree char *left_words = write_text (left);
  g_autofree char *right_words = write_text (right);
  g_autoptr (LesText) left_text = les_text_new (left_words, -1);
  g_autoptr (LesText) right_text = les_text_new (right_words, -1);
  Pair pair = { les_document_new (left_text, "de"), les_document_new (right_text, "de"), NULL };

  pair.found = les_compare (pair.left, pair.right, -1, NULL, NULL);
  return pair;
}

static void
close_pair (Pair *pair)
{
  les_match_set_unref (pair->found);
  les_document_unref (pair->left);
  les_document_unref (pair->right);
}

static LesMatchSet *
join (Pair *pair, const LesMatchEnds *dropped, guint n, guint n_dropped_found)
{
  g_autoptr (LesMatchSet) out = NULL;
  LesMatchSet *kept = les_joining_join (pair->found, pair->left, pair->right, dropped, n, &out);

  g_assert_cmpuint (les_match_set_get_n (out), ==, n_dropped_found);
  for (guint i = 0; i < n_dropped_found; i++)
    {
      g_assert_true (les_text_range_equal (les_match_set_get (out, i)->left, dropped[i].left));
      g_assert_true (les_text_range_equal (les_match_set_get (out, i)->right, dropped[i].right));
    }
  return kept;
}

/* How many sentences each match has that was taken over: "2,1". */
static char *
describe (LesMatchSet *set)
{
  GString *sizes = g_string_new (NULL);

  for (guint i = 0; i < les_match_set_get_n (set); i++)
    {
      const LesMatch *match = les_match_set_get (set, i);

      if (match->grade == LES_GRADE_ASSERTED)
        g_string_append_printf (sizes, "%s%u", sizes->len > 0 ? "," : "", match->parts != NULL ? match->parts->len : 1);
    }
  return g_string_free (sizes, FALSE);
}

typedef struct
{
  const char *left;
  const char *right;
  const char *sizes;
} JoinCase;

static const JoinCase join_cases[] = {
  { "abcde", "xabcdey", "5" },
  { "ab|cd", "xabcdy", "4" },         /* paragraphs differ */
  { "ab*cd", "xab*cdy", "4" },
  { "abxcd", "yabcd", "2,2" },        /* a word stands between on one side */
  { "abcd", "ycd|xab", "2,2" },       /* moved */
  { "a|c|e", "yexcya", "1,1,1" },
  { "ab#cd", "xab#cd", "2,1,2" },     /* a heading ends a passage */
  { "abc", "yAbc", "3" },             /* edited and word for word */
  { "abcd", "yaBcd", "1,1,2" },       /* the second changed so much that it stands for itself */
  { "a", "xay", "1" },
  { "x", "y", "" },
  { "", "", "" },
};

static void
test_join (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (join_cases); i++)
    {
      Pair pair = open_pair (join_cases[i].left, join_cases[i].right);
      g_autoptr (LesMatchSet) set = join (&pair, NULL, 0, 0);
      g_autofree char *sizes = describe (set);

      g_test_message ("case %u", i);
      g_assert_cmpstr (sizes, ==, join_cases[i].sizes);
      g_assert_cmpint (les_match_set_get_shared_left (set), ==, les_match_set_get_shared_left (pair.found));
      close_pair (&pair);
    }
}

static const LesMatch *
find_joined (LesMatchSet *set)
{
  for (guint i = 0; i < les_match_set_get_n (set); i++)
    if (les_match_set_get (set, i)->parts != NULL)
      return les_match_set_get (set, i);
  g_assert_not_reached ();
}

/* What stood in the sentences stands in the passage. */
static void
test_contents (void)
{
  Pair pair = open_pair ("abc", "yAbc");
  g_autoptr (LesMatchSet) set = join (&pair, NULL, 0, 0);
  const LesMatch *first = les_match_set_get (pair.found, 0);
  const LesMatch *last = les_match_set_get (pair.found, les_match_set_get_n (pair.found) - 1);
  const LesMatch *joined = find_joined (set);

  g_assert_cmpint (first->kind, ==, LES_MATCH_EDITED);
  g_assert_cmpint (joined->kind, ==, LES_MATCH_EDITED);
  g_assert_cmpuint (joined->differences->len, ==, first->differences->len);
  g_assert_cmpuint (joined->details->len, ==, first->details->len);
  g_assert_cmpint (joined->left.start, ==, first->left.start);
  g_assert_cmpint (joined->right.end, ==, last->right.end);
  g_assert_cmpint (joined->score, >, first->score);
  g_assert_cmpint (joined->score, <, 1000);
  g_assert_true (les_text_range_equal (g_array_index (joined->parts, LesMatchEnds, 0).left, first->left));
  g_assert_true (les_text_range_equal (g_array_index (joined->parts, LesMatchEnds, 2).right, last->right));
  /* The engine's own are as they were. */
  g_assert_null (first->parts);
  close_pair (&pair);
}

static LesMatchEnds
ends_of (Pair *pair, guint first, guint last)
{
  const LesMatch *a = les_match_set_get (pair->found, first);
  const LesMatch *b = les_match_set_get (pair->found, last);

  return (LesMatchEnds) { LES_TEXT_RANGE (a->left.start, b->left.end), LES_TEXT_RANGE (a->right.start, b->right.end) };
}

static void
assert_left (Pair *pair, const LesMatchEnds *dropped, guint n, guint n_found, const char *sizes)
{
  g_autoptr (LesMatchSet) set = join (pair, dropped, n, n_found);
  g_autofree char *left = describe (set);

  g_assert_cmpstr (left, ==, sizes);
}

/* A project may hold single sentences from when they were not joined; a passage
 * that was dropped stays so when its neighbours come back. */
static void
test_dropped (void)
{
  Pair pair = open_pair ("abcde", "xabcde");
  LesMatchEnds second = ends_of (&pair, 1, 1);
  LesMatchEnds rest = ends_of (&pair, 2, 4);
  LesMatchEnds all = ends_of (&pair, 0, 4);
  LesMatchEnds both[] = { second, rest };
  LesMatchEnds unknown = second;

  g_assert_cmpuint (les_match_set_get_n (pair.found), ==, 5);
  assert_left (&pair, &second, 1, 1, "1,3");
  assert_left (&pair, both, 2, 2, "1");
  assert_left (&pair, &rest, 1, 1, "2");
  assert_left (&pair, &all, 1, 1, "");
  unknown.right.end--;
  assert_left (&pair, &unknown, 1, 0, "5");
  unknown = ends_of (&pair, 1, 2);
  unknown.right.start = rest.right.start;
  assert_left (&pair, &unknown, 1, 0, "5");
  close_pair (&pair);
}

/* Of a text that was copied whole each passage can be read, and nothing is left out. */
static void
test_long (void)
{
  static const char * const rows[] = { "abcde", "abcde|" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) letters = g_string_new (NULL);
      g_autoptr (LesMatchSet) set = NULL;
      guint n_parts = 0;
      Pair pair;

      for (guint k = 0; k < 200; k++)
        g_string_append (letters, rows[i]);
      pair = open_pair (letters->str, letters->str);
      set = join (&pair, NULL, 0, 0);
      g_assert_cmpuint (les_match_set_get_n (set), >, 4);
      g_assert_cmpuint (les_match_set_get_n (set), <, 30);
      for (guint k = 0; k < les_match_set_get_n (set); k++)
        {
          const LesMatch *match = les_match_set_get (set, k);

          g_assert_cmpint (les_text_range_length (match->left), <, 9000);
          n_parts += match->parts->len;
          if (i == 1 && k > 0)
            g_assert_cmpint (les_text_get_char (les_document_get_text (pair.left), match->left.start - 1), ==, '\n');
        }
      g_assert_cmpuint (n_parts, ==, les_match_set_get_n (pair.found));
      close_pair (&pair);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/joining/join", test_join);
  g_test_add_func ("/joining/contents", test_contents);
  g_test_add_func ("/joining/dropped", test_dropped);
  g_test_add_func ("/joining/long", test_long);
  return g_test_run ();
}
