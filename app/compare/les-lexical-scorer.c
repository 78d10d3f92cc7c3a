/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "les-stems.h"
#include "les-unit-scorer.h"

#define GRAM_BYTES 4
#define MAX_UNIT_TOKENS 200
#define MAX_POSTINGS 400
#define COVER_DAMPING 10.0f
#define CONTAINED_LIKENESS 0.7f
#define MIN_PART_BYTES 5
#define CANCEL_CHECK_UNITS 256

/* A feature of a unit: a stem or a group of letters. */
typedef struct
{
  guint32 id;
  float weight;
} Feature;

typedef struct
{
  guint32 stem;
  float likeness;
} Relation;

/* All features of one kind of one text, unit after unit. */
typedef struct
{
  GArray *features;    /* of Feature */
  GArray *starts;      /* of guint: the first feature of each unit, and the end */
  float *norms;        /* for each unit: what its features weigh */
} FeatureTable;

typedef struct
{
  GArray *units;       /* of guint: for each feature the units that have it */
  guint *starts;
} Postings;

typedef struct
{
  const LesUnitSide *sides[2];
  LesVocabulary *stems;
  LesVocabulary *grams;
  guint32 *stem_of_word[2];
  FeatureTable stem_tables[2];
  FeatureTable gram_tables[2];
  Postings stem_postings;      /* of the right text */
  Postings gram_postings;
  GPtrArray *relations;        /* for each stem: NULL or a GArray of Relation */
  float *dot;                  /* for each right unit */
  float *cover_left;
  float *cover_right;
  float *likeness;             /* for each stem */
  GArray *touched;
} LexicalScorer;

static const LesUnit *
get_unit (const LesUnitSide *side, guint index)
{
  return &g_array_index (side->units, LesUnit, index);
}

static guint32 *
stem_words (LexicalScorer *self, const LesUnitSide *side, LesVocabulary *vocabulary)
{
  guint n = les_vocabulary_get_n (vocabulary);
  guint32 *stems = g_new (guint32, n + 1);
  g_autoptr (LesStemmer) stemmer = les_stemmer_new (les_document_get_language (side->document));

  memset (stems, 0xFF, sizeof (guint32) * (n + 1));
  for (guint i = 0; i < side->tokens->n; i++)
    {
      guint32 id = side->tokens->items[i].id;

      if (stems[id] == G_MAXUINT32)
        {
          g_autofree char *stem = les_stemmer_dup_stem (stemmer, les_vocabulary_get_word (vocabulary, id), -1);

          stems[id] = les_vocabulary_intern (self->stems, stem, strlen (stem));
        }
    }
  return stems;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Appends the ids of one unit as features with their counts as weight. */
static void
close_unit (FeatureTable *table, GArray *ids)
{
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      Feature feature = { g_array_index (ids, guint32, i), 1 };

      while (i + 1 < ids->len && g_array_index (ids, guint32, i + 1) == feature.id)
        {
          feature.weight++;
          i++;
        }
      g_array_append_val (table->features, feature);
    }
  g_array_append_val (table->starts, table->features->len);
}

static void
open_table (FeatureTable *table, guint n_units)
{
  guint zero = 0;

  table->features = g_array_new (FALSE, FALSE, sizeof (Feature));
  table->starts = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_units + 1);
  table->norms = g_new0 (float, n_units + 1);
  g_array_append_val (table->starts, zero);
}

static void
close_table (FeatureTable *table)
{
  g_array_unref (table->features);
  g_array_unref (table->starts);
  g_free (table->norms);
}

static void
append_grams (LexicalScorer *self, const char *word, GArray *ids)
{
  char padded[256];
  gsize length = strlen (word);

  if (length > sizeof padded - 3)
    return;
  padded[0] = '_';
  memcpy (padded + 1, word, length);
  padded[length + 1] = '_';
  length += 2;
  for (gsize i = 0; i == 0 || i + GRAM_BYTES <= length; i++)
    {
      guint32 id = les_vocabulary_intern (self->grams, padded + i, MIN (GRAM_BYTES, length - i));

      g_array_append_val (ids, id);
    }
}

