/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-edits.h"
#include "les-linking.h"

/* An invented event as two desks reported it. */
#define LEFT "Der Deich hält. Das sagt der Deichgraf. Niemand wurde verletzt."
#define RIGHT "Nach Angaben des Deichgrafen hält der Deich.  Zwei Helfer wurden verletzt."

typedef struct
{
  LesSession *session;
  LesProject *project;
  LesLinking *linking;
} Fixture;

static void
add_article (LesSession *session, const char *id, const char *words)
{
  g_autoptr (LesText) text = les_text_new (words, -1);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (articles, les_article_new (id, text));
  les_session_perform (session, les_edits_add_articles (les_session_get_project (session), articles));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesProject) project = les_project_new ();

  fixture->session = les_session_new (project);
  fixture->project = project;
  add_article (fixture->session, "left", LEFT);
  add_article (fixture->session, "right", RIGHT);
  les_session_open_pair (fixture->session, "left", "right");
  fixture->linking = les_linking_of (fixture->session);
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer alive = fixture->session;
  guint tick = g_timeout_add (10, tick_cb, NULL);

  g_object_add_weak_pointer (alive, &alive);
  g_object_unref (fixture->session);
  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
}

static guint
count (Fixture *fixture, LesRecordKind kind)
{
  return les_project_get_n_records (fixture->project, kind);
}

static LesTextRange
find (Fixture *fixture, LesSide side, const char *words)
{
  LesTextRange range = les_text_find (les_article_get_text (les_session_get_article (fixture->session, side)), words, 0);

  g_assert_cmpint (range.start, >=, 0);
  return range;
}

static void
select_words (Fixture *fixture, LesSide side, const char *words)
{
  les_session_set_active_side (fixture->session, side);
  les_session_set_selection (fixture->session, side, find (fixture, side, words));
}

static char *
annotate (Fixture *fixture, LesSide side, const char *words)
{
  char *id = NULL;

  les_session_perform (fixture->session,
                       les_edits_add_annotation (fixture->project, les_session_get_article_id (fixture->session, side),
                                                 find (fixture, side, words), NULL, NULL, NULL, &id));
  return id;
}

static void
undo (Fixture *fixture)
{
  g_assert_true (les_history_undo (les_session_get_history (fixture->session)));
}

static LesLink *
get_link (Fixture *fixture, const char *id)
{
  LesLink *link = les_project_lookup (fixture->project, LES_RECORD_LINK, id);

  g_assert_nonnull (link);
  return link;
}

/* Two selections, a link between them: marks and link are one step. */
static void
test_two_selections (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *words = NULL;

  g_assert_false (les_linking_start (fixture->linking));
  select_words (fixture, LES_SIDE_LEFT, "Der Deich hält. ");
  g_assert_true (les_linking_start (fixture->linking));
  words = les_linking_dup_start_words (fixture->linking);
  g_assert_cmpstr (words, ==, "Der Deich hält.");
  g_assert_null (les_linking_finish (fixture->linking, LES_RELATION_SAME));
  g_assert_true (les_linking_get_pending (fixture->linking));

  select_words (fixture, LES_SIDE_RIGHT, " hält der Deich. ");
  id = les_linking_finish (fixture->linking, LES_RELATION_SAME);
  g_assert_false (les_linking_get_pending (fixture->linking));
  g_assert_cmpstr (les_linking_get_current_id (fixture->linking), ==, id);
  g_assert_cmpuint (count (fixture, LES_RECORD_ANNOTATION), ==, 2);
  g_assert_cmpint (les_history_get_undo_topic (les_session_get_history (fixture->session)), ==, LES_CHANGE_ADD_LINK);
  {
    LesAnnotation *to = les_project_get_annotation (fixture->project,
                                                    les_link_get (get_link (fixture, id), LES_LINK_TO));

    g_assert_cmpstr (les_annotation_get (to, LES_ANNOTATION_EXACT), ==, "hält der Deich.");
    g_assert_null (les_annotation_get_tags (to)[0]);
  }

  undo (fixture);
  g_assert_cmpuint (count (fixture, LES_RECORD_LINK), ==, 0);
  g_assert_cmpuint (count (fixture, LES_RECORD_ANNOTATION), ==, 0);
  g_assert_null (les_linking_get_current_id (fixture->linking));
}

