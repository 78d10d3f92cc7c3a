/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-collection.h"
#include "les-fingerprints.h"

#include <string.h>

/* Words that nobody has written before, always the same for a seed. */
static void
append_words (GString *text, guint32 seed, int n_words)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (text, "%sw%x", text->len > 0 ? " " : "", g_rand_int (random) >> 4);
}

static void
append_passage (GString *text, const char *passage)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, passage);
}

static char *
make_words (guint32 seed, int n_words)
{
  GString *text = g_string_new (NULL);

  append_words (text, seed, n_words);
  return g_string_free (text, FALSE);
}

/* Words of its own, a passage, words of its own. */
static char *
make_around (guint32 seed, int n_own, const char *passage)
{
  GString *text = g_string_new (NULL);

  append_words (text, seed * 2, n_own / 2);
  append_passage (text, passage);
  append_words (text, seed * 2 + 1, n_own - n_own / 2);
  return g_string_free (text, FALSE);
}

static void
put (LesCollection *collection, const char *id, const char *utf8)
{
  g_autoptr (LesText) text = les_text_new (utf8, -1);
  g_autoptr (LesDocument) document = les_document_new_raw (text, "en");

  les_collection_put (collection, id, document);
}

static void
put_take (LesCollection *collection, const char *id, char *utf8)
{
  put (collection, id, utf8);
  g_free (utf8);
}

static GArray *
find_pairs (LesCollection *collection)
{
  g_autoptr (GError) error = NULL;
  GArray *pairs = les_collection_find_pairs (collection, NULL, &error);

  g_assert_no_error (error);
  return pairs;
}

/* "a+b:25,c+d:20": what is shared most comes first. */
static char *
describe_pairs (GArray *pairs)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const LesCollectionPair *pair = &g_array_index (pairs, LesCollectionPair, i);

      g_string_append_printf (words, "%s%s+%s:%d", i > 0 ? "," : "", pair->left, pair->right, pair->n_words);
    }
  return g_string_free (words, FALSE);
}

