/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "bench-data.h"
#include "les-edits.h"
#include "les-session.h"

#include <stdio.h>
#include <string.h>

#define N_WORDS 500
#define N_SINGLE 50
/* As much of the articles is agency copy, each of it in so many of them. */
#define COPY_PERCENT 30
#define N_OUTLETS 8
#define N_FOOTERS 5

static void
append_own (BenchData *data, GString *text, guint n_words)
{
  g_autofree char *words = bench_data_make_article (data, n_words * 9);
  char *p = words;

  for (guint i = 0; i < n_words && *p != '\0'; i++)
    {
      p += strcspn (p, " ");
      p += strspn (p, " ");
    }
  g_string_append_len (text, words, p - words);
  g_string_append (text, "\n\n");
}

static char *
make_passage (BenchData *data, guint n_words)
{
  GString *text = g_string_new (NULL);

  append_own (data, text, n_words);
  return g_string_free (text, FALSE);
}

/* Articles of one desk end in the same words; some carry agency copy. */
static GPtrArray *
make_texts (BenchData *data, guint n_articles)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *copy = NULL;
  char *footers[N_FOOTERS];

  for (guint i = 0; i < N_FOOTERS; i++)
    footers[i] = make_passage (data, 25);
  for (guint i = 0; i < n_articles; i++)
    {
      GString *text = g_string_new (NULL);
      gboolean has_copy = i / N_OUTLETS % 100 < COPY_PERCENT;

      if (i % N_OUTLETS == 0)
        {
          g_free (copy);
          copy = make_passage (data, 250);
        }
      append_own (data, text, has_copy ? N_WORDS - 275 : N_WORDS - 25);
      if (has_copy)
        g_string_append (text, copy);
      g_string_append (text, footers[i % N_FOOTERS]);
      g_ptr_array_add (texts, g_string_free (text, FALSE));
    }
  for (guint i = 0; i < N_FOOTERS; i++)
    g_free (footers[i]);
  return texts;
}

static GPtrArray *
make_documents (GPtrArray *texts)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) les_document_unref);

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (LesText) text = les_text_new (texts->pdata[i], -1);

      g_ptr_array_add (documents, les_document_new_raw (text, "de"));
    }
  return documents;
}

static void
put (LesCollection *collection, guint number, LesDocument *document)
{
  g_autofree char *id = g_strdup_printf ("article-%u", number);

  les_collection_put (collection, id, document);
}

static void
fill (LesCollection *collection, GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    put (collection, i, documents->pdata[i]);
}

static gsize
count_bytes (GPtrArray *texts)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < texts->len; i++)
    n_bytes += strlen (texts->pdata[i]);
  return n_bytes;
}

static LesCollection *
measure_filling (GPtrArray *texts, GPtrArray *documents)
{
  BenchTimes times = { NULL };
  LesCollection *collection = les_collection_new ();
  double n_mb;

  bench_reset_peak ();
  n_mb = -bench_get_peak_mb ();
  bench_begin (&times);
  fill (collection, documents);
  bench_end (&times);
  n_mb += bench_get_peak_mb ();
  bench_print_row ("index", &times, n_mb, NULL);
  /* Where the heap was larger before, nothing can be said. */
  if (n_mb >= 1)
    printf ("%34s %.1f times the %.0f MB of text\n", "", n_mb * 1048576 / count_bytes (texts),
            count_bytes (texts) / 1e6);
  bench_clear (&times);
  return collection;
}

static void
measure_pairs (LesCollection *collection)
{
  BenchTimes times = { NULL };
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *what = NULL;

  bench_begin (&times);
  pairs = les_collection_find_pairs (collection, NULL, NULL);
  groups = les_collection_find_groups (collection, pairs);
  bench_end (&times);
  what = g_strdup_printf ("all pairs (%u) and groups (%u)", pairs->len, groups->len);
  bench_print_row (what, &times, 0, NULL);
  bench_clear (&times);
}

/* What sim_text does in one go; it names fewer pairs. */
static void
measure_beside (GPtrArray *documents, const BenchPeer *peer)
{
  BenchTimes times = { NULL };
  g_autoptr (LesCollection) collection = les_collection_new ();
  g_autoptr (GArray) pairs = NULL;

  bench_begin (&times);
  fill (collection, documents);
  pairs = les_collection_find_pairs (collection, NULL, NULL);
  bench_end (&times);
  bench_print_row ("index and pairs together", &times, 0, peer);
  bench_clear (&times);
}

/* What an article costs that comes to many: taken in, and its likes named. */
static void
measure_single (LesCollection *collection, GPtrArray *documents)
{
  BenchTimes adding = { NULL };
  BenchTimes asking = { NULL };
  BenchTimes removing = { NULL };

  for (guint i = 0; i < N_SINGLE; i++)
    {
      guint number = i * documents->len / N_SINGLE;
      g_autofree char *id = g_strdup_printf ("article-%u", number);
      g_autoptr (GArray) similar = NULL;
      g_autoptr (GArray) shared = NULL;

      bench_begin (&removing);
      les_collection_remove (collection, id);
      bench_end (&removing);
      bench_begin (&adding);
      put (collection, number, documents->pdata[number]);
      similar = les_collection_find_similar (collection, id, 10, NULL, NULL);
      bench_end (&adding);
      bench_begin (&asking);
      shared = les_collection_find_shared (collection, id, NULL, NULL);
      bench_end (&asking);
    }
  bench_print_row ("one more, with its ten likes", &adding, 0, NULL);
  bench_print_row ("what of one is shared", &asking, 0, NULL);
  bench_print_row ("one less", &removing, 0, NULL);
  bench_clear (&adding);
  bench_clear (&asking);
  bench_clear (&removing);
}

