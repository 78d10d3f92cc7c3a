/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-edits.h"
#include "les-codebook-edits.h"
#include "les-session.h"

typedef struct
{
  LesSession *session;
  char *ids[4];
} Fixture;

static const char * const texts[] = {
  "Der Deich an der Oste hält dem Wasser stand. Das sagte der Deichgraf am Montag in Hechthausen.\n\n"
  "Niemand muss seine Wohnung verlassen.",
  "Am Montag sprach der Deichgraf in Hechthausen.\n\nDer Deich an der Oste hält dem Wasser stand. Das sagte er.",
  "Die Kirschblüte hat begonnen, und die ersten Gäste sind da.",
  "Hochwasser. Der Deich an der Oste hält dem Wasser stand. Das sagte der Deichgraf am Montag in Hechthausen.\n\n"
  "Niemand muss seine Wohnung verlassen.",
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  fixture->session = les_session_new (project);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LesText) text = les_text_new (texts[i], -1);
      LesArticle *article = les_article_new (NULL, text);

      les_article_set (article, LES_ARTICLE_LANGUAGE, "de");
      fixture->ids[i] = g_strdup (les_record_get_id (LES_RECORD (article)));
      g_ptr_array_add (articles, article);
    }
  les_session_perform (fixture->session, les_edits_add_articles (project, articles));
}

static void
wait_for_matches (LesSession *session)
{
  while (les_session_get_busy (session))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (fixture->ids[i]);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_compare (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;

  les_session_open_pair (session, fixture->ids[0], fixture->ids[1]);
  g_assert_true (les_session_get_busy (session));
  g_assert_null (les_session_get_matches (session));
  wait_for_matches (session);
  g_assert_cmpuint (les_session_get_n_shown (session), >, 0);
  g_assert_cmpint (les_session_find_match_at (session, LES_SIDE_LEFT, 10), >=, 0);
}

static void
test_stale_answer (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  guint n = 0;

  les_session_open_pair (session, fixture->ids[0], fixture->ids[1]);
  les_session_open_pair (session, fixture->ids[0], fixture->ids[2]);
  wait_for_matches (session);
  for (guint i = 0; i < les_session_get_n_shown (session); i++)
    n += les_session_get_shown (session, i)->right.end > 60;
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_RIGHT), ==, fixture->ids[2]);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  les_session_open_pair (fixture->session, fixture->ids[0], fixture->ids[1]);
  les_session_cancel_comparing (fixture->session);
  g_assert_false (les_session_get_busy (fixture->session));
  g_assert_cmpuint (les_session_get_n_shown (fixture->session), ==, 0);
  les_session_compare_again (fixture->session);
  wait_for_matches (fixture->session);
  g_assert_cmpuint (les_session_get_n_shown (fixture->session), >, 0);
}

/* Nobody waits for the engine: it is told to stop and what it finds is dropped. */
static void
test_close_while_comparing (Fixture *fixture, gconstpointer data)
{
  LesProject *project = g_object_ref (les_session_get_project (fixture->session));
  LesSession *session = les_session_new (project);
  guint n = 0;

  les_session_open_pair (session, fixture->ids[0], fixture->ids[1]);
  g_assert_true (les_session_get_busy (session));
  g_signal_connect (session, "notify::busy", G_CALLBACK (count_cb), &n);
  g_assert_finalize_object (session);
  g_assert_cmpuint (n, ==, 0);
  g_object_unref (project);
}

static void
test_sides (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;

  les_session_open_article (session, LES_SIDE_RIGHT, fixture->ids[1]);
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_LEFT), ==, fixture->ids[1]);
  g_assert_false (les_session_is_comparing (session));

  les_session_open_article (session, LES_SIDE_RIGHT, fixture->ids[0]);
  les_session_set_active_side (session, LES_SIDE_RIGHT);
  les_session_swap_sides (session);
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_LEFT), ==, fixture->ids[0]);

  les_session_open_article (session, LES_SIDE_LEFT, NULL);
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_LEFT), ==, fixture->ids[1]);
  g_assert_cmpint (les_session_get_active_side (session), ==, LES_SIDE_LEFT);
}

static void
test_unknown_article (Fixture *fixture, gconstpointer data)
{
  les_session_open_pair (fixture->session, "gibt es nicht", NULL);
  g_assert_null (les_session_get_article (fixture->session, LES_SIDE_LEFT));
}

