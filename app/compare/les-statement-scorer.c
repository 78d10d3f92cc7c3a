/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "les-atoms.h"
#include "les-parallel.h"
#include "les-unit-scorer.h"
#include "les-zeroed.h"

#define MAX_UNIT_TOKENS 200
/* An atom that stands in more places tells nothing; in long texts even less. */
#define MAX_POSTINGS 500
#define MAX_POSTINGS_LONG 60
#define LONG_TEXT_UNITS 600
#define CANCEL_CHECK_UNITS 64
/* About so many different atoms come with a different word. */
#define ATOMS_PER_WORD 2
/* So many units on both sides are worth a thread for each side. */
#define MIN_PARALLEL_UNITS 1500
#define MAX_INSERTED_WORDS 40

/* In natural units of information: an atom says no more than this. */
#define MAX_RARITY 6.0f
/* What even a perfect cover of a short unit lacks. */
#define COVER_DAMPING 10.0f
#define COVER_DAMPING_IN_ORDER 4.0f
/* How much the unit that is covered worse counts. */
#define WORSE_SHARE 0.3f
#define WORSE_SHARE_IN_ORDER 0.15f
/* Names, offices and places alone are no statement: with so much beside them a
 * pair counts half, with nothing beside them the least. */
#define HALF_STATEMENT 3.0f
#define NAMES_ONLY_FACTOR 0.1f
#define NAMES_ONLY_FACTOR_IN_ORDER 0.5f
#define ENTITY_SHARE 0.05f
/* What a word counts behind "this" and "such", and where it names a speaker. */
#define POINTED_FACTOR 0.3f
#define SPEAKER_FACTOR 0.4f

/* A word of a unit. */
typedef struct
{
  guint32 word;
  guint32 unit;
  float weight;
} Occurrence;

/* A place of the right text where an atom stands. */
typedef struct
{
  guint32 occurrence;
  guint32 unit;
  float strength;
  float weight;        /* what the word counts there, no more than the atom's rarity */
} Posting;

/* Indices, each noted once; there is room for all. */
typedef struct
{
  guint *items;
  guint n;
} List;

typedef struct
{
  GArray *occurrences;     /* of Occurrence */
  guint *starts;           /* for each unit, and the end */
  float *weights;          /* for each unit: of all its words */
} Side;

typedef struct
{
  const LesUnitSide *units[2];
  LesVocabulary *words;
  LesVocabulary *names;
  LesAtoms *atoms[2];
  guint *counts[2];        /* for each atom, while it is opened */
  float *rarities;         /* for each atom */
  float kinship;
  guint n_atoms;
  guint n_left_atoms;
  guint max_postings;
  Side sides[2];
  Posting *postings;
  guint *posting_starts;   /* for each atom, and the end */
} StatementScorer;

/* For the row in work. */
typedef struct
{
  float *best_left;        /* for each right unit: what meets the left word in work */
  float *best_right;       /* for each right occurrence: what meets it */
  float *cover_left;       /* for each right unit: what is met of the left unit */
  float *entities_left;
  List word_units;         /* units with best_left */
  List row_units;          /* units with cover_left */
  List row_occurrences;    /* occurrences with best_right */
} Desk;

static const LesUnit *
get_unit (const LesUnitSide *side, guint index)
{
  return &g_array_index (side->units, LesUnit, index);
}

static const LesAtom *
get_atoms (const LesAtoms *atoms, guint32 word, guint *n)
{
  *n = atoms->words[word].n;
  return &g_array_index (atoms->atoms, LesAtom, atoms->words[word].first);
}

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  const Occurrence *x = a;
  const Occurrence *y = b;

  if (x->word != y->word)
    return x->word < y->word ? -1 : 1;
  return x->weight > y->weight ? -1 : x->weight < y->weight;
}

/* As g_array_sort() does, for the dozen words of a sentence. */
static void
sort_words (GArray *words)
{
  Occurrence *items = (Occurrence *) (void *) words->data;

  if (words->len > MAX_INSERTED_WORDS)
    {
      g_array_sort (words, compare_occurrences);
      return;
    }
  for (guint i = 1; i < words->len; i++)
    {
      Occurrence word = items[i];
      guint place = i;

      for (; place > 0 && compare_occurrences (&items[place - 1], &word) > 0; place--)
        items[place] = items[place - 1];
      items[place] = word;
    }
}

