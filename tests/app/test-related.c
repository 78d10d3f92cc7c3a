/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-edits.h"
#include "les-session.h"

#include <string.h>

#define COPY "The harbour office of Fenmark closed the old bridge for all traffic on Friday night after divers had found " \
             "deep cracks in two of its pillars, a spokeswoman said. Ferries will run every ten minutes from Monday on. "
#define OWN_A "Our reporter saw queues at the quay before sunrise."
#define OWN_B "Shopkeepers along the embankment fear for their summer."
#define OTHER "A cat was rescued from the steeple of the chapel by two firemen on Sunday."

typedef struct
{
  LesSession *session;
  guint n_changes;
} Fixture;

static LesArticle *
make_article (const char *id, const char *utf8)
{
  g_autoptr (LesText) text = les_text_new (utf8, -1);
  LesArticle *article = les_article_new (id, text);

  les_article_set (article, LES_ARTICLE_LANGUAGE, "en");
  return article;
}

static void
add (Fixture *fixture, const char *id, const char *utf8)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (articles, make_article (id, utf8));
  les_session_perform (fixture->session, les_edits_add_articles (les_session_get_project (fixture->session), articles));
}

static void
remove_one (Fixture *fixture, const char *id)
{
  const char *ids[] = { id, NULL };

  les_session_perform (fixture->session, les_edits_remove_articles (les_session_get_project (fixture->session), ids));
}

static LesArticle *
get_article (Fixture *fixture, const char *id)
{
  return les_project_get_article (les_session_get_project (fixture->session), id);
}

static LesRelated *
get_related (Fixture *fixture)
{
  return les_session_get_related (fixture->session);
}

static void
wait (Fixture *fixture)
{
  while (les_related_get_busy (get_related (fixture)))
    g_main_context_iteration (NULL, TRUE);
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesProject) project = les_project_new ();

  fixture->session = les_session_new (project);
  add (fixture, "a", COPY OWN_A);
  add (fixture, "b", COPY OWN_B);
  add (fixture, "c", OTHER);
  g_signal_connect_swapped (get_related (fixture), "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
}

static guint
count_similar (Fixture *fixture, const char *id)
{
  GArray *similar;

  les_related_get_similar (get_related (fixture), get_article (fixture, id));
  wait (fixture);
  similar = les_related_get_similar (get_related (fixture), get_article (fixture, id));
  g_assert_nonnull (similar);
  return similar->len;
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  LesRelated *related = get_related (fixture);
  const LesLikeness *likeness;
  GArray *shared;

  g_assert_true (les_related_get_busy (related));
  g_assert_null (les_related_get_similar (related, get_article (fixture, "a")));
  wait (fixture);
  g_assert_cmpuint (fixture->n_changes, >, 0);

  g_assert_cmpuint (count_similar (fixture, "a"), ==, 1);
  likeness = &g_array_index (les_related_get_similar (related, get_article (fixture, "a")), LesLikeness, 0);
  g_assert_cmpstr (likeness->article, ==, "b");
  g_assert_cmpint (likeness->n_words, ==, 38);
  g_assert_cmpint (likeness->share, ==, 38 * 1000 / 47);
  g_assert_cmpint (likeness->other_share, ==, 38 * 1000 / 46);
  shared = les_related_get_shared (related, get_article (fixture, "a"));
  g_assert_cmpuint (shared->len, ==, 1);
  g_assert_cmpint (g_array_index (shared, LesSharedPassage, 0).range.start, ==, 0);
  g_assert_cmpuint (count_similar (fixture, "c"), ==, 0);
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  LesRelated *related = get_related (fixture);
  GPtrArray *group;

  wait (fixture);
  group = les_related_get_group (related, "a");
  g_assert_cmpuint (group->len, ==, 2);
  g_assert_true (group == les_related_get_group (related, "b"));
  g_assert_null (les_related_get_group (related, "c"));

  remove_one (fixture, "b");
  wait (fixture);
  g_assert_null (les_related_get_group (related, "a"));
  les_history_undo (les_session_get_history (fixture->session));
  wait (fixture);
  g_assert_cmpuint (les_related_get_group (related, "a")->len, ==, 2);
}

