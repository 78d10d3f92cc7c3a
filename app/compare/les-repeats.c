/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-repeats.h"

#include <string.h>

#include "les-match.h"

/* Shorter sentences are the same by chance. */
#define MIN_WORDS 3

/* The words of a unit. */
typedef struct
{
  const LesToken *words;
  guint n;
} Wording;

/* Units with one wording, in the order of their text. */
typedef struct
{
  Wording wording;
  GArray *units;     /* of guint */
  guint n_used;
} Group;

static guint
hash_wording (gconstpointer data)
{
  const Wording *wording = data;
  guint hash = wording->n;

  for (guint i = 0; i < wording->n; i++)
    hash = hash * 0x01000193u + wording->words[i].id;
  return hash;
}

static gboolean
have_equal_words (gconstpointer a, gconstpointer b)
{
  const Wording *x = a;
  const Wording *y = b;

  if (x->n != y->n)
    return FALSE;
  for (guint i = 0; i < x->n; i++)
    if (x->words[i].id != y->words[i].id)
      return FALSE;
  return TRUE;
}

static void
free_group (gpointer data)
{
  Group *group = data;

  g_array_unref (group->units);
  g_free (group);
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

static GHashTable *
group_units (LesTextPair *self, int which)
{
  GHashTable *groups = g_hash_table_new_full (hash_wording, have_equal_words, NULL, free_group);

  for (guint i = 0; i < self->units[which]->len; i++)
    {
      Wording wording = get_wording (self, which, i);
      Group *group;

      if (wording.n < MIN_WORDS)
        continue;
      group = g_hash_table_lookup (groups, &wording);
      if (group == NULL)
        {
          group = g_new0 (Group, 1);
          group->wording = wording;
          group->units = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (groups, &group->wording, group);
        }
      g_array_append_val (group->units, i);
    }
  return groups;
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
 * first there, and so on; the last there serves for all that are left. */
static void
find_in_other (LesTextPair *self, int which)
{
  g_autoptr (GHashTable) groups = NULL;

  for (guint i = 0; i < self->units[which]->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      Wording wording = get_wording (self, which, i);
      Group *group;
      guint units[2];

      if (!is_free (self, which, i))
        continue;
      if (groups == NULL)
        groups = group_units (self, 1 - which);
      group = g_hash_table_lookup (groups, &wording);
      if (group == NULL)
        continue;
      units[which] = i;
      units[1 - which] = g_array_index (group->units, guint, MIN (group->n_used, group->units->len - 1));
      group->n_used++;
      join (self, units);
    }
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
