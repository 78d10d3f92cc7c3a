/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast the engine is beside programs that compare words, and what it finds.
 *
 * Peers that are not installed are left out and named: wdiff, dwdiff, git, sim_text
 * (package similarity-tester), and the packages diff and diff-match-patch of npm, which
 * node finds in the folder that NODE_PATH names. One that needs more than PEER_SECONDS
 * counts as not finished and is not asked for longer texts. At a million words the
 * peers run only with LESART_BENCH_ALL=1: it takes half an hour. */
#include "bench.h"
#include "bench-data.h"
#include "les-comparer.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

#define N_WORDS_VOCABULARY 20000
#define BURST_WORDS 2.5
#define SENTENCE_WORDS 14
#define MAX_PEER_WORDS 100000
#define PEER_SECONDS 20

/* A made-up text: words that remember which word of the first text they copy. */
typedef struct
{
  GArray *words;       /* of Word */
  GString *utf8;
  GArray *starts;      /* of int: where each word starts, in Unicode characters */
} Story;

typedef struct
{
  guint rank;          /* in the vocabulary */
  int copy_of;         /* index in the first text, or -1 */
  gboolean ends_sentence;
  gboolean ends_paragraph;
} Word;

static Story *
new_story (void)
{
  Story *story = g_new0 (Story, 1);

  story->words = g_array_new (FALSE, FALSE, sizeof (Word));
  story->utf8 = g_string_new (NULL);
  story->starts = g_array_new (FALSE, FALSE, sizeof (int));
  return story;
}

static void
free_story (Story *story)
{
  g_array_unref (story->words);
  g_string_free (story->utf8, TRUE);
  g_array_unref (story->starts);
  g_free (story);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Story, free_story)

/* Few words often, many seldom, as in a language. */
static guint
draw_rank (GRand *random)
{
  double x = g_rand_double (random);

  return (guint) (N_WORDS_VOCABULARY * x * x * x * x);
}

static void
write_story (Story *story, BenchData *data)
{
  int offset = 0;
  gboolean starts = TRUE;

  for (guint i = 0; i < story->words->len; i++)
    {
      const Word *word = &g_array_index (story->words, Word, i);
      const char *letters = bench_data_get_word (data, word->rank);
      gboolean ends = word->ends_sentence || word->ends_paragraph;
      g_autofree char *first = g_utf8_substring (letters, 0, 1);
      g_autofree char *capital = starts ? g_utf8_strup (first, -1) : g_strdup (first);

      g_array_append_val (story->starts, offset);
      g_string_append (story->utf8, capital);
      g_string_append (story->utf8, letters + strlen (first));
      g_string_append (story->utf8, word->ends_paragraph ? ".\n\n" : ends ? ". " : " ");
      offset += g_utf8_strlen (letters, -1) + (word->ends_paragraph ? 3 : ends ? 2 : 1);
      starts = ends;
    }
}

static Story *
make_story (GRand *random, guint n_words)
{
  Story *story = new_story ();
  guint left = 0;

  for (guint i = 0; i < n_words; i++)
    {
      Word word = { draw_rank (random), i, i % SENTENCE_WORDS == SENTENCE_WORDS - 1, FALSE };

      if (left == 0)
        left = g_rand_int_range (random, 25, 110);
      word.ends_paragraph = --left == 0 || i + 1 == n_words;
      g_array_append_val (story->words, word);
    }
  return story;
}

/* The paragraphs of @story, each as a range of words. */
static GArray *
list_paragraphs (const Story *story)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (LesTextRange));
  int start = 0;

  for (guint i = 0; i < story->words->len; i++)
    if (g_array_index (story->words, Word, i).ends_paragraph)
      {
        LesTextRange range = { start, i + 1 };

        g_array_append_val (paragraphs, range);
        start = i + 1;
      }
  return paragraphs;
}

static void
append_new (Story *story, GRand *random, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      Word word = { draw_rank (random), -1, FALSE, FALSE };

      g_array_append_val (story->words, word);
    }
}