/* Annotations that are there are taken, and a link is not made twice. */
static void
test_reuse (Fixture *fixture, gconstpointer data)
{
  g_autofree char *left = annotate (fixture, LES_SIDE_LEFT, "Der Deich hält.");
  g_autofree char *right = annotate (fixture, LES_SIDE_RIGHT, "hält der Deich.");
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;

  les_session_set_annotation_id (fixture->session, left);
  g_assert_true (les_linking_start (fixture->linking));
  /* Nothing else was turned to since. */
  g_assert_null (les_linking_finish (fixture->linking, LES_RELATION_SAME));
  les_session_set_annotation_id (fixture->session, right);
  first = les_linking_finish (fixture->linking, LES_RELATION_CONTRADICTS);
  g_assert_cmpuint (count (fixture, LES_RECORD_ANNOTATION), ==, 2);
  g_assert_cmpstr (les_link_get (get_link (fixture, first), LES_LINK_FROM), ==, left);
  g_assert_cmpstr (les_link_get (get_link (fixture, first), LES_LINK_TO), ==, right);

  g_assert_true (les_linking_start (fixture->linking));
  les_session_set_annotation_id (fixture->session, left);
  again = les_linking_finish (fixture->linking, LES_RELATION_CONTRADICTS);
  g_assert_cmpstr (again, ==, first);
  g_assert_cmpuint (count (fixture, LES_RECORD_LINK), ==, 1);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *other = NULL;

  g_assert_false (les_linking_can_miss (fixture->linking));
  select_words (fixture, LES_SIDE_RIGHT, "Zwei Helfer wurden verletzt.");
  g_assert_true (les_linking_can_miss (fixture->linking));
  id = les_linking_link_missing (fixture->linking);
  g_assert_cmpstr (les_link_get (get_link (fixture, id), LES_LINK_RELATION), ==, LES_RELATION_MISSING);
  g_assert_cmpstr (les_link_get (get_link (fixture, id), LES_LINK_MISSING_IN), ==, "left");
  g_assert_null (les_link_get (get_link (fixture, id), LES_LINK_TO));
  other = les_linking_link_missing (fixture->linking);
  g_assert_cmpstr (other, ==, id);
  undo (fixture);
  g_assert_cmpuint (count (fixture, LES_RECORD_ANNOTATION), ==, 0);

  les_session_open_pair (fixture->session, "left", NULL);
  g_assert_false (les_linking_can_miss (fixture->linking));
  g_assert_null (les_linking_link_missing (fixture->linking));
}

static void
test_start_goes_away (Fixture *fixture, gconstpointer data)
{
  g_autofree char *left = annotate (fixture, LES_SIDE_LEFT, "Der Deich hält.");

  les_session_set_annotation_id (fixture->session, left);
  g_assert_true (les_linking_start (fixture->linking));
  les_session_perform (fixture->session,
                       les_edits_remove_annotations (fixture->project, (const char * const[]) { left, NULL }));
  g_assert_false (les_linking_get_pending (fixture->linking));

  select_words (fixture, LES_SIDE_RIGHT, "Helfer");
  g_assert_true (les_linking_start (fixture->linking));
  les_session_perform (fixture->session,
                       les_edits_remove_articles (fixture->project, (const char * const[]) { "right", NULL }));
  g_assert_false (les_linking_get_pending (fixture->linking));
}

static void
test_selection_of_blanks (Fixture *fixture, gconstpointer data)
{
  select_words (fixture, LES_SIDE_RIGHT, "  ");
  g_assert_false (les_linking_start (fixture->linking));
  g_assert_false (les_linking_can_miss (fixture->linking));
}

