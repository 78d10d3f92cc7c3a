/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-annotation-edits.h"
#include "les-edits.h"
#include "les-history.h"

#define WORDS "The ferry left Norrud at noon. It came back empty, the harbour said. Nobody knows why."

typedef struct
{
  LesProject *project;
  LesHistory *history;
} Fixture;

static void
set_up_words (Fixture *fixture, const char *words)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LesText) text = les_text_new (words, -1);

  fixture->project = les_project_new ();
  fixture->history = les_history_new (fixture->project);
  g_ptr_array_add (articles, les_article_new ("a", text));
  les_history_perform (fixture->history, les_edits_add_articles (fixture->project, articles));
}

static void
set_up (Fixture *fixture, gconstpointer words)
{
  set_up_words (fixture, words != NULL ? words : WORDS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->history);
  g_assert_finalize_object (fixture->project);
}

static char *
mark (Fixture *fixture, LesTextRange range, const char *tag, const char *note)
{
  const char *tags[] = { NULL, NULL };
  g_autofree char *tag_id = NULL;
  char *id;
  LesTag *known = les_project_find_tag (fixture->project, tag, NULL);

  if (known == NULL)
    les_history_perform (fixture->history, les_edits_add_tag (fixture->project, tag, NULL, &tag_id));
  else
    tag_id = g_strdup (les_record_get_id (LES_RECORD (known)));
  tags[0] = tag_id;
  les_history_perform (fixture->history,
                       les_edits_add_annotation (fixture->project, "a", range, tags, note, "A. Reader", &id));
  return id;
}

static LesAnnotation *
get (Fixture *fixture, const char *id)
{
  return les_project_get_annotation (fixture->project, id);
}

static const char *
get_exact (Fixture *fixture, const char *id)
{
  return les_annotation_get (get (fixture, id), LES_ANNOTATION_EXACT);
}

static void
link_to (Fixture *fixture, const char *link_id, const char *relation, const char *from, const char *to)
{
  LesLink *link = les_link_new (link_id, relation, from);
  LesChange *change = les_change_new (LES_CHANGE_ADD_LINK);

  les_link_set (link, LES_LINK_TO, to);
  les_change_put (change, link);
  les_history_perform (fixture->history, change);
}

static LesLink *
get_link (Fixture *fixture, const char *id)
{
  return les_project_lookup (fixture->project, LES_RECORD_LINK, id);
}

static void
test_importance (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = mark (fixture, LES_TEXT_RANGE (0, 9), "ferry", NULL);

  g_assert_cmpuint (les_annotation_get_importance (get (fixture, id)), ==, 0);
  les_history_perform (fixture->history, les_annotation_edits_set_importance (fixture->project, id, 3));
  g_assert_cmpuint (les_annotation_get_importance (get (fixture, id)), ==, 3);
  les_history_perform (fixture->history, les_edits_set_annotation_field (fixture->project, id, LES_ANNOTATION_NOTE, "n"));
  g_assert_cmpuint (les_annotation_get_importance (get (fixture, id)), ==, 3);
  les_history_undo (fixture->history);
  les_history_undo (fixture->history);
  g_assert_cmpuint (les_annotation_get_importance (get (fixture, id)), ==, 0);
  les_history_perform (fixture->history, les_annotation_edits_set_importance (fixture->project, "none", 3));
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = mark (fixture, LES_TEXT_RANGE (0, 68), "ferry", "look up");
  g_autofree char *far = mark (fixture, LES_TEXT_RANGE (69, 75), "ferry", NULL);
  g_autofree char *second = NULL;

  link_to (fixture, "l", "same", id, far);
  les_history_perform (fixture->history, les_annotation_edits_set_importance (fixture->project, id, 2));
  les_history_perform (fixture->history, les_annotation_edits_split (fixture->project, id, 30, &second));
  g_assert_cmpstr (get_exact (fixture, id), ==, "The ferry left Norrud at noon.");
  g_assert_cmpstr (get_exact (fixture, second), ==, "It came back empty, the harbour said.");
  g_assert_cmpstr (les_annotation_get (get (fixture, id), LES_ANNOTATION_NOTE), ==, "look up");
  g_assert_null (les_annotation_get (get (fixture, second), LES_ANNOTATION_NOTE));
  g_assert_cmpstr (les_annotation_get (get (fixture, second), LES_ANNOTATION_AUTHOR), ==, "A. Reader");
  g_assert_cmpuint (les_annotation_get_importance (get (fixture, second)), ==, 2);
  g_assert_cmpstrv (les_annotation_get_tags (get (fixture, id)), les_annotation_get_tags (get (fixture, second)));
  g_assert_cmpstr (les_link_get (get_link (fixture, "l"), LES_LINK_FROM), ==, id);

  g_assert_true (les_history_undo (fixture->history));
  g_assert_null (get (fixture, second));
  g_assert_cmpint (les_annotation_get_range (get (fixture, id)).end, ==, 68);
}