/* Copies a paragraph; @share of its words is touched in bursts: replaced, left
 * out, put in. */
static void
copy_paragraph (Story *copy, GRand *random, const Story *story, LesTextRange range, double share)
{
  double p = share / (BURST_WORDS * (1 - share) + 1e-9);
  guint n_before = copy->words->len;

  for (int i = range.start; i < range.end; i++)
    {
      Word word = g_array_index (story->words, Word, i);

      word.ends_paragraph = FALSE;
      if (g_rand_double (random) < p)
        {
          guint burst = 1;
          int way = g_rand_int_range (random, 0, 3);

          while (g_rand_double (random) < 1 - 1 / BURST_WORDS)
            burst++;
          if (way != 1)
            append_new (copy, random, burst);
          if (way != 2)
            {
              i += burst - 1;
              continue;
            }
        }
      g_array_append_val (copy->words, word);
    }
  if (copy->words->len > n_before)
    g_array_index (copy->words, Word, copy->words->len - 1).ends_paragraph = TRUE;
}

static Story *
make_copy (GRand *random, const Story *story, double share, gboolean is_shuffled)
{
  Story *copy = new_story ();
  g_autoptr (GArray) paragraphs = list_paragraphs (story);

  for (guint i = paragraphs->len; is_shuffled && i > 1; i--)
    {
      guint other = g_rand_int_range (random, 0, i);
      LesTextRange range = g_array_index (paragraphs, LesTextRange, i - 1);

      g_array_index (paragraphs, LesTextRange, i - 1) = g_array_index (paragraphs, LesTextRange, other);
      g_array_index (paragraphs, LesTextRange, other) = range;
    }
  for (guint i = 0; i < paragraphs->len; i++)
    copy_paragraph (copy, random, story, g_array_index (paragraphs, LesTextRange, i), share);
  return copy;
}

static LesDocument *
make_document (const Story *story)
{
  g_autoptr (LesText) text = les_text_new (story->utf8->str, story->utf8->len);

  return les_document_new_raw (text, "de");
}

static guint
find_word (const Story *story, int offset)
{
  guint low = 0;
  guint high = story->starts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (story->starts, int, middle) < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The words of a passage that no difference holds. */
static GArray *
list_equal (const Story *story, const LesMatch *match, gboolean is_left)
{
  GArray *equal = g_array_new (FALSE, FALSE, sizeof (guint));
  LesTextRange range = is_left ? match->left : match->right;
  guint end = find_word (story, range.end);
  guint d = 0;

  for (guint i = find_word (story, range.start); i < end; i++)
    {
      int start = g_array_index (story->starts, int, i);

      for (; d < match->differences->len; d++)
        {
          const LesDifference *difference = &g_array_index (match->differences, LesDifference, d);

          if ((is_left ? difference->left.end : difference->right.end) > start)
            break;
        }
      if (d < match->differences->len)
        {
          const LesDifference *difference = &g_array_index (match->differences, LesDifference, d);

          if ((is_left ? difference->left.start : difference->right.start) <= start)
            continue;
        }
      g_array_append_val (equal, i);
    }
  return equal;
}

typedef struct
{
  guint n_surviving;
  guint n_reported;
  guint n_right;
  guint n_passages;
} Quality;

static Quality
judge (LesMatchSet *set, const Story *left, const Story *right)
{
  Quality quality = { 0 };

  for (guint i = 0; i < right->words->len; i++)
    quality.n_surviving += g_array_index (right->words, Word, i).copy_of >= 0;
  for (guint m = 0; m < les_match_set_get_n (set); m++)
    {
      const LesMatch *match = les_match_set_get (set, m);
      g_autoptr (GArray) a = NULL;
      g_autoptr (GArray) b = NULL;

      if (match->grade != LES_GRADE_ASSERTED)
        continue;
      quality.n_passages++;
      a = list_equal (left, match, TRUE);
      b = list_equal (right, match, FALSE);
      for (guint i = 0; i < MIN (a->len, b->len); i++)
        {
          quality.n_reported++;
          quality.n_right += g_array_index (right->words, Word, g_array_index (b, guint, i)).copy_of
                             == (int) g_array_index (a, guint, i);
        }
    }
  return quality;
}

typedef struct
{
  const char *name;
  const char *program;
  const char *check;           /* succeeds if it is installed; NULL: looked for by name */
  const char *arguments;
  gboolean is_there;
  guint max_words;             /* it did not finish with more than this */
} Peer;

static Peer peers[] = {
  { "wdiff", "wdiff", NULL, "left.txt right.txt", FALSE, 0 },
  { "dwdiff", "dwdiff", NULL, "left.txt right.txt", FALSE, 0 },
  { "git words", "git", NULL, "diff --no-index --word-diff=porcelain left.txt right.txt", FALSE, 0 },
  { "sim_text", "sim_text", NULL, "-r 4 left.txt right.txt", FALSE, 0 },
  { "npm diff", "node", PEER_SCRIPT " diff", PEER_SCRIPT " diff left.txt right.txt", FALSE, 0 },
  { "d-m-patch", "node", PEER_SCRIPT " diff-match-patch", PEER_SCRIPT " diff-match-patch left.txt right.txt", FALSE, 0 },
};

static gboolean
is_installed (const Peer *peer)
{
  g_autofree char *program = g_find_program_in_path (peer->program);
  g_autofree char *command = NULL;

  if (program == NULL || peer->check == NULL)
    return program != NULL;
  command = g_strdup_printf ("%s %s > /dev/null 2>&1", peer->program, peer->check);
  return bench_time_peer (peer->name, command).cpu_ms > 0;
}

static void
find_peers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (peers); i++)
    {
      peers[i].is_there = is_installed (&peers[i]);
      peers[i].max_words = g_getenv ("LESART_BENCH_ALL") != NULL ? G_MAXUINT : MAX_PEER_WORDS;
      if (!peers[i].is_there)
        printf ("%s is not installed and left out\n", peers[i].name);
    }
}