static char *
link_words (Fixture *fixture, const char *left, const char *right, const char *relation)
{
  LesPassage from = { "left", find (fixture, LES_SIDE_LEFT, left), NULL };
  LesPassage to = { "right", find (fixture, LES_SIDE_RIGHT, right), NULL };
  char *id = NULL;

  les_session_perform (fixture->session,
                       les_link_edits_add (fixture->project, relation, &from, &to, NULL, "ich", &id));
  return id;
}

/* An annotation takes its links along, and brings them back. */
static void
test_annotation_takes_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = link_words (fixture, "Deich", "Deich", LES_RELATION_SAME);
  g_autofree char *from = g_strdup (les_link_get (get_link (fixture, id), LES_LINK_FROM));

  les_session_perform (fixture->session,
                       les_edits_remove_annotations (fixture->project, (const char * const[]) { from, NULL }));
  g_assert_cmpuint (count (fixture, LES_RECORD_LINK), ==, 0);
  undo (fixture);
  g_assert_cmpstr (les_link_get (get_link (fixture, id), LES_LINK_FROM), ==, from);
  g_assert_nonnull (les_project_get_annotation (fixture->project, from));
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = link_words (fixture, "Niemand", "Zwei Helfer", LES_RELATION_DIFFERS);
  g_autofree char *from = g_strdup (les_link_get (get_link (fixture, id), LES_LINK_FROM));

  les_session_perform (fixture->session, les_link_edits_set_relation (fixture->project, id, LES_RELATION_SHARPENS));
  les_session_perform (fixture->session, les_link_edits_set_note (fixture->project, id, "Wer zählt?"));
  les_session_perform (fixture->session, les_link_edits_turn (fixture->project, id));
  g_assert_cmpstr (les_link_get (get_link (fixture, id), LES_LINK_RELATION), ==, LES_RELATION_SHARPENS);
  g_assert_cmpstr (les_link_get (get_link (fixture, id), LES_LINK_NOTE), ==, "Wer zählt?");
  g_assert_cmpstr (les_link_get (get_link (fixture, id), LES_LINK_TO), ==, from);
  les_session_perform (fixture->session, les_link_edits_remove (fixture->project, id));
  g_assert_cmpuint (count (fixture, LES_RECORD_LINK), ==, 0);
  g_assert_cmpuint (count (fixture, LES_RECORD_ANNOTATION), ==, 2);
  for (int i = 0; i < 4; i++)
    undo (fixture);
  g_assert_cmpstr (les_link_get (get_link (fixture, id), LES_LINK_FROM), ==, from);
  g_assert_cmpstr (les_link_get (get_link (fixture, id), LES_LINK_RELATION), ==, LES_RELATION_DIFFERS);
  g_assert_null (les_link_get (get_link (fixture, id), LES_LINK_NOTE));
}

/* A relation of one's own; when it goes, its links keep the name. */
static void
test_own_relation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *relation = NULL;
  g_autofree char *id = NULL;
  g_autofree char *mark = NULL;
  g_auto (GStrv) listed = NULL;
  g_autoptr (LesRelation) copy = NULL;

  les_session_perform (fixture->session, les_link_edits_add_relation (fixture->project, "  übernimmt\n<b>PR</b> ", &relation));
  g_assert_cmpstr (les_relations_get_name (fixture->project, relation), ==, "übernimmt <b>PR</b>");
  g_assert_cmpstr (les_relations_find (fixture->project, "Übernimmt <B>pr</B>"), ==, relation);
  mark = les_relations_dup_mark (fixture->project, relation);
  g_assert_cmpstr (mark, ==, "Ü");
  g_assert_false (les_relations_is_directed (fixture->project, relation));
  copy = les_record_copy (les_project_lookup (fixture->project, LES_RECORD_RELATION, relation));
  les_relation_set (copy, LES_RELATION_DIRECTION, LES_RELATION_ONE_WAY);
  les_session_perform (fixture->session, les_link_edits_replace_relation (copy));
  g_assert_true (les_relations_is_directed (fixture->project, relation));
  listed = les_relations_list (fixture->project);
  g_assert_true (g_strv_contains ((const char * const *) listed, relation));
  g_assert_false (g_strv_contains ((const char * const *) listed, LES_RELATION_MISSING));

  id = link_words (fixture, "Deich", "Deich", relation);
  les_session_perform (fixture->session, les_link_edits_remove_relation (fixture->project, relation));
  g_assert_cmpstr (les_relations_get_name (fixture->project, les_link_get (get_link (fixture, id), LES_LINK_RELATION)),
                   ==, "übernimmt <b>PR</b>");
  undo (fixture);
  g_assert_cmpstr (les_link_get (get_link (fixture, id), LES_LINK_RELATION), ==, relation);
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = link_words (fixture, "Niemand", "Nach", LES_RELATION_SAME);
  g_autofree char *first = link_words (fixture, "Der Deich", "verletzt", LES_RELATION_SAME);
  g_autofree char *third = NULL;
  const char *order[] = { first, second, NULL };

  select_words (fixture, LES_SIDE_RIGHT, "Zwei Helfer");
  third = les_linking_link_missing (fixture->linking);
  les_linking_set_current_id (fixture->linking, NULL);
  order[2] = third;
  for (int i = 0; i < 4; i++)
    {
      g_assert_true (les_linking_step (fixture->linking, 1));
      g_assert_cmpstr (les_linking_get_current_id (fixture->linking), ==, order[i % 3]);
    }
  g_assert_true (les_linking_step (fixture->linking, -1));
  g_assert_cmpstr (les_linking_get_current_id (fixture->linking), ==, third);
}