/* What a word counts at its place: little behind a word that points back, and
 * little where it only names the speaker. */
static float
get_place_factor (const LesWordInfo *before, const LesWordInfo *word, gboolean *is_in_frame)
{
  if (word->is_frame)
    *is_in_frame = TRUE;
  else if (!word->is_entity && !word->is_filler)
    *is_in_frame = FALSE;
  if (before != NULL && before->is_pointer)
    return POINTED_FACTOR;
  return *is_in_frame && word->is_entity ? SPEAKER_FACTOR : 1;
}

/* The different words of a unit that state something; their weight is what they
 * count at their place. */
static void
collect_words (StatementScorer *self, int which, guint index, GArray *words)
{
  const LesUnitSide *side = self->units[which];
  const LesUnit *unit = get_unit (side, index);
  const LesWordInfo *before = NULL;
  gboolean is_in_frame = FALSE;
  guint kept = 0;

  g_array_set_size (words, 0);
  for (guint i = 0; i < unit->n && unit->n <= MAX_UNIT_TOKENS; i++)
    {
      guint32 id = side->tokens->items[unit->first + i].id;
      const LesWordInfo *info = &self->atoms[which]->words[id];
      Occurrence occurrence = { id, index, get_place_factor (before, info, &is_in_frame) };

      if (info->n > 0)
        g_array_append_val (words, occurrence);
      before = info;
    }
  sort_words (words);
  for (guint i = 0; i < words->len; i++)
    if (i == 0 || g_array_index (words, Occurrence, i).word != g_array_index (words, Occurrence, i - 1).word)
      g_array_index (words, Occurrence, kept++) = g_array_index (words, Occurrence, i);
  g_array_set_size (words, kept);
}

static gboolean
is_settled (const LesUnitSide *side, guint unit)
{
  return side->settled != NULL && side->settled[unit];
}

/* For each token, whether it stands in a unit that is to be scored. */
static guint8 *
mark_wanted (const LesUnitSide *side)
{
  guint8 *wanted = g_new0 (guint8, side->tokens->n + 1);

  for (guint u = 0; u < side->units->len; u++)
    if (!is_settled (side, u))
      memset (wanted + get_unit (side, u)->first, 1, get_unit (side, u)->n);
  return wanted;
}

static void
read_atoms (StatementScorer *self, int which, LesVocabulary *names)
{
  const LesUnitSide *side = self->units[which];
  g_autofree guint8 *wanted = mark_wanted (side);

  self->atoms[which] = les_atoms_new (side->tokens, wanted, side->book, names);
}

static void
read_side (StatementScorer *self, int which, GCancellable *cancellable)
{
  Side *side = &self->sides[which];
  guint n = self->units[which]->units->len;
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Occurrence));

  side->occurrences = g_array_new (FALSE, FALSE, sizeof (Occurrence));
  side->starts = g_new0 (guint, n + 1);
  side->weights = g_new0 (float, n + 1);
  for (guint u = 0; u < n; u++)
    {
      side->starts[u] = side->occurrences->len;
      if (u % CANCEL_CHECK_UNITS == 0 && g_cancellable_is_cancelled (cancellable))
        n = u;
      if (is_settled (self->units[which], u))
        continue;
      collect_words (self, which, u, words);
      g_array_append_vals (side->occurrences, words->data, words->len);
    }
  for (guint u = n; u <= self->units[which]->units->len; u++)
    side->starts[u] = side->occurrences->len;
}

/* Counts in how many units of one side each atom stands. */
static void
count_atoms (StatementScorer *self, int which, guint n_atoms)
{
  const Side *side = &self->sides[which];
  g_autofree guint *last = les_new_zeroed (guint, n_atoms + 1);

  self->counts[which] = les_new_zeroed (guint, n_atoms + 1);
  for (guint u = 0; u < self->units[which]->units->len; u++)
    for (guint o = side->starts[u]; o < side->starts[u + 1]; o++)
      {
        guint n;
        const LesAtom *atoms = get_atoms (self->atoms[which], g_array_index (side->occurrences, Occurrence, o).word, &n);

        for (guint a = 0; a < n; a++)
          if (last[atoms[a].id] != u + 1)
            {
              last[atoms[a].id] = u + 1;
              self->counts[which][atoms[a].id]++;
            }
      }
}