/* The times of another program; processor time 0 when it did not finish. */
static BenchPeer
time_peer (Peer *peer, const char *folder, guint n_words)
{
  g_autofree char *command = NULL;
  BenchPeer times = { peer->name, 0, 0 };

  if (!peer->is_there || n_words > peer->max_words)
    return times;
  command = g_strdup_printf ("cd %s && { timeout %d %s %s > /dev/null 2>&1; test $? -lt 2; }",
                             folder, PEER_SECONDS, peer->program, peer->arguments);
  times = bench_time_peer (peer->name, command);
  if (times.cpu_ms <= 0)
    peer->max_words = MIN (peer->max_words, n_words);
  return times;
}

/* A column for each peer, and how many times as long as the fastest we take, in
 * processor time and on the clock. */
static void
print_peers (const char *folder, double ours, double clock, guint n_words)
{
  double fastest = G_MAXDOUBLE;
  double fastest_clock = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (peers); i++)
    {
      BenchPeer times = time_peer (&peers[i], folder, n_words);

      if (times.cpu_ms > 0)
        {
          printf (" %7.0f (%5.2f)", times.cpu_ms, ours / times.cpu_ms);
          fastest = MIN (fastest, times.cpu_ms);
          fastest_clock = MIN (fastest_clock, times.wall_ms);
        }
      else
        printf ("       -        ");
    }
  if (fastest < G_MAXDOUBLE)
    printf (" %7.2f %7.2f", ours / fastest, clock / fastest_clock);
}

static void
save_story (const Story *story, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, story->utf8->str, story->utf8->len, NULL);
}

