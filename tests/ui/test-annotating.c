/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-annotating.h"
#include "les-bounds.h"
#include "les-codebook-edits.h"
#include "les-words.h"

#include "annotating-fixture.h"

#define undo(session) les_history_undo (les_session_get_history (session))

static void
test_trim (void)
{
  static const struct
  {
    const char *text;
    LesTextRange range;
    LesTextRange expected;
  } cases[] = {
    { "one two", { 0, 3 }, { 0, 3 } },
    { "one two", { 3, 4 }, { -1, -1 } },          /* a blank only */
    { "one two", { 2, 2 }, { -1, -1 } },          /* nothing */
    { "one two", { -5, 50 }, { 0, 7 } },
    { "one two", { 40, 50 }, { -1, -1 } },
    { " \n one \t two \n", { 0, 14 }, { 3, 12 } },
    { "one\n\ntwo", { 0, 8 }, { 0, 8 } },         /* across blocks */
    { "cafe\xCC\x81 noir", { 0, 4 }, { 0, 5 } },  /* inside a combining sequence */
    { "a \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x92 b", { 2, 3 }, { 2, 5 } },
    { "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D ab", { 0, 5 }, { 0, 4 } },
    { "", { 0, 3 }, { -1, -1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LesText) text = les_text_new (cases[i].text, -1);
      LesTextRange range = les_words_trim (text, cases[i].range);

      g_test_message ("case %u", i);
      if (cases[i].expected.start < 0)
        g_assert_true (les_text_range_is_empty (range));
      else
        {
          g_assert_cmpint (range.start, ==, cases[i].expected.start);
          g_assert_cmpint (range.end, ==, cases[i].expected.end);
        }
    }
}

static void
test_nothing_to_mark (void)
{
  LesSession *session = make_session ();

  g_assert_null (les_annotating_annotate (session, LES_SIDE_LEFT, LES_TEXT_RANGE (28, 30), NULL, "note"));
  g_assert_null (les_annotating_annotate_named (session, LES_SIDE_LEFT, LES_TEXT_RANGE (5, 5), "new", NULL));
  g_assert_cmpuint (count_records (session, LES_RECORD_TAG), ==, 0);
  les_session_open_pair (session, "left", NULL);
  g_assert_null (les_annotating_annotate_named (session, LES_SIDE_RIGHT, LES_TEXT_RANGE (0, 5), "new", NULL));
  g_assert_false (les_annotating_repeat_tags (session));
  g_assert_false (les_annotating_tag_recent (session, 1));
  g_assert_false (les_annotating_tag_recent (session, 0));
  g_assert_false (les_bounds_move (session, LES_BOUND_END, LES_UNIT_WORD, 1, NULL));
  g_assert_false (les_bounds_take_selection (session));
  g_assert_false (les_annotating_delete (session, NULL));
  g_assert_false (les_annotating_delete (session, "no-such-id"));
  g_assert_false (les_annotating_step (session, 1));
  g_assert_false (les_annotating_step_round (session, 1));
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 0);
  drop_session (session);
}

static void
test_one_step (void)
{
  LesSession *session = make_session ();
  const char *id = mark (session, LES_SIDE_LEFT, " keeper Una Falk ", "Person, Source");

  assert_tags (session, id, "Person, Source");
  g_assert_cmpstr (les_annotation_get (get_annotation (session, id), LES_ANNOTATION_EXACT), ==, "keeper Una Falk");
  g_assert_cmpstr (les_session_get_annotation_id (session), ==, id);
  g_assert_true (undo (session));
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 0);
  g_assert_cmpuint (count_records (session, LES_RECORD_TAG), ==, 0);
  g_assert_true (les_history_redo (les_session_get_history (session)));
  g_assert_cmpuint (count_records (session, LES_RECORD_TAG), ==, 2);
  drop_session (session);
}

static void
test_tag_names (void)
{
  g_autofree char *long_name = g_strnfill (5000, 'x');
  const struct
  {
    const char *names;
    guint n_tags;
  } cases[] = {
    { "", 0 },
    { " , ,\n", 0 },
    { "Alpha", 1 },
    { "alpha, ALPHA , Alpha", 1 },
    { "Caf\xC3\xA9, cafe\xCC\x81", 1 },
    { "a & b, <b>c</b>, \"d\"", 3 },
    { "line\nbreak, line break", 1 },
    { long_name, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LesSession *session = make_session ();
      g_auto (GStrv) first = les_annotating_resolve_tags (session, cases[i].names);
      g_auto (GStrv) again = les_annotating_resolve_tags (session, cases[i].names);

      g_test_message ("case %u", i);
      g_assert_cmpuint (g_strv_length (first), ==, cases[i].n_tags);
      g_assert_cmpuint (count_records (session, LES_RECORD_TAG), ==, cases[i].n_tags);
      g_assert_cmpstrv (first, again);
      drop_session (session);
    }
}

static void
test_no_twins (void)
{
  LesSession *session = make_session ();
  const char *id = mark (session, LES_SIDE_LEFT, "the coast guard said", "Source");

  g_assert_cmpstr (mark (session, LES_SIDE_LEFT, " the coast guard said", "Fact, source"), ==, id);
  assert_tags (session, id, "Source, Fact");
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 1);
  drop_session (session);
}

