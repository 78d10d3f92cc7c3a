/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-comparer.h"

#include <math.h>
#include <string.h>

static LesDocument *
open_fixture (const char *name, const char *language)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "compare", name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (LesText) text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &bytes, NULL, &error);
  g_assert_no_error (error);
  text = les_text_new (bytes, -1);
  return les_document_new (text, language);
}

static LesDocument *
open_words (const char *words)
{
  g_autoptr (LesText) text = les_text_new (words, -1);

  return les_document_new_raw (text, "de");
}

static LesMatchSet *
compare (LesDocument *left, LesDocument *right)
{
  g_autoptr (GError) error = NULL;
  LesMatchSet *set = les_compare (left, right, -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (set);
  return set;
}

static gboolean
holds (LesText *text, LesTextRange range, const char *words)
{
  g_autofree char *passage = les_text_dup_range (text, range);

  return strstr (passage, words) != NULL;
}

/* The match whose passages hold these words, or NULL. */
static const LesMatch *
find_match (LesMatchSet *set, LesDocument *left, const char *left_words, LesDocument *right, const char *right_words)
{
  for (guint i = 0; i < les_match_set_get_n (set); i++)
    {
      const LesMatch *match = les_match_set_get (set, i);

      if (holds (les_document_get_text (left), match->left, left_words)
          && holds (les_document_get_text (right), match->right, right_words))
        return match;
    }
  return NULL;
}

static gboolean
has_detail (const LesMatch *match, LesDetailKind kind, LesDocument *left, const char *left_words,
            LesDocument *right, const char *right_words)
{
  for (guint i = 0; i < match->details->len; i++)
    {
      const LesDetail *detail = &g_array_index (match->details, LesDetail, i);

      if (detail->kind == kind && holds (les_document_get_text (left), detail->left, left_words)
          && holds (les_document_get_text (right), detail->right, right_words))
        return TRUE;
    }
  return FALSE;
}

static void
assert_inside (LesTextRange inner, LesTextRange outer)
{
  g_assert_cmpint (inner.start, >=, outer.start);
  g_assert_cmpint (inner.start, <=, inner.end);
  g_assert_cmpint (inner.end, <=, outer.end);
}

/* What holds for every set of matches, whatever the texts. */
static void
assert_sound (LesMatchSet *set, LesDocument *left, LesDocument *right)
{
  LesTextRange left_all = les_text_get_range (les_document_get_text (left));
  LesTextRange right_all = les_text_get_range (les_document_get_text (right));

  for (guint i = 0; i < les_match_set_get_n (set); i++)
    {
      const LesMatch *match = les_match_set_get (set, i);

      assert_inside (match->left, left_all);
      assert_inside (match->right, right_all);
      g_assert_cmpint (les_text_range_length (match->left), >, 0);
      g_assert_cmpint (les_text_range_length (match->right), >, 0);
      g_assert_cmpint (match->score, >=, 0);
      g_assert_cmpint (match->score, <=, 1000);
      g_assert_true ((match->kind == LES_MATCH_REWORDED) == (match->grade != LES_GRADE_ASSERTED));
      if (i > 0)
        g_assert_cmpint (les_match_set_get (set, i - 1)->left.start, <=, match->left.start);
      for (guint d = 0; d < match->differences->len; d++)
        {
          assert_inside (g_array_index (match->differences, LesDifference, d).left, match->left);
          assert_inside (g_array_index (match->differences, LesDifference, d).right, match->right);
        }
      for (guint d = 0; d < match->details->len; d++)
        {
          assert_inside (g_array_index (match->details, LesDetail, d).left, match->left);
          assert_inside (g_array_index (match->details, LesDetail, d).right, match->right);
        }
    }
  g_assert_cmpint (les_match_set_get_shared_left (set), >=, 0);
  g_assert_cmpint (les_match_set_get_shared_left (set), <=, 1000);
}

static void
test_german (void)
{
  g_autoptr (LesDocument) left = open_fixture ("ferry-left.txt", "de");
  g_autoptr (LesDocument) right = open_fixture ("ferry-right.txt", "de");
  g_autoptr (LesMatchSet) set = compare (left, right);
  const LesMatch *match;

  assert_sound (set, left, right);

  match = find_match (set, left, "dumpfen Schlag", right, "dumpfen Schlag");
  g_assert_nonnull (match);
  g_assert_cmpint (match->kind, ==, LES_MATCH_VERBATIM);
  g_assert_cmpint (match->grade, ==, LES_GRADE_ASSERTED);
  g_assert_cmpuint (match->differences->len, ==, 0);
  g_assert_cmpint (match->score, ==, 1000);

  match = find_match (set, left, "quer im Hafenbecken", right, "quer im Hafenbecken");
  g_assert_nonnull (match);
  g_assert_cmpint (match->kind, ==, LES_MATCH_EDITED);
  g_assert_cmpuint (match->differences->len, ==, 1);

  match = find_match (set, left, "sechs Menschen", right, "fünf Menschen");
  g_assert_nonnull (match);
  g_assert_true (has_detail (match, LES_DETAIL_NUMBER, left, "sechs", right, "fünf"));

  match = find_match (set, left, "Ausfall der Steuerung", right, "versagte die Steuerung");
  g_assert_true (match == NULL || match->grade != LES_GRADE_ASSERTED);
  g_assert_null (find_match (set, left, "", right, "Fest der Chöre"));
}

static void
test_english (void)
{
  g_autoptr (LesDocument) left = open_fixture ("mill-left.txt", "en");
  g_autoptr (LesDocument) right = open_fixture ("mill-right.txt", "en");
  g_autoptr (LesMatchSet) set = compare (left, right);
  const LesMatch *match;

  assert_sound (set, left, right);
  match = find_match (set, left, "every offer twice", right, "every offer twice");
  g_assert_nonnull (match);
  g_assert_cmpint (match->grade, ==, LES_GRADE_ASSERTED);

  match = find_match (set, left, "destroyed its roof", right, "destroyed its roof");
  g_assert_nonnull (match);
  g_assert_true (match->moved);
  g_assert_true (has_detail (match, LES_DETAIL_DATE, left, "2009", right, "2008"));

  g_assert_nonnull (find_match (set, left, "2.4 million pounds", right, "2.4 million pounds"));
}

static void
test_swapped (void)
{
  g_autoptr (LesDocument) left = open_fixture ("ferry-left.txt", "de");
  g_autoptr (LesDocument) right = open_fixture ("ferry-right.txt", "de");
  g_autoptr (LesMatchSet) set = compare (left, right);
  g_autoptr (LesMatchSet) swapped = compare (right, left);

  assert_sound (swapped, right, left);
  g_assert_cmpint (les_match_set_get_shared_left (set), ==, les_match_set_get_shared_right (swapped));
}

static void
test_unrelated (void)
{
  g_autoptr (LesDocument) left = open_fixture ("ferry-left.txt", "de");
  g_autoptr (LesDocument) right = open_fixture ("orchard.txt", "de");
  g_autoptr (LesDocument) english = open_fixture ("mill-left.txt", "en");
  g_autoptr (LesMatchSet) set = compare (left, right);
  g_autoptr (LesMatchSet) mixed = compare (left, english);

  g_assert_cmpuint (les_match_set_get_n (set), ==, 0);
  g_assert_cmpint (les_match_set_get_shared_left (set), ==, 0);
  for (guint i = 0; i < les_match_set_get_n (mixed); i++)
    g_assert_cmpint (les_match_set_get (mixed, i)->grade, !=, LES_GRADE_ASSERTED);
}

static void
assert_all_shared (LesMatchSet *set)
{
  g_assert_cmpint (les_match_set_get_shared_left (set), ==, 1000);
  g_assert_cmpint (les_match_set_get_shared_right (set), ==, 1000);
  for (guint i = 0; i < les_match_set_get_n (set); i++)
    {
      g_assert_cmpint (les_match_set_get (set, i)->kind, ==, LES_MATCH_VERBATIM);
      g_assert_false (les_match_set_get (set, i)->moved);
    }
}

static void
test_same (void)
{
  static const char *const texts[] = { "Ja.", "Der Rat tagt.", "Rat Rat Rat Rat Rat Rat Rat" };
  g_autoptr (LesDocument) report = open_fixture ("ferry-left.txt", "de");
  g_autoptr (LesMatchSet) set = les_compare (report, report, -1, NULL, NULL);

  assert_sound (set, report, report);
  assert_all_shared (set);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LesDocument) document = open_words (texts[i]);
      g_autoptr (LesMatchSet) matches = compare (document, document);

      assert_all_shared (matches);
    }
}