/* How rare each atom is among the units of both texts. @right_numbers gives for the
 * number that an atom has on the right side the one of both; NULL if it is the same. */
static void
measure_rarities (StatementScorer *self, const guint32 *right_numbers, guint n_right)
{
  guint n_units = self->units[0]->units->len + self->units[1]->units->len;
  g_autofree guint *counts = les_new_zeroed (guint, self->n_atoms + 1);

  memcpy (counts, self->counts[0], sizeof (guint) * self->n_left_atoms);
  for (guint i = 0; i < n_right; i++)
    counts[right_numbers != NULL ? right_numbers[i] : i] += self->counts[1][i];
  self->rarities = g_new (float, self->n_atoms + 1);
  for (guint i = 0; i < self->n_atoms; i++)
    self->rarities[i] = CLAMP (log ((n_units + 1) / (counts[i] + 0.5)), 0, MAX_RARITY);
}

/* The Bhattacharyya coefficient of how often both sides have each atom: 1 where they
 * have all of them equally often, 0 where they share none. */
static void
measure_kinship (StatementScorer *self, const guint32 *right_numbers, guint n_right)
{
  double common = 0;
  double n[2] = { 0 };

  for (guint i = 0; i < self->n_left_atoms; i++)
    n[0] += self->counts[0][i];
  for (guint i = 0; i < n_right; i++)
    {
      guint atom = right_numbers != NULL ? right_numbers[i] : i;

      n[1] += self->counts[1][i];
      if (atom < self->n_left_atoms)
        common += sqrt ((double) self->counts[0][atom] * self->counts[1][i]);
    }
  self->kinship = n[0] > 0 && n[1] > 0 ? common / sqrt (n[0] * n[1]) : 0;
}

static void
weigh_side (StatementScorer *self, int which)
{
  Side *side = &self->sides[which];

  for (guint o = 0; o < side->occurrences->len; o++)
    {
      Occurrence *occurrence = &g_array_index (side->occurrences, Occurrence, o);
      guint n;
      const LesAtom *atoms = get_atoms (self->atoms[which], occurrence->word, &n);

      occurrence->weight *= self->rarities[atoms[0].id] * self->atoms[which]->words[occurrence->word].factor;
      side->weights[occurrence->unit] += occurrence->weight;
    }
}

static void
open_postings (StatementScorer *self)
{
  const Side *side = &self->sides[1];
  guint *next;

  self->posting_starts = les_new_zeroed (guint, self->n_atoms + 2);
  for (guint o = 0; o < side->occurrences->len; o++)
    {
      guint n;
      const LesAtom *atoms = get_atoms (self->atoms[1], g_array_index (side->occurrences, Occurrence, o).word, &n);

      for (guint a = 0; a < n; a++)
        self->posting_starts[atoms[a].id + 1]++;
    }
  for (guint i = 0; i < self->n_atoms; i++)
    self->posting_starts[i + 1] += self->posting_starts[i];

  self->postings = g_new (Posting, self->posting_starts[self->n_atoms] + 1);
  next = g_memdup2 (self->posting_starts, sizeof (guint) * (self->n_atoms + 1));
  for (guint o = 0; o < side->occurrences->len; o++)
    {
      const Occurrence *occurrence = &g_array_index (side->occurrences, Occurrence, o);
      guint n;
      const LesAtom *atoms = get_atoms (self->atoms[1], occurrence->word, &n);

      for (guint a = 0; a < n; a++)
        self->postings[next[atoms[a].id]++] = (Posting) { o, occurrence->unit, atoms[a].strength,
                                                          MIN (occurrence->weight, self->rarities[atoms[a].id]) };
    }
  g_free (next);
}

/* Notes the words in the units of @side that are to be scored. Returns how many are
 * new. */
static guint
ask_words (const LesUnitSide *side, guint8 *asked)
{
  guint n = 0;

  for (guint u = 0; u < side->units->len; u++)
    for (guint i = 0; i < get_unit (side, u)->n && !is_settled (side, u); i++)
      {
        guint8 *word = &asked[side->tokens->items[get_unit (side, u)->first + i].id];

        n += !*word;
        *word = 1;
      }
  return n;
}