static void
test_removed_article (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  LesProject *project = les_session_get_project (session);
  const char *ids[] = { fixture->ids[0], NULL };

  les_session_open_pair (session, fixture->ids[0], fixture->ids[1]);
  les_session_perform (session, les_edits_remove_articles (project, ids));
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_LEFT), ==, fixture->ids[1]);
  g_assert_null (les_session_get_article (session, LES_SIDE_RIGHT));
}

static void
test_edited_article (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  LesArticle *copy;
  guint n = 0;

  les_session_open_pair (session, fixture->ids[0], fixture->ids[1]);
  wait_for_matches (session);
  g_signal_connect (session, "notify::busy", G_CALLBACK (count_cb), &n);

  copy = les_record_copy (les_session_get_article (session, LES_SIDE_LEFT));
  les_article_set (copy, LES_ARTICLE_TITLE, "Neu");
  les_session_perform (session, les_edits_replace_article (copy));
  g_assert_true (les_session_get_article (session, LES_SIDE_LEFT) == copy);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (les_session_get_n_shown (session), >, 0);
  g_object_unref (copy);
}

/* How long after another one a report was written is evidence, and no selection is lost for it. */
static void
test_edited_date (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  g_autoptr (LesArticle) copy = NULL;

  les_session_open_pair (session, fixture->ids[0], fixture->ids[1]);
  wait_for_matches (session);
  les_session_set_selection (session, LES_SIDE_LEFT, LES_TEXT_RANGE (2, 5));

  copy = les_record_copy (les_session_get_article (session, LES_SIDE_LEFT));
  les_article_set (copy, LES_ARTICLE_DATE, "2011-05-01");
  les_session_perform (session, les_edits_replace_article (copy));
  g_assert_true (les_session_get_busy (session));
  wait_for_matches (session);
  g_assert_cmpint (les_session_get_selection (session, LES_SIDE_LEFT).end, ==, 5);
}

static void
remove_article (LesSession *session, const char *id)
{
  les_session_perform (session, les_edits_remove_articles (les_session_get_project (session),
                                                           (const char * const[]) { id, NULL }));
}

static void
test_undo_removal (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  LesHistory *history = les_session_get_history (session);

  les_session_open_pair (session, fixture->ids[0], fixture->ids[1]);
  remove_article (session, fixture->ids[0]);
  remove_article (session, fixture->ids[1]);
  g_assert_null (les_session_get_article (session, LES_SIDE_LEFT));
  les_history_undo (history);
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_LEFT), ==, fixture->ids[1]);
  les_history_undo (history);
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_LEFT), ==, fixture->ids[0]);
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_RIGHT), ==, fixture->ids[1]);

  remove_article (session, fixture->ids[0]);
  les_session_open_article (session, LES_SIDE_LEFT, fixture->ids[2]);
  les_history_undo (history);
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_LEFT), ==, fixture->ids[2]);
  g_assert_null (les_session_get_article (session, LES_SIDE_RIGHT));
}

static void
test_reject (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  LesProject *project = les_session_get_project (session);
  const LesMatch *match;
  guint n;

  les_session_open_pair (session, fixture->ids[0], fixture->ids[1]);
  wait_for_matches (session);
  n = les_session_get_n_shown (session);
  match = les_session_get_shown (session, 0);
  les_session_set_current_match (session, 0);
  les_session_perform (session, les_edits_set_rejected (project, fixture->ids[0], fixture->ids[1],
                                                        (LesRejection) { match->left, match->right }, TRUE));
  g_assert_cmpuint (les_session_get_n_shown (session), ==, n - 1);
  g_assert_cmpint (les_session_get_current_match (session), ==, -1);
  les_history_undo (les_session_get_history (session));
  g_assert_cmpuint (les_session_get_n_shown (session), ==, n);
}

