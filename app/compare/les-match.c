/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-match.h"

/**
 * LesMatchSet:
 *
 * What one comparison of two texts found: matches in the order of the left
 * text, and the share of each text that they cover. Filled by the engine, then
 * never changed; may be used from any thread.
 */
struct _LesMatchSet
{
  GPtrArray *matches;
  int shared_left;
  int shared_right;
  LesShares shares;
};

G_DEFINE_BOXED_TYPE (LesMatchSet, les_match_set, les_match_set_ref, les_match_set_unref)

/* The differences and details of most matches: none of them needs an array. */
static const GArray nothing = { NULL, 0 };

static void
clear_match_set (gpointer data)
{
  LesMatchSet *self = data;

  g_ptr_array_unref (self->matches);
}

/**
 * les_match_new:
 * @left: Unicode characters of the left text
 * @right: Unicode characters of the right text
 * @score: thousandths
 *
 * Returns: (transfer full): a match in place, without differences or details
 */
LesMatch *
les_match_new (LesTextRange  left,
               LesTextRange  right,
               LesMatchKind  kind,
               LesMatchGrade grade,
               int           score)
{
  LesMatch *match = g_new0 (LesMatch, 1);

  match->left = left;
  match->right = right;
  match->kind = kind;
  match->grade = grade;
  match->score = score;
  match->differences = &nothing;
  match->details = &nothing;
  return match;
}

static char *
put_number (char *to, guint number)
{
  char digits[16];
  int n = 0;

  do
    digits[n++] = '0' + number % 10;
  while ((number /= 10) > 0);
  while (n > 0)
    *to++ = digits[--n];
  return to;
}

/**
 * les_match_dup_count_line:
 * @n_equal: words that both passages have
 * @n_left: words of the left passage
 * @n_right: words of the right passage
 *
 * Returns: (transfer full): that as evidence. There is one for each match: printf
 *   would take longer than all else about it.
 */
char *
les_match_dup_count_line (guint n_equal, guint n_left, guint n_right)
{
  char line[64];
  char *p = put_number (line, n_equal);

  p = put_number (g_stpcpy (p, " of "), n_left);
  p = put_number (g_stpcpy (p, " and "), n_right);
  p = g_stpcpy (p, " words equal");
  return g_strndup (line, p - line);
}

static GArray *
edit_array (const GArray **array, guint item_size)
{
  if (*array == &nothing)
    *array = g_array_new (FALSE, FALSE, item_size);
  return (GArray *) *array;
}

/** Returns: (transfer none) (element-type LesDifference): what differs, to be changed */
GArray *
les_match_edit_differences (LesMatch *match)
{
  return edit_array (&match->differences, sizeof (LesDifference));
}

/** Returns: (transfer none) (element-type LesDetail): the details, to be changed */
GArray *
les_match_edit_details (LesMatch *match)
{
  return edit_array (&match->details, sizeof (LesDetail));
}

static void
free_array (const GArray *array)
{
  if (array != &nothing)
    g_array_unref ((GArray *) array);
}

void
les_match_free (LesMatch *match)
{
  free_array (match->differences);
  free_array (match->details);
  g_clear_pointer (&match->parts, g_array_unref);
  g_free (match->evidence);
  g_free (match);
}

LesMatchSet *
les_match_set_new (void)
{
  LesMatchSet *self = g_atomic_rc_box_new0 (LesMatchSet);

  self->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) les_match_free);
  return self;
}

LesMatchSet *
les_match_set_ref (LesMatchSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
les_match_set_unref (LesMatchSet *self)
{
  g_atomic_rc_box_release_full (self, clear_match_set);
}

/**
 * les_match_set_take:
 * @match: (transfer full): the next match in the order of the left text
 */
void
les_match_set_take (LesMatchSet *self, LesMatch *match)
{
  g_ptr_array_add (self->matches, match);
}

/**
 * les_match_set_set_shared:
 * @left: thousandths of the left text's words that lie in a match
 * @right: thousandths of the right text's words that lie in a match
 */
void
les_match_set_set_shared (LesMatchSet *self, int left, int right)
{
  self->shared_left = left;
  self->shared_right = right;
}

/**
 * les_match_set_set_shares:
 * @shares: what the matches worth drawing say of both texts
 */
void
les_match_set_set_shares (LesMatchSet *self, const LesShares *shares)
{
  self->shares = *shares;
}

guint
les_match_set_get_n (LesMatchSet *self)
{
  return self->matches->len;
}

/** Returns: (transfer none): the match at @index, in the order of the left text */
const LesMatch *
les_match_set_get (LesMatchSet *self, guint index)
{
  g_return_val_if_fail (index < self->matches->len, NULL);

  return g_ptr_array_index (self->matches, index);
}

/** Returns: thousandths of the left text's words that lie in a match */
int
les_match_set_get_shared_left (LesMatchSet *self)
{
  return self->shared_left;
}

/** Returns: thousandths of the right text's words that lie in a match */
int
les_match_set_get_shared_right (LesMatchSet *self)
{
  return self->shared_right;
}

/**
 * les_match_set_get_shares:
 *
 * Returns: (transfer none): how much of both texts was taken over, is reworded
 *   and is their own, by asserted and probable matches. For other matches see
 *   les_shares_measure().
 */
const LesShares *
les_match_set_get_shares (LesMatchSet *self)
{
  return &self->shares;
}

/**
 * les_match_set_list_graded:
 * @min_grade: the lowest grade
 *
 * Returns: (transfer container) (element-type LesMatch): the matches of that grade
 *   and above, in the order of the left text
 */
GPtrArray *
les_match_set_list_graded (LesMatchSet *self, LesMatchGrade min_grade)
{
  GPtrArray *matches = g_ptr_array_new ();

  for (guint i = 0; i < self->matches->len; i++)
    {
      LesMatch *match = g_ptr_array_index (self->matches, i);

      if (match->grade >= min_grade)
        g_ptr_array_add (matches, match);
    }
  return matches;
}
