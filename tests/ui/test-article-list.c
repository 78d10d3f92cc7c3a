/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-list.h"

#include <locale.h>

#include "browser-fixture.h"
#include "les-facet-list.h"
#include "les-filter-value.h"

typedef struct
{
  guint position;
  guint removed;
  guint added;
  guint n_emissions;
} Seen;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Seen *seen)
{
  *seen = (Seen) { position, removed, added, seen->n_emissions + 1 };
}

static char *
join_ids (LesArticleList *list)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (LesArticleItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", les_article_item_get_id (item));
    }
  return g_string_free (ids, FALSE);
}

static void
assert_ids (LesArticleList *list, const char *expected)
{
  g_autofree char *ids = join_ids (list);

  g_assert_cmpstr (ids, ==, expected);
}

static LesSearch *
make_ready_search (LesSession *session)
{
  LesSearch *search = les_search_new (les_session_get_project (session));

  while (!les_search_get_ready (search))
    g_main_context_iteration (NULL, TRUE);
  return search;
}

static void
test_sort (void)
{
  static const struct
  {
    LesArticleSort sort;
    gboolean descending;
    const char *ids;
  } cases[] = {
    { LES_ARTICLE_SORT_ADDED, FALSE, "bridge bruecke ferry" },
    { LES_ARTICLE_SORT_ADDED, TRUE, "ferry bruecke bridge" },
    { LES_ARTICLE_SORT_DATE, FALSE, "bruecke bridge ferry" },
    { LES_ARTICLE_SORT_DATE, TRUE, "bridge bruecke ferry" },
    { LES_ARTICLE_SORT_HEADING, FALSE, "bruecke ferry bridge" },
    { LES_ARTICLE_SORT_SOURCE, TRUE, "bruecke ferry bridge" },
    { LES_ARTICLE_SORT_ANNOTATIONS, TRUE, "ferry bruecke bridge" },
  };
  g_autoptr (LesSession) session = make_session ();
  g_autofree char *tag = tag_passage (session, "ferry", "Traffic", NULL);
  g_autoptr (LesArticleList) list = les_article_list_new (les_session_get_project (session), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      les_article_list_set_sort (list, cases[i].sort, cases[i].descending);
      assert_ids (list, cases[i].ids);
    }
}

static void
test_filter (void)
{
  static const struct
  {
    LesFacet facet;
    const char *value;
    const char *ids;
  } cases[] = {
    { LES_FACET_SOURCE, "Fenmark Post", "bridge" },
    { LES_FACET_SOURCE, "KPD", "bruecke" },
    { LES_FACET_SOURCE, "nordpress", "bruecke" },
    { LES_FACET_SOURCE, "Nobody", "" },
    { LES_FACET_DATE, "2024", "bridge bruecke" },
    { LES_FACET_DATE, "2024-05", "bridge bruecke" },
    { LES_FACET_DATE, "2023", "" },
    { LES_FACET_DATE, "", "ferry" },
    { LES_FACET_LANGUAGE, "en", "bridge ferry" },
    { LES_FACET_LANGUAGE, "", "" },
    { LES_FACET_TAG, "", "bridge bruecke" },
  };
  g_autoptr (LesSession) session = make_session ();
  g_autofree char *tag = tag_passage (session, "ferry", "Traffic", NULL);
  g_autoptr (LesArticleList) list = les_article_list_new (les_session_get_project (session), NULL);
  LesArticleFilter *filter = les_article_list_get_filter (list);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      les_filter_toggle (LES_FILTER (filter), cases[i].facet, cases[i].value);
      assert_ids (list, cases[i].ids);
      les_filter_clear (LES_FILTER (filter));
    }
  les_filter_toggle (LES_FILTER (filter), LES_FACET_LANGUAGE, "en");
  les_filter_toggle (LES_FILTER (filter), LES_FACET_LANGUAGE, "de");
  assert_ids (list, "bridge bruecke ferry");
  les_filter_toggle (LES_FILTER (filter), LES_FACET_SOURCE, "KPD");
  assert_ids (list, "bruecke");
  les_filter_toggle (LES_FILTER (filter), LES_FACET_SOURCE, "KPD");
  assert_ids (list, "bridge bruecke ferry");
}