static void
measure (const char *what, const Story *left, const Story *right)
{
  BenchTimes times = { NULL };
  guint n_words = left->words->len;
  int n_runs = n_words > 100000 ? 1 : 3;
  g_autofree char *folder = bench_make_folder ();
  double ours = G_MAXDOUBLE;
  double clock = G_MAXDOUBLE;
  double peak = 0;
  double text_mb = (left->utf8->len + right->utf8->len) / 1048576.0;
  Quality quality = { 0 };

  save_story (left, folder, "left.txt");
  save_story (right, folder, "right.txt");
  for (int i = 0; i < n_runs; i++)
    {
      g_autoptr (LesDocument) a = make_document (left);
      g_autoptr (LesDocument) b = make_document (right);
      g_autoptr (LesMatchSet) set = NULL;
      double before;

      malloc_trim (0);
      bench_reset_peak ();
      before = bench_get_peak_mb ();
      bench_begin (&times);
      set = les_compare (a, b, -1, NULL, NULL);
      bench_end (&times);
      peak = MAX (peak, bench_get_peak_mb () - before);
      ours = MIN (ours, g_array_index (times.cpu, gint64, i) / 1000.0);
      clock = MIN (clock, g_array_index (times.times, gint64, i) / 1000.0);
      quality = judge (set, left, right);
    }
  printf ("%8u %-16s %8.1f %8.1f %6.1f %6.1f %8u", n_words, what, ours, clock, peak, peak / text_mb, quality.n_passages);
  if (quality.n_surviving > 0)
    printf (" %5.1f%% %6.2f%%", 100.0 * quality.n_right / quality.n_surviving,
            100.0 * quality.n_right / MAX (1, quality.n_reported));
  else
    printf ("      -       -");
  print_peers (folder, ours, clock, n_words);
  printf ("\n");
  fflush (stdout);
  bench_clear (&times);
  bench_remove_folder (folder);
}

static void
measure_size (BenchData *data, guint n_words)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (n_words);
  g_autoptr (Story) story = make_story (random, n_words);
  g_autoptr (Story) same = make_copy (random, story, 0, FALSE);
  g_autoptr (Story) edited = make_copy (random, story, 0.05, FALSE);
  g_autoptr (Story) shuffled = make_copy (random, story, 0.3, TRUE);
  g_autoptr (Story) torn = make_copy (random, story, 0.5, TRUE);
  g_autoptr (Story) other = make_story (random, n_words);

  for (guint i = 0; i < other->words->len; i++)
    g_array_index (other->words, Word, i).copy_of = -1;
  write_story (story, data);
  write_story (same, data);
  write_story (edited, data);
  write_story (shuffled, data);
  write_story (torn, data);
  write_story (other, data);
  measure ("equal", story, same);
  measure ("5 % edited", story, edited);
  measure ("30 %, shuffled", story, shuffled);
  measure ("50 %, shuffled", story, torn);
  measure ("unrelated", story, other);
}

/* What the first comparison of a program needs once: the lexicon, and its code. */
static void
print_once (void)
{
  g_autoptr (LesText) left_text = les_text_new ("Der Rat hat gestern getagt.", -1);
  g_autoptr (LesText) right_text = les_text_new ("Gestern kam der Rat zusammen.", -1);
  g_autoptr (LesDocument) left = les_document_new_raw (left_text, "de");
  g_autoptr (LesDocument) right = les_document_new_raw (right_text, "de");
  g_autoptr (LesMatchSet) set = NULL;
  double before;

  bench_reset_peak ();
  before = bench_get_peak_mb ();
  set = les_compare (left, right, -1, NULL, NULL);
  printf ("once, for the lexicon and the code, and not counted below: %.1f MB\n", bench_get_peak_mb () - before);
}

int
main (int argc, char *argv[])
{
  g_autoptr (BenchData) data = bench_data_new (7);
  static const guint sizes[] = { 1000, 10000, 100000, 1000000 };

  printf ("\nComparing: processor time in ms, and the time on the clock; memory taken on top of the texts, in MB and in times the texts; behind each\n"
          "peer, and last for the fastest, how many times as long the engine takes, last of all on the clock\n");
  find_peers ();
  print_once ();
  printf ("%8s %-16s %8s %8s %6s %6s %8s %6s %7s", "words", "", "engine", "clock", "MB", "times", "passages", "found", "right");
  for (guint i = 0; i < G_N_ELEMENTS (peers); i++)
    printf (" %15s", peers[i].name);
  printf (" %7s %7s\n", "fastest", "clock");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure_size (data, sizes[i]);
  return 0;
}