static void
assert_pairs (LesCollection *collection, const char *expected)
{
  g_autoptr (GArray) pairs = find_pairs (collection);
  g_autofree char *found = describe_pairs (pairs);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_groups (LesCollection *collection, const char *expected)
{
  g_autoptr (GArray) pairs = find_pairs (collection);
  g_autoptr (GPtrArray) groups = les_collection_find_groups (collection, pairs);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = groups->pdata[i];

      for (guint j = 0; j < group->len; j++)
        g_string_append_printf (found, "%s%s", j > 0 ? "+" : i > 0 ? "," : "", (char *) group->pdata[j]);
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_string_free (found, TRUE);
}

static gboolean
share_fingerprint (GArray *a, GArray *b)
{
  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      if (g_array_index (a, LesFingerprint, i).hash == g_array_index (b, LesFingerprint, j).hash)
        return TRUE;
  return FALSE;
}

/* The promise of winnowing: nothing of this length is missed, wherever it stands. */
static void
test_fingerprints (void)
{
  const guint n_common = LES_FINGERPRINT_WINDOW + LES_FINGERPRINT_WORDS - 1;

  for (guint round = 0; round < 200; round++)
    {
      guint32 left[60];
      guint32 right[60];
      g_autoptr (GArray) left_prints = NULL;
      g_autoptr (GArray) right_prints = NULL;

      for (guint i = 0; i < 60; i++)
        {
          left[i] = 1000000 + round * 60 + i;
          right[i] = 2000000 + round * 60 + i;
        }
      memcpy (right + round % 53, left + (round * 7) % 53, n_common * sizeof (guint32));
      left_prints = les_fingerprints_choose (left, 60);
      right_prints = les_fingerprints_choose (right, 60);
      g_assert_true (share_fingerprint (left_prints, right_prints));
      g_assert_cmpuint (left_prints->len, <, 45);
    }
}

static void
test_short_texts_have_few_fingerprints (void)
{
  const guint32 words[] = { 5, 6, 7, 8, 9, 10, 11, 12 };

  for (guint n = 0; n <= G_N_ELEMENTS (words); n++)
    {
      g_autoptr (GArray) prints = les_fingerprints_choose (words, n);

      g_assert_cmpuint (prints->len, >=, n >= LES_FINGERPRINT_WORDS ? 1 : 0);
      g_assert_cmpuint (prints->len, <=, n >= LES_FINGERPRINT_WORDS ? n - LES_FINGERPRINT_WORDS + 1 : 0);
      for (guint i = 0; i < prints->len; i++)
        g_assert_cmpuint (g_array_index (prints, LesFingerprint, i).word + LES_FINGERPRINT_WORDS, <=, n);
    }
}

static void
test_pairs (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  g_autofree char *long_copy = make_words (1, 40);
  g_autofree char *short_copy = make_words (2, 20);
  g_autoptr (GArray) pairs = NULL;
  const LesCollectionPair *pair;

  put_take (collection, "a", make_around (10, 60, long_copy));
  put_take (collection, "b", make_around (11, 80, short_copy));
  put_take (collection, "c", make_around (12, 360, long_copy));
  put_take (collection, "d", make_around (13, 20, short_copy));
  put_take (collection, "e", make_words (14, 100));
  assert_pairs (collection, "a+c:40,b+d:20");

  pairs = find_pairs (collection);
  pair = &g_array_index (pairs, LesCollectionPair, 0);
  g_assert_cmpint (pair->left_share, ==, 400);
  g_assert_cmpint (pair->right_share, ==, 100);
}

static void
test_case_and_marks_do_not_matter (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();

  put (collection, "a", "Der Rat will die Brücke über den Fen bis Ostern sperren, sagte die Amtsleiterin am Abend vor der Straße.");
  put (collection, "b", "„DER RAT will die BRÜCKE über den Fen bis Ostern sperren“ – sagte die Amtsleiterin am Abend vor der STRASSE!");
  assert_pairs (collection, "a+b:19");
}

static void
test_edited_copy (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();

  put (collection, "a", "The harbour office of Fenmark closed the old bridge on Friday night after divers had found deep "
                        "cracks in two of its pillars, a spokeswoman told reporters at the quay.");
  put (collection, "b", "Fenmark's harbour office closed the bridge late on Friday night after divers found deep "
                        "cracks in three of its pillars, as a spokeswoman told reporters there.");
  /* "on friday night after divers . found deep cracks in . of its pillars . a spokeswoman told reporters" */
  assert_pairs (collection, "a+b:16");
}

static void
test_idioms_make_no_pair (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();

  put_take (collection, "a", make_around (1, 80, "as a spokesman for the ministry said on Tuesday in the capital"));
  put_take (collection, "b", make_around (2, 80, "as a spokesman for the ministry said on Tuesday in the capital"));
  assert_pairs (collection, "");
}

static void
test_very_short_articles (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();

  put (collection, "a", "Flash: Harbour bridge in Fenmark closed after cracks were found");
  put (collection, "b", "Harbour bridge in Fenmark closed after cracks were found");
  put (collection, "c", "Ferry");
  put (collection, "d", "");
  assert_pairs (collection, "a+b:9");
  assert_groups (collection, "a+b");

  /* A sentence in common is a pair, but no agency copy. */
  put (collection, "b", "Harbour bridge in Fenmark closed after cracks were found: what we know at noon, and what not");
  assert_pairs (collection, "a+b:9");
  assert_groups (collection, "");
}

static void
test_boilerplate_makes_no_pairs (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  g_autofree char *footer = make_words (1, 30);
  g_autofree char *copy = make_words (2, 60);
  g_autofree char *both = g_strconcat (copy, " ", footer, NULL);

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%d", i);

      put_take (collection, id, make_around (100 + (guint32) i, 200, footer));
    }
  assert_pairs (collection, "");

  /* What two have in common besides counts, and only that. */
  put_take (collection, "x", make_around (200, 200, both));
  put_take (collection, "y", make_around (201, 40, copy));
  assert_pairs (collection, "x+y:60");
}

/* Fifty outlets print the same copy: that is no boilerplate. */
static void
test_wide_spread_copy_is_found (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  g_autofree char *copy = make_words (1, 100);
  g_autoptr (GArray) pairs = NULL;

  for (int i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%d", i);

      put_take (collection, id, make_around (100 + (guint32) i, 50, copy));
    }
  pairs = find_pairs (collection);
  g_assert_cmpuint (pairs->len, ==, 50 * 49 / 2);
}

