/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-active-tag.h"
#include "les-codebook-edits.h"
#include "les-selecting.h"

#include "annotating-fixture.h"

#define undo(session) les_history_undo (les_session_get_history (session))

static LesDocument *
get_document (LesSession *session)
{
  return les_article_get_document (les_session_get_article (session, LES_SIDE_LEFT));
}

static LesTextRange
take (LesSession *session, LesTextRange from, LesUnit unit, int step, const char *expected)
{
  LesTextRange range = les_selecting_take (get_document (session), from, unit, step);
  g_autofree char *words = les_text_dup_range (les_document_get_text (get_document (session)), range);

  g_assert_cmpstr (words, ==, expected);
  return range;
}

static void
test_units (void)
{
  LesSession *session = make_session ();
  LesTextRange una = find_words (session, LES_SIDE_LEFT, "Una");
  LesTextRange cursor = LES_TEXT_RANGE (una.start + 1, una.start + 1);
  LesTextRange range;

  range = take (session, cursor, LES_UNIT_WORD, 1, "Una");
  range = take (session, range, LES_UNIT_WORD, 1, "Una Falk");
  range = take (session, range, LES_UNIT_WORD, -1, "keeper Una Falk");
  range = take (session, range, LES_UNIT_SENTENCE, 1, "\"Nobody told the ships,\" keeper Una Falk complained.");
  range = take (session, range, LES_UNIT_SENTENCE, 1,
                "\"Nobody told the ships,\" keeper Una Falk complained. A new lamp costs 30,000 crowns.");
  take (session, range, LES_UNIT_SENTENCE, 1,           /* nothing more */
        "\"Nobody told the ships,\" keeper Una Falk complained. A new lamp costs 30,000 crowns.");
  range = take (session, cursor, LES_UNIT_PARAGRAPH, 1,
                "The lighthouse of Gorm stopped working on Friday, the coast guard said. "
                "\"Nobody told the ships,\" keeper Una Falk complained. A new lamp costs 30,000 crowns.");
  take (session, range, LES_UNIT_PARAGRAPH, -1,
        "Lighthouse of Gorm goes dark\n\n"
        "The lighthouse of Gorm stopped working on Friday, the coast guard said. "
        "\"Nobody told the ships,\" keeper Una Falk complained. A new lamp costs 30,000 crowns.");
  drop_session (session);
}

/* Across sentences: all that it touches. */
static void
test_across (void)
{
  LesSession *session = make_session ();
  LesTextRange said = find_words (session, LES_SIDE_LEFT, "said. \"Nobody");

  take (session, said, LES_UNIT_SENTENCE, 1,
        "The lighthouse of Gorm stopped working on Friday, the coast guard said. "
        "\"Nobody told the ships,\" keeper Una Falk complained.");
  take (session, LES_TEXT_RANGE (0, 0), LES_UNIT_SENTENCE, -1, "Lighthouse of Gorm goes dark");
  take (session, LES_TEXT_RANGE (28, 30), LES_UNIT_SENTENCE, 1,
        "The lighthouse of Gorm stopped working on Friday, the coast guard said.");
  take (session, LES_TEXT_RANGE (-5, -5), LES_UNIT_WORD, 1, "Lighthouse");
  drop_session (session);
}

static void
test_odd_texts (void)
{
  static const char * const texts[] = {
    "", " ", "\n\n", "...", "\u0301", "\U0001F469\u200D\U0001F692", "\u05E9\u05DC\u05D5\u05DD. \u05D8\u05D5\u05D1.",
    "x", "\t x \t", "\u4F60\u597D\u3002\u518D\u89C1\u3002",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LesText) text = les_text_new (texts[i], -1);
      g_autoptr (LesArticle) article = les_article_new (NULL, text);
      int n_chars = les_text_get_n_chars (text);

      for (int unit = LES_UNIT_WORD; unit <= LES_UNIT_PARAGRAPH; unit++)
        for (int start = -1; start <= n_chars + 1; start++)
          for (int end = start; end <= n_chars + 1; end++)
            for (int step = -1; step <= 1; step += 2)
              {
                LesTextRange range = les_selecting_take (les_article_get_document (article), LES_TEXT_RANGE (start, end),
                                                         unit, step);

                g_assert_cmpint (range.start, >=, 0);
                g_assert_cmpint (range.end, >=, range.start);
                g_assert_cmpint (range.end, <=, n_chars);
              }
    }
}

static void
select_words (LesSession *session, const char *words)
{
  les_session_set_selection (session, LES_SIDE_LEFT, find_words (session, LES_SIDE_LEFT, words));
}