/* Layers choose what is shown; what was kept and the shares do not depend on them. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  LesShares shares;
  guint n;

  les_session_open_pair (session, fixture->ids[0], fixture->ids[1]);
  g_assert_null (les_session_get_shares (session));
  wait_for_matches (session);
  n = les_session_get_n_kept (session);
  g_assert_cmpuint (n, ==, les_match_set_get_n (les_session_get_matches (session)));
  shares = *les_session_get_shares (session);
  les_session_set_layers (session, LES_LAYER_MATCHES);
  g_assert_cmpuint (les_session_get_n_shown (session), ==, n);
  les_session_set_layers (session, LES_LAYER_REWORDED);
  for (guint i = 0; i < les_session_get_n_shown (session); i++)
    g_assert_cmpint (les_session_get_shown (session, i)->kind, ==, LES_MATCH_REWORDED);
  les_session_set_layers (session, 0);
  g_assert_cmpuint (les_session_get_n_shown (session), ==, 0);
  g_assert_cmpuint (les_session_get_n_kept (session), ==, n);
  g_assert_cmpint (les_session_get_shares (session)->left[LES_SHARE_WHOLE].own, ==, shares.left[LES_SHARE_WHOLE].own);
}

/* Sentences that follow each other are one match. One that was rejected for itself, as
 * older projects have it, stays rejected, and what was rejected as a whole too. */
static void
test_joined (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  const LesMatch *match;
  LesRejection whole;
  LesRejection sentence;

  les_session_open_pair (session, fixture->ids[0], fixture->ids[3]);
  wait_for_matches (session);
  g_assert_cmpuint (les_session_get_n_shown (session), ==, 1);
  match = les_session_get_shown (session, 0);
  g_assert_cmpuint (match->parts->len, ==, 3);
  whole = (LesRejection) { match->left, match->right };
  sentence = g_array_index (match->parts, LesMatchEnds, 1);

  les_session_set_current_match (session, 0);
  les_session_set_fine_diff (session, LES_FINE_DIFF_CASE | LES_FINE_DIFF_MARKS);
  g_assert_cmpint (les_session_get_current_match (session), ==, 0);
  les_session_set_rejected (session, sentence, TRUE);
  g_assert_cmpuint (les_session_get_n_shown (session), ==, 2);
  g_assert_cmpint (les_session_get_current_match (session), ==, -1);
  g_assert_cmpuint (les_match_set_get_n (les_session_get_rejected_matches (session)), ==, 1);
  les_history_undo (les_session_get_history (session));
  g_assert_cmpuint (les_session_get_n_shown (session), ==, 1);

  les_session_set_rejected (session, whole, TRUE);
  g_assert_cmpuint (les_session_get_n_shown (session), ==, 0);
  g_assert_cmpint (les_session_get_shares (session)->left[LES_SHARE_WHOLE].taken_over, ==, 0);
  g_assert_cmpuint (les_match_set_get (les_session_get_rejected_matches (session), 0)->parts->len, ==, 3);
  les_session_set_rejected (session, whole, FALSE);
  g_assert_cmpuint (les_session_get_n_shown (session), ==, 1);
}

static void
test_rejected_do_not_count (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  int before;

  les_session_open_pair (session, fixture->ids[0], fixture->ids[1]);
  wait_for_matches (session);
  before = les_session_get_shares (session)->left[LES_SHARE_WHOLE].own;
  while (les_session_get_n_shown (session) > 0)
    {
      const LesMatch *match = les_session_get_shown (session, 0);

      les_session_set_rejected (session, (LesRejection) { match->left, match->right }, TRUE);
    }
  g_assert_cmpint (les_session_get_shares (session)->left[LES_SHARE_WHOLE].own, >, before);
  g_assert_cmpint (les_session_get_shares (session)->left[LES_SHARE_WHOLE].taken_over, ==, 0);
  les_history_undo (les_session_get_history (session));
  while (les_session_get_n_rejected (session) > 0)
    les_history_undo (les_session_get_history (session));
  g_assert_cmpint (les_session_get_shares (session)->left[LES_SHARE_WHOLE].own, ==, before);
}

static void
reject_first (LesSession *session)
{
  const LesMatch *match = les_session_get_shown (session, 0);

  les_session_set_rejected (session, (LesRejection) { match->left, match->right }, TRUE);
}