/* Looks up the words that both sides are asked for below, before two threads do. */
static void
prepare_books (StatementScorer *self, const guint8 *asked)
{
  for (int i = 0; i < 2; i++)
    if (i == 0 || self->units[1]->book != self->units[0]->book)
      les_word_book_prepare (self->units[i]->book, asked);
}

/* Both sides, each looked at by itself as far as that goes. */
typedef struct
{
  StatementScorer *scorer;
  LesVocabulary *names[2];     /* one for both if they are looked at in turn */
  GCancellable *cancellable;
} Opening;

static void
open_sides (gpointer data, guint part G_GNUC_UNUSED, guint first, guint end)
{
  Opening *opening = data;

  for (guint i = first; i < end; i++)
    {
      read_atoms (opening->scorer, i, opening->names[i]);
      read_side (opening->scorer, i, opening->cancellable);
      count_atoms (opening->scorer, i, les_vocabulary_get_n (opening->names[i]));
      if (i == 0)
        opening->scorer->n_left_atoms = les_vocabulary_get_n (opening->names[i]);
    }
}

static void
weigh_sides (gpointer data, guint part G_GNUC_UNUSED, guint first, guint end)
{
  Opening *opening = data;

  for (guint i = first; i < end; i++)
    {
      weigh_side (opening->scorer, i);
      if (i == 1)
        open_postings (opening->scorer);
    }
}

/* Gives the atoms of both sides their numbers and weights. */
static void
join_sides (StatementScorer *self, LesVocabulary *right_names)
{
  g_autofree guint32 *numbers = NULL;

  if (right_names != self->names)
    {
      numbers = les_vocabulary_take_in (self->names, right_names);
      les_atoms_renumber (self->atoms[1], numbers);
    }
  self->n_atoms = les_vocabulary_get_n (self->names);
  measure_rarities (self, numbers, les_vocabulary_get_n (right_names));
  measure_kinship (self, numbers, les_vocabulary_get_n (right_names));
  g_clear_pointer (&self->counts[0], g_free);
  g_clear_pointer (&self->counts[1], g_free);
}

/* Looks at both sides, with a vocabulary of atoms for each if that is done in two
 * parts. */
static void
open_both (StatementScorer *self, guint n_parts, GCancellable *cancellable)
{
  g_autofree guint8 *asked = g_new0 (guint8, les_vocabulary_get_n (self->words) + 1);
  guint n_names = ATOMS_PER_WORD * (ask_words (self->units[0], asked) + ask_words (self->units[1], asked));
  g_autoptr (LesVocabulary) right_names = n_parts > 1 ? les_vocabulary_new_sized (n_names) : NULL;
  Opening opening = { self, { NULL, NULL }, cancellable };

  self->names = les_vocabulary_new_sized (n_names);
  opening.names[0] = self->names;
  opening.names[1] = right_names != NULL ? right_names : self->names;
  if (n_parts > 1)
    prepare_books (self, asked);
  les_parallel_run (n_parts, 2, open_sides, &opening);
  join_sides (self, opening.names[1]);
  les_parallel_run (n_parts, 2, weigh_sides, &opening);
}

static gpointer
open_statements (const LesUnitSide *left, const LesUnitSide *right, LesVocabulary *vocabulary, GCancellable *cancellable)
{
  StatementScorer *self = g_new0 (StatementScorer, 1);
  guint n_right = right->units->len;
  gboolean is_long = MIN (left->units->len, n_right) >= MIN_PARALLEL_UNITS;

  self->units[0] = left;
  self->units[1] = right;
  self->max_postings = n_right > LONG_TEXT_UNITS ? MAX_POSTINGS_LONG : MAX_POSTINGS;
  self->words = vocabulary;
  open_both (self, is_long ? les_parallel_count_parts (2, 1) : 1, cancellable);
  return self;
}

static float
get_kinship (gpointer data)
{
  const StatementScorer *self = data;

  return self->kinship;
}

static gpointer
open_desk (gpointer data)
{
  const StatementScorer *self = data;
  Desk *desk = g_new0 (Desk, 1);
  guint n_units = self->units[1]->units->len + 1;
  guint n_occurrences = self->sides[1].occurrences->len + 1;

  desk->best_left = les_new_zeroed (float, n_units);
  desk->best_right = les_new_zeroed (float, n_occurrences);
  desk->cover_left = les_new_zeroed (float, n_units);
  desk->entities_left = les_new_zeroed (float, n_units);
  desk->word_units.items = g_new (guint, n_units);
  desk->row_units.items = g_new (guint, n_units);
  desk->row_occurrences.items = g_new (guint, n_occurrences);
  return desk;
}

