/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-bounds.h"

#include "annotating-fixture.h"

#define undo(session) les_history_undo (les_session_get_history (session))

static const char *
get_exact (LesSession *session)
{
  return les_annotation_get (les_session_get_annotation (session), LES_ANNOTATION_EXACT);
}

static void
assert_moves (LesSession *session, LesBound bound, LesUnit unit, int step, const char *expected)
{
  gboolean moved = les_bounds_move (session, bound, unit, step, NULL);

  g_assert_cmpint (moved, ==, expected != NULL);
  if (expected != NULL)
    g_assert_cmpstr (get_exact (session), ==, expected);
}

static void
test_characters (void)
{
  LesSession *session = make_session ();

  mark (session, LES_SIDE_LEFT, "on Friday", "");
  assert_moves (session, LES_BOUND_END, LES_UNIT_CHARACTER, -1, "on Frida");
  assert_moves (session, LES_BOUND_END, LES_UNIT_CHARACTER, 1, "on Friday");
  assert_moves (session, LES_BOUND_END, LES_UNIT_CHARACTER, 1, "on Friday,");
  assert_moves (session, LES_BOUND_END, LES_UNIT_CHARACTER, 1, "on Friday, t");     /* a blank is no end */
  assert_moves (session, LES_BOUND_START, LES_UNIT_CHARACTER, 1, "n Friday, t");
  assert_moves (session, LES_BOUND_START, LES_UNIT_CHARACTER, 1, "Friday, t");
  assert_moves (session, LES_BOUND_START, LES_UNIT_CHARACTER, -1, "n Friday, t");
  drop_session (session);
}

static void
test_sentences (void)
{
  LesSession *session = make_session ();

  mark (session, LES_SIDE_LEFT, "Una Falk", "");
  assert_moves (session, LES_BOUND_END, LES_UNIT_SENTENCE, 1, "Una Falk complained.");
  assert_moves (session, LES_BOUND_END, LES_UNIT_SENTENCE, 1, "Una Falk complained. A new lamp costs 30,000 crowns.");
  assert_moves (session, LES_BOUND_END, LES_UNIT_SENTENCE, 1, NULL);
  assert_moves (session, LES_BOUND_END, LES_UNIT_SENTENCE, -1, "Una Falk complained.");
  assert_moves (session, LES_BOUND_START, LES_UNIT_SENTENCE, -1, "\"Nobody told the ships,\" keeper Una Falk complained.");
  assert_moves (session, LES_BOUND_START, LES_UNIT_SENTENCE, 1, NULL);              /* would be empty */
  assert_moves (session, LES_BOUND_START, LES_UNIT_PARAGRAPH, -1,
                "The lighthouse of Gorm stopped working on Friday, the coast guard said. "
                "\"Nobody told the ships,\" keeper Una Falk complained.");
  drop_session (session);
}

/* One visit with the keys is one step, whatever was pressed in it. */
static void
test_one_visit (void)
{
  LesSession *session = make_session ();
  const char *id = mark (session, LES_SIDE_LEFT, "Una Falk", "Person");

  g_assert_true (les_bounds_move (session, LES_BOUND_END, LES_UNIT_WORD, 1, "v"));
  g_assert_true (les_bounds_move (session, LES_BOUND_START, LES_UNIT_SENTENCE, -1, "v"));
  g_assert_true (les_bounds_move (session, LES_BOUND_START, LES_UNIT_CHARACTER, 1, "v"));
  g_assert_true (undo (session));
  g_assert_cmpstr (get_exact (session), ==, "Una Falk");
  assert_tags (session, id, "Person");
  drop_session (session);
}

/* A family and an e with an accent are one character each; the last script runs from right to left. */
static void
test_graphemes (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  LesSession *session = les_session_new (project);
  g_autofree char *id = NULL;

  g_free (add_text (session, "odd", "Odd",
                    "ab cafe\u0301 \U0001F468\u200D\U0001F469\u200D\U0001F467 \u05E9\u05B8\u05DC\u05D5\u05DD yz"));
  les_session_open_article (session, LES_SIDE_LEFT, "odd");
  id = les_annotating_annotate (session, LES_SIDE_LEFT, LES_TEXT_RANGE (0, 2), NULL, NULL);
  les_session_set_annotation_id (session, id);
  g_assert_true (les_bounds_move (session, LES_BOUND_END, LES_UNIT_WORD, 1, NULL));
  g_assert_cmpstr (get_exact (session), ==, "ab cafe\u0301");
  assert_moves (session, LES_BOUND_END, LES_UNIT_CHARACTER, -1, "ab caf");
  assert_moves (session, LES_BOUND_END, LES_UNIT_CHARACTER, 1, "ab cafe\u0301");
  assert_moves (session, LES_BOUND_END, LES_UNIT_CHARACTER, 1,
                "ab cafe\u0301 \U0001F468\u200D\U0001F469\u200D\U0001F467");
  assert_moves (session, LES_BOUND_END, LES_UNIT_CHARACTER, 1,
                "ab cafe\u0301 \U0001F468\u200D\U0001F469\u200D\U0001F467 \u05E9\u05B8");
  assert_moves (session, LES_BOUND_END, LES_UNIT_WORD, 1,
                "ab cafe\u0301 \U0001F468\u200D\U0001F469\u200D\U0001F467 \u05E9\u05B8\u05DC\u05D5\u05DD");
  drop_session (session);
}