static void
test_selection_and_recent (void)
{
  LesSession *session = make_session ();
  const char *first = mark (session, LES_SIDE_LEFT, "Una Falk", "Person, Keeper");
  g_autofree char *second = NULL;

  les_session_set_active_side (session, LES_SIDE_RIGHT);
  les_session_set_selection (session, LES_SIDE_RIGHT, find_words (session, LES_SIDE_RIGHT, "no ship was warned"));
  g_assert_true (les_annotating_repeat_tags (session));
  second = g_strdup (les_session_get_annotation_id (session));
  g_assert_cmpstr (first, !=, second);
  assert_tags (session, second, "Person, Keeper");

  les_session_set_selection (session, LES_SIDE_RIGHT, LES_TEXT_RANGE (0, 0));
  g_free (les_annotating_find_tag (session, "Third"));
  g_assert_false (les_annotating_tag_recent (session, 3));
  les_session_set_annotation_id (session, first);
  mark (session, LES_SIDE_RIGHT, "On Friday", "Date");
  les_session_set_annotation_id (session, second);
  g_assert_true (les_annotating_tag_recent (session, 1));
  assert_tags (session, second, "Person, Keeper, Date");
  drop_session (session);
}

static void
test_recent_survives_deletion (void)
{
  LesSession *session = make_session ();
  const char *id = mark (session, LES_SIDE_LEFT, "Una Falk", "Person");
  g_autofree char *tag = les_annotating_find_tag (session, "Person");

  les_session_perform (session, les_codebook_remove_tags (les_session_get_project (session),
                                                          (const char * const[]) { tag, NULL }, FALSE));
  g_assert_false (les_annotating_tag_recent (session, 1));
  g_assert_false (les_annotating_repeat_tags (session));
  assert_tags (session, id, "");
  drop_session (session);
}

static void
test_fields (void)
{
  LesSession *session = make_session ();
  const char *id = mark (session, LES_SIDE_LEFT, "Una Falk", "");

  g_assert_true (les_annotating_set_field (session, id, LES_ANNOTATION_NOTE, "first\nsecond \n"));
  g_assert_cmpstr (les_annotation_get (get_annotation (session, id), LES_ANNOTATION_NOTE), ==, "first\nsecond");
  g_assert_false (les_annotating_set_field (session, id, LES_ANNOTATION_NOTE, "first\nsecond"));
  g_assert_true (les_annotating_set_field (session, id, LES_ANNOTATION_NOTE, "  "));
  g_assert_null (les_annotation_get (get_annotation (session, id), LES_ANNOTATION_NOTE));
  g_assert_true (undo (session));
  g_assert_cmpstr (les_annotation_get (get_annotation (session, id), LES_ANNOTATION_NOTE), ==, "first\nsecond");
  g_assert_false (les_annotating_set_field (session, "no-such-id", LES_ANNOTATION_NOTE, "x"));
  drop_session (session);
}

static void
assert_words (LesSession *session, const char *id, const char *expected)
{
  g_assert_cmpstr (les_annotation_get (get_annotation (session, id), LES_ANNOTATION_EXACT), ==, expected);
}

static void
test_bounds (void)
{
  LesSession *session = make_session ();
  const char *id = mark (session, LES_SIDE_LEFT, "Una Falk", "Person");

  g_assert_true (les_bounds_move (session, LES_BOUND_START, LES_UNIT_WORD, -1, NULL));
  assert_words (session, id, "keeper Una Falk");
  g_assert_true (les_bounds_move (session, LES_BOUND_END, LES_UNIT_WORD, 1, NULL));
  assert_words (session, id, "keeper Una Falk complained");
  g_assert_true (les_bounds_move (session, LES_BOUND_START, LES_UNIT_WORD, 1, NULL));
  g_assert_true (les_bounds_move (session, LES_BOUND_START, LES_UNIT_WORD, 1, NULL));
  g_assert_true (les_bounds_move (session, LES_BOUND_END, LES_UNIT_WORD, -1, NULL));
  assert_words (session, id, "Falk");
  g_assert_false (les_bounds_move (session, LES_BOUND_START, LES_UNIT_WORD, 1, NULL));
  g_assert_false (les_bounds_move (session, LES_BOUND_END, LES_UNIT_WORD, -1, NULL));
  assert_words (session, id, "Falk");
  assert_tags (session, id, "Person");

  les_session_set_selection (session, LES_SIDE_LEFT, find_words (session, LES_SIDE_LEFT, " on Friday,"));
  g_assert_true (les_bounds_take_selection (session));
  assert_words (session, id, "on Friday,");
  g_assert_true (les_bounds_move (session, LES_BOUND_END, LES_UNIT_WORD, -1, NULL));
  assert_words (session, id, "on");
  g_assert_true (undo (session));
  g_assert_true (undo (session));
  assert_words (session, id, "Falk");
  drop_session (session);
}