static void
test_empty (void)
{
  static const char *const texts[] = { "", " \n\n ", "... – !", "😀😀" };
  g_autoptr (LesDocument) report = open_fixture ("ferry-left.txt", "de");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LesDocument) empty = open_words (texts[i]);
      g_autoptr (LesMatchSet) set = compare (empty, report);
      g_autoptr (LesMatchSet) swapped = compare (report, empty);
      g_autoptr (LesMatchSet) both = compare (empty, empty);

      g_assert_cmpuint (les_match_set_get_n (set), ==, 0);
      g_assert_cmpuint (les_match_set_get_n (swapped), ==, 0);
      g_assert_cmpuint (les_match_set_get_n (both), ==, 0);
    }
}

/* Offsets stay right behind characters of more than one byte or code point. */
static void
test_odd_characters (void)
{
  g_autoptr (LesDocument) left = open_words ("😀 e\xcc\x81 שלום עולם. Der Schlep\xc2\xad" "per zog\xc2\xa0" "das Schiff gegen Mittag aus der Rinne heraus.");
  g_autoptr (LesDocument) right = open_words ("Der Schlepper zog das Schiff gegen Mittag aus der Rinne heraus. ÄÖÜ");
  g_autoptr (LesMatchSet) set = compare (left, right);
  const LesMatch *match;

  assert_sound (set, left, right);
  g_assert_cmpuint (les_match_set_get_n (set), ==, 1);
  match = les_match_set_get (set, 0);
  g_assert_cmpint (match->kind, ==, LES_MATCH_VERBATIM);
  g_assert_true (holds (les_document_get_text (left), match->left, "heraus."));
  g_assert_false (holds (les_document_get_text (left), match->left, "שלום"));
  g_assert_true (les_text_range_equal (match->right, LES_TEXT_RANGE (0, 63)));
}