static void
test_replace_and_remove (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  g_autofree char *copy = make_words (1, 40);

  put_take (collection, "a", make_around (10, 40, copy));
  put_take (collection, "b", make_around (11, 40, copy));
  put_take (collection, "c", make_around (12, 40, copy));
  assert_pairs (collection, "a+b:40,a+c:40,b+c:40");

  put_take (collection, "b", make_words (900, 80));
  assert_pairs (collection, "a+c:40");
  g_assert_cmpuint (les_collection_get_n (collection), ==, 3);

  g_assert_true (les_collection_remove (collection, "a"));
  g_assert_false (les_collection_remove (collection, "a"));
  assert_pairs (collection, "");
  g_assert_cmpuint (les_collection_get_n (collection), ==, 2);

  put_take (collection, "b", make_around (11, 40, copy));
  assert_pairs (collection, "b+c:40");
}

static char *
make_random_text (GRand *random, GPtrArray *passages)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (random, 1, 5);

  for (int i = 0; i < n; i++)
    if (g_rand_boolean (random))
      append_passage (text, passages->pdata[g_rand_int_range (random, 0, (gint32) passages->len)]);
    else
      append_words (text, g_rand_int (random), g_rand_int_range (random, 1, 60));
  return g_string_free (text, FALSE);
}

static void
assert_as_if_new (LesCollection *collection, GHashTable *texts)
{
  g_autoptr (LesCollection) fresh = les_collection_new ();
  g_autoptr (GArray) pairs = find_pairs (collection);
  g_autoptr (GArray) expected = NULL;
  GHashTableIter iter;
  gpointer id;
  gpointer text;
  gint64 n_words = 0;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &id, &text))
    put (fresh, id, text);
  expected = find_pairs (fresh);
  g_assert_cmpuint (pairs->len, ==, expected->len);
  for (guint i = 0; i < pairs->len; i++)
    n_words += g_array_index (pairs, LesCollectionPair, i).n_words
               - g_array_index (expected, LesCollectionPair, i).n_words;
  g_assert_cmpint (n_words, ==, 0);
}

/* However it came about, a collection says the same as one made at once. */
static void
test_incremental_is_exact (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint32 i = 0; i < 12; i++)
    g_ptr_array_add (passages, make_words (i + 1, 20 + (int) i));
  for (int i = 0; i < 400; i++)
    {
      char *id = g_strdup_printf ("n%d", g_rand_int_range (random, 0, 60));

      if (g_rand_int_range (random, 0, 3) == 0)
        {
          g_assert_cmpint (les_collection_remove (collection, id), ==, g_hash_table_remove (texts, id));
          g_free (id);
        }
      else
        {
          char *text = make_random_text (random, passages);

          put (collection, id, text);
          g_hash_table_replace (texts, id, text);
        }
      if (i % 20 == 0)
        assert_as_if_new (collection, texts);
    }
}