static void
read_units (LexicalScorer *self, int which, LesVocabulary *vocabulary, GCancellable *cancellable)
{
  const LesUnitSide *side = self->sides[which];
  g_autoptr (GArray) stems = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (guint32));

  open_table (&self->stem_tables[which], side->units->len);
  open_table (&self->gram_tables[which], side->units->len);
  for (guint i = 0; i < side->units->len; i++)
    {
      const LesUnit *unit = get_unit (side, i);
      gboolean is_cancelled = i % CANCEL_CHECK_UNITS == 0 && g_cancellable_is_cancelled (cancellable);

      g_array_set_size (stems, 0);
      g_array_set_size (grams, 0);
      for (guint t = 0; t < unit->n && unit->n <= MAX_UNIT_TOKENS && !is_cancelled; t++)
        {
          guint32 id = side->tokens->items[unit->first + t].id;

          g_array_append_val (stems, self->stem_of_word[which][id]);
          append_grams (self, les_vocabulary_get_word (vocabulary, id), grams);
        }
      close_unit (&self->stem_tables[which], stems);
      close_unit (&self->gram_tables[which], grams);
    }
}

static void
count_units (const FeatureTable *table, guint *frequencies)
{
  for (guint i = 0; i < table->features->len; i++)
    frequencies[g_array_index (table->features, Feature, i).id]++;
}

/* Turns counts into weights; @is_cosine: of a vector of length one. */
static void
weigh_table (FeatureTable *table, guint n_units, const guint *frequencies, guint n_all, gboolean is_cosine)
{
  for (guint u = 0; u < n_units; u++)
    {
      guint start = g_array_index (table->starts, guint, u);
      guint end = g_array_index (table->starts, guint, u + 1);
      double sum = 0;

      for (guint i = start; i < end; i++)
        {
          Feature *feature = &g_array_index (table->features, Feature, i);
          double rarity = MAX (0, log ((n_all + 1) / (frequencies[feature->id] + 0.5)));

          feature->weight = is_cosine ? (1 + log (feature->weight)) * rarity : rarity;
          sum += is_cosine ? feature->weight * feature->weight : feature->weight;
        }
      table->norms[u] = is_cosine ? sqrt (sum) : sum;
      for (guint i = start; is_cosine && sum > 0 && i < end; i++)
        g_array_index (table->features, Feature, i).weight /= table->norms[u];
    }
}

static void
weigh_tables (LexicalScorer *self, FeatureTable tables[2], guint n_features, gboolean is_cosine)
{
  g_autofree guint *frequencies = g_new0 (guint, n_features + 1);
  guint n_all = self->sides[0]->units->len + self->sides[1]->units->len;

  count_units (&tables[0], frequencies);
  count_units (&tables[1], frequencies);
  for (int which = 0; which < 2; which++)
    weigh_table (&tables[which], self->sides[which]->units->len, frequencies, n_all, is_cosine);
}

static void
open_postings (Postings *postings, const FeatureTable *table, guint n_units, guint n_features)
{
  guint *next;

  postings->starts = g_new0 (guint, n_features + 2);
  for (guint i = 0; i < table->features->len; i++)
    postings->starts[g_array_index (table->features, Feature, i).id + 1]++;
  for (guint i = 0; i < n_features; i++)
    postings->starts[i + 1] += postings->starts[i];

  postings->units = g_array_sized_new (FALSE, FALSE, sizeof (guint), table->features->len);
  g_array_set_size (postings->units, table->features->len);
  next = g_memdup2 (postings->starts, sizeof (guint) * (n_features + 1));
  for (guint u = 0; u < n_units; u++)
    for (guint i = g_array_index (table->starts, guint, u); i < g_array_index (table->starts, guint, u + 1); i++)
      g_array_index (postings->units, guint, next[g_array_index (table->features, Feature, i).id]++) = u;
  g_free (next);
}