static void
test_active_tag (void)
{
  LesSession *session = make_session ();
  g_autofree char *tag = les_annotating_find_tag (session, "Source");

  select_words (session, "Una Falk");
  g_assert_false (les_active_tag_apply (session, FALSE));
  les_session_set_active_tag (session, "no such tag");
  g_assert_null (les_session_get_active_tag (session));
  les_session_set_active_tag (session, tag);
  g_assert_true (les_active_tag_apply (session, FALSE));
  assert_tags (session, les_session_get_annotation_id (session), "Source");
  select_words (session, " coast guard ");
  g_assert_true (les_active_tag_apply (session, FALSE));
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 2);
  les_session_set_selection (session, LES_SIDE_LEFT, LES_TEXT_RANGE (28, 30));     /* blanks */
  g_assert_false (les_active_tag_apply (session, FALSE));
  les_session_set_selection (session, LES_SIDE_LEFT, LES_TEXT_RANGE (7, 7));
  g_assert_false (les_active_tag_apply (session, FALSE));
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 2);
  drop_session (session);
}

/* What the keys make of a selection is one annotation and one step. */
static void
test_active_tag_grows (void)
{
  LesSession *session = make_session ();
  g_autofree char *tag = les_annotating_find_tag (session, "Source");

  les_session_set_active_tag (session, tag);
  select_words (session, "Una");
  g_assert_true (les_active_tag_apply (session, TRUE));
  select_words (session, "Una Falk");
  g_assert_true (les_active_tag_apply (session, TRUE));
  select_words (session, "keeper Una Falk");
  g_assert_true (les_active_tag_apply (session, TRUE));
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 1);
  g_assert_cmpstr (les_annotation_get (les_session_get_annotation (session), LES_ANNOTATION_EXACT), ==, "keeper Una Falk");
  select_words (session, "coast guard");
  g_assert_true (les_active_tag_apply (session, TRUE));
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 2);
  g_assert_true (undo (session));
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 1);
  g_assert_true (undo (session));
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 0);

  /* Undone: the same selection is a new annotation. */
  select_words (session, "keeper Una Falk complained");
  g_assert_true (les_active_tag_apply (session, TRUE));
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 1);
  drop_session (session);
}

/* The mouse makes a new one, also where the last one began. */
static void
test_active_tag_overlaps (void)
{
  LesSession *session = make_session ();
  g_autofree char *tag = les_annotating_find_tag (session, "Source");

  les_session_set_active_tag (session, tag);
  select_words (session, "Una");
  g_assert_true (les_active_tag_apply (session, FALSE));
  select_words (session, "Una Falk");
  g_assert_true (les_active_tag_apply (session, FALSE));
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 2);
  select_words (session, "Una");
  g_assert_true (les_active_tag_apply (session, FALSE));        /* has it already */
  g_assert_cmpuint (count_records (session, LES_RECORD_ANNOTATION), ==, 2);
  drop_session (session);
}

static void
test_active_tag_goes (void)
{
  LesSession *session = make_session ();
  g_autofree char *tag = les_annotating_find_tag (session, "Source");

  les_session_set_active_tag (session, tag);
  les_session_perform (session, les_codebook_remove_tags (les_session_get_project (session),
                                                          (const char * const[]) { tag, NULL }, FALSE));
  g_assert_null (les_session_get_active_tag (session));
  g_assert_true (undo (session));
  g_assert_null (les_session_get_active_tag (session));
  drop_session (session);
}

/* In a project that is opened again the digits give what was given last. */
static void
test_recent_tags_are_recalled (void)
{
  LesSession *session = make_session ();
  LesSession *later;
  LesProject *project = g_object_ref (les_session_get_project (session));
  const char *id = mark (session, LES_SIDE_LEFT, "Una Falk", "Person");
  LesAnnotation *old = les_record_copy (get_annotation (session, id));
  LesChange *change = les_change_new (LES_CHANGE_OTHER);

  les_annotation_set (old, LES_ANNOTATION_MODIFIED, "2001-01-01T00:00:00Z");
  les_change_put (change, old);
  les_session_perform (session, change);
  mark (session, LES_SIDE_LEFT, "coast guard", "Office");
  later = les_session_new (project);
  g_assert_cmpuint (g_strv_length ((char **) les_session_get_recent_tags (later)), ==, 2);
  g_assert_cmpstr (les_tag_get (les_project_get_tag (project, les_session_get_recent_tags (later)[0]), LES_TAG_NAME), ==,
                   "Office");
  g_object_unref (later);
  drop_session (session);
  g_assert_finalize_object (project);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/selecting/units", test_units);
  g_test_add_func ("/selecting/across", test_across);
  g_test_add_func ("/selecting/odd-texts", test_odd_texts);
  g_test_add_func ("/selecting/active-tag", test_active_tag);
  g_test_add_func ("/selecting/active-tag-grows", test_active_tag_grows);
  g_test_add_func ("/selecting/active-tag-overlaps", test_active_tag_overlaps);
  g_test_add_func ("/selecting/active-tag-goes", test_active_tag_goes);
  g_test_add_func ("/selecting/recent-tags-are-recalled", test_recent_tags_are_recalled);
  return g_test_run ();
}