static void
test_similar (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  g_autofree char *copy = make_words (1, 60);
  g_autofree char *part = make_words (1, 25);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) best = NULL;
  g_autoptr (GArray) none = NULL;
  g_autofree char *all = NULL;

  put_take (collection, "a", make_around (10, 40, part));
  put_take (collection, "b", make_around (11, 40, copy));
  put_take (collection, "c", make_around (12, 140, copy));
  put_take (collection, "d", make_words (13, 100));
  found = les_collection_find_similar (collection, "b", 10, NULL, NULL);
  all = describe_pairs (found);
  g_assert_cmpstr (all, ==, "b+c:60,b+a:25");
  g_assert_cmpint (g_array_index (found, LesCollectionPair, 0).left_share, ==, 600);
  g_assert_cmpint (g_array_index (found, LesCollectionPair, 0).right_share, ==, 300);
  best = les_collection_find_similar (collection, "b", 1, NULL, NULL);
  g_assert_cmpuint (best->len, ==, 1);
  none = les_collection_find_similar (collection, "nobody", 10, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_groups (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  g_autofree char *first = make_words (1, 60);
  g_autofree char *second = make_words (2, 60);
  g_autofree char *third = make_words (3, 60);
  g_autofree char *chained = g_strconcat (first, " ", second, NULL);

  put_take (collection, "a", make_around (10, 40, first));
  put_take (collection, "b", make_around (11, 40, chained));
  put_take (collection, "c", make_around (12, 40, second));
  put_take (collection, "d", make_around (13, 40, third));
  put_take (collection, "e", make_around (14, 40, third));
  put_take (collection, "f", make_words (15, 100));
  assert_groups (collection, "a+b+c,d+e");
}

/* It quotes many reports and belongs to none of them. */
static void
test_round_up_joins_nothing (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  GString *round_up = g_string_new (NULL);

  for (guint32 i = 0; i < 12; i++)
    {
      g_autofree char *copy = make_words (i + 1, 60);
      g_autofree char *id = g_strdup_printf ("n%02u", i);

      append_passage (round_up, copy);
      put_take (collection, id, make_around (100 + i, 20, copy));
    }
  put_take (collection, "round-up", g_string_free (round_up, FALSE));
  assert_groups (collection, "");
}

static GArray *
find_shared (LesCollection *collection, const char *id)
{
  g_autoptr (GError) error = NULL;
  GArray *shared = les_collection_find_shared (collection, id, NULL, &error);

  g_assert_no_error (error);
  return shared;
}

static void
assert_passage (GArray *shared, guint index, const char *utf8, const char *expected, guint n_articles)
{
  const LesSharedPassage *passage = &g_array_index (shared, LesSharedPassage, index);
  g_autofree char *words = g_utf8_substring (utf8, passage->range.start, passage->range.end);

  g_assert_cmpstr (words, ==, expected);
  g_assert_cmpuint (passage->n_articles, ==, n_articles);
}

static void
test_shared_passages (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  const char *copy = "„Wir schließen die Brücke über den Fen noch heute Nacht“, sagte die Bürgermeisterin.";
  const char *note = "Risse von mehr als zwölf Zentimetern Länge reichen bis in den Pfeilerfuß.";
  g_autofree char *whole = g_strdup_printf ("Eigene Wörter 🚲 zuerst. %s Dann etwas Eigenes. %s Schluß.", copy, note);
  g_autoptr (GArray) shared = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) unknown = NULL;

  put (collection, "a", whole);
  put_take (collection, "b", make_around (11, 40, copy));
  put_take (collection, "c", make_around (12, 40, copy));
  put_take (collection, "d", make_around (13, 40, note));
  put_take (collection, "e", make_words (14, 60));
  shared = find_shared (collection, "a");
  g_assert_cmpuint (shared->len, ==, 2);
  assert_passage (shared, 0, whole, copy + strlen ("„"), 2);
  assert_passage (shared, 1, whole, note, 1);
  none = find_shared (collection, "e");
  g_assert_cmpuint (none->len, ==, 0);
  unknown = find_shared (collection, "nobody");
  g_assert_cmpuint (unknown->len, ==, 0);
}

/* Three words more are an edit; a sentence more is the outlet's own. */
static void
test_own_words_stand_out (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  const char *plain = "the harbour office closed the old bridge for all traffic on friday night after divers found cracks in it";
  const char *edited = "the harbour office closed the old wooden bridge for all traffic on friday night after divers found cracks in it";
  const char *added = "the harbour office closed the old bridge for all traffic as this paper had reported first two weeks ago on friday night after divers found cracks in it";
  g_autoptr (GArray) from_edited = NULL;
  g_autoptr (GArray) from_added = NULL;

  put (collection, "plain", plain);
  put (collection, "edited", edited);
  from_edited = find_shared (collection, "edited");
  g_assert_cmpuint (from_edited->len, ==, 1);
  assert_passage (from_edited, 0, edited, edited, 1);

  les_collection_remove (collection, "edited");
  put (collection, "added", added);
  from_added = find_shared (collection, "added");
  g_assert_cmpuint (from_added->len, ==, 2);
  assert_passage (from_added, 0, added, "the harbour office closed the old bridge for all traffic", 1);
  assert_passage (from_added, 1, added, "on friday night after divers found cracks in it", 1);
}

