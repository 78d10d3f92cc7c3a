/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-data.h"
#include "bench.h"
#include "les-history.h"
#include "les-rebase.h"
#include "les-text-edits.h"

/* What "Apply" costs after an article was edited: the change, made and performed. */

#define ARTICLE_BYTES 300000
#define N_ANNOTATIONS 2000
#define N_RUNS 5
#define N_HOSTILE_WORDS 1000000

/* One character in so many is another one. */
static LesText *
corrupt (LesText *text, GRand *random, int one_in)
{
  const char *end = les_text_get_utf8 (text) + les_text_get_n_bytes (text);
  GString *words = g_string_new (NULL);
  gsize n_bytes;

  for (const char *p = les_text_get_utf8 (text); p < end; p = g_utf8_next_char (p))
    if (one_in > 0 && g_rand_int_range (random, 0, one_in) == 0)
      g_string_append_c (words, (char) g_rand_int_range (random, 'a', 'z'));
    else
      g_string_append_unichar (words, g_utf8_get_char (p));
  n_bytes = words->len;
  return les_text_new_take (g_string_free (words, FALSE), n_bytes);
}

static LesText *
insert_line (LesText *text)
{
  g_autofree char *head = les_text_dup_range (text, LES_TEXT_RANGE (0, 1000));
  g_autofree char *tail = les_text_dup_range (text, LES_TEXT_RANGE (1000, les_text_get_n_chars (text)));
  g_autofree char *words = g_strconcat (head, " one line more ", tail, NULL);

  return les_text_new (words, -1);
}

static void
measure (const char *what, LesProject *project, LesText *after)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  LesTextEditSummary summary;
  g_autofree char *row = NULL;
  BenchTimes times = { NULL };

  bench_reset_peak ();
  for (int i = 0; i < N_RUNS; i++)
    {
      g_autoptr (LesHistory) history = les_history_new (project);
      g_autoptr (LesArticle) copy = les_record_copy (articles->pdata[0]);

      les_article_set_text (copy, after);
      bench_begin (&times);
      les_history_perform (history, les_text_edits_replace_text (project, copy, NULL, &summary));
      bench_end (&times);
      les_history_undo (history);
    }
  row = g_strdup_printf ("%s: %u kept, %u changed, %u moved, %u to place", what,
                         summary.n_kept, summary.n_changed, summary.n_moved, summary.n_unplaced);
  bench_print_row (row, &times, bench_get_peak_mb (), NULL);
  bench_clear (&times);
}

static LesText *
make_hostile (const char *rare, int one_in)
{
  GString *words = g_string_new (rare);
  gsize n_bytes;

  for (int i = 0; i < N_HOSTILE_WORDS; i++)
    g_string_append (words, i % one_in == 0 ? rare : " a");
  g_string_append (words, rare);
  n_bytes = words->len;
  return les_text_new_take (g_string_free (words, FALSE), n_bytes);
}

static void
measure_hostile (void)
{
  g_autoptr (LesText) before = make_hostile (" b", 1000);
  g_autoptr (LesText) after = make_hostile (" c", 900);
  BenchTimes times = { NULL };

  bench_reset_peak ();
  bench_begin (&times);
  les_rebase_free (les_rebase_new (before, after, NULL));
  bench_end (&times);
  bench_print_row ("a million equal words", &times, bench_get_peak_mb (), NULL);
  bench_clear (&times);
}

int
main (int argc, char *argv[])
{
  g_autoptr (BenchData) data = bench_data_new (5);
  g_autoptr (LesProject) project = bench_data_make_project (data, 1, ARTICLE_BYTES, N_ANNOTATIONS);
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  LesText *text = les_article_get_text (articles->pdata[0]);
  g_autoptr (LesText) inserted = insert_line (text);
  g_autoptr (LesText) corrected = corrupt (text, data->random, 100);
  g_autoptr (LesText) wrecked = corrupt (text, data->random, 20);

  bench_print_title ("Apply, for an article of %d bytes and %d annotations", ARTICLE_BYTES, N_ANNOTATIONS);
  measure ("one line inserted", project, inserted);
  measure ("1 % of the characters", project, corrected);
  measure ("5 % of the characters", project, wrecked);
  measure_hostile ();
  return 0;
}