/* The engine does not promise the same matches the other way round; what was rejected is the pair of passages. */
static void
test_reject_and_swap (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  LesProject *project = les_session_get_project (session);
  LesRejection first;
  LesRejection mirrored;

  les_session_open_pair (session, fixture->ids[0], fixture->ids[1]);
  wait_for_matches (session);
  reject_first (session);
  first = les_session_get_rejected (session, 0);

  les_session_swap_sides (session);
  wait_for_matches (session);
  g_assert_nonnull (les_session_get_comparison (session));
  g_assert_cmpuint (les_session_get_n_rejected (session), ==, 1);
  mirrored = les_session_get_rejected (session, 0);
  g_assert_true (les_text_range_equal (mirrored.left, first.right) && les_text_range_equal (mirrored.right, first.left));
  for (guint i = 0; i < les_session_get_n_shown (session); i++)
    g_assert_false (les_text_range_equal (les_session_get_shown (session, i)->left, mirrored.left)
                    && les_text_range_equal (les_session_get_shown (session, i)->right, mirrored.right));

  les_session_set_rejected (session, mirrored, TRUE);
  g_assert_cmpuint (les_session_get_n_rejected (session), ==, 1);
  g_assert_cmpuint (les_project_get_n_records (project, LES_RECORD_COMPARISON), ==, 1);
  les_session_set_rejected (session, mirrored, FALSE);
  g_assert_cmpuint (les_session_get_n_rejected (session), ==, 0);
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  int n;

  g_assert_false (les_session_step_match (session, 1));
  les_session_open_pair (session, fixture->ids[0], fixture->ids[1]);
  wait_for_matches (session);
  n = les_session_get_n_shown (session);
  g_assert_true (les_session_step_match (session, -1));
  g_assert_cmpint (les_session_get_current_match (session), ==, n - 1);
  les_session_step_match (session, 1);
  g_assert_cmpint (les_session_get_current_match (session), ==, 0);
}

static void
test_recent_tags (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("tag-%d", i);

      les_session_note_tag_used (session, id);
    }
  les_session_note_tag_used (session, "tag-9");
  g_assert_cmpuint (g_strv_length ((char **) les_session_get_recent_tags (session)), ==, 9);
  g_assert_cmpstr (les_session_get_recent_tags (session)[0], ==, "tag-9");
  g_assert_cmpstr (les_session_get_recent_tags (session)[1], ==, "tag-11");
}

static void
test_recent_tag_gone (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  LesProject *project = les_session_get_project (session);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n_notified = 0;

  les_session_perform (session, les_edits_add_tag (project, "Erste", NULL, &first));
  les_session_perform (session, les_edits_add_tag (project, "Zweite", NULL, &second));
  les_session_note_tag_used (session, first);
  les_session_note_tag_used (session, second);
  g_signal_connect (session, "notify::recent-tags", G_CALLBACK (count_cb), &n_notified);
  les_session_perform (session, les_codebook_remove_tags (project,
                                                          (const char * const[]) { second, NULL }, FALSE));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (g_strv_length ((char **) les_session_get_recent_tags (session)), ==, 1);
  g_assert_cmpstr (les_session_get_recent_tags (session)[0], ==, first);
}

static void
test_annotation_gone (Fixture *fixture, gconstpointer data)
{
  LesSession *session = fixture->session;
  LesProject *project = les_session_get_project (session);
  g_autofree char *id = NULL;

  les_session_perform (session, les_edits_add_annotation (project, fixture->ids[0], LES_TEXT_RANGE (4, 9), NULL,
                                                          "Notiz", NULL, &id));
  les_session_set_annotation_id (session, id);
  les_history_undo (les_session_get_history (session));
  g_assert_null (les_session_get_annotation_id (session));
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/session/compare", test_compare);
  ADD ("/session/stale-answer", test_stale_answer);
  ADD ("/session/cancel", test_cancel);
  ADD ("/session/close-while-comparing", test_close_while_comparing);
  ADD ("/session/sides", test_sides);
  ADD ("/session/unknown-article", test_unknown_article);
  ADD ("/session/removed-article", test_removed_article);
  ADD ("/session/edited-article", test_edited_article);
  ADD ("/session/edited-date", test_edited_date);
  ADD ("/session/reject", test_reject);
  ADD ("/session/kept", test_kept);
  ADD ("/session/joined", test_joined);
  ADD ("/session/rejected-do-not-count", test_rejected_do_not_count);
  ADD ("/session/reject-and-swap", test_reject_and_swap);
  ADD ("/session/undo-removal", test_undo_removal);
  ADD ("/session/step", test_step);
  ADD ("/session/recent-tags", test_recent_tags);
  ADD ("/session/recent-tag-gone", test_recent_tag_gone);
  ADD ("/session/annotation-gone", test_annotation_gone);
  return g_test_run ();
}