static void
test_boilerplate_is_shared_too (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  g_autofree char *footer = make_words (1, 30);
  g_autoptr (GArray) shared = NULL;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%d", i);

      put_take (collection, id, make_around (100 + (guint32) i, 200, footer));
    }
  shared = find_shared (collection, "n7");
  g_assert_cmpuint (shared->len, ==, 1);
  g_assert_cmpuint (g_array_index (shared, LesSharedPassage, 0).n_articles, ==, 39);
}

static char *
repeat (const char *words, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, words);
  return g_string_free (text, FALSE);
}

static void
test_hostile_texts (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GArray) shared = NULL;

  put_take (collection, "la", repeat ("la ", 300000));
  put_take (collection, "la too", repeat ("la ", 300000));
  put_take (collection, "ping", repeat ("ping pong ", 150000));
  put_take (collection, "ping too", repeat ("ping pong ", 150000));
  put_take (collection, "emoji", repeat ("🚲 ", 100000));
  put_take (collection, "soft", repeat ("\xC2\xAD", 100000));
  put_take (collection, "rtl", repeat ("שלום ", 1000));
  put_take (collection, "one line", repeat ("x", 1000000));
  pairs = find_pairs (collection);
  g_assert_cmpuint (pairs->len, ==, 2);
  g_assert_cmpint (g_array_index (pairs, LesCollectionPair, 0).left_share, ==, 1000);
  shared = find_shared (collection, "la");
  g_assert_cmpuint (shared->len, ==, 1);
  g_assert_true (les_collection_remove (collection, "ping"));
  g_assert_true (les_collection_remove (collection, "la"));
}

/* A thousand times the same: pairs stay few, and all are one group. */
static void
test_thousand_copies (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  g_autofree char *copy = make_words (1, 60);
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%d", i);

      put (collection, id, copy);
    }
  pairs = find_pairs (collection);
  g_assert_cmpuint (pairs->len, >=, 999);
  g_assert_cmpuint (pairs->len, <=, 20 * 1000);
  groups = les_collection_find_groups (collection, pairs);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpuint (((GPtrArray *) groups->pdata[0])->len, ==, 1000);
}

static void
test_cancelled (void)
{
  g_autoptr (LesCollection) collection = les_collection_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  put_take (collection, "a", make_words (1, 60));
  put_take (collection, "b", make_words (1, 60));
  g_cancellable_cancel (cancellable);
  g_assert_null (les_collection_find_pairs (collection, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (les_collection_find_similar (collection, "a", 10, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (les_collection_find_shared (collection, "a", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/collection/fingerprints", test_fingerprints);
  g_test_add_func ("/collection/short-texts-have-few-fingerprints", test_short_texts_have_few_fingerprints);
  g_test_add_func ("/collection/pairs", test_pairs);
  g_test_add_func ("/collection/case-and-marks-do-not-matter", test_case_and_marks_do_not_matter);
  g_test_add_func ("/collection/edited-copy", test_edited_copy);
  g_test_add_func ("/collection/idioms-make-no-pair", test_idioms_make_no_pair);
  g_test_add_func ("/collection/very-short-articles", test_very_short_articles);
  g_test_add_func ("/collection/boilerplate-makes-no-pairs", test_boilerplate_makes_no_pairs);
  g_test_add_func ("/collection/wide-spread-copy-is-found", test_wide_spread_copy_is_found);
  g_test_add_func ("/collection/replace-and-remove", test_replace_and_remove);
  g_test_add_func ("/collection/incremental-is-exact", test_incremental_is_exact);
  g_test_add_func ("/collection/similar", test_similar);
  g_test_add_func ("/collection/groups", test_groups);
  g_test_add_func ("/collection/round-up-joins-nothing", test_round_up_joins_nothing);
  g_test_add_func ("/collection/shared-passages", test_shared_passages);
  g_test_add_func ("/collection/own-words-stand-out", test_own_words_stand_out);
  g_test_add_func ("/collection/boilerplate-is-shared-too", test_boilerplate_is_shared_too);
  g_test_add_func ("/collection/hostile-texts", test_hostile_texts);
  g_test_add_func ("/collection/thousand-copies", test_thousand_copies);
  g_test_add_func ("/collection/cancelled", test_cancelled);

  return g_test_run ();
}
