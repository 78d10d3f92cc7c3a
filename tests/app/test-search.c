/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-error.h"
#include "les-fold.h"
#include "les-query.h"
#include "les-search.h"
#include "les-snippet.h"

#include <string.h>

static LesArticle *
make_article (const char *id, const char *title, const char *words)
{
  g_autoptr (LesText) text = les_text_new (words, -1);
  LesArticle *article = les_article_new (id, text);

  les_article_set (article, LES_ARTICLE_TITLE, title);
  return article;
}

static void
put (LesProject *project, LesArticle *article)
{
  g_autoptr (LesChange) change = les_change_new (LES_CHANGE_ADD_ARTICLES);
  g_autoptr (LesChange) inverse = NULL;

  les_change_put (change, g_object_ref (article));
  inverse = les_project_apply (project, change);
}

static void
put_new (LesProject *project, const char *id, const char *title, const char *words)
{
  g_autoptr (LesArticle) article = make_article (id, title, words);

  put (project, article);
}

static void
take_away (LesProject *project, const char *id)
{
  g_autoptr (LesChange) change = les_change_new (LES_CHANGE_REMOVE_ARTICLES);
  g_autoptr (LesChange) inverse = NULL;

  les_change_remove (change, LES_RECORD_ARTICLE, id);
  inverse = les_project_apply (project, change);
}

static void
assert_found (LesSearch *search, const char *query, const char *ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = les_search_run (search, query, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      LesSearchHit *hit = g_ptr_array_index (hits, i);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", hit->article);
    }
  g_assert_cmpstr (found->str, ==, ids);
}