static void
relate (LexicalScorer *self, guint32 a, guint32 b, float likeness)
{
  guint32 ends[2] = { a, b };

  for (int i = 0; i < 2; i++)
    {
      GArray *list = g_ptr_array_index (self->relations, ends[i]);
      Relation relation = { ends[1 - i], likeness };

      if (list == NULL)
        g_ptr_array_index (self->relations, ends[i]) = list = g_array_new (FALSE, FALSE, sizeof (Relation));
      g_array_append_val (list, relation);
    }
}

/* Joins each stem with the stems that it begins or ends with. */
static void
relate_parts (LexicalScorer *self)
{
  guint n = les_vocabulary_get_n (self->stems);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (known, (char *) les_vocabulary_get_word (self->stems, i), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n; i++)
    {
      const char *stem = les_vocabulary_get_word (self->stems, i);
      gsize length = strlen (stem);

      if (length > 60 || g_ascii_isdigit (*stem))
        continue;
      for (gsize cut = MIN_PART_BYTES; cut < length; cut++)
        {
          g_autofree char *head = g_strndup (stem, cut);
          guint part = GPOINTER_TO_UINT (g_hash_table_lookup (known, head));

          if (part > 0)
            relate (self, i, part - 1, CONTAINED_LIKENESS);
          part = GPOINTER_TO_UINT (g_hash_table_lookup (known, stem + length - cut));
          if (part > 0)
            relate (self, i, part - 1, CONTAINED_LIKENESS);
        }
    }
}