static void
close_desk (gpointer data)
{
  Desk *desk = data;

  g_free (desk->best_left);
  g_free (desk->best_right);
  g_free (desk->cover_left);
  g_free (desk->entities_left);
  g_free (desk->word_units.items);
  g_free (desk->row_units.items);
  g_free (desk->row_occurrences.items);
  g_free (desk);
}

/* Keeps the greatest value of @index in @best; the first one is noted in @list. */
static inline void
keep_greatest (float *best, List *list, guint index, float value)
{
  float before = best[index];

  list->items[list->n] = index;
  list->n += before == 0;
  value = MAX (value, 1e-6f);
  best[index] = MAX (before, value);
}

/* Notes where the right text meets one word of the left unit. */
static void
meet_word (const StatementScorer *self, Desk *desk, const Occurrence *left)
{
  guint n;
  const LesAtom *atoms = get_atoms (self->atoms[0], left->word, &n);

  for (guint a = 0; a < n; a++)
    {
      const Posting *posting = &self->postings[self->posting_starts[atoms[a].id]];
      const Posting *end = &self->postings[self->posting_starts[atoms[a].id + 1]];
      float weight = MIN (left->weight, self->rarities[atoms[a].id]);

      if (end - posting > self->max_postings)
        continue;
      for (; posting < end; posting++)
        {
          float likeness = atoms[a].strength * posting->strength;

          keep_greatest (desk->best_left, &desk->word_units, posting->unit, likeness * weight);
          keep_greatest (desk->best_right, &desk->row_occurrences, posting->occurrence, likeness * posting->weight);
        }
    }
}

static void
close_word (const StatementScorer *self, Desk *desk, const Occurrence *left)
{
  gboolean is_entity = self->atoms[0]->words[left->word].is_entity;

  for (guint i = 0; i < desk->word_units.n; i++)
    {
      guint unit = desk->word_units.items[i];

      if (desk->cover_left[unit] == 0)
        desk->row_units.items[desk->row_units.n++] = unit;
      desk->cover_left[unit] += desk->best_left[unit];
      if (is_entity)
        desk->entities_left[unit] += desk->best_left[unit];
      desk->best_left[unit] = 0;
    }
  desk->word_units.n = 0;
}

/* What two units have in common. */
typedef struct
{
  float left;              /* of the left unit, met by the right one */
  float left_entities;     /* the names, offices and places in it */
  float right;             /* of the right unit, met by the left one */
} Common;

static float
judge_cover (const StatementScorer *self, guint left, guint right, const Common *common, float damping, float worse_share)
{
  float a = common->left / (self->sides[0].weights[left] + damping);
  float b = common->right / (self->sides[1].weights[right] + damping);

  return (1 - worse_share) * MAX (a, b) + worse_share * MIN (a, b);
}

static LesUnitScore
judge (const StatementScorer *self, guint left, guint right, const Common *common)
{
  float statement = common->left - common->left_entities * (1 - ENTITY_SHARE);
  float share = statement / (statement + HALF_STATEMENT);
  LesUnitScore score = { .right = right };

  score.value = judge_cover (self, left, right, common, COVER_DAMPING, WORSE_SHARE)
                * (NAMES_ONLY_FACTOR + (1 - NAMES_ONLY_FACTOR) * share);
  score.likeness = judge_cover (self, left, right, common, COVER_DAMPING_IN_ORDER, WORSE_SHARE_IN_ORDER)
                   * (NAMES_ONLY_FACTOR_IN_ORDER + (1 - NAMES_ONLY_FACTOR_IN_ORDER) * share);
  return score;
}

static float
sum_right (const StatementScorer *self, const Desk *desk, guint right)
{
  float sum = 0;

  for (guint o = self->sides[1].starts[right]; o < self->sides[1].starts[right + 1]; o++)
    sum += desk->best_right[o];
  return sum;
}