static char *
repeat (const char *words, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, words);
  return g_string_free (text, FALSE);
}

/* Texts that a quadratic step would not come through. */
static void
test_large (void)
{
  g_autofree char *same = repeat ("wort ", 300000);
  g_autofree char *paragraph = repeat ("eins zwei drei vier fünf sechs sieben ", 30000);
  g_autofree char *stops = repeat ("Rat. ", 60000);
  const char *texts[] = { same, paragraph, stops };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (LesDocument) left = open_words (texts[i]);
        g_autoptr (LesDocument) right = open_words (texts[j]);
        g_autoptr (LesMatchSet) set = compare (left, right);

        assert_sound (set, left, right);
        if (i == j)
          g_assert_cmpint (les_match_set_get_shared_left (set), ==, 1000);
      }
}

#define N_PARAGRAPHS 3000

/* Paragraph @number of a long made-up text; its words are those of no other. */
static void
append_paragraph (GString *text, guint number, gboolean is_changed)
{
  g_string_append_printf (text, "Der Rat%u beriet den Haushalt%u am Abend%u im Saal%u. Ein Antrag%u %s%u kam von der Fraktion%u im Norden.\n\n",
                          number, number * 7, number * 11, number, number, is_changed ? "Mehr" : "Wenig", number, number * 3);
}

static void
assert_same_match (const LesMatch *a, const LesMatch *b)
{
  g_assert_true (les_text_range_equal (a->left, b->left) && les_text_range_equal (a->right, b->right));
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->grade, ==, b->grade);
  g_assert_cmpint (a->score, ==, b->score);
  g_assert_cmpint (a->moved, ==, b->moved);
  g_assert_cmpuint (a->differences->len, ==, b->differences->len);
  g_assert_cmpuint (a->details->len, ==, b->details->len);
  g_assert_cmpstr (a->evidence, ==, b->evidence);
}

/* Texts so long that several processors share the work: nothing depends on who was
 * first. */
static void
test_shared_work (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (LesDocument) left = NULL;
  g_autoptr (LesDocument) right = NULL;
  g_autoptr (LesMatchSet) first = NULL;

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      append_paragraph (before, i, FALSE);
      append_paragraph (after, i * 7 % N_PARAGRAPHS + (i % 10 == 0 ? N_PARAGRAPHS : 0), i % 3 == 0);
    }
  left = open_words (before->str);
  right = open_words (after->str);
  first = compare (left, right);
  assert_sound (first, left, right);
  g_assert_cmpuint (les_match_set_get_n (first), >, N_PARAGRAPHS);
  g_assert_cmpint (les_match_set_get_shared_left (first), >, 850);

  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (LesMatchSet) again = compare (left, right);

      g_assert_cmpuint (les_match_set_get_n (again), ==, les_match_set_get_n (first));
      for (guint i = 0; i < les_match_set_get_n (first); i++)
        assert_same_match (les_match_set_get (first, i), les_match_set_get (again, i));
    }
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);
  return NULL;
}

/* Invented sentences of words that a language with this many would have. */
static char *
invent_text (guint32 seed, guint n_sentences)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_sentences; i++)
    {
      guint n_words = g_rand_int_range (random, 8, 18);

      for (guint w = 0; w < n_words; w++)
        {
          /* Few words are frequent, most are rare. */
          int word = (int) pow (4000, g_rand_double (random));

          g_string_append_printf (text, "%s%c%c%c%c%c", w == 0 ? "" : " ", (w == 0 ? 'B' : 'b') + word % 19,
                                  "aeiou"[word / 19 % 5], 'b' + word / 95 % 19, "aeiou"[word * 7 % 5], 'k' + word * 3 % 9);
        }
      g_string_append (text, i % 5 == 4 ? ".\n\n" : ". ");
    }
  return g_string_free (text, FALSE);
}