/* Answers that were asked for are renewed by themselves. */
static void
test_follows_the_project (Fixture *fixture, gconstpointer data)
{
  LesRelated *related = get_related (fixture);

  g_assert_cmpuint (count_similar (fixture, "a"), ==, 1);
  add (fixture, "d", COPY);
  g_assert_true (les_related_get_busy (related));
  wait (fixture);
  g_assert_cmpuint (les_related_get_similar (related, get_article (fixture, "a"))->len, ==, 2);
  remove_one (fixture, "d");
  remove_one (fixture, "b");
  wait (fixture);
  g_assert_cmpuint (les_related_get_similar (related, get_article (fixture, "a"))->len, ==, 0);
}

/* Who says the same in other words comes behind those who share passages. */
static void
test_same_subject (Fixture *fixture, gconstpointer data)
{
  const LesLikeness *likeness;

  add (fixture, "d", "At Fenmark, only ferries cross since Friday. As the cracks in both pillars may grow, nothing else is safe, "
                     "and before Monday no one in Fenmark will hear of the Skell committee.");
  add (fixture, "e", "On Friday the Skell committee met again at Fenmark; by Monday it wants to hear what the Rovan report says "
                     "of the pillars.");
  g_assert_cmpuint (count_similar (fixture, "e"), ==, 1);
  likeness = &g_array_index (les_related_get_similar (get_related (fixture), get_article (fixture, "e")), LesLikeness, 0);
  g_assert_cmpstr (likeness->article, ==, "d");
  g_assert_cmpint (likeness->n_words, ==, 0);
  g_assert_nonnull (strstr (likeness->subject, "Skell"));
}

/* A new headline is no new text. */
static void
test_details_cost_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesArticle) edited = NULL;

  g_assert_cmpuint (count_similar (fixture, "a"), ==, 1);
  edited = les_record_copy (get_article (fixture, "a"));
  les_article_set (edited, LES_ARTICLE_TITLE, "Bridge closed");
  les_session_perform (fixture->session, les_edits_replace_article (edited));
  g_assert_false (les_related_get_busy (get_related (fixture)));
  g_assert_nonnull (les_related_get_similar (get_related (fixture), get_article (fixture, "a")));
}

/* Offsets of the old text must never be drawn in the new one. */
static void
test_stale_answers_are_dropped (Fixture *fixture, gconstpointer data)
{
  LesRelated *related = get_related (fixture);

  g_assert_cmpuint (count_similar (fixture, "a"), ==, 1);
  remove_one (fixture, "a");
  add (fixture, "a", "Nothing.");
  g_assert_null (les_related_get_shared (related, get_article (fixture, "a")));
  wait (fixture);
  g_assert_cmpuint (les_related_get_shared (related, get_article (fixture, "a"))->len, ==, 0);
}

static void
test_many_questions (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%d", i);

      add (fixture, id, COPY);
    }
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%d", i);

      g_assert_cmpuint (count_similar (fixture, id), ==, 10);
    }
  g_assert_cmpuint (count_similar (fixture, "a"), ==, 10);
}

static void
test_left_at_work (Fixture *fixture, gconstpointer data)
{
  add (fixture, "d", COPY);
  g_assert_true (les_related_get_busy (get_related (fixture)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/related/answers", test_answers);
  ADD ("/related/groups", test_groups);
  ADD ("/related/follows-the-project", test_follows_the_project);
  ADD ("/related/same-subject", test_same_subject);
  ADD ("/related/details-cost-nothing", test_details_cost_nothing);
  ADD ("/related/stale-answers-are-dropped", test_stale_answers_are_dropped);
  ADD ("/related/many-questions", test_many_questions);
  ADD ("/related/left-at-work", test_left_at_work);

  return g_test_run ();
}