static void
test_filter_range (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *ids;
  } cases[] = {
    { "2024", NULL, "bridge bruecke" },
    { "2024-05-03", "2024-05-03", "bridge bruecke" },
    { "2024-05-04", NULL, "bruecke" },
    { NULL, "2024-04", "" },
    { "2024-06", NULL, "" },
    { NULL, NULL, "bridge bruecke ferry" },
  };
  g_autoptr (LesSession) session = make_session ();
  g_autoptr (LesArticleList) list = les_article_list_new (les_session_get_project (session), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      les_filter_set_range (LES_FILTER (les_article_list_get_filter (list)), cases[i].from, cases[i].to);
      assert_ids (list, cases[i].ids);
    }
}

static void
test_filter_tags (void)
{
  g_autoptr (LesSession) session = make_session ();
  g_autofree char *parent = tag_passage (session, "bridge", "Damage", NULL);
  g_autofree char *child = tag_passage (session, "bruecke", "Cracks", parent);
  g_autoptr (LesArticleList) list = les_article_list_new (les_session_get_project (session), NULL);
  LesArticleFilter *filter = les_article_list_get_filter (list);

  les_filter_toggle (LES_FILTER (filter), LES_FACET_TAG, child);
  assert_ids (list, "bruecke");
  les_filter_clear (LES_FILTER (filter));
  les_filter_toggle (LES_FILTER (filter), LES_FACET_TAG, parent);
  assert_ids (list, "bridge bruecke");
  les_session_perform (session, les_edits_add_annotation (les_session_get_project (session), "ferry",
                                                        LES_TEXT_RANGE (0, 4),
                                                        (const char *[]) { child, NULL }, NULL, NULL, NULL));
  assert_ids (list, "bridge bruecke ferry");
}

static void
test_search (void)
{
  g_autoptr (LesSession) session = make_session ();
  g_autoptr (LesSearch) search = make_ready_search (session);
  g_autoptr (LesArticleList) list = les_article_list_new (les_session_get_project (session), search);
  Seen seen = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  les_article_list_set_query (list, "  harbour bridge ");
  g_assert_cmpstr (les_article_list_get_query (list), ==, "harbour bridge");
  assert_ids (list, "bridge ferry");
  g_assert_cmpuint (seen.n_emissions, ==, 1);
  g_assert_cmpuint (seen.position, ==, 1);
  g_assert_cmpuint (seen.removed, ==, 1);
  g_assert_cmpuint (seen.added, ==, 0);

  les_article_list_set_query (list, "nowhere");
  assert_ids (list, "");
  les_article_list_set_query (list, "   ");
  g_assert_null (les_article_list_get_query (list));
  assert_ids (list, "bridge bruecke ferry");
  g_assert_cmpuint (seen.n_emissions, ==, 3);
}

static void
test_search_without_texts (void)
{
  g_autoptr (LesSession) session = make_session ();
  g_autoptr (LesArticleList) list = les_article_list_new (les_session_get_project (session), NULL);

  les_article_list_set_query (list, "FERRY");
  assert_ids (list, "ferry");
  les_article_list_set_query (list, "nordpress");
  assert_ids (list, "bruecke");
}

static void
count_cb (gpointer object, guint *count)
{
  (*count)++;
}

static void
test_changes (void)
{
  g_autoptr (LesSession) session = make_session ();
  g_autoptr (LesArticleList) list = les_article_list_new (les_session_get_project (session), NULL);
  g_autoptr (LesArticleItem) item = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_autoptr (LesArticle) copy = les_record_copy (les_article_item_get_article (item));
  guint n_changed = 0;
  Seen seen = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  g_signal_connect (item, "changed", G_CALLBACK (count_cb), &n_changed);

  les_article_set (copy, LES_ARTICLE_TITLE, "Ferry takes the strain");
  les_session_perform (session, les_edits_replace_article (copy));
  g_assert_cmpstr (les_article_item_get_heading (item), ==, "Ferry takes the strain");
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (seen.n_emissions, ==, 0);

  g_free (tag_passage (session, "ferry", "Traffic", NULL));
  g_assert_cmpuint (les_article_item_get_n_annotations (item), ==, 1);
  g_assert_cmpuint (n_changed, ==, 2);

  les_session_perform (session, les_edits_remove_articles (les_session_get_project (session),
                                                         (const char *[]) { "bruecke", NULL }));
  assert_ids (list, "bridge ferry");
  g_assert_cmpuint (seen.position, ==, 1);
  g_assert_cmpuint (seen.removed, ==, 1);
  g_assert_cmpuint (seen.added, ==, 0);

  g_assert_true (les_history_undo (les_session_get_history (session)));
  assert_ids (list, "bridge bruecke ferry");
  g_assert_cmpuint (seen.n_emissions, ==, 2);
}