/* Among many sentences some are alike by chance; that must not be taken for more. */
static void
test_long_unrelated (void)
{
  g_autofree char *left_text = invent_text (1, 700);
  g_autofree char *right_text = invent_text (2, 700);
  g_autoptr (LesDocument) left = open_words (left_text);
  g_autoptr (LesDocument) right = open_words (right_text);
  g_autoptr (LesMatchSet) set = compare (left, right);
  guint n_probable = 0;

  for (guint i = 0; i < les_match_set_get_n (set); i++)
    {
      g_assert_cmpint (les_match_set_get (set, i)->grade, !=, LES_GRADE_ASSERTED);
      n_probable += les_match_set_get (set, i)->grade == LES_GRADE_PROBABLE;
    }
  g_test_message ("%u probable", n_probable);
  g_assert_cmpuint (n_probable, <=, 40);
}

static void
test_cancel (void)
{
  g_autofree char *words = repeat ("Der Rat der Stadt tagt heute wieder im alten Saal am Fluss. ", 60000);
  g_autoptr (LesDocument) left = open_words (words);
  g_autoptr (LesDocument) right = open_words (words + 8);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread;
  gint64 start;

  g_cancellable_cancel (cancellable);
  g_assert_null (les_compare (left, right, -1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_cancellable_reset (cancellable);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  start = g_get_monotonic_time ();
  g_assert_null (les_compare (left, right, -1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_test_message ("cancelled after %" G_GINT64_FORMAT " us", g_get_monotonic_time () - start);
  g_thread_join (thread);
}

static void
test_counterparts (void)
{
  g_autoptr (LesDocument) left = open_fixture ("ferry-left.txt", "de");
  g_autoptr (LesDocument) right = open_fixture ("ferry-right.txt", "de");
  LesTextRange passage = les_text_find (les_document_get_text (left), "Ausfall der Steuerung", 0);
  g_autoptr (GArray) best = les_compare_find_counterparts (left, passage, right, 3);
  g_autoptr (GArray) none = les_compare_find_counterparts (left, LES_TEXT_RANGE (0, 0), right, 3);
  const LesMatch *match;

  g_assert_cmpuint (best->len, >=, 1);
  g_assert_cmpuint (best->len, <=, 3);
  match = g_array_index (best, LesMatch *, 0);
  g_assert_true (les_text_range_equal (match->left, passage));
  g_assert_true (holds (les_document_get_text (right), match->right, "versagte die Steuerung"));
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_names (void)
{
  g_autoptr (LesDocument) left = open_words ("Der Gesandte Pjotr Uljanow traf am Montag den Minister Karl Weber in Windau.");
  g_autoptr (LesDocument) right = open_words ("Der Gesandte Pyotr Uljanov traf am Dienstag den Minister Kurt Weber in Windau.");
  g_autoptr (LesMatch) match = les_compare_passages (left, les_text_get_range (les_document_get_text (left)),
                                                     right, les_text_get_range (les_document_get_text (right)));

  g_assert_true (has_detail (match, LES_DETAIL_NAME, left, "Uljanow", right, "Uljanov"));
  g_assert_true (has_detail (match, LES_DETAIL_NAME, left, "Karl", right, "Kurt"));
  g_assert_true (has_detail (match, LES_DETAIL_DATE, left, "Montag", right, "Dienstag"));
}

static void
test_marks (void)
{
  g_autoptr (LesDocument) left = open_words ("Der Rat will die Brücke nicht sperren, sagte Weber.");
  g_autoptr (LesDocument) right = open_words ("Der Rat will die Brücke angeblich sperren, sagte Weber.");
  g_autoptr (LesMatch) match = les_compare_passages (left, les_text_get_range (les_document_get_text (left)),
                                                     right, les_text_get_range (les_document_get_text (right)));

  g_assert_true (has_detail (match, LES_DETAIL_NEGATION, left, "nicht", right, ""));
  g_assert_true (has_detail (match, LES_DETAIL_HEDGE, left, "", right, "angeblich"));
}

/* A text and what a plainer one makes of it: in order, one sentence against several. */
static const char retold[] =
  "Die Werft am Nordufer schließt zum Jahresende, weil seit drei Jahren kein Reeder ein neues Schiff bestellt hat.\n"
  "Von den zweihundert Beschäftigten erhalten die meisten eine Abfindung, einige wechseln zur Werft am Südufer.\n"
  "Der Betriebsrat wirft der Leitung vor, den Umbau zur Fertigung von Windrädern verschlafen zu haben.\n"
  "Die Stadt will das Gelände kaufen und darauf Wohnungen, eine Schule und einen Park anlegen.\n"
  "Das alte Trockendock bleibt als Denkmal erhalten und soll ein Museum für Seefahrt aufnehmen.\n"
  "Über den Preis verhandeln beide Seiten seit dem Frühjahr, ein Gutachter nennt vierzig Millionen.\n"
  "Naturschützer verlangen, das Schilf am Ufer zu schonen, in dem Rohrdommeln brüten.\n"
  "Im September entscheidet der Stadtrat über den Plan.";
static const char retelling[] =
  "Eine Werft am Nordufer schließt.\nSeit drei Jahren hat kein Reeder ein Schiff bestellt.\n"
  "Die meisten Beschäftigten bekommen eine Abfindung.\nEinige wechseln zur anderen Werft.\n"
  "Der Betriebsrat sagt: Die Leitung hat den Umbau für Windräder verschlafen.\n"
  "Die Stadt will das Gelände kaufen.\nDort sollen Wohnungen, eine Schule und ein Park entstehen.\n"
  "Das Trockendock bleibt als Denkmal.\nEs wird ein Museum.\n"
  "Beide Seiten verhandeln über den Preis.\nEin Gutachter sagt: vierzig Millionen.\n"
  "Naturschützer wollen das Schilf am Ufer schonen.\n"
  "Der Stadtrat entscheidet im September.";

static void
test_retelling (void)
{
  g_autoptr (LesDocument) left = open_words (retold);
  g_autoptr (LesDocument) right = open_words (retelling);
  g_autoptr (LesMatchSet) set = compare (left, right);
  g_autoptr (LesMatchSet) swapped = compare (right, left);
  const LesMatch *match;

  assert_sound (set, left, right);
  assert_sound (swapped, right, left);
  match = find_match (set, left, "Das alte Trockendock", right, "Das Trockendock");
  g_assert_nonnull (match);
  g_assert_true (holds (les_document_get_text (right), match->right, "Es wird ein Museum."));
  match = find_match (set, left, "Die Werft am Nordufer", right, "kein Reeder");
  g_assert_nonnull (match);
  g_assert_cmpint (les_match_set_get_shared_right (set), >, 900);
  g_assert_nonnull (find_match (swapped, right, "Es wird ein Museum", left, "Das alte Trockendock"));
}

/* Names and offices that any report of the day has are not copied. */
/* A sentence that stands in both texts has a counterpart wherever it is said
 * again. */
static void
test_repeats (void)
{
  g_autoptr (LesDocument) left = open_words ("Die Brücke bleibt gesperrt.\n\nAm Morgen kamen drei Prüfer aus der Hauptstadt an.\n\n"
                                             "Die Brücke bleibt gesperrt.\n\nAm Abend fuhren sie wieder heim.\n\n"
                                             "Die Brücke bleibt gesperrt.\n\nJa, so.\n\nJa, so.");
  g_autoptr (LesDocument) right = open_words ("Niemand weiß, was der Umbau kostet.\n\nDie Brücke bleibt gesperrt.\n\n"
                                              "Ja, so.\n\nJa, so.\n\nIm Rathaus wird seit Wochen gerechnet.");
  g_autoptr (LesMatchSet) set = compare (left, right);
  guint n = 0;

  for (guint i = 0; i < les_match_set_get_n (set); i++)
    {
      const LesMatch *match = les_match_set_get (set, i);

      if (!holds (les_document_get_text (left), match->left, "gesperrt"))
        continue;
      n++;
      g_assert_cmpint (match->kind, ==, LES_MATCH_VERBATIM);
      g_assert_cmpint (match->grade, ==, LES_GRADE_ASSERTED);
      g_assert_true (holds (les_document_get_text (right), match->right, "Die Brücke bleibt gesperrt"));
    }
  g_assert_cmpuint (n, ==, 3);
  g_assert_null (find_match (set, left, "Ja, so", right, "Ja, so"));
}

/* The forms of a strong verb are one word. */
static void
test_verbs (void)
{
  g_autoptr (LesDocument) left = open_words (
    "Der Minister verschwieg den Verlust und trat ab. Das Wetter in den Bergen blieb schön. Auf dem Markt gab es Kirschen. "
    "Ein Chor sang im Dom. Die Schule öffnet wieder nach den Ferien. Am Hafen lag ein Segler aus Norwegen.");
  g_autoptr (LesDocument) right = open_words (
    "Im Tal fuhr seit Montag kein einziger Bus. Verschwiegen hatte den Verlust jener Minister, der nun abtritt. "
    "Das Museum zeigt Bilder aus Papier. Zwei Hunde wurden vermisst. Der Fluss steigt. Ein Bäcker verschenkte Brot.");
  g_autoptr (LesMatchSet) set = compare (left, right);
  const LesMatch *match = find_match (set, left, "verschwieg", right, "Verschwiegen");

  g_assert_nonnull (match);
  g_assert_nonnull (strstr (match->evidence, "abtritt"));
}

static void
test_names_only (void)
{
  g_autoptr (LesDocument) left = open_words ("Am Abend sprach der Gesandte mit US-Präsident Rufus Ellery Thorne über die Ernte.");
  g_autoptr (LesDocument) right = open_words ("Die Börse schloss schwächer. Händler rechnen mit US-Präsident Rufus Ellery Thorne als Gegner der Reform.");
  g_autoptr (LesDocument) copy = open_words ("Gestern sprach der Gesandte mit US-Präsident Rufus Ellery Thorne über die Ernte.");
  g_autoptr (LesMatchSet) set = compare (left, right);
  g_autoptr (LesMatchSet) copied = compare (left, copy);

  for (guint i = 0; i < les_match_set_get_n (set); i++)
    g_assert_cmpint (les_match_set_get (set, i)->grade, !=, LES_GRADE_ASSERTED);
  g_assert_cmpuint (les_match_set_get_n (copied), ==, 1);
  g_assert_cmpint (les_match_set_get (copied, 0)->grade, ==, LES_GRADE_ASSERTED);
}

static LesMatch *
compare_all (LesDocument *left, LesDocument *right)
{
  return les_compare_passages (left, les_text_get_range (les_document_get_text (left)),
                               right, les_text_get_range (les_document_get_text (right)));
}

/* A year is not set against a month, nor what two sentences say of different things. */
/* Two fires in two towns, and a second report of the first. */
#define MILL_FIRE \
  "In der alten Papiermühle am Unteren Werder hat es in der Nacht zum Sonntag gebrannt. Das Dachgeschoss der Mühle stand " \
  "schon in Flammen, als ein Nachtwächter das Feuer bemerkte. Elf Löschzüge pumpten Wasser aus dem Mühlgraben. Die Ursache " \
  "des Feuers ist noch unklar. Die Gemeinde wollte in der Papiermühle ein Museum einrichten, dafür lagen zwei Millionen " \
  "Euro bereit. Menschen wurden nach Angaben der Polizei nicht verletzt."
#define MILL_FIRE_AGAIN \
  "Ein Brand hat die Papiermühle am Unteren Werder schwer beschädigt. Bemerkt hatte ihn ein Nachtwächter, da brannte das " \
  "Dachgeschoss bereits. Das Wasser zum Löschen kam aus dem Mühlgraben. Unklar ist noch die Ursache des Feuers. Aus der Mühle " \
  "sollte ein Museum werden, die Gemeinde hatte dafür zwei Millionen Euro bereitgestellt. Verletzt wurde in der Nacht niemand."
#define BUS_FIRE \
  "Auf der Bergstraße in Hohenried ist gestern ein Linienbus ausgebrannt. Der Fahrer roch Rauch, hielt an der Haltestelle und " \
  "ließ alle Fahrgäste aussteigen. Minuten später schlugen Flammen aus dem Motorraum. Die Feuerursache ist noch unklar. Der " \
  "Hersteller hatte im Frühjahr Fahrzeuge der gleichen Reihe wegen schadhafter Leitungen zurückgerufen. Verletzt wurde " \
  "nach Angaben der Polizei niemand, die Straße blieb bis zum Abend gesperrt."

static void
test_other_event (void)
{
  g_autoptr (LesDocument) mill = open_words (MILL_FIRE);
  g_autoptr (LesDocument) again = open_words (MILL_FIRE_AGAIN);
  g_autoptr (LesDocument) bus = open_words (BUS_FIRE);
  g_autoptr (LesMatchSet) same = compare (mill, again);
  g_autoptr (LesMatchSet) other = compare (mill, bus);
  const LesMatch *cause = find_match (same, mill, "Ursache", again, "Ursache");

  g_assert_nonnull (cause);
  g_assert_cmpint (cause->grade, >=, LES_GRADE_PROBABLE);
  for (guint i = 0; i < les_match_set_get_n (other); i++)
    g_assert_cmpint (les_match_set_get (other, i)->grade, ==, LES_GRADE_POSSIBLE);
}

static guint
count_probable (LesDocument *left, LesDocument *right, int days_apart)
{
  g_autoptr (LesMatchSet) set = les_compare (left, right, days_apart, NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < les_match_set_get_n (set); i++)
    n += les_match_set_get (set, i)->grade >= LES_GRADE_PROBABLE;
  return n;
}

/* The same words a year later are less likely to speak of the same fire. */
static void
test_days_apart (void)
{
  g_autoptr (LesDocument) mill = open_words (MILL_FIRE);
  g_autoptr (LesDocument) again = open_words (MILL_FIRE_AGAIN);

  g_assert_cmpuint (count_probable (mill, again, 1), ==, count_probable (mill, again, -1));
  g_assert_cmpuint (count_probable (mill, again, 14), ==, count_probable (mill, again, -1));
  g_assert_cmpuint (count_probable (mill, again, 365), <, count_probable (mill, again, -1));
}

static void
test_turn_of_phrase (void)
{
  g_autoptr (LesDocument) tram = open_words ("Die Straßenbahn stand drei Stunden im Tunnel. Dabei handelte es sich um einen Stromausfall, teilt "
                                             "der Betreiber mit. Ein Umrichter war ausgefallen, das Ersatzgerät lag noch beim Hersteller. Die "
                                             "Fahrgäste erhalten ihr Geld zurück. Künftig sollen zwei Techniker mitfahren.");
  g_autoptr (LesDocument) nest = open_words ("Spaziergänger haben im Schilf ein Nest entdeckt. Dabei handelte es sich um einen Brutplatz von "
                                             "Kranichen. Vogelkundler sperren den Uferweg bis Juni ab. Wer die Tiere sehen will, kann das von "
                                             "einem Turm am anderen Ufer aus tun. Füchse hält ein Zaun ab.");
  g_autoptr (LesMatchSet) set = compare (tram, nest);

  for (guint i = 0; i < les_match_set_get_n (set); i++)
    g_assert_cmpint (les_match_set_get (set, i)->grade, ==, LES_GRADE_POSSIBLE);
  g_assert_cmpint (les_match_set_get_shared_left (set), ==, 0);
}

static void
test_no_details (void)
{
  static const char *const pairs[][2] = {
    { "Der Verband rechnet für 2013 mit mehr Umsatz im Handel als je zuvor.",
      "Der Verband rechnet im November mit mehr Umsatz im Handel als je zuvor." },
    { "Der Minister will nach der Wahl rasch Gespräche über die Grenze führen.",
      "In der Hauptstadt glaubt man, dass es keine Gespräche geben und der Streit lange dauern wird." },
    { "Der Rat baut die Brücke.", "Der Rat baut die Brücke." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (LesDocument) left = open_words (pairs[i][0]);
      g_autoptr (LesDocument) right = open_words (pairs[i][1]);
      g_autoptr (LesMatch) match = compare_all (left, right);

      g_assert_cmpuint (match->details->len, ==, 0);
    }
}

/* Lists, tables, marks of every kind, two languages, letters from right to left:
 * the middle one is in each text, what is around it is not. */
static void
test_odd_texts (void)
{
  static const char *const around[][2] = {
    { "", "" },
    { "• Punkt eins\n• Punkt zwei\n\n", "\n\n| Jahr | Menge |\n| 2019 | 4,5 t |\n" },
    { "👩‍👩‍👧‍👦 🏳️‍🌈 \n", " 👍🏽" },
    { "Ве́чером дождь. ", " Завтра снег." },
    { "האיש הלך לשוק בבוקר. ", " هطل المطر في المساء." },
    { "The council met at noon and left. ", " Nobody spoke." },
    { "e\xcc\x81 a\xcc\x88\xcc\x84 ", " \xe2\x80\x8f\xe2\x80\x8e" },
    { "\xc2\xa0\xe2\x80\xaf \t ", "\xc2\xad\xe2\x81\xa0" },
    { "«„“»‘’\"'— ", " …!?)]}" },
    { "日本の首相は。", "東京。" },
  };
  const char *middle = "Der Fährmann setzte am Morgen sieben Schafe und einen Hund über den breiten Fluss.";

  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    for (guint j = 0; j < G_N_ELEMENTS (around); j++)
      {
        g_autofree char *a = g_strconcat (around[i][0], middle, around[i][1], NULL);
        g_autofree char *b = g_strconcat (around[j][1], "\n", middle, "\n", around[j][0], NULL);
        g_autoptr (LesDocument) left = open_words (a);
        g_autoptr (LesDocument) right = open_words (b);
        g_autoptr (LesMatchSet) set = compare (left, right);
        const LesMatch *match = find_match (set, left, "sieben Schafe", right, "sieben Schafe");

        assert_sound (set, left, right);
        g_assert_nonnull (match);
        g_assert_cmpint (match->grade, ==, LES_GRADE_ASSERTED);
        g_assert_true (holds (les_document_get_text (left), match->left, "Der Fährmann"));
        g_assert_true (holds (les_document_get_text (right), match->right, "Fluss."));
      }
}

/* One paragraph of a megabyte, edited, against itself. */
static void
test_long_paragraph (void)
{
  GString *a = g_string_new (NULL);
  GString *b = g_string_new (NULL);
  g_autoptr (LesDocument) left = NULL;
  g_autoptr (LesDocument) right = NULL;
  g_autoptr (LesMatchSet) set = NULL;

  for (guint i = 0; a->len < 1000000; i++)
    {
      g_string_append_printf (a, "wort%u und satz%u, dann ", i % 9001, i % 4999);
      g_string_append_printf (b, i % 50 == 0 ? "anders%u; " : "wort%u und satz%u, dann ", i % 9001, i % 4999);
    }
  left = open_words (a->str);
  right = open_words (b->str);
  set = compare (left, right);
  assert_sound (set, left, right);
  g_assert_cmpint (les_match_set_get_shared_left (set), >, 900);
  g_string_free (a, TRUE);
  g_string_free (b, TRUE);
}

static void
test_shares (void)
{
  g_autoptr (LesDocument) left = open_words ("Der Rat sperrt die alte Brücke über den Fluss.\n\nDer Bürgermeister nannte heute keine Frist.");
  g_autoptr (LesDocument) right = open_words ("Der Rat sperrt die kleine Brücke über den Fluss.");
  g_autoptr (LesMatchSet) set = compare (left, right);
  const LesShares *shares = les_match_set_get_shares (set);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  LesShares empty = les_shares_measure (left, right, none);

  g_assert_cmpint (shares->left[LES_SHARE_HEADLINE].own, ==, 0);
  g_assert_cmpint (shares->left[LES_SHARE_LEAD].taken_over, ==, 8);
  g_assert_cmpint (shares->left[LES_SHARE_LEAD].reworded, ==, 1);
  g_assert_cmpint (shares->left[LES_SHARE_BODY].own, ==, 6);
  g_assert_cmpint (les_share_count_get_n_words (&shares->left[LES_SHARE_WHOLE]), ==, 15);
  g_assert_cmpint (shares->right[LES_SHARE_LEAD].taken_over, ==, 0);
  g_assert_cmpint (shares->right[LES_SHARE_BODY].taken_over, ==, 8);
  g_assert_cmpint (les_share_count_get_thousandths (&shares->right[LES_SHARE_WHOLE], 8), ==, 889);
  g_assert_cmpint (empty.left[LES_SHARE_WHOLE].own, ==, 15);
  g_assert_cmpint (empty.right[LES_SHARE_WHOLE].own, ==, 9);
  g_assert_cmpint (les_share_count_get_thousandths (&empty.left[LES_SHARE_HEADLINE], 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/cancel", test_cancel);
  g_test_add_func ("/compare/empty", test_empty);
  g_test_add_func ("/compare/same", test_same);
  g_test_add_func ("/compare/unrelated", test_unrelated);
  g_test_add_func ("/compare/long-unrelated", test_long_unrelated);
  g_test_add_func ("/compare/german", test_german);
  g_test_add_func ("/compare/english", test_english);
  g_test_add_func ("/compare/swapped", test_swapped);
  g_test_add_func ("/compare/odd-characters", test_odd_characters);
  g_test_add_func ("/compare/odd-texts", test_odd_texts);
  g_test_add_func ("/compare/large", test_large);
  g_test_add_func ("/compare/shared-work", test_shared_work);
  g_test_add_func ("/compare/long-paragraph", test_long_paragraph);
  g_test_add_func ("/compare/retelling", test_retelling);
  g_test_add_func ("/compare/repeats", test_repeats);
  g_test_add_func ("/compare/verbs", test_verbs);
  g_test_add_func ("/compare/names-only", test_names_only);
  g_test_add_func ("/compare/other-event", test_other_event);
  g_test_add_func ("/compare/days-apart", test_days_apart);
  g_test_add_func ("/compare/turn-of-phrase", test_turn_of_phrase);
  g_test_add_func ("/compare/no-details", test_no_details);
  g_test_add_func ("/compare/counterparts", test_counterparts);
  g_test_add_func ("/compare/names", test_names);
  g_test_add_func ("/compare/shares", test_shares);
  g_test_add_func ("/compare/marks", test_marks);
  return g_test_run ();
}