/* Where a half would be empty, or nothing is there. */
static void
test_split_refused (Fixture *fixture, gconstpointer data)
{
  static const int offsets[] = { -1, 0, 1, 4, 5, 9, 10, 100 };
  g_autofree char *id = mark (fixture, LES_TEXT_RANGE (4, 9), "ferry", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autofree char *second = NULL;
      LesChange *change = les_annotation_edits_split (fixture->project, id, offsets[i], &second);

      g_assert_cmpuint (les_change_get_n_edits (change), ==, offsets[i] == 5 ? 2 : 0);
      g_assert_cmpint (second != NULL, ==, offsets[i] == 5);
      les_change_unref (change);
    }
  les_change_unref (les_annotation_edits_split (fixture->project, "none", 5, NULL));
}

static void
test_split_keeps_graphemes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = mark (fixture, LES_TEXT_RANGE (0, 12), "ferry", NULL);
  g_autofree char *second = NULL;

  /* Between e and its accent: the cut goes before the letter. */
  les_history_perform (fixture->history, les_annotation_edits_split (fixture->project, id, 4, &second));
  g_assert_cmpstr (get_exact (fixture, id), ==, "caf");
  g_assert_cmpstr (get_exact (fixture, second), ==, "e\u0301 \U0001F469\u200D\U0001F692 x");
}

static void
test_join (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = mark (fixture, LES_TEXT_RANGE (31, 67), "harbour", "first note");
  g_autofree char *other = mark (fixture, LES_TEXT_RANGE (4, 9), "ferry", "second note");
  g_autofree char *far = mark (fixture, LES_TEXT_RANGE (69, 75), "far", NULL);

  link_to (fixture, "in", "contradicts", far, other);
  link_to (fixture, "out", "same", other, far);
  link_to (fixture, "twice", "same", id, far);
  link_to (fixture, "between", "adds", id, other);
  les_history_perform (fixture->history, les_annotation_edits_set_importance (fixture->project, other, 2));
  les_history_perform (fixture->history, les_annotation_edits_join (fixture->project, id, other));

  g_assert_null (get (fixture, other));
  g_assert_cmpstr (get_exact (fixture, id), ==, "ferry left Norrud at noon. It came back empty, the harbour said");
  g_assert_cmpstr (les_annotation_get (get (fixture, id), LES_ANNOTATION_NOTE), ==, "first note\n\nsecond note");
  g_assert_cmpuint (g_strv_length ((char **) les_annotation_get_tags (get (fixture, id))), ==, 2);
  g_assert_cmpuint (les_annotation_get_importance (get (fixture, id)), ==, 2);
  g_assert_cmpstr (les_link_get (get_link (fixture, "in"), LES_LINK_TO), ==, id);
  g_assert_null (get_link (fixture, "out"));
  g_assert_nonnull (get_link (fixture, "twice"));
  g_assert_null (get_link (fixture, "between"));

  g_assert_true (les_history_undo (fixture->history));
  g_assert_cmpstr (get_exact (fixture, other), ==, "ferry");
  g_assert_cmpstr (les_link_get (get_link (fixture, "out"), LES_LINK_FROM), ==, other);
  g_assert_nonnull (get_link (fixture, "between"));
  g_assert_cmpstr (les_annotation_get (get (fixture, id), LES_ANNOTATION_NOTE), ==, "first note");
}

static void
test_join_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = mark (fixture, LES_TEXT_RANGE (4, 9), "ferry", NULL);
  const char * const others[] = { id, "none", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (LesChange) change = les_annotation_edits_join (fixture->project, id, others[i]);

      g_assert_cmpuint (les_change_get_n_edits (change), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define add(name, words, test) g_test_add (name, Fixture, words, set_up, test, tear_down)
  add ("/annotation-edits/importance", NULL, test_importance);
  add ("/annotation-edits/split", NULL, test_split);
  add ("/annotation-edits/split-refused", NULL, test_split_refused);
  add ("/annotation-edits/split-keeps-graphemes", "cafe\u0301 \U0001F469\u200D\U0001F692 x and more", test_split_keeps_graphemes);
  add ("/annotation-edits/join", NULL, test_join);
  add ("/annotation-edits/join-refused", NULL, test_join_refused);
#undef add
  return g_test_run ();
}