static LesFilterValue *
find_facet (GPtrArray *facets, LesFacet facet, const char *value)
{
  for (guint i = 0; i < facets->len; i++)
    {
      LesFilterValue *item = facets->pdata[i];

      if (!les_filter_value_is_heading (item) && les_filter_value_get_facet (item) == (int) facet
          && g_str_equal (les_filter_value_get_value (item), value))
        return item;
    }
  return NULL;
}

static void
test_facets (void)
{
  g_autoptr (LesSession) session = make_session ();
  g_autoptr (LesArticleList) list = les_article_list_new (les_session_get_project (session), NULL);
  g_autoptr (GPtrArray) facets = les_facet_list_new (list);
  LesFilterValue *english = find_facet (facets, LES_FACET_LANGUAGE, "en");
  LesFilterValue *german = find_facet (facets, LES_FACET_LANGUAGE, "de");
  LesFilterValue *post = find_facet (facets, LES_FACET_SOURCE, "Fenmark Post");

  g_assert_cmpstr (les_filter_value_get_label (english), ==, "English");
  g_assert_cmpuint (les_filter_value_get_count (english), ==, 2);
  g_assert_cmpuint (les_filter_value_get_count (find_facet (facets, LES_FACET_DATE, "2024")), ==, 2);
  g_assert_nonnull (find_facet (facets, LES_FACET_DATE, ""));
  g_assert_null (find_facet (facets, LES_FACET_LANGUAGE, ""));

  les_filter_toggle (LES_FILTER (les_article_list_get_filter (list)), LES_FACET_LANGUAGE, "de");
  les_facet_list_update (facets, list);
  g_assert_true (les_filter_value_get_chosen (german));
  g_assert_cmpuint (les_filter_value_get_count (german), ==, 1);
  g_assert_cmpuint (les_filter_value_get_count (english), ==, 2);
  g_assert_cmpuint (les_filter_value_get_count (post), ==, 0);
}

static void
test_finalize (void)
{
  LesSession *session = make_session ();
  LesSearch *search = make_ready_search (session);
  LesArticleList *list = les_article_list_new (les_session_get_project (session), search);

  les_article_list_set_query (list, "bridge");
  g_assert_finalize_object (list);
  g_assert_finalize_object (search);
  g_assert_finalize_object (session);
}

/* A keystroke has to be answered within a frame or three, sort keys and all. */
static void
test_many (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesSession) session = les_session_new (project);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LesArticleList) list = NULL;
  gint64 start;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("article-%u", i);
      g_autofree char *title = g_strdup_printf ("Report %u of the harbour", (i * 7919) % 10000);

      g_ptr_array_add (articles, make_article (id, title, NULL, NULL, "2024", "en", "Text"));
    }
  les_session_perform (session, les_edits_add_articles (project, articles));
  list = les_article_list_new (project, NULL);
  les_article_list_set_sort (list, LES_ARTICLE_SORT_HEADING, FALSE);
  les_article_list_set_query (list, "9");

  start = g_get_monotonic_time ();
  les_article_list_set_query (list, "99");
  g_test_minimized_result ((double) (g_get_monotonic_time () - start) / 1000.0, "keystroke, ms");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 250 * 1000);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 280);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article-list/sort", test_sort);
  g_test_add_func ("/article-list/filter", test_filter);
  g_test_add_func ("/article-list/filter-range", test_filter_range);
  g_test_add_func ("/article-list/filter-tags", test_filter_tags);
  g_test_add_func ("/article-list/search", test_search);
  g_test_add_func ("/article-list/search-without-texts", test_search_without_texts);
  g_test_add_func ("/article-list/changes", test_changes);
  g_test_add_func ("/article-list/facets", test_facets);
  g_test_add_func ("/article-list/many", test_many);
  g_test_add_func ("/article-list/finalize", test_finalize);
  return g_test_run ();
}