static void
score_statement_row (gpointer data, gpointer place, guint left, GArray *scores)
{
  const StatementScorer *self = data;
  Desk *desk = place;
  guint first;

  for (guint o = self->sides[0].starts[left]; o < self->sides[0].starts[left + 1]; o++)
    {
      const Occurrence *occurrence = &g_array_index (self->sides[0].occurrences, Occurrence, o);

      meet_word (self, desk, occurrence);
      close_word (self, desk, occurrence);
    }
  first = scores->len;
  g_array_set_size (scores, first + desk->row_units.n);
  for (guint i = 0; i < desk->row_units.n; i++)
    {
      guint right = desk->row_units.items[i];
      Common common = { desk->cover_left[right], desk->entities_left[right], sum_right (self, desk, right) };
      LesUnitScore score = judge (self, left, right, &common);

      desk->cover_left[right] = desk->entities_left[right] = 0;
      if (score.value > 0)
        g_array_index (scores, LesUnitScore, first++) = score;
    }
  g_array_set_size (scores, first);
  for (guint i = 0; i < desk->row_occurrences.n; i++)
    desk->best_right[desk->row_occurrences.items[i]] = 0;
  desk->row_units.n = desk->row_occurrences.n = 0;
}

static void
append_evidence (StatementScorer *self, const Occurrence *left, const Occurrence *right, float likeness, GString *line)
{
  const char *a = les_vocabulary_get_word (self->words, left->word);
  const char *b = les_vocabulary_get_word (self->words, right->word);

  if (line->len > 0)
    g_string_append (line, ", ");
  if (self->atoms[0]->words[left->word].is_number)
    g_string_append (line, "number ");
  else if (self->atoms[0]->words[left->word].is_name)
    g_string_append (line, "name ");
  g_string_append (line, a);
  if (strcmp (a, b) != 0)
    g_string_append_printf (line, " %s %s", likeness > 0.9 ? "=" : "~", b);
}

/* One bit for each atom of a word: two words without a common bit share none. */
static guint64
get_signature (const LesAtoms *atoms, guint32 word)
{
  guint64 signature = 0;
  guint n;
  const LesAtom *atom = get_atoms (atoms, word, &n);

  for (guint i = 0; i < n; i++)
    signature |= (guint64) 1 << (atom[i].id % 64);
  return signature;
}

static char *
explain_statements (gpointer data, guint left, guint right)
{
  StatementScorer *self = data;
  GString *line = g_string_new (NULL);
  guint start = self->sides[1].starts[right];
  guint64 signatures[MAX_UNIT_TOKENS];

  for (guint j = start; j < self->sides[1].starts[right + 1]; j++)
    signatures[j - start] = get_signature (self->atoms[1], g_array_index (self->sides[1].occurrences, Occurrence, j).word);

  for (guint i = self->sides[0].starts[left]; i < self->sides[0].starts[left + 1]; i++)
    {
      const Occurrence *a = &g_array_index (self->sides[0].occurrences, Occurrence, i);
      guint64 signature = get_signature (self->atoms[0], a->word);
      const Occurrence *best = NULL;
      float best_likeness = 0;

      for (guint j = start; j < self->sides[1].starts[right + 1]; j++)
        {
          const Occurrence *b = &g_array_index (self->sides[1].occurrences, Occurrence, j);
          float likeness = (signature & signatures[j - start]) == 0
                             ? 0 : les_atoms_get_likeness (self->atoms[0], a->word, self->atoms[1], b->word);

          if (likeness > best_likeness)
            {
              best_likeness = likeness;
              best = b;
            }
        }
      if (best != NULL)
        append_evidence (self, a, best, best_likeness, line);
    }
  return g_string_free (line, line->len == 0);
}

static void
close_statements (gpointer data)
{
  StatementScorer *self = data;

  for (int i = 0; i < 2; i++)
    {
      les_atoms_free (self->atoms[i]);
      g_array_unref (self->sides[i].occurrences);
      g_free (self->sides[i].starts);
      g_free (self->sides[i].weights);
    }
  les_vocabulary_free (self->names);
  g_free (self->rarities);
  g_free (self->postings);
  g_free (self->posting_starts);
  g_free (self);
}

const LesUnitScorer les_statement_scorer = {
  open_statements,
  get_kinship,
  open_desk,
  score_statement_row,
  explain_statements,
  close_desk,
  close_statements,
};