static void
test_fold (void)
{
  const struct { const char *a, *b; } cases[] = {
    { "STRASSE", "straße" },
    { "Straẞe", "strasse" },
    { "Übergröße", "ubergrosse" },
    { "U\xCC\x88" "ber", "über" },
    { "café", "CAFE" },
    { "ﬁnden", "finden" },
    { "Ｗｉｄｅ", "wide" },
    { "ΣΊΣΥΦΟΣ", "σισυφος" },
    { "don’t", "don't" },
    { "2024–2025", "2024-2025" },
    { "a \n\t b", "a b" },
    { "a\xC2\xA0" "b", "a b" },
    { "Ver\xC2\xAD" "handlung", "verhandlung" },
    { "ЁЛКА", "елка" },
    { "İstanbul", "istanbul" },
    { "ℌaus", "haus" },
    { "東京", "東京" },
    { "ガ", "ｶﾞ" },
    { "각", "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = les_fold (cases[i].a, strlen (cases[i].a), NULL);
      g_autofree char *b = les_fold (cases[i].b, strlen (cases[i].b), NULL);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_fold_keeps_apart (void)
{
  const struct { const char *a, *b; } cases[] = {
    { "masse", "maße!" },
    { "ab", "a b" },
    { "1", "2" },
    { "東", "京" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = les_fold (cases[i].a, strlen (cases[i].a), NULL);
      g_autofree char *b = les_fold (cases[i].b, strlen (cases[i].b), NULL);

      g_assert_cmpstr (a, !=, b);
    }
}

/* The walk that maps offsets and the folding itself must agree on every
 * character there is. */
static void
test_fold_walk_agrees (void)
{
  for (gunichar c = 1; c <= 0x1FFFF; c++)
    {
      char utf8[8] = "";
      gsize n_bytes;
      gsize n_walked;
      gboolean after_space = FALSE;
      g_autofree char *folded = NULL;

      if (!g_unichar_validate (c))
        continue;
      g_unichar_to_utf8 (c, utf8);
      folded = les_fold (utf8, strlen (utf8), &n_bytes);
      les_fold_next_char (utf8, &after_space, &n_walked);
      g_assert_cmpuint (n_bytes, ==, n_walked);
      g_assert_true (g_utf8_validate (folded, n_bytes, NULL));
    }
}

/* In the texts, [ ] stand around what must be marked. */
static void
assert_marked (const char *query, const char *marked)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (LesText) text = NULL;
  g_autoptr (GArray) hits = NULL;
  guint next = 0;

  for (const char *p = marked; *p != '\0'; p++)
    if (*p != '[' && *p != ']')
      g_string_append_c (plain, *p);
  text = les_text_new (plain->str, -1);
  hits = les_search_in_text (text, query);

  for (int i = 0; i <= les_text_get_n_chars (text); i++)
    {
      if (next < hits->len && g_array_index (hits, LesTextRange, next).end == i)
        {
          g_string_append_c (shown, ']');
          next++;
        }
      if (next < hits->len && g_array_index (hits, LesTextRange, next).start == i)
        g_string_append_c (shown, '[');
      if (i < les_text_get_n_chars (text))
        g_string_append_unichar (shown, les_text_get_char (text, i));
    }
  g_assert_cmpstr (shown->str, ==, marked);
}

static void
test_marks (void)
{
  const struct { const char *query, *marked; } cases[] = {
    { "haus", "Das [Haus] im [Haus]" },
    { "ss", "Stra[ß]e, Ma[ss]e" },
    { "s", "[S]tra[ß]e, Ma[s][s]e" },
    { "rasse", "St[raße] und St[RASSE]" },
    { "uber", "[Über] allem, [u\xCC\x88" "ber] allem" },
    { "u", "[u\xCC\x88] [ü] [u]" },
    { "fi", "Der [ﬁ]nale [Fi]sch" },
    { "i", "Der [ﬁ]nale F[i]sch" },
    { "zwei drei", "eins [zwei] [drei] vier [zwei]" },
    { "\"zwei drei\"", "[zwei\n  drei] drei zwei [zwei drei]" },
    { "„zwei drei“", "[zwei drei] zwei" },
    { "\"zwei dr", "[zwei dr]ei zwei" },
    { "ab bc", "[abc] [bc] [ab]" },
    { "aa", "[aa][aa]a" },
    { "don't", "I [don’t]" },
    { "verhandlung", "[Ver\xC2\xAD" "handlung]en" },
    { "kein", "nichts davon" },
    { "", "nichts davon" },
    { "\"", "nichts davon" },
    { "\xCC\x88", "nichts davon" },
    { "😀", "vor [😀] nach" },
    { "b", "😀[b]😀" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_marked (cases[i].query, cases[i].marked);
}

static void
test_query_refused (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (les_query_new ("ab\xFF", &error));
  g_assert_error (error, LES_ERROR, LES_ERROR_QUERY);
  g_clear_error (&error);

  for (int i = 0; i <= LES_LIMIT_QUERY_WORDS; i++)
    g_string_append_printf (many, "w%d ", 100 + i);
  g_assert_null (les_query_new (many->str, &error));
  g_assert_error (error, LES_ERROR, LES_ERROR_QUERY);
}

static void
test_all_words_must_occur (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesSearch) search = NULL;

  put_new (project, "a", "Brücke gesperrt", "Die Brücke in Oberwinkel bleibt gesperrt.");
  put_new (project, "b", "Bridge closed", "The bridge in Oberwinkel stays closed.");
  put_new (project, "c", "Sitzung", "Der Rat tagt. Die Brücke war kein Thema.");
  search = les_search_new (project);

  g_assert_true (les_search_get_ready (search));
  assert_found (search, "", "a b c");
  assert_found (search, "oberwinkel", "a b");
  assert_found (search, "BRUCKE", "a c");
  assert_found (search, "brücke thema", "c");
  assert_found (search, "thema brücke", "c");
  assert_found (search, "\"brücke thema\"", "");
  assert_found (search, "\"in Oberwinkel\" bleibt", "a");
  assert_found (search, "rück", "a c");
  assert_found (search, "gibtesnicht", "");
}

static void
test_details_are_searched (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesArticle) article = make_article ("a", "Titel Eins", "Nur Text.");
  g_autoptr (LesSearch) search = NULL;
  LesSearchHit *hit;

  les_article_set (article, LES_ARTICLE_OUTLET, "Tagesbote");
  les_article_set (article, LES_ARTICLE_AGENCY, "knp");
  les_article_set (article, LES_ARTICLE_AUTHOR, "Jörg Möhre");
  les_article_set (article, LES_ARTICLE_PLACE, "Oberwinkel");
  put (project, article);
  search = les_search_new (project);

  assert_found (search, "tagesbote", "a");
  assert_found (search, "mohre", "a");
  assert_found (search, "oberwinkel text", "a");
  assert_found (search, "\"Eins Tagesbote\"", "");

  hit = les_search_describe (search, "tagesbote", "a");
  g_assert_cmpint (hit->n_hits, ==, 1);
  g_assert_cmpint (hit->first.start, ==, -1);
  g_assert_null (hit->snippet);
  les_search_hit_free (hit);
}

static void
test_narrowing_forgets_nothing (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesSearch) search = NULL;

  put_new (project, "a", NULL, "alpha beta");
  put_new (project, "b", NULL, "alpha gamma");
  search = les_search_new (project);

  assert_found (search, "alp", "a b");
  assert_found (search, "alpha b", "a");
  assert_found (search, "alpha", "a b");
  assert_found (search, "gamma", "b");
  assert_found (search, "gamma al", "b");
  assert_found (search, "al", "a b");
}

static void
test_follows_project (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesSearch) search = les_search_new (project);

  assert_found (search, "alpha", "");
  put_new (project, "a", NULL, "alpha");
  assert_found (search, "alpha", "a");
  put_new (project, "b", NULL, "alpha beta");
  assert_found (search, "alpha", "a b");
  put_new (project, "a", NULL, "gamma");
  assert_found (search, "alpha", "b");
  assert_found (search, "gamma", "a");
  take_away (project, "b");
  assert_found (search, "alpha", "");
  g_assert_true (les_search_get_ready (search));
}

static char *
make_long_text (int n_words)
{
  GString *words = g_string_new (NULL);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (words, "Wort%d ", i);
  return g_string_free (words, FALSE);
}

static void
count_notify_cb (LesSearch *search, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
wait_until_ready (LesSearch *search)
{
  while (!les_search_get_ready (search))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_large_is_folded_in_worker (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autofree char *words = make_long_text (600000);
  LesSearch *search;
  guint n_notified = 0;

  put_new (project, "a", NULL, words);
  put_new (project, "b", NULL, words);
  search = les_search_new (project);
  g_signal_connect (search, "notify::ready", G_CALLBACK (count_notify_cb), &n_notified);
  g_assert_false (les_search_get_ready (search));

  /* What changes meanwhile wins over what the worker brings. */
  put_new (project, "b", NULL, "kurz");
  take_away (project, "a");
  wait_until_ready (search);

  g_assert_cmpuint (n_notified, ==, 1);
  assert_found (search, "wort77", "");
  assert_found (search, "kurz", "b");
  g_assert_finalize_object (search);
}

static void
test_dropped_while_folding (void)
{
  g_autofree char *words = make_long_text (600000);
  LesProject *project = les_project_new ();
  LesSearch *search;

  put_new (project, "a", NULL, words);
  search = les_search_new (project);
  g_assert_finalize_object (search);
  g_assert_finalize_object (project);
  /* The answer of the worker arrives after the search is gone. */
  for (int i = 0; i < 50; i++)
    {
      g_usleep (2000);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
assert_snippet (const char *words, const char *query, const char *expected)
{
  g_autoptr (LesText) text = les_text_new (words, -1);
  g_autoptr (GArray) hits = les_search_in_text (text, query);
  g_autofree char *snippet = NULL;

  g_assert_cmpuint (hits->len, >, 0);
  snippet = les_snippet_cut (text, g_array_index (hits, LesTextRange, 0));
  if (expected != NULL)
    g_assert_cmpstr (snippet, ==, expected);
  g_assert_cmpint (g_utf8_strlen (snippet, -1), <=, LES_SNIPPET_CHARS + 2);
  g_assert_null (strchr (snippet, '\n'));
  g_assert_nonnull (strstr (snippet, g_utf8_strlen (query, -1) < LES_SNIPPET_CHARS ? query : "x"));
}

static void
test_snippets (void)
{
  g_autofree char *long_word = g_strnfill (5000, 'x');
  g_autofree char *no_spaces = g_strdup_printf ("%sHIER%s", long_word, long_word);

  assert_snippet ("kurz und gut", "gut", "kurz und gut");
  assert_snippet ("Titel\n\nEine\nZeile   mit\tTreffer drin\n\nDanach", "Treffer",
                  "Eine Zeile mit Treffer drin");
  assert_snippet ("Der Rat der Gemeinde Oberwinkel hat am Dienstagabend nach langer Sitzung beschlossen, "
                  "die Brücke über die Winkel für den Verkehr zu sperren und im Frühjahr zu erneuern.",
                  "Brücke",
                  "…Sitzung beschlossen, die Brücke über die Winkel für den Verkehr zu sperren und im…");
  assert_snippet ("Ganz am Ende eines ziemlich langen Absatzes, der sehr viele Worte hat und gar nicht "
                  "aufhören mag, steht es: Treffer", "Treffer", NULL);
  assert_snippet (no_spaces, "HIER", NULL);
  assert_snippet (long_word, long_word, NULL);
}

static void
test_describe (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesSearch) search = NULL;
  LesSearchHit *hit;

  put_new (project, "a", "Titel", "Über die Straße. Die strasse ist lang.");
  search = les_search_new (project);
  hit = les_search_describe (search, "strasse uber", "a");

  g_assert_cmpstr (hit->article, ==, "a");
  g_assert_cmpint (hit->n_hits, ==, 3);
  g_assert_cmpint (hit->first.start, ==, 0);
  g_assert_cmpint (hit->first.end, ==, 4);
  g_assert_cmpstr (hit->snippet, ==, "Über die Straße. Die strasse ist lang.");
  g_assert_cmpuint (hit->snippet_hits->len, ==, 3);
  g_assert_cmpint (g_array_index (hit->snippet_hits, LesTextRange, 1).end, ==, 15);
  les_search_hit_free (hit);

  g_assert_null (les_search_describe (search, "strasse", "nobody"));
}

static char *
make_random_text (int n_chars)
{
  const char * const parts[] = {
    "a", "A", "b", "ß", "ẞ", "ü", "u\xCC\x88", "ﬁ", "i", "s", " ", " ", "\n", "\n\n", "’", "–", "😀", "東", "각",
    "\xC2\xAD", "\xC2\xA0", "İ", "ﷺ", "½", "\xCC\x81",
  };
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n_chars; i++)
    g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

/* Whatever stands in a text is found in it, and what is marked says the same. */
static void
test_any_part_is_found (void)
{
  for (int run = 0; run < 3000; run++)
    {
      g_autofree char *words = make_random_text (40);
      g_autoptr (LesText) text = les_text_new (words, -1);
      int start = g_test_rand_int_range (0, les_text_get_n_chars (text));
      int end = MIN (les_text_get_n_chars (text), start + g_test_rand_int_range (1, 8));
      g_autofree char *part = les_text_dup_range (text, LES_TEXT_RANGE (start, end));
      g_autofree char *query = g_strdup_printf ("\"%s\"", part);
      g_autofree char *folded = les_fold (part, strlen (part), NULL);
      g_autoptr (GArray) hits = les_search_in_text (text, query);
      int last = -1;

      g_assert_cmpint (hits->len > 0, ==, *g_strstrip (folded) != '\0');
      for (guint i = 0; i < hits->len; i++)
        {
          LesTextRange hit = g_array_index (hits, LesTextRange, i);
          g_autofree char *marked = les_text_dup_range (text, hit);
          g_autofree char *marked_folded = les_fold (marked, strlen (marked), NULL);
          g_autofree char *snippet = les_snippet_cut (text, hit);

          g_assert_cmpint (last, <=, hit.start);
          g_assert_cmpint (hit.start, <, hit.end);
          g_assert_nonnull (strstr (marked_folded, folded));
          g_assert_true (g_utf8_validate (snippet, -1, NULL));
          last = hit.end;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/query-refused", test_query_refused);
  g_test_add_func ("/search/fold", test_fold);
  g_test_add_func ("/search/fold-keeps-apart", test_fold_keeps_apart);
  g_test_add_func ("/search/fold-walk-agrees", test_fold_walk_agrees);
  g_test_add_func ("/search/marks", test_marks);
  g_test_add_func ("/search/any-part-is-found", test_any_part_is_found);
  g_test_add_func ("/search/all-words-must-occur", test_all_words_must_occur);
  g_test_add_func ("/search/details-are-searched", test_details_are_searched);
  g_test_add_func ("/search/narrowing-forgets-nothing", test_narrowing_forgets_nothing);
  g_test_add_func ("/search/follows-project", test_follows_project);
  g_test_add_func ("/search/large-is-folded-in-worker", test_large_is_folded_in_worker);
  g_test_add_func ("/search/dropped-while-folding", test_dropped_while_folding);
  g_test_add_func ("/search/snippets", test_snippets);
  g_test_add_func ("/search/describe", test_describe);

  return g_test_run ();
}