static void
test_set (void)
{
  static const LesTextRange nothing[] = { { 5, 5 }, { 28, 30 }, { 9, 2 }, { -9, 0 }, { 5000, 5009 } };
  LesSession *session = make_session ();
  const char *id = mark (session, LES_SIDE_LEFT, "Una Falk", "");
  LesTextRange words = find_words (session, LES_SIDE_LEFT, " keeper Una ");

  g_assert_true (les_bounds_set (session, id, words));
  g_assert_cmpstr (get_exact (session), ==, "keeper Una");
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    g_assert_false (les_bounds_set (session, id, nothing[i]));
  g_assert_false (les_bounds_set (session, "none", words));
  g_assert_cmpstr (get_exact (session), ==, "keeper Una");
  g_assert_true (undo (session));
  g_assert_cmpstr (get_exact (session), ==, "Una Falk");
  drop_session (session);
}

static void
test_split_and_join (void)
{
  LesSession *session = make_session ();
  const char *words = "\"Nobody told the ships,\" keeper Una Falk complained.";
  const char *id = mark (session, LES_SIDE_LEFT, words, "Criticism");
  LesTextRange keeper = find_words (session, LES_SIDE_LEFT, "keeper");
  LesTextRange lamp = find_words (session, LES_SIDE_LEFT, "lamp");

  les_session_set_annotation_id (session, NULL);
  les_session_set_selection (session, LES_SIDE_LEFT, LES_TEXT_RANGE (lamp.start, lamp.start));
  g_assert_false (les_bounds_split (session));
  les_session_set_selection (session, LES_SIDE_LEFT, LES_TEXT_RANGE (keeper.start, keeper.start));
  g_assert_true (les_bounds_split (session));
  g_assert_cmpstr (get_exact (session), ==, "keeper Una Falk complained.");
  g_assert_cmpstr (les_annotation_get (get_annotation (session, id), LES_ANNOTATION_EXACT), ==, "\"Nobody told the ships,\"");
  assert_tags (session, les_session_get_annotation_id (session), "Criticism");
  g_assert_true (les_bounds_join (session));                    /* from the second half */
  g_assert_cmpstr (les_session_get_annotation_id (session), ==, id);
  g_assert_cmpstr (get_exact (session), ==, words);
  g_assert_true (undo (session));

  les_session_set_annotation_id (session, id);
  g_assert_true (les_bounds_join (session));
  g_assert_cmpstr (get_exact (session), ==, words);
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 1);
  g_assert_true (undo (session));
  g_assert_true (undo (session));
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 1);
  g_assert_cmpstr (get_exact (session), ==, words);
  les_session_set_annotation_id (session, NULL);
  g_assert_false (les_bounds_join (session));
  drop_session (session);
}

/* Halves come together, whatever else stands as near; then the nearest, with its tags. */
static void
test_join_neighbour (void)
{
  LesSession *session = make_session ();
  const char *far = mark (session, LES_SIDE_LEFT, "Lighthouse of Gorm", "Place");
  const char *id = mark (session, LES_SIDE_LEFT, "keeper Una Falk", "Source");
  LesTextRange una = find_words (session, LES_SIDE_LEFT, "Una Falk");

  mark (session, LES_SIDE_LEFT, "complained.", "Criticism");
  les_session_set_annotation_id (session, id);
  les_session_set_selection (session, LES_SIDE_LEFT, LES_TEXT_RANGE (una.start, una.start));
  g_assert_true (les_bounds_split (session));
  g_assert_true (les_bounds_join (session));
  g_assert_cmpstr (get_exact (session), ==, "keeper Una Falk");
  g_assert_true (les_bounds_join (session));
  g_assert_cmpstr (get_exact (session), ==, "keeper Una Falk complained.");
  assert_tags (session, id, "Source, Criticism");
  g_assert_true (les_bounds_join (session));
  g_assert_cmpstr (les_session_get_annotation_id (session), ==, far);
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 1);
  g_assert_false (les_bounds_join (session));                   /* nothing is left to join with */
  drop_session (session);
}

/* Of two around the cursor the current one is cut, and without a current one the shorter. */
static void
test_split_overlapping (void)
{
  LesSession *session = make_session ();
  const char *outer = mark (session, LES_SIDE_LEFT, "keeper Una Falk complained", "");
  const char *inner = mark (session, LES_SIDE_LEFT, "Una Falk", "");
  LesTextRange falk = find_words (session, LES_SIDE_LEFT, "Falk");

  les_session_set_selection (session, LES_SIDE_LEFT, LES_TEXT_RANGE (falk.start, falk.start));
  les_session_set_annotation_id (session, outer);
  g_assert_true (les_bounds_split (session));
  g_assert_cmpstr (les_annotation_get (get_annotation (session, inner), LES_ANNOTATION_EXACT), ==, "Una Falk");
  g_assert_true (undo (session));
  les_session_set_annotation_id (session, NULL);
  g_assert_true (les_bounds_split (session));
  g_assert_cmpstr (les_annotation_get (get_annotation (session, inner), LES_ANNOTATION_EXACT), ==, "Una");
  drop_session (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bounds/characters", test_characters);
  g_test_add_func ("/bounds/sentences", test_sentences);
  g_test_add_func ("/bounds/one-visit", test_one_visit);
  g_test_add_func ("/bounds/graphemes", test_graphemes);
  g_test_add_func ("/bounds/set", test_set);
  g_test_add_func ("/bounds/split-and-join", test_split_and_join);
  g_test_add_func ("/bounds/join-neighbour", test_join_neighbour);
  g_test_add_func ("/bounds/split-overlapping", test_split_overlapping);
  return g_test_run ();
}
