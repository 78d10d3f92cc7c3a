/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-repeats.h"

#include <string.h>

#include "les-match.h"

/* Shorter sentences are the same by chance. */
#define MIN_WORDS 3

/* No unit comes behind. */
#define NONE G_MAXUINT32

/* The words of a unit. */
typedef struct
{
  const LesToken *words;
  guint n;
} Wording;

/* The units of one text by their wording. */
typedef struct
{
  LesTextPair *pair;
  int which;
  guint32 *slots;      /* the next unit to give away of each wording, or NONE */
  guint32 *behind;     /* for each unit, the next with its wording, or NONE */
  guint n_slots;       /* a power of two */
} Groups;

static guint
hash_wording (const Wording *wording)
{
  guint hash = wording->n;

  for (guint i = 0; i < wording->n; i++)
    hash = hash * 0x01000193u + wording->words[i].id;
  return hash ^ hash >> 16;
}

static gboolean
have_equal_words (const Wording *a, const Wording *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (a->words[i].id != b->words[i].id)
      return FALSE;
  return TRUE;
}

static Wording
get_wording (LesTextPair *self, int which, guint unit)
{
  const LesUnit *found = les_text_pair_get_unit (self, which, unit);

  return (Wording) { self->tokens[which]->items + found->first, found->n };
}

static gboolean
is_free (LesTextPair *self, int which, guint unit)
{
  const LesUnit *found = les_text_pair_get_unit (self, which, unit);

  return found->n >= MIN_WORDS && memchr (self->taken[which] + found->first, 1, found->n) == NULL;
}

/* The slot of a wording, or the one where it would be put. */
static guint32 *
find_slot (const Groups *self, const Wording *wording)
{
  guint slot = hash_wording (wording) & (self->n_slots - 1);

  for (; self->slots[slot] != NONE; slot = (slot + 1) & (self->n_slots - 1))
    {
      Wording other = get_wording (self->pair, self->which, self->slots[slot]);

      if (have_equal_words (wording, &other))
        break;
    }
  return &self->slots[slot];
}

static Groups *
group_units (LesTextPair *pair, int which)
{
  guint n = pair->units[which]->len;
  Groups *self = g_new (Groups, 1);

  *self = (Groups) { pair, which, NULL, g_new (guint32, n + 1), 16 };
  while (self->n_slots / 2 < n)
    self->n_slots *= 2;
  self->slots = g_new (guint32, self->n_slots);
  memset (self->slots, 0xFF, sizeof (guint32) * self->n_slots);
  for (guint i = n; i > 0; i--)
    {
      Wording wording = get_wording (pair, which, i - 1);
      guint32 *slot;

      if (wording.n < MIN_WORDS)
        continue;
      slot = find_slot (self, &wording);
      self->behind[i - 1] = *slot;
      *slot = i - 1;
    }
  return self;
}

static void
free_groups (Groups *self)
{
  g_free (self->slots);
  g_free (self->behind);
  g_free (self);
}

/* The first unit with this wording that was not given away; the last serves for
 * all that come after. */
static guint32
give_unit (Groups *self, const Wording *wording)
{
  guint32 *slot = find_slot (self, wording);
  guint32 unit = *slot;

  if (unit != NONE && self->behind[unit] != NONE)
    *slot = self->behind[unit];
  return unit;
}

static void
join (LesTextPair *self, const guint units[2])
{
  LesMatch *match;
  const LesUnit *sides[2];

  for (int i = 0; i < 2; i++)
    {
      sides[i] = les_text_pair_get_unit (self, i, units[i]);
      memset (self->taken[i] + sides[i]->first, 1, sides[i]->n);
    }
  match = les_match_new (sides[0]->range, sides[1]->range, LES_MATCH_VERBATIM, LES_GRADE_ASSERTED, 1000);
  match->evidence = les_match_dup_count_line (sides[0]->n, sides[0]->n, sides[1]->n);
  g_ptr_array_add (self->matches, match);
}

/* Gives the free units of one text their wording in the other: the first the
 * first there, and so on. */
static void
find_in_other (LesTextPair *self, int which)
{
  Groups *groups = NULL;

  for (guint i = 0; i < self->units[which]->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      Wording wording = get_wording (self, which, i);
      guint units[2];

      if (!is_free (self, which, i))
        continue;
      if (groups == NULL)
        groups = group_units (self, 1 - which);
      units[which] = i;
      units[1 - which] = give_unit (groups, &wording);
      if (units[1 - which] != NONE)
        join (self, units);
    }
  g_clear_pointer (&groups, free_groups);
}

/**
 * les_repeats_find:
 * @self: with units, and what was taken over
 *
 * Adds a match for each sentence that stands word for word in the other text but
 * could not be told apart from its like by the words around it: one text says it
 * again, as a heading and in the body. Cost: linear.
 */
void
les_repeats_find (LesTextPair *self)
{
  find_in_other (self, 0);
  find_in_other (self, 1);
}
