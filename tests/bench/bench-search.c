/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "bench-data.h"
#include "les-search.h"

#include <stdio.h>
#include <string.h>

#define N_ARTICLES 10000
#define ARTICLE_BYTES 5000
#define ROWS_SHOWN 20
#define N_RUNS 7

/* What a key press costs: the articles, and what the visible rows show. */
static guint
press_key (LesSearch *search, const char *query)
{
  g_autoptr (GPtrArray) hits = les_search_run (search, query, NULL);

  for (guint i = 0; i < MIN (hits->len, ROWS_SHOWN); i++)
    les_search_hit_free (les_search_describe (search, query, ((LesSearchHit *) hits->pdata[i])->article));
  return hits->len;
}

static void
forget (LesSearch *search)
{
  g_ptr_array_unref (les_search_run (search, "", NULL));
}

/* The whole query at once, as when it is pasted: nothing to narrow down. */
static void
measure_query (LesSearch *search, const char *name, const char *query, const char *folder, const char *word)
{
  BenchTimes times = { NULL };
  g_autofree char *command = g_strdup_printf ("grep -ilrF -- '%s' %s | wc -l", word, folder);
  g_autofree char *what = NULL;
  BenchPeer peer = bench_time_peer ("grep -ilrF", command);
  guint n_hits = 0;

  for (int i = 0; i < N_RUNS; i++)
    {
      forget (search);
      bench_begin (&times);
      n_hits = press_key (search, query);
      bench_end (&times);
    }
  what = g_strdup_printf ("%s (%u articles)", name, n_hits);
  bench_print_row (what, &times, 0, &peer);
  bench_clear (&times);
}

static void
measure_typing (LesSearch *search, const char *name, const char *query)
{
  BenchTimes times = { NULL };
  BenchTimes back = { NULL };
  g_autofree char *what = g_strdup_printf ("typing %s, every key", name);
  g_autofree char *what_back = g_strdup_printf ("deleting %s, every key", name);
  int n_chars = g_utf8_strlen (query, -1);

  for (int i = 1; i <= n_chars; i++)
    {
      g_autofree char *typed = g_utf8_substring (query, 0, i);

      bench_begin (&times);
      press_key (search, typed);
      bench_end (&times);
    }
  for (int i = n_chars - 1; i >= 0; i--)
    {
      g_autofree char *typed = g_utf8_substring (query, 0, i);

      bench_begin (&back);
      press_key (search, typed);
      bench_end (&back);
    }
  bench_print_row (what, &times, 0, NULL);
  bench_print_row (what_back, &back, 0, NULL);
  bench_clear (&times);
  bench_clear (&back);
}

static LesSearch *
fold (LesProject *project)
{
  BenchTimes times = { NULL };
  LesSearch *search;

  bench_reset_peak ();
  bench_begin (&times);
  search = les_search_new (project);
  while (!les_search_get_ready (search))
    g_main_context_iteration (NULL, TRUE);
  bench_end (&times);
  bench_print_row ("making ready, in a worker", &times, bench_get_peak_mb (), NULL);
  bench_clear (&times);
  return search;
}

static void
write_texts (LesProject *project, const char *folder)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);

  for (guint i = 0; i < articles->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%05u.txt", folder, i);

      g_file_set_contents (path, les_text_get_utf8 (les_article_get_text (articles->pdata[i])), -1, NULL);
    }
}

int
main (void)
{
  g_autoptr (BenchData) data = bench_data_new (1);
  g_autoptr (LesProject) project = bench_data_make_project (data, N_ARTICLES, ARTICLE_BYTES, 0);
  g_autofree char *folder = bench_make_folder ();
  g_autofree char *two_words = g_strdup_printf ("%s %s", bench_data_get_word (data, 20),
                                                bench_data_get_word (data, 900));
  g_autofree char *phrase = g_strdup_printf ("\"%s %s\"", bench_data_get_word (data, 1),
                                             bench_data_get_word (data, 2));
  g_autoptr (LesSearch) search = NULL;

  write_texts (project, folder);
  bench_print_title ("Search in %d articles of %d bytes, with the snippets of %d rows", N_ARTICLES, ARTICLE_BYTES,
                     ROWS_SHOWN);
  search = fold (project);
  measure_query (search, "one letter", "e", folder, "e");
  measure_query (search, "frequent word", bench_data_get_word (data, 20), folder, bench_data_get_word (data, 20));
  measure_query (search, "rare word", bench_data_get_word (data, 50000), folder, bench_data_get_word (data, 50000));
  measure_query (search, "no such word", "qqqxqq", folder, "qqqxqq");
  measure_query (search, "two words", two_words, folder, bench_data_get_word (data, 900));
  measure_query (search, "phrase", phrase, folder, bench_data_get_word (data, 1));
  measure_typing (search, "two words", two_words);
  measure_typing (search, "a rare word", bench_data_get_word (data, 50000));
  bench_remove_folder (folder);
  return 0;
}