static void
free_relations (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

static gpointer
open_lexical (const LesUnitSide *left, const LesUnitSide *right, LesVocabulary *vocabulary, GCancellable *cancellable)
{
  LexicalScorer *self = g_new0 (LexicalScorer, 1);
  guint n_stems;
  guint n_grams;

  self->sides[0] = left;
  self->sides[1] = right;
  self->stems = les_vocabulary_new ();
  self->grams = les_vocabulary_new ();
  for (int i = 0; i < 2; i++)
    {
      self->stem_of_word[i] = stem_words (self, self->sides[i], vocabulary);
      read_units (self, i, vocabulary, cancellable);
    }
  n_stems = les_vocabulary_get_n (self->stems);
  n_grams = les_vocabulary_get_n (self->grams);
  weigh_tables (self, self->stem_tables, n_stems, FALSE);
  weigh_tables (self, self->gram_tables, n_grams, TRUE);
  open_postings (&self->stem_postings, &self->stem_tables[1], right->units->len, n_stems);
  open_postings (&self->gram_postings, &self->gram_tables[1], right->units->len, n_grams);

  self->relations = g_ptr_array_new_with_free_func (free_relations);
  g_ptr_array_set_size (self->relations, n_stems);
  relate_parts (self);
  self->dot = g_new0 (float, right->units->len + 1);
  self->cover_left = g_new0 (float, right->units->len + 1);
  self->cover_right = g_new0 (float, right->units->len + 1);
  self->likeness = g_new0 (float, n_stems + 1);
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static void
touch (LexicalScorer *self, guint unit)
{
  if (self->dot[unit] == 0)
    g_array_append_val (self->touched, unit);
}

static void
add_grams (LexicalScorer *self, guint left)
{
  const FeatureTable *table = &self->gram_tables[0];

  for (guint i = g_array_index (table->starts, guint, left); i < g_array_index (table->starts, guint, left + 1); i++)
    {
      const Feature *feature = &g_array_index (table->features, Feature, i);
      guint start = self->gram_postings.starts[feature->id];
      guint end = self->gram_postings.starts[feature->id + 1];

      if (end - start > MAX_POSTINGS || feature->weight <= 0)
        continue;
      for (guint p = start; p < end; p++)
        {
          guint unit = g_array_index (self->gram_postings.units, guint, p);
          guint first = g_array_index (self->gram_tables[1].starts, guint, unit);
          guint last = g_array_index (self->gram_tables[1].starts, guint, unit + 1);

          touch (self, unit);
          while (first < last)
            {
              guint middle = (first + last) / 2;
              const Feature *other = &g_array_index (self->gram_tables[1].features, Feature, middle);

              if (other->id == feature->id)
                {
                  self->dot[unit] += feature->weight * other->weight + 1e-9f;
                  break;
                }
              if (other->id < feature->id)
                first = middle + 1;
              else
                last = middle;
            }
        }
    }
}

/* How far the stems of one unit are met by those of another. */
static float
get_cover (LexicalScorer *self, int which, guint unit)
{
  const FeatureTable *table = &self->stem_tables[which];
  float sum = 0;

  for (guint i = g_array_index (table->starts, guint, unit); i < g_array_index (table->starts, guint, unit + 1); i++)
    {
      const Feature *feature = &g_array_index (table->features, Feature, i);

      sum += feature->weight * self->likeness[feature->id];
    }
  return sum / (table->norms[unit] + COVER_DAMPING);
}

static void
spread_likeness (LexicalScorer *self, int which, guint unit, gboolean is_on)
{
  const FeatureTable *table = &self->stem_tables[which];

  for (guint i = g_array_index (table->starts, guint, unit); i < g_array_index (table->starts, guint, unit + 1); i++)
    {
      guint32 stem = g_array_index (table->features, Feature, i).id;
      GArray *related = g_ptr_array_index (self->relations, stem);

      for (guint r = 0; related != NULL && r < related->len; r++)
        {
          const Relation *relation = &g_array_index (related, Relation, r);

          self->likeness[relation->stem] = is_on ? MAX (self->likeness[relation->stem], relation->likeness) : 0;
        }
    }
  for (guint i = g_array_index (table->starts, guint, unit); i < g_array_index (table->starts, guint, unit + 1); i++)
    self->likeness[g_array_index (table->features, Feature, i).id] = is_on ? 1 : 0;
}

static void
score_lexical_row (gpointer data, guint left, GArray *scores)
{
  LexicalScorer *self = data;

  add_grams (self, left);
  for (guint i = 0; i < self->touched->len; i++)
    {
      guint right = g_array_index (self->touched, guint, i);
      float cover;

      spread_likeness (self, 0, left, TRUE);
      cover = get_cover (self, 1, right);
      spread_likeness (self, 0, left, FALSE);
      spread_likeness (self, 1, right, TRUE);
      cover = MAX (cover, get_cover (self, 0, left));
      spread_likeness (self, 1, right, FALSE);
      {
        LesUnitScore score = { right, MIN (1, (self->dot[right] + cover) / 2) };

        g_array_append_val (scores, score);
      }
      self->dot[right] = 0;
    }
  g_array_set_size (self->touched, 0);
}

/* The stems both units have, at most eight of them. */
static char *
explain_lexical (gpointer data, guint left, guint right)
{
  LexicalScorer *self = data;
  const FeatureTable *table = &self->stem_tables[0];
  GString *line = g_string_new (NULL);
  guint n = 0;

  spread_likeness (self, 1, right, TRUE);
  for (guint i = g_array_index (table->starts, guint, left); i < g_array_index (table->starts, guint, left + 1) && n < 8; i++)
    {
      const Feature *feature = &g_array_index (table->features, Feature, i);

      if (self->likeness[feature->id] > 0 && feature->weight > 1)
        g_string_append_printf (line, "%s%s", n++ > 0 ? ", " : "stems ", les_vocabulary_get_word (self->stems, feature->id));
    }
  spread_likeness (self, 1, right, FALSE);
  return g_string_free (line, n == 0);
}

static void
close_lexical (gpointer data)
{
  LexicalScorer *self = data;

  for (int i = 0; i < 2; i++)
    {
      g_free (self->stem_of_word[i]);
      close_table (&self->stem_tables[i]);
      close_table (&self->gram_tables[i]);
    }
  g_array_unref (self->stem_postings.units);
  g_free (self->stem_postings.starts);
  g_array_unref (self->gram_postings.units);
  g_free (self->gram_postings.starts);
  g_ptr_array_unref (self->relations);
  g_free (self->dot);
  g_free (self->cover_left);
  g_free (self->cover_right);
  g_free (self->likeness);
  g_array_unref (self->touched);
  les_vocabulary_free (self->stems);
  les_vocabulary_free (self->grams);
  g_free (self);
}

const LesUnitScorer les_lexical_scorer = {
  open_lexical,
  score_lexical_row,
  explain_lexical,
  close_lexical,
};