/* A link is shown with both its articles; one that is not seen is not the current one. */
static void
test_show_opens (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = link_words (fixture, "Niemand", "Zwei Helfer", LES_RELATION_CONTRADICTS);

  add_article (fixture->session, "third", "Ein Deich.");
  les_linking_set_current_id (fixture->linking, id);
  les_session_open_article (fixture->session, LES_SIDE_LEFT, "third");
  g_assert_null (les_linking_get_current_id (fixture->linking));
  les_linking_show (fixture->linking, id);
  g_assert_cmpstr (les_session_get_article_id (fixture->session, LES_SIDE_LEFT), ==, "left");
  g_assert_cmpstr (les_session_get_article_id (fixture->session, LES_SIDE_RIGHT), ==, "right");
  g_assert_cmpstr (les_linking_get_current_id (fixture->linking), ==, id);
  les_session_open_pair (fixture->session, "third", NULL);
  les_linking_show (fixture->linking, id);
  g_assert_true (les_session_is_comparing (fixture->session));
  g_assert_cmpstr (les_linking_get_current_id (fixture->linking), ==, id);
}

static void
test_match (Fixture *fixture, gconstpointer data)
{
  guint tick = g_timeout_add (10, tick_cb, NULL);
  g_autofree char *id = NULL;
  g_autofree char *again = NULL;

  g_assert_null (les_linking_link_match (fixture->linking));
  add_article (fixture->session, "copy", "Davor. " LEFT);
  les_session_open_pair (fixture->session, "left", "copy");
  while (les_session_get_busy (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_assert_true (les_session_step_match (fixture->session, 1));
  id = les_linking_link_match (fixture->linking);
  g_assert_cmpstr (les_link_get (get_link (fixture, id), LES_LINK_RELATION), ==, LES_RELATION_SAME);
  again = les_linking_link_match (fixture->linking);
  g_assert_cmpstr (again, ==, id);
  g_assert_cmpuint (count (fixture, LES_RECORD_LINK), ==, 1);
  undo (fixture);
  g_assert_cmpuint (count (fixture, LES_RECORD_ANNOTATION), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/links/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("two-selections", test_two_selections);
  ADD ("reuse", test_reuse);
  ADD ("missing", test_missing);
  ADD ("start-goes-away", test_start_goes_away);
  ADD ("selection-of-blanks", test_selection_of_blanks);
  ADD ("annotation-takes-links", test_annotation_takes_links);
  ADD ("edit", test_edit);
  ADD ("own-relation", test_own_relation);
  ADD ("step", test_step);
  ADD ("show-opens", test_show_opens);
  ADD ("match", test_match);
#undef ADD
  return g_test_run ();
}