static void
write_texts (GPtrArray *texts, const char *folder)
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%05u.txt", folder, i);

      g_file_set_contents (path, texts->pdata[i], -1, NULL);
    }
}

/* Debian's similarity-tester; without it the columns stay empty. */
static BenchPeer
time_sim (GPtrArray *texts)
{
  g_autofree char *program = g_find_program_in_path ("sim_text");
  g_autofree char *folder = bench_make_folder ();
  g_autofree char *command = g_strdup_printf ("cd %s && ls | sim_text -p -i -r 8 >sim.out", folder);
  BenchPeer peer = { "sim_text -p", 0, 0 };

  if (program == NULL)
    {
      bench_remove_folder (folder);
      return peer;
    }
  write_texts (texts, folder);
  peer = bench_time_peer ("sim_text -p", command);
  bench_remove_folder (folder);
  return peer;
}

static void
measure (BenchData *data, guint n_articles)
{
  g_autoptr (GPtrArray) texts = make_texts (data, n_articles);
  g_autoptr (GPtrArray) documents = make_documents (texts);
  g_autoptr (LesCollection) collection = NULL;
  BenchPeer peer = time_sim (texts);

  bench_print_title ("%u articles of %d words; %d %% carry copy that %d have", n_articles, N_WORDS, COPY_PERCENT,
                     N_OUTLETS);
  collection = measure_filling (texts, documents);
  measure_pairs (collection);
  measure_beside (documents, &peer);
  measure_single (collection, documents);
}

/* The worst: everything stands in as many articles as are looked at. */
static void
measure_worst (BenchData *data, guint n_articles, guint n_same)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (LesCollection) collection = NULL;

  for (guint i = 0; i < n_articles; i++)
    g_ptr_array_add (texts, i % n_same == 0 ? make_passage (data, N_WORDS) : g_strdup (texts->pdata[i - 1]));
  documents = make_documents (texts);
  bench_print_title ("%u articles of %d words, always %u the same", n_articles, N_WORDS, n_same);
  collection = measure_filling (texts, documents);
  measure_pairs (collection);
  measure_single (collection, documents);
}

static LesProject *
make_project (GPtrArray *texts)
{
  LesProject *project = les_project_new ();
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LesChange) change = NULL;
  g_autoptr (LesChange) inverse = NULL;

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (LesText) text = les_text_new (texts->pdata[i], -1);

      g_ptr_array_add (articles, les_article_new (NULL, text));
    }
  change = les_edits_add_articles (project, articles);
  inverse = les_project_apply (project, change);
  return project;
}

/* Runs the main loop until the worker is done. Each turn is one entry of @turns:
 * its worst is how long a window would have stood still. */
static void
wait (LesRelated *related, BenchTimes *turns)
{
  while (les_related_get_busy (related))
    {
      while (!g_main_context_pending (NULL) && les_related_get_busy (related))
        g_usleep (500);
      bench_begin (turns);
      g_main_context_iteration (NULL, FALSE);
      bench_end (turns);
    }
}

static void
remove_first (LesProject *project, BenchTimes *telling)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  const char *ids[] = { les_record_get_id (articles->pdata[0]), NULL };
  g_autoptr (LesChange) change = les_edits_remove_articles (project, ids);
  g_autoptr (LesChange) inverse = NULL;

  bench_begin (telling);
  inverse = les_project_apply (project, change);
  bench_end (telling);
}

/* What the window has of it: everything in a worker, the structure of the reports recognised as well. */
static void
measure_background (BenchData *data, guint n_articles)
{
  g_autoptr (GPtrArray) texts = make_texts (data, n_articles);
  g_autoptr (LesProject) project = make_project (texts);
  g_autoptr (LesRelated) related = NULL;
  BenchTimes all = { NULL };
  BenchTimes again = { NULL };
  BenchTimes telling = { NULL };
  BenchTimes turns = { NULL };

  bench_print_title ("%u articles in a window", n_articles);
  bench_begin (&all);
  related = les_related_new (project);
  wait (related, &turns);
  bench_end (&all);
  bench_print_row ("known, from the start, in a worker", &all, 0, NULL);
  for (int i = 0; i < 5; i++)
    {
      remove_first (project, &telling);
      bench_begin (&again);
      wait (related, &turns);
      bench_end (&again);
    }
  bench_print_row ("known after one change, in a worker", &again, 0, NULL);
  bench_print_row ("one change, main thread", &telling, 0, NULL);
  bench_print_row ("an answer taken in, main thread", &turns, 0, NULL);
  bench_clear (&all);
  bench_clear (&again);
  bench_clear (&telling);
  bench_clear (&turns);
}

int
main (void)
{
  g_autoptr (BenchData) data = bench_data_new (1);

  measure (data, 100);
  measure (data, 1000);
  measure (data, 10000);
  measure_worst (data, 10000, 200);
  measure_worst (data, 10000, 10000);
  measure_background (data, 10000);
  return 0;
}