static void
test_bounds_at_the_ends (void)
{
  LesSession *session = make_session ();
  const char *id = mark (session, LES_SIDE_LEFT, "Lighthouse", "");

  g_assert_false (les_bounds_move (session, LES_BOUND_START, LES_UNIT_WORD, -1, NULL));
  id = mark (session, LES_SIDE_LEFT, "30,000 crowns", "");
  g_assert_true (les_bounds_move (session, LES_BOUND_END, LES_UNIT_WORD, 1, NULL));
  assert_words (session, id, "30,000 crowns.");
  g_assert_false (les_bounds_move (session, LES_BOUND_END, LES_UNIT_WORD, 1, NULL));
  g_assert_true (les_bounds_move (session, LES_BOUND_END, LES_UNIT_WORD, -1, NULL));
  assert_words (session, id, "30,000");
  drop_session (session);
}

static void
test_step (void)
{
  LesSession *session = make_session ();
  const char *right = mark (session, LES_SIDE_RIGHT, "On Friday", "");
  const char *second = mark (session, LES_SIDE_LEFT, "Una Falk", "");
  const char *first = mark (session, LES_SIDE_LEFT, "Lighthouse", "");

  g_assert_false (les_annotating_step (session, -1));
  g_assert_true (les_annotating_step (session, 1));
  g_assert_cmpstr (les_session_get_annotation_id (session), ==, second);
  g_assert_true (les_annotating_step (session, 1));
  g_assert_cmpstr (les_session_get_annotation_id (session), ==, right);
  g_assert_false (les_annotating_step (session, 1));
  g_assert_true (les_annotating_step_round (session, 1));
  g_assert_cmpstr (les_session_get_annotation_id (session), ==, first);
  g_assert_true (les_annotating_step_round (session, -1));
  g_assert_cmpstr (les_session_get_annotation_id (session), ==, right);

  les_session_set_annotation_id (session, NULL);
  les_session_set_selection (session, LES_SIDE_LEFT, LES_TEXT_RANGE (20, 20));
  g_assert_true (les_annotating_step (session, 1));
  g_assert_cmpstr (les_session_get_annotation_id (session), ==, second);
  les_session_set_annotation_id (session, NULL);
  g_assert_true (les_annotating_step (session, -1));
  g_assert_cmpstr (les_session_get_annotation_id (session), ==, first);
  drop_session (session);
}

static void
test_pick (void)
{
  LesSession *session = make_session ();
  LesTextRange falk = find_words (session, LES_SIDE_LEFT, "Falk");
  const char *outer = mark (session, LES_SIDE_LEFT, "\"Nobody told the ships,\" keeper Una Falk complained.", "");
  const char *inner = mark (session, LES_SIDE_LEFT, "Falk", "");
  const char *middle = mark (session, LES_SIDE_LEFT, "keeper Una Falk", "");
  const char *order[] = { inner, middle, outer, inner };

  les_session_set_annotation_id (session, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_true (les_annotating_pick_at (session, LES_SIDE_LEFT, falk.start + 1));
      g_assert_cmpstr (les_session_get_annotation_id (session), ==, order[i]);
    }
  g_assert_false (les_annotating_pick_at (session, LES_SIDE_LEFT, 0));
  g_assert_false (les_annotating_pick_at (session, LES_SIDE_RIGHT, falk.start));
  drop_session (session);
}

static void
test_delete (void)
{
  LesSession *session = make_session ();
  const char *first = mark (session, LES_SIDE_LEFT, "Lighthouse", "");
  const char *second = mark (session, LES_SIDE_LEFT, "Una Falk", "");
  g_autofree char *kept = g_strdup (first);

  les_session_set_annotation_id (session, first);
  g_assert_true (les_annotating_delete (session, first));
  g_assert_cmpstr (les_session_get_annotation_id (session), ==, second);
  g_assert_true (les_annotating_delete (session, les_session_get_annotation_id (session)));
  g_assert_null (les_session_get_annotation_id (session));
  g_assert_true (undo (session));
  g_assert_true (undo (session));
  g_assert_nonnull (get_annotation (session, kept));
  drop_session (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/annotating/trim", test_trim);
  g_test_add_func ("/annotating/nothing-to-mark", test_nothing_to_mark);
  g_test_add_func ("/annotating/one-step", test_one_step);
  g_test_add_func ("/annotating/tag-names", test_tag_names);
  g_test_add_func ("/annotating/no-twins", test_no_twins);
  g_test_add_func ("/annotating/selection-and-recent", test_selection_and_recent);
  g_test_add_func ("/annotating/recent-survives-deletion", test_recent_survives_deletion);
  g_test_add_func ("/annotating/fields", test_fields);
  g_test_add_func ("/annotating/bounds", test_bounds);
  g_test_add_func ("/annotating/bounds-at-the-ends", test_bounds_at_the_ends);
  g_test_add_func ("/annotating/step", test_step);
  g_test_add_func ("/annotating/pick", test_pick);
  g_test_add_func ("/annotating/delete", test_delete);
  return g_test_run ();
}
